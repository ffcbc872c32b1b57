/** diffSchemes(): every difference between two schemes is named once, and nothing else is. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, type Node, type Scheme } from '../../src/scheme';
import { diffSchemes, type Change } from '../../src/scheme/diff';
import { isObject, itemsOf, type Json } from '../../src/scheme/pointer';
import { GRADES, leaf, scheme, section } from '../score/city';

const example = JSON.parse(readFileSync('data/schemes/example.json', 'utf8')) as Scheme;
const tree = (more: Partial<Scheme> = {}): Scheme =>
  scheme([section('s', [leaf('a', 30), section('t', [leaf('b', 20), leaf('c', 10)])]), leaf('d', 40)], more);

/** A scheme of two leaves, the first with these keys more. */
const one = (more: Parameters<typeof leaf>[2], marks = 60): Scheme => scheme([leaf('a', marks, more), leaf('d', 40)]);
const value = (what: Change['what'], node: string, path: string, from: Json | undefined, to: Json | undefined): unknown => ({
  ...{ what, node, path, from, to },
});

describe('a node', () => {
  test('that is added is told with its parent, its place, its content, and no change of its own for what is below it', () => {
    const more = scheme([
      section('s', [leaf('a', 30), section('t', [leaf('b', 20), leaf('c', 10)])]),
      section('n', [leaf('x', 1), section('o', [leaf('y', 2)])]),
      leaf('d', 40),
    ]);
    const change = { node: 'n', parent: '', index: 1, value: { id: 'n', title: 'N' }, below: ['x', 'o', 'y'] };
    expect(diffSchemes(tree(), more)).toEqual([{ what: 'added', ...change }]);
    expect(diffSchemes(more, tree())).toEqual([{ what: 'removed', ...change }]);
  });

  test('that goes to another parent is moved, also out of a section that is removed', () => {
    const flat = scheme([leaf('d', 40), section('s', [leaf('a', 30), leaf('c', 10)])]);
    expect(diffSchemes(tree(), flat)).toEqual([
      { what: 'reordered', node: '', from: ['s', 'd'], to: ['d', 's'] },
      { what: 'moved', node: 'c', from: 't', to: 's' },
      { what: 'removed', node: 't', parent: 's', index: 1, value: { id: 't', title: 'T' }, below: ['b'] },
    ]);
  });

  test('of which only the id changed is recoded, and its children are not moved', () => {
    const other = scheme([section('s2', [leaf('a', 30), section('t', [leaf('b', 20), leaf('c', 10)])]), leaf('d', 40)]);
    const renamed = { ...other, children: other.children.map((n): Node => (n.id === 's2' ? { ...n, title: 'S' } : n)) };
    expect(diffSchemes(tree(), renamed)).toEqual([{ what: 'recoded', node: 's2', from: 's', to: 's2' }]);
  });

  test('of which id and title changed is another node', () => {
    const a = scheme([leaf('a', 60), leaf('d', 40)]);
    const b = scheme([leaf('z', 60, { measure: 'm.a' }), leaf('d', 40)]);
    expect(diffSchemes(a, b).map((c) => [c.what, c.node])).toEqual([
      ['added', 'z'],
      ['removed', 'a'],
    ]);
  });
});

describe('a key of a node', () => {
  test('title, marks and measure have a kind of their own; a title in two languages is one value', () => {
    const titles = [{ title: { zh: '甲', en: 'A' } }, { title: { zh: '乙', en: 'B' } }] as const;
    expect(diffSchemes(one(titles[0]), one(titles[1]))).toEqual([
      value('title', 'a', '/title', { zh: '甲', en: 'A' }, { zh: '乙', en: 'B' }),
    ]);
    expect(diffSchemes(one({}), one({}, 50))).toEqual([value('points', 'a', '/points', 60, 50)]);
    expect(diffSchemes(one({}), one({ measure: 'm.z' }))).toEqual([value('measure', 'a', '/measure', 'm.a', 'm.z')]);
  });

  test('a rule of another type is one change of the whole rule; of one type each parameter is one', () => {
    const [from, to] = [
      { type: 'goalposts', lo: 0, hi: 1 },
      { type: 'goalposts', lo: 0.1, hi: 1, floor: 0.6 },
    ] as const;
    expect(diffSchemes(one({ rule: from }), one({ rule: to }))).toEqual([
      value('rule', 'a', '/rule/floor', undefined, 0.6),
      value('rule', 'a', '/rule/lo', 0, 0.1),
    ]);
    const other = { type: 'perCase', step: 1 } as const;
    expect(diffSchemes(one({ rule: from }), one({ rule: other }))).toEqual([value('ruleType', 'a', '/rule', from, other)]);
  });

  test('a list of values is one value: pace, due months, tie-breakers', () => {
    const paced = (pace: true | [number, number, number, number]) =>
      one({ rule: { type: 'attainment', target: 1, pace }, due: [3, 9] });
    expect(diffSchemes(paced([0.1, 0.4, 0.8, 1]), paced([0.2, 0.5, 0.8, 1]))).toEqual([
      value('rule', 'a', '/rule/pace', [0.1, 0.4, 0.8, 1], [0.2, 0.5, 0.8, 1]),
    ]);
    expect(diffSchemes(paced(true), one({ rule: { type: 'attainment', target: 1, pace: true }, due: [3] }))).toEqual([
      value('key', 'a', '/due', [3, 9], [3]),
    ]);
  });

  test('of an item in a list names the item; an item put in front leaves the others as they were', () => {
    const late = { title: 'late', measure: 'm.late', step: -0.2 };
    const lost = { title: 'lost', measure: 'm.lost', step: -1 };
    expect(diffSchemes(one({ adjustments: [late] }), one({ adjustments: [lost, { ...late, step: -0.3 }] }))).toEqual([
      value('key', 'a', '/adjustments/0', undefined, lost),
      value('key', 'a', '/adjustments/1/step', -0.2, -0.3),
    ]);
    expect(diffSchemes(one({ adjustments: [late, lost] }), one({ adjustments: [late] }))).toEqual([
      value('key', 'a', '/adjustments/1', lost, undefined),
    ]);
    expect(diffSchemes(one({ adjustments: [late, lost] }), one({ adjustments: [lost, late] }))).toEqual([
      value('key', 'a', '/adjustments', [late, lost], [lost, late]),
    ]);
  });

  test('of another kind, or made of other measures, is one change of the whole value', () => {
    expect(diffSchemes(one({ missing: { fixed: 0 } }), one({ missing: { mean: 'city' } }))).toEqual([
      value('key', 'a', '/missing', { fixed: 0 }, { mean: 'city' }),
    ]);
    const [from, to] = [{ weighted: [{ of: 'm.x', by: 1 }] }, { weighted: [{ of: 'm.x', by: 2 }] }];
    expect(diffSchemes(one({ measure: from }), one({ measure: to }))).toEqual([value('measure', 'a', '/measure', from, to)]);
    const prepared = (lo: number) => one({ prepare: [{ do: 'log' }, { do: 'clamp', lo }] });
    expect(diffSchemes(prepared(0), prepared(1))).toEqual([value('key', 'a', '/prepare/1/lo', 0, 1)]);
  });

  test('that this version of the format does not know is compared as any other', () => {
    const later = (x: number) => ({ ...leaf('a', 60), weighting: { of: [{ id: 'q1', share: x }] } }) as Node;
    expect(diffSchemes(scheme([later(0.1)]), scheme([later(0.2)]))).toEqual([
      value('key', 'a', '/weighting/of/0/share', 0.1, 0.2),
    ]);
  });
});

test('the parts of the scheme itself are compared key by key, before its nodes', () => {
  const lines = GRADES.lines.map((l) => (l.grade === 'good' ? { ...l, min: 85 } : l));
  const b = { ...tree({ grades: { lines }, notes: 'new' }), version: '2' };
  const rounded: Scheme = { ...b, rounding: { ...b.rounding, decimals: 1 }, children: [...b.children, leaf('e', 1)] };
  expect(diffSchemes(tree({ grades: GRADES }), rounded).map((c) => [c.what, 'path' in c ? c.path : c.node])).toEqual([
    ['scheme', '/grades/lines/0/min'],
    ['scheme', '/notes'],
    ['scheme', '/rounding/decimals'],
    ['scheme', '/version'],
    ['added', 'e'],
  ]);
});

describe('of all schemes', () => {
  /** Every object of a scheme and every key of it, as paths; children are nodes, not keys. */
  const places = (json: Json, path: (string | number)[] = []): (string | number)[][] =>
    Array.isArray(json)
      ? json.flatMap((item, i) => [...(isObject(item) ? [] : [[...path, i]]), ...places(item, [...path, i])])
      : isObject(json)
        ? Object.entries(json).flatMap(([key, below]) => [
            ...(key === 'children' ? [] : [[...path, key]]),
            ...places(below, [...path, key]),
          ])
        : [];
  const KEYS = places(example as unknown as Json);

  const holderOf = (json: Json, path: (string | number)[]): { [key: string]: Json } | Json[] =>
    path.slice(0, -1).reduce((here: Json, key) => (here as { [key: string]: Json })[key] ?? null, json) as {
      [key: string]: Json;
    };

  /** The example with one key given another value, taken away, or a new one beside it. */
  const mutation = fc
    .record({
      path: fc.constantFrom(...KEYS),
      how: fc.constantFrom('set', 'set', 'drop', 'add'),
      to: fc.oneof(fc.integer({ min: 1000 }), fc.string({ minLength: 12 }), fc.constant(null), fc.boolean()),
    })
    .map(({ path, how, to }) => {
      const json = structuredClone(example) as unknown as Json;
      const holder = holderOf(json, path);
      const key = path.at(-1) ?? '';
      if (Array.isArray(holder)) holder[Number(key)] = typeof to === 'boolean' ? 'other' : to;
      // A node without an id is no node of a scheme; its id only ever becomes another.
      else if (key === 'id' || how === 'set') holder[key] = key === 'id' ? 'another-id' : holder[key] === to ? 'other' : to;
      else if (how === 'drop') delete holder[key];
      else holder['unknown-key'] = to;
      return { json: json as unknown as Scheme, path, how, to };
    });

  test('a scheme and itself differ in nothing, whatever the order of its keys', () => {
    const turned = JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(example).reverse()))) as Scheme;
    expect(diffSchemes(example, turned)).toEqual([]);
    fc.assert(
      fc.property(mutation, ({ json }) => {
        expect(diffSchemes(json, structuredClone(json))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('a change of any one key is told as exactly one change, there and back', () => {
    fc.assert(
      fc.property(mutation, ({ json }) => {
        fc.pre(canonicalJson(json) !== canonicalJson(example));
        expect(diffSchemes(example, json)).toHaveLength(1);
        expect(diffSchemes(json, example)).toHaveLength(1);
      }),
      { numRuns: 400 },
    );
  });

  /** Random trees over a few ids, so that adding, removing, moving, recoding and reordering come together. */
  const random = fc
    .record({
      order: fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], { minLength: 1 }),
      marks: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 8, maxLength: 8 }),
      cuts: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 8, maxLength: 8 }),
    })
    .map(({ order, marks, cuts }) => {
      const leaves = order.map((id, i) => ({ ...leaf(id, marks[i] ?? 1), title: 'X', measure: 'm.x' }));
      const groups = [0, 1, 2].map((g) => leaves.filter((_, i) => cuts[i] === g));
      const [top = [], one = [], two = []] = groups;
      const made = [...top, ...(one.length > 0 ? [section('s', one)] : []), ...(two.length > 0 ? [section('t', two)] : [])];
      return scheme(made);
    });

  test('two schemes are told to differ exactly where their canonical JSON does, and no node is added that was there', () => {
    fc.assert(
      fc.property(random, random, (a, b) => {
        const changes = diffSchemes(a, b);
        expect(changes.length === 0).toBe(canonicalJson(a) === canonicalJson(b));
        const ids = (s: Scheme): Set<string> => new Set(idsOf(s.children));
        for (const c of changes) {
          if (c.what === 'added') for (const id of [c.node, ...c.below]) expect(ids(a).has(id), id).toBe(false);
          if (c.what === 'removed') for (const id of [c.node, ...c.below]) expect(ids(b).has(id), id).toBe(false);
        }
        const gone = changes.flatMap((c) => (c.what === 'removed' ? [c.node, ...c.below] : c.what === 'recoded' ? [c.from] : []));
        expect(gone.sort()).toEqual([...ids(a)].filter((id) => !ids(b).has(id)).sort());
      }),
    );
  });
});

const idsOf = (nodes: readonly Node[]): string[] =>
  nodes.flatMap((n) => [n.id, ...idsOf(itemsOf((n as { children?: Json[] }).children) as unknown as Node[])]);
