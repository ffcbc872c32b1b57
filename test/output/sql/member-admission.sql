-- schema
CREATE TABLE IF NOT EXISTS in_force (ledger VARCHAR, import INTEGER, name VARCHAR, unit VARCHAR, period VARCHAR);

-- schema
CREATE TABLE IF NOT EXISTS periods (period VARCHAR, as_of DATE);

-- schema
CREATE TABLE IF NOT EXISTS "t_member_admission" ("_import" INTEGER, "_row" INTEGER, "_period" VARCHAR, "_na" VARCHAR, "_raw" VARCHAR[], "period" VARCHAR, "county" VARCHAR, "plan" DOUBLE, "admitted" DOUBLE, "under_thirty_five" DOUBLE, "college" DOUBLE, "women" DOUBLE, "front_line" DOUBLE, "review_due" DOUBLE, "reviewed" DOUBLE, "check_due" DOUBLE, "checked" DOUBLE, "found" DOUBLE, "dealt_with" DOUBLE);

-- schema
CREATE OR REPLACE VIEW "v_member_admission" AS SELECT t.*, f.unit AS _unit, p.as_of AS _as_of FROM "t_member_admission" t JOIN in_force f ON f.ledger = 'member-admission' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period;

-- periods
DELETE FROM periods; INSERT INTO periods VALUES ('2026Q3', CAST('2026-09-30' AS DATE));

-- in force
DELETE FROM in_force WHERE ledger = 'member-admission';

-- in force
INSERT INTO in_force VALUES ('member-admission', 1, '甲''县', 'u1', '2026Q3');

-- coverage
SELECT coalesce(t."county", '') AS name, t._period AS period, CAST(count(*) AS INTEGER) AS rows FROM "t_member_admission" t WHERE t._import = 1 AND t._period IS NOT NULL GROUP BY ALL ORDER BY min(t._row);

-- keys that stand twice
SELECT _row, _period, first FROM (SELECT _row, _period, min(_row) OVER (PARTITION BY "_period", "county") AS first FROM "t_member_admission" WHERE _import = 1 AND hash("_period", "county") IN (SELECT hash("_period", "county") AS h FROM "t_member_admission" WHERE _import = 1 GROUP BY h HAVING count(*) > 1)) WHERE _row > first ORDER BY _row;

-- checks
SELECT _row, _period, 0 AS _check, CAST("admitted" AS VARCHAR) AS a, CAST("plan" AS VARCHAR) AS b FROM "t_member_admission" WHERE _import = 1 AND "admitted" > "plan" UNION ALL SELECT _row, _period, 1 AS _check, CAST("under_thirty_five" AS VARCHAR) AS a, CAST("admitted" AS VARCHAR) AS b FROM "t_member_admission" WHERE _import = 1 AND "under_thirty_five" > "admitted" UNION ALL SELECT _row, _period, 2 AS _check, CAST("college" AS VARCHAR) AS a, CAST("admitted" AS VARCHAR) AS b FROM "t_member_admission" WHERE _import = 1 AND "college" > "admitted" UNION ALL SELECT _row, _period, 3 AS _check, CAST("women" AS VARCHAR) AS a, CAST("admitted" AS VARCHAR) AS b FROM "t_member_admission" WHERE _import = 1 AND "women" > "admitted" UNION ALL SELECT _row, _period, 4 AS _check, CAST("front_line" AS VARCHAR) AS a, CAST("admitted" AS VARCHAR) AS b FROM "t_member_admission" WHERE _import = 1 AND "front_line" > "admitted" UNION ALL SELECT _row, _period, 5 AS _check, CAST("reviewed" AS VARCHAR) AS a, CAST("review_due" AS VARCHAR) AS b FROM "t_member_admission" WHERE _import = 1 AND "reviewed" > "review_due" UNION ALL SELECT _row, _period, 6 AS _check, CAST("checked" AS VARCHAR) AS a, CAST("check_due" AS VARCHAR) AS b FROM "t_member_admission" WHERE _import = 1 AND "checked" > "check_due" UNION ALL SELECT _row, _period, 7 AS _check, CAST("dealt_with" AS VARCHAR) AS a, CAST("found" AS VARCHAR) AS b FROM "t_member_admission" WHERE _import = 1 AND "dealt_with" > "found" ORDER BY _row, _check;

-- measures
WITH r AS (SELECT f.unit AS _unit, f.period AS _period, p.as_of AS _as_of, t._row, t._na, t."period", t."county", t."plan", t."admitted", t."under_thirty_five", t."college", t."women", t."front_line", t."review_due", t."reviewed", t."check_due", t."checked", t."found", t."dealt_with" FROM "t_member_admission" t JOIN in_force f ON f.ledger = 'member-admission' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period UNION ALL SELECT unit, period, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM in_force WHERE ledger = 'member-admission') SELECT _unit, _period, NULL AS _by, NULL AS _key, CAST(count(_row) AS DOUBLE) AS _rows, CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("admitted") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "admitted" IS NULL AND NOT (("admitted" IS NOT NULL OR coalesce(contains(_na, ',admitted,'), false)))) = 0 AS "n0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("plan") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "plan" IS NULL AND NOT (("plan" IS NOT NULL OR coalesce(contains(_na, ',plan,'), false)))) = 0 AS "d0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("reviewed") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n1", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "reviewed" IS NULL AND NOT (("reviewed" IS NOT NULL OR coalesce(contains(_na, ',reviewed,'), false)))) = 0 AS "n1_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("review_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d1", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "review_due" IS NULL AND NOT (("review_due" IS NOT NULL OR coalesce(contains(_na, ',review_due,'), false)))) = 0 AS "d1_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("checked") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n2", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "checked" IS NULL AND NOT (("checked" IS NOT NULL OR coalesce(contains(_na, ',checked,'), false)))) = 0 AS "n2_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("check_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d2", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "check_due" IS NULL AND NOT (("check_due" IS NOT NULL OR coalesce(contains(_na, ',check_due,'), false)))) = 0 AS "d2_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("dealt_with") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n3", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "dealt_with" IS NULL AND NOT (("dealt_with" IS NOT NULL OR coalesce(contains(_na, ',dealt_with,'), false)))) = 0 AS "n3_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("found") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d3", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "found" IS NULL AND NOT (("found" IS NOT NULL OR coalesce(contains(_na, ',found,'), false)))) = 0 AS "d3_na" FROM r GROUP BY GROUPING SETS ((_unit, _period)) ORDER BY _unit, _period, _by, _key;

-- overlap
WITH claim(ledger, import, name, unit, period) AS (VALUES ('member-admission', 1, '甲''县', 'u1', '2026Q3')), s AS (SELECT f.unit, f.period FROM "t_member_admission" t JOIN in_force f ON f.ledger = 'member-admission' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') SEMI JOIN claim c ON c.unit = f.unit AND c.period = f.period), n AS (SELECT f.unit, f.period FROM "t_member_admission" t JOIN claim f ON f.ledger = 'member-admission' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '')) SELECT CAST((SELECT count(*) FROM s) AS DOUBLE) AS standing, CAST((SELECT count(*) FROM n SEMI JOIN s ON (n.unit = s.unit AND n.period = s.period)) AS DOUBLE) AS common;

-- rows behind member-admission.share_of_plan, numerator
SELECT _import, _row, CASE WHEN true THEN "admitted" END AS _adds, "period", "county", "plan", "admitted", "under_thirty_five", "college", "women", "front_line", "review_due", "reviewed", "check_due", "checked", "found", "dealt_with" FROM "v_member_admission" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind member-admission.share_of_plan, denominator
SELECT _import, _row, CASE WHEN true THEN "plan" END AS _adds, "period", "county", "plan", "admitted", "under_thirty_five", "college", "women", "front_line", "review_due", "reviewed", "check_due", "checked", "found", "dealt_with" FROM "v_member_admission" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind member-admission.share_of_plan, value
SELECT _import, _row, CASE WHEN true THEN "admitted" END AS _adds, "period", "county", "plan", "admitted", "under_thirty_five", "college", "women", "front_line", "review_due", "reviewed", "check_due", "checked", "found", "dealt_with" FROM "v_member_admission" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind member-admission.dual_review, numerator
SELECT _import, _row, CASE WHEN true THEN "reviewed" END AS _adds, "period", "county", "plan", "admitted", "under_thirty_five", "college", "women", "front_line", "review_due", "reviewed", "check_due", "checked", "found", "dealt_with" FROM "v_member_admission" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind member-admission.dual_review, denominator
SELECT _import, _row, CASE WHEN true THEN "review_due" END AS _adds, "period", "county", "plan", "admitted", "under_thirty_five", "college", "women", "front_line", "review_due", "reviewed", "check_due", "checked", "found", "dealt_with" FROM "v_member_admission" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind member-admission.dual_review, value
SELECT _import, _row, CASE WHEN true THEN "reviewed" END AS _adds, "period", "county", "plan", "admitted", "under_thirty_five", "college", "women", "front_line", "review_due", "reviewed", "check_due", "checked", "found", "dealt_with" FROM "v_member_admission" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind member-admission.checked, numerator
SELECT _import, _row, CASE WHEN true THEN "checked" END AS _adds, "period", "county", "plan", "admitted", "under_thirty_five", "college", "women", "front_line", "review_due", "reviewed", "check_due", "checked", "found", "dealt_with" FROM "v_member_admission" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind member-admission.checked, denominator
SELECT _import, _row, CASE WHEN true THEN "check_due" END AS _adds, "period", "county", "plan", "admitted", "under_thirty_five", "college", "women", "front_line", "review_due", "reviewed", "check_due", "checked", "found", "dealt_with" FROM "v_member_admission" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind member-admission.checked, value
SELECT _import, _row, CASE WHEN true THEN "checked" END AS _adds, "period", "county", "plan", "admitted", "under_thirty_five", "college", "women", "front_line", "review_due", "reviewed", "check_due", "checked", "found", "dealt_with" FROM "v_member_admission" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind member-admission.dealt_with, numerator
SELECT _import, _row, CASE WHEN true THEN "dealt_with" END AS _adds, "period", "county", "plan", "admitted", "under_thirty_five", "college", "women", "front_line", "review_due", "reviewed", "check_due", "checked", "found", "dealt_with" FROM "v_member_admission" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind member-admission.dealt_with, denominator
SELECT _import, _row, CASE WHEN true THEN "found" END AS _adds, "period", "county", "plan", "admitted", "under_thirty_five", "college", "women", "front_line", "review_due", "reviewed", "check_due", "checked", "found", "dealt_with" FROM "v_member_admission" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind member-admission.dealt_with, value
SELECT _import, _row, CASE WHEN true THEN "dealt_with" END AS _adds, "period", "county", "plan", "admitted", "under_thirty_five", "college", "women", "front_line", "review_due", "reviewed", "check_due", "checked", "found", "dealt_with" FROM "v_member_admission" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- list
SELECT _import, _row, _unit, "period", "county", "plan", "admitted", "under_thirty_five", "college", "women", "front_line", "review_due", "reviewed", "check_due", "checked", "found", "dealt_with" FROM "v_member_admission" WHERE _period = '2026Q3' ORDER BY _import, _row LIMIT 100 OFFSET 200;

-- odd rows
SELECT _row, _raw FROM "t_member_admission" WHERE _import = 1 AND _raw IS NOT NULL ORDER BY _row;

-- rows taken out
DELETE FROM "t_member_admission" WHERE _import = 1 AND _raw IS NOT NULL;

-- rows taken out
DELETE FROM "t_member_admission" WHERE _import = 1 AND _row IN (7, 9);

-- forget
DELETE FROM "t_member_admission" WHERE _import = 1;
