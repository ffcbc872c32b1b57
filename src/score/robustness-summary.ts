/** From the places in all runs to what is told of a unit: its range, how often it keeps its rank, and the unit behind it at bay. */
import type { UnitId } from '../model/unit';
import type { PeriodScores } from './book';

export interface UnitRobustness {
  readonly unit: UnitId;
  /** As published. */
  readonly rank: number;
  /** 5th and 95th percentile of the ranks (the nearest rank of the runs): what is shown. */
  readonly low: number;
  readonly high: number;
  /** The best and the worst place in any run. */
  readonly best: number;
  readonly worst: number;
  /** Share of the runs in which it has its published rank. */
  readonly same: number;
  /** The unit published next behind it (of equals, by id); null for the last. */
  readonly next: UnitId | null;
  /** Shares of the runs in which it ranks before that unit, and level with it; null for the last. */
  readonly ahead: number | null;
  readonly level: number | null;
}

/** Counts the runs' places as they come. */
export class Tally {
  readonly #scores: PeriodScores;
  readonly #runs: number;
  /** Positions of the ranked units. */
  readonly #members: readonly number[];
  /** By unit, the position of the unit published next behind it; -1 for the last. */
  readonly #next: Int32Array;
  /** By unit, twice its place in every run: places may end in a half. 0: no place. */
  readonly #places: Uint32Array;
  readonly #ahead: Float64Array;
  readonly #level: Float64Array;
  #done = 0;

  /** @param runs how many there will be at most. */
  constructor(scores: PeriodScores, runs: number) {
    const size = scores.units.length;
    this.#scores = scores;
    this.#runs = runs;
    this.#members = scores.units.map((_, u) => u).filter((u) => !Number.isNaN(scores.rank[u]!));
    this.#next = neighbours(scores, this.#members);
    this.#places = new Uint32Array(size * runs);
    this.#ahead = new Float64Array(size);
    this.#level = new Float64Array(size);
  }

  get done(): number {
    return this.#done;
  }

  /** @param ranks of some runs, each by unit; NaN: not ranked. */
  add(ranks: readonly Float64Array[]): void {
    for (const u of this.#members) {
      const next = this.#next[u]!;
      let [at, ahead, level] = [u * this.#runs + this.#done, 0, 0];
      for (const run of ranks) {
        const rank = run[u]!;
        if (rank > 0) this.#places[at] = 2 * rank;
        at++;
        if (next < 0) continue;
        const behind = run[next]!;
        if (rank < behind) ahead += 1;
        else if (rank === behind) level += 1;
      }
      this.#ahead[u]! += ahead;
      this.#level[u]! += level;
    }
    this.#done += ranks.length;
  }

  /** Every ranked unit, in roster order. */
  units(): UnitRobustness[] {
    const { units, rank: ranks } = this.#scores;
    const done = this.#done;
    const counts = new Uint32Array(2 * units.length + 2);
    return this.#members.map((u): UnitRobustness => {
      const rank = ranks[u]!;
      const all = this.#places.subarray(u * this.#runs, u * this.#runs + done);
      const behind = units[this.#next[u]!] ?? null;
      return {
        unit: units[u]!,
        rank,
        ...rangeOf(all, rank, counts),
        next: behind,
        ahead: behind === null || done === 0 ? null : this.#ahead[u]! / done,
        level: behind === null || done === 0 ? null : this.#level[u]! / done,
      };
    });
  }
}

type Range = Pick<UnitRobustness, 'low' | 'high' | 'best' | 'worst' | 'same'>;

/**
 * The range of one unit's places, put in order of size by counting them.
 *
 * @param places twice each, of every run; 0: none.
 * @param rank as published: it stands where the unit has no place in any run.
 * @param counts scratch, by twice the place.
 */
function rangeOf(places: Uint32Array, rank: number, counts: Uint32Array): Range {
  let [least, most, ranked] = [Infinity, 0, 0];
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    if (place === 0) continue;
    ranked += 1;
    if (place < least) least = place;
    if (place > most) most = place;
  }
  if (ranked === 0) return { low: rank, high: rank, best: rank, worst: rank, same: places.length === 0 ? 1 : 0 };
  const own = counts.subarray(least, most + 1).fill(0);
  for (let i = 0; i < places.length; i++) if (places[i]! > 0) own[places[i]! - least]! += 1;
  /** The nearest rank, from 1. */
  const at = (share: number): number => {
    const wanted = Math.max(1, Math.ceil(share * ranked));
    let [i, sum] = [0, own[0]!];
    while (sum < wanted) sum += own[++i]!;
    return (least + i) / 2;
  };
  const same = 2 * rank >= least && 2 * rank <= most ? own[2 * rank - least]! : 0;
  return { low: at(0.05), high: at(0.95), best: least / 2, worst: most / 2, same: same / places.length };
}

/** By unit, the position of the unit published next behind it; -1 for the last. */
function neighbours(scores: PeriodScores, members: readonly number[]): Int32Array {
  const next = new Int32Array(scores.units.length).fill(-1);
  const order = [...members].sort((a, b) => scores.rank[a]! - scores.rank[b]! || (scores.units[a]! < scores.units[b]! ? -1 : 1));
  order.forEach((u, i) => (next[u] = order[i + 1] ?? -1));
  return next;
}
