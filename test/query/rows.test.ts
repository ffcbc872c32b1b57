import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine';
import { LEDGERS, ledgerOf } from '../../src/ledgers';
import { WHOLE_CITY } from '../../src/model/measures';
import type { Period } from '../../src/model/period';
import type { RowsRef } from '../../src/model/reason';
import type { UnitId } from '../../src/model/unit';
import { measureEntries, measuresSql, rowsBehindSql } from '../../src/query';
import { openNodeEngine } from '../support/engine';
import { force, load, prepare } from './demo';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await prepare(engine, ...LEDGERS);
});
afterAll(() => engine.close());

const ref = (measure: string, side: RowsRef['side'], unit = 'u1', period = '2026Q3'): RowsRef => ({
  measure,
  side,
  unit: unit as UnitId,
  period: period as Period,
});
const behind = (r: RowsRef, limit?: number) => engine.query(rowsBehindSql(r, limit));

test('the rows behind a count are those it counted, in file order, and add up to the figure', async () => {
  const ledger = ledgerOf('rectification');
  const org = (organisation: string, deadline: string, more: Record<string, string> = {}) => ({
    county: '青山县', organisation, identified_on: '2025-01-01', deadline, result: 'ongoing', closed: 'false', ...more,
  }); // prettier-ignore
  await load(engine, ledger, 1, '2026Q3', [
    org('甲村', '2026-03-31', { closed: 'true', closed_on: '2026-03-31' }),
    org('乙村', '2026-03-31'),
    org('丙村', '2026-12-31'),
  ]);
  await load(engine, ledger, 2, '2026Q3', [{ ...org('丁村', '2026-03-31'), county: '白水县' }]);
  await force(engine, ledger, [[1, '青山县', 'u1', '2026Q3'], [2, '白水县', 'u2', '2026Q3']]); // prettier-ignore
  const id = 'rectification.closed_on_time';
  const of = async (side: RowsRef['side']) =>
    (await behind(ref(id, side))).map((r) => [r['_row'], r['organisation'], r['_counts']]);
  expect(await of('numerator')).toEqual([[2, '甲村', true]]);
  expect(await of('denominator')).toEqual([[2, '甲村', true], [3, '乙村', true]]); // prettier-ignore
  expect(await of('value')).toEqual([[2, '甲村', true], [3, '乙村', false]]); // prettier-ignore
  const entry = measureEntries(ledger, await engine.query(measuresSql(ledger) ?? '')).find(
    (e) => e.measure === id && e.unit === 'u1',
  );
  expect([entry?.numerator, entry?.denominator]).toEqual([1, 2]);
});

test('of rows with one name the first is counted', async () => {
  const ledger = ledgerOf('rectification');
  const row = {
    county: '青山县',
    identified_on: '2023-01-01',
    deadline: '2026-01-01',
    result: 'converted',
    closed: 'true',
    closed_on: '2026-01-01',
  };
  await load(engine, ledger, 3, '2026Q1', ['甲村', '乙村', '甲村'].map((organisation) => ({ ...row, organisation }))); // prettier-ignore
  await force(engine, ledger, [[3, '青山县', 'u1', '2026Q1']]);
  const rows = await behind(ref('rectification.relapse', 'denominator', 'u1', '2026Q1'));
  expect(rows.map((r) => [r['_row'], r['_counts']])).toEqual([[2, true], [3, true], [4, false]]); // prettier-ignore
  // Villages of one name in two townships are two.
  await load(engine, ledger, 4, '2026Q1', ['东风镇', '长堤镇'].map((township) => ({ ...row, township, organisation: '丁村' }))); // prettier-ignore
  await force(engine, ledger, [[4, '青山县', 'u1', '2026Q1']]);
  const two = await behind(ref('rectification.relapse', 'denominator', 'u1', '2026Q1'));
  expect(two.map((r) => r['_counts'])).toEqual([true, true]);
});

test('the rows behind a sum say what they added; a missing cell added nothing, and a limit cuts the list', async () => {
  const ledger = ledgerOf('branch-rating');
  const branch = (name: string, more: Record<string, string>) => ({ county: '青山县', branch: name, sector: 'rural', ...more });
  await load(engine, ledger, 1, '2026Q3', [
    branch('一', { total_score: '90.5', final_star: '3' }),
    branch('二', { total_score: '80' }),
    branch('三', { final_star: '4' }),
  ]);
  await force(engine, ledger, [[1, '青山县', 'u1', '2026Q3']]);
  const rows = await behind(ref('branch-rating.mean_score', 'numerator'));
  expect(rows.map((r) => [r['branch'], r['_adds']])).toEqual([['一', 90.5], ['三', null]]); // prettier-ignore
  expect(await behind(ref('branch-rating.mean_score', 'numerator'), 1)).toHaveLength(1);
});

test('the row behind a named measure is the one that names it, for the figure asked for', async () => {
  const indicators = ledgerOf('indicators');
  await load(engine, indicators, 1, '2026Q3', [
    { unit: '青山县', indicator: '满意率', value: '0.95', target: '0.9', numerator: '19', denominator: '20' },
    { unit: '青山县', indicator: '覆盖率/城区', value: '1' },
  ]);
  await force(engine, indicators, [[1, '青山县', 'u1', '2026Q3']]);
  const adds = async (measure: string, side: RowsRef['side']) =>
    (await behind(ref(measure, side))).map((r) => [r['_row'], r['_adds']]);
  expect(await adds('indicators.满意率', 'value')).toEqual([[2, 0.95]]);
  expect(await adds('indicators.满意率', 'denominator')).toEqual([[2, 20]]);
  expect(await adds('indicators.满意率/target', 'value')).toEqual([[2, 0.9]]);
  expect(await adds('indicators.覆盖率/城区', 'value')).toEqual([[3, 1]]);

  const targets = ledgerOf('targets');
  await load(engine, targets, 1, '2026', [{ indicator: '满意率', target: '0.9' }]);
  await force(engine, targets, [[1, '', WHOLE_CITY, '2026']]);
  expect(await behind(ref('targets.满意率', 'value', WHOLE_CITY, '2026'))).toMatchObject([{ _row: 2, _adds: 0.9 }]);
});

test('a measure nobody declares is refused', () => {
  for (const id of ['rectification.nothing', 'nowhere.x', 'x', 'roster.x'])
    expect(() => rowsBehindSql(ref(id, 'value')), id).toThrow(RangeError);
});

test('the statements behind figures', () => {
  expect(rowsBehindSql(ref('rectification.relapse', 'numerator'), 20)).toMatchSnapshot();
  expect(rowsBehindSql(ref('talent-intake.attainment', 'value'))).toMatchSnapshot();
  expect(rowsBehindSql(ref('indicators.满意率/target', 'value'), 20)).toMatchSnapshot();
});
