/** What changed between two schemes 方案比对, a line each. Changes inside one rule, or one other part, are told together: as it was, and as it is. */
import type { Change, Leaf, Node, Scheme, SchemeText } from '../../scheme';
import { isLeafNode, linesOf, markedOf, partsOf, titlesOf, type Pen } from './writing';

type Kind = 'added' | 'removed' | 'changed';
export interface ChangeLine {
  readonly kind: Kind;
  readonly text: string;
}

/** The lines in the order of the changes, each place once. */
export function changeLines(changes: readonly Change[], from: Scheme, to: Scheme, pen: Pen): ChangeLine[] {
  const c = pen.own.change;
  const [was, is] = [from, to].map((s) => ({ scheme: s, title: titlesOf(s, pen), nodes: nodesOf(s, pen) })) as [Side, Side];
  const recoded = new Map(changes.flatMap((x) => (x.what === 'recoded' ? [[x.to, x.from] as const] : [])));
  const titled = (side: Side, id: string): string => (id === '' ? pen.title(side.scheme.title) : side.title(id));
  const lines = new Map<string, ChangeLine>();
  const say = (key: string, text: string, kind: Kind = 'changed'): void => {
    if (!lines.has(key)) lines.set(key, { kind, text });
  };
  for (const x of changes) {
    const here = titled(is, x.node);
    if ('below' in x) {
      const side = x.what === 'added' ? is : was;
      const words = c[x.what](titled(side, x.node), titled(side, x.parent));
      say(`${x.what}:${x.node}`, words + (x.below.length > 0 ? c.addedMany(x.below.length) : ''), x.what);
    } else if (x.what === 'moved') say(`moved:${x.node}`, c.moved(here, titled(was, x.from), titled(is, x.to)));
    else if (x.what === 'reordered') say(`order:${x.node}`, c.reordered(here));
    else if (x.what === 'recoded') say(`id:${x.node}`, c.recoded(here, x.from, x.to));
    else {
      const old = was.nodes.get(recoded.get(x.node) ?? x.node);
      const now = is.nodes.get(x.node);
      const [, key = ''] = x.path.split('/');
      if (x.what === 'scheme') {
        const told = (side: Side): string => schemePart(side, key, pen);
        say(`scheme:${key}`, c.key(here, c.keys[key] ?? key, told(was), told(is)));
      } else if (old && now) say(`${x.node}:${key}`, nodeLine(old, now, key, pen));
    }
  }
  return [...lines.values()];
}

interface Side {
  readonly scheme: Scheme;
  readonly title: (id: string) => string;
  readonly nodes: ReadonlyMap<string, Node>;
}

const nodesOf = (scheme: Scheme, pen: Pen): ReadonlyMap<string, Node> =>
  new Map(linesOf(scheme, pen).map(({ node }) => [node.id, node]));

function nodeLine(old: Node, now: Node, key: string, pen: Pen): string {
  const c = pen.own.change;
  const title = pen.title(now.title);
  const marks = (x: number | undefined): string => (x === undefined ? c.none : pen.f.marks(x));
  if (key === 'title') return c.renamed(pen.title(old.title), title);
  if (key === 'points') return c.points(title, marks(old.points), marks(now.points));
  if (isLeafNode(old) && isLeafNode(now)) {
    if (key === 'measure') return c.measure(title, pen.words.figure(old.measure, pen), pen.words.figure(now.measure, pen));
    if (key === 'rule') return c.rule(title, ruleWords(old, pen), ruleWords(now, pen));
  }
  return c.key(title, c.keys[key] ?? key, nodePart(old, key, pen), nodePart(now, key, pen));
}

/** The rule alone: what else is said of a leaf has lines of its own. */
const ruleWords = ({ rule, ...leaf }: Leaf, pen: Pen): string => {
  const of = markedOf({ ...leaf, rule }, pen);
  const [first = ''] = pen.words.leaf({ rule, due: 'Q' }, of);
  return first;
};

/** A key of a node in words; what has none is written as the file writes it. */
function nodePart(node: Node, key: string, pen: Pen): string {
  const { words, own } = pen;
  if (isLeafNode(node)) {
    const of = markedOf(node, pen);
    if (key === 'due') return words.due(node.due);
    if (key === 'carry') return words.carry(node.carry ?? false);
    if (key === 'missing') return words.missing(node.missing ?? 'zero', of);
    if (key === 'adjustments' && node.adjustments) return pen.f.list(node.adjustments.map((a) => words.adjustment(a, pen)));
    if (key === 'prepare' && node.prepare) return pen.f.list(node.prepare.map((s) => words.prepare(s, of)));
    if (key === 'standardise') return node.standardise ? own.change.yes : own.change.no;
  }
  return written(Object.entries(node).find(([k]) => k === key)?.[1], pen);
}

function schemePart({ scheme }: Side, key: string, pen: Pen): string {
  if (key === 'points') return pen.f.marks(scheme.points);
  // Grades carry their quotas and direct grades with them.
  const kinds = key === 'grades' ? ['grades', 'quota', 'direct'] : [key];
  const told = partsOf(scheme, pen).flatMap(([kind, lines]) => (kinds.includes(kind) ? lines : []));
  if (told.length > 0) return told.join(pen.f.locale === 'en' ? '; ' : '；');
  return written(Object.entries(scheme).find(([k]) => k === key)?.[1], pen);
}

function written(value: unknown, pen: Pen): string {
  if (value === undefined) return pen.own.change.none;
  if (typeof value === 'number') return pen.f.brief(value, 4);
  return isText(value) ? pen.title(value) : JSON.stringify(value);
}

const isText = (value: unknown): value is SchemeText =>
  typeof value === 'string' || (typeof value === 'object' && value !== null && 'zh' in value && 'en' in value);
