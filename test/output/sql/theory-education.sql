-- schema
CREATE TABLE IF NOT EXISTS in_force (ledger VARCHAR, import INTEGER, name VARCHAR, unit VARCHAR, period VARCHAR);

-- schema
CREATE TABLE IF NOT EXISTS periods (period VARCHAR, as_of DATE);

-- schema
CREATE TABLE IF NOT EXISTS "t_theory_education" ("_import" INTEGER, "_row" INTEGER, "_period" VARCHAR, "_na" VARCHAR, "_raw" VARCHAR[], "period" VARCHAR, "county" VARCHAR, "test_due" DOUBLE, "tested" DOUBLE, "passed" DOUBLE, "training_due" DOUBLE, "trained" DOUBLE, "rectify_due" DOUBLE, "rectified" DOUBLE, "rectify_overdue" DOUBLE, "inspection_due" DOUBLE, "inspection_closed" DOUBLE, "inspection_overdue" DOUBLE, "digital_due" DOUBLE, "digital_covered" DOUBLE);

-- schema
CREATE OR REPLACE VIEW "v_theory_education" AS SELECT t.*, f.unit AS _unit, p.as_of AS _as_of FROM "t_theory_education" t JOIN in_force f ON f.ledger = 'theory-education' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period;

-- periods
DELETE FROM periods; INSERT INTO periods VALUES ('2026Q3', CAST('2026-09-30' AS DATE));

-- in force
DELETE FROM in_force WHERE ledger = 'theory-education';

-- in force
INSERT INTO in_force VALUES ('theory-education', 1, '甲''县', 'u1', '2026Q3');

-- coverage
SELECT coalesce(t."county", '') AS name, t._period AS period, CAST(count(*) AS INTEGER) AS rows FROM "t_theory_education" t WHERE t._import = 1 AND t._period IS NOT NULL GROUP BY ALL ORDER BY min(t._row);

-- keys that stand twice
SELECT _row, _period, first FROM (SELECT _row, _period, min(_row) OVER (PARTITION BY "_period", "county") AS first FROM "t_theory_education" WHERE _import = 1 AND hash("_period", "county") IN (SELECT hash("_period", "county") AS h FROM "t_theory_education" WHERE _import = 1 GROUP BY h HAVING count(*) > 1)) WHERE _row > first ORDER BY _row;

-- checks
SELECT _row, _period, 0 AS _check, CAST("tested" AS VARCHAR) AS a, CAST("test_due" AS VARCHAR) AS b FROM "t_theory_education" WHERE _import = 1 AND "tested" > "test_due" UNION ALL SELECT _row, _period, 1 AS _check, CAST("trained" AS VARCHAR) AS a, CAST("training_due" AS VARCHAR) AS b FROM "t_theory_education" WHERE _import = 1 AND "trained" > "training_due" UNION ALL SELECT _row, _period, 2 AS _check, CAST("passed" AS VARCHAR) AS a, CAST("tested" AS VARCHAR) AS b FROM "t_theory_education" WHERE _import = 1 AND "passed" > "tested" UNION ALL SELECT _row, _period, 3 AS _check, CAST("rectified" AS VARCHAR) AS a, CAST("rectify_due" AS VARCHAR) AS b FROM "t_theory_education" WHERE _import = 1 AND "rectified" > "rectify_due" UNION ALL SELECT _row, _period, 4 AS _check, CAST("rectify_overdue" AS VARCHAR) AS a, CAST("rectify_due" AS VARCHAR) AS b FROM "t_theory_education" WHERE _import = 1 AND "rectify_overdue" > "rectify_due" UNION ALL SELECT _row, _period, 5 AS _check, CAST("inspection_closed" AS VARCHAR) AS a, CAST("inspection_due" AS VARCHAR) AS b FROM "t_theory_education" WHERE _import = 1 AND "inspection_closed" > "inspection_due" UNION ALL SELECT _row, _period, 6 AS _check, CAST("inspection_overdue" AS VARCHAR) AS a, CAST("inspection_due" AS VARCHAR) AS b FROM "t_theory_education" WHERE _import = 1 AND "inspection_overdue" > "inspection_due" UNION ALL SELECT _row, _period, 7 AS _check, CAST("digital_covered" AS VARCHAR) AS a, CAST("digital_due" AS VARCHAR) AS b FROM "t_theory_education" WHERE _import = 1 AND "digital_covered" > "digital_due" ORDER BY _row, _check;

-- measures
WITH r AS (SELECT f.unit AS _unit, f.period AS _period, p.as_of AS _as_of, t._row, t._na, t."period", t."county", t."test_due", t."tested", t."passed", t."training_due", t."trained", t."rectify_due", t."rectified", t."rectify_overdue", t."inspection_due", t."inspection_closed", t."inspection_overdue", t."digital_due", t."digital_covered" FROM "t_theory_education" t JOIN in_force f ON f.ledger = 'theory-education' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period UNION ALL SELECT unit, period, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM in_force WHERE ledger = 'theory-education') SELECT _unit, _period, NULL AS _by, NULL AS _key, CAST(count(_row) AS DOUBLE) AS _rows, CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("tested") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "tested" IS NULL AND NOT (("tested" IS NOT NULL OR coalesce(contains(_na, ',tested,'), false)))) = 0 AS "n0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("test_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "test_due" IS NULL AND NOT (("test_due" IS NOT NULL OR coalesce(contains(_na, ',test_due,'), false)))) = 0 AS "d0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("passed") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n1", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "passed" IS NULL AND NOT (("passed" IS NOT NULL OR coalesce(contains(_na, ',passed,'), false)))) = 0 AS "n1_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("tested") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d1", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "tested" IS NULL AND NOT (("tested" IS NOT NULL OR coalesce(contains(_na, ',tested,'), false)))) = 0 AS "d1_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("trained") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n2", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "trained" IS NULL AND NOT (("trained" IS NOT NULL OR coalesce(contains(_na, ',trained,'), false)))) = 0 AS "n2_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("training_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d2", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "training_due" IS NULL AND NOT (("training_due" IS NOT NULL OR coalesce(contains(_na, ',training_due,'), false)))) = 0 AS "d2_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("rectified") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n3", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "rectified" IS NULL AND NOT (("rectified" IS NOT NULL OR coalesce(contains(_na, ',rectified,'), false)))) = 0 AS "n3_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("rectify_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d3", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "rectify_due" IS NULL AND NOT (("rectify_due" IS NOT NULL OR coalesce(contains(_na, ',rectify_due,'), false)))) = 0 AS "d3_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("rectify_overdue") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n4", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "rectify_overdue" IS NULL AND NOT (("rectify_overdue" IS NOT NULL OR coalesce(contains(_na, ',rectify_overdue,'), false)))) = 0 AS "n4_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("rectify_overdue") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n5", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "rectify_overdue" IS NULL AND NOT (("rectify_overdue" IS NOT NULL OR coalesce(contains(_na, ',rectify_overdue,'), false)))) = 0 AS "n5_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("rectify_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d5", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "rectify_due" IS NULL AND NOT (("rectify_due" IS NOT NULL OR coalesce(contains(_na, ',rectify_due,'), false)))) = 0 AS "d5_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("inspection_closed") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n6", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "inspection_closed" IS NULL AND NOT (("inspection_closed" IS NOT NULL OR coalesce(contains(_na, ',inspection_closed,'), false)))) = 0 AS "n6_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("inspection_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d6", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "inspection_due" IS NULL AND NOT (("inspection_due" IS NOT NULL OR coalesce(contains(_na, ',inspection_due,'), false)))) = 0 AS "d6_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("inspection_overdue") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n7", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "inspection_overdue" IS NULL AND NOT (("inspection_overdue" IS NOT NULL OR coalesce(contains(_na, ',inspection_overdue,'), false)))) = 0 AS "n7_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("inspection_overdue") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n8", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "inspection_overdue" IS NULL AND NOT (("inspection_overdue" IS NOT NULL OR coalesce(contains(_na, ',inspection_overdue,'), false)))) = 0 AS "n8_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("inspection_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d8", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "inspection_due" IS NULL AND NOT (("inspection_due" IS NOT NULL OR coalesce(contains(_na, ',inspection_due,'), false)))) = 0 AS "d8_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("digital_covered") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n9", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "digital_covered" IS NULL AND NOT (("digital_covered" IS NOT NULL OR coalesce(contains(_na, ',digital_covered,'), false)))) = 0 AS "n9_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("digital_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d9", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "digital_due" IS NULL AND NOT (("digital_due" IS NOT NULL OR coalesce(contains(_na, ',digital_due,'), false)))) = 0 AS "d9_na" FROM r GROUP BY GROUPING SETS ((_unit, _period)) ORDER BY _unit, _period, _by, _key;

-- overlap
WITH claim(ledger, import, name, unit, period) AS (VALUES ('theory-education', 1, '甲''县', 'u1', '2026Q3')), s AS (SELECT f.unit, f.period FROM "t_theory_education" t JOIN in_force f ON f.ledger = 'theory-education' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') SEMI JOIN claim c ON c.unit = f.unit AND c.period = f.period), n AS (SELECT f.unit, f.period FROM "t_theory_education" t JOIN claim f ON f.ledger = 'theory-education' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '')) SELECT CAST((SELECT count(*) FROM s) AS DOUBLE) AS standing, CAST((SELECT count(*) FROM n SEMI JOIN s ON (n.unit = s.unit AND n.period = s.period)) AS DOUBLE) AS common;

-- rows behind theory-education.tested, numerator
SELECT _import, _row, CASE WHEN true THEN "tested" END AS _adds, "period", "county", "test_due", "tested", "passed", "training_due", "trained", "rectify_due", "rectified", "rectify_overdue", "inspection_due", "inspection_closed", "inspection_overdue", "digital_due", "digital_covered" FROM "v_theory_education" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind theory-education.tested, denominator
SELECT _import, _row, CASE WHEN true THEN "test_due" END AS _adds, "period", "county", "test_due", "tested", "passed", "training_due", "trained", "rectify_due", "rectified", "rectify_overdue", "inspection_due", "inspection_closed", "inspection_overdue", "digital_due", "digital_covered" FROM "v_theory_education" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind theory-education.tested, value
SELECT _import, _row, CASE WHEN true THEN "tested" END AS _adds, "period", "county", "test_due", "tested", "passed", "training_due", "trained", "rectify_due", "rectified", "rectify_overdue", "inspection_due", "inspection_closed", "inspection_overdue", "digital_due", "digital_covered" FROM "v_theory_education" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind theory-education.passed, numerator
SELECT _import, _row, CASE WHEN true THEN "passed" END AS _adds, "period", "county", "test_due", "tested", "passed", "training_due", "trained", "rectify_due", "rectified", "rectify_overdue", "inspection_due", "inspection_closed", "inspection_overdue", "digital_due", "digital_covered" FROM "v_theory_education" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind theory-education.passed, denominator
SELECT _import, _row, CASE WHEN true THEN "tested" END AS _adds, "period", "county", "test_due", "tested", "passed", "training_due", "trained", "rectify_due", "rectified", "rectify_overdue", "inspection_due", "inspection_closed", "inspection_overdue", "digital_due", "digital_covered" FROM "v_theory_education" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind theory-education.passed, value
SELECT _import, _row, CASE WHEN true THEN "passed" END AS _adds, "period", "county", "test_due", "tested", "passed", "training_due", "trained", "rectify_due", "rectified", "rectify_overdue", "inspection_due", "inspection_closed", "inspection_overdue", "digital_due", "digital_covered" FROM "v_theory_education" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind theory-education.trained, numerator
SELECT _import, _row, CASE WHEN true THEN "trained" END AS _adds, "period", "county", "test_due", "tested", "passed", "training_due", "trained", "rectify_due", "rectified", "rectify_overdue", "inspection_due", "inspection_closed", "inspection_overdue", "digital_due", "digital_covered" FROM "v_theory_education" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind theory-education.trained, denominator
SELECT _import, _row, CASE WHEN true THEN "training_due" END AS _adds, "period", "county", "test_due", "tested", "passed", "training_due", "trained", "rectify_due", "rectified", "rectify_overdue", "inspection_due", "inspection_closed", "inspection_overdue", "digital_due", "digital_covered" FROM "v_theory_education" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind theory-education.trained, value
SELECT _import, _row, CASE WHEN true THEN "trained" END AS _adds, "period", "county", "test_due", "tested", "passed", "training_due", "trained", "rectify_due", "rectified", "rectify_overdue", "inspection_due", "inspection_closed", "inspection_overdue", "digital_due", "digital_covered" FROM "v_theory_education" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind theory-education.rectified, numerator
SELECT _import, _row, CASE WHEN true THEN "rectified" END AS _adds, "period", "county", "test_due", "tested", "passed", "training_due", "trained", "rectify_due", "rectified", "rectify_overdue", "inspection_due", "inspection_closed", "inspection_overdue", "digital_due", "digital_covered" FROM "v_theory_education" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind theory-education.rectified, denominator
SELECT _import, _row, CASE WHEN true THEN "rectify_due" END AS _adds, "period", "county", "test_due", "tested", "passed", "training_due", "trained", "rectify_due", "rectified", "rectify_overdue", "inspection_due", "inspection_closed", "inspection_overdue", "digital_due", "digital_covered" FROM "v_theory_education" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind theory-education.rectified, value
SELECT _import, _row, CASE WHEN true THEN "rectified" END AS _adds, "period", "county", "test_due", "tested", "passed", "training_due", "trained", "rectify_due", "rectified", "rectify_overdue", "inspection_due", "inspection_closed", "inspection_overdue", "digital_due", "digital_covered" FROM "v_theory_education" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind theory-education.rectify_overdue, numerator
SELECT _import, _row, CASE WHEN true THEN "rectify_overdue" END AS _adds, "period", "county", "test_due", "tested", "passed", "training_due", "trained", "rectify_due", "rectified", "rectify_overdue", "inspection_due", "inspection_closed", "inspection_overdue", "digital_due", "digital_covered" FROM "v_theory_education" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind theory-education.rectify_overdue_share, numerator
SELECT _import, _row, CASE WHEN true THEN "rectify_overdue" END AS _adds, "period", "county", "test_due", "tested", "passed", "training_due", "trained", "rectify_due", "rectified", "rectify_overdue", "inspection_due", "inspection_closed", "inspection_overdue", "digital_due", "digital_covered" FROM "v_theory_education" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind theory-education.rectify_overdue_share, denominator
SELECT _import, _row, CASE WHEN true THEN "rectify_due" END AS _adds, "period", "county", "test_due", "tested", "passed", "training_due", "trained", "rectify_due", "rectified", "rectify_overdue", "inspection_due", "inspection_closed", "inspection_overdue", "digital_due", "digital_covered" FROM "v_theory_education" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind theory-education.rectify_overdue_share, value
SELECT _import, _row, CASE WHEN true THEN "rectify_overdue" END AS _adds, "period", "county", "test_due", "tested", "passed", "training_due", "trained", "rectify_due", "rectified", "rectify_overdue", "inspection_due", "inspection_closed", "inspection_overdue", "digital_due", "digital_covered" FROM "v_theory_education" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind theory-education.inspection_closed, numerator
SELECT _import, _row, CASE WHEN true THEN "inspection_closed" END AS _adds, "period", "county", "test_due", "tested", "passed", "training_due", "trained", "rectify_due", "rectified", "rectify_overdue", "inspection_due", "inspection_closed", "inspection_overdue", "digital_due", "digital_covered" FROM "v_theory_education" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind theory-education.inspection_closed, denominator
SELECT _import, _row, CASE WHEN true THEN "inspection_due" END AS _adds, "period", "county", "test_due", "tested", "passed", "training_due", "trained", "rectify_due", "rectified", "rectify_overdue", "inspection_due", "inspection_closed", "inspection_overdue", "digital_due", "digital_covered" FROM "v_theory_education" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind theory-education.inspection_closed, value
SELECT _import, _row, CASE WHEN true THEN "inspection_closed" END AS _adds, "period", "county", "test_due", "tested", "passed", "training_due", "trained", "rectify_due", "rectified", "rectify_overdue", "inspection_due", "inspection_closed", "inspection_overdue", "digital_due", "digital_covered" FROM "v_theory_education" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind theory-education.inspection_overdue, numerator
SELECT _import, _row, CASE WHEN true THEN "inspection_overdue" END AS _adds, "period", "county", "test_due", "tested", "passed", "training_due", "trained", "rectify_due", "rectified", "rectify_overdue", "inspection_due", "inspection_closed", "inspection_overdue", "digital_due", "digital_covered" FROM "v_theory_education" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind theory-education.inspection_overdue_share, numerator
SELECT _import, _row, CASE WHEN true THEN "inspection_overdue" END AS _adds, "period", "county", "test_due", "tested", "passed", "training_due", "trained", "rectify_due", "rectified", "rectify_overdue", "inspection_due", "inspection_closed", "inspection_overdue", "digital_due", "digital_covered" FROM "v_theory_education" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind theory-education.inspection_overdue_share, denominator
SELECT _import, _row, CASE WHEN true THEN "inspection_due" END AS _adds, "period", "county", "test_due", "tested", "passed", "training_due", "trained", "rectify_due", "rectified", "rectify_overdue", "inspection_due", "inspection_closed", "inspection_overdue", "digital_due", "digital_covered" FROM "v_theory_education" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind theory-education.inspection_overdue_share, value
SELECT _import, _row, CASE WHEN true THEN "inspection_overdue" END AS _adds, "period", "county", "test_due", "tested", "passed", "training_due", "trained", "rectify_due", "rectified", "rectify_overdue", "inspection_due", "inspection_closed", "inspection_overdue", "digital_due", "digital_covered" FROM "v_theory_education" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind theory-education.digital_cover, numerator
SELECT _import, _row, CASE WHEN true THEN "digital_covered" END AS _adds, "period", "county", "test_due", "tested", "passed", "training_due", "trained", "rectify_due", "rectified", "rectify_overdue", "inspection_due", "inspection_closed", "inspection_overdue", "digital_due", "digital_covered" FROM "v_theory_education" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind theory-education.digital_cover, denominator
SELECT _import, _row, CASE WHEN true THEN "digital_due" END AS _adds, "period", "county", "test_due", "tested", "passed", "training_due", "trained", "rectify_due", "rectified", "rectify_overdue", "inspection_due", "inspection_closed", "inspection_overdue", "digital_due", "digital_covered" FROM "v_theory_education" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind theory-education.digital_cover, value
SELECT _import, _row, CASE WHEN true THEN "digital_covered" END AS _adds, "period", "county", "test_due", "tested", "passed", "training_due", "trained", "rectify_due", "rectified", "rectify_overdue", "inspection_due", "inspection_closed", "inspection_overdue", "digital_due", "digital_covered" FROM "v_theory_education" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- list
SELECT _import, _row, _unit, "period", "county", "test_due", "tested", "passed", "training_due", "trained", "rectify_due", "rectified", "rectify_overdue", "inspection_due", "inspection_closed", "inspection_overdue", "digital_due", "digital_covered" FROM "v_theory_education" WHERE _period = '2026Q3' ORDER BY _import, _row LIMIT 100 OFFSET 200;

-- odd rows
SELECT _row, _raw FROM "t_theory_education" WHERE _import = 1 AND _raw IS NOT NULL ORDER BY _row;

-- rows taken out
DELETE FROM "t_theory_education" WHERE _import = 1 AND _raw IS NOT NULL;

-- rows taken out
DELETE FROM "t_theory_education" WHERE _import = 1 AND _row IN (7, 9);

-- forget
DELETE FROM "t_theory_education" WHERE _import = 1;
