-- schema
CREATE TABLE IF NOT EXISTS in_force (ledger VARCHAR, import INTEGER, name VARCHAR, unit VARCHAR, period VARCHAR);

-- schema
CREATE TABLE IF NOT EXISTS periods (period VARCHAR, as_of DATE);

-- schema
CREATE TABLE IF NOT EXISTS "t_receipts" ("_import" INTEGER, "_row" INTEGER, "_period" VARCHAR, "_na" VARCHAR, "period" VARCHAR, "county" VARCHAR, "ledger" VARCHAR, "received_on" DATE, "returned" DOUBLE, "return_reason" VARCHAR);

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

-- rows that differ, counted
WITH u(name, unit) AS (VALUES ('', ''), ('甲''县', 'u1')), b AS (SELECT t._row, t._period, row_number() OVER (PARTITION BY t._period, coalesce(u.unit, t."county"), CAST(t."ledger" AS VARCHAR) ORDER BY t._row) AS nth, coalesce(u.unit, t."county") AS "k0", CAST(t."ledger" AS VARCHAR) AS "k1", CAST(t."county" AS VARCHAR) AS "s0", CAST(t."ledger" AS VARCHAR) AS "s1", CASE WHEN contains(coalesce(t._na, ''), ',received_on,') THEN '/' ELSE CAST(t."received_on" AS VARCHAR) END AS "received_on", CASE WHEN contains(coalesce(t._na, ''), ',returned,') THEN '/' ELSE CAST(t."returned" AS VARCHAR) END AS "returned", CASE WHEN contains(coalesce(t._na, ''), ',return_reason,') THEN '/' ELSE CAST(t."return_reason" AS VARCHAR) END AS "return_reason" FROM "t_receipts" t LEFT JOIN u ON u.name = t."county" WHERE t._import = 1), a AS (SELECT t._row, t._period, row_number() OVER (PARTITION BY t._period, coalesce(u.unit, t."county"), CAST(t."ledger" AS VARCHAR) ORDER BY t._row) AS nth, coalesce(u.unit, t."county") AS "k0", CAST(t."ledger" AS VARCHAR) AS "k1", CAST(t."county" AS VARCHAR) AS "s0", CAST(t."ledger" AS VARCHAR) AS "s1", CASE WHEN contains(coalesce(t._na, ''), ',received_on,') THEN '/' ELSE CAST(t."received_on" AS VARCHAR) END AS "received_on", CASE WHEN contains(coalesce(t._na, ''), ',returned,') THEN '/' ELSE CAST(t."returned" AS VARCHAR) END AS "returned", CASE WHEN contains(coalesce(t._na, ''), ',return_reason,') THEN '/' ELSE CAST(t."return_reason" AS VARCHAR) END AS "return_reason" FROM "t_receipts" t LEFT JOIN u ON u.name = t."county" WHERE t._import = 2), j AS (SELECT b."_row" AS "b__row", a."_row" AS "a__row", b."_period" AS "b__period", a."_period" AS "a__period", b."s0" AS "b_s0", a."s0" AS "a_s0", b."s1" AS "b_s1", a."s1" AS "a_s1", b."received_on" AS "b_received_on", a."received_on" AS "a_received_on", b."returned" AS "b_returned", a."returned" AS "a_returned", b."return_reason" AS "b_return_reason", a."return_reason" AS "a_return_reason" FROM b FULL OUTER JOIN a ON (b."_period" IS NOT DISTINCT FROM a."_period" AND b."nth" IS NOT DISTINCT FROM a."nth" AND b."k0" IS NOT DISTINCT FROM a."k0" AND b."k1" IS NOT DISTINCT FROM a."k1")) SELECT CAST(count(*) FILTER (WHERE NOT (b__row IS NULL OR a__row IS NULL OR "b_received_on" IS DISTINCT FROM "a_received_on" OR "b_returned" IS DISTINCT FROM "a_returned" OR "b_return_reason" IS DISTINCT FROM "a_return_reason")) AS DOUBLE) AS same, CAST(count(*) FILTER (WHERE (b__row IS NULL OR a__row IS NULL OR "b_received_on" IS DISTINCT FROM "a_received_on" OR "b_returned" IS DISTINCT FROM "a_returned" OR "b_return_reason" IS DISTINCT FROM "a_return_reason")) AS DOUBLE) AS differing FROM j;

-- rows that differ
WITH u(name, unit) AS (VALUES ('', ''), ('甲''县', 'u1')), b AS (SELECT t._row, t._period, row_number() OVER (PARTITION BY t._period, coalesce(u.unit, t."county"), CAST(t."ledger" AS VARCHAR) ORDER BY t._row) AS nth, coalesce(u.unit, t."county") AS "k0", CAST(t."ledger" AS VARCHAR) AS "k1", CAST(t."county" AS VARCHAR) AS "s0", CAST(t."ledger" AS VARCHAR) AS "s1", CASE WHEN contains(coalesce(t._na, ''), ',received_on,') THEN '/' ELSE CAST(t."received_on" AS VARCHAR) END AS "received_on", CASE WHEN contains(coalesce(t._na, ''), ',returned,') THEN '/' ELSE CAST(t."returned" AS VARCHAR) END AS "returned", CASE WHEN contains(coalesce(t._na, ''), ',return_reason,') THEN '/' ELSE CAST(t."return_reason" AS VARCHAR) END AS "return_reason" FROM "t_receipts" t LEFT JOIN u ON u.name = t."county" WHERE t._import = 1), a AS (SELECT t._row, t._period, row_number() OVER (PARTITION BY t._period, coalesce(u.unit, t."county"), CAST(t."ledger" AS VARCHAR) ORDER BY t._row) AS nth, coalesce(u.unit, t."county") AS "k0", CAST(t."ledger" AS VARCHAR) AS "k1", CAST(t."county" AS VARCHAR) AS "s0", CAST(t."ledger" AS VARCHAR) AS "s1", CASE WHEN contains(coalesce(t._na, ''), ',received_on,') THEN '/' ELSE CAST(t."received_on" AS VARCHAR) END AS "received_on", CASE WHEN contains(coalesce(t._na, ''), ',returned,') THEN '/' ELSE CAST(t."returned" AS VARCHAR) END AS "returned", CASE WHEN contains(coalesce(t._na, ''), ',return_reason,') THEN '/' ELSE CAST(t."return_reason" AS VARCHAR) END AS "return_reason" FROM "t_receipts" t LEFT JOIN u ON u.name = t."county" WHERE t._import = 2), j AS (SELECT b."_row" AS "b__row", a."_row" AS "a__row", b."_period" AS "b__period", a."_period" AS "a__period", b."s0" AS "b_s0", a."s0" AS "a_s0", b."s1" AS "b_s1", a."s1" AS "a_s1", b."received_on" AS "b_received_on", a."received_on" AS "a_received_on", b."returned" AS "b_returned", a."returned" AS "a_returned", b."return_reason" AS "b_return_reason", a."return_reason" AS "a_return_reason" FROM b FULL OUTER JOIN a ON (b."_period" IS NOT DISTINCT FROM a."_period" AND b."nth" IS NOT DISTINCT FROM a."nth" AND b."k0" IS NOT DISTINCT FROM a."k0" AND b."k1" IS NOT DISTINCT FROM a."k1")) SELECT * FROM j WHERE (b__row IS NULL OR a__row IS NULL OR "b_received_on" IS DISTINCT FROM "a_received_on" OR "b_returned" IS DISTINCT FROM "a_returned" OR "b_return_reason" IS DISTINCT FROM "a_return_reason") ORDER BY a__row NULLS LAST, b__row LIMIT 5000;

-- forget
DELETE FROM "t_receipts" WHERE _import = 1;
