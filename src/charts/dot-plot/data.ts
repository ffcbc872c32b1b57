/** What a dot plot is placed from. */
import type { UnitId } from '../../model/unit';
import type { UnitStyle } from '../palette';

/** A place on the row's scale, and how it is printed. */
export interface Spot {
  readonly at: number;
  readonly text: string;
}

/** A unit's place, or in words why it has none. */
export type Dot = { readonly spot: Spot; readonly note?: string } | { readonly spot: null; readonly why: string };

export interface DotRow {
  readonly indicator: string;
  readonly title: string;
  /** Heads a group of rows whenever it changes. */
  readonly section?: string;
  /** In the order of `units`. */
  readonly dots: readonly Dot[];
  readonly mean: Spot | null;
  readonly best: Spot | null;
  readonly target: Spot | null;
}

export interface DotPlotData {
  readonly title: string;
  /** marks: places are shares of full marks on one scale, 0 to 1 or as far as they go. value: a scale for every row. */
  readonly scale: 'marks' | 'value';
  readonly units: readonly { readonly unit: UnitId; readonly name: string; readonly style: UnitStyle }[];
  /** Which are named where there are more than twelve; the first twelve of them. */
  readonly selected: readonly UnitId[];
  readonly rows: readonly DotRow[];
  readonly words: {
    /** What the scale counts. */
    readonly axis: string;
    /** How many units are grey dots without a name. */
    readonly unnamed: (n: number) => string;
    /** How many of those have no value in a row. */
    readonly absent: (n: number) => string;
    readonly nothing?: string;
  };
}

/** Every place on a row. */
export const spots = (r: DotRow): Spot[] => [...r.dots.map((d) => d.spot), r.mean, r.best, r.target].filter((s) => s !== null);

/** The tooltip of a dot. */
export function tip(name: string, row: DotRow, dot: Dot): string {
  const note = dot.spot ? dot.note : undefined;
  return [`${name} · ${row.title}`, dot.spot ? dot.spot.text : dot.why, note].filter(Boolean).join('\n');
}
