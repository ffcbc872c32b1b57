/** Counting things once: where the column that names them is blank, by another; and equal names in different places are different. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine';
import type { LedgerDef } from '../../src/model/ledger';
import { col, count, distinct, eq, lit, type Aggregate } from '../../src/model/measure';
import { measureEntries, measuresSql } from '../../src/query';
import { distinctGiven, distinctKey } from '../../src/query/algebra';
import { sql } from '../../src/sql/sql';
import { openNodeEngine } from '../support/engine';
import { force, load, prepare } from './demo';

const text = (zh: string) => ({ zh, en: zh });
const measure = (id: string, numerator: Aggregate) => ({
  ...{ id, name: text(id), unit: 'count' as const, better: 'higher' as const, scored: true, definition: text(id) },
  numerator,
});

const honours: LedgerDef = {
  id: 'demo-honours',
  name: text('荣誉'),
  frequency: 'Y',
  rowPer: 'honour',
  columns: [
    { id: 'period', name: text('期间'), type: 'period' },
    { id: 'county', name: text('县(市、区)'), type: 'unit', required: true },
    { id: 'town', name: text('乡镇'), type: 'text' },
    { id: 'honour', name: text('荣誉名称'), type: 'text' },
    { id: 'work', name: text('对应工作'), type: 'text' },
  ],
  key: ['county', 'honour'],
  deadlineDays: 10,
  example: {},
  checks: [],
  measures: [
    measure('plain', distinct('work')),
    measure('or', distinct('work', undefined, { or: 'honour' })),
    measure('within', distinct('work', undefined, { within: 'town' })),
    measure('both', distinct('work', eq(col('county'), lit('甲县')), { or: 'honour', within: 'town' })),
    measure('rows', count()),
  ],
};

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await prepare(engine, honours);
  await load(engine, honours, 1, '2026', [
    { county: '甲县', town: '东', honour: '一', work: '筑堤' },
    { county: '甲县', town: '东', honour: '二', work: '筑堤' },
    { county: '甲县', town: '西', honour: '三', work: '筑堤' },
    { county: '甲县', honour: '四', work: '筑堤' },
    { county: '甲县', honour: '五', work: '筑堤' },
    { county: '甲县', town: '西', honour: '筑堤' },
    { county: '甲县', town: '西', honour: '六' },
    { county: '甲县', town: '西' },
  ]); // prettier-ignore
  await force(engine, honours, [[1, '甲县', 'u1', '2026']]);
});
afterAll(() => engine.close());

test('or: a row without the value counts by the other column; a row without both is none', async () => {
  const entries = measureEntries(honours, await engine.query(measuresSql(honours) ?? ''));
  const value = (id: string) => entries.find((e) => e.measure === `demo-honours.${id}`)?.value;
  expect(value('rows')).toBe(8);
  expect(value('plain')).toBe(1);
  // 筑堤 and 六: the honour of the name 筑堤 is the same work
  expect(value('or')).toBe(2);
  // 筑堤 in 东, in 西 and where no town is given
  expect(value('within')).toBe(3);
  // the same three, and 六 in 西
  expect(value('both')).toBe(4);
});

test('what is counted and what tells it apart are one column, or two where places tell names apart', async () => {
  const a = { agg: 'distinct', col: 'work', or: 'honour', within: 'town' } as const;
  expect(distinctKey(honours, a).text).toBe('("town", coalesce("work", "honour"))');
  expect(distinctGiven(honours, { agg: 'distinct', col: 'work' }).text).toBe('"work" IS NOT NULL');
  const rows = await engine.query(sql`SELECT count(DISTINCT ${distinctKey(honours, a)}) AS n FROM t_demo_honours`.text);
  expect(Number(rows[0]?.['n'])).toBe(5);
});
