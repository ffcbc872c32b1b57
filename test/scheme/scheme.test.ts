/** Fingerprint, tree, weights and text of a scheme. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MEASURES } from '../../src/ledgers';
import { canonicalJson, flatten, readScheme, schemeHash, titleOf, withWeights } from '../../src/scheme';
import { leaf, scheme, section } from '../score/city';

const tree = scheme([section('s', [leaf('a', 30), section('t', [leaf('b', 20), leaf('c', 10)])]), leaf('d', 40)]);

describe('schemeHash()', () => {
  test('is the SHA-256 of the canonical JSON', async () => {
    const bytes = new TextEncoder().encode(canonicalJson(tree));
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    expect(schemeHash(tree)).toBe(Buffer.from(digest).toString('hex'));
  });

  test('does not see the order of keys, and sees every change of a value', () => {
    const turned = JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(tree).reverse()))) as typeof tree;
    expect(schemeHash(turned)).toBe(schemeHash(tree));
    expect(schemeHash(withWeights(tree, new Map([['a', 31]])))).not.toBe(schemeHash(tree));
  });

  test('canonicalJson() sorts keys at every depth and keeps the order of lists', () => {
    expect(canonicalJson({ b: [{ d: 1, c: '"' }, null], a: 0.1 })).toBe('{"a":0.1,"b":[{"c":"\\"","d":1},null]}');
  });
});

describe('flatten()', () => {
  test('lists every node once, parents before children, with full marks summed upwards', () => {
    const nodes = flatten(tree);
    expect(nodes.map((n) => [n.id, n.depth, n.parent, n.full])).toEqual([
      ['', 0, -1, 100],
      ['s', 1, 0, 60],
      ['a', 2, 1, 30],
      ['t', 2, 1, 30],
      ['b', 3, 3, 20],
      ['c', 3, 3, 10],
      ['d', 1, 0, 40],
    ]);
    expect(nodes[0]?.children).toEqual([1, 6]);
    expect(nodes.every((n, i) => n.index === i)).toBe(true);
  });

  test('sums marks as decimals: 0.1 and 0.2 are 0.3', () => {
    expect(flatten(scheme([leaf('a', 0.1), leaf('b', 0.2)]))[0]?.full).toBe(0.3);
  });
});

describe('withWeights()', () => {
  const marks = (weights: [string, number][]) => flatten(withWeights(tree, new Map(weights))).map((n) => n.full);

  test('replaces the marks of a leaf', () => {
    expect(marks([['b', 5]])).toEqual([85, 45, 30, 15, 5, 10, 40]);
  });

  test('shares the marks of a section over its leaves in their old proportion', () => {
    expect(marks([['s', 30]])).toEqual([70, 30, 15, 15, 10, 5, 40]);
  });

  test('shares marks evenly where a section had none', () => {
    const none = withWeights(tree, new Map([['t', 0]]));
    expect(flatten(withWeights(none, new Map([['t', 8]]))).map((n) => n.full)).toEqual([78, 38, 30, 8, 4, 4, 40]);
  });

  test('leaves the scheme it was given as it was', () => {
    const before = canonicalJson(tree);
    withWeights(tree, new Map([['s', 1]]));
    expect(canonicalJson(tree)).toBe(before);
  });
});

test('titleOf() gives the text of the language, and a text in one language in all', () => {
  expect(titleOf({ zh: '方案', en: 'Scheme' }, 'zh-CN')).toBe('方案');
  expect(titleOf({ zh: '方案', en: 'Scheme' }, 'en')).toBe('Scheme');
  expect(titleOf('方案', 'en')).toBe('方案');
});

test('the example scheme has 100 points in 60-odd leaves, and no measure twice', () => {
  const { scheme: example } = readScheme(readFileSync('data/schemes/example.json', 'utf8'), MEASURES);
  const nodes = flatten(example!);
  const leaves = nodes.filter((n) => n.leaf);
  expect(nodes[0]?.full).toBe(100);
  expect(leaves.length).toBeGreaterThan(55);
  expect(new Set(leaves.map((n) => n.leaf?.measure)).size).toBe(leaves.length);
});
