-- 软弱涣散整顿 11, of 基层党组织 46. What fell due is held against the quarter's last day.
CREATE VIEW weak AS
  SELECT *,
    整顿时限 <= last_day AS fell_due,
    coalesce(应回头看时间, 销号时间 + INTERVAL 6 MONTH) <= last_day AS look_back_due,
    coalesce(首次销号时间, 销号时间) AS first_closed,
    -- villages of one name in two townships are two
    ("乡镇(街道)", 党组织名称) AS organisation
  FROM "v_rectification";

CREATE VIEW rectified AS
  -- 软弱涣散按期销号 3: attainment of what fell due; none due → not applicable
  SELECT county, quarter, 'closed-on-time' AS leaf,
    CASE WHEN count(*) FILTER (fell_due) > 0 THEN
      3 * least(count(*) FILTER (fell_due AND 是否销号 = '是' AND 销号时间 <= 整顿时限) / count(*) FILTER (fell_due), 1) END AS points
  FROM weak GROUP BY ALL
UNION ALL
  -- 软弱涣散转化 1: attainment, of what fell due
  SELECT county, quarter, 'conversion',
    CASE WHEN count(*) FILTER (fell_due) > 0 THEN
      1 * least(count(*) FILTER (fell_due AND 整顿结果 = '已转化') / count(*) FILTER (fell_due), 1) END
  FROM weak GROUP BY ALL
UNION ALL
  -- 应解决问题解决 2: attainment
  SELECT county, quarter, 'problems-solved',
    CASE WHEN sum(应解决问题数) > 0 THEN 2 * least(sum(已解决问题数) / sum(应解决问题数), 1) END
  FROM weak GROUP BY ALL
UNION ALL
  -- 回头看覆盖 2: attainment of what fell due
  SELECT county, quarter, 'look-back',
    CASE WHEN count(*) FILTER (look_back_due) > 0 THEN
      2 * least(count(*) FILTER (look_back_due AND 回头看时间 <= last_day) / count(*) FILTER (look_back_due), 1) END
  FROM weak GROUP BY ALL
UNION ALL
  -- 补课完成 1: attainment
  SELECT county, quarter, 'make-up',
    CASE WHEN count(*) FILTER (应补课 = '是') > 0 THEN
      1 * least(count(*) FILTER (应补课 = '是' AND 已补课 = '是') / count(*) FILTER (应补课 = '是'), 1) END
  FROM weak GROUP BY ALL
UNION ALL
  -- 反弹率 1: found by the city, each organisation once, of those closed in three years; inverse goalposts 10 %–0
  SELECT county, quarter, 'relapse',
    1 * greatest(0, least(1, (0.1 -
      count(DISTINCT organisation) FILTER ((回头看结论 = '反弹' OR 再次列入 = '是') AND 是否市级抽查发现 = '是') / count(DISTINCT organisation)) / 0.1))
  FROM weak WHERE first_closed <= last_day AND first_closed + INTERVAL 36 MONTH > last_day GROUP BY ALL
UNION ALL
  -- … none closed: not applicable
  SELECT county, quarter, 'relapse', NULL FROM weak GROUP BY ALL
  HAVING count(*) FILTER (first_closed <= last_day AND first_closed + INTERVAL 36 MONTH > last_day) = 0
UNION ALL
  -- 四个一到位 1: attainment, of all in the ledger
  SELECT county, quarter, 'four-in-place',
    1 * least(count(*) FILTER ("包联县级领导(职务)" IS NOT NULL AND "包村(社区)乡镇(街道)领导(职务)" IS NOT NULL
      AND 第一书记派出单位 IS NOT NULL AND 结对单位 IS NOT NULL) / count(*), 1)
  FROM weak GROUP BY ALL;
