/** A ledger with a column of every type and measures of every kind, and how tests put rows of it into the engine. */
import type { Engine, Row } from '../../src/engine/engine';
import type { LedgerDef } from '../../src/model/ledger';
import { and, asOfDay, col, count, distinct, eq, le, lit, not, sum } from '../../src/model/measure';
import { asOf, type Period } from '../../src/model/period';
import { canonicalLine } from '../../src/ingest/canonical';
import { inForceSql, loadBatchSql, periodsSql, schemaSql, type InForce } from '../../src/query';

const text = (zh: string, en = zh) => ({ zh, en });
const measure = { better: 'higher', scored: true, definition: text('见名称', 'See its name') } as const;

export const demo: LedgerDef = {
  id: 'demo-ledger',
  name: text('演示台账', 'Demonstration'),
  frequency: 'Q',
  rowPer: 'organisation',
  columns: [
    { id: 'period', name: text('期间'), type: 'period' },
    { id: 'county', name: text('县(市、区)'), type: 'unit', required: true },
    { id: 'organisation', name: text('党组织名称'), type: 'text', required: true },
    {
      id: 'sector',
      name: text('领域'),
      type: 'list',
      values: [
        { id: 'rural', name: text('农村', 'Rural'), names: ['村'] },
        { id: 'school', name: text('学校', 'School') },
      ],
    },
    { id: 'closed', name: text('是否销号'), type: 'flag' },
    { id: 'deadline', name: text('整顿时限'), type: 'date' },
    { id: 'due', name: text('应办'), type: 'integer', range: [0, 1000] },
    { id: 'done', name: text('已办'), type: 'number' },
    { id: 'rate', name: text('满意率'), type: 'share', range: [0, 1] },
    { id: 'star', name: text('星级'), type: 'star' },
  ],
  key: ['county', 'organisation'],
  deadlineDays: 10,
  example: {},
  checks: [
    { check: 'atMost', part: 'done', whole: 'due' },
    { check: 'sum', parts: ['done', 'star'], whole: 'due' },
  ],
  measures: [
    { ...measure, id: 'rows', name: text('行数'), unit: 'count', numerator: count() },
    {
      ...measure,
      id: 'closed',
      name: text('到期销号率'),
      unit: 'share',
      numerator: count(and(le(col('deadline'), asOfDay), eq(col('closed'), lit(true)))),
      denominator: count(le(col('deadline'), asOfDay)),
    },
    { ...measure, id: 'open', name: text('未销号'), unit: 'count', numerator: count(not(eq(col('closed'), lit(true)))) },
    { ...measure, id: 'names', name: text('组织数'), unit: 'count', numerator: distinct('organisation') },
    {
      ...measure,
      id: 'done',
      name: text('办结率'),
      unit: 'share',
      numerator: sum('done'),
      denominator: sum('due'),
      by: 'sector',
    },
  ],
};

/** A row by its cells, values as canonical text; what is not named is NULL. */
export type Cells = Readonly<Record<string, string>> & { readonly _na?: string };

/** Appends rows of one import, numbered from 2, through the statement the pipeline uses. */
export async function load(
  engine: Engine,
  ledger: LedgerDef,
  table: number,
  period: string,
  rows: readonly Cells[],
): Promise<void> {
  const lines = rows.map((r, i) =>
    canonicalLine([String(i + 2), period, r._na ?? null, ...ledger.columns.map((c) => r[c.id] ?? null)]),
  );
  const batch = new TextEncoder().encode(lines.join(''));
  await engine.withInput('batch.csv', batch, (path) => engine.run(loadBatchSql(ledger, path, table)));
}

/** Makes a ledger's tables. */
export async function prepare(engine: Engine, ...ledgers: readonly LedgerDef[]): Promise<void> {
  for (const ledger of ledgers) for (const sql of schemaSql(ledger)) await engine.run(sql);
}

/** Puts these entries in force in the place of all others of the ledger. */
export const putInForce = (engine: Engine, ledger: LedgerDef, entries: readonly InForce[]): Promise<void> =>
  engine.withInput('in-force.csv', new TextEncoder().encode(inForceSql.text(entries)), (path) =>
    engine.run(inForceSql.replace([ledger], path)),
  );

/** Puts [import, verbatim name, unit, period] in force, and nothing else of the ledger. */
export async function force(
  engine: Engine,
  ledger: LedgerDef,
  entries: readonly (readonly [table: number, name: string, unit: string, period: string])[],
): Promise<void> {
  const rows = entries.map(([table, name, unit, period]): InForce => ({
    ledger: ledger.id,
    table,
    name,
    unit,
    period: period as Period,
  }));
  await putInForce(engine, ledger, rows);
  const periods = [...new Set(rows.map((r) => r.period))];
  await engine.run(periodsSql(periods.map((period) => ({ period, asOf: asOf(period) }))));
}

/** A ledger's table in a comparable form, without the number of the import. */
export const tableRows = (engine: Engine, ledger: LedgerDef, table: number): Promise<Row[]> =>
  engine.query(`SELECT * EXCLUDE (_import) FROM "t_${ledger.id.replaceAll('-', '_')}" WHERE _import = ${table} ORDER BY _row`);
