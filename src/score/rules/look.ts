/** What rules look up beside a unit's own value: figures of other measures, and the others of its group; each with its reason. */
import type { ValueUnit } from '../../model/measure';
import type { Period } from '../../model/period';
import type { Reason, RowsRef } from '../../model/reason';
import type { UnitId } from '../../model/unit';
import { paceShare } from '../due';
import type { Field, Pool } from '../field';
import { find, findHolding, placesOf, type Found } from '../find';
import { reason, type UnitOf } from './rule';

/** The part of a rule that says who is looked at. */
export interface Others {
  readonly among: 'group' | 'city';
  readonly fallback?: 'city' | 'group';
}

export const poolOf = (rule: Others, field: Field, u: number): Pool => field.pool(u, rule.among, rule.fallback ?? 'city');

/** Who was looked at, for a reason's sentence. */
export const poolParams = (pool: Pool): Reason['params'] => ({
  among: pool.group === null ? 'city' : 'group',
  group: pool.group,
  of: pool.members.length,
  smallGroup: pool.small,
});

const rowsOf = (measure: string, unit: UnitId, period: Period): RowsRef => ({ measure, unit, period, side: 'value' });

/** A figure given as a number, or as a measure: of the unit, else of the whole city, of the period or one around it. NaN where there is none. */
export function heldFigure(figure: number | { readonly measure: string }, field: Field, u: number): number {
  if (typeof figure === 'number') return figure;
  const unit = field.units[u];
  return (unit && field.measures.holding(figure.measure, unit, field.period)?.value) ?? NaN;
}

/** The same, told, with its rows where it has any. `kind`: how a plain number is written. */
export function heldReason(
  op: Reason['op'],
  figure: number | { readonly measure: string },
  field: Field,
  u: number,
  kind: ValueUnit,
  unitOf: UnitOf,
): Reason {
  const value = heldFigure(figure, field, u);
  if (typeof figure === 'number') return reason(op, value, kind);
  const { measure } = figure;
  const unit = field.units[u];
  const found = unit && findHolding(field.measures, measure, unit, field.period);
  return reason(op, value, unitOf(measure), [], { measure }, found && rowsOf(measure, found.unit, found.period));
}

/** A target, or the part of it that is due by the field's period. */
export interface Target {
  readonly target: number | { readonly measure: string };
  readonly pace?: true | readonly number[];
}

const due = (rule: Target, field: Field): number => (rule.pace === undefined ? 1 : paceShare(rule.pace, field.period));

export const heldTarget = (rule: Target, field: Field, u: number): number => heldFigure(rule.target, field, u) * due(rule, field);

/** The target told; under a pace, the whole target with its rows and the share that is due stand below it. */
export function targetReason(rule: Target, field: Field, u: number, kind: ValueUnit, unitOf: UnitOf): Reason {
  if (rule.pace === undefined) return heldReason('target', rule.target, field, u, kind, unitOf);
  const whole = heldReason('constant', rule.target, field, u, kind, unitOf);
  const args = [{ ...whole, params: {} }, reason('pace', due(rule, field), 'share', [], { period: field.period })];
  return reason('target', heldTarget(rule, field, u), whole.unit, args, whole.params);
}

/** What the unit itself reported of another measure, where the leaf's own figure stands; else a figure that holds for it. */
export function reported(measure: string, field: Field, u: number): Found | undefined {
  const unit = field.units[u];
  if (!unit) return undefined;
  return (
    find(field.measures, measure, unit, placesOf(field.leaf.due, field.period)) ??
    findHolding(field.measures, measure, unit, field.period)
  );
}

/** The same, told; its value null where there is none. */
export function reportedReason(op: Reason['op'], measure: string, field: Field, u: number, unitOf: UnitOf): Reason {
  const found = reported(measure, field, u);
  const rows = found && rowsOf(measure, found.unit, found.period);
  return reason(op, found?.cell.value ?? null, unitOf(measure), [], { measure }, rows);
}

/** The rows of a unit's value of the leaf in a period; a value made of several measures has no rows of its own. */
export function leafRows(field: Field, unit: UnitId | null, period = field.period): RowsRef | undefined {
  const { measure } = field.leaf;
  return unit !== null && typeof measure === 'string' ? rowsOf(measure, unit, period) : undefined;
}

/** The best of a pool: the greatest value, inverse the least. */
export const bestOf = (rule: { readonly inverse?: boolean }, pool: Pool): number => (rule.inverse ? pool.min : pool.max);

/** The best told: whose it is, and how many share it. */
export function bestReason(pool: Pool, best: number, field: Field, kind: ValueUnit): Reason {
  const holders = pool.members.filter((i) => field.values[i] === best);
  const unit = field.units[holders[0] ?? -1] ?? null;
  return reason('best', best, kind, [], { unit, holders: holders.length, ...poolParams(pool) }, leafRows(field, unit));
}
