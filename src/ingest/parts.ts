/**
 * Several tables in one source, one below the other: where each begins and ends. A table begins at its title, or at
 * its header where it has none; a header repeated at a page break begins no table.
 */
import type { LedgerDef } from '../model/ledger';
import { readAbove } from './fragments';
import { headerPlaces } from './header-places';
import { isOrdinal, looseName } from './headers';
import { isPlausible, layoutsOf, type Layout } from './layout';
import { periodsIn } from './period';
import { isNote } from './row-kinds';
import { isTotalWord, noFigure } from './words';

export type Records = readonly (readonly string[])[];

/** A stretch of records, 0-based, both ends included. */
export interface Part {
  readonly first: number;
  readonly last: number;
}

/** Blank records in a row that no table has in its middle. */
const GAP = 200;
/** The deepest header has three records. */
const ABOVE = 2;

const isFigure = (text: string): boolean => /^[+-]?\d[\d,.]*[%％‰]?$/.test(text.trim());
export const filledIn = (record: readonly string[]): string[] => record.filter((c) => c.trim() !== '');
const isBlank = (record: readonly string[] | undefined): boolean => !record?.some((c) => c.trim() !== '');

/** A record that may stand above a table: a single text, or fragments such as 填报单位：…. */
function isTitle(record: readonly string[]): boolean {
  const cells = filledIn(record);
  if (cells.length === 1) return !isFigure(cells[0] as string);
  return cells.length > 0 && cells.some((c) => /[:：]/.test(c)) && !cells.some(isFigure) && cells.length <= 8;
}

/** The parts of a source, each with a table of its own, as far as headers tell. Blank stretches belong to none. */
export function partsOf(records: Records, ledgers: readonly LedgerDef[]): Part[] {
  const starts = [0, ...afterGaps(records)];
  let header: { readonly at: number; readonly start: number; readonly words: ReadonlySet<string>; readonly end: number } | null =
    null;
  // Below the header in force and its repetitions.
  let from = 0;
  for (const [first, last] of headerPlaces(records, ledgers)) {
    const words = wordsAt(records, first, last);
    if (header && first <= header.end) continue;
    if (header && isSame(header.words, words) && !isNewTitle(records, header, first)) {
      from = last + 1;
      continue;
    }
    const at = headerIn(records, Math.max(from, first - ABOVE), last, ledgers);
    if (at === null) continue;
    const start = startAbove(records, at, from);
    from = last + 1;
    // What stands over the first header is its title, unless it is a table that no ledger's names fit.
    if (header || hasSubstance(records.slice(0, start))) starts.push(start);
    header = { at, start: header ? start : 0, words, end: last };
  }
  const ordered = [...new Set(starts)].sort((a, b) => a - b);
  return ordered.flatMap((first, i): Part[] => {
    let last = (ordered[i + 1] ?? records.length) - 1;
    while (last >= first && isBlank(records[last])) last -= 1;
    return last < first ? [] : [{ first, last }];
  });
}

/** The first records after long blank stretches. */
function afterGaps(records: Records): number[] {
  const found: number[] = [];
  let blank = 0;
  for (const [i, record] of records.entries()) {
    if (isBlank(record)) blank += 1;
    else {
      if (blank >= GAP && blank < i) found.push(i);
      blank = 0;
    }
  }
  return found;
}

/** Cells of a header with their columns; running numbers aside. */
function wordsAt(records: Records, first: number, last: number): Set<string> {
  const words = new Set<string>();
  for (const record of records.slice(first, last + 1))
    for (const [i, c] of record.entries()) if (c.trim() !== '' && !isOrdinal(c)) words.add(`${i} ${looseName(c)}`);
  return words;
}

/** Whether a header is another's again, or one record of it. */
const isSame = (known: ReadonlySet<string>, words: ReadonlySet<string>): boolean => [...words].every((w) => known.has(w));

/** Where between two records a header of some ledger begins; null where there is none. */
function headerIn(records: Records, first: number, last: number, ledgers: readonly LedgerDef[]): number | null {
  const layout = layoutsOf(records.slice(first, last + 1), ledgers, '').find(isPlausible);
  return layout ? first + layout.first : null;
}

/** Whether what stands above a repeated header names another sender, another period or another table. */
function isNewTitle(
  records: Records,
  before: { readonly start: number; readonly at: number; readonly end: number },
  at: number,
): boolean {
  const start = startAbove(records, at, before.end + 1);
  const [old, now] = [readAbove(records.slice(before.start, before.at)), readAbove(records.slice(start, at))];
  if (now.sender !== '' && now.sender !== old.sender) return true;
  const bare = (titles: readonly string[]) =>
    titles
      .map((t) => looseName(t).replace(/\(?续(?:表|\d|[一二三四五六七八九十])*\)?|第\d+页|共\d+页/g, ''))
      .filter((t) => t !== '');
  const known = new Set(bare(old.titles));
  const fresh = bare(now.titles).filter((t) => !known.has(t));
  const periods = (titles: readonly string[]) => titles.flatMap((t) => periodsIn(t));
  const had = periods(old.titles);
  return (
    fresh.some((t) => /(?:表|台账|名册|明细|汇总|清单|情况|统计)(?:\([^)]*\))?$/.test(t)) ||
    periods(now.titles).some((p) => !had.includes(p))
  );
}

/** Where the titles above a header begin, at `from` at the earliest. Notes under the table before are no titles. */
function startAbove(records: Records, header: number, from: number): number {
  let start = header;
  for (let i = header - 1; i >= from; i--) {
    const record = records[i] as readonly string[];
    if (isBlank(record)) continue;
    if (!isTitle(record)) break;
    start = i;
  }
  const isUnder = (record: readonly string[]) => isNote(filledIn(record)[0]?.trim() ?? '') || isBlank(record);
  const title = records.slice(start, header).findIndex((r) => !isUnder(r));
  // Fragments alone (填报单位：…) are the header's own; above a title they close the table before.
  return title > 0 && from > 0 ? start + title : start;
}

/** Whether a stretch holds more than a title: records of several cells, with figures. */
export function hasSubstance(records: Records): boolean {
  let wide = 0;
  let figures = 0;
  for (const record of records) {
    const cells = filledIn(record);
    if (cells.length < 2 || cells.some((c) => /[:：]/.test(c))) continue;
    wide += 1;
    if (cells.filter(isFigure).length > 0) figures += 1;
  }
  return wide >= 2 && figures >= 1;
}

/**
 * Where inside a table something else begins: after a blank record or a title stands a record of words, and words
 * where the table has figures. @returns the 0-based index in `records`; null when it is all one table.
 */
export function foreignFrom(records: Records, { first, count, matches }: Layout): number | null {
  const figures = matches.filter((m) => m.column.type === 'number' || m.column.type === 'integer').map((m) => m.index);
  const header = wordsAt(records, first, first + count - 1);
  if (figures.length === 0) return null;
  for (let i = first + count + 1; i < records.length; i++) {
    const record = records[i] as readonly string[];
    const before = records[i - 1] as readonly string[];
    if (!isBlank(before) && !isTitle(before)) continue;
    const cells = filledIn(record);
    if (cells.length < 2 || cells.some((c) => isFigure(c) || isTotalWord(c.trim()) || /[:：]/.test(c))) continue;
    const words = figures.filter((f) => noFigure((record[f] ?? '').trim()) === null).length;
    if (words < Math.min(2, figures.length) || isSame(header, wordsAt(records, i, i))) continue;
    const start = startAbove(records, i, first + count);
    if (hasSubstance(records.slice(i))) return start;
  }
  return null;
}
