/** Published stars: limited steps, grades that hold at once, warnings, new branches. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UnitId } from '../../src/model/unit';
import type { Grades } from '../../src/scheme';
import { follow, followAll, publishedOf, type Dynamics, type Published } from '../../src/score/stars';

const LINES: Grades = {
  lines: [
    { grade: '5', min: 90 },
    { grade: '4', min: 80 },
    { grade: '3', min: 70 },
    { grade: '2', min: 60 },
    { grade: '1', min: 50 },
    { grade: '0' },
  ],
};
type Star = string | null;
const published = (stars: Record<string, Star>): Published => new Map(Object.entries(stars).map(([id, s]) => [id as UnitId, s]));
const rated = (stars: Record<string, Star>, atOnce: string[] = []) => ({
  ids: Object.keys(stars) as UnitId[],
  byScore: Object.values(stars),
  atOnce: Object.keys(stars).map((id) => atOnce.includes(id)),
});
const ONE: Dynamics = { up: 1, down: 1 };
const WARN: Dynamics = { warn: { below: '3', periods: 2 } };

describe('the published star', () => {
  test('follows the score by at most one step a period: 2 → 5 is 3, 5 → 2 is 4, 3 → 4 is 4, 4 → 4 is 4', () => {
    const moves = follow(LINES, ONE, rated({ a: '5', b: '2', c: '4', d: '4' }), [published({ a: '2', b: '5', c: '3', d: '4' })]);
    expect(moves.map((m) => [m.byScore, m.published, m.held])).toEqual([
      ['5', '3', 'up'],
      ['2', '4', 'down'],
      ['4', '4', null],
      ['4', '4', null],
    ]);
  });

  test('may be limited one way only, or to none: up two, down at once', () => {
    const moves = follow(LINES, { up: 2 }, rated({ a: '5', b: '0' }), [published({ a: '1', b: '5' })]);
    expect(moves.map((m) => m.published)).toEqual(['3', '0']);
    expect(follow(LINES, { up: 0 }, rated({ a: '5' }), [published({ a: '4' })])[0]?.published).toBe('4');
  });

  test('a grade that holds at once is not limited: backward at once, honoured at once', () => {
    const moves = follow(LINES, ONE, rated({ a: '0', b: '5', c: '0' }, ['a', 'b']), [published({ a: '5', b: '1', c: '5' })]);
    expect(moves.map((m) => [m.published, m.held])).toEqual([
      ['0', null],
      ['5', null],
      ['4', 'down'],
    ]);
  });

  test('of a branch that is new, was not rated, or has a grade the scheme no longer knows is the score’s', () => {
    const before = published({ b: null, c: 'old', gone: '5' });
    const moves = follow(LINES, ONE, rated({ a: '5', b: '5', c: '5', d: null }), [published({ a: '1' }), before]);
    expect(moves.map((m) => m.published)).toEqual(['5', '5', '5', null]);
  });

  test('over periods each starts from what was published: 1, then 5 by score three times → 2, 3, 4', () => {
    const all = followAll(LINES, ONE, [rated({ a: '1' }), rated({ a: '5' }), rated({ a: '5' }), rated({ a: '5' })]);
    expect(all.map(([m]) => [m?.published, m?.held])).toEqual([
      ['1', null],
      ['2', 'up'],
      ['3', 'up'],
      ['4', 'up'],
    ]);
  });

  test('is joined on the id: the order of the branches is nothing', () => {
    const before = [published({ a: '2', b: '5' })];
    const one = follow(LINES, ONE, rated({ a: '5', b: '2' }), before);
    const other = follow(LINES, ONE, rated({ b: '2', a: '5' }), before);
    expect([...other].reverse()).toEqual(one);
  });

  test('never moves more than its limits, is never beyond the score, and says when it is held', () => {
    const star = fc.constantFrom('5', '4', '3', '2', '1', '0');
    const limit = fc.option(fc.nat(3), { nil: undefined });
    fc.assert(
      fc.property(fc.array(star, { minLength: 2, maxLength: 8 }), limit, limit, (scores, up, down) => {
        const rule = { ...(up === undefined ? {} : { up }), ...(down === undefined ? {} : { down }) };
        const stars = followAll(
          LINES,
          rule,
          scores.map((s) => rated({ a: s })),
        ).map(([m]) => m!);
        stars.forEach((m, i) => {
          const [is, wanted] = [Number(m.published), Number(m.byScore)];
          const was = i === 0 ? is : Number(stars[i - 1]?.published);
          expect(is - was).toBeLessThanOrEqual(up ?? 5);
          expect(was - is).toBeLessThanOrEqual(down ?? 5);
          expect(m.held).toBe(is < wanted ? 'up' : is > wanted ? 'down' : null);
          expect((Math.min(was, wanted) <= is && is <= Math.max(was, wanted)) || i === 0).toBe(true);
        });
      }),
    );
  });
});

describe('a warning', () => {
  test('is for two periods running below three stars, as published', () => {
    const moves = follow(LINES, WARN, rated({ a: '2', b: '2', c: '3', d: '2', e: null }), [
      published({ a: '1', b: '3', c: '2', e: '1' }),
    ]);
    expect(moves.map((m) => m.warned)).toEqual([true, false, false, false, false]);
  });

  test('looks at what was published, not at the score that was held back', () => {
    const moves = follow(LINES, { ...ONE, ...WARN }, rated({ a: '5', b: '0' }), [published({ a: '1', b: '4' })]);
    expect(moves.map((m) => [m.published, m.warned])).toEqual([
      ['2', true],
      ['3', false],
    ]);
  });

  test('over three periods wants all three; fewer known periods warn nobody', () => {
    const rule: Dynamics = { warn: { below: '3', periods: 3 } };
    const low = published({ a: '2' });
    const warned = (history: Published[]) => follow(LINES, rule, rated({ a: '2' }), history)[0]?.warned;
    expect([
      warned([]),
      warned([low]),
      warned([low, low]),
      warned([low, published({ a: '3' })]),
      warned([published({ a: '4' }), low, low]),
    ]).toEqual([false, false, true, false, true]);
    expect(follow(LINES, { warn: { below: '3', periods: 1 } }, rated({ a: '2' }), [])[0]?.warned).toBe(true);
  });
});

test('published stars are the next period’s history', () => {
  expect([...publishedOf(follow(LINES, ONE, rated({ a: '5', b: null }), []))]).toEqual([
    ['a', '5'],
    ['b', null],
  ]);
});

test('a limit or a number of periods that is not whole, and a grade without a line, are refused', () => {
  const run =
    (rule: Dynamics, star = '5') =>
    () =>
      follow(LINES, rule, rated({ a: star }), []);
  expect(run({ up: -1 })).toThrow(RangeError);
  expect(run({ down: 0.5 })).toThrow(RangeError);
  expect(run({ warn: { below: '3', periods: 0 } })).toThrow(RangeError);
  expect(run({ warn: { below: '9', periods: 2 } })).toThrow('the scheme has no grade 9');
  expect(run({}, 'x')).toThrow('the scheme has no grade x');
});
