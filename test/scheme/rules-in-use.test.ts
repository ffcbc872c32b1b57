/**
 * Every practice of stars and counties that the format was made to express, and the file or test that expresses it:
 * each county's row with the words or numbers it states, so that a file cannot lose its rule and stay in the table.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/scheme/pointer';

const FOLDER = 'data/schemes/counties';

/** Somewhere in the scheme file stands each of these parts. */
interface InScheme {
  readonly scheme: string;
  readonly has: readonly Json[];
}
/** The test file has a test of this title. */
interface InTest {
  readonly file: string;
  readonly title: string;
}

const lines = (...grades: readonly (readonly [grade: string, min?: number])[]): Json => ({
  lines: grades.map(([grade, min]) => (min === undefined ? { grade } : { grade, min })),
});
const worked = (title: string): InTest => ({ file: 'test/schemes/counties.test.ts', title });

const ROWS: readonly (readonly [row: string, ...by: readonly (InScheme | InTest)[]])[] = [
  [
    'talent of a city: base 80 + key tasks 20 + bonus',
    {
      scheme: 'talent-base-and-key-tasks',
      has: [{ id: 'base', points: 80 }, { id: 'key-tasks', points: 20 }, { bonus: { cap: 5 } }],
    },
    worked('talent: base 80 + key tasks 20 + bonus'),
  ],
  [
    'talent of a province: appraisal 50 + year’s results 50 + bonus; groups A–D, 15 indicators, group targets differ',
    {
      scheme: 'talent-appraisal-and-results',
      has: [
        { id: 'appraisal', points: 50 },
        { id: 'results', points: 50 },
        { bonus: { cap: 3 } },
        { rule: { type: 'attainment', target: { measure: 'targets.高层次人才引进数' } } },
      ],
    },
    worked('40 taken in are all that group D is asked for, 80 are four fifths in group A'),
    worked('fifteen indicators'),
  ],
  [
    'four checks, one appraisal: vote on the report 40 (= 24 + 16), the rest day-to-day, team, results',
    {
      scheme: 'four-checks',
      has: [
        { id: 'vote', points: 40 },
        { id: 'leaders-vote', points: 24 },
        { id: 'delegates-vote', points: 16 },
      ],
    },
    { scheme: 'four-checks', has: [{ id: 'daily' }, { id: 'team' }, { id: 'results' }] },
    worked('the vote is 24 and 16 of 40'),
  ],
  [
    'a city 2023: 180 = 55 items (152.5) + 8 appraised (27.5); period weights 15/25/25/35; goalposts or attainment; vetoes',
    {
      scheme: 'city-180',
      has: [
        { points: 180, year: { weights: [15, 25, 25, 35] } },
        { id: 'items', points: 152.5 },
        { id: 'appraised', points: 27.5 },
        { rule: { type: 'goalposts', lo: 0.6, hi: 0.9, floor: 0.6, bounded: false } },
        { rule: { type: 'attainment' } },
        { vetoes: [{ cap: '合格' }, { disqualify: true }] },
      ],
    },
    worked('55 items are 152.5 and 8 appraised are 27.5'),
    worked('the quarters weigh 15, 25, 25, 35, what is appraised once counts once'),
  ],
  [
    'a city 2012: 1,000 = projects 600 (ratio to best) + leaders 200 (rank, −2 % a place, mean of ranks) + vote 200 (bands)',
    {
      scheme: 'thousand-points',
      has: [
        { points: 1000 },
        { id: 'projects', points: 600 },
        { rule: { type: 'ratioToBest' } },
        { id: 'leaders', points: 200, aggregate: 'mean' },
        { rule: { type: 'rankTable', step: 0.02 } },
        {
          rule: {
            type: 'bands',
            bands: [
              { atLeast: 0.9, points: 200 },
              { atLeast: 0.8, points: 190 },
              { atLeast: 0.7, points: 180 },
              { atLeast: 0.6, points: 170 },
              { points: 160 },
            ],
          },
        },
        // the count of votes says by 1 or 0 whether a third or more said so
        { adjustments: [{ step: -70, floor: 130 }] },
      ],
    },
    worked('leaders by the mean of their ranks, 2 % less a place'),
    worked('the vote by bands; a third or more “basically” or “not” makes it 130'),
  ],
  [
    // Quarterly: months are no periods of the format.
    'a city 2013: rank −5 % a place, quarterly, averaged',
    { scheme: 'quarterly-ranks', has: [{ rule: { type: 'rankTable', step: 0.05 } }, { year: { weights: [1, 1, 1, 1] } }] },
    worked('the mean of the quarters’ points, equal values sharing the better place'),
  ],
  [
    'a county’s form: study sessions ≥ 10 a year, each short −1',
    { scheme: 'study-ten', has: [{ rule: { type: 'step', atLeast: 10, per: 1, step: 1 } }] },
    worked('ten study sessions a year'),
  ],
  [
    'a county’s form: study sessions ≥ 4 a year, each short −0.5',
    { scheme: 'study-four', has: [{ rule: { type: 'step', atLeast: 4, per: 1, step: 0.5 } }] },
    worked('four study sessions a year'),
  ],
  [
    'a district: rank table 60/57/54/51/48',
    { scheme: 'district-evaluation', has: [{ rule: { type: 'rankTable', table: [60, 57, 54, 51, 48], outOf: 60 } }] },
    worked('the table of places'),
  ],
  [
    'a district: first 6 points, others by ratio to first',
    { scheme: 'district-evaluation', has: [{ points: 6, rule: { type: 'ratioToBest' } }] },
    worked('the first 6, the others by their ratio to it'),
  ],
  [
    'a district: not under 20 % 1 point, each point under −0.1',
    { scheme: 'district-evaluation', has: [{ points: 1, rule: { type: 'step', atLeast: 0.2, per: 0.01, step: 0.1 } }] },
    worked('not under 20 % is 1, each point under takes off 0.1'),
  ],
  [
    'a district: ± against the mean',
    { scheme: 'district-evaluation', has: [{ rule: { type: 'step', against: { mean: 'city' }, gain: 0.05, step: 0.1 } }] },
    worked('each point above the mean 0.05 more, up to 0.5; each below 0.1 less'),
  ],
  [
    'a district: 1.5 ± 0.05/0.1 a case, capped at +0.5/−2',
    {
      scheme: 'district-evaluation',
      // −2 from 1.5 is −0.5
      has: [{ points: 1.5, rule: { type: 'step', step: 0.1, floor: -0.5 }, adjustments: [{ step: 0.05, cap: 0.5 }] }],
    },
    worked('1.5 with 0.05 or 0.1 a case, at most +0.5 and −2'),
  ],
  [
    'a district: from the bottom 2, 1.9, 1.8, then +0.1 a place',
    { scheme: 'district-evaluation', has: [{ points: 2, rule: { type: 'rankTable', from: 'bottom', outOf: 2 } }] },
    worked('from the bottom 2, 1.9, 1.8 off, 0.1 less with each place up'),
  ],
  [
    'a district: four veto events bar the top grade',
    { scheme: 'district-evaluation', has: [{ vetoes: Array.from({ length: 4 }, () => ({ cap: '良好' })) }] },
    worked('each of the four veto events bars the top grade and leaves the points alone'),
  ],
  [
    'a bank: dimensions 35/50/10/5; ≥ 80, ≥ 70, ≥ 60, under 60 red card',
    {
      scheme: 'bank',
      has: [
        { children: [{ points: 35 }, { points: 50 }, { points: 10 }, { points: 5 }] },
        lines(['优秀', 80], ['良好', 70], ['合格', 60], ['红牌']),
      ],
    },
    worked('four dimensions of 35, 50, 10 and 5; under 60 a red card'),
  ],
  [
    'a bank: counts 40 % of the year',
    { scheme: 'bank-year', has: [{ aggregate: 'mean', weights: { party: 40, business: 60 } }] },
    worked('counts 40 % of the year'),
  ],
  ['grades 好/较好/一般/差', { scheme: 'four-checks', has: [lines(['好', 90], ['较好', 80], ['一般', 60], ['差'])] }],
  [
    'grades 优秀/良好/合格/不合格 at 90/80/60',
    { scheme: 'talent-base-and-key-tasks', has: [lines(['优秀', 90], ['良好', 80], ['合格', 60], ['不合格'])] },
  ],
  ['grades at 90/80', { scheme: 'talent-appraisal-and-results', has: [lines(['A', 90], ['B', 80], ['C'])] }],
  [
    'formula: goalposts 60 + 40·(x − lo)/(hi − lo), not bounded by itself',
    worked('a goalpost item is 60 + 40 × (x − lo)/(hi − lo) per cent, and falls on below lo'),
    {
      file: 'test/score/rules-others.test.ts',
      title: '5.81 between a fixed 6 and 12, not bounded: 60 + 40 × (5.81 − 6)/6 = 58.73',
    },
  ],
  [
    'formula: the whole is the mean or the geometric mean of the parts',
    { file: 'test/score/combining.test.ts', title: 'the arithmetic mean' },
    { file: 'test/score/combining.test.ts', title: 'the geometric mean: √(0.9 × 0.4) = 0.6' },
  ],
  [
    'formula: attainment W·min(x/T, cap)',
    { file: 'test/score/rules.test.ts', title: 'gives full marks at the target and no more without a cap above 1' },
    worked('the total is base, key tasks and the bonus, held at 5'),
  ],
  [
    'formula: each 2 % short −1 with floor 0',
    { scheme: 'talent-base-and-key-tasks', has: [{ rule: { type: 'step', atLeast: 1, per: 0.02, step: 1, floor: 0 } }] },
    worked('each 2 % short takes off 1'),
  ],
  [
    'formula: growth (x − p)/|p|',
    { scheme: 'talent-appraisal-and-results', has: [{ prepare: [{ do: 'change', on: 'lastYear', as: 'share' }] }] },
    worked('growth is (x − p)/|p| against the group’s own'),
  ],
];

const entries = (json: Json): readonly Json[] => (typeof json === 'object' && json !== null ? Object.values(json) : []);

/** Whether everything the part says stands in the value; lists have as many items. */
function includes(value: Json, part: Json): boolean {
  if (typeof part !== 'object' || part === null) return value === part;
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== Array.isArray(part)) return false;
  if (Array.isArray(part) && entries(value).length !== part.length) return false;
  const held = new Map(Object.entries(value));
  return Object.entries(part).every(([key, wanted]) => includes(held.get(key) ?? null, wanted));
}
const somewhere = (value: Json, part: Json): boolean => includes(value, part) || entries(value).some((v) => somewhere(v, part));

const read = (scheme: string): Json => JSON.parse(readFileSync(`${FOLDER}/${scheme}.json`, 'utf8')) as Json;

describe('a practice in use is expressed:', () => {
  test.each(ROWS.map(([row, ...by]) => ({ row, by })))('$row', ({ by }) => {
    for (const place of by) {
      if ('scheme' in place) {
        const scheme = read(place.scheme);
        expect(place.has.filter((part) => !somewhere(scheme, part))).toEqual([]);
      } else {
        expect(existsSync(place.file), place.file).toBe(true);
        expect(readFileSync(place.file, 'utf8')).toContain(place.title);
      }
    }
  });
});

/** The star ratings, numbered as their files are. */
const STARS: readonly string[] = [
  '(base − deductions)·70 % + appraisal·30 %; 90/80/70/60',
  'six dimensions, satisfaction 30 % of the total; under 60 % at most two stars',
  'by sector; 95/85/75/65/60; self → mass → organisation',
  '95/90/85/80, under 80 unrated; two years running under three stars are named',
  'total 110, eight items with a bonus item; an innovation project for five; no session in half a year −5, no premises −10',
  'no score at all, 10/40/30 % only; honoured above is graded directly',
  'non-public firms: six categories, eighteen indicators; vetoes',
  'standard index + vanguard index + vetoes; cannot reach three stars',
  'ten topic stars, counted; 10, 8–9, 6–7, ≤ 5',
  'each topic star has base 100 and is won at ≥ 80',
  'common 60 + own 40 by sector; six situations are backward at once',
  'base + bonus − deduction',
  'base 100 after the award, plus and minus, may exceed 100',
  'five topic stars, 29 tasks',
];
const STAR_FOLDER = 'data/schemes/stars';

describe('a star rating in use is expressed and worked:', () => {
  test.each(STARS.map((row, i) => [i + 1, row] as const))('%d, %s', (number) => {
    const files = readdirSync(STAR_FOLDER).filter((file) => file.startsWith(`${String(number).padStart(2, '0')}-`));
    expect(files).toHaveLength(1);
    expect(readFileSync('test/schemes/stars/stars.test.ts', 'utf8')).toContain(`test('${number}: `);
  });
  test('and no file stands for none', () => {
    expect(readdirSync(STAR_FOLDER).filter((file) => file.endsWith('.json'))).toHaveLength(STARS.length);
  });
});

test('no scheme of the counties stands for no practice', () => {
  const named = ROWS.flatMap(([, ...by]) => by.flatMap((b) => ('scheme' in b ? [`${b.scheme}.json`] : [])));
  expect(readdirSync(FOLDER).filter((file) => !named.includes(file))).toEqual([]);
});
