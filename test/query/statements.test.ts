/** Every statement for every ledger: written out to be read, and bound by the real engine. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine';
import { LEDGERS } from '../../src/ledgers';
import type { LedgerDef } from '../../src/model/ledger';
import type { MeasureId } from '../../src/model/measure';
import type { CalendarDate, Period } from '../../src/model/period';
import type { RowsRef } from '../../src/model/reason';
import type { UnitId } from '../../src/model/unit';
import * as query from '../../src/query';
import { openNodeEngine } from '../support/engine';

const PERIOD = '2026Q3' as Period;
/** Where the text of what is in force is, in statements that are only read. */
const IN_FORCE = "'in/in-force.csv'";
const UNIT = 'u1' as UnitId;
let engine: Engine;
beforeAll(async () => (engine = await openNodeEngine()));
afterAll(() => engine.close());

const refsOf = (ledger: LedgerDef): RowsRef[] => {
  const ref = (measure: MeasureId, side: RowsRef['side']): RowsRef => ({ measure, unit: UNIT, period: PERIOD, side });
  if (ledger.named) return ledger.named.figures.map((f) => ref(`${ledger.id}.甲'乙${f.suffix && `/${f.suffix}`}`, 'value'));
  return ledger.measures.flatMap((m) => [
    ref(`${ledger.id}.${m.id}`, 'numerator'),
    ...(m.denominator ? [ref(`${ledger.id}.${m.id}`, 'denominator'), ref(`${ledger.id}.${m.id}`, 'value')] : []),
  ]);
};

/** Each statement under what it is for. */
function statementsOf(ledger: LedgerDef): [string, string][] {
  const claim = { name: "甲'县", unit: UNIT, period: PERIOD };
  const optional: [string, string | null][] = [
    ['keys that stand twice', query.duplicateKeysSql(ledger, 1)],
    ['checks', query.checksSql(ledger, 1)],
    ['measures', query.measuresSql(ledger)],
    ['overlap', query.overlapSql(ledger, 1, [claim])],
    ['measures named', query.subjectsSql(ledger, 1)],
  ];
  const imports = { before: 1, after: 2, units: [claim] };
  return [
    ...query.schemaSql(ledger).map((sql): [string, string] => ['schema', sql]),
    ['periods', query.periodsSql([{ period: PERIOD, asOf: '2026-09-30' as CalendarDate }])],
    ['in force', query.inForceSql.replace([ledger], IN_FORCE)],
    ['coverage', query.coverageSql(ledger, 1)],
    ...optional.filter((s): s is [string, string] => s[1] !== null),
    ...refsOf(ledger).map((r): [string, string] => [`rows behind ${r.measure}, ${r.side}`, query.rowsBehindSql(r, 50)]),
    ['list', query.listSql(ledger, PERIOD, { limit: 100, offset: 200 })],
    ['rows that differ, counted', query.differingSql(ledger, imports)],
    ['rows that differ', query.differencesSql(ledger, imports, 5000)],
    ['forget', query.forgetSql(ledger, 1)],
  ];
}

describe.each(LEDGERS.map((l) => [l.id, l] as const))('%s', (id, ledger) => {
  test('its statements are as they were read last', async () => {
    const text = statementsOf(ledger).map(([what, sql]) => `-- ${what}\n${sql};\n`);
    await expect(text.join('\n')).toMatchFileSnapshot(`../output/sql/${id}.sql`);
  });

  test('its statements are bound and run by the engine', async () => {
    const none = new Uint8Array();
    await engine.withInput('in-force.csv', none, async (path) => {
      for (const [, sql] of statementsOf(ledger)) await engine.run(sql.replace(IN_FORCE, path));
    });
    // the schema's statements can be run again over what is there
    for (const sql of query.schemaSql(ledger)) await engine.run(sql);
  });
});

test('the roster is listed in the order of its file', async () => {
  await expect(query.rosterRowsSql(1)).toMatchFileSnapshot('../output/sql/roster-rows.sql');
  expect(await engine.query(query.rosterRowsSql(1))).toEqual([]);
});
