/**
 * Which step of which unit's reason stands in which row of the calculation sheet, and whose values of an indicator stand side
 * by side: worked out before any formula, since formulas refer to rows above and below.
 */
import { textOf } from '../../i18n/catalogue';
import type { Reason } from '../../model/reason';
import { flatten, type Leaf, type NodeInfo } from '../../scheme';
import type { WorkbookContent, WorkbookUnit } from './content';

/** A step and its row. */
export interface StepRow {
  /** Its arguments are those that have rows of their own. */
  readonly reason: Reason;
  /** The same with all its arguments. */
  readonly told: Reason;
  readonly unit: WorkbookUnit;
  /** From 0 on. */
  readonly row: number;
  readonly depth: number;
  readonly above: StepRow | null;
  /** One for each argument of `reason`. */
  readonly args: readonly StepRow[];
  /** Under a place: the rows of the first and the last place shared. */
  readonly places: readonly [number, number] | null;
  /** The leaf that the step belongs to. */
  readonly leaf: Leaf | null;
  /** The indicator that it belongs to: a leaf's, of a year in one of its periods; null above the leaves. */
  readonly field: string | null;
}

/** One indicator's values of all units: who was looked at by rules that look at others. */
export interface FieldRow {
  readonly key: string;
  readonly node: NodeInfo;
  /** Of a year: the period the values are of. */
  readonly period: string | null;
  /** By unit id: the row of its value. */
  readonly values: ReadonlyMap<string, StepRow>;
}

export interface Rows {
  /** In the order of the sheet. */
  readonly steps: readonly StepRow[];
  /** By unit id, the row of each node: '' the total. */
  readonly nodes: ReadonlyMap<string, ReadonlyMap<string, StepRow>>;
  /** In the order of the scheme. */
  readonly fields: readonly FieldRow[];
}

/** Steps that are told by their value alone: what they were found in is told where it stands. */
const ALONE: readonly Reason['op'][] = ['best', 'extreme', 'mean', 'spread', 'place', 'beaten'];

/** A reason without steps that have no row of their own. */
function trimmed(reason: Reason, above: Reason | null): Reason {
  const { op, args } = reason;
  if (ALONE.includes(op)) return { ...reason, args: [] };
  if (op === 'leaf') {
    const [last] = args;
    // An indicator has its points before and after rounding in its own row.
    if (last?.op === 'rounding') return { ...reason, args: last.args };
    if (reason.value === null && last?.op !== 'notApplicable') return { ...reason, args: [] };
  }
  // Items on top of a total are added to nothing.
  if (op === 'adjustment' && (above?.op === 'bonus' || above?.op === 'deduction')) return { ...reason, args: args.slice(1) };
  return reason;
}

const fieldKey = (node: string, period: string | null): string => `${node} ${period ?? ''}`;

/** The rows of all units, the first at row `first`. */
export function rowsOf({ scheme, units }: WorkbookContent, first: number): Rows {
  const infos = flatten(scheme);
  const byId = new Map(infos.map((n) => [n.id, n]));
  const steps: StepRow[] = [];
  const nodes = new Map<string, Map<string, StepRow>>();
  const values = new Map<string, { node: NodeInfo; period: string | null; values: Map<string, StepRow> }>();
  let next = first;

  const add = (
    told: Reason,
    unit: WorkbookUnit,
    above: StepRow | null,
    given: { leaf: NodeInfo | null; period: string | null },
  ): StepRow => {
    const reason = trimmed(told, above?.reason ?? null);
    const node = textOf(reason, 'node');
    const isNode = reason.op === 'total' || reason.op === 'section' || reason.op === 'leaf';
    const leaf = reason.op === 'leaf' ? (byId.get(node ?? '') ?? null) : given.leaf;
    const period = reason.op === 'yearPart' && leaf ? textOf(reason, 'period') : given.period;
    const args: StepRow[] = [];
    const field = leaf ? fieldKey(leaf.id, period) : null;
    const row = next++;
    const places: [number, number] | null = reason.op === 'place' ? [next++, next++] : null;
    const depth = above ? above.depth + 1 : 0;
    const step: StepRow = { reason, told, unit, row, depth, above, args, places, leaf: leaf?.leaf ?? null, field };
    steps.push(step);
    if (isNode) nodes.get(unit.id)?.set(reason.op === 'total' ? '' : (node ?? ''), step);
    for (const arg of reason.args) args.push(add(arg, unit, step, { leaf, period }));
    const scored = leaf && field ? scoredOf(step) : null;
    if (leaf && field && scored) {
      const own = values.get(field) ?? { node: leaf, period, values: new Map<string, StepRow>() };
      own.values.set(unit.id, scored);
      values.set(field, own);
    }
    return step;
  };

  for (const unit of units) {
    nodes.set(unit.id, new Map());
    for (const reason of [unit.total, ...unit.sections]) add(reason, unit, null, { leaf: null, period: null });
  }
  const order = (key: string): number => values.get(key)?.node.index ?? 0;
  const fields = [...values.keys()]
    .sort((a, b) => order(a) - order(b) || (a < b ? -1 : a > b ? 1 : 0))
    .map((key): FieldRow => ({ key, ...values.get(key)! }));
  return { steps, nodes, fields };
}

/** The value that a rule was given, where the unit reported it: who did not is not looked at by others. */
function scoredOf({ reason, leaf, args }: StepRow): StepRow | null {
  const [value] = args;
  const scores = reason.op === leaf?.rule.type || (leaf?.rule.type === 'bands' && reason.op === 'goalposts');
  // Without a target of its own a unit has no points, and yet its value is one that the others are held against.
  const known = reason.op === 'notApplicable' && reason.params['why'] === 'noTarget';
  return value && (scores || known) && value.reason.op !== 'missing' && value.reason.value !== null ? value : null;
}
