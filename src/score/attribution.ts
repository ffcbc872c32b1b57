/**
 * Why it moved 变动归因: the change of a unit's total and rank between two periods, split by what caused it. One thing is
 * changed at a time, from the earlier book to the later one, and the scores are worked out in between:
 *
 * 1. correction 数据更正: the earlier period's figures as they were then → as they are now;
 * 2. rules 规则变化: the earlier scheme and peer groups → today's, still over the earlier period;
 * 3. calendar 考核时点: the earlier period → this one: what is due, the pace, the targets of the period, with every unit
 *    still at its earlier figures;
 * 4. own 自身变化: the unit's own figures of this period;
 * 5. others 他人变化: everybody else's. Of a total this is what rules that look at others (the best, the mean, the city's
 *    sector mix) make of it; of a rank it is being overtaken.
 *
 * What each step changes is its part. The order is stated because parts that work together (a better figure under a
 * steeper rule) go to the later one. Where the calendar's part need not be told apart, it is a part of the rules.
 */
import type { MeasureCell, Measures } from '../model/measures';
import type { Period } from '../model/period';
import type { UnitId } from '../model/unit';
import { measuresIn, type Scheme } from '../scheme';
import { scoreAll, type PeriodScores, type ScoreBook } from './book';
import { endingWith } from './find';
import { onTop } from './gap';
import { Overlay } from './what-if';

/** In the order in which they are changed. */
export const CAUSES = ['correction', 'rules', 'calendar', 'own', 'others'] as const;
export type Cause = (typeof CAUSES)[number];

/** A change and its parts; these add up to it exactly in the decimals given. */
export interface Split {
  /** null where the unit has none (not expected, not ranked). */
  readonly before: number | null;
  readonly now: number | null;
  /** now − before; null unless both are there. All parts are 0 then. */
  readonly change: number | null;
  readonly parts: Readonly<Record<Cause, number>>;
}

export interface LineSplit extends Split {
  /** leaf · onTop: the bonus and the like · rounding: what published points and totals leave (舍入差). */
  readonly kind: 'leaf' | 'onTop' | 'rounding';
  /** Id of the leaf in the schemes; otherwise the kind. */
  readonly id: string;
}

export interface Movement {
  readonly unit: UnitId;
  readonly before: Period;
  readonly now: Period;
  /** Published totals, in the decimals of the later scheme. */
  readonly total: Split;
  /** Ranks: a negative change is places gained. With mean ranks halves are possible. */
  readonly rank: Split;
  /**
   * Published points by leaf (those of either scheme that changed or have parts), the largest change first. A leaf that does
   * not count has 0. Line by line the parts add up to the line's change, cause by cause the lines add up to the total's part.
   */
  readonly lines: readonly LineSplit[];
}

/**
 * Why a unit's total and rank moved from `periodBefore` in the book `before` to `periodNow` in the book `after`. With the
 * same book twice there is neither correction nor change of rules. For the book as it was published then, give it as `before`.
 */
export function whyMoved(before: ScoreBook, after: ScoreBook, unit: UnitId, periodBefore: Period, periodNow: Period): Movement {
  const states = statesBetween(before, after, unit, periodBefore, periodNow);
  const [first, last] = [states[0]!, states.at(-1)!];
  const { decimals } = after.scheme.rounding;
  const total = splitOver(
    states.map((s) => s.exact(0)),
    first.total,
    last.total,
    decimals,
  );
  const rank = splitOver(
    states.map((s) => s.rank ?? NaN),
    first.rank,
    last.rank,
    1,
  );
  return { unit, before: periodBefore, now: periodNow, total, rank, lines: linesOf(states, total, decimals) };
}

/** One unit in one period of one book. */
class State {
  readonly #book: ScoreBook;
  readonly #scores: PeriodScores;
  readonly #unit: UnitId;
  readonly #u: number;

  constructor(book: ScoreBook, period: Period, unit: UnitId) {
    this.#book = book;
    this.#scores = book.at(period);
    this.#unit = unit;
    this.#u = this.#scores.indexOf(unit);
  }

  get leaves(): string[] {
    return this.#book.nodes.flatMap((n) => (n.leaf ? [n.id] : []));
  }

  get total(): number | null {
    return orNull(this.#scores.total[this.#u]);
  }

  get rank(): number | null {
    return orNull(this.#scores.rank[this.#u]);
  }

  /** NaN where there is none. */
  exact(node: number): number {
    return node < 0 ? NaN : (this.#scores.exact(node)[this.#u] ?? NaN);
  }

  /** Before rounding, and as published; 0 where the leaf does not count or the scheme has none such. */
  leaf(id: string): { exact: number; points: number } {
    const node = this.#book.nodeIndex(id);
    if (node < 0) return { exact: 0, points: 0 };
    return { exact: orNull(this.exact(node)) ?? 0, points: orNull(this.#scores.points(node)[this.#u]) ?? 0 };
  }

  onTop(): number {
    return this.total === null ? 0 : (onTop(this.#book, this.#scores.period, this.#unit) ?? 0);
  }
}

/** The unit before anything is changed and after each cause: one more than there are causes. */
function statesBetween(before: ScoreBook, after: ScoreBook, unit: UnitId, then: Period, now: Period): State[] {
  const corrected =
    before.measures === after.measures ? before : scoreAll(before.scheme, after.measures, before.roster, before.periods);
  const held = (who: (u: UnitId) => boolean): ScoreBook =>
    then === now
      ? after
      : scoreAll(after.scheme, heldAt(after.measures, after.scheme, then, now, unitsOf(after), who), after.roster, after.periods);
  return [
    new State(before, then, unit),
    new State(corrected, then, unit),
    new State(after, then, unit),
    new State(
      held(() => true),
      now,
      unit,
    ),
    new State(
      held((u) => u !== unit),
      now,
      unit,
    ),
    new State(after, now, unit),
  ];
}

const unitsOf = (book: ScoreBook): UnitId[] => book.roster.units.map((u) => u.id);

/**
 * Measures in which some units still have their figures of an earlier period in a later one. Held are the figures that the
 * scheme counts: what its leaves, adjustments, bonus and deductions are made of, not targets and benchmarks, which are the
 * period's. A unit that had not reported then has not reported; a measure that nobody had reported then has no
 * earlier figure to hold on to, so that this period's stands.
 */
export function heldAt(
  measures: Measures,
  scheme: Scheme,
  then: Period,
  now: Period,
  units: readonly UnitId[],
  who: (unit: UnitId) => boolean,
): Measures {
  const counted = figuresOf(scheme);
  const [from, to] = [endingWith(then), endingWith(now)];
  const earlier = (measure: string, unit: UnitId): MeasureCell | undefined => {
    for (const p of from) {
      const cell = measures.get(measure, unit, p);
      if (cell) return cell;
    }
    return undefined;
  };
  const reported = new Map<string, boolean>();
  const wasReported = (measure: string): boolean => {
    let was = reported.get(measure);
    if (was === undefined) reported.set(measure, (was = units.some((u) => earlier(measure, u) !== undefined)));
    return was;
  };
  const known = new Set(units);
  return new Overlay(measures, (measure, unit, period) => {
    if (!to.includes(period) || !counted.has(measure) || !known.has(unit) || !who(unit) || !wasReported(measure))
      return undefined;
    return earlier(measure, unit) ?? null;
  });
}

/** The measures that a scheme counts. */
function figuresOf(scheme: Scheme): Set<string> {
  const all = new Set<string>();
  const visit = (nodes: Scheme['children']): void => {
    for (const n of nodes)
      if ('children' in n) visit([...n.children]);
      else {
        for (const m of measuresIn(n.measure)) all.add(m);
        for (const a of n.adjustments ?? []) all.add(a.measure);
      }
  };
  visit(scheme.children);
  for (const list of [scheme.bonus, scheme.deductions]) for (const item of list?.items ?? []) all.add(item.measure);
  return all;
}

const ZERO: Readonly<Record<Cause, number>> = { correction: 0, rules: 0, calendar: 0, own: 0, others: 0 };

/** The published change split as the values between went. Where a value between is missing, its step waits for the next that is there. */
function splitOver(values: readonly number[], before: number | null, now: number | null, decimals: number): Split {
  if (before === null || now === null) return { before, now, change: null, parts: ZERO };
  const change = exactly(now, decimals) - exactly(before, decimals);
  const shown = change / 10 ** decimals;
  return { before, now, change: shown, parts: byCause(split(steps(values), shown, decimals)) };
}

function steps(values: readonly number[]): number[] {
  let last = values[0]!;
  return values.slice(1).map((v) => {
    if (Number.isNaN(v)) return 0;
    const step = v - last;
    last = v;
    return step;
  });
}

const byCause = (parts: readonly number[]): Record<Cause, number> => ({
  correction: parts[0] ?? 0,
  rules: parts[1] ?? 0,
  calendar: parts[2] ?? 0,
  own: parts[3] ?? 0,
  others: parts[4] ?? 0,
});

function linesOf(states: readonly State[], total: Split, decimals: number): LineSplit[] {
  if (total.change === null) return [];
  const scale = 10 ** decimals;
  const ids = [...new Set([...states.at(-1)!.leaves, ...states[0]!.leaves])];
  const lines: LineSplit[] = [];
  const rest = CAUSES.map((c) => exactly(total.parts[c], decimals));
  const add = (kind: LineSplit['kind'], id: string, values: readonly { exact: number; points: number }[]): void => {
    const [before, now] = [values[0]!.points, values.at(-1)!.points];
    const line = splitOver(
      // A state in which the unit has no total says nothing of its leaves.
      values.map((v, i) => (Number.isNaN(states[i]!.exact(0)) ? NaN : v.exact)),
      exactly(before, decimals) / scale,
      exactly(now, decimals) / scale,
      decimals,
    );
    CAUSES.forEach((c, i) => (rest[i]! -= exactly(line.parts[c], decimals)));
    if (CAUSES.some((c) => line.parts[c] !== 0)) lines.push({ kind, id, ...line });
  };
  for (const id of ids)
    add(
      'leaf',
      id,
      states.map((s) => s.leaf(id)),
    );
  add(
    'onTop',
    'onTop',
    states.map((s) => ({ exact: s.onTop(), points: s.onTop() })),
  );
  if (rest.some((r) => r !== 0)) {
    const parts = byCause(rest.map((r) => r / scale + 0));
    const change = rest.reduce((s, r) => s + r, 0) / scale + 0;
    lines.push({ kind: 'rounding', id: 'rounding', before: null, now: null, change, parts });
  }
  return lines.sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
}

/** A number of the given decimals as a whole number of its last one. */
const exactly = (x: number, decimals: number): number => Math.round(x * 10 ** decimals) + 0;

/** Of a unit of the last decimal: less than this is the dust of binary arithmetic. */
const DUST = 1e-6;

/**
 * Parts rounded so that they add up to the total exactly in the decimals shown (largest remainder 最大余数法): each is rounded
 * to the nearest, and what is then missing or too much is given, one unit of the last decimal at a time, to the parts
 * that rounding took most from, of equals to the first. A part of 0 stays 0 and none changes its sign, as long as the
 * others can take it. Where the parts miss the total by more than rounding explains, they share the difference evenly.
 *
 * @param total is itself taken to the nearest of the decimals.
 * @returns numbers of at most `decimals` decimals; Σ of them in units of the last decimal is the total's.
 * @throws RangeError for numbers that are not finite or too great to count in units of the last decimal, and for a total
 *   other than 0 without parts.
 */
export function split(parts: readonly number[], total: number, decimals: number): number[] {
  const scale = 10 ** decimals;
  const wanted = [...parts, total].map((x) => x * scale);
  if (wanted.some((x) => !(Math.abs(x) <= Number.MAX_SAFE_INTEGER / 4)))
    throw new RangeError(`cannot be split: ${parts.join(', ')} of ${total}`);
  const whole = Math.round(wanted.pop()!) + 0;
  const exact = wanted.map((x) => (Math.abs(x) < DUST ? 0 : x));
  const given = exact.map((x) => Math.sign(x) * Math.round(Math.abs(x)) + 0);
  let left = whole - given.reduce((s, x) => s + x, 0);
  if (left === 0) return given.map((x) => x / scale + 0);
  if (parts.length === 0) throw new RangeError(`nothing to split ${total} into`);

  const all = exact.map((_, i) => i);
  const some = all.filter((i) => exact[i] !== 0);
  const takers = some.length > 0 ? some : all;
  const each = Math.trunc(left / takers.length);
  for (const i of takers) given[i]! += each;
  left -= each * takers.length;
  const step = Math.sign(left);
  for (; left !== 0; left -= step) {
    // Rather not below 0 what is above, nor above what is below.
    const fit = takers.filter((i) => exact[i] === 0 || (given[i]! + step) * Math.sign(exact[i]!) >= 0);
    const among = fit.length > 0 ? fit : takers;
    let best = among[0]!;
    for (const i of among) if (step * (exact[i]! - given[i]!) > step * (exact[best]! - given[best]!) + DUST) best = i;
    given[best]! += step;
  }
  return given.map((x) => x / scale + 0);
}

const orNull = (x: number | undefined): number | null => (x === undefined || Number.isNaN(x) ? null : x);
