/** What a table says of its period, gathered from its title, its names and its rows, and the choice made from it. */
import type { LedgerDef } from '../model/ledger';
import { asOf, periodOf, type Period } from '../model/period';
import { isSheet, type ColumnMapping } from '../model/table';
import { dateReader } from './cells/date';
import { isFilledOn, type Above } from './fragments';
import { periodBefore, periodIn, periodsIn } from './period';
import { choosePeriod, type PeriodChoice, type PeriodEvidence, type Stated } from './period-choice';
import { periodText } from './row-period';
import type { Seen } from './seen';
import { isTotalWord } from './words';

/**
 * The period of a table whose columns are known.
 *
 * @param above what stands above the header. @param body the records below it, as far as seen.
 */
export function periodOfTable(
  ledger: LedgerDef,
  columns: readonly ColumnMapping[],
  above: Above,
  body: readonly (readonly string[])[],
  seen: Pick<Seen, 'file' | 'dialect' | 'complete' | 'ownExport' | 'stated'>,
): PeriodChoice {
  if (ledger.rowPer === 'roster') return { period: null, rowPeriods: 'own' };
  const { frequency } = ledger;
  const own = columns.filter((c) => ledger.columns.some((d) => d.id === c.column && d.type === 'period'));
  const sheet = isSheet(seen.dialect) ? seen.dialect.sheet : '';
  const names = [...above.titles, sheet, seen.file];
  const year = Number(names.flatMap((t) => /(?:19|20)\d{2}(?=年|$|\D)/.exec(t.normalize('NFKC'))?.[0] ?? [])[0]) || undefined;
  const filled = above.filledOn ?? lastFilledOn(columns, body);

  const claim = (text: string, from: Stated['from']): Stated[] => {
    // Beside a column of periods 一至三季度 may mean several; alone it means those three together.
    const found = periodsIn(text, year, frequency, own.length === 0);
    if (found.length > 0) return found.length === 1 ? [{ period: found[0] as Period, from }] : [];
    // 2026年表彰奖励 of a yearly table
    const [, annual] = (frequency === 'Y' && /((?:19|20)\d{2})年(?!\d)/.exec(text.normalize('NFKC'))) || [];
    if (annual !== undefined) return [{ period: periodOf(Number(annual), 'Y'), from }];
    // 第三季度 without any year: the latest that was over when the table was filled in
    if (year !== undefined || filled === null) return [];
    const now = Number(filled.slice(0, 4));
    const over = [now, now - 1].flatMap((y) => periodsIn(text, y, frequency)).filter((p) => asOf(p) <= filled);
    return over[0] ? [{ period: over[0], from }] : [];
  };
  const file = seen.ownExport ? '' : seen.file.replace(/\.[a-z0-9]+$/i, '');
  const stated = seen.stated ?? [...[...above.titles, sheet].flatMap((t) => claim(t, 'title')), ...claim(file, 'fileName')];
  const contextYear = Number(stated[0]?.period.slice(0, 4) ?? year ?? filled?.slice(0, 4)) || undefined;
  const likely = filled === null ? null : periodBefore(filled, frequency);
  return choosePeriod({
    frequency,
    stated,
    ...rowsNaming(own, body, contextYear, frequency),
    complete: seen.complete,
    likely: likely && { period: likely, from: above.filledOn === null ? 'column' : 'title' },
  });
}

/** Which periods the rows name, by how many rows each. */
function rowsNaming(
  own: readonly ColumnMapping[],
  body: readonly (readonly string[])[],
  contextYear: number | undefined,
  frequency: LedgerDef['frequency'],
): Pick<PeriodEvidence, 'named' | 'unnamed' | 'partial'> {
  const named = new Map<Period, number>();
  let unnamed = 0;
  let partial = false;
  // of many rows few say another period than the one before
  const read = new Map<string, Period | null>();
  for (const record of own.length > 0 ? body : []) {
    if (record.every((c) => c.trim() === '') || record.some((c) => isTotalWord(c.trim()))) continue;
    const text = periodText(record, own);
    if (text === '') {
      unnamed += 1;
      continue;
    }
    let period = read.get(text);
    if (period === undefined) {
      period = periodIn(text, contextYear, frequency);
      if (period && periodIn(text) === null) partial = true;
      read.set(text, period);
    }
    if (period) named.set(period, (named.get(period) ?? 0) + 1);
  }
  return { named, unnamed, partial };
}

/** The last day in a column 填报时间: when the rows were filled in says which period they are probably of. */
function lastFilledOn(columns: readonly ColumnMapping[], body: readonly (readonly string[])[]): string | null {
  const index = columns.find((c) => isFilledOn(c.header))?.index;
  if (index === undefined) return null;
  const days = body.flatMap((r) => dateReader((r[index] ?? '').trim()).value ?? []);
  return days.reduce<string | null>((last, day) => (last === null || day > last ? day : last), null);
}
