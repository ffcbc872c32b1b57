/**
 * The list of branches as places: which of them pass a filter, in the order of a column. 100,000 are filtered, searched and
 * sorted within a frame: orders are kept, texts are searched as one text, and no branch is an object.
 */
import { byRank, type Orders } from './branch-order';
import type { Spelt } from './branch-pinyin';
import { ABSENT, UNRATED, type BranchRating } from './branch-rate';
import type { BranchTable } from './branch-table';

export type Moved = 'rose' | 'fell' | 'kept' | 'new' | 'unknown';
export const MOVES = ['rose', 'fell', 'kept', 'new', 'unknown'] as const satisfies readonly Moved[];

export interface Filter {
  /** Places of counties and sectors in the table's dictionaries; null: all. */
  readonly counties: ReadonlySet<number> | null;
  readonly sector: number | null;
  /** Place among the classes, UNRATED, or null: all. */
  readonly star: number | null;
  readonly before: number | null;
  readonly moved: Moved | null;
  /** Only those that are warned. */
  readonly warned: boolean;
  /** Only those whose star by score and published star differ. */
  readonly differs: boolean;
  /** Characters, pinyin or initials. */
  readonly text: string;
}

export const ALL: Filter = {
  ...{ counties: null, sector: null, star: null, before: null, moved: null, warned: false, differs: false, text: '' },
};

export const COLUMNS = ['file', 'name', 'county', 'township', 'sector', 'total', 'star', 'before', 'moved'] as const;
export type Column = (typeof COLUMNS)[number];

export interface Sorting {
  readonly column: Column;
  readonly descending: boolean;
}

/** How a branch's star moved: a lower place among the classes is a better star. */
export function movedOf(star: number, before: number): Moved {
  if (before === ABSENT) return 'new';
  if (star === UNRATED || before === UNRATED) return 'unknown';
  return star < before ? 'rose' : star > before ? 'fell' : 'kept';
}

/** Lower case, full-width as half-width, no blanks: as names are searched. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\S\n]+/g, '');

/** Places of lines in a text of lines. */
class Lines {
  readonly #text: string;
  readonly #starts: Int32Array;

  constructor(text: string, size: number) {
    this.#text = text;
    this.#starts = new Int32Array(size);
    for (let at = 0, i = 0; i < size; i++) {
      this.#starts[i] = at;
      const end = text.indexOf('\n', at);
      at = (end < 0 ? text.length : end) + 1;
    }
  }

  /** Sets 1 for every line that holds the text. */
  mark(part: string, hits: Uint8Array): void {
    const [text, starts] = [this.#text, this.#starts];
    for (let at = text.indexOf(part), i = 0; at >= 0;) {
      while (i + 1 < starts.length && (starts[i + 1] ?? 0) <= at) i++;
      hits[i] = 1;
      // On to the next line: a second hit in this one says nothing new.
      const next = starts[i + 1];
      if (next === undefined) return;
      at = text.indexOf(part, next);
    }
  }
}

/** Places in the order of a column, how many at its end have no value, and by branch its rank; null: no two are equal. */
interface Ordered {
  readonly order: Int32Array;
  readonly without: number;
  readonly ranks: Int32Array | null;
}

export class BranchList {
  readonly table: BranchTable;
  readonly rating: BranchRating;
  readonly #lines: Lines;
  readonly #codes: Lines;
  readonly #pinyin: { readonly full: Lines; readonly initials: Lines } | null;
  readonly #orders: Orders | null;
  readonly #kept = new Map<Column, Ordered>();
  readonly #moves: Uint8Array;
  #hits: { readonly text: string; readonly hits: Uint8Array } | null = null;

  /**
   * @param orders null while they are worked out: names and townships then stay in file order.
   * @param pinyin null while it is not there: only characters and codes are searched.
   */
  constructor(table: BranchTable, rating: BranchRating, orders: Orders | null = null, pinyin: Spelt | null = null) {
    this.table = table;
    this.rating = rating;
    this.#orders = orders;
    this.#moves = Uint8Array.from(rating.star, (star, i) => MOVES.indexOf(movedOf(star, rating.before[i] ?? ABSENT)));
    this.#lines = new Lines(plain(table.names), table.size);
    this.#codes = new Lines(plain(table.codes), table.size);
    this.#pinyin = pinyin && { full: new Lines(pinyin.full, table.size), initials: new Lines(pinyin.initials, table.size) };
  }

  /** The branches that pass, in order; those without a value last in both directions. */
  view(filter: Filter, { column, descending }: Sorting): Int32Array {
    const { order, without, ranks } = this.#order(column);
    const passes = this.#passes(filter);
    const found = new Int32Array(order.length);
    const given = order.length - without;
    let n = 0;
    const take = (i: number): void => {
      if (passes[i] === 1) found[n++] = i;
    };
    if (descending) {
      // Equal ones stay in the order of the file in both directions.
      for (let end = given; end > 0;) {
        let begin = end - 1;
        while (begin > 0 && ranks && ranks[order[begin - 1]!] === ranks[order[end - 1]!]) begin--;
        for (let k = begin; k < end; k++) take(order[k]!);
        end = begin;
      }
    } else for (let k = 0; k < given; k++) take(order[k]!);
    for (let k = given; k < order.length; k++) take(order[k]!);
    return found.subarray(0, n);
  }

  moved(i: number): Moved {
    return MOVES[this.#moves[i] ?? 0] ?? 'unknown';
  }

  #passes(filter: Filter): Uint8Array {
    const { table, rating } = this;
    const passes = new Uint8Array(table.size);
    const hits = this.#search(filter.text);
    const counties = filter.counties && Uint8Array.from(table.counties.values, (_, c) => (filter.counties?.has(c) ? 1 : 0));
    const { star, before, byScore, warned } = rating;
    for (let i = 0; i < passes.length; i++) {
      if (hits && hits[i] !== 1) continue;
      if (counties && counties[table.counties.codes[i]!] !== 1) continue;
      if (filter.sector !== null && table.sectors.codes[i] !== filter.sector) continue;
      if (filter.star !== null && star[i] !== filter.star) continue;
      if (filter.before !== null && before[i] !== filter.before) continue;
      if (filter.warned && warned[i] !== 1) continue;
      if (filter.differs && byScore[i] === star[i]) continue;
      if (filter.moved !== null && this.moved(i) !== filter.moved) continue;
      passes[i] = 1;
    }
    return passes;
  }

  /** By branch, whether its name, code or pinyin holds the text; null: nothing is searched. */
  #search(text: string): Uint8Array | null {
    const part = plain(text);
    if (part === '') return null;
    if (this.#hits?.text === part) return this.#hits.hits;
    const hits = new Uint8Array(this.table.size);
    this.#lines.mark(part, hits);
    this.#codes.mark(part, hits);
    if (/^[a-z0-9]+$/.test(part) && this.#pinyin) {
      this.#pinyin.full.mark(part, hits);
      this.#pinyin.initials.mark(part, hits);
    }
    this.#hits = { text: part, hits };
    return hits;
  }

  #order(column: Column): Ordered {
    let kept = this.#kept.get(column);
    if (!kept) this.#kept.set(column, (kept = this.#ordered(column)));
    return kept;
  }

  #ordered(column: Column): Ordered {
    const { table, rating } = this;
    const inFile = () => Int32Array.from({ length: table.size }, (_, i) => i);
    const classes = rating.classes.length;
    // The fewest stars have the lowest rank; those without come last.
    const stars = (of: Int8Array) =>
      byRanks(
        Int32Array.from(of, (s) => (s < 0 ? classes : classes - 1 - s)),
        classes,
      );
    switch (column) {
      case 'file':
        return { order: inFile(), without: 0, ranks: null };
      case 'name':
        return { order: this.#orders?.name ?? inFile(), without: 0, ranks: null };
      case 'township':
        return { order: this.#orders?.township ?? inFile(), without: 0, ranks: Int32Array.from(table.townships.codes) };
      case 'county':
        return byRanks(Int32Array.from(table.counties.codes), table.counties.values.length);
      case 'sector':
        return byRanks(Int32Array.from(table.sectors.codes), table.sectors.values.length);
      case 'star':
        return stars(rating.star);
      case 'before':
        return stars(rating.before);
      case 'moved': {
        const rank = { fell: 0, kept: 1, rose: 2, new: 3, unknown: 3 };
        const ranks = MOVES.map((m) => rank[m]);
        return byRanks(
          Int32Array.from(this.#moves, (m) => ranks[m] ?? 3),
          3,
        );
      }
      case 'total':
        return byNumber(rating.total);
    }
  }
}

/** The order of ranks below `none`; a rank of `none` is no value. */
function byRanks(ranks: Int32Array, none: number): Ordered {
  let without = 0;
  for (let i = 0; i < ranks.length; i++) if (ranks[i] === none) without += 1;
  return { order: byRank(ranks, none + 1), without, ranks };
}

/** Places in the order of figures, those without one last. Different figures are few beside the branches. */
function byNumber(of: Float64Array): Ordered {
  const different = Float64Array.from(new Set(of))
    .filter((v) => !Number.isNaN(v))
    .sort();
  const places = new Map<number, number>();
  different.forEach((v, i) => places.set(v, i));
  const none = different.length;
  return byRanks(
    Int32Array.from(of, (v) => places.get(v) ?? none),
    none,
  );
}
