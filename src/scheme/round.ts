/**
 * Decimal rounding of computed values, as a scheme's `rounding` states it. A value is first snapped to 1e-9, so
 * that the dust of binary arithmetic decides nothing (1.005 is 1.01), then rounded as the decimal it stands for.
 */

export type RoundingMode = 'half-up' | 'half-even';

/** Below this, x × 1e9 rounded is exact in spite of dust. From here on a double's own steps near 1e-9, and 15 significant digits say what decimal is meant. */
const SMALL = 1e5;
/** Whole numbers a double holds. */
const POWERS = Array.from({ length: 10 }, (_, i) => 10 ** i);
/** From here on a double has no decimals worth a change. */
const HUGE = 1e15;

/** The nearest value with at most 9 decimals (15 significant digits from 1e5 on). NaN and infinities stay. */
export function snap(x: number): number {
  const size = Math.abs(x);
  if (size < SMALL) return Math.round(x * 1e9) / 1e9 + 0;
  return size < HUGE ? Number(x.toPrecision(15)) : x;
}

/**
 * x rounded to 0–9 decimals. half-up: a half goes away from zero (四舍五入: 1.005 → 1.01, −0.5 → −1).
 * half-even: a half goes to the even neighbour (四舍六入五成双). NaN, infinities and values from 1e15 on stay.
 */
export function round(x: number, decimals: number, mode: RoundingMode): number {
  const size = Math.abs(x);
  // Written so that NaN stays too.
  if (!(size < HUGE)) return x;
  const unit = POWERS[9 - decimals] as number;
  const n =
    size < SMALL
      ? // A whole number that a double holds over a power of ten is the double nearest to the decimal.
        roundInteger(Math.round(size * 1e9), unit, mode) / (POWERS[decimals] as number)
      : Number(`${roundBig(nanos(size), BigInt(unit), mode)}e-${decimals}`);
  // Adding 0 turns −0 into 0.
  return (x < 0 ? -n : n) + 0;
}

/** x in whole 1e-9, from its 15 significant digits; x in [1e5, 1e15). */
function nanos(x: number): bigint {
  const [whole = '', fraction = ''] = x.toPrecision(15).split('.');
  return BigInt(whole + fraction.padEnd(9, '0'));
}

function roundInteger(n: number, unit: number, mode: RoundingMode): number {
  // Exact, and several times faster than %: the quotient of whole numbers below 2^53 is never rounded up to the next.
  const down = Math.floor(n / unit);
  const rest = n - down * unit;
  const up = 2 * rest > unit || (2 * rest === unit && (mode === 'half-up' || down % 2 === 1));
  return up ? down + 1 : down;
}

function roundBig(n: bigint, unit: bigint, mode: RoundingMode): bigint {
  const rest = n % unit;
  const down = n / unit;
  const up = 2n * rest > unit || (2n * rest === unit && (mode === 'half-up' || down % 2n === 1n));
  return up ? down + 1n : down;
}
