/**
 * What changed between two schemes 方案比对: nodes matched by id, everything else compared key by key over the
 * canonical JSON, so that an optional key added to the format later is covered without a line here.
 */
import { canonicalJson } from './canonical';
import type { Scheme } from './format';
import { isObject, itemsOf, type Json, pointerOf } from './pointer';

/** A node that only one of the schemes has. Nodes below it that share its fate are named in `below` and have no change of their own. */
export interface NodeChange {
  readonly what: 'added' | 'removed';
  readonly node: string;
  /** Id of the parent in the scheme that has the node; '' is the scheme itself. */
  readonly parent: string;
  /** Its place among the parent's children, from 0. */
  readonly index: number;
  /** The node as written, without its children. */
  readonly value: Json;
  readonly below: readonly string[];
}

export interface Move {
  readonly what: 'moved';
  /** Its id in the later scheme. */
  readonly node: string;
  /** Parents, each by its id in its own scheme. */
  readonly from: string;
  readonly to: string;
}

/** The children that a node ('' the scheme) has in both stand in another order; ids of the later scheme. */
export interface Reorder {
  readonly what: 'reordered';
  readonly node: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Nothing but the id 指标编码 changed: same parent, same content. */
export interface Recode {
  readonly what: 'recoded';
  /** The id in the later scheme, as `to`. */
  readonly node: string;
  readonly from: string;
  readonly to: string;
}

/** A value that is different, or that only one scheme has (the other side is undefined). */
export interface ValueChange {
  /** `ruleType`: from and to are the whole rules. `rule`: a parameter of the same rule. `key`: any other key of a node. `scheme`: a part of the scheme itself. */
  readonly what: 'title' | 'points' | 'measure' | 'ruleType' | 'rule' | 'key' | 'scheme';
  /** Id in the later scheme; '' is the scheme itself. */
  readonly node: string;
  /** JSON pointer inside the node or the scheme: `/rule/target`. List places are of the later scheme; of what was removed, of the earlier. */
  readonly path: string;
  readonly from: Json | undefined;
  readonly to: Json | undefined;
}

export type Change = NodeChange | Move | Reorder | Recode | ValueChange;

type Path = readonly (string | number)[];

/** A node with what the comparison needs; the scheme itself is the node ''. */
interface Placed {
  readonly id: string;
  /** All keys but the children. */
  readonly own: JsonObject;
  readonly parent: Placed | null;
  readonly index: number;
  readonly children: Placed[];
}

/**
 * What turns scheme a into scheme b: the scheme's own parts first, then nodes in the order of b, then what was
 * removed in the order of a. Empty exactly where both have one canonical JSON. Titles, lists of plain values and
 * values of different kinds (another `type`, no key in common) are compared whole; other lists item by item, in order. Ids are taken to be unique, as reading proves.
 */
export function diffSchemes(a: Scheme, b: Scheme): Change[] {
  const before = place(plain(a), '', null, 0);
  const after = place(plain(b), '', null, 0);
  const pairs = matched(before, after);
  const origin = new Map([...pairs].map(([x, y]) => [y, x]));
  return [
    ...all(after).flatMap((node) => {
      const old = origin.get(node);
      return old ? changesOf(old, node, pairs) : oneSided('added', node, (n) => !origin.has(n));
    }),
    ...all(before).flatMap((node) => (pairs.has(node) ? [] : oneSided('removed', node, (n) => !pairs.has(n)))),
  ];
}

const plain = (scheme: Scheme): Json => JSON.parse(canonicalJson(scheme)) as Json;

function place(json: Json, id: string, parent: Placed | null, index: number): Placed {
  const { children: below, ...own } = isObject(json) ? json : {};
  const node: Placed = { id, own, parent, index, children: [] };
  itemsOf(below).forEach((child, i) => node.children.push(place(child, idOf(child), node, i)));
  return node;
}

const idOf = (json: Json): string => (isObject(json) && typeof json.id === 'string' ? json.id : '');

/** The node and everything below it, parents first. */
const all = (node: Placed): Placed[] => [node, ...node.children.flatMap(all)];

/** The nodes of both schemes that are the same: by id, else by equal content under the same parent (only the id changed). */
function matched(before: Placed, after: Placed): Map<Placed, Placed> {
  const byId = new Map(all(after).map((n) => [n.id, n]));
  const pairs = new Map<Placed, Placed>();
  for (const node of all(before)) {
    const same = byId.get(node.id);
    if (same) pairs.set(node, same);
  }
  const taken = new Set(pairs.values());
  // Parents come first, so a recoded section is known before its children are looked at.
  for (const node of all(before)) {
    if (pairs.has(node) || !node.parent) continue;
    const twin = pairs.get(node.parent)?.children.find((n) => !taken.has(n) && content(n) === content(node));
    if (!twin) continue;
    pairs.set(node, twin);
    taken.add(twin);
  }
  return pairs;
}

/** A node apart from its id and children, as text to compare. */
const content = ({ own }: Placed): string => canonicalJson({ ...own, id: '' });

/** The topmost node of one scheme only, with those below it that are of that scheme only too. */
function oneSided(what: NodeChange['what'], node: Placed, only: (n: Placed) => boolean): Change[] {
  if (node.parent && only(node.parent)) return [];
  const under = (n: Placed): string[] => n.children.filter(only).flatMap((c) => [c.id, ...under(c)]);
  const change: NodeChange = {
    ...{ what, node: node.id, parent: node.parent?.id ?? '' },
    ...{ index: node.index, value: { ...node.own }, below: under(node) },
  };
  return [change];
}

function changesOf(a: Placed, b: Placed, pairs: ReadonlyMap<Placed, Placed>): Change[] {
  const out: Change[] = [];
  const isScheme = b.parent === null;
  if (!isScheme && a.id !== b.id) out.push({ what: 'recoded', node: b.id, from: a.id, to: b.id });
  if (a.parent && b.parent && pairs.get(a.parent) !== b.parent)
    out.push({ what: 'moved', node: b.id, from: a.parent.id, to: b.parent.id });
  for (const key of keysOf(a.own, b.own))
    if (isScheme || key !== 'id')
      for (const [path, from, to] of differencesOf(key, a.own[key], b.own[key]))
        out.push({ what: isScheme ? 'scheme' : kindOf(path), node: b.id, path: pointerOf(path), from, to });

  const stays = new Set(a.children.flatMap((c) => pairs.get(c) ?? []).filter((c) => c.parent === b));
  const from = a.children.flatMap((c) => pairs.get(c) ?? []).filter((c) => stays.has(c));
  const to = b.children.filter((c) => stays.has(c));
  const ids = (nodes: readonly Placed[]): string[] => nodes.map((n) => n.id);
  if (from.some((n, i) => n !== to[i])) out.push({ what: 'reordered', node: b.id, from: ids(from), to: ids(to) });
  return out;
}

function kindOf(path: Path): ValueChange['what'] {
  const [key, ...rest] = path;
  if (key === 'rule') return rest.length > 0 ? 'rule' : 'ruleType';
  return key === 'title' || key === 'points' || key === 'measure' ? key : 'key';
}

/** What a node measures is one value, also where it is made of several measures. */
const differencesOf = (key: string, a: Json | undefined, b: Json | undefined): Difference[] =>
  key !== 'measure' ? differences(a, b, [key]) : same(a, b) ? [] : [[[key], a, b]];

type Difference = readonly [path: Path, from: Json | undefined, to: Json | undefined];

/** Where two values differ, each place once. */
function differences(a: Json | undefined, b: Json | undefined, path: Path): Difference[] {
  if (isObject(a) && isObject(b) && alike(a, b))
    return keysOf(a, b).flatMap((key) => differences(a[key], b[key], [...path, key]));
  if (Array.isArray(a) && Array.isArray(b) && [...a, ...b].every(isObject)) return listDifferences(a, b, path);
  return same(a, b) ? [] : [[path, a, b]];
}

type JsonObject = { readonly [key: string]: Json };

/** Whether two objects are of one kind, so that their keys can be told one by one. A text in two languages is one value: a title is changed, not its English. */
function alike(a: JsonObject, b: JsonObject): boolean {
  const isText = (o: JsonObject): boolean => Object.keys(o).sort().join() === 'en,zh';
  return !isText(a) && !isText(b) && a.type === b.type && a.do === b.do && Object.keys(a).some((key) => key in b);
}

const same = (a: Json | undefined, b: Json | undefined): boolean =>
  a === undefined || b === undefined ? a === b : canonicalJson(a) === canonicalJson(b);

const keysOf = (a: object, b: object): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();

/** By which of two lists' items are the same item: equal, then of one id, grade or measure. */
const LIKENESS: readonly ((item: Json) => string | null)[] = [
  canonicalJson,
  (item) => {
    const name = isObject(item) ? (item.id ?? item.grade ?? item.measure) : undefined;
    return typeof name === 'string' ? name : null;
  },
];

/** Lists of objects: an order that changed is one difference of the whole list; else items are aligned, and what is left over is added or removed. */
function listDifferences(a: readonly Json[], b: readonly Json[], path: Path): Difference[] {
  const sorted = (list: readonly Json[]): string => list.map(canonicalJson).sort().join('\n');
  if (!same([...a], [...b]) && sorted(a) === sorted(b)) return [[path, [...a], [...b]]];
  return aligned(a, b, LIKENESS).flatMap(([i, j]) =>
    differences(i === null ? undefined : a[i], j === null ? undefined : b[j], [...path, j ?? i ?? 0]),
  );
}

type Pair = readonly [i: number | null, j: number | null];

/**
 * Pairs the items of two lists without crossing: the longest common run by the first likeness; what lies between
 * its members by the next; where none is left, by position. null: the other list has no such item.
 */
function aligned(a: readonly Json[], b: readonly Json[], likeness: readonly ((item: Json) => string | null)[]): Pair[] {
  const [first, ...rest] = likeness;
  if (!first)
    return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => [i < a.length ? i : null, i < b.length ? i : null]);
  const out: Pair[] = [];
  let [i, j] = [0, 0];
  const between = (x: number, y: number): void => {
    const shift = (pair: Pair): Pair => [pair[0] === null ? null : pair[0] + i, pair[1] === null ? null : pair[1] + j];
    out.push(...aligned(a.slice(i, x), b.slice(j, y), rest).map(shift));
  };
  for (const [x, y] of common(a.map(first), b.map(first))) {
    between(x, y);
    out.push([x, y]);
    [i, j] = [x + 1, y + 1];
  }
  between(a.length, b.length);
  return out;
}

/** Longest common subsequence of two short lists, as pairs of places; null is like nothing. */
function common(a: readonly (string | null)[], b: readonly (string | null)[]): [number, number][] {
  const length = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number): number => length[i]?.[j] ?? 0;
  const equal = (i: number, j: number): boolean => a[i] !== null && a[i] === b[j];
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      (length[i] as number[])[j] = equal(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;)
    if (equal(i, j)) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  return pairs;
}
