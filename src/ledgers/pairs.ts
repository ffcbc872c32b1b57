/** How pairs 应X/已X are written in the wild, and how a ledger that consists of them is put together. */
import type { ColumnDef, LedgerDef } from '../model/ledger';
import { given, sum, type MeasureDef } from '../model/measure';
import { tally } from './columns';
import { duty, type Duty } from './duties';

/** Words below a merged header: `under('大工委|街道大工委', '应建|应成立')` is 大工委应建, 街道大工委应建, … */
export const under = (topics: string, words: string): string[] =>
  topics.split('|').flatMap((topic) => words.split('|').map((word) => topic + word));

/** What a merged header splits into where the form has no words of its own. */
export const DUE = '应完成|应开展|应|任务|应有|应办';
export const DONE = '已完成|已开展|已|完成|实际|实有|已办|完成情况';

/** 已建档 of 人 is written 已建档人数 too. */
const withNoun = (name: string, unit: string): string[] => {
  if (unit.length > 1 || /[总)]$|总数$/.test(name)) return [name];
  const stem = name.replace(/[人个家项件次票卷]?数$/, '');
  return [name, `${stem}${unit}数`];
};

/** A count as `tally` has it, its names with the noun of its unit too: 已建档人数, 已完成项数. Each of `names` may hold several, parted by `|`. */
export const counted = (
  id: string,
  zh: string,
  en: string,
  unit: string,
  basis: NonNullable<ColumnDef['basis']>,
  names: readonly string[] = [],
  more: Parameters<typeof tally>[6] = {},
): ColumnDef => {
  const all = [zh, ...names.flatMap((n) => n.split('|'))];
  return tally(
    id,
    zh,
    en,
    unit,
    basis,
    all.flatMap((n) => withNoun(n, unit)),
    more,
  );
};

/** A duty in a ledger of several rows a county: what was done is counted only where it is told of how much. */
export const dutyBySector = (...[id, zh, en, due, done, more]: Parameters<typeof duty>): Duty =>
  duty(id, zh, en, due, done, { numerator: sum(done.id, given(due.id)), ...more });

/** The columns of duties in their order, each once, with their checks and shares. */
export const assembled = (
  duties: readonly Duty[],
): { columns: readonly ColumnDef[]; checks: LedgerDef['checks']; measures: readonly MeasureDef[] } => ({
  columns: [...new Set(duties.flatMap((d) => d.columns))],
  checks: duties.map((d) => d.check),
  measures: duties.map((d) => d.measure),
});
