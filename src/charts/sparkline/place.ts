/** A word-sized line of one figure over the periods, its newest value as a dot. No axis: the shape is the message. */
import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { INK } from '../palette';
import type { Mark, Scene } from '../scene';

export interface SparklineData {
  /** Says in words what the line shows: `总分 81.20 → 88.10`. */
  readonly title: string;
  /** null: no figure in that period; the line is broken there. */
  readonly values: readonly (number | null)[];
  /** Ranks: the smaller the higher. */
  readonly inverted?: boolean;
  /** Shared by the sparklines of one column so that they compare; by default the values' own. */
  readonly domain?: readonly [number, number];
  readonly width: number;
  readonly height: number;
  readonly colour?: string;
}

/** Without any value the scene has no marks and says so in `empty`. */
export function placeSparkline(data: SparklineData, noData: string): Scene {
  const { width, height, title, values } = data;
  const colour = data.colour ?? INK.soft;
  const bare = { width, height, title, table: { columns: [], rows: [] } };
  const [low, high] = data.domain ?? extent(values.filter((v) => v !== null));
  if (low === undefined || high === undefined) return { ...bare, marks: [], empty: noData };

  const air = 3;
  const flat = high === low ? 1 : 0;
  const ends = data.inverted ? [air, height - air] : [height - air, air];
  const y = scaleLinear([low - flat, high + flat], ends).clamp(true);
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [air, width - air]);
  const spots = values.map((v, i) => (v === null ? null : ([x(i), y(v)] as const)));
  const d = line<readonly [number, number] | null>()
    .defined((p) => p !== null)
    .x((p) => p?.[0] ?? 0)
    .y((p) => p?.[1] ?? 0)(spots);
  const last = spots.filter((p) => p !== null).at(-1);
  const marks: Mark[] = [{ kind: 'path', d: d ?? '', stroke: colour, strokeWidth: 1.25 }];
  if (last) marks.push({ kind: 'circle', x: last[0], y: last[1], r: 2.25, fill: INK.text });
  return { ...bare, marks };
}
