/** What moved since a seal: corrected data, other rules, the program; and a movement told from the sealed figures. */
import { expect, test } from 'vitest';
import { scoreAll } from '../../src/score';
import { CAUSES, whyMoved } from '../../src/score/attribution';
import { sealOf, type Seal } from '../../src/score/seal';
import { fromSealed, sinceSeal } from '../../src/score/since-seal';
import { leaf, measures, p, roster, scheme } from './city';

const [Q2, Q3] = [p('2026Q2'), p('2026Q3')];
const plan = scheme([leaf('a', 60), leaf('b', 40)]);
const other = scheme([leaf('a', 70), leaf('b', 30)]);
const bookOf = (a: readonly [number, number], rules = plan, later: readonly [number, number] = [1, 1]) =>
  scoreAll(
    rules,
    measures({
      'm.a': { [Q2]: { u: a[0], v: a[1] }, [Q3]: { u: later[0], v: later[1] } },
      'm.b': { [Q2]: { u: 0.5, v: 0.5 }, [Q3]: { u: 0.5, v: 0.5 } },
    }),
    roster({ u: null, v: null }),
    [Q2, Q3],
  );
const unit = roster({ u: null, v: null }).units[0]!.id;
const seal = sealOf(bookOf([0.9, 0.5]), Q2, []);

test('nothing moved: no parts', () => {
  const since = sinceSeal(seal, bookOf([0.9, 0.5]), unit);
  expect(since.total).toEqual({ sealed: 74, now: 74, change: 0, parts: { correction: 0, rules: 0, program: 0 } });
  expect(since.whole).toBe(true);
});

test('data 0.9 → 0.8 and weights 60/40 → 70/30: 74 → 68 is correction −6, 68 → 71 is rules +3', () => {
  const since = sinceSeal(seal, bookOf([0.8, 0.5], other), unit);
  expect(since.total).toEqual({ sealed: 74, now: 71, change: -3, parts: { correction: -6, rules: 3, program: 0 } });
  // a: 54 → 48 → 56; b: 20 → 20 → 15
  expect(since.leaves.map((l) => [l.node, l.values, l.parts])).toEqual([
    ['a', [0.9, 0.8], { correction: -6, rules: 8, program: 0 }],
    ['b', [0.5, 0.5], { correction: 0, rules: -5, program: 0 }],
  ]);
});

test('the same values and rules and yet another result is the program’s', () => {
  const [first, ...rest] = seal.units;
  const old: Seal = { ...seal, units: [{ ...first!, points: [73, 53, 20], total: 73 }, ...rest] };
  expect(sinceSeal(old, bookOf([0.9, 0.5]), unit).total.parts).toEqual({ correction: 0, rules: 0, program: 1 });
});

test('a unit the seal does not have, or that is gone, has no parts', () => {
  const gone = { ...seal, units: seal.units.slice(1) };
  expect(sinceSeal(gone, bookOf([0.9, 0.5]), unit).total).toMatchObject({ sealed: null, now: 74, change: null });
});

test('a movement from the sealed quarter: parts of the seal join correction and rules, and still add up', () => {
  const book = bookOf([0.8, 0.5], other);
  const moved = fromSealed(whyMoved(book, book, unit, Q2, Q3), sinceSeal(seal, book, unit));
  // sealed 74 → today's Q2 71 (correction −6, rules +3) → Q3 85, all of it u's own: 0.8 → 1 of 70
  expect(moved.total).toMatchObject({ before: 74, now: 85, change: 11 });
  expect(moved.total.parts).toMatchObject({ correction: -6, rules: 3, own: 14 });
  expect(CAUSES.reduce((n, c) => n + moved.total.parts[c], 0)).toBe(11);
  for (const c of CAUSES) expect(moved.lines.reduce((n, l) => n + l.parts[c], 0)).toBeCloseTo(moved.total.parts[c], 9);
  for (const l of moved.lines)
    if (l.kind === 'leaf')
      expect((l.now ?? 0) - (l.before ?? 0)).toBeCloseTo(
        CAUSES.reduce((n, c) => n + l.parts[c], 0),
        9,
      );
});
