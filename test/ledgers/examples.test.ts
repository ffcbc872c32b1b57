/** The example row of every template reads back: no question, no problem, every check of its own ledger passed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine';
import { LEDGERS } from '../../src/ledgers';
import { checkProblems, checksSql } from '../../src/query';
import { inspectText, load as read } from '../ingest/support';
import { load, prepare } from '../query/demo';
import { openNodeEngine } from '../support/engine';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await prepare(engine, ...LEDGERS);
});
afterAll(() => engine.close());

const csv = (...rows: readonly (readonly string[])[]): string =>
  rows.map((r) => r.map((c) => (/[",\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join(',') + '\r\n').join('');

describe.each(LEDGERS.map((l) => [l.id, l] as const))('%s', (id, ledger) => {
  it('the example fills every required column, and most of the others', () => {
    const filled = ledger.columns.filter((c) => (ledger.example[c.id] ?? '') !== '');
    expect(ledger.columns.filter((c) => c.required && !filled.includes(c)).map((c) => c.id)).toEqual([]);
    expect(filled.length * 2).toBeGreaterThan(ledger.columns.length);
  });

  it('the declared header and the example are read as one row without a word', async () => {
    const text = csv(
      ledger.columns.map((c) => c.name.zh),
      ledger.columns.map((c) => ledger.example[c.id] ?? ''),
    );
    const { table, rows, report } = await read(text, '模板.csv');
    expect(table.reading.ledger).toBe(id);
    expect(table.problems).toEqual([]);
    expect([report.excluded, report.rejected, report.warnings]).toEqual([[], [], []]);
    expect(rows).toHaveLength(1);
    // Every cell that was written was read.
    const [row = {}] = rows;
    expect(Object.keys(ledger.example).filter((c) => c !== 'period' && (row[c] ?? null) === null)).toEqual([]);

    const sql = checksSql(ledger, 1);
    if (sql === null) return;
    const cells = Object.fromEntries(Object.entries(row).filter((e): e is [string, string] => e[1] !== null));
    await load(engine, ledger, 1, '2026Q3', [cells]);
    expect(checkProblems(await engine.query(sql), ledger, '模板.csv')).toEqual([]);
  });

  it('a header of other names is read the same, whichever of its names each column bears', async () => {
    const longest = Math.max(...ledger.columns.map((c) => c.names?.length ?? 0));
    const cells = ledger.columns.map((c) => ledger.example[c.id] ?? '');
    for (const part of [0, 0.1, 0.35, 0.6, 0.85]) {
      const pick = Math.floor(part * longest);
      const header = ledger.columns.map((c) => c.names?.[pick % c.names.length] ?? c.name.zh);
      const seen = await inspectText(csv(header, cells));
      const reading = seen.ok ? seen.tables[0]?.reading : undefined;
      expect([reading?.ledger, reading?.columns.map((c) => c.column)], header.join()).toEqual([
        id,
        ledger.columns.map((c) => c.id),
      ]);
    }
  });
});
