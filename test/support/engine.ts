/** The engine for tests: the same DuckDB-WASM as the app's, in Node and without a worker, locked in the same way. */
import { createRequire } from 'node:module';
import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import { QueryError, type Engine, type Row } from '../../src/engine/engine';
import { quotePath } from '../../src/engine/duckdb/path';
import { READ_ONLY } from '../../src/engine/duckdb/read-only';
import { appendRows } from '../../src/engine/duckdb/rows';
import { lockStatements, OPEN_CONFIG } from '../../src/engine/duckdb/statements';
import { inputPath } from '../../src/engine/inputs';
import { Queue } from '../../src/engine/queue';

/** Boots an engine (1–2 s): one per test file. Its calls block, so an abort is seen only before a call begins. */
export async function openNodeEngine(): Promise<Engine> {
  const wasm = createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
  const bundle = { mainModule: wasm, mainWorker: '' };
  const db = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), NODE_RUNTIME);
  await db.instantiate();
  db.open(OPEN_CONFIG);
  const connection = db.connect();
  for (const statement of lockStatements('http://127.0.0.1')) connection.query(statement);

  const queue = new Queue();
  const send = (sql: string, signal?: AbortSignal, within?: typeof READ_ONLY): Promise<Row[]> =>
    queue.add(() => {
      signal?.throwIfAborted();
      const rows: Row[] = [];
      if (within) connection.query(within.begin);
      try {
        appendRows(rows, connection.query(sql));
      } catch (cause) {
        throw new QueryError(sql, cause);
      } finally {
        if (within) connection.query(within.end);
      }
      return Promise.resolve(rows);
    });
  return {
    get ended() {
      return queue.ended;
    },
    query: async <R extends Row>(sql: string, signal?: AbortSignal) => (await send(sql, signal)) as R[],
    readOnly: async <R extends Row>(sql: string, signal?: AbortSignal) => (await send(sql, signal, READ_ONLY)) as R[],
    run: async (sql, signal) => void (await send(sql, signal)),
    async withInput(name, input, use) {
      const path = inputPath(name);
      const bytes = input instanceof Uint8Array ? input : new Uint8Array(await input.arrayBuffer());
      await queue.add(() => Promise.resolve(db.registerFileBuffer(path, bytes)));
      try {
        return await use(quotePath(path));
      } finally {
        await queue.add(() => Promise.resolve(db.dropFile(path))).catch(() => undefined);
      }
    },
    close() {
      queue.end(new Error('the engine was closed'));
      connection.close();
      db.reset();
      return Promise.resolve();
    },
  };
}
