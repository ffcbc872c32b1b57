/**
 * Preparing: everything about a period that does not depend on weights (which leaves count, their values, what
 * they are held against, vetoes), worked out once, so that re-scoring under other weights is arithmetic only.
 */
import type { CellStatus, Measures } from '../model/measures';
import { isLonger, partsOf, periodsIn, type Period } from '../model/period';
import type { Roster } from '../model/roster';
import type { UnitId } from '../model/unit';
import { flatten, type Condition, type Leaf, type Scheme } from '../scheme';
import { itemCounts } from './bonus';
import { holds } from './bounds';
import { isDue, lastDue } from './due';
import { Field } from './field';
import { endingWith, find, placesOf } from './find';
import type { Found } from './find';
import { codeOf } from './rules';
import { sectorTerms, type SectorMix } from './sector';
import { LeafValues } from './values';
import type { Flag, LeafState, PreparedLeaf, PreparedPeriod } from './prepared';
import { ofYear } from './year';

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
    if (!done) this.#done.set(period, (done = this.#prepare(period)));
    return done;
  }

  #prepare(period: Period): PreparedPeriod {
    const year = this.#scheme.year;
    const kind = this.#scheme.periods ?? 'Q';
    const prepared = preparePeriod(this.#scheme, this.measures, this.roster, period, this.periods);
    if (!year || !isLonger(period, kind)) return prepared;
    return ofYear(
      prepared,
      periodsIn(period, kind).map((p) => ({ of: this.at(p), weight: year.weights[partsOf(p).part - 1] ?? 0 })),
    );
  }
}

function preparePeriod(
  scheme: Scheme,
  measures: Measures,
  roster: Roster,
  period: Period,
  periods: readonly Period[],
): PreparedPeriod {
  const expected = roster.expected(period, scheme.level);
  const units = expected.map((u) => u.id);
  const groups = expected.map((u) => u.group);
  const flags: Flag[] = [];
  const leaves = flatten(scheme).flatMap((n) =>
    n.leaf ? [prepareLeaf(n.index, n.leaf, period, units, groups, measures, periods, flags)] : [],
  );
  const ending = endingWith(period);
  const met = (c: Omit<Condition, 'title'>, u: UnitId) => holds(c, find(measures, c.measure, u, ending)?.cell.value ?? NaN);
  const { lines = [], direct = [] } = scheme.grades ?? {};
  return {
    ...{ period, units, groups, parents: expected.map((u) => u.parent), leaves, flags },
    vetoes: units.map((u) => (scheme.vetoes ?? []).filter((veto) => met(veto, u))),
    direct: units.map((u) => direct.filter((d) => met(d, u))),
    admitted: units.map((u) => lines.map((l) => (l.requires ?? []).every((c) => met(c, u)))),
    bonus: units.map((u) => itemCounts(scheme.bonus, measures, u, period)),
    deductions: units.map((u) => itemCounts(scheme.deductions, measures, u, period)),
  };
}

function prepareLeaf(
  node: number,
  leaf: Leaf,
  period: Period,
  units: readonly UnitId[],
  groups: readonly (string | null)[],
  measures: Measures,
  periods: readonly Period[],
  flags: Flag[],
): PreparedLeaf {
  const steps = new LeafValues(leaf, units, groups, measures);
  const due = isDue(leaf.due, period);
  const wanted = due ? period : leaf.carry ? lastDue(leaf.due, period) : null;
  const reported = wanted !== null && steps.base(wanted).reported;
  // Before the first due period that anybody reported there is nothing to carry.
  const source = due || reported ? wanted : null;
  const { found, mix } = steps.base(source ?? period);
  const { values, status } = source === null ? none(units.length) : steps.at(source);
  const history = { periods, values: (p: Period) => steps.at(p).values };
  const field = new Field(leaf, source ?? period, units, groups, measures, values, history);
  const code = codeOf(leaf.rule);
  const x = values.slice();
  const against = new Float64Array(units.length).fill(NaN);
  const second = new Float64Array(units.length).fill(NaN);
  const states = units.map((unit, u): LeafState => {
    if (source === null) return 'notDue';
    const state = stateOf(leaf, status[u] ?? 'missing', due);
    if (state !== 'ok' && state !== 'carried' && state !== 'missing') return state;
    if (state === 'missing') x[u] = field.standing(u);
    const value = x[u] ?? NaN;
    if (Number.isNaN(value)) return state;
    const held = (against[u] = code.against(leaf.rule, field, u));
    const other = (second[u] = code.second?.(leaf.rule, field, u) ?? NaN);
    const flag = code.flag(leaf.rule, field, u);
    if (flag) flags.push({ code: flag, node, unit });
    if (mix && state !== 'missing' && !isStandardised(found(u), mix)) flags.push({ code: 'notStandardised', node, unit });
    return Number.isFinite(code.points(leaf.rule, 1, value, held, other)) ? state : 'na';
  });
  if (due && !reported) for (const unit of units) flags.push({ code: 'unreported', node, unit });
  const places = placesOf(leaf.due, source ?? period);
  const adjustments = (leaf.adjustments ?? []).map((a) =>
    Float64Array.from(units, (u) => find(measures, a.measure, u, places)?.cell.value ?? NaN),
  );
  return { node, leaf, source, field, states, x, against, second, adjustments, mix, steps };
}

const none = (size: number) => ({ values: new Float64Array(size).fill(NaN), status: Array<'missing'>(size).fill('missing') });

const isStandardised = (found: Found | undefined, mix: SectorMix): boolean => !!found && sectorTerms(found.cell, mix).length > 0;

function stateOf(leaf: Leaf, status: CellStatus, due: boolean): LeafState {
  if (status === 'na') return 'na';
  if (status === 'ok') return due ? 'ok' : 'carried';
  return leaf.missing === 'exclude' ? 'excluded' : 'missing';
}
