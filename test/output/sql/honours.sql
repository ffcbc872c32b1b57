-- schema
CREATE TABLE IF NOT EXISTS in_force (ledger VARCHAR, import INTEGER, name VARCHAR, unit VARCHAR, period VARCHAR);

-- schema
CREATE TABLE IF NOT EXISTS periods (period VARCHAR, as_of DATE);

-- schema
CREATE TABLE IF NOT EXISTS "t_honours" ("_import" INTEGER, "_row" INTEGER, "_period" VARCHAR, "_na" VARCHAR, "_raw" VARCHAR[], "period" VARCHAR, "county" VARCHAR, "honour" VARCHAR, "level" VARCHAR, "granted_by" VARCHAR, "granted_on" DATE, "document" VARCHAR, "work" VARCHAR);

-- schema
CREATE OR REPLACE VIEW "v_honours" AS SELECT t.*, f.unit AS _unit, p.as_of AS _as_of FROM "t_honours" t JOIN in_force f ON f.ledger = 'honours' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period;

-- periods
DELETE FROM periods; INSERT INTO periods VALUES ('2026Q3', CAST('2026-09-30' AS DATE));

-- in force
DELETE FROM in_force WHERE ledger = 'honours';

-- in force
INSERT INTO in_force VALUES ('honours', 1, '甲''县', 'u1', '2026Q3');

-- coverage
SELECT coalesce(t."county", '') AS name, t._period AS period, CAST(count(*) AS INTEGER) AS rows FROM "t_honours" t WHERE t._import = 1 AND t._period IS NOT NULL GROUP BY ALL ORDER BY min(t._row);

-- keys that stand twice
SELECT _row, _period, first FROM (SELECT _row, _period, min(_row) OVER (PARTITION BY "_period", "county", "honour", "work", "granted_on") AS first FROM "t_honours" WHERE _import = 1 AND hash("_period", "county", "honour", "work", "granted_on") IN (SELECT hash("_period", "county", "honour", "work", "granted_on") AS h FROM "t_honours" WHERE _import = 1 GROUP BY h HAVING count(*) > 1)) WHERE _row > first ORDER BY _row;

-- measures
WITH r AS (SELECT f.unit AS _unit, f.period AS _period, p.as_of AS _as_of, t._row, t._na, t."period", t."county", t."honour", t."level", t."granted_by", t."granted_on", t."document", t."work" FROM "t_honours" t JOIN in_force f ON f.ledger = 'honours' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period UNION ALL SELECT unit, period, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM in_force WHERE ledger = 'honours') SELECT _unit, _period, NULL AS _by, NULL AS _key, CAST(count(_row) AS DOUBLE) AS _rows, CAST(count(DISTINCT coalesce("work", "honour")) FILTER (WHERE _row IS NOT NULL AND true AND coalesce("work", "honour") IS NOT NULL) AS DOUBLE) AS "n0", true AS "n0_na", CAST(count(DISTINCT coalesce("work", "honour")) FILTER (WHERE _row IS NOT NULL AND coalesce("level" IN ('national', 'provincial'), false) AND coalesce("work", "honour") IS NOT NULL) AS DOUBLE) AS "n1", true AS "n1_na" FROM r GROUP BY GROUPING SETS ((_unit, _period)) ORDER BY _unit, _period, _by, _key;

-- overlap
WITH claim(ledger, import, name, unit, period) AS (VALUES ('honours', 1, '甲''县', 'u1', '2026Q3')), s AS (SELECT f.unit, f.period, t."honour", t."work", t."granted_on" FROM "t_honours" t JOIN in_force f ON f.ledger = 'honours' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') SEMI JOIN claim c ON c.unit = f.unit AND c.period = f.period), n AS (SELECT f.unit, f.period, t."honour", t."work", t."granted_on" FROM "t_honours" t JOIN claim f ON f.ledger = 'honours' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '')) SELECT CAST((SELECT count(*) FROM s) AS DOUBLE) AS standing, CAST((SELECT count(*) FROM n SEMI JOIN s ON (n.unit = s.unit AND n.period = s.period AND n."honour" IS NOT DISTINCT FROM s."honour" AND n."work" IS NOT DISTINCT FROM s."work" AND n."granted_on" IS NOT DISTINCT FROM s."granted_on")) AS DOUBLE) AS common;

-- rows behind honours.works, numerator
SELECT _import, _row, (true AND coalesce("work", "honour") IS NOT NULL) AND row_number() OVER (PARTITION BY coalesce("work", "honour"), (true AND coalesce("work", "honour") IS NOT NULL) ORDER BY _import, _row) = 1 AS _counts, "period", "county", "honour", "level", "granted_by", "granted_on", "document", "work" FROM "v_honours" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true AND coalesce("work", "honour") IS NOT NULL) ORDER BY _import, _row LIMIT 50;

-- rows behind honours.works_provincial, numerator
SELECT _import, _row, (coalesce("level" IN ('national', 'provincial'), false) AND coalesce("work", "honour") IS NOT NULL) AND row_number() OVER (PARTITION BY coalesce("work", "honour"), (coalesce("level" IN ('national', 'provincial'), false) AND coalesce("work", "honour") IS NOT NULL) ORDER BY _import, _row) = 1 AS _counts, "period", "county", "honour", "level", "granted_by", "granted_on", "document", "work" FROM "v_honours" WHERE _unit = 'u1' AND _period = '2026Q3' AND (coalesce("level" IN ('national', 'provincial'), false) AND coalesce("work", "honour") IS NOT NULL) ORDER BY _import, _row LIMIT 50;

-- list
SELECT _import, _row, _unit, "period", "county", "honour", "level", "granted_by", "granted_on", "document", "work" FROM "v_honours" WHERE _period = '2026Q3' ORDER BY _import, _row LIMIT 100 OFFSET 200;

-- odd rows
SELECT _row, _raw FROM "t_honours" WHERE _import = 1 AND _raw IS NOT NULL ORDER BY _row;

-- rows taken out
DELETE FROM "t_honours" WHERE _import = 1 AND _raw IS NOT NULL;

-- rows taken out
DELETE FROM "t_honours" WHERE _import = 1 AND _row IN (7, 9);

-- rows that differ, counted
WITH u(name, unit) AS (VALUES ('', ''), ('甲''县', 'u1')), b AS (SELECT t._row, t._period, row_number() OVER (PARTITION BY t._period, coalesce(u.unit, t."county"), CAST(t."honour" AS VARCHAR), CAST(t."work" AS VARCHAR), CAST(t."granted_on" AS VARCHAR) ORDER BY t._row) AS nth, coalesce(u.unit, t."county") AS "k0", CAST(t."honour" AS VARCHAR) AS "k1", CAST(t."work" AS VARCHAR) AS "k2", CAST(t."granted_on" AS VARCHAR) AS "k3", CAST(t."county" AS VARCHAR) AS "s0", CAST(t."honour" AS VARCHAR) AS "s1", CAST(t."work" AS VARCHAR) AS "s2", CAST(t."granted_on" AS VARCHAR) AS "s3", CASE WHEN contains(coalesce(t._na, ''), ',level,') THEN '/' ELSE CAST(t."level" AS VARCHAR) END AS "level", CASE WHEN contains(coalesce(t._na, ''), ',granted_by,') THEN '/' ELSE CAST(t."granted_by" AS VARCHAR) END AS "granted_by", CASE WHEN contains(coalesce(t._na, ''), ',document,') THEN '/' ELSE CAST(t."document" AS VARCHAR) END AS "document" FROM "t_honours" t LEFT JOIN u ON u.name = t."county" WHERE t._import = 1), a AS (SELECT t._row, t._period, row_number() OVER (PARTITION BY t._period, coalesce(u.unit, t."county"), CAST(t."honour" AS VARCHAR), CAST(t."work" AS VARCHAR), CAST(t."granted_on" AS VARCHAR) ORDER BY t._row) AS nth, coalesce(u.unit, t."county") AS "k0", CAST(t."honour" AS VARCHAR) AS "k1", CAST(t."work" AS VARCHAR) AS "k2", CAST(t."granted_on" AS VARCHAR) AS "k3", CAST(t."county" AS VARCHAR) AS "s0", CAST(t."honour" AS VARCHAR) AS "s1", CAST(t."work" AS VARCHAR) AS "s2", CAST(t."granted_on" AS VARCHAR) AS "s3", CASE WHEN contains(coalesce(t._na, ''), ',level,') THEN '/' ELSE CAST(t."level" AS VARCHAR) END AS "level", CASE WHEN contains(coalesce(t._na, ''), ',granted_by,') THEN '/' ELSE CAST(t."granted_by" AS VARCHAR) END AS "granted_by", CASE WHEN contains(coalesce(t._na, ''), ',document,') THEN '/' ELSE CAST(t."document" AS VARCHAR) END AS "document" FROM "t_honours" t LEFT JOIN u ON u.name = t."county" WHERE t._import = 2), j AS (SELECT b."_row" AS "b__row", a."_row" AS "a__row", b."_period" AS "b__period", a."_period" AS "a__period", b."s0" AS "b_s0", a."s0" AS "a_s0", b."s1" AS "b_s1", a."s1" AS "a_s1", b."s2" AS "b_s2", a."s2" AS "a_s2", b."s3" AS "b_s3", a."s3" AS "a_s3", b."level" AS "b_level", a."level" AS "a_level", b."granted_by" AS "b_granted_by", a."granted_by" AS "a_granted_by", b."document" AS "b_document", a."document" AS "a_document" FROM b FULL OUTER JOIN a ON (b."_period" IS NOT DISTINCT FROM a."_period" AND b."nth" IS NOT DISTINCT FROM a."nth" AND b."k0" IS NOT DISTINCT FROM a."k0" AND b."k1" IS NOT DISTINCT FROM a."k1" AND b."k2" IS NOT DISTINCT FROM a."k2" AND b."k3" IS NOT DISTINCT FROM a."k3")) SELECT CAST(count(*) FILTER (WHERE NOT (b__row IS NULL OR a__row IS NULL OR "b_level" IS DISTINCT FROM "a_level" OR "b_granted_by" IS DISTINCT FROM "a_granted_by" OR "b_document" IS DISTINCT FROM "a_document")) AS DOUBLE) AS same, CAST(count(*) FILTER (WHERE (b__row IS NULL OR a__row IS NULL OR "b_level" IS DISTINCT FROM "a_level" OR "b_granted_by" IS DISTINCT FROM "a_granted_by" OR "b_document" IS DISTINCT FROM "a_document")) AS DOUBLE) AS differing FROM j;

-- rows that differ
WITH u(name, unit) AS (VALUES ('', ''), ('甲''县', 'u1')), b AS (SELECT t._row, t._period, row_number() OVER (PARTITION BY t._period, coalesce(u.unit, t."county"), CAST(t."honour" AS VARCHAR), CAST(t."work" AS VARCHAR), CAST(t."granted_on" AS VARCHAR) ORDER BY t._row) AS nth, coalesce(u.unit, t."county") AS "k0", CAST(t."honour" AS VARCHAR) AS "k1", CAST(t."work" AS VARCHAR) AS "k2", CAST(t."granted_on" AS VARCHAR) AS "k3", CAST(t."county" AS VARCHAR) AS "s0", CAST(t."honour" AS VARCHAR) AS "s1", CAST(t."work" AS VARCHAR) AS "s2", CAST(t."granted_on" AS VARCHAR) AS "s3", CASE WHEN contains(coalesce(t._na, ''), ',level,') THEN '/' ELSE CAST(t."level" AS VARCHAR) END AS "level", CASE WHEN contains(coalesce(t._na, ''), ',granted_by,') THEN '/' ELSE CAST(t."granted_by" AS VARCHAR) END AS "granted_by", CASE WHEN contains(coalesce(t._na, ''), ',document,') THEN '/' ELSE CAST(t."document" AS VARCHAR) END AS "document" FROM "t_honours" t LEFT JOIN u ON u.name = t."county" WHERE t._import = 1), a AS (SELECT t._row, t._period, row_number() OVER (PARTITION BY t._period, coalesce(u.unit, t."county"), CAST(t."honour" AS VARCHAR), CAST(t."work" AS VARCHAR), CAST(t."granted_on" AS VARCHAR) ORDER BY t._row) AS nth, coalesce(u.unit, t."county") AS "k0", CAST(t."honour" AS VARCHAR) AS "k1", CAST(t."work" AS VARCHAR) AS "k2", CAST(t."granted_on" AS VARCHAR) AS "k3", CAST(t."county" AS VARCHAR) AS "s0", CAST(t."honour" AS VARCHAR) AS "s1", CAST(t."work" AS VARCHAR) AS "s2", CAST(t."granted_on" AS VARCHAR) AS "s3", CASE WHEN contains(coalesce(t._na, ''), ',level,') THEN '/' ELSE CAST(t."level" AS VARCHAR) END AS "level", CASE WHEN contains(coalesce(t._na, ''), ',granted_by,') THEN '/' ELSE CAST(t."granted_by" AS VARCHAR) END AS "granted_by", CASE WHEN contains(coalesce(t._na, ''), ',document,') THEN '/' ELSE CAST(t."document" AS VARCHAR) END AS "document" FROM "t_honours" t LEFT JOIN u ON u.name = t."county" WHERE t._import = 2), j AS (SELECT b."_row" AS "b__row", a."_row" AS "a__row", b."_period" AS "b__period", a."_period" AS "a__period", b."s0" AS "b_s0", a."s0" AS "a_s0", b."s1" AS "b_s1", a."s1" AS "a_s1", b."s2" AS "b_s2", a."s2" AS "a_s2", b."s3" AS "b_s3", a."s3" AS "a_s3", b."level" AS "b_level", a."level" AS "a_level", b."granted_by" AS "b_granted_by", a."granted_by" AS "a_granted_by", b."document" AS "b_document", a."document" AS "a_document" FROM b FULL OUTER JOIN a ON (b."_period" IS NOT DISTINCT FROM a."_period" AND b."nth" IS NOT DISTINCT FROM a."nth" AND b."k0" IS NOT DISTINCT FROM a."k0" AND b."k1" IS NOT DISTINCT FROM a."k1" AND b."k2" IS NOT DISTINCT FROM a."k2" AND b."k3" IS NOT DISTINCT FROM a."k3")) SELECT * FROM j WHERE (b__row IS NULL OR a__row IS NULL OR "b_level" IS DISTINCT FROM "a_level" OR "b_granted_by" IS DISTINCT FROM "a_granted_by" OR "b_document" IS DISTINCT FROM "a_document") ORDER BY a__row NULLS LAST, b__row LIMIT 5000;

-- forget
DELETE FROM "t_honours" WHERE _import = 1;
