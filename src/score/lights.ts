/**
 * Lights 亮灯 and cards: which line of the scheme's own legend a unit meets, with the figures that say so. A figure that is
 * not there (not due, no target, no period before) meets no line that asks for it.
 */
import { shift, type Period } from '../model/period';
import type { UnitId } from '../model/unit';
import { snap, type Card, type Clause, type Lights, type NodeInfo } from '../scheme';
import type { PeriodScores, ScoreBook } from './book';
import { holds } from './bounds';
import { paceShare } from './due';

/** A figure that a clause looked at; NaN where there is none. */
export interface Looked {
  readonly of: Clause['of'];
  readonly value: number;
}

export interface Lit {
  readonly node: number;
  readonly unit: UnitId;
  /** The line it meets, by its place in the legend; null: none, since a figure is missing. */
  readonly line: number | null;
  readonly looked: readonly Looked[];
}

/** The lights of a period, by node and unit, in the tree's and the roster's order. */
export function litBy(book: ScoreBook, period: Period, lights: Lights): Lit[] {
  const scores = book.at(period);
  return nodesOf(book, lights.on).flatMap((node) =>
    scores.units.map((unit, u): Lit => {
      const figures = new Figures(book, scores, node, u, lights.among ?? 'city');
      const asked = [...new Set(lights.lines.flatMap((l) => (l.when ?? []).map((c) => c.of)))];
      const looked = asked.map((of) => ({ of, value: figures.of(of) }));
      // Everything else is lit only where everything was looked at: who reported nothing is not "the rest".
      const known = looked.every((l) => !Number.isNaN(l.value)) && !Number.isNaN(figures.of('points'));
      const line = lights.lines.findIndex((l) => (l.when ? l.when.every((c) => holds(c, figures.of(c.of))) : known));
      return { node: node.index, unit, line: line < 0 ? null : line, looked };
    }),
  );
}

export interface Carded {
  readonly card: Card;
  readonly unit: UnitId;
  /** The figures of every period that earned it, oldest first. */
  readonly proof: readonly { readonly period: Period; readonly looked: readonly Looked[] }[];
}

/** The cards that units have earned by this period; none of those that the scheme keeps off. */
export function cardsOf(book: ScoreBook, period: Period): Carded[] {
  const root = book.nodes[0];
  if (!root) return [];
  return (book.scheme.cards ?? [])
    .filter((c) => c.on)
    .flatMap((card) => {
      const periods = Array.from({ length: card.periods }, (_, i) => shift(period, i + 1 - card.periods));
      if (periods.some((p) => !book.periods.includes(p))) return [];
      return book.at(period).units.flatMap((unit): Carded[] => {
        const proof = periods.map((p) => {
          const scores = book.at(p);
          const figures = new Figures(book, scores, root, scores.indexOf(unit), card.among ?? 'city');
          const met = card.when.every((c) => holds(c, figures.of(c.of)));
          return { period: p, met, looked: card.when.map((c) => ({ of: c.of, value: figures.of(c.of) })) };
        });
        if (!proof.every((p) => p.met)) return [];
        return [{ card, unit, proof: proof.map(({ period: p, looked }) => ({ period: p, looked })) }];
      });
    });
}

function nodesOf(book: ScoreBook, on: string): readonly NodeInfo[] {
  if (on === 'total') return book.nodes.slice(0, 1);
  return book.nodes.filter((n) => (on === 'leaves' ? n.leaf !== null : n.id === on && n.index > 0));
}

/** What clauses may look at, of one node and unit. */
class Figures {
  readonly #book: ScoreBook;
  readonly #scores: PeriodScores;
  readonly #node: NodeInfo;
  readonly #u: number;
  readonly #among: 'group' | 'city';

  constructor(book: ScoreBook, scores: PeriodScores, node: NodeInfo, u: number, among: 'group' | 'city') {
    this.#book = book;
    this.#scores = scores;
    this.#node = node;
    this.#u = u;
    this.#among = among;
  }

  of(of: Clause['of']): number {
    if (this.#u < 0) return NaN;
    switch (of) {
      case 'points':
        return this.#scores.points(this.#node.index)[this.#u] ?? NaN;
      case 'share':
        return share(this.#scores, this.#node, this.#u);
      case 'value':
        return this.#value();
      case 'behind':
        return this.#behind();
      case 'aboveMean':
        return this.#aboveMean();
      case 'change':
        return this.#change();
      case 'rank':
        return this.#place();
      case 'fromLast':
        return this.#size() + 1 - this.#place();
    }
  }

  #value(): number {
    return this.#node.leaf ? (this.#scores.value(this.#node.index)[this.#u] ?? NaN) : NaN;
  }

  /** (pace · T − x) / T; of an inverse target the other way round. Without a pace the whole target is due. */
  #behind(): number {
    const rule = this.#node.leaf?.rule;
    if (rule?.type !== 'attainment') return NaN;
    const due = this.#scores.leaf(this.#node.index).against[this.#u] ?? NaN;
    const target = due / (rule.pace === undefined ? 1 : paceShare(rule.pace, this.#scores.period));
    return snap(((rule.inverse ? -1 : 1) * (due - this.#value())) / target);
  }

  #mates(): readonly number[] {
    const { units, groups } = this.#scores;
    const own = this.#among === 'group' ? (groups[this.#u] ?? null) : null;
    const all = units.map((_, i) => i);
    return own === null ? all : all.filter((i) => groups[i] === own);
  }

  /** Of a leaf by its values, of other nodes by their points. By unit id, so that the roster's order decides no bit. */
  #aboveMean(): number {
    const { units } = this.#scores;
    const column = this.#node.leaf ? this.#scores.value(this.#node.index) : this.#scores.points(this.#node.index);
    const known = this.#mates().filter((i) => !Number.isNaN(column[i] ?? NaN));
    known.sort((a, b) => ((units[a] ?? '') < (units[b] ?? '') ? -1 : 1));
    const mean = known.reduce((s, i) => s + (column[i] ?? 0), 0) / known.length;
    return snap((column[this.#u] ?? NaN) - mean);
  }

  #change(): number {
    const before = shift(this.#scores.period, -1);
    if (!this.#book.periods.includes(before)) return NaN;
    const scores = this.#book.at(before);
    const unit = this.#scores.units[this.#u];
    const then = unit === undefined ? NaN : share(scores, this.#node, scores.indexOf(unit));
    return snap(share(this.#scores, this.#node, this.#u) - then);
  }

  /** The unit's rank; of a node below the total, its place by the node's points. */
  #place(): number {
    const { rank, groupRank } = this.#scores;
    if (this.#node.index === 0) return (this.#among === 'group' ? groupRank : rank)[this.#u] ?? NaN;
    const points = this.#scores.points(this.#node.index);
    const own = points[this.#u] ?? NaN;
    return Number.isNaN(own) ? NaN : 1 + this.#mates().filter((i) => (points[i] ?? NaN) > own).length;
  }

  /** How many have a place. */
  #size(): number {
    const points = this.#scores.points(this.#node.index);
    return this.#mates().filter((i) => !Number.isNaN(points[i] ?? NaN)).length;
  }
}

function share(scores: PeriodScores, node: NodeInfo, u: number): number {
  const marks = scores.effective(node.index)[u] ?? 0;
  return u < 0 || marks === 0 ? NaN : snap((scores.points(node.index)[u] ?? NaN) / marks);
}
