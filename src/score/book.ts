/** The score book: a scheme's points, ranks and grades of every period, worked out when a period is first asked for. */
import type { MeasureCatalogue } from '../model/measure';
import type { Measures } from '../model/measures';
import { isLonger, partsOf, periodsIn, periodsOf, type Period } from '../model/period';
import type { Roster } from '../model/roster';
import type { UnitId } from '../model/unit';
import { flatten, round, schemeHash, withWeights, type NodeInfo, type Scheme, type Veto } from '../scheme';
import { gradeOf, quotaAdvice, type QuotaAdvice } from './grade';
import { score, type Barred, type Columns } from './points';
import { Prepared } from './prepare';
import type { Flag, LeafState, PreparedLeaf, PreparedPeriod } from './prepared';
import { comparison, ranks, type Compare, type Ranks } from './rank';
import type { UnitOf } from './rules/rule';

/** One period's scores. Columns are by unit, in the order of `units`; do not write to them. */
export class PeriodScores {
  readonly period: Period;
  /** Expected in the period, in roster order. */
  readonly units: readonly UnitId[];
  readonly groups: readonly (string | null)[];
  readonly rank: Float64Array;
  readonly tied: Uint8Array;
  /** By unit, the vetoes that apply, whether or not they change the grade. */
  readonly vetoes: readonly (readonly Veto[])[];
  /** Units expected that are not ranked, and why. */
  readonly notRanked: readonly (Barred & { readonly unit: UnitId })[];
  readonly flags: readonly Flag[];
  /** For the reasons; not for screens. */
  readonly prepared: PreparedPeriod;
  readonly #scheme: Scheme;
  readonly #nodes: readonly NodeInfo[];
  readonly #columns: Columns;
  readonly #ranked: readonly number[];
  readonly #compare: Compare;
  #groupRanks: Ranks | null = null;
  #grades: (string | null)[] | null = null;
  readonly #leaves: ReadonlyMap<number, PreparedLeaf>;
  readonly #index: ReadonlyMap<UnitId, number>;

  /** Of a year or half-year whose total is the mean of its periods' totals: these, with their weights. */
  readonly yearOf: readonly { readonly scores: PeriodScores; readonly weight: number }[];

  constructor(
    scheme: Scheme,
    nodes: readonly NodeInfo[],
    prepared: PreparedPeriod,
    yearOf: PeriodScores['yearOf'] = [],
    /** The same period under other weights. */
    known?: PeriodScores,
  ) {
    this.yearOf = yearOf;
    this.#scheme = scheme;
    this.#nodes = nodes;
    const { units, groups, leaves } = prepared;
    this.prepared = prepared;
    this.period = prepared.period;
    this.units = units;
    this.groups = groups;
    this.vetoes = prepared.vetoes;
    this.flags = prepared.flags;
    this.#leaves = known ? known.#leaves : new Map(leaves.map((l) => [l.node, l]));
    this.#index = known ? known.#index : new Map(units.map((u, i) => [u, i]));
    this.#columns = score(scheme, nodes, prepared, known && { nodes: known.#nodes, columns: known.#columns });
    if (yearOf.length > 0) this.#meanOfTotals(scheme);

    const { barred } = this.#columns;
    const ranked: number[] = [];
    for (let u = 0; u < units.length; u++) if (!barred[u]) ranked.push(u);
    this.#ranked = ranked;
    this.#compare = comparison(scheme.ranking, nodes, this.#columns);
    ({ rank: this.rank, tied: this.tied } = ranks(this.#ranked, units.length, this.#compare, scheme.ranking.ties));
    this.notRanked =
      ranked.length === units.length ? [] : units.flatMap((unit, u) => (barred[u] ? [{ ...barred[u], unit }] : []));
  }

  /** Among the unit's peer group; NaN for units in no group. */
  get groupRank(): Float64Array {
    return this.#inGroups().rank;
  }

  get groupTied(): Uint8Array {
    return this.#inGroups().tied;
  }

  /** Ids of the scheme's grades; null where not ranked, or where the scheme has no line for the total. */
  get grades(): readonly (string | null)[] {
    return (this.#grades ??= this.#graded());
  }

  get quotas(): readonly QuotaAdvice[] {
    const { grades } = this.#scheme;
    return grades ? quotaAdvice(grades, this.#ranked, this.grades, this.groups, this.prepared.parents) : [];
  }

  /** Worked out when asked: while a weight is dragged only the ranks of all are shown. */
  #inGroups(): Ranks {
    if (this.#groupRanks) return this.#groupRanks;
    const rank = new Float64Array(this.units.length).fill(NaN);
    const tied = new Uint8Array(this.units.length);
    const members = new Map<string, number[]>();
    for (const u of this.#ranked) {
      const group = this.groups[u] ?? null;
      if (group === null) continue;
      const mates = members.get(group);
      if (mates) mates.push(u);
      else members.set(group, [u]);
    }
    for (const mates of members.values()) {
      const own = ranks(mates, this.units.length, this.#compare, this.#scheme.ranking.ties);
      for (const u of mates) {
        rank[u] = own.rank[u]!;
        tied[u] = own.tied[u]!;
      }
    }
    return (this.#groupRanks = { rank, tied });
  }

  #graded(): (string | null)[] {
    const { grades } = this.#scheme;
    const { vetoes, direct, admitted } = this.prepared;
    const beside = (u: number) => ({ vetoes: vetoes[u] ?? [], direct: direct[u] ?? [], admitted: admitted[u] ?? [] });
    const { graded } = this;
    return this.units.map((_, u) => (grades ? gradeOf(grades, graded[u]!, beside(u)) : null));
  }

  /** What the grades' lines are held against: the totals, or the points of the part they name; NaN where not ranked or absent. */
  get graded(): Float64Array {
    const part = this.#scheme.grades?.of;
    if (part === undefined) return this.total;
    const node = this.#nodes.findIndex((n) => n.id === part);
    const { decimals, mode } = this.#scheme.rounding;
    return this.total.map((total, u) => {
      if (Number.isNaN(total)) return NaN;
      return this.yearOf.length > 0 ? round(meanOf(this.yearOf, this.units[u]!, node), decimals, mode) : this.points(node)[u]!;
    });
  }

  /** Position of a unit in the columns; -1 where it is not expected in the period. */
  indexOf(unit: UnitId): number {
    return this.#index.get(unit) ?? -1;
  }

  /** Published totals: `points(0)`. */
  get total(): Float64Array {
    return this.points(0);
  }

  /** Published points of a node, rounded as the scheme says; NaN where there are none. */
  points(node: number): Float64Array {
    return columnOf(this.#columns.points, node);
  }

  /** Points of a node before its own rounding. */
  exact(node: number): Float64Array {
    return columnOf(this.#columns.exact, node);
  }

  /** The total of the unit at position u before its bounds, the cap of the full marks or a veto held it; NaN where not ranked. */
  unheld(u: number): number {
    return this.#columns.unheld[u] ?? NaN;
  }

  /** Full marks in force after re-weighting; 0 where the node is absent. */
  effective(node: number): Float64Array {
    return columnOf(this.#columns.effective, node);
  }

  /** State of a leaf for the unit at position u. Throws RangeError for a node that is not a leaf. */
  state(node: number, u: number): LeafState {
    const state = this.leaf(node).states[u];
    if (!state) throw new RangeError(`no unit at ${u}`);
    return state;
  }

  /** What a leaf's rule was given: the prepared value, or the fixed one in its place; NaN where none. */
  value(node: number): Float64Array {
    return this.leaf(node).x;
  }

  /** The earlier period a leaf's values are carried from; null when they are the period's own or there are none. */
  carriedFrom(node: number): Period | null {
    const { source } = this.leaf(node);
    return source === this.period ? null : source;
  }

  /** A leaf as prepared. Throws RangeError for a node that is not a leaf. */
  leaf(node: number): PreparedLeaf {
    const leaf = this.#leaves.get(node);
    if (!leaf) throw new RangeError(`node ${node} is not a leaf`);
    return leaf;
  }

  #meanOfTotals({ rounding }: Scheme): void {
    const { points, exact, barred } = this.#columns;
    this.units.forEach((unit, u) => {
      if (barred[u]) return;
      const mean = meanOf(this.yearOf, unit);
      // In none of its periods was it ranked with a weight.
      if (Number.isNaN(mean)) barred[u] = { reason: 'noData' };
      exact[0]![u] = mean;
      points[0]![u] = round(mean, rounding.decimals, rounding.mode);
    });
  }
}

function columnOf(columns: readonly Float64Array[], node: number): Float64Array {
  const column = columns[node];
  if (!column) throw new RangeError(`no node ${node}`);
  return column;
}

/** The weighted mean of a unit's totals, or of a node's points, of the periods in which it has any. */
function meanOf(parts: PeriodScores['yearOf'], unit: UnitId, node = 0): number {
  let sum = 0;
  let weights = 0;
  for (const { scores, weight } of parts) {
    const points = scores.points(node)[scores.indexOf(unit)] ?? NaN;
    if (Number.isNaN(points)) continue;
    sum += weight * points;
    weights += weight;
  }
  return weights > 0 ? sum / weights : NaN;
}

export class ScoreBook {
  readonly scheme: Scheme;
  readonly roster: Roster;
  readonly measures: Measures;
  readonly periods: readonly Period[];
  /** In pre-order, the root first. */
  readonly nodes: readonly NodeInfo[];
  readonly unitOf: UnitOf;
  readonly #prepared: Prepared;
  readonly #known: ScoreBook | undefined;
  readonly #scores = new Map<Period, PeriodScores>();
  #hash: string | null = null;

  /** @param known the book under other weights, of which much still holds. */
  constructor(scheme: Scheme, prepared: Prepared, unitOf: UnitOf, known?: ScoreBook) {
    this.#known = known;
    this.scheme = scheme;
    this.roster = prepared.roster;
    this.measures = prepared.measures;
    this.periods = prepared.periods;
    this.nodes = flatten(scheme);
    this.unitOf = unitOf;
    this.#prepared = prepared;
  }

  /** SHA-256 of the scheme. */
  get hash(): string {
    return (this.#hash ??= schemeHash(this.scheme));
  }

  /** The scores of a period; a period nobody reported for gives units that are not ranked. */
  at(period: Period): PeriodScores {
    let scores = this.#scores.get(period);
    if (!scores) {
      const parts = this.#yearOf(period);
      this.#scores.set(
        period,
        (scores = new PeriodScores(this.scheme, this.nodes, this.#prepared.at(period), parts, this.#known?.at(period))),
      );
    }
    return scores;
  }

  #yearOf(period: Period): PeriodScores['yearOf'] {
    const { year, periods = 'Q' } = this.scheme;
    if (year?.of !== 'totals' || !isLonger(period, periods)) return [];
    return periodsIn(period, periods).map((q) => ({ scores: this.at(q), weight: year.weights[partsOf(q).part - 1] ?? 0 }));
  }

  /** Index of a node by its id; -1 where the scheme has none such. */
  nodeIndex(id: string): number {
    return this.nodes.findIndex((n) => n.id === id);
  }

  /** The book under other weights; prepared values are shared, so only the arithmetic is done again. */
  reweighted(weights: ReadonlyMap<string, number>): ScoreBook {
    return new ScoreBook(withWeights(this.scheme, weights), this.#prepared, this.unitOf, this.#known ?? this);
  }
}

/**
 * Scores a scheme over measures. Nothing is computed before it is asked for.
 *
 * @param periods the periods the screens step through; by default those of the scheme's kind that any figure falls into.
 * @param catalogue says how measures are written (share, count …) in reasons; without it they are plain numbers.
 */
export function scoreAll(
  scheme: Scheme,
  measures: Measures,
  roster: Roster,
  periods: readonly Period[] = periodsOf(measures.periods, scheme.periods ?? 'Q'),
  catalogue?: MeasureCatalogue,
): ScoreBook {
  const unitOf: UnitOf = (id) => catalogue?.get(id)?.unit ?? 'number';
  return new ScoreBook(scheme, new Prepared(scheme, measures, roster, periods), unitOf);
}

/** A book under other weights: node id → full marks (of a section: the sum of its leaves). */
export const rescore = (book: ScoreBook, weights: ReadonlyMap<string, number>): ScoreBook => book.reweighted(weights);
