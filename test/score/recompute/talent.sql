-- 人才 20
CREATE VIEW talent AS
  -- 引进目标完成 5: full-time intake, attainment at pace, cap 1
  SELECT county, quarter, 'intake' AS leaf,
    CASE WHEN "年度目标(人)" > 0 THEN 5 * least("其中:全职" / "年度目标(人)" / (0.25 * part), 1) END AS points
  FROM "v_talent-intake"
UNION ALL
  -- 分类加权引才 3: per target, ratio to the best of the peer group; A–F count 6–1
  SELECT county, quarter, 'class-weighted', CASE WHEN x IS NULL THEN NULL WHEN best = 0 THEN 0 ELSE 3 * least(x / best, 1) END
  FROM (
    SELECT county, quarter,
      CASE WHEN "年度目标(人)" > 0 THEN (6 * A类 + 5 * B类 + 4 * C类 + 3 * D类 + 2 * E类 + 1 * F类) / "年度目标(人)" END AS x,
      max(x) OVER (PARTITION BY quarter, peers) AS best
    FROM "v_talent-intake" JOIN counties USING (county)
  )
UNION ALL
  -- 到岗率 2: attainment
  SELECT county, quarter, 'arrival', CASE WHEN "其中:全职" > 0 THEN 2 * least(全职到岗数 / "其中:全职", 1) END
  FROM "v_talent-intake"
UNION ALL
  -- 留存率 2: goalposts 60–95 %
  SELECT county, quarter, 'retention',
    CASE WHEN 该批次引进数 > 0 THEN 2 * greatest(0, least(1, (该批次期末在岗数 / 该批次引进数 - 0.6) / (0.95 - 0.6))) END
  FROM "v_talent-intake"
UNION ALL
  -- 新增平台 2: per 100 规上企业, ratio to the best of the peer group
  SELECT county, quarter, 'platforms', CASE WHEN x IS NULL THEN NULL WHEN best = 0 THEN 0 ELSE 2 * least(x / best, 1) END
  FROM (
    SELECT county, quarter,
      CASE WHEN 规上企业数 > 0 THEN 新增平台 / (规上企业数 / 100) END AS x, max(x) OVER (PARTITION BY quarter, peers) AS best
    FROM "v_talent-platform" JOIN counties USING (county)
  )
UNION ALL
  -- 政策兑现 2: attainment
  SELECT county, quarter, 'paid', CASE WHEN "应兑现资金(万元)" > 0 THEN 2 * least("已兑现资金(万元)" / "应兑现资金(万元)", 1) END
  FROM "v_talent-platform"
UNION ALL
  -- 校地合作落地 2: attainment, at least 2 projects
  SELECT county, quarter, 'landed', CASE WHEN 签约满12个月项目 >= 2 THEN 2 * least(其中已落地 / 签约满12个月项目, 1) END
  FROM "v_campus-cooperation"
UNION ALL
  -- “一把手”项目 1, 专家联系 0.5, 人才服务按期办结 0.5: attainment
  SELECT county, quarter, 'leaders-project', CASE WHEN 应定主要负责人数 > 0 THEN 1 * least(已定主要负责人数 / 应定主要负责人数, 1) END
  FROM "v_talent-service"
UNION ALL
  SELECT county, quarter, 'experts', CASE WHEN 应联系专家 > 0 THEN 0.5 * least(已联系专家 / 应联系专家, 1) END
  FROM "v_talent-service"
UNION ALL
  SELECT county, quarter, 'service', CASE WHEN 到期服务事项 > 0 THEN 0.5 * least(按期办结事项 / 到期服务事项, 1) END
  FROM "v_talent-service";
