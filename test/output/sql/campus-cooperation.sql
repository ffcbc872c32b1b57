-- schema
CREATE TABLE IF NOT EXISTS in_force (ledger VARCHAR, import INTEGER, name VARCHAR, unit VARCHAR, period VARCHAR);

-- schema
CREATE TABLE IF NOT EXISTS periods (period VARCHAR, as_of DATE);

-- schema
CREATE TABLE IF NOT EXISTS "t_campus_cooperation" ("_import" INTEGER, "_row" INTEGER, "_period" VARCHAR, "_na" VARCHAR, "_raw" VARCHAR[], "period" VARCHAR, "county" VARCHAR, "universities" DOUBLE, "projects" DOUBLE, "signed_a_year" DOUBLE, "landed" DOUBLE, "funds" DOUBLE, "events" DOUBLE, "briefings" DOUBLE, "pool" DOUBLE, "pool_contacted" DOUBLE);

-- schema
CREATE OR REPLACE VIEW "v_campus_cooperation" AS SELECT t.*, f.unit AS _unit, p.as_of AS _as_of FROM "t_campus_cooperation" t JOIN in_force f ON f.ledger = 'campus-cooperation' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period;

-- periods
DELETE FROM periods; INSERT INTO periods VALUES ('2026Q3', CAST('2026-09-30' AS DATE));

-- in force
DELETE FROM in_force WHERE ledger = 'campus-cooperation';

-- in force
INSERT INTO in_force VALUES ('campus-cooperation', 1, '甲''县', 'u1', '2026Q3');

-- coverage
SELECT coalesce(t."county", '') AS name, t._period AS period, CAST(count(*) AS INTEGER) AS rows FROM "t_campus_cooperation" t WHERE t._import = 1 AND t._period IS NOT NULL GROUP BY ALL ORDER BY min(t._row);

-- keys that stand twice
SELECT _row, _period, first FROM (SELECT _row, _period, min(_row) OVER (PARTITION BY "_period", "county") AS first FROM "t_campus_cooperation" WHERE _import = 1 AND hash("_period", "county") IN (SELECT hash("_period", "county") AS h FROM "t_campus_cooperation" WHERE _import = 1 GROUP BY h HAVING count(*) > 1)) WHERE _row > first ORDER BY _row;

-- checks
SELECT _row, _period, 0 AS _check, CAST("landed" AS VARCHAR) AS a, CAST("signed_a_year" AS VARCHAR) AS b FROM "t_campus_cooperation" WHERE _import = 1 AND "landed" > "signed_a_year" UNION ALL SELECT _row, _period, 1 AS _check, CAST("signed_a_year" AS VARCHAR) AS a, CAST("projects" AS VARCHAR) AS b FROM "t_campus_cooperation" WHERE _import = 1 AND "signed_a_year" > "projects" UNION ALL SELECT _row, _period, 2 AS _check, CAST("pool_contacted" AS VARCHAR) AS a, CAST("pool" AS VARCHAR) AS b FROM "t_campus_cooperation" WHERE _import = 1 AND "pool_contacted" > "pool" ORDER BY _row, _check;

-- measures
WITH r AS (SELECT f.unit AS _unit, f.period AS _period, p.as_of AS _as_of, t._row, t._na, t."period", t."county", t."universities", t."projects", t."signed_a_year", t."landed", t."funds", t."events", t."briefings", t."pool", t."pool_contacted" FROM "t_campus_cooperation" t JOIN in_force f ON f.ledger = 'campus-cooperation' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period UNION ALL SELECT unit, period, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM in_force WHERE ledger = 'campus-cooperation') SELECT _unit, _period, NULL AS _by, NULL AS _key, CAST(count(_row) AS DOUBLE) AS _rows, CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("landed") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "landed" IS NULL AND NOT (("landed" IS NOT NULL OR coalesce(contains(_na, ',landed,'), false)))) = 0 AS "n0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("signed_a_year") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "signed_a_year" IS NULL AND NOT (("signed_a_year" IS NOT NULL OR coalesce(contains(_na, ',signed_a_year,'), false)))) = 0 AS "d0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("events") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n1", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "events" IS NULL AND NOT (("events" IS NOT NULL OR coalesce(contains(_na, ',events,'), false)))) = 0 AS "n1_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("briefings") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n2", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "briefings" IS NULL AND NOT (("briefings" IS NOT NULL OR coalesce(contains(_na, ',briefings,'), false)))) = 0 AS "n2_na" FROM r GROUP BY GROUPING SETS ((_unit, _period)) ORDER BY _unit, _period, _by, _key;

-- overlap
WITH claim(ledger, import, name, unit, period) AS (VALUES ('campus-cooperation', 1, '甲''县', 'u1', '2026Q3')), s AS (SELECT f.unit, f.period FROM "t_campus_cooperation" t JOIN in_force f ON f.ledger = 'campus-cooperation' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') SEMI JOIN claim c ON c.unit = f.unit AND c.period = f.period), n AS (SELECT f.unit, f.period FROM "t_campus_cooperation" t JOIN claim f ON f.ledger = 'campus-cooperation' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '')) SELECT CAST((SELECT count(*) FROM s) AS DOUBLE) AS standing, CAST((SELECT count(*) FROM n SEMI JOIN s ON (n.unit = s.unit AND n.period = s.period)) AS DOUBLE) AS common;

-- rows behind campus-cooperation.landed, numerator
SELECT _import, _row, CASE WHEN true THEN "landed" END AS _adds, "period", "county", "universities", "projects", "signed_a_year", "landed", "funds", "events", "briefings", "pool", "pool_contacted" FROM "v_campus_cooperation" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind campus-cooperation.landed, denominator
SELECT _import, _row, CASE WHEN true THEN "signed_a_year" END AS _adds, "period", "county", "universities", "projects", "signed_a_year", "landed", "funds", "events", "briefings", "pool", "pool_contacted" FROM "v_campus_cooperation" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind campus-cooperation.landed, value
SELECT _import, _row, CASE WHEN true THEN "landed" END AS _adds, "period", "county", "universities", "projects", "signed_a_year", "landed", "funds", "events", "briefings", "pool", "pool_contacted" FROM "v_campus_cooperation" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind campus-cooperation.events, numerator
SELECT _import, _row, CASE WHEN true THEN "events" END AS _adds, "period", "county", "universities", "projects", "signed_a_year", "landed", "funds", "events", "briefings", "pool", "pool_contacted" FROM "v_campus_cooperation" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind campus-cooperation.briefings, numerator
SELECT _import, _row, CASE WHEN true THEN "briefings" END AS _adds, "period", "county", "universities", "projects", "signed_a_year", "landed", "funds", "events", "briefings", "pool", "pool_contacted" FROM "v_campus_cooperation" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- list
SELECT _import, _row, _unit, "period", "county", "universities", "projects", "signed_a_year", "landed", "funds", "events", "briefings", "pool", "pool_contacted" FROM "v_campus_cooperation" WHERE _period = '2026Q3' ORDER BY _import, _row LIMIT 100 OFFSET 200;

-- odd rows
SELECT _row, _raw FROM "t_campus_cooperation" WHERE _import = 1 AND _raw IS NOT NULL ORDER BY _row;

-- rows taken out
DELETE FROM "t_campus_cooperation" WHERE _import = 1 AND _raw IS NOT NULL;

-- rows taken out
DELETE FROM "t_campus_cooperation" WHERE _import = 1 AND _row IN (7, 9);

-- forget
DELETE FROM "t_campus_cooperation" WHERE _import = 1;
