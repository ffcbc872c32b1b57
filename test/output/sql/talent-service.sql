-- schema
CREATE TABLE IF NOT EXISTS in_force (ledger VARCHAR, import INTEGER, name VARCHAR, unit VARCHAR, period VARCHAR);

-- schema
CREATE TABLE IF NOT EXISTS periods (period VARCHAR, as_of DATE);

-- schema
CREATE TABLE IF NOT EXISTS "t_talent_service" ("_import" INTEGER, "_row" INTEGER, "_period" VARCHAR, "_na" VARCHAR, "_raw" VARCHAR[], "period" VARCHAR, "county" VARCHAR, "leaders_due" DOUBLE, "leaders_done" DOUBLE, "projects" DOUBLE, "projects_done" DOUBLE, "committee_reports" DOUBLE, "joint_meetings" DOUBLE, "expert_missions" DOUBLE, "difficulties_solved" DOUBLE, "experts_due" DOUBLE, "experts_done" DOUBLE, "service_due" DOUBLE, "service_done" DOUBLE, "firms" DOUBLE, "firms_reached" DOUBLE);

-- schema
CREATE OR REPLACE VIEW "v_talent_service" AS SELECT t.*, f.unit AS _unit, p.as_of AS _as_of FROM "t_talent_service" t JOIN in_force f ON f.ledger = 'talent-service' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period;

-- periods
DELETE FROM periods; INSERT INTO periods VALUES ('2026Q3', CAST('2026-09-30' AS DATE));

-- in force
DELETE FROM in_force WHERE ledger = 'talent-service';

-- in force
INSERT INTO in_force VALUES ('talent-service', 1, '甲''县', 'u1', '2026Q3');

-- coverage
SELECT coalesce(t."county", '') AS name, t._period AS period, CAST(count(*) AS INTEGER) AS rows FROM "t_talent_service" t WHERE t._import = 1 AND t._period IS NOT NULL GROUP BY ALL ORDER BY min(t._row);

-- keys that stand twice
SELECT _row, _period, first FROM (SELECT _row, _period, min(_row) OVER (PARTITION BY "_period", "county") AS first FROM "t_talent_service" WHERE _import = 1 AND hash("_period", "county") IN (SELECT hash("_period", "county") AS h FROM "t_talent_service" WHERE _import = 1 GROUP BY h HAVING count(*) > 1)) WHERE _row > first ORDER BY _row;

-- checks
SELECT _row, _period, 0 AS _check, CAST("leaders_done" AS VARCHAR) AS a, CAST("leaders_due" AS VARCHAR) AS b FROM "t_talent_service" WHERE _import = 1 AND "leaders_done" > "leaders_due" UNION ALL SELECT _row, _period, 1 AS _check, CAST("projects_done" AS VARCHAR) AS a, CAST("projects" AS VARCHAR) AS b FROM "t_talent_service" WHERE _import = 1 AND "projects_done" > "projects" UNION ALL SELECT _row, _period, 2 AS _check, CAST("experts_done" AS VARCHAR) AS a, CAST("experts_due" AS VARCHAR) AS b FROM "t_talent_service" WHERE _import = 1 AND "experts_done" > "experts_due" UNION ALL SELECT _row, _period, 3 AS _check, CAST("service_done" AS VARCHAR) AS a, CAST("service_due" AS VARCHAR) AS b FROM "t_talent_service" WHERE _import = 1 AND "service_done" > "service_due" UNION ALL SELECT _row, _period, 4 AS _check, CAST("firms_reached" AS VARCHAR) AS a, CAST("firms" AS VARCHAR) AS b FROM "t_talent_service" WHERE _import = 1 AND "firms_reached" > "firms" ORDER BY _row, _check;

-- measures
WITH r AS (SELECT f.unit AS _unit, f.period AS _period, p.as_of AS _as_of, t._row, t._na, t."period", t."county", t."leaders_due", t."leaders_done", t."projects", t."projects_done", t."committee_reports", t."joint_meetings", t."expert_missions", t."difficulties_solved", t."experts_due", t."experts_done", t."service_due", t."service_done", t."firms", t."firms_reached" FROM "t_talent_service" t JOIN in_force f ON f.ledger = 'talent-service' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period UNION ALL SELECT unit, period, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM in_force WHERE ledger = 'talent-service') SELECT _unit, _period, NULL AS _by, NULL AS _key, CAST(count(_row) AS DOUBLE) AS _rows, CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("leaders_done") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "leaders_done" IS NULL AND NOT (("leaders_done" IS NOT NULL OR coalesce(contains(_na, ',leaders_done,'), false)))) = 0 AS "n0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("leaders_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "leaders_due" IS NULL AND NOT (("leaders_due" IS NOT NULL OR coalesce(contains(_na, ',leaders_due,'), false)))) = 0 AS "d0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("experts_done") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n1", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "experts_done" IS NULL AND NOT (("experts_done" IS NOT NULL OR coalesce(contains(_na, ',experts_done,'), false)))) = 0 AS "n1_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("experts_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d1", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "experts_due" IS NULL AND NOT (("experts_due" IS NOT NULL OR coalesce(contains(_na, ',experts_due,'), false)))) = 0 AS "d1_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("service_done") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n2", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "service_done" IS NULL AND NOT (("service_done" IS NOT NULL OR coalesce(contains(_na, ',service_done,'), false)))) = 0 AS "n2_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("service_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d2", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "service_due" IS NULL AND NOT (("service_due" IS NOT NULL OR coalesce(contains(_na, ',service_due,'), false)))) = 0 AS "d2_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("firms_reached") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n3", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "firms_reached" IS NULL AND NOT (("firms_reached" IS NOT NULL OR coalesce(contains(_na, ',firms_reached,'), false)))) = 0 AS "n3_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("firms") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d3", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "firms" IS NULL AND NOT (("firms" IS NOT NULL OR coalesce(contains(_na, ',firms,'), false)))) = 0 AS "d3_na" FROM r GROUP BY GROUPING SETS ((_unit, _period)) ORDER BY _unit, _period, _by, _key;

-- overlap
WITH claim(ledger, import, name, unit, period) AS (VALUES ('talent-service', 1, '甲''县', 'u1', '2026Q3')), s AS (SELECT f.unit, f.period FROM "t_talent_service" t JOIN in_force f ON f.ledger = 'talent-service' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') SEMI JOIN claim c ON c.unit = f.unit AND c.period = f.period), n AS (SELECT f.unit, f.period FROM "t_talent_service" t JOIN claim f ON f.ledger = 'talent-service' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '')) SELECT CAST((SELECT count(*) FROM s) AS DOUBLE) AS standing, CAST((SELECT count(*) FROM n SEMI JOIN s ON (n.unit = s.unit AND n.period = s.period)) AS DOUBLE) AS common;

-- rows behind talent-service.leaders_with_project, numerator
SELECT _import, _row, CASE WHEN true THEN "leaders_done" END AS _adds, "period", "county", "leaders_due", "leaders_done", "projects", "projects_done", "committee_reports", "joint_meetings", "expert_missions", "difficulties_solved", "experts_due", "experts_done", "service_due", "service_done", "firms", "firms_reached" FROM "v_talent_service" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind talent-service.leaders_with_project, denominator
SELECT _import, _row, CASE WHEN true THEN "leaders_due" END AS _adds, "period", "county", "leaders_due", "leaders_done", "projects", "projects_done", "committee_reports", "joint_meetings", "expert_missions", "difficulties_solved", "experts_due", "experts_done", "service_due", "service_done", "firms", "firms_reached" FROM "v_talent_service" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind talent-service.leaders_with_project, value
SELECT _import, _row, CASE WHEN true THEN "leaders_done" END AS _adds, "period", "county", "leaders_due", "leaders_done", "projects", "projects_done", "committee_reports", "joint_meetings", "expert_missions", "difficulties_solved", "experts_due", "experts_done", "service_due", "service_done", "firms", "firms_reached" FROM "v_talent_service" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind talent-service.expert_contact, numerator
SELECT _import, _row, CASE WHEN true THEN "experts_done" END AS _adds, "period", "county", "leaders_due", "leaders_done", "projects", "projects_done", "committee_reports", "joint_meetings", "expert_missions", "difficulties_solved", "experts_due", "experts_done", "service_due", "service_done", "firms", "firms_reached" FROM "v_talent_service" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind talent-service.expert_contact, denominator
SELECT _import, _row, CASE WHEN true THEN "experts_due" END AS _adds, "period", "county", "leaders_due", "leaders_done", "projects", "projects_done", "committee_reports", "joint_meetings", "expert_missions", "difficulties_solved", "experts_due", "experts_done", "service_due", "service_done", "firms", "firms_reached" FROM "v_talent_service" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind talent-service.expert_contact, value
SELECT _import, _row, CASE WHEN true THEN "experts_done" END AS _adds, "period", "county", "leaders_due", "leaders_done", "projects", "projects_done", "committee_reports", "joint_meetings", "expert_missions", "difficulties_solved", "experts_due", "experts_done", "service_due", "service_done", "firms", "firms_reached" FROM "v_talent_service" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind talent-service.service_on_time, numerator
SELECT _import, _row, CASE WHEN true THEN "service_done" END AS _adds, "period", "county", "leaders_due", "leaders_done", "projects", "projects_done", "committee_reports", "joint_meetings", "expert_missions", "difficulties_solved", "experts_due", "experts_done", "service_due", "service_done", "firms", "firms_reached" FROM "v_talent_service" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind talent-service.service_on_time, denominator
SELECT _import, _row, CASE WHEN true THEN "service_due" END AS _adds, "period", "county", "leaders_due", "leaders_done", "projects", "projects_done", "committee_reports", "joint_meetings", "expert_missions", "difficulties_solved", "experts_due", "experts_done", "service_due", "service_done", "firms", "firms_reached" FROM "v_talent_service" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind talent-service.service_on_time, value
SELECT _import, _row, CASE WHEN true THEN "service_done" END AS _adds, "period", "county", "leaders_due", "leaders_done", "projects", "projects_done", "committee_reports", "joint_meetings", "expert_missions", "difficulties_solved", "experts_due", "experts_done", "service_due", "service_done", "firms", "firms_reached" FROM "v_talent_service" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind talent-service.policy_cover, numerator
SELECT _import, _row, CASE WHEN true THEN "firms_reached" END AS _adds, "period", "county", "leaders_due", "leaders_done", "projects", "projects_done", "committee_reports", "joint_meetings", "expert_missions", "difficulties_solved", "experts_due", "experts_done", "service_due", "service_done", "firms", "firms_reached" FROM "v_talent_service" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind talent-service.policy_cover, denominator
SELECT _import, _row, CASE WHEN true THEN "firms" END AS _adds, "period", "county", "leaders_due", "leaders_done", "projects", "projects_done", "committee_reports", "joint_meetings", "expert_missions", "difficulties_solved", "experts_due", "experts_done", "service_due", "service_done", "firms", "firms_reached" FROM "v_talent_service" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind talent-service.policy_cover, value
SELECT _import, _row, CASE WHEN true THEN "firms_reached" END AS _adds, "period", "county", "leaders_due", "leaders_done", "projects", "projects_done", "committee_reports", "joint_meetings", "expert_missions", "difficulties_solved", "experts_due", "experts_done", "service_due", "service_done", "firms", "firms_reached" FROM "v_talent_service" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- list
SELECT _import, _row, _unit, "period", "county", "leaders_due", "leaders_done", "projects", "projects_done", "committee_reports", "joint_meetings", "expert_missions", "difficulties_solved", "experts_due", "experts_done", "service_due", "service_done", "firms", "firms_reached" FROM "v_talent_service" WHERE _period = '2026Q3' ORDER BY _import, _row LIMIT 100 OFFSET 200;

-- odd rows
SELECT _row, _raw FROM "t_talent_service" WHERE _import = 1 AND _raw IS NOT NULL ORDER BY _row;

-- rows taken out
DELETE FROM "t_talent_service" WHERE _import = 1 AND _raw IS NOT NULL;

-- rows taken out
DELETE FROM "t_talent_service" WHERE _import = 1 AND _row IN (7, 9);

-- forget
DELETE FROM "t_talent_service" WHERE _import = 1;
