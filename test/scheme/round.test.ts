/** Decimal rounding of computed values. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { round, snap } from '../../src/scheme';

describe('round()', () => {
  test.each([
    [1.005, 2, 1.01],
    [2.675, 2, 2.68],
    [0.1 + 0.2, 1, 0.3],
    [0.1 + 0.2, 9, 0.3],
    [8.345, 2, 8.35],
    [0.285, 2, 0.29],
    [1.004999999, 2, 1],
    [90.1, 0, 90],
    [-0.5, 0, -1],
    [-1.005, 2, -1.01],
    [12345678.905, 2, 12345678.91],
    [1e15 + 0.5, 2, 1e15 + 0.5],
  ])('half-up takes %s at %s decimals to %s', (x, decimals, expected) => {
    expect(round(x, decimals, 'half-up')).toBe(expected);
  });

  test.each([
    [0.5, 0, 0],
    [1.5, 0, 2],
    [2.5, 0, 2],
    [1.005, 2, 1],
    [1.015, 2, 1.02],
    [-2.5, 0, -2],
    [12345678.925, 2, 12345678.92],
  ])('half-even takes %s at %s decimals to %s', (x, decimals, expected) => {
    expect(round(x, decimals, 'half-even')).toBe(expected);
  });

  test('gives 0, not −0, and leaves NaN', () => {
    expect(Object.is(round(-0.001, 2, 'half-up'), 0)).toBe(true);
    expect(round(NaN, 2, 'half-up')).toBeNaN();
  });

  test('agrees with exact decimal arithmetic on any value with 6 decimals', () => {
    const exact = (n: bigint, drop: bigint): bigint => {
      const magnitude = n < 0n ? -n : n;
      const half = (magnitude + drop / 2n) / drop;
      return n < 0n ? -half : half;
    };
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 14n), 10n ** 14n), fc.integer({ min: 0, max: 5 }), (millionths, decimals) => {
        const x = Number(millionths) / 1e6;
        const expected = Number(exact(millionths, 10n ** BigInt(6 - decimals))) / 10 ** decimals;
        expect(round(x, decimals, 'half-up')).toBe(expected);
      }),
      { numRuns: 5000, seed: 7 },
    );
  });

  test('snap() takes off the dust of binary arithmetic and nothing else', () => {
    expect(snap(0.1 + 0.2)).toBe(0.3);
    expect(snap(1 - 1e-10)).toBe(1);
    expect(snap(1 - 1e-8)).toBe(0.99999999);
  });
});
