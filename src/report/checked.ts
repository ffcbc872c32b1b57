/**
 * The checked table 核对表: a county's own table as it came, to be sent back, with every problem marked where it stands
 * and said in words beside its row, and a list of them in front. Rows keep the numbers they had.
 */
import type { Place, Problem } from '../model/problem';
import type { ColumnMapping } from '../model/table';
import { paperWords, type Speech } from './speech';
import { letterOf, verbatim, workbook, type Cell, type Look, type Sheet } from './workbook';

/** A table whole, as its source has it. */
export interface CheckedSource {
  readonly file: string;
  readonly columns: readonly ColumnMapping[];
  /** 1-based record number of the first row below the header. */
  readonly firstDataRow: number;
  readonly rows: readonly {
    /** 1-based. */
    readonly row: number;
    /** Verbatim. */
    readonly cells: readonly string[];
    /** Cells read as other texts; `column` counts from 0. */
    readonly mended: readonly { readonly column: number; readonly text: string }[];
  }[];
  readonly problems: readonly Problem[];
}

type SourceRow = CheckedSource['rows'][number];

/** From this many cells on only rows with problems are given: making a sheet of all would hold up the page for seconds. */
const MOST_CELLS = 200_000;
/** Above this many rows a header would fill the screen if it stayed in view. */
const DEEPEST_HEADER = 8;

/** Problems of a table in the order of its rows; those of no row first. */
const inOrder = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort((a, b) => (a.place.row ?? 0) - (b.place.row ?? 0) || (a.place.column ?? 0) - (b.place.column ?? 0));

export function checkedWorkbook(source: CheckedSource, speech: Speech, mostCells = MOST_CELLS): Promise<Blob> {
  const w = paperWords(speech).checked;
  const problems = inOrder(source.problems);
  const byRow = new Map<number, Problem[]>();
  for (const p of problems) if (p.place.row !== undefined) byRow.set(p.place.row, [...(byRow.get(p.place.row) ?? []), p]);
  const head = source.firstDataRow - 1;
  const whole = source.rows.length * source.columns.length <= mostCells;
  const rows = whole ? source.rows : source.rows.filter(({ row, mended }) => row <= head || byRow.has(row) || mended.length > 0);
  const kept = new Set(rows.map((r) => r.row));
  const shown = [...byRow.keys()].filter((r) => r > head && kept.has(r)).length;
  const notes = whole ? [] : [w.onlyOdd(shown, source.rows.length - head)];
  return workbook([listSheet(source, problems, notes, speech), tableSheet(source, rows, byRow, whole, speech)]);
}

/** 问题清单: every problem on a line. */
function listSheet(source: CheckedSource, problems: readonly Problem[], notes: readonly string[], speech: Speech): Sheet {
  const w = paperWords(speech).checked;
  const of = (level: Problem['level']): number => problems.filter((p) => p.level === level).length;
  const mends = source.rows.reduce((n, r) => n + r.mended.length, 0);
  const c = w.columns;
  const titles = [c.number, c.level, c.row, c.column, c.value, c.reason, c.mend];
  const above: Cell[][] = [
    [{ value: w.title(source.file), look: 'title', span: titles.length }],
    [{ value: w.counts(of('error'), of('warning'), mends), look: 'lead', span: titles.length }],
    ...[w.legend, ...notes].map((value): Cell[] => [{ value, look: 'lead', span: titles.length }]),
  ];
  const lines = problems.map((p, i): Cell[] => [
    { value: i + 1 },
    { value: w.level[p.level], look: lookOf(p.level) },
    { value: p.place.row ?? '' },
    { value: columnName(p.place) },
    { value: p.place.value ?? '' },
    { value: reasonOf(p, speech) },
    { value: p.mend ?? '' },
  ]);
  return {
    name: w.problems,
    rows: [
      ...above,
      titles.map((value): Cell => ({ value, look: 'head' })),
      ...(lines.length > 0 ? lines : [[{ value: w.none, look: 'lead', span: titles.length } satisfies Cell]]),
    ],
    widths: [6, 8, 8, 22, 22, 64, 20],
    frozen: above.length + 1,
    landscape: true,
  };
}

/** 原表: the table itself, three columns wider. */
function tableSheet(
  { columns, firstDataRow }: CheckedSource,
  rows: readonly SourceRow[],
  byRow: ReadonlyMap<number, readonly Problem[]>,
  whole: boolean,
  speech: Speech,
): Sheet {
  const w = paperWords(speech).checked;
  const head = firstDataRow - 1;
  const width = rows.reduce((most, r) => Math.max(most, r.cells.length, ...r.mended.map((m) => m.column + 1)), columns.length);
  const headOf = (index: number): string => columns.find((c) => c.index === index)?.header || w.columnAt(index + 1);
  // A row keeps its number where all are there; else the number is written beside it.
  const lines: (Cell | null)[][] = [];
  const extra = [w.remarks, w.mended, ...(whole ? [] : [w.row])];
  for (const row of rows) {
    if (whole) while (lines.length < row.row - 1) lines.push([null]);
    const own = byRow.get(row.row) ?? [];
    const cells = Array.from({ length: width }, (_, i): Cell => {
      const value = row.cells[i] ?? '';
      const look = row.row <= head ? (row.row === head ? 'head' : 'lead') : lookAt(i, row, own);
      // Only figures are written as such: a title that is a number stays what it was.
      return { value: row.row <= head ? value : verbatim(value), look };
    });
    if (row.row === head) lines.push([...cells, ...extra.map((value): Cell => ({ value, look: 'head' }))]);
    else if (row.row < head) lines.push(cells);
    else {
      const remarks = own.map((p) => reasonOf(p, speech)).join('\n');
      const mended = row.mended.map((m) => w.readAs(headOf(m.column), m.text, row.cells[m.column] ?? '')).join('\n');
      const beside: Cell[] = [
        { value: remarks, look: 'remark' },
        { value: mended, look: 'remark' },
      ];
      lines.push([...cells, ...beside, ...(whole ? [] : [{ value: row.row } satisfies Cell])]);
    }
  }
  return {
    name: w.table,
    rows: lines,
    widths: [...widthsOf(rows, width), 56, 36, ...(whole ? [] : [8])],
    ...(whole && head > 0 && head <= DEEPEST_HEADER ? { frozen: head } : {}),
    landscape: true,
  };
}

const lookOf = (level: Problem['level']): Look => (level === 'error' ? 'error' : level === 'warning' ? 'warning' : 'plain');

/** How a cell is marked: by the worst problem of its own, else by one of the row as a whole. */
function lookAt(index: number, row: SourceRow, problems: readonly Problem[]): Look {
  const own = problems.filter((p) => p.place.column === undefined || p.place.column === index + 1);
  const worst = own.find((p) => p.level === 'error') ?? own.find((p) => p.level === 'warning');
  if (worst) return lookOf(worst.level);
  return row.mended.some((m) => m.column === index) ? 'mended' : 'bare';
}

/** What is wrong and what to do, without the place, which has columns of its own. */
function reasonOf(p: Problem, speech: Speech): string {
  const { row, header, value } = p.place;
  const place: Place =
    header !== undefined ? { header } : value !== undefined && value !== '' ? { value } : row !== undefined ? { row } : {};
  return speech.problem({ ...p, place });
}

/** `B列　年度目标`: where to look in the table beside it. Not the bare name, by which the list would be taken for a table on its side. */
const columnName = ({ header, column }: Place): string =>
  [column === undefined ? '' : `${letterOf(column - 1)}列`, header ?? ''].filter(Boolean).join('　');

/** As wide as the longest of the first cells, within reason; a Han character takes two. */
function widthsOf(rows: readonly SourceRow[], width: number): number[] {
  const size = (text: string): number => [...text].reduce((n, c) => n + (c > '\u2e7f' ? 2 : 1), 0);
  const some = rows.slice(0, 60);
  return Array.from({ length: width }, (_, i) => Math.min(30, Math.max(8, ...some.map((r) => size(r.cells[i] ?? '') + 2))));
}
