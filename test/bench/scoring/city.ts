/** The invented city of the scoring benchmarks: many units, 60 leaves of five rules, twelve quarters, all from a seed. */
import { Measures, type MeasureEntry } from '../../../src/model/measures';
import { shift, type Period } from '../../../src/model/period';
import { Roster } from '../../../src/model/roster';
import type { UnitId } from '../../../src/model/unit';
import type { Leaf, Rule, Scheme } from '../../../src/scheme';
import { seeded } from '../../../src/score/seeded';

export const UNITS = 2843;
export const SECTIONS = 6;
export const LEAVES = 60;
export const PERIODS: readonly Period[] = Array.from({ length: 12 }, (_, i) => shift('2024Q1' as Period, i));
/** One figure of so many is not applicable, so that some units are re-weighted. */
const LACKING = 500;

const IDS: readonly UnitId[] = Array.from({ length: UNITS }, (_, u) => `u${String(u).padStart(4, '0')}` as UnitId);
const group = (u: number): string => `g${u % 100}`;
const MEASURES = Array.from({ length: LEAVES }, (_, l) => `m.${l}`);
export const leafId = (l: number): string => `l${l}`;

/** Leaf l has the rule l mod 5; the statements of `city-sql.ts` say the same in SQL. */
const RULES: readonly Rule[] = [
  { type: 'attainment', target: 0.9 },
  { type: 'goalposts', lo: 0.2, hi: 0.8, floor: 0.6 },
  { type: 'perCase', step: 0.05 },
  { type: 'ratioToBest', among: 'group' },
  {
    type: 'bands',
    outOf: 10,
    bands: [{ atLeast: 0.9, points: 10 }, { atLeast: 0.7, points: 8 }, { atLeast: 0.5, points: 6 }, { points: 3 }],
  },
];
export const RULE_COUNT = RULES.length;

/** Full marks: 1.1 to 2.2, together 100 or nearly. */
export const fullOf = (l: number): number => Math.round((1.1 + ((l * 7) % 12) / 10) * 10) / 10;

const leaf = (l: number): Leaf => ({
  ...{ id: leafId(l), title: leafId(l), points: fullOf(l), measure: MEASURES[l]!, due: 'Q' },
  rule: RULES[l % RULE_COUNT]!,
});

export const scheme: Scheme = {
  ...{ kaoping: 1, id: 'bench', version: '1', title: 'bench', level: 'county', points: 100 },
  children: Array.from({ length: SECTIONS }, (_, s) => ({
    ...{ id: `s${s}`, title: `s${s}` },
    children: Array.from({ length: LEAVES / SECTIONS }, (__, i) => leaf((s * LEAVES) / SECTIONS + i)),
  })),
  rounding: { at: 'total', decimals: 2, mode: 'half-up' },
  ranking: { on: 'rounded', ties: '1224', breakers: [] },
};

export const roster = new Roster(
  IDS.map((id, u) => ({
    ...{ id, names: [{ name: id, from: null, to: null }], code: null, level: 'county' as const, parent: null },
    ...{ group: group(u), aliases: [], from: null, to: null },
  })),
);

/** Value of every leaf, unit and period, leaf by leaf, then unit by unit; NaN: not applicable. */
export function figures(): Float64Array {
  const random = seeded(2843);
  // A unit is good or bad all round, so that ranks spread as they do where people work.
  const worth = Float64Array.from({ length: UNITS }, () => 0.35 + 0.5 * random());
  const values = new Float64Array(PERIODS.length * LEAVES * UNITS);
  let i = 0;
  for (let p = 0; p < PERIODS.length; p++)
    for (let l = 0; l < LEAVES; l++)
      for (let u = 0; u < UNITS; u++) {
        const share = Math.min(1, Math.max(0, worth[u]! + 0.3 * (random() - 0.5)));
        const lacks = random() * LACKING < 1;
        values[i++] = lacks ? NaN : l % RULE_COUNT === 2 ? Math.floor(10 * (1 - share)) : share;
      }
  return values;
}

export function measuresOf(values: Float64Array): Measures {
  function* entries(): Generator<MeasureEntry> {
    let i = 0;
    for (const period of PERIODS)
      for (let l = 0; l < LEAVES; l++)
        for (const unit of IDS) {
          const value = values[i++]!;
          const at = { measure: MEASURES[l]!, unit, period };
          yield Number.isNaN(value)
            ? { ...at, value: null, numerator: null, denominator: 0, status: 'na', rows: 1 }
            : { ...at, value, numerator: value, denominator: null, status: 'ok', rows: 1 };
        }
  }
  return new Measures(entries());
}
