/**
 * The field: one leaf's prepared values of all units in one period, which a rule looks at to see a unit's target
 * or its competitors.
 */
import type { Measures } from '../model/measures';
import { comparePeriods, partsOf, type Period } from '../model/period';
import type { UnitId } from '../model/unit';
import { snap, type Leaf } from '../scheme';

/** Below this many units, a rule that looks at others looks elsewhere. */
const SMALL_GROUP = 4;

/**
 * Who is looked at, and what their values come to. Only values reported for the period count, those put in place
 * of a missing one do not; each figure is worked out once, when it is first asked for.
 */
export interface Pool {
  /** null: the whole city. */
  readonly group: string | null;
  /** Positions of the units looked at. */
  readonly members: readonly number[];
  /** Of the reported values; NaN where nobody reported. */
  readonly max: number;
  readonly min: number;
  /** The group was too small: what `fallback` says applies. */
  readonly small: boolean;
  /** NaN where nobody reported. */
  readonly mean: number;
  /** Sample standard deviation (n − 1); 0 where all are equal or one alone reported, NaN where nobody did. */
  readonly sd: number;
  /** The reported values, ascending, snapped to 1e-9 so that dust breaks no tie. */
  readonly sorted: Float64Array;
}

/** The leaf's values of other periods, units in the field's order. */
export interface History {
  readonly periods: readonly Period[];
  /** null: the leaf has none in that period. */
  values(period: Period): Float64Array | null;
}

/** Over which periods a least or greatest value is taken: the field's own, all that are scored, or the last before the field's year. */
export type Span = 'period' | 'all' | 'yearStart';

/** A least or greatest value, and who holds it: of several the earliest period, then the first unit id. */
export interface Extreme {
  /** NaN where nobody reported. */
  readonly value: number;
  readonly unit: UnitId | null;
  readonly period: Period;
  readonly holders: number;
  /** The year has no period before it: the field's own stands for it. */
  readonly noYearStart: boolean;
}

/** Where a value stands among the others of a pool: how many lie above it, are equal at 1e-9, lie below. */
export interface Standing {
  readonly above: number;
  readonly equal: number;
  readonly below: number;
}

export class Field {
  readonly leaf: Leaf;
  /** The period the values are of: earlier than the scored one when they are carried. */
  readonly period: Period;
  readonly units: readonly UnitId[];
  readonly groups: readonly (string | null)[];
  readonly measures: Measures;
  /** Prepared values by unit; NaN where there is none. */
  readonly values: Float64Array;
  readonly #history: History | undefined;
  /** By what applies to small groups, then by group. */
  readonly #pools = { city: new Map<string | null, Pool>(), group: new Map<string | null, Pool>() };
  readonly #extremes = new Map<string, Extreme>();
  readonly #all: readonly number[];
  readonly #mates: ReadonlyMap<string, readonly number[]>;

  constructor(
    leaf: Leaf,
    period: Period,
    units: readonly UnitId[],
    groups: readonly (string | null)[],
    measures: Measures,
    values: Float64Array,
    history?: History,
  ) {
    this.leaf = leaf;
    this.period = period;
    this.units = units;
    this.groups = groups;
    this.measures = measures;
    this.values = values;
    this.#history = history;
    this.#all = units.map((_, i) => i);
    const mates = new Map<string, number[]>();
    groups.forEach((group, i) => {
      if (group === null) return;
      const list = mates.get(group);
      if (list) list.push(i);
      else mates.set(group, [i]);
    });
    this.#mates = mates;
  }

  /** Whom unit u is compared with. A unit in no group is compared with the whole city. */
  pool(u: number, among: 'group' | 'city', fallback: 'city' | 'group'): Pool {
    const own = among === 'group' ? (this.groups[u] ?? null) : null;
    const pools = this.#pools[own === null ? 'city' : fallback];
    let pool = pools.get(own);
    if (!pool) pools.set(own, (pool = this.#makePool(own, fallback)));
    return pool;
  }

  /** The mean of the values reported in the unit's group, however small, or in the city; of the city where nobody in the group reported. */
  meanOf(u: number, among: 'group' | 'city'): number {
    const mean = this.pool(u, among, 'group').mean;
    return Number.isNaN(mean) ? this.pool(u, 'city', 'city').mean : mean;
  }

  /** What unit u is scored with: its value, else what the leaf puts in place of a missing one; NaN where nothing does. */
  standing(u: number): number {
    const x = this.values[u] ?? NaN;
    const { missing } = this.leaf;
    if (!Number.isNaN(x) || typeof missing !== 'object') return x;
    return 'fixed' in missing ? missing.fixed : this.meanOf(u, missing.mean);
  }

  /** Where unit u stands among the others of its pool; u itself is not counted, nor is who did not report. */
  among(u: number, pool: Pool): Standing {
    const { sorted } = pool;
    const x = snap(this.standing(u));
    const below = firstFrom(sorted, (y) => y >= x);
    const notAbove = firstFrom(sorted, (y) => y > x);
    // A value put in place of a missing one is not in the pool.
    const self = Number.isNaN(this.values[u] ?? NaN) ? 0 : 1;
    return { above: sorted.length - notAbove, equal: notAbove - below - self, below };
  }

  /** The least or greatest value of a pool over a span of periods. Whoever did not report in a period is not looked at for it. */
  extreme(pool: Pool, is: 'min' | 'max', over: Span): Extreme {
    const key = `${is} ${over} ${pool.group === null ? '' : `of ${pool.group}`}`;
    let found = this.#extremes.get(key);
    if (!found) this.#extremes.set(key, (found = this.#findExtreme(pool, is, over)));
    return found;
  }

  #findExtreme(pool: Pool, is: 'min' | 'max', over: Span): Extreme {
    const columns = this.#columns(over);
    const noYearStart = over === 'yearStart' && columns.length === 0;
    if (columns.length === 0) columns.push({ period: this.period, values: this.values });
    let value = NaN;
    for (const { values } of columns)
      for (const i of pool.members) {
        const x = values[i] ?? NaN;
        if (!Number.isNaN(x)) value = Number.isNaN(value) ? x : is === 'min' ? Math.min(value, x) : Math.max(value, x);
      }
    for (const { period, values } of columns) {
      const holders = pool.members.filter((i) => values[i] === value).map((i) => this.units[i]!);
      const unit = holders.reduce<UnitId | null>((first, h) => (first === null || h < first ? h : first), null);
      if (unit !== null) return { value, unit, period, holders: holders.length, noYearStart };
    }
    return { value, unit: null, period: this.period, holders: 0, noYearStart };
  }

  /** In order of time; the field's own period has the field's own values. Empty: a year without a period before it. */
  #columns(over: Span): { period: Period; values: Float64Array }[] {
    if (over === 'period') return [{ period: this.period, values: this.values }];
    const { year } = partsOf(this.period);
    const others = (this.#history?.periods ?? [])
      .filter((p) => p !== this.period && (over === 'all' || partsOf(p).year < year))
      .flatMap((period) => {
        const values = this.#history?.values(period);
        return values?.some((x) => !Number.isNaN(x)) ? [{ period, values }] : [];
      });
    if (over === 'all') others.push({ period: this.period, values: this.values });
    others.sort((a, b) => comparePeriods(a.period, b.period));
    return over === 'all' ? others : others.slice(-1);
  }

  #makePool(own: string | null, fallback: 'city' | 'group'): Pool {
    const mates = own === null ? this.#all : (this.#mates.get(own) ?? []);
    // The group's size by the roster: who failed to report must not change whom the others are held against.
    const small = own !== null && mates.length < SMALL_GROUP;
    const group = small && fallback === 'city' ? null : own;
    return new Looked(this, group, group === null ? this.#all : mates, small);
  }
}

/** How many entries of an ascending column come before the first for which `from` holds. */
function firstFrom(sorted: Float64Array, from: (y: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (from(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

class Looked implements Pool {
  readonly group: string | null;
  readonly members: readonly number[];
  readonly small: boolean;
  readonly max: number;
  readonly min: number;
  readonly #field: Field;
  #mean: number | null = null;
  #sd: number | null = null;
  #sorted: Float64Array | null = null;

  constructor(field: Field, group: string | null, members: readonly number[], small: boolean) {
    this.#field = field;
    this.group = group;
    this.members = members;
    this.small = small;
    let max = NaN;
    let min = NaN;
    for (const i of members) {
      const x = field.values[i] ?? NaN;
      if (Number.isNaN(x)) continue;
      max = Number.isNaN(max) ? x : Math.max(max, x);
      min = Number.isNaN(min) ? x : Math.min(min, x);
    }
    this.max = max;
    this.min = min;
  }

  get mean(): number {
    return (this.#mean ??= this.#makeMean());
  }

  get sd(): number {
    return (this.#sd ??= this.#makeSd());
  }

  get sorted(): Float64Array {
    return (this.#sorted ??= Float64Array.from(this.#reported(), snap).sort());
  }

  /** By unit id: sums run in this order, so that the roster's own decides no bit. */
  #reported(): number[] {
    const { units, values } = this.#field;
    return this.members
      .filter((i) => !Number.isNaN(values[i] ?? NaN))
      .sort((a, b) => (units[a]! < units[b]! ? -1 : units[a]! > units[b]! ? 1 : 0))
      .map((i) => values[i]!);
  }

  #makeMean(): number {
    const values = this.#reported();
    // Equal values have that value as their mean, which a sum over n need not give back.
    if (this.min === this.max) return this.min;
    return values.reduce((sum, x) => sum + x, 0) / values.length;
  }

  #makeSd(): number {
    const values = this.#reported();
    if (values.length === 0) return NaN;
    // Compared as bounds are: dust is no spread.
    if (values.length === 1 || snap(this.max - this.min) === 0) return 0;
    const squares = values.reduce((sum, x) => sum + (x - this.mean) ** 2, 0);
    return Math.sqrt(squares / (values.length - 1));
  }
}
