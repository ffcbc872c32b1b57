/**
 * Which raw cells the engine may read by itself. The clean path inserts a row by SQL alone when every cell of a
 * mapped column is trivial, and hands any other row to `readRows`. Both must agree: a row of trivial cells is one
 * that `RowReader` accepts without a word and with the same values.
 *
 * The rule, on the raw text (no trimming, no NFKC), by column type:
 *
 * - every type: NULL or the empty text is trivial in a column that is neither required nor of type unit: it is NULL.
 *   `period` is the exception, see there.
 * - `number`, `share`: `^-?\d{1,15}(\.\d{1,9})?$`; `integer`: `^-?\d{1,15}$`. Value = the text as DOUBLE, of a
 *   `share` meant as percent divided by 100 (a share without `shareAs`, or with `scale`, is never trivial); with `scale` < 1 divided
 *   by round(1/scale), with `scale` > 1 multiplied by it, in this order. Magnitude below 1e15 and value within
 *   `range`.
 * - `date`: `^(19|20)\d{2}-\d{2}-\d{2}$` and a day that exists.
 * - `flag`: exactly 是 or 否.
 * - `list`: exactly a value's id or its `name.zh`, unless that word says something else for an earlier value.
 * - `star`: exactly a key of STAR_WORDS, or one digit 0–5.
 * - `text`, `unit`: first character A–Z, a–z, 0–9 or U+4E00–U+9FFF; last character no white space (JavaScript's `\s`:
 *   no-break and ideographic included); without white space and in upper case none of MISSING_WORDS,
 *   NOT_APPLICABLE_WORDS, NONE_WORDS, TOTAL_WORDS (also followed by a colon or a remark in brackets), 零报告, 无报告,
 *   无此项, 无情况, 无内容; nor does it end in 计, a colon or such a remark behind it or not.
 *   In the leading column (the unit's, else the first required text), where notes, signatures and numbers of columns
 *   stand too: two characters or more, the first none of 附 续 注 其 and no digit, no `:` or `：`, and none of
 *   NOTE_STARTS, 第…页, 共…页 or 一、 at its beginning. No text is trivial
 *   that equals its column's header.
 * - `period`: `^(19|20)\d{2}(Q[1-4]|H[12])?$`, and equal to the reading's period where `rowPeriods` is `only`. Empty:
 *   trivial where the reading has a period, which then is the row's.
 */
import { MISSING_WORDS, NONE_WORDS, NOT_APPLICABLE_WORDS, NOTE_STARTS, STAR_WORDS, TOTAL_WORDS } from '../model/cell-words';
import type { ColumnDef, LedgerDef } from '../model/ledger';
import type { ColumnMapping, Reading } from '../model/table';
import { calendarDate } from './cells/date';

const WORDS: ReadonlySet<string> = new Set([
  ...MISSING_WORDS,
  ...NOT_APPLICABLE_WORDS,
  ...NONE_WORDS,
  ...TOTAL_WORDS.flatMap((w) => [w, `${w}:`, `${w}：`]),
  ...['零报告', '无报告', '无此项', '无情况', '无内容'],
]);

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
      return /^-?\d{1,15}(?:\.\d{1,9})?$/.test(text) && inRange(column, text, mapping);
    case 'integer':
      return /^-?\d{1,15}$/.test(text) && inRange(column, text, mapping);
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
      return isPlainText(text) && text !== mapping.header && (!leads || (text.length >= 2 && !NO_NAME.test(text)));
  }
}

/** Of a table's columns the one that says what a row is of. */
export const leadingColumn = (columns: readonly ColumnDef[]): ColumnDef | undefined =>
  columns.find((c) => c.type === 'unit') ?? columns.find((c) => c.type === 'text' && c.required);

/**
 * Whether the engine's own reading is worth it: of the rows seen at most a fifth is odd. Where most are (a period
 * written 2026年三季度 in every row) the careful path is the shorter way.
 */
export function isMostlyTrivial(ledger: LedgerDef, reading: Reading, rows: readonly (readonly string[])[]): boolean {
  const mapped = reading.columns.flatMap((mapping) => {
    const column = ledger.columns.find((c) => c.id === mapping.column);
    return column ? [{ column, mapping }] : [];
  });
  const leading = leadingColumn(mapped.map((m) => m.column));
  const trivial = (row: readonly string[]) =>
    mapped.every(({ column, mapping }) => isTrivial(column, row[mapping.index] ?? null, mapping, reading, column === leading));
  const odd = rows.filter((r) => !trivial(r)).length;
  return odd * 5 <= rows.length;
}

const TOTAL = new RegExp(String.raw`^(?:${TOTAL_WORDS.join('|')}|.*计)[\s:]*(?:(?:\(|[^\x00-\x7f\u4e00-\u9fa5]).*)?$`, 's');

const NO_NAME = new RegExp(
  String.raw`^[附续注其\d]|[:：]|^(?:${NOTE_STARTS.join('|')})|^[第共].*页|^[一二三四五六七八九十]+、`,
  's',
);

const isPlainText = (text: string): boolean =>
  /^[A-Za-z0-9\u4e00-\u9fff]/.test(text) &&
  !/\s$/.test(text) &&
  !WORDS.has(text.replace(/\s+/g, '').toUpperCase()) &&
  !TOTAL.test(text);

function inRange(column: ColumnDef, text: string, { scale = 1, shareAs }: Pick<ColumnMapping, 'scale' | 'shareAs'>): boolean {
  if (column.type === 'share' && (shareAs === undefined || scale !== 1)) return false;
  const n =
    column.type === 'share'
      ? Number(text) / (shareAs === 'percent' ? 100 : 1)
      : scale < 1
        ? Number(text) / Math.round(1 / scale)
        : Number(text) * scale;
  const [min, max] = column.range ?? [-Infinity, Infinity];
  return Math.abs(n) < 1e15 && n >= min && n <= max && (column.type !== 'integer' || Number.isInteger(n));
}
