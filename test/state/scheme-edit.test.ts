/** Editing a scheme as plain data: lists that grow and shrink, nodes added, moved and taken out, and marks that follow. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MEASURES } from '../../src/ledgers';
import { flatten, readScheme, type Leaf, type Scheme } from '../../src/scheme';
import { diffSchemes } from '../../src/scheme/diff';
import { lookAt, SchemeDraft } from '../../src/state/scheme-draft.svelte';
import {
  findNode,
  freshId,
  inserted,
  moved,
  nodeMoved,
  nodeUnder,
  put,
  removed,
  siblingsOf,
  valueAt,
  withNode,
  withoutNode,
  type Json,
} from '../../src/state/scheme-edit';

const TEXT = readFileSync(new URL('../../data/schemes/example.json', import.meta.url), 'utf8');
const example = readScheme(TEXT, MEASURES).scheme as Scheme;
const full = (s: Scheme, id: string): number | undefined => flatten(s).find((n) => n.id === id)?.full;
const stated = (s: Scheme, id: string): number | undefined => findNode(s.children, id)?.points;
const errors = (s: Scheme) => lookAt(JSON.stringify(s)).problems.filter((p) => p.level === 'error');
const leaf: Leaf = { ...(findNode(example.children, 'tested') as Leaf), id: 'item-1', points: 3 };

describe('a list', () => {
  const json: Json = { a: { list: [1, 2, 3] } };
  const path = ['a', 'list'];

  test('gets an item at its place; where there is no list it is made', () => {
    expect(inserted(json, path, 1, 9)).toEqual({ a: { list: [1, 9, 2, 3] } });
    expect(inserted({}, path, 0, 9)).toEqual({ a: { list: [9] } });
  });

  test('loses an item; without items it is taken out, unless it is to be kept empty', () => {
    expect(removed(json, path, 0)).toEqual({ a: { list: [2, 3] } });
    expect(removed({ list: [1] }, ['list'], 0)).toEqual({});
    expect(removed({ list: [1] }, ['list'], 0, true)).toEqual({ list: [] });
  });

  test('has an item moved, and stays as it is where there is no such place', () => {
    expect(moved(json, path, 0, 2)).toEqual({ a: { list: [2, 3, 1] } });
    expect([moved(json, path, 0, -1), moved(json, path, 2, 3)]).toEqual([json, json]);
  });

  test('is never changed in place', () => {
    inserted(json, path, 0, 9);
    removed(json, path, 0);
    expect(json).toEqual({ a: { list: [1, 2, 3] } });
  });
});

test('put makes holders on its way, keeps the order of keys, and takes a key out for undefined', () => {
  expect(put({}, ['a', 'b'], 1)).toEqual({ a: { b: 1 } });
  expect(Object.keys(put({ a: 1, b: 2 }, ['a'], 3) as object)).toEqual(['a', 'b']);
  expect(put({ a: 1, b: 2 }, ['a'], undefined)).toEqual({ b: 2 });
  expect(valueAt({ a: [{ b: 5 }] }, ['a', 0, 'b'])).toBe(5);
});

describe('a node', () => {
  test('added under a section adds to the marks that section states: 12 + 3 = 15', () => {
    const to = withNode(example, 'politics', 0, leaf);
    expect([stated(to, 'politics'), full(to, 'politics'), to.children[0]?.id]).toEqual([15, 15, 'politics']);
    expect(siblingsOf(to, 'item-1')?.ids[0]).toBe('item-1');
    expect(errors(to)).toEqual([]);
  });

  test('taken out takes its marks along: 12 − 2 = 10; an only child stays', () => {
    const to = withoutNode(example, 'tested');
    expect([findNode(to.children, 'tested'), stated(to, 'politics')]).toEqual([null, 10]);
    const alone: Scheme = { ...example, children: [{ id: 'one', title: '一', children: [leaf] }] };
    expect(withoutNode(alone, 'item-1')).toBe(alone);
  });

  test('moves among its siblings and no further, and under another section with its marks', () => {
    const order = (s: Scheme) => siblingsOf(s, 'tested')?.ids.indexOf('tested');
    expect(order(nodeMoved(example, 'tested', 1))).toBe(1);
    expect(nodeMoved(example, 'tested', -1)).toBe(example);
    const to = nodeUnder(example, 'tested', 'talent');
    expect([siblingsOf(to, 'tested')?.parent, stated(to, 'politics'), full(to, 'talent')]).toEqual(['talent', 10, (full(example, 'talent') ?? 0) + 2]); // prettier-ignore
    expect(diffSchemes(example, to).map((c) => c.what)).toContain('moved');
  });

  test('does not move below itself', () => expect(nodeUnder(example, 'grassroots', 'rating')).toBe(example));

  test('of a mean has a weight of its own, which goes with it', () => {
    const two: Leaf = { ...leaf, id: 'two' };
    const mean: Scheme = { ...example, children: [{ id: 'm', title: '均', aggregate: 'mean', weights: { 'item-1': 2, two: 1 }, children: [leaf, two] }, ...example.children] }; // prettier-ignore
    const three = withNode(mean, 'm', 2, { ...leaf, id: 'three' });
    expect(three.children[0]).toMatchObject({ weights: { 'item-1': 2, two: 1, three: 3 } });
    expect(withoutNode(three, 'two').children[0]).toMatchObject({ weights: { 'item-1': 2, three: 3 } });
    expect(errors(three)).toEqual([]);
  });

  test('gets an id that nothing else in the scheme has', () => {
    expect(freshId(example, 'item')).toBe('item-1');
    expect(freshId(withNode(example, '', 0, leaf), 'item')).toBe('item-2');
  });
});

test('a change is one step of the draft; one that makes no scheme is refused with its faults', () => {
  const draft = new SchemeDraft();
  expect(draft.change(example, (s) => withNode(s, 'politics', 0, leaf))).toBe(true);
  expect(draft.change(example, (s) => ({ ...s, vetoes: [{ id: 'v', title: '无依据', measure: 'rectification.list', atLeast: 1, disqualify: true }] }))).toBe(false); // prettier-ignore
  expect(draft.faults[0]?.params['pointer']).toBe('/vetoes/0/basis');
  expect(findNode(draft.edited?.children ?? [], 'item-1')?.id).toBe('item-1');
  draft.undo();
  expect(draft.edited).toBeNull();
});
