/** A workbook with the least that makes one: sheets of text and numbers, written part by part. */
import { strToU8, zipSync } from 'fflate';

export interface WrittenSheet {
  readonly name: string;
  readonly records: readonly (readonly string[])[];
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** Numbers as numbers, percentages as numbers with a percent format, all else as shared strings. */
export function workbook(sheets: readonly WrittenSheet[]): Uint8Array<ArrayBuffer> {
  const shared: string[] = [];
  const places = new Map<string, number>();
  const cell = (text: string, row: number, column: number): string => {
    const at = `r="${columnName(column)}${row + 1}"`;
    if (text === '') return '';
    if (/^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(text)) return `<c ${at}><v>${text}</v></c>`;
    const percent = /^(\d+(?:\.\d)?)%$/.exec(text);
    if (percent) return `<c ${at} s="1"><v>${Number(percent[1]) / 100}</v></c>`;
    let place = places.get(text);
    if (place === undefined) {
      places.set(text, (place = shared.length));
      shared.push(`<si><t xml:space="preserve">${escaped(text)}</t></si>`);
    }
    return `<c ${at} t="s"><v>${place}</v></c>`;
  };
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts: Record<string, string> = {};
  sheets.forEach((s, i) => {
    const rows = s.records.map((r, y) => `<row r="${y + 1}">${r.map((c, x) => cell(c, y, x)).join('')}</row>`);
    parts[`xl/worksheets/sheet${i + 1}.xml`] = `<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
  });
  parts['xl/workbook.xml'] =
    `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets>${sheets.map((s, i) => `<sheet name="${escaped(s.name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`;
  const target = (type: string, path: string, id: number) =>
    `<Relationship Id="rId${id}" Type="${rel}/${type}" Target="${path}"/>`;
  parts['xl/_rels/workbook.xml.rels'] =
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, i) => target('worksheet', `worksheets/sheet${i + 1}.xml`, i + 1)).join('')}${target('sharedStrings', 'sharedStrings.xml', 900)}${target('styles', 'styles.xml', 901)}</Relationships>`;
  parts['_rels/.rels'] =
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${target('officeDocument', 'xl/workbook.xml', 1)}</Relationships>`;
  parts['xl/sharedStrings.xml'] = `<sst xmlns="${main}">${shared.join('')}</sst>`;
  parts['xl/styles.xml'] =
    `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`;
  const overrides = sheets
    .map(
      (_, i) =>
        `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
    )
    .join('');
  parts['[Content_Types].xml'] =
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${overrides}</Types>`;
  return Uint8Array.from(
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([path, xml]) => [path, strToU8(`<?xml version="1.0" encoding="UTF-8"?>${xml}`)]),
      ),
    ),
  );
}
