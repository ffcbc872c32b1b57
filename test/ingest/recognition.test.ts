/** Recognition over all declared ledgers: any column order, optional columns dropped, any declared name, pinyin. */
import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { isPlausible, layoutsOf, rivals } from '../../src/ingest/layout';
import { missingColumns, planTable } from '../../src/ingest/plan';
import { LEDGERS } from '../../src/ledgers';
import type { ColumnDef, LedgerDef } from '../../src/model/ledger';

/** mulberry32: the same numbers for the same seed. */
function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function cellOf(column: ColumnDef, row: number): string {
  if (column.type === 'list') return column.values?.[row]?.name.zh ?? column.values?.[0]?.name.zh ?? '';
  const one = { number: '12.5', integer: '12', share: '95.3%', date: '2026-03-05', flag: '是', star: '三星', period: '2026Q3' };
  if (column.type === 'unit') return ['甲县', '乙县'][row] as string;
  return column.type === 'text' ? `某某${row}` : one[column.type];
}

/** What is recognised of a table of these columns under these headers. */
function recognised(columns: readonly ColumnDef[], headers: readonly string[], title = '') {
  const records = [headers, ...[0, 1].map((row) => columns.map((c) => cellOf(c, row)))];
  const layouts = layoutsOf(records, LEDGERS, title);
  const best = layouts.find(isPlausible);
  if (!best) return null;
  const dialect = { encoding: 'utf-8', bom: 0, delimiter: ',', quote: '"' } as const;
  const { reading, questions } = planTable(best, { file: '表.csv', records, complete: true, dialect, ownExport: false });
  return {
    ledger: best.ledger.id,
    rivals: rivals(layouts),
    columns: reading.columns.map((c) => c.column),
    questions: questions.filter((q) => q.ask !== 'period'),
    missing: missingColumns(best.ledger, reading, questions).map((c) => c.id),
  };
}

const shuffled = <T>(list: readonly T[], next: () => number): T[] =>
  list
    .map((item) => ({ item, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map((x) => x.item);

const certain = (ledger: LedgerDef, columns: readonly ColumnDef[]) => ({
  ledger: ledger.id,
  rivals: [ledger.id],
  columns: columns.map((c) => c.id),
  questions: [],
  missing: [],
});

/** Fewer columns than these may be of any table. */
const FEWEST = 3;

describe.each(LEDGERS.map((l) => [l.name.zh, l] as const))('%s is recognised', (_, ledger) => {
  it('without a question in any order of columns, with half of the optional ones dropped, under any of their names', () => {
    for (let seed = 1; seed <= 25; seed++) {
      const next = random(seed);
      const columns = shuffled(
        ledger.columns.filter((c, i) => c.required || i < FEWEST || next() < 0.5),
        next,
      );
      const headers = columns.map((c) => {
        const names = [c.name.zh, ...(c.names ?? [])];
        return names[Math.floor(next() * names.length)] as string;
      });
      const titles = ['', ledger.name.zh, ...(ledger.names ?? [])];
      const title = titles[Math.floor(next() * titles.length)];
      expect([seed, title, recognised(columns, headers, title)]).toEqual([seed, title, certain(ledger, columns)]);
    }
  });

  it('without a question by its required columns alone, and where that is only the county, by any three more', () => {
    const required = ledger.columns.filter((c) => c.required);
    const rest = ledger.columns.filter((c) => !c.required && c.type !== 'period');
    for (let seed = 1; seed <= 10; seed++) {
      const columns = required.length > 1 ? required : [...required, ...shuffled(rest, random(seed)).slice(0, 3)];
      const headers = columns.map((c) => c.name.zh);
      expect([headers, recognised(columns, headers)]).toEqual([headers, certain(ledger, columns)]);
    }
  });

  const inPinyin = (column: ColumnDef, pattern: 'pinyin' | 'first'): string[] =>
    pinyin(column.name.zh.replace(/[^\u4e00-\u9fffA-Z\d]/g, ''), {
      toneType: 'none',
      type: 'array',
      v: true,
      nonZh: 'consecutive',
      pattern,
    });

  it('by headers in full pinyin, as a database exports them', () => {
    const headers = ledger.columns.map((c, i) =>
      i % 2 ? inPinyin(c, 'pinyin').join('') : inPinyin(c, 'pinyin').join('_').toUpperCase(),
    );
    const seen = recognised(ledger.columns, headers);
    expect([seen?.ledger, seen?.rivals, seen?.missing]).toEqual([ledger.id, [ledger.id], []]);
    // What two names of one ledger sound alike for is asked about.
    const taken = (seen?.columns ?? []).map((id, i) => (id === null ? null : [id, ledger.columns[i]?.id]));
    expect(taken.filter((t) => t !== null && t[0] !== t[1])).toEqual([]);
    expect(taken.filter((t) => t === null).length).toBeLessThanOrEqual(ledger.columns.length / 4);
  });

  it('by initials in pinyin, each of them asked about and most proposed rightly', () => {
    const seen = recognised(ledger.columns, ledger.columns.map((c) => inPinyin(c, 'first').join('').toUpperCase())); // prettier-ignore
    expect([seen?.ledger, seen?.rivals, seen?.missing]).toEqual([ledger.id, [ledger.id], []]);
    const first = new Map(seen?.questions.flatMap((q) => (q.ask === 'column' ? [[q.index, q.candidates[0]] as const] : [])));
    expect(seen?.columns.filter((c) => c !== null)).toEqual([]);
    const right = ledger.columns.filter((c, i) => first.get(i) === c.id).length;
    expect(right).toBeGreaterThanOrEqual(ledger.columns.length * 0.6);
  });
});
