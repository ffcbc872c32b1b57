/** What rules look up beside a unit's own value: figures of other measures, and the others of its group; each with its reason. */
import type { ValueUnit } from '../../model/measure';
import type { Period } from '../../model/period';
import type { Reason, RowsRef } from '../../model/reason';
import type { UnitId } from '../../model/unit';
import { measuresIn } from '../../scheme';
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

/**
 * What a value is held against: a number, one for each peer group (`others`: for units of no group named), or a measure,
 * of the unit, else of the whole city, of the period or one around it.
 */
export type Held =
  number | { readonly measure: string } | { readonly groups: { readonly [group: string]: number }; readonly others?: number };

/** NaN where there is none. */
export function heldFigure(figure: Held, field: Field, u: number): number {
  if (typeof figure === 'number') return figure;
  if ('groups' in figure) return figure.groups[field.groups[u] ?? ''] ?? figure.others ?? NaN;
  const unit = field.units[u];
  return (unit && field.measures.holding(figure.measure, unit, field.period)?.value) ?? NaN;
}

/** The same, told, with its rows where it has any. `kind`: how a plain number is written. */
export function heldReason(op: Reason['op'], figure: Held, field: Field, u: number, kind: ValueUnit, unitOf: UnitOf): Reason {
  const value = heldFigure(figure, field, u);
  if (typeof figure === 'number') return reason(op, value, kind);
  // Whose target it is: of the unit's group, or of all that have none of their own.
  if ('groups' in figure) return reason(op, value, kind, [], { group: field.groups[u] ?? null });
  const { measure } = figure;
  const unit = field.units[u];
  const found = unit && findHolding(field.measures, measure, unit, field.period);
  return reason(op, value, unitOf(measure), [], { measure }, found && rowsOf(measure, found.unit, found.period));
}

/** A target, or the part of it that is due by the field's period. */
export interface Target {
  readonly target: Held;
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

/**
 * A number that is a unit's value of the leaf in a period, told with its rows: where they stand, in a half-year's table in
 * that table's own period; a value made of several measures has its parts below it, each with its rows.
 */
export function leafReason(
  op: Reason['op'],
  value: number,
  kind: ValueUnit,
  params: Reason['params'],
  of: { readonly field: Field; readonly unit: UnitId | null; readonly period?: Period; readonly unitOf: UnitOf },
): Reason {
  const { field, unit, period = field.period, unitOf } = of;
  const { measure, due } = field.leaf;
  const places = placesOf(due, period);
  if (unit === null) return reason(op, value, kind, [], params);
  const rows = (m: string, found: Found | undefined) => rowsOf(m, unit, found?.period ?? period);
  const foundOf = (m: string) => find(field.measures, m, unit, places);
  if (typeof measure === 'string') return reason(op, value, kind, [], params, rows(measure, foundOf(measure)));
  const parts = measuresIn(measure).flatMap((m) => {
    const found = foundOf(m);
    if (!found) return [];
    const { status } = found.cell;
    return [reason('measure', found.cell.value, unitOf(m), [], { measure: m, period: found.period, status }, rows(m, found))];
  });
  return reason(op, value, kind, parts, params);
}

/** The best of a pool: the greatest value, inverse the least. */
export const bestOf = (rule: { readonly inverse?: boolean }, pool: Pool): number => (rule.inverse ? pool.min : pool.max);

/** The best told: whose it is, and how many share it. */
export function bestReason(pool: Pool, best: number, field: Field, kind: ValueUnit, unitOf: UnitOf): Reason {
  const holders = pool.members.filter((i) => field.values[i] === best);
  const unit = field.units[holders[0] ?? -1] ?? null;
  const params = { unit, holders: holders.length, ...poolParams(pool) };
  return leafReason('best', best, kind, params, { field, unit, unitOf });
}
