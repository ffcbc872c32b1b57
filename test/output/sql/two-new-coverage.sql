-- schema
CREATE TABLE IF NOT EXISTS in_force (ledger VARCHAR, import INTEGER, name VARCHAR, unit VARCHAR, period VARCHAR);

-- schema
CREATE TABLE IF NOT EXISTS periods (period VARCHAR, as_of DATE);

-- schema
CREATE TABLE IF NOT EXISTS "t_two_new_coverage" ("_import" INTEGER, "_row" INTEGER, "_period" VARCHAR, "_na" VARCHAR, "_raw" VARCHAR[], "period" VARCHAR, "county" VARCHAR, "type" VARCHAR, "running" DOUBLE, "due" DOUBLE, "able_alone" DOUBLE, "alone" DOUBLE, "joint" DOUBLE, "work_due" DOUBLE, "work_done" DOUBLE, "instructors_due" DOUBLE, "instructors_sent" DOUBLE);

-- schema
CREATE OR REPLACE VIEW "v_two_new_coverage" AS SELECT t.*, f.unit AS _unit, p.as_of AS _as_of FROM "t_two_new_coverage" t JOIN in_force f ON f.ledger = 'two-new-coverage' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period;

-- periods
DELETE FROM periods; INSERT INTO periods VALUES ('2026Q3', CAST('2026-09-30' AS DATE));

-- in force
DELETE FROM in_force WHERE ledger = 'two-new-coverage';

-- in force
INSERT INTO in_force VALUES ('two-new-coverage', 1, '甲''县', 'u1', '2026Q3');

-- coverage
SELECT coalesce(t."county", '') AS name, t._period AS period, CAST(count(*) AS INTEGER) AS rows FROM "t_two_new_coverage" t WHERE t._import = 1 AND t._period IS NOT NULL GROUP BY ALL ORDER BY min(t._row);

-- keys that stand twice
SELECT _row, _period, first FROM (SELECT _row, _period, min(_row) OVER (PARTITION BY "_period", "county", "type") AS first FROM "t_two_new_coverage" WHERE _import = 1 AND hash("_period", "county", "type") IN (SELECT hash("_period", "county", "type") AS h FROM "t_two_new_coverage" WHERE _import = 1 GROUP BY h HAVING count(*) > 1)) WHERE _row > first ORDER BY _row;

-- checks
SELECT _row, _period, 0 AS _check, CAST("due" AS VARCHAR) AS a, CAST("running" AS VARCHAR) AS b FROM "t_two_new_coverage" WHERE _import = 1 AND "due" > "running" UNION ALL SELECT _row, _period, 1 AS _check, CAST((coalesce("alone", 0) + coalesce("joint", 0)) AS VARCHAR) AS a, CAST("due" AS VARCHAR) AS b FROM "t_two_new_coverage" WHERE _import = 1 AND (("alone" IS NOT NULL OR "joint" IS NOT NULL) AND ((coalesce("alone", 0) + coalesce("joint", 0)) - "due") > 0.000001 * greatest(1, abs("due"))) UNION ALL SELECT _row, _period, 2 AS _check, CAST("alone" AS VARCHAR) AS a, CAST("able_alone" AS VARCHAR) AS b FROM "t_two_new_coverage" WHERE _import = 1 AND "alone" > "able_alone" UNION ALL SELECT _row, _period, 3 AS _check, CAST("work_done" AS VARCHAR) AS a, CAST("work_due" AS VARCHAR) AS b FROM "t_two_new_coverage" WHERE _import = 1 AND "work_done" > "work_due" UNION ALL SELECT _row, _period, 4 AS _check, CAST("instructors_sent" AS VARCHAR) AS a, CAST("instructors_due" AS VARCHAR) AS b FROM "t_two_new_coverage" WHERE _import = 1 AND "instructors_sent" > "instructors_due" ORDER BY _row, _check;

-- measures
WITH r AS (SELECT f.unit AS _unit, f.period AS _period, p.as_of AS _as_of, t._row, t._na, t."period", t."county", t."type", t."running", t."due", t."able_alone", t."alone", t."joint", t."work_due", t."work_done", t."instructors_due", t."instructors_sent" FROM "t_two_new_coverage" t JOIN in_force f ON f.ledger = 'two-new-coverage' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period UNION ALL SELECT unit, period, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM in_force WHERE ledger = 'two-new-coverage') SELECT _unit, _period, NULL AS _by, NULL AS _key, CAST(count(_row) AS DOUBLE) AS _rows, CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND coalesce("type" IN ('firm', 'social'), false)) = 0 THEN 0 ELSE CAST(sum(("alone" + "joint")) FILTER (WHERE _row IS NOT NULL AND coalesce("type" IN ('firm', 'social'), false)) AS DOUBLE) END AS "n0", count(*) FILTER (WHERE _row IS NOT NULL AND coalesce("type" IN ('firm', 'social'), false) AND ("alone" + "joint") IS NULL AND NOT (("alone" IS NOT NULL OR coalesce(contains(_na, ',alone,'), false)) AND ("joint" IS NOT NULL OR coalesce(contains(_na, ',joint,'), false)))) = 0 AS "n0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND coalesce("type" IN ('firm', 'social'), false)) = 0 THEN 0 ELSE CAST(sum("due") FILTER (WHERE _row IS NOT NULL AND coalesce("type" IN ('firm', 'social'), false)) AS DOUBLE) END AS "d0", count(*) FILTER (WHERE _row IS NOT NULL AND coalesce("type" IN ('firm', 'social'), false) AND "due" IS NULL AND NOT (("due" IS NOT NULL OR coalesce(contains(_na, ',due,'), false)))) = 0 AS "d0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND coalesce("type" IN ('firm', 'social'), false)) = 0 THEN 0 ELSE CAST(sum("work_done") FILTER (WHERE _row IS NOT NULL AND coalesce("type" IN ('firm', 'social'), false)) AS DOUBLE) END AS "n1", count(*) FILTER (WHERE _row IS NOT NULL AND coalesce("type" IN ('firm', 'social'), false) AND "work_done" IS NULL AND NOT (("work_done" IS NOT NULL OR coalesce(contains(_na, ',work_done,'), false)))) = 0 AS "n1_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND coalesce("type" IN ('firm', 'social'), false)) = 0 THEN 0 ELSE CAST(sum("work_due") FILTER (WHERE _row IS NOT NULL AND coalesce("type" IN ('firm', 'social'), false)) AS DOUBLE) END AS "d1", count(*) FILTER (WHERE _row IS NOT NULL AND coalesce("type" IN ('firm', 'social'), false) AND "work_due" IS NULL AND NOT (("work_due" IS NOT NULL OR coalesce(contains(_na, ',work_due,'), false)))) = 0 AS "d1_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND coalesce("type" IN ('firm', 'social'), false)) = 0 THEN 0 ELSE CAST(sum("instructors_sent") FILTER (WHERE _row IS NOT NULL AND coalesce("type" IN ('firm', 'social'), false)) AS DOUBLE) END AS "n2", count(*) FILTER (WHERE _row IS NOT NULL AND coalesce("type" IN ('firm', 'social'), false) AND "instructors_sent" IS NULL AND NOT (("instructors_sent" IS NOT NULL OR coalesce(contains(_na, ',instructors_sent,'), false)))) = 0 AS "n2_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND coalesce("type" IN ('firm', 'social'), false)) = 0 THEN 0 ELSE CAST(sum("instructors_due") FILTER (WHERE _row IS NOT NULL AND coalesce("type" IN ('firm', 'social'), false)) AS DOUBLE) END AS "d2", count(*) FILTER (WHERE _row IS NOT NULL AND coalesce("type" IN ('firm', 'social'), false) AND "instructors_due" IS NULL AND NOT (("instructors_due" IS NOT NULL OR coalesce(contains(_na, ',instructors_due,'), false)))) = 0 AS "d2_na" FROM r GROUP BY GROUPING SETS ((_unit, _period)) ORDER BY _unit, _period, _by, _key;

-- overlap
WITH claim(ledger, import, name, unit, period) AS (VALUES ('two-new-coverage', 1, '甲''县', 'u1', '2026Q3')), s AS (SELECT f.unit, f.period, t."type" FROM "t_two_new_coverage" t JOIN in_force f ON f.ledger = 'two-new-coverage' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') SEMI JOIN claim c ON c.unit = f.unit AND c.period = f.period), n AS (SELECT f.unit, f.period, t."type" FROM "t_two_new_coverage" t JOIN claim f ON f.ledger = 'two-new-coverage' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '')) SELECT CAST((SELECT count(*) FROM s) AS DOUBLE) AS standing, CAST((SELECT count(*) FROM n SEMI JOIN s ON (n.unit = s.unit AND n.period = s.period AND n."type" IS NOT DISTINCT FROM s."type")) AS DOUBLE) AS common;

-- rows behind two-new-coverage.organisation_cover, numerator
SELECT _import, _row, CASE WHEN coalesce("type" IN ('firm', 'social'), false) THEN ("alone" + "joint") END AS _adds, "period", "county", "type", "running", "due", "able_alone", "alone", "joint", "work_due", "work_done", "instructors_due", "instructors_sent" FROM "v_two_new_coverage" WHERE _unit = 'u1' AND _period = '2026Q3' AND coalesce("type" IN ('firm', 'social'), false) ORDER BY _import, _row LIMIT 50;

-- rows behind two-new-coverage.organisation_cover, denominator
SELECT _import, _row, CASE WHEN coalesce("type" IN ('firm', 'social'), false) THEN "due" END AS _adds, "period", "county", "type", "running", "due", "able_alone", "alone", "joint", "work_due", "work_done", "instructors_due", "instructors_sent" FROM "v_two_new_coverage" WHERE _unit = 'u1' AND _period = '2026Q3' AND coalesce("type" IN ('firm', 'social'), false) ORDER BY _import, _row LIMIT 50;

-- rows behind two-new-coverage.organisation_cover, value
SELECT _import, _row, CASE WHEN coalesce("type" IN ('firm', 'social'), false) THEN ("alone" + "joint") END AS _adds, "period", "county", "type", "running", "due", "able_alone", "alone", "joint", "work_due", "work_done", "instructors_due", "instructors_sent" FROM "v_two_new_coverage" WHERE _unit = 'u1' AND _period = '2026Q3' AND (coalesce("type" IN ('firm', 'social'), false) OR coalesce("type" IN ('firm', 'social'), false)) ORDER BY _import, _row LIMIT 50;

-- rows behind two-new-coverage.work_cover, numerator
SELECT _import, _row, CASE WHEN coalesce("type" IN ('firm', 'social'), false) THEN "work_done" END AS _adds, "period", "county", "type", "running", "due", "able_alone", "alone", "joint", "work_due", "work_done", "instructors_due", "instructors_sent" FROM "v_two_new_coverage" WHERE _unit = 'u1' AND _period = '2026Q3' AND coalesce("type" IN ('firm', 'social'), false) ORDER BY _import, _row LIMIT 50;

-- rows behind two-new-coverage.work_cover, denominator
SELECT _import, _row, CASE WHEN coalesce("type" IN ('firm', 'social'), false) THEN "work_due" END AS _adds, "period", "county", "type", "running", "due", "able_alone", "alone", "joint", "work_due", "work_done", "instructors_due", "instructors_sent" FROM "v_two_new_coverage" WHERE _unit = 'u1' AND _period = '2026Q3' AND coalesce("type" IN ('firm', 'social'), false) ORDER BY _import, _row LIMIT 50;

-- rows behind two-new-coverage.work_cover, value
SELECT _import, _row, CASE WHEN coalesce("type" IN ('firm', 'social'), false) THEN "work_done" END AS _adds, "period", "county", "type", "running", "due", "able_alone", "alone", "joint", "work_due", "work_done", "instructors_due", "instructors_sent" FROM "v_two_new_coverage" WHERE _unit = 'u1' AND _period = '2026Q3' AND (coalesce("type" IN ('firm', 'social'), false) OR coalesce("type" IN ('firm', 'social'), false)) ORDER BY _import, _row LIMIT 50;

-- rows behind two-new-coverage.instructors, numerator
SELECT _import, _row, CASE WHEN coalesce("type" IN ('firm', 'social'), false) THEN "instructors_sent" END AS _adds, "period", "county", "type", "running", "due", "able_alone", "alone", "joint", "work_due", "work_done", "instructors_due", "instructors_sent" FROM "v_two_new_coverage" WHERE _unit = 'u1' AND _period = '2026Q3' AND coalesce("type" IN ('firm', 'social'), false) ORDER BY _import, _row LIMIT 50;

-- rows behind two-new-coverage.instructors, denominator
SELECT _import, _row, CASE WHEN coalesce("type" IN ('firm', 'social'), false) THEN "instructors_due" END AS _adds, "period", "county", "type", "running", "due", "able_alone", "alone", "joint", "work_due", "work_done", "instructors_due", "instructors_sent" FROM "v_two_new_coverage" WHERE _unit = 'u1' AND _period = '2026Q3' AND coalesce("type" IN ('firm', 'social'), false) ORDER BY _import, _row LIMIT 50;

-- rows behind two-new-coverage.instructors, value
SELECT _import, _row, CASE WHEN coalesce("type" IN ('firm', 'social'), false) THEN "instructors_sent" END AS _adds, "period", "county", "type", "running", "due", "able_alone", "alone", "joint", "work_due", "work_done", "instructors_due", "instructors_sent" FROM "v_two_new_coverage" WHERE _unit = 'u1' AND _period = '2026Q3' AND (coalesce("type" IN ('firm', 'social'), false) OR coalesce("type" IN ('firm', 'social'), false)) ORDER BY _import, _row LIMIT 50;

-- list
SELECT _import, _row, _unit, "period", "county", "type", "running", "due", "able_alone", "alone", "joint", "work_due", "work_done", "instructors_due", "instructors_sent" FROM "v_two_new_coverage" WHERE _period = '2026Q3' ORDER BY _import, _row LIMIT 100 OFFSET 200;

-- odd rows
SELECT _row, _raw FROM "t_two_new_coverage" WHERE _import = 1 AND _raw IS NOT NULL ORDER BY _row;

-- rows taken out
DELETE FROM "t_two_new_coverage" WHERE _import = 1 AND _raw IS NOT NULL;

-- rows taken out
DELETE FROM "t_two_new_coverage" WHERE _import = 1 AND _row IN (7, 9);

-- forget
DELETE FROM "t_two_new_coverage" WHERE _import = 1;
