/**
 * Editing a scheme 方案 as plain data: values, lists and nodes put in, taken out and moved. Every function leaves what it
 * is given as it was; whether the outcome is still a scheme only reading it can say.
 */
import { flatten, isLeaf, snap, type Group, type Node, type Scheme } from '../scheme';
import { isObject, itemsOf, type Json } from '../scheme/pointer';

/** Keys from a node (or the scheme) to one of its values: `['rule', 'bands', 0, 'points']`. */
export type Path = readonly (string | number)[];
export type { Json };

/** The value at a path; undefined where there is none. */
export function valueAt(json: Json | undefined, path: Path): Json | undefined {
  let here = json;
  for (const key of path) here = Array.isArray(here) ? here[Number(key)] : isObject(here) ? here[key] : undefined;
  return here;
}

/** With another value at a path, whose holders are made where they are missing; undefined takes the key out. */
export function put(json: Json, [key, ...rest]: Path, value: Json | undefined): Json {
  if (key === undefined) return value ?? null;
  const below = (held: Json | undefined): Json | undefined => (rest.length === 0 ? value : put(held ?? {}, rest, value));
  if (Array.isArray(json)) return json.map((held, i) => (i === key ? (below(held) ?? held) : held));
  const { [key]: held, ...others } = isObject(json) ? json : {};
  const now = below(held);
  // a key that is there keeps its place, so that files differ only in what was changed
  if (now !== undefined && isObject(json) && key in json) return { ...json, [key]: now };
  return now === undefined ? others : { ...others, [key]: now };
}

const withItem = <T>(items: readonly T[], at: number, item: T): T[] => [...items.slice(0, at), item, ...items.slice(at)];
const withoutItem = <T>(items: readonly T[], at: number): T[] => items.filter((_, i) => i !== at);

/** With an item more in the list at a path, at a place from 0; the list is made where there is none. */
export const inserted = (json: Json, path: Path, at: number, item: Json): Json =>
  put(json, path, withItem(itemsOf(valueAt(json, path)), at, item));

/** With an item less; a list without items is taken out, key and all, unless it is to be kept. */
export function removed(json: Json, path: Path, at: number, keep = false): Json {
  const left = withoutItem(itemsOf(valueAt(json, path)), at);
  return put(json, path, keep || left.length > 0 ? left : undefined);
}

/** With an item at another place; a place that is not there changes nothing. */
export function moved(json: Json, path: Path, from: number, to: number): Json {
  const items = itemsOf(valueAt(json, path));
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return json;
  return put(json, path, withItem(withoutItem(items, from), to, item));
}

/** With one node changed, or the scheme itself where the id is ''. */
export function onOwner(scheme: Scheme, id: string, edit: (node: Json) => Json): Json {
  const plain = JSON.parse(JSON.stringify(scheme)) as Json;
  const walk = (node: Json): Json => {
    if (!isObject(node)) return node;
    if (node.id === id) return edit(node);
    return Array.isArray(node.children) ? { ...node, children: node.children.map(walk) } : node;
  };
  if (id === '') return edit(plain);
  return isObject(plain) ? { ...plain, children: itemsOf(plain.children).map(walk) } : plain;
}

/** An id that no node, veto, light or card of the scheme has: `item-3`. */
export function freshId(scheme: Scheme, stem: string): string {
  const known = new Set(
    [flatten(scheme), scheme.vetoes, scheme.grades?.direct, scheme.lights, scheme.cards].flatMap((all) =>
      (all ?? []).map((x) => x.id),
    ),
  );
  let n = 1;
  while (known.has(`${stem}-${n}`)) n += 1;
  return `${stem}-${n}`;
}

/** Ids of a node's siblings in their order, itself among them, and the id of what they stand under ('' the scheme). */
export function siblingsOf(scheme: Scheme, id: string): { readonly parent: string; readonly ids: readonly string[] } | null {
  const within = (parent: string, nodes: readonly Node[]): ReturnType<typeof siblingsOf> => {
    if (nodes.some((n) => n.id === id)) return { parent, ids: nodes.map((n) => n.id) };
    for (const n of nodes) {
      const found = isLeaf(n) ? null : within(n.id, n.children);
      if (found) return found;
    }
    return null;
  };
  return within('', scheme.children);
}

type Holder = Pick<Group, 'children' | 'weights'>;

/** Children of one holder changed; the weights of a mean gain and lose the same ids. */
function onChildren(scheme: Scheme, parent: string, edit: (children: readonly Node[]) => readonly Node[]): Scheme {
  const change = <T extends Holder>(holder: T): T => {
    const children = [...edit(holder.children)];
    if (!holder.weights) return { ...holder, children };
    const weights = Object.fromEntries(children.map((c) => [c.id, holder.weights?.[c.id] ?? marksOf(c)]));
    return { ...holder, children, weights };
  };
  if (parent === '') return change(scheme);
  const walk = (n: Node): Node => (isLeaf(n) ? n : n.id === parent ? change(n) : { ...n, children: n.children.map(walk) });
  return { ...scheme, children: scheme.children.map(walk) };
}

/** With a node more under a parent ('' the scheme), at a place from 0; marks that groups state follow where they agreed. */
export const withNode = (scheme: Scheme, parent: string, at: number, node: Node): Scheme =>
  settled(
    scheme,
    onChildren(scheme, parent, (all) => withItem(all, at, node)),
  );

/** Without a node and what is below it. An only child stays: a group without children is no group. */
export function withoutNode(scheme: Scheme, id: string): Scheme {
  const around = siblingsOf(scheme, id);
  if (!around || around.ids.length < 2) return scheme;
  return settled(
    scheme,
    onChildren(scheme, around.parent, (all) => all.filter((n) => n.id !== id)),
  );
}

/** A node so many places further among its siblings, as far as they go. */
export function nodeMoved(scheme: Scheme, id: string, by: number): Scheme {
  const around = siblingsOf(scheme, id);
  const from = around?.ids.indexOf(id) ?? -1;
  const to = from + by;
  if (!around || to < 0 || to >= around.ids.length) return scheme;
  return onChildren(scheme, around.parent, (all) => withItem(withoutItem(all, from), to, all[from] as Node));
}

/** A node last under another parent. It must not go below itself, nor leave a parent without children. */
export function nodeUnder(scheme: Scheme, id: string, parent: string): Scheme {
  const node = flatten(scheme).some((n) => n.id === parent) ? findNode(scheme.children, id) : null;
  const below = node && !isLeaf(node) ? [node, ...allBelow(node)].map((n) => n.id) : [id];
  const around = siblingsOf(scheme, id);
  if (!node || !around || around.parent === parent || around.ids.length < 2 || below.includes(parent)) return scheme;
  const taken = onChildren(scheme, around.parent, (all) => all.filter((n) => n.id !== id));
  return settled(
    scheme,
    onChildren(taken, parent, (all) => [...all, node]),
  );
}

export function findNode(nodes: readonly Node[], id: string): Node | null {
  for (const n of nodes) {
    const found = n.id === id ? n : isLeaf(n) ? null : findNode(n.children, id);
    if (found) return found;
  }
  return null;
}

const allBelow = (node: Group): Node[] => node.children.flatMap((n) => (isLeaf(n) ? [n] : [n, ...allBelow(n)]));

/** Marks a group states go with what is below it, where they agreed before. */
function settled(before: Scheme, after: Scheme): Scheme {
  const settle = (n: Node): Node => {
    if (isLeaf(n)) return n;
    const now = { ...n, children: n.children.map(settle) };
    const was = findNode(before.children, n.id);
    const agreed = was && !isLeaf(was) && !isMean(was) && was.points === sumOf(was.children);
    return agreed ? { ...now, points: sumOf(now.children) } : now;
  };
  return { ...after, children: after.children.map(settle) };
}

/** Whether a group has marks of its own, which are not what is below it added up. */
const isMean = (node: Node): boolean =>
  !isLeaf(node) && node.points !== undefined && node.aggregate !== undefined && node.aggregate !== 'sum';

const sumOf = (nodes: readonly Node[]): number => snap(nodes.reduce((sum, n) => sum + marksOf(n), 0));
const marksOf = (node: Node): number => (isLeaf(node) || isMean(node) ? (node.points ?? 0) : sumOf(node.children));

/** What the marks of a node are made of: itself, or the leaves and means below it. */
const bearers = (node: Node): Node[] => (isLeaf(node) || isMean(node) ? [node] : node.children.flatMap(bearers));

/**
 * With other full marks of a node: of a leaf its own, of a section or indicator those below it in their old proportion, to
 * the hundredth and adding up. Marks that a group states follow where they agreed; those of the scheme stay as stated.
 */
export function weighed(scheme: Scheme, id: string, points: number): Scheme {
  const node = findNode(scheme.children, id);
  if (!node) return scheme;
  const parts = bearers(node);
  const shares = parts.length === 1 ? [points] : shared(points, parts.map(marksOf));
  const marks = new Map(parts.map((n, i) => [n.id, shares[i] ?? 0]));
  const change = (n: Node): Node => {
    const own = marks.get(n.id);
    if (isLeaf(n)) return own === undefined ? n : { ...n, points: own };
    const children = n.children.map(change);
    if (n.points === undefined) return { ...n, children };
    if (isMean(n)) return { ...n, points: own ?? n.points, children };
    const follows = n.id === id || n.points === sumOf(n.children);
    return { ...n, points: follows ? sumOf(children) : n.points, children };
  };
  return { ...scheme, children: scheme.children.map(change) };
}

/** A whole shared in proportion (evenly where all are 0), to the hundredth, by the largest remainders, so that the parts add up to it. */
function shared(whole: number, parts: readonly number[]): number[] {
  const sum = parts.reduce((s, x) => s + x, 0);
  const exact = parts.map((x) => snap((sum > 0 ? (x * whole) / sum : whole / parts.length) * 100));
  const cents = exact.map(Math.floor);
  const rest = snap(whole * 100 - cents.reduce((s, x) => s + x, 0));
  const order = exact.map((x, i) => [x - (cents[i] ?? 0), i] as const).sort(([a], [b]) => b - a);
  order.slice(0, Math.floor(rest)).forEach(([, i]) => (cents[i] = (cents[i] ?? 0) + 1));
  // What is finer than a hundredth was asked for, and goes to the first.
  const [, first = 0] = order[0] ?? [];
  return cents.map((c, i) => snap((c + (i === first ? rest - Math.floor(rest) : 0)) / 100));
}
