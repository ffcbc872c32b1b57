-- What every section reads: counties by name, the quarters with their pace, and the quarter a table's period belongs to.
-- The CSV files are tables under their file's name; `v_<file>` adds county, quarter, part and last_day to each row.

CREATE TABLE names AS
  SELECT 单位名称 AS name, 单位代码 AS county, 考核分组 AS peers FROM "roster" WHERE 层级 = '县';

CREATE TABLE counties AS SELECT DISTINCT county, peers FROM names;

CREATE TABLE quarters (quarter VARCHAR, year INTEGER, part INTEGER, last_day DATE);
INSERT INTO quarters VALUES
  ('2024Q1', 2024, 1, '2024-03-31'), ('2024Q2', 2024, 2, '2024-06-30'), ('2024Q3', 2024, 3, '2024-09-30'), ('2024Q4', 2024, 4, '2024-12-31'),
  ('2025Q1', 2025, 1, '2025-03-31'), ('2025Q2', 2025, 2, '2025-06-30'), ('2025Q3', 2025, 3, '2025-09-30'), ('2025Q4', 2025, 4, '2025-12-31'),
  ('2026Q1', 2026, 1, '2026-03-31'), ('2026Q2', 2026, 2, '2026-06-30'), ('2026Q3', 2026, 3, '2026-09-30');

-- A half-year belongs to the quarter it ends in, a year to its fourth.
CREATE TABLE ends AS
  SELECT quarter AS period, * FROM quarters
  UNION ALL SELECT year || 'H' || part // 2, * FROM quarters WHERE part IN (2, 4)
  UNION ALL SELECT year || '', * FROM quarters WHERE part = 4;

-- When an item is due 考核时点, by the part of the year.
CREATE TABLE due_parts (due VARCHAR, part INTEGER);
INSERT INTO due_parts VALUES ('Q', 1), ('Q', 2), ('Q', 3), ('Q', 4), ('H', 2), ('H', 4), ('Y4', 4), ('Y1', 1);
