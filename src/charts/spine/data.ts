/** What a county's profile is placed from, and where a value stands among its peers. */
import type { UnitId } from '../../model/unit';
import type { UnitStyle } from '../palette';

/** The peers' values as they are, not turned: `min` is the smallest also where less is better. */
export interface Peers {
  readonly min: number;
  readonly q1: number;
  readonly mean: number;
  readonly q3: number;
  readonly max: number;
  /** Lines of the tooltip: the range and the quartiles as they are printed. */
  readonly note?: string;
}

/** The county's value, or in words why there is none. */
export type SpineValue =
  | {
      readonly value: number;
      readonly text: string;
      readonly rank: number | null;
      readonly tied?: boolean;
      readonly of: number;
      readonly note?: string;
    }
  | { readonly value: null; readonly why: string };

export interface SpineRow {
  readonly indicator: string;
  readonly title: string;
  /** Heads a group of rows whenever it changes. */
  readonly section?: string;
  readonly better: 'higher' | 'lower' | 'neither';
  readonly own: SpineValue;
  /** null: no peer has a value. */
  readonly peers: Peers | null;
  /** The mean as it is printed. */
  readonly meanText: string;
}

export interface SpineData {
  readonly title: string;
  readonly unit: UnitId;
  readonly name: string;
  readonly style: UnitStyle;
  readonly rows: readonly SpineRow[];
  readonly words: {
    readonly value: string;
    /** Left and right end of the axis. */
    readonly worse: string;
    readonly better: string;
    /** What the thin line and the box are. */
    readonly range: string;
    readonly quartiles: string;
    readonly strength: string;
    readonly weakness: string;
    /** Follows the title of an indicator of which less is better. */
    readonly lower: string;
    /** Says that such rows are turned round. */
    readonly mirrored: string;
    readonly nothing?: string;
  };
}

/** Values closer than this, relative to their size, are the same: means and quartiles carry binary fractions. */
export const DUST = 1e-9;

/** Where a value is against the middle half of its peers, in the direction that is better. */
export function standing(row: SpineRow): 'strength' | 'weakness' | 'between' {
  const { own, peers, better } = row;
  if (own.value === null || !peers || better === 'neither') return 'between';
  const dust = DUST * Math.max(1, Math.abs(own.value));
  const above = own.value > peers.q3 + dust;
  const below = own.value < peers.q1 - dust;
  if (!above && !below) return 'between';
  return above === (better === 'higher') ? 'strength' : 'weakness';
}
