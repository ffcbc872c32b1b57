/**
 * Identification codes 识别码: what stands in each row of a sheet that is sent out and comes back, so that the row is known
 * again after it was sorted, its columns moved or renamed, the file saved anew or as CSV. A few plain characters that no
 * spreadsheet takes for a number, with a check that fails where one was changed or counted up by dragging.
 */

/** sheet: 核对单 · sample: 抽查名单. */
export type CodeKind = 'sheet' | 'sample';

const MARKS: Readonly<Record<CodeKind, string>> = { sheet: 'KPHD1', sample: 'KPCC1' };

/** Finds whether any code may be in a text. */
export const CODE_MARK = /KP(?:HD|CC)1:/;

/** The sheet beside a sampling list that says how many were drawn of what; nothing in it is filled in. */
export const STRATA_SHEET = '抽样分布';

/** Characters of a scheme's hash that a code bears. */
export const HASH_SHORT = 12;

export interface RowCode {
  readonly kind: CodeKind;
  /** sheet: period, unit, leaf ('' the sheet as a whole), scheme's hash, figures as printed. sample: period, unit, township, branch. */
  readonly parts: readonly string[];
}

/** What separates, quotes, or would be another character once widths are made equal is written as in addresses. */
const escaped = (part: string): string =>
  [...part].map((c) => (/[%:~\s"',;]/.test(c) || c.normalize('NFKC') !== c ? percent(c) : c)).join('');
const percent = (c: string): string => {
  const safe = encodeURIComponent(c);
  return safe === c ? `%${c.charCodeAt(0).toString(16).toUpperCase()}` : safe;
};

/** FNV-1a over UTF-16 units, 32 bits. */
export function fnv(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return h;
}

/** Ends in letters only: a spreadsheet counts up a number at the end of a text that is dragged down. */
const checkOf = (text: string): string => {
  let n = fnv(text);
  let letters = '';
  for (let i = 0; i < 5; i++, n = Math.floor(n / 20)) letters += 'bcdfghjkmnpqrstvwxyz'.charAt(n % 20);
  return letters;
};

export function rowCode(kind: CodeKind, parts: readonly string[]): string {
  const body = [MARKS[kind], ...parts.map(escaped)].join(':');
  return `${body}:${checkOf(body)}`;
}

/** The code in a cell; 'broken' where it begins as one and does not hold, null where there is none. */
export function readRowCode(text: string): RowCode | 'broken' | null {
  const found = /(KPHD1|KPCC1):\S*/.exec(text.normalize('NFKC'));
  if (!found) return null;
  const whole = found[0];
  const at = whole.lastIndexOf(':');
  const body = whole.slice(0, at);
  const [mark, ...parts] = body.split(':');
  if (whole.slice(at + 1) !== checkOf(body)) return 'broken';
  try {
    return { kind: mark === MARKS.sheet ? 'sheet' : 'sample', parts: parts.map(decodeURIComponent) };
  } catch {
    return 'broken';
  }
}
