/**
 * A star scheme's file 星级方案: a scheme of level branch, and beside it what only stars have: dynamics 动态管理 (how far a
 * star may follow the score, who is warned) and shares that must at least be reached. Everything else is the scheme format's.
 */
import * as v from 'valibot';
import type { MeasureCatalogue } from '../model/measure';
import { problem, type Problem } from '../model/problem';
import type { Scheme } from './format';
import { notNegative } from './parts';
import { isObject, type Json, pointerOf } from './pointer';
import { readScheme } from './read';

const steps = v.pipe(v.number(), v.integer(), v.minValue(0));

export const dynamicsFormat = v.strictObject({
  /** 升星, 降星: at most so many lines a period; absent: no limit. */
  up: v.exactOptional(steps),
  down: v.exactOptional(steps),
  /** 预警: published below this grade in so many periods running. */
  warn: v.exactOptional(v.strictObject({ below: v.string(), periods: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
});
export type StarDynamics = v.InferOutput<typeof dynamicsFormat>;

/** A quota that is a least share (后进 not under 10 %): how many too few there are is told; nobody is moved down for it. */
const leastFormat = v.strictObject({
  grade: v.string(),
  share: v.pipe(notNegative, v.maxValue(1)),
  scope: v.picklist(['group', 'city', 'parent']),
  rounding: v.picklist(['half-up', 'down', 'up']),
});
export type LeastShare = v.InferOutput<typeof leastFormat>;

export interface StarScheme {
  readonly scheme: Scheme;
  /** null: the file says nothing of them. */
  readonly dynamics: StarDynamics | null;
  readonly least: readonly LeastShare[];
}

export interface StarSchemeReading {
  /** null where any problem is an error. */
  readonly stars: StarScheme | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads the text of a star scheme: `dynamics` at its top, `grades.least` beside `grades.quotas`, all else by the scheme format.
 * Never throws; a scheme of another level is a fault.
 */
export function readStarScheme(text: string, catalogue: MeasureCatalogue): StarSchemeReading {
  let json: Json;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, '')) as Json;
  } catch {
    // The scheme's own reader says what is wrong with it.
    return { stars: null, problems: readScheme(text, catalogue).problems };
  }
  if (!isObject(json)) return { stars: null, problems: readScheme(text, catalogue).problems };
  const { dynamics, ...rest } = json;
  const { grades } = rest;
  let least: Json | undefined;
  if (isObject(grades)) {
    const { least: given, ...others } = grades;
    least = given;
    rest['grades'] = others;
  }
  const { scheme, problems: read } = readScheme(JSON.stringify(rest), catalogue);
  const problems: Problem[] = [...read];
  const invalid = (path: readonly string[], expected: string, received: string) =>
    problems.push(problem('error', 'scheme.invalid', {}, { pointer: pointerOf(path), expected, received }));
  const take = <T>(format: v.GenericSchema<unknown, T>, given: Json, path: readonly string[]): T | null => {
    const found = v.safeParse(format, given);
    if (found.success) return found.output;
    for (const issue of found.issues)
      invalid([...path, ...(issue.path ?? []).map((p) => String(p.key))], issue.expected ?? issue.type, issue.received);
    return null;
  };
  if (json['level'] !== 'branch' && !problems.some((p) => p.level === 'error'))
    invalid(['level'], '"branch"', JSON.stringify(json['level'] ?? null));
  const moves = dynamics === undefined ? null : take(dynamicsFormat, dynamics, ['dynamics']);
  const shares = least === undefined ? [] : (take(v.array(leastFormat), least, ['grades', 'least']) ?? []);
  const known = new Set((scheme?.grades?.lines ?? []).map((l) => l.grade));
  const unknown = (grade: string, path: readonly string[]) => {
    if (scheme && !known.has(grade))
      problems.push(problem('error', 'scheme.unknownId', {}, { pointer: pointerOf(path), id: grade }));
  };
  if (moves?.warn) unknown(moves.warn.below, ['dynamics', 'warn', 'below']);
  shares.forEach((s, i) => unknown(s.grade, ['grades', 'least', String(i), 'grade']));
  const faulty = scheme === null || problems.some((p) => p.level === 'error');
  return { stars: faulty ? null : { scheme, dynamics: moves, least: shares }, problems };
}
