-- schema
CREATE TABLE IF NOT EXISTS in_force (ledger VARCHAR, import INTEGER, name VARCHAR, unit VARCHAR, period VARCHAR);

-- schema
CREATE TABLE IF NOT EXISTS periods (period VARCHAR, as_of DATE);

-- schema
CREATE TABLE IF NOT EXISTS "t_branch_rating" ("_import" INTEGER, "_row" INTEGER, "_period" VARCHAR, "_na" VARCHAR, "_raw" VARCHAR[], "period" VARCHAR, "county" VARCHAR, "township" VARCHAR, "branch" VARCHAR, "branch_code" VARCHAR, "sector" VARCHAR, "due" BOOLEAN, "not_rated_because" VARCHAR, "declared_star" DOUBLE, "base_score" DOUBLE, "bonus_score" DOUBLE, "deduction_score" DOUBLE, "appraisal_score" DOUBLE, "total_score" DOUBLE, "final_star" DOUBLE, "last_star" DOUBLE, "satisfaction" DOUBLE, "veto" BOOLEAN, "spot_checked" BOOLEAN, "review_score" DOUBLE, "review_star" DOUBLE);

-- schema
CREATE OR REPLACE VIEW "v_branch_rating" AS SELECT t.*, f.unit AS _unit, p.as_of AS _as_of FROM "t_branch_rating" t JOIN in_force f ON f.ledger = 'branch-rating' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period;

-- periods
DELETE FROM periods; INSERT INTO periods VALUES ('2026Q3', CAST('2026-09-30' AS DATE));

-- in force
DELETE FROM in_force WHERE ledger = 'branch-rating';

-- in force
INSERT INTO in_force VALUES ('branch-rating', 1, '甲''县', 'u1', '2026Q3');

-- coverage
SELECT coalesce(t."county", '') AS name, t._period AS period, CAST(count(*) AS INTEGER) AS rows FROM "t_branch_rating" t WHERE t._import = 1 AND t._period IS NOT NULL GROUP BY ALL ORDER BY min(t._row);

-- keys that stand twice
SELECT _row, _period, first FROM (SELECT _row, _period, min(_row) OVER (PARTITION BY "_period", "county", "township", "branch") AS first FROM "t_branch_rating" WHERE _import = 1 AND hash("_period", "county", "township", "branch") IN (SELECT hash("_period", "county", "township", "branch") AS h FROM "t_branch_rating" WHERE _import = 1 GROUP BY h HAVING count(*) > 1)) WHERE _row > first ORDER BY _row;

-- measures
WITH r AS (SELECT f.unit AS _unit, f.period AS _period, p.as_of AS _as_of, t._row, t._na, t."period", t."county", t."township", t."branch", t."branch_code", t."sector", t."due", t."not_rated_because", t."declared_star", t."base_score", t."bonus_score", t."deduction_score", t."appraisal_score", t."total_score", t."final_star", t."last_star", t."satisfaction", t."veto", t."spot_checked", t."review_score", t."review_star" FROM "t_branch_rating" t JOIN in_force f ON f.ledger = 'branch-rating' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period UNION ALL SELECT unit, period, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM in_force WHERE ledger = 'branch-rating') SELECT _unit, _period, CASE WHEN GROUPING("sector") = 0 THEN 'sector' END AS _by, CASE WHEN GROUPING("sector") = 0 THEN CAST("sector" AS VARCHAR) END AS _key, CAST(count(_row) AS DOUBLE) AS _rows, CASE WHEN count(*) FILTER (WHERE _row IS NOT NULL AND "final_star" IS NOT NULL) = 0 THEN 0 ELSE CAST(sum("total_score") FILTER (WHERE _row IS NOT NULL AND "final_star" IS NOT NULL) AS DOUBLE) END AS "n0", count(*) FILTER (WHERE _row IS NOT NULL AND "final_star" IS NOT NULL AND "total_score" IS NULL AND NOT (("total_score" IS NOT NULL OR coalesce(contains(_na, ',total_score,'), false)))) = 0 AS "n0_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND ("final_star" IS NOT NULL AND "total_score" IS NOT NULL)) AS DOUBLE) AS "d0", true AS "d0_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND ("final_star" IS NOT NULL AND coalesce("final_star" >= 3, false))) AS DOUBLE) AS "n1", true AS "n1_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND "final_star" IS NOT NULL) AS DOUBLE) AS "d1", true AS "d1_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND ("final_star" IS NOT NULL AND coalesce("final_star" = 5, false))) AS DOUBLE) AS "n2", true AS "n2_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND "final_star" IS NOT NULL) AS DOUBLE) AS "d2", true AS "d2_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND ("final_star" IS NOT NULL AND coalesce("final_star" = 4, false))) AS DOUBLE) AS "n3", true AS "n3_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND "final_star" IS NOT NULL) AS DOUBLE) AS "d3", true AS "d3_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND ("final_star" IS NOT NULL AND coalesce("final_star" = 3, false))) AS DOUBLE) AS "n4", true AS "n4_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND "final_star" IS NOT NULL) AS DOUBLE) AS "d4", true AS "d4_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND ("final_star" IS NOT NULL AND coalesce("final_star" = 2, false))) AS DOUBLE) AS "n5", true AS "n5_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND "final_star" IS NOT NULL) AS DOUBLE) AS "d5", true AS "d5_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND ("final_star" IS NOT NULL AND coalesce("final_star" = 1, false))) AS DOUBLE) AS "n6", true AS "n6_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND "final_star" IS NOT NULL) AS DOUBLE) AS "d6", true AS "d6_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND ("final_star" IS NOT NULL AND coalesce("final_star" = 0, false))) AS DOUBLE) AS "n7", true AS "n7_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND "final_star" IS NOT NULL) AS DOUBLE) AS "d7", true AS "d7_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND (("final_star" IS NOT NULL AND "last_star" IS NOT NULL) AND coalesce("final_star" > "last_star", false))) AS DOUBLE) AS "n8", true AS "n8_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND ("final_star" IS NOT NULL AND "last_star" IS NOT NULL)) AS DOUBLE) AS "d8", true AS "d8_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND (("final_star" IS NOT NULL AND "last_star" IS NOT NULL) AND coalesce("final_star" < "last_star", false))) AS DOUBLE) AS "n9", true AS "n9_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND ("final_star" IS NOT NULL AND "last_star" IS NOT NULL)) AS DOUBLE) AS "d9", true AS "d9_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND (coalesce(coalesce("due", true) = true, false) AND "final_star" IS NOT NULL)) AS DOUBLE) AS "n10", true AS "n10_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND coalesce(coalesce("due", true) = true, false)) AS DOUBLE) AS "d10", true AS "d10_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND (coalesce("spot_checked" = true, false) AND coalesce("review_star" = "final_star", false))) AS DOUBLE) AS "n11", true AS "n11_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND coalesce("spot_checked" = true, false)) AS DOUBLE) AS "d11", true AS "d11_na" FROM r GROUP BY GROUPING SETS ((_unit, _period), (_unit, _period, "sector")) ORDER BY _unit, _period, _by, _key;

-- overlap
WITH claim(ledger, import, name, unit, period) AS (VALUES ('branch-rating', 1, '甲''县', 'u1', '2026Q3')), s AS (SELECT f.unit, f.period, t."township", t."branch" FROM "t_branch_rating" t JOIN in_force f ON f.ledger = 'branch-rating' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') SEMI JOIN claim c ON c.unit = f.unit AND c.period = f.period), n AS (SELECT f.unit, f.period, t."township", t."branch" FROM "t_branch_rating" t JOIN claim f ON f.ledger = 'branch-rating' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '')) SELECT CAST((SELECT count(*) FROM s) AS DOUBLE) AS standing, CAST((SELECT count(*) FROM n SEMI JOIN s ON (n.unit = s.unit AND n.period = s.period AND n."township" IS NOT DISTINCT FROM s."township" AND n."branch" IS NOT DISTINCT FROM s."branch")) AS DOUBLE) AS common;

-- rows behind branch-rating.mean_score, numerator
SELECT _import, _row, CASE WHEN "final_star" IS NOT NULL THEN "total_score" END AS _adds, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND "final_star" IS NOT NULL ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.mean_score, denominator
SELECT _import, _row, ("final_star" IS NOT NULL AND "total_score" IS NOT NULL) AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND ("final_star" IS NOT NULL AND "total_score" IS NOT NULL) ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.mean_score, value
SELECT _import, _row, CASE WHEN "final_star" IS NOT NULL THEN "total_score" END AS _adds, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND (("final_star" IS NOT NULL AND "total_score" IS NOT NULL) OR "final_star" IS NOT NULL) ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.three_star_share, numerator
SELECT _import, _row, ("final_star" IS NOT NULL AND coalesce("final_star" >= 3, false)) AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND ("final_star" IS NOT NULL AND coalesce("final_star" >= 3, false)) ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.three_star_share, denominator
SELECT _import, _row, "final_star" IS NOT NULL AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND "final_star" IS NOT NULL ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.three_star_share, value
SELECT _import, _row, ("final_star" IS NOT NULL AND coalesce("final_star" >= 3, false)) AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND ("final_star" IS NOT NULL OR ("final_star" IS NOT NULL AND coalesce("final_star" >= 3, false))) ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.five_star_share, numerator
SELECT _import, _row, ("final_star" IS NOT NULL AND coalesce("final_star" = 5, false)) AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND ("final_star" IS NOT NULL AND coalesce("final_star" = 5, false)) ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.five_star_share, denominator
SELECT _import, _row, "final_star" IS NOT NULL AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND "final_star" IS NOT NULL ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.five_star_share, value
SELECT _import, _row, ("final_star" IS NOT NULL AND coalesce("final_star" = 5, false)) AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND ("final_star" IS NOT NULL OR ("final_star" IS NOT NULL AND coalesce("final_star" = 5, false))) ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.four_star_share, numerator
SELECT _import, _row, ("final_star" IS NOT NULL AND coalesce("final_star" = 4, false)) AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND ("final_star" IS NOT NULL AND coalesce("final_star" = 4, false)) ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.four_star_share, denominator
SELECT _import, _row, "final_star" IS NOT NULL AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND "final_star" IS NOT NULL ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.four_star_share, value
SELECT _import, _row, ("final_star" IS NOT NULL AND coalesce("final_star" = 4, false)) AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND ("final_star" IS NOT NULL OR ("final_star" IS NOT NULL AND coalesce("final_star" = 4, false))) ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.exactly_three_star_share, numerator
SELECT _import, _row, ("final_star" IS NOT NULL AND coalesce("final_star" = 3, false)) AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND ("final_star" IS NOT NULL AND coalesce("final_star" = 3, false)) ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.exactly_three_star_share, denominator
SELECT _import, _row, "final_star" IS NOT NULL AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND "final_star" IS NOT NULL ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.exactly_three_star_share, value
SELECT _import, _row, ("final_star" IS NOT NULL AND coalesce("final_star" = 3, false)) AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND ("final_star" IS NOT NULL OR ("final_star" IS NOT NULL AND coalesce("final_star" = 3, false))) ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.two_star_share, numerator
SELECT _import, _row, ("final_star" IS NOT NULL AND coalesce("final_star" = 2, false)) AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND ("final_star" IS NOT NULL AND coalesce("final_star" = 2, false)) ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.two_star_share, denominator
SELECT _import, _row, "final_star" IS NOT NULL AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND "final_star" IS NOT NULL ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.two_star_share, value
SELECT _import, _row, ("final_star" IS NOT NULL AND coalesce("final_star" = 2, false)) AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND ("final_star" IS NOT NULL OR ("final_star" IS NOT NULL AND coalesce("final_star" = 2, false))) ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.one_star_share, numerator
SELECT _import, _row, ("final_star" IS NOT NULL AND coalesce("final_star" = 1, false)) AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND ("final_star" IS NOT NULL AND coalesce("final_star" = 1, false)) ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.one_star_share, denominator
SELECT _import, _row, "final_star" IS NOT NULL AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND "final_star" IS NOT NULL ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.one_star_share, value
SELECT _import, _row, ("final_star" IS NOT NULL AND coalesce("final_star" = 1, false)) AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND ("final_star" IS NOT NULL OR ("final_star" IS NOT NULL AND coalesce("final_star" = 1, false))) ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.unrated_star_share, numerator
SELECT _import, _row, ("final_star" IS NOT NULL AND coalesce("final_star" = 0, false)) AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND ("final_star" IS NOT NULL AND coalesce("final_star" = 0, false)) ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.unrated_star_share, denominator
SELECT _import, _row, "final_star" IS NOT NULL AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND "final_star" IS NOT NULL ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.unrated_star_share, value
SELECT _import, _row, ("final_star" IS NOT NULL AND coalesce("final_star" = 0, false)) AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND ("final_star" IS NOT NULL OR ("final_star" IS NOT NULL AND coalesce("final_star" = 0, false))) ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.upgraded, numerator
SELECT _import, _row, (("final_star" IS NOT NULL AND "last_star" IS NOT NULL) AND coalesce("final_star" > "last_star", false)) AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND (("final_star" IS NOT NULL AND "last_star" IS NOT NULL) AND coalesce("final_star" > "last_star", false)) ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.upgraded, denominator
SELECT _import, _row, ("final_star" IS NOT NULL AND "last_star" IS NOT NULL) AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND ("final_star" IS NOT NULL AND "last_star" IS NOT NULL) ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.upgraded, value
SELECT _import, _row, (("final_star" IS NOT NULL AND "last_star" IS NOT NULL) AND coalesce("final_star" > "last_star", false)) AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND (("final_star" IS NOT NULL AND "last_star" IS NOT NULL) OR (("final_star" IS NOT NULL AND "last_star" IS NOT NULL) AND coalesce("final_star" > "last_star", false))) ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.downgraded, numerator
SELECT _import, _row, (("final_star" IS NOT NULL AND "last_star" IS NOT NULL) AND coalesce("final_star" < "last_star", false)) AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND (("final_star" IS NOT NULL AND "last_star" IS NOT NULL) AND coalesce("final_star" < "last_star", false)) ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.downgraded, denominator
SELECT _import, _row, ("final_star" IS NOT NULL AND "last_star" IS NOT NULL) AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND ("final_star" IS NOT NULL AND "last_star" IS NOT NULL) ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.downgraded, value
SELECT _import, _row, (("final_star" IS NOT NULL AND "last_star" IS NOT NULL) AND coalesce("final_star" < "last_star", false)) AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND (("final_star" IS NOT NULL AND "last_star" IS NOT NULL) OR (("final_star" IS NOT NULL AND "last_star" IS NOT NULL) AND coalesce("final_star" < "last_star", false))) ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.rated_share, numerator
SELECT _import, _row, (coalesce(coalesce("due", true) = true, false) AND "final_star" IS NOT NULL) AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND (coalesce(coalesce("due", true) = true, false) AND "final_star" IS NOT NULL) ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.rated_share, denominator
SELECT _import, _row, coalesce(coalesce("due", true) = true, false) AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND coalesce(coalesce("due", true) = true, false) ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.rated_share, value
SELECT _import, _row, (coalesce(coalesce("due", true) = true, false) AND "final_star" IS NOT NULL) AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND (coalesce(coalesce("due", true) = true, false) OR (coalesce(coalesce("due", true) = true, false) AND "final_star" IS NOT NULL)) ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.review_agreement, numerator
SELECT _import, _row, (coalesce("spot_checked" = true, false) AND coalesce("review_star" = "final_star", false)) AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND (coalesce("spot_checked" = true, false) AND coalesce("review_star" = "final_star", false)) ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.review_agreement, denominator
SELECT _import, _row, coalesce("spot_checked" = true, false) AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND coalesce("spot_checked" = true, false) ORDER BY _import, _row LIMIT 50;

-- rows behind branch-rating.review_agreement, value
SELECT _import, _row, (coalesce("spot_checked" = true, false) AND coalesce("review_star" = "final_star", false)) AS _counts, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _unit = 'u1' AND _period = '2026Q3' AND (coalesce("spot_checked" = true, false) OR (coalesce("spot_checked" = true, false) AND coalesce("review_star" = "final_star", false))) ORDER BY _import, _row LIMIT 50;

-- list
SELECT _import, _row, _unit, "period", "county", "township", "branch", "branch_code", "sector", "due", "not_rated_because", "declared_star", "base_score", "bonus_score", "deduction_score", "appraisal_score", "total_score", "final_star", "last_star", "satisfaction", "veto", "spot_checked", "review_score", "review_star" FROM "v_branch_rating" WHERE _period = '2026Q3' ORDER BY _import, _row LIMIT 100 OFFSET 200;

-- odd rows
SELECT _row, _raw FROM "t_branch_rating" WHERE _import = 1 AND _raw IS NOT NULL ORDER BY _row;

-- rows taken out
DELETE FROM "t_branch_rating" WHERE _import = 1 AND _raw IS NOT NULL;

-- rows taken out
DELETE FROM "t_branch_rating" WHERE _import = 1 AND _row IN (7, 9);

-- forget
DELETE FROM "t_branch_rating" WHERE _import = 1;
