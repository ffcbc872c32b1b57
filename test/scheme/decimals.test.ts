/** round() and snap() held against an exact decimal library: values as they are parsed, and as they are computed. */
import { Decimal } from 'decimal.js';
import { describe, expect, test } from 'vitest';
import { round, snap, type RoundingMode } from '../../src/scheme';

const MODES: readonly RoundingMode[] = ['half-up', 'half-even'];

/** A double’s exact value: the 40th decimal is far beyond its last bit wherever 1e-9 can see it. */
const exactly = (x: number): Decimal => new Decimal(x.toFixed(40));

/** What `round.ts` promises, in decimals: to 1e-9 (from 1e5 on: 15 significant digits), then as that decimal. */
function rounded(exact: Decimal, decimals: number, mode: RoundingMode): number {
  const snapped = exact.abs().lt(1e5) ? exact.toDecimalPlaces(9, Decimal.ROUND_HALF_UP) : exact.toSignificantDigits(15, Decimal.ROUND_HALF_UP); // prettier-ignore
  return snapped.toDecimalPlaces(decimals, mode === 'half-up' ? Decimal.ROUND_HALF_UP : Decimal.ROUND_HALF_EVEN).toNumber() + 0;
}

/** Seeded (mulberry32): the same cases in every run. */
function seeded(seed: number): () => number {
  let s = seed;
  return () => {
    s = (s + 0x6d2b79f5) | 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('round()', () => {
  test.each<[string, number, number, RoundingMode, number]>([
    ['1.005', 1.005, 2, 'half-up', 1.01],
    ['1.005 as 0.3 + 0.705', 0.3 + 0.705, 2, 'half-up', 1.01],
    ['1.005 as 201 / 200', 201 / 200, 2, 'half-up', 1.01],
    ['1.005 as 1.005', 1.005, 2, 'half-even', 1],
    ['2.675', 2.675, 2, 'half-up', 2.68],
    ['2.675 as 2.5 + 0.175', 2.5 + 0.175, 2, 'half-up', 2.68],
    ['2.675 as 107 / 40', 107 / 40, 2, 'half-even', 2.68],
    ['2.665 as 5.33 / 2', 5.33 / 2, 2, 'half-even', 2.66],
    ['−0.5', -0.5, 0, 'half-up', -1],
    ['−0.5', -0.5, 0, 'half-even', 0],
    ['−1.5', -1.5, 0, 'half-even', -2],
    ['−0.5 as 0.2 − 0.7', 0.2 - 0.7, 0, 'half-up', -1],
    ['0.1 + 0.2', 0.1 + 0.2, 9, 'half-up', 0.3],
    ['0.15 as 0.1 + 0.05', 0.1 + 0.05, 1, 'half-up', 0.2],
    ['0.35 as 0.1 + 0.25', 0.1 + 0.25, 1, 'half-even', 0.4],
    ['ten times 0.1, which falls short of 1', Array.from({ length: 10 }, () => 0.1).reduce((a, b) => a + b, 0), 0, 'half-up', 1],
    ['3 × 1/3 × 0.5 = 0.5', 3 * (1 / 3) * 0.5, 0, 'half-up', 1],
    ['a ratio of marks, 4.35 × 100 / 100', (4.35 * 100) / 100, 1, 'half-up', 4.4],
    ['10/12 of 12/10 of 0.125', (0.125 * (12 / 10) * 10) / 12, 2, 'half-even', 0.12],
    ['the 15 digits of a sum in 万元, 1234567.125 + 0.01', 1234567.125 + 0.01, 2, 'half-up', 1234567.14],
    ['−1255769464.73, unchanged at nine decimals', -1255769464.73, 9, 'half-up', -1255769464.73],
    ['4503599627370.5 at four decimals, unchanged', 4503599627370.5, 4, 'half-up', 4503599627370.5],
  ])('takes %s (%d) at %i decimals, %s, to %d', (_, x, decimals, mode, expected) => {
    expect(round(x, decimals, mode)).toBe(expected);
  });

  test('agrees with exact decimal arithmetic on a million seeded values: decimals, sums, products, ratios, halves with dust, all sizes', () => {
    const random = seeded(20261);
    const int = (n: number): number => Math.floor(random() * n);
    const decimal = (): number => int(2 ** 31) / 10 ** int(10);
    const kinds: readonly (() => number)[] = [
      decimal,
      () => decimal() + decimal() - decimal(),
      () => decimal() * (int(1000) / 1000),
      // attainment × marks, as a score has it
      () => (int(1000) / (1 + int(1000))) * (int(200) / 2),
      // a half of the last decimal, up to four steps of the double beside it
      () => ((int(1e6) + 0.5) / 10 ** int(7)) * (1 + (int(9) - 4) * 2 ** -52),
      () => random() * 10 ** (int(19) - 4),
      () => Array.from({ length: 8 }, () => int(1e4) / 1e3).reduce((a, b) => a + b, 0),
    ];
    const wrong: unknown[] = [];
    let compared = 0;
    for (let i = 0; i < 1_000_000; i++) {
      const x = (random() < 0.5 ? -1 : 1) * (kinds[i % kinds.length] as () => number)();
      const decimals = int(10);
      const mode = MODES[int(2)] as RoundingMode;
      const ours = round(x, decimals, mode);
      compared += 1;
      const exact = exactly(x);
      if (Object.is(ours, rounded(exact, decimals, mode))) continue;
      // Half-way between two steps of 1e-9 (to a hundredth of one) either step is the nearest, as dust has it.
      const near = [exact.minus(1e-11), exact.plus(1e-11)].map((e) => rounded(e, decimals, mode));
      if (Math.abs(x) >= 1e5 || !near.some((r) => Object.is(ours, r))) wrong.push({ x, decimals, mode, ours });
    }
    expect(wrong.slice(0, 10)).toEqual([]);
    expect(compared).toBe(1_000_000);
  }, 60_000);
});

describe('snap()', () => {
  test.each<[string, number, number]>([
    ['0.1 + 0.2', 0.1 + 0.2, 0.3],
    ['0.3 − 0.1', 0.3 - 0.1, 0.2],
    ['1.1 × 3', 1.1 * 3, 3.3],
    ['(0.95 − 0.9) × 100', (0.95 - 0.9) * 100, 5],
    ['49 × (1 / 49)', 49 * (1 / 49), 1],
    ['4.35 × 100', 4.35 * 100, 435],
    ['−(0.1 + 0.7) × 10', -(0.1 + 0.7) * 10, -8],
    ['123456.1 + 0.2', 123456.1 + 0.2, 123456.3],
    ['a third', 1 / 3, 0.333333333],
    ['1e-10', 1e-10, 0],
  ])('takes %s (%d) to %d', (_, x, expected) => {
    expect(snap(x)).toBe(expected);
  });

  test('gives back every decimal of up to nine places, whatever sum it was computed as', () => {
    const random = seeded(7);
    for (let i = 0; i < 20_000; i++) {
      const [a, b] = [Math.floor(random() * 1e8), Math.floor(random() * 1e8)];
      const scale = 10 ** (4 + Math.floor(random() * 6));
      const sum = new Decimal(a).plus(b).div(scale).toNumber();
      expect(snap(a / scale + b / scale)).toBe(sum);
      expect(snap((sum * 7) / 7)).toBe(sum);
    }
  });

  test('is 0 and not −0 for dust below nothing, and leaves NaN, infinities and 1e15', () => {
    expect([-1e-12, NaN, Infinity, -Infinity, 1e15 + 2].map(snap)).toEqual([0, NaN, Infinity, -Infinity, 1e15 + 2]);
  });
});
