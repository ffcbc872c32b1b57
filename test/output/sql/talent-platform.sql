-- schema
CREATE TABLE IF NOT EXISTS in_force (ledger VARCHAR, import INTEGER, name VARCHAR, unit VARCHAR, period VARCHAR);

-- schema
CREATE TABLE IF NOT EXISTS periods (period VARCHAR, as_of DATE);

-- schema
CREATE TABLE IF NOT EXISTS "t_talent_platform" ("_import" INTEGER, "_row" INTEGER, "_period" VARCHAR, "_na" VARCHAR, "_raw" VARCHAR[], "period" VARCHAR, "county" VARCHAR, "expert_stations" DOUBLE, "innovation_centres" DOUBLE, "craft_studios" DOUBLE, "incubators" DOUBLE, "talent_stations" DOUBLE, "other_platforms" DOUBLE, "new_platforms" DOUBLE, "all_platforms" DOUBLE, "firms" DOUBLE, "conversions" DOUBLE, "funds_due" DOUBLE, "funds_paid" DOUBLE, "envoys" DOUBLE);

-- schema
CREATE OR REPLACE VIEW "v_talent_platform" AS SELECT t.*, f.unit AS _unit, p.as_of AS _as_of FROM "t_talent_platform" t JOIN in_force f ON f.ledger = 'talent-platform' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period;

-- periods
DELETE FROM periods; INSERT INTO periods VALUES ('2026Q3', CAST('2026-09-30' AS DATE));

-- in force
DELETE FROM in_force WHERE ledger = 'talent-platform';

-- in force
INSERT INTO in_force VALUES ('talent-platform', 1, '甲''县', 'u1', '2026Q3');

-- coverage
SELECT coalesce(t."county", '') AS name, t._period AS period, CAST(count(*) AS INTEGER) AS rows FROM "t_talent_platform" t WHERE t._import = 1 AND t._period IS NOT NULL GROUP BY ALL ORDER BY min(t._row);

-- keys that stand twice
SELECT _row, _period, first FROM (SELECT _row, _period, min(_row) OVER (PARTITION BY "_period", "county") AS first FROM "t_talent_platform" WHERE _import = 1 AND hash("_period", "county") IN (SELECT hash("_period", "county") AS h FROM "t_talent_platform" WHERE _import = 1 GROUP BY h HAVING count(*) > 1)) WHERE _row > first ORDER BY _row;

-- checks
SELECT _row, _period, 0 AS _check, CAST((coalesce("expert_stations", 0) + coalesce("innovation_centres", 0) + coalesce("craft_studios", 0) + coalesce("incubators", 0) + coalesce("talent_stations", 0) + coalesce("other_platforms", 0)) AS VARCHAR) AS a, CAST("all_platforms" AS VARCHAR) AS b FROM "t_talent_platform" WHERE _import = 1 AND (("expert_stations" IS NOT NULL OR "innovation_centres" IS NOT NULL OR "craft_studios" IS NOT NULL OR "incubators" IS NOT NULL OR "talent_stations" IS NOT NULL OR "other_platforms" IS NOT NULL) AND abs((coalesce("expert_stations", 0) + coalesce("innovation_centres", 0) + coalesce("craft_studios", 0) + coalesce("incubators", 0) + coalesce("talent_stations", 0) + coalesce("other_platforms", 0)) - "all_platforms") > 0.000001 * greatest(1, abs("all_platforms"))) UNION ALL SELECT _row, _period, 1 AS _check, CAST("new_platforms" AS VARCHAR) AS a, CAST("all_platforms" AS VARCHAR) AS b FROM "t_talent_platform" WHERE _import = 1 AND "new_platforms" > "all_platforms" UNION ALL SELECT _row, _period, 2 AS _check, CAST("funds_paid" AS VARCHAR) AS a, CAST("funds_due" AS VARCHAR) AS b FROM "t_talent_platform" WHERE _import = 1 AND "funds_paid" > "funds_due" ORDER BY _row, _check;

-- measures
WITH r AS (SELECT f.unit AS _unit, f.period AS _period, p.as_of AS _as_of, t._row, t._na, t."period", t."county", t."expert_stations", t."innovation_centres", t."craft_studios", t."incubators", t."talent_stations", t."other_platforms", t."new_platforms", t."all_platforms", t."firms", t."conversions", t."funds_due", t."funds_paid", t."envoys" FROM "t_talent_platform" t JOIN in_force f ON f.ledger = 'talent-platform' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period UNION ALL SELECT unit, period, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM in_force WHERE ledger = 'talent-platform') SELECT _unit, _period, NULL AS _by, NULL AS _key, CAST(count(_row) AS DOUBLE) AS _rows, CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("new_platforms") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "new_platforms" IS NULL AND NOT (("new_platforms" IS NOT NULL OR coalesce(contains(_na, ',new_platforms,'), false)))) = 0 AS "n0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum(("firms" / nullif(100, 0))) FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d0", count(*) FILTER (WHERE _row IS NOT NULL AND true AND ("firms" / nullif(100, 0)) IS NULL AND NOT (("firms" IS NOT NULL OR coalesce(contains(_na, ',firms,'), false)))) = 0 AS "d0_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("funds_paid") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n1", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "funds_paid" IS NULL AND NOT (("funds_paid" IS NOT NULL OR coalesce(contains(_na, ',funds_paid,'), false)))) = 0 AS "n1_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("funds_due") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "d1", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "funds_due" IS NULL AND NOT (("funds_due" IS NOT NULL OR coalesce(contains(_na, ',funds_due,'), false)))) = 0 AS "d1_na", CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND true) = 0 THEN 0 ELSE CAST(sum("conversions") FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) END AS "n2", count(*) FILTER (WHERE _row IS NOT NULL AND true AND "conversions" IS NULL AND NOT (("conversions" IS NOT NULL OR coalesce(contains(_na, ',conversions,'), false)))) = 0 AS "n2_na" FROM r GROUP BY GROUPING SETS ((_unit, _period)) ORDER BY _unit, _period, _by, _key;

-- overlap
WITH claim(ledger, import, name, unit, period) AS (VALUES ('talent-platform', 1, '甲''县', 'u1', '2026Q3')), s AS (SELECT f.unit, f.period FROM "t_talent_platform" t JOIN in_force f ON f.ledger = 'talent-platform' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') SEMI JOIN claim c ON c.unit = f.unit AND c.period = f.period), n AS (SELECT f.unit, f.period FROM "t_talent_platform" t JOIN claim f ON f.ledger = 'talent-platform' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '')) SELECT CAST((SELECT count(*) FROM s) AS DOUBLE) AS standing, CAST((SELECT count(*) FROM n SEMI JOIN s ON (n.unit = s.unit AND n.period = s.period)) AS DOUBLE) AS common;

-- rows behind talent-platform.new_per_hundred_firms, numerator
SELECT _import, _row, CASE WHEN true THEN "new_platforms" END AS _adds, "period", "county", "expert_stations", "innovation_centres", "craft_studios", "incubators", "talent_stations", "other_platforms", "new_platforms", "all_platforms", "firms", "conversions", "funds_due", "funds_paid", "envoys" FROM "v_talent_platform" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind talent-platform.new_per_hundred_firms, denominator
SELECT _import, _row, CASE WHEN true THEN ("firms" / nullif(100, 0)) END AS _adds, "period", "county", "expert_stations", "innovation_centres", "craft_studios", "incubators", "talent_stations", "other_platforms", "new_platforms", "all_platforms", "firms", "conversions", "funds_due", "funds_paid", "envoys" FROM "v_talent_platform" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind talent-platform.new_per_hundred_firms, value
SELECT _import, _row, CASE WHEN true THEN "new_platforms" END AS _adds, "period", "county", "expert_stations", "innovation_centres", "craft_studios", "incubators", "talent_stations", "other_platforms", "new_platforms", "all_platforms", "firms", "conversions", "funds_due", "funds_paid", "envoys" FROM "v_talent_platform" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind talent-platform.paid, numerator
SELECT _import, _row, CASE WHEN true THEN "funds_paid" END AS _adds, "period", "county", "expert_stations", "innovation_centres", "craft_studios", "incubators", "talent_stations", "other_platforms", "new_platforms", "all_platforms", "firms", "conversions", "funds_due", "funds_paid", "envoys" FROM "v_talent_platform" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind talent-platform.paid, denominator
SELECT _import, _row, CASE WHEN true THEN "funds_due" END AS _adds, "period", "county", "expert_stations", "innovation_centres", "craft_studios", "incubators", "talent_stations", "other_platforms", "new_platforms", "all_platforms", "firms", "conversions", "funds_due", "funds_paid", "envoys" FROM "v_talent_platform" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- rows behind talent-platform.paid, value
SELECT _import, _row, CASE WHEN true THEN "funds_paid" END AS _adds, "period", "county", "expert_stations", "innovation_centres", "craft_studios", "incubators", "talent_stations", "other_platforms", "new_platforms", "all_platforms", "firms", "conversions", "funds_due", "funds_paid", "envoys" FROM "v_talent_platform" WHERE _unit = 'u1' AND _period = '2026Q3' AND (true OR true) ORDER BY _import, _row LIMIT 50;

-- rows behind talent-platform.conversions, numerator
SELECT _import, _row, CASE WHEN true THEN "conversions" END AS _adds, "period", "county", "expert_stations", "innovation_centres", "craft_studios", "incubators", "talent_stations", "other_platforms", "new_platforms", "all_platforms", "firms", "conversions", "funds_due", "funds_paid", "envoys" FROM "v_talent_platform" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- list
SELECT _import, _row, _unit, "period", "county", "expert_stations", "innovation_centres", "craft_studios", "incubators", "talent_stations", "other_platforms", "new_platforms", "all_platforms", "firms", "conversions", "funds_due", "funds_paid", "envoys" FROM "v_talent_platform" WHERE _period = '2026Q3' ORDER BY _import, _row LIMIT 100 OFFSET 200;

-- odd rows
SELECT _row, _raw FROM "t_talent_platform" WHERE _import = 1 AND _raw IS NOT NULL ORDER BY _row;

-- rows taken out
DELETE FROM "t_talent_platform" WHERE _import = 1 AND _raw IS NOT NULL;

-- rows taken out
DELETE FROM "t_talent_platform" WHERE _import = 1 AND _row IN (7, 9);

-- forget
DELETE FROM "t_talent_platform" WHERE _import = 1;
