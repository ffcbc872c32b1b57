-- schema
CREATE TABLE IF NOT EXISTS in_force (ledger VARCHAR, import INTEGER, name VARCHAR, unit VARCHAR, period VARCHAR);

-- schema
CREATE TABLE IF NOT EXISTS periods (period VARCHAR, as_of DATE);

-- schema
CREATE TABLE IF NOT EXISTS "t_member_management" ("_import" INTEGER, "_row" INTEGER, "_period" VARCHAR, "_na" VARCHAR, "_raw" VARCHAR[], "period" VARCHAR, "county" VARCHAR, "floating" DOUBLE, "floating_filed" DOUBLE, "floating_certified" DOUBLE, "floating_reviewed" DOUBLE, "lost" DOUBLE, "lost_settled" DOUBLE, "retired_due" DOUBLE, "retired_moved" DOUBLE, "report_due" DOUBLE, "reported_in" DOUBLE, "promises_due" DOUBLE, "promises_kept" DOUBLE, "visit_due" DOUBLE, "visited" DOUBLE);

-- schema
CREATE OR REPLACE VIEW "v_member_management" AS SELECT t.*, f.unit AS _unit, p.as_of AS _as_of FROM "t_member_management" t JOIN in_force f ON f.ledger = 'member-management' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period;

-- periods
DELETE FROM periods; INSERT INTO periods VALUES ('2026Q3', CAST('2026-09-30' AS DATE));

-- in force
DELETE FROM in_force WHERE ledger = 'member-management';

-- in force
INSERT INTO in_force VALUES ('member-management', 1, '甲''县', 'u1', '2026Q3');

-- coverage
SELECT coalesce(t."county", '') AS name, t._period AS period, CAST(count(*) AS INTEGER) AS rows FROM "t_member_management" t WHERE t._import = 1 AND t._period IS NOT NULL GROUP BY ALL ORDER BY min(t._row);

-- keys that stand twice
SELECT _row, _period, first FROM (SELECT _row, _period, min(_row) OVER (PARTITION BY "_period", "county") AS first FROM "t_member_management" WHERE _import = 1 AND hash("_period", "county") IN (SELECT hash("_period", "county") AS h FROM "t_member_management" WHERE _import = 1 GROUP BY h HAVING count(*) > 1)) WHERE _row > first ORDER BY _row;

-- checks
SELECT _row, _period, 0 AS _check, CAST("floating_filed" AS VARCHAR) AS a, CAST("floating" AS VARCHAR) AS b FROM "t_member_management" WHERE _import = 1 AND "floating_filed" > "floating" UNION ALL SELECT _row, _period, 1 AS _check, CAST("floating_certified" AS VARCHAR) AS a, CAST("floating" AS VARCHAR) AS b FROM "t_member_management" WHERE _import = 1 AND "floating_certified" > "floating" UNION ALL SELECT _row, _period, 2 AS _check, CAST("floating_reviewed" AS VARCHAR) AS a, CAST("floating" AS VARCHAR) AS b FROM "t_member_management" WHERE _import = 1 AND "floating_reviewed" > "floating" UNION ALL SELECT _row, _period, 3 AS _check, CAST("lost_settled" AS VARCHAR) AS a, CAST("lost" AS VARCHAR) AS b FROM "t_member_management" WHERE _import = 1 AND "lost_settled" > "lost" UNION ALL SELECT _row, _period, 4 AS _check, CAST("retired_moved" AS VARCHAR) AS a, CAST("retired_due" AS VARCHAR) AS b FROM "t_member_management" WHERE _import = 1 AND "retired_moved" > "retired_due" UNION ALL SELECT _row, _period, 5 AS _check, CAST("reported_in" AS VARCHAR) AS a, CAST("report_due" AS VARCHAR) AS b FROM "t_member_management" WHERE _import = 1 AND "reported_in" > "report_due" UNION ALL SELECT _row, _period, 6 AS _check, CAST("promises_kept" AS VARCHAR) AS a, CAST("promises_due" AS VARCHAR) AS b FROM "t_member_management" WHERE _import = 1 AND "promises_kept" > "promises_due" UNION ALL SELECT _row, _period, 7 AS _check, CAST("visited" AS VARCHAR) AS a, CAST("visit_due" AS VARCHAR) AS b FROM "t_member_management" WHERE _import = 1 AND "visited" > "visit_due" ORDER BY _row, _check;

-- measures
WITH r AS (SELECT f.unit AS _unit, f.period AS _period, p.as_of AS _as_of, t._row, t._na, t."period", t."county", t."floating", t."floating_filed", t."floating_certified", t."floating_reviewed", t."lost", t."lost_settled", t."retired_due", t."retired_moved", t."report_due", t."reported_in", t."promises_due", t."promises_kept", t."visit_due", t."visited" FROM "t_member_management" t JOIN in_force f ON f.ledger = 'member-management' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period UNION ALL SELECT unit, period, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM in_force WHERE ledger = 'member-management') SELECT _unit, _period, NULL AS _by, NULL AS _key, CAST(count(_row) AS DOUBLE) AS _rows, CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("floating_filed") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "floating_filed" IS NULL AND NOT (("floating_filed" IS NOT NULL OR coalesce(contains(_na, ',floating_filed,'), false)))) = 0 AS "n0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("floating") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "floating" IS NULL AND NOT (("floating" IS NOT NULL OR coalesce(contains(_na, ',floating,'), false)))) = 0 AS "d0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("floating_certified") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n1", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "floating_certified" IS NULL AND NOT (("floating_certified" IS NOT NULL OR coalesce(contains(_na, ',floating_certified,'), false)))) = 0 AS "n1_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("floating") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d1", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "floating" IS NULL AND NOT (("floating" IS NOT NULL OR coalesce(contains(_na, ',floating,'), false)))) = 0 AS "d1_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("floating_reviewed") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n2", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "floating_reviewed" IS NULL AND NOT (("floating_reviewed" IS NOT NULL OR coalesce(contains(_na, ',floating_reviewed,'), false)))) = 0 AS "n2_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("floating") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d2", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "floating" IS NULL AND NOT (("floating" IS NOT NULL OR coalesce(contains(_na, ',floating,'), false)))) = 0 AS "d2_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("lost_settled") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n3", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "lost_settled" IS NULL AND NOT (("lost_settled" IS NOT NULL OR coalesce(contains(_na, ',lost_settled,'), false)))) = 0 AS "n3_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("lost") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d3", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "lost" IS NULL AND NOT (("lost" IS NOT NULL OR coalesce(contains(_na, ',lost,'), false)))) = 0 AS "d3_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("retired_moved") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n4", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "retired_moved" IS NULL AND NOT (("retired_moved" IS NOT NULL OR coalesce(contains(_na, ',retired_moved,'), false)))) = 0 AS "n4_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("retired_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d4", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "retired_due" IS NULL AND NOT (("retired_due" IS NOT NULL OR coalesce(contains(_na, ',retired_due,'), false)))) = 0 AS "d4_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("reported_in") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n5", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "reported_in" IS NULL AND NOT (("reported_in" IS NOT NULL OR coalesce(contains(_na, ',reported_in,'), false)))) = 0 AS "n5_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("report_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d5", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "report_due" IS NULL AND NOT (("report_due" IS NOT NULL OR coalesce(contains(_na, ',report_due,'), false)))) = 0 AS "d5_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("promises_kept") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n6", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "promises_kept" IS NULL AND NOT (("promises_kept" IS NOT NULL OR coalesce(contains(_na, ',promises_kept,'), false)))) = 0 AS "n6_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("promises_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d6", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "promises_due" IS NULL AND NOT (("promises_due" IS NOT NULL OR coalesce(contains(_na, ',promises_due,'), false)))) = 0 AS "d6_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("visited") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n7", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "visited" IS NULL AND NOT (("visited" IS NOT NULL OR coalesce(contains(_na, ',visited,'), false)))) = 0 AS "n7_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("visit_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d7", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "visit_due" IS NULL AND NOT (("visit_due" IS NOT NULL OR coalesce(contains(_na, ',visit_due,'), false)))) = 0 AS "d7_na" FROM r GROUP BY GROUPING SETS ((_unit, _period)) ORDER BY _unit, _period, _by, _key;

-- overlap
WITH claim(ledger, import, name, unit, period) AS (VALUES ('member-management', 1, '甲''县', 'u1', '2026Q3')), s AS (SELECT f.unit, f.period FROM "t_member_management" t JOIN in_force f ON f.ledger = 'member-management' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') SEMI JOIN claim c ON c.unit = f.unit AND c.period = f.period), n AS (SELECT f.unit, f.period FROM "t_member_management" t JOIN claim f ON f.ledger = 'member-management' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '')) SELECT CAST((SELECT count(*) FROM s) AS DOUBLE) AS standing, CAST((SELECT count(*) FROM n SEMI JOIN s ON (n.unit = s.unit AND n.period = s.period)) AS DOUBLE) AS common;

-- rows behind member-management.floating_filed, numerator
SELECT _import, _row, CASE WHEN true THEN "floating_filed" END AS _adds, "period", "county", "floating", "floating_filed", "floating_certified", "floating_reviewed", "lost", "lost_settled", "retired_due", "retired_moved", "report_due", "reported_in", "promises_due", "promises_kept", "visit_due", "visited" FROM "v_member_management" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind member-management.floating_filed, denominator
SELECT _import, _row, CASE WHEN true THEN "floating" END AS _adds, "period", "county", "floating", "floating_filed", "floating_certified", "floating_reviewed", "lost", "lost_settled", "retired_due", "retired_moved", "report_due", "reported_in", "promises_due", "promises_kept", "visit_due", "visited" FROM "v_member_management" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind member-management.floating_filed, value
SELECT _import, _row, CASE WHEN true THEN "floating_filed" END AS _adds, "period", "county", "floating", "floating_filed", "floating_certified", "floating_reviewed", "lost", "lost_settled", "retired_due", "retired_moved", "report_due", "reported_in", "promises_due", "promises_kept", "visit_due", "visited" FROM "v_member_management" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind member-management.floating_certified, numerator
SELECT _import, _row, CASE WHEN true THEN "floating_certified" END AS _adds, "period", "county", "floating", "floating_filed", "floating_certified", "floating_reviewed", "lost", "lost_settled", "retired_due", "retired_moved", "report_due", "reported_in", "promises_due", "promises_kept", "visit_due", "visited" FROM "v_member_management" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind member-management.floating_certified, denominator
SELECT _import, _row, CASE WHEN true THEN "floating" END AS _adds, "period", "county", "floating", "floating_filed", "floating_certified", "floating_reviewed", "lost", "lost_settled", "retired_due", "retired_moved", "report_due", "reported_in", "promises_due", "promises_kept", "visit_due", "visited" FROM "v_member_management" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind member-management.floating_certified, value
SELECT _import, _row, CASE WHEN true THEN "floating_certified" END AS _adds, "period", "county", "floating", "floating_filed", "floating_certified", "floating_reviewed", "lost", "lost_settled", "retired_due", "retired_moved", "report_due", "reported_in", "promises_due", "promises_kept", "visit_due", "visited" FROM "v_member_management" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind member-management.floating_reviewed, numerator
SELECT _import, _row, CASE WHEN true THEN "floating_reviewed" END AS _adds, "period", "county", "floating", "floating_filed", "floating_certified", "floating_reviewed", "lost", "lost_settled", "retired_due", "retired_moved", "report_due", "reported_in", "promises_due", "promises_kept", "visit_due", "visited" FROM "v_member_management" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind member-management.floating_reviewed, denominator
SELECT _import, _row, CASE WHEN true THEN "floating" END AS _adds, "period", "county", "floating", "floating_filed", "floating_certified", "floating_reviewed", "lost", "lost_settled", "retired_due", "retired_moved", "report_due", "reported_in", "promises_due", "promises_kept", "visit_due", "visited" FROM "v_member_management" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind member-management.floating_reviewed, value
SELECT _import, _row, CASE WHEN true THEN "floating_reviewed" END AS _adds, "period", "county", "floating", "floating_filed", "floating_certified", "floating_reviewed", "lost", "lost_settled", "retired_due", "retired_moved", "report_due", "reported_in", "promises_due", "promises_kept", "visit_due", "visited" FROM "v_member_management" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind member-management.lost_settled, numerator
SELECT _import, _row, CASE WHEN true THEN "lost_settled" END AS _adds, "period", "county", "floating", "floating_filed", "floating_certified", "floating_reviewed", "lost", "lost_settled", "retired_due", "retired_moved", "report_due", "reported_in", "promises_due", "promises_kept", "visit_due", "visited" FROM "v_member_management" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind member-management.lost_settled, denominator
SELECT _import, _row, CASE WHEN true THEN "lost" END AS _adds, "period", "county", "floating", "floating_filed", "floating_certified", "floating_reviewed", "lost", "lost_settled", "retired_due", "retired_moved", "report_due", "reported_in", "promises_due", "promises_kept", "visit_due", "visited" FROM "v_member_management" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind member-management.lost_settled, value
SELECT _import, _row, CASE WHEN true THEN "lost_settled" END AS _adds, "period", "county", "floating", "floating_filed", "floating_certified", "floating_reviewed", "lost", "lost_settled", "retired_due", "retired_moved", "report_due", "reported_in", "promises_due", "promises_kept", "visit_due", "visited" FROM "v_member_management" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind member-management.retired_moved, numerator
SELECT _import, _row, CASE WHEN true THEN "retired_moved" END AS _adds, "period", "county", "floating", "floating_filed", "floating_certified", "floating_reviewed", "lost", "lost_settled", "retired_due", "retired_moved", "report_due", "reported_in", "promises_due", "promises_kept", "visit_due", "visited" FROM "v_member_management" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind member-management.retired_moved, denominator
SELECT _import, _row, CASE WHEN true THEN "retired_due" END AS _adds, "period", "county", "floating", "floating_filed", "floating_certified", "floating_reviewed", "lost", "lost_settled", "retired_due", "retired_moved", "report_due", "reported_in", "promises_due", "promises_kept", "visit_due", "visited" FROM "v_member_management" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind member-management.retired_moved, value
SELECT _import, _row, CASE WHEN true THEN "retired_moved" END AS _adds, "period", "county", "floating", "floating_filed", "floating_certified", "floating_reviewed", "lost", "lost_settled", "retired_due", "retired_moved", "report_due", "reported_in", "promises_due", "promises_kept", "visit_due", "visited" FROM "v_member_management" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind member-management.reported_in, numerator
SELECT _import, _row, CASE WHEN true THEN "reported_in" END AS _adds, "period", "county", "floating", "floating_filed", "floating_certified", "floating_reviewed", "lost", "lost_settled", "retired_due", "retired_moved", "report_due", "reported_in", "promises_due", "promises_kept", "visit_due", "visited" FROM "v_member_management" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind member-management.reported_in, denominator
SELECT _import, _row, CASE WHEN true THEN "report_due" END AS _adds, "period", "county", "floating", "floating_filed", "floating_certified", "floating_reviewed", "lost", "lost_settled", "retired_due", "retired_moved", "report_due", "reported_in", "promises_due", "promises_kept", "visit_due", "visited" FROM "v_member_management" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind member-management.reported_in, value
SELECT _import, _row, CASE WHEN true THEN "reported_in" END AS _adds, "period", "county", "floating", "floating_filed", "floating_certified", "floating_reviewed", "lost", "lost_settled", "retired_due", "retired_moved", "report_due", "reported_in", "promises_due", "promises_kept", "visit_due", "visited" FROM "v_member_management" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind member-management.promises_kept, numerator
SELECT _import, _row, CASE WHEN true THEN "promises_kept" END AS _adds, "period", "county", "floating", "floating_filed", "floating_certified", "floating_reviewed", "lost", "lost_settled", "retired_due", "retired_moved", "report_due", "reported_in", "promises_due", "promises_kept", "visit_due", "visited" FROM "v_member_management" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind member-management.promises_kept, denominator
SELECT _import, _row, CASE WHEN true THEN "promises_due" END AS _adds, "period", "county", "floating", "floating_filed", "floating_certified", "floating_reviewed", "lost", "lost_settled", "retired_due", "retired_moved", "report_due", "reported_in", "promises_due", "promises_kept", "visit_due", "visited" FROM "v_member_management" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind member-management.promises_kept, value
SELECT _import, _row, CASE WHEN true THEN "promises_kept" END AS _adds, "period", "county", "floating", "floating_filed", "floating_certified", "floating_reviewed", "lost", "lost_settled", "retired_due", "retired_moved", "report_due", "reported_in", "promises_due", "promises_kept", "visit_due", "visited" FROM "v_member_management" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind member-management.visited, numerator
SELECT _import, _row, CASE WHEN true THEN "visited" END AS _adds, "period", "county", "floating", "floating_filed", "floating_certified", "floating_reviewed", "lost", "lost_settled", "retired_due", "retired_moved", "report_due", "reported_in", "promises_due", "promises_kept", "visit_due", "visited" FROM "v_member_management" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind member-management.visited, denominator
SELECT _import, _row, CASE WHEN true THEN "visit_due" END AS _adds, "period", "county", "floating", "floating_filed", "floating_certified", "floating_reviewed", "lost", "lost_settled", "retired_due", "retired_moved", "report_due", "reported_in", "promises_due", "promises_kept", "visit_due", "visited" FROM "v_member_management" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind member-management.visited, value
SELECT _import, _row, CASE WHEN true THEN "visited" END AS _adds, "period", "county", "floating", "floating_filed", "floating_certified", "floating_reviewed", "lost", "lost_settled", "retired_due", "retired_moved", "report_due", "reported_in", "promises_due", "promises_kept", "visit_due", "visited" FROM "v_member_management" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- list
SELECT _import, _row, _unit, "period", "county", "floating", "floating_filed", "floating_certified", "floating_reviewed", "lost", "lost_settled", "retired_due", "retired_moved", "report_due", "reported_in", "promises_due", "promises_kept", "visit_due", "visited" FROM "v_member_management" WHERE _period = '2026Q3' ORDER BY _import, _row LIMIT 100 OFFSET 200;

-- odd rows
SELECT _row, _raw FROM "t_member_management" WHERE _import = 1 AND _raw IS NOT NULL ORDER BY _row;

-- rows taken out
DELETE FROM "t_member_management" WHERE _import = 1 AND _raw IS NOT NULL;

-- rows taken out
DELETE FROM "t_member_management" WHERE _import = 1 AND _row IN (7, 9);

-- forget
DELETE FROM "t_member_management" WHERE _import = 1;
