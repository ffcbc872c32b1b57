/** migrate(): a file of any version this code knows becomes one of today's; any other is a fault. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FORMAT } from '../../src/scheme';
import { migrate, UPCASTERS, type Upcaster } from '../../src/scheme/migrate';
import type { Json } from '../../src/scheme/pointer';

/** Versions 2 and 3 as they might be: a key gets another name, then becomes a list. */
const LATER: readonly Upcaster[] = [
  ({ id, ...rest }) => ({ ...rest, code: id ?? null }),
  (file) => {
    file.code = [file.code ?? null];
    return file;
  },
];

test('there is one upcaster for every version before today’s', () => {
  expect(UPCASTERS).toHaveLength(FORMAT - 1);
});

describe('migrate()', () => {
  test('gives a file of today’s version as it is', () => {
    const example = JSON.parse(readFileSync('data/schemes/example.json', 'utf8')) as Json;
    expect(migrate(example)).toEqual({ json: example, from: FORMAT, problems: [] });
  });

  test('lifts a file step by step from the version it was written in', () => {
    expect(migrate({ kaoping: 1, id: 'x' }, LATER)).toEqual({ json: { kaoping: 3, code: ['x'] }, from: 1, problems: [] });
    expect(migrate({ kaoping: 2, code: 'x' }, LATER)).toEqual({ json: { kaoping: 3, code: ['x'] }, from: 2, problems: [] });
    expect(migrate({ kaoping: 3, code: ['x'] }, LATER)).toEqual({ json: { kaoping: 3, code: ['x'] }, from: 3, problems: [] });
  });

  test('leaves the file it was given as it was', () => {
    const file = { kaoping: 2, code: 'x' };
    migrate(file, LATER);
    expect(file).toEqual({ kaoping: 2, code: 'x' });
  });

  test.each([2, 99, 0, -1, 1.5])(
    'refuses version %s, which is newer than known or never was, with its place and both versions',
    (n) => {
      const { json, from, problems } = migrate({ kaoping: n });
      expect([json, from]).toEqual([null, n]);
      expect(problems).toMatchObject([
        { level: 'error', code: 'scheme.version', params: { pointer: '/kaoping', found: n, expected: FORMAT } },
      ]);
    },
  );

  test.each<Json>([null, [], 'x', {}, { kaoping: '1' }, { kaoping: null }])(
    'passes %j unchanged, for reading to say what is wrong',
    (json) => {
      expect(migrate(json, LATER)).toEqual({ json, from: null, problems: [] });
    },
  );
});
