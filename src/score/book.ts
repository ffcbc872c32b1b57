/** The score book: a scheme's points, ranks and grades of every period, worked out when a period is first asked for. */
import type { MeasureCatalogue } from '../model/measure';
import type { Measures } from '../model/measures';
import { partsOf, periodsIn, quartersOf, type Period } from '../model/period';
import type { Roster } from '../model/roster';
import type { UnitId } from '../model/unit';
import { flatten, round, schemeHash, withWeights, type NodeInfo, type Scheme, type Veto } from '../scheme';
import { gradeOf, quotaAdvice, type QuotaAdvice } from './grade';
import { score, type Barred, type Columns } from './points';
import { Prepared } from './prepare';
import type { Flag, LeafState, PreparedLeaf, PreparedPeriod } from './prepared';
import { comparison, ranks, type Ranks } from './rank';
import type { UnitOf } from './rules/rule';

/** One period's scores. Columns are by unit, in the order of `units`; do not write to them. */
export class PeriodScores {
  readonly period: Period;
  /** Expected in the period, in roster order. */
  readonly units: readonly UnitId[];
  readonly groups: readonly (string | null)[];
  readonly rank: Float64Array;
  readonly tied: Uint8Array;
  /** Among the unit's peer group; NaN for units in no group. */
  readonly groupRank: Float64Array;
  readonly groupTied: Uint8Array;
  /** Ids of the scheme's grades; null where not ranked, or where the scheme has no line for the total. */
  readonly grades: readonly (string | null)[];
  /** By unit, the vetoes that apply, whether or not they change the grade. */
  readonly vetoes: readonly (readonly Veto[])[];
  readonly quotas: readonly QuotaAdvice[];
  /** Units expected that are not ranked, and why. */
  readonly notRanked: readonly (Barred & { readonly unit: UnitId })[];
  readonly flags: readonly Flag[];
  /** For the reasons; not for screens. */
  readonly prepared: PreparedPeriod;
  readonly #columns: Columns;
  readonly #leaves: ReadonlyMap<number, PreparedLeaf>;
  readonly #index: ReadonlyMap<UnitId, number>;

  /** Of a year whose total is the mean of its periods' totals: these, with their weights. */
  readonly yearOf: readonly { readonly scores: PeriodScores; readonly weight: number }[];

  constructor(
    scheme: Scheme,
    nodes: readonly NodeInfo[],
    prepared: PreparedPeriod,
    yearOf: readonly { readonly scores: PeriodScores; readonly weight: number }[] = [],
  ) {
    this.yearOf = yearOf;
    const { units, groups, leaves } = prepared;
    this.prepared = prepared;
    this.period = prepared.period;
    this.units = units;
    this.groups = groups;
    this.vetoes = prepared.vetoes;
    this.flags = prepared.flags;
    this.#leaves = new Map(leaves.map((l) => [l.node, l]));
    this.#index = new Map(units.map((u, i) => [u, i]));
    this.#columns = score(scheme, nodes, prepared);
    if (yearOf.length > 0) this.#meanOfTotals(scheme);

    const all = units.map((_, u) => u);
    const { barred } = this.#columns;
    const ranked = all.filter((u) => !barred[u]);
    const compare = comparison(scheme.ranking, nodes, this.#columns, units.length);
    ({ rank: this.rank, tied: this.tied } = ranks(ranked, units.length, compare, scheme.ranking.ties));
    const inGroups = [...new Set(groups.filter((g) => g !== null))].map((g) => {
      const members = ranked.filter((u) => groups[u] === g);
      return ranks(members, units.length, compare, scheme.ranking.ties);
    });
    this.groupRank = Float64Array.from(all, (u) => inGroups.find((r) => !Number.isNaN(r.rank[u]!))?.rank[u] ?? NaN);
    this.groupTied = Uint8Array.from(all, (u) => inGroups.find((r: Ranks) => r.tied[u])?.tied[u] ?? 0);
    this.notRanked = units.flatMap((unit, u) => (barred[u] ? [{ ...barred[u], unit }] : []));

    const grades = scheme.grades;
    const total = this.total;
    const { vetoes, direct, admitted, parents } = prepared;
    const beside = (u: number) => ({ vetoes: vetoes[u] ?? [], direct: direct[u] ?? [], admitted: admitted[u] ?? [] });
    this.grades = all.map((u) => (grades ? gradeOf(grades, total[u]!, beside(u)) : null));
    this.quotas = grades ? quotaAdvice(grades, ranked, this.grades, groups, parents) : [];
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
    return this.#slice(this.#columns.points, node);
  }

  /** Points of a node before its own rounding. */
  exact(node: number): Float64Array {
    return this.#slice(this.#columns.exact, node);
  }

  /** The total of the unit at position u before its bounds, the cap of the full marks or a veto held it; NaN where not ranked. */
  unheld(u: number): number {
    return this.#columns.unheld[u] ?? NaN;
  }

  /** Full marks in force after re-weighting; 0 where the node is absent. */
  effective(node: number): Float64Array {
    return this.#slice(this.#columns.effective, node);
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
      exact[u] = mean;
      points[u] = round(mean, rounding.decimals, rounding.mode);
    });
  }

  #slice(column: Float64Array, node: number): Float64Array {
    return column.subarray(node * this.units.length, (node + 1) * this.units.length);
  }
}

/** The weighted mean of a unit's totals, of the periods in which it was ranked. */
function meanOf(parts: PeriodScores['yearOf'], unit: UnitId): number {
  let sum = 0;
  let weights = 0;
  for (const { scores, weight } of parts) {
    const total = scores.total[scores.indexOf(unit)] ?? NaN;
    if (Number.isNaN(total)) continue;
    sum += weight * total;
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
  readonly #scores = new Map<Period, PeriodScores>();
  #hash: string | null = null;

  constructor(scheme: Scheme, prepared: Prepared, unitOf: UnitOf) {
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
      this.#scores.set(period, (scores = new PeriodScores(this.scheme, this.nodes, this.#prepared.at(period), parts)));
    }
    return scores;
  }

  #yearOf(period: Period): PeriodScores['yearOf'] {
    const { year, periods = 'Q' } = this.scheme;
    if (year?.of !== 'totals' || periods === 'Y' || partsOf(period).kind !== 'Y') return [];
    return periodsIn(period, periods).map((q, i) => ({ scores: this.at(q), weight: year.weights[i] ?? 0 }));
  }

  /** Index of a node by its id; -1 where the scheme has none such. */
  nodeIndex(id: string): number {
    return this.nodes.findIndex((n) => n.id === id);
  }

  /** The book under other weights; prepared values are shared, so only the arithmetic is done again. */
  reweighted(weights: ReadonlyMap<string, number>): ScoreBook {
    return new ScoreBook(withWeights(this.scheme, weights), this.#prepared, this.unitOf);
  }
}

/**
 * Scores a scheme over measures. Nothing is computed before it is asked for.
 *
 * @param periods the periods the screens step through; by default the quarters that any figure falls into.
 * @param catalogue says how measures are written (share, count …) in reasons; without it they are plain numbers.
 */
export function scoreAll(
  scheme: Scheme,
  measures: Measures,
  roster: Roster,
  periods: readonly Period[] = quartersOf(measures.periods),
  catalogue?: MeasureCatalogue,
): ScoreBook {
  const unitOf: UnitOf = (id) => catalogue?.get(id)?.unit ?? 'number';
  return new ScoreBook(scheme, new Prepared(scheme, measures, roster, periods), unitOf);
}

/** A book under other weights: node id → full marks (of a section: the sum of its leaves). */
export const rescore = (book: ScoreBook, weights: ReadonlyMap<string, number>): ScoreBook => book.reweighted(weights);
