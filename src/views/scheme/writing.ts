/** A scheme in words: its leaves and its other parts as sentences in the language of the page. */
import type { Marked, RuleWords, Writing } from '../../i18n/rules';
import type { SchemeWords } from '../../i18n/scheme';
import type { ValueUnit } from '../../model/measure';
import type { Figure, Group, Leaf, Lights, Node, Scheme, SchemeText } from '../../scheme';

/** What sentences are made with. */
export interface Pen extends Writing {
  readonly words: RuleWords;
  readonly own: SchemeWords;
  /** A text of the scheme in the language of the page. */
  title(text: SchemeText): string;
}

const isLeaf = (node: Node): node is Leaf => !('children' in node);

/** The unit of what a leaf's rule is given: that of its figure, where its preparing leaves it as it is. */
export function leafUnit(leaf: Leaf, w: Writing): ValueUnit {
  let unit = figureUnit(leaf.measure, w);
  for (const step of leaf.prepare ?? []) {
    if (step.do === 'change' && step.as !== 'difference') unit = 'share';
    else if (step.do === 'per' || step.do === 'log' || step.do === 'rank') unit = 'number';
  }
  return unit;
}

function figureUnit(figure: Figure, w: Writing): ValueUnit {
  if (typeof figure === 'string') return w.unitOf(figure);
  if ('ratio' in figure) return 'number';
  const parts = 'difference' in figure ? figure.difference : 'sum' in figure ? figure.sum : figure.weighted.map((x) => x.of);
  const units = new Set(parts.map((part) => figureUnit(part, w)));
  const [only] = units;
  return units.size === 1 && only !== undefined ? only : 'number';
}

export const markedOf = (leaf: Leaf, pen: Pen): Marked => ({
  ...{ f: pen.f, unitOf: (id: string) => pen.unitOf(id) },
  ...{ full: leaf.points, unit: leafUnit(leaf, pen) },
});

const sentence = (pen: Pen, parts: readonly string[]): string => parts.join(pen.f.locale === 'en' ? '. ' : '。');

/** All that is said of how a leaf is scored, in one text; without when it is due, and of missing values only what is unusual. */
export function scoringOf(leaf: Leaf, pen: Pen): string {
  const { words } = pen;
  const of = markedOf(leaf, pen);
  const { due, carry: _, missing, ...rest } = leaf;
  const all = words.leaf({ ...rest, due, ...(missing === undefined ? {} : { missing }) }, of);
  // What goes for every leaf is said once below the table, and when it is due has a column of its own.
  const elsewhere = new Set([words.due(due), words.carry(false), words.missing('zero', of)]);
  return sentence(pen, all.filter((s) => !elsewhere.has(s))); // prettier-ignore
}

/** When a leaf is due, and whether its last value stands in between. */
export const dueOf = (leaf: Leaf, { words, f }: Pen): string =>
  [words.due(leaf.due), ...(leaf.carry ? [words.carry(true)] : [])].join(f.locale === 'en' ? '; ' : '，');

/** One line of the table: a section or indicator, or a leaf with its running number. */
export interface Line {
  readonly node: Node;
  readonly depth: number;
  readonly no: string;
  /** Of a group: what its leaves sum to. */
  readonly sum: number;
  readonly owner: string;
}

const HANS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
/** 1 → 一, 12 → 十二; from 20 on in digits, which no scheme's sections reach. */
const hans = (n: number): string => (n <= 10 ? HANS[n - 1] : n < 20 ? `十${HANS[n - 11]}` : null) ?? String(n);

/** The tree line by line; leaves are numbered through, groups by their level, and what names no owner has its group's. */
export function linesOf(scheme: Scheme, pen: Pen): Line[] {
  const lines: Line[] = [];
  let leaves = 0;
  const zh = pen.f.locale !== 'en';
  const groupNo = (depth: number, n: number): string => {
    if (!zh) return depth === 1 ? String.fromCharCode(64 + n) : `(${n})`;
    return depth === 1 ? hans(n) : `（${hans(n)}）`;
  };
  const sumOf = (node: Node): number => (isLeaf(node) ? node.points : node.children.reduce((s, c) => s + sumOf(c), 0));
  const add = (nodes: readonly Node[], depth: number, owner: string): void => {
    let groups = 0;
    for (const node of nodes) {
      const own = node.owner === undefined ? owner : pen.title(node.owner);
      const no = isLeaf(node) ? String((leaves += 1)) : groupNo(depth, (groups += 1));
      // dust of adding decimals is not shown
      lines.push({ node, depth, no, sum: Number(sumOf(node).toFixed(9)), owner: own });
      if (!isLeaf(node)) add(node.children, depth + 1, own);
    }
  };
  add(scheme.children, 1, '');
  return lines;
}

/** What the leaves sum to. */
export const sumOf = (lines: readonly Line[]): number =>
  Number(lines.reduce((s, l) => s + (isLeaf(l.node) ? l.sum : 0), 0).toFixed(9));

export { isLeaf as isLeafNode };

/** Titles by id, for sentences that name nodes. */
export function titlesOf(scheme: Scheme, pen: Pen): (id: string) => string {
  const titles = new Map<string, string>();
  const add = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      titles.set(node.id, pen.title(node.title));
      if (!isLeaf(node)) add(node.children);
    }
  };
  add(scheme.children);
  return (id) => titles.get(id) ?? id;
}

type Kind = keyof SchemeWords['kinds'];

/** The scheme's other parts: bonus, grades, vetoes …, each with its sentences; parts it does not have are left out. */
export function partsOf(scheme: Scheme, pen: Pen): (readonly [Kind, readonly string[]])[] {
  const { words } = pen;
  const titleOf = titlesOf(scheme, pen);
  const { deductions, bonus, total, year, grades, vetoes, notes } = scheme;
  const groups = [scheme, ...linesOf(scheme, pen).flatMap(({ node }) => (isLeaf(node) ? [] : [node]))];
  const parts: (readonly [Kind, readonly string[]])[] = [
    ['combining', groups.flatMap((g) => words.combining(g, titleOf, pen).map((s) => named(g, s, pen)))],
    ['deductions', deductions ? [words.deductions(deductions, pen)] : []],
    ['bonus', bonus ? [words.bonus(bonus, pen)] : []],
    ['total', total ? [words.total(total, pen)] : []],
    ['year', year ? [words.year(year, pen)] : []],
    ['grades', grades ? [words.grades(grades, titleOf, pen)] : []],
    ['quota', grades?.quotas?.map((q) => words.quota(q, grades, pen)) ?? []],
    ['direct', grades?.direct?.map((d) => words.direct(d, grades, pen)) ?? []],
    ['vetoes', vetoes?.map((v) => words.veto(v, grades, pen)) ?? []],
    ['lights', scheme.lights?.map((l) => words.lights(l, titleOf, litPen(l, scheme, pen))) ?? []],
    ['cards', scheme.cards?.map((c) => words.card(c, pen)) ?? []],
    ['rounding', [words.rounding(scheme.rounding)]],
    ['ranking', [words.ranking(scheme.ranking, titleOf)]],
    ['notes', notes === undefined ? [] : [pen.title(notes)]],
  ];
  return parts.filter(([, lines]) => lines.length > 0);
}

/** What lights are on says in which unit their lines speak of values. */
function litPen({ on }: Lights, scheme: Scheme, pen: Pen): Writing & { readonly unit: ValueUnit } {
  const lit = linesOf(scheme, pen).find(({ node }) => node.id === on)?.node;
  const unit = lit && isLeaf(lit) ? leafUnit(lit, pen) : on === 'leaves' ? 'number' : 'points';
  return { f: pen.f, unitOf: (id) => pen.unitOf(id), unit };
}

const named = (g: Scheme | Group, text: string, pen: Pen): string => `${pen.title(g.title)}：${text}`;
