/** Moving marks between neighbours, and what the leaves below get of it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flatten } from '../../src/scheme';
import { leafMarks, moved, STEP } from '../../src/views/ranking/weigh';
import { leaf, scheme, section } from '../score/city';

describe('moved()', () => {
  test('moves marks over one edge in steps of half a point: 12 and 46, by 2.3, become 14.5 and 43.5', () => {
    expect(moved([12, 46, 20], 0, 2.3)).toEqual([14.5, 43.5, 20]);
    expect(moved([12, 46, 20], 1, -1)).toEqual([12, 45, 21]);
  });

  test('never takes the last step from either, and never changes the sum', () => {
    const marks = fc.array(
      fc.integer({ min: 1, max: 80 }).map((n) => n * STEP),
      { minLength: 2, maxLength: 6 },
    );
    fc.assert(
      fc.property(marks, fc.nat(4), fc.double({ min: -300, max: 300, noNaN: true }), (before, at, by) => {
        const edge = at % (before.length - 1);
        const after = moved(before, edge, by);
        expect(Math.min(...after)).toBeGreaterThanOrEqual(Math.min(STEP, ...before));
        expect(after.reduce((a, b) => a + b, 0)).toBeCloseTo(
          before.reduce((a, b) => a + b, 0),
          9,
        );
      }),
    );
  });
});

test('leafMarks() shares a part’s marks among its leaves as they stood: 10 of 6 + 4 made 15 are 9 + 6', () => {
  const nodes = flatten(scheme([section('s', [leaf('x', 6), leaf('y', 4)]), section('t', [leaf('z', 90)])]));
  const parts = nodes.filter((n) => n.depth === 1);
  expect(leafMarks(nodes, parts, [15, 85])).toEqual(new Map([['x', 9], ['y', 6], ['z', 85]])); // prettier-ignore
});
