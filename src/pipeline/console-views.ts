/** The SQL that makes the console's tables: views of the rows in force under names for people, one in each language. */
import { ledgerOf } from '../ledgers';
import { WHOLE_CITY } from '../model/measures';
import type { Text } from '../model/text';
import { dialect, viewOf } from '../query/names';
import { id, join, quoted, sql, type Sql } from '../sql/sql';
import { CONSOLE_TABLES, MADE, type ColumnKind, type ConsoleColumn, type ConsoleTable, type MadeTable } from './console-tables';

type Language = keyof Text;

const CITY: Text = { zh: '全市', en: 'Whole city' };
const TYPES: Readonly<Record<ColumnKind, Sql>> = {
  text: dialect.type('text'),
  number: dialect.type('double'),
  date: dialect.type('date'),
  flag: dialect.type('boolean'),
};

/** The columns of a table that the console makes: name and type, each once though it serves both languages. */
export function baseColumns(table: MadeTable): readonly (readonly [name: string, kind: ColumnKind])[] {
  const columns = new Map<string, ColumnKind>((table.hidden ?? []).map((name) => [name, 'text']));
  for (const c of table.columns) for (const name of [c.from.zh, c.from.en]) columns.set(name, c.kind);
  return [...columns];
}

/** What makes all tables of the console, of this connection only; the ones it fills itself are empty. It can be run again. */
export function consoleSql(): string {
  const bases = MADE.map(
    (t) =>
      sql`CREATE TEMP TABLE IF NOT EXISTS ${id(t.base)} (${baseColumns(t).map(([name, kind]) => sql`${id(name)} ${TYPES[kind]}`)})`,
  );
  const views = CONSOLE_TABLES.flatMap((t) => (['zh', 'en'] as const).map((language) => viewSql(t, language)));
  return join([...bases, ...views], sql`;\n`).text;
}

function viewSql(table: ConsoleTable, language: Language): Sql {
  const columns = table.columns.map((c) => sql`${valueOf(c, table, language)} AS ${id(c.name[language])}`);
  return sql`CREATE OR REPLACE TEMP VIEW ${id(table.name[language])} AS SELECT ${columns} FROM ${rowsOf(table)}`;
}

function rowsOf(table: ConsoleTable): Sql {
  const made = MADE.find((m) => m === table);
  if (made) return id(made.base);
  return sql`${viewOf(ledgerOf(table.ledger ?? ''))} AS v LEFT JOIN (SELECT "unit" AS _name, "id" AS _id FROM console_units) AS u ON u._id = v._unit`;
}

function valueOf(column: ConsoleColumn, table: ConsoleTable, language: Language): Sql {
  const from = column.from[language];
  if (table.ledger !== null && from === '_unit')
    return sql`CASE WHEN v._unit = ${WHOLE_CITY} THEN ${CITY[language]} ELSE coalesce(u._name, v._unit) END`;
  if (table.ledger === null && from === 'unit')
    return sql`CASE WHEN ${id(from)} = ${WHOLE_CITY} THEN ${CITY[language]} ELSE ${id(from)} END`;
  const values = table.ledger === null ? undefined : ledgerOf(table.ledger).columns.find((c) => c.id === from)?.values;
  if (!values) return table.ledger === null ? id(from) : sql`v.${id(from)}`;
  const cases = values.map((v) => sql`WHEN ${v.id} THEN ${v.name[language]}`);
  return sql`CASE v.${id(from)} ${join(cases, sql` `)} ELSE v.${id(from)} END`;
}

const SQL_TYPES = { text: 'text', number: 'double', date: 'date', flag: 'boolean' } as const;

/** Puts the records of a text, quoted CSV in the order of `baseColumns`, in the place of what a table of the console held. @param path as the engine hands it out. */
export function fillSql(table: MadeTable, path: string): string {
  const columns = baseColumns(table).map(([name, kind]) => [name, SQL_TYPES[kind]] as const);
  const rows = dialect.readCsv(quoted(path), { delimiter: ',', quote: '"', newline: 'lf', columns });
  return sql`DELETE FROM ${id(table.base)}; INSERT INTO ${id(table.base)} SELECT * FROM ${rows}`.text;
}
