/** A table of the pack cut to the size of slides: widths of columns, heights of rows, and how many rows go on each slide. */
import type { PaperCell, PaperColumn, PaperTable } from '../pack/paper';
import { ems, heightOf, inPages, inParts, lineWidth, PITCH, PT, sizeFor, wrapped, type Box } from './fit';

/** Beside and above a cell's text, in inches. */
export const CELL_MARGIN = { side: 0.11, above: 0.05 } as const;
/** Of a table on a slide of its own, and of the title above it. */
export const TABLE_SIZES = [18, 16, 14] as const;
export const CAPTION_SIZES = [20, 18] as const;
/** More rows than that nobody reads from the back of the room. */
const MOST_ROWS = 12;
/** What a row may be heightened by where there is room. */
const AIR = 0.14;
/** A word that is wider than this, in inches, is broken. */
const WIDEST_WORD = 3;
/** A text of a cell that is not longer than this, in parts of its size, is not broken. */
const SHORT = 4.5;
/** Of the notes, which are rows at the end of the table. */
export const NOTE_SIZE = 14;

export interface LaidRow {
  readonly kind: 'head' | 'body' | 'note';
  readonly cells: readonly PaperCell[];
  readonly height: number;
}

/** A table, or a part of one, that goes into the box that it was laid out for. */
export interface LaidTable {
  readonly title: string;
  readonly titleSize: number;
  /** 0 where there is no title. */
  readonly titleHeight: number;
  readonly columns: readonly PaperColumn[];
  readonly widths: readonly number[];
  readonly rows: readonly LaidRow[];
  readonly size: number;
  /** Of the rows. */
  readonly height: number;
}

/** The whole table in one box at one size; null where it does not go in. */
export function tableIn(table: PaperTable, box: Pick<Box, 'w' | 'h'>, size: number): LaidTable | null {
  const pages = cut(table, box, size);
  return pages.length === 1 ? (pages[0] ?? null) : null;
}

/** The table on as few slides as it takes, at the largest size that takes no more. Nothing of it is left out. */
export function tablePages(table: PaperTable, box: Pick<Box, 'w' | 'h'>): readonly LaidTable[] {
  return TABLE_SIZES.map((size) => cut(table, box, size)).reduce((best, next) => (next.length < best.length ? next : best));
}

function cut(table: PaperTable, box: Pick<Box, 'w' | 'h'>, size: number): LaidTable[] {
  const titleSize = sizeFor([table.title], { w: box.w, h: 1 }, CAPTION_SIZES) ?? CAPTION_SIZES[1];
  const titleHeight = table.title === '' ? 0 : heightOf([table.title], box.w, titleSize) + 0.1;
  const groups = columnGroups(table, box.w, size);
  return groups.flatMap((group, g) => {
    const columns = group.map((i) => table.columns[i]).filter((c) => c !== undefined);
    const widths = widthsOf(columns, minima(table, group, size), box.w);
    const row = (kind: LaidRow['kind'], cells: readonly PaperCell[]): LaidRow => ({
      kind,
      cells,
      height: rowHeight(cells, kind === 'note' ? [box.w] : widths, kind === 'note' ? NOTE_SIZE : size),
    });
    const head = row(
      'head',
      columns.map((c) => ({ text: c.title, bold: true })),
    );
    const room = box.h - titleHeight - head.height;
    const body = table.rows
      .map((cells) => group.map((i) => cells[i] ?? { text: '' }))
      .flatMap((cells) => rowsOf(cells, widths, size, room))
      .map((cells) => row('body', cells));
    const notes = g === groups.length - 1 ? table.notes.map((text) => row('note', [{ text }])) : [];
    return inPages([...body, ...notes], (rows) => fits(rows, room)).map((rows): LaidTable => {
      const air = Math.min(AIR, Math.max(0, room - sum(rows.map((r) => r.height))) / (rows.length + 1));
      const high = [head, ...rows].map((r) => (r.kind === 'note' ? r : { ...r, height: r.height + air }));
      const height = sum(high.map((r) => r.height));
      return { title: table.title, titleSize, titleHeight, columns, widths, rows: high, size, height };
    });
  });
}

const fits = (rows: readonly LaidRow[], room: number): boolean =>
  rows.length <= 1 ||
  (rows.filter((r) => r.kind === 'body').length <= MOST_ROWS && sum(rows.map((r) => r.height)) <= room + 1e-9);

/** A row that is higher than the room for it goes on in a second one. */
function rowsOf(cells: readonly PaperCell[], widths: readonly number[], size: number, room: number): PaperCell[][] {
  const most = Math.max(1, Math.floor(((room - 2 * CELL_MARGIN.above) * PT) / (size * PITCH)));
  const parts = cells.map((c, i) => inParts(c.text, cellWidth(widths[i] ?? 1, size), most));
  return Array.from({ length: Math.max(...parts.map((p) => p.length)) }, (_, n) =>
    cells.map((c, i) => ({ ...c, text: parts[i]?.[n] ?? '' })),
  );
}

/** Columns by their indices: all of them, or groups that go on slides one after the other, each with the first column. */
function columnGroups(table: PaperTable, width: number, size: number): number[][] {
  const all = table.columns.map((_, i) => i);
  const least = minima(table, all, size);
  const groups: number[][] = [];
  for (const i of all) {
    const group = groups.at(-1);
    if (group && sum([...group, i].map((c) => least[c] ?? 0)) <= width) group.push(i);
    else groups.push(i === 0 ? [0] : [0, i]);
  }
  return groups;
}

/** What each column takes at least, so that no word or number in it is broken. */
const minima = (table: PaperTable, group: readonly number[], size: number): number[] =>
  group.map((i) => {
    const texts = [table.columns[i]?.title ?? '', ...table.rows.map((cells) => cells[i]?.text ?? '')];
    const widest = Math.max(...texts.map(longestWord));
    return Math.min(WIDEST_WORD, (Math.max(2, widest) * size) / PT / 0.97 + 2 * CELL_MARGIN.side + 0.02);
  });

/** A short text counts as a word: neither `＋0.85` nor the name of a county is broken. */
function longestWord(text: string): number {
  const whole = ems(text);
  return whole <= SHORT ? whole : Math.max(0, ...(text.match(/[!-\u024f]+/g) ?? []).map(ems));
}

/** Widths in the columns' proportions, none below its least. */
function widthsOf(columns: readonly PaperColumn[], least: readonly number[], width: number): number[] {
  const fixed = new Set<number>();
  for (;;) {
    const free = width - sum(least.filter((_, i) => fixed.has(i)));
    const parts = sum(columns.filter((_, i) => !fixed.has(i)).map((c) => c.width)) || 1;
    const widths = columns.map((c, i) => (fixed.has(i) ? (least[i] ?? 0) : (free * c.width) / parts));
    const short = widths.flatMap((w, i) => (!fixed.has(i) && w < (least[i] ?? 0) ? [i] : []));
    if (short.length === 0) return widths;
    for (const i of short) fixed.add(i);
  }
}

const cellWidth = (inches: number, size: number): number => lineWidth(inches - 2 * CELL_MARGIN.side, size);

function rowHeight(cells: readonly PaperCell[], widths: readonly number[], size: number): number {
  const lines = cells.map((c, i) => wrapped(c.text, cellWidth(widths[i] ?? 1, size) * (c.bold ? 0.96 : 1)).length);
  return (Math.max(1, ...lines) * size * PITCH) / PT + 2 * CELL_MARGIN.above;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
