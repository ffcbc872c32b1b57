/** Items of the list of problems, from the period in which a rule finds them to the figure that closes them: small cities worked by hand. */
import { describe, expect, test } from 'vitest';
import { CAUSES, isOverdue, listItems, type ListItem } from '../../src/findings/list-items';
import type { CalendarDate, Period } from '../../src/model/period';
import type { Leaf, Lights, Scheme } from '../../src/scheme';
import type { ScoreBook } from '../../src/score';
import { leaf, p, scheme, type CellSpec } from '../score/city';
import { bookOf, penOf, tableOf } from '../report/pack/papers-city';

const pen = penOf();
const QUARTERS = ['2026Q1', '2026Q2', '2026Q3', '2026Q4'].map(p);
const [Q1, Q2, Q3, Q4] = QUARTERS as [Period, Period, Period, Period];
const groups = { a: 'one', b: 'one', c: 'one', d: 'two', e: 'two' };

/** `x` of the five counties by quarter; `undefined` is not there. */
type Row = readonly (CellSpec | undefined)[];
function bookBy(
  rows: readonly Row[],
  more: Partial<Leaf> & { readonly measure?: string } = {},
  rules: Partial<Scheme> = {},
): ScoreBook {
  const measure = more.measure ?? 'm.x';
  const periods = rows.map((row, i) => {
    const x = Object.fromEntries([...'abcde'].flatMap((u, k) => (row[k] === undefined ? [] : [[u, row[k]]])));
    // Something is reported every quarter, so that every quarter is one of the book's.
    return [QUARTERS[i] ?? '', { [measure]: x, 'm.rest': Object.fromEntries([...'abcde'].map((u) => [u, 1])) }] as const;
  });
  return bookOf(tableOf(Object.fromEntries(periods)), scheme([leaf('x', 50, more), leaf('rest', 50)], rules), groups);
}
const short = (items: readonly ListItem[]) => items.map((i) => `${i.id} ${i.causes.join('+')}${i.closedBy ? ' closed' : ''}`);
const at = (book: ScoreBook, period: Period, group: string | null = null) => listItems(book, period, group, pen);

const RED: Lights = {
  id: 'lights',
  title: 'Lights',
  on: 'leaves',
  lines: [
    { light: 'green', title: 'Good', when: [{ of: 'share', atLeast: 0.8 }] },
    { light: 'red', title: 'Bad', when: [{ of: 'share', below: 0.3 }] },
  ],
};
/** None is wanted, each one costs a tenth of the marks. */
const overdue: Partial<Leaf> & { readonly measure: string } = {
  measure: 'n.x_overdue',
  rule: { type: 'step', atMost: 0, per: 1, step: 5 },
};

describe('an item is found', () => {
  test('by a red light: e has 0.2 of the marks, which is below 0.3', () => {
    const book = bookBy([[0.9, 0.9, 0.9, 0.9, 0.2]], {}, { lights: [RED] });
    expect(at(book, Q1)[0]?.causes).toContain('red');
    expect(at(bookBy([[0.9, 0.9, 0.9, 0.9, 0.2]]), Q1)[0]?.causes).not.toContain('red');
  });

  test('not by a red light that praises', () => {
    const praise: Lights = {
      ...RED,
      lines: [
        { light: 'red', title: 'Best', when: [{ of: 'share', atLeast: 0.8 }] },
        { light: 'blue', title: 'Rest' },
      ],
    };
    expect(short(at(bookBy([[0.9, 0.9, 0.9, 0.9, 0.9]], {}, { lights: [praise] }), Q1))).toEqual([]);
  });

  test('by cases that are overdue, were it one', () => {
    expect(short(at(bookBy([[0, 0, 1, 1, 0]], overdue), Q1))).toEqual(['c/x/2026Q1 overdue', 'd/x/2026Q1 overdue']);
  });

  test('by a target missed: d and e are 0.2 behind 1 and well below the mean share of 0.862; c with 0.86 is not', () => {
    // mean (0.9 + 0.95 + 0.86 + 0.8 + 0.8) / 5 = 0.862: d and e lack 0.062 · 50 = 3.1 points of it, more than 2.5
    expect(short(at(bookBy([[0.9, 0.95, 0.86, 0.8, 0.8]]), Q1))).toEqual(['d/x/2026Q1 missed', 'e/x/2026Q1 missed']);
  });

  test('not by a target that all miss alike, nor by one missed by a tenth and less', () => {
    expect(short(at(bookBy([[0.5, 0.5, 0.5, 0.5, 0.5]]), Q1))).toEqual([]);
    expect(short(at(bookBy([[1, 1, 1, 0.91, 0.91]]), Q1))).toEqual([]);
  });

  test('by the last place among three and more, where at least a tenth of the marks is lost; not where it is shared', () => {
    const rule: Leaf['rule'] = { type: 'goalposts', lo: 0, hi: 1 };
    expect(short(at(bookBy([[0.9, 0.9, 0.88, 0.87, 0.85]], { rule }), Q1))).toEqual(['e/x/2026Q1 last']);
    expect(short(at(bookBy([[0.99, 0.98, 0.97, 0.96, 0.95]], { rule }), Q1))).toEqual([]);
    expect(short(at(bookBy([[0.9, 0.9, 0.88, 0.85, 0.85]], { rule }), Q1))).toEqual([]);
    expect(short(at(bookBy([[0.9, 0.9, 0.85, 0.9, 0.85]], { rule }), Q1, 'two'))).toEqual([]);
  });

  test('with all its causes at once, in their order', () => {
    const [item] = at(bookBy([[0.9, 0.9, 0.9, 0.9, 0.1]], {}, { lights: [RED] }), Q1);
    expect(item?.causes).toEqual(['red', 'missed', 'last']);
    expect(CAUSES).toEqual(['red', 'overdue', 'missed', 'last']);
  });

  test('never for a figure with full marks, nor for one that is not there', () => {
    expect(at(bookBy([[1, 1, 1, 1, 1]]), Q1)).toEqual([]);
    expect(at(bookBy([[null, 0.9, 0.9, undefined, 0.9]]), Q1)).toEqual([]);
  });

  test('with the figure it rests on and a deadline in the next period in which it counts', () => {
    const [item] = at(bookBy([[0.9, 0.9, 0.9, 0.9, 0.1]]), Q1);
    expect(item).toMatchObject({ unit: 'e', first: Q1, period: Q1, deadline: '2026-06-30', closedBy: null });
    expect([item?.at.value, item?.at.points, item?.at.full]).toEqual([0.1, 5, 50]);
    // Due at each half-year's end: found in Q2, next in Q4
    const [half] = at(bookBy([[], [0.9, 0.9, 0.9, 0.9, 0.1]], { due: 'H' }), Q2);
    expect(half?.deadline).toBe('2026-12-31');
  });
});

describe('an item lives on', () => {
  const BAD: Row = [0.9, 0.9, 0.9, 0.9, 0.2];
  const GOOD: Row = [0.9, 0.9, 0.9, 0.9, 0.95];

  test('with its id, number, first period and deadline, and the figure last found', () => {
    const book = bookBy([BAD, [0.9, 0.9, 0.9, 0.9, 0.4]]);
    const [[then], [now]] = [at(book, Q1), at(book, Q2)];
    expect([now?.id, now?.number, now?.first, now?.deadline]).toEqual([then?.id, then?.number, Q1, '2026-06-30']);
    expect([now?.at.value, now?.period]).toEqual([0.4, Q2]);
    // fifth of the roster, first leaf
    expect(now?.number).toBe('2026Q1-0501');
  });

  test('and is carried while there is no figure: not reported, not due, not applicable', () => {
    for (const none of [null, undefined, 'na'] as const) {
      const book = bookBy([BAD, [0.9, 0.9, 0.9, 0.9, none], [0.9, 0.9, 0.9, 0.9, none]]);
      expect(at(book, Q3).map((i) => [i.id, i.period, i.at.value, i.closedBy])).toEqual([['e/x/2026Q1', Q1, 0.2, null]]);
    }
    const half = bookBy([[], BAD, []], { due: 'H', carry: true });
    expect(at(half, Q3).map((i) => [i.id, i.period, i.closedBy])).toEqual([['e/x/2026Q2', Q2, null]]);
  });

  test('until a figure meets no cause any more: closed by it, told once, gone afterwards', () => {
    const book = bookBy([BAD, GOOD, GOOD]);
    const [closed] = at(book, Q2);
    expect(closed).toMatchObject({ id: 'e/x/2026Q1', causes: ['missed', 'last'], closedBy: { period: Q2 } });
    expect(closed?.closedBy?.at.value).toBe(0.95);
    expect(closed?.at.value).toBe(0.2);
    expect(at(book, Q3)).toEqual([]);
    expect(short(at(book, Q1))).toEqual(['e/x/2026Q1 missed+last']);
  });

  test('found again it is another item, with a number of its own', () => {
    const book = bookBy([BAD, GOOD, BAD, BAD]);
    expect(at(book, Q3).map((i) => [i.id, i.number, i.first, i.closedBy])).toEqual([['e/x/2026Q3', '2026Q3-0501', Q3, null]]);
    expect(at(book, Q4).map((i) => i.id)).toEqual(['e/x/2026Q3']);
  });

  test('one closed in the same period in which another county’s is found is told beside it, in the roster’s order', () => {
    const book = bookBy([BAD, [0.2, 0.9, 0.9, 0.9, 0.95]]);
    expect(short(at(book, Q2))).toEqual(['a/x/2026Q2 missed+last', 'e/x/2026Q1 missed+last closed']);
  });

  test('what later periods found is not in an earlier one', () => {
    const book = bookBy([GOOD, BAD]);
    expect(at(book, Q1)).toEqual([]);
  });
});

test('numbers of one period are different for every county and indicator', () => {
  const leaves = Array.from({ length: 12 }, (_, i) => leaf(`x${i}`, 5));
  const columns = Object.fromEntries(
    leaves.map((l) => [`m.${l.id}`, Object.fromEntries([...'abcde'].map((u, k) => [u, k === 0 ? 1 : 0.1 * k]))]),
  );
  const items = at(bookOf(tableOf({ [Q1]: columns }), scheme(leaves, { points: 60 }), groups), Q1);
  expect(items.length).toBeGreaterThan(20);
  expect(new Set(items.map((i) => i.number)).size).toBe(items.length);
});

test('within a group only its own counties are listed, compared with one another', () => {
  const book = bookBy([[0.9, 0.9, 0.9, 0.5, 0.5]]);
  expect(short(at(book, Q1))).toEqual(['d/x/2026Q1 missed', 'e/x/2026Q1 missed']);
  expect(at(book, Q1, 'two')).toEqual([]);
  expect(at(book, Q1, 'one')).toEqual([]);
});

test('isOverdue(): an open item whose day is before the period’s last', () => {
  const [item] = at(bookBy([[0.9, 0.9, 0.9, 0.9, 0.2]]), Q1);
  const day = (text: string) => text as CalendarDate;
  expect(isOverdue(item!, day('2026-06-29'), Q2)).toBe(true);
  expect(isOverdue(item!, day('2026-06-30'), Q2)).toBe(false);
  expect(isOverdue({ ...item!, closedBy: { period: Q2, at: item!.at } }, day('2026-01-01'), Q2)).toBe(false);
});
