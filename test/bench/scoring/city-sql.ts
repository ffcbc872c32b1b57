/** The city's scoring as bare SQL: tables from the same figures, then the statements that are measured. */
import type { Engine } from '../../../src/engine/engine';
import { fullOf, LEAVES, PERIODS, RULE_COUNT, SECTIONS, UNITS } from './city';

const PER_SECTION = LEAVES / SECTIONS;
const sections = Array.from({ length: SECTIONS }, (_, s) => s);

/** Loads text of comma-separated rows as a table. @param columns `name TYPE`, … */
export async function load(
  engine: Engine,
  table: string,
  columns: Readonly<Record<string, string>>,
  parts: BlobPart[],
): Promise<void> {
  const types = Object.entries(columns).map(([name, type]) => `'${name}': '${type}'`);
  await engine.withInput(`${table}.csv`, new Blob(parts), (path) =>
    engine.run(
      `CREATE OR REPLACE TABLE ${table} AS SELECT * FROM read_csv(${path}, auto_detect=false, header=false, delim=',', columns={${types.join(', ')}})`,
    ),
  );
}

/** Figures m(p, u, l, x) and leaves leaf(l, s, rule, w). */
export async function loadCity(engine: Engine, values: Float64Array): Promise<void> {
  const parts: string[] = [];
  let i = 0;
  for (let p = 0; p < PERIODS.length; p++)
    for (let l = 0; l < LEAVES; l++) {
      let text = '';
      for (let u = 0; u < UNITS; u++, i++) text += `${p},${u},${l},${Number.isNaN(values[i]!) ? '' : values[i]!}\n`;
      parts.push(text);
    }
  await load(engine, 'm', { p: 'INTEGER', u: 'INTEGER', l: 'INTEGER', x: 'DOUBLE' }, parts);
  const leaves = Array.from({ length: LEAVES }, (_, l) => `${l},${Math.floor(l / PER_SECTION)},${l % RULE_COUNT},${fullOf(l)}\n`);
  await load(engine, 'leaf', { l: 'INTEGER', s: 'INTEGER', rule: 'INTEGER', w: 'DOUBLE' }, leaves);
}

/** Points of every figure; NULL where it is not applicable, which `least` would overlook. */
const POINTS = `SELECT p, u, l, s, w, x, CASE WHEN x IS NULL THEN NULL ELSE CASE rule
  WHEN 0 THEN w * greatest(0, least(x / 0.9, 1))
  WHEN 1 THEN w * (0.6 + 0.4 * greatest(0, least((x - 0.2) / 0.6, 1)))
  WHEN 2 THEN w - greatest(0, least(w, x * 0.05))
  WHEN 3 THEN w * greatest(0, least(x / max(x) OVER (PARTITION BY p, l, u % 100), 1))
  ELSE w * CASE WHEN x >= 0.9 THEN 1.0::DOUBLE WHEN x >= 0.7 THEN 0.8 WHEN x >= 0.5 THEN 0.6 ELSE 0.3 END
  END END AS pts, rule FROM m JOIN leaf USING (l)`;

/** Every period: points, marks of what is absent shared out in its section, totals, ranks. */
export const SCORE = `CREATE OR REPLACE TABLE scored AS
  WITH pts AS (${POINTS}), marks AS (SELECT s, sum(w) AS full_marks FROM leaf GROUP BY s),
  part AS (SELECT p, u, s, sum(pts) / sum(w) FILTER (pts IS NOT NULL) AS share FROM pts GROUP BY p, u, s),
  total AS (SELECT p, u, sum(share * full_marks) AS total FROM part JOIN marks USING (s) GROUP BY p, u)
  SELECT p, u, total, rank() OVER (PARTITION BY p ORDER BY round(total, 2) DESC)::INTEGER AS rank FROM total`;

/** The last period's points as lines in the weights, arrays by section: what both statements below start from. */
export const LINES = `CREATE OR REPLACE TABLE lines AS
  WITH pts AS (${POINTS}), one AS (SELECT u, s, l, pts IS NOT NULL AS has,
    CASE WHEN pts IS NULL THEN 0 WHEN rule = 2 THEN 1 ELSE pts / w END AS b, CASE WHEN rule = 2 THEN coalesce(pts - w, 0) ELSE 0 END AS c
    FROM pts WHERE p = ${PERIODS.length - 1})
  SELECT u, ${sections
    .map(
      (s) =>
        `list(b::DOUBLE ORDER BY l) FILTER (s = ${s})::DOUBLE[${PER_SECTION}] AS b${s}, list(has::INT::DOUBLE ORDER BY l) FILTER (s = ${s})::DOUBLE[${PER_SECTION}] AS h${s}, (sum(c) FILTER (s = ${s}))::DOUBLE AS c${s}`,
    )
    .join(', ')} FROM one GROUP BY u`;

const TOTAL = sections
  .map((s) => `(array_inner_product(b${s}, w${s}) + c${s}) * f${s} / array_inner_product(h${s}, w${s})`)
  .join(' + ');

/** One period ranked under other weights. */
export function rerankSql(weights: readonly number[]): string {
  const own = sections.map((s) => weights.slice(s * PER_SECTION, (s + 1) * PER_SECTION));
  const columns = own.map(
    (w, s) =>
      `[${w.map((x) => `${x}::DOUBLE`).join(', ')}]::DOUBLE[${PER_SECTION}] AS w${s}, ${w.reduce((a, b) => a + b, 0)}::DOUBLE AS f${s}`,
  );
  return `CREATE OR REPLACE TABLE reranked AS SELECT u, total, rank() OVER (ORDER BY round(total, 2) DESC)::INTEGER AS rank
    FROM (SELECT u, ${TOTAL} AS total FROM lines, (SELECT ${columns.join(', ')}))`;
}

/** runs(r, w0 …, f0 …) from drawn weights, and the published ranks to hold them against. */
export async function loadRuns(engine: Engine, runs: readonly Float64Array[]): Promise<void> {
  const rows = runs.map((w, r) => [...w].map((x, l) => `${r},${l},${x}\n`).join(''));
  await load(engine, 'drawn', { r: 'INTEGER', l: 'INTEGER', w: 'DOUBLE' }, rows);
  const columns = sections.map((s) => {
    const own = `FILTER (l >= ${s * PER_SECTION} AND l < ${(s + 1) * PER_SECTION})`;
    return `list(w ORDER BY l) ${own}::DOUBLE[${PER_SECTION}] AS w${s}, sum(w) ${own} AS f${s}`;
  });
  await engine.run(`CREATE OR REPLACE TABLE runs AS SELECT r, ${columns.join(', ')} FROM drawn GROUP BY r`);
}

/** Every run's ranks, and of each unit its range. */
export const SURE = `CREATE OR REPLACE TABLE sure AS
  WITH total AS MATERIALIZED (SELECT r, u, round(${TOTAL}, 2) AS shown FROM lines, runs),
  t AS (SELECT r, u, rank() OVER (PARTITION BY r ORDER BY shown DESC) AS k FROM total)
  SELECT u, quantile_disc(k, 0.05)::INTEGER AS low, quantile_disc(k, 0.95)::INTEGER AS high, min(k)::INTEGER AS best,
    max(k)::INTEGER AS worst, (count(*) FILTER (k = rank))::INTEGER AS same
  FROM t JOIN (SELECT u, rank FROM scored WHERE p = ${PERIODS.length - 1}) USING (u) GROUP BY u`;
