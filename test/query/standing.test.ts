/** Checks over the rows in force: figures since 1 January that fell, and ledgers that disagree. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine';
import { LEDGERS, ledgerOf as declared } from '../../src/ledgers';
import type { LedgerDef } from '../../src/model/ledger';
import { col, count, eq, lit, sum } from '../../src/model/measure';
import type { Problem } from '../../src/model/problem';
import { agreementProblems, agreementsSql, pairsOf } from '../../src/query/agreements';
import { receiptsSql, rowNamesSql } from '../../src/query/reported';
import { totalsSql } from '../../src/query/totals';
import { yearToDateProblems, yearToDateSql } from '../../src/query/year-to-date';
import { openNodeEngine } from '../support/engine';
import { demo, force, load, prepare } from './demo';

const text = (zh: string) => ({ zh, en: zh });
const figure = (id: string, zh: string, basis: 's' | 'y') =>
  ({ id, name: text(zh), type: 'integer', unit: '人', basis }) as const;

const intake: LedgerDef = {
  ...demo,
  id: 'intake-ledger',
  columns: [
    { id: 'period', name: text('期间'), type: 'period' },
    { id: 'county', name: text('县(市、区)'), type: 'unit', required: true },
    { id: 'sector', name: text('领域'), type: 'text' },
    figure('taken', '本年累计引进', 'y'),
    figure('arrived', '到岗', 'y'),
    figure('target', '年度目标', 's'),
    { ...figure('called', '约谈', 'y'), sensitive: true },
  ],
  key: ['county', 'sector'],
  checks: [],
  measures: [],
};
const summary: LedgerDef = {
  ...demo,
  id: 'summary-ledger',
  name: text('汇总表'),
  columns: [
    { id: 'period', name: text('期间'), type: 'period' },
    { id: 'county', name: text('县(市、区)'), type: 'unit', required: true },
    figure('listed', '认定数', 's'),
    figure('closed', '销号数', 's'),
  ],
  key: ['county'],
  checks: [],
  measures: [],
  agreements: [
    { name: text('认定数'), here: sum('listed'), ledger: 'demo-ledger', there: count() },
    { name: text('销号数'), here: sum('closed'), ledger: 'demo-ledger', there: count(eq(col('closed'), lit(true))) },
  ],
};

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await prepare(engine, demo, intake, summary);
});
afterAll(() => engine.close());
beforeEach(async () => {
  for (const t of ['t_demo_ledger', 't_intake_ledger', 't_summary_ledger', 'in_force']) await engine.run(`TRUNCATE ${t}`);
});

const names = { unit: (id: string) => `${id}县`, file: (table: number) => `${table}.csv` };
const ledgerOf = (id: string) => (id === demo.id ? demo : intake);

const fallen = async (): Promise<Problem[]> => yearToDateProblems(await engine.query(yearToDateSql(intake) ?? ''), intake, names);
async function disagreeing(): Promise<Problem[]> {
  const [pair] = pairsOf(summary, ledgerOf);
  if (!pair) throw new Error('no pair');
  return agreementProblems(await engine.query(agreementsSql(pair)), pair, names);
}

test('a figure since 1 January that falls within the year is a warning at its row, with both values and the earlier period', async () => {
  await load(engine, intake, 1, '2026Q1', [{ county: '甲', taken: '10', arrived: '4', target: '90' }]);
  await load(engine, intake, 2, '2026Q2', [{ county: '甲', taken: '20', arrived: '9', target: '80' }]);
  await load(engine, intake, 3, '2026Q3', [{ county: '乙', taken: '5' }, { county: '甲县', taken: '19', arrived: '9', target: '70' }]); // prettier-ignore
  await force(engine, intake, [
    [1, '甲', 'a', '2026Q1'],
    [2, '甲', 'a', '2026Q2'],
    [3, '甲县', 'a', '2026Q3'],
    [3, '乙', 'b', '2026Q3'],
  ]);
  expect(await fallen()).toEqual([
    {
      code: 'check.yearToDateFell',
      level: 'warning',
      place: { file: '3.csv', row: 3 },
      params: { unit: 'a县', column: '本年累计引进', now: 19, before: 20, since: '2026Q2' },
      period: '2026Q3',
    },
  ]);
});

test('a new year begins at nothing, a blank quarter hides no fall, and rows not in force say nothing', async () => {
  await load(engine, intake, 1, '2025Q4', [{ county: '甲', taken: '50' }]);
  await load(engine, intake, 2, '2026Q1', [{ county: '甲', taken: '10', called: '5' }]);
  await load(engine, intake, 3, '2026Q2', [{ county: '甲', arrived: '1', called: '2' }]);
  await load(engine, intake, 4, '2026Q3', [{ county: '甲', taken: '9' }]);
  const all = [1, 2, 3, 4].map((t) => [t, '甲', 'a', t === 1 ? '2025Q4' : `2026Q${t - 1}`] as const);
  await force(engine, intake, all);
  expect((await fallen()).map((p) => [p.period, p.params['column'], p.params['before'], p.params['since']])).toEqual([
    ['2026Q3', '本年累计引进', 10, '2026Q1'],
  ]);
  await force(engine, intake, all.slice(0, 3));
  expect(await fallen()).toEqual([]);
});

test('rows are told apart by the rest of the key, and rows of one key count together as they do in measures', async () => {
  await load(engine, intake, 1, '2026H1', [
    { county: '甲', sector: '农村', taken: '10' },
    { county: '甲', sector: '社区', taken: '2' },
    { county: '甲', taken: '7' },
    { county: '甲', taken: '1' },
  ]);
  await load(engine, intake, 2, '2026H2', [
    { county: '甲', sector: '社区', taken: '3' },
    { county: '甲', sector: '农村', taken: '9' },
    { county: '甲', taken: '8' },
  ]);
  await force(engine, intake, [[1, '甲', 'a', '2026H1'], [2, '甲', 'a', '2026H2']]); // prettier-ignore
  expect((await fallen()).map((p) => [p.place.row, p.params['now'], p.params['before']])).toEqual([[3, 9, 10]]);
});

test('a ledger without figures since 1 January, or without a key, has no statement for it', () => {
  expect(yearToDateSql(summary)).toBeNull();
  expect(yearToDateSql({ ...intake, key: [] })).toBeNull();
});

test('a summary that differs from the detailed rows is a warning with both values and both tables', async () => {
  await load(engine, demo, 1, '2026Q3', [
    { county: '甲', organisation: '一', closed: 'true' },
    { county: '甲', organisation: '二' },
    { county: '乙', organisation: '三', closed: 'true' },
  ]);
  await load(engine, summary, 2, '2026Q3', [
    { county: '甲', listed: '3', closed: '1' },
    { county: '乙', listed: '1', closed: '1' },
    { county: '丙', listed: '5', closed: '5' },
  ]);
  const at = (table: number, units: string) => [...units].map((u) => [table, u, u, '2026Q3'] as const);
  await force(engine, summary, at(2, '甲乙丙'));
  await engine.run(`INSERT INTO in_force SELECT 'demo-ledger', 1, name, unit, period FROM in_force WHERE unit <> '丙'`);
  expect(await disagreeing()).toEqual([
    {
      code: 'check.ledgersDisagree',
      level: 'warning',
      place: { file: '2.csv', row: 2 },
      params: { unit: '甲县', figure: '认定数', here: 3, there: 2, table: '汇总表', other: '演示台账' },
      period: '2026Q3',
    },
  ]);
});

test('a nil report counts nothing, a blank is not compared, and a year stands beside its fourth quarter', async () => {
  await load(engine, summary, 2, '2026', [{ county: '甲', listed: '2' }, { county: '乙', closed: '0' }]); // prettier-ignore
  await force(engine, summary, [[2, '甲', 'a', '2026'], [2, '乙', 'b', '2026']]); // prettier-ignore
  await engine.run(`INSERT INTO in_force SELECT 'demo-ledger', 1, name, unit, '2026Q4' FROM in_force`);
  await engine.run(`INSERT INTO periods VALUES ('2026Q4', '2026-12-31')`);
  expect(
    (await disagreeing()).map((p) => [p.params['unit'], p.params['figure'], p.params['here'], p.params['there'], p.period]),
  ).toEqual([['a县', '认定数', 2, 0, '2026']]);
});

test('the statements of the checks in force', () => {
  const [pair] = pairsOf(summary, ledgerOf);
  expect([yearToDateSql(intake), pair && agreementsSql(pair)]).toMatchSnapshot();
});

test('the statements of every declared ledger are bound by the engine', async () => {
  await prepare(engine, ...LEDGERS);
  for (const ledger of LEDGERS) {
    const totals = [{ row: 3, scope: '合计', values: Object.fromEntries(ledger.columns.map((c) => [c.id, 1])) }];
    const sql = [
      yearToDateSql(ledger),
      totalsSql(ledger, 1, totals),
      rowNamesSql(ledger, 1, [2]),
      ...pairsOf(ledger, declared).map(agreementsSql),
    ];
    for (const statement of [...sql, receiptsSql()]) if (statement !== null) expect(await engine.query(statement)).toEqual([]);
  }
});
