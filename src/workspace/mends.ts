/** Gathers what was mended of one table: of a cell the last text, of a row the last reason. Pure. */
import type { CellMend, Mends } from '../model/mend';

/** The mends with these cells too. In order of row and column, so that equal mends are equal however they were made. */
export function withCells(mends: Mends, cells: readonly CellMend[]): Mends {
  const byPlace = new Map([...mends.cells, ...cells].map(({ row, column, text }) => [`${row} ${column}`, { row, column, text }]));
  return { ...mends, cells: [...byPlace.values()].sort((a, b) => a.row - b.row || a.column - b.column) };
}

/** The mends with these rows left out too. */
export function withExcluded(mends: Mends, rows: readonly number[], reason: string): Mends {
  const byRow = new Map([...mends.excluded, ...rows.map((row) => ({ row, reason }))].map((e) => [e.row, e]));
  return { ...mends, excluded: [...byRow.values()].sort((a, b) => a.row - b.row) };
}
