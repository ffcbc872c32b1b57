/**
 * What moved between a seal and today's reckoning of the same period: how much of it is corrected data, how much other
 * rules. Between the two stands today's data under the sealed scheme: sealed → that is 数据更正, that → today is 规则变化.
 * Where no value of any unit differs from what was sealed, the first step can only be the program's own.
 */
import { comparePeriods } from '../model/period';
import type { UnitId } from '../model/unit';
import { scoreAll, type ScoreBook } from './book';
import { split, type Cause, type LineSplit, type Movement, type Split } from './attribution';
import { isWhole, sealOf, type Seal, type SealedUnit } from './seal';

export type SealCause = 'correction' | 'rules' | 'program';

/** A published number as sealed and now; the parts add up to the change exactly. */
export interface SealSplit {
  readonly sealed: number | null;
  readonly now: number | null;
  /** null unless both are there; all parts are 0 then. */
  readonly change: number | null;
  readonly parts: Readonly<Record<SealCause, number>>;
}

export interface SinceSeal {
  readonly unit: UnitId;
  /** Whether nothing in the seal was changed since it was made. Of one that was, nothing said here can be relied on. */
  readonly whole: boolean;
  readonly total: SealSplit;
  readonly rank: SealSplit;
  /** Every leaf of either scheme; a leaf that one of them does not have has null there. */
  readonly leaves: readonly (SealSplit & {
    readonly node: string;
    /** What its rule was given. */
    readonly values: readonly [sealed: number | null, now: number | null];
  })[];
}

const NONE: SealSplit['parts'] = { correction: 0, rules: 0, program: 0 };

/** The seal of a unit against the book as it is now. */
export function sinceSeal(seal: Seal, book: ScoreBook, unit: UnitId): SinceSeal {
  const periods = [...new Set([...book.periods, seal.period])].sort(comparePeriods);
  const then = scoreAll(seal.scheme, book.measures, book.roster, periods);
  const [between, now] = [sealOf(then, seal.period, []), sealOf(book, seal.period, [])];
  const first: SealCause = sameValues(seal.units, between.units) ? 'program' : 'correction';
  const of = (s: Seal): SealedUnit | undefined => s.units.find((u) => u.unit === unit);
  const [a, b, c] = [of(seal), of(between), of(now)];
  const { decimals } = book.scheme.rounding;
  const at = (s: Seal, u: SealedUnit | undefined, list: 'points' | 'values', node: string): number | null =>
    u?.[list][s.nodes.indexOf(node)] ?? null;
  const leaves = [...new Set([...leavesOf(then), ...leavesOf(book)])].map((node) => {
    const points = [at(seal, a, 'points', node), at(between, b, 'points', node), at(now, c, 'points', node)] as const;
    const values = [at(seal, a, 'values', node), at(now, c, 'values', node)] as const;
    return { node, values, ...splitOf(points, first, decimals) };
  });
  return {
    unit,
    whole: isWhole(seal),
    total: splitOf([a?.total ?? null, b?.total ?? null, c?.total ?? null], first, decimals),
    rank: splitOf([a?.rank ?? null, b?.rank ?? null, c?.rank ?? null], first, 1),
    leaves,
  };
}

const leavesOf = (book: ScoreBook): string[] => book.nodes.flatMap((n) => (n.leaf ? [n.id] : []));

function splitOf(
  [sealed, between, now]: readonly [number | null, number | null, number | null],
  first: SealCause,
  decimals: number,
): SealSplit {
  if (sealed === null || now === null) return { sealed, now, change: null, parts: NONE };
  const scale = 10 ** decimals;
  const change = Math.round((now - sealed) * scale) / scale + 0;
  // What is not there between waits for the next step.
  const middle = between ?? sealed;
  const [one = 0, two = 0] = split([middle - sealed, now - middle], change, decimals);
  return { sealed, now, change, parts: { ...NONE, [first]: one, rules: two } };
}

/** Whether all units were given the same values, to 1e-9. */
function sameValues(a: readonly SealedUnit[], b: readonly SealedUnit[]): boolean {
  const near = (x: number | null, y: number | null): boolean =>
    x === y || (x !== null && y !== null && Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x)));
  return (
    a.length === b.length &&
    a.every((u, i) => u.unit === b[i]?.unit && u.values.every((x, k) => near(x, b[i]?.values[k] ?? null)))
  );
}

/**
 * A movement whose earlier period is sealed, told from what was sealed instead of from what that period would be today: what
 * happened to the sealed period since joins 数据更正 and 规则变化 (which takes the program's part too). Parts still add up, line
 * by line and cause by cause.
 */
export function fromSealed(movement: Movement, since: SinceSeal): Movement {
  const lines = new Map<string, LineSplit>(movement.lines.map((l) => [l.id, l]));
  for (const leaf of since.leaves) {
    if (Object.values(leaf.parts).every((p) => p === 0)) continue;
    const old = lines.get(leaf.node) ?? { kind: 'leaf', id: leaf.node, ...same(leaf.now) };
    lines.set(leaf.node, { ...old, ...joined(old, leaf) });
  }
  const total = joined(movement.total, since.total);
  const all = [...lines.values()];
  // Published leaf points do not quite add up to published totals: what is left of the seal's own part is rounding.
  const rest = left(total, all);
  if (rest) {
    const old = lines.get('rounding');
    lines.set('rounding', old ? { ...old, change: sum(old.change, rest.change), parts: add(old.parts, rest.parts) } : rest);
  }
  return { ...movement, total, rank: joined(movement.rank, since.rank), lines: [...lines.values()] };
}

const same = (x: number | null): Split => ({
  before: x,
  now: x,
  change: 0,
  parts: { correction: 0, rules: 0, calendar: 0, own: 0, others: 0 },
});

const tidy = (x: number): number => Math.round(x * 1e9) / 1e9 + 0;
const sum = (a: number | null, b: number | null): number => tidy((a ?? 0) + (b ?? 0));

function joined(s: Split, since: SealSplit): Split {
  if (s.change === null || since.change === null) return { ...s, before: since.sealed };
  const parts = {
    ...s.parts,
    correction: sum(s.parts.correction, since.parts.correction),
    rules: sum(s.parts.rules, since.parts.rules + since.parts.program),
  };
  return { before: since.sealed, now: s.now, change: sum(s.change, since.change), parts };
}

const add = (a: Split['parts'], b: Split['parts']): Split['parts'] => each((c) => sum(a[c], b[c]));
const each = (of: (c: Cause) => number): Record<Cause, number> => ({
  correction: of('correction'),
  rules: of('rules'),
  calendar: of('calendar'),
  own: of('own'),
  others: of('others'),
});

function left(total: Split, lines: readonly LineSplit[]): LineSplit | null {
  if (total.change === null) return null;
  const parts = each((c) => tidy(total.parts[c] - lines.reduce((n, l) => n + l.parts[c], 0)));
  const change = Object.values(parts).reduce((n, x) => n + x, 0);
  if (Object.values(parts).every((x) => x === 0)) return null;
  return { kind: 'rounding', id: 'rounding', before: null, now: null, change: tidy(change), parts };
}
