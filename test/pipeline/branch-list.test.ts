/** The list of branches: searched, filtered and sorted by places. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALL, BranchList, COLUMNS, movedOf, type Filter } from '../../src/pipeline/branch-list';
import { byRank, ordersOf } from '../../src/pipeline/branch-order';
import { spell } from '../../src/pipeline/branch-pinyin';
import { ABSENT, rate, UNRATED } from '../../src/pipeline/branch-rate';
import { branches, type TestBranch } from './branch-support';

const ROWS: TestBranch[] = [
  {
    name: '苇湾村党支部',
    code: 'ZB01',
    county: 'u1',
    sector: 'rural',
    township: '东镇',
    final_star: 5,
    last_star: 4,
    total_score: 91,
  },
  {
    name: '苇桥社区党支部',
    code: 'ZB02',
    county: 'u2',
    sector: 'community',
    township: '西镇',
    final_star: 2,
    last_star: 2,
    total_score: 65,
  },
  {
    name: '拾汀村党支部',
    code: 'ZB13',
    county: 'u1',
    sector: 'rural',
    township: '东镇',
    final_star: 4,
    last_star: 5,
    total_score: 84,
  },
  { name: '机关第一党支部', code: '', county: 'u2', sector: 'office', final_star: 4, total_score: 84 },
  { name: '机关第十党支部', code: '', county: 'u1', sector: 'office' },
];
const table = branches(ROWS);
const { rating } = rate(table, 'reported', null);
const list = new BranchList(table, rating, ordersOf(table), spell(table.names));
const IN_FILE = { column: 'file', descending: false } as const;
const found = (filter: Partial<Filter>) => [...list.view({ ...ALL, ...filter }, IN_FILE)];

describe('view()', () => {
  test('searches by characters, code, whole pinyin and initials, wherever they stand in a name', () => {
    expect(found({ text: '苇' })).toEqual([0, 1]);
    expect(found({ text: ' 村 党' })).toEqual([0, 2]);
    expect(found({ text: 'zb1' })).toEqual([2]);
    expect(found({ text: 'shiting' })).toEqual([2]);
    expect(found({ text: 'WW' })).toEqual([0]);
    expect(found({ text: 'cdzb' })).toEqual([0, 2]);
    expect(found({ text: 'ＺＢ０２' })).toEqual([1]);
    expect(found({ text: '没有' })).toEqual([]);
  });
  test('finds nothing across two names', () => {
    expect(found({ text: '党支部苇' })).toEqual([]);
  });
  test('filters by county, sector, star, star before, move and warning, all that are asked for together', () => {
    expect(found({ counties: new Set([0]) })).toEqual([0, 2, 4]);
    expect(found({ sector: 2 })).toEqual([3, 4]);
    expect(found({ star: 1 })).toEqual([2, 3]);
    expect(found({ star: UNRATED })).toEqual([4]);
    expect(found({ before: 0 })).toEqual([2]);
    expect(found({ moved: 'rose' })).toEqual([0]);
    expect(found({ moved: 'fell' })).toEqual([2]);
    expect(found({ moved: 'unknown' })).toEqual([3, 4]);
    expect(found({ warned: true })).toEqual([1]);
    expect(found({ sector: 0, star: 0, text: '湾' })).toEqual([0]);
  });
  test('sorts by figures both ways, those without one last both times, equal ones as in the file', () => {
    const by = (column: 'total' | 'star', descending: boolean) => [...list.view(ALL, { column, descending })];
    expect(by('total', false)).toEqual([1, 2, 3, 0, 4]);
    expect(by('total', true)).toEqual([0, 2, 3, 1, 4]);
    expect(by('star', true)).toEqual([0, 2, 3, 1, 4]);
    expect(by('star', false)).toEqual([1, 2, 3, 0, 4]);
  });
  test('sorts names as Chinese collates them, and leaves them in file order while the orders are not there', () => {
    expect([...list.view(ALL, { column: 'name', descending: false })]).toEqual([4, 3, 2, 1, 0]);
    const early = new BranchList(table, rating);
    expect([...early.view(ALL, { column: 'name', descending: false })]).toEqual([0, 1, 2, 3, 4]);
  });
  test('every column gives every branch once, both ways', () => {
    for (const column of COLUMNS)
      for (const descending of [false, true]) expect([...list.view(ALL, { column, descending })].sort()).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('movedOf()', () => {
  test('a better star rose; without a star then or now nobody knows; who was not there is new', () => {
    expect([movedOf(0, 1), movedOf(2, 1), movedOf(1, 1), movedOf(UNRATED, 1), movedOf(1, UNRATED), movedOf(1, ABSENT)]).toEqual([
      'rose',
      'fell',
      'kept',
      'unknown',
      'unknown',
      'new',
    ]);
  });
});

describe('byRank()', () => {
  test('is a stable sort of small whole numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 })), (ranks) => {
        const expected = ranks.map((_, i) => i).sort((a, b) => ranks[a]! - ranks[b]! || a - b);
        expect([...byRank(ranks, 7)]).toEqual(expected);
      }),
    );
  });
});

describe('100,000 branches', () => {
  const many = branches(
    Array.from({ length: 100_000 }, (_, i) => ({
      ...ROWS[i % 5]!,
      name: `${ROWS[i % 5]!.name.slice(0, 3)}${i % 977}${ROWS[i % 5]!.name.slice(3)}`,
      code: `ZB${i}`,
      total_score: 50 + ((i * 7919) % 1000) / 20,
      final_star: i % 6,
    })),
  );
  const spelt = spell(many.names);
  const big = new BranchList(many, rate(many, 'reported', null).rating, ordersOf(many), spelt);
  /** The quicker of five runs in ms: what the work takes, not what else the machine does. */
  const ms = (work: () => unknown): number =>
    Math.min(
      ...Array.from({ length: 5 }, () => {
        const from = performance.now();
        work();
        return performance.now() - from;
      }),
    );
  test('are searched, filtered and sorted within two frames each (33 ms)', () => {
    const view = (filter: Partial<Filter>, column: (typeof COLUMNS)[number] = 'total') =>
      big.view({ ...ALL, ...filter }, { column, descending: true });
    for (const column of COLUMNS) view({}, column);
    let n = 0;
    const figures = {
      characters: ms(() => view({ text: `村${n++}` })),
      initials: ms(() => view({ text: `dzb${['', 'x'][n++ % 2]}` })),
      filtered: ms(() => view({ sector: 0, star: n++ % 3, moved: 'rose' })),
      sorted: ms(() => view({}, 'star')),
    };
    expect(Object.entries(figures).filter(([, t]) => t > 33)).toEqual([]);
  });
});
