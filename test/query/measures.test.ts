import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine';
import { LEDGERS, ledgerOf } from '../../src/ledgers';
import type { LedgerDef } from '../../src/model/ledger';
import { Measures, WHOLE_CITY, type MeasureCell } from '../../src/model/measures';
import type { Period } from '../../src/model/period';
import type { UnitId } from '../../src/model/unit';
import { measureEntries, measuresSql } from '../../src/query';
import { openNodeEngine } from '../support/engine';
import { demo, force, load, prepare } from './demo';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await prepare(engine, demo, ...LEDGERS);
});
afterAll(() => engine.close());
beforeEach(async () => {
  for (const l of [demo, ...LEDGERS]) await engine.run(`TRUNCATE "t_${l.id.replaceAll('-', '_')}"`);
});

async function measured(ledger: LedgerDef): Promise<(measure: string, unit: string, period: string) => MeasureCell | undefined> {
  const sql = measuresSql(ledger);
  if (sql === null) throw new Error(ledger.id);
  const measures = new Measures(measureEntries(ledger, await engine.query(sql)));
  return (measure, unit, period) => measures.get(`${ledger.id}.${measure}`, unit as UnitId, period as Period);
}

const row = (county: string, organisation: string, more: Record<string, string> = {}) => ({ county, organisation, ...more });

test('what is due and done by the as-of date depends on the period, not on today', async () => {
  const rows = [
    row('青山县', '甲', { closed: 'true', deadline: '2026-06-30' }),
    row('青山县', '乙', { closed: 'false', deadline: '2026-09-30' }),
    row('青山县', '丙', { closed: 'true', deadline: '2026-10-01' }),
    row('青山县', '丁', { deadline: '2026-06-01' }),
    row('青山县', '戊'),
  ];
  await load(engine, demo, 1, '2026Q2', rows);
  await load(engine, demo, 2, '2026Q3', rows);
  await force(engine, demo, [[1, '青山县', 'u1', '2026Q2'], [2, '青山县', 'u1', '2026Q3']]); // prettier-ignore
  const at = await measured(demo);
  expect(at('closed', 'u1', '2026Q2')).toEqual({ value: 1 / 2, numerator: 1, denominator: 2, status: 'ok', rows: 5 });
  expect(at('closed', 'u1', '2026Q3')).toEqual({ value: 1 / 3, numerator: 1, denominator: 3, status: 'ok', rows: 5 });
});

test('a comparison with a missing value is false, and its opposite true', async () => {
  await load(engine, demo, 1, '2026Q3', [
    row('青山县', '甲', { closed: 'true' }),
    row('青山县', '乙', { closed: 'false' }),
    row('青山县', '丙'),
  ]);
  await force(engine, demo, [[1, '青山县', 'u1', '2026Q3']]);
  expect((await measured(demo))('open', 'u1', '2026Q3')).toMatchObject({ value: 2, numerator: 2, denominator: null });
});

test('a name is counted once, in whatever tables and under whatever unit names it stands', async () => {
  await load(engine, demo, 1, '2026Q3', [row('青山县', '甲'), row('青山县', '甲'), row('青山', '乙')]);
  await load(engine, demo, 2, '2026Q3', [row('青山县', '甲'), row('白水县', '甲')]);
  await force(engine, demo, [
    [1, '青山县', 'u1', '2026Q3'],
    [1, '青山', 'u1', '2026Q3'],
    [2, '青山县', 'u1', '2026Q3'],
    [2, '白水县', 'u2', '2026Q3'],
  ]);
  const at = await measured(demo);
  expect(at('names', 'u1', '2026Q3')).toMatchObject({ value: 2, rows: 4 });
  expect(at('names', 'u2', '2026Q3')).toMatchObject({ value: 1, rows: 1 });
});

test('rows that are not in force count nowhere', async () => {
  await load(engine, demo, 1, '2026Q3', [row('青山县', '甲'), row('白水县', '乙')]);
  await load(engine, demo, 2, '2026Q3', [row('青山县', '丙'), row('青山县', '丁')]);
  await force(engine, demo, [[1, '白水县', 'u2', '2026Q3'], [2, '青山县', 'u1', '2026Q3']]); // prettier-ignore
  const at = await measured(demo);
  expect(at('rows', 'u1', '2026Q3')?.value).toBe(2);
  expect(at('rows', 'u2', '2026Q3')?.value).toBe(1);
  await force(engine, demo, [[1, '青山县', 'u1', '2026Q3']]);
  const before = await measured(demo);
  expect(before('rows', 'u1', '2026Q3')?.value).toBe(1);
  expect(before('rows', 'u2', '2026Q3')).toBeUndefined();
});

test('a nil report counts nothing: counts and sums are zero, quotients not applicable, and it has no parts', async () => {
  await force(engine, demo, [[1, '', 'u1', '2026Q3']]);
  const at = await measured(demo);
  expect(at('rows', 'u1', '2026Q3')).toEqual({ value: 0, numerator: 0, denominator: null, status: 'ok', rows: 0 });
  expect(at('closed', 'u1', '2026Q3')).toEqual({ value: null, numerator: 0, denominator: 0, status: 'na', rows: 0 });
  expect(at('done', 'u1', '2026Q3')).toEqual({ value: null, numerator: 0, denominator: 0, status: 'na', rows: 0, parts: [] });
});

test('missing cells are left out of a sum; where all are missing the figure is missing, or not applicable where all say so', async () => {
  const due = { due: '10' };
  await load(engine, demo, 1, '2026Q3', [
    row('甲县', '1', { ...due, done: '4' }),
    row('甲县', '2', due),
    row('乙县', '1', due),
    row('乙县', '2', { ...due, _na: ',done,' }),
    row('丙县', '1', { ...due, _na: ',done,' }),
    row('丙县', '2', { ...due, _na: ',rate,done,' }),
    row('丁县', '1', { done: '0', due: '0' }),
    row('戊县', '1', { due: '0' }),
    row('己县', '1', { _na: ',due,' }),
  ]);
  await force(
    engine,
    demo,
    [...'甲乙丙丁戊己'].map((c) => [1, `${c}县`, c, '2026Q3']),
  );
  const at = await measured(demo);
  const short = (unit: string) => {
    const { parts: _, rows: __, ...cell } = at('done', unit, '2026Q3') ?? { parts: [], rows: 0 };
    return cell;
  };
  expect(short('甲')).toEqual({ value: 0.2, numerator: 4, denominator: 20, status: 'ok' });
  expect(short('乙')).toEqual({ value: null, numerator: null, denominator: 20, status: 'missing' });
  expect(short('丙')).toEqual({ value: null, numerator: null, denominator: 20, status: 'na' });
  expect(short('丁')).toEqual({ value: null, numerator: 0, denominator: 0, status: 'na' });
  expect(short('戊')).toEqual({ value: null, numerator: null, denominator: 0, status: 'na' });
  expect(short('己')).toEqual({ value: null, numerator: null, denominator: null, status: 'missing' });
});

test('a measure with a `by` column has its parts, rows without a value under an empty key', async () => {
  await load(engine, demo, 1, '2026Q3', [
    row('青山县', '甲', { sector: 'rural', due: '10', done: '5' }),
    row('青山县', '乙', { sector: 'rural', due: '10', done: '10' }),
    row('青山县', '丙', { sector: 'school', due: '4', done: '1' }),
    row('青山县', '丁', { due: '1', done: '1' }),
  ]);
  await force(engine, demo, [[1, '青山县', 'u1', '2026Q3']]);
  const at = await measured(demo);
  const cell = at('done', 'u1', '2026Q3');
  expect(cell).toMatchObject({ value: 17 / 25, numerator: 17, denominator: 25, status: 'ok', rows: 4 });
  expect([...(cell?.parts ?? [])].sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual([
    { key: '', numerator: 1, denominator: 1 },
    { key: 'rural', numerator: 15, denominator: 20 },
    { key: 'school', numerator: 1, denominator: 4 },
  ]);
  expect(at('rows', 'u1', '2026Q3')).not.toHaveProperty('parts');
});

test('rectification: closing on time, overdue, look-back and relapse by hand', async () => {
  const ledger = ledgerOf('rectification');
  const org = (organisation: string, deadline: string, more: Record<string, string>) => ({
    county: '青山县', organisation, identified_on: '2023-01-01', deadline, result: 'ongoing', closed: 'false', ...more,
  }); // prettier-ignore
  await load(engine, ledger, 1, '2026Q3', [
    // closed on its last day; its look-back fell due six months later, on 2026-09-30, and was done
    org('甲村', '2026-03-31', { closed: 'true', closed_on: '2026-03-31', result: 'converted', look_back_on: '2026-09-30' }),
    // closed a day late; its look-back falls due after the period, 2026-10-01
    org('乙村', '2026-03-31', { closed: 'true', closed_on: '2026-04-01', result: 'converted' }),
    // open and overdue
    org('丙村', '2026-09-29', {}),
    // due on the last day of the period: fallen due, not overdue yet
    org('丁村', '2026-09-30', {}),
    // not yet due
    org('戊村', '2026-12-31', {}),
    // came back: one organisation in two rows, closed within three years, found by the city in one of them
    org('己村', '2024-06-30', { closed: 'true', closed_on: '2024-06-30', result: 'converted', look_back_result: 'relapsed', found_by_city: 'true' }),
    org('己村', '2026-06-30', { closed: 'true', first_closed_on: '2024-06-30', closed_on: '2026-06-30', result: 'converted', relisted: 'true' }),
    // closed more than three years ago
    org('庚村', '2023-06-30', { closed: 'true', closed_on: '2023-06-30', result: 'converted', look_back_result: 'relapsed', found_by_city: 'true' }),
  ]); // prettier-ignore
  await force(engine, ledger, [[1, '青山县', 'u1', '2026Q3']]);
  const at = await measured(ledger);
  const figures = (id: string) => {
    const cell = at(id, 'u1', '2026Q3');
    return [cell?.numerator, cell?.denominator];
  };
  expect(figures('closed_on_time')).toEqual([4, 7]);
  expect(figures('overdue')).toEqual([1, null]);
  expect(figures('look_back')).toEqual([1, 3]);
  // 甲, 乙 and 己 were closed in the window; of them 己 came back
  expect(figures('relapse')).toEqual([1, 3]);
  expect(figures('identified')).toEqual([8, null]);
});

test('a row that names its measure gives its figures: the value as written, else the quotient', async () => {
  const ledger = ledgerOf('indicators');
  await load(engine, ledger, 1, '2026Q3', [
    { unit: '青山县', indicator: '满意率', value: '0.95', target: '0.9', numerator: '1', denominator: '2' },
    { unit: '青山县', indicator: '覆盖率', numerator: '3', denominator: '4' },
    { unit: '青山县', indicator: '办结率', numerator: '0', denominator: '0' },
    { unit: '青山县', indicator: '空白' },
    { unit: '青山县', indicator: '不涉及的', _na: ',value,' },
  ]);
  await force(engine, ledger, [[1, '青山县', 'u1', '2026Q3']]);
  const at = await measured(ledger);
  expect(at('满意率', 'u1', '2026Q3')).toEqual({ value: 0.95, numerator: 1, denominator: 2, status: 'ok', rows: 1 });
  expect(at('满意率/target', 'u1', '2026Q3')).toMatchObject({ value: 0.9, status: 'ok' });
  expect(at('覆盖率', 'u1', '2026Q3')).toMatchObject({ value: 0.75, numerator: 3, denominator: 4, status: 'ok' });
  expect(at('覆盖率/target', 'u1', '2026Q3')).toBeUndefined();
  expect(at('办结率', 'u1', '2026Q3')?.status).toBe('na');
  expect(at('空白', 'u1', '2026Q3')?.status).toBe('missing');
  expect(at('不涉及的', 'u1', '2026Q3')?.status).toBe('na');
});

test('a target without a unit holds for the whole city, and a figure it does not give hides none', async () => {
  const ledger = ledgerOf('targets');
  await load(engine, ledger, 1, '2026', [
    { indicator: '满意率', target: '0.9', provincial: '0.88' },
    { indicator: '满意率', unit: '青山县', provincial: '0.8' },
  ]);
  await force(engine, ledger, [[1, '', WHOLE_CITY, '2026'], [1, '青山县', 'u1', '2026']]); // prettier-ignore
  const sql = measuresSql(ledger);
  const measures = new Measures(measureEntries(ledger, await engine.query(sql ?? '')));
  const holding = (id: string) => measures.holding(id, 'u1' as UnitId, '2026Q3' as Period)?.value;
  expect(holding('targets.满意率')).toBe(0.9);
  expect(holding('targets.满意率/provincial')).toBe(0.8);
  expect(measures.get('targets.满意率', WHOLE_CITY, '2026' as Period)?.value).toBe(0.9);
});

test('a roster has no measures', () => {
  expect(measuresSql(ledgerOf('roster'))).toBeNull();
});

test('the measures of every ledger are bound by the engine', async () => {
  for (const ledger of LEDGERS) {
    const sql = measuresSql(ledger);
    if (sql === null) continue;
    await force(engine, ledger, [[1, '', 'u1', '2026Q3']]);
    const entries = measureEntries(ledger, await engine.query(sql));
    expect(entries.map((e) => e.measure)).toEqual(ledger.measures.map((m) => `${ledger.id}.${m.id}`));
  }
});

test('measuresSql is one statement', () => {
  expect(measuresSql(demo)).toMatchSnapshot();
  expect(measuresSql(ledgerOf('indicators'))).toMatchSnapshot();
});
