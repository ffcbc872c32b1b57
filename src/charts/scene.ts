/**
 * A Scene: a chart as marks with every colour, size and text resolved. Charts place data into scenes by pure
 * functions; `Scene.svelte` draws any scene on screen and `scene-svg.ts` on paper, and neither knows what it means.
 */
import type { Period } from '../model/period';
import type { UnitId } from '../model/unit';

/** The one family charts are measured and drawn with: system fonts with Chinese, Latin figures from the same. */
export const FONT = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';

/** What any mark may carry for interaction; drawing alone needs none of it. */
export interface Touch {
  /** Which datum it stands for; marks with one key light up together. */
  readonly key?: string;
  /** The unit it belongs to: `hit` marks of a unit light up while anything of the unit does. */
  readonly unit?: UnitId;
  /** What a tooltip says: lines parted by `\n`, the first is the heading. */
  readonly title?: string;
  /** What picking it asks for, in the words of the chart's docstring. Makes the mark a keyboard stop. */
  readonly action?: string;
  /** Only there to be pointed at (and to light up): left out on paper. */
  readonly hit?: true;
  /** How it is drawn over everything else while its unit is lit; what is not given stays. Never on paper. */
  readonly lit?: Lit;
}

/** What changes of a mark while its unit is lit: looks, never places, so that nothing must be placed anew. */
export interface Lit extends Paint {
  /** Of a circle. */
  readonly r?: number;
  /** Of a text. */
  readonly weight?: 400 | 600;
}

export interface Paint {
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly dash?: string;
}

export interface RectMark extends Touch, Paint {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius?: number;
}

/** A line or an area, as SVG path data. */
export interface PathMark extends Touch, Paint {
  readonly kind: 'path';
  readonly d: string;
}

export interface CircleMark extends Touch, Paint {
  readonly kind: 'circle';
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** One line of text; `y` is its middle. */
export interface TextMark extends Touch {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly weight?: 400 | 600;
}

export interface GroupMark extends Touch {
  readonly kind: 'group';
  readonly x: number;
  readonly y: number;
  readonly marks: readonly Mark[];
}

export type Mark = RectMark | PathMark | CircleMark | TextMark | GroupMark;

/** What the picture shows, as text: for readers who do not see it, for the table view and its CSV. */
export interface SceneTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Where the x axis stands for one thing after another, as periods: a stretch of it can be chosen. */
export interface Stops<T> {
  readonly at: readonly { readonly value: T; readonly x: number }[];
  readonly top: number;
  readonly bottom: number;
}

export interface Scene {
  readonly width: number;
  readonly height: number;
  /** Says what the picture shows. */
  readonly title: string;
  readonly marks: readonly Mark[];
  readonly table: SceneTable;
  /** The periods of the x axis, where there are any. */
  readonly stops?: Stops<Period>;
  /** Why there is nothing to see; absent when there is something. */
  readonly empty?: string;
}

/** Every mark, groups before what they hold, with its place in the scene. */
export function* walk(marks: readonly Mark[], x = 0, y = 0): Generator<{ mark: Mark; x: number; y: number }> {
  for (const mark of marks) {
    yield { mark, x, y };
    if (mark.kind === 'group') yield* walk(mark.marks, x + mark.x, y + mark.y);
  }
}

/** A straight line as path data. */
export const segment = (x1: number, y1: number, x2: number, y2: number): string => `M${x1},${y1}L${x2},${y2}`;
