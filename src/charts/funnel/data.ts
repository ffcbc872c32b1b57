/** What a funnel is placed from: stages with their counts, the same per unit, and its words. */
import type { UnitId } from '../../model/unit';

export interface FunnelStage {
  readonly id: string;
  readonly title: string;
  /** null: not known. */
  readonly count: number | null;
  /** A further line of the tooltip: what is counted. */
  readonly note?: string;
}

export interface FunnelUnit {
  readonly unit: UnitId;
  readonly name: string;
  /** In the order of the stages; null: not known. */
  readonly counts: readonly (number | null)[];
}

export interface FunnelWords {
  readonly stage: string;
  readonly count: string;
  /** Head of the share of the stage before: `占上一环节`. */
  readonly ofBefore: string;
  /** Head of the share of the first stage: `占首环节`. */
  readonly ofFirst: string;
  /** In place of a count that is not known: `未报送`. */
  readonly missing: string;
  /** How the rows per unit are read: `各单位：条长为数量，括号内为占本单位首环节的比例`. */
  readonly split: string;
  /** How many units are only in the table: `其余 240 个单位见表`. */
  rest(n: number): string;
}

export interface FunnelData {
  readonly title: string;
  readonly stages: readonly FunnelStage[];
  /** The same per unit, in the order to be shown. */
  readonly units?: readonly FunnelUnit[];
  /** Units drawn at most, 60 by default; the table has all. */
  readonly most?: number;
  readonly words: FunnelWords;
}

/** count ÷ base; null where either is not known or the base is 0. */
export const shareOf = (count: number | null | undefined, base: number | null | undefined): number | null =>
  count === null || count === undefined || !base ? null : count / base;

/** One slate for all: a bar's length says all there is. */
export const BAR = '#8fa3b8';
