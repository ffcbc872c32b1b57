/** Counts of branches by county, sector, star and move, in one pass over the columns. Pure. */
import { ABSENT, UNRATED, type BranchRating, type Gone } from '../pipeline/branch-rate';
import { movedOf } from '../pipeline/branch-list';
import type { BranchTable, Dictionary } from '../pipeline/branch-table';

/** Which branches are counted: places of counties and sectors in the table's dictionaries; null: all. */
export interface Scope {
  readonly counties: ReadonlySet<number> | null;
  readonly sector: number | null;
}

const flags = (size: number, of: ReadonlySet<number> | null): Uint8Array =>
  Uint8Array.from({ length: size }, (_, i) => (!of || of.has(i) ? 1 : 0));

/** Calls with every branch of the scope. */
function each(table: BranchTable, { counties, sector }: Scope, use: (i: number) => void): void {
  const inScope = flags(table.counties.values.length, counties);
  for (let i = 0; i < table.size; i++)
    if (inScope[table.counties.codes[i]!] === 1 && (sector === null || table.sectors.codes[i] === sector)) use(i);
}

/** By value of a dictionary: how many of each class, those without a star last. */
export function countsBy(table: BranchTable, rating: BranchRating, by: Dictionary, scope: Scope): number[][] {
  const classes = rating.classes.length;
  const counts = by.values.map(() => Array<number>(classes + 1).fill(0));
  each(table, scope, (i) => {
    const star = rating.star[i]!;
    counts[by.codes[i]!]![star < 0 ? classes : star]! += 1;
  });
  return counts;
}

/** By value of a dictionary, the points in rising order. */
export function valuesBy(table: BranchTable, rating: BranchRating, by: Dictionary, scope: Scope): Float64Array[] {
  const lists = by.values.map((): number[] => []);
  each(table, scope, (i) => {
    const total = rating.total[i]!;
    if (!Number.isNaN(total)) lists[by.codes[i]!]!.push(total);
  });
  return lists.map((l) => Float64Array.from(l).sort());
}

export interface Totals {
  readonly branches: number;
  readonly rated: number;
  readonly notDue: number;
  /** By class, those without a star last. */
  readonly stars: readonly number[];
  readonly moves: Readonly<Record<'rose' | 'fell' | 'kept' | 'new' | 'unknown', number>>;
  readonly gone: number;
  readonly warned: number;
  /** Held by limits on rising and falling. */
  readonly held: number;
}

/** Those gone that lie in the scope. */
function goneIn(table: BranchTable, gone: readonly Gone[], { counties, sector }: Scope): readonly Gone[] {
  const names = counties && new Set([...counties].map((c) => table.counties.values[c]));
  const of = sector === null ? null : table.sectors.values[sector];
  return gone.filter((g) => (!names || names.has(g.county)) && (of === null || of === g.sector));
}

export function totalsOf(table: BranchTable, rating: BranchRating, scope: Scope): Totals {
  const classes = rating.classes.length;
  const stars = Array<number>(classes + 1).fill(0);
  const moves = { rose: 0, fell: 0, kept: 0, new: 0, unknown: 0 };
  let [branches, warned, held, notDue] = [0, 0, 0, 0];
  each(table, scope, (i) => {
    const star = rating.star[i]!;
    branches += 1;
    stars[star < 0 ? classes : star]! += 1;
    moves[movedOf(star, rating.before[i]!)] += 1;
    warned += rating.warned[i]!;
    if (rating.byScore[i] !== star) held += 1;
    if (table.figures.due[i] === 0) notDue += 1;
  });
  const rated = branches - (stars[classes] ?? 0);
  return { ...{ branches, rated, notDue, stars, moves, warned, held }, gone: goneIn(table, rating.gone, scope).length };
}

/**
 * Branches by star of then (rows) and now (columns): the classes, then not rated, then not there (rows: not there then,
 * columns: not there now); null where neither.
 */
export function transitionsOf(table: BranchTable, rating: BranchRating, scope: Scope): (number | null)[][] {
  const classes = rating.classes.length;
  const counts = Array.from({ length: classes + 2 }, () => Array<number>(classes + 2).fill(0));
  const row = (star: number) => (star === ABSENT ? classes + 1 : star === UNRATED ? classes : star);
  each(table, scope, (i) => (counts[row(rating.before[i]!)]![row(rating.star[i]!)]! += 1));
  for (const g of goneIn(table, rating.gone, scope)) counts[row(g.star)]![classes + 1]! += 1;
  return counts.map((of, r) => of.map((n, c) => (r === classes + 1 && c === classes + 1 ? null : n)));
}
