-- schema
CREATE TABLE IF NOT EXISTS in_force (ledger VARCHAR, import INTEGER, name VARCHAR, unit VARCHAR, period VARCHAR);

-- schema
CREATE TABLE IF NOT EXISTS periods (period VARCHAR, as_of DATE);

-- schema
CREATE TABLE IF NOT EXISTS "t_roster" ("_import" INTEGER, "_row" INTEGER, "_period" VARCHAR, "_na" VARCHAR, "_raw" VARCHAR[], "unit_name" VARCHAR, "code" VARCHAR, "level" VARCHAR, "parent" VARCHAR, "peer_group" VARCHAR, "sort_order" DOUBLE, "aliases" VARCHAR, "valid_from" DATE, "valid_to" DATE);

-- schema
CREATE OR REPLACE VIEW "v_roster" AS SELECT t.*, f.unit AS _unit, p.as_of AS _as_of FROM "t_roster" t JOIN in_force f ON f.ledger = 'roster' AND f.import = t._import AND f.period = t._period AND f.name = '' LEFT JOIN periods p ON p.period = f.period;

-- periods
DELETE FROM periods; INSERT INTO periods VALUES ('2026Q3', CAST('2026-09-30' AS DATE));

-- in force
DELETE FROM in_force WHERE ledger = 'roster';

-- in force
INSERT INTO in_force VALUES ('roster', 1, '甲''县', 'u1', '2026Q3');

-- coverage
SELECT '' AS name, t._period AS period, CAST(count(*) AS INTEGER) AS rows FROM "t_roster" t WHERE t._import = 1 AND t._period IS NOT NULL GROUP BY ALL ORDER BY min(t._row);

-- keys that stand twice
SELECT _row, _period, first FROM (SELECT _row, _period, min(_row) OVER (PARTITION BY "_period", "unit_name") AS first FROM "t_roster" WHERE _import = 1 AND hash("_period", "unit_name") IN (SELECT hash("_period", "unit_name") AS h FROM "t_roster" WHERE _import = 1 GROUP BY h HAVING count(*) > 1)) WHERE _row > first ORDER BY _row;

-- checks
SELECT _row, _period, 0 AS _check, CAST("valid_from" AS VARCHAR) AS a, CAST("valid_to" AS VARCHAR) AS b FROM "t_roster" WHERE _import = 1 AND "valid_from" > "valid_to" ORDER BY _row, _check;

-- overlap
WITH claim(ledger, import, name, unit, period) AS (VALUES ('roster', 1, '甲''县', 'u1', '2026Q3')), s AS (SELECT f.unit, f.period, t."unit_name" FROM "t_roster" t JOIN in_force f ON f.ledger = 'roster' AND f.import = t._import AND f.period = t._period AND f.name = '' SEMI JOIN claim c ON c.unit = f.unit AND c.period = f.period), n AS (SELECT f.unit, f.period, t."unit_name" FROM "t_roster" t JOIN claim f ON f.ledger = 'roster' AND f.import = t._import AND f.period = t._period AND f.name = '') SELECT CAST((SELECT count(*) FROM s) AS DOUBLE) AS standing, CAST((SELECT count(*) FROM n SEMI JOIN s ON (n.unit = s.unit AND n.period = s.period AND n."unit_name" IS NOT DISTINCT FROM s."unit_name")) AS DOUBLE) AS common;

-- list
SELECT _import, _row, _unit, "unit_name", "code", "level", "parent", "peer_group", "sort_order", "aliases", "valid_from", "valid_to" FROM "v_roster" WHERE _period = '2026Q3' ORDER BY _import, _row LIMIT 100 OFFSET 200;

-- odd rows
SELECT _row, _raw FROM "t_roster" WHERE _import = 1 AND _raw IS NOT NULL ORDER BY _row;

-- rows taken out
DELETE FROM "t_roster" WHERE _import = 1 AND _raw IS NOT NULL;

-- rows taken out
DELETE FROM "t_roster" WHERE _import = 1 AND _row IN (7, 9);

-- forget
DELETE FROM "t_roster" WHERE _import = 1;
