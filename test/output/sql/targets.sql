-- schema
CREATE TABLE IF NOT EXISTS in_force ("ledger" VARCHAR, "import" INTEGER, "name" VARCHAR, "unit" VARCHAR, "period" VARCHAR);

-- schema
CREATE TABLE IF NOT EXISTS periods (period VARCHAR, as_of DATE);

-- schema
CREATE TABLE IF NOT EXISTS "t_targets" ("_import" INTEGER, "_row" INTEGER, "_period" VARCHAR, "_na" VARCHAR, "period" VARCHAR, "indicator" VARCHAR, "unit" VARCHAR, "target" DOUBLE, "provincial" DOUBLE, "plan" DOUBLE);

-- schema
CREATE OR REPLACE VIEW "v_targets" AS SELECT t.*, f.unit AS _unit, p.as_of AS _as_of FROM "t_targets" t JOIN in_force f ON f.ledger = 'targets' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."unit", '') LEFT JOIN periods p ON p.period = f.period;

-- periods
DELETE FROM periods; INSERT INTO periods VALUES ('2026Q3', CAST('2026-09-30' AS DATE));

-- in force
DELETE FROM in_force WHERE ledger IN ('targets'); INSERT INTO in_force SELECT ledger, import, coalesce(name, ''), coalesce(unit, ''), period FROM read_csv('in/in-force.csv', auto_detect=false, header=false, compression='none', delim=',', quote='"', escape='"', nullstr='', new_line='\n', columns={'ledger': 'VARCHAR', 'import': 'INTEGER', 'name': 'VARCHAR', 'unit': 'VARCHAR', 'period': 'VARCHAR'});

-- coverage
SELECT coalesce(t."unit", '') AS name, t._period AS period, CAST(count(*) AS INTEGER) AS rows FROM "t_targets" t WHERE t._import = 1 AND t._period IS NOT NULL GROUP BY ALL ORDER BY min(t._row);

-- keys that stand twice
SELECT _row, _period, first FROM (SELECT _row, _period, min(_row) OVER (PARTITION BY "_period", "unit", "indicator") AS first FROM "t_targets" WHERE _import = 1 AND hash("_period", "unit", "indicator") IN (SELECT hash("_period", "unit", "indicator") AS h FROM "t_targets" WHERE _import = 1 GROUP BY h HAVING count(*) > 1)) WHERE _row > first ORDER BY _row;

-- measures
SELECT _import, coalesce(nullif(_unit, ''), '*') AS _unit, _period, "indicator" AS _name, "target" AS "v0", coalesce(contains(_na, ',target,'), false) AS "v0_na", NULL AS "n0", false AS "n0_na", NULL AS "d0", false AS "d0_na", "provincial" AS "v1", coalesce(contains(_na, ',provincial,'), false) AS "v1_na", NULL AS "n1", false AS "n1_na", NULL AS "d1", false AS "d1_na", "plan" AS "v2", coalesce(contains(_na, ',plan,'), false) AS "v2_na", NULL AS "n2", false AS "n2_na", NULL AS "d2", false AS "d2_na" FROM "v_targets" ORDER BY _import, _row;

-- overlap
WITH claim(ledger, import, name, unit, period) AS (VALUES ('targets', 1, '甲''县', 'u1', '2026Q3')), s AS (SELECT f.unit, f.period, t."indicator" FROM "t_targets" t JOIN in_force f ON f.ledger = 'targets' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."unit", '') SEMI JOIN claim c ON c.unit = f.unit AND c.period = f.period), n AS (SELECT f.unit, f.period, t."indicator" FROM "t_targets" t JOIN claim f ON f.ledger = 'targets' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."unit", '')) SELECT CAST((SELECT count(*) FROM s) AS DOUBLE) AS standing, CAST((SELECT count(*) FROM n SEMI JOIN s ON (n.unit = s.unit AND n.period = s.period AND n."indicator" IS NOT DISTINCT FROM s."indicator")) AS DOUBLE) AS common;

-- measures named
SELECT DISTINCT "indicator" AS name FROM "t_targets" WHERE _import = 1 ORDER BY name;

-- rows behind targets.甲'乙, value
SELECT _import, _row, "target" AS _adds, "period", "indicator", "unit", "target", "provincial", "plan" FROM "v_targets" WHERE coalesce(nullif(_unit, ''), '*') = 'u1' AND _period = '2026Q3' AND "indicator" = '甲''乙' ORDER BY _import, _row LIMIT 50;

-- rows behind targets.甲'乙/provincial, value
SELECT _import, _row, "provincial" AS _adds, "period", "indicator", "unit", "target", "provincial", "plan" FROM "v_targets" WHERE coalesce(nullif(_unit, ''), '*') = 'u1' AND _period = '2026Q3' AND "indicator" = '甲''乙' ORDER BY _import, _row LIMIT 50;

-- rows behind targets.甲'乙/plan, value
SELECT _import, _row, "plan" AS _adds, "period", "indicator", "unit", "target", "provincial", "plan" FROM "v_targets" WHERE coalesce(nullif(_unit, ''), '*') = 'u1' AND _period = '2026Q3' AND "indicator" = '甲''乙' ORDER BY _import, _row LIMIT 50;

-- list
SELECT _import, _row, _unit, "period", "indicator", "unit", "target", "provincial", "plan" FROM "v_targets" WHERE _period = '2026Q3' ORDER BY _import, _row LIMIT 100 OFFSET 200;

-- rows that differ, counted
WITH u(name, unit) AS (VALUES ('', ''), ('甲''县', 'u1')), b AS (SELECT t._row, t._period, row_number() OVER (PARTITION BY t._period, coalesce(u.unit, t."unit"), CAST(t."indicator" AS VARCHAR) ORDER BY t._row) AS nth, coalesce(u.unit, t."unit") AS "k0", CAST(t."indicator" AS VARCHAR) AS "k1", CAST(t."unit" AS VARCHAR) AS "s0", CAST(t."indicator" AS VARCHAR) AS "s1", CASE WHEN contains(coalesce(t._na, ''), ',target,') THEN '/' ELSE CAST(t."target" AS VARCHAR) END AS "target", CASE WHEN contains(coalesce(t._na, ''), ',provincial,') THEN '/' ELSE CAST(t."provincial" AS VARCHAR) END AS "provincial", CASE WHEN contains(coalesce(t._na, ''), ',plan,') THEN '/' ELSE CAST(t."plan" AS VARCHAR) END AS "plan" FROM "t_targets" t LEFT JOIN u ON u.name = t."unit" WHERE t._import = 1), a AS (SELECT t._row, t._period, row_number() OVER (PARTITION BY t._period, coalesce(u.unit, t."unit"), CAST(t."indicator" AS VARCHAR) ORDER BY t._row) AS nth, coalesce(u.unit, t."unit") AS "k0", CAST(t."indicator" AS VARCHAR) AS "k1", CAST(t."unit" AS VARCHAR) AS "s0", CAST(t."indicator" AS VARCHAR) AS "s1", CASE WHEN contains(coalesce(t._na, ''), ',target,') THEN '/' ELSE CAST(t."target" AS VARCHAR) END AS "target", CASE WHEN contains(coalesce(t._na, ''), ',provincial,') THEN '/' ELSE CAST(t."provincial" AS VARCHAR) END AS "provincial", CASE WHEN contains(coalesce(t._na, ''), ',plan,') THEN '/' ELSE CAST(t."plan" AS VARCHAR) END AS "plan" FROM "t_targets" t LEFT JOIN u ON u.name = t."unit" WHERE t._import = 2), j AS (SELECT b."_row" AS "b__row", a."_row" AS "a__row", b."_period" AS "b__period", a."_period" AS "a__period", b."s0" AS "b_s0", a."s0" AS "a_s0", b."s1" AS "b_s1", a."s1" AS "a_s1", b."target" AS "b_target", a."target" AS "a_target", b."provincial" AS "b_provincial", a."provincial" AS "a_provincial", b."plan" AS "b_plan", a."plan" AS "a_plan" FROM b FULL OUTER JOIN a ON (b."_period" IS NOT DISTINCT FROM a."_period" AND b."nth" IS NOT DISTINCT FROM a."nth" AND b."k0" IS NOT DISTINCT FROM a."k0" AND b."k1" IS NOT DISTINCT FROM a."k1")) SELECT CAST(count(*) FILTER (WHERE NOT (b__row IS NULL OR a__row IS NULL OR "b_target" IS DISTINCT FROM "a_target" OR "b_provincial" IS DISTINCT FROM "a_provincial" OR "b_plan" IS DISTINCT FROM "a_plan")) AS DOUBLE) AS same, CAST(count(*) FILTER (WHERE (b__row IS NULL OR a__row IS NULL OR "b_target" IS DISTINCT FROM "a_target" OR "b_provincial" IS DISTINCT FROM "a_provincial" OR "b_plan" IS DISTINCT FROM "a_plan")) AS DOUBLE) AS differing FROM j;

-- rows that differ
WITH u(name, unit) AS (VALUES ('', ''), ('甲''县', 'u1')), b AS (SELECT t._row, t._period, row_number() OVER (PARTITION BY t._period, coalesce(u.unit, t."unit"), CAST(t."indicator" AS VARCHAR) ORDER BY t._row) AS nth, coalesce(u.unit, t."unit") AS "k0", CAST(t."indicator" AS VARCHAR) AS "k1", CAST(t."unit" AS VARCHAR) AS "s0", CAST(t."indicator" AS VARCHAR) AS "s1", CASE WHEN contains(coalesce(t._na, ''), ',target,') THEN '/' ELSE CAST(t."target" AS VARCHAR) END AS "target", CASE WHEN contains(coalesce(t._na, ''), ',provincial,') THEN '/' ELSE CAST(t."provincial" AS VARCHAR) END AS "provincial", CASE WHEN contains(coalesce(t._na, ''), ',plan,') THEN '/' ELSE CAST(t."plan" AS VARCHAR) END AS "plan" FROM "t_targets" t LEFT JOIN u ON u.name = t."unit" WHERE t._import = 1), a AS (SELECT t._row, t._period, row_number() OVER (PARTITION BY t._period, coalesce(u.unit, t."unit"), CAST(t."indicator" AS VARCHAR) ORDER BY t._row) AS nth, coalesce(u.unit, t."unit") AS "k0", CAST(t."indicator" AS VARCHAR) AS "k1", CAST(t."unit" AS VARCHAR) AS "s0", CAST(t."indicator" AS VARCHAR) AS "s1", CASE WHEN contains(coalesce(t._na, ''), ',target,') THEN '/' ELSE CAST(t."target" AS VARCHAR) END AS "target", CASE WHEN contains(coalesce(t._na, ''), ',provincial,') THEN '/' ELSE CAST(t."provincial" AS VARCHAR) END AS "provincial", CASE WHEN contains(coalesce(t._na, ''), ',plan,') THEN '/' ELSE CAST(t."plan" AS VARCHAR) END AS "plan" FROM "t_targets" t LEFT JOIN u ON u.name = t."unit" WHERE t._import = 2), j AS (SELECT b."_row" AS "b__row", a."_row" AS "a__row", b."_period" AS "b__period", a."_period" AS "a__period", b."s0" AS "b_s0", a."s0" AS "a_s0", b."s1" AS "b_s1", a."s1" AS "a_s1", b."target" AS "b_target", a."target" AS "a_target", b."provincial" AS "b_provincial", a."provincial" AS "a_provincial", b."plan" AS "b_plan", a."plan" AS "a_plan" FROM b FULL OUTER JOIN a ON (b."_period" IS NOT DISTINCT FROM a."_period" AND b."nth" IS NOT DISTINCT FROM a."nth" AND b."k0" IS NOT DISTINCT FROM a."k0" AND b."k1" IS NOT DISTINCT FROM a."k1")) SELECT * FROM j WHERE (b__row IS NULL OR a__row IS NULL OR "b_target" IS DISTINCT FROM "a_target" OR "b_provincial" IS DISTINCT FROM "a_provincial" OR "b_plan" IS DISTINCT FROM "a_plan") ORDER BY a__row NULLS LAST, b__row LIMIT 5000;

-- forget
DELETE FROM "t_targets" WHERE _import = 1;
