/** What a unit's check sheet 核对单 says of each leaf: value, sides, points, marks lost, and the steps by which it came to them. */
import type { ValueUnit } from '../model/measure';
import type { Period } from '../model/period';
import type { Reason, RowsRef } from '../model/reason';
import type { Objection, PeriodState } from '../model/review';
import type { UnitId } from '../model/unit';
import { firstMeasure, measuresIn, round, type SchemeText } from '../scheme';
import type { ScoreBook } from './book';
import { explain } from './explain';
import { findFigure } from './figure';
import { find, placesOf } from './find';
import type { LeafState } from './prepared';

export interface CheckRow {
  /** Id of the leaf. */
  readonly node: string;
  /** Titles of the sections above it, the outermost first. */
  readonly path: readonly SchemeText[];
  readonly title: SchemeText;
  /** 分值 in the scheme, and in force after re-weighting (0: does not count). */
  readonly full: number;
  readonly effective: number;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly unit: ValueUnit;
  readonly points: number | null;
  /** 扣分: what is left of the marks in force; null where there are no points. */
  readonly lost: number | null;
  readonly state: LeafState;
  readonly carriedFrom: Period | null;
  /** The steps from the rule on, in the order in which they were taken. */
  readonly steps: readonly Reason[];
  /** Where the rows of its figures stand, one per measure. */
  readonly rows: readonly (Pick<RowsRef, 'measure' | 'unit' | 'period'> & { readonly count: number })[];
}

export interface CheckSheetRow extends CheckRow {
  /** The files its figures stand in, with how many rows of the unit. */
  readonly sources: readonly { readonly file: string; readonly rows: number }[];
  /** What was objected before, decided or not. */
  readonly objections: readonly Objection[];
}

/** One county's check sheet of one period. */
export interface CheckSheet {
  readonly period: Period;
  readonly unit: UnitId;
  readonly unitName: string;
  readonly state: PeriodState;
  /** The hash of the seal that holds, where there is one. */
  readonly seal?: string;
  readonly scheme: { readonly title: SchemeText; readonly version: string; readonly hash: string; readonly decimals: number };
  readonly total: number | null;
  readonly rows: readonly CheckSheetRow[];
}

const orNull = (x: number | undefined): number | null => (x === undefined || !Number.isFinite(x) ? null : x);

/** One row per leaf, in the scheme's order. @throws RangeError for a unit that is not expected in the period. */
export function checkRows(book: ScoreBook, period: Period, unit: UnitId): CheckRow[] {
  const scores = book.at(period);
  const u = scores.indexOf(unit);
  if (u < 0) throw new RangeError(`not expected: ${unit} ${period}`);
  const { decimals, mode } = book.scheme.rounding;
  return book.nodes.flatMap((node): CheckRow[] => {
    const { leaf } = node;
    if (!leaf) return [];
    const carriedFrom = scores.carriedFrom(node.index);
    const places = placesOf(leaf.due, carriedFrom ?? period);
    const cell = findFigure(book.measures, leaf.measure, unit, places)?.cell;
    const path: SchemeText[] = [];
    for (let at = node.parent; at > 0; at = book.nodes[at]?.parent ?? -1) path.unshift(book.nodes[at]!.title);
    const points = orNull(scores.points(node.index)[u]);
    const effective = scores.effective(node.index)[u] ?? 0;
    return [
      {
        ...{ node: node.id, path, title: node.title, full: node.full, effective, points, carriedFrom },
        value: cell?.value ?? null,
        numerator: cell?.numerator ?? null,
        denominator: cell?.denominator ?? null,
        unit: typeof leaf.measure === 'object' && 'ratio' in leaf.measure ? 'number' : book.unitOf(firstMeasure(leaf.measure)),
        lost: points === null ? null : Math.max(0, round(effective - points, decimals, mode)),
        state: scores.state(node.index, u),
        steps: stepsOf(explain(book, period, unit, node.index)),
        rows: measuresIn(leaf.measure).flatMap((measure) => {
          const found = find(book.measures, measure, unit, places);
          return found ? [{ measure, unit: found.unit, period: found.period, count: found.cell.rows }] : [];
        }),
      },
    ];
  });
}

/** Steps that each hold the one before; what lies below them is the value. */
const LATER: ReadonlySet<string> = new Set(['rounding', 'reweight', 'adjustment']);

function stepsOf(leaf: Reason): Reason[] {
  const steps: Reason[] = [];
  for (let at = leaf.args[0]; at; at = LATER.has(at.op) ? at.args[0] : undefined) steps.unshift(at);
  return steps;
}
