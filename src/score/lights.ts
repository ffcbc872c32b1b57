/**
 * Lights 亮灯 and cards: which line of the scheme's own legend a unit meets, with the figures that say so. A figure that is
 * not there (not reported, not due, no target, no period before) meets no line that asks for it.
 */
import { shift, type Period } from '../model/period';
import type { UnitId } from '../model/unit';
import type { Card, Clause, Lights, NodeInfo } from '../scheme';
import type { PeriodScores, ScoreBook } from './book';
import { holds } from './bounds';
import { Figures, type Looked, type Standing } from './looked';

export type { Looked } from './looked';

/** Why no line is met: no figure of its own; a figure that the lines compare with is not there; or none of the lines holds. */
export type Unlit = Exclude<Standing, 'ok'> | 'noFigure' | 'none';

export interface Lit {
  readonly node: number;
  readonly unit: UnitId;
  /** The line it meets, by its place in the legend; null: none. */
  readonly line: number | null;
  /** Why there is no line; null where there is one. */
  readonly why: Unlit | null;
  readonly looked: readonly Looked[];
}

/**
 * The lights of a period, by node and unit, in the tree's and the roster's order. Leaves that none of the lines can be
 * about (behind a pace, without a rule that has a target) are left out.
 */
export function litBy(book: ScoreBook, period: Period, lights: Lights): Lit[] {
  const scores = book.at(period);
  return litNodes(book, lights).flatMap((node) => {
    const figures = new Figures(book, scores, node, lights.among);
    return scores.units.map((unit, u) => lightOf(figures, u, lights, { node: node.index, unit }));
  });
}

function lightOf(figures: Figures, u: number, { lines }: Lights, of: Pick<Lit, 'node' | 'unit'>): Lit {
  const asked = [...new Set(lines.flatMap((l) => (l.when ?? []).map((c) => c.of)))];
  const looked = asked.map((a) => figures.look(a, u));
  const standing = figures.standing(u);
  // Everything else is lit only where everything was looked at: who reported nothing is not "the rest".
  const known = looked.length > 0 ? looked.every((l) => !Number.isNaN(l.value)) : standing === 'ok';
  const valueOf = (c: Clause): number => looked.find((l) => l.of === c.of)?.value ?? NaN;
  const line = lines.findIndex((l) => (l.when ? l.when.every((c) => holds(c, valueOf(c))) : known));
  if (line >= 0) return { ...of, line, why: null, looked };
  // A figure that is watched all the year is missing where others reported it, though it is not due.
  const due = standing === 'notDue' && asked.includes('reported') && figures.anyReported ? 'missing' : standing;
  return { ...of, line: null, why: known ? 'none' : due === 'ok' ? 'noFigure' : due, looked };
}

/** The nodes that a set of lights is about, in the tree's order. */
export function litNodes(book: ScoreBook, { on, lines }: Lights): NodeInfo[] {
  const asking = lines.flatMap((l) => l.when ?? []).length > 0;
  const onlyPace = asking && lines.every((l) => !l.when || l.when.some((c) => c.of === 'behind'));
  const chosen = book.nodes.filter((n) => {
    if (on === 'total') return n.index === 0;
    if (on === 'sections') return n.index > 0 && n.parent === 0;
    return on === 'leaves' ? n.leaf !== null : n.index > 0 && n.id === on;
  });
  return onlyPace ? chosen.filter((n) => n.leaf?.rule.type === 'attainment') : chosen;
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
      const past = periods.map((p) => new PeriodFigures(book, book.at(p), root, card));
      return book.at(period).units.flatMap((unit): Carded[] => {
        const proof = past.map((p) => p.of(unit));
        return proof.every((p) => p.met)
          ? [{ card, unit, proof: proof.map(({ period: p, looked }) => ({ period: p, looked })) }]
          : [];
      });
    });
}

/** What a card looks at, in one period. */
class PeriodFigures {
  readonly #scores: PeriodScores;
  readonly #figures: Figures;
  readonly #card: Card;

  constructor(book: ScoreBook, scores: PeriodScores, root: NodeInfo, card: Card) {
    this.#scores = scores;
    this.#figures = new Figures(book, scores, root, card.among);
    this.#card = card;
  }

  of(unit: UnitId): { period: Period; met: boolean; looked: Looked[] } {
    const u = this.#scores.indexOf(unit);
    const looked = this.#card.when.map((c) => this.#figures.look(c.of, u));
    const met = this.#card.when.every((c, i) => holds(c, looked[i]?.value ?? NaN));
    return { period: this.#scores.period, met, looked };
  }
}
