/** CSV as spreadsheets read it without harm: what it takes to write a text or a figure into a field, and rows into a file. */

/** CRLF after every record and a byte order mark, without which Excel reads UTF-8 as GBK. @param rows fields already written by `textField` or `numberField`. */
export const csv = (rows: readonly (readonly string[])[]): string => `\ufeff${rows.map((r) => `${r.join(',')}\r\n`).join('')}`;

/** A spreadsheet would run text beginning with these as a formula: such text gets `'` in front, which our importer takes off. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A text as a field: quoted where it must be, harmless as a formula. null is an empty field. */
export function textField(text: string | null): string {
  const safe = text !== null && FORMULA.test(text) ? `'${text}` : (text ?? '');
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The shortest digits that read back as the same number, or fixed decimals; empty for none. */
export const numberField = (x: number | null, decimals?: number): string =>
  x === null ? '' : decimals === undefined ? String(x) : x.toFixed(decimals);
