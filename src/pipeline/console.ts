/** The console: asks the engine a question in the analyst's own SQL. It reads the tables offered and nothing else, and changes nothing. */
import type { Engine, Row, Value } from '../engine/engine';
import { QueryError } from '../engine/engine';
import { countSql, describeSql, isFigure, planSql, rowsSql } from '../engine/duckdb/read-only';
import { sql } from '../sql/sql';
import { rowsText, sourceOf } from './console-fill';
import { refusal, type Fault } from './console-guard';
import { complaintOf, placeOf } from './console-place';
import { strangeSource } from './console-plan';
import { MADE, type ColumnKind, type MadeTable } from './console-tables';
import { spoken, tokensOf } from './console-tokens';
import { consoleSql, fillSql } from './console-views';
import type { Snapshot } from './snapshot';

export type { Fault, FaultCode } from './console-guard';
export { CONSOLE_TABLES, type ConsoleColumn, type ConsoleTable } from './console-tables';

/** More rows than this are never fetched; how many there are is told. */
export const MOST_ROWS = 100_000;

export interface Result {
  readonly columns: readonly { readonly name: string; readonly kind: ColumnKind }[];
  /** In the order of the columns; at most `MOST_ROWS`. */
  readonly rows: readonly (readonly Value[])[];
  /** How many rows there are. */
  readonly total: number;
}

export type Answer = { readonly result: Result } | { readonly fault: Fault };

/** What the console needs of the pipeline. */
export interface Reader {
  readonly snapshot: Snapshot;
  reading<T>(use: (engine: Engine) => Promise<T>): Promise<T>;
}

/** What has been made in an engine for the console. */
interface Made {
  readonly tableFunctions: ReadonlySet<string>;
  /** What each table was last filled from. */
  readonly filled: Map<MadeTable['base'], unknown>;
}

export class Console {
  readonly #reader: Reader;
  readonly #made = new WeakMap<Engine, Made>();

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /**
   * Runs one question, in its turn among the changes of the record.
   * @param begun is called when its turn has come.
   * @returns its rows, or why there are none. Rejects with AbortError when the signal fires first.
   */
  run(text: string, signal?: AbortSignal, begun?: () => void): Promise<Answer> {
    return this.#reader.reading(async (engine) => {
      signal?.throwIfAborted();
      begun?.();
      const made = await this.#prepare(engine);
      const fault = refusal(text, made.tableFunctions);
      if (fault) return { fault };
      await this.#fill(engine, made, text);
      return ask(engine, text, signal);
    });
  }

  /** Makes the console's tables once in every engine. */
  async #prepare(engine: Engine): Promise<Made> {
    const known = this.#made.get(engine);
    if (known) return known;
    await engine.run(consoleSql());
    const rows = await engine.query<{ name: string }>(TABLE_FUNCTIONS);
    const made = { tableFunctions: new Set(rows.map((r) => r.name)), filled: new Map() };
    this.#made.set(engine, made);
    return made;
  }

  /** Fills the tables that the text may speak of, where what they are made of has changed. Names of units are in all of them. */
  async #fill(engine: Engine, { filled }: Made, text: string): Promise<void> {
    const { snapshot } = this.#reader;
    const words = new Set(spoken(tokensOf(text)).map((t) => t.value.toLowerCase()));
    for (const table of MADE) {
      const named = table.base === 'console_units' || words.has(table.name.zh) || words.has(table.name.en);
      const source = sourceOf(table.base, snapshot);
      if (!named || (filled.has(table.base) && filled.get(table.base) === source)) continue;
      const bytes = new TextEncoder().encode(rowsText(table.base, snapshot));
      await engine.withInput(`${table.base}.csv`, bytes, (path) => engine.run(fillSql(table, path)));
      filled.set(table.base, source);
    }
  }
}

/** Functions that give tables and are nothing else: those that read files, settings, statistics, or run a text as a query. */
const TABLE_FUNCTIONS =
  sql`SELECT lower(function_name) AS name FROM duckdb_functions() GROUP BY ALL HAVING bool_and(function_type IN ('table', 'table_macro', 'pragma')) AND bool_or(function_type <> 'pragma') AND name NOT IN ('unnest', 'range', 'generate_series')`
    .text;

/** Asks what the text's result is made of and where it would be read from, then for its rows: all in transactions that can only read. */
export async function ask(engine: Engine, text: string, signal?: AbortSignal): Promise<Answer> {
  try {
    const columns = await engine.readOnly<{ column_name: string; column_type: string }>(describeSql(text), signal);
    const [plan] = await engine.readOnly<{ explain_value: string }>(planSql(text), signal);
    const strange = strangeSource(plan?.explain_value ?? '');
    if (strange !== null) return { fault: { code: 'function', word: strange, place: null } };
    const types = columns.map((c) => c.column_type);
    const rows = await engine.readOnly(rowsSql(text, types, MOST_ROWS + 1), signal);
    const [counted] = rows.length > MOST_ROWS ? await engine.readOnly<{ n: number }>(countSql(text), signal) : [];
    return {
      result: {
        columns: columns.map((c) => ({ name: c.column_name, kind: kindOf(c.column_type) })),
        rows: rows.slice(0, MOST_ROWS).map((row: Row) => types.map((_, i) => row[`c${i}`] ?? null)),
        total: counted?.n ?? rows.length,
      },
    };
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    const complaint = complaintOf(error.message);
    const { sort, sentence } = complaint;
    // Only what is more than one question, or none, is refused in these words.
    if (/Expected a single SELECT|A CTE needs a SELECT/.test(sentence))
      return { fault: { code: 'notAQuestion', word: '', place: null } };
    const place = await placeOf(engine, text, complaint);
    return { fault: { code: 'engine', word: sentence, sort, place } };
  }
}

const kindOf = (type: string): ColumnKind =>
  type === 'DATE' ? 'date' : type === 'BOOLEAN' ? 'flag' : isFigure(type) ? 'number' : 'text';
