-- schema
CREATE TABLE IF NOT EXISTS in_force (ledger VARCHAR, import INTEGER, name VARCHAR, unit VARCHAR, period VARCHAR);

-- schema
CREATE TABLE IF NOT EXISTS periods (period VARCHAR, as_of DATE);

-- schema
CREATE TABLE IF NOT EXISTS "t_issue_list" ("_import" INTEGER, "_row" INTEGER, "_period" VARCHAR, "_na" VARCHAR, "_raw" VARCHAR[], "period" VARCHAR, "issue_number" VARCHAR, "county" VARCHAR, "issue" VARCHAR, "source" VARCHAR, "assigned_by" VARCHAR, "evidence" VARCHAR, "steps" VARCHAR, "responsible" VARCHAR, "leader_post" VARCHAR, "deadline" DATE, "first_listed" VARCHAR, "extensions" DOUBLE, "progress" VARCHAR, "closed" BOOLEAN, "closed_on" DATE);

-- schema
CREATE OR REPLACE VIEW "v_issue_list" AS SELECT t.*, f.unit AS _unit, p.as_of AS _as_of FROM "t_issue_list" t JOIN in_force f ON f.ledger = 'issue-list' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period;

-- periods
DELETE FROM periods; INSERT INTO periods VALUES ('2026Q3', CAST('2026-09-30' AS DATE));

-- in force
DELETE FROM in_force WHERE ledger = 'issue-list';

-- in force
INSERT INTO in_force VALUES ('issue-list', 1, '甲''县', 'u1', '2026Q3');

-- coverage
SELECT coalesce(t."county", '') AS name, t._period AS period, CAST(count(*) AS INTEGER) AS rows FROM "t_issue_list" t WHERE t._import = 1 AND t._period IS NOT NULL GROUP BY ALL ORDER BY min(t._row);

-- keys that stand twice
SELECT _row, _period, first FROM (SELECT _row, _period, min(_row) OVER (PARTITION BY "_period", "county", "issue_number") AS first FROM "t_issue_list" WHERE _import = 1 AND hash("_period", "county", "issue_number") IN (SELECT hash("_period", "county", "issue_number") AS h FROM "t_issue_list" WHERE _import = 1 GROUP BY h HAVING count(*) > 1)) WHERE _row > first ORDER BY _row;

-- measures
WITH r AS (SELECT f.unit AS _unit, f.period AS _period, p.as_of AS _as_of, t._row, t._na, t."period", t."issue_number", t."county", t."issue", t."source", t."assigned_by", t."evidence", t."steps", t."responsible", t."leader_post", t."deadline", t."first_listed", t."extensions", t."progress", t."closed", t."closed_on" FROM "t_issue_list" t JOIN in_force f ON f.ledger = 'issue-list' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period UNION ALL SELECT unit, period, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM in_force WHERE ledger = 'issue-list') SELECT _unit, _period, NULL AS _by, NULL AS _key, CAST(count(_row) AS DOUBLE) AS _rows, CAST(count(*) FILTER (WHERE _row IS NOT NULL AND ((coalesce("assigned_by" = 'city', false) AND coalesce("deadline" <= _as_of, false)) AND coalesce("closed" = true, false) AND coalesce("closed_on" <= "deadline", false))) AS DOUBLE) AS "n0", true AS "n0_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND (coalesce("assigned_by" = 'city', false) AND coalesce("deadline" <= _as_of, false))) AS DOUBLE) AS "d0", true AS "d0_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND (coalesce("assigned_by" = 'city', false) AND coalesce("deadline" < _as_of, false) AND NOT (coalesce("closed" = true, false)))) AS DOUBLE) AS "n1", true AS "n1_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND (coalesce("assigned_by" = 'city', false) AND coalesce("deadline" < _as_of, false) AND NOT (coalesce("closed" = true, false)))) AS DOUBLE) AS "n2", true AS "n2_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND (coalesce("assigned_by" = 'city', false) AND coalesce("deadline" <= _as_of, false))) AS DOUBLE) AS "d2", true AS "d2_na", CAST(count(*) FILTER (WHERE _row IS NOT NULL AND true) AS DOUBLE) AS "n3", true AS "n3_na" FROM r GROUP BY GROUPING SETS ((_unit, _period)) ORDER BY _unit, _period, _by, _key;

-- overlap
WITH claim(ledger, import, name, unit, period) AS (VALUES ('issue-list', 1, '甲''县', 'u1', '2026Q3')), s AS (SELECT f.unit, f.period, t."issue_number" FROM "t_issue_list" t JOIN in_force f ON f.ledger = 'issue-list' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') SEMI JOIN claim c ON c.unit = f.unit AND c.period = f.period), n AS (SELECT f.unit, f.period, t."issue_number" FROM "t_issue_list" t JOIN claim f ON f.ledger = 'issue-list' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '')) SELECT CAST((SELECT count(*) FROM s) AS DOUBLE) AS standing, CAST((SELECT count(*) FROM n SEMI JOIN s ON (n.unit = s.unit AND n.period = s.period AND n."issue_number" IS NOT DISTINCT FROM s."issue_number")) AS DOUBLE) AS common;

-- rows behind issue-list.closed_on_time, numerator
SELECT _import, _row, ((coalesce("assigned_by" = 'city', false) AND coalesce("deadline" <= _as_of, false)) AND coalesce("closed" = true, false) AND coalesce("closed_on" <= "deadline", false)) AS _counts, "period", "issue_number", "county", "issue", "source", "assigned_by", "evidence", "steps", "responsible", "leader_post", "deadline", "first_listed", "extensions", "progress", "closed", "closed_on" FROM "v_issue_list" WHERE _unit = 'u1' AND _period = '2026Q3' AND ((coalesce("assigned_by" = 'city', false) AND coalesce("deadline" <= _as_of, false)) AND coalesce("closed" = true, false) AND coalesce("closed_on" <= "deadline", false)) ORDER BY _import, _row LIMIT 50;

-- rows behind issue-list.closed_on_time, denominator
SELECT _import, _row, (coalesce("assigned_by" = 'city', false) AND coalesce("deadline" <= _as_of, false)) AS _counts, "period", "issue_number", "county", "issue", "source", "assigned_by", "evidence", "steps", "responsible", "leader_post", "deadline", "first_listed", "extensions", "progress", "closed", "closed_on" FROM "v_issue_list" WHERE _unit = 'u1' AND _period = '2026Q3' AND (coalesce("assigned_by" = 'city', false) AND coalesce("deadline" <= _as_of, false)) ORDER BY _import, _row LIMIT 50;

-- rows behind issue-list.closed_on_time, value
SELECT _import, _row, ((coalesce("assigned_by" = 'city', false) AND coalesce("deadline" <= _as_of, false)) AND coalesce("closed" = true, false) AND coalesce("closed_on" <= "deadline", false)) AS _counts, "period", "issue_number", "county", "issue", "source", "assigned_by", "evidence", "steps", "responsible", "leader_post", "deadline", "first_listed", "extensions", "progress", "closed", "closed_on" FROM "v_issue_list" WHERE _unit = 'u1' AND _period = '2026Q3' AND ((coalesce("assigned_by" = 'city', false) AND coalesce("deadline" <= _as_of, false)) OR ((coalesce("assigned_by" = 'city', false) AND coalesce("deadline" <= _as_of, false)) AND coalesce("closed" = true, false) AND coalesce("closed_on" <= "deadline", false))) ORDER BY _import, _row LIMIT 50;

-- rows behind issue-list.overdue, numerator
SELECT _import, _row, (coalesce("assigned_by" = 'city', false) AND coalesce("deadline" < _as_of, false) AND NOT (coalesce("closed" = true, false))) AS _counts, "period", "issue_number", "county", "issue", "source", "assigned_by", "evidence", "steps", "responsible", "leader_post", "deadline", "first_listed", "extensions", "progress", "closed", "closed_on" FROM "v_issue_list" WHERE _unit = 'u1' AND _period = '2026Q3' AND (coalesce("assigned_by" = 'city', false) AND coalesce("deadline" < _as_of, false) AND NOT (coalesce("closed" = true, false))) ORDER BY _import, _row LIMIT 50;

-- rows behind issue-list.overdue_share, numerator
SELECT _import, _row, (coalesce("assigned_by" = 'city', false) AND coalesce("deadline" < _as_of, false) AND NOT (coalesce("closed" = true, false))) AS _counts, "period", "issue_number", "county", "issue", "source", "assigned_by", "evidence", "steps", "responsible", "leader_post", "deadline", "first_listed", "extensions", "progress", "closed", "closed_on" FROM "v_issue_list" WHERE _unit = 'u1' AND _period = '2026Q3' AND (coalesce("assigned_by" = 'city', false) AND coalesce("deadline" < _as_of, false) AND NOT (coalesce("closed" = true, false))) ORDER BY _import, _row LIMIT 50;

-- rows behind issue-list.overdue_share, denominator
SELECT _import, _row, (coalesce("assigned_by" = 'city', false) AND coalesce("deadline" <= _as_of, false)) AS _counts, "period", "issue_number", "county", "issue", "source", "assigned_by", "evidence", "steps", "responsible", "leader_post", "deadline", "first_listed", "extensions", "progress", "closed", "closed_on" FROM "v_issue_list" WHERE _unit = 'u1' AND _period = '2026Q3' AND (coalesce("assigned_by" = 'city', false) AND coalesce("deadline" <= _as_of, false)) ORDER BY _import, _row LIMIT 50;

-- rows behind issue-list.overdue_share, value
SELECT _import, _row, (coalesce("assigned_by" = 'city', false) AND coalesce("deadline" < _as_of, false) AND NOT (coalesce("closed" = true, false))) AS _counts, "period", "issue_number", "county", "issue", "source", "assigned_by", "evidence", "steps", "responsible", "leader_post", "deadline", "first_listed", "extensions", "progress", "closed", "closed_on" FROM "v_issue_list" WHERE _unit = 'u1' AND _period = '2026Q3' AND ((coalesce("assigned_by" = 'city', false) AND coalesce("deadline" <= _as_of, false)) OR (coalesce("assigned_by" = 'city', false) AND coalesce("deadline" < _as_of, false) AND NOT (coalesce("closed" = true, false)))) ORDER BY _import, _row LIMIT 50;

-- rows behind issue-list.listed, numerator
SELECT _import, _row, true AS _counts, "period", "issue_number", "county", "issue", "source", "assigned_by", "evidence", "steps", "responsible", "leader_post", "deadline", "first_listed", "extensions", "progress", "closed", "closed_on" FROM "v_issue_list" WHERE _unit = 'u1' AND _period = '2026Q3' AND true ORDER BY _import, _row LIMIT 50;

-- list
SELECT _import, _row, _unit, "period", "issue_number", "county", "issue", "source", "assigned_by", "evidence", "steps", "responsible", "leader_post", "deadline", "first_listed", "extensions", "progress", "closed", "closed_on" FROM "v_issue_list" WHERE _period = '2026Q3' ORDER BY _import, _row LIMIT 100 OFFSET 200;

-- odd rows
SELECT _row, _raw FROM "t_issue_list" WHERE _import = 1 AND _raw IS NOT NULL ORDER BY _row;

-- rows taken out
DELETE FROM "t_issue_list" WHERE _import = 1 AND _raw IS NOT NULL;

-- rows taken out
DELETE FROM "t_issue_list" WHERE _import = 1 AND _row IN (7, 9);

-- forget
DELETE FROM "t_issue_list" WHERE _import = 1;
