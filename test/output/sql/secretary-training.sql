-- schema
CREATE TABLE IF NOT EXISTS in_force ("ledger" VARCHAR, "import" INTEGER, "name" VARCHAR, "unit" VARCHAR, "period" VARCHAR);

-- schema
CREATE TABLE IF NOT EXISTS periods (period VARCHAR, as_of DATE);

-- schema
CREATE TABLE IF NOT EXISTS "t_secretary_training" ("_import" INTEGER, "_row" INTEGER, "_period" VARCHAR, "_na" VARCHAR, "period" VARCHAR, "county" VARCHAR, "sector" VARCHAR, "due" DOUBLE, "trained" DOUBLE, "courses" DOUBLE);

-- schema
CREATE OR REPLACE VIEW "v_secretary_training" AS SELECT t.*, f.unit AS _unit, p.as_of AS _as_of FROM "t_secretary_training" t JOIN in_force f ON f.ledger = 'secretary-training' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period;

-- periods
DELETE FROM periods; INSERT INTO periods VALUES ('2026Q3', CAST('2026-09-30' AS DATE));

-- in force
DELETE FROM in_force WHERE ledger IN ('secretary-training'); INSERT INTO in_force SELECT ledger, import, coalesce(name, ''), coalesce(unit, ''), period FROM read_csv('in/in-force.csv', auto_detect=false, header=false, compression='none', delim=',', quote='"', escape='"', nullstr='', new_line='\n', columns={'ledger': 'VARCHAR', 'import': 'INTEGER', 'name': 'VARCHAR', 'unit': 'VARCHAR', 'period': 'VARCHAR'});

-- coverage
SELECT coalesce(t."county", '') AS name, t._period AS period, CAST(count(*) AS INTEGER) AS rows FROM "t_secretary_training" t WHERE t._import = 1 AND t._period IS NOT NULL GROUP BY ALL ORDER BY min(t._row);

-- keys that stand twice
SELECT _row, _period, first FROM (SELECT _row, _period, min(_row) OVER (PARTITION BY "_period", "county", "sector") AS first FROM "t_secretary_training" WHERE _import = 1 AND hash("_period", "county", "sector") IN (SELECT hash("_period", "county", "sector") AS h FROM "t_secretary_training" WHERE _import = 1 GROUP BY h HAVING count(*) > 1)) WHERE _row > first ORDER BY _row;

-- checks
SELECT _row, _period, 0 AS _check, CAST("trained" AS VARCHAR) AS a, CAST("due" AS VARCHAR) AS b FROM "t_secretary_training" WHERE _import = 1 AND "trained" > "due" ORDER BY _row, _check;

-- measures
WITH r AS (SELECT f.unit AS _unit, f.period AS _period, p.as_of AS _as_of, t._row, t._na, t."period", t."county", t."sector", t."due", t."trained", t."courses" FROM "t_secretary_training" t JOIN in_force f ON f.ledger = 'secretary-training' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period UNION ALL SELECT unit, period, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM in_force WHERE ledger = 'secretary-training') SELECT _unit, _period, NULL AS _by, NULL AS _key, CAST(count(_row) AS DOUBLE) AS _rows, CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("trained") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "trained" IS NULL AND NOT (("trained" IS NOT NULL OR coalesce(contains(_na, ',trained,'), false)))) = 0 AS "n0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "due" IS NULL AND NOT (("due" IS NOT NULL OR coalesce(contains(_na, ',due,'), false)))) = 0 AS "d0_na" FROM r GROUP BY GROUPING SETS ((_unit, _period)) ORDER BY _unit, _period, _by, _key;

-- overlap
WITH claim(ledger, import, name, unit, period) AS (VALUES ('secretary-training', 1, '甲''县', 'u1', '2026Q3')), s AS (SELECT f.unit, f.period, t."sector" FROM "t_secretary_training" t JOIN in_force f ON f.ledger = 'secretary-training' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') SEMI JOIN claim c ON c.unit = f.unit AND c.period = f.period), n AS (SELECT f.unit, f.period, t."sector" FROM "t_secretary_training" t JOIN claim f ON f.ledger = 'secretary-training' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '')) SELECT CAST((SELECT count(*) FROM s) AS DOUBLE) AS standing, CAST((SELECT count(*) FROM n SEMI JOIN s ON (n.unit = s.unit AND n.period = s.period AND n."sector" IS NOT DISTINCT FROM s."sector")) AS DOUBLE) AS common;

-- rows behind secretary-training.trained, numerator
SELECT _import, _row, CASE WHEN true THEN "trained" END AS _adds, "period", "county", "sector", "due", "trained", "courses" FROM "v_secretary_training" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind secretary-training.trained, denominator
SELECT _import, _row, CASE WHEN true THEN "due" END AS _adds, "period", "county", "sector", "due", "trained", "courses" FROM "v_secretary_training" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind secretary-training.trained, value
SELECT _import, _row, CASE WHEN true THEN "trained" END AS _adds, "period", "county", "sector", "due", "trained", "courses" FROM "v_secretary_training" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- list
SELECT _import, _row, _unit, "period", "county", "sector", "due", "trained", "courses" FROM "v_secretary_training" WHERE _period = '2026Q3' ORDER BY _import, _row LIMIT 100 OFFSET 200;

-- rows that differ, counted
WITH u(name, unit) AS (VALUES ('', ''), ('甲''县', 'u1')), b AS (SELECT t._row, t._period, row_number() OVER (PARTITION BY t._period, coalesce(u.unit, t."county"), CAST(t."sector" AS VARCHAR) ORDER BY t._row) AS nth, coalesce(u.unit, t."county") AS "k0", CAST(t."sector" AS VARCHAR) AS "k1", CAST(t."county" AS VARCHAR) AS "s0", CAST(t."sector" AS VARCHAR) AS "s1", CASE WHEN contains(coalesce(t._na, ''), ',due,') THEN '/' ELSE CAST(t."due" AS VARCHAR) END AS "due", CASE WHEN contains(coalesce(t._na, ''), ',trained,') THEN '/' ELSE CAST(t."trained" AS VARCHAR) END AS "trained", CASE WHEN contains(coalesce(t._na, ''), ',courses,') THEN '/' ELSE CAST(t."courses" AS VARCHAR) END AS "courses" FROM "t_secretary_training" t LEFT JOIN u ON u.name = t."county" WHERE t._import = 1), a AS (SELECT t._row, t._period, row_number() OVER (PARTITION BY t._period, coalesce(u.unit, t."county"), CAST(t."sector" AS VARCHAR) ORDER BY t._row) AS nth, coalesce(u.unit, t."county") AS "k0", CAST(t."sector" AS VARCHAR) AS "k1", CAST(t."county" AS VARCHAR) AS "s0", CAST(t."sector" AS VARCHAR) AS "s1", CASE WHEN contains(coalesce(t._na, ''), ',due,') THEN '/' ELSE CAST(t."due" AS VARCHAR) END AS "due", CASE WHEN contains(coalesce(t._na, ''), ',trained,') THEN '/' ELSE CAST(t."trained" AS VARCHAR) END AS "trained", CASE WHEN contains(coalesce(t._na, ''), ',courses,') THEN '/' ELSE CAST(t."courses" AS VARCHAR) END AS "courses" FROM "t_secretary_training" t LEFT JOIN u ON u.name = t."county" WHERE t._import = 2), j AS (SELECT b."_row" AS "b__row", a."_row" AS "a__row", b."_period" AS "b__period", a."_period" AS "a__period", b."s0" AS "b_s0", a."s0" AS "a_s0", b."s1" AS "b_s1", a."s1" AS "a_s1", b."due" AS "b_due", a."due" AS "a_due", b."trained" AS "b_trained", a."trained" AS "a_trained", b."courses" AS "b_courses", a."courses" AS "a_courses" FROM b FULL OUTER JOIN a ON (b."_period" IS NOT DISTINCT FROM a."_period" AND b."nth" IS NOT DISTINCT FROM a."nth" AND b."k0" IS NOT DISTINCT FROM a."k0" AND b."k1" IS NOT DISTINCT FROM a."k1")) SELECT CAST(count(*) FILTER (WHERE NOT (b__row IS NULL OR a__row IS NULL OR "b_due" IS DISTINCT FROM "a_due" OR "b_trained" IS DISTINCT FROM "a_trained" OR "b_courses" IS DISTINCT FROM "a_courses")) AS DOUBLE) AS same, CAST(count(*) FILTER (WHERE (b__row IS NULL OR a__row IS NULL OR "b_due" IS DISTINCT FROM "a_due" OR "b_trained" IS DISTINCT FROM "a_trained" OR "b_courses" IS DISTINCT FROM "a_courses")) AS DOUBLE) AS differing FROM j;

-- rows that differ
WITH u(name, unit) AS (VALUES ('', ''), ('甲''县', 'u1')), b AS (SELECT t._row, t._period, row_number() OVER (PARTITION BY t._period, coalesce(u.unit, t."county"), CAST(t."sector" AS VARCHAR) ORDER BY t._row) AS nth, coalesce(u.unit, t."county") AS "k0", CAST(t."sector" AS VARCHAR) AS "k1", CAST(t."county" AS VARCHAR) AS "s0", CAST(t."sector" AS VARCHAR) AS "s1", CASE WHEN contains(coalesce(t._na, ''), ',due,') THEN '/' ELSE CAST(t."due" AS VARCHAR) END AS "due", CASE WHEN contains(coalesce(t._na, ''), ',trained,') THEN '/' ELSE CAST(t."trained" AS VARCHAR) END AS "trained", CASE WHEN contains(coalesce(t._na, ''), ',courses,') THEN '/' ELSE CAST(t."courses" AS VARCHAR) END AS "courses" FROM "t_secretary_training" t LEFT JOIN u ON u.name = t."county" WHERE t._import = 1), a AS (SELECT t._row, t._period, row_number() OVER (PARTITION BY t._period, coalesce(u.unit, t."county"), CAST(t."sector" AS VARCHAR) ORDER BY t._row) AS nth, coalesce(u.unit, t."county") AS "k0", CAST(t."sector" AS VARCHAR) AS "k1", CAST(t."county" AS VARCHAR) AS "s0", CAST(t."sector" AS VARCHAR) AS "s1", CASE WHEN contains(coalesce(t._na, ''), ',due,') THEN '/' ELSE CAST(t."due" AS VARCHAR) END AS "due", CASE WHEN contains(coalesce(t._na, ''), ',trained,') THEN '/' ELSE CAST(t."trained" AS VARCHAR) END AS "trained", CASE WHEN contains(coalesce(t._na, ''), ',courses,') THEN '/' ELSE CAST(t."courses" AS VARCHAR) END AS "courses" FROM "t_secretary_training" t LEFT JOIN u ON u.name = t."county" WHERE t._import = 2), j AS (SELECT b."_row" AS "b__row", a."_row" AS "a__row", b."_period" AS "b__period", a."_period" AS "a__period", b."s0" AS "b_s0", a."s0" AS "a_s0", b."s1" AS "b_s1", a."s1" AS "a_s1", b."due" AS "b_due", a."due" AS "a_due", b."trained" AS "b_trained", a."trained" AS "a_trained", b."courses" AS "b_courses", a."courses" AS "a_courses" FROM b FULL OUTER JOIN a ON (b."_period" IS NOT DISTINCT FROM a."_period" AND b."nth" IS NOT DISTINCT FROM a."nth" AND b."k0" IS NOT DISTINCT FROM a."k0" AND b."k1" IS NOT DISTINCT FROM a."k1")) SELECT * FROM j WHERE (b__row IS NULL OR a__row IS NULL OR "b_due" IS DISTINCT FROM "a_due" OR "b_trained" IS DISTINCT FROM "a_trained" OR "b_courses" IS DISTINCT FROM "a_courses") ORDER BY a__row NULLS LAST, b__row LIMIT 5000;

-- forget
DELETE FROM "t_secretary_training" WHERE _import = 1;
