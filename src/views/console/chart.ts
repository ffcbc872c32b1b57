/** Whether a result can be drawn: a text and a figure as bars, a period and a figure (of several things, perhaps) as lines. */
import type { PlainBarsData } from '../../charts/plain-bars/place';
import type { PlainLinesData } from '../../charts/plain-lines/place';
import type { ConsoleWords } from '../../i18n/console';
import { comparePeriods, isPeriod, type Period } from '../../model/period';
import type { Result } from '../../state/console.svelte';

export type ResultChart =
  | { readonly kind: 'bars'; readonly data: PlainBarsData; readonly all: number }
  | { readonly kind: 'lines'; readonly data: PlainLinesData; readonly all: number };

/** More can't be told apart or read. */
export const MOST_BARS = 60;
export const MOST_LINES = 24;

type Cell = Result['rows'][number][number];
const text = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell));
const figure = (cell: Cell | undefined): number | null => (typeof cell === 'number' && Number.isFinite(cell) ? cell : null);

/** null: the result has other columns than a picture needs, or no row. */
export function chartOf({ columns, rows }: Result, w: ConsoleWords): ResultChart | null {
  const figures = columns.flatMap((c, i) => (c.kind === 'number' ? [i] : []));
  const texts = columns.flatMap((c, i) => (c.kind === 'text' ? [i] : []));
  const [n] = figures;
  if (rows.length === 0 || figures.length !== 1 || n === undefined || figures.length + texts.length !== columns.length)
    return null;
  const period = texts.find((i) => rows.every((r) => isPeriod(text(r[i]))));
  if (period !== undefined && texts.length <= 2)
    return linesOf(
      { columns, rows },
      n,
      period,
      texts.find((i) => i !== period),
      w,
    );
  const [t] = texts;
  if (t === undefined || texts.length !== 1) return null;
  const [of, what] = [columns[t]?.name ?? '', columns[n]?.name ?? ''];
  const shown = rows.slice(0, MOST_BARS).map((r) => ({ name: text(r[t]), value: figure(r[n]) }));
  return { kind: 'bars', all: rows.length, data: { title: w.chartTitle(what, of), of, figure: what, rows: shown } };
}

/** null where a thing has two figures of one period. */
function linesOf(
  { columns, rows }: Pick<Result, 'columns' | 'rows'>,
  n: number,
  period: number,
  of: number | undefined,
  w: ConsoleWords,
): ResultChart | null {
  const periods = [...new Set(rows.map((r) => text(r[period]) as Period))].sort(comparePeriods);
  const lines = new Map<string, Map<string, number | null>>();
  for (const r of rows) {
    const name = of === undefined ? '' : text(r[of]);
    const own = lines.get(name) ?? new Map<string, number | null>();
    if (own.has(text(r[period]))) return null;
    lines.set(name, own.set(text(r[period]), figure(r[n])));
  }
  const [what, named] = [columns[n]?.name ?? '', of === undefined ? '' : (columns[of]?.name ?? '')];
  const shown = [...lines].slice(0, MOST_LINES);
  return {
    kind: 'lines',
    all: lines.size,
    data: {
      title: w.chartTitle(what, columns[period]?.name ?? ''),
      figure: what,
      of: named,
      periods,
      lines: shown.map(([name, own]) => ({ name, values: periods.map((p) => own.get(p) ?? null) })),
    },
  };
}
