-- schema
CREATE TABLE IF NOT EXISTS in_force (ledger VARCHAR, import INTEGER, name VARCHAR, unit VARCHAR, period VARCHAR);

-- schema
CREATE TABLE IF NOT EXISTS periods (period VARCHAR, as_of DATE);

-- schema
CREATE TABLE IF NOT EXISTS "t_organisation_life" ("_import" INTEGER, "_row" INTEGER, "_period" VARCHAR, "_na" VARCHAR, "_raw" VARCHAR[], "period" VARCHAR, "county" VARCHAR, "sector" VARCHAR, "branches" DOUBLE, "three_meetings" DOUBLE, "theme_due" DOUBLE, "theme_days" DOUBLE, "lecture_due" DOUBLE, "lectures" DOUBLE, "life_due" DOUBLE, "life_meetings" DOUBLE, "review_due" DOUBLE, "reviews" DOUBLE, "leaders_due" DOUBLE, "leaders_meetings" DOUBLE, "double_due" DOUBLE, "double_life" DOUBLE);

-- schema
CREATE OR REPLACE VIEW "v_organisation_life" AS SELECT t.*, f.unit AS _unit, p.as_of AS _as_of FROM "t_organisation_life" t JOIN in_force f ON f.ledger = 'organisation-life' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period;

-- periods
DELETE FROM periods; INSERT INTO periods VALUES ('2026Q3', CAST('2026-09-30' AS DATE));

-- in force
DELETE FROM in_force WHERE ledger = 'organisation-life';

-- in force
INSERT INTO in_force VALUES ('organisation-life', 1, '甲''县', 'u1', '2026Q3');

-- coverage
SELECT coalesce(t."county", '') AS name, t._period AS period, CAST(count(*) AS INTEGER) AS rows FROM "t_organisation_life" t WHERE t._import = 1 AND t._period IS NOT NULL GROUP BY ALL ORDER BY min(t._row);

-- keys that stand twice
SELECT _row, _period, first FROM (SELECT _row, _period, min(_row) OVER (PARTITION BY "_period", "county", "sector") AS first FROM "t_organisation_life" WHERE _import = 1 AND hash("_period", "county", "sector") IN (SELECT hash("_period", "county", "sector") AS h FROM "t_organisation_life" WHERE _import = 1 GROUP BY h HAVING count(*) > 1)) WHERE _row > first ORDER BY _row;

-- checks
SELECT _row, _period, 0 AS _check, CAST("three_meetings" AS VARCHAR) AS a, CAST("branches" AS VARCHAR) AS b FROM "t_organisation_life" WHERE _import = 1 AND "three_meetings" > "branches" UNION ALL SELECT _row, _period, 1 AS _check, CAST("theme_days" AS VARCHAR) AS a, CAST("theme_due" AS VARCHAR) AS b FROM "t_organisation_life" WHERE _import = 1 AND "theme_days" > "theme_due" UNION ALL SELECT _row, _period, 2 AS _check, CAST("lectures" AS VARCHAR) AS a, CAST("lecture_due" AS VARCHAR) AS b FROM "t_organisation_life" WHERE _import = 1 AND "lectures" > "lecture_due" UNION ALL SELECT _row, _period, 3 AS _check, CAST("life_meetings" AS VARCHAR) AS a, CAST("life_due" AS VARCHAR) AS b FROM "t_organisation_life" WHERE _import = 1 AND "life_meetings" > "life_due" UNION ALL SELECT _row, _period, 4 AS _check, CAST("reviews" AS VARCHAR) AS a, CAST("review_due" AS VARCHAR) AS b FROM "t_organisation_life" WHERE _import = 1 AND "reviews" > "review_due" UNION ALL SELECT _row, _period, 5 AS _check, CAST("leaders_meetings" AS VARCHAR) AS a, CAST("leaders_due" AS VARCHAR) AS b FROM "t_organisation_life" WHERE _import = 1 AND "leaders_meetings" > "leaders_due" UNION ALL SELECT _row, _period, 6 AS _check, CAST("double_life" AS VARCHAR) AS a, CAST("double_due" AS VARCHAR) AS b FROM "t_organisation_life" WHERE _import = 1 AND "double_life" > "double_due" ORDER BY _row, _check;

-- measures
WITH r AS (SELECT f.unit AS _unit, f.period AS _period, p.as_of AS _as_of, t._row, t._na, t."period", t."county", t."sector", t."branches", t."three_meetings", t."theme_due", t."theme_days", t."lecture_due", t."lectures", t."life_due", t."life_meetings", t."review_due", t."reviews", t."leaders_due", t."leaders_meetings", t."double_due", t."double_life" FROM "t_organisation_life" t JOIN in_force f ON f.ledger = 'organisation-life' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period UNION ALL SELECT unit, period, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM in_force WHERE ledger = 'organisation-life') SELECT _unit, _period, NULL AS _by, NULL AS _key, CAST(count(_row) AS DOUBLE) AS _rows, CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND "branches" IS NOT NULL) = 0 THEN 0 ELSE CAST(sum("three_meetings") FILTER (WHERE _row IS NOT NULL AND "branches" IS NOT NULL) AS DOUBLE) END AS "n0", count(*) FILTER (WHERE _row IS NOT NULL AND "branches" IS NOT NULL AND "three_meetings" IS NULL AND NOT (("three_meetings" IS NOT NULL OR coalesce(contains(_na, ',three_meetings,'), false)))) = 0 AS "n0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("branches") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "branches" IS NULL AND NOT (("branches" IS NOT NULL OR coalesce(contains(_na, ',branches,'), false)))) = 0 AS "d0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND "theme_due" IS NOT NULL) = 0 THEN 0 ELSE CAST(sum("theme_days") FILTER (WHERE _row IS NOT NULL AND "theme_due" IS NOT NULL) AS DOUBLE) END AS "n1", count(*) FILTER (WHERE _row IS NOT NULL AND "theme_due" IS NOT NULL AND "theme_days" IS NULL AND NOT (("theme_days" IS NOT NULL OR coalesce(contains(_na, ',theme_days,'), false)))) = 0 AS "n1_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("theme_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d1", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "theme_due" IS NULL AND NOT (("theme_due" IS NOT NULL OR coalesce(contains(_na, ',theme_due,'), false)))) = 0 AS "d1_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND "lecture_due" IS NOT NULL) = 0 THEN 0 ELSE CAST(sum("lectures") FILTER (WHERE _row IS NOT NULL AND "lecture_due" IS NOT NULL) AS DOUBLE) END AS "n2", count(*) FILTER (WHERE _row IS NOT NULL AND "lecture_due" IS NOT NULL AND "lectures" IS NULL AND NOT (("lectures" IS NOT NULL OR coalesce(contains(_na, ',lectures,'), false)))) = 0 AS "n2_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("lecture_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d2", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "lecture_due" IS NULL AND NOT (("lecture_due" IS NOT NULL OR coalesce(contains(_na, ',lecture_due,'), false)))) = 0 AS "d2_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND "life_due" IS NOT NULL) = 0 THEN 0 ELSE CAST(sum("life_meetings") FILTER (WHERE _row IS NOT NULL AND "life_due" IS NOT NULL) AS DOUBLE) END AS "n3", count(*) FILTER (WHERE _row IS NOT NULL AND "life_due" IS NOT NULL AND "life_meetings" IS NULL AND NOT (("life_meetings" IS NOT NULL OR coalesce(contains(_na, ',life_meetings,'), false)))) = 0 AS "n3_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("life_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d3", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "life_due" IS NULL AND NOT (("life_due" IS NOT NULL OR coalesce(contains(_na, ',life_due,'), false)))) = 0 AS "d3_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND "review_due" IS NOT NULL) = 0 THEN 0 ELSE CAST(sum("reviews") FILTER (WHERE _row IS NOT NULL AND "review_due" IS NOT NULL) AS DOUBLE) END AS "n4", count(*) FILTER (WHERE _row IS NOT NULL AND "review_due" IS NOT NULL AND "reviews" IS NULL AND NOT (("reviews" IS NOT NULL OR coalesce(contains(_na, ',reviews,'), false)))) = 0 AS "n4_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("review_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d4", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "review_due" IS NULL AND NOT (("review_due" IS NOT NULL OR coalesce(contains(_na, ',review_due,'), false)))) = 0 AS "d4_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND "leaders_due" IS NOT NULL) = 0 THEN 0 ELSE CAST(sum("leaders_meetings") FILTER (WHERE _row IS NOT NULL AND "leaders_due" IS NOT NULL) AS DOUBLE) END AS "n5", count(*) FILTER (WHERE _row IS NOT NULL AND "leaders_due" IS NOT NULL AND "leaders_meetings" IS NULL AND NOT (("leaders_meetings" IS NOT NULL OR coalesce(contains(_na, ',leaders_meetings,'), false)))) = 0 AS "n5_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("leaders_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d5", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "leaders_due" IS NULL AND NOT (("leaders_due" IS NOT NULL OR coalesce(contains(_na, ',leaders_due,'), false)))) = 0 AS "d5_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND "double_due" IS NOT NULL) = 0 THEN 0 ELSE CAST(sum("double_life") FILTER (WHERE _row IS NOT NULL AND "double_due" IS NOT NULL) AS DOUBLE) END AS "n6", count(*) FILTER (WHERE _row IS NOT NULL AND "double_due" IS NOT NULL AND "double_life" IS NULL AND NOT (("double_life" IS NOT NULL OR coalesce(contains(_na, ',double_life,'), false)))) = 0 AS "n6_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("double_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d6", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "double_due" IS NULL AND NOT (("double_due" IS NOT NULL OR coalesce(contains(_na, ',double_due,'), false)))) = 0 AS "d6_na" FROM r GROUP BY GROUPING SETS ((_unit, _period)) ORDER BY _unit, _period, _by, _key;

-- overlap
WITH claim(ledger, import, name, unit, period) AS (VALUES ('organisation-life', 1, '甲''县', 'u1', '2026Q3')), s AS (SELECT f.unit, f.period, t."sector" FROM "t_organisation_life" t JOIN in_force f ON f.ledger = 'organisation-life' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') SEMI JOIN claim c ON c.unit = f.unit AND c.period = f.period), n AS (SELECT f.unit, f.period, t."sector" FROM "t_organisation_life" t JOIN claim f ON f.ledger = 'organisation-life' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '')) SELECT CAST((SELECT count(*) FROM s) AS DOUBLE) AS standing, CAST((SELECT count(*) FROM n SEMI JOIN s ON (n.unit = s.unit AND n.period = s.period AND n."sector" IS NOT DISTINCT FROM s."sector")) AS DOUBLE) AS common;

-- rows behind organisation-life.three_meetings, numerator
SELECT _import, _row, CASE WHEN "branches" IS NOT NULL THEN "three_meetings" END AS _adds, "period", "county", "sector", "branches", "three_meetings", "theme_due", "theme_days", "lecture_due", "lectures", "life_due", "life_meetings", "review_due", "reviews", "leaders_due", "leaders_meetings", "double_due", "double_life" FROM "v_organisation_life" WHERE _unit = 'u1' AND _period = '2026Q3' AND "branches" IS NOT NULL ORDER BY _import, _row LIMIT 50;

-- rows behind organisation-life.three_meetings, denominator
SELECT _import, _row, CASE WHEN true THEN "branches" END AS _adds, "period", "county", "sector", "branches", "three_meetings", "theme_due", "theme_days", "lecture_due", "lectures", "life_due", "life_meetings", "review_due", "reviews", "leaders_due", "leaders_meetings", "double_due", "double_life" FROM "v_organisation_life" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind organisation-life.three_meetings, value
SELECT _import, _row, CASE WHEN "branches" IS NOT NULL THEN "three_meetings" END AS _adds, "period", "county", "sector", "branches", "three_meetings", "theme_due", "theme_days", "lecture_due", "lectures", "life_due", "life_meetings", "review_due", "reviews", "leaders_due", "leaders_meetings", "double_due", "double_life" FROM "v_organisation_life" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR "branches" IS NOT NULL) ORDER BY _import, _row LIMIT 50;

-- rows behind organisation-life.theme_days, numerator
SELECT _import, _row, CASE WHEN "theme_due" IS NOT NULL THEN "theme_days" END AS _adds, "period", "county", "sector", "branches", "three_meetings", "theme_due", "theme_days", "lecture_due", "lectures", "life_due", "life_meetings", "review_due", "reviews", "leaders_due", "leaders_meetings", "double_due", "double_life" FROM "v_organisation_life" WHERE _unit = 'u1' AND _period = '2026Q3' AND "theme_due" IS NOT NULL ORDER BY _import, _row LIMIT 50;

-- rows behind organisation-life.theme_days, denominator
SELECT _import, _row, CASE WHEN true THEN "theme_due" END AS _adds, "period", "county", "sector", "branches", "three_meetings", "theme_due", "theme_days", "lecture_due", "lectures", "life_due", "life_meetings", "review_due", "reviews", "leaders_due", "leaders_meetings", "double_due", "double_life" FROM "v_organisation_life" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind organisation-life.theme_days, value
SELECT _import, _row, CASE WHEN "theme_due" IS NOT NULL THEN "theme_days" END AS _adds, "period", "county", "sector", "branches", "three_meetings", "theme_due", "theme_days", "lecture_due", "lectures", "life_due", "life_meetings", "review_due", "reviews", "leaders_due", "leaders_meetings", "double_due", "double_life" FROM "v_organisation_life" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR "theme_due" IS NOT NULL) ORDER BY _import, _row LIMIT 50;

-- rows behind organisation-life.lectures, numerator
SELECT _import, _row, CASE WHEN "lecture_due" IS NOT NULL THEN "lectures" END AS _adds, "period", "county", "sector", "branches", "three_meetings", "theme_due", "theme_days", "lecture_due", "lectures", "life_due", "life_meetings", "review_due", "reviews", "leaders_due", "leaders_meetings", "double_due", "double_life" FROM "v_organisation_life" WHERE _unit = 'u1' AND _period = '2026Q3' AND "lecture_due" IS NOT NULL ORDER BY _import, _row LIMIT 50;

-- rows behind organisation-life.lectures, denominator
SELECT _import, _row, CASE WHEN true THEN "lecture_due" END AS _adds, "period", "county", "sector", "branches", "three_meetings", "theme_due", "theme_days", "lecture_due", "lectures", "life_due", "life_meetings", "review_due", "reviews", "leaders_due", "leaders_meetings", "double_due", "double_life" FROM "v_organisation_life" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind organisation-life.lectures, value
SELECT _import, _row, CASE WHEN "lecture_due" IS NOT NULL THEN "lectures" END AS _adds, "period", "county", "sector", "branches", "three_meetings", "theme_due", "theme_days", "lecture_due", "lectures", "life_due", "life_meetings", "review_due", "reviews", "leaders_due", "leaders_meetings", "double_due", "double_life" FROM "v_organisation_life" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR "lecture_due" IS NOT NULL) ORDER BY _import, _row LIMIT 50;

-- rows behind organisation-life.life_meetings, numerator
SELECT _import, _row, CASE WHEN "life_due" IS NOT NULL THEN "life_meetings" END AS _adds, "period", "county", "sector", "branches", "three_meetings", "theme_due", "theme_days", "lecture_due", "lectures", "life_due", "life_meetings", "review_due", "reviews", "leaders_due", "leaders_meetings", "double_due", "double_life" FROM "v_organisation_life" WHERE _unit = 'u1' AND _period = '2026Q3' AND "life_due" IS NOT NULL ORDER BY _import, _row LIMIT 50;

-- rows behind organisation-life.life_meetings, denominator
SELECT _import, _row, CASE WHEN true THEN "life_due" END AS _adds, "period", "county", "sector", "branches", "three_meetings", "theme_due", "theme_days", "lecture_due", "lectures", "life_due", "life_meetings", "review_due", "reviews", "leaders_due", "leaders_meetings", "double_due", "double_life" FROM "v_organisation_life" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind organisation-life.life_meetings, value
SELECT _import, _row, CASE WHEN "life_due" IS NOT NULL THEN "life_meetings" END AS _adds, "period", "county", "sector", "branches", "three_meetings", "theme_due", "theme_days", "lecture_due", "lectures", "life_due", "life_meetings", "review_due", "reviews", "leaders_due", "leaders_meetings", "double_due", "double_life" FROM "v_organisation_life" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR "life_due" IS NOT NULL) ORDER BY _import, _row LIMIT 50;

-- rows behind organisation-life.reviews, numerator
SELECT _import, _row, CASE WHEN "review_due" IS NOT NULL THEN "reviews" END AS _adds, "period", "county", "sector", "branches", "three_meetings", "theme_due", "theme_days", "lecture_due", "lectures", "life_due", "life_meetings", "review_due", "reviews", "leaders_due", "leaders_meetings", "double_due", "double_life" FROM "v_organisation_life" WHERE _unit = 'u1' AND _period = '2026Q3' AND "review_due" IS NOT NULL ORDER BY _import, _row LIMIT 50;

-- rows behind organisation-life.reviews, denominator
SELECT _import, _row, CASE WHEN true THEN "review_due" END AS _adds, "period", "county", "sector", "branches", "three_meetings", "theme_due", "theme_days", "lecture_due", "lectures", "life_due", "life_meetings", "review_due", "reviews", "leaders_due", "leaders_meetings", "double_due", "double_life" FROM "v_organisation_life" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind organisation-life.reviews, value
SELECT _import, _row, CASE WHEN "review_due" IS NOT NULL THEN "reviews" END AS _adds, "period", "county", "sector", "branches", "three_meetings", "theme_due", "theme_days", "lecture_due", "lectures", "life_due", "life_meetings", "review_due", "reviews", "leaders_due", "leaders_meetings", "double_due", "double_life" FROM "v_organisation_life" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR "review_due" IS NOT NULL) ORDER BY _import, _row LIMIT 50;

-- rows behind organisation-life.leaders_meetings, numerator
SELECT _import, _row, CASE WHEN "leaders_due" IS NOT NULL THEN "leaders_meetings" END AS _adds, "period", "county", "sector", "branches", "three_meetings", "theme_due", "theme_days", "lecture_due", "lectures", "life_due", "life_meetings", "review_due", "reviews", "leaders_due", "leaders_meetings", "double_due", "double_life" FROM "v_organisation_life" WHERE _unit = 'u1' AND _period = '2026Q3' AND "leaders_due" IS NOT NULL ORDER BY _import, _row LIMIT 50;

-- rows behind organisation-life.leaders_meetings, denominator
SELECT _import, _row, CASE WHEN true THEN "leaders_due" END AS _adds, "period", "county", "sector", "branches", "three_meetings", "theme_due", "theme_days", "lecture_due", "lectures", "life_due", "life_meetings", "review_due", "reviews", "leaders_due", "leaders_meetings", "double_due", "double_life" FROM "v_organisation_life" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind organisation-life.leaders_meetings, value
SELECT _import, _row, CASE WHEN "leaders_due" IS NOT NULL THEN "leaders_meetings" END AS _adds, "period", "county", "sector", "branches", "three_meetings", "theme_due", "theme_days", "lecture_due", "lectures", "life_due", "life_meetings", "review_due", "reviews", "leaders_due", "leaders_meetings", "double_due", "double_life" FROM "v_organisation_life" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR "leaders_due" IS NOT NULL) ORDER BY _import, _row LIMIT 50;

-- rows behind organisation-life.double_life, numerator
SELECT _import, _row, CASE WHEN "double_due" IS NOT NULL THEN "double_life" END AS _adds, "period", "county", "sector", "branches", "three_meetings", "theme_due", "theme_days", "lecture_due", "lectures", "life_due", "life_meetings", "review_due", "reviews", "leaders_due", "leaders_meetings", "double_due", "double_life" FROM "v_organisation_life" WHERE _unit = 'u1' AND _period = '2026Q3' AND "double_due" IS NOT NULL ORDER BY _import, _row LIMIT 50;

-- rows behind organisation-life.double_life, denominator
SELECT _import, _row, CASE WHEN true THEN "double_due" END AS _adds, "period", "county", "sector", "branches", "three_meetings", "theme_due", "theme_days", "lecture_due", "lectures", "life_due", "life_meetings", "review_due", "reviews", "leaders_due", "leaders_meetings", "double_due", "double_life" FROM "v_organisation_life" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind organisation-life.double_life, value
SELECT _import, _row, CASE WHEN "double_due" IS NOT NULL THEN "double_life" END AS _adds, "period", "county", "sector", "branches", "three_meetings", "theme_due", "theme_days", "lecture_due", "lectures", "life_due", "life_meetings", "review_due", "reviews", "leaders_due", "leaders_meetings", "double_due", "double_life" FROM "v_organisation_life" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR "double_due" IS NOT NULL) ORDER BY _import, _row LIMIT 50;

-- list
SELECT _import, _row, _unit, "period", "county", "sector", "branches", "three_meetings", "theme_due", "theme_days", "lecture_due", "lectures", "life_due", "life_meetings", "review_due", "reviews", "leaders_due", "leaders_meetings", "double_due", "double_life" FROM "v_organisation_life" WHERE _period = '2026Q3' ORDER BY _import, _row LIMIT 100 OFFSET 200;

-- odd rows
SELECT _row, _raw FROM "t_organisation_life" WHERE _import = 1 AND _raw IS NOT NULL ORDER BY _row;

-- rows taken out
DELETE FROM "t_organisation_life" WHERE _import = 1 AND _raw IS NOT NULL;

-- rows taken out
DELETE FROM "t_organisation_life" WHERE _import = 1 AND _row IN (7, 9);

-- forget
DELETE FROM "t_organisation_life" WHERE _import = 1;
