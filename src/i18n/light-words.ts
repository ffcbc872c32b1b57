/** What the words of lights 亮灯 and cards are given and must say, the same in every language. */
import type { ValueUnit } from '../model/measure';
import type { Formats } from './format';

export type LookedAt = 'share' | 'points' | 'value' | 'reported' | 'behind' | 'aboveMean' | 'change' | 'rank' | 'fromLast';
export type BoundKey = 'atLeast' | 'above' | 'atMost' | 'below';
export type ClauseShape = { readonly of: LookedAt } & { readonly [K in BoundKey]?: number };
export type ColourName = 'red' | 'orange' | 'yellow' | 'green' | 'blue' | 'black' | 'grey';
export type UnlitWhy = 'missing' | 'notDue' | 'na' | 'noFigure' | 'none';

/** A figure that was looked at, with the figures it was worked out from as the score room gives them. */
export interface Figure {
  readonly of: LookedAt;
  readonly value: number;
  readonly terms: readonly number[];
}

/** What a figure belongs to. */
export interface FigureOf {
  readonly f: Formats;
  /** Of a leaf, the unit of what its rule is given; of anything else points. */
  readonly unit: ValueUnit;
  /** Whether only a part of the target is due yet. */
  readonly paced: boolean;
  /** The period before, as it is written. */
  readonly before: string;
}

/** A share as percentage points, a value as its unit asks. */
export const asPoints = (x: number, f: Formats): string => f.brief(x * 100);
export const bare = (x: number, unit: ValueUnit, f: Formats): string =>
  unit === 'share' ? f.shareBrief(x) : unit === 'points' ? f.points(x) : f.brief(x, 4);

/** The bounds that a clause states, with their numbers. */
export const boundsOf = (c: ClauseShape): readonly (readonly [BoundKey, number])[] =>
  (['atLeast', 'above', 'atMost', 'below'] as const).flatMap((k) => (c[k] === undefined ? [] : [[k, c[k]] as const]));

/** Whether the line of the red light holds for the good end: then red praises, and readers must be told. */
export function redIsBest(lines: readonly { readonly light: ColourName; readonly when?: readonly ClauseShape[] }[]): boolean {
  const clauses = lines.filter((l) => l.light === 'red').flatMap((l) => l.when ?? []);
  return clauses.length > 0 && clauses.every(ofGoodEnd);
}

/** What the best are the most of, or (places, distance behind) the least; of bare values nobody knows which end is good. */
function ofGoodEnd(c: ClauseShape): boolean {
  const [more, less] = [c.atLeast ?? c.above, c.atMost ?? c.below].map((x) => x !== undefined);
  if (c.of === 'value' || c.of === 'reported') return false;
  const up = c.of === 'share' || c.of === 'points' || c.of === 'aboveMean' || c.of === 'change' || c.of === 'fromLast';
  return up ? more === true && less === false : less === true && more === false;
}
