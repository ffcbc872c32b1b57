import { expect, test } from 'vitest';
import type { Period } from '../../src/model/period';
import type { UnitId } from '../../src/model/unit';
import { inForce, type Claim } from '../../src/workspace/in-force';

const claim = (table: number, unit: string, period = '2026Q3'): Claim => ({
  ledger: 'talent-intake',
  table,
  name: unit,
  unit: unit as UnitId,
  period: period as Period,
});
const standing = (claims: Claim[]) => claims.map((c) => `${c.table}${c.unit}${c.period}`).sort();

test('inForce() lets a later table stand before an earlier one, unit by unit and period by period', () => {
  const city = { mode: 'replace' as const, claims: [claim(1, 'a'), claim(1, 'b'), claim(1, 'a', '2026Q2')] };
  const correction = { mode: 'replace' as const, claims: [claim(2, 'a')] };
  expect(standing(inForce([city, correction]))).toEqual(['1a2026Q2', '1b2026Q3', '2a2026Q3']);
});

test('inForce() keeps both where a table was taken as a further part, until one replaces them all', () => {
  const first = { mode: 'replace' as const, claims: [claim(1, 'a')] };
  const part = { mode: 'add' as const, claims: [claim(2, 'a')] };
  const whole = { mode: 'replace' as const, claims: [claim(3, 'a')] };
  expect(standing(inForce([first, part]))).toEqual(['1a2026Q3', '2a2026Q3']);
  expect(standing(inForce([first, part, whole]))).toEqual(['3a2026Q3']);
});

test('inForce() keeps two names of one unit in one table', () => {
  const table = {
    mode: 'replace' as const,
    claims: [
      { ...claim(1, 'a'), name: '甲' },
      { ...claim(1, 'a'), name: '甲县' },
    ],
  };
  expect(inForce([table])).toHaveLength(2);
});
