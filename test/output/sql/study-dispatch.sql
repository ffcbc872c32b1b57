-- schema
CREATE TABLE IF NOT EXISTS in_force (ledger VARCHAR, import INTEGER, name VARCHAR, unit VARCHAR, period VARCHAR);

-- schema
CREATE TABLE IF NOT EXISTS periods (period VARCHAR, as_of DATE);

-- schema
CREATE TABLE IF NOT EXISTS "t_study_dispatch" ("_import" INTEGER, "_row" INTEGER, "_period" VARCHAR, "_na" VARCHAR, "_raw" VARCHAR[], "period" VARCHAR, "county" VARCHAR, "county_studies" DOUBLE, "bodies_due" DOUBLE, "bodies_met" DOUBLE, "branches_due" DOUBLE, "branches_studied" DOUBLE, "pledges_due" DOUBLE, "pledges_signed" DOUBLE, "half_year_check" BOOLEAN, "year_assessment" BOOLEAN, "contacts_due" DOUBLE, "contacts_set_up" DOUBLE, "topics_due" DOUBLE, "topics_studied" DOUBLE);

-- schema
CREATE OR REPLACE VIEW "v_study_dispatch" AS SELECT t.*, f.unit AS _unit, p.as_of AS _as_of FROM "t_study_dispatch" t JOIN in_force f ON f.ledger = 'study-dispatch' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period;

-- periods
DELETE FROM periods; INSERT INTO periods VALUES ('2026Q3', CAST('2026-09-30' AS DATE));

-- in force
DELETE FROM in_force WHERE ledger = 'study-dispatch';

-- in force
INSERT INTO in_force VALUES ('study-dispatch', 1, '甲''县', 'u1', '2026Q3');

-- coverage
SELECT coalesce(t."county", '') AS name, t._period AS period, CAST(count(*) AS INTEGER) AS rows FROM "t_study_dispatch" t WHERE t._import = 1 AND t._period IS NOT NULL GROUP BY ALL ORDER BY min(t._row);

-- keys that stand twice
SELECT _row, _period, first FROM (SELECT _row, _period, min(_row) OVER (PARTITION BY "_period", "county") AS first FROM "t_study_dispatch" WHERE _import = 1 AND hash("_period", "county") IN (SELECT hash("_period", "county") AS h FROM "t_study_dispatch" WHERE _import = 1 GROUP BY h HAVING count(*) > 1)) WHERE _row > first ORDER BY _row;

-- checks
SELECT _row, _period, 0 AS _check, CAST("bodies_met" AS VARCHAR) AS a, CAST("bodies_due" AS VARCHAR) AS b FROM "t_study_dispatch" WHERE _import = 1 AND "bodies_met" > "bodies_due" UNION ALL SELECT _row, _period, 1 AS _check, CAST("branches_studied" AS VARCHAR) AS a, CAST("branches_due" AS VARCHAR) AS b FROM "t_study_dispatch" WHERE _import = 1 AND "branches_studied" > "branches_due" UNION ALL SELECT _row, _period, 2 AS _check, CAST("pledges_signed" AS VARCHAR) AS a, CAST("pledges_due" AS VARCHAR) AS b FROM "t_study_dispatch" WHERE _import = 1 AND "pledges_signed" > "pledges_due" UNION ALL SELECT _row, _period, 3 AS _check, CAST("contacts_set_up" AS VARCHAR) AS a, CAST("contacts_due" AS VARCHAR) AS b FROM "t_study_dispatch" WHERE _import = 1 AND "contacts_set_up" > "contacts_due" UNION ALL SELECT _row, _period, 4 AS _check, CAST("topics_studied" AS VARCHAR) AS a, CAST("topics_due" AS VARCHAR) AS b FROM "t_study_dispatch" WHERE _import = 1 AND "topics_studied" > "topics_due" ORDER BY _row, _check;

-- measures
WITH r AS (SELECT f.unit AS _unit, f.period AS _period, p.as_of AS _as_of, t._row, t._na, t."period", t."county", t."county_studies", t."bodies_due", t."bodies_met", t."branches_due", t."branches_studied", t."pledges_due", t."pledges_signed", t."half_year_check", t."year_assessment", t."contacts_due", t."contacts_set_up", t."topics_due", t."topics_studied" FROM "t_study_dispatch" t JOIN in_force f ON f.ledger = 'study-dispatch' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period UNION ALL SELECT unit, period, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM in_force WHERE ledger = 'study-dispatch') SELECT _unit, _period, NULL AS _by, NULL AS _key, CAST(count(_row) AS DOUBLE) AS _rows, CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("county_studies") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "county_studies" IS NULL AND NOT (("county_studies" IS NOT NULL OR coalesce(contains(_na, ',county_studies,'), false)))) = 0 AS "n0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("bodies_met") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n1", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "bodies_met" IS NULL AND NOT (("bodies_met" IS NOT NULL OR coalesce(contains(_na, ',bodies_met,'), false)))) = 0 AS "n1_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("bodies_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d1", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "bodies_due" IS NULL AND NOT (("bodies_due" IS NOT NULL OR coalesce(contains(_na, ',bodies_due,'), false)))) = 0 AS "d1_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("branches_studied") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n2", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "branches_studied" IS NULL AND NOT (("branches_studied" IS NOT NULL OR coalesce(contains(_na, ',branches_studied,'), false)))) = 0 AS "n2_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("branches_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d2", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "branches_due" IS NULL AND NOT (("branches_due" IS NOT NULL OR coalesce(contains(_na, ',branches_due,'), false)))) = 0 AS "d2_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("pledges_signed") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n3", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "pledges_signed" IS NULL AND NOT (("pledges_signed" IS NOT NULL OR coalesce(contains(_na, ',pledges_signed,'), false)))) = 0 AS "n3_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("pledges_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d3", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "pledges_due" IS NULL AND NOT (("pledges_due" IS NOT NULL OR coalesce(contains(_na, ',pledges_due,'), false)))) = 0 AS "d3_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("contacts_set_up") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n4", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "contacts_set_up" IS NULL AND NOT (("contacts_set_up" IS NOT NULL OR coalesce(contains(_na, ',contacts_set_up,'), false)))) = 0 AS "n4_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("contacts_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d4", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "contacts_due" IS NULL AND NOT (("contacts_due" IS NOT NULL OR coalesce(contains(_na, ',contacts_due,'), false)))) = 0 AS "d4_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("topics_studied") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n5", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "topics_studied" IS NULL AND NOT (("topics_studied" IS NOT NULL OR coalesce(contains(_na, ',topics_studied,'), false)))) = 0 AS "n5_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("topics_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d5", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "topics_due" IS NULL AND NOT (("topics_due" IS NOT NULL OR coalesce(contains(_na, ',topics_due,'), false)))) = 0 AS "d5_na" FROM r GROUP BY GROUPING SETS ((_unit, _period)) ORDER BY _unit, _period, _by, _key;

-- overlap
WITH claim(ledger, import, name, unit, period) AS (VALUES ('study-dispatch', 1, '甲''县', 'u1', '2026Q3')), s AS (SELECT f.unit, f.period FROM "t_study_dispatch" t JOIN in_force f ON f.ledger = 'study-dispatch' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') SEMI JOIN claim c ON c.unit = f.unit AND c.period = f.period), n AS (SELECT f.unit, f.period FROM "t_study_dispatch" t JOIN claim f ON f.ledger = 'study-dispatch' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '')) SELECT CAST((SELECT count(*) FROM s) AS DOUBLE) AS standing, CAST((SELECT count(*) FROM n SEMI JOIN s ON (n.unit = s.unit AND n.period = s.period)) AS DOUBLE) AS common;

-- rows behind study-dispatch.county_studies, numerator
SELECT _import, _row, CASE WHEN true THEN "county_studies" END AS _adds, "period", "county", "county_studies", "bodies_due", "bodies_met", "branches_due", "branches_studied", "pledges_due", "pledges_signed", "half_year_check", "year_assessment", "contacts_due", "contacts_set_up", "topics_due", "topics_studied" FROM "v_study_dispatch" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind study-dispatch.bodies_met, numerator
SELECT _import, _row, CASE WHEN true THEN "bodies_met" END AS _adds, "period", "county", "county_studies", "bodies_due", "bodies_met", "branches_due", "branches_studied", "pledges_due", "pledges_signed", "half_year_check", "year_assessment", "contacts_due", "contacts_set_up", "topics_due", "topics_studied" FROM "v_study_dispatch" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind study-dispatch.bodies_met, denominator
SELECT _import, _row, CASE WHEN true THEN "bodies_due" END AS _adds, "period", "county", "county_studies", "bodies_due", "bodies_met", "branches_due", "branches_studied", "pledges_due", "pledges_signed", "half_year_check", "year_assessment", "contacts_due", "contacts_set_up", "topics_due", "topics_studied" FROM "v_study_dispatch" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind study-dispatch.bodies_met, value
SELECT _import, _row, CASE WHEN true THEN "bodies_met" END AS _adds, "period", "county", "county_studies", "bodies_due", "bodies_met", "branches_due", "branches_studied", "pledges_due", "pledges_signed", "half_year_check", "year_assessment", "contacts_due", "contacts_set_up", "topics_due", "topics_studied" FROM "v_study_dispatch" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind study-dispatch.branches_studied, numerator
SELECT _import, _row, CASE WHEN true THEN "branches_studied" END AS _adds, "period", "county", "county_studies", "bodies_due", "bodies_met", "branches_due", "branches_studied", "pledges_due", "pledges_signed", "half_year_check", "year_assessment", "contacts_due", "contacts_set_up", "topics_due", "topics_studied" FROM "v_study_dispatch" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind study-dispatch.branches_studied, denominator
SELECT _import, _row, CASE WHEN true THEN "branches_due" END AS _adds, "period", "county", "county_studies", "bodies_due", "bodies_met", "branches_due", "branches_studied", "pledges_due", "pledges_signed", "half_year_check", "year_assessment", "contacts_due", "contacts_set_up", "topics_due", "topics_studied" FROM "v_study_dispatch" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind study-dispatch.branches_studied, value
SELECT _import, _row, CASE WHEN true THEN "branches_studied" END AS _adds, "period", "county", "county_studies", "bodies_due", "bodies_met", "branches_due", "branches_studied", "pledges_due", "pledges_signed", "half_year_check", "year_assessment", "contacts_due", "contacts_set_up", "topics_due", "topics_studied" FROM "v_study_dispatch" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind study-dispatch.pledges_signed, numerator
SELECT _import, _row, CASE WHEN true THEN "pledges_signed" END AS _adds, "period", "county", "county_studies", "bodies_due", "bodies_met", "branches_due", "branches_studied", "pledges_due", "pledges_signed", "half_year_check", "year_assessment", "contacts_due", "contacts_set_up", "topics_due", "topics_studied" FROM "v_study_dispatch" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind study-dispatch.pledges_signed, denominator
SELECT _import, _row, CASE WHEN true THEN "pledges_due" END AS _adds, "period", "county", "county_studies", "bodies_due", "bodies_met", "branches_due", "branches_studied", "pledges_due", "pledges_signed", "half_year_check", "year_assessment", "contacts_due", "contacts_set_up", "topics_due", "topics_studied" FROM "v_study_dispatch" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind study-dispatch.pledges_signed, value
SELECT _import, _row, CASE WHEN true THEN "pledges_signed" END AS _adds, "period", "county", "county_studies", "bodies_due", "bodies_met", "branches_due", "branches_studied", "pledges_due", "pledges_signed", "half_year_check", "year_assessment", "contacts_due", "contacts_set_up", "topics_due", "topics_studied" FROM "v_study_dispatch" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind study-dispatch.contacts_set_up, numerator
SELECT _import, _row, CASE WHEN true THEN "contacts_set_up" END AS _adds, "period", "county", "county_studies", "bodies_due", "bodies_met", "branches_due", "branches_studied", "pledges_due", "pledges_signed", "half_year_check", "year_assessment", "contacts_due", "contacts_set_up", "topics_due", "topics_studied" FROM "v_study_dispatch" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind study-dispatch.contacts_set_up, denominator
SELECT _import, _row, CASE WHEN true THEN "contacts_due" END AS _adds, "period", "county", "county_studies", "bodies_due", "bodies_met", "branches_due", "branches_studied", "pledges_due", "pledges_signed", "half_year_check", "year_assessment", "contacts_due", "contacts_set_up", "topics_due", "topics_studied" FROM "v_study_dispatch" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind study-dispatch.contacts_set_up, value
SELECT _import, _row, CASE WHEN true THEN "contacts_set_up" END AS _adds, "period", "county", "county_studies", "bodies_due", "bodies_met", "branches_due", "branches_studied", "pledges_due", "pledges_signed", "half_year_check", "year_assessment", "contacts_due", "contacts_set_up", "topics_due", "topics_studied" FROM "v_study_dispatch" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind study-dispatch.topics_studied, numerator
SELECT _import, _row, CASE WHEN true THEN "topics_studied" END AS _adds, "period", "county", "county_studies", "bodies_due", "bodies_met", "branches_due", "branches_studied", "pledges_due", "pledges_signed", "half_year_check", "year_assessment", "contacts_due", "contacts_set_up", "topics_due", "topics_studied" FROM "v_study_dispatch" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind study-dispatch.topics_studied, denominator
SELECT _import, _row, CASE WHEN true THEN "topics_due" END AS _adds, "period", "county", "county_studies", "bodies_due", "bodies_met", "branches_due", "branches_studied", "pledges_due", "pledges_signed", "half_year_check", "year_assessment", "contacts_due", "contacts_set_up", "topics_due", "topics_studied" FROM "v_study_dispatch" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind study-dispatch.topics_studied, value
SELECT _import, _row, CASE WHEN true THEN "topics_studied" END AS _adds, "period", "county", "county_studies", "bodies_due", "bodies_met", "branches_due", "branches_studied", "pledges_due", "pledges_signed", "half_year_check", "year_assessment", "contacts_due", "contacts_set_up", "topics_due", "topics_studied" FROM "v_study_dispatch" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- list
SELECT _import, _row, _unit, "period", "county", "county_studies", "bodies_due", "bodies_met", "branches_due", "branches_studied", "pledges_due", "pledges_signed", "half_year_check", "year_assessment", "contacts_due", "contacts_set_up", "topics_due", "topics_studied" FROM "v_study_dispatch" WHERE _period = '2026Q3' ORDER BY _import, _row LIMIT 100 OFFSET 200;

-- odd rows
SELECT _row, _raw FROM "t_study_dispatch" WHERE _import = 1 AND _raw IS NOT NULL ORDER BY _row;

-- rows taken out
DELETE FROM "t_study_dispatch" WHERE _import = 1 AND _raw IS NOT NULL;

-- rows taken out
DELETE FROM "t_study_dispatch" WHERE _import = 1 AND _row IN (7, 9);

-- forget
DELETE FROM "t_study_dispatch" WHERE _import = 1;
