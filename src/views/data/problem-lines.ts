/** The problems of the tables in use as lines of one table: what each names, what would mend it, and which a filter leaves. */
import type { Place, Problem, ProblemLevel } from '../../model/problem';
import type { LoadedTable } from '../../pipeline/snapshot';
import { sortRows, type Sort, type SortValue } from '../../ui/sort';
import { inUse } from './standing';

/** mended: a cell that reads otherwise by the user's hand. */
export type LineLevel = ProblemLevel | 'mended';
export const LEVELS: readonly LineLevel[] = ['error', 'warning', 'notice', 'mended'];

export interface Line {
  /** The same before and after another problem is mended. */
  readonly id: string;
  readonly table: LoadedTable;
  readonly level: LineLevel;
  readonly place: Place;
  /** null: a mend, which is no problem. */
  readonly problem: Problem | null;
  /** What the cell is read as, of a mend. */
  readonly reads?: string;
}

export interface Filter {
  /** Only what there is something to do about. */
  readonly open: boolean;
  readonly level: LineLevel | null;
  readonly table: number | null;
  /** A column's header. */
  readonly column: string | null;
  readonly text: string;
}

export const isOpen = (level: LineLevel): boolean => level === 'error' || level === 'warning';

/** How many problems there are to do something about. */
export const toActOn = (tables: readonly LoadedTable[]): number =>
  inUse(tables).reduce((n, { report, checks }) => n + report.rejected.length + report.warnings.length + checks.length, 0);

/** Every line of the tables in use, in the order of their levels. */
export function linesOf(tables: readonly LoadedTable[]): Line[] {
  const used = inUse(tables);
  const seen = new Map<string, number>();
  const line = (table: LoadedTable, p: Problem): Line => {
    const key = `${table.seq} ${p.place.row ?? ''} ${p.place.column ?? ''} ${p.code}`;
    const n = seen.get(key) ?? 0;
    seen.set(key, n + 1);
    return { id: `${key} ${n}`, table, level: p.level, place: p.place, problem: p };
  };
  const all = used.flatMap((t) =>
    [...t.report.rejected, ...t.report.warnings, ...t.checks, ...t.report.excluded].map((p) => line(t, p)),
  );
  const mends = used.flatMap((t) => t.mends.cells.map((m) => mendLine(t, m.row, m.column, m.text)));
  return [...all, ...mends].sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
}

function mendLine(table: LoadedTable, row: number, column: number, text: string): Line {
  const header = table.reading.columns.find((c) => c.index === column)?.header;
  const place: Place = { file: table.source.name, row, column: column + 1, ...(header ? { header } : {}) };
  return { id: `${table.seq} ${row} ${column} mended`, table, level: 'mended', place, problem: null, reads: text };
}

/** What a column is called in a line: its header, else its number. */
export const columnOf = ({ header, column }: Place): string => header || (column === undefined ? '' : String(column));

/** @param reason the words of a line, looked through only where a text is looked for. */
export function filtered(lines: readonly Line[], f: Filter, reason: (line: Line) => string): Line[] {
  const wanted = f.text.trim().toLowerCase();
  return lines.filter(
    (l) =>
      (!f.open || isOpen(l.level)) &&
      (f.level === null || l.level === f.level) &&
      (f.table === null || l.table.seq === f.table) &&
      (f.column === null || columnOf(l.place) === f.column) &&
      (wanted === '' ||
        `${l.place.file} ${columnOf(l.place)} ${l.place.value ?? ''} ${reason(l)}`.toLowerCase().includes(wanted)),
  );
}

const SORTS: Readonly<Record<string, (l: Line) => SortValue>> = {
  file: (l) => l.place.file ?? null,
  row: (l) => l.place.row ?? null,
  column: (l) => columnOf(l.place) || null,
  value: (l) => l.place.value || null,
};

export const sorted = (lines: readonly Line[], sort: Sort | null): readonly Line[] => {
  const by = sort && SORTS[sort.column];
  return by ? sortRows(lines, by, sort.descending) : lines;
};

/** A cell of a source that can be read otherwise: 1-based row, 0-based column. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}
export const cellOf = ({ place: { row, column } }: Line): Cell | null =>
  row === undefined || column === undefined ? null : { row, column: column - 1 };

/** What lines have in common that one mend would mend alike: table, column, value and the mend. null: none is proposed. */
export const likeness = ({ table, place, problem }: Line): string | null =>
  problem?.mend === undefined ? null : [table.seq, place.column, place.value, problem.mend].join('\n');

/** Lines that accepting one accepts, by what they have in common. */
export function alikes(lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> {
  const found = new Map<string, Line[]>();
  for (const l of lines) {
    const key = likeness(l);
    const list = key === null ? undefined : found.get(key);
    if (list) list.push(l);
    else if (key !== null) found.set(key, [l]);
  }
  return found;
}

const BLANK = new Set(['cell.missing', 'row.keyMissing']);
/** Whether a line is a cell left blank, which the one above may fill. */
export const isBlank = (l: Line): boolean => l.problem !== null && BLANK.has(l.problem.code) && cellOf(l) !== null;

/** The run of rows, one after the other, in which the line's column is blank; the line's own among them. */
export function blankRun(line: Line, lines: readonly Line[]): number[] {
  const at = line.place.row ?? 0;
  const rows = new Set(
    lines.flatMap((l) =>
      isBlank(l) && l.table.seq === line.table.seq && l.place.column === line.place.column ? [l.place.row ?? 0] : [],
    ),
  );
  let first = at;
  while (rows.has(first - 1)) first -= 1;
  let last = at;
  while (rows.has(last + 1)) last += 1;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** Rows that are no data: nothing is taken over from them. */
const NO_DATA: ReadonlySet<string> = new Set(['row.total', 'row.repeatedHeader', 'row.columnNumbers', 'row.footer', 'row.blank']);

/** The row of data above a row of the line's table, as a person would look for it; 0: there is none. */
export function dataAbove(line: Line, row: number, lines: readonly Line[]): number {
  const skipped = new Set(
    lines.flatMap((l) => (l.table.seq === line.table.seq && l.problem && NO_DATA.has(l.problem.code) ? [l.place.row ?? 0] : [])),
  );
  let above = row - 1;
  while (skipped.has(above)) above -= 1;
  return above;
}
