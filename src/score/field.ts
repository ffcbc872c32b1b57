/**
 * The field: one leaf's prepared values of all units in one period, which a rule looks at to see a unit's target
 * or its competitors.
 */
import type { Measures } from '../model/measures';
import type { Period } from '../model/period';
import type { UnitId } from '../model/unit';
import type { Leaf } from '../scheme';

/** Below this many units, a rule that looks at others looks elsewhere. */
const SMALL_GROUP = 4;

/** Who is looked at, and their extremes. */
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
  readonly #pools = new Map<string, Pool>();

  constructor(
    leaf: Leaf,
    period: Period,
    units: readonly UnitId[],
    groups: readonly (string | null)[],
    measures: Measures,
    values: Float64Array,
  ) {
    this.leaf = leaf;
    this.period = period;
    this.units = units;
    this.groups = groups;
    this.measures = measures;
    this.values = values;
  }

  /** Whom unit u is compared with. A unit in no group is compared with the whole city. */
  pool(u: number, among: 'group' | 'city', fallback: 'city' | 'group'): Pool {
    const own = among === 'group' ? (this.groups[u] ?? null) : null;
    const key = own === null ? 'city' : `${fallback} ${own}`;
    let pool = this.#pools.get(key);
    if (!pool) this.#pools.set(key, (pool = this.#makePool(own, fallback)));
    return pool;
  }

  #makePool(own: string | null, fallback: 'city' | 'group'): Pool {
    const all = this.units.map((_, i) => i);
    const mates = own === null ? all : all.filter((i) => this.groups[i] === own);
    // The group's size by the roster: who failed to report must not change whom the others are held against.
    const small = own !== null && mates.length < SMALL_GROUP;
    const group = small && fallback === 'city' ? null : own;
    const members = group === null ? all : mates;
    let max = NaN;
    let min = NaN;
    for (const i of members) {
      const x = this.values[i] ?? NaN;
      if (Number.isNaN(x)) continue;
      max = Number.isNaN(max) ? x : Math.max(max, x);
      min = Number.isNaN(min) ? x : Math.min(min, x);
    }
    return { group, members, max, min, small };
  }
}
