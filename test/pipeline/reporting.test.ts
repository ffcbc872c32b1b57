/** Reporting and checks between tables through the whole flow: three counties, three ledgers, the real engine. */
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Engine } from '../../src/engine/engine';
import type { CalendarDate, Period } from '../../src/model/period';
import type { RowsRef } from '../../src/model/reason';
import type { UnitId } from '../../src/model/unit';
import { ingestHere } from '../../src/pipeline/ingest-here';
import { Pipeline } from '../../src/pipeline/pipeline';
import { explain } from '../../src/score/explain';
import { MemoryStore } from '../../src/workspace/store';
import { openNodeEngine } from '../support/engine';
import { wildFiles } from '../support/files';

const Q2 = '2026Q2' as Period;
const Q3 = '2026Q3' as Period;
const day = (text: string) => text as CalendarDate;

const leaf = (id: string, measure: string) => ({
  id, title: id, points: 10, measure, rule: { type: 'attainment', target: 1 }, due: 'Q',
}); // prettier-ignore
const SCHEME = JSON.stringify({
  kaoping: 1, id: 'three', version: '1', title: 'three', level: 'county', points: 30,
  children: [leaf('intake', 'talent-intake.attainment'), leaf('on-post', 'first-secretaries.on_post'), leaf('in-time', 'reporting.on_time')],
  rounding: { at: 'total', decimals: 2, mode: 'half-up' },
  ranking: { on: 'rounded', ties: '1224', breakers: [] },
}); // prettier-ignore

const file = (name: string, ...lines: string[]) => new File([lines.join('\n') + '\n'], name);
const ROSTER = file('名册.csv', '单位名称,单位代码,层级', '甲县,A,县', '乙县,B,县', '丙县,C,县');
/** 年度目标, 本年累计引进, 全职到岗. */
const intake = (name: string, period: string, ...lines: string[]) =>
  file(`${name}.csv`, `人才引进统计表（${period}）,,,`, '县(市、区),年度目标(人),本年累计引进(人),全职到岗数', ...lines);
const onPost = (name: string, period: string, ...lines: string[]) =>
  file(`${name}.csv`, `第一书记和驻村工作队（${period}）,,`, '县(市、区),应派数,在岗数', ...lines);

const engines: Engine[] = [];
async function opened(store = new MemoryStore()): Promise<Pipeline> {
  const engine = async () => {
    const engine = await openNodeEngine();
    engines.push(engine);
    return engine;
  };
  const pipeline = new Pipeline({ engine, ingest: ingestHere(), defaultScheme: SCHEME });
  await pipeline.open(Promise.resolve(store));
  return pipeline;
}
/** Only dates stand still; timers run. */
const onDay = (text: string) => vi.setSystemTime(new Date(`${text}T04:00:00Z`));
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());
afterAll(async () => {
  for (const engine of engines) if (!engine.ended) await engine.close();
});

const states = (p: Pipeline, period: Period, today: string) =>
  p.snapshot.returns.at(period, day(today)).returns.map((r) => [r.ledger, r.unit, r.state, r.days]);
const onTime = (p: Pipeline, unit: string, period = Q3) => {
  const cell = p.snapshot.measures.get('reporting.on_time', unit as UnitId, period);
  return cell && [cell.numerator, cell.denominator, cell.status];
};

test('the days tables came make 按时报送, from the files dropped to the score and back to each table', async () => {
  const store = new MemoryStore();
  const pipeline = await opened(store);
  onDay('2026-10-08');
  await pipeline.drop([ROSTER, intake('引才', '2026年第三季度', '甲县,90,60,50', '乙县,90,50,50')]);
  onDay('2026-10-13');
  await pipeline.drop([onPost('第一书记', '2026年第三季度', '甲县,9,9', '乙县,8,8', '丙县,7,7')]);
  expect(pipeline.snapshot.pending).toEqual([]);
  expect(pipeline.snapshot.returns.at(Q3, day('2026-10-13')).asked).toEqual({
    ledgers: ['talent-intake', 'first-secretaries'],
    tables: 6,
    figures: 3 * (16 + 5),
  });
  expect(states(pipeline, Q3, '2026-10-20')).toEqual([
    ['talent-intake', 'A', 'onTime', 0],
    ['talent-intake', 'B', 'onTime', 0],
    ['talent-intake', 'C', 'missing', 10],
    ['first-secretaries', 'A', 'late', 3],
    ['first-secretaries', 'B', 'late', 3],
    ['first-secretaries', 'C', 'late', 3],
  ]);
  expect([onTime(pipeline, 'A'), onTime(pipeline, 'C')]).toEqual([[1, 2, 'ok'], [0, 2, 'ok']]); // prettier-ignore
  const { book } = pipeline.snapshot;
  expect(book?.at(Q3).points(3)[0]).toBe(5);
  expect(book && explain(book, Q3, 'A' as UnitId, 3).value).toBe(5);

  const ref: RowsRef = { measure: 'reporting.on_time', unit: 'A' as UnitId, period: Q3, side: 'value' };
  const rows = await pipeline.rowsBehind(ref, 50);
  expect(rows.map((r) => [r.file, r.row, r.contribution, r.cells[0]?.text])).toEqual([
    ['引才.csv', 1, 1, '人才引进统计表'],
    ['第一书记.csv', 2, 0, '第一书记和驻村工作队'],
  ]);

  // what the user says of days stands in the journal, and is taken back like any step
  await pipeline.stateReceipt('first-secretaries', 'A' as UnitId, Q3, day('2026-10-10'));
  expect(onTime(pipeline, 'A')).toEqual([2, 2, 'ok']);
  await pipeline.stateDeadline('first-secretaries', 15);
  expect(pipeline.snapshot.returns.deadlines('first-secretaries')).toBe(15);
  expect(onTime(pipeline, 'B')).toEqual([2, 2, 'ok']);
  await pipeline.undo(pipeline.snapshot.steps.at(-1)?.seq ?? 0);
  expect(onTime(pipeline, 'B')).toEqual([1, 2, 'ok']);

  // sent back, and come again with a newer version
  await pipeline.returnTable('talent-intake', 'A' as UnitId, Q3, '到岗数不实');
  expect(pipeline.snapshot.returns.at(Q3, day('2026-10-20')).returns[0]).toMatchObject({
    state: 'missing', returned: 1, reason: '到岗数不实', versions: 1,
  }); // prettier-ignore
  onDay('2026-10-15');
  await pipeline.drop([intake('引才更正', '2026年第三季度', '甲县,90,60,40')]);
  expect(pipeline.snapshot.returns.at(Q3, day('2026-10-20')).returns[0]).toMatchObject({
    state: 'late', days: 5, received: '2026-10-15', returned: 1, versions: 2,
  }); // prettier-ignore
  expect(pipeline.snapshot.measures.get('reporting.returned', 'A' as UnitId, Q3)?.value).toBe(1);

  // the record opened in another year, by another clock, says the same
  onDay('2027-12-01');
  const again = await opened(store);
  const of = (p: Pipeline) => [
    states(p, Q3, '2026-10-20'),
    ['A', 'B', 'C'].map((u) => onTime(p, u)),
    p.snapshot.book?.at(Q3).total,
  ];
  expect(of(again)).toEqual(of(pipeline));
});

test('the register of tables received tells the days; a ledger it does not know is a warning', async () => {
  onDay('2027-06-01'); // history being filled in: the day of dropping tells nothing
  const pipeline = await opened();
  const register = file(
    '收表登记.csv',
    '期间,县(市、区),台账,收到日期,退回次数,退回原因',
    '2026Q3,甲县,人才引进统计表,2026-10-09,1,口径不符',
    '2026Q3,乙县,人才引进情况,2026-10-14,,',
    '2026Q3,乙县,不知名的表,2026-10-14,,',
  );
  await pipeline.drop([ROSTER, intake('引才', '2026年第三季度', '甲县,90,60,50', '乙县,90,50,50', '丙县,90,50,50')]);
  expect(onTime(pipeline, 'A')).toEqual([0, 0, 'na']);
  await pipeline.drop([register]);
  expect(pipeline.snapshot.pending).toEqual([]);
  expect(states(pipeline, Q3, '2026-10-20').slice(0, 3)).toEqual([
    ['talent-intake', 'A', 'onTime', 0],
    ['talent-intake', 'B', 'late', 4],
    ['talent-intake', 'C', 'undated', 0],
  ]);
  expect(onTime(pipeline, 'A')).toEqual([1, 2, 'ok']);
  expect(pipeline.snapshot.checks.map((p) => [p.code, p.place.file, p.place.row, p.place.value])).toEqual([
    ['cell.notInList', '收表登记.csv', 4, '不知名的表'],
  ]);
});

test('totals, falling figures and rows per county are checked and shown', async () => {
  const pipeline = await opened();
  onDay('2026-10-08');
  await pipeline.drop([
    ROSTER,
    intake('二季度', '2026年第二季度', '甲县,90,60,50', '乙县,90,50,50'),
    intake('三季度', '2026年第三季度', '甲县,90,59,50', '乙县,90,70,71', '丙县,90,十一点五人,3', '合计,270,190,124'),
  ]);
  expect(pipeline.snapshot.pending).toEqual([]);
  expect(pipeline.snapshot.checks).toMatchObject([
    {
      code: 'check.yearToDateFell',
      place: { file: '三季度.csv', row: 3 },
      params: { unit: '甲县', column: '本年累计引进(人)', now: 59, before: 60, since: Q2 },
      period: Q3,
    },
  ]);
  const table = pipeline.snapshot.tables.find((t) => t.source.name === '三季度.csv');
  const totals = table?.checks.filter((p) => p.code === 'check.totalUnequal') ?? [];
  expect(totals.map((p) => [p.place.row, p.params['stated'], p.params['sum'], p.params['left']])).toContainEqual([
    6, 190, 129, 1,
  ]);
  const quality = pipeline.snapshot.returns.at(Q3, day('2026-10-20')).returns.slice(0, 3).map((r) => [r.unit, r.rejected]); // prettier-ignore
  expect(quality).toEqual([['A', 0], ['B', 0], ['C', 1]]); // prettier-ignore
});

test('the totals of the tables as they arrive are right, subtotals by county included', async () => {
  const pipeline = await opened();
  await pipeline.drop(wildFiles());
  const { tables } = pipeline.snapshot;
  expect(tables.flatMap((t) => t.report.totals).length).toBeGreaterThan(10);
  expect(tables.flatMap((t) => t.checks).filter((p) => p.code === 'check.totalUnequal')).toEqual([]);
});
