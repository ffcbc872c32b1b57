-- schema
CREATE TABLE IF NOT EXISTS in_force (ledger VARCHAR, import INTEGER, name VARCHAR, unit VARCHAR, period VARCHAR);

-- schema
CREATE TABLE IF NOT EXISTS periods (period VARCHAR, as_of DATE);

-- schema
CREATE TABLE IF NOT EXISTS "t_demonstration" ("_import" INTEGER, "_row" INTEGER, "_period" VARCHAR, "_na" VARCHAR, "_raw" VARCHAR[], "period" VARCHAR, "county" VARCHAR, "townships" DOUBLE, "townships_named" DOUBLE, "sites" DOUBLE, "red_communities" DOUBLE, "double_due" DOUBLE, "double_heads" DOUBLE, "charter_due" DOUBLE, "charters" DOUBLE, "agency_issues" DOUBLE, "agency_fixed" DOUBLE, "term_due" DOUBLE, "terms_changed" DOUBLE);

-- schema
CREATE OR REPLACE VIEW "v_demonstration" AS SELECT t.*, f.unit AS _unit, p.as_of AS _as_of FROM "t_demonstration" t JOIN in_force f ON f.ledger = 'demonstration' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period;

-- periods
DELETE FROM periods; INSERT INTO periods VALUES ('2026Q3', CAST('2026-09-30' AS DATE));

-- in force
DELETE FROM in_force WHERE ledger = 'demonstration';

-- in force
INSERT INTO in_force VALUES ('demonstration', 1, '甲''县', 'u1', '2026Q3');

-- coverage
SELECT coalesce(t."county", '') AS name, t._period AS period, CAST(count(*) AS INTEGER) AS rows FROM "t_demonstration" t WHERE t._import = 1 AND t._period IS NOT NULL GROUP BY ALL ORDER BY min(t._row);

-- keys that stand twice
SELECT _row, _period, first FROM (SELECT _row, _period, min(_row) OVER (PARTITION BY "_period", "county") AS first FROM "t_demonstration" WHERE _import = 1 AND hash("_period", "county") IN (SELECT hash("_period", "county") AS h FROM "t_demonstration" WHERE _import = 1 GROUP BY h HAVING count(*) > 1)) WHERE _row > first ORDER BY _row;

-- checks
SELECT _row, _period, 0 AS _check, CAST("townships_named" AS VARCHAR) AS a, CAST("townships" AS VARCHAR) AS b FROM "t_demonstration" WHERE _import = 1 AND "townships_named" > "townships" UNION ALL SELECT _row, _period, 1 AS _check, CAST("double_heads" AS VARCHAR) AS a, CAST("double_due" AS VARCHAR) AS b FROM "t_demonstration" WHERE _import = 1 AND "double_heads" > "double_due" UNION ALL SELECT _row, _period, 2 AS _check, CAST("charters" AS VARCHAR) AS a, CAST("charter_due" AS VARCHAR) AS b FROM "t_demonstration" WHERE _import = 1 AND "charters" > "charter_due" UNION ALL SELECT _row, _period, 3 AS _check, CAST("agency_fixed" AS VARCHAR) AS a, CAST("agency_issues" AS VARCHAR) AS b FROM "t_demonstration" WHERE _import = 1 AND "agency_fixed" > "agency_issues" UNION ALL SELECT _row, _period, 4 AS _check, CAST("terms_changed" AS VARCHAR) AS a, CAST("term_due" AS VARCHAR) AS b FROM "t_demonstration" WHERE _import = 1 AND "terms_changed" > "term_due" ORDER BY _row, _check;

-- measures
WITH r AS (SELECT f.unit AS _unit, f.period AS _period, p.as_of AS _as_of, t._row, t._na, t."period", t."county", t."townships", t."townships_named", t."sites", t."red_communities", t."double_due", t."double_heads", t."charter_due", t."charters", t."agency_issues", t."agency_fixed", t."term_due", t."terms_changed" FROM "t_demonstration" t JOIN in_force f ON f.ledger = 'demonstration' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period UNION ALL SELECT unit, period, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM in_force WHERE ledger = 'demonstration') SELECT _unit, _period, NULL AS _by, NULL AS _key, CAST(count(_row) AS DOUBLE) AS _rows, CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("townships_named") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "townships_named" IS NULL AND NOT (("townships_named" IS NOT NULL OR coalesce(contains(_na, ',townships_named,'), false)))) = 0 AS "n0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("townships") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "townships" IS NULL AND NOT (("townships" IS NOT NULL OR coalesce(contains(_na, ',townships,'), false)))) = 0 AS "d0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("double_heads") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n1", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "double_heads" IS NULL AND NOT (("double_heads" IS NOT NULL OR coalesce(contains(_na, ',double_heads,'), false)))) = 0 AS "n1_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("double_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d1", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "double_due" IS NULL AND NOT (("double_due" IS NOT NULL OR coalesce(contains(_na, ',double_due,'), false)))) = 0 AS "d1_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("charters") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n2", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "charters" IS NULL AND NOT (("charters" IS NOT NULL OR coalesce(contains(_na, ',charters,'), false)))) = 0 AS "n2_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("charter_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d2", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "charter_due" IS NULL AND NOT (("charter_due" IS NOT NULL OR coalesce(contains(_na, ',charter_due,'), false)))) = 0 AS "d2_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("agency_fixed") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n3", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "agency_fixed" IS NULL AND NOT (("agency_fixed" IS NOT NULL OR coalesce(contains(_na, ',agency_fixed,'), false)))) = 0 AS "n3_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("agency_issues") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d3", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "agency_issues" IS NULL AND NOT (("agency_issues" IS NOT NULL OR coalesce(contains(_na, ',agency_issues,'), false)))) = 0 AS "d3_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("terms_changed") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n4", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "terms_changed" IS NULL AND NOT (("terms_changed" IS NOT NULL OR coalesce(contains(_na, ',terms_changed,'), false)))) = 0 AS "n4_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("term_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d4", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "term_due" IS NULL AND NOT (("term_due" IS NOT NULL OR coalesce(contains(_na, ',term_due,'), false)))) = 0 AS "d4_na" FROM r GROUP BY GROUPING SETS ((_unit, _period)) ORDER BY _unit, _period, _by, _key;

-- overlap
WITH claim(ledger, import, name, unit, period) AS (VALUES ('demonstration', 1, '甲''县', 'u1', '2026Q3')), s AS (SELECT f.unit, f.period FROM "t_demonstration" t JOIN in_force f ON f.ledger = 'demonstration' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') SEMI JOIN claim c ON c.unit = f.unit AND c.period = f.period), n AS (SELECT f.unit, f.period FROM "t_demonstration" t JOIN claim f ON f.ledger = 'demonstration' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '')) SELECT CAST((SELECT count(*) FROM s) AS DOUBLE) AS standing, CAST((SELECT count(*) FROM n SEMI JOIN s ON (n.unit = s.unit AND n.period = s.period)) AS DOUBLE) AS common;

-- rows behind demonstration.named_share, numerator
SELECT _import, _row, CASE WHEN true THEN "townships_named" END AS _adds, "period", "county", "townships", "townships_named", "sites", "red_communities", "double_due", "double_heads", "charter_due", "charters", "agency_issues", "agency_fixed", "term_due", "terms_changed" FROM "v_demonstration" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind demonstration.named_share, denominator
SELECT _import, _row, CASE WHEN true THEN "townships" END AS _adds, "period", "county", "townships", "townships_named", "sites", "red_communities", "double_due", "double_heads", "charter_due", "charters", "agency_issues", "agency_fixed", "term_due", "terms_changed" FROM "v_demonstration" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind demonstration.named_share, value
SELECT _import, _row, CASE WHEN true THEN "townships_named" END AS _adds, "period", "county", "townships", "townships_named", "sites", "red_communities", "double_due", "double_heads", "charter_due", "charters", "agency_issues", "agency_fixed", "term_due", "terms_changed" FROM "v_demonstration" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind demonstration.double_heads, numerator
SELECT _import, _row, CASE WHEN true THEN "double_heads" END AS _adds, "period", "county", "townships", "townships_named", "sites", "red_communities", "double_due", "double_heads", "charter_due", "charters", "agency_issues", "agency_fixed", "term_due", "terms_changed" FROM "v_demonstration" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind demonstration.double_heads, denominator
SELECT _import, _row, CASE WHEN true THEN "double_due" END AS _adds, "period", "county", "townships", "townships_named", "sites", "red_communities", "double_due", "double_heads", "charter_due", "charters", "agency_issues", "agency_fixed", "term_due", "terms_changed" FROM "v_demonstration" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind demonstration.double_heads, value
SELECT _import, _row, CASE WHEN true THEN "double_heads" END AS _adds, "period", "county", "townships", "townships_named", "sites", "red_communities", "double_due", "double_heads", "charter_due", "charters", "agency_issues", "agency_fixed", "term_due", "terms_changed" FROM "v_demonstration" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind demonstration.charters, numerator
SELECT _import, _row, CASE WHEN true THEN "charters" END AS _adds, "period", "county", "townships", "townships_named", "sites", "red_communities", "double_due", "double_heads", "charter_due", "charters", "agency_issues", "agency_fixed", "term_due", "terms_changed" FROM "v_demonstration" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind demonstration.charters, denominator
SELECT _import, _row, CASE WHEN true THEN "charter_due" END AS _adds, "period", "county", "townships", "townships_named", "sites", "red_communities", "double_due", "double_heads", "charter_due", "charters", "agency_issues", "agency_fixed", "term_due", "terms_changed" FROM "v_demonstration" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind demonstration.charters, value
SELECT _import, _row, CASE WHEN true THEN "charters" END AS _adds, "period", "county", "townships", "townships_named", "sites", "red_communities", "double_due", "double_heads", "charter_due", "charters", "agency_issues", "agency_fixed", "term_due", "terms_changed" FROM "v_demonstration" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind demonstration.agency_fixed, numerator
SELECT _import, _row, CASE WHEN true THEN "agency_fixed" END AS _adds, "period", "county", "townships", "townships_named", "sites", "red_communities", "double_due", "double_heads", "charter_due", "charters", "agency_issues", "agency_fixed", "term_due", "terms_changed" FROM "v_demonstration" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind demonstration.agency_fixed, denominator
SELECT _import, _row, CASE WHEN true THEN "agency_issues" END AS _adds, "period", "county", "townships", "townships_named", "sites", "red_communities", "double_due", "double_heads", "charter_due", "charters", "agency_issues", "agency_fixed", "term_due", "terms_changed" FROM "v_demonstration" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind demonstration.agency_fixed, value
SELECT _import, _row, CASE WHEN true THEN "agency_fixed" END AS _adds, "period", "county", "townships", "townships_named", "sites", "red_communities", "double_due", "double_heads", "charter_due", "charters", "agency_issues", "agency_fixed", "term_due", "terms_changed" FROM "v_demonstration" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind demonstration.terms_changed, numerator
SELECT _import, _row, CASE WHEN true THEN "terms_changed" END AS _adds, "period", "county", "townships", "townships_named", "sites", "red_communities", "double_due", "double_heads", "charter_due", "charters", "agency_issues", "agency_fixed", "term_due", "terms_changed" FROM "v_demonstration" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind demonstration.terms_changed, denominator
SELECT _import, _row, CASE WHEN true THEN "term_due" END AS _adds, "period", "county", "townships", "townships_named", "sites", "red_communities", "double_due", "double_heads", "charter_due", "charters", "agency_issues", "agency_fixed", "term_due", "terms_changed" FROM "v_demonstration" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind demonstration.terms_changed, value
SELECT _import, _row, CASE WHEN true THEN "terms_changed" END AS _adds, "period", "county", "townships", "townships_named", "sites", "red_communities", "double_due", "double_heads", "charter_due", "charters", "agency_issues", "agency_fixed", "term_due", "terms_changed" FROM "v_demonstration" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- list
SELECT _import, _row, _unit, "period", "county", "townships", "townships_named", "sites", "red_communities", "double_due", "double_heads", "charter_due", "charters", "agency_issues", "agency_fixed", "term_due", "terms_changed" FROM "v_demonstration" WHERE _period = '2026Q3' ORDER BY _import, _row LIMIT 100 OFFSET 200;

-- odd rows
SELECT _row, _raw FROM "t_demonstration" WHERE _import = 1 AND _raw IS NOT NULL ORDER BY _row;

-- rows taken out
DELETE FROM "t_demonstration" WHERE _import = 1 AND _raw IS NOT NULL;

-- rows taken out
DELETE FROM "t_demonstration" WHERE _import = 1 AND _row IN (7, 9);

-- forget
DELETE FROM "t_demonstration" WHERE _import = 1;
