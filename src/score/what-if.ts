/**
 * What if 假设推演: weights, a rule, a figure or a group changed by hand, scored beside the true book and never mixed
 * with it. The book that is given is left as it is; the one that comes back is a book like any other.
 */
import type { MeasureCatalogue, MeasureId } from '../model/measure';
import { Measures, type MeasureCell } from '../model/measures';
import type { Period } from '../model/period';
import { Roster } from '../model/roster';
import type { UnitId } from '../model/unit';
import { isComputable, isLeaf, type Node, type Rule, type Scheme } from '../scheme';
import { scoreAll, type ScoreBook } from './book';
import { endingWith } from './find';

export type Change =
  /** Full marks of a node by its id; of a section the sum of its leaves. */
  | { readonly kind: 'weight'; readonly node: string; readonly points: number }
  /** A leaf's rule replaced whole: another target is the rule with another target. */
  | { readonly kind: 'rule'; readonly leaf: string; readonly rule: Rule }
  /** A unit's figure. `period` is the scored period or the table's own; the figure found there is the one replaced. */
  | {
      readonly kind: 'value';
      readonly unit: UnitId;
      readonly measure: MeasureId;
      readonly period: Period;
      readonly to: NewValue;
    }
  /** 考核分组; null puts the unit in no group. */
  | { readonly kind: 'group'; readonly unit: UnitId; readonly group: string | null };

/** A value, a numerator over a denominator (0: not applicable), or null: not reported. */
export type NewValue = number | null | { readonly numerator: number; readonly denominator: number };

export interface WhatIfUnit {
  readonly unit: UnitId;
  /** null where the unit is not ranked. */
  readonly rankBefore: number | null;
  readonly rankAfter: number | null;
  /** Published totals; null where the unit has none. */
  readonly totalBefore: number | null;
  readonly totalAfter: number | null;
}

export interface WhatIf {
  readonly book: ScoreBook;
  /** Every unit expected in the period, in roster order. */
  readonly units: readonly WhatIfUnit[];
}

/**
 * The book under changes, applied in their order (of two changes to one thing the later stands), and what they do to
 * every unit in a period.
 *
 * @param options.period by default the last of the book's periods.
 * @param options.catalogue says how measures are written in the new book's reasons, as in `scoreAll`.
 * @throws RangeError for a node, leaf or unit that is not there, marks below 0, and a number that is not one to score with (see `isComputable`).
 */
export function whatIf(
  book: ScoreBook,
  changes: readonly Change[],
  options: { readonly period?: Period; readonly catalogue?: MeasureCatalogue } = {},
): WhatIf {
  const period = options.period ?? book.periods.at(-1);
  if (period === undefined) throw new RangeError('a book without periods has nothing to compare');
  const rules = new Map<string, Rule>();
  const weights = new Map<string, number>();
  const groups = new Map<UnitId, string | null>();
  const cells = new Map<string, MeasureCell>();
  for (const c of changes) {
    if (c.kind === 'weight') weights.set(known(book, c.node, false), notNegative(c.points));
    else if (c.kind === 'rule') rules.set(known(book, c.leaf, true), c.rule);
    else if (c.kind === 'group') groups.set(inRoster(book, c.unit), c.group);
    else {
      const at = placeOf(book.measures, c.measure, inRoster(book, c.unit), c.period);
      const key = cellKey(c.measure, c.unit, at);
      cells.set(key, newCell(c.to, cells.get(key) ?? book.measures.get(c.measure, c.unit, at)));
    }
  }
  let changed = book;
  if (rules.size > 0 || groups.size > 0 || cells.size > 0) {
    const over: CellOver = (m, u, p) => cells.get(cellKey(m, u, p));
    const measures = cells.size === 0 ? book.measures : new Overlay(book.measures, over);
    changed = scoreAll(withRules(book.scheme, rules), measures, regrouped(book.roster, groups), book.periods, options.catalogue);
  }
  // Last, so that weights alone share the book's prepared values and cost arithmetic only.
  changed = changed.reweighted(weights);
  return { book: changed, units: effects(book, changed, period) };
}

/** What stands between two books in a period, for every unit that either expects; those of `after` first, in its order. */
function effects(before: ScoreBook, after: ScoreBook, period: Period): WhatIfUnit[] {
  const [was, is] = [before.at(period), after.at(period)];
  const units = [...is.units, ...was.units.filter((u) => is.indexOf(u) < 0)];
  return units.map((unit) => {
    const [i, j] = [was.indexOf(unit), is.indexOf(unit)];
    return {
      unit,
      rankBefore: orNull(was.rank[i]),
      rankAfter: orNull(is.rank[j]),
      totalBefore: orNull(was.total[i]),
      totalAfter: orNull(is.total[j]),
    };
  });
}

const orNull = (x: number | undefined): number | null => (x === undefined || Number.isNaN(x) ? null : x);

/** Neither a period nor a unit's id holds a line break. */
const cellKey = (measure: MeasureId, unit: UnitId, period: Period): string => `${period}\n${unit}\n${measure}`;

/** undefined: the cell below stands; null: there is none. */
export type CellOver = (measure: MeasureId, unit: UnitId, period: Period) => MeasureCell | null | undefined;

/**
 * Measures with some cells in the place of others. Nothing is copied, so that one figure can be tried a thousand times,
 * and the measures below stay as they are. `ids`, `periods`, `has` and `size` are those of the measures below.
 */
export class Overlay extends Measures {
  readonly #base: Measures;
  readonly #over: CellOver;
  override readonly size: number;

  constructor(base: Measures, over: CellOver) {
    super([]);
    this.#base = base;
    this.#over = over;
    this.size = base.size;
  }

  override get periods(): readonly Period[] {
    return this.#base.periods;
  }

  override get ids(): readonly MeasureId[] {
    return this.#base.ids;
  }

  override has(measure: MeasureId): boolean {
    return this.#base.has(measure);
  }

  override get(measure: MeasureId, unit: UnitId, period: Period): MeasureCell | undefined {
    const cell = this.#over(measure, unit, period);
    return cell === undefined ? this.#base.get(measure, unit, period) : (cell ?? undefined);
  }
}

/** Where a figure of a period stands: the table's own period, which may be longer (a half-year's table in its last quarter). */
const placeOf = (measures: Measures, measure: MeasureId, unit: UnitId, period: Period): Period =>
  endingWith(period).find((p) => measures.get(measure, unit, p) !== undefined) ?? period;

/** A figure put in by hand says nothing of sectors: a leaf that standardises takes it plain, flagged as such. */
function newCell(to: NewValue, old: MeasureCell | undefined): MeasureCell {
  const rows = old?.rows ?? 0;
  if (to === null) return { value: null, numerator: null, denominator: null, status: 'missing', rows };
  if (typeof to === 'number') {
    const denominator = old?.denominator ? old.denominator : null;
    return { value: computable(to), numerator: to * (denominator ?? 1), denominator, status: 'ok', rows };
  }
  const { numerator, denominator } = to;
  if (computable(denominator) === 0) return { value: null, numerator, denominator, status: 'na', rows };
  return { value: computable(computable(numerator) / denominator), numerator, denominator, status: 'ok', rows };
}

function withRules(scheme: Scheme, rules: ReadonlyMap<string, Rule>): Scheme {
  const change = (n: Node): Node => {
    if (!isLeaf(n)) return { ...n, children: n.children.map(change) };
    const rule = rules.get(n.id);
    return rule ? { ...n, rule } : n;
  };
  return rules.size === 0 ? scheme : { ...scheme, children: scheme.children.map(change) };
}

function regrouped(roster: Roster, groups: ReadonlyMap<UnitId, string | null>): Roster {
  if (groups.size === 0) return roster;
  return new Roster(
    roster.units.map((u) => {
      const group = groups.get(u.id);
      return group === undefined ? u : { ...u, group };
    }),
  );
}

function known(book: ScoreBook, id: string, leaf: boolean): string {
  const node = id === '' ? undefined : book.nodes[book.nodeIndex(id)];
  if (!node || (leaf && !node.leaf)) throw new RangeError(`no such ${leaf ? 'leaf' : 'node'} in the scheme: ${id}`);
  return id;
}

function inRoster(book: ScoreBook, unit: UnitId): UnitId {
  if (!book.roster.get(unit)) throw new RangeError(`no such unit in the roster: ${unit}`);
  return unit;
}

function computable(x: number): number {
  if (!isComputable(x)) throw new RangeError(`not a number to score with: ${x}`);
  return x;
}

function notNegative(x: number): number {
  if (computable(x) < 0) throw new RangeError(`marks below 0: ${x}`);
  return x;
}
