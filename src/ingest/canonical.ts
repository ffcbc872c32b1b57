/**
 * Canonical CSV: how accepted rows travel to the engine. UTF-8, comma, double quotes where needed, LF, no header;
 * NULL is an empty field, and an empty string never occurs. `parseCanonical` is its exact inverse, for tests and tools.
 */
import type { LedgerDef } from '../model/ledger';
import { tokenise } from './tokenise';

/**
 * The columns of a batch: `_row` (1-based record number in the source), `_period` (the row's period, NULL in a
 * roster), `_na` (`,a,b,`: the columns that the county declared not applicable, or NULL), then the ledger's own.
 */
export function canonicalColumns(ledger: LedgerDef): string[] {
  return ['_row', '_period', '_na', ...ledger.columns.map((c) => c.id)];
}

const SPECIAL = /[",\n\r]/;

const field = (value: string | null): string =>
  value === null ? '' : SPECIAL.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** One line, its LF included. */
export function canonicalLine(values: readonly (string | null)[]): string {
  let line = field(values[0] ?? null);
  for (let i = 1; i < values.length; i++) line += ',' + field(values[i] as string | null);
  return line + '\n';
}

/** The rows of a batch; NULL as null. */
export function parseCanonical(batch: Uint8Array): (string | null)[][] {
  const { records } = tokenise(new TextDecoder().decode(batch), { delimiter: ',', quote: '"' });
  return records.map((r) => r.map((v) => (v === '' ? null : v)));
}
