/** The invented branches of the star benchmark: 160,000 of one year, eight leaves of four rules, a grade, a veto and a quota. */
import type { Period } from '../../../src/model/period';
import type { UnitId } from '../../../src/model/unit';
import type { Leaf, Rule, Scheme } from '../../../src/scheme';
import { seeded } from '../../../src/score/seeded';
import { branchMeasure, StarTable } from '../../../src/score/stars';

export const BRANCHES = 160_000;
export const STAR_LEAVES = 8;
const YEAR = '2026' as Period;
const COUNTIES = 120;
const SECTORS = ['a', 'b', 'c', 'd', 'e'];

/** Leaf l has the rule l mod 4; the statement of `branches-sql.ts` says the same in SQL. */
const RULES: readonly Rule[] = [
  { type: 'attainment', target: 90 },
  { type: 'goalposts', lo: 0, hi: 100 },
  { type: 'ratioToBest', among: 'group' },
  { type: 'perCase', step: 0.5 },
];
export const STAR_FULL = 12.5;

const leaf = (l: number): Leaf => ({
  ...{ id: `c${l}`, title: `c${l}`, points: STAR_FULL, measure: branchMeasure(`c${l}`), due: 'Y4' },
  rule: RULES[l % RULES.length]!,
});

export const starScheme: Scheme = {
  ...{ kaoping: 1, id: 'bench-stars', version: '1', title: 'bench', level: 'branch', periods: 'Y', points: 100 },
  children: Array.from({ length: STAR_LEAVES }, (_, l) => leaf(l)),
  rounding: { at: 'total', decimals: 2, mode: 'half-up' },
  ranking: { on: 'rounded', ties: '1224', breakers: [] },
  grades: {
    lines: [{ grade: '5', min: 80 }, { grade: '4', min: 70 }, { grade: '3', min: 60 }, { grade: '2', min: 50 }, { grade: '1' }],
    quotas: [{ grade: '5', share: 0.1, scope: 'parent', rounding: 'half-up' }],
  },
  vetoes: [{ id: 'v', title: 'v', basis: 'v', measure: branchMeasure('c7'), atLeast: 19, cap: '3' }],
};

/** A new table: what was worked out for another is not found again. */
export function starTable(): StarTable {
  const random = seeded(160);
  const worth = Float64Array.from({ length: BRANCHES }, () => 40 + 50 * random());
  const columns = Array.from({ length: STAR_LEAVES }, (_, l): [string, Float64Array] => [
    `c${l}`,
    Float64Array.from(worth, (w) => (l % RULES.length === 3 ? Math.floor(20 * random()) : Math.min(100, w + 20 * random()))),
  ]);
  return new StarTable({
    period: YEAR,
    ids: Array.from({ length: BRANCHES }, (_, b) => `b${b}` as UnitId),
    counties: Array.from({ length: BRANCHES }, (_, b) => `k${b % COUNTIES}` as UnitId),
    sectors: Array.from({ length: BRANCHES }, (_, b) => SECTORS[b % SECTORS.length]!),
    columns: new Map(columns),
  });
}
