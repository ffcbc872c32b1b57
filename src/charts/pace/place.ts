/**
 * The year's intake against the pace of the year: as lines through the periods, or as a bar per unit with a tick where
 * it should be by now. Who is behind bears ▼ and its distance, so the sign does not hang on a colour.
 */
import { emptyScene, type Frame } from '../frame';
import type { Scene, SceneTable } from '../scene';
import { paceBullets } from './bullets';
import { standingOf, type PaceData } from './data';
import { paceLines } from './lines';

export type * from './data';

/**
 * Actions: `unit:<unit>` (a name), `point:<unit>:<period>` (a figure). Keys: `<unit>`, `<unit>/<period>`. A unit's
 * distance is its newest figure up to `at` less the pace of that figure's own period. Units without any figure are
 * said with their reason.
 */
export function placePace(data: PaceData, frame: Frame): Scene {
  const { f } = frame;
  const standings = data.lines.flatMap((l) => standingOf(l, data) ?? []);
  if (!standings.length || !data.periods.length) return emptyScene(frame, data.title, f.words.noData);
  const placed = data.layout === 'lines' ? paceLines(data, standings, frame) : paceBullets(data, standings, frame);
  return {
    width: frame.width,
    height: Math.ceil(placed.height),
    title: data.title,
    marks: placed.marks,
    table: tableOf(data, frame),
  };
}

function tableOf(data: PaceData, { f }: Frame): SceneTable {
  const { words, periods } = data;
  const end = periods.indexOf(data.at);
  const write = (v: number | null | undefined) => (v === null || v === undefined ? words.missing : f.share(v, 1));
  return {
    columns: [f.words.unit, ...periods.map((p) => f.period(p)), words.distance],
    rows: [
      [words.pace, ...periods.map((_, i) => write(data.pace[i])), ''],
      ...data.lines.map((l) => {
        const standing = standingOf(l, data);
        const figures = periods.map((_, i) => (i > end ? f.words.none.notDue : write(l.values[i])));
        return [l.name, ...figures, standing ? f.signed(standing.distance * 100, 1) : (l.note ?? words.missing)];
      }),
    ],
  };
}
