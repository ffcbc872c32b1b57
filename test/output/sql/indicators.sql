-- schema
CREATE TABLE IF NOT EXISTS in_force (ledger VARCHAR, import INTEGER, name VARCHAR, unit VARCHAR, period VARCHAR);

-- schema
CREATE TABLE IF NOT EXISTS periods (period VARCHAR, as_of DATE);

-- schema
CREATE TABLE IF NOT EXISTS "t_indicators" ("_import" INTEGER, "_row" INTEGER, "_period" VARCHAR, "_na" VARCHAR, "_raw" VARCHAR[], "period" VARCHAR, "unit" VARCHAR, "indicator" VARCHAR, "value" DOUBLE, "target" DOUBLE, "numerator" DOUBLE, "denominator" DOUBLE, "measured_in" VARCHAR);

-- schema
CREATE OR REPLACE VIEW "v_indicators" AS SELECT t.*, f.unit AS _unit, p.as_of AS _as_of FROM "t_indicators" t JOIN in_force f ON f.ledger = 'indicators' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."unit", '') LEFT JOIN periods p ON p.period = f.period;

-- periods
DELETE FROM periods; INSERT INTO periods VALUES ('2026Q3', CAST('2026-09-30' AS DATE));

-- in force
DELETE FROM in_force WHERE ledger = 'indicators';

-- in force
INSERT INTO in_force VALUES ('indicators', 1, '甲''县', 'u1', '2026Q3');

-- coverage
SELECT coalesce(t."unit", '') AS name, t._period AS period, CAST(count(*) AS INTEGER) AS rows FROM "t_indicators" t WHERE t._import = 1 AND t._period IS NOT NULL GROUP BY ALL ORDER BY min(t._row);

-- keys that stand twice
SELECT _row, _period, first FROM (SELECT _row, _period, min(_row) OVER (PARTITION BY "_period", "unit", "indicator") AS first FROM "t_indicators" WHERE _import = 1 AND hash("_period", "unit", "indicator") IN (SELECT hash("_period", "unit", "indicator") AS h FROM "t_indicators" WHERE _import = 1 GROUP BY h HAVING count(*) > 1)) WHERE _row > first ORDER BY _row;

-- measures
SELECT _import, coalesce(nullif(_unit, ''), '*') AS _unit, _period, "indicator" AS _name, "value" AS "v0", coalesce(contains(_na, ',value,'), false) AS "v0_na", "numerator" AS "n0", coalesce(contains(_na, ',numerator,'), false) AS "n0_na", "denominator" AS "d0", coalesce(contains(_na, ',denominator,'), false) AS "d0_na", "target" AS "v1", coalesce(contains(_na, ',target,'), false) AS "v1_na", NULL AS "n1", false AS "n1_na", NULL AS "d1", false AS "d1_na" FROM "v_indicators" ORDER BY _import, _row;

-- overlap
WITH claim(ledger, import, name, unit, period) AS (VALUES ('indicators', 1, '甲''县', 'u1', '2026Q3')), s AS (SELECT f.unit, f.period, t."indicator" FROM "t_indicators" t JOIN in_force f ON f.ledger = 'indicators' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."unit", '') SEMI JOIN claim c ON c.unit = f.unit AND c.period = f.period), n AS (SELECT f.unit, f.period, t."indicator" FROM "t_indicators" t JOIN claim f ON f.ledger = 'indicators' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."unit", '')) SELECT CAST((SELECT count(*) FROM s) AS DOUBLE) AS standing, CAST((SELECT count(*) FROM n SEMI JOIN s ON (n.unit = s.unit AND n.period = s.period AND n."indicator" IS NOT DISTINCT FROM s."indicator")) AS DOUBLE) AS common;

-- rows behind indicators.甲'乙, value
SELECT _import, _row, "value" AS _adds, "period", "unit", "indicator", "value", "target", "numerator", "denominator", "measured_in" FROM "v_indicators" WHERE coalesce(nullif(_unit, ''), '*') = 'u1' AND _period = '2026Q3' AND "indicator" = '甲''乙' ORDER BY _import, _row LIMIT 50;

-- rows behind indicators.甲'乙/target, value
SELECT _import, _row, "target" AS _adds, "period", "unit", "indicator", "value", "target", "numerator", "denominator", "measured_in" FROM "v_indicators" WHERE coalesce(nullif(_unit, ''), '*') = 'u1' AND _period = '2026Q3' AND "indicator" = '甲''乙' ORDER BY _import, _row LIMIT 50;

-- list
SELECT _import, _row, _unit, "period", "unit", "indicator", "value", "target", "numerator", "denominator", "measured_in" FROM "v_indicators" WHERE _period = '2026Q3' ORDER BY _import, _row LIMIT 100 OFFSET 200;

-- odd rows
SELECT _row, _raw FROM "t_indicators" WHERE _import = 1 AND _raw IS NOT NULL ORDER BY _row;

-- rows taken out
DELETE FROM "t_indicators" WHERE _import = 1 AND _raw IS NOT NULL;

-- rows taken out
DELETE FROM "t_indicators" WHERE _import = 1 AND _row IN (7, 9);

-- forget
DELETE FROM "t_indicators" WHERE _import = 1;
