/** A duty 应X and what was done of it 已X: two columns, the check that holds them together, and the share they make. */
import type { ColumnDef, RowCheck } from '../model/ledger';
import { coalesce, col, given, lit, or, plus, sum, type Aggregate, type MeasureDef, type Scalar } from '../model/measure';

/** part ÷ whole, over all rows of a unit; the definition names the two columns unless `more` says it better. */
export const share = (
  id: string,
  zh: string,
  en: string,
  part: ColumnDef,
  whole: ColumnDef,
  more: Partial<MeasureDef> = {},
): MeasureDef => ({
  id,
  name: { zh, en },
  unit: 'share',
  numerator: sum(part.id),
  denominator: sum(whole.id),
  better: 'higher',
  scored: true,
  definition: { zh: `${part.name.zh} ÷ ${whole.name.zh}`, en: `${part.name.en} ÷ ${lower(whole.name.en)}` },
  ...more,
});

/** The sum of a column over all rows of a unit, shown and never scored (◎) unless `more` says so. */
export const total = (id: string, zh: string, en: string, of: ColumnDef, more: Partial<MeasureDef> = {}): MeasureDef => ({
  id,
  name: { zh, en },
  unit: 'count',
  numerator: sum(of.id),
  better: 'neither',
  scored: false,
  definition: { zh: of.name.zh, en: of.name.en },
  ...more,
});

/** A column's figure, nothing where it is blank. */
export const orNothing = (column: Pick<ColumnDef, 'id'>): Scalar => coalesce(col(column.id), lit(0));

/** The sum of several columns over all rows of a unit; a row that gives none of them has no sum, not one of zero. */
export const addedUp = (columns: readonly ColumnDef[]): Aggregate =>
  sum(columns.map(orNothing).reduce(plus), or(...columns.map((c) => given(c.id))));

/** part ≤ whole in every row. */
export const atMost = (part: ColumnDef, whole: ColumnDef): RowCheck => ({ check: 'atMost', part: part.id, whole: whole.id });

/** Where every duty of a ledger stands: its columns in the form's order, its checks, its shares. */
export interface Duty {
  readonly columns: readonly [due: ColumnDef, done: ColumnDef];
  readonly check: RowCheck;
  readonly measure: MeasureDef;
}

/** A duty with its share `id`: `duty('filed', '备案率', 'Filed', tally(应备案), tally(已备案))`. */
export const duty = (
  id: string,
  zh: string,
  en: string,
  due: ColumnDef,
  done: ColumnDef,
  more: Partial<MeasureDef> = {},
): Duty => ({ columns: [due, done], check: atMost(done, due), measure: share(id, zh, en, done, due, more) });

/** The first letter small, unless the word is a name of letters (GDP, A). */
const lower = (en: string): string => (/^[A-Z](?:[a-z]| )/.test(en) ? en.charAt(0).toLowerCase() + en.slice(1) : en);
