-- The other parts of 基层党组织 46.
-- 两新组织党建 4: firms and social organisations together; parks, malls … are parts of them.
CREATE VIEW two_new AS
  SELECT county, quarter, year,
    sum(单独组建 + "联合组建覆盖组织数(家)") AS covered, sum(应建数) AS due, sum(已工作覆盖数) AS reached, sum(应有工作覆盖数) AS reach_due
  FROM "v_two-new-coverage" WHERE 类型 IN ('非公企业', '社会组织') GROUP BY ALL;

CREATE VIEW province AS SELECT 期间::INTEGER AS year, 全省平均 AS mean FROM "targets" WHERE 指标 = '两新组织覆盖率' AND 单位 IS NULL;

CREATE VIEW two_new_points AS
  -- 两新组织覆盖 3: against the provincial mean ≥ +5 points 3, ≥ 0 2.5, ≥ −5 1.5, else 0.5; no mean → goalposts 60–100 %
  SELECT county, quarter, 'organisation-cover' AS leaf,
    CASE
      WHEN due = 0 THEN NULL
      WHEN mean IS NULL THEN 3 * greatest(0, least(1, (covered / due - 0.6) / (1 - 0.6)))
      WHEN round(covered / due - mean, 9) >= 0.05 THEN 3
      WHEN round(covered / due - mean, 9) >= 0 THEN 2.5
      WHEN round(covered / due - mean, 9) >= -0.05 THEN 1.5
      ELSE 0.5
    END AS points
  FROM two_new LEFT JOIN province USING (year)
UNION ALL
  -- 两新工作覆盖 1: attainment
  SELECT county, quarter, 'work-cover', CASE WHEN reach_due > 0 THEN 1 * least(reached / reach_due, 1) END FROM two_new;

-- 带头人和党员队伍 11
CREATE VIEW secretaries AS
  -- 村一肩挑比例 2: goalposts 60–100 %
  SELECT county, quarter, 'combined-posts' AS leaf,
    CASE WHEN 村总数 > 0 THEN 2 * greatest(0, least(1, (村一肩挑数 / 村总数 - 0.6) / (1 - 0.6))) END AS points
  FROM "v_village-heads"
UNION ALL
  -- 书记空缺率 1: inverse goalposts 5 %–0, of villages and communities
  SELECT county, quarter, 'vacancy',
    CASE WHEN 村总数 + 社区总数 > 0 THEN 1 * greatest(0, least(1, (0.05 - 书记空缺数 / (村总数 + 社区总数)) / 0.05)) END
  FROM "v_village-heads"
UNION ALL
  -- 后备人才到村 1: attainment
  SELECT county, quarter, 'reserve', CASE WHEN 村总数 > 0 THEN 1 * least(有后备村数 / 村总数, 1) END
  FROM "v_village-heads"
UNION ALL
  -- 书记轮训 2: attainment at pace 20/50/80/100
  SELECT county, quarter, 'secretaries-trained',
    CASE WHEN sum(书记应训数) > 0 THEN
      2 * least(sum(书记已训数) / sum(书记应训数) / CASE part WHEN 1 THEN 0.2 WHEN 2 THEN 0.5 WHEN 3 THEN 0.8 ELSE 1 END, 1) END
  FROM "v_secretary-training" GROUP BY county, quarter, part
UNION ALL
  -- 第一书记在岗 1: attainment
  SELECT county, quarter, 'first-secretaries', CASE WHEN 应派数 > 0 THEN 1 * least(在岗数 / 应派数, 1) END
  FROM "v_first-secretaries"
UNION ALL
  -- 发展党员计划 2: full inside 95–100 %, −0.2 a point outside, floor 0
  SELECT county, quarter, 'admission',
    CASE WHEN 年度计划数 > 0 THEN
      greatest(0, 2 - 0.2 * 100 * greatest(0.95 - 本年累计发展 / 年度计划数, 本年累计发展 / 年度计划数 - 1, 0)) END
  FROM "v_member-admission"
UNION ALL
  -- 流动党员建档 0.5, 失联党员处置 0.5, 在职党员报到 1: attainment
  SELECT county, quarter, 'floating-filed', CASE WHEN 流动党员数 > 0 THEN 0.5 * least(已建档 / 流动党员数, 1) END
  FROM "v_member-management"
UNION ALL
  SELECT county, quarter, 'lost-settled', CASE WHEN 失联党员数 > 0 THEN 0.5 * least(已规范处置 / 失联党员数, 1) END
  FROM "v_member-management"
UNION ALL
  SELECT county, quarter, 'reported-in', CASE WHEN 在职党员应报到 > 0 THEN 1 * least(已报到 / 在职党员应报到, 1) END
  FROM "v_member-management";

-- 基本保障 6
CREATE VIEW basis AS
  -- 空壳村薄弱村占比 2: inverse goalposts 20 %–0
  SELECT county, quarter, 'weak-villages' AS leaf,
    CASE WHEN 村总数 > 0 THEN 2 * greatest(0, least(1, (0.2 - (空壳村 + 薄弱村) / 村总数) / 0.2)) END AS points
  FROM "v_collective-economy"
UNION ALL
  -- 两项经费达标村 2: attainment
  SELECT county, quarter, 'funding', CASE WHEN 村数 > 0 THEN 2 * least(两项经费均达标村数 / 村数, 1) END
  FROM "v_funding"
UNION ALL
  -- 阵地达标 1: attainment
  SELECT county, quarter, 'premises', CASE WHEN sum(应有阵地数) > 0 THEN 1 * least(sum(达标数) / sum(应有阵地数), 1) END
  FROM "v_premises" GROUP BY ALL
UNION ALL
  -- 远教站点畅通 1: 1 − 0.1 a point below 100 %, floor 0
  SELECT county, quarter, 'sites',
    CASE WHEN sum(站点数) > 0 THEN greatest(0, 1 - 0.1 * 100 * greatest(1 - sum(畅通数) / sum(站点数), 0)) END
  FROM "v_premises" GROUP BY ALL;

-- 基层治理和示范 4
CREATE VIEW governed AS
  -- 群众满意率 1: goalposts 80–98 %, only if the city or a third party asked
  SELECT county, quarter, 'satisfaction' AS leaf,
    CASE WHEN 调查主体 IN ('市级', '第三方') THEN
      1 * greatest(0, least(1, (replace(满意率, '%', '')::DOUBLE / 100 - 0.8) / (0.98 - 0.8))) END AS points
  FROM "v_governance"
UNION ALL
  -- 信访事项按期办结 1, 街乡吹哨按期办结 1: attainment
  SELECT county, quarter, 'petitions', CASE WHEN 信访事项到期应办结 > 0 THEN 1 * least(按期办结信访事项 / 信访事项到期应办结, 1) END
  FROM "v_governance"
UNION ALL
  SELECT county, quarter, 'calls', CASE WHEN 到期吹哨件数 > 0 THEN 1 * least(按期办结件数 / 到期吹哨件数, 1) END
  FROM "v_governance"
UNION ALL
  -- 示范创建 1: ratio to the best of the peer group, named per township
  SELECT county, quarter, 'demonstration', CASE WHEN best = 0 THEN 0 ELSE 1 * least(x / best, 1) END
  FROM (
    SELECT county, quarter, 整乡推进命名数 / "乡镇(街道)数" AS x, max(x) OVER (PARTITION BY quarter, peers) AS best
    FROM "v_demonstration" JOIN counties USING (county)
  );
