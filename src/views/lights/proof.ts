/** The proof of a light or card in words: which figure against which line of the legend; of two periods both. */
import type { Formats } from '../../i18n/format';
import type { FigureOf, LightWords } from '../../i18n/lights';
import { shift, type Period } from '../../model/period';
import type { Lights } from '../../scheme';
import type { NodeInfo, ScoreBook } from '../../score';
import type { Carded, Lit, Looked } from '../../state/lights';
import { leafUnit } from '../scheme/writing';

/** How the figures of a node are written. */
export function figureOf(book: ScoreBook, node: NodeInfo, period: Period, f: Formats): FigureOf {
  const { leaf } = node;
  const unit = leaf ? leafUnit(leaf, { f, unitOf: (id) => book.unitOf(id) }) : 'points';
  const paced = leaf !== null && 'pace' in leaf.rule && leaf.rule.pace !== undefined;
  return { f, unit, paced, before: f.period(shift(period, -1)) };
}

const told = (looked: readonly Looked[], of: FigureOf, w: LightWords): string =>
  looked
    .filter((l) => !Number.isNaN(l.value))
    .map((l) => w.figure(l, of))
    .join(w.and);

/** Why a light is lit: the figures that its line looks at, and the line; of the last line, which takes the rest, all figures. Why none is. */
export function proofOf(lit: Lit, set: Lights, of: FigureOf, w: LightWords): string {
  if (lit.why !== null) return w.why[lit.why];
  const when = set.lines[lit.line ?? -1]?.when;
  if (!when) return w.rest(told(lit.looked, of, w));
  const asked = lit.looked.filter((l) => when.some((c) => c.of === l.of));
  return w.proof(told(asked, of, w), when.map((c) => w.clause(c, of.unit, of.f)).join(w.and));
}

/** What the figures of every period were that earned a card, oldest first. */
export function cardProof(carded: Carded, of: FigureOf, w: LightWords): string {
  return carded.proof.map((p) => w.cardProof(of.f.period(p.period), told(p.looked, of, w))).join(w.and);
}
