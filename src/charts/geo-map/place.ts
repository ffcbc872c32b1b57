/**
 * Units on the map of their areas, toned by classes of about equally many units. Figures stand on the areas; those
 * without room are listed beside, units without an area too. Missing figures are hatched.
 */
import { emptyScene, type Frame } from '../frame';
import { INK, tone } from '../palette';
import type { Mark, Scene } from '../scene';
import { classOf, quantileClasses } from '../tile-map/classes';
import { hatch } from '../tile-map/hatch';
import { toneLegend } from '../tile-map/legend';
import type { GeoMapData, GeoUnit } from './data';
import { placeLabels, type PlacedLabel } from './labels';
import { fit, project, type Shape } from './project';
import { columnsOf, placeLists } from './side';

export type * from './data';

/** Lines of a list below the map at most. */
const LINES = 60;

/**
 * Actions: `unit:<unit>` (an area, or a listed name). Keys: `<unit>`, `/<n>` for areas of no unit. The deeper an area,
 * the greater its figure. North is up; areas keep their ratios.
 */
export function placeGeoMap(data: GeoMapData, frame: Frame): Scene {
  const { f, size } = frame;
  const { words } = data;
  const drawn = data.units.filter((u) => u.polygons?.length);
  if (!data.units.length || (!drawn.length && !data.unmatched.length)) return emptyScene(frame, data.title, f.words.noData);

  const figures = data.units.flatMap((u) => (u.value === null ? [] : [{ value: u.value, text: u.text }]));
  const classes = quantileClasses(figures);
  const missing = data.units.length - figures.length;

  // Beside the map where there is width for it, else below.
  const wide = frame.width >= size * 48;
  const sideWidth = wide ? Math.min(size * 22, frame.width * 0.34) : frame.width;
  const mapWidth = wide ? frame.width - sideWidth - size * 2 : frame.width;
  const projected = project([...drawn.map((u) => u.polygons ?? []), ...data.unmatched.map((u) => u.polygons)], data.plane);
  const aspect = projected.bounds.height / projected.bounds.width;
  const asked = Number.isFinite(aspect) ? mapWidth * aspect : 0;
  const mapHeight = Math.round(data.height ?? Math.max(size * 20, Math.min(size * 46, data.most ?? Infinity, asked)));
  const map = { x: 1, y: 1, width: mapWidth - 2, height: mapHeight - 2 };
  const shapes = fit(projected, map);

  const marks: Mark[] = [];
  data.unmatched.forEach((u, i) => {
    const d = pathOf(shapes[drawn.length + i] ?? []);
    const title = `${u.name}\n${words.unmatched}`;
    marks.push({ kind: 'path', d, fill: '#ffffff', stroke: INK.line, dash: '3 3', key: `/${i}`, title });
  });
  drawn.forEach((u, i) => marks.push(...area(u, shapes[i] ?? [])));
  const wishes = drawn.map((u, i) => ({ name: u.name, text: u.text, figure: u.value !== null, shapes: shapes[i] ?? [] }));
  // A number that no list explains is not printed.
  const all = drawn.map((unit) => ({ unit, number: null }));
  const room = columnsOf([{ head: '', entries: all }], frame.width, frame).columns * (LINES - 1);
  const labels = placeLabels(wishes, map, room, frame);
  labels.forEach(({ label }, i) => {
    const u = drawn[i];
    if (u && label) marks.push(...labelMarks(u, label));
  });

  const outlined = data.unmatched.length ? { outlined: `${words.unmatched} · ${words.count(data.unmatched.length)}` } : {};
  const legend = toneLegend(classes, missing, words, sideWidth, frame, { stacked: wide, ...outlined });
  const unlabelled = drawn.flatMap((unit, i) => {
    const placed = labels[i];
    return placed?.label && placed.number === null ? [] : [{ unit, number: placed?.number ?? null }];
  });
  const parts = [
    { head: words.listed, entries: unlabelled.sort((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity) || 0) },
    { head: words.noShape, entries: data.units.filter((u) => !u.polygons?.length).map((unit) => ({ unit, number: null })) },
  ];
  const legendAt = wide ? { x: mapWidth + size * 2, y: size * 0.5 } : { x: 0, y: mapHeight + size };
  const afterLegend = legendAt.y + legend.height + size * 0.8;
  // Beside the map while the lists are no longer than it; else below, over the whole width.
  const beside = wide && placeLists(parts, classes, words, sideWidth, Infinity, frame);
  const fits = beside && afterLegend + beside.height <= mapHeight;
  const listAt = fits ? { x: legendAt.x, y: afterLegend } : { x: 0, y: Math.max(mapHeight + size, wide ? 0 : afterLegend) };
  const lists = fits ? beside : placeLists(parts, classes, words, frame.width, LINES, frame);
  marks.push({ kind: 'group', ...legendAt, marks: legend.marks }, { kind: 'group', ...listAt, marks: lists.marks });
  const ends = [mapHeight, legendAt.y + legend.height, listAt.y + lists.height];

  return {
    width: frame.width,
    height: Math.ceil(Math.max(...ends) + 1),
    title: data.title,
    marks,
    table: {
      columns: [f.words.unit, words.value],
      rows: [
        ...data.units.map((u) => [u.name, u.polygons?.length ? u.text : `${u.text} (${words.noShape})`]),
        ...data.unmatched.map((u) => [u.name, words.unmatched]),
      ],
    },
  };

  function area(u: GeoUnit, shape: readonly Shape[]): Mark[] {
    const toned = u.value === null ? undefined : classOf(classes, u.value);
    const touch = { key: u.unit, unit: u.unit };
    return [
      {
        kind: 'path',
        d: pathOf(shape),
        fill: toned ? tone(toned.depth) : INK.paper,
        stroke: INK.line,
        ...touch,
        title: [u.name, `${words.value} ${u.text}`, u.note].filter(Boolean).join('\n'),
        action: `unit:${u.unit}`,
        lit: { fill: 'none', stroke: INK.text, strokeWidth: size / 4.5 },
      },
      ...(toned ? [] : [{ kind: 'path', d: hatch(shape.flat(), size * 0.5), stroke: INK.line, unit: u.unit } as const]),
    ];
  }

  /** Only to be read: the area below takes the pointer. */
  function labelMarks(u: GeoUnit, label: PlacedLabel): Mark[] {
    // Letters on hatching are hard to read: they get a ground.
    const ground: Mark[] = u.value === null ? [{ kind: 'rect', ...grown(label.box), fill: INK.paper }] : [];
    return [
      ...ground,
      ...label.lines.map<Mark>((line, i) => ({
        kind: 'text',
        x: label.x,
        y: label.y + (i - (label.lines.length - 1) / 2) * label.size * 1.2,
        text: line.text,
        size: label.size,
        weight: line.weight,
        fill: INK.text,
        anchor: 'middle',
      })),
    ];
  }
}

const grown = ({ x, y, width, height }: PlacedLabel['box']) => ({ x: x - 2, y: y - 1, width: width + 4, height: height + 2 });

/** Rings as path data to a tenth of a pixel; an area of no size at all as a small square, so that it is still there. */
function pathOf(shapes: readonly Shape[]): string {
  const round = (v: number) => Math.round(v * 10) / 10;
  return shapes
    .map((rings) => {
      const [x, y] = rings[0]?.[0] ?? [0, 0];
      if ((rings[0]?.length ?? 0) < 3) return `M${round(x - 2)},${round(y - 2)}h4v4h-4Z`;
      return rings.map((ring) => `M${ring.map((p) => `${round(p[0])},${round(p[1])}`).join('L')}Z`).join('');
    })
    .join('');
}
