/** Any bytes at all: an answer, and where it is a table every record of it accounted for. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inspect, readTable, scan, verbatim } from '../../src/ingest';
import { LEDGERS } from '../../src/ledgers';
import type { LedgerDef } from '../../src/model/ledger';
import { ProblemError } from '../../src/model/problem';
import { xlsx } from '../support/xlsx';
import { csv, gb18030, SURVEY, SURVEY_HEADER, utf16, utf8 } from './support';

const ROW = '甲县,一社,12,3.5,95,2020-01-02,是,企业,三星,';
const TABLE = csv('2026年第三季度调查表', SURVEY_HEADER, ROW, ROW.replace('一', '"二"'), '合计,,24');
const SEEDS = [
  utf8(TABLE),
  gb18030(TABLE),
  utf16(TABLE, true),
  xlsx({ sheets: [{ name: '表', rows: [SURVEY_HEADER.split(','), ROW.split(',')] }] }),
];

async function account(bytes: Uint8Array<ArrayBuffer>, ledgers: readonly LedgerDef[]): Promise<void> {
  const blob = new Blob([bytes]);
  const seen = await inspect(blob, { hash: '0', name: '表.csv', size: blob.size }, {}, ledgers);
  await scan(blob);
  if (!seen.ok) {
    expect(seen.problem.level).toBe('error');
    return;
  }
  expect(seen.tables.length).toBeGreaterThan(0);
  for (const { reading } of seen.tables) {
    const ledger = ledgers.find((l) => l.id === reading.ledger) as LedgerDef;
    let rows = 0;
    const count = (_: Uint8Array, n: number) => Promise.resolve(void (rows += n));
    try {
      const { accepted, excluded, rejected, rows: all, index } = await readTable(blob, '表.csv', reading, ledger, count);
      expect([rows, accepted + excluded.length + rejected.length]).toEqual([accepted, all]);
      await verbatim(blob, reading, [1, 2, 3], index);
    } catch (error) {
      expect(error).toBeInstanceOf(ProblemError);
    }
  }
}

it('whatever the bytes, there is an answer', async () => {
  const arbitrary = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .string({
        unit: fc.constantFrom('县', ',', '"', '\n', '1', ' ', '\r', '\t', '人数', '县市区', "'", '\u0000', '★'),
        maxLength: 80,
      })
      .map((s) => utf8(s)),
  );
  await fc.assert(
    fc.asyncProperty(arbitrary, (bytes) => account(new Uint8Array(bytes), [SURVEY])),
    { numRuns: 300 },
  );
});

it('whatever is done to a table, there is an answer', async () => {
  const edit = fc.record({ at: fc.nat(), cut: fc.nat(20), put: fc.uint8Array({ maxLength: 6 }) });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...SEEDS), fc.array(edit, { minLength: 1, maxLength: 4 }), (seed, edits) => {
      let bytes = [...seed];
      for (const { at, cut, put } of edits) {
        const from = at % (bytes.length + 1);
        bytes = [...bytes.slice(0, from), ...put, ...bytes.slice(from + cut)];
      }
      return account(new Uint8Array(bytes), [SURVEY]);
    }),
    { numRuns: 300 },
  );
});

it('a long run of one byte is answered quickly enough to be read at all', async () => {
  for (const byte of [0x22, 0x2c, 0x0a, 0x0d, 0x20, 0x27, 0x5c, 0x3c, 0x50, 0x30, 0x80, 0xe4])
    await account(new Uint8Array(300_000).fill(byte), LEDGERS);
});
