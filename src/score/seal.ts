/**
 * The seal of a period 封存: its data, scheme and result as they were when it was decided, under one hash. Later the same
 * period can be worked out again beside it, and every difference is told, with what made it.
 */
import type { PackContent } from '../model/pack-content';
import type { Period } from '../model/period';
import type { UnitId } from '../model/unit';
import { canonicalHash, flatten, type Change, type Scheme } from '../scheme';
import { diffSchemes } from '../scheme/diff';
import type { ScoreBook } from './book';

/** A source the result rests on: its bytes by SHA-256, and where it stood. */
export interface SealedSource {
  readonly hash: string;
  readonly file: string;
  readonly ledger: string;
}

export interface SealedUnit {
  readonly unit: UnitId;
  readonly group: string | null;
  readonly total: number | null;
  readonly rank: number | null;
  readonly grade: string | null;
  /** By node, as `nodes` lists them: published points; null where there are none. */
  readonly points: readonly (number | null)[];
  /** By node: what a leaf's rule was given; null where it had none, and of sections. */
  readonly values: readonly (number | null)[];
  /** By node: points before rounding. Not in seals of version 1. */
  readonly exact?: readonly (number | null)[];
}

/** What a seal freezes besides the result. */
export interface SealedPapers {
  /** SHA-256 of the canonical JSON of the journal's steps. */
  readonly journal: string;
  /** What the papers of the meeting say; null where none were made. */
  readonly content: PackContent | null;
}

export interface Seal extends Partial<SealedPapers> {
  /** 1: without journal, papers and unrounded points. */
  readonly v: 1 | 2;
  readonly period: Period;
  readonly scheme: Scheme;
  readonly sources: readonly SealedSource[];
  /** Ids of the scheme's nodes, '' the total. */
  readonly nodes: readonly string[];
  readonly units: readonly SealedUnit[];
  /** SHA-256 of the canonical JSON (RFC 8785) of all the rest, lower-case hex: of no file's bytes but the sources' own hashes. */
  readonly hash: string;
}

const orNull = (x: number | undefined): number | null => (x === undefined || !Number.isFinite(x) ? null : x);

/** Seals a period as the book has it. @param sources what its figures were read from, in the record's order. */
export function sealOf(book: ScoreBook, period: Period, sources: readonly SealedSource[], papers?: SealedPapers): Seal {
  const scores = book.at(period);
  const units = scores.units.map((unit, u): SealedUnit => ({
    ...{ unit, group: scores.groups[u] ?? null, grade: scores.grades[u] ?? null },
    ...{ total: orNull(scores.total[u]), rank: orNull(scores.rank[u]) },
    points: book.nodes.map((n) => orNull(scores.points(n.index)[u])),
    values: book.nodes.map((n) => (n.leaf ? orNull(scores.value(n.index)[u]) : null)),
    exact: book.nodes.map((n) => orNull(scores.exact(n.index)[u])),
  }));
  const rest = { v: 2 as const, ...papers, period, scheme: book.scheme, sources, nodes: book.nodes.map((n) => n.id), units };
  return { ...rest, hash: hashOf(rest) };
}

/** Whether nothing in a seal was changed since it was made. */
export function isWhole({ hash, ...rest }: Seal): boolean {
  return hash === hashOf(rest);
}

const hashOf = (rest: Omit<Seal, 'hash'>): string => canonicalHash(rest);

/** data: the leaf was given another value · scheme: its rule, weight or surroundings are other ones · program: neither, so this program reckons otherwise. */
export type Cause = 'data' | 'scheme' | 'program';

export interface LeafDifference {
  readonly node: string;
  readonly points: readonly [sealed: number | null, now: number | null];
  readonly values: readonly [sealed: number | null, now: number | null];
  readonly causes: readonly Cause[];
}

export interface UnitDifference {
  readonly unit: UnitId;
  /** null: the unit was not there then, or is not there now. */
  readonly sealed: Pick<SealedUnit, 'total' | 'rank' | 'grade'> | null;
  readonly now: Pick<SealedUnit, 'total' | 'rank' | 'grade'> | null;
  /** Leaves whose points or values differ. */
  readonly leaves: readonly LeafDifference[];
}

export interface SealDifferences {
  readonly scheme: readonly Change[];
  /** Sources that were read then and are not now, and the other way round. */
  readonly gone: readonly SealedSource[];
  readonly added: readonly SealedSource[];
  /** Units whose total, rank, grade or leaves differ, in the order of the book, then those that are gone. */
  readonly units: readonly UnitDifference[];
}

/** How the period differs from its seal as worked out now. Numbers are compared as published, values at 1e-9. */
export function differencesFrom(seal: Seal, book: ScoreBook, sources: readonly SealedSource[]): SealDifferences {
  const now = sealOf(book, seal.period, sources);
  const scheme = diffSchemes(seal.scheme, book.scheme);
  const before = new Map(seal.units.map((u) => [u.unit, u]));
  const after = new Map(now.units.map((u) => [u.unit, u]));
  const order = [...after.keys(), ...[...before.keys()].filter((u) => !after.has(u))];
  const units = order.flatMap((unit) => {
    const [old, recent] = [before.get(unit), after.get(unit)];
    const leaves = leavesOf(seal, now, book, old, recent, scheme.length > 0);
    const same = old && recent && old.total === recent.total && old.rank === recent.rank && old.grade === recent.grade;
    return same && leaves.length === 0 ? [] : [{ unit, sealed: standing(old), now: standing(recent), leaves }];
  });
  const known = (list: readonly SealedSource[]) => new Set(list.map((s) => `${s.hash} ${s.ledger}`));
  const [then, today] = [known(seal.sources), known(sources)];
  return {
    scheme,
    gone: seal.sources.filter((s) => !today.has(`${s.hash} ${s.ledger}`)),
    added: sources.filter((s) => !then.has(`${s.hash} ${s.ledger}`)),
    units,
  };
}

/** Of either scheme, so that what one of them does not have is told too. */
const leafIds = (scheme: Scheme): string[] => flatten(scheme).flatMap((n) => (n.leaf ? [n.id] : []));

const standing = (u: SealedUnit | undefined): UnitDifference['sealed'] =>
  u ? { total: u.total, rank: u.rank, grade: u.grade } : null;

function leavesOf(
  seal: Seal,
  now: Seal,
  book: ScoreBook,
  old: SealedUnit | undefined,
  recent: SealedUnit | undefined,
  otherScheme: boolean,
): LeafDifference[] {
  const ids = [...new Set([...leafIds(seal.scheme), ...leafIds(book.scheme)])];
  return ids.flatMap((node): LeafDifference[] => {
    const [then, today] = [seal.nodes.indexOf(node), now.nodes.indexOf(node)];
    const points = [old?.points[then] ?? null, recent?.points[today] ?? null] as const;
    const values = [old?.values[then] ?? null, recent?.values[today] ?? null] as const;
    const moved = !near(values[0], values[1]);
    if (points[0] === points[1] && !moved) return [];
    const causes: Cause[] = [...(moved ? (['data'] as const) : []), ...(otherScheme ? (['scheme'] as const) : [])];
    return [{ node, points, values, causes: causes.length > 0 ? causes : ['program'] }];
  });
}

const near = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b)));
