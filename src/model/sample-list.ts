/** A list of branches drawn for the city's review 抽查名单. */
import type { Period } from './period';
import type { UnitId } from './unit';

export interface SampledBranch {
  readonly unit: UnitId;
  readonly unitName: string;
  readonly township: string;
  readonly branch: string;
  readonly code: string;
  /** Id of the sector; '' where the row names none. */
  readonly sector: string;
  /** 审定星级 0–5 and 总分, as reported. */
  readonly star: number;
  readonly score: number | null;
}

export interface SampleList {
  readonly period: Period;
  readonly seed: number;
  /** In roster order, then by sector. */
  readonly branches: readonly SampledBranch[];
  readonly strata: readonly { readonly unit: UnitId; readonly sector: string; readonly of: number; readonly taken: number }[];
  /** Branches in the period without stars, from which nothing is drawn. */
  readonly notRated: number;
}
