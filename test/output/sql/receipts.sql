-- schema
CREATE TABLE IF NOT EXISTS in_force (ledger VARCHAR, import INTEGER, name VARCHAR, unit VARCHAR, period VARCHAR);

-- schema
CREATE TABLE IF NOT EXISTS periods (period VARCHAR, as_of DATE);

-- schema
CREATE TABLE IF NOT EXISTS "t_receipts" ("_import" INTEGER, "_row" INTEGER, "_period" VARCHAR, "_na" VARCHAR, "_raw" VARCHAR[], "period" VARCHAR, "county" VARCHAR, "ledger" VARCHAR, "received_on" DATE, "returned" DOUBLE, "return_reason" VARCHAR);

-- schema
CREATE OR REPLACE VIEW "v_receipts" AS SELECT t.*, f.unit AS _unit, p.as_of AS _as_of FROM "t_receipts" t JOIN in_force f ON f.ledger = 'receipts' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') LEFT JOIN periods p ON p.period = f.period;

-- periods
DELETE FROM periods; INSERT INTO periods VALUES ('2026Q3', CAST('2026-09-30' AS DATE));

-- in force
DELETE FROM in_force WHERE ledger = 'receipts';

-- in force
INSERT INTO in_force VALUES ('receipts', 1, '甲''县', 'u1', '2026Q3');

-- coverage
SELECT coalesce(t."county", '') AS name, t._period AS period, CAST(count(*) AS INTEGER) AS rows FROM "t_receipts" t WHERE t._import = 1 AND t._period IS NOT NULL GROUP BY ALL ORDER BY min(t._row);

-- keys that stand twice
SELECT _row, _period, first FROM (SELECT _row, _period, min(_row) OVER (PARTITION BY "_period", "county", "ledger") AS first FROM "t_receipts" WHERE _import = 1 AND hash("_period", "county", "ledger") IN (SELECT hash("_period", "county", "ledger") AS h FROM "t_receipts" WHERE _import = 1 GROUP BY h HAVING count(*) > 1)) WHERE _row > first ORDER BY _row;

-- overlap
WITH claim(ledger, import, name, unit, period) AS (VALUES ('receipts', 1, '甲''县', 'u1', '2026Q3')), s AS (SELECT f.unit, f.period, t."ledger" FROM "t_receipts" t JOIN in_force f ON f.ledger = 'receipts' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '') SEMI JOIN claim c ON c.unit = f.unit AND c.period = f.period), n AS (SELECT f.unit, f.period, t."ledger" FROM "t_receipts" t JOIN claim f ON f.ledger = 'receipts' AND f.import = t._import AND f.period = t._period AND f.name = coalesce(t."county", '')) SELECT CAST((SELECT count(*) FROM s) AS DOUBLE) AS standing, CAST((SELECT count(*) FROM n SEMI JOIN s ON (n.unit = s.unit AND n.period = s.period AND n."ledger" IS NOT DISTINCT FROM s."ledger")) AS DOUBLE) AS common;

-- list
SELECT _import, _row, _unit, "period", "county", "ledger", "received_on", "returned", "return_reason" FROM "v_receipts" WHERE _period = '2026Q3' ORDER BY _import, _row LIMIT 100 OFFSET 200;

-- odd rows
SELECT _row, _raw FROM "t_receipts" WHERE _import = 1 AND _raw IS NOT NULL ORDER BY _row;

-- rows taken out
DELETE FROM "t_receipts" WHERE _import = 1 AND _raw IS NOT NULL;

-- rows taken out
DELETE FROM "t_receipts" WHERE _import = 1 AND _row IN (7, 9);

-- forget
DELETE FROM "t_receipts" WHERE _import = 1;
