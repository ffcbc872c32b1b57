/**
 * The sample's tables read without the app, and measures reckoned from their declarations by plain loops: a second,
 * slower opinion on what the figures are.
 */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { LEDGERS, ledgerById, measuresOf } from '../../src/ledgers';
import { STAR_WORDS } from '../../src/model/cell-words';
import type { ColumnDef, LedgerDef } from '../../src/model/ledger';
import type { Aggregate, Condition, MeasureDef, Scalar } from '../../src/model/measure';
import { Measures, WHOLE_CITY, type MeasureCell, type MeasureEntry } from '../../src/model/measures';
import { asOf, daysIn, isPeriod, type Period } from '../../src/model/period';
import type { Roster } from '../../src/model/roster';
import { buildRoster, type RosterRow } from '../../src/pipeline/roster';
import type { UnitId, UnitLevel } from '../../src/model/unit';

export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/** Records of a delimited text, header first. */
export const records = (text: string, delimiter = ','): string[][] =>
  Papa.parse<string[]>(text, { delimiter, skipEmptyLines: true }).data;

function read(column: ColumnDef, text: string): Cell {
  if (text === '') return null;
  switch (column.type) {
    case 'number':
    case 'integer':
    case 'share':
      return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
    case 'star':
      return STAR_WORDS[text] ?? NaN;
    case 'flag':
      return text === '是';
    case 'list':
      return column.values?.find((v) => v.name.zh === text)?.id ?? NaN;
    default:
      return text;
  }
}

/** The rows of a sample table by column id. Throws where a header is not the canonical name of a column. */
export function sampleRows(ledger: LedgerDef): Row[] {
  const [header = [], ...rows] = records(readFileSync(`data/sample/${ledger.id}.csv`, 'utf8'));
  const columns = header.map((h) => {
    const column = ledger.columns.find((c) => c.name.zh === h);
    if (!column) throw new RangeError(`${ledger.id} has no column ${h}`);
    return column;
  });
  return rows.map((r) => Object.fromEntries(columns.map((c, k) => [c.id, read(c, r[k] ?? '')])));
}

/** The sample's table of a ledger, by its id. */
export function sample(id: string): Row[] {
  const ledger = ledgerById(id);
  if (!ledger) throw new RangeError(`no ledger ${id}`);
  return sampleRows(ledger);
}

function addMonths(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const n = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(n / 12), (n % 12) + 1];
  return `${y}-${String(m).padStart(2, '0')}-${String(Math.min(day, daysIn(y, m))).padStart(2, '0')}`;
}

function scalar(s: Scalar, row: Row, day: string): Cell {
  if ('col' in s) return row[s.col] ?? null;
  if ('lit' in s) return s.lit;
  if ('asOf' in s) return day;
  if (s.op === 'coalesce') return s.of.map((x) => scalar(x, row, day)).find((x) => x !== null) ?? null;
  if (s.op === 'addMonths') {
    const date = scalar(s.date, row, day);
    return typeof date === 'string' ? addMonths(date, s.months) : null;
  }
  const [a, b] = [scalar(s.a, row, day), scalar(s.b, row, day)];
  if (typeof a !== 'number' || typeof b !== 'number') return null;
  return s.op === 'add' ? a + b : s.op === 'sub' ? a - b : s.op === 'mul' ? a * b : a / b;
}

function holds(c: Condition, row: Row, day: string): boolean {
  if (c.op === 'given') return row[c.col] !== null && row[c.col] !== undefined;
  if (c.op === 'not') return !holds(c.of, row, day);
  if (c.op === 'in') return c.of.some((x) => x === scalar(c.a, row, day));
  if ('of' in c) return c.op === 'and' ? c.of.every((x) => holds(x, row, day)) : c.of.some((x) => holds(x, row, day));
  const [a, b] = [scalar(c.a, row, day), scalar(c.b, row, day)];
  if (a === null || b === null) return false;
  switch (c.op) {
    case 'eq':
      return a === b;
    case 'ne':
      return a !== b;
    case 'lt':
      return a < b;
    case 'le':
      return a <= b;
    case 'gt':
      return a > b;
    case 'ge':
      return a >= b;
  }
}

function aggregate(a: Aggregate, rows: readonly Row[], day: string): number | null {
  const { where } = a;
  const those = where ? rows.filter((r) => holds(where, r, day)) : rows;
  if (a.agg === 'count') return those.length;
  if (a.agg === 'distinct') {
    const { col, or, within } = a;
    const things = those.map((r) => [within && (r[within] ?? null), r[col] ?? (or ? (r[or] ?? null) : null)]);
    return new Set(things.filter(([, name]) => name !== null).map((t) => JSON.stringify(t))).size;
  }
  const terms = those.map((r) => scalar(a.of, r, day)).filter((x): x is number => typeof x === 'number');
  return terms.length > 0 ? terms.reduce((x, y) => x + y, 0) : null;
}

export interface Figure {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** A measure over the rows of one unit and period; value null where the denominator is 0 or a figure is missing. */
export function figure(measure: MeasureDef, rows: readonly Row[], period: Period): Figure {
  const day = asOf(period);
  const numerator = aggregate(measure.numerator, rows, day);
  if (!measure.denominator) return { value: numerator, numerator, denominator: null };
  const denominator = aggregate(measure.denominator, rows, day);
  const value = numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
  return { value, numerator, denominator };
}

/** A cell that must be a period. */
export function periodOfCell(cell: Cell | undefined): Period {
  if (typeof cell !== 'string' || !isPeriod(cell)) throw new RangeError(`invalid period: ${String(cell)}`);
  return cell;
}

/** Rows by a key made of them, in the order of first appearance. */
export function grouped<K>(rows: readonly Row[], key: (row: Row) => K): Map<K, Row[]> {
  const groups = new Map<K, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

const cellOf = ({ value, numerator, denominator }: Figure, rows: number): MeasureCell => ({
  value,
  numerator,
  denominator,
  status: value !== null ? 'ok' : denominator === 0 ? 'na' : 'missing',
  rows,
});

/** The sample's roster; every unit of it has a code. */
export function sampleRoster(): Roster {
  const text = (cell: Cell | undefined) => (typeof cell === 'string' ? cell : null);
  const rows = sample('roster').map((r): RosterRow => ({
    unit_name: String(r['unit_name']),
    code: text(r['code']),
    level: String(r['level']) as UnitLevel,
    parent: text(r['parent']),
    peer_group: text(r['peer_group']),
    sort_order: Number(r['sort_order']),
    aliases: text(r['aliases']),
    valid_from: text(r['valid_from']),
    valid_to: text(r['valid_to']),
  }));
  const { roster } = buildRoster(rows, [], (n) => {
    throw new RangeError(`unit ${n} has no code`);
  });
  return roster;
}

/** Every measure of the sample that a ledger declares, and what the rows of 通用指标表 name. */
export function sampleMeasures(roster: Roster): Measures {
  const unitOf = (name: Cell | undefined): UnitId => {
    if (name === null || name === undefined) return WHOLE_CITY;
    const unit = roster.find(String(name));
    if (!unit) throw new RangeError(`no unit ${String(name)}`);
    return unit.id;
  };
  const entries: MeasureEntry[] = [];
  for (const ledger of LEDGERS) {
    const unitColumn = ledger.key[0];
    if (ledger.rowPer === 'roster' || unitColumn === undefined) continue;
    for (const [period, inPeriod] of grouped(sampleRows(ledger), (r) => periodOfCell(r['period'])))
      for (const [unit, rows] of grouped(inPeriod, (r) => unitOf(r[unitColumn]))) {
        for (const { id, measure } of measuresOf(ledger)) {
          const { by } = measure;
          const parts = by
            ? [...grouped(rows, (r) => String(r[by]))].map(([key, own]) => ({ key, ...figure(measure, own, period) }))
            : null;
          entries.push({
            measure: id,
            unit,
            period,
            ...cellOf(figure(measure, rows, period), rows.length),
            ...(parts ? { parts } : {}),
          });
        }
        if (ledger.id === 'indicators')
          for (const r of rows)
            entries.push({
              measure: `indicators.${String(r['indicator'])}`,
              unit,
              period,
              ...cellOf({ value: Number(r['value']), numerator: null, denominator: null }, 1),
            });
      }
  }
  return new Measures(entries);
}
