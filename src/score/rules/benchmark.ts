/** What bands 分档 and step 每低1%扣 compare: the value, or how far it lies from a benchmark, rounded first where the rule says so. */
import type { ValueUnit } from '../../model/measure';
import type { Reason } from '../../model/reason';
import { round, type RuleOf } from '../../scheme';
import type { Field } from '../field';
import { heldFigure, heldReason, poolOf, poolParams, type Others } from './look';
import { reason, type FlagCode, type UnitOf } from './rule';

type Against = NonNullable<RuleOf<'bands'>['against']>;

/** The part of a rule that says what is compared. */
export interface Compared {
  readonly against?: Against;
  readonly roundTo?: number;
}

const others = (against: Extract<Against, { mean: string }>): Others => ({
  among: against.mean,
  ...(against.fallback && { fallback: against.fallback }),
});

/** The figure x is held against: NaN where the rule needs none, or there is none. */
export function benchmark({ against }: Compared, field: Field, u: number): number {
  if (against === undefined) return NaN;
  return 'mean' in against ? poolOf(others(against), field, u).mean : heldFigure(against, field, u);
}

/** No benchmark known, or one of a group too small. */
export function flagBenchmark(rule: Compared, field: Field, u: number): FlagCode | null {
  const { against } = rule;
  if (against === undefined) return null;
  if (Number.isNaN(benchmark(rule, field, u))) return 'noTarget';
  return 'mean' in against && poolOf(others(against), field, u).small ? 'smallGroup' : null;
}

/** The number that is compared. Whoever holds it against a bound snaps it: 0.9 − 0.85 reaches 0.05. */
export function compared({ against, roundTo }: Compared, x: number, held: number): number {
  const plain = against === undefined ? x : x - held;
  return roundTo === undefined ? plain : round(plain, roundTo, 'half-up');
}

/** The benchmark told, with its rows where it has any; none where the rule has none. */
export function benchmarkReason({ against }: Compared, field: Field, u: number, kind: ValueUnit, unitOf: UnitOf): Reason[] {
  if (against === undefined) return [];
  if (!('mean' in against)) return [{ ...heldReason('target', against, field, u, kind, unitOf), unit: kind }];
  const pool = poolOf(others(against), field, u);
  return [reason('mean', pool.mean, kind, [], poolParams(pool))];
}
