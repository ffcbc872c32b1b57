/** The branches 党支部 of one period as columns: the compact input of a star rating, for up to 160,000 branches in the page. */
import type { MeasureId } from '../../model/measure';
import type { Period } from '../../model/period';
import type { UnitId } from '../../model/unit';

/** Every list and column is by branch, in one order, which is the order of every result. */
export interface StarColumns {
  readonly period: Period;
  readonly ids: readonly UnitId[];
  /** The county each belongs to; null where it is not known. */
  readonly counties: readonly (UnitId | null)[];
  /** 领域: the peer group of a branch; null where it is not known. */
  readonly sectors: readonly (string | null)[];
  /** By name; NaN = missing. The measure of a column is `branch.<name>`. */
  readonly columns: ReadonlyMap<string, Float64Array>;
  /** Columns that only some sectors have: of every other branch the figure is not applicable, whatever the column holds. */
  readonly only?: ReadonlyMap<string, readonly string[]>;
}

const PREFIX = 'branch.';

/** The measure id of a column, as schemes name it. */
export const branchMeasure = (column: string): MeasureId => `${PREFIX}${column}`;

/** The column a measure names; undefined for a measure that is not of a branch. */
export const columnOf = (measure: MeasureId): string | undefined =>
  measure.startsWith(PREFIX) ? measure.slice(PREFIX.length) : undefined;

/** One period's branches, checked. Columns are held, not copied: do not write to them. */
export class StarTable implements StarColumns {
  readonly period: Period;
  readonly ids: readonly UnitId[];
  readonly counties: readonly (UnitId | null)[];
  readonly sectors: readonly (string | null)[];
  readonly columns: ReadonlyMap<string, Float64Array>;
  readonly only: ReadonlyMap<string, readonly string[]>;
  readonly #index = new Map<UnitId, number>();

  /** @throws RangeError where a branch is there twice, a list is not as long as the branches are many, or `only` names no column. */
  constructor({ period, ids, counties, sectors, columns, only = new Map<string, readonly string[]>() }: StarColumns) {
    ids.forEach((id, i) => this.#index.set(id, i));
    if (this.#index.size < ids.length) throw new RangeError('a branch is in the table twice');
    const lengths: [string, number][] = [
      ['counties', counties.length],
      ['sectors', sectors.length],
      ...[...columns].map(([name, c]): [string, number] => [name, c.length]),
    ];
    for (const [name, length] of lengths)
      if (length !== ids.length) throw new RangeError(`${name}: ${length} entries for ${ids.length} branches`);
    for (const name of only.keys()) if (!columns.has(name)) throw new RangeError(`no such column: ${name}`);
    this.period = period;
    this.ids = ids;
    this.counties = counties;
    this.sectors = sectors;
    this.columns = columns;
    this.only = only;
  }

  /** Position of a branch; -1 where the table has none such. */
  indexOf(id: UnitId): number {
    return this.#index.get(id) ?? -1;
  }
}
