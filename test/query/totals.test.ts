import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine';
import type { LedgerDef } from '../../src/model/ledger';
import { eq, col, lit } from '../../src/model/measure';
import type { Period } from '../../src/model/period';
import { problem, type Problem } from '../../src/model/problem';
import type { LoadReport } from '../../src/model/table';
import { isAdditive, totalProblems, totalsSql } from '../../src/query/totals';
import { openNodeEngine } from '../support/engine';
import { demo, load, prepare, type Cells } from './demo';

const Q3 = '2026Q3' as Period;
const text = (zh: string) => ({ zh, en: zh });

/** Counts, money in decimals, points and a share. */
const ledger: LedgerDef = {
  ...demo,
  id: 'totals-ledger',
  columns: [
    { id: 'period', name: text('期间'), type: 'period' },
    { id: 'county', name: text('县(市、区)'), type: 'unit', required: true },
    { id: 'kind', name: text('类型'), type: 'text' },
    { id: 'people', name: text('人数'), type: 'integer', unit: '人', basis: 'y' },
    { id: 'money', name: text('资金(万元)'), type: 'number', unit: '万元', basis: 'y' },
    { id: 'score', name: text('得分'), type: 'number', unit: '分', basis: 's' },
    { id: 'rate', name: text('满意率'), type: 'share' },
    { id: 'called', name: text('约谈'), type: 'integer', unit: '人', basis: 'y', sensitive: true },
  ],
  key: ['county', 'kind'],
  checks: [],
  measures: [],
};

let engine: Engine;
let table = 0;
beforeAll(async () => {
  engine = await openNodeEngine();
  await prepare(engine, ledger, { ...ledger, id: 'totalled-ledger' });
});
afterAll(() => engine.close());

type Line = Cells | { readonly total: string; readonly values: Record<string, number> };
const isTotal = (l: Line): l is Extract<Line, { total: string }> => typeof (l as { total?: unknown }).total === 'string';

/** Loads a table's lines, numbered from 2, as ingest would report them, and checks its totals. */
async function checked(lines: readonly Line[], more: Partial<LoadReport> = {}, def = ledger): Promise<Problem[]> {
  table += 1;
  // A total leaves its number free: it is loaded as a row and taken out.
  await load(engine, def, table, Q3, lines.map((l) => (isTotal(l) ? { county: '＊' } : l))); // prettier-ignore
  await engine.run(`DELETE FROM "t_${def.id.replaceAll('-', '_')}" WHERE county = '＊'`);
  const totals = lines.flatMap((l, i) => (isTotal(l) ? [{ row: i + 2, scope: l.total, values: l.values }] : []));
  const report = { totals, rejected: [], excluded: [], ...more };
  const sql = totalsSql(def, table, totals);
  return sql === null ? [] : totalProblems(await engine.query(sql), def, report, { period: Q3 }, '甲.csv');
}

const row = (county: string, people: number, more: Record<string, string> = {}): Cells => ({
  county,
  people: String(people),
  ...more,
});
const total = (word: string, people: number, more: Record<string, number> = {}) => ({ total: word, values: { people, ...more } });
const COUNTIES = [row('甲县', 3), row('乙县', 4), row('丙县', 5)];
const found = (problems: readonly Problem[]) =>
  problems.map((p) => [p.place.row, p.params['column'], p.params['stated'], p.params['sum']]);

test('a total at the end, at the top, and none at all are right', async () => {
  expect(await checked([...COUNTIES, total('合计', 12)])).toEqual([]);
  expect(await checked([total('全市', 12), ...COUNTIES])).toEqual([]);
  expect(await checked(COUNTIES)).toEqual([]);
  expect(totalsSql(ledger, table, [])).toBeNull();
});

test('a wrong total is a warning with the stated value, the sum and their difference', async () => {
  expect(await checked([...COUNTIES, total('合计', 13)])).toEqual([
    {
      code: 'check.totalUnequal',
      level: 'warning',
      place: { file: '甲.csv', row: 5 },
      params: { column: '人数', stated: 13, sum: 12, difference: 1, left: 0 },
      period: Q3,
    },
  ]);
});

test('subtotals add up the rows since the one above, and the grand total all rows', async () => {
  const lines = [row('甲县', 1), row('甲县', 2), total('小计', 3), row('乙县', 4), row('乙县', 5), total('小计', 9)];
  expect(await checked([...lines, total('总计', 12)])).toEqual([]);
  const wrong = [...lines.slice(0, 5), total('小计', 8), total('总计', 11)];
  expect(found(await checked(wrong))).toEqual([[7, '人数', 8, 9], [8, '人数', 11, 12]]); // prettier-ignore
});

test('subtotals within subtotals, and totals above their rows, are understood', async () => {
  const nested = [
    row('甲县', 1), total('小计', 1), row('甲县', 2), total('小计', 2), total('合计', 3),
    row('乙县', 4), total('小计', 4), total('合计', 4), total('总计', 7),
  ]; // prettier-ignore
  expect(await checked(nested)).toEqual([]);
  expect(await checked([total('小计', 3), row('甲县', 1), row('甲县', 2), total('小计', 4), row('乙县', 4)])).toEqual([]);
});

test('a total that names a county adds up the rows of that county, wherever they stand', async () => {
  const rows = [row('甲县', 1), row('乙县', 2), row('甲县', 4), row('乙县', 8)];
  expect(await checked([...rows, total('甲县', 5), total('乙县', 10)])).toEqual([]);
  expect(found(await checked([...rows, total('甲县', 5), total('乙县', 11)]))).toEqual([[7, '人数', 11, 10]]);
});

test('rows that were rejected or left out are told beside the difference', async () => {
  const reject = (r: number) => problem('error', 'cell.unreadable', { file: '甲.csv', row: r });
  const other = problem('notice', 'row.otherPeriod', { file: '甲.csv', row: 4 });
  const note = problem('notice', 'row.footer', { file: '甲.csv', row: 9 });
  const lines = [row('甲县', 1), total('小计', 1), row('乙县', 4), total('小计', 6)];
  const problems = await checked(lines, { rejected: [reject(4)], excluded: [other, note] });
  expect(problems.map((p) => [p.place.row, p.params['left']])).toEqual([[5, 2]]);
});

test('money may miss its sum by what rounding leaves, people by nothing', async () => {
  const thirds = [row('甲县', 1, { money: '3.33' }), row('乙县', 1, { money: '3.33' }), row('丙县', 1, { money: '3.33' })];
  expect(await checked([...thirds, total('合计', 3, { money: 10.0 })])).toEqual([]);
  expect(found(await checked([...thirds, total('合计', 3, { money: 10.05 })]))).toEqual([[5, '资金(万元)', 10.05, 9.99]]);
  expect(found(await checked([...thirds, total('合计', 4, { money: 9.99 })]))).toEqual([[5, '人数', 4, 3]]);
  // 元 in a 万元 column
  expect(found(await checked([...thirds, total('合计', 3, { money: 99900 })]))).toEqual([[5, '资金(万元)', 99900, 9.99]]);
});

test('points, shares, sensitive counts and rows of means are no totals', async () => {
  const rows = [
    row('甲县', 1, { score: '90', rate: '0.9', called: '1' }),
    row('乙县', 3, { score: '80', rate: '0.8', called: '1' }),
  ];
  expect(await checked([...rows, total('合计', 4, { score: 85, rate: 0.85, called: 9 })])).toEqual([]);
  expect(await checked([...rows, total('全市平均', 2)])).toEqual([]);
  expect(ledger.columns.filter(isAdditive).map((c) => c.id)).toEqual(['people', 'money']);
});

test('a column no row has a figure of sums to nothing', async () => {
  expect(found(await checked([{ county: '甲县' }, total('合计', 4)]))).toEqual([[3, '人数', 4, 0]]);
});

test('rows that are parts of others do not count twice where the ledger says so', async () => {
  const parted: LedgerDef = { ...ledger, id: 'totalled-ledger', totalled: eq(col('kind'), lit('全部')) };
  const rows = [row('甲县', 9, { kind: '全部' }), row('甲县', 4, { kind: '其中' }), row('乙县', 5, { kind: '全部' })];
  expect(await checked([...rows, total('合计', 14)], {}, parted)).toEqual([]);
  expect(found(await checked([...rows, total('合计', 18)], {}, parted))).toEqual([[5, '人数', 18, 14]]);
});

test('the statement of totals', () => {
  const totals = [{ row: 5, scope: '小计', values: { people: 1 } }, { row: 9, scope: '合计', values: { money: 2, score: 3 } }]; // prettier-ignore
  expect(totalsSql(ledger, 7, totals)).toMatchSnapshot();
});
