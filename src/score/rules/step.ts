/**
 * step 每低1%扣: W − steps·step, how far the value lies outside its bounds, down to `floor`; with `gain`, W + steps·gain
 * on the good side, up to `gainCap`. Of the value itself, or of its distance to a benchmark.
 */
import { snap, type RuleOf } from '../../scheme';
import { boundsParams, holds } from '../bounds';
import type { Field } from '../field';
import { benchmark, benchmarkReason, compared, flagBenchmark } from './benchmark';
import { reported, reportedReason } from './look';
import { reason, type RuleCode } from './rule';

type Step = RuleOf<'step'>;

/** Whole and part steps in a distance; parts of one as the rule says. */
function count({ per, parts = 'exact' }: Step, distance: number): number {
  // Snapped, so that 1 − 0.97 is three steps of 0.01 and not 3.0000000000000027.
  const n = snap(Math.max(distance, 0) / per);
  return parts === 'exact' ? n : parts === 'up' ? Math.ceil(n) : Math.floor(n);
}

/** Steps outside the bounds. */
const outside = (rule: Step, y: number): number =>
  count(rule, Math.max((rule.atLeast ?? -Infinity) - y, y - (rule.atMost ?? Infinity)));

/** Steps beyond the bound on the good side; between two bounds there is none. */
function beyond(rule: Step, y: number): number {
  const { atLeast, atMost } = rule;
  if (rule.gain === undefined || (atLeast === undefined) === (atMost === undefined)) return 0;
  return count(rule, atLeast === undefined ? (atMost ?? 0) - y : y - atLeast);
}

const taken = (rule: Step, full: number, steps: number): number =>
  Math.min(Math.max(0, full - (rule.floor ?? 0)), steps * rule.step);
const gained = (rule: Step, steps: number): number => Math.min(rule.gainCap ?? Infinity, steps * (rule.gain ?? 0));

/** `exempt`: 1 where nothing is taken off. Without a benchmark to compare with: not applicable. */
function points(rule: Step, full: number, x: number, held: number, exempt = NaN): number {
  if (rule.against && Number.isNaN(held)) return NaN;
  const y = compared(rule, x, held);
  const off = exempt === 1 ? 0 : taken(rule, full, outside(rule, y));
  return full - off + gained(rule, beyond(rule, y));
}

const isExempt = ({ exempt }: Step, field: Field, u: number): boolean =>
  exempt !== undefined && holds(exempt, reported(exempt.measure, field, u)?.cell.value ?? NaN);

export const step: RuleCode<Step> = {
  points,
  against: benchmark,
  second: (rule, field, u) => (isExempt(rule, field, u) ? 1 : NaN),
  flag: flagBenchmark,

  reason(rule, full, value, field, u, unitOf) {
    const x = value.value ?? NaN;
    const held = benchmark(rule, field, u);
    const exempt = isExempt(rule, field, u);
    const y = compared(rule, x, held);
    const [steps, more] = [outside(rule, y), beyond(rule, y)];
    const args = [value, ...benchmarkReason(rule, field, u, value.unit, unitOf)];
    if (rule.exempt) {
      const told = reportedReason('exempt', rule.exempt.measure, field, u, unitOf);
      args.push({ ...told, params: { ...told.params, ...boundsParams(rule.exempt), met: exempt } });
    }
    const off = exempt ? 0 : taken(rule, full, steps);
    return reason('step', points(rule, full, x, held, exempt ? 1 : NaN), 'points', args, {
      ...{ fullMarks: full, per: rule.per, step: rule.step, steps, taken: off },
      ...boundsParams({
        ...(rule.atLeast !== undefined && { atLeast: rule.atLeast }),
        ...(rule.atMost !== undefined && { atMost: rule.atMost }),
      }),
      ...(rule.against || rule.roundTo !== undefined ? { compared: y } : {}),
      ...(rule.floor === undefined ? {} : { floor: rule.floor }),
      ...(rule.gain === undefined ? {} : { gain: rule.gain, gainSteps: more, gained: gained(rule, more) }),
      ...(rule.exempt ? { exempt } : {}),
    });
  },
};
