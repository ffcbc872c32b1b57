/**
 * An invented city under a scheme that uses everything a scheme can say: every worked example of a rule, every step of preparing,
 * every way of making a figure, of combining, of missing; adjustments, deductions, bonus, bounds, vetoes, grades.
 */
import type { Leaf, Node, Rule, Scheme } from '../../../src/scheme';
import { RULE_EXAMPLES } from '../../../src/scheme/examples';
import { scoreAll, type ScoreBook } from '../../../src/score';
import { GRADES, leaf, measures, p, roster, scheme, section, type CellSpec } from '../../score/city';

export const NOW = p('2026Q2');
const PERIODS = ['2025Q1', '2025Q2', '2025Q3', '2025Q4', '2026Q1', '2026Q2'].map(p);
const UNITS = { a: '城区组', b: '城区组', c: '城区组', d: '城区组', e: '县域组', f: '县域组', g: null } as const;

/** Numbers that look like any, and are the same every time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

const at = { type: 'attainment', target: 0.9 } as const satisfies Rule;
/** Around where each example's value lies, so that bounds are met and missed. */
const examples = RULE_EXAMPLES.map((e, i): Leaf => leaf(`r${i}`, e.full, { rule: e.rule }));

const others: Leaf[] = [
  leaf('mid', 5, { rule: { type: 'percentile', among: 'city', ties: 'mid', inverse: true } }),
  leaf('placed', 5, { rule: { type: 'rankTable', among: 'group', table: [5, 4, 2], outOf: 5, beyond: 1, ties: 'mean' } }),
  leaf('placedCity', 5, { rule: { type: 'rankTable', among: 'city', step: 0.3, floor: 0.2, ties: 'mean', from: 'bottom' } }),
  leaf('lowest', 4, {
    rule: { type: 'goalposts', lo: { is: 'max', among: 'group' }, hi: { is: 'min', among: 'city' }, floor: 0.2 },
  }),
  leaf('ever', 4, {
    rule: { type: 'exponential', lo: { is: 'min', among: 'city', over: 'all' }, hi: { measure: 'm.post' }, floor: 0.4 },
  }),
  leaf('free', 6, {
    rule: {
      type: 'step',
      atMost: 0.4,
      per: 0.1,
      step: 0.3,
      parts: 'down',
      floor: 1,
      exempt: { measure: 'm.exempt', atLeast: 1 },
    },
  }),
  leaf('gained', 6, {
    rule: { type: 'step', against: { mean: 'group' }, atLeast: 0, per: 0.05, step: 0.2, gain: 0.1, gainCap: 0.3, roundTo: 2 },
  }),
];

const prepared: Leaf[] = [
  leaf('per', 5, {
    rule: at,
    prepare: [
      { do: 'per', figure: 'm.people', times: 100 },
      { do: 'clamp', lo: 0.1, hi: 0.8 },
    ],
  }),
  leaf('log', 5, {
    rule: at,
    prepare: [
      { do: 'log', base: 10 },
      { do: 'clamp', lo: -2 },
    ],
  }),
  leaf('change', 5, { rule: { type: 'goalposts', lo: -1, hi: 1 }, prepare: [{ do: 'change', on: 'lastYear' }] }),
  leaf('grown', 5, { rule: { type: 'goalposts', lo: -1, hi: 1 }, prepare: [{ do: 'change', on: 'previous', as: 'difference' }] }),
  leaf('summed', 5, { rule: { type: 'attainment', target: 2 }, prepare: [{ do: 'over', periods: 'year', take: 'sum' }] }),
  leaf('meant', 5, { rule: at, prepare: [{ do: 'over', periods: 3, take: 'mean' }] }),
  leaf('latest', 5, { rule: at, prepare: [{ do: 'over', periods: 2, take: 'latest' }] }),
  leaf('drawn', 5, { rule: at, prepare: [{ do: 'winsorise', most: 2 }] }),
  leaf('place', 5, {
    rule: { type: 'attainment', target: 2, inverse: true },
    prepare: [{ do: 'rank', among: 'city', from: 'top' }],
  }),
  leaf('ratio', 5, { rule: at, measure: { ratio: ['m.x', 'm.y'] } }),
  leaf('less', 5, { rule: at, measure: { difference: ['m.y', 'm.x'] } }),
  leaf('both', 5, { rule: at, measure: { sum: ['m.x', 'm.y'] } }),
  leaf('weighed', 5, {
    rule: at,
    measure: {
      weighted: [
        { of: 'm.x', by: 0.5 },
        { of: 'm.y', by: 0.25 },
      ],
    },
  }),
  leaf('sectors', 5, { rule: at, standardise: 'sector' }),
];

const adjusted: Leaf[] = [
  leaf('off', 6, { rule: at, adjustments: [{ title: 'Late', measure: 'm.late', step: -0.7, cap: 2, floor: 1 }] }),
  leaf('on', 6, {
    rule: at,
    adjustments: [
      { title: 'Asked', measure: 'm.late', when: { atLeast: 2 }, step: -1.5 },
      { title: 'Per two', measure: 'm.extra', step: 0.3, per: 2, cap: 0.5 },
    ],
  }),
  leaf('zero', 4, { rule: at }),
  leaf('left', 4, { rule: at, missing: 'exclude' }),
  leaf('fixed', 4, { rule: at, missing: { fixed: 0.45 } }),
  leaf('mean', 4, { rule: at, missing: { mean: 'group' } }),
  leaf('later', 4, { rule: at, due: 'Y4', carry: true }),
  leaf('never', 4, { rule: at, due: 'Y4' }),
];

const nested: Node[] = [
  { id: 'geo', title: 'Geometric', points: 20, aggregate: 'geometric', weights: { g1: 3, g2: 1 }, children: [leaf('g1', 10, { rule: at }), leaf('g2', 10, { rule: at })] },
  { id: 'harm', title: 'Harmonic', points: 10, aggregate: 'harmonic', weights: { h1: 1, h2: 2 }, children: [leaf('h1', 5, { rule: at }), leaf('h2', 5, { rule: at })] },
  { id: 'arith', title: 'Mean', points: 10, aggregate: 'mean', weights: { w1: 1, w2: 3 }, children: [leaf('w1', 5, { rule: at }), leaf('w2', 5, { rule: at, missing: 'exclude' })] },
]; // prettier-ignore

/** The scheme, with what differs between cases. */
export const everyRule = (more: Partial<Scheme> = {}): Scheme =>
  scheme([section('rules', [...examples, ...others]), section('prepared', prepared), section('adjusted', adjusted), ...nested], {
    points: 400,
    rounding: { at: 'total', decimals: 2, mode: 'half-up' },
    ranking: { on: 'rounded', ties: '1224', breakers: ['prepared', 'r0'] },
    deductions: { title: 'Deductions', cap: 3, items: [{ title: 'Cases', measure: 'm.cases', step: 0.8, cap: 2.5 }] },
    bonus: {
      title: 'Bonus',
      cap: 2,
      items: [
        { title: 'Honours', measure: 'm.honours', step: 0.5 },
        { title: 'Nobody said', measure: 'm.nobody', step: 1 },
      ],
    },
    total: { cap: 170, floor: 20 },
    grades: { ...GRADES, lines: [{ grade: 'good', min: 150 }, { grade: 'fair', min: 120 }, { grade: 'poor' }] },
    vetoes: [
      { id: 'v1', title: 'Held', measure: 'm.veto', atLeast: 1, capScore: 90, cap: 'fair', basis: 'Rules' },
      { id: 'v2', title: 'Out', measure: 'm.out', atLeast: 1, disqualify: true, basis: 'Rules' },
    ],
    ...more,
  });

/** Every measure that is named anywhere in a scheme. */
const named = (given: Scheme): string[] => [
  ...new Set([...JSON.stringify(given).matchAll(/"((?:m|targets|indicators|[\w-]+)\.[^"]+)"/g)].map((m) => m[1] ?? '')),
];

/** Another figure of the scored quarter; conditions that put a unit out or hold it stay as they are. */
export function changed(cell: number): number;
export function changed(cell: CellSpec): CellSpec;
export function changed(cell: CellSpec): CellSpec {
  if (typeof cell === 'number') return Math.round((cell * 1.05 + 0.03) * 1000) / 1000;
  return Array.isArray(cell) ? [Number(cell[0]) + 1, Number(cell[1])] : cell;
}
export const STAYS = ['m.veto', 'm.out', 'm.sectors'];

/** The city's book; `other`: under the changed figures. */
export function everyRuleBook(given: Scheme = everyRule(), other = false): ScoreBook {
  const next = numbers(7);
  const table: Record<string, Record<string, Record<string, CellSpec>>> = {};
  const levels = new Map(RULE_EXAMPLES.map((e, i) => [`m.r${i}`, e.x]));
  const put = (measure: string, period: string, unit: string, cell: CellSpec): void => {
    ((table[measure] ??= {})[period] ??= {})[unit] = cell;
  };
  for (const measure of named(given))
    for (const period of PERIODS)
      for (const unit of Object.keys(UNITS)) {
        const level = levels.get(measure);
        const x = next();
        if (level !== undefined) put(measure, period, unit, Math.round(level * (0.5 + x) * 100) / 100);
        else put(measure, period, unit, x < 0.5 ? Math.round(x * 200) / 100 : [Math.ceil(x * 40), 40]);
      }
  for (const measure of ['m.late', 'm.extra', 'm.cases', 'm.honours', 'm.exempt'])
    for (const [i, unit] of Object.keys(UNITS).entries()) put(measure, NOW, unit, i % 5);
  for (const unit of Object.keys(UNITS)) {
    put('m.veto', NOW, unit, unit === 'a' ? 1 : 0);
    put('m.out', NOW, unit, unit === 'f' ? 1 : 0);
    put('m.sectors', NOW, unit, { village: [Math.ceil(next() * 9), 10], school: [Math.ceil(next() * 19), 20] });
  }
  for (const measure of ['m.zero', 'm.left', 'm.fixed', 'm.mean', 'm.w2']) put(measure, NOW, 'b', null);
  put('m.g1', NOW, 'd', 'na');
  put('m.mid', NOW, 'c', 0.5);
  put('m.mid', NOW, 'd', 0.5);
  put('m.placed', NOW, 'a', 0.7);
  put('m.placed', NOW, 'b', 0.7);
  delete table['m.nobody'];
  if (other)
    for (const [measure, periods] of Object.entries(table))
      if (!STAYS.includes(measure))
        for (const [unit, cell] of Object.entries(periods[NOW] ?? {})) put(measure, NOW, unit, changed(cell));
  return scoreAll(given, measures(table), roster(UNITS), PERIODS);
}
