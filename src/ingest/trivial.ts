/**
 * Which raw cells the engine may read by itself. The clean path leaves a row to the engine when every cell of a
 * mapped column is trivial, and puts any other to `RowReader`. Both must agree: a row of trivial cells is one
 * that `RowReader` accepts without a word and with the same values.
 *
 * The rule, on the raw text (no trimming, no NFKC), by column type:
 *
 * - every type: NULL or the empty text is trivial in a column that is neither required nor of type unit: it is NULL.
 *   `period` is the exception, see there.
 * - `number`, `share`: `^-?\d{1,15}(\.\d{1,9})?$`; `integer`: `^-?\d{1,15}$`. Value = the text as DOUBLE, of a
 *   `share` meant as percent divided by 100 (a share without `shareAs`, or with `scale`, is never trivial); with `scale` < 1 divided
 *   by round(1/scale), with `scale` > 1 multiplied by it, in this order. Magnitude below 1e15, value within
 *   `range`, and no minus before a zero.
 * - `date`: `^(19|20)\d{2}-\d{2}-\d{2}$` and a day that exists.
 * - `flag`: exactly 是 or 否.
 * - `list`: exactly a value's id or its `name.zh`, unless that word says something else for an earlier value.
 * - `star`: exactly a key of STAR_WORDS, or one digit 0–5.
 * - `text`, `unit`: first character A–Z, a–z, 0–9 or U+4E00–U+9FFF; last character no white space (JavaScript's `\s`:
 *   no-break and ideographic included); no word of nothing, of a nil report or of a total; nor does it end in 计, a colon
 *   or a remark behind it or not.
 *   In the leading column (the unit's, else the first required text), where notes, signatures and numbers of columns
 *   stand too: two characters or more, the first none of 附 续 注 其 and no digit, no `:` or `：`, and no note. No text
 *   is trivial that equals its column's header.
 * - `period`: `^(19|20)\d{2}(Q[1-4]|H[12])?$`, and equal to the reading's period where `rowPeriods` is `only`. Empty:
 *   trivial where the reading has a period, which then is the row's.
 */
import { MISSING_WORDS, NONE_WORDS, NOT_APPLICABLE_WORDS, NOTE_STARTS, STAR_WORDS, TOTAL_WORDS } from '../model/cell-words';
import type { ColumnDef, LedgerDef } from '../model/ledger';
import type { ColumnMapping, Reading } from '../model/table';
import { calendarDate } from './cells/date';
import { isFooting, isNote } from './row-kinds';
import { isNilWord, isTotalWord, noFigure } from './words';

/** Whether a raw cell is trivial in its column, by the rule above. */
export function isTrivial(
  column: ColumnDef,
  text: string | null,
  mapping: Pick<ColumnMapping, 'header' | 'scale' | 'shareAs'>,
  reading: Pick<Reading, 'period' | 'rowPeriods'>,
  leads: boolean,
): boolean {
  if (column.type === 'period') {
    if (text === null || text === '') return reading.period !== null;
    return /^(?:19|20)\d{2}(?:Q[1-4]|H[12])?$/.test(text) && (reading.rowPeriods === 'own' || text === reading.period);
  }
  if (text === null || text === '') return column.required !== true && column.type !== 'unit';
  switch (column.type) {
    case 'number':
    case 'share':
      return /^-?\d{1,15}(?:\.\d{1,9})?$/.test(text) && isFigure(column, Number(text), mapping);
    case 'integer':
      return /^-?\d{1,15}$/.test(text) && isFigure(column, Number(text), mapping);
    case 'date': {
      const m = /^((?:19|20)\d{2})-(\d{2})-(\d{2})$/.exec(text);
      return m !== null && calendarDate(Number(m[1]), Number(m[2]), Number(m[3])) !== null;
    }
    case 'flag':
      return text === '是' || text === '否';
    case 'list':
      return (column.values ?? []).some((v) => v.id === text || v.name.zh === text);
    case 'star':
      return Object.hasOwn(STAR_WORDS, text) || /^[0-5]$/.test(text);
    case 'text':
    case 'unit':
      return isPlainText(text) && text !== mapping.header && (!leads || isPlainName(text));
  }
}

/** Of a table's columns the one that says what a row is of. */
export const leadingColumn = (columns: readonly ColumnDef[]): ColumnDef | undefined =>
  columns.find((c) => c.type === 'unit') ?? columns.find((c) => c.type === 'text' && c.required);

const TOTAL = new RegExp(String.raw`^(?:${TOTAL_WORDS.join('|')}|.*计)[\s:]*(?:(?:\(|[^\x00-\x7f\u4e00-\u9fa5]).*)?$`, 's');

const isPlainText = (text: string): boolean =>
  /^[A-Za-z0-9\u4e00-\u9fff]/.test(text) &&
  !/\s$/.test(text) &&
  noFigure(text) === null &&
  !isNilWord(text) &&
  !isTotalWord(text) &&
  !TOTAL.test(text);

const isPlainName = (text: string): boolean =>
  text.length >= 2 && !/^[附续注其\d]|[:：]/.test(text) && !isNote(text) && !isFooting([text]);

const firsts = (words: Iterable<string>): number[] =>
  [...words].flatMap((w) => [w.toUpperCase(), w.toLowerCase()].map((c) => c.charCodeAt(0)));
const WORD_STARTS = new Set(firsts([...MISSING_WORDS, ...NOT_APPLICABLE_WORDS, ...NONE_WORDS, ...TOTAL_WORDS]));
const NAME_STARTS = new Set(
  firsts([...NOTE_STARTS, ...'附续注其说备填指口制审复签负单主分联电数日第共一二三四五六七八九十0123456789']),
);

/**
 * Whether a text that begins with this character (its code) may be anything but plain, though it has no white space
 * behind it, no 计 in it and, in the leading column, no colon.
 */
export function mayBeWord(first: number, leads: boolean): boolean {
  const ascii = (first >= 0x30 && first <= 0x39) || (first >= 0x41 && first <= 0x5a) || (first >= 0x61 && first <= 0x7a);
  const settled = ascii || (first >= 0x4e00 && first <= 0x9fff);
  return !settled || WORD_STARTS.has(first) || (leads && NAME_STARTS.has(first));
}

/** Whether a plain figure is one that the column may hold. */
export function isFigure(
  column: ColumnDef,
  plain: number,
  { scale = 1, shareAs }: Pick<ColumnMapping, 'scale' | 'shareAs'>,
): boolean {
  if (column.type === 'share' && (shareAs === undefined || scale !== 1)) return false;
  const n =
    column.type === 'share'
      ? plain / (shareAs === 'percent' ? 100 : 1)
      : scale < 1
        ? plain / Math.round(1 / scale)
        : plain * scale;
  const [min, max] = column.range ?? [-Infinity, Infinity];
  return Math.abs(n) < 1e15 && n >= min && n <= max && (column.type !== 'integer' || Number.isInteger(n)) && !Object.is(n, -0);
}

/** A mapped column of a table. */
export interface Mapped {
  readonly column: ColumnDef;
  readonly mapping: ColumnMapping;
  readonly leads: boolean;
}

/**
 * The columns of a table by which its rows are trivial or not; null where no row can be: a column that rows cannot do
 * without is not there, or nothing says what a row is of.
 */
export function trivialColumns(ledger: LedgerDef, reading: Reading): readonly Mapped[] | null {
  const mapped = reading.columns.flatMap((mapping) => {
    const column = ledger.columns.find((c) => c.id === mapping.column);
    return column ? [{ column, mapping }] : [];
  });
  const leading = leadingColumn(mapped.map((m) => m.column));
  const told = ({ type, required }: ColumnDef): boolean =>
    type === 'period' ? reading.period !== null : required !== true || (type === 'unit' && reading.sender !== '');
  const whole = ledger.columns.every((c) => told(c) || mapped.some((m) => m.column === c));
  return leading && whole ? mapped.map((m) => ({ ...m, leads: m.column === leading })) : null;
}

/**
 * Whether the engine's own reading is worth it: of the rows seen at most half are odd. Where most are (a period
 * written 2026年三季度 in every row) the careful path is the shorter way.
 */
export function isMostlyTrivial(ledger: LedgerDef, reading: Reading, rows: readonly (readonly string[])[]): boolean {
  const columns = trivialColumns(ledger, reading);
  if (columns === null) return false;
  const trivial = (row: readonly string[]) =>
    columns.every(({ column, mapping, leads }) => isTrivial(column, row[mapping.index] ?? null, mapping, reading, leads));
  return rows.filter((r) => !trivial(r)).length * 2 <= rows.length;
}
