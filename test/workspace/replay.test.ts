import { describe, expect, test } from 'vitest';
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
