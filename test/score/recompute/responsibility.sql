-- 责任落实 10
-- 按时报送: which tables are asked for at the end of each quarter. Of a year: at its end within ten days, honours and
-- demonstration within twenty; 述职评议 of the year just ended in the first quarter.
CREATE TABLE asked_of (ledger VARCHAR, period VARCHAR, part INTEGER, days INTEGER);
INSERT INTO asked_of
  SELECT name, period, part, 10
  FROM (VALUES ('党支部星级评定明细'), ('软弱涣散基层党组织整顿台账'), ('软弱涣散整顿季报'), ('人才引进统计表'), ('人才平台与政策兑现'),
    ('两新组织党建覆盖'), ('村(社区)带头人'), ('第一书记和驻村工作队'), ('发展党员计划完成'), ('专题研究与调度'), ('问题·责任清单'),
    ('理论武装与整改'), ('组织生活')) AS quarterly (name),
    (SELECT DISTINCT quarter AS period, part FROM quarters)
  UNION ALL SELECT name, year || 'H' || part // 2, part, 10
  FROM (VALUES ('校地合作统计表'), ('人才服务与重点项目'), ('党组织书记轮训'), ('党员教育管理'), ('村级集体经济'), ('基层党建经费保障'),
    ('阵地与远程教育站点'), ('基层治理'), ('干部工作'), ('组织部门自身建设')) AS half_yearly (name),
    (SELECT year, part FROM quarters WHERE part IN (2, 4))
  UNION ALL SELECT name, year || '', part, days
  FROM (VALUES ('星级评定汇总表', 10), ('示范创建与机关国企学校医院党建', 20), ('表彰奖励', 20)) AS yearly (name, days),
    (SELECT year, part FROM quarters WHERE part = 4)
  -- nobody owes 2023: the record begins with 2024
  UNION ALL SELECT '述职评议结果', (year - 1) || '', 1, 10 FROM quarters WHERE part = 1 AND year > 2024;

CREATE VIEW asked AS
  SELECT ledger, period, quarter, last_day + days * INTERVAL 1 DAY AS deadline
  FROM asked_of JOIN quarters ON quarters.part = asked_of.part
    AND year = left(period, 4)::INTEGER + CASE WHEN ledger = '述职评议结果' THEN 1 ELSE 0 END;

-- Every table that a county's rows are in, whether or not anybody registered the day it came.
CREATE VIEW reporting AS
  -- 按时报送 1: attainment; a table that is there without a day does not count
  SELECT county, quarter, 'on-time' AS leaf,
    1 * count(*) FILTER (收到日期 <= deadline) / count(*) FILTER (收到日期 IS NOT NULL OR sent.ledger IS NULL) AS points
  FROM asked CROSS JOIN counties
  LEFT JOIN (SELECT county, 台账 AS ledger, 期间 AS period, 收到日期 FROM "receipts" JOIN names ON "县(市、区)" = name) AS receipt
    USING (county, ledger, period)
  LEFT JOIN sent USING (county, ledger, period)
  GROUP BY ALL;

CREATE VIEW responsibility AS
  SELECT * FROM reporting
UNION ALL
  -- 县委每季度专题研究 1: at least once
  SELECT county, quarter, 'county-study', 1 * least("县委本季研究基层党建(次)" / 1, 1) FROM "v_study-dispatch"
UNION ALL
  -- 各党委(党组)每季度专题研究 1, 每年专题研究支部建设 1: attainment
  SELECT county, quarter, 'bodies-study', CASE WHEN "应研究党委(党组)数" > 0 THEN 1 * least(本季已研究数 / "应研究党委(党组)数", 1) END
  FROM "v_study-dispatch"
UNION ALL
  SELECT county, quarter, 'branch-study', CASE WHEN 应研究支部建设数 > 0 THEN 1 * least(本年已研究支部建设数 / 应研究支部建设数, 1) END
  FROM "v_study-dispatch"
UNION ALL
  -- 交办问题按期销号 3: of what the city assigned and fell due; −0.2 a case past its deadline and open, floor 0
  SELECT county, quarter, 'issues-closed',
    CASE WHEN count(*) FILTER (时限 <= last_day) > 0 THEN greatest(0,
      3 * least(count(*) FILTER (时限 <= last_day AND 是否销号 = '是' AND 销号时间 <= 时限) / count(*) FILTER (时限 <= last_day), 1)
        - 0.2 * count(*) FILTER (时限 < last_day AND 是否销号 = '否')) END
  FROM (SELECT county, quarter, last_day, CASE WHEN 交办层级 = '市级' THEN 时限 END AS 时限, 是否销号, 销号时间 FROM "v_issue-list")
  GROUP BY ALL
UNION ALL
  -- 述职评议 2: vote index 1/0.8/0.6/0.4, in the first quarter for the year just ended
  SELECT county, (期间::INTEGER + 1) || 'Q1', 'appraisal',
    CASE WHEN 好票 + 较好票 + 一般票 + 差票 > 0 THEN
      2 * least((1 * 好票 + 0.8 * 较好票 + 0.6 * 一般票 + 0.4 * 差票) / (好票 + 较好票 + 一般票 + 差票), 1) END
  FROM "v_appraisal"
UNION ALL
  -- 督办事项按期办结 1: attainment
  SELECT county, quarter, 'supervised', CASE WHEN 督办到期事项 > 0 THEN 1 * least(按期办结事项 / 督办到期事项, 1) END
  FROM "v_own-building";

-- 加分: province or above 1, city 0.5; the same work once, at its highest level; at most 3, at the year's end.
CREATE VIEW bonus AS
  SELECT county, quarter, least(sum(most), 3) AS points
  FROM (
    SELECT county, quarter, coalesce(对应工作, 荣誉名称) AS work, max(CASE WHEN 授予层级 IN ('国家', '省') THEN 1 ELSE 0.5 END) AS most
    FROM "v_honours" GROUP BY ALL
  )
  GROUP BY ALL;
