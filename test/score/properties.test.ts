/** What holds of any scheme and any figures. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Measures } from '../../src/model/measures';
import type { Reason } from '../../src/model/reason';
import type { Leaf, Node, Rule, Scheme } from '../../src/scheme';
import { round } from '../../src/scheme';
import { scoreAll, type ScoreBook } from '../../src/score';
import { explain } from '../../src/score/explain';
import { exportRows } from '../../src/score/export';
import { entries, leaf, p, roster, scheme, section, type CellSpec, type Table } from './city';

const UNITS = [...'abcdefghij'];
const PERIODS = ['2025Q4', '2026Q1', '2026Q2'].map(p);

const share = fc.double({ min: 0, max: 1, noNaN: true });
const rule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ type: fc.constant('attainment' as const), target: share, inverse: fc.boolean() }),
  fc.record({ type: fc.constant('goalposts' as const), lo: share, hi: share, floor: fc.constantFrom(0, 0.6) }),
  fc.record({
    type: fc.constant('ratioToBest' as const),
    among: fc.constantFrom('group' as const, 'city' as const),
    inverse: fc.boolean(),
  }),
  fc.record({ type: fc.constant('perCase' as const), step: fc.double({ min: 0.01, max: 2, noNaN: true }) }),
  fc.record({ type: fc.constant('yesNo' as const), atLeast: share }),
  fc.constant<Rule>({ type: 'asGiven' }),
);

const adjustment = fc.record({
  title: fc.constant('more'),
  measure: fc.constant('m.0'),
  step: fc.double({ min: -2, max: 2, noNaN: true }),
  cap: fc.constant(1),
});

const leafOf = (i: number): fc.Arbitrary<Leaf> =>
  fc
    .record({
      points: fc.integer({ min: 1, max: 5000 }).map((n) => n / 100),
      rule,
      due: fc.constantFrom('Q' as const, 'H' as const, 'Y4' as const),
      carry: fc.boolean(),
      missing: fc.constantFrom('zero' as const, 'exclude' as const, { fixed: 0.5 }),
      adjustments: fc.array(adjustment, { maxLength: 1 }),
    })
    .chain((r) => fc.constantFrom(leaf(String(i), r.points, r), leaf(String(i), r.points, { ...r, standardise: 'sector' })));

const tree: fc.Arbitrary<Node[]> = fc
  .tuple(leafOf(0), leafOf(1), leafOf(2), leafOf(3), leafOf(4))
  .map(([a, b, c, d, e]) => [section('s', [a, section('t', [b, c])]), section('u', [d]), e]);

const anyScheme: fc.Arbitrary<Scheme> = fc
  .record({
    children: tree,
    at: fc.constantFrom('leaf' as const, 'total' as const),
    decimals: fc.integer({ min: 0, max: 4 }),
    mode: fc.constantFrom('half-up' as const, 'half-even' as const),
    on: fc.constantFrom('rounded' as const, 'unrounded' as const),
    ties: fc.constantFrom('1224' as const, '1223' as const, 'mean' as const),
  })
  .map(({ children, at, decimals, mode, on, ties }) =>
    scheme(children, { rounding: { at, decimals, mode }, ranking: { on, ties, breakers: ['s', '4'] } }),
  );

const pair = fc.tuple(fc.double({ min: 0, max: 40, noNaN: true }), fc.integer({ min: 1, max: 40 }));
const cell: fc.Arbitrary<CellSpec> = fc.oneof(
  { weight: 4, arbitrary: share },
  { weight: 3, arbitrary: pair },
  { weight: 3, arbitrary: fc.record({ school: pair, village: pair, firm: pair }) },
  fc.constant(null),
  fc.constant('na' as const),
);
const byUnit = fc.dictionary(fc.constantFrom(...UNITS), cell, { maxKeys: 10, size: 'max', noNullPrototype: true });
const anyTable: fc.Arbitrary<Table> = fc
  .array(fc.tuple(byUnit, byUnit, byUnit), { minLength: 5, maxLength: 5 })
  .map((rows) =>
    Object.fromEntries(rows.map((periods, i) => [`m.${i}`, Object.fromEntries(PERIODS.map((q, k) => [q, periods[k]!]))])),
  );

const groupOf = (unit: string): string | null => (unit < 'e' ? 'one' : unit < 'i' ? 'two' : null);
const bookOf = (s: Scheme, table: Table, units = UNITS, turned = false): ScoreBook => {
  const all = entries(table);
  return scoreAll(
    s,
    new Measures(turned ? all.reverse() : all),
    roster(Object.fromEntries(units.map((u) => [u, groupOf(u)]))),
    PERIODS,
  );
};

const run = { numRuns: 60, seed: 5 };

/** Every node of a reason, depth first. */
const walk = (r: Reason): Reason[] => [r, ...r.args.flatMap(walk)];

describe('for any scheme and figures', () => {
  test('neither the roster’s nor the figures’ order changes a bit of a score, or a rank', () => {
    fc.assert(
      fc.property(anyScheme, anyTable, fc.shuffledSubarray(UNITS, { minLength: UNITS.length }), (s, table, order) => {
        const [one, two] = [bookOf(s, table), bookOf(s, table, order, true)];
        for (const q of PERIODS)
          for (const unit of one.at(q).units) {
            const [i, j] = [one.at(q).indexOf(unit), two.at(q).indexOf(unit)];
            for (const node of one.nodes) {
              expect(two.at(q).points(node.index)[j]).toBe(one.at(q).points(node.index)[i]);
              expect(two.at(q).exact(node.index)[j]).toBe(one.at(q).exact(node.index)[i]);
            }
            expect([two.at(q).rank[j], two.at(q).groupRank[j]]).toEqual([one.at(q).rank[i], one.at(q).groupRank[i]]);
          }
      }),
      run,
    );
  });

  test('a reason has the book’s number exactly; sums add up with their 舍入差; nothing in it is infinite', () => {
    fc.assert(
      fc.property(anyScheme, anyTable, (s, table) => {
        const book = bookOf(s, table);
        const { decimals, mode } = s.rounding;
        for (const q of PERIODS) {
          const scores = book.at(q);
          for (const [u, unit] of scores.units.entries()) {
            for (const node of book.nodes) {
              const published = scores.points(node.index)[u]!;
              expect(explain(book, q, unit, node.index).value).toBe(Number.isNaN(published) ? null : published);
            }
            for (const r of walk(explain(book, q, unit, 0))) {
              expect(r.value === null || Number.isFinite(r.value)).toBe(true);
              if ((r.op === 'total' || r.op === 'section') && r.value !== null)
                expect(
                  round(
                    r.args.reduce((sum, a) => sum + (a.value ?? 0), 0),
                    decimals,
                    mode,
                  ),
                ).toBe(r.value);
              if (r.op === 'leaf') expect(r.args[0]?.value).toBe(r.value);
              if (r.op === 'standardised') expect(r.args.reduce((sum, a) => sum + a.value!, 0)).toBe(r.value);
            }
          }
        }
      }),
      run,
    );
  });

  test('marks in force of present siblings add up to their parent’s, and at the root to the full marks', () => {
    fc.assert(
      fc.property(anyScheme, anyTable, (s, table) => {
        const book = bookOf(s, table);
        for (const q of PERIODS)
          for (const [u] of book.at(q).units.entries())
            for (const node of book.nodes) {
              const scores = book.at(q);
              const force = scores.effective(node.index)[u]!;
              const ranked = !Number.isNaN(scores.rank[u]!);
              if (node.index === 0) expect(force).toBe(ranked ? node.full : 0);
              if (!node.leaf) expect(node.children.reduce((sum, c) => sum + scores.effective(c)[u]!, 0)).toBeCloseTo(force, 9);
            }
      }),
      run,
    );
  });

  test('a rank says how many are ahead, a tie is a tie, and whoever has a figure is ranked', () => {
    fc.assert(
      fc.property(anyScheme, anyTable, (s, table) => {
        const book = bookOf({ ...s, ranking: { ...s.ranking, on: 'rounded', ties: '1224', breakers: [] } }, table);
        for (const q of PERIODS) {
          const { rank, tied, total, units, notRanked } = book.at(q);
          const ranked = [...total].filter((x) => !Number.isNaN(x));
          expect(ranked.length + notRanked.length).toBe(units.length);
          total.forEach((t, u) => {
            if (Number.isNaN(t)) return expect(rank[u]).toBeNaN();
            expect(rank[u]).toBe(1 + ranked.filter((x) => x > t).length);
            expect(tied[u]).toBe(ranked.filter((x) => x === t).length > 1 ? 1 : 0);
          });
        }
      }),
      run,
    );
  });

  test('no NaN and no infinity leaves in an export', () => {
    fc.assert(
      fc.property(anyScheme, anyTable, (s, table) => {
        const { leaves, summary } = exportRows(bookOf(s, table));
        const numbers = [...leaves, ...summary].flatMap((row) => Object.values(row).filter((x) => typeof x === 'number'));
        expect(numbers.every(Number.isFinite)).toBe(true);
      }),
      run,
    );
  });
});
