/** What the branches screen asks off the page's thread: the same calls whether they run in the worker (the app) or in place (tests). */
import type { Reason } from '../model/reason';
import type { StarScheme } from '../scheme/stars';
import type { Orders } from './branch-order';
import type { Spelt } from './branch-pinyin';
import type { BranchRating } from './branch-rate';
import type { BranchTable } from './branch-table';

/** What stars are compared with: a period whose table was given, or 上年星级 as the rows say; null: nothing. */
export type ComparedWith = { readonly table: BranchTable } | 'reported' | null;

/** Why a branch has its total and its grade; null where the stars are as published, or it was not scored. */
export interface BranchReason {
  readonly total: Reason;
  readonly grade: Reason | null;
}

export interface BranchPort {
  /** Rates a table; the reasons asked for afterwards are of this rating. */
  rate(now: BranchTable, before: ComparedWith, scheme: StarScheme | null): Promise<BranchRating>;
  /** The order of a table's branches by name, township and code: what takes longer than a frame. */
  orders(now: BranchTable): Promise<Orders>;
  /** The names in pinyin, parted by line ends; null where this machine cannot. */
  pinyin(names: string): Promise<Spelt | null>;
  /** Why the n-th branch of the table rated last has its stars. */
  explain(at: number): Promise<BranchReason | null>;
  close(): void;
}
