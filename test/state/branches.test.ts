/** The branches screen's choices in the address, its counts, and the star schemes it offers. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLUMNS, MOVES } from '../../src/pipeline/branch-list';
import { rate } from '../../src/pipeline/branch-rate';
import type { Period } from '../../src/model/period';
import { readChoice, START, writeChoice, type Choice } from '../../src/state/branch-choice';
import { countsBy, totalsOf, transitionsOf, valuesBy } from '../../src/state/branch-counts';
import { optionOf } from '../../src/state/branch-schemes';
import { readPlace, writePlace } from '../../src/state/route.svelte';
import { branches } from '../pipeline/branch-support';

describe('writeChoice()', () => {
  test('writes nothing of the start', () => {
    expect(writeChoice(START)).toBeNull();
    expect(readChoice(null)).toEqual(START);
  });
  test('writes what readChoice() reads back, whatever is chosen', () => {
    const text = fc.option(fc.string({ minLength: 1 }), { nil: null });
    const choice: fc.Arbitrary<Choice> = fc.record({
      ...{ scheme: text, county: text, sector: text, star: text, before: text, text: fc.string() },
      against: fc.constantFrom(null, 'reported' as const, 'nothing' as const, '2025Q4' as Period),
      moved: fc.constantFrom(null, ...MOVES),
      ...{ warned: fc.boolean(), held: fc.boolean() },
      sort: fc.record({ column: fc.constantFrom(...COLUMNS), descending: fc.boolean() }),
      open: fc.option(fc.nat(), { nil: null }),
    });
    fc.assert(
      fc.property(choice, (c) => {
        expect(readChoice(writeChoice(c))).toEqual({ ...c, sort: { ...c.sort } });
      }),
    );
  });
  test('stays in the address of its screen and is not carried to another', () => {
    const filter = writeChoice({ ...START, county: 'u1', text: '苇 & 湾' });
    const place = readPlace('#/branches?sample');
    expect(readPlace(writePlace({ ...place, filter })).filter).toBe(filter);
    expect(writePlace({ ...place, filter, screen: 'ranking' })).toBe('#/ranking?sample');
  });
  test('a period, a column, a move and a number that are none fall back to the start', () => {
    expect(readChoice('vs=2025Q9&sort=colour.down&moved=away&open=-1')).toEqual(START);
  });
});

describe('counts', () => {
  const table = branches([
    { name: '甲', code: '1', county: 'u1', sector: 'rural', final_star: 5, total_score: 91 },
    { name: '乙', code: '2', county: 'u1', sector: 'school', final_star: 2, total_score: 65 },
    { name: '丙', code: '3', county: 'u2', sector: 'rural', total_score: 70, due: 0 },
  ]);
  const before = branches([
    { name: '甲', code: '1', final_star: 4 },
    { name: '乙', code: '2', final_star: 2 },
    { name: '丁', code: '4', county: 'u2', sector: 'rural', final_star: 3 },
  ]);
  const { rating } = rate(table, before, null);
  const whole = { counties: null, sector: null };

  test('countsBy() counts stars by county, those without one last', () => {
    expect(countsBy(table, rating, table.counties, whole)).toEqual([
      [1, 0, 0, 1, 0, 0, 0],
      [0, 0, 0, 0, 0, 0, 1],
    ]);
  });
  test('valuesBy() gives points in rising order', () => {
    expect(valuesBy(table, rating, table.counties, whole).map((v) => [...v])).toEqual([[65, 91], [70]]);
  });
  test('totalsOf() adds up: 1 rose, 1 kept, 1 new, 1 gone, 1 warned, 1 not due', () => {
    expect(totalsOf(table, rating, whole)).toEqual({
      ...{ branches: 3, rated: 2, notDue: 1, stars: [1, 0, 0, 1, 0, 0, 1], warned: 1, held: 0, gone: 1 },
      moves: { rose: 1, fell: 0, kept: 1, new: 1, unknown: 0 },
    });
  });
  test('of a county or sector only its own are counted, those gone too', () => {
    expect(totalsOf(table, rating, { counties: new Set([0]), sector: null })).toMatchObject({ branches: 2, gone: 0 });
    expect(totalsOf(table, rating, { counties: null, sector: 1 })).toMatchObject({ branches: 1, gone: 0 });
  });
  test('transitionsOf() has every branch of now and of then once', () => {
    const counts = transitionsOf(table, rating, whole);
    expect([counts[1]?.[0], counts[3]?.[3], counts[7]?.[6], counts[2]?.[7]]).toEqual([1, 1, 1, 1]);
    expect(counts.flat().reduce<number>((n, c) => n + (c ?? 0), 0)).toBe(4);
    expect(counts[7]?.[7]).toBeNull();
  });
});

describe('optionOf()', () => {
  const option = (file: string) => optionOf({ id: 'x', text: readFileSync(`data/schemes/${file}`, 'utf8') });
  test('a scheme whose columns the ledger has can be used', () => {
    expect(option('branches.json')).toMatchObject({ lacks: [], problems: [] });
    expect(option('branches.json').title.zh).toContain('明细表');
    expect(option('stars/01-deducted-and-appraised.json').stars).not.toBeNull();
  });
  test('one that names columns the ledger lacks says which and cannot be used', () => {
    const { lacks, stars, problems } = option('stars/03-three-stages.json');
    expect([[...lacks].sort(), stars, problems]).toEqual([['masses', 'organisation', 'self'], null, []]);
  });
  test('a text that is no scheme has faults and no title', () => {
    expect(optionOf({ id: 'x', text: '{' })).toMatchObject({
      stars: null,
      title: { zh: '' },
      problems: [{ code: 'scheme.notJson' }],
    });
  });
});
