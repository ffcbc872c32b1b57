/**
 * What the words of rules are given and must say, the same in every language. The shapes are a scheme's own, written down
 * here because words know only the model; a test holds them against the scheme's types.
 */
import type { ValueUnit } from '../model/measure';
import type { Text } from '../model/text';
import type { Formats } from './format';
import type { ClauseShape, ColourName } from './light-words';

export type Among = 'group' | 'city';
export type SchemeText = string | Text;
export interface Others {
  readonly among: Among;
  readonly fallback?: Among;
}
export interface OwnFigure {
  readonly measure: string;
}
/** One for each peer group, by its name. */
export interface PerGroup {
  readonly groups: { readonly [group: string]: number };
  readonly others?: number;
}
export interface Paced {
  readonly target: number | OwnFigure | PerGroup;
  readonly pace?: true | readonly [number, number, number, number];
}
export type Post = number | OwnFigure | (Others & { readonly is: 'min' | 'max'; readonly over?: 'period' | 'all' | 'yearStart' });
export interface Posts {
  readonly lo: Post;
  readonly hi: Post;
  readonly floor?: number;
  readonly bounded?: boolean;
}
export type Against = OwnFigure | { readonly mean: Among; readonly fallback?: Among };
export interface BoundsShape {
  readonly atLeast?: number;
  readonly above?: number;
  readonly atMost?: number;
  readonly below?: number;
}
export interface Placed extends Others {
  readonly inverse?: boolean;
  readonly from?: 'top' | 'bottom';
  readonly ties?: 'best' | 'mean';
}

/** The fields of every rule, by its type. */
export interface RuleShapes {
  readonly attainment: Paced & {
    readonly cap?: number;
    readonly inverse?: boolean;
    readonly whenZero?: 'na' | 'full' | 'none';
  };
  readonly goalposts: Posts;
  readonly exponential: Posts & { readonly floor: number };
  readonly zScore: Others & {
    readonly centre: number;
    readonly spread: number;
    readonly floor?: number;
    readonly cap?: number;
    readonly inverse?: boolean;
  };
  readonly percentile: Others & { readonly ties?: 'low' | 'mid'; readonly inverse?: boolean };
  readonly distanceToBest: Others & { readonly reach?: number; readonly inverse?: boolean };
  readonly distanceToTarget: Paced & { readonly side: 'below' | 'above' | 'both'; readonly reach?: number };
  readonly ratioToBest: Others & { readonly inverse?: boolean };
  readonly rankTable:
    | (Placed & { readonly table: readonly number[]; readonly outOf: number; readonly beyond?: number })
    | (Placed & { readonly step: number; readonly floor?: number });
  readonly bands: {
    readonly against?: Against;
    readonly outOf: number;
    readonly bands: readonly { readonly atLeast?: number; readonly above?: number; readonly points: number }[];
    readonly without?: Posts;
    readonly roundTo?: number;
  };
  readonly step: {
    readonly against?: Against;
    readonly atLeast?: number;
    readonly atMost?: number;
    readonly per: number;
    readonly step: number;
    readonly parts?: 'exact' | 'down' | 'up';
    readonly floor?: number;
    readonly gain?: number;
    readonly gainCap?: number;
    readonly exempt?: OwnFigure & BoundsShape;
    readonly roundTo?: number;
  };
  readonly perCase: { readonly step: number; readonly cap?: number; readonly free?: number };
  readonly countMet: { readonly required: number | OwnFigure; readonly whole?: boolean };
  readonly yesNo: BoundsShape;
  readonly vote: { readonly options: readonly { readonly measure: string; readonly coefficient: number }[] };
  readonly asGiven: { readonly min?: number; readonly max?: number };
}
export type WordedRule = keyof RuleShapes;
/** A rule as a scheme writes it. */
export type RuleShape<T extends WordedRule = WordedRule> = { [K in T]: { readonly type: K } & RuleShapes[K] }[T];

/** Made of measures, as a leaf's figure may be. */
export type FigureShape =
  | string
  | { readonly ratio: readonly [FigureShape, FigureShape] }
  | { readonly difference: readonly [FigureShape, FigureShape] }
  | { readonly sum: readonly FigureShape[] }
  | { readonly weighted: readonly { readonly of: FigureShape; readonly by: number }[] };

export type PrepareShape =
  | { readonly do: 'per'; readonly figure: FigureShape; readonly times?: number }
  | { readonly do: 'log'; readonly base?: 'e' | 2 | 10 }
  | { readonly do: 'clamp'; readonly lo?: number; readonly hi?: number }
  | { readonly do: 'change'; readonly on: 'previous' | 'lastYear'; readonly as?: 'share' | 'difference' }
  | { readonly do: 'over'; readonly periods: 'year' | number; readonly take: 'sum' | 'mean' | 'latest' }
  | { readonly do: 'winsorise'; readonly most: number; readonly skew?: number; readonly kurtosis?: number }
  | { readonly do: 'rank'; readonly among: Among; readonly from: 'top' | 'bottom' };

export interface AdjustmentShape {
  readonly title: SchemeText;
  readonly measure: string;
  readonly step: number;
  readonly per?: number;
  readonly cap?: number;
  readonly floor?: number;
  readonly when?: BoundsShape;
}
export type DueShape = 'Q' | 'H' | 'Y4' | 'Y1' | readonly number[];
export type MissingShape = 'zero' | 'exclude' | 'unranked' | { readonly fixed: number } | { readonly mean: Among };
export interface LeafShape {
  readonly rule: RuleShape;
  readonly prepare?: readonly PrepareShape[];
  readonly standardise?: 'sector';
  readonly adjustments?: readonly AdjustmentShape[];
  readonly due: DueShape;
  readonly carry?: boolean;
  readonly missing?: MissingShape;
  readonly minDenominator?: number;
  readonly sectors?: readonly string[];
}
export interface CombiningShape {
  readonly aggregate?: 'sum' | 'mean' | 'geometric' | 'harmonic';
  readonly weights?: { readonly [id: string]: number };
  readonly minPresent?: number;
}
export interface Items {
  readonly title: SchemeText;
  readonly items: readonly {
    readonly title: SchemeText;
    readonly measure: string;
    readonly step: number;
    readonly cap?: number;
  }[];
}
export interface BonusShape extends Items {
  readonly cap: number;
  readonly inside?: boolean;
}
export interface DeductionsShape extends Items {
  readonly cap?: number;
}
export interface ConditionShape extends OwnFigure, BoundsShape {
  readonly title: SchemeText;
}
export interface GradesShape {
  readonly of?: string;
  readonly lines: readonly {
    readonly grade: string;
    readonly title?: SchemeText;
    readonly min?: number;
    readonly requires?: readonly ConditionShape[];
  }[];
  readonly quotas?: readonly QuotaShape[];
  readonly direct?: readonly (ConditionShape & { readonly grade: string; readonly basis: SchemeText })[];
}
export interface QuotaShape {
  readonly grade: string;
  readonly share: number;
  readonly scope: 'group' | 'city' | 'parent';
  readonly rounding: 'half-up' | 'down' | 'up';
  readonly atLeast?: number;
  readonly binding?: boolean;
}
export interface VetoShape extends ConditionShape {
  readonly cap?: string;
  readonly capScore?: number;
  readonly disqualify?: true;
  readonly basis: SchemeText;
}
export interface LightsShape {
  readonly title: SchemeText;
  readonly on: string;
  readonly among?: Among;
  readonly lines: readonly { readonly light: ColourName; readonly title: SchemeText; readonly when?: readonly ClauseShape[] }[];
}
export interface CardShape {
  readonly title: SchemeText;
  readonly on: boolean;
  readonly when: readonly ClauseShape[];
  readonly among?: Among;
  readonly periods: number;
  readonly basis: SchemeText;
}
export interface RoundingShape {
  readonly at: 'leaf' | 'total';
  readonly decimals: number;
  readonly mode: 'half-up' | 'half-even';
}
export interface RankingShape {
  readonly on: 'rounded' | 'unrounded';
  readonly ties: '1224' | '1223' | 'mean';
  readonly breakers: readonly string[];
}

/** How figures are written here: the formats, and the unit of any measure that a sentence names. */
export interface Writing {
  readonly f: Formats;
  unitOf(measure: string): ValueUnit;
}
/** The leaf a rule stands in: its full marks, and the unit of what the rule is given. */
export interface Marked extends Writing {
  readonly full: number;
  readonly unit: ValueUnit;
}
/** A node's title, by its id. */
export type TitleOf = (id: string) => string;

/** No sentence ends with a full stop, so that the caller may join them. */
export interface RuleWords {
  readonly rule: { readonly [T in WordedRule]: (rule: RuleShapes[T], of: Marked) => string };
  /** All that is said of a leaf, a sentence each: its preparing, its rule, adjustments, when it counts, what a missing value means. */
  leaf(leaf: LeafShape, of: Marked): string[];
  figure(figure: FigureShape, w: Writing): string;
  prepare(step: PrepareShape, of: Marked): string;
  readonly standardise: string;
  adjustment(a: AdjustmentShape, w: Writing): string;
  due(due: DueShape): string;
  carry(carry: boolean): string;
  missing(missing: MissingShape, of: Marked): string;
  minDenominator(n: number, w: Writing): string;
  sectors(sectors: readonly string[]): string;
  combining(c: CombiningShape, titleOf: TitleOf, w: Writing): string[];
  bonus(b: BonusShape, w: Writing): string;
  deductions(d: DeductionsShape, w: Writing): string;
  total(bounds: { readonly floor?: number; readonly cap?: number }, w: Writing): string;
  year(y: { readonly weights: readonly number[]; readonly of?: 'leaves' | 'totals' }, w: Writing): string;
  rounding(r: RoundingShape): string;
  ranking(r: RankingShape, titleOf: TitleOf): string;
  grades(g: GradesShape, titleOf: TitleOf, w: Writing): string;
  quota(q: QuotaShape, g: GradesShape, w: Writing): string;
  direct(d: NonNullable<GradesShape['direct']>[number], g: GradesShape, w: Writing): string;
  veto(v: VetoShape, g: GradesShape | undefined, w: Writing): string;
  /** `unit`: of what a clause about values looks at, that of the leaf the lights are on. */
  lights(l: LightsShape, titleOf: TitleOf, w: Writing & { readonly unit: ValueUnit }): string;
  card(c: CardShape, w: Writing): string;
}

/** The sentence of a rule of any type. */
export const ruleSentence = <T extends WordedRule>(words: RuleWords, rule: RuleShape<T>, of: Marked): string =>
  words.rule[rule.type](rule, of);

/** The shares of the year's target due by the end of each quarter. */
export const paceShares = (pace: true | readonly number[]): readonly number[] => (pace === true ? [0.25, 0.5, 0.75, 1] : pace);

/** A value as its unit asks, with as many decimals as a rule states. */
export const amount = (v: number, unit: ValueUnit, { f }: Writing): string =>
  unit === 'share' ? f.shareBrief(v, 4) : unit === 'points' ? f.marks(v) : f.brief(v, 4);
