/** A stratified sample: how many of what, and the same list for the same seed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate, drawSample, type SampleSize } from '../../src/score/sample-draw';

const items = (sizes: Readonly<Record<string, number>>): string[] =>
  Object.entries(sizes).flatMap(([s, n]) => Array.from({ length: n }, (_, i) => `${s}/${i}`));
const draw = (list: readonly string[], size: SampleSize, seed = 7, leastOne = false) =>
  drawSample(
    list,
    (x) => x,
    (x) => x.split('/')[0] ?? '',
    { size, seed, leastOne },
  );

describe('allocate()', () => {
  test('10 of 50, 30 and 21: quotas 4.95, 2.97, 2.08 → 4+2+2, the two left to .97 and .95 → 5, 3, 2', () => {
    expect(allocate([50, 30, 21], { n: 10 }, false)).toEqual([5, 3, 2]);
  });

  test('3 of 97, 2 and 1 with one of each: the small ones are fixed at 1, the rest goes to the large one', () => {
    expect(allocate([97, 2, 1], { n: 3 }, false)).toEqual([3, 0, 0]);
    expect(allocate([97, 2, 1], { n: 3 }, true)).toEqual([1, 1, 1]);
    expect(allocate([97, 2, 1], { n: 10 }, true)).toEqual([8, 1, 1]);
  });

  test('one of each stratum makes the sample larger where it must: 1 asked of 4 strata gives 4', () => {
    expect(allocate([5, 5, 5, 5], { n: 1 }, true)).toEqual([1, 1, 1, 1]);
  });

  test('a share: 7 % of 100 and 50 is 10.5 → 11; quotas 7.33 and 3.67 → 7 and 4', () => {
    expect(allocate([100, 50], { share: 0.07 }, false)).toEqual([7, 4]);
    expect(allocate([100], { share: 0.07 }, false)).toEqual([7]);
  });

  test('so many of each, never more than there are; nothing of nothing', () => {
    expect(allocate([9, 2, 0], { each: 3 }, true)).toEqual([3, 2, 0]);
    expect(allocate([3, 2], { n: 99 }, false)).toEqual([3, 2]);
    expect(allocate([], { n: 3 }, true)).toEqual([]);
  });

  test('refuses what is no size', () => {
    for (const size of [{ n: -1 }, { n: 1.5 }, { share: 1.2 }, { share: NaN }, { each: Infinity }])
      expect(() => allocate([3], size, false)).toThrow(RangeError);
  });

  test('gives the total asked for, within each stratum, whatever the sizes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 8 }), fc.nat(120), fc.boolean(), (sizes, n, leastOne) => {
        const taken = allocate(sizes, { n }, leastOne);
        const all = sizes.reduce((a, b) => a + b, 0);
        const strata = sizes.filter((s) => s > 0).length;
        expect(taken.every((t, i) => t >= 0 && t <= (sizes[i] ?? 0))).toBe(true);
        expect(taken.reduce((a, b) => a + b, 0)).toBe(Math.max(Math.min(n, all), leastOne ? strata : 0));
        if (leastOne) expect(taken.every((t, i) => t > 0 || sizes[i] === 0)).toBe(true);
      }),
    );
  });
});

describe('drawSample()', () => {
  const list = items({ 甲: 40, 乙: 20, 丙: 3 });

  test('the same seed gives the same list in whatever order the items come; another seed another', () => {
    const once = draw(list, { n: 12 });
    expect(draw([...list].reverse(), { n: 12 })).toEqual(once);
    expect(draw(list, { n: 12 }, 8).items).not.toEqual(once.items);
  });

  test('draws each item once, and as many of each stratum as it says', () => {
    const { items: drawn, strata } = draw(list, { n: 12 }, 3, true);
    expect(new Set(drawn).size).toBe(12);
    for (const { stratum, taken } of strata) expect(drawn.filter((x) => x.startsWith(stratum)).length).toBe(taken);
  });

  test('an item more in one stratum changes nothing in another whose number stays', () => {
    const of = (l: readonly string[], s: string) => draw(l, { each: 5 }).items.filter((x) => x.startsWith(s));
    expect(of([...list, '乙/new'], '甲')).toEqual(of(list, '甲'));
  });

  test('every item has about the same chance: of 10, 3 drawn under 2,000 seeds, each 600 ± 100 times', () => {
    const hits = new Map<string, number>();
    for (let seed = 0; seed < 2000; seed++)
      for (const x of draw(items({ 甲: 10 }), { n: 3 }, seed).items) hits.set(x, (hits.get(x) ?? 0) + 1);
    for (const n of hits.values()) expect(Math.abs(n - 600)).toBeLessThan(100);
    expect(hits.size).toBe(10);
  });
});
