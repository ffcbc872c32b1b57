/**
 * What would lift a unit one place 提升一位: per indicator the smallest change of its own figures that gains a place, in
 * counts where they are counts (two more organisations closed), the cheapest first. Every answer is scored by the book
 * itself with the one figure changed, so that rules that look at others, and figures used twice, count as they would.
 */
import type { MeasureId } from '../model/measure';
import type { MeasureCell } from '../model/measures';
import type { Period } from '../model/period';
import type { UnitId } from '../model/unit';
import { measuresIn, snap, type NodeInfo } from '../scheme';
import { scoreAll, type ScoreBook } from './book';
import { find, placesOf, type Found } from './find';
import type { Step } from './steps';
import { Overlay } from './what-if';

/** What the figure is changed by: numerator counts under the same denominator, counts, or hundredths of the value. */
export type StepKind = 'numerator' | 'count' | 'percent';

export interface Lift {
  /** Index and id of the leaf. */
  readonly node: number;
  readonly leaf: string;
  /** The leaf's own measure, one that it is made of, or an adjustment's. */
  readonly measure: MeasureId;
  readonly reach: 'lifts';
  readonly kind: StepKind;
  /** How many steps, and which way. */
  readonly steps: number;
  readonly direction: 'up' | 'down';
  /** Steps over the most that are possible that way, 0–1: what cheap is measured by. */
  readonly effort: number;
  readonly from: number;
  readonly to: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly rank: number;
  readonly total: number;
}

export interface OutOfReach {
  readonly node: number;
  readonly leaf: string;
  readonly measure: MeasureId;
  readonly reach: 'outOfReach';
  /**
   * tooLittle: no change of it alone gains a place · notDue, notReported, notApplicable: there is no figure to change ·
   * carried: the figure is of an earlier period, which is closed.
   */
  readonly why: 'tooLittle' | 'notDue' | 'notReported' | 'notApplicable' | 'carried';
}

export interface Lifts {
  readonly unit: UnitId;
  /** null where the unit is not ranked; then, as for the first, nothing is asked for and both lists are empty. */
  readonly rank: number | null;
  /** By effort, then steps, then the tree's order. */
  readonly lifts: readonly Lift[];
  /** In the tree's order. */
  readonly outOfReach: readonly OutOfReach[];
}

/** How many hundredths a value may be changed by. */
const PERCENT = 100;

/**
 * The smallest changes that gain unit at least one place in a period, by figure. Found by doubling the steps until a
 * place is gained and halving between: where points do not rise with the figure all along, a smaller change further on
 * may be missed, but what is answered has been scored. Costs some ten scorings of the period per figure.
 *
 * @throws RangeError for a unit that is not expected in the period.
 */
export function liftOnePlace(book: ScoreBook, period: Period, unit: UnitId): Lifts {
  let lifts: Lifts = { unit, rank: startOf(book, period, unit).rank, lifts: [], outOfReach: [] };
  for (const { value } of liftSteps(book, period, unit)) lifts = value ?? lifts;
  return lifts;
}

/** The same one indicator a step; each has what is found by then. */
export function* liftSteps(book: ScoreBook, period: Period, unit: UnitId): Generator<Step<Lifts>, void> {
  const { rank, isAsked } = startOf(book, period, unit);
  const leaves = book.nodes.filter((n) => n.leaf);
  let lifts: readonly Lift[] = [];
  let outOfReach: readonly OutOfReach[] = [];
  for (const [i, node] of leaves.entries()) {
    const of = isAsked && rank !== null ? liftsOf(book, period, unit, rank, node) : [];
    lifts = [...lifts, ...of.filter((l) => l.reach === 'lifts')].sort(cheaper);
    outOfReach = [...outOfReach, ...of.filter((l) => l.reach === 'outOfReach')];
    yield { done: i + 1, of: leaves.length, value: { unit, rank, lifts, outOfReach } };
  }
}

/** The unit's rank, null where it has none, and whether anybody is ahead of it. */
function startOf(book: ScoreBook, period: Period, unit: UnitId): { rank: number | null; isAsked: boolean } {
  const scores = book.at(period);
  const u = scores.indexOf(unit);
  if (u < 0) throw new RangeError(`nothing to lift: ${unit} ${period}`);
  const rank = scores.rank[u]!;
  return { rank: Number.isNaN(rank) ? null : rank, isAsked: scores.rank.some((r) => r < rank) };
}

/** What changing the figures of one leaf gains, figure by figure. */
function liftsOf(book: ScoreBook, period: Period, unit: UnitId, rank: number, node: NodeInfo): (Lift | OutOfReach)[] {
  const { index, id, leaf } = node;
  if (!leaf) return [];
  const scores = book.at(period);
  const state = scores.state(index, scores.indexOf(unit));
  const places = placesOf(leaf.due, scores.leaf(index).source ?? period);
  const own = measuresIn(leaf.measure);
  const measures = [...new Set([...own, ...(leaf.adjustments ?? []).map((a) => a.measure)])];
  return measures.map((measure): Lift | OutOfReach => {
    const where = { node: index, leaf: id, measure };
    const found = find(book.measures, measure, unit, places);
    const why =
      state === 'notDue'
        ? 'notDue'
        : state === 'carried'
          ? 'carried'
          : found?.cell.status === 'na' || (state === 'na' && own.includes(measure))
            ? 'notApplicable'
            : found?.cell.status === 'ok'
              ? null
              : 'notReported';
    if (why !== null || !found) return { ...where, reach: 'outOfReach', why: why ?? 'notReported' };
    const ways = waysOf(book, found, measure).flatMap((way) => {
      const gained = fewest(way.most, (k) => gain(book, period, unit, measure, found, way.cell(k), rank));
      return gained ? [lift(where, found, way, gained)] : [];
    });
    return ways.sort(cheaper)[0] ?? { ...where, reach: 'outOfReach', why: 'tooLittle' };
  });
}

const cheaper = (a: Lift, b: Lift): number => a.effort - b.effort || a.steps - b.steps || a.node - b.node;

interface Way {
  readonly kind: StepKind;
  readonly direction: 'up' | 'down';
  readonly most: number;
  cell(steps: number): MeasureCell;
}

interface Gained {
  readonly steps: number;
  readonly rank: number;
  readonly total: number;
}

function lift(where: { node: number; leaf: string; measure: string }, found: Found, way: Way, gained: Gained): Lift {
  const { value, numerator, denominator } = way.cell(gained.steps);
  return {
    ...where,
    reach: 'lifts',
    kind: way.kind,
    direction: way.direction,
    effort: gained.steps / way.most,
    from: found.cell.value ?? NaN,
    to: value ?? NaN,
    numerator,
    denominator,
    ...gained,
  };
}

/** Both ways in which a figure can be changed, each with its most; the rule decides which of them helps. */
function waysOf(book: ScoreBook, found: Found, measure: MeasureId): Way[] {
  const { cell } = found;
  const value = cell.value ?? NaN;
  if (!Number.isFinite(value)) return [];
  const { numerator, denominator } = cell;
  const way = (kind: StepKind, direction: Way['direction'], most: number, cellAt: Way['cell']): Way[] =>
    most >= 1 ? [{ kind, direction, most: Math.floor(most), cell: cellAt }] : [];

  if (
    numerator !== null &&
    denominator !== null &&
    denominator > 0 &&
    Number.isInteger(numerator) &&
    Number.isInteger(denominator)
  ) {
    const at = (n: number): MeasureCell => withNumerator(cell, n);
    // More than the denominator is no share: such a numerator (points given, members trained twice) may double.
    const most = numerator <= denominator ? denominator - numerator : numerator;
    return [
      ...way('numerator', 'up', most, (k) => at(numerator + k)),
      ...way('numerator', 'down', numerator, (k) => at(numerator - k)),
    ];
  }
  const put = (x: number): MeasureCell => ({
    ...withoutParts(cell),
    value: x,
    numerator: denominator === null ? x : x * denominator,
  });
  const highest = book.roster.units.reduce((m, u) => Math.max(m, book.measures.get(measure, u.id, found.period)?.value ?? 0), 0);
  if (denominator === null && Number.isInteger(value) && value >= 0) {
    // As many as anybody has, or twice its own.
    const most = Math.max(highest - value, value, 1);
    return [...way('count', 'up', most, (k) => put(value + k)), ...way('count', 'down', value, (k) => put(value - k))];
  }
  const unit = Math.abs(value === 0 ? highest : value) / PERCENT;
  if (!(unit > 0)) return [];
  const isShare = book.unitOf(measure) === 'share' && value >= 0 && value <= 1;
  const up = isShare ? Math.floor(snap((1 - value) / unit)) : PERCENT;
  return [
    ...way('percent', 'up', Math.min(up, PERCENT), (k) => put(snap(value + k * unit))),
    ...way('percent', 'down', value === 0 ? 0 : PERCENT, (k) => put(snap(value - k * unit))),
  ];
}

/** The cell with another numerator; by sector the change goes where there is room for it, in proportion. */
function withNumerator(cell: MeasureCell, numerator: number): MeasureCell {
  const [old, denominator] = [cell.numerator ?? 0, cell.denominator ?? 1];
  // A value may be written otherwise than as the plain quotient, per hundred for instance.
  const unit = old === 0 ? 1 : ((cell.value ?? 0) * denominator) / old;
  const value = (numerator / denominator) * unit;
  if (!cell.parts) return { ...cell, value, numerator };
  const change = numerator - old;
  const room = cell.parts.map((p) => (change < 0 ? (p.numerator ?? 0) : Math.max(0, (p.denominator ?? 0) - (p.numerator ?? 0))));
  const all = room.reduce((s, r) => s + r, 0);
  const parts = cell.parts.map((p, i) =>
    all > 0 && p.numerator !== null ? { ...p, numerator: p.numerator + (change * room[i]!) / all } : p,
  );
  return { ...cell, value, numerator, parts };
}

function withoutParts({ value, numerator, denominator, status, rows }: MeasureCell): MeasureCell {
  return { value, numerator, denominator, status, rows };
}

/** What the book says with one figure changed; null where no place is gained. */
function gain(
  book: ScoreBook,
  period: Period,
  unit: UnitId,
  measure: MeasureId,
  at: Found,
  cell: MeasureCell,
  rank: number,
): Omit<Gained, 'steps'> | null {
  const measures = new Overlay(book.measures, (m, who, p) =>
    m === measure && who === unit && p === at.period ? cell : undefined,
  );
  const scores = scoreAll(book.scheme, measures, book.roster, book.periods).at(period);
  const u = scores.indexOf(unit);
  const now = scores.rank[u]!;
  return now < rank ? { rank: now, total: scores.total[u]! } : null;
}

/** The fewest steps of 1 … most that gain: 1, 2, 4 … until one does, then by halves between it and the last that did not. */
function fewest(most: number, gained: (steps: number) => Omit<Gained, 'steps'> | null): Gained | null {
  let not = 0;
  for (let k = 1; ; k = Math.min(k * 2, most)) {
    let found = gained(k);
    if (found) {
      let steps = k;
      while (steps - not > 1) {
        const middle = Math.floor((not + steps) / 2);
        const there = gained(middle);
        if (there) [steps, found] = [middle, there];
        else not = middle;
      }
      return { steps, ...found };
    }
    not = k;
    if (k >= most) return null;
  }
}
