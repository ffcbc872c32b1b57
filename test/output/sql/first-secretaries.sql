-- schema
CREATE TABLE IF NOT EXISTS in_force (ledger VARCHAR, import INTEGER, name VARCHAR, unit VARCHAR, period VARCHAR);

-- schema
CREATE TABLE IF NOT EXISTS periods (period VARCHAR, as_of DATE);

-- schema
CREATE TABLE IF NOT EXISTS "t_first_secretaries" ("_import" INTEGER, "_row" INTEGER, "_period" VARCHAR, "_na" VARCHAR, "period" VARCHAR, "county" VARCHAR, "due" DOUBLE, "on_post" DOUBLE, "honoured" DOUBLE, "admonished" DOUBLE, "recalled" DOUBLE);

-- schema
CREATE OR REPLACE VIEW "v_first_secretaries" AS SELECT t.*, f.unit AS _unit, p.as_of AS _as_of FROM "t_first_secretaries" t JOIN in_force f ON f.ledger = 'first-secretaries' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period;

-- periods
DELETE FROM periods; INSERT INTO periods VALUES ('2026Q3', CAST('2026-09-30' AS DATE));

-- in force
DELETE FROM in_force WHERE ledger = 'first-secretaries';

-- in force
INSERT INTO in_force VALUES ('first-secretaries', 1, '甲''县', 'u1', '2026Q3');

-- coverage
SELECT coalesce(t."county", '') AS name, t._period AS period, CAST(count(*) AS INTEGER) AS rows FROM "t_first_secretaries" t WHERE t._import = 1 AND t._period IS NOT NULL GROUP BY ALL ORDER BY min(t._row);

-- keys that stand twice
SELECT _row, _period, first FROM (SELECT _row, _period, min(_row) OVER (PARTITION BY "_period", "county") AS first FROM "t_first_secretaries" WHERE _import = 1 AND hash("_period", "county") IN (SELECT hash("_period", "county") AS h FROM "t_first_secretaries" WHERE _import = 1 GROUP BY h HAVING count(*) > 1)) WHERE _row > first ORDER BY _row;

-- checks
SELECT _row, _period, 0 AS _check, CAST("on_post" AS VARCHAR) AS a, CAST("due" AS VARCHAR) AS b FROM "t_first_secretaries" WHERE _import = 1 AND "on_post" > "due" ORDER BY _row, _check;

-- measures
WITH r AS (SELECT f.unit AS _unit, f.period AS _period, p.as_of AS _as_of, t._row, t._na, t."period", t."county", t."due", t."on_post", t."honoured", t."admonished", t."recalled" FROM "t_first_secretaries" t JOIN in_force f ON f.ledger = 'first-secretaries' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period UNION ALL SELECT unit, period, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM in_force WHERE ledger = 'first-secretaries') SELECT _unit, _period, NULL AS _by, NULL AS _key, CAST(count(_row) AS DOUBLE) AS _rows, CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("on_post") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "on_post" IS NULL AND NOT (("on_post" IS NOT NULL OR coalesce(contains(_na, ',on_post,'), false)))) = 0 AS "n0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "due" IS NULL AND NOT (("due" IS NOT NULL OR coalesce(contains(_na, ',due,'), false)))) = 0 AS "d0_na" FROM r GROUP BY GROUPING SETS ((_unit, _period)) ORDER BY _unit, _period, _by, _key;

-- overlap
WITH claim(ledger, import, name, unit, period) AS (VALUES ('first-secretaries', 1, '甲''县', 'u1', '2026Q3')), s AS (SELECT f.unit, f.period FROM "t_first_secretaries" t JOIN in_force f ON f.ledger = 'first-secretaries' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') SEMI JOIN claim c ON c.unit = f.unit AND c.period = f.period), n AS (SELECT f.unit, f.period FROM "t_first_secretaries" t JOIN claim f ON f.ledger = 'first-secretaries' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '')) SELECT CAST((SELECT count(*) FROM s) AS DOUBLE) AS standing, CAST((SELECT count(*) FROM n SEMI JOIN s ON (n.unit = s.unit AND n.period = s.period)) AS DOUBLE) AS common;

-- rows behind first-secretaries.on_post, numerator
SELECT _import, _row, CASE WHEN true THEN "on_post" END AS _adds, "period", "county", "due", "on_post", "honoured", "admonished", "recalled" FROM "v_first_secretaries" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind first-secretaries.on_post, denominator
SELECT _import, _row, CASE WHEN true THEN "due" END AS _adds, "period", "county", "due", "on_post", "honoured", "admonished", "recalled" FROM "v_first_secretaries" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind first-secretaries.on_post, value
SELECT _import, _row, CASE WHEN true THEN "on_post" END AS _adds, "period", "county", "due", "on_post", "honoured", "admonished", "recalled" FROM "v_first_secretaries" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- list
SELECT _import, _row, _unit, "period", "county", "due", "on_post", "honoured", "admonished", "recalled" FROM "v_first_secretaries" WHERE _period = '2026Q3' ORDER BY _import, _row LIMIT 100 OFFSET 200;

-- rows that differ, counted
WITH u(name, unit) AS (VALUES ('', ''), ('甲''县', 'u1')), b AS (SELECT t._row, t._period, row_number() OVER (PARTITION BY t._period, coalesce(u.unit, t."county") ORDER BY t._row) AS nth, coalesce(u.unit, t."county") AS "k0", CAST(t."county" AS VARCHAR) AS "s0", CASE WHEN contains(coalesce(t._na, ''), ',due,') THEN '/' ELSE CAST(t."due" AS VARCHAR) END AS "due", CASE WHEN contains(coalesce(t._na, ''), ',on_post,') THEN '/' ELSE CAST(t."on_post" AS VARCHAR) END AS "on_post", CASE WHEN contains(coalesce(t._na, ''), ',honoured,') THEN '/' ELSE CAST(t."honoured" AS VARCHAR) END AS "honoured", CASE WHEN contains(coalesce(t._na, ''), ',admonished,') THEN '/' ELSE CAST(t."admonished" AS VARCHAR) END AS "admonished", CASE WHEN contains(coalesce(t._na, ''), ',recalled,') THEN '/' ELSE CAST(t."recalled" AS VARCHAR) END AS "recalled" FROM "t_first_secretaries" t LEFT JOIN u ON u.name = t."county" WHERE t._import = 1), a AS (SELECT t._row, t._period, row_number() OVER (PARTITION BY t._period, coalesce(u.unit, t."county") ORDER BY t._row) AS nth, coalesce(u.unit, t."county") AS "k0", CAST(t."county" AS VARCHAR) AS "s0", CASE WHEN contains(coalesce(t._na, ''), ',due,') THEN '/' ELSE CAST(t."due" AS VARCHAR) END AS "due", CASE WHEN contains(coalesce(t._na, ''), ',on_post,') THEN '/' ELSE CAST(t."on_post" AS VARCHAR) END AS "on_post", CASE WHEN contains(coalesce(t._na, ''), ',honoured,') THEN '/' ELSE CAST(t."honoured" AS VARCHAR) END AS "honoured", CASE WHEN contains(coalesce(t._na, ''), ',admonished,') THEN '/' ELSE CAST(t."admonished" AS VARCHAR) END AS "admonished", CASE WHEN contains(coalesce(t._na, ''), ',recalled,') THEN '/' ELSE CAST(t."recalled" AS VARCHAR) END AS "recalled" FROM "t_first_secretaries" t LEFT JOIN u ON u.name = t."county" WHERE t._import = 2), j AS (SELECT b."_row" AS "b__row", a."_row" AS "a__row", b."_period" AS "b__period", a."_period" AS "a__period", b."s0" AS "b_s0", a."s0" AS "a_s0", b."due" AS "b_due", a."due" AS "a_due", b."on_post" AS "b_on_post", a."on_post" AS "a_on_post", b."honoured" AS "b_honoured", a."honoured" AS "a_honoured", b."admonished" AS "b_admonished", a."admonished" AS "a_admonished", b."recalled" AS "b_recalled", a."recalled" AS "a_recalled" FROM b FULL OUTER JOIN a ON (b."_period" IS NOT DISTINCT FROM a."_period" AND b."nth" IS NOT DISTINCT FROM a."nth" AND b."k0" IS NOT DISTINCT FROM a."k0")) SELECT CAST(count(*) FILTER (WHERE NOT (b__row IS NULL OR a__row IS NULL OR "b_due" IS DISTINCT FROM "a_due" OR "b_on_post" IS DISTINCT FROM "a_on_post" OR "b_honoured" IS DISTINCT FROM "a_honoured" OR "b_admonished" IS DISTINCT FROM "a_admonished" OR "b_recalled" IS DISTINCT FROM "a_recalled")) AS DOUBLE) AS same, CAST(count(*) FILTER (WHERE (b__row IS NULL OR a__row IS NULL OR "b_due" IS DISTINCT FROM "a_due" OR "b_on_post" IS DISTINCT FROM "a_on_post" OR "b_honoured" IS DISTINCT FROM "a_honoured" OR "b_admonished" IS DISTINCT FROM "a_admonished" OR "b_recalled" IS DISTINCT FROM "a_recalled")) AS DOUBLE) AS differing FROM j;

-- rows that differ
WITH u(name, unit) AS (VALUES ('', ''), ('甲''县', 'u1')), b AS (SELECT t._row, t._period, row_number() OVER (PARTITION BY t._period, coalesce(u.unit, t."county") ORDER BY t._row) AS nth, coalesce(u.unit, t."county") AS "k0", CAST(t."county" AS VARCHAR) AS "s0", CASE WHEN contains(coalesce(t._na, ''), ',due,') THEN '/' ELSE CAST(t."due" AS VARCHAR) END AS "due", CASE WHEN contains(coalesce(t._na, ''), ',on_post,') THEN '/' ELSE CAST(t."on_post" AS VARCHAR) END AS "on_post", CASE WHEN contains(coalesce(t._na, ''), ',honoured,') THEN '/' ELSE CAST(t."honoured" AS VARCHAR) END AS "honoured", CASE WHEN contains(coalesce(t._na, ''), ',admonished,') THEN '/' ELSE CAST(t."admonished" AS VARCHAR) END AS "admonished", CASE WHEN contains(coalesce(t._na, ''), ',recalled,') THEN '/' ELSE CAST(t."recalled" AS VARCHAR) END AS "recalled" FROM "t_first_secretaries" t LEFT JOIN u ON u.name = t."county" WHERE t._import = 1), a AS (SELECT t._row, t._period, row_number() OVER (PARTITION BY t._period, coalesce(u.unit, t."county") ORDER BY t._row) AS nth, coalesce(u.unit, t."county") AS "k0", CAST(t."county" AS VARCHAR) AS "s0", CASE WHEN contains(coalesce(t._na, ''), ',due,') THEN '/' ELSE CAST(t."due" AS VARCHAR) END AS "due", CASE WHEN contains(coalesce(t._na, ''), ',on_post,') THEN '/' ELSE CAST(t."on_post" AS VARCHAR) END AS "on_post", CASE WHEN contains(coalesce(t._na, ''), ',honoured,') THEN '/' ELSE CAST(t."honoured" AS VARCHAR) END AS "honoured", CASE WHEN contains(coalesce(t._na, ''), ',admonished,') THEN '/' ELSE CAST(t."admonished" AS VARCHAR) END AS "admonished", CASE WHEN contains(coalesce(t._na, ''), ',recalled,') THEN '/' ELSE CAST(t."recalled" AS VARCHAR) END AS "recalled" FROM "t_first_secretaries" t LEFT JOIN u ON u.name = t."county" WHERE t._import = 2), j AS (SELECT b."_row" AS "b__row", a."_row" AS "a__row", b."_period" AS "b__period", a."_period" AS "a__period", b."s0" AS "b_s0", a."s0" AS "a_s0", b."due" AS "b_due", a."due" AS "a_due", b."on_post" AS "b_on_post", a."on_post" AS "a_on_post", b."honoured" AS "b_honoured", a."honoured" AS "a_honoured", b."admonished" AS "b_admonished", a."admonished" AS "a_admonished", b."recalled" AS "b_recalled", a."recalled" AS "a_recalled" FROM b FULL OUTER JOIN a ON (b."_period" IS NOT DISTINCT FROM a."_period" AND b."nth" IS NOT DISTINCT FROM a."nth" AND b."k0" IS NOT DISTINCT FROM a."k0")) SELECT * FROM j WHERE (b__row IS NULL OR a__row IS NULL OR "b_due" IS DISTINCT FROM "a_due" OR "b_on_post" IS DISTINCT FROM "a_on_post" OR "b_honoured" IS DISTINCT FROM "a_honoured" OR "b_admonished" IS DISTINCT FROM "a_admonished" OR "b_recalled" IS DISTINCT FROM "a_recalled") ORDER BY a__row NULLS LAST, b__row LIMIT 5000;

-- forget
DELETE FROM "t_first_secretaries" WHERE _import = 1;
