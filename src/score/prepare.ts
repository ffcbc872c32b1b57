/**
 * Preparing: everything about a period that does not depend on weights (which leaves count, their values, what
 * they are held against, vetoes), worked out once, so that re-scoring under other weights is arithmetic only.
 */
import type { Measures } from '../model/measures';
import type { Period } from '../model/period';
import type { Roster } from '../model/roster';
import type { UnitId } from '../model/unit';
import { flatten, type Leaf, type Scheme, type Veto } from '../scheme';
import { bonusCounts } from './bonus';
import { holds } from './bounds';
import { isDue, lastDue } from './due';
import { Field } from './field';
import { endingWith, find, placesOf, type Found } from './find';
import { codeOf } from './rules';
import type { FlagCode } from './rules/rule';
import { sectorMix, sectorTerms, standardised, type SectorMix } from './sector';

/**
 * ok · carried: an earlier due value stands · notDue · na: not applicable · missing: due, not reported, scored as
 * the scheme says (zero or a fixed value) · excluded: due, not reported, left out. The first two and missing count; the rest are re-weighted.
 */
export const LEAF_STATES = ['ok', 'carried', 'notDue', 'na', 'missing', 'excluded'] as const;
export type LeafState = (typeof LEAF_STATES)[number];

export interface Flag {
  readonly code: FlagCode;
  readonly node: number;
  readonly unit: UnitId;
}

export interface PreparedLeaf {
  readonly node: number;
  readonly leaf: Leaf;
  /** The period the value is of; null when the leaf is not due and nothing is carried. */
  readonly source: Period | null;
  readonly field: Field;
  readonly states: readonly LeafState[];
  /** What the rule is given: the prepared or fixed value; NaN where there is none. */
  readonly x: Float64Array;
  readonly against: Float64Array;
  /** By adjustment, by unit: how many; NaN where none is reported. */
  readonly adjustments: readonly Float64Array[];
  readonly mix: SectorMix | null;
}

export interface PreparedPeriod {
  readonly period: Period;
  /** Expected in the period, in roster order. */
  readonly units: readonly UnitId[];
  readonly groups: readonly (string | null)[];
  /** In tree order. */
  readonly leaves: readonly PreparedLeaf[];
  /** By unit, the vetoes that apply. */
  readonly vetoes: readonly (readonly Veto[])[];
  /** By unit, how many of each bonus item. */
  readonly bonus: readonly (readonly number[])[];
  readonly flags: readonly Flag[];
}

/** A scheme's periods, each prepared when it is first asked for. */
export class Prepared {
  readonly measures: Measures;
  readonly roster: Roster;
  readonly periods: readonly Period[];
  readonly #scheme: Scheme;
  readonly #done = new Map<Period, PreparedPeriod>();

  constructor(scheme: Scheme, measures: Measures, roster: Roster, periods: readonly Period[]) {
    this.#scheme = scheme;
    this.measures = measures;
    this.roster = roster;
    this.periods = periods;
  }

  at(period: Period): PreparedPeriod {
    let done = this.#done.get(period);
    if (!done) this.#done.set(period, (done = preparePeriod(this.#scheme, this.measures, this.roster, period)));
    return done;
  }
}

function preparePeriod(scheme: Scheme, measures: Measures, roster: Roster, period: Period): PreparedPeriod {
  const expected = roster.expected(period, scheme.level);
  const units = expected.map((u) => u.id);
  const groups = expected.map((u) => u.group);
  const flags: Flag[] = [];
  const leaves = flatten(scheme).flatMap((n) =>
    n.leaf ? [prepareLeaf(n.index, n.leaf, period, units, groups, measures, flags)] : [],
  );
  const ending = endingWith(period);
  const vetoes = units.map((u) =>
    (scheme.vetoes ?? []).filter((veto) => holds(veto, find(measures, veto.measure, u, ending)?.cell.value ?? NaN)),
  );
  const bonus = units.map((u) => bonusCounts(scheme, measures, u, period));
  return { period, units, groups, leaves, vetoes, bonus, flags };
}

function prepareLeaf(
  node: number,
  leaf: Leaf,
  period: Period,
  units: readonly UnitId[],
  groups: readonly (string | null)[],
  measures: Measures,
  flags: Flag[],
): PreparedLeaf {
  const due = isDue(leaf.due, period);
  const wanted = due ? period : leaf.carry ? lastDue(leaf.due, period) : null;
  const found = wanted === null ? [] : findAll(measures, leaf.measure, units, placesOf(leaf.due, wanted));
  const reported = found.some((f) => f !== undefined);
  // Before the first due period that anybody reported there is nothing to carry.
  const source = due || reported ? wanted : null;
  const mix = leaf.standardise ? mixOf(units, found) : null;
  const values = Float64Array.from(units, (_, u) => valueOf(leaf, found[u], mix));
  const field = new Field(leaf, source ?? period, units, groups, measures, values);
  const code = codeOf(leaf.rule);
  const x = values.slice();
  const against = new Float64Array(units.length).fill(NaN);
  const states = units.map((unit, u): LeafState => {
    if (source === null) return 'notDue';
    const state = stateOf(leaf, found[u], due);
    if (state !== 'ok' && state !== 'carried' && state !== 'missing') return state;
    if (state === 'missing') x[u] = fixedValue(leaf);
    if (Number.isNaN(x[u] ?? NaN)) return state;
    const held = (against[u] = code.against(leaf.rule, field, u));
    const flag = code.flag(leaf.rule, field, u);
    if (flag) flags.push({ code: flag, node, unit });
    if (mix && state !== 'missing' && !isStandardised(found[u], mix)) flags.push({ code: 'notStandardised', node, unit });
    return Number.isFinite(code.points(leaf.rule, 1, x[u] ?? NaN, held)) ? state : 'na';
  });
  if (due && !reported) for (const unit of units) flags.push({ code: 'unreported', node, unit });
  const adjustments = (leaf.adjustments ?? []).map((a) =>
    Float64Array.from(findAll(measures, a.measure, units, placesOf(leaf.due, source ?? period)), (f) => f?.cell.value ?? NaN),
  );
  return { node, leaf, source, field, states, x, against, adjustments, mix };
}

function findAll(
  measures: Measures,
  measure: string,
  units: readonly UnitId[],
  places: readonly Period[],
): (Found | undefined)[] {
  return units.map((u) => find(measures, measure, u, places));
}

/** City-wide, over all units of the period, by unit id so that the roster's order decides no bit. */
function mixOf(units: readonly UnitId[], found: readonly (Found | undefined)[]): SectorMix {
  const order = units.map((_, u) => u).sort((a, b) => ((units[a] ?? '') < (units[b] ?? '') ? -1 : 1));
  return sectorMix(order.flatMap((u) => found[u]?.cell ?? []));
}

const isStandardised = (found: Found | undefined, mix: SectorMix): boolean => !!found && sectorTerms(found.cell, mix).length > 0;

/** The prepared value; NaN where none is reported or it does not count. */
function valueOf(leaf: Leaf, found: Found | undefined, mix: SectorMix | null): number {
  if (found?.cell.status !== 'ok' || tooFew(leaf, found)) return NaN;
  const plain = found.cell.value ?? NaN;
  if (!mix) return plain;
  const value = standardised(sectorTerms(found.cell, mix));
  return Number.isNaN(value) ? plain : value;
}

const tooFew = (leaf: Leaf, found: Found): boolean =>
  leaf.minDenominator !== undefined && found.cell.denominator !== null && found.cell.denominator < leaf.minDenominator;

function stateOf(leaf: Leaf, found: Found | undefined, due: boolean): LeafState {
  if (found?.cell.status === 'na' || (found?.cell.status === 'ok' && tooFew(leaf, found))) return 'na';
  if (found?.cell.status === 'ok' && Number.isFinite(found.cell.value ?? NaN)) return due ? 'ok' : 'carried';
  return leaf.missing === 'exclude' ? 'excluded' : 'missing';
}

const fixedValue = (leaf: Leaf): number => (typeof leaf.missing === 'object' ? leaf.missing.fixed : NaN);
