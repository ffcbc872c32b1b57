/** The star rating of the branches as bare SQL. */
import type { Engine } from '../../../src/engine/engine';
import type { StarTable } from '../../../src/score/stars';
import { STAR_FULL as W, STAR_LEAVES } from './branches';
import { load } from './city-sql';

const leaves = Array.from({ length: STAR_LEAVES }, (_, l) => l);

export async function loadBranches(engine: Engine, table: StarTable): Promise<void> {
  const columns = leaves.map((l) => table.columns.get(`c${l}`)!);
  const rows = table.ids.map((_, b) => `${b},${table.counties[b]},${table.sectors[b]},${columns.map((c) => c[b]).join(',')}\n`);
  const types = Object.fromEntries(leaves.map((l) => [`c${l}`, 'DOUBLE']));
  const parts = Array.from({ length: 16 }, (_, i) => rows.slice(i * 10_000, (i + 1) * 10_000).join(''));
  await load(engine, 'branches', { b: 'INTEGER', county: 'VARCHAR', sector: 'VARCHAR', ...types }, parts);
}

const points = (l: number): string => {
  const x = `c${l}`;
  const rules = [
    `${W} * least(${x} / 90, 1)`,
    `${W} * least(${x} / 100, 1)`,
    `${W} * least(${x} / max(${x}) OVER (PARTITION BY sector), 1)`,
    `${W} - least(${W}, ${x} * 0.5)`,
  ];
  return `(${rules[l % 4]!})::DOUBLE`;
};

/** Totals, ranks, grades after the veto, and by county how many of the best grade there are too many. */
export const STARS = `CREATE OR REPLACE TABLE rated AS
  WITH t AS (SELECT b, county, c7, ${leaves.map(points).join(' + ')} AS total FROM branches),
  r AS (SELECT *, round(total, 2) AS shown FROM t),
  g AS (SELECT *, rank() OVER (ORDER BY shown DESC)::INTEGER AS rank,
    least(CASE WHEN shown >= 80 THEN 5 WHEN shown >= 70 THEN 4 WHEN shown >= 60 THEN 3 WHEN shown >= 50 THEN 2 ELSE 1 END,
      CASE WHEN c7 >= 19 THEN 3 ELSE 5 END)::INTEGER AS grade FROM r)
  SELECT b, total, rank, grade, greatest(0, sum((grade = 5)::INT) OVER (PARTITION BY county)
    - round(0.1 * count(*) OVER (PARTITION BY county)))::INTEGER AS excess FROM g`;
