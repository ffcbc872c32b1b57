-- schema
CREATE TABLE IF NOT EXISTS in_force (ledger VARCHAR, import INTEGER, name VARCHAR, unit VARCHAR, period VARCHAR);

-- schema
CREATE TABLE IF NOT EXISTS periods (period VARCHAR, as_of DATE);

-- schema
CREATE TABLE IF NOT EXISTS "t_collective_economy" ("_import" INTEGER, "_row" INTEGER, "_period" VARCHAR, "_na" VARCHAR, "_raw" VARCHAR[], "period" VARCHAR, "county" VARCHAR, "village_total" DOUBLE, "hollow" DOUBLE, "weak" DOUBLE, "income_five" DOUBLE, "income_ten" DOUBLE, "income_fifty" DOUBLE, "eliminated" DOUBLE, "supported" DOUBLE);

-- schema
CREATE OR REPLACE VIEW "v_collective_economy" AS SELECT t.*, f.unit AS _unit, p.as_of AS _as_of FROM "t_collective_economy" t JOIN in_force f ON f.ledger = 'collective-economy' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period;

-- periods
DELETE FROM periods; INSERT INTO periods VALUES ('2026Q3', CAST('2026-09-30' AS DATE));

-- in force
DELETE FROM in_force WHERE ledger = 'collective-economy';

-- in force
INSERT INTO in_force VALUES ('collective-economy', 1, '甲''县', 'u1', '2026Q3');

-- coverage
SELECT coalesce(t."county", '') AS name, t._period AS period, CAST(count(*) AS INTEGER) AS rows FROM "t_collective_economy" t WHERE t._import = 1 AND t._period IS NOT NULL GROUP BY ALL ORDER BY min(t._row);

-- keys that stand twice
SELECT _row, _period, first FROM (SELECT _row, _period, min(_row) OVER (PARTITION BY "_period", "county") AS first FROM "t_collective_economy" WHERE _import = 1 AND hash("_period", "county") IN (SELECT hash("_period", "county") AS h FROM "t_collective_economy" WHERE _import = 1 GROUP BY h HAVING count(*) > 1)) WHERE _row > first ORDER BY _row;

-- checks
SELECT _row, _period, 0 AS _check, CAST((coalesce("hollow", 0) + coalesce("weak", 0)) AS VARCHAR) AS a, CAST("village_total" AS VARCHAR) AS b FROM "t_collective_economy" WHERE _import = 1 AND (("hollow" IS NOT NULL OR "weak" IS NOT NULL) AND ((coalesce("hollow", 0) + coalesce("weak", 0)) - "village_total") > 0.000001 * greatest(1, abs("village_total"))) UNION ALL SELECT _row, _period, 1 AS _check, CAST("income_five" AS VARCHAR) AS a, CAST("village_total" AS VARCHAR) AS b FROM "t_collective_economy" WHERE _import = 1 AND "income_five" > "village_total" UNION ALL SELECT _row, _period, 2 AS _check, CAST("income_ten" AS VARCHAR) AS a, CAST("income_five" AS VARCHAR) AS b FROM "t_collective_economy" WHERE _import = 1 AND "income_ten" > "income_five" UNION ALL SELECT _row, _period, 3 AS _check, CAST("income_fifty" AS VARCHAR) AS a, CAST("income_ten" AS VARCHAR) AS b FROM "t_collective_economy" WHERE _import = 1 AND "income_fifty" > "income_ten" UNION ALL SELECT _row, _period, 4 AS _check, CAST("supported" AS VARCHAR) AS a, CAST("village_total" AS VARCHAR) AS b FROM "t_collective_economy" WHERE _import = 1 AND "supported" > "village_total" ORDER BY _row, _check;

-- measures
WITH r AS (SELECT f.unit AS _unit, f.period AS _period, p.as_of AS _as_of, t._row, t._na, t."period", t."county", t."village_total", t."hollow", t."weak", t."income_five", t."income_ten", t."income_fifty", t."eliminated", t."supported" FROM "t_collective_economy" t JOIN in_force f ON f.ledger = 'collective-economy' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period UNION ALL SELECT unit, period, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM in_force WHERE ledger = 'collective-economy') SELECT _unit, _period, NULL AS _by, NULL AS _key, CAST(count(_row) AS DOUBLE) AS _rows, CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum(("hollow" + "weak")) FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND ("hollow" + "weak") IS NULL AND NOT (("hollow" IS NOT NULL OR coalesce(contains(_na, ',hollow,'), false)) AND ("weak" IS NOT NULL OR coalesce(contains(_na, ',weak,'), false)))) = 0 AS "n0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("village_total") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "village_total" IS NULL AND NOT (("village_total" IS NOT NULL OR coalesce(contains(_na, ',village_total,'), false)))) = 0 AS "d0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("income_five") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n1", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "income_five" IS NULL AND NOT (("income_five" IS NOT NULL OR coalesce(contains(_na, ',income_five,'), false)))) = 0 AS "n1_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("village_total") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d1", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "village_total" IS NULL AND NOT (("village_total" IS NOT NULL OR coalesce(contains(_na, ',village_total,'), false)))) = 0 AS "d1_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("income_ten") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n2", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "income_ten" IS NULL AND NOT (("income_ten" IS NOT NULL OR coalesce(contains(_na, ',income_ten,'), false)))) = 0 AS "n2_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("village_total") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d2", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "village_total" IS NULL AND NOT (("village_total" IS NOT NULL OR coalesce(contains(_na, ',village_total,'), false)))) = 0 AS "d2_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("income_fifty") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n3", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "income_fifty" IS NULL AND NOT (("income_fifty" IS NOT NULL OR coalesce(contains(_na, ',income_fifty,'), false)))) = 0 AS "n3_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("village_total") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d3", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "village_total" IS NULL AND NOT (("village_total" IS NOT NULL OR coalesce(contains(_na, ',village_total,'), false)))) = 0 AS "d3_na" FROM r GROUP BY GROUPING SETS ((_unit, _period)) ORDER BY _unit, _period, _by, _key;

-- overlap
WITH claim(ledger, import, name, unit, period) AS (VALUES ('collective-economy', 1, '甲''县', 'u1', '2026Q3')), s AS (SELECT f.unit, f.period FROM "t_collective_economy" t JOIN in_force f ON f.ledger = 'collective-economy' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') SEMI JOIN claim c ON c.unit = f.unit AND c.period = f.period), n AS (SELECT f.unit, f.period FROM "t_collective_economy" t JOIN claim f ON f.ledger = 'collective-economy' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '')) SELECT CAST((SELECT count(*) FROM s) AS DOUBLE) AS standing, CAST((SELECT count(*) FROM n SEMI JOIN s ON (n.unit = s.unit AND n.period = s.period)) AS DOUBLE) AS common;

-- rows behind collective-economy.hollow_weak_share, numerator
SELECT _import, _row, CASE WHEN true THEN ("hollow" + "weak") END AS _adds, "period", "county", "village_total", "hollow", "weak", "income_five", "income_ten", "income_fifty", "eliminated", "supported" FROM "v_collective_economy" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind collective-economy.hollow_weak_share, denominator
SELECT _import, _row, CASE WHEN true THEN "village_total" END AS _adds, "period", "county", "village_total", "hollow", "weak", "income_five", "income_ten", "income_fifty", "eliminated", "supported" FROM "v_collective_economy" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind collective-economy.hollow_weak_share, value
SELECT _import, _row, CASE WHEN true THEN ("hollow" + "weak") END AS _adds, "period", "county", "village_total", "hollow", "weak", "income_five", "income_ten", "income_fifty", "eliminated", "supported" FROM "v_collective_economy" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind collective-economy.income_five, numerator
SELECT _import, _row, CASE WHEN true THEN "income_five" END AS _adds, "period", "county", "village_total", "hollow", "weak", "income_five", "income_ten", "income_fifty", "eliminated", "supported" FROM "v_collective_economy" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind collective-economy.income_five, denominator
SELECT _import, _row, CASE WHEN true THEN "village_total" END AS _adds, "period", "county", "village_total", "hollow", "weak", "income_five", "income_ten", "income_fifty", "eliminated", "supported" FROM "v_collective_economy" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind collective-economy.income_five, value
SELECT _import, _row, CASE WHEN true THEN "income_five" END AS _adds, "period", "county", "village_total", "hollow", "weak", "income_five", "income_ten", "income_fifty", "eliminated", "supported" FROM "v_collective_economy" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind collective-economy.income_ten, numerator
SELECT _import, _row, CASE WHEN true THEN "income_ten" END AS _adds, "period", "county", "village_total", "hollow", "weak", "income_five", "income_ten", "income_fifty", "eliminated", "supported" FROM "v_collective_economy" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind collective-economy.income_ten, denominator
SELECT _import, _row, CASE WHEN true THEN "village_total" END AS _adds, "period", "county", "village_total", "hollow", "weak", "income_five", "income_ten", "income_fifty", "eliminated", "supported" FROM "v_collective_economy" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind collective-economy.income_ten, value
SELECT _import, _row, CASE WHEN true THEN "income_ten" END AS _adds, "period", "county", "village_total", "hollow", "weak", "income_five", "income_ten", "income_fifty", "eliminated", "supported" FROM "v_collective_economy" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind collective-economy.income_fifty, numerator
SELECT _import, _row, CASE WHEN true THEN "income_fifty" END AS _adds, "period", "county", "village_total", "hollow", "weak", "income_five", "income_ten", "income_fifty", "eliminated", "supported" FROM "v_collective_economy" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind collective-economy.income_fifty, denominator
SELECT _import, _row, CASE WHEN true THEN "village_total" END AS _adds, "period", "county", "village_total", "hollow", "weak", "income_five", "income_ten", "income_fifty", "eliminated", "supported" FROM "v_collective_economy" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind collective-economy.income_fifty, value
SELECT _import, _row, CASE WHEN true THEN "income_fifty" END AS _adds, "period", "county", "village_total", "hollow", "weak", "income_five", "income_ten", "income_fifty", "eliminated", "supported" FROM "v_collective_economy" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- list
SELECT _import, _row, _unit, "period", "county", "village_total", "hollow", "weak", "income_five", "income_ten", "income_fifty", "eliminated", "supported" FROM "v_collective_economy" WHERE _period = '2026Q3' ORDER BY _import, _row LIMIT 100 OFFSET 200;

-- odd rows
SELECT _row, _raw FROM "t_collective_economy" WHERE _import = 1 AND _raw IS NOT NULL ORDER BY _row;

-- rows taken out
DELETE FROM "t_collective_economy" WHERE _import = 1 AND _raw IS NOT NULL;

-- rows taken out
DELETE FROM "t_collective_economy" WHERE _import = 1 AND _row IN (7, 9);

-- forget
DELETE FROM "t_collective_economy" WHERE _import = 1;
