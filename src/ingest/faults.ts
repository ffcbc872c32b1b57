/**
 * Every problem that ingest reports, made in one place so that its parameters can be read off here. Names of columns
 * are the ledger's Chinese ones, ledgers go by id; the header and text of the file stand in the place.
 */
import type { ColumnDef, LedgerDef } from '../model/ledger';
import type { Period } from '../model/period';
import { problem, type Place, type Problem } from '../model/problem';
import type { ColumnMapping } from '../model/table';
import type { Fault } from './cells/cell';
import type { WorkbookKind } from './sniff';

export const file = {
  empty: (file: string) => problem('error', 'file.empty', { file }),
  binary: (file: string) => problem('error', 'file.binary', { file }),
  workbook: (file: string, kind: WorkbookKind) => problem('error', 'file.workbook', { file }, { kind }),
  /** `message`: the part that could not be read, as the workbook calls it. */
  workbookDamaged: (file: string, message: string) => problem('error', 'file.workbookDamaged', { file }, { message }),
  tooLarge: (file: string, limit: string) => problem('error', 'file.tooLarge', { file }, { limit }),
  sheetUnused: (file: string, sheet: string, why: 'hidden' | 'unknown') =>
    problem('notice', 'file.sheetUnused', { file }, { sheet, why }),
  /** The place is the part's first row. */
  partUnused: (place: Place) => problem('notice', 'file.partUnused', place),
  /** `offset` in bytes from 0, `byte` in hex. */
  undecodable: (place: Place, params: { offset: number; byte: string; encoding: string }) =>
    problem('error', 'file.undecodable', place, params),
  classified: (place: Place, mark: string) => problem('error', 'file.classified', place, { mark }),
  noHeader: (file: string) => problem('error', 'file.noHeader', { file }),
  noRows: (file: string, ledger: string) => problem('error', 'file.noRows', { file }, { ledger }),
  unknownTable: (place: Place, headers: readonly string[], candidates: readonly string[]) =>
    problem('error', 'file.unknownTable', place, { headers, candidates }),
  columnMissing: (place: Place, ledger: LedgerDef, columns: readonly ColumnDef[]) =>
    problem('error', 'file.columnMissing', place, { ledger: ledger.id, columns: columns.map((c) => c.name.zh) }),
  /** The same of a table that can be mapped by hand. */
  columnSought: (level: 'error' | 'warning', place: Place, ledger: LedgerDef, columns: readonly ColumnDef[]) =>
    problem(level, 'file.columnMissing', place, { ledger: ledger.id, columns: columns.map((c) => c.name.zh), ask: 'map' }),
  columnTwice: (place: Place, column: ColumnDef) => problem('warning', 'file.columnTwice', place, { column: column.name.zh }),
  remembered: (file: string, sender: string) => problem('notice', 'file.remembered', { file }, { sender }),
  columnUnknown: (place: Place) => problem('notice', 'file.columnUnknown', place),
};

/** Rows that are no data; each an exclusion. */
export const row = {
  blank: (place: Place) => problem('notice', 'row.blank', place),
  total: (place: Place, scope: string) => problem('notice', 'row.total', place, { scope }),
  repeatedHeader: (place: Place) => problem('notice', 'row.repeatedHeader', place),
  columnNumbers: (place: Place) => problem('notice', 'row.columnNumbers', place),
  footer: (place: Place) => problem('notice', 'row.footer', place),
  ofWhich: (place: Place) => problem('notice', 'row.ofWhich', place),
  excludedByHand: (place: Place, reason: string) => problem('notice', 'row.excludedByHand', place, { reason }),
  nil: (place: Place, unit: string) => problem('notice', 'row.nil', place, { unit }),
  otherPeriod: (place: Place, period: Period): Problem => ({
    ...problem('notice', 'row.otherPeriod', place, { period }),
    period,
  }),
  /** Rejections. */
  ragged: (place: Place, cells: number, expected: number) => problem('error', 'row.ragged', place, { cells, expected }),
  keyMissing: (place: Place, column: string) => problem('error', 'row.keyMissing', place, { column }),
  undecodable: (place: Place, encoding: string) => problem('error', 'file.undecodable', place, { encoding }),
  /** Taken all the same. */
  short: (place: Place, cells: number, expected: number) => problem('warning', 'row.short', place, { cells, expected }),
  quotes: (place: Place) => problem('warning', 'row.quotes', place),
};

/** A fault of one cell; `error` when it cost the row. @param mend what it may have been meant to say. */
export function cell(level: 'error' | 'warning', place: Place, column: ColumnDef, fault: Fault, mend: string | null): Problem {
  const p = problem(level, fault.code, place, { column: column.name.zh, ...fault.params });
  return mend === null ? p : { ...p, mend };
}

/** A text that a line break without quotes may have cut: what follows it in `row` fits nowhere. */
export const cutShort = (place: Place, row: number): Problem => problem('warning', 'cell.cutShort', place, { row });

export const cellMissing = (place: Place, column: ColumnDef): Problem =>
  problem('warning', 'cell.missing', place, { column: column.name.zh });

/** The place of a column's cell in a row. */
export function cellPlace(file: string, row: number, mapping: ColumnMapping | undefined, value?: string): Place {
  const place = mapping ? { file, row, column: mapping.index + 1, header: mapping.header } : { file, row };
  return value === undefined ? place : { ...place, value };
}
