/** The rows of the tables that the console makes itself, from what is on show: units, measures, scores, totals. */
import { ledgerById, MEASURES } from '../ledgers';
import type { UnitId, UnitLevel } from '../model/unit';
import { WHOLE_CITY } from '../model/measures';
import type { Text } from '../model/text';
import { titleOf } from '../scheme';
import { type ScoreBook } from '../score';
import { exportRows, type LeafRow } from '../score/export';
import { MADE, type MadeTable } from './console-tables';
import { baseColumns } from './console-views';
import type { Snapshot } from './snapshot';

type Cell = string | number | null | undefined;
type Cells = Readonly<Record<string, Cell>>;

const LEVELS: Readonly<Record<UnitLevel, Text>> = {
  city: { zh: '市', en: 'City' },
  county: { zh: '县', en: 'County' },
  township: { zh: '乡镇', en: 'Township' },
  branch: { zh: '支部', en: 'Branch' },
};

const inBoth = (name: string, text: Text | null): Cells => ({ [`${name}_zh`]: text?.zh, [`${name}_en`]: text?.en });

const RECORDS: Readonly<Record<MadeTable['base'], (s: Snapshot) => Iterable<Cells>>> = {
  console_units: unitRecords,
  console_measures: measureRecords,
  console_scores: (s) => (s.book ? scoreRecords(s.book, s) : []),
  console_totals: (s) => (s.book ? totalRecords(s.book, s) : []),
};

/** What a table is made of: as long as it is the same, so are its rows. */
export const sourceOf = (base: MadeTable['base'], s: Snapshot): unknown =>
  base === 'console_units' ? s.roster : base === 'console_measures' ? s.measures : s.book;

/** A table's rows as quoted CSV without a header, as `fillSql` reads it. */
export function rowsText(base: MadeTable['base'], snapshot: Snapshot): string {
  const table = MADE.find((t) => t.base === base);
  const columns = table ? baseColumns(table).map(([name]) => name) : [];
  const lines: string[] = [];
  for (const record of RECORDS[base](snapshot)) lines.push(`${columns.map((c) => field(record[c])).join(',')}\n`);
  return lines.join('');
}

const field = (cell: Cell): string =>
  cell === null || cell === undefined ? '' : typeof cell === 'number' ? String(cell) : `"${cell.replaceAll('"', '""')}"`;

function* unitRecords({ roster }: Snapshot): Iterable<Cells> {
  for (const [i, u] of roster.units.entries())
    yield {
      id: u.id,
      place: i + 1,
      unit: roster.name(u.id),
      code: u.code,
      ...inBoth('level', LEVELS[u.level]),
      parent: u.parent === null ? null : roster.name(u.parent),
      peer_group: u.group,
    };
}

const nameOf = (unit: UnitId, { roster }: Snapshot): string => (unit === WHOLE_CITY ? WHOLE_CITY : roster.name(unit));

/** A measure that only a table's rows name has no other name; targets of a measure are figures of it after a slash. */
function measureName(id: string, own: string): Text {
  return MEASURES.get(id)?.name ?? { zh: own, en: own };
}

function* measureRecords(s: Snapshot): Iterable<Cells> {
  const units = [WHOLE_CITY, ...s.roster.units.map((u) => u.id)];
  for (const id of s.measures.ids) {
    const dot = id.indexOf('.');
    const ledger = ledgerById(id.slice(0, dot))?.name ?? null;
    const names = { ...inBoth('ledger', ledger), ...inBoth('name', measureName(id, id.slice(dot + 1))) };
    for (const period of s.measures.periods) {
      for (const [i, cell] of s.measures.cells(id, period, units).entries()) {
        const unit = units[i];
        if (!cell || unit === undefined) continue;
        const { value, numerator, denominator } = cell;
        yield { period, unit: nameOf(unit, s), ...names, value, numerator, denominator };
      }
    }
  }
}

function* scoreRecords(book: ScoreBook, s: Snapshot): Iterable<Cells> {
  const { leaves } = exportRows(book);
  const keyOf = (l: LeafRow): string => `${l.period} ${l.leaf}`;
  const points = new Map<string, number[]>();
  for (const l of leaves) if (l.points !== null) points.set(keyOf(l), [...(points.get(keyOf(l)) ?? []), l.points]);
  for (const l of leaves) {
    const own = l.points;
    yield {
      period: l.period,
      unit: nameOf(l.unit, s),
      indicator: l.leaf,
      ...inBoth('title', { zh: titleOf(l.title, 'zh-CN'), en: titleOf(l.title, 'en') }),
      value: l.value,
      points: own,
      full_marks: l.full,
      effective: l.effective,
      rank: own === null ? null : 1 + (points.get(keyOf(l)) ?? []).filter((p) => p > own).length,
    };
  }
}

function* totalRecords(book: ScoreBook, s: Snapshot): Iterable<Cells> {
  const lines = s.scheme?.grades?.lines ?? [];
  const gradeOf = (id: string | null): Text | null => {
    const title = lines.find((l) => l.grade === id)?.title;
    if (id === null) return null;
    return title ? { zh: titleOf(title, 'zh-CN'), en: titleOf(title, 'en') } : { zh: id, en: id };
  };
  for (const { period, unit, group, total, rank, groupRank, grade } of exportRows(book).summary)
    yield {
      ...{ period, unit: nameOf(unit, s), peer_group: group, total, rank, group_rank: groupRank },
      ...inBoth('grade', gradeOf(grade)),
    };
}
