/**
 * Preparing a star table: the same columns as `Prepared` makes from measures, made from the table's own columns without a
 * cell for every figure, since 160,000 branches have millions of them. Rules, states and steps are the room's own.
 */
import type { CellStatus } from '../../model/measures';
import type { MeasureId } from '../../model/measure';
import { partsOf, type Period } from '../../model/period';
import {
  flatten,
  measuresIn,
  partsOfFigure,
  type Bonus,
  type Condition,
  type Deductions,
  type Figure,
  type Leaf,
  type Scheme,
} from '../../scheme';
import { holds } from '../bounds';
import { isDue } from '../due';
import { Field } from '../field';
import { combined } from '../figure';
import { Prepared } from '../prepare';
import type { Flag, LeafState, PreparedLeaf, PreparedPeriod } from '../prepared';
import { codeOf } from '../rules';
import { LeafValues } from '../values';
import { StarMeasures, StarRoster } from './measures';
import { columnOf, type StarTable } from './table';

/** A measure's or figure's values by branch; NaN where the status is not ok. */
interface StarColumn {
  readonly values: Float64Array;
  readonly status: readonly CellStatus[];
}

/** The one period of a star table, prepared; every other period is what `Prepared` makes of it: nobody reported. */
export class StarPrepared extends Prepared {
  readonly #scheme: Scheme;
  readonly #table: StarTable;
  readonly #columns = new Map<MeasureId, StarColumn | undefined>();
  #done: PreparedPeriod | null = null;

  constructor(scheme: Scheme, table: StarTable) {
    super(scheme, new StarMeasures(table), new StarRoster(table), [table.period]);
    this.#scheme = scheme;
    this.#table = table;
  }

  override at(period: Period): PreparedPeriod {
    const ofPeriods = this.#scheme.year && (this.#scheme.periods ?? 'Q') !== 'Y' && partsOf(period).kind === 'Y';
    if (period !== this.#table.period || ofPeriods) return super.at(period);
    return (this.#done ??= this.#prepare());
  }

  #prepare(): PreparedPeriod {
    const { ids: units, sectors: groups, counties: parents, period } = this.#table;
    const flags: Flag[] = [];
    const leaves = flatten(this.#scheme).flatMap((n) => (n.leaf ? [this.#leaf(n.index, n.leaf, flags)] : []));
    const { lines = [], direct = [] } = this.#scheme.grades ?? {};
    const admits = lines.map((l) => (l.requires ?? []).map((c) => this.#met(c)));
    return {
      ...{ period, units, groups, parents, leaves, flags },
      vetoes: this.#chosen(this.#scheme.vetoes ?? []),
      direct: this.#chosen(direct),
      admitted: this.#shared(admits, (u) => admits.map((conditions) => conditions.every((met) => met[u] === 1))),
      bonus: this.#counts(this.#scheme.bonus),
      deductions: this.#counts(this.#scheme.deductions),
    };
  }

  #leaf(node: number, leaf: Leaf, flags: Flag[]): PreparedLeaf {
    const { ids: units, sectors: groups, period } = this.#table;
    const steps = new LeafValues(leaf, units, groups, this.measures);
    // A table of one period has nothing to carry.
    const due = isDue(leaf.due, period);
    const reported = units.length > 0 && measuresIn(leaf.measure).every((m) => this.#column(m));
    const plain = !leaf.prepare && !leaf.standardise && leaf.minDenominator === undefined && !leaf.sectors;
    const { values, status } = due ? (plain ? this.#figure(leaf.measure) : steps.at(period)) : this.#none();
    const mix = due && leaf.standardise ? steps.base(period).mix : null;
    const history = { periods: [period], values: (p: Period) => (p === period && due ? values : null) };
    const field = new Field(leaf, period, units, groups, this.measures, values, history);
    const code = codeOf(leaf.rule);
    const x = values.slice();
    const against = new Float64Array(units.length).fill(NaN);
    const second = new Float64Array(units.length).fill(NaN);
    const absent: LeafState = leaf.missing === 'exclude' ? 'excluded' : 'missing';
    const states = Array<LeafState>(units.length).fill('notDue');
    for (let u = 0; due && u < units.length; u++) {
      const cell = status[u]!;
      const state = cell === 'missing' ? absent : cell;
      states[u] = state;
      if (state === 'missing') x[u] = field.standing(u);
      const value = x[u]!;
      // What is not applicable or left out has no value either.
      if (Number.isNaN(value)) continue;
      const held = (against[u] = code.against(leaf.rule, field, u));
      const other = (second[u] = code.second?.(leaf.rule, field, u) ?? NaN);
      const flag = code.flag(leaf.rule, field, u);
      if (flag) flags.push({ code: flag, node, unit: units[u]! });
      // A branch lies in one sector: there are no figures by sector to standardise.
      if (mix && state !== 'missing') flags.push({ code: 'notStandardised', node, unit: units[u]! });
      if (!Number.isFinite(code.points(leaf.rule, 1, value, held, other))) states[u] = 'na';
    }
    if (due && !reported) for (const unit of units) flags.push({ code: 'unreported', node, unit });
    const adjustments = (leaf.adjustments ?? []).map((a) => this.#known(a.measure));
    return { node, leaf, source: due ? period : null, field, states, x, against, second, adjustments, mix, steps };
  }

  #none(): StarColumn {
    const size = this.#table.ids.length;
    return { values: new Float64Array(size).fill(NaN), status: Array<CellStatus>(size).fill('missing') };
  }

  /** undefined: the table has no such column. */
  #column(measure: MeasureId): StarColumn | undefined {
    if (this.#columns.has(measure)) return this.#columns.get(measure);
    const name = columnOf(measure);
    const given = name === undefined ? undefined : this.#table.columns.get(name);
    const only = name === undefined ? undefined : this.#table.only.get(name);
    const column = given && this.#masked(given, only ? new Set(only) : null);
    this.#columns.set(measure, column);
    return column;
  }

  #masked(given: Float64Array, only: ReadonlySet<string> | null): StarColumn {
    const values = given.slice();
    const status = Array<CellStatus>(values.length).fill('ok');
    for (let u = 0; u < values.length; u++) {
      if (only && !only.has(this.#table.sectors[u] ?? '')) status[u] = 'na';
      else if (!Number.isFinite(values[u])) status[u] = 'missing';
      if (status[u] !== 'ok') values[u] = NaN;
    }
    return { values, status };
  }

  /** As `findFigure` makes it: a missing part makes the whole missing, else one that is not applicable makes it so. */
  #figure(figure: Figure): StarColumn {
    if (typeof figure === 'string') return this.#column(figure) ?? this.#none();
    if (!measuresIn(figure).every((m) => this.#column(m))) return this.#none();
    const parts = partsOfFigure(figure).map((f) => this.#figure(f));
    const { values, status } = this.#none();
    const made = status.map((_, u): CellStatus => {
      if (parts.some((p) => p.status[u] === 'missing')) return 'missing';
      const value = combined(
        figure,
        parts.map((p) => p.values[u] ?? NaN),
      );
      if (!Number.isFinite(value)) return 'na';
      values[u] = value;
      return 'ok';
    });
    return { values, status: made };
  }

  /** A measure's values; NaN where there is none. */
  #known = (measure: MeasureId): Float64Array => (this.#column(measure) ?? this.#none()).values;

  /** By branch, 1 where the condition holds. */
  #met(c: Omit<Condition, 'title'>): Uint8Array {
    return Uint8Array.from(this.#known(c.measure), (x) => (holds(c, x) ? 1 : 0));
  }

  /** By branch, those of a list of conditions that hold. */
  #chosen<T extends Omit<Condition, 'title'>>(of: readonly T[]): readonly (readonly T[])[] {
    const met = of.map((c) => [this.#met(c)]);
    return this.#shared(met, (u) => of.filter((_, i) => met[i]?.[0]?.[u] === 1));
  }

  /** A list by branch; branches for which the same conditions hold share one. */
  #shared<T>(conditions: readonly (readonly Uint8Array[])[], make: (u: number) => readonly T[]): readonly (readonly T[])[] {
    const columns = conditions.flat();
    const known = new Map<string, readonly T[]>();
    const one = columns.length === 0 ? make(0) : null;
    return this.#table.ids.map((_, u) => {
      if (one) return one;
      let key = '';
      for (const c of columns) key += c[u] === 1 ? '1' : '0';
      let list = known.get(key);
      if (!list) known.set(key, (list = make(u)));
      return list;
    });
  }

  #counts(given: Bonus | Deductions | undefined): readonly (readonly number[])[] {
    const columns = (given?.items ?? []).map((i) => this.#known(i.measure));
    const none: readonly number[] = [];
    return this.#table.ids.map((_, u) => (columns.length === 0 ? none : columns.map((c) => c[u] ?? NaN)));
  }
}
