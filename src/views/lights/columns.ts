/** The table of lights: a column per section (or per node that a set of lights is on), and what a county has in each. */
import type { NodeInfo, ScoreBook } from '../../score';
import type { Lights } from '../../scheme';
import { litNodes, type Lit, type Unlit } from '../../state/lights';
import type { UnitId } from '../../model/unit';
import { sectionsOf } from '../../findings/sections';

export interface Column {
  readonly set: Lights;
  readonly node: NodeInfo;
  /** Lit by itself; else the lights of the leaves in it are counted. */
  readonly own: boolean;
  /** The lit nodes, by index; empty: the scheme lights nothing in it. */
  readonly nodes: ReadonlySet<number>;
}

/** How many have a light of each line, and how many have none, by why; both in the order they are told. */
export interface Cell {
  readonly lines: readonly { readonly line: number; readonly count: number }[];
  readonly unlit: readonly { readonly why: Unlit; readonly count: number }[];
}

/** Where each leaf has lights of its own, the sections they lie in; else the lit nodes themselves. */
export function columnsOf(book: ScoreBook, set: Lights): Column[] {
  const lit = litNodes(book, set);
  if (set.on !== 'leaves') return lit.map((node) => ({ set, node, own: true, nodes: new Set([node.index]) }));
  return sectionsOf(book.nodes).map((node) => {
    const inside = lit.filter((n) => isInside(book.nodes, n, node));
    return { set, node, own: false, nodes: new Set(inside.map((n) => n.index)) };
  });
}

/** Whether a node is another one, or lies below it. */
export function isInside(nodes: readonly NodeInfo[], node: NodeInfo, other: NodeInfo): boolean {
  for (let at: NodeInfo | undefined = node; at; at = nodes[at.parent]) if (at.index === other.index) return true;
  return false;
}

const WHYS: readonly Unlit[] = ['missing', 'noFigure', 'none', 'notDue', 'na'];

const indexed = new WeakMap<readonly Lit[], Map<UnitId, Lit[]>>();

/** Every cell asks for its county's lights among those of all: they are sorted out once. */
function byUnit(lit: readonly Lit[]): Map<UnitId, Lit[]> {
  let units = indexed.get(lit);
  if (!units) {
    units = new Map();
    for (const l of lit) {
      const own = units.get(l.unit);
      if (own) own.push(l);
      else units.set(l.unit, [l]);
    }
    indexed.set(lit, units);
  }
  return units;
}

/** What a county has in a column. What is missing is always told; what is merely not due, only where there is nothing else. */
export function cellOf(column: Column, unit: UnitId, lit: readonly Lit[]): Cell {
  const own = (byUnit(lit).get(unit) ?? []).filter((l) => column.nodes.has(l.node));
  const lines = column.set.lines.flatMap((_, line) => {
    const count = own.filter((l) => l.line === line).length;
    return count > 0 ? [{ line, count }] : [];
  });
  const unlit = WHYS.flatMap((why) => {
    const count = own.filter((l) => l.why === why).length;
    return count > 0 ? [{ why, count }] : [];
  });
  const missing = unlit.filter((u) => u.why === 'missing');
  return { lines, unlit: lines.length > 0 ? missing : missing.length > 0 ? missing : unlit.slice(0, 1) };
}
