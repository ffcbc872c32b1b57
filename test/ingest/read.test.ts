import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalColumns, parseCanonical, readTable, verbatim } from '../../src/ingest';
import { canonicalLine } from '../../src/ingest/canonical';
import { readRecords } from '../../src/ingest/records';
import { tokenise } from '../../src/ingest/tokenise';
import { LEDGERS } from '../../src/ledgers';
import type { Dialect } from '../../src/model/table';
import { csv, gb18030, load, proposalOf, SURVEY, SURVEY_HEADER, utf16, utf8 } from './support';

const ROW = '甲县,一社,12,3.5,95,2020-01-02,是,企业,三星,';
const NAME = '调查表2026Q3.csv';

describe('canonical CSV', () => {
  it('is read back to the same values: any text, NULL for null', () => {
    const value = fc.oneof(
      fc.constant(null),
      fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\n\n', "'", ' ', '县', '\u{20000}'), minLength: 1, maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constant('1'), value, value, value), { minLength: 1, maxLength: 8 }), (rows) => {
        expect(parseCanonical(utf8(rows.map(canonicalLine).join('')))).toEqual(rows);
      }),
    );
  });

  it('has number, period, not-applicable columns, then the columns of the ledger, whatever the order in the file', async () => {
    for (const ledger of LEDGERS)
      expect(canonicalColumns(ledger)).toEqual(['_row', '_period', '_na', ...ledger.columns.map((c) => c.id)]);
    const { rows } = await load(csv('人数,县市区,组织名称', '3,甲县,一社'), NAME, [SURVEY]);
    expect(rows[0]).toMatchObject({ county: '甲县', people: '3', _row: '2' });
  });
});

describe('readTable()', () => {
  it('hands on batches of about the size asked for, one after the other, and tells how far it is', async () => {
    const blob = new Blob([csv(SURVEY_HEADER), ...Array.from({ length: 20_000 }, () => csv(ROW))]);
    const { reading } = await proposalOf(csv(SURVEY_HEADER, ROW), NAME, [SURVEY]);
    const sizes: number[] = [];
    const done: number[] = [];
    let busy = false;
    const report = await readTable(
      blob,
      NAME,
      reading,
      SURVEY,
      async (batch) => {
        expect(busy).toBe(false);
        busy = true;
        sizes.push(batch.length);
        await new Promise((r) => setTimeout(r, 1));
        busy = false;
      },
      { batchBytes: 300_000, onProgress: (bytes) => done.push(bytes) },
    );
    expect(report.accepted).toBe(20_000);
    expect(sizes.length).toBeGreaterThan(3);
    expect(Math.max(...sizes)).toBeLessThan(450_000);
    expect(done.at(-1)).toBe(blob.size);
    expect(report.index.length).toBeGreaterThan(10);
    const some = await verbatim(blob, reading, [15_000], report.index);
    expect(some.get(15_000)?.[1]).toBe('一社');
  });

  it('stops at a secrecy mark wherever it stands, and when its signal fires', async () => {
    const { reading } = await proposalOf(csv(SURVEY_HEADER, ROW), NAME, [SURVEY]);
    const marked = new Blob([csv(SURVEY_HEADER, ROW, `${ROW}机密★`)]);
    await expect(readTable(marked, NAME, reading, SURVEY, () => Promise.resolve())).rejects.toMatchObject({
      problem: { code: 'file.classified', place: { file: NAME, row: 3 }, params: { mark: '机密★' } },
    });
    const stop = new AbortController();
    const endless = new Blob([csv(SURVEY_HEADER), ...Array.from({ length: 20_000 }, () => csv(ROW))]);
    const stopped = readTable(endless, NAME, reading, SURVEY, () => Promise.resolve(stop.abort()), {
      batchBytes: 1000,
      signal: stop.signal,
    });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('records', () => {
  const all = async (bytes: Uint8Array<ArrayBuffer>, dialect: Dialect) => {
    const records: (readonly string[])[] = [];
    for await (const piece of readRecords(new Blob([bytes]), dialect)) {
      expect(piece.first).toBe(records.length + 1);
      records.push(...piece.records);
    }
    return records;
  };

  it('streamed piece by piece are the records of the whole text, in every encoding, with quoted line breaks', async () => {
    const text = csv(...Array.from({ length: 9000 }, (_, i) => `${i},"甲县\n第${i}行",党支部名称很长很长很长`));
    const whole = tokenise(text, { delimiter: ',', quote: '"' }).records;
    const files: [Uint8Array<ArrayBuffer>, Dialect['encoding'], 0 | 2][] = [
      [utf8(text), 'utf-8', 0],
      [gb18030(text), 'gb18030', 0],
      [utf16(text, true), 'utf-16le', 2],
      [utf16(text, false), 'utf-16be', 2],
    ];
    for (const [bytes, encoding, bom] of files)
      expect(await all(bytes, { encoding, bom, delimiter: ',', quote: '"' })).toEqual(whole);
    const mac = utf8(text.replaceAll('\r\n', '\r').replaceAll('\n', ' '));
    expect(await all(mac, { encoding: 'utf-8', bom: 0, delimiter: ',', quote: '"' })).toHaveLength(9000);
  });

  it('a quote that never closes costs its own line its quotes and no other line anything', () => {
    const { records } = tokenise('a,b\n"丙,3"\n"甲,1\n乙,2\n丁,4\n', { delimiter: ',', quote: '"' });
    expect(records).toEqual([['a', 'b'], ['丙,3'], ['"甲', '1'], ['乙', '2'], ['丁', '4']]);
  });

  it('no text makes the tokeniser throw, lose its end or run on', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', ' '), maxLength: 60 }), (text) => {
        const { records } = tokenise(text, { delimiter: ',', quote: '"' });
        const letters = (s: string) => s.replace(/[^a]/g, '').length;
        expect(letters(records.flat().join(''))).toBe(letters(text));
      }),
      { numRuns: 3000 },
    );
  });
});
