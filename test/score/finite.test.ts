/** No NaN and no infinity reaches a screen or a file, whatever was reported and whatever the scheme says. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reason } from '../../src/model/reason';
import {
  readScheme,
  type Adjustment,
  type Aggregate,
  type Figure,
  type Leaf,
  type Rule,
  type RuleType,
  type Scheme,
} from '../../src/scheme';
import { scoreAll, type ScoreBook } from '../../src/score';
import { explain, explainGrade, explainRank } from '../../src/score/explain';
import { scoresCsv, summaryCsv, type ExportWords } from '../../src/score/export';
import { anyMeasure, anyNotNegative, anyNumber, anyPositive, anyRule, anyStep, RULE_TYPES, RULES_ANY } from './arbitrary-rules';
import { catalogue, GRADES, leaf, measures, p, roster, scheme, section, type CellSpec, type Table } from './city';

const UNITS = [...'abcdefg'];
const PERIODS = ['2025Q3', '2025Q4', '2026Q1'].map(p);
/** Two groups, one of them too small to look at others in, and units in none. */
const groups = Object.fromEntries(UNITS.map((u) => [u, u < 'e' ? 'one' : u < 'g' ? 'two' : null]));
const MEASURES = ['m.sector0', 'm.sector1', 'm.sector2', 'm.target'];

const pair = fc.tuple(anyNumber, fc.oneof({ weight: 3, arbitrary: anyNotNegative }, anyNumber));
/** A cell as `query` gives it: a value that is finite, else missing; a denominator of 0 is not applicable. */
const cell: fc.Arbitrary<CellSpec> = fc.oneof(
  { weight: 4, arbitrary: anyNumber },
  { weight: 3, arbitrary: pair.map(([n, d]) => (d === 0 ? 'na' : Number.isFinite(n / d) ? ([n, d] as const) : null)) },
  { weight: 2, arbitrary: fc.record({ school: pair, village: pair }).map(inSectors) },
  fc.constant(null),
  fc.constant('na' as const),
);
function inSectors(parts: { school: [number, number]; village: [number, number] }): CellSpec {
  const [n, d] = [parts.school[0] + parts.village[0], parts.school[1] + parts.village[1]];
  return d === 0 ? 'na' : [n, d, n / d].every(Number.isFinite) ? parts : null;
}
const row = fc.dictionary(fc.constantFrom(...UNITS), cell, { maxKeys: 7, size: 'max', noNullPrototype: true });
/** Half of the tables have one value everywhere, so that ranges, spreads and means of equals come up. */
const flat = cell.map((c) => Object.fromEntries(UNITS.map((u) => [u, c])));
const anyTable: fc.Arbitrary<Table> = fc
  .array(fc.oneof({ weight: 3, arbitrary: row }, flat), {
    minLength: MEASURES.length * PERIODS.length,
    maxLength: MEASURES.length * PERIODS.length,
  })
  .map((rows) =>
    Object.fromEntries(
      MEASURES.map((m, i) => [m, Object.fromEntries(PERIODS.map((q, k) => [q, rows[i * PERIODS.length + k] ?? {}]))]),
    ),
  );

const marks = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 5000 }).map((n) => n / 100) },
  fc.constantFrom(0, 1e-9, 1e6),
);
const adjustment: fc.Arbitrary<Adjustment> = fc.record(
  { title: fc.constant('more'), measure: anyMeasure, step: anyNumber, per: anyPositive, cap: anyNotNegative, floor: anyNumber },
  { requiredKeys: ['title', 'measure', 'step'] },
);
const made: fc.Arbitrary<Figure> = fc.oneof(
  fc.tuple(anyMeasure, anyMeasure).map((ratio) => ({ ratio })),
  fc.tuple(anyMeasure, anyMeasure).map((difference) => ({ difference })),
  fc.tuple(anyMeasure, anyMeasure).map((sum) => ({ sum })),
  fc.array(fc.record({ of: anyMeasure, by: anyNumber }), { minLength: 1, maxLength: 3 }).map((weighted) => ({ weighted })),
);
const city = fc.constantFrom<'group' | 'city'>('group', 'city');

const leafOf = (i: number, rule: fc.Arbitrary<Rule>): fc.Arbitrary<Leaf> =>
  fc
    .record(
      {
        ...{ points: marks, rule, due: fc.constantFrom('Q' as const, 'H' as const, 'Y4' as const), carry: fc.boolean() },
        missing: fc.oneof(
          fc.constantFrom('zero' as const, 'exclude' as const, 'unranked' as const),
          anyNumber.map((fixed) => ({ fixed })),
          city.map((mean) => ({ mean })),
        ),
        prepare: fc.array(anyStep, { minLength: 1, maxLength: 2 }),
        standardise: fc.constant('sector' as const),
        minDenominator: anyPositive,
        adjustments: fc.array(adjustment, { maxLength: 2 }),
        made,
      },
      { requiredKeys: ['points', 'rule', 'due'] },
    )
    .map(({ made, standardise, ...r }) =>
      leaf(`n${i}`, r.points, {
        ...r,
        measure: made ?? `m.sector${i}`,
        ...(made === undefined && standardise ? { standardise } : {}),
      }),
    );

const item = fc.record(
  { title: fc.constant('each'), measure: anyMeasure, step: anyPositive, cap: anyPositive },
  { requiredKeys: ['title', 'measure', 'step'] },
);
const items = fc.array(item, { minLength: 1, maxLength: 2 });
const title = fc.constant('on top');
const combining = fc.record(
  {
    aggregate: fc.constantFrom('sum' as const, 'mean' as const, 'geometric' as const, 'harmonic' as const),
    minPresent: fc.constantFrom(0, 0.5, 1),
  },
  { requiredKeys: [] },
);
const weights = fc.record({ n0: anyNotNegative, n1: anyNotNegative });
const means = (aggregate?: Aggregate): boolean => aggregate !== undefined && aggregate !== 'sum';
const around = fc.record(
  {
    deductions: fc.record({ title, items, cap: anyPositive }, { requiredKeys: ['title', 'items'] }),
    bonus: fc.record({ title, items, cap: anyPositive, inside: fc.boolean() }, { requiredKeys: ['title', 'items', 'cap'] }),
    total: fc.record({ floor: anyNumber, cap: anyNumber }, { requiredKeys: [] }),
    year: fc.record(
      { weights: fc.array(anyNotNegative, { minLength: 4, maxLength: 4 }), of: fc.constantFrom('leaves' as const, 'totals' as const) },
      { requiredKeys: ['weights'] },
    ),
    vetoes: fc.record({ measure: anyMeasure, above: anyNumber, capScore: anyNumber }).map((v) => [
      { ...v, id: 'v', title: 'Accident', basis: 'Rules, article 1' },
    ]),
  },
  { requiredKeys: [] },
); // prettier-ignore

/** A scheme with the rule among others, read from its own file: what is refused there is no concern here. */
const schemeWith = (rule: fc.Arbitrary<Rule>): fc.Arbitrary<Scheme> =>
  fc
    .record({
      ...{ first: leafOf(0, rule), second: leafOf(1, rule), third: leafOf(2, anyRule), group: combining, weights, root: combining, around },
      rounding: fc.record({
        at: fc.constantFrom('leaf' as const, 'total' as const),
        decimals: fc.integer({ min: 0, max: 6 }),
        mode: fc.constantFrom('half-up' as const, 'half-even' as const),
      }),
      on: fc.constantFrom('rounded' as const, 'unrounded' as const),
    })
    .map(({ first, second, third, group, weights, root, around, rounding, on }) =>
      scheme([{ ...section('s', [first, second]), ...group, ...(means(group.aggregate) ? { points: 50, weights } : {}) }, third], {
        ...{ ...root, ...around, rounding, ranking: { on, ties: 'mean', breakers: ['s'] } },
        grades: { ...GRADES, quotas: [{ grade: 'good', share: 0.3, scope: 'group', rounding: 'half-up' }] },
      }),
    ); // prettier-ignore

const words: ExportWords = {
  leafHeader: ['period', 'unit', 'group', 'id', 'title', 'value', 'numerator', 'denominator', 'full', 'points', 'note'],
  summaryHeader: ['period', 'unit', 'group', 'total', 'rank', 'group rank', 'grade'],
  title: String,
  unit: String,
  grade: String,
  note: (r) => `${r.state} ${r.effective}`,
};

/** Every number of a reason that is not finite, each with the way to it. */
const notFinite = (r: Reason, at = ''): string[] => [
  ...(r.value === null || Number.isFinite(r.value) ? [] : [`${at}/${r.op} is ${r.value}`]),
  ...Object.entries(r.params).flatMap(([k, x]) =>
    typeof x === 'number' && !Number.isFinite(x) ? [`${at}/${r.op} says ${k} ${x}`] : [],
  ),
  ...r.args.flatMap((a) => notFinite(a, `${at}/${r.op}`)),
];

/** What of a book is not finite and not documented as none. */
function faults(book: ScoreBook): string[] {
  const out: string[] = [];
  const say = (is: boolean, what: string): void => void (is ? undefined : out.push(what));
  for (const period of [...PERIODS, p('2025')]) {
    const scores = book.at(period);
    scores.units.forEach((unit, u) => {
      const isRanked = !Number.isNaN(scores.rank[u]!);
      for (const { index, id, leaf } of book.nodes) {
        const [published, exact, force] = [scores.points(index)[u]!, scores.exact(index)[u]!, scores.effective(index)[u]!];
        // None: an absent node, and everything of a unit that is not ranked.
        const mayBeNone = index === 0 ? !isRanked : !isRanked || force === 0;
        for (const x of [published, exact])
          say(Number.isFinite(x) || (Number.isNaN(x) && mayBeNone), `${period} ${unit} ${id}: ${x} in ${force}`);
        say(Number.isFinite(force) && force >= 0, `${period} ${unit} ${id}: marks ${force}`);
        if (leaf) say(Math.abs(scores.value(index)[u]!) !== Infinity, `${period} ${unit} ${id}: value ${scores.value(index)[u]}`);
      }
      for (const x of [scores.rank[u]!, scores.groupRank[u]!]) say(Math.abs(x) !== Infinity, `${period} ${unit}: rank ${x}`);
      const reasons = [
        ...book.nodes.map((n) => explain(book, period, unit, n.index)),
        explainRank(book, period, unit),
        ...[explainGrade(book, period, unit) ?? []].flat(),
      ];
      out.push(...reasons.flatMap((r) => notFinite(r)).map((f) => `${period} ${unit}: ${f}`));
    });
    for (const q of scores.quotas) say([q.allowed, q.actual, q.excess].every(Number.isFinite), `${period} quota`);
  }
  const text = scoresCsv(book, words) + summaryCsv(book, words);
  const found = /NaN|Infinity|undefined|null/.exec(text);
  if (found) out.push(`CSV: ${text.slice(Math.max(0, found.index - 80), found.index + 20)}`);
  return out;
}

/** Beyond what a scheme takes, as a person may write by mistake. */
const tooFar = fc.oneof(
  fc.double({ min: 1.01e30, noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -Number.MAX_VALUE, max: -1.01e30, noNaN: true }),
  fc.double({ min: Number.MIN_VALUE, max: 0.99e-30, noNaN: true }),
);

test('a number so large or small that a score could leave the numbers there are is refused where it stands in a scheme', () => {
  const pointers = (target: number, step: number): string[] =>
    readScheme(
      JSON.stringify(
        scheme([
          leaf('x', 100, { rule: { type: 'attainment', target }, adjustments: [{ title: 'more', measure: 'm.y', step }] }),
        ]),
      ),
      catalogue,
    ).problems.flatMap((x) =>
      x.code === 'scheme.invalid' ? [`${String(x.params['pointer'])} ${String(x.params['expected'])}`] : [],
    );
  const asked = '0, or 1e-30 … 1e30';
  fc.assert(
    fc.property(tooFar, (x) => {
      expect(pointers(x, 1)).toHaveLength(1);
      expect(pointers(1, x)).toEqual([`/children/0/adjustments/0/step ${asked}`]);
    }),
    { numRuns: 60, seed: 3 },
  );
  for (const x of [0, 1e30, -1e30, 1e-30, 0.1]) expect(pointers(1, x)).toEqual([]);
});

const accepted = (s: Scheme): Scheme | null => readScheme(JSON.stringify(s), catalogue).scheme;

/** Without shrinking, which takes minutes here: the message names the fault, and the seed gives the case again. */
function holds(type: RuleType, numRuns: number): void {
  fc.assert(
    fc.property(schemeWith(RULES_ANY[type]), anyTable, (written, table) => {
      const read = accepted(written);
      fc.pre(read !== null);
      expect(
        faults(scoreAll(read, measures(table), roster(groups), PERIODS, catalogue))
          .slice(0, 3)
          .join('; '),
      ).toBe('');
    }),
    { numRuns, seed: 11, endOnFailure: true, includeErrorInReport: true },
  );
}

describe('whatever was reported, points, ranks, reasons and files hold numbers or say that there is none', () => {
  test.each(RULE_TYPES)(
    'under %s',
    (type) => {
      holds(type, 30);
    },
    60_000,
  );
});

test('the schemes tried are ones that reading accepts, most of them', () => {
  const samples = RULE_TYPES.flatMap((t) => fc.sample(schemeWith(RULES_ANY[t]), { numRuns: 20, seed: 3 }));
  expect(samples.filter((s) => accepted(s) !== null).length / samples.length).toBeGreaterThan(0.9);
});
