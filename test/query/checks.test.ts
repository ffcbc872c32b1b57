import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine';
import { LEDGERS, ledgerOf } from '../../src/ledgers';
import type { Period } from '../../src/model/period';
import { checkProblems, checksSql, duplicateKeysSql, overlapSql } from '../../src/query';
import { openNodeEngine } from '../support/engine';
import { demo, force, load, prepare } from './demo';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await prepare(engine, demo, ...LEDGERS);
});
afterAll(() => engine.close());

const Q3 = '2026Q3' as Period;
const row = (county: string, organisation: string, more: Record<string, string> = {}) => ({ county, organisation, ...more });

test('every row after the first of one key and period is a problem that names the first', async () => {
  await load(engine, demo, 1, Q3, [
    row('青山县', '甲'),
    row('青山县', '乙'),
    row('青山县', '甲'),
    row('白水县', '甲'),
    row('青山县', '甲'),
  ]);
  await load(engine, demo, 1, '2026Q2', [row('青山县', '乙')]);
  await load(engine, demo, 2, Q3, [row('青山县', '甲')]);
  const problems = checkProblems(await engine.query(duplicateKeysSql(demo, 1) ?? ''), demo, '甲.csv');
  expect(problems).toEqual(
    [4, 6].map((at) => ({
      code: 'row.keyTwice',
      level: 'warning',
      place: { file: '甲.csv', row: at },
      params: { first: 2 },
      period: Q3,
    })),
  );
});

test('blank parts of a key are equal', async () => {
  const ledger = ledgerOf('branch-rating');
  await load(engine, ledger, 1, Q3, [
    { county: '青山县', branch: '第一党支部' },
    { county: '青山县', township: '东风镇', branch: '第一党支部' },
    { county: '青山县', branch: '第一党支部' },
  ]);
  expect(await engine.query(duplicateKeysSql(ledger, 1) ?? '')).toEqual([{ _row: 4, _period: Q3, first: 2 }]);
});

test('figures that contradict each other are warnings with both values; missing ones contradict nothing', async () => {
  await load(engine, demo, 3, Q3, [
    row('甲县', '1', { due: '10', done: '11', star: '1' }),
    row('甲县', '2', { due: '10' }),
    row('甲县', '3', { done: '11' }),
    row('甲县', '4', { due: '3', done: '3' }),
    row('甲县', '5', { due: '3', done: '0.1', star: '2.9' }),
  ]);
  expect(checkProblems(await engine.query(checksSql(demo, 3) ?? ''), demo, '甲.csv')).toEqual([
    {
      code: 'check.partExceedsWhole', level: 'warning', place: { file: '甲.csv', row: 2 }, period: Q3,
      params: { part: '已办', whole: '应办', partValue: 11, wholeValue: 10 },
    },
    {
      code: 'check.partsUnequal', level: 'warning', place: { file: '甲.csv', row: 2 }, period: Q3,
      params: { parts: ['已办', '星级'], whole: '应办', sum: 12, wholeValue: 10 },
    },
  ]); // prettier-ignore
});

test('parts that may add up to no more than the whole are a warning only where they do', async () => {
  const ledger = { ...demo, checks: [{ check: 'sum', parts: ['done', 'star'], whole: 'due', atMost: true }] } as const;
  await load(engine, demo, 7, Q3, [
    row('甲县', '1', { due: '10', done: '8', star: '3' }),
    row('甲县', '2', { due: '10', done: '8', star: '2' }),
    row('甲县', '3', { due: '10', done: '1' }),
    row('甲县', '4', { done: '8', star: '3' }),
    row('甲县', '5', { due: '0.3', done: '0.1', star: '0.2' }),
  ]);
  expect(checkProblems(await engine.query(checksSql(ledger, 7) ?? ''), ledger, '甲.csv')).toEqual([
    {
      code: 'check.partsExceedWhole', level: 'warning', place: { file: '甲.csv', row: 2 }, period: Q3,
      params: { parts: ['已办', '星级'], whole: '应办', sum: 11, wholeValue: 10 },
    },
  ]); // prettier-ignore
});

test('a date after the one it should come before is a warning with both dates', async () => {
  const roster = ledgerOf('roster');
  await load(engine, roster, 3, '', [
    { unit_name: '甲县', level: 'county', valid_from: '2026-01-02', valid_to: '2026-01-01' },
    { unit_name: '乙县', level: 'county', valid_from: '2026-01-01', valid_to: '2026-01-01' },
  ]);
  expect(checkProblems(await engine.query(checksSql(roster, 3) ?? ''), roster, 'r.csv')).toEqual([
    {
      code: 'check.order', level: 'warning', place: { file: 'r.csv', row: 2 },
      params: { first: '起', second: '止', firstValue: '2026-01-02', secondValue: '2026-01-01' },
    },
  ]); // prettier-ignore
});

test('a ledger without checks or key has no statement for them', () => {
  expect(checksSql(ledgerOf('indicators'), 1)).toBeNull();
  expect(duplicateKeysSql({ ...demo, key: [] }, 1)).toBeNull();
});

test('overlap counts the rows that stand for the same units and periods, and the new rows that have their key', async () => {
  await load(engine, demo, 10, Q3, [row('青山', '甲'), row('青山', '乙'), row('白水县', '丙')]);
  await force(engine, demo, [[10, '青山', 'u1', Q3], [10, '白水县', 'u2', Q3]]); // prettier-ignore
  await load(engine, demo, 11, Q3, [row('青山县', '乙'), row('青山县', '丁'), row('新县', '丙')]);
  const overlap = async (claims: [string, string, string][]) => {
    const sql = overlapSql(demo, 11, claims.map(([name, unit, period]) => ({ name, unit, period: period as Period }))); // prettier-ignore
    return (await engine.query(sql ?? ''))[0];
  };
  expect(await overlap([['青山县', 'u1', Q3]])).toEqual({ standing: 2, common: 1 });
  expect(await overlap([['新县', 'u2', Q3]])).toEqual({ standing: 1, common: 1 });
  expect(await overlap([['新县', 'u1', Q3]])).toEqual({ standing: 2, common: 0 });
  expect(await overlap([['青山县', 'u1', '2026Q2']])).toEqual({ standing: 0, common: 0 });
  expect(overlapSql(demo, 11, [])).toBeNull();
});

test('the statements of checking', () => {
  expect([duplicateKeysSql(demo, 7), checksSql(demo, 7), checksSql(ledgerOf('roster'), 7)]).toMatchSnapshot();
  expect(overlapSql(demo, 7, [{ name: '青山县', unit: 'u1', period: Q3 }])).toMatchSnapshot();
});
