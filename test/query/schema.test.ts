import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine';
import { LEDGERS, ledgerOf } from '../../src/ledgers';
import type { CalendarDate, Period } from '../../src/model/period';
import { coverageSql, forgetSql, listSql, loadBatchSql, periodsSql, rosterRowsSql, schemaSql } from '../../src/query';
import { openNodeEngine } from '../support/engine';
import { demo, force, load, prepare, putInForce, tableRows } from './demo';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await prepare(engine, demo, ...LEDGERS);
});
afterAll(() => engine.close());

const Q3 = '2026Q3' as Period;

test('schemaSql makes a table of the ledger’s columns and a view of its rows in force, and can be run again', async () => {
  expect(schemaSql(demo)).toMatchSnapshot();
  await prepare(engine, demo);
});

test('a batch is loaded with the types of its columns; an empty field is NULL', async () => {
  await load(engine, demo, 1, Q3, [
    { period: Q3, county: '青山县', organisation: '甲,"乙"\n丙', sector: 'rural', closed: 'true', deadline: '2026-09-30', due: '3', done: '0.5', rate: '0.953', star: '5', _na: ',x,' },
    { county: '青山县', organisation: '丁' },
  ]); // prettier-ignore
  expect(await tableRows(engine, demo, 1)).toEqual([
    {
      _row: 2, _period: Q3, _na: ',x,',
      period: Q3, county: '青山县', organisation: '甲,"乙"\n丙', sector: 'rural', closed: true, deadline: '2026-09-30', due: 3, done: 0.5, rate: 0.953, star: 5,
    },
    {
      _row: 3, _period: Q3, _na: null,
      period: null, county: '青山县', organisation: '丁', sector: null, closed: null, deadline: null, due: null, done: null, rate: null, star: null,
    },
  ]); // prettier-ignore
  await engine.run(forgetSql(demo, 1));
  expect(await tableRows(engine, demo, 1)).toEqual([]);
});

test('an empty batch loads nothing', async () => {
  await engine.withInput('empty.csv', new Uint8Array(), (path) => engine.run(loadBatchSql(demo, path, 9)));
  expect(await tableRows(engine, demo, 9)).toEqual([]);
});

test('coverage names units as the table does, by period, in file order', async () => {
  await load(engine, demo, 2, Q3, [{ county: '青山县' }, { county: '白水县' }, { county: '青山县' }]);
  await load(engine, demo, 2, '2026Q2', [{ county: '青山县' }]);
  expect(await engine.query(coverageSql(demo, 2))).toEqual(
    expect.arrayContaining([
      { name: '青山县', period: '2026Q3', rows: 2 },
      { name: '白水县', period: '2026Q3', rows: 1 },
      { name: '青山县', period: '2026Q2', rows: 1 },
    ]),
  );
  const roster = ledgerOf('roster');
  await load(engine, roster, 2, '', [{ unit_name: '青山县', level: 'county' }]);
  expect(await engine.query(coverageSql(roster, 2))).toEqual([]);
});

test('the rows of a roster come in file order under the names of its columns', async () => {
  const roster = ledgerOf('roster');
  await load(engine, roster, 3, '', [
    { unit_name: '乙县', level: 'county', valid_from: '2020-01-01' },
    { unit_name: '甲县', code: '01', level: 'county', sort_order: '2' },
  ]);
  const rows = await engine.query(rosterRowsSql(3));
  expect(rows.map((r) => [r['unit_name'], r['code'], r['valid_from'], r['sort_order']])).toEqual([
    ['乙县', null, '2020-01-01', null],
    ['甲县', '01', null, 2],
  ]);
});

test('the list of a period shows the rows in force with their unit, by pages', async () => {
  await load(engine, demo, 4, Q3, [
    { county: '青山', organisation: '甲' },
    { county: '青山', organisation: '乙' },
    { county: '白水县', organisation: '丙' },
  ]);
  await force(engine, demo, [[4, '青山', 'u1', Q3]]);
  const pick = async (limit: number, offset: number) =>
    (await engine.query(listSql(demo, Q3, { limit, offset }))).map((r) => [
      r['_import'],
      r['_row'],
      r['_unit'],
      r['organisation'],
    ]);
  expect(await pick(10, 0)).toEqual([[4, 2, 'u1', '甲'], [4, 3, 'u1', '乙']]); // prettier-ignore
  expect(await pick(1, 1)).toEqual([[4, 3, 'u1', '乙']]);
});

test('what is in force of one ledger is replaced without touching another, also in thousands', async () => {
  const entries = Array.from({ length: 4500 }, (_, i) => ({
    ledger: demo.id,
    table: 1,
    name: `n'${i}`,
    unit: `u${i}`,
    period: Q3,
  }));
  await force(engine, ledgerOf('targets'), [[1, '', '*', Q3]]);
  await putInForce(engine, demo, entries);
  const count = async () => engine.query('SELECT ledger, count(*) AS n FROM in_force GROUP BY ledger ORDER BY ledger');
  expect(await count()).toEqual([{ ledger: 'demo-ledger', n: 4500 }, { ledger: 'targets', n: 1 }]); // prettier-ignore
  await putInForce(engine, demo, []);
  expect(await count()).toEqual([{ ledger: 'targets', n: 1 }]);
});

test('periodsSql replaces the periods, none included', async () => {
  await engine.run(periodsSql([{ period: Q3, asOf: '2026-09-30' as CalendarDate }]));
  expect(await engine.query('SELECT * FROM periods')).toEqual([{ period: Q3, as_of: '2026-09-30' }]);
  await engine.run(periodsSql([]));
  expect(await engine.query('SELECT * FROM periods')).toEqual([]);
});

test('the statements of loading', () => {
  expect([loadBatchSql(demo, "'in/1-b.csv'", 7), coverageSql(demo, 7), forgetSql(demo, 7), rosterRowsSql(7)]).toMatchSnapshot();
  expect(listSql(demo, Q3, { limit: 50, offset: 100 })).toMatchSnapshot();
});
