/** Tables that lie on their side: the names of columns run down, the units run across. */
import { unitColumn, type LedgerDef } from '../model/ledger';
import { turned } from './area';
import { headersAt, isOrdinal } from './headers';
import { fit, isPlausible, layoutsOf, type Layout, type Match } from './layout';
import { filledIn, type Part, type Records } from './parts';
import { noFigure } from './words';

/** More columns of names than this has no ledger. */
const MOST_NAMES = 200;
const MOST_UNITS = 2000;
/** Columns in which the names may stand. */
const DEEPEST = 4;
const MEASURED_IN = /^(?:人|个|家|名|项|次|场|期|分|件|卷|元|千元|万元|百万元|亿元|%|‰|人次|计量单位|单位|—|-|\/)?$/;

export interface Transposed {
  /** The records of the table itself, 0-based in the source, without its titles. */
  readonly area: Part;
  readonly records: string[][];
  /** What stands above it. */
  readonly above: Records;
  readonly layouts: readonly Layout[];
}

/** A part read on its side; null where that makes no ledger's table, or none that fits better than `upright`. */
export function transposedIn(
  all: Records,
  part: Part,
  ledgers: readonly LedgerDef[],
  clue: string,
  upright: Layout | undefined,
): Transposed | null {
  if (upright && isWhole(upright)) return null;
  const records = all.slice(part.first, part.last + 1);
  const first = records.findIndex((r) => filledIn(r).length >= 2 && !r.some((c) => /[:：]\s*\S/.test(c)));
  let last = records.length - 1;
  while (last > first && filledIn(records[last] as string[]).length < 2) last -= 1;
  if (first < 0 || last - first < 1 || last - first > MOST_NAMES) return null;
  const sides = turned(records.slice(first, last + 1));
  if (sides.length < 2 || sides.length > MOST_UNITS) return null;
  const layouts = layoutsOf(sides.slice(0, DEEPEST), ledgers, clue)
    .map((layout) => withUnits(layout, sides))
    .filter((layout) => isPlausible(layout) && layout.first + layout.count < sides.length)
    .sort((a, b) => b.score - a.score);
  const [best] = layouts;
  if (!best || (upright && isPlausible(upright) && upright.score >= best.score - 0.5)) return null;
  const area = { first: part.first + first, last: part.first + last };
  return { area, records: sides, above: records.slice(0, first), layouts };
}

/** A header of which every word is known, and none is missing, leaves no doubt which way the table lies. */
const isWhole = ({ headers, matches, twice, missing }: Layout): boolean =>
  missing.length === 0 &&
  matches.length > 2 &&
  headers.every((h) => h.text === '' || isOrdinal(h.text) || [...matches, ...twice].some((m) => m.index === h.index));

/** Takes a column of 计量单位 into the header, and the corner's record for the units: its cells are names, whatever the corner says. */
function withUnits(layout: Layout, sides: Records): Layout {
  const { ledger, first, count } = layout;
  const next = sides[first + count];
  const measured = next && filledIn(next).length > 1 && next.every((c) => MEASURED_IN.test(c.trim().normalize('NFKC')));
  const found = measured ? fit(ledger, first, count + 1, headersAt(sides, first, count + 1)) : layout;
  const unit = unitColumn(ledger) ?? ledger.columns.find((c) => c.type === 'text' && c.required);
  if (!unit || found.matches.some((m) => m.column === unit)) return found;
  const body = sides.slice(first + found.count);
  const isNames = (index: number) => {
    const cells = body.map((r) => (r[index] ?? '').trim()).filter((c) => c !== '');
    return cells.length > 0 && cells.length * 2 > body.length && cells.every((c) => !/\d/.test(c) && noFigure(c) === null);
  };
  // In the corner stands what runs down as often as what runs across: 指标, 项目.
  const taken = (index: number) => found.matches.some((m) => m.index === index && (index > 0 || m.column.type !== 'text'));
  const free = found.headers.find((h) => !taken(h.index) && isNames(h.index));
  if (!free) return found;
  const corner: Match = { index: free.index, column: unit, grade: 'child' };
  const matches = [...found.matches.filter((m) => m.index !== free.index), corner].sort((a, b) => a.index - b.index);
  const missing = found.missing.filter((c) => c !== unit);
  return { ...found, matches, missing, score: found.score + 1 };
}
