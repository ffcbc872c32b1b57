import { afterAll, beforeAll, expect, test } from 'vitest';
import { QueryError, type Engine } from '../../src/engine/engine';
import { openNodeEngine } from '../support/engine';

let engine: Engine;
beforeAll(async () => void (engine = await openNodeEngine()));
afterAll(() => engine.close());

test('values leave the engine as numbers, strings, booleans, nulls, date texts and arrays', async () => {
  const sql = `SELECT 1::INTEGER a, 2::BIGINT b, sum(3) c, 4.50 d, count(*) e, DATE '1969-12-31' f, DATE '2026-02-28' g, true h, NULL i, '文' j, ['x', NULL] k, [DATE '2024-02-29'] l, NULL::DATE m, NULL::VARCHAR[] n`;
  expect(await engine.query(sql)).toEqual([
    { a: 1, b: 2, c: 3, d: 4.5, e: 1, f: '1969-12-31', g: '2026-02-28', h: true, i: null, j: '文', k: ['x', null], l: ['2024-02-29'], m: null, n: null },
  ]); // prettier-ignore
});

test('run takes several statements', async () => {
  await engine.run('CREATE TABLE a (x INTEGER); INSERT INTO a VALUES (1), (2)');
  expect(await engine.query('SELECT x FROM a ORDER BY x')).toEqual([{ x: 1 }, { x: 2 }]);
});

test('a statement the engine refuses rejects with QueryError, which holds the statement', async () => {
  const failed = await engine.query('SELEC 1').catch((e: unknown) => e);
  if (!(failed instanceof QueryError)) throw new Error(`not a QueryError: ${String(failed)}`);
  expect(failed.sql).toBe('SELEC 1');
  expect(failed.message).toContain('syntax error');
});

test('withInput gives a path that can be read while it is in use and not afterwards, from a blob or from bytes', async () => {
  const read = (path: string) =>
    `SELECT count(*) n, min(a) a FROM read_csv(${path}, auto_detect=false, columns={'a': 'VARCHAR'})`;
  for (const input of [new Blob(['甲\n乙\n']), new TextEncoder().encode('甲\n乙\n')]) {
    let path = '';
    const rows = await engine.withInput("it's [1]*.csv.gz", input, (p) =>
      engine.query(read(`${(path = p)}, compression='none'`)),
    );
    expect(rows).toEqual([{ n: 2, a: '乙' }]);
    await expect(engine.query(read(path))).rejects.toThrow(QueryError);
  }
});

test('withInput drops the input when its use fails', async () => {
  let path = '';
  const use = (p: string) => Promise.reject(new Error(`at ${(path = p)}`));
  await expect(engine.withInput('x.csv', new Blob(['a']), use)).rejects.toThrow('at ');
  await expect(engine.query(`SELECT * FROM read_csv(${path}, auto_detect=false, columns={'a': 'VARCHAR'})`)).rejects.toThrow(
    QueryError,
  );
});

test('the engine is locked: no other file, no address, no extension, no setting', async () => {
  const refused = [
    `SELECT * FROM read_csv('/etc/hostname', auto_detect=false, columns={'a': 'VARCHAR'})`,
    `SELECT * FROM read_csv('https://127.0.0.1/x', auto_detect=false, columns={'a': 'VARCHAR'})`,
    `COPY (SELECT 1) TO 'out.csv'`,
    `ATTACH 'x.db'`,
    'LOAD icu',
    'LOAD json',
    'SELECT to_json(1)',
    `SET enable_external_access=true`,
    `SET autoload_known_extensions=true`,
    'RESET lock_configuration',
  ];
  for (const sql of refused) await expect(engine.run(sql), sql).rejects.toThrow(QueryError);
  expect(await engine.query('SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
});

test('a call whose signal fired before it began rejects with AbortError', async () => {
  await expect(engine.query('SELECT 1', AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
});

test('close rejects calls that are pending and calls that come later', async () => {
  const own = await openNodeEngine();
  const pending = own.query('SELECT 1');
  const closed = own.close();
  await expect(pending).rejects.toThrow('closed');
  await closed;
  await expect(own.run('SELECT 1')).rejects.toThrow('closed');
});
