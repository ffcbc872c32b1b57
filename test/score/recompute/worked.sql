-- Which points stand for which quarter: those of the quarter where the leaf is due, else of the last due quarter where it is carried.
CREATE VIEW worked AS
  SELECT * FROM politics UNION ALL SELECT * FROM cadres
  UNION ALL SELECT * FROM rating UNION ALL SELECT * FROM rectified UNION ALL SELECT * FROM two_new_points
  UNION ALL SELECT * FROM secretaries UNION ALL SELECT * FROM basis UNION ALL SELECT * FROM governed
  UNION ALL SELECT * FROM talent UNION ALL SELECT * FROM responsibility;

CREATE TABLE source AS
  SELECT leaf, q.quarter, max(s.quarter) AS source
  FROM leaves JOIN due_parts USING (due)
  JOIN quarters AS s ON s.part = due_parts.part
  JOIN quarters AS q ON q.quarter = s.quarter OR (carry AND q.quarter > s.quarter)
  -- before anybody reported there is nothing to carry
  WHERE q.quarter = s.quarter OR EXISTS (SELECT * FROM worked WHERE worked.leaf = leaves.leaf AND worked.quarter = s.quarter)
  GROUP BY ALL;

-- Points under the leaf's own marks; NULL: not applicable. Due and no row: zero. A leaf not due has no row here.
CREATE TABLE standing AS
  SELECT county, quarter, leaf, CASE WHEN worked.leaf IS NULL THEN 0 ELSE points END::DOUBLE AS points
  FROM source CROSS JOIN counties
  LEFT JOIN (SELECT county, quarter AS source, leaf, points FROM worked) AS worked USING (county, source, leaf);
