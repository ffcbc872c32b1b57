/** A draft of the scheme: what an edit makes of it, undo and redo, and that it is always a scheme that can be saved. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MEASURES } from '../../src/ledgers';
import { flatten, readScheme, type Scheme } from '../../src/scheme';
import { rescore, scoreAll } from '../../src/score';
import { adoptedSchemes, bookUnder, lookAt, SchemeDraft, schemeFile } from '../../src/state/scheme-draft.svelte';
import { leaf, measures, p, roster, scheme as cityScheme } from '../score/city';

const TEXT = readFileSync(new URL('../../data/schemes/example.json', import.meta.url), 'utf8');
const example = readScheme(TEXT, MEASURES).scheme as Scheme;
const full = (s: Scheme | null, id: string): number | undefined => (s ? flatten(s).find((n) => n.id === id)?.full : undefined);
const leafOf = (s: Scheme | null, id: string) => (s ? flatten(s).find((n) => n.id === id)?.leaf : undefined);

describe('a weight', () => {
  test('of a section is shared among its leaves to the hundredth and adds up; stated marks below follow', () => {
    const draft = new SchemeDraft();
    expect(draft.weigh(example, 'grassroots', 30)).toBe(true);
    expect(full(draft.edited, 'grassroots')).toBe(30);
    for (const n of flatten(draft.edited as Scheme)) if (n.leaf) expect(n.full * 100).toBeCloseTo(Math.round(n.full * 100), 9);
    // Only the full marks of the scheme no longer agree: 100 − 46 + 30 = 84.
    const { problems } = lookAt(schemeFile(draft.edited as Scheme));
    expect(problems.map((x) => [x.code, x.params['pointer']])).toEqual([['scheme.weightSum', '/points']]);
  });

  test('of a leaf is its own, and its section and indicator follow', () => {
    const draft = new SchemeDraft();
    draft.weigh(example, 'tested', 3);
    expect([full(draft.edited, 'tested'), full(draft.edited, 'politics')]).toEqual([3, 13]);
    expect(draft.edited?.children[0]?.points).toBe(13);
  });

  test('below 0 is refused with its place, and the draft stays as it was', () => {
    const draft = new SchemeDraft();
    expect(draft.weigh(example, 'tested', -1)).toBe(false);
    expect(draft.edited).toBeNull();
    expect(draft.faults.map((x) => [x.code, x.params['pointer']])).toContainEqual([
      'scheme.invalid',
      '/children/0/children/0/points',
    ]);
  });

  test('any marks of any section add up to it', () => {
    const sections = example.children.map((c) => c.id);
    fc.assert(
      fc.property(fc.constantFrom(...sections), fc.integer({ min: 0, max: 200_000 }), (id, thousandths) => {
        const draft = new SchemeDraft();
        draft.weigh(example, id, thousandths / 1000);
        expect(full(draft.edited ?? example, id)).toBeCloseTo(thousandths / 1000, 9);
      }),
      { numRuns: 40 },
    );
  });
});

describe('steps', () => {
  test('digits typed into one field are one step, each from what stood before the first', () => {
    const draft = new SchemeDraft();
    for (const x of [0, 2, 20]) draft.weigh(example, 'grassroots', x);
    const typed = draft.edited;
    draft.undo();
    expect(draft.edited).toBeNull();
    const once = new SchemeDraft();
    once.weigh(example, 'grassroots', 20);
    expect(typed).toEqual(once.edited);
  });

  test('a field that was left and taken up again is a step of its own; undo and redo go by steps', () => {
    const draft = new SchemeDraft();
    draft.weigh(example, 'tested', 3);
    draft.seal();
    draft.weigh(example, 'tested', 4);
    draft.undo();
    expect(full(draft.edited, 'tested')).toBe(3);
    draft.undo();
    expect([draft.edited, draft.canUndo, draft.canRedo]).toEqual([null, false, true]);
    draft.redo();
    draft.redo();
    expect([full(draft.edited, 'tested'), draft.canRedo]).toEqual([4, false]);
  });

  test('an edit after an undo lets go of what was undone', () => {
    const draft = new SchemeDraft();
    draft.weigh(example, 'tested', 3);
    draft.undo();
    draft.weigh(example, 'theme-days', 5);
    expect([draft.canRedo, full(draft.edited, 'tested'), full(draft.edited, 'theme-days')]).toEqual([false, 2, 5]);
  });

  test('typing a value back to what it was leaves no step', () => {
    const draft = new SchemeDraft();
    draft.weigh(example, 'tested', 3);
    draft.weigh(example, 'tested', 2);
    expect([draft.edited, draft.canUndo]).toEqual([null, false]);
  });
});

describe('a value of a rule', () => {
  test('is set in its place; a key set to undefined is taken out', () => {
    const draft = new SchemeDraft();
    draft.set(example, 'admission', ['rule', 'parts'], 'down');
    expect(leafOf(draft.edited, 'admission')?.rule).toMatchObject({ type: 'step', parts: 'down' });
    draft.set(example, 'admission', ['rule', 'parts'], undefined);
    expect(leafOf(draft.edited ?? example, 'admission')?.rule).toEqual(leafOf(example, 'admission')?.rule);
    draft.set(example, 'organisation-cover', ['rule', 'bands', 1, 'points'], 2);
    expect(leafOf(draft.edited, 'organisation-cover')?.rule).toMatchObject({ bands: [{ points: 3 }, { points: 2 }, {}, {}] });
  });

  test('that the rule cannot have is refused with its place', () => {
    const draft = new SchemeDraft();
    expect(draft.set(example, 'admission', ['rule', 'per'], 0)).toBe(false);
    expect(draft.faults[0]?.params['pointer']).toMatch(/\/rule\/per$/);
    expect(draft.edited).toBeNull();
  });
});

describe('bookUnder', () => {
  const Q = p('2026Q2');
  const table = measures({ 'm.x': { [Q]: { a: 1, b: 0.5 } }, 'm.y': { [Q]: { a: 0.1, b: 0.8 } } });
  const book = scoreAll(cityScheme([leaf('x', 80), leaf('y', 20)]), table, roster({ a: null, b: null }));

  test('of the same scheme is the book itself', () => expect(bookUnder(book, book.scheme)).toBe(book));

  test('of other weights is what rescore makes: a 20·1 + 80·0.1 = 28, b 10 + 64 = 74', () => {
    const other = bookUnder(book, cityScheme([leaf('x', 20), leaf('y', 80)]));
    expect([...other.at(Q).total]).toEqual([28, 74]);
    const weights = new Map([['x', 20], ['y', 80]] as const); // prettier-ignore
    expect([...rescore(book, weights).at(Q).total]).toEqual([28, 74]);
  });

  test('of another rule scores anew: x by a target of 0.5 gives b 80 + 16 = 96', () => {
    const easier = leaf('x', 80, { rule: { type: 'attainment', target: 0.5 } });
    expect([...bookUnder(book, cityScheme([easier, leaf('y', 20)])).at(Q).total]).toEqual([82, 96]);
  });
});

test('adopted schemes are the built-in one and those of the journal in their order; a text that is no scheme is left out', () => {
  const step = (seq: number, text: string) => ({ seq, at: '2026-10-08T14:03:00Z', v: 1, kind: 'scheme.adopted', text }) as const;
  const later = schemeFile({ ...example, version: '2026.3' });
  const all = adoptedSchemes([step(4, later), step(6, '{}')], TEXT);
  expect(all.map((a) => [a.seq, a.scheme.version])).toEqual([
    [null, example.version],
    [4, '2026.3'],
  ]);
});
