-- schema
CREATE TABLE IF NOT EXISTS in_force (ledger VARCHAR, import INTEGER, name VARCHAR, unit VARCHAR, period VARCHAR);

-- schema
CREATE TABLE IF NOT EXISTS periods (period VARCHAR, as_of DATE);

-- schema
CREATE TABLE IF NOT EXISTS "t_appraisal" ("_import" INTEGER, "_row" INTEGER, "_period" VARCHAR, "_na" VARCHAR, "_raw" VARCHAR[], "period" VARCHAR, "county" VARCHAR, "report_due" DOUBLE, "reported" DOUBLE, "daily_mark" DOUBLE, "votes_good" DOUBLE, "votes_fair" DOUBLE, "votes_average" DOUBLE, "votes_poor" DOUBLE, "leader_mark" DOUBLE, "total_mark" DOUBLE, "grade" VARCHAR);

-- schema
CREATE OR REPLACE VIEW "v_appraisal" AS SELECT t.*, f.unit AS _unit, p.as_of AS _as_of FROM "t_appraisal" t JOIN in_force f ON f.ledger = 'appraisal' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period;

-- periods
DELETE FROM periods; INSERT INTO periods VALUES ('2026Q3', CAST('2026-09-30' AS DATE));

-- in force
DELETE FROM in_force WHERE ledger = 'appraisal';

-- in force
INSERT INTO in_force VALUES ('appraisal', 1, '甲''县', 'u1', '2026Q3');

-- coverage
SELECT coalesce(t."county", '') AS name, t._period AS period, CAST(count(*) AS INTEGER) AS rows FROM "t_appraisal" t WHERE t._import = 1 AND t._period IS NOT NULL GROUP BY ALL ORDER BY min(t._row);

-- keys that stand twice
SELECT _row, _period, first FROM (SELECT _row, _period, min(_row) OVER (PARTITION BY "_period", "county") AS first FROM "t_appraisal" WHERE _import = 1 AND hash("_period", "county") IN (SELECT hash("_period", "county") AS h FROM "t_appraisal" WHERE _import = 1 GROUP BY h HAVING count(*) > 1)) WHERE _row > first ORDER BY _row;

-- checks
SELECT _row, _period, 0 AS _check, CAST("reported" AS VARCHAR) AS a, CAST("report_due" AS VARCHAR) AS b FROM "t_appraisal" WHERE _import = 1 AND "reported" > "report_due" ORDER BY _row, _check;

-- measures
WITH r AS (SELECT f.unit AS _unit, f.period AS _period, p.as_of AS _as_of, t._row, t._na, t."period", t."county", t."report_due", t."reported", t."daily_mark", t."votes_good", t."votes_fair", t."votes_average", t."votes_poor", t."leader_mark", t."total_mark", t."grade" FROM "t_appraisal" t JOIN in_force f ON f.ledger = 'appraisal' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period UNION ALL SELECT unit, period, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM in_force WHERE ledger = 'appraisal') SELECT _unit, _period, NULL AS _by, NULL AS _key, CAST(count(_row) AS DOUBLE) AS _rows, CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum(((((1 * "votes_good") + (0.8 * "votes_fair")) + (0.6 * "votes_average")) + (0.4 * "votes_poor"))) FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND ((((1 * "votes_good") + (0.8 * "votes_fair")) + (0.6 * "votes_average")) + (0.4 * "votes_poor")) IS NULL AND NOT (("votes_good" IS NOT NULL OR coalesce(contains(_na, ',votes_good,'), false)) AND ("votes_fair" IS NOT NULL OR coalesce(contains(_na, ',votes_fair,'), false)) AND ("votes_average" IS NOT NULL OR coalesce(contains(_na, ',votes_average,'), false)) AND ("votes_poor" IS NOT NULL OR coalesce(contains(_na, ',votes_poor,'), false)))) = 0 AS "n0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum(((("votes_good" + "votes_fair") + "votes_average") + "votes_poor")) FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND ((("votes_good" + "votes_fair") + "votes_average") + "votes_poor") IS NULL AND NOT (("votes_good" IS NOT NULL OR coalesce(contains(_na, ',votes_good,'), false)) AND ("votes_fair" IS NOT NULL OR coalesce(contains(_na, ',votes_fair,'), false)) AND ("votes_average" IS NOT NULL OR coalesce(contains(_na, ',votes_average,'), false)) AND ("votes_poor" IS NOT NULL OR coalesce(contains(_na, ',votes_poor,'), false)))) = 0 AS "d0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("reported") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n1", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "reported" IS NULL AND NOT (("reported" IS NOT NULL OR coalesce(contains(_na, ',reported,'), false)))) = 0 AS "n1_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("report_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d1", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "report_due" IS NULL AND NOT (("report_due" IS NOT NULL OR coalesce(contains(_na, ',report_due,'), false)))) = 0 AS "d1_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND coalesce("grade" = 'good', false)) AS DOUBLE) AS "n2", true AS "n2_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND "grade" IS NOT NULL) AS DOUBLE) AS "d2", true AS "d2_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND coalesce("grade" = 'fair', false)) AS DOUBLE) AS "n3", true AS "n3_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND "grade" IS NOT NULL) AS DOUBLE) AS "d3", true AS "d3_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND coalesce("grade" = 'average', false)) AS DOUBLE) AS "n4", true AS "n4_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND "grade" IS NOT NULL) AS DOUBLE) AS "d4", true AS "d4_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND coalesce("grade" = 'poor', false)) AS DOUBLE) AS "n5", true AS "n5_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND "grade" IS NOT NULL) AS DOUBLE) AS "d5", true AS "d5_na" FROM r GROUP BY GROUPING SETS ((_unit, _period)) ORDER BY _unit, _period, _by, _key;

-- overlap
WITH claim(ledger, import, name, unit, period) AS (VALUES ('appraisal', 1, '甲''县', 'u1', '2026Q3')), s AS (SELECT f.unit, f.period FROM "t_appraisal" t JOIN in_force f ON f.ledger = 'appraisal' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') SEMI JOIN claim c ON c.unit = f.unit AND c.period = f.period), n AS (SELECT f.unit, f.period FROM "t_appraisal" t JOIN claim f ON f.ledger = 'appraisal' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '')) SELECT CAST((SELECT count(*) FROM s) AS DOUBLE) AS standing, CAST((SELECT count(*) FROM n SEMI JOIN s ON (n.unit = s.unit AND n.period = s.period)) AS DOUBLE) AS common;

-- rows behind appraisal.vote_index, numerator
SELECT _import, _row, CASE WHEN true THEN ((((1 * "votes_good") + (0.8 * "votes_fair")) + (0.6 * "votes_average")) + (0.4 * "votes_poor")) END AS _adds, "period", "county", "report_due", "reported", "daily_mark", "votes_good", "votes_fair", "votes_average", "votes_poor", "leader_mark", "total_mark", "grade" FROM "v_appraisal" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind appraisal.vote_index, denominator
SELECT _import, _row, CASE WHEN true THEN ((("votes_good" + "votes_fair") + "votes_average") + "votes_poor") END AS _adds, "period", "county", "report_due", "reported", "daily_mark", "votes_good", "votes_fair", "votes_average", "votes_poor", "leader_mark", "total_mark", "grade" FROM "v_appraisal" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind appraisal.vote_index, value
SELECT _import, _row, CASE WHEN true THEN ((((1 * "votes_good") + (0.8 * "votes_fair")) + (0.6 * "votes_average")) + (0.4 * "votes_poor")) END AS _adds, "period", "county", "report_due", "reported", "daily_mark", "votes_good", "votes_fair", "votes_average", "votes_poor", "leader_mark", "total_mark", "grade" FROM "v_appraisal" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind appraisal.reported, numerator
SELECT _import, _row, CASE WHEN true THEN "reported" END AS _adds, "period", "county", "report_due", "reported", "daily_mark", "votes_good", "votes_fair", "votes_average", "votes_poor", "leader_mark", "total_mark", "grade" FROM "v_appraisal" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind appraisal.reported, denominator
SELECT _import, _row, CASE WHEN true THEN "report_due" END AS _adds, "period", "county", "report_due", "reported", "daily_mark", "votes_good", "votes_fair", "votes_average", "votes_poor", "leader_mark", "total_mark", "grade" FROM "v_appraisal" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind appraisal.reported, value
SELECT _import, _row, CASE WHEN true THEN "reported" END AS _adds, "period", "county", "report_due", "reported", "daily_mark", "votes_good", "votes_fair", "votes_average", "votes_poor", "leader_mark", "total_mark", "grade" FROM "v_appraisal" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind appraisal.graded_good, numerator
SELECT _import, _row, coalesce("grade" = 'good', false) AS _counts, "period", "county", "report_due", "reported", "daily_mark", "votes_good", "votes_fair", "votes_average", "votes_poor", "leader_mark", "total_mark", "grade" FROM "v_appraisal" WHERE _unit = 'u1' AND _period = '2026Q3' AND coalesce("grade" = 'good', false) ORDER BY _import, _row LIMIT 50;

-- rows behind appraisal.graded_good, denominator
SELECT _import, _row, "grade" IS NOT NULL AS _counts, "period", "county", "report_due", "reported", "daily_mark", "votes_good", "votes_fair", "votes_average", "votes_poor", "leader_mark", "total_mark", "grade" FROM "v_appraisal" WHERE _unit = 'u1' AND _period = '2026Q3' AND "grade" IS NOT NULL ORDER BY _import, _row LIMIT 50;

-- rows behind appraisal.graded_good, value
SELECT _import, _row, coalesce("grade" = 'good', false) AS _counts, "period", "county", "report_due", "reported", "daily_mark", "votes_good", "votes_fair", "votes_average", "votes_poor", "leader_mark", "total_mark", "grade" FROM "v_appraisal" WHERE _unit = 'u1' AND _period = '2026Q3' AND ("grade" IS NOT NULL OR coalesce("grade" = 'good', false)) ORDER BY _import, _row LIMIT 50;

-- rows behind appraisal.graded_fair, numerator
SELECT _import, _row, coalesce("grade" = 'fair', false) AS _counts, "period", "county", "report_due", "reported", "daily_mark", "votes_good", "votes_fair", "votes_average", "votes_poor", "leader_mark", "total_mark", "grade" FROM "v_appraisal" WHERE _unit = 'u1' AND _period = '2026Q3' AND coalesce("grade" = 'fair', false) ORDER BY _import, _row LIMIT 50;

-- rows behind appraisal.graded_fair, denominator
SELECT _import, _row, "grade" IS NOT NULL AS _counts, "period", "county", "report_due", "reported", "daily_mark", "votes_good", "votes_fair", "votes_average", "votes_poor", "leader_mark", "total_mark", "grade" FROM "v_appraisal" WHERE _unit = 'u1' AND _period = '2026Q3' AND "grade" IS NOT NULL ORDER BY _import, _row LIMIT 50;

-- rows behind appraisal.graded_fair, value
SELECT _import, _row, coalesce("grade" = 'fair', false) AS _counts, "period", "county", "report_due", "reported", "daily_mark", "votes_good", "votes_fair", "votes_average", "votes_poor", "leader_mark", "total_mark", "grade" FROM "v_appraisal" WHERE _unit = 'u1' AND _period = '2026Q3' AND ("grade" IS NOT NULL OR coalesce("grade" = 'fair', false)) ORDER BY _import, _row LIMIT 50;

-- rows behind appraisal.graded_average, numerator
SELECT _import, _row, coalesce("grade" = 'average', false) AS _counts, "period", "county", "report_due", "reported", "daily_mark", "votes_good", "votes_fair", "votes_average", "votes_poor", "leader_mark", "total_mark", "grade" FROM "v_appraisal" WHERE _unit = 'u1' AND _period = '2026Q3' AND coalesce("grade" = 'average', false) ORDER BY _import, _row LIMIT 50;

-- rows behind appraisal.graded_average, denominator
SELECT _import, _row, "grade" IS NOT NULL AS _counts, "period", "county", "report_due", "reported", "daily_mark", "votes_good", "votes_fair", "votes_average", "votes_poor", "leader_mark", "total_mark", "grade" FROM "v_appraisal" WHERE _unit = 'u1' AND _period = '2026Q3' AND "grade" IS NOT NULL ORDER BY _import, _row LIMIT 50;

-- rows behind appraisal.graded_average, value
SELECT _import, _row, coalesce("grade" = 'average', false) AS _counts, "period", "county", "report_due", "reported", "daily_mark", "votes_good", "votes_fair", "votes_average", "votes_poor", "leader_mark", "total_mark", "grade" FROM "v_appraisal" WHERE _unit = 'u1' AND _period = '2026Q3' AND ("grade" IS NOT NULL OR coalesce("grade" = 'average', false)) ORDER BY _import, _row LIMIT 50;

-- rows behind appraisal.graded_poor, numerator
SELECT _import, _row, coalesce("grade" = 'poor', false) AS _counts, "period", "county", "report_due", "reported", "daily_mark", "votes_good", "votes_fair", "votes_average", "votes_poor", "leader_mark", "total_mark", "grade" FROM "v_appraisal" WHERE _unit = 'u1' AND _period = '2026Q3' AND coalesce("grade" = 'poor', false) ORDER BY _import, _row LIMIT 50;

-- rows behind appraisal.graded_poor, denominator
SELECT _import, _row, "grade" IS NOT NULL AS _counts, "period", "county", "report_due", "reported", "daily_mark", "votes_good", "votes_fair", "votes_average", "votes_poor", "leader_mark", "total_mark", "grade" FROM "v_appraisal" WHERE _unit = 'u1' AND _period = '2026Q3' AND "grade" IS NOT NULL ORDER BY _import, _row LIMIT 50;

-- rows behind appraisal.graded_poor, value
SELECT _import, _row, coalesce("grade" = 'poor', false) AS _counts, "period", "county", "report_due", "reported", "daily_mark", "votes_good", "votes_fair", "votes_average", "votes_poor", "leader_mark", "total_mark", "grade" FROM "v_appraisal" WHERE _unit = 'u1' AND _period = '2026Q3' AND ("grade" IS NOT NULL OR coalesce("grade" = 'poor', false)) ORDER BY _import, _row LIMIT 50;

-- list
SELECT _import, _row, _unit, "period", "county", "report_due", "reported", "daily_mark", "votes_good", "votes_fair", "votes_average", "votes_poor", "leader_mark", "total_mark", "grade" FROM "v_appraisal" WHERE _period = '2026Q3' ORDER BY _import, _row LIMIT 100 OFFSET 200;

-- odd rows
SELECT _row, _raw FROM "t_appraisal" WHERE _import = 1 AND _raw IS NOT NULL ORDER BY _row;

-- rows taken out
DELETE FROM "t_appraisal" WHERE _import = 1 AND _raw IS NOT NULL;

-- rows taken out
DELETE FROM "t_appraisal" WHERE _import = 1 AND _row IN (7, 9);

-- forget
DELETE FROM "t_appraisal" WHERE _import = 1;
