-- schema
CREATE TABLE IF NOT EXISTS in_force (ledger VARCHAR, import INTEGER, name VARCHAR, unit VARCHAR, period VARCHAR);

-- schema
CREATE TABLE IF NOT EXISTS periods (period VARCHAR, as_of DATE);

-- schema
CREATE TABLE IF NOT EXISTS "t_indicators" ("_import" INTEGER, "_row" INTEGER, "_period" VARCHAR, "_na" VARCHAR, "period" VARCHAR, "unit" VARCHAR, "indicator" VARCHAR, "value" DOUBLE, "target" DOUBLE, "numerator" DOUBLE, "denominator" DOUBLE, "measured_in" VARCHAR);

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

-- measures named
SELECT DISTINCT "indicator" AS name FROM "t_indicators" WHERE _import = 1 ORDER BY name;

-- rows behind indicators.甲'乙, value
SELECT _import, _row, "value" AS _adds, "period", "unit", "indicator", "value", "target", "numerator", "denominator", "measured_in" FROM "v_indicators" WHERE coalesce(nullif(_unit, ''), '*') = 'u1' AND _period = '2026Q3' AND "indicator" = '甲''乙' ORDER BY _import, _row LIMIT 50;

-- rows behind indicators.甲'乙/target, value
SELECT _import, _row, "target" AS _adds, "period", "unit", "indicator", "value", "target", "numerator", "denominator", "measured_in" FROM "v_indicators" WHERE coalesce(nullif(_unit, ''), '*') = 'u1' AND _period = '2026Q3' AND "indicator" = '甲''乙' ORDER BY _import, _row LIMIT 50;

-- list
SELECT _import, _row, _unit, "period", "unit", "indicator", "value", "target", "numerator", "denominator", "measured_in" FROM "v_indicators" WHERE _period = '2026Q3' ORDER BY _import, _row LIMIT 100 OFFSET 200;

-- rows that differ, counted
WITH u(name, unit) AS (VALUES ('', ''), ('甲''县', 'u1')), b AS (SELECT t._row, t._period, row_number() OVER (PARTITION BY t._period, coalesce(u.unit, t."unit"), CAST(t."indicator" AS VARCHAR) ORDER BY t._row) AS nth, coalesce(u.unit, t."unit") AS "k0", CAST(t."indicator" AS VARCHAR) AS "k1", CAST(t."unit" AS VARCHAR) AS "s0", CAST(t."indicator" AS VARCHAR) AS "s1", CASE WHEN contains(coalesce(t._na, ''), ',value,') THEN '/' ELSE CAST(t."value" AS VARCHAR) END AS "value", CASE WHEN contains(coalesce(t._na, ''), ',target,') THEN '/' ELSE CAST(t."target" AS VARCHAR) END AS "target", CASE WHEN contains(coalesce(t._na, ''), ',numerator,') THEN '/' ELSE CAST(t."numerator" AS VARCHAR) END AS "numerator", CASE WHEN contains(coalesce(t._na, ''), ',denominator,') THEN '/' ELSE CAST(t."denominator" AS VARCHAR) END AS "denominator", CASE WHEN contains(coalesce(t._na, ''), ',measured_in,') THEN '/' ELSE CAST(t."measured_in" AS VARCHAR) END AS "measured_in" FROM "t_indicators" t LEFT JOIN u ON u.name = t."unit" WHERE t._import = 1), a AS (SELECT t._row, t._period, row_number() OVER (PARTITION BY t._period, coalesce(u.unit, t."unit"), CAST(t."indicator" AS VARCHAR) ORDER BY t._row) AS nth, coalesce(u.unit, t."unit") AS "k0", CAST(t."indicator" AS VARCHAR) AS "k1", CAST(t."unit" AS VARCHAR) AS "s0", CAST(t."indicator" AS VARCHAR) AS "s1", CASE WHEN contains(coalesce(t._na, ''), ',value,') THEN '/' ELSE CAST(t."value" AS VARCHAR) END AS "value", CASE WHEN contains(coalesce(t._na, ''), ',target,') THEN '/' ELSE CAST(t."target" AS VARCHAR) END AS "target", CASE WHEN contains(coalesce(t._na, ''), ',numerator,') THEN '/' ELSE CAST(t."numerator" AS VARCHAR) END AS "numerator", CASE WHEN contains(coalesce(t._na, ''), ',denominator,') THEN '/' ELSE CAST(t."denominator" AS VARCHAR) END AS "denominator", CASE WHEN contains(coalesce(t._na, ''), ',measured_in,') THEN '/' ELSE CAST(t."measured_in" AS VARCHAR) END AS "measured_in" FROM "t_indicators" t LEFT JOIN u ON u.name = t."unit" WHERE t._import = 2), j AS (SELECT b."_row" AS "b__row", a."_row" AS "a__row", b."_period" AS "b__period", a."_period" AS "a__period", b."s0" AS "b_s0", a."s0" AS "a_s0", b."s1" AS "b_s1", a."s1" AS "a_s1", b."value" AS "b_value", a."value" AS "a_value", b."target" AS "b_target", a."target" AS "a_target", b."numerator" AS "b_numerator", a."numerator" AS "a_numerator", b."denominator" AS "b_denominator", a."denominator" AS "a_denominator", b."measured_in" AS "b_measured_in", a."measured_in" AS "a_measured_in" FROM b FULL OUTER JOIN a ON (b."_period" IS NOT DISTINCT FROM a."_period" AND b."nth" IS NOT DISTINCT FROM a."nth" AND b."k0" IS NOT DISTINCT FROM a."k0" AND b."k1" IS NOT DISTINCT FROM a."k1")) SELECT CAST(count(*) FILTER (WHERE NOT (b__row IS NULL OR a__row IS NULL OR "b_value" IS DISTINCT FROM "a_value" OR "b_target" IS DISTINCT FROM "a_target" OR "b_numerator" IS DISTINCT FROM "a_numerator" OR "b_denominator" IS DISTINCT FROM "a_denominator" OR "b_measured_in" IS DISTINCT FROM "a_measured_in")) AS DOUBLE) AS same, CAST(count(*) FILTER (WHERE (b__row IS NULL OR a__row IS NULL OR "b_value" IS DISTINCT FROM "a_value" OR "b_target" IS DISTINCT FROM "a_target" OR "b_numerator" IS DISTINCT FROM "a_numerator" OR "b_denominator" IS DISTINCT FROM "a_denominator" OR "b_measured_in" IS DISTINCT FROM "a_measured_in")) AS DOUBLE) AS differing FROM j;

-- rows that differ
WITH u(name, unit) AS (VALUES ('', ''), ('甲''县', 'u1')), b AS (SELECT t._row, t._period, row_number() OVER (PARTITION BY t._period, coalesce(u.unit, t."unit"), CAST(t."indicator" AS VARCHAR) ORDER BY t._row) AS nth, coalesce(u.unit, t."unit") AS "k0", CAST(t."indicator" AS VARCHAR) AS "k1", CAST(t."unit" AS VARCHAR) AS "s0", CAST(t."indicator" AS VARCHAR) AS "s1", CASE WHEN contains(coalesce(t._na, ''), ',value,') THEN '/' ELSE CAST(t."value" AS VARCHAR) END AS "value", CASE WHEN contains(coalesce(t._na, ''), ',target,') THEN '/' ELSE CAST(t."target" AS VARCHAR) END AS "target", CASE WHEN contains(coalesce(t._na, ''), ',numerator,') THEN '/' ELSE CAST(t."numerator" AS VARCHAR) END AS "numerator", CASE WHEN contains(coalesce(t._na, ''), ',denominator,') THEN '/' ELSE CAST(t."denominator" AS VARCHAR) END AS "denominator", CASE WHEN contains(coalesce(t._na, ''), ',measured_in,') THEN '/' ELSE CAST(t."measured_in" AS VARCHAR) END AS "measured_in" FROM "t_indicators" t LEFT JOIN u ON u.name = t."unit" WHERE t._import = 1), a AS (SELECT t._row, t._period, row_number() OVER (PARTITION BY t._period, coalesce(u.unit, t."unit"), CAST(t."indicator" AS VARCHAR) ORDER BY t._row) AS nth, coalesce(u.unit, t."unit") AS "k0", CAST(t."indicator" AS VARCHAR) AS "k1", CAST(t."unit" AS VARCHAR) AS "s0", CAST(t."indicator" AS VARCHAR) AS "s1", CASE WHEN contains(coalesce(t._na, ''), ',value,') THEN '/' ELSE CAST(t."value" AS VARCHAR) END AS "value", CASE WHEN contains(coalesce(t._na, ''), ',target,') THEN '/' ELSE CAST(t."target" AS VARCHAR) END AS "target", CASE WHEN contains(coalesce(t._na, ''), ',numerator,') THEN '/' ELSE CAST(t."numerator" AS VARCHAR) END AS "numerator", CASE WHEN contains(coalesce(t._na, ''), ',denominator,') THEN '/' ELSE CAST(t."denominator" AS VARCHAR) END AS "denominator", CASE WHEN contains(coalesce(t._na, ''), ',measured_in,') THEN '/' ELSE CAST(t."measured_in" AS VARCHAR) END AS "measured_in" FROM "t_indicators" t LEFT JOIN u ON u.name = t."unit" WHERE t._import = 2), j AS (SELECT b."_row" AS "b__row", a."_row" AS "a__row", b."_period" AS "b__period", a."_period" AS "a__period", b."s0" AS "b_s0", a."s0" AS "a_s0", b."s1" AS "b_s1", a."s1" AS "a_s1", b."value" AS "b_value", a."value" AS "a_value", b."target" AS "b_target", a."target" AS "a_target", b."numerator" AS "b_numerator", a."numerator" AS "a_numerator", b."denominator" AS "b_denominator", a."denominator" AS "a_denominator", b."measured_in" AS "b_measured_in", a."measured_in" AS "a_measured_in" FROM b FULL OUTER JOIN a ON (b."_period" IS NOT DISTINCT FROM a."_period" AND b."nth" IS NOT DISTINCT FROM a."nth" AND b."k0" IS NOT DISTINCT FROM a."k0" AND b."k1" IS NOT DISTINCT FROM a."k1")) SELECT * FROM j WHERE (b__row IS NULL OR a__row IS NULL OR "b_value" IS DISTINCT FROM "a_value" OR "b_target" IS DISTINCT FROM "a_target" OR "b_numerator" IS DISTINCT FROM "a_numerator" OR "b_denominator" IS DISTINCT FROM "a_denominator" OR "b_measured_in" IS DISTINCT FROM "a_measured_in") ORDER BY a__row NULLS LAST, b__row LIMIT 5000;

-- forget
DELETE FROM "t_indicators" WHERE _import = 1;
