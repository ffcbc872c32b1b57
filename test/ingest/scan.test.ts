import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { scan, verbatim } from '../../src/ingest';
import { Scanner } from '../../src/ingest/scanner';
import { utf8 } from './support';

const of = (content: string | Uint8Array<ArrayBuffer>) => scan(new Blob([content]));
/** Texts that look like tables, with everything in them that makes tables irregular. */
const text = fc
  .array(
    fc.constantFrom(
      ',',
      ',',
      '\n',
      '\n',
      '\r\n',
      '"',
      '""',
      '"a"',
      'b',
      '县',
      '★',
      '密',
      '密★',
      '秘',
      ' ',
      '\r',
      '\u{20000}',
      '\t',
      'é',
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));
/** Regular tables: cells of any text, quoted as RFC 4180 asks. */
const regular = fc.tuple(fc.integer({ min: 2, max: 5 }), fc.constantFrom('\n', '\r\n')).chain(([width, end]) =>
  fc
    .array(
      fc.array(fc.constantFrom('a', '甲县', '', '1.5', 'x,y', '"', 'a\nb', '★★', 'é', '\u{20000}'), {
        minLength: width,
        maxLength: width,
      }),
      { minLength: 1, maxLength: 30 },
    )
    .map((rows) =>
      rows.map((r) => r.map((c) => (/[,"\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join(',') + end).join(''),
    ),
);

describe('scan()', () => {
  it('says clean of regular files only: PapaParse reads each into records of one width, as many as the scan counted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(text, regular), async (t) => {
        const result = await of(t);
        if (!result.clean) return;
        const parsed = Papa.parse<string[]>(t, { delimiter: ',', newline: t.includes('\r\n') ? '\r\n' : '\n' });
        const records = t.endsWith('\n') ? parsed.data.slice(0, -1) : parsed.data;
        expect(parsed.errors).toEqual([]);
        expect(records).toHaveLength(result.records);
        expect(new Set(records.map((r) => r.length)).size).toBe(1);
      }),
      { numRuns: 2000 },
    );
  });

  it('says clean of every regular file', async () => {
    await fc.assert(
      fc.asyncProperty(regular, async (t) => {
        expect(await of(t)).toMatchObject({ clean: true });
      }),
      { numRuns: 300 },
    );
  });

  it('says the same however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.oneof(text, regular), fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), (t, cuts) => {
        const bytes = utf8(t);
        const whole = new Scanner(0x2c);
        if (bytes.length > 0) whole.take(bytes, 0, 0, true);
        const pieces = new Scanner(0x2c);
        let done = 0;
        for (let end = 0, i = 0; end < bytes.length && !pieces.because; i++) {
          end = Math.min(bytes.length, end + (cuts[i % cuts.length] as number));
          done = pieces.take(bytes.slice(0, end), done, 0, end === bytes.length);
        }
        expect(pieces.result()).toEqual(whole.result());
      }),
      // a mark that begins pieces before the one it ends in; two faults in a record
      {
        numRuns: 2000,
        examples: [
          ['秘密★', [1]],
          [',\n,,"a"\t', [1]],
        ],
      },
    );
  });

  it.each([
    ['a,b\n1\n', 'ragged'],
    ['a,b\n1,2\n\n', 'ragged'],
    ['a\n1\n', 'oneColumn'],
    ['a,b\n1,2"\n', 'quote'],
    ['a,b\n1,"2"x\n', 'quote'],
    ['a,b\n1,"2\n', 'quote'],
    ['a,b\n1, "2"\n', 'quote'],
    ['a,b\r\n1,2\n', 'lineEnds'],
    ['a,b\r1,2\r', 'lineEnds'],
    ['a,b\n1,"2\r\n3"\n', 'lineEnds'],
    ['a,b\n1,\0\n', 'control'],
    ['a,b\n\ufeffa,b\n', 'control'],
    ['a,b\n1,秘密★\n', 'secrecy'],
    ['a,b\n1,绝密　★3年\n', 'secrecy'],
    [`a,b\n1,${'x'.repeat(1 << 20)}\n`, 'longRecord'],
  ])('%j is not clean: %s', async (t, because) => expect(await of(t)).toMatchObject({ clean: false, because }));

  it.each([
    [0xc0, 0x80],
    [0xe0, 0x80, 0x80],
    [0xed, 0xa0, 0x80],
    [0xf0, 0x80, 0x80, 0x80],
    [0xf4, 0x90, 0x80, 0x80],
    [0xe4, 0xb8],
    [0xe4, 0x41, 0x41],
    [0x80],
    [0xff],
  ])('the bytes %i … are no UTF-8', async (...bytes) => {
    expect(await of(new Uint8Array([...utf8('a,'), ...bytes, 0x0a]))).toMatchObject({ clean: false, because: 'encoding' });
    expect(await of(new Uint8Array([...utf8('a,'), ...bytes]))).toMatchObject({ clean: false, because: 'encoding' });
  });

  it('takes exactly the texts that a strict decoder takes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 6 }), async (bytes) => {
        let valid = true;
        try {
          new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        } catch {
          valid = false;
        }
        const { because } = await of(
          new Uint8Array([...utf8('a,"'), ...bytes.map((b) => (b < 0x80 ? 0x61 : b)), ...utf8('"\n')]),
        );
        if (bytes.every((b) => b >= 0x80)) expect(because === 'encoding').toBe(!valid);
      }),
      { numRuns: 5000 },
    );
  });

  it('indexes every 4096th record by its first byte, after a byte order mark and over pieces of the file', async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => `${i},"第${i}党支部\n${'名称'.repeat(12)}"\r\n`);
    // One part: of thousands Node goes through all for every slice.
    const blob = new Blob(['\ufeffn,t\r\n' + rows.join('')]);
    const { clean, records, index, newline } = await scan(blob);
    expect([clean, records, newline, index[0]]).toEqual([true, 60_001, 'crlf', [1, 3]]);
    expect(blob.size).toBeGreaterThan(4 << 20);
    expect(index.map(([r]) => r)).toEqual(Array.from({ length: 15 }, (_, i) => i * 4096 + 1));
    const wanted = [1, 2, 4096, 4097, 30_001, 60_001, 70_000];
    const dialect = { encoding: 'utf-8', bom: 3, delimiter: ',', quote: '"' } as const;
    const cells = await verbatim(blob, { dialect }, wanted, index);
    expect([...cells.keys()]).toEqual(wanted.slice(0, -1));
    expect(cells.get(1)).toEqual(['n', 't']);
    for (const r of [2, 4096, 4097, 30_001, 60_001]) expect(cells.get(r)?.[0]).toBe(String(r - 2));
    expect(await verbatim(blob, { dialect }, wanted)).toEqual(cells);
  });

  it('stops when its signal fires', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(scan(new Blob(['a,b\n']), undefined, { signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});
