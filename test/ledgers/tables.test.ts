/** Every ledger's tables: one as the template has it, one as it arrives, and one that cannot be read. */
import { describe, expect, it } from 'vitest';
import { LEDGERS } from '../../src/ledgers';
import { inspectText, load, rowsOf } from '../ingest/support';
import type { Row, TableFixture } from './tables/fixture';

const files = import.meta.glob<{ default: TableFixture }>(['./tables/*.ts', '!./tables/fixture.ts'], { eager: true });
const fixtures = Object.entries(files).map(([path, f]) => ({ path, ...f.default }));
/** Tables the city gives to counties or writes itself; they are read by the same code and need no second proof here. */
const ours = LEDGERS.filter((l) => l.given || l.rowPer === 'receipt').map((l) => l.id);

it('every ledger has its tables, in a file of its name', () => {
  expect(fixtures.map((f) => f.path)).toEqual(fixtures.map((f) => `./tables/${f.ledger}.ts`));
  const missing = LEDGERS.filter((l) => !ours.includes(l.id) && !fixtures.some((f) => f.ledger === l.id));
  expect(missing.map((l) => l.id)).toEqual([]);
});

/** Of each accepted row, the columns that are expected of it. */
const like = (rows: readonly Row[], expected: readonly Row[]): Row[] =>
  rows.map((row, i) => Object.fromEntries(Object.keys(expected[i] ?? row).map((c) => [c, row[c] ?? null])));

describe.each(fixtures.map((f) => [f.ledger, f] as const))('%s', (id, fixture) => {
  const name = fixture.name ?? '表.csv';

  it('reads a clean table: no question, no problem, every row accepted', async () => {
    const { table, rows, report } = await load(fixture.clean, name);
    expect(table.reading.ledger).toBe(id);
    expect(table.problems).toEqual([]);
    expect([report.excluded, report.rejected, report.warnings]).toEqual([[], [], []]);
    expect(like(rows, fixture.expect.clean)).toEqual(fixture.expect.clean);
    // The declared header leaves no column of the ledger's template unread.
    expect(table.reading.columns.filter((c) => c.column === null)).toEqual([]);
  });

  it('reads it as it arrives: no question, every row accepted, kept out or rejected as it should be', async () => {
    const { table, rows, report } = await load(fixture.wild, name);
    expect(table.reading.ledger).toBe(id);
    expect(like(rows, fixture.expect.wild)).toEqual(fixture.expect.wild);
    expect(report.excluded.map((p) => p.code)).toEqual(fixture.expect.wildExcluded);
    expect(report.rejected.map((p) => p.code)).toEqual(fixture.expect.wildRejected ?? []);
    expect(report.accepted + report.excluded.length + report.rejected.length).toBe(report.rows);
  });

  it('says what is wrong with a hopeless one, or asks', async () => {
    const seen = await inspectText(fixture.hopeless, name);
    const found = seen.ok ? { asks: (seen.tables[0]?.questions ?? []).map((q) => q.ask) } : { problem: seen.problem.code };
    const { hopeless } = fixture.expect;
    expect(found).toEqual('asks' in hopeless ? { asks: expect.arrayContaining([...hopeless.asks]) as unknown } : hopeless);
  });
});

it('the same rows are read twice alike', async () => {
  for (const { clean, name = '表.csv' } of fixtures) {
    const { table, rows } = await load(clean, name);
    expect((await rowsOf(new Blob([clean]), table.reading)).rows).toEqual(rows);
  }
});
