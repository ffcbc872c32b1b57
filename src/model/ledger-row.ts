/** A row of a ledger in force, as its cells were read: what lists of organisations, issues and the like are made of. */
import type { CalendarDate } from './period';
import type { UnitId } from './unit';

/** What a cell was read as: a date as `YYYY-MM-DD`, a list value as its id; null for none. */
export type CellValue = number | string | boolean | null | readonly CellValue[];

export interface LedgerRow {
  /** The table it came in with, by its journal entry, and its record there. */
  readonly table: number;
  readonly row: number;
  readonly unit: UnitId;
  /** By column id. */
  readonly cells: Readonly<Record<string, CellValue>>;
}

/** A cell as text; '' where there is none. */
export const textIn = ({ cells }: LedgerRow, column: string): string => {
  const value = cells[column] ?? null;
  return value === null ? '' : String(value);
};

/** A date; null where there is none. */
export const dateIn = ({ cells }: LedgerRow, column: string): CalendarDate | null => {
  const value = cells[column];
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? (value as CalendarDate) : null;
};

/** A figure; null where there is none. */
export const figureIn = ({ cells }: LedgerRow, column: string): number | null => {
  const value = cells[column];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
};

/** Whether a flag is 是; one that is blank is not. */
export const yesIn = ({ cells }: LedgerRow, column: string): boolean => cells[column] === true;
