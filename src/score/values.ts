/**
 * A leaf's values of all units in a period, before and after each step of preparing. Steps may look at other periods
 * and at other units, so values come as columns, and those of earlier periods are made when they are asked for.
 */
import type { CellStatus, MeasureCell, Measures } from '../model/measures';
import { partsOf, shift, yearBefore, type Period } from '../model/period';
import type { UnitId } from '../model/unit';
import type { Leaf, PrepareStep } from '../scheme';
import { findFigure } from './figure';
import { placesOf, type Found } from './find';
import { winsorised } from './outliers';
import { sectorMix, sectorTerms, standardised, type SectorMix } from './sector';

/** By unit. `values` is NaN wherever the status is not ok. */
export interface Column {
  readonly values: Float64Array;
  readonly status: readonly CellStatus[];
}

/** The column before any step, and what it was made of. */
export interface Base extends Column {
  /** Whether any unit has a cell. */
  readonly reported: boolean;
  /** Where a unit's figure stands; worked out when asked, since only reasons and few others do. */
  readonly found: (u: number) => Found | undefined;
  readonly mix: SectorMix | null;
}

export class LeafValues {
  readonly #leaf: Leaf;
  readonly #units: readonly UnitId[];
  readonly #groups: readonly (string | null)[];
  readonly #measures: Measures;
  readonly #bases = new Map<Period, Base>();
  readonly #done = new Map<string, Column>();

  constructor(leaf: Leaf, units: readonly UnitId[], groups: readonly (string | null)[], measures: Measures) {
    this.#leaf = leaf;
    this.#units = units;
    this.#groups = groups;
    this.#measures = measures;
  }

  /** What was reported for the period, standardised where the leaf says so. */
  base(period: Period): Base {
    let base = this.#bases.get(period);
    if (!base) this.#bases.set(period, (base = this.#makeBase(period)));
    return base;
  }

  /** After the first `steps` steps; all of them unless told. */
  at(period: Period, steps = this.#leaf.prepare?.length ?? 0): Column {
    const step = this.#leaf.prepare?.[steps - 1];
    if (!step) return this.base(period);
    const key = `${period} ${steps}`;
    let done = this.#done.get(key);
    if (!done) this.#done.set(key, (done = this.#after(step, period, steps - 1)));
    return done;
  }

  #makeBase(period: Period): Base {
    const { measure, standardise, sectors } = this.#leaf;
    const places = placesOf(this.#leaf.due, period);
    const found = (u: number) => findFigure(this.#measures, measure, this.#units[u] as UnitId, places);
    const cells = this.#cells(places, found);
    const mix = standardise ? this.#mixOf(cells) : null;
    const values = new Float64Array(cells.length).fill(NaN);
    const status = cells.map((cell, u): CellStatus => {
      if (sectors && !sectors.includes(this.#groups[u] ?? '')) return 'na';
      if (!cell) return 'missing';
      if (cell.status !== 'ok') return cell.status;
      if (tooFew(this.#leaf, cell)) return 'na';
      const value = cell.value ?? NaN;
      if (!Number.isFinite(value)) return 'missing';
      const inSectors = mix ? standardised(sectorTerms(cell, mix)) : NaN;
      values[u] = Number.isNaN(inSectors) ? value : inSectors;
      return 'ok';
    });
    return { reported: cells.some((c) => c !== undefined), found, mix, status, values };
  }

  /** Of each unit the first cell among periods that end together, as `find` has it. */
  #cells(places: readonly Period[], found: (u: number) => Found | undefined): (MeasureCell | undefined)[] {
    const { measure } = this.#leaf;
    if (typeof measure !== 'string') return this.#units.map((_, u) => found(u)?.cell);
    const [first = [], ...others] = places.map((p) => this.#measures.cells(measure, p, this.#units));
    for (const column of others) column.forEach((cell, u) => (first[u] ??= cell));
    return first;
  }

  /** City-wide, by unit id so that the roster's order decides no bit. */
  #mixOf(cells: readonly (MeasureCell | undefined)[]): SectorMix {
    const order = cells.map((_, u) => u).sort((a, b) => ((this.#units[a] ?? '') < (this.#units[b] ?? '') ? -1 : 1));
    return sectorMix(order.flatMap((u) => cells[u] ?? []));
  }

  #after(step: PrepareStep, period: Period, before: number): Column {
    const now = this.at(period, before);
    const each = (value: (x: number, u: number) => number): Column => {
      const values = now.values.map((x, u) => {
        const made = now.status[u] === 'ok' ? value(x, u) : NaN;
        return Number.isFinite(made) ? made : NaN;
      });
      return { values, status: now.status.map((s, u) => (s === 'ok' && Number.isNaN(values[u]) ? 'na' : s)) };
    };
    switch (step.do) {
      case 'per': {
        const places = placesOf(this.#leaf.due, period);
        const by = this.#units.map((u) => findFigure(this.#measures, step.figure, u, places)?.cell);
        const made = each((x, u) => (x / (by[u]?.value ?? NaN)) * (step.times ?? 1));
        // what nobody reported is missing, not inapplicable
        return {
          ...made,
          status: made.status.map((s, u) =>
            now.status[u] === 'ok' && (by[u]?.status ?? 'missing') === 'missing' ? 'missing' : s,
          ),
        };
      }
      case 'log':
        return each((x) => logOf(x, step.base ?? 'e'));
      case 'clamp':
        return each((x) => Math.min(Math.max(x, step.lo ?? -Infinity), step.hi ?? Infinity));
      case 'change': {
        const earlier = this.at(step.on === 'lastYear' ? yearBefore(period) : shift(period, -1), before);
        return each((x, u) => {
          const p = earlier.values[u] ?? NaN;
          return step.as === 'difference' ? x - p : (x - p) / Math.abs(p);
        });
      }
      case 'over': {
        const columns = periodsOver(step.periods, period).map((p) => this.at(p, before));
        return over(step.take, columns);
      }
      case 'winsorise': {
        const values = winsorised(now.values, step.most, step.skew, step.kurtosis);
        return { ...now, values };
      }
      case 'rank':
        return each((x, u) => this.#place(now.values, x, u, step));
    }
  }

  /** 1 + how many are ahead; equal values share the best place. */
  #place(values: Float64Array, x: number, u: number, { among, from }: Extract<PrepareStep, { do: 'rank' }>): number {
    const own = among === 'group' ? (this.#groups[u] ?? null) : null;
    let place = 1;
    values.forEach((other, i) => {
      if (own !== null && this.#groups[i] !== own) return;
      if (from === 'top' ? other > x : other < x) place += 1;
    });
    return place;
  }
}

const tooFew = ({ minDenominator }: Leaf, { denominator }: MeasureCell): boolean =>
  minDenominator !== undefined && denominator !== null && denominator < minDenominator;

const logOf = (x: number, base: 'e' | 2 | 10): number => (base === 'e' ? Math.log(x) : base === 2 ? Math.log2(x) : Math.log10(x));

/** The periods a step over several looks at, oldest first. */
export function periodsOver(periods: 'year' | number, p: Period): Period[] {
  const { kind, part } = partsOf(p);
  const count = periods === 'year' ? (kind === 'Y' ? 1 : part) : periods;
  return Array.from({ length: count }, (_, i) => shift(p, i + 1 - count));
}

/** @param columns oldest first. A sum wants every period reported; what was not applicable counts nothing. */
function over(take: 'sum' | 'mean' | 'latest', columns: readonly Column[]): Column {
  const last = columns.at(-1);
  if (!last) throw new RangeError('no periods');
  const status: CellStatus[] = [];
  const values = last.values.map((_, u) => {
    const known = columns.flatMap((c) => (c.status[u] === 'ok' ? [c.values[u] ?? NaN] : []));
    const missing = columns.some((c) => c.status[u] === 'missing');
    const none: CellStatus = missing ? 'missing' : 'na';
    const whole = known.length > 0 && (take !== 'sum' || !missing);
    status.push(whole ? 'ok' : none);
    if (!whole) return NaN;
    if (take === 'latest') return known.at(-1) ?? NaN;
    const sum = known.reduce((s, x) => s + x, 0);
    return take === 'sum' ? sum : sum / known.length;
  });
  return { values, status };
}
