-- schema
CREATE TABLE IF NOT EXISTS in_force (ledger VARCHAR, import INTEGER, name VARCHAR, unit VARCHAR, period VARCHAR);

-- schema
CREATE TABLE IF NOT EXISTS periods (period VARCHAR, as_of DATE);

-- schema
CREATE TABLE IF NOT EXISTS "t_funding" ("_import" INTEGER, "_row" INTEGER, "_period" VARCHAR, "_na" VARCHAR, "_raw" VARCHAR[], "period" VARCHAR, "county" VARCHAR, "village_total" DOUBLE, "villages_at_standard" DOUBLE, "work_due" DOUBLE, "work_paid" DOUBLE, "running_due" DOUBLE, "running_paid" DOUBLE, "service_due" DOUBLE, "service_paid" DOUBLE, "community_due" DOUBLE, "community_budgeted" DOUBLE);

-- schema
CREATE OR REPLACE VIEW "v_funding" AS SELECT t.*, f.unit AS _unit, p.as_of AS _as_of FROM "t_funding" t JOIN in_force f ON f.ledger = 'funding' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period;

-- periods
DELETE FROM periods; INSERT INTO periods VALUES ('2026Q3', CAST('2026-09-30' AS DATE));

-- in force
DELETE FROM in_force WHERE ledger = 'funding';

-- in force
INSERT INTO in_force VALUES ('funding', 1, '甲''县', 'u1', '2026Q3');

-- coverage
SELECT coalesce(t."county", '') AS name, t._period AS period, CAST(count(*) AS INTEGER) AS rows FROM "t_funding" t WHERE t._import = 1 AND t._period IS NOT NULL GROUP BY ALL ORDER BY min(t._row);

-- keys that stand twice
SELECT _row, _period, first FROM (SELECT _row, _period, min(_row) OVER (PARTITION BY "_period", "county") AS first FROM "t_funding" WHERE _import = 1 AND hash("_period", "county") IN (SELECT hash("_period", "county") AS h FROM "t_funding" WHERE _import = 1 GROUP BY h HAVING count(*) > 1)) WHERE _row > first ORDER BY _row;

-- checks
SELECT _row, _period, 0 AS _check, CAST("villages_at_standard" AS VARCHAR) AS a, CAST("village_total" AS VARCHAR) AS b FROM "t_funding" WHERE _import = 1 AND "villages_at_standard" > "village_total" UNION ALL SELECT _row, _period, 1 AS _check, CAST("work_paid" AS VARCHAR) AS a, CAST("work_due" AS VARCHAR) AS b FROM "t_funding" WHERE _import = 1 AND "work_paid" > "work_due" UNION ALL SELECT _row, _period, 2 AS _check, CAST("running_paid" AS VARCHAR) AS a, CAST("running_due" AS VARCHAR) AS b FROM "t_funding" WHERE _import = 1 AND "running_paid" > "running_due" UNION ALL SELECT _row, _period, 3 AS _check, CAST("service_paid" AS VARCHAR) AS a, CAST("service_due" AS VARCHAR) AS b FROM "t_funding" WHERE _import = 1 AND "service_paid" > "service_due" UNION ALL SELECT _row, _period, 4 AS _check, CAST("community_budgeted" AS VARCHAR) AS a, CAST("community_due" AS VARCHAR) AS b FROM "t_funding" WHERE _import = 1 AND "community_budgeted" > "community_due" ORDER BY _row, _check;

-- measures
WITH r AS (SELECT f.unit AS _unit, f.period AS _period, p.as_of AS _as_of, t._row, t._na, t."period", t."county", t."village_total", t."villages_at_standard", t."work_due", t."work_paid", t."running_due", t."running_paid", t."service_due", t."service_paid", t."community_due", t."community_budgeted" FROM "t_funding" t JOIN in_force f ON f.ledger = 'funding' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period UNION ALL SELECT unit, period, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM in_force WHERE ledger = 'funding') SELECT _unit, _period, NULL AS _by, NULL AS _key, CAST(count(_row) AS DOUBLE) AS _rows, CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("villages_at_standard") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "villages_at_standard" IS NULL AND NOT (("villages_at_standard" IS NOT NULL OR coalesce(contains(_na, ',villages_at_standard,'), false)))) = 0 AS "n0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("village_total") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "village_total" IS NULL AND NOT (("village_total" IS NOT NULL OR coalesce(contains(_na, ',village_total,'), false)))) = 0 AS "d0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("work_paid") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n1", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "work_paid" IS NULL AND NOT (("work_paid" IS NOT NULL OR coalesce(contains(_na, ',work_paid,'), false)))) = 0 AS "n1_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("work_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d1", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "work_due" IS NULL AND NOT (("work_due" IS NOT NULL OR coalesce(contains(_na, ',work_due,'), false)))) = 0 AS "d1_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("running_paid") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n2", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "running_paid" IS NULL AND NOT (("running_paid" IS NOT NULL OR coalesce(contains(_na, ',running_paid,'), false)))) = 0 AS "n2_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("running_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d2", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "running_due" IS NULL AND NOT (("running_due" IS NOT NULL OR coalesce(contains(_na, ',running_due,'), false)))) = 0 AS "d2_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("service_paid") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n3", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "service_paid" IS NULL AND NOT (("service_paid" IS NOT NULL OR coalesce(contains(_na, ',service_paid,'), false)))) = 0 AS "n3_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("service_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d3", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "service_due" IS NULL AND NOT (("service_due" IS NOT NULL OR coalesce(contains(_na, ',service_due,'), false)))) = 0 AS "d3_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("community_budgeted") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n4", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "community_budgeted" IS NULL AND NOT (("community_budgeted" IS NOT NULL OR coalesce(contains(_na, ',community_budgeted,'), false)))) = 0 AS "n4_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("community_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d4", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "community_due" IS NULL AND NOT (("community_due" IS NOT NULL OR coalesce(contains(_na, ',community_due,'), false)))) = 0 AS "d4_na" FROM r GROUP BY GROUPING SETS ((_unit, _period)) ORDER BY _unit, _period, _by, _key;

-- overlap
WITH claim(ledger, import, name, unit, period) AS (VALUES ('funding', 1, '甲''县', 'u1', '2026Q3')), s AS (SELECT f.unit, f.period FROM "t_funding" t JOIN in_force f ON f.ledger = 'funding' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') SEMI JOIN claim c ON c.unit = f.unit AND c.period = f.period), n AS (SELECT f.unit, f.period FROM "t_funding" t JOIN claim f ON f.ledger = 'funding' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '')) SELECT CAST((SELECT count(*) FROM s) AS DOUBLE) AS standing, CAST((SELECT count(*) FROM n SEMI JOIN s ON (n.unit = s.unit AND n.period = s.period)) AS DOUBLE) AS common;

-- rows behind funding.villages_at_standard, numerator
SELECT _import, _row, CASE WHEN true THEN "villages_at_standard" END AS _adds, "period", "county", "village_total", "villages_at_standard", "work_due", "work_paid", "running_due", "running_paid", "service_due", "service_paid", "community_due", "community_budgeted" FROM "v_funding" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind funding.villages_at_standard, denominator
SELECT _import, _row, CASE WHEN true THEN "village_total" END AS _adds, "period", "county", "village_total", "villages_at_standard", "work_due", "work_paid", "running_due", "running_paid", "service_due", "service_paid", "community_due", "community_budgeted" FROM "v_funding" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind funding.villages_at_standard, value
SELECT _import, _row, CASE WHEN true THEN "villages_at_standard" END AS _adds, "period", "county", "village_total", "villages_at_standard", "work_due", "work_paid", "running_due", "running_paid", "service_due", "service_paid", "community_due", "community_budgeted" FROM "v_funding" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind funding.work_paid, numerator
SELECT _import, _row, CASE WHEN true THEN "work_paid" END AS _adds, "period", "county", "village_total", "villages_at_standard", "work_due", "work_paid", "running_due", "running_paid", "service_due", "service_paid", "community_due", "community_budgeted" FROM "v_funding" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind funding.work_paid, denominator
SELECT _import, _row, CASE WHEN true THEN "work_due" END AS _adds, "period", "county", "village_total", "villages_at_standard", "work_due", "work_paid", "running_due", "running_paid", "service_due", "service_paid", "community_due", "community_budgeted" FROM "v_funding" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind funding.work_paid, value
SELECT _import, _row, CASE WHEN true THEN "work_paid" END AS _adds, "period", "county", "village_total", "villages_at_standard", "work_due", "work_paid", "running_due", "running_paid", "service_due", "service_paid", "community_due", "community_budgeted" FROM "v_funding" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind funding.running_paid, numerator
SELECT _import, _row, CASE WHEN true THEN "running_paid" END AS _adds, "period", "county", "village_total", "villages_at_standard", "work_due", "work_paid", "running_due", "running_paid", "service_due", "service_paid", "community_due", "community_budgeted" FROM "v_funding" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind funding.running_paid, denominator
SELECT _import, _row, CASE WHEN true THEN "running_due" END AS _adds, "period", "county", "village_total", "villages_at_standard", "work_due", "work_paid", "running_due", "running_paid", "service_due", "service_paid", "community_due", "community_budgeted" FROM "v_funding" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind funding.running_paid, value
SELECT _import, _row, CASE WHEN true THEN "running_paid" END AS _adds, "period", "county", "village_total", "villages_at_standard", "work_due", "work_paid", "running_due", "running_paid", "service_due", "service_paid", "community_due", "community_budgeted" FROM "v_funding" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind funding.service_paid, numerator
SELECT _import, _row, CASE WHEN true THEN "service_paid" END AS _adds, "period", "county", "village_total", "villages_at_standard", "work_due", "work_paid", "running_due", "running_paid", "service_due", "service_paid", "community_due", "community_budgeted" FROM "v_funding" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind funding.service_paid, denominator
SELECT _import, _row, CASE WHEN true THEN "service_due" END AS _adds, "period", "county", "village_total", "villages_at_standard", "work_due", "work_paid", "running_due", "running_paid", "service_due", "service_paid", "community_due", "community_budgeted" FROM "v_funding" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind funding.service_paid, value
SELECT _import, _row, CASE WHEN true THEN "service_paid" END AS _adds, "period", "county", "village_total", "villages_at_standard", "work_due", "work_paid", "running_due", "running_paid", "service_due", "service_paid", "community_due", "community_budgeted" FROM "v_funding" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind funding.community_budgeted, numerator
SELECT _import, _row, CASE WHEN true THEN "community_budgeted" END AS _adds, "period", "county", "village_total", "villages_at_standard", "work_due", "work_paid", "running_due", "running_paid", "service_due", "service_paid", "community_due", "community_budgeted" FROM "v_funding" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind funding.community_budgeted, denominator
SELECT _import, _row, CASE WHEN true THEN "community_due" END AS _adds, "period", "county", "village_total", "villages_at_standard", "work_due", "work_paid", "running_due", "running_paid", "service_due", "service_paid", "community_due", "community_budgeted" FROM "v_funding" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind funding.community_budgeted, value
SELECT _import, _row, CASE WHEN true THEN "community_budgeted" END AS _adds, "period", "county", "village_total", "villages_at_standard", "work_due", "work_paid", "running_due", "running_paid", "service_due", "service_paid", "community_due", "community_budgeted" FROM "v_funding" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- list
SELECT _import, _row, _unit, "period", "county", "village_total", "villages_at_standard", "work_due", "work_paid", "running_due", "running_paid", "service_due", "service_paid", "community_due", "community_budgeted" FROM "v_funding" WHERE _period = '2026Q3' ORDER BY _import, _row LIMIT 100 OFFSET 200;

-- odd rows
SELECT _row, _raw FROM "t_funding" WHERE _import = 1 AND _raw IS NOT NULL ORDER BY _row;

-- rows taken out
DELETE FROM "t_funding" WHERE _import = 1 AND _raw IS NOT NULL;

-- rows taken out
DELETE FROM "t_funding" WHERE _import = 1 AND _row IN (7, 9);

-- forget
DELETE FROM "t_funding" WHERE _import = 1;
