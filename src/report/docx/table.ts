/** Tables of a paper: as wide as the type area, heads again on every page, no row parted, text as small as it must be and no smaller. */
import { Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType, type Paragraph } from 'docx';
import { widthOf } from './page';
import { paragraph, type Runs } from './text';
import type { PaperCell, PaperTable } from '../pack/paper';

/** Points: 小四, 五号, 小五. */
const SIZES = [12, 10.5, 9] as const;
/** How much width a column has at least on average, in points, for a size to be taken. */
const ROOM: Readonly<Record<(typeof SIZES)[number], number>> = { 12: 70, 10.5: 48, 9: 0 };
/** Left and right of a cell's text; above and below it. Twentieths of a point. */
const SIDE = 60;
const ABOVE = 30;
/** Characters of a title that should stay on one line. */
const SHORT = 6;

export interface TableLayout {
  /** Points. */
  readonly size: number;
  /** Of the columns, in twentieths of a point; they add up to the width given. */
  readonly widths: readonly number[];
}

/** Sizes and widths of a table. A column is never narrower than its longest number or word, nor than a short title if that can be. */
export function tableLayout({ columns, rows }: PaperTable, width: number): TableLayout {
  const words = columns.map(({ title }, i) => Math.max(...[title, ...rows.map((r) => r[i]?.text ?? '')].map(longestWord)));
  const titles = columns.map(({ title }, i) => Math.max(words[i] ?? 0, widthOf(title) <= SHORT ? widthOf(title) : 0));
  const all = sum(columns.map((c) => c.width)) || 1;
  const asked = columns.map((c) => (c.width / all) * width);
  const least = (size: number, texts: readonly number[]): number[] =>
    texts.map((w) => Math.min(w * size * 20 + 2 * SIDE + 10, width / 2));
  const fits = (size: number): boolean => least(size, words).every((l, i) => l <= (asked[i] ?? 0));
  // A table that would end a little after the page does is set smaller; one of many pages is not.
  const tall = rows.length > 10 && rows.length <= 16 ? 10.5 : 12;
  const roomy = SIZES.filter((s) => s <= tall && width / 20 / columns.length >= ROOM[s]);
  // Columns asked for too narrow are widened; text is made smaller only where there is little to widen them from.
  const size = roomy.find(fits) ?? roomy.find((s) => sum(least(s, words)) <= width * 0.7) ?? 9;
  const wished = least(size, titles);
  return { size, widths: whole(shared(asked, sum(wished) <= width * 0.8 ? wished : least(size, words), width), width) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Widths as asked, but each at least what it needs; the others give it up in proportion to what they have over. */
function shared(asked: readonly number[], least: readonly number[], width: number): number[] {
  const over = asked.map((a, i) => Math.max(0, a - (least[i] ?? 0)));
  const needed = sum(least);
  const all = sum(over);
  // More is needed than there is: words break then, each column's alike.
  if (needed >= width || all === 0) return least.map((l) => (l / (needed || 1)) * width);
  return least.map((l, i) => l + ((over[i] ?? 0) / all) * (width - needed));
}

/** Whole numbers with the same sum. */
function whole(widths: readonly number[], width: number): number[] {
  let end = 0;
  return widths.map((w, i) => {
    const start = Math.round(end);
    end += w;
    return (i === widths.length - 1 ? width : Math.round(end)) - start;
  });
}

/** Of what may not be broken: figures and letters; a Chinese character stands alone, with the mark that must follow it. */
const longestWord = (text: string): number => Math.max(2, ...(text.match(/[!-~]+/g) ?? []).map(widthOf));

/** The table with its title and its notes. A paragraph always follows, so that two tables don't become one. */
export function tableOf(table: PaperTable, width: number, runs: Runs, pageBreakBefore = false): (Paragraph | Table)[] {
  const { size, widths } = tableLayout(table, width);
  const cell = (c: PaperCell, i: number, head: boolean): TableCell =>
    new TableCell({
      width: { size: widths[i] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [
        paragraph('cell', runs(c.text, { size, bold: c.bold === true, ...(head ? { font: 'hei' } : {}) }), {
          alignment: head ? 'center' : (table.columns[i]?.align ?? 'left'),
        }),
      ],
    });
  const row = (cells: readonly PaperCell[], head = false): TableRow =>
    new TableRow({
      cantSplit: true,
      tableHeader: head,
      // A row without one of its cells would be shorter than the others.
      children: table.columns.map((_, i) => cell(cells[i] ?? { text: '' }, i, head)),
    });
  const head = row(
    table.columns.map(({ title }) => ({ text: title })),
    true,
  );
  const own = pageBreakBefore ? { pageBreakBefore } : {};
  return [
    ...(table.title ? [paragraph('tableTitle', runs(table.title), own)] : pageBreakBefore ? [paragraph('gap', [], own)] : []),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      margins: { left: SIDE, right: SIDE, top: ABOVE, bottom: ABOVE, marginUnitType: WidthType.DXA },
      rows: [head, ...table.rows.map((cells) => row(cells))],
    }),
    ...(table.notes.length > 0 ? table.notes.map((note) => paragraph('note', runs(note))) : [paragraph('gap', [])]),
  ];
}
