-- 政治建设与理论武装 12
CREATE VIEW politics AS
  -- 应知应会测试覆盖 2: attainment of 100 %
  SELECT county, quarter, 'tested' AS leaf,
    CASE WHEN 应测 > 0 THEN 2 * least(已测 / 应测, 1) END AS points
  FROM "v_theory-education"
UNION ALL
  -- 主题党日按期开展 2: attainment, of all sectors together
  SELECT county, quarter, 'theme-days',
    CASE WHEN sum("主题党日应开展(支部·月)") > 0 THEN 2 * least(sum(已开展) / sum("主题党日应开展(支部·月)"), 1) END
  FROM "v_organisation-life" GROUP BY ALL
UNION ALL
  -- 三会一课与组织生活规范 1: attainment
  SELECT county, quarter, 'regular-life',
    CASE WHEN sum(支部总数) > 0 THEN 1 * least(sum(三会一课规范支部数) / sum(支部总数), 1) END
  FROM "v_organisation-life" GROUP BY ALL
UNION ALL
  -- 干部调训 2: attainment at pace 25/50/75/100
  SELECT county, quarter, 'cadres-trained',
    CASE WHEN 干部应调训 > 0 THEN 2 * least(干部已调训 / 干部应调训 / (0.25 * part), 1) END
  FROM "v_theory-education"
UNION ALL
  -- 专项整治整改 2: attainment of what fell due, −0.2 a case overdue, floor 0
  SELECT county, quarter, 'special-rectified',
    CASE WHEN 整改到期应改 > 0 THEN greatest(2 * least(整改到期已改 / 整改到期应改, 1) - 0.2 * 整改逾期, 0) END
  FROM "v_theory-education"
UNION ALL
  -- 巡视反馈销号 2: the same, −0.3
  SELECT county, quarter, 'inspection-closed',
    CASE WHEN 巡视到期应销号 > 0 THEN greatest(2 * least(巡视到期已销号 / 巡视到期应销号, 1) - 0.3 * 巡视逾期, 0) END
  FROM "v_theory-education"
UNION ALL
  -- 智慧党建覆盖 1: attainment
  SELECT county, quarter, 'smart-building',
    CASE WHEN 智慧党建应覆盖 > 0 THEN 1 * least(智慧党建已覆盖 / 智慧党建应覆盖, 1) END
  FROM "v_theory-education";
