/**
 * What is chosen on the branches screen, as its part of the address writes it: which stars, compared with what, which branches
 * are listed in which order, whose reason is open. Whatever cannot be read falls back to the start.
 */
import { isPeriod, type Period } from '../model/period';
import { COLUMNS, MOVES, type Column, type Moved, type Sorting } from '../pipeline/branch-list';

export interface Choice {
  /** The star scheme's id; null: as published. */
  readonly scheme: string | null;
  /** The period compared with; null: the one that suggests itself. */
  readonly against: Period | 'reported' | 'nothing' | null;
  readonly county: string | null;
  readonly sector: string | null;
  /** A grade's id; UNRATED_ID, ABSENT_ID; null: all. */
  readonly star: string | null;
  readonly before: string | null;
  readonly moved: Moved | null;
  readonly warned: boolean;
  readonly held: boolean;
  readonly text: string;
  readonly sort: Sorting;
  /** The branch whose reason is open: its place in the period's table. */
  readonly open: number | null;
}

/** Stand for grades' ids where there is none. */
export const UNRATED_ID = '-';
export const ABSENT_ID = '--';

const IN_FILE: Sorting = { column: 'file', descending: false };

export const START: Choice = {
  ...{ scheme: null, against: null, county: null, sector: null, star: null, before: null, moved: null },
  ...{ warned: false, held: false, text: '', sort: IN_FILE, open: null },
};

/** Reads the address's part. */
export function readChoice(text: string | null): Choice {
  const q = new URLSearchParams(text ?? '');
  const against = q.get('vs');
  const open = Number(q.get('open') ?? NaN);
  const [column, way] = (q.get('sort') ?? '').split('.');
  const sorted: Column | undefined = COLUMNS.find((c) => c === column);
  return {
    scheme: q.get('scheme'),
    against: against === 'reported' || against === 'nothing' ? against : against && isPeriod(against) ? against : null,
    county: q.get('county'),
    sector: q.get('sector'),
    star: q.get('star'),
    before: q.get('before'),
    moved: MOVES.find((m) => m === q.get('moved')) ?? null,
    warned: q.has('warned'),
    held: q.has('held'),
    text: q.get('q') ?? '',
    sort: sorted ? { column: sorted, descending: way === 'down' } : IN_FILE,
    open: Number.isInteger(open) && open >= 0 ? open : null,
  };
}

/** Writes what `readChoice` reads back; null: nothing differs from the start. */
export function writeChoice(choice: Choice): string | null {
  const q = new URLSearchParams();
  const texts = { scheme: choice.scheme, vs: choice.against, county: choice.county, sector: choice.sector, star: choice.star };
  for (const [key, value] of Object.entries({ ...texts, before: choice.before, moved: choice.moved }))
    if (value !== null) q.set(key, value);
  if (choice.warned) q.set('warned', '');
  if (choice.held) q.set('held', '');
  if (choice.text) q.set('q', choice.text);
  const { column, descending } = choice.sort;
  if (column !== 'file' || descending) q.set('sort', `${column}.${descending ? 'down' : 'up'}`);
  if (choice.open !== null) q.set('open', String(choice.open));
  return q.toString() || null;
}
