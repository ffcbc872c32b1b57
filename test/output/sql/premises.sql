-- schema
CREATE TABLE IF NOT EXISTS in_force (ledger VARCHAR, import INTEGER, name VARCHAR, unit VARCHAR, period VARCHAR);

-- schema
CREATE TABLE IF NOT EXISTS periods (period VARCHAR, as_of DATE);

-- schema
CREATE TABLE IF NOT EXISTS "t_premises" ("_import" INTEGER, "_row" INTEGER, "_period" VARCHAR, "_na" VARCHAR, "_raw" VARCHAR[], "period" VARCHAR, "county" VARCHAR, "sector" VARCHAR, "places_due" DOUBLE, "at_standard" DOUBLE, "three_rooms" DOUBLE, "rebuilt" DOUBLE, "invested" DOUBLE, "sites" DOUBLE, "sites_working" DOUBLE);

-- schema
CREATE OR REPLACE VIEW "v_premises" AS SELECT t.*, f.unit AS _unit, p.as_of AS _as_of FROM "t_premises" t JOIN in_force f ON f.ledger = 'premises' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period;

-- periods
DELETE FROM periods; INSERT INTO periods VALUES ('2026Q3', CAST('2026-09-30' AS DATE));

-- in force
DELETE FROM in_force WHERE ledger = 'premises';

-- in force
INSERT INTO in_force VALUES ('premises', 1, '甲''县', 'u1', '2026Q3');

-- coverage
SELECT coalesce(t."county", '') AS name, t._period AS period, CAST(count(*) AS INTEGER) AS rows FROM "t_premises" t WHERE t._import = 1 AND t._period IS NOT NULL GROUP BY ALL ORDER BY min(t._row);

-- keys that stand twice
SELECT _row, _period, first FROM (SELECT _row, _period, min(_row) OVER (PARTITION BY "_period", "county", "sector") AS first FROM "t_premises" WHERE _import = 1 AND hash("_period", "county", "sector") IN (SELECT hash("_period", "county", "sector") AS h FROM "t_premises" WHERE _import = 1 GROUP BY h HAVING count(*) > 1)) WHERE _row > first ORDER BY _row;

-- checks
SELECT _row, _period, 0 AS _check, CAST("at_standard" AS VARCHAR) AS a, CAST("places_due" AS VARCHAR) AS b FROM "t_premises" WHERE _import = 1 AND "at_standard" > "places_due" UNION ALL SELECT _row, _period, 1 AS _check, CAST("sites_working" AS VARCHAR) AS a, CAST("sites" AS VARCHAR) AS b FROM "t_premises" WHERE _import = 1 AND "sites_working" > "sites" UNION ALL SELECT _row, _period, 2 AS _check, CAST("three_rooms" AS VARCHAR) AS a, CAST("places_due" AS VARCHAR) AS b FROM "t_premises" WHERE _import = 1 AND "three_rooms" > "places_due" ORDER BY _row, _check;

-- measures
WITH r AS (SELECT f.unit AS _unit, f.period AS _period, p.as_of AS _as_of, t._row, t._na, t."period", t."county", t."sector", t."places_due", t."at_standard", t."three_rooms", t."rebuilt", t."invested", t."sites", t."sites_working" FROM "t_premises" t JOIN in_force f ON f.ledger = 'premises' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period UNION ALL SELECT unit, period, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM in_force WHERE ledger = 'premises') SELECT _unit, _period, NULL AS _by, NULL AS _key, CAST(count(_row) AS DOUBLE) AS _rows, CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND "places_due" IS NOT NULL) = 0 THEN 0 ELSE CAST(sum("at_standard") FILTER (WHERE _row IS NOT NULL AND "places_due" IS NOT NULL) AS DOUBLE) END AS "n0", count(*) FILTER (WHERE _row IS NOT NULL AND "places_due" IS NOT NULL AND "at_standard" IS NULL AND NOT (("at_standard" IS NOT NULL OR coalesce(contains(_na, ',at_standard,'), false)))) = 0 AS "n0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("places_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "places_due" IS NULL AND NOT (("places_due" IS NOT NULL OR coalesce(contains(_na, ',places_due,'), false)))) = 0 AS "d0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND "sites" IS NOT NULL) = 0 THEN 0 ELSE CAST(sum("sites_working") FILTER (WHERE _row IS NOT NULL AND "sites" IS NOT NULL) AS DOUBLE) END AS "n1", count(*) FILTER (WHERE _row IS NOT NULL AND "sites" IS NOT NULL AND "sites_working" IS NULL AND NOT (("sites_working" IS NOT NULL OR coalesce(contains(_na, ',sites_working,'), false)))) = 0 AS "n1_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("sites") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d1", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "sites" IS NULL AND NOT (("sites" IS NOT NULL OR coalesce(contains(_na, ',sites,'), false)))) = 0 AS "d1_na" FROM r GROUP BY GROUPING SETS ((_unit, _period)) ORDER BY _unit, _period, _by, _key;

-- overlap
WITH claim(ledger, import, name, unit, period) AS (VALUES ('premises', 1, '甲''县', 'u1', '2026Q3')), s AS (SELECT f.unit, f.period, t."sector" FROM "t_premises" t JOIN in_force f ON f.ledger = 'premises' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') SEMI JOIN claim c ON c.unit = f.unit AND c.period = f.period), n AS (SELECT f.unit, f.period, t."sector" FROM "t_premises" t JOIN claim f ON f.ledger = 'premises' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '')) SELECT CAST((SELECT count(*) FROM s) AS DOUBLE) AS standing, CAST((SELECT count(*) FROM n SEMI JOIN s ON (n.unit = s.unit AND n.period = s.period AND n."sector" IS NOT DISTINCT FROM s."sector")) AS DOUBLE) AS common;

-- rows behind premises.at_standard, numerator
SELECT _import, _row, CASE WHEN "places_due" IS NOT NULL THEN "at_standard" END AS _adds, "period", "county", "sector", "places_due", "at_standard", "three_rooms", "rebuilt", "invested", "sites", "sites_working" FROM "v_premises" WHERE _unit = 'u1' AND _period = '2026Q3' AND "places_due" IS NOT NULL ORDER BY _import, _row LIMIT 50;

-- rows behind premises.at_standard, denominator
SELECT _import, _row, CASE WHEN true THEN "places_due" END AS _adds, "period", "county", "sector", "places_due", "at_standard", "three_rooms", "rebuilt", "invested", "sites", "sites_working" FROM "v_premises" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind premises.at_standard, value
SELECT _import, _row, CASE WHEN "places_due" IS NOT NULL THEN "at_standard" END AS _adds, "period", "county", "sector", "places_due", "at_standard", "three_rooms", "rebuilt", "invested", "sites", "sites_working" FROM "v_premises" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR "places_due" IS NOT NULL) ORDER BY _import, _row LIMIT 50;

-- rows behind premises.sites_working, numerator
SELECT _import, _row, CASE WHEN "sites" IS NOT NULL THEN "sites_working" END AS _adds, "period", "county", "sector", "places_due", "at_standard", "three_rooms", "rebuilt", "invested", "sites", "sites_working" FROM "v_premises" WHERE _unit = 'u1' AND _period = '2026Q3' AND "sites" IS NOT NULL ORDER BY _import, _row LIMIT 50;

-- rows behind premises.sites_working, denominator
SELECT _import, _row, CASE WHEN true THEN "sites" END AS _adds, "period", "county", "sector", "places_due", "at_standard", "three_rooms", "rebuilt", "invested", "sites", "sites_working" FROM "v_premises" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind premises.sites_working, value
SELECT _import, _row, CASE WHEN "sites" IS NOT NULL THEN "sites_working" END AS _adds, "period", "county", "sector", "places_due", "at_standard", "three_rooms", "rebuilt", "invested", "sites", "sites_working" FROM "v_premises" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR "sites" IS NOT NULL) ORDER BY _import, _row LIMIT 50;

-- list
SELECT _import, _row, _unit, "period", "county", "sector", "places_due", "at_standard", "three_rooms", "rebuilt", "invested", "sites", "sites_working" FROM "v_premises" WHERE _period = '2026Q3' ORDER BY _import, _row LIMIT 100 OFFSET 200;

-- odd rows
SELECT _row, _raw FROM "t_premises" WHERE _import = 1 AND _raw IS NOT NULL ORDER BY _row;

-- rows taken out
DELETE FROM "t_premises" WHERE _import = 1 AND _raw IS NOT NULL;

-- rows taken out
DELETE FROM "t_premises" WHERE _import = 1 AND _row IN (7, 9);

-- forget
DELETE FROM "t_premises" WHERE _import = 1;
