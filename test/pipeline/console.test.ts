import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine';
import { ask, Console, CONSOLE_TABLES, type Answer } from '../../src/pipeline/console';
import type { Pipeline } from '../../src/pipeline/pipeline';
import { City, file, roster, talent } from './small-city';

const city = new City();
let pipeline: Pipeline;
let console: Console;
const secretaries = () =>
  file(
    '第一书记和驻村工作队2026年第三季度.csv',
    '县(市、区),应派数,在岗数,表彰,约谈,召回\n甲县,10,9,1,1,2\n乙县,8,8,0,0,1\n丙县,6,5,0,4,0\n',
  );
beforeAll(async () => {
  ({ pipeline } = await city.open());
  await pipeline.drop([roster(), talent(['甲县,100,75,70,63', '乙县,80,60,60,54', '丙县,50,20,20,20'])]);
  console = new Console(pipeline);
});
afterAll(() => city.close());

const run = (text: string): Promise<Answer> => console.run(text);
async function rowsOf(text: string): Promise<readonly (readonly unknown[])[]> {
  const answer = await run(text);
  if ('fault' in answer) throw new Error(JSON.stringify(answer.fault));
  return answer.result.rows;
}
async function faultOf(text: string) {
  const answer = await run(text);
  if ('result' in answer) throw new Error(`answered: ${JSON.stringify(answer.result).slice(0, 200)}`);
  const { fault } = answer;
  return { ...fault, at: fault.place ? text.slice(...fault.place) : null };
}

/** Everything in the engine that belongs to the record: every table with a sum over all its cells. */
const fingerprint = () =>
  pipeline.reading(async (engine: Engine) => {
    const tables = await engine.query<{ name: string }>(
      `SELECT schema_name || '.' || table_name AS name FROM duckdb_tables() WHERE NOT temporary UNION ALL SELECT schema_name || '.' || view_name FROM duckdb_views() WHERE NOT internal AND NOT temporary ORDER BY 1`,
    );
    const found: Record<string, unknown> = {};
    for (const { name } of tables)
      [found[name]] = await engine.query(`SELECT count(*) AS n, coalesce(bit_xor(hash(t)), 0)::VARCHAR AS h FROM ${name} t`);
    const settings = await engine.query(`SELECT name, value FROM duckdb_settings() ORDER BY 1`);
    const databases = await engine.query(`SELECT database_name FROM duckdb_databases() ORDER BY 1`);
    return { found, settings, databases };
  });

const HOSTILE = [
  `SELECT 1; DROP TABLE t_talent_intake`,
  `SELECT 1;\n-- and\nDELETE FROM in_force`,
  `commit; create table evil (x int)`,
  `ROLLBACK`,
  `COMMIT`,
  `BEGIN`,
  `INSERT INTO t_talent_intake (_row) VALUES (1)`,
  `INSERT INTO talent_intake (unit) VALUES ('x')`,
  `UPDATE t_talent_intake SET total_intake = 0`,
  `DELETE FROM t_talent_intake`,
  `TRUNCATE t_talent_intake`,
  `DROP TABLE t_talent_intake`,
  `DROP VIEW v_talent_intake`,
  `ALTER TABLE t_talent_intake ADD COLUMN x INTEGER`,
  `CREATE TABLE evil AS SELECT 1`,
  `CREATE OR REPLACE VIEW v_talent_intake AS SELECT 1`,
  `CREATE TEMP TABLE evil (x INTEGER)`,
  `CREATE MACRO evil() AS 1`,
  `CREATE INDEX i ON t_talent_intake (_row)`,
  `ATTACH ':memory:' AS evil`,
  `DETACH memory`,
  `USE evil`,
  `COPY talent_intake TO 'out.csv'`,
  `COPY (SELECT 1) TO 'out.csv'`,
  `COPY t_talent_intake FROM 'in.csv'`,
  `EXPORT DATABASE 'out'`,
  `IMPORT DATABASE 'out'`,
  `PRAGMA database_list`,
  `PRAGMA enable_profiling`,
  `SET threads = 1`,
  `SET enable_external_access = true`,
  `RESET lock_configuration`,
  `SET VARIABLE a = 1`,
  `INSTALL httpfs`,
  `LOAD httpfs`,
  `CALL pragma_version()`,
  `CHECKPOINT`,
  `VACUUM`,
  `ANALYZE`,
  `PREPARE p AS DELETE FROM in_force`,
  `EXECUTE p`,
  `EXPLAIN ANALYZE DELETE FROM in_force`,
  `(ANALYZE) DELETE FROM in_force`,
  `ANALYZE DELETE FROM in_force`,
  `WITH x AS (DELETE FROM in_force RETURNING *) SELECT * FROM x`,
  `WITH x AS (SELECT 1) DELETE FROM in_force`,
  `WITH x AS (SELECT 1) INSERT INTO in_force SELECT NULL, NULL, NULL, NULL, NULL FROM x`,
  `SELECT 1 INTO evil`,
  `SELECT * FROM read_csv('in/1-x.csv')`,
  `SELECT * FROM read_csv('https://example.test/x.csv')`,
  `SELECT * FROM "read_csv"('in/x.csv')`,
  `SELECT * FROM main.read_csv_auto('x')`,
  `SELECT * FROM read_text/* */('in/*')`,
  `FROM read_blob('/etc/*')`,
  `FROM glob('*')`,
  `FROM sniff_csv('x')`,
  `FROM 'in/1-x.csv'`,
  `FROM "in/1-x.csv"`,
  `FROM 'https://example.test/x.csv'`,
  `FROM '/etc/hostname'`,
  `FROM query('SELECT * FROM t_talent_intake')`,
  `FROM query_table('t_talent_intake')`,
  `FROM "query"('DELETE FROM in_force')`,
  `FROM checkpoint()`,
  `FROM force_checkpoint()`,
  `FROM enable_logging()`,
  `FROM enable_profiling()`,
  `FROM truncate_duckdb_logs()`,
  `FROM duckdb_settings()`,
  `FROM duckdb_secrets()`,
  `FROM duckdb_tables`,
  `FROM information_schema.tables`,
  `FROM pragma_storage_info('t_talent_intake')`,
  `FROM pragma_table_info('t_talent_intake')`,
  `SELECT write_log('x')`,
  `SELECT current_setting('lock_configuration')`,
  `SELECT nextval('x')`,
  `FROM t_talent_intake`,
  `FROM V_Talent_Intake`,
  `FROM main."t_talent_intake"`,
  `FROM 't_talent_intake'`,
  `FROM 't_talent'\n'_intake'`,
  `FROM e't_talent\\x5fintake'`,
  `FROM $$t_talent_intake$$`,
  `FROM/**/t_talent_intake`,
  `FROM\u00a0t_talent_intake`,
  `/* /* */ FROM talent_intake; -- */ DROP TABLE in_force`,
  `SELECT (SELECT count(*) FROM in_force)`,
  `DESCRIBE t_talent_intake`,
  `SUMMARIZE t_talent_intake`,
  `TABLE in_force`,
  `'; DROP TABLE in_force; --`,
  `') ; DROP TABLE in_force; --`,
  `SELECT '\\'; DROP TABLE in_force; --'`,
];

describe('reading only', () => {
  test(`${HOSTILE.length} hostile texts are refused with a reason, and the record's tables, views and the settings are the same afterwards`, async () => {
    await rowsOf('SELECT 1');
    const before = await fingerprint();
    const taken: string[] = [];
    for (const text of HOSTILE) {
      const answer = await run(text);
      if ('result' in answer) taken.push(`${text} -> ${JSON.stringify(answer.result).slice(0, 120)}`);
    }
    // In DuckDB a backslash means nothing in a plain string: this one is a harmless text.
    expect(taken.filter((t) => !t.startsWith(`SELECT '\\'`))).toEqual([]);
    expect(await fingerprint()).toEqual(before);
  });

  test('the engine alone, without the look at the words before it, lets none of them change anything', async () => {
    const before = await fingerprint();
    await pipeline.reading(async (engine) => {
      for (const text of HOSTILE) await ask(engine, text);
    });
    expect(await fingerprint()).toEqual(before);
  });

  test('in the transaction the engine itself refuses to write and to go on after an end of it', async () => {
    const before = await fingerprint();
    await pipeline.reading(async (engine) => {
      await expect(engine.readOnly('DELETE FROM in_force')).rejects.toThrow(/read-only/i);
      await expect(engine.readOnly('CREATE TABLE evil (x INTEGER)')).rejects.toThrow(/read-only/i);
      expect(await engine.query('SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
    });
    expect(await fingerprint()).toEqual(before);
  });
});

describe('tables', () => {
  test('every table answers under both names, with every column by the name it is inserted as', async () => {
    for (const t of CONSOLE_TABLES)
      for (const language of ['zh', 'en'] as const) {
        const columns = t.columns.map((c) => `"${c.name[language]}"`).join(', ');
        await rowsOf(`SELECT ${columns} FROM "${t.name[language]}" LIMIT 1`);
      }
  });

  test('no sensitive column is in any table', () => {
    const names = CONSOLE_TABLES.flatMap((t) => t.columns.map((c) => c.meaning.zh));
    expect(names).not.toEqual(expect.arrayContaining(['约谈']));
    expect(names).not.toEqual(expect.arrayContaining(['召回']));
    expect(names).not.toEqual(expect.arrayContaining(['60岁以上书记']));
  });

  test('a ledger reads the rows in force with the names of their units', async () => {
    expect(await rowsOf('SELECT 单位, 年度目标, 本年累计引进 FROM 人才引进统计表 ORDER BY 年度目标 DESC')).toEqual([
      ['甲县', 100, 75],
      ['乙县', 80, 60],
      ['丙县', 50, 20],
    ]);
    expect(await rowsOf("SELECT period, unit, total_intake FROM talent_intake WHERE unit LIKE '甲%'")).toEqual([
      ['2026Q3', '甲县', 75],
    ]);
  });

  test('measures, scores, totals and units hold what is on show: 70 of 100 is 0.7 of the target', async () => {
    expect(await rowsOf(`SELECT 值, 分子, 分母 FROM 指标值 WHERE 单位 = '甲县' AND 指标 = '引进目标完成率'`)).toEqual([
      [0.7, 70, 100],
    ]);
    const scores = pipeline.snapshot.book?.at('2026Q3' as never);
    const totals = await rowsOf('SELECT unit, total, rank FROM totals ORDER BY rank, unit');
    expect(totals.map(([, total]) => total)).toEqual([...(scores?.total ?? [])].sort((a, b) => b - a));
    expect(await rowsOf('SELECT count(*), max(full_marks) FROM scores')).toEqual([[6, 60]]);
    expect(await rowsOf('SELECT 单位, 层级 FROM 单位名册 ORDER BY 顺序')).toEqual([
      ['示例市', '市'],
      ['甲县', '县'],
      ['乙县', '县'],
      ['丙县', '县'],
    ]);
  });

  test('what was dropped after the last question is in the next answer', async () => {
    await pipeline.drop([secretaries()]);
    expect(await rowsOf('SELECT count(*) FROM first_secretaries')).toEqual([[3]]);
    expect(await rowsOf(`SELECT count(*) FROM measures WHERE ledger = 'Talent intake' AND unit = '甲县'`)).toEqual([[7]]);
  });
});

describe('answers', () => {
  test('two columns of one name, dates, flags, large figures, lists and times all arrive', async () => {
    const answer = await run(
      `SELECT 1 AS a, 2 AS a, DATE '2026-02-28' AS d, true AS f, 123456789012::HUGEINT AS h, 1.25 AS x, [1, 2] AS l, TIMESTAMP '2026-01-02 03:04:05' AS t, NULL AS n`,
    );
    expect(answer).toEqual({
      result: {
        columns: [
          { name: 'a', kind: 'number' }, { name: 'a_1', kind: 'number' }, { name: 'd', kind: 'date' }, { name: 'f', kind: 'flag' },
          { name: 'h', kind: 'number' }, { name: 'x', kind: 'number' }, { name: 'l', kind: 'text' }, { name: 't', kind: 'text' }, { name: 'n', kind: 'number' },
        ],
        rows: [[1, 2, '2026-02-28', true, 123456789012, 1.25, '[1, 2]', '2026-01-02 03:04:05', null]],
        total: 1,
      },
    }); // prettier-ignore
  });

  test('an order holds, whatever comes after it', async () => {
    const rows = await rowsOf('SELECT i FROM range(5000) t(i) ORDER BY (i * 7919) % 5000 DESC');
    expect(rows.map(([i]) => (Number(i) * 7919) % 5000)).toEqual(Array.from({ length: 5000 }, (_, i) => 4999 - i));
  });

  test('of 250,000 rows 100,000 come, and all are counted', async () => {
    const answer = await run('SELECT * FROM range(250000)');
    expect('result' in answer && [answer.result.rows.length, answer.result.total]).toEqual([100_000, 250_000]);
  });

  test('DESCRIBE, SUMMARIZE, SHOW of a table, WITH, FROM first, VALUES and brackets are questions; a semicolon at the end is no second one', async () => {
    expect((await rowsOf('DESCRIBE talent_intake')).length).toBe(
      CONSOLE_TABLES.find((t) => t.name.en === 'talent_intake')?.columns.length,
    );
    for (const text of [
      'SUMMARIZE 总分名次',
      'SHOW totals',
      'WITH x AS (SELECT 1) FROM x;',
      'FROM totals;  ',
      'VALUES (1), (2)',
      '(SELECT 1)',
    ])
      expect((await rowsOf(text)).length, text).toBeGreaterThan(0);
  });

  test('a question cancelled before its turn rejects with AbortError, and the next one runs', async () => {
    await expect(console.run('SELECT 1', AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    expect(await rowsOf('SELECT 2')).toEqual([[2]]);
  });
});

describe('faults', () => {
  test.each([
    ['  -- 只有注释', 'empty', null],
    ['SELECT 单位，总分 FROM 总分名次', 'fullWidth', '，'],
    ["SELECT 'abc FROM totals", 'unclosed', "'abc FROM totals"],
    ['SELECT 1; SELECT 2', 'several', 'SELECT'],
    ['DELETE FROM totals', 'notAQuestion', 'DELETE'],
    ['FROM t_talent_intake', 'inner', 't_talent_intake'],
    ["FROM read_csv('x')", 'function', 'read_csv'],
    ['SELEC 1', 'notAQuestion', 'SELEC'],
    ['SELECT unit FRM totals\nWHERE unit', 'engine', 'totals'],
    ['SELECT unit,\n  nope\nFROM totals', 'engine', 'nope'],
    ['SELECT 单位, 没有的列 FROM 总分名次', 'engine', '没有的列'],
    [
      `SELECT ${Array.from({ length: 40 }, (_, i) => `总分 AS 列${i}`).join(', ')}, 没有的列, ${Array.from({ length: 40 }, (_, i) => `总分 AS 又${i}`).join(', ')} FROM 总分名次`,
      'engine',
      '没有的列',
    ],
    ['SELECT * FROM 没有的表', 'engine', '没有的表'],
    ['SELECT unit FROM totals WHERE', 'engine', 'WHERE'],
    ['SELECT unit AND FROM totals AND FROM unit', 'engine', 'FROM'],
  ])('%s is refused as %s, at %s', async (text, code, at) => {
    const fault = await faultOf(text);
    expect([fault.code, fault.at]).toEqual([code, at]);
  });

  test("the engine's sentence is told without the statement it was put in", async () => {
    const { word, sort } = await faultOf('SELECT nope FROM totals');
    expect(sort).toBe('Binder Error');
    expect(word).toContain('Referenced column "nope" not found');
    expect(word).not.toContain('query(');
  });

  test('of two equal words the one at which the text stops making sense is marked', async () => {
    const text = 'SELECT unit FROM totals WHERE unit = unit unit';
    const fault = await faultOf(text);
    expect(fault.place).toEqual([42, 46]);
  });
});
