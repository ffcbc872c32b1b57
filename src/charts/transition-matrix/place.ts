/**
 * From which class to which (星级变动): a row for every class of then, a column for every class of now. The diagonal kept its
 * class; what lies on one side of it rose, on the other fell. The darker a cell, the more; every number is printed.
 */
import { max, sum } from 'd3-array';
import { emptyScene, type Frame } from '../frame';
import { fitText } from '../measure-text';
import { INK, tone } from '../palette';
import { segment, type Mark, type Scene } from '../scene';

export interface TransitionClass {
  readonly id: string;
  readonly title: string;
}

export interface TransitionMatrixData {
  readonly title: string;
  /** What the rows and the columns are: the period of then, the period of now. */
  readonly then: string;
  readonly now: string;
  readonly total: string;
  /** Best first; the first `classes` of both stand in one order, others (not rated, not there) after them. */
  readonly rows: readonly TransitionClass[];
  readonly columns: readonly TransitionClass[];
  readonly classes: number;
  /** By row, by column; null: cannot be (neither there then nor now). */
  readonly counts: readonly (readonly (number | null)[])[];
  readonly words: { readonly rose: string; readonly fell: string; readonly kept: string };
}

/** rose, fell, kept; null beside the classes. */
export function moveOf(row: number, column: number, classes: number): 'rose' | 'fell' | 'kept' | null {
  if (row >= classes || column >= classes) return null;
  return column < row ? 'rose' : column > row ? 'fell' : 'kept';
}

/** Actions: `cell:<row id>:<column id>`. */
export function placeTransitionMatrix(data: TransitionMatrixData, frame: Frame): Scene {
  const { f, size, measure } = frame;
  const value = (r: number, c: number): number => data.counts[r]?.[c] ?? 0;
  const rowSums = data.rows.map((_, r) => sum(data.columns, (__, c) => value(r, c)));
  const columnSums = data.columns.map((_, c) => sum(data.rows, (__, r) => value(r, c)));
  const all = sum(rowSums);
  if (all === 0) return emptyScene(frame, data.title, f.words.noData);

  const small = size * 0.9;
  const side = Math.max(...data.rows.map((r) => measure(r.title, size)), measure(data.total, size), measure(data.then, small));
  const titles = Math.min(side, frame.width * 0.25) + size;
  const least = Math.max(size * 3, (max([all, ...rowSums], (n) => measure(f.number(n), size)) ?? 0) + size);
  const columns = data.columns.length + 1;
  const cell = Math.max(least, Math.min(size * 6.5, (frame.width - titles) / columns));
  const height = Math.round(size * 2.1);
  const head = Math.round(size * 3.6);
  const left = (c: number) => titles + c * cell;
  const top = (r: number) => head + r * height;
  // Those who kept their class are most; the tones are for those who moved.
  const most =
    max(data.rows.flatMap((_, r) => data.columns.map((__, c) => (moveOf(r, c, data.classes) === 'kept' ? 0 : value(r, c))))) ?? 0;
  const marks: Mark[] = [];
  const text = (t: string, x: number, y: number, more: Partial<Extract<Mark, { kind: 'text' }>> = {}): Mark => ({
    ...{ kind: 'text', x, y, text: t, size, fill: INK.text },
    ...more,
  });
  const width = left(columns);
  marks.push(
    text(fitText(data.now, width - titles, small, measure), titles + (cell * data.columns.length) / 2, size * 0.9, {
      anchor: 'middle',
      fill: INK.soft,
      size: small,
    }),
    text(fitText(data.then, titles - size * 0.5, small, measure), 0, head - size, { fill: INK.soft, size: small }),
  );
  [...data.columns.map((c) => c.title), data.total].forEach((t, c) =>
    marks.push(
      text(fitText(t, cell - 6, small, measure), left(c) + cell / 2, head - size, {
        anchor: 'middle',
        fill: INK.soft,
        size: small,
      }),
    ),
  );
  data.rows.forEach((row, r) => {
    const y = top(r) + height / 2;
    marks.push(text(fitText(row.title, titles - size * 0.5, size, measure), 0, y));
    data.columns.forEach((column, c) => {
      const count = data.counts[r]?.[c] ?? null;
      const move = moveOf(r, c, data.classes);
      const x = left(c);
      if (count === null) return;
      const says = move === null ? '' : `：${data.words[move]}`;
      marks.push({
        ...{ kind: 'rect', x: x + 1, y: top(r) + 1, width: cell - 2, height: height - 2 },
        fill: move === 'kept' ? INK.pale : count === 0 ? '#ffffff' : tone(0.15 + 0.85 * (count / Math.max(1, most))),
        ...(move === 'kept' ? { stroke: INK.line, strokeWidth: 1 } : { stroke: INK.grid, strokeWidth: 1 }),
        ...(count > 0
          ? {
              key: `${row.id}:${column.id}`,
              title: `${row.title} → ${column.title}${says}\n${f.number(count)}，${f.share(rowSums[r] ? count / rowSums[r] : 0, 1)}`,
              action: `cell:${row.id}:${column.id}`,
            }
          : {}),
      });
      // A sign beside the tone: seen in black and white, and by who does not tell tones apart.
      const sign = count > 0 && move === 'rose' ? '▲' : count > 0 && move === 'fell' ? '▼' : '';
      const shown = f.number(count);
      const own = measure(shown, size);
      marks.push(text(shown, x + cell / 2, y, { anchor: 'middle', fill: count === 0 ? INK.soft : INK.text }));
      if (sign && own / 2 + size * 1.1 < cell / 2)
        marks.push(text(sign, x + cell / 2 + own / 2 + size * 0.25, y, { size: size * 0.7, fill: INK.soft }));
    });
    marks.push(text(f.number(rowSums[r] ?? 0), left(columns) - size * 0.4, y, { anchor: 'end', weight: 600 }));
  });
  const foot = top(data.rows.length);
  marks.push({ kind: 'path', d: segment(0, foot + 1, width, foot + 1), stroke: INK.line, strokeWidth: 1 });
  marks.push(text(fitText(data.total, titles - size * 0.5, size, measure), 0, foot + height / 2, { weight: 600 }));
  [...columnSums, all].forEach((n, c) =>
    marks.push(
      text(f.number(n), c < data.columns.length ? left(c) + cell / 2 : left(columns) - size * 0.4, foot + height / 2, {
        anchor: c < data.columns.length ? 'middle' : 'end',
        weight: 600,
      }),
    ),
  );
  return {
    width,
    height: foot + height + Math.round(size * 0.3),
    title: data.title,
    marks,
    table: {
      columns: [`${data.then} → ${data.now}`, ...data.columns.map((c) => c.title), data.total],
      rows: [
        ...data.rows.map((row, r) => [
          row.title,
          ...data.columns.map((_, c) => {
            const count = data.counts[r]?.[c] ?? null;
            return count === null ? '' : f.number(count);
          }),
          f.number(rowSums[r] ?? 0),
        ]),
        [data.total, ...columnSums.map((n) => f.number(n)), f.number(all)],
      ],
    },
  };
}
