-- 党支部星级评定 10, of 基层党组织 46. A branch is rated where 审定星级 is given.
-- 支部平均得分 is taken inside each sector first, then by the city's sector mix.
CREATE VIEW by_sector AS
  SELECT county, quarter, 领域 AS sector, count(*) AS branches, avg(总分) AS mean
  FROM "v_branch-rating" WHERE 审定星级 IS NOT NULL GROUP BY ALL;

CREATE VIEW sector_mix AS
  SELECT quarter, sector, sum(branches) AS branches FROM by_sector GROUP BY ALL;

CREATE VIEW rating AS
  -- 支部平均得分 3: goalposts 60–95; sectors that a county does not have leave their share to the others
  SELECT county, quarter, 'mean-score' AS leaf,
    3 * greatest(0, least(1, (sum(mean * mix.branches) / sum(mix.branches) - 60) / (95 - 60))) AS points
  FROM by_sector JOIN sector_mix AS mix USING (quarter, sector) GROUP BY ALL
UNION ALL
  -- 三星以上支部占比 1: goalposts 50–95 % of the rated
  SELECT county, quarter, 'three-star',
    1 * greatest(0, least(1, (count(*) FILTER (审定星级 IN ('三星', '四星', '五星')) / count(*) - 0.5) / (0.95 - 0.5)))
  FROM "v_branch-rating" WHERE 审定星级 IS NOT NULL GROUP BY ALL
UNION ALL
  -- 星级评定覆盖 2: attainment, of the branches due
  SELECT county, quarter, 'rated', 2 * least(count(审定星级) / count(*), 1)
  FROM "v_branch-rating" WHERE 是否应评 = '是' GROUP BY ALL
UNION ALL
  -- 市级抽查复核一致 4: goalposts 70–100 % of the branches checked; none checked → not applicable
  SELECT county, quarter, 'review',
    CASE WHEN count(*) FILTER (是否抽查 = '是') > 0 THEN
      4 * greatest(0, least(1,
        (count(*) FILTER (是否抽查 = '是' AND 市级复核星级 = 审定星级) / count(*) FILTER (是否抽查 = '是') - 0.7) / (1 - 0.7))) END
  FROM "v_branch-rating" GROUP BY ALL;
