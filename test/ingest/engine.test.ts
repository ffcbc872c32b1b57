/** What the scan promises, held against the engine itself: a file it calls clean has the same cells on both reading paths. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scan } from '../../src/ingest';
import { tokenise } from '../../src/ingest/tokenise';
import { duckdb } from '../../src/sql/duckdb';
import { quoted, sql } from '../../src/sql/sql';
import type { Engine } from '../../src/engine/engine';
import { openNodeEngine } from '../support/engine';

let engine: Engine;
beforeAll(async () => void (engine = await openNodeEngine()), 60_000);
afterAll(() => engine.close());

const cell = fc.constantFrom(
  'a',
  '甲县',
  '',
  ' ',
  '1.5',
  'x,y',
  '"',
  '""',
  'a\nb',
  '\n',
  "'",
  '#',
  '\\',
  '★★',
  '\u{20000}',
  'NULL',
  'long '.repeat(50),
);
const quotedCell = (c: string, always: boolean) => (always || /[,"\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c);

it('a clean file is read by the engine into the records that PapaParse reads, empty cells as NULL', async () => {
  const file = fc
    .tuple(fc.integer({ min: 2, max: 4 }), fc.constantFrom('\n', '\r\n'), fc.boolean(), fc.boolean(), fc.boolean())
    .chain(([width, end, bom, last, always]) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 20 }).map((rows) => ({
        width,
        text:
          (bom ? '\ufeff' : '') + rows.map((r) => r.map((c) => quotedCell(c, always)).join(',')).join(end) + (last ? end : ''),
      })),
    );
  let clean = 0;
  await fc.assert(
    fc.asyncProperty(file, async ({ width, text }) => {
      const blob = new Blob([text]);
      const found = await scan(blob);
      if (!found.clean) return;
      clean += 1;
      const names = Array.from({ length: width }, (_, i) => `c${i}`);
      const rows = await engine.withInput('scan.csv', blob, (path) => {
        const newline = found.newline === 'none' ? undefined : found.newline;
        const csv = duckdb.readCsv(quoted(path), {
          delimiter: ',',
          quote: '"',
          newline,
          columns: names.map((n) => [n, 'text'] as const),
        });
        return engine.query(sql`SELECT * FROM ${csv}`.text);
      });
      const { records } = tokenise(text.replace(/^\ufeff/, ''), { delimiter: ',', quote: '"' });
      expect(rows.map((r) => names.map((n) => r[n] ?? ''))).toEqual(records);
    }),
    { numRuns: 300 },
  );
  expect(clean).toBeGreaterThan(100);
}, 60_000);
