-- schema
CREATE TABLE IF NOT EXISTS in_force (ledger VARCHAR, import INTEGER, name VARCHAR, unit VARCHAR, period VARCHAR);

-- schema
CREATE TABLE IF NOT EXISTS periods (period VARCHAR, as_of DATE);

-- schema
CREATE TABLE IF NOT EXISTS "t_own_building" ("_import" INTEGER, "_row" INTEGER, "_period" VARCHAR, "_na" VARCHAR, "_raw" VARCHAR[], "period" VARCHAR, "county" VARCHAR, "supervised_due" DOUBLE, "supervised_on_time" DOUBLE, "mission_due" DOUBLE, "mission_done" DOUBLE, "studies" DOUBLE, "talks" DOUBLE, "news" DOUBLE);

-- schema
CREATE OR REPLACE VIEW "v_own_building" AS SELECT t.*, f.unit AS _unit, p.as_of AS _as_of FROM "t_own_building" t JOIN in_force f ON f.ledger = 'own-building' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period;

-- periods
DELETE FROM periods; INSERT INTO periods VALUES ('2026Q3', CAST('2026-09-30' AS DATE));

-- in force
DELETE FROM in_force WHERE ledger = 'own-building';

-- in force
INSERT INTO in_force VALUES ('own-building', 1, '甲''县', 'u1', '2026Q3');

-- coverage
SELECT coalesce(t."county", '') AS name, t._period AS period, CAST(count(*) AS INTEGER) AS rows FROM "t_own_building" t WHERE t._import = 1 AND t._period IS NOT NULL GROUP BY ALL ORDER BY min(t._row);

-- keys that stand twice
SELECT _row, _period, first FROM (SELECT _row, _period, min(_row) OVER (PARTITION BY "_period", "county") AS first FROM "t_own_building" WHERE _import = 1 AND hash("_period", "county") IN (SELECT hash("_period", "county") AS h FROM "t_own_building" WHERE _import = 1 GROUP BY h HAVING count(*) > 1)) WHERE _row > first ORDER BY _row;

-- checks
SELECT _row, _period, 0 AS _check, CAST("supervised_on_time" AS VARCHAR) AS a, CAST("supervised_due" AS VARCHAR) AS b FROM "t_own_building" WHERE _import = 1 AND "supervised_on_time" > "supervised_due" UNION ALL SELECT _row, _period, 1 AS _check, CAST("mission_done" AS VARCHAR) AS a, CAST("mission_due" AS VARCHAR) AS b FROM "t_own_building" WHERE _import = 1 AND "mission_done" > "mission_due" ORDER BY _row, _check;

-- measures
WITH r AS (SELECT f.unit AS _unit, f.period AS _period, p.as_of AS _as_of, t._row, t._na, t."period", t."county", t."supervised_due", t."supervised_on_time", t."mission_due", t."mission_done", t."studies", t."talks", t."news" FROM "t_own_building" t JOIN in_force f ON f.ledger = 'own-building' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period UNION ALL SELECT unit, period, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM in_force WHERE ledger = 'own-building') SELECT _unit, _period, NULL AS _by, NULL AS _key, CAST(count(_row) AS DOUBLE) AS _rows, CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("supervised_on_time") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "supervised_on_time" IS NULL AND NOT (("supervised_on_time" IS NOT NULL OR coalesce(contains(_na, ',supervised_on_time,'), false)))) = 0 AS "n0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("supervised_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "supervised_due" IS NULL AND NOT (("supervised_due" IS NOT NULL OR coalesce(contains(_na, ',supervised_due,'), false)))) = 0 AS "d0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("mission_done") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n1", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "mission_done" IS NULL AND NOT (("mission_done" IS NOT NULL OR coalesce(contains(_na, ',mission_done,'), false)))) = 0 AS "n1_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("mission_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d1", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "mission_due" IS NULL AND NOT (("mission_due" IS NOT NULL OR coalesce(contains(_na, ',mission_due,'), false)))) = 0 AS "d1_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("studies") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n2", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "studies" IS NULL AND NOT (("studies" IS NOT NULL OR coalesce(contains(_na, ',studies,'), false)))) = 0 AS "n2_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("talks") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n3", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "talks" IS NULL AND NOT (("talks" IS NOT NULL OR coalesce(contains(_na, ',talks,'), false)))) = 0 AS "n3_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("news") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n4", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "news" IS NULL AND NOT (("news" IS NOT NULL OR coalesce(contains(_na, ',news,'), false)))) = 0 AS "n4_na" FROM r GROUP BY GROUPING SETS ((_unit, _period)) ORDER BY _unit, _period, _by, _key;

-- overlap
WITH claim(ledger, import, name, unit, period) AS (VALUES ('own-building', 1, '甲''县', 'u1', '2026Q3')), s AS (SELECT f.unit, f.period FROM "t_own_building" t JOIN in_force f ON f.ledger = 'own-building' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') SEMI JOIN claim c ON c.unit = f.unit AND c.period = f.period), n AS (SELECT f.unit, f.period FROM "t_own_building" t JOIN claim f ON f.ledger = 'own-building' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '')) SELECT CAST((SELECT count(*) FROM s) AS DOUBLE) AS standing, CAST((SELECT count(*) FROM n SEMI JOIN s ON (n.unit = s.unit AND n.period = s.period)) AS DOUBLE) AS common;

-- rows behind own-building.supervised_on_time, numerator
SELECT _import, _row, CASE WHEN true THEN "supervised_on_time" END AS _adds, "period", "county", "supervised_due", "supervised_on_time", "mission_due", "mission_done", "studies", "talks", "news" FROM "v_own_building" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind own-building.supervised_on_time, denominator
SELECT _import, _row, CASE WHEN true THEN "supervised_due" END AS _adds, "period", "county", "supervised_due", "supervised_on_time", "mission_due", "mission_done", "studies", "talks", "news" FROM "v_own_building" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind own-building.supervised_on_time, value
SELECT _import, _row, CASE WHEN true THEN "supervised_on_time" END AS _adds, "period", "county", "supervised_due", "supervised_on_time", "mission_due", "mission_done", "studies", "talks", "news" FROM "v_own_building" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind own-building.mission_done, numerator
SELECT _import, _row, CASE WHEN true THEN "mission_done" END AS _adds, "period", "county", "supervised_due", "supervised_on_time", "mission_due", "mission_done", "studies", "talks", "news" FROM "v_own_building" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind own-building.mission_done, denominator
SELECT _import, _row, CASE WHEN true THEN "mission_due" END AS _adds, "period", "county", "supervised_due", "supervised_on_time", "mission_due", "mission_done", "studies", "talks", "news" FROM "v_own_building" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind own-building.mission_done, value
SELECT _import, _row, CASE WHEN true THEN "mission_done" END AS _adds, "period", "county", "supervised_due", "supervised_on_time", "mission_due", "mission_done", "studies", "talks", "news" FROM "v_own_building" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind own-building.studies, numerator
SELECT _import, _row, CASE WHEN true THEN "studies" END AS _adds, "period", "county", "supervised_due", "supervised_on_time", "mission_due", "mission_done", "studies", "talks", "news" FROM "v_own_building" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind own-building.talks, numerator
SELECT _import, _row, CASE WHEN true THEN "talks" END AS _adds, "period", "county", "supervised_due", "supervised_on_time", "mission_due", "mission_done", "studies", "talks", "news" FROM "v_own_building" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind own-building.news, numerator
SELECT _import, _row, CASE WHEN true THEN "news" END AS _adds, "period", "county", "supervised_due", "supervised_on_time", "mission_due", "mission_done", "studies", "talks", "news" FROM "v_own_building" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- list
SELECT _import, _row, _unit, "period", "county", "supervised_due", "supervised_on_time", "mission_due", "mission_done", "studies", "talks", "news" FROM "v_own_building" WHERE _period = '2026Q3' ORDER BY _import, _row LIMIT 100 OFFSET 200;

-- odd rows
SELECT _row, _raw FROM "t_own_building" WHERE _import = 1 AND _raw IS NOT NULL ORDER BY _row;

-- rows taken out
DELETE FROM "t_own_building" WHERE _import = 1 AND _raw IS NOT NULL;

-- rows taken out
DELETE FROM "t_own_building" WHERE _import = 1 AND _row IN (7, 9);

-- forget
DELETE FROM "t_own_building" WHERE _import = 1;
