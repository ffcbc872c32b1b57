import { describe, expect, test } from 'vitest';
import type { Reading } from '../../src/model/table';
import type { UnitId } from '../../src/model/unit';
import type { Entry, EntryBody } from '../../src/workspace/journal';
import { redoable, replay } from '../../src/workspace/replay';
import { NewerEntryError } from '../../src/workspace/upcast';
import { MemoryStore } from '../../src/workspace/store';

const journal = (...bodies: EntryBody[]): Entry[] =>
  bodies.map((b, i) => ({ ...b, v: 1, seq: i + 1, at: '2026-10-01T00:00:00Z' }));
const named = (name: string, unit: string): EntryBody => ({ kind: 'unit.named', name, unit: unit as UnitId });
const undone = (entry: number): EntryBody => ({ kind: 'undone', entry });

describe('replay()', () => {
  test('keeps the latest decision about a name, by its spelling-free form', () => {
    expect(replay(journal(named('甲 县', 'a'), named('甲县', 'b'))).names).toEqual(new Map([['甲县', 'b']]));
  });

  test('leaves out what was undone, and brings back what was undone twice', () => {
    expect(replay(journal(named('甲', 'a'), undone(1))).names.size).toBe(0);
    expect(replay(journal(named('甲', 'a'), undone(1), undone(2))).names.size).toBe(1);
  });

  test('numbers the next entry after the last', () => {
    expect(replay([]).nextSeq).toBe(1);
    expect(replay(journal(named('甲', 'a'), undone(1))).nextSeq).toBe(3);
  });

  test('refuses an entry of a newer version rather than misread it', () => {
    const [entry] = journal(named('甲', 'a'));
    expect(() => replay([{ ...entry, v: 2 } as unknown as Entry])).toThrow(NewerEntryError);
  });
});

const SOURCE = { hash: 'h', name: '表.csv', size: 1 };
const READING = { ledger: 'talent-intake', period: null, columns: [] } as unknown as Reading;
const accepted: EntryBody = { kind: 'table.accepted', source: SOURCE, reading: READING, mode: 'replace' };
const mended = (table: number, row: number, text: string): EntryBody => ({
  kind: 'cells.mended',
  table,
  cells: [{ row, column: 0, text }],
  how: 'edit',
});
const excluded = (table: number, row: number, reason: string): EntryBody => ({
  kind: 'rows.excluded',
  table,
  rows: [row],
  reason,
});
const restored = (table: number): EntryBody => ({ kind: 'table.restored', table });
const remembered = (sender: string, column: string): EntryBody => ({
  kind: 'mapping.remembered',
  sender,
  ledger: 'talent-intake',
  headers: ['甲'],
  columns: [{ header: '甲', column }],
});

describe('replay() of tables', () => {
  test('keeps the last mend of a cell and the last reason of a row, in the order of the source', () => {
    const steps = [accepted, mended(1, 9, 'a'), mended(1, 2, 'b'), mended(1, 9, 'c'), excluded(1, 5, 'x'), excluded(1, 5, 'y')];
    expect(replay(journal(...steps)).tables[0]?.mends).toEqual({
      cells: [
        { row: 2, column: 0, text: 'b' },
        { row: 9, column: 0, text: 'c' },
      ],
      excluded: [{ row: 5, reason: 'y' }],
    });
    expect(replay(journal(...steps, undone(4))).tables[0]?.mends.cells[1]?.text).toBe('a');
  });

  test('reads a table as it was said last', () => {
    const reread: EntryBody = { kind: 'table.reread', table: 1, reading: { ...READING, sender: '甲县' } };
    expect(replay(journal(accepted, reread)).tables[0]?.reading.sender).toBe('甲县');
    expect(replay(journal(accepted, reread, undone(2))).tables[0]?.reading).toEqual(READING);
  });

  test('lets a restored table stand last, where nothing came after it', () => {
    const order = (...steps: EntryBody[]) => replay(journal(...steps)).tables.map((t) => t.seq);
    expect(order(accepted, accepted, restored(1))).toEqual([2, 1]);
    expect(order(accepted, accepted, restored(1), accepted)).toEqual([2, 1, 4]);
    expect(order(accepted, accepted, restored(1), undone(3))).toEqual([1, 2]);
  });

  test('counts no step about a table that was taken back, until it is back itself', () => {
    const steps = [accepted, mended(1, 2, 'b'), undone(1)];
    expect(replay(journal(...steps))).toMatchObject({ tables: [], steps: [] });
    expect(replay(journal(...steps, undone(3))).tables[0]?.mends.cells).toHaveLength(1);
  });
});

test('replay() remembers one mapping per sender, ledger and headers: the last that was not forgotten', () => {
  const steps = [remembered('甲县', 'a'), remembered('乙县', 'a'), remembered('甲县', 'b')];
  const known = (...more: EntryBody[]) =>
    replay(journal(...steps, ...more)).remembered.map((m) => `${m.seq} ${m.sender} ${m.columns[0]?.column}`);
  expect(known()).toEqual(['3 甲县 b', '2 乙县 a']);
  expect(known(undone(3))).toEqual(['1 甲县 a', '2 乙县 a']);
});

describe('redoable()', () => {
  test('is the last undo, until something else is decided', () => {
    expect(redoable(journal(named('甲', 'a')))).toBeNull();
    expect(redoable(journal(named('甲', 'a'), undone(1)))?.seq).toBe(2);
    expect(redoable(journal(named('甲', 'a'), undone(1), named('乙', 'b')))).toBeNull();
  });

  test('steps back through several undos', () => {
    const twice = journal(named('甲', 'a'), named('乙', 'b'), undone(2), undone(1));
    expect(redoable(twice)?.seq).toBe(4);
    expect(redoable([...twice, { ...undone(4), v: 1, seq: 5, at: '' }])?.seq).toBe(3);
  });
});

test('MemoryStore refuses a sequence number that is taken and then holds nothing of the step', async () => {
  const store = new MemoryStore();
  await store.append(journal(named('甲', 'a')), new Map());
  await expect(store.append(journal(named('乙', 'b')), new Map([['h', new Blob(['x'])]]))).rejects.toThrow('sequence');
  expect(await store.entries()).toHaveLength(1);
  expect(await store.source('h')).toBeUndefined();
});
