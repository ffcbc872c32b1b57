/** A star table as the scorer reads it: measures `branch.<column>`, a roster of branches, a catalogue for reading schemes. */
import type { MeasureCatalogue, MeasureDef, MeasureId } from '../../model/measure';
import { Measures, type MeasureCell } from '../../model/measures';
import type { Period } from '../../model/period';
import { Roster } from '../../model/roster';
import type { Unit, UnitId } from '../../model/unit';
import { branchMeasure, columnOf, type StarTable } from './table';

const NONE = { value: null, numerator: null, denominator: null, rows: 1 } as const;
// One object for all: a table may have a million such cells.
const MISSING: MeasureCell = { ...NONE, status: 'missing' };
const NOT_APPLICABLE: MeasureCell = { ...NONE, status: 'na' };

/** The table's columns as measures of its one period. Nothing is copied: a cell is made when it is asked for. */
export class StarMeasures extends Measures {
  readonly #table: StarTable;
  readonly #columns: ReadonlyMap<MeasureId, { readonly values: Float64Array; readonly only: ReadonlySet<string> | null }>;
  override readonly size: number;

  constructor(table: StarTable) {
    super([]);
    this.#table = table;
    this.#columns = new Map(
      [...table.columns].map(([name, values]) => {
        const only = table.only.get(name);
        return [branchMeasure(name), { values, only: only ? new Set(only) : null }];
      }),
    );
    this.size = table.ids.length * table.columns.size;
  }

  override get periods(): readonly Period[] {
    return [this.#table.period];
  }

  override get ids(): readonly MeasureId[] {
    return [...this.#columns.keys()];
  }

  override has(measure: MeasureId): boolean {
    return this.#columns.has(measure);
  }

  override get(measure: MeasureId, unit: UnitId, period: Period): MeasureCell | undefined {
    const column = this.#columns.get(measure);
    if (!column || period !== this.#table.period) return undefined;
    const i = this.#table.indexOf(unit);
    if (i < 0) return undefined;
    if (column.only && !column.only.has(this.#table.sectors[i] ?? '')) return NOT_APPLICABLE;
    const value = column.values[i] ?? NaN;
    return Number.isNaN(value) ? MISSING : { value, numerator: value, denominator: null, status: 'ok', rows: 1 };
  }
}

/** The table's branches as units: the sector is the peer group, the county the parent. Names are the caller's; here a branch is its id. */
export class StarRoster extends Roster {
  override readonly units: readonly Unit[];
  readonly #table: StarTable;

  constructor(table: StarTable) {
    super([]);
    this.#table = table;
    this.units = table.ids.map((id, i): Unit => ({
      ...{ id, names: [{ name: id, from: null, to: null }], code: null, level: 'branch' },
      ...{ parent: table.counties[i] ?? null, group: table.sectors[i] ?? null, aliases: [], from: null, to: null },
    }));
  }

  override get(id: UnitId): Unit | undefined {
    return this.units[this.#table.indexOf(id)];
  }

  override find(name: string): Unit | undefined {
    return this.units[this.#table.indexOf(name as UnitId)];
  }

  override expected(_: Period, level: Unit['level'] = 'branch'): Unit[] {
    return level === 'branch' ? [...this.units] : [];
  }

  // Those of the roster above are of names it was not given.
  override name(id: UnitId): string {
    return id;
  }

  override nameOn(id: UnitId): string {
    return id;
  }
}

/** The measures that a star scheme may name: one for each column, a plain number. A scheme that names another is faulted. */
export function starCatalogue(columns: Iterable<string>): MeasureCatalogue {
  const known = new Set(columns);
  return {
    get(id): MeasureDef | undefined {
      const column = columnOf(id);
      if (column === undefined || !known.has(column)) return undefined;
      return {
        ...{ id: column, name: { zh: column, en: column }, unit: 'number', numerator: { agg: 'count' } },
        ...{
          better: 'higher',
          scored: true,
          definition: { zh: `支部数据列“${column}”`, en: `Column “${column}” of the branches` },
        },
      };
    },
  };
}
