/** A book under other weights does again only what they touch; it must be the book that scoring anew would make. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withWeights, type Node, type Scheme } from '../../src/scheme';
import { rescore, scoreAll, type ScoreBook } from '../../src/score';
import { GRADES, leaf, measures, p, roster, scheme, section, type CellSpec } from './city';

const Q3 = p('2026Q3');
const UNITS = ['a', 'b', 'c', 'd', 'e', 'f'];
const LEAVES = ['k', 'l', 'm', 'n', 'o'];

const figure = fc.integer({ min: 0, max: 10 }).map((x) => x / 10);
const tableOf = <T>(cell: fc.Arbitrary<T>) =>
  fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { minLength: 6, maxLength: 6 });
const cell = fc.option(fc.oneof({ weight: 6, arbitrary: figure }, fc.constantFrom<CellSpec>(null, 'na')), {
  freq: 12,
  nil: undefined,
});
// Half of the tables lack nothing.
const cells: fc.Arbitrary<(CellSpec | undefined)[][]> = fc.oneof(tableOf(figure), tableOf(cell));
const weight = fc.integer({ min: 0, max: 12 });
const plan = fc
  .record({
    at: fc.constantFrom('leaf' as const, 'total' as const),
    aggregate: fc.constantFrom('sum' as const, 'sum' as const, 'mean' as const, 'geometric' as const),
    minPresent: fc.constantFrom(undefined, undefined, 0.5),
    missing: fc.constantFrom('zero' as const, 'exclude' as const, 'unranked' as const),
    bonus: fc.boolean(),
  })
  .map(({ at, aggregate, minPresent, missing, bonus }): Scheme => {
    const [k, l, m, n, o] = LEAVES.map((name, i) =>
      leaf(name, 10 + i, i % 2 === 0 ? { missing } : { rule: { type: 'perCase', step: 1.3 } }),
    );
    const last: Node = { ...section('t', [n!, o!]), aggregate };
    return scheme([section('s', [k!, l!, m!]), last], {
      grades: GRADES,
      rounding: { at, decimals: 2, mode: 'half-up' },
      ranking: { on: 'rounded', ties: '1224', breakers: ['t', 'k'] },
      ...(minPresent === undefined ? {} : { minPresent }),
      ...(bonus ? { bonus: { title: 'B', cap: 3, items: [{ title: 'I', measure: 'm.k', step: 2 }] } } : {}),
    });
  });

const everything = (book: ScoreBook) => {
  const at = book.at(Q3);
  return {
    nodes: book.nodes.map((n) => [at.points(n.index), at.exact(n.index), at.effective(n.index)].map((c) => [...c])),
    ranks: [at.rank, at.tied, at.groupRank, at.groupTied].map((c) => [...c]),
    others: [at.grades, at.quotas, at.notRanked],
  };
};

test('rescore() gives what scoring anew under the same weights gives, also a second time over', () => {
  let quick = 0;
  fc.assert(
    fc.property(
      plan,
      cells,
      fc.dictionary(fc.constantFrom(...LEAVES, 's', 't'), weight),
      fc.constantFrom(...LEAVES),
      weight,
      (given, table, weights, id, w) => {
        const data = measures(
          Object.fromEntries(
            LEAVES.map((name, i) => [
              `m.${name}`,
              {
                [Q3]: Object.fromEntries(UNITS.flatMap((u, row) => (table[row]![i] === undefined ? [] : [[u, table[row]![i]!]]))),
              },
            ]),
          ),
        );
        const units = roster(Object.fromEntries(UNITS.map((u, i) => [u, i < 3 ? 'one' : 'two'])));
        const anew = (s: Scheme) => everything(scoreAll(s, data, units, [Q3]));
        const book = scoreAll(given, data, units, [Q3]);
        const before = everything(book);
        const first = new Map(Object.entries(weights));
        const once = rescore(book, first);
        expect(everything(once)).toEqual(anew(withWeights(given, first)));
        const twice = rescore(once, new Map([[id, w]]));
        expect(everything(twice)).toEqual(anew(withWeights(withWeights(given, first), new Map([[id, w]]))));
        // and the book it came from is what it was
        expect(everything(book)).toEqual(before);
        if (once.at(Q3).points(book.nodeIndex('t')) === book.at(Q3).points(book.nodeIndex('t'))) quick += 1;
      },
    ),
    { numRuns: 400 },
  );
  // Columns that were not touched are shared, so the short way was really taken.
  expect(quick).toBeGreaterThan(20);
});
