/**
 * The figures that lights and cards look at, of one node and period, each with what it was worked out from. What was not
 * reported, is not due or does not apply has none, whatever points the scheme puts in its place: missing is not zero.
 */
import { shift } from '../model/period';
import { snap, type Clause, type NodeInfo } from '../scheme';
import type { PeriodScores, ScoreBook } from './book';
import { paceShare } from './due';
import type { LeafState } from './prepared';

/** A figure that a clause looked at; NaN where there is none. */
export interface Looked {
  readonly of: Clause['of'];
  readonly value: number;
  /**
   * What it was worked out from. share: points, marks in force · behind: value, target due, whole target · aboveMean: own,
   * mean · change: share, share of the period before · rank, fromLast: how many have a place · none for the others.
   */
  readonly terms: readonly number[];
}

/** Whether a node has a figure of its own: of a group, whether any of its leaves has one. */
export type Standing = 'ok' | 'missing' | 'notDue' | 'na';

const STANDING: Readonly<Record<LeafState, Standing>> = {
  ok: 'ok',
  carried: 'ok',
  notDue: 'notDue',
  na: 'na',
  missing: 'missing',
  excluded: 'missing',
};

/** Of a group the first of ok, missing, not due, not applicable that one of its leaves is. */
export function standingOf(book: ScoreBook, scores: PeriodScores, node: NodeInfo, u: number): Standing {
  if (node.leaf) return STANDING[scores.state(node.index, u)];
  const below = new Set(node.children.flatMap((c) => (book.nodes[c] ? [standingOf(book, scores, book.nodes[c], u)] : [])));
  return (['ok', 'missing', 'notDue', 'na'] as const).find((s) => below.has(s)) ?? 'na';
}

export class Figures {
  readonly #book: ScoreBook;
  readonly #scores: PeriodScores;
  readonly #node: NodeInfo;
  readonly #among: 'group' | 'city';
  readonly #standing: readonly Standing[];

  constructor(book: ScoreBook, scores: PeriodScores, node: NodeInfo, among: 'group' | 'city' = 'city') {
    this.#book = book;
    this.#scores = scores;
    this.#node = node;
    this.#among = among;
    this.#standing = scores.units.map((_, u) => standingOf(book, scores, node, u));
  }

  standing(u: number): Standing {
    return this.#standing[u] ?? 'missing';
  }

  /** Whether any unit reported the leaf's figure in the period. */
  get anyReported(): boolean {
    return this.#node.leaf !== null && this.#scores.leaf(this.#node.index).steps.base(this.#scores.period).reported;
  }

  /** The figure of the unit at position u. */
  look(of: Clause['of'], u: number): Looked {
    const [value = NaN, ...terms] = this.#look(of, u);
    return { of, value: snap(value), terms };
  }

  #look(of: Clause['of'], u: number): readonly number[] {
    if (of === 'reported') return [this.#reported(u)];
    if (this.standing(u) !== 'ok') return [];
    switch (of) {
      case 'points':
        return [this.#points(u)];
      case 'share':
        return this.#share(u);
      case 'value':
        return [this.#value(u)];
      case 'behind':
        return this.#behind(u);
      case 'aboveMean':
        return this.#aboveMean(u);
      case 'change':
        return this.#change(u);
      case 'rank':
        return [this.#place(u), this.#placed(u).length];
      case 'fromLast':
        return [this.#placed(u).length + 1 - this.#place(u), this.#placed(u).length];
    }
  }

  #points(u: number): number {
    return this.#scores.points(this.#node.index)[u] ?? NaN;
  }

  #share(u: number): readonly number[] {
    const marks = this.#scores.effective(this.#node.index)[u] ?? 0;
    return marks === 0 ? [] : [this.#points(u) / marks, this.#points(u), marks];
  }

  #value(u: number): number {
    return this.#node.leaf ? (this.#scores.value(this.#node.index)[u] ?? NaN) : NaN;
  }

  #reported(u: number): number {
    if (!this.#node.leaf) return NaN;
    return this.#scores.leaf(this.#node.index).steps.at(this.#scores.period).values[u] ?? NaN;
  }

  /** (pace · T − x) / T; of an inverse target the other way round. Without a pace the whole target is due. */
  #behind(u: number): readonly number[] {
    const rule = this.#node.leaf?.rule;
    if (rule?.type !== 'attainment') return [];
    const { against, source } = this.#scores.leaf(this.#node.index);
    const due = against[u] ?? NaN;
    const target = due / (rule.pace === undefined ? 1 : paceShare(rule.pace, source ?? this.#scores.period));
    const x = this.#value(u);
    return [((rule.inverse ? -1 : 1) * (due - x)) / target, x, due, target];
  }

  /** Who is compared with: those that have a figure, of the unit's group where it has one. */
  #mates(u: number): number[] {
    const { groups } = this.#scores;
    const own = this.#among === 'group' ? (groups[u] ?? null) : null;
    return [...this.#standing.keys()].filter((i) => this.#standing[i] === 'ok' && (own === null || groups[i] === own));
  }

  /** Of a leaf by its values, of other nodes by their points. By unit id, so that the roster's order decides no bit. */
  #aboveMean(u: number): readonly number[] {
    const { units } = this.#scores;
    const column = this.#node.leaf ? this.#scores.value(this.#node.index) : this.#scores.points(this.#node.index);
    const own = column[u] ?? NaN;
    const known = this.#mates(u).filter((i) => !Number.isNaN(column[i] ?? NaN));
    known.sort((a, b) => ((units[a] ?? '') < (units[b] ?? '') ? -1 : 1));
    const mean = known.reduce((s, i) => s + (column[i] ?? 0), 0) / known.length;
    return [own - mean, own, mean];
  }

  #change(u: number): readonly number[] {
    const before = shift(this.#scores.period, -1);
    const unit = this.#scores.units[u];
    if (unit === undefined || !this.#book.periods.includes(before)) return [];
    const scores = this.#book.at(before);
    const [now = NaN] = this.#share(u);
    const { value: then } = new Figures(this.#book, scores, this.#node, this.#among).look('share', scores.indexOf(unit));
    return [now - then, now, then];
  }

  /** Those that have a place. */
  #placed(u: number): number[] {
    return this.#mates(u).filter((i) => !Number.isNaN(this.#points(i)));
  }

  /** The unit's rank; of a node below the total, its place by the node's points. */
  #place(u: number): number {
    const { rank, groupRank } = this.#scores;
    if (this.#node.index === 0) return (this.#among === 'group' ? groupRank : rank)[u] ?? NaN;
    const own = this.#points(u);
    return Number.isNaN(own) ? NaN : 1 + this.#placed(u).filter((i) => this.#points(i) > own).length;
  }
}
