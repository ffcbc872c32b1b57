-- 干部队伍 12
CREATE VIEW cadres AS
  -- 个人事项随机抽查 2: yes or no at 10 %; not applicable without 应报告人数
  SELECT county, quarter, 'random-check' AS leaf,
    CASE WHEN 应报告人数 > 0 THEN CASE WHEN round(随机抽查人数 / 应报告人数, 9) >= 0.1 THEN 2.0 ELSE 0.0 END END AS points
  FROM "v_cadre-work"
UNION ALL
  -- 凡提四必 2: yes or no at 100 %
  SELECT county, quarter, 'promotion-checks',
    CASE WHEN 凡提人数 > 0 THEN CASE WHEN 四必齐全人数 >= 凡提人数 THEN 2.0 ELSE 0.0 END END
  FROM "v_cadre-work"
UNION ALL
  -- 平时考核覆盖 2: attainment
  SELECT county, quarter, 'routine-assessed',
    CASE WHEN 平时考核应考单位 > 0 THEN 2 * least(平时考核已考单位 / 平时考核应考单位, 1) END
  FROM "v_cadre-work"
UNION ALL
  -- 班子配备达标 2: attainment
  SELECT county, quarter, 'teams',
    CASE WHEN 应配班子 > 0 THEN 2 * least(达标班子 / 应配班子, 1) END
  FROM "v_cadre-work"
UNION ALL
  -- 年轻干部配备 1: attainment
  SELECT county, quarter, 'young-cadres',
    CASE WHEN 年轻干部应配班子 > 0 THEN 1 * least(年轻干部已配班子 / 年轻干部应配班子, 1) END
  FROM "v_cadre-work"
UNION ALL
  -- 档案专项审核 1: attainment at pace
  SELECT county, quarter, 'files-reviewed',
    CASE WHEN "应审档案(卷)" > 0 THEN 1 * least("已审档案(卷)" / "应审档案(卷)" / (0.25 * part), 1) END
  FROM "v_cadre-work"
UNION ALL
  -- 老干部政策落实 1: attainment
  SELECT county, quarter, 'veterans',
    CASE WHEN 老干部政策应落实 > 0 THEN 1 * least(老干部政策已落实 / 老干部政策应落实, 1) END
  FROM "v_cadre-work"
UNION ALL
  -- 文件会议不增 1: inverse against last year, at most 1; last year 0 → not applicable
  SELECT county, quarter, 'paper-burden',
    CASE WHEN 文件会议上年同期 > 0 THEN CASE WHEN 文件会议数 = 0 THEN 1.0 ELSE 1 * least(文件会议上年同期 / 文件会议数, 1) END END
  FROM "v_cadre-work";
