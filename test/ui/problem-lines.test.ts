/** The lines of the problems screen: which there are, which a filter leaves, and which a mend or a fill takes along. */
import { describe, expect, it } from 'vitest';
import { problem, type Place, type Problem } from '../../src/model/problem';
import type { LoadedTable } from '../../src/pipeline/snapshot';
import { alikes, blankRun, dataAbove, filtered, linesOf, toActOn, type Filter } from '../../src/views/data/problem-lines';

const at = (row: number, column?: number, value?: string): Place => ({
  file: 'a.csv',
  row,
  ...(column === undefined ? {} : { column, header: `列${column}` }),
  ...(value === undefined ? {} : { value }),
});
const unreadable = (row: number, value: string, mend?: string): Problem => ({
  ...problem('error', 'cell.unreadable', at(row, 3, value)),
  ...(mend === undefined ? {} : { mend }),
});
const blank = (row: number): Problem => problem('warning', 'cell.missing', at(row, 2));

function table(seq: number, rejected: Problem[], warnings: Problem[] = [], inForce = 1): LoadedTable {
  return {
    seq,
    at: '',
    ledger: 'rectification',
    source: { hash: String(seq), name: 'a.csv', size: 1 },
    reading: { columns: [{ index: 4, header: '得分', column: null }] } as unknown as LoadedTable['reading'],
    mends: { cells: [{ row: 9, column: 4, text: '88' }], excluded: [] },
    version: { n: 1, of: 1, before: null },
    received: null,
    report: { rows: 9, accepted: 1, excluded: [problem('notice', 'row.total', at(8))], rejected, warnings, totals: [], nil: [] },
    checks: [],
    coverage: { claims: 1, inForce, periods: [] },
  };
}
const EVERYTHING: Filter = { open: false, level: null, table: null, column: null, text: '' };
const words = (): string => '';

describe('linesOf()', () => {
  it('lists what was rejected, then warnings, notes and mends, each once', () => {
    const lines = linesOf([table(1, [unreadable(4, 'x')], [blank(2), blank(2)])]);
    expect(lines.map((l) => [l.level, l.place.row])).toEqual([
      ['error', 4],
      ['warning', 2],
      ['warning', 2],
      ['notice', 8],
      ['mended', 9],
    ]);
    expect(new Set(lines.map((l) => l.id)).size).toBe(lines.length);
    expect(lines.at(-1)).toMatchObject({ reads: '88', place: { column: 5, header: '得分' } });
  });
  it('leaves out tables that a later one replaced', () => {
    const tables = [table(1, [unreadable(4, 'x')], [], 0), table(2, [unreadable(5, 'y')])];
    expect(linesOf(tables).map((l) => l.table.seq)).toEqual([2, 2, 2]);
    expect(toActOn(tables)).toBe(1);
  });
  it('keeps the ids of the other lines when one is mended', () => {
    const before = linesOf([table(1, [unreadable(4, 'x'), unreadable(6, 'z')])]).map((l) => l.id);
    const after = linesOf([table(1, [unreadable(6, 'z')])]).map((l) => l.id);
    expect(before).toEqual(expect.arrayContaining(after));
  });
});

describe('filtered()', () => {
  const lines = linesOf([table(1, [unreadable(4, '五星半')], [blank(2)]), table(2, [unreadable(5, '九十')])]);
  const rows = (f: Partial<Filter>) => filtered(lines, { ...EVERYTHING, ...f }, words).map((l) => [l.table.seq, l.place.row]);
  it('leaves what there is something to do about', () => {
    expect(rows({ open: true })).toEqual([
      [1, 4],
      [2, 5],
      [1, 2],
    ]);
  });
  it('leaves a level, a table, a column or a text', () => {
    expect(rows({ level: 'warning' })).toEqual([[1, 2]]);
    expect(rows({ table: 2, open: true })).toEqual([[2, 5]]);
    expect(rows({ column: '列2' })).toEqual([[1, 2]]);
    expect(rows({ text: ' 五星 ' })).toEqual([[1, 4]]);
  });
});

describe('alikes()', () => {
  it('takes together cells of one table, column, value and mend, and none without a mend', () => {
    const lines = linesOf([
      table(1, [
        unreadable(2, '五星半', '五星'),
        unreadable(3, '五星半', '五星'),
        unreadable(4, '四星半', '四星'),
        unreadable(5, 'x'),
      ]),
      table(2, [unreadable(2, '五星半', '五星')]),
    ]);
    const groups = [...alikes(lines).values()].map((g) => g.map((l) => [l.table.seq, l.place.row]));
    expect(groups).toEqual([
      [
        [1, 2],
        [1, 3],
      ],
      [[1, 4]],
      [[2, 2]],
    ]);
  });
});

describe('blankRun()', () => {
  const lines = linesOf([table(1, [], [blank(3), blank(4), blank(5), blank(7)])]);
  it('takes the blank rows next to a line, up and down, and stops at a gap', () => {
    const middle = lines.find((l) => l.place.row === 4);
    const alone = lines.find((l) => l.place.row === 7);
    if (!middle || !alone) throw new Error('no such line');
    expect(blankRun(middle, lines)).toEqual([3, 4, 5]);
    expect(blankRun(alone, lines)).toEqual([7]);
  });
});

describe('dataAbove()', () => {
  it('passes over rows that are no data, of the same table', () => {
    const lines = linesOf([table(1, [], [blank(9), blank(10)]), table(2, [], [blank(9)])]);
    const [nine, ten] = [9, 10].map((row) => lines.find((l) => l.table.seq === 1 && l.place.row === row));
    if (!nine || !ten) throw new Error('no such line');
    expect(dataAbove(nine, 9, lines)).toBe(7);
    expect(dataAbove(ten, 10, lines)).toBe(9);
    expect(dataAbove(nine, 1, lines)).toBe(0);
  });
});
