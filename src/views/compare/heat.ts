/** The data of the comparison table: every leaf of the scheme for the chosen counties, beside the mean and best of all shown. */
import type { HeatCell, HeatRow, HeatTableData } from '../../charts/heat-table/place';
import type { NoValue } from '../../i18n/format';
import type { UnitId } from '../../model/unit';
import { firstMeasure } from '../../state/catalogue';
import type { Board } from '../../state/board.svelte';

export interface HeatWords {
  readonly title: string;
  readonly mean: string;
  readonly best: string;
}

export function heatOf(board: Board, units: readonly UnitId[], by: HeatTableData['by'], words: HeatWords): HeatTableData {
  const { book, scores, f } = board;
  const named = units.map((unit) => ({ unit, name: board.name(unit) }));
  if (!book || !scores) return { title: words.title, units: named, rows: [], extras: [], by };
  const peers = board.standings.map((s) => s.at);
  const rows = book.nodes.flatMap((node): HeatRow[] => {
    if (!node.leaf) return [];
    // What is not due for anybody would only say so, row after row.
    if (units.every((id) => scores.indexOf(id) < 0 || scores.state(node.index, scores.indexOf(id)) === 'notDue')) return [];
    const section = book.nodes[node.parent];
    const def = board.measure(firstMeasure(node.leaf.measure));
    const unit = def?.unit ?? 'number';
    const better = def?.better ?? 'neither';
    const values = scores.value(node.index);
    const known = peers
      .flatMap((u) => (counts(scores.state(node.index, u)) ? [values[u] ?? NaN] : []))
      .filter((x) => !Number.isNaN(x));
    const mean = known.length > 0 ? known.reduce((a, b) => a + b, 0) / known.length : null;
    const best =
      known.length === 0 || better === 'neither' ? null : better === 'higher' ? Math.max(...known) : Math.min(...known);
    const carried = scores.carriedFrom(node.index);
    const cells = units.map((id): HeatCell => {
      const u = scores.indexOf(id);
      const state = u < 0 ? 'missing' : scores.state(node.index, u);
      const value = counts(state) ? (values[u] ?? NaN) : NaN;
      const points = scores.points(node.index)[u] ?? NaN;
      return {
        text: Number.isNaN(value) ? '' : f.value(value, unit),
        value: Number.isNaN(value) ? null : value,
        points: Number.isNaN(points) ? null : points,
        ...(Number.isNaN(value) ? { none: noneOf(state) } : {}),
        ...(carried ? { note: f.period(carried) } : {}),
      };
    });
    return [
      {
        indicator: node.id,
        title: board.title(node.title),
        ...(section && section.index > 0 ? { section: board.title(section.title) } : {}),
        full: node.full,
        better,
        mean,
        cells,
        extras: [mean, best].map((x) => (x === null ? '' : f.value(x, unit))),
      },
    ];
  });
  return { title: words.title, units: named, rows, extras: [words.mean, words.best], by };
}

const counts = (state: string): boolean => state === 'ok' || state === 'carried';

const noneOf = (state: string): NoValue => (state === 'notDue' ? 'notDue' : state === 'na' ? 'na' : 'missing');
