/** Reading scheme files: every fault at once, each with its place. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MEASURES } from '../../src/ledgers';
import type { Problem } from '../../src/model/problem';
import { readScheme, titleOf } from '../../src/scheme';
import { catalogue, GRADES, leaf, scheme, section } from '../score/city';

const read = (value: unknown) => readScheme(JSON.stringify(value), catalogue);
const short = (problems: readonly Problem[]) => problems.map((x) => `${x.code} ${String(x.params.pointer)}`);
const good = scheme([section('s', [leaf('a', 60), leaf('b', 40)])], { grades: GRADES });

describe('readScheme()', () => {
  test('takes a good file as it is written, with nothing filled in', () => {
    expect(read(good)).toEqual({ scheme: good, problems: [] });
  });

  test('takes a file that begins with a byte order mark', () => {
    expect(readScheme(`\ufeff${JSON.stringify(good)}`, catalogue).scheme).toEqual(good);
  });

  test('takes the example scheme with the ledgers of the app, without so much as a notice', () => {
    const { scheme: example, problems } = readScheme(readFileSync('data/schemes/example.json', 'utf8'), MEASURES);
    expect(problems).toEqual([]);
    expect(example && titleOf(example.title, 'zh-CN')).toBe('示例考核方案');
  });

  test('says so when a file is not JSON', () => {
    const { scheme: none, problems } = readScheme('{"kaoping": 1,', catalogue);
    expect(none).toBeNull();
    expect(short(problems)).toEqual(['scheme.notJson ']);
  });

  test.each([null, 3, 'text', []])('says so when a file is %j', (value) => {
    expect(read(value).scheme).toBeNull();
    expect(read(value).problems[0]?.level).toBe('error');
  });

  test('of a file of a later version says only that', () => {
    const { problems } = read({ kaoping: 2, whatever: true });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'scheme.version', params: { pointer: '/kaoping', found: 2, expected: 1 } });
  });

  test('reports every fault at once, of shape and of meaning, each with its JSON pointer', () => {
    const { scheme: none, problems } = read({
      ...good,
      colour: 'red',
      size: 3,
      title: { zh: '方案' },
      children: [
        section('s', [
          { ...leaf('a', 60), points: '60' } as never,
          { ...leaf('a', 20), measure: 'x.none', wieght: 1, 'odd/key~': 2 } as never,
          { ...leaf('c', 20), measure: 'm.shown' },
          { ...leaf('d', 0), rule: { type: 'guess' } } as never,
          { ...leaf('e', 0), rule: { type: 'goalposts', lo: 1, high: 2 } } as never,
          { ...leaf('f', 0), rule: { type: 'yesNo' } },
          { ...leaf('g', 0), standardise: 'sector' },
          { ...leaf('h', 0), due: [3, 13] },
        ]),
      ],
      ranking: { on: 'rounded', ties: '1224', breakers: ['s', 'nobody'] },
      grades: {
        lines: [
          { grade: 'good', min: 80 },
          { grade: 'good', min: 90 },
        ],
        quotas: [{ grade: 'best', share: 2, scope: 'group', rounding: 'up' }],
      },
      vetoes: [{ id: 'v', title: 'V', measure: 'x.v', cap: 'worst', basis: 'B' }],
    });
    expect(none).toBeNull();
    const leaves = '/children/0/children';
    expect(new Set(short(problems))).toEqual(
      new Set([
        'scheme.unknownKey /colour',
        'scheme.unknownKey /size',
        'scheme.invalid /title/en',
        `scheme.invalid ${leaves}/0/points`,
        `scheme.duplicateId ${leaves}/1/id`,
        `scheme.unknownMeasure ${leaves}/1/measure`,
        `scheme.unknownKey ${leaves}/1/wieght`,
        `scheme.unknownKey ${leaves}/1/odd~1key~0`,
        `scheme.notScored ${leaves}/2/measure`,
        `scheme.invalid ${leaves}/3/rule/type`,
        `scheme.invalid ${leaves}/4/rule/hi`,
        `scheme.unknownKey ${leaves}/4/rule/high`,
        `scheme.invalid ${leaves}/5/rule`,
        `scheme.invalid ${leaves}/6/standardise`,
        `scheme.invalid ${leaves}/7/due/1`,
        'scheme.unknownId /ranking/breakers/1',
        'scheme.duplicateId /grades/lines/1/grade',
        'scheme.invalid /grades/lines/1/min',
        'scheme.unknownId /grades/quotas/0/grade',
        'scheme.invalid /grades/quotas/0/share',
        'scheme.unknownMeasure /vetoes/0/measure',
        'scheme.unknownId /vetoes/0/cap',
        'scheme.invalid /vetoes/0',
      ]),
    );
    expect(new Set(short(problems)).size).toBe(problems.length);
  });

  test('names a measure wherever the file mentions it: targets and adjustments too', () => {
    const { problems } = read(
      scheme([
        leaf('a', 100, {
          rule: { type: 'attainment', target: { measure: 'x.target' } },
          adjustments: [{ title: 'late', measure: 'x.late', step: -1 }],
        }),
      ]),
    );
    expect(short(problems)).toEqual([
      'scheme.unknownMeasure /children/0/rule/target/measure',
      'scheme.unknownMeasure /children/0/adjustments/0/measure',
    ]);
  });

  test('a sum of weights that is off is a notice with both figures, and the scheme is taken', () => {
    const off = scheme([{ ...section('s', [leaf('a', 60), leaf('b', 30.1)]), points: 100 }]);
    const { scheme: taken, problems } = read(off);
    expect(taken).toEqual(off);
    expect(problems.map((x) => [x.level, x.code, x.params])).toEqual([
      ['notice', 'scheme.weightSum', { pointer: '/children/0/points', stated: 100, sum: 90.1 }],
      ['notice', 'scheme.weightSum', { pointer: '/points', stated: 100, sum: 90.1 }],
    ]);
  });
});
