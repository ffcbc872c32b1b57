/** Stars of branches, published and by a scheme, beside those of the period before. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { branchIds, joinBranches } from '../../src/pipeline/branch-ids';
import { branchesHere } from '../../src/pipeline/branch-here';
import { ABSENT, rate, STAR_COLUMNS, UNRATED } from '../../src/pipeline/branch-rate';
import { readStarScheme, type StarScheme } from '../../src/scheme/stars';
import { starCatalogue } from '../../src/score/stars';
import { branches, type TestBranch } from './branch-support';

const TEXT = readFileSync('data/schemes/branches.json', 'utf8');
function scheme(change: (file: Record<string, unknown>) => void = () => undefined): StarScheme {
  const file = JSON.parse(TEXT) as Record<string, unknown>;
  change(file);
  const { stars, problems } = readStarScheme(JSON.stringify(file), starCatalogue(STAR_COLUMNS.keys()));
  if (!stars) throw new Error(JSON.stringify(problems));
  return stars;
}
/** A branch whose parts add up to a total: 30 of appraisal, the rest base. */
const scored = (name: string, total: number, more: Partial<TestBranch> = {}): TestBranch => ({
  ...{ name, code: name, base_score: total - 30, appraisal_score: 30 },
  ...more,
});

describe('joinBranches()', () => {
  const now = branches([
    { name: '新名党支部', code: 'A1' },
    { name: '二村党支部', township: '东镇' },
    { name: '二村党支部', township: '西镇' },
    { name: '同名', township: '东镇' },
    { name: '同名', township: '东镇' },
    { name: '四村党支部', code: 'A4' },
  ]);
  const before = branches([
    { name: '四村党支部', code: 'B4' },
    { name: '二村党支部 ', township: '西镇', code: 'A9' },
    { name: '旧名党支部', code: 'a1' },
    { name: '同名', township: '东镇' },
  ]);
  test('joins by the code whatever the name, else by county, township and name; never by a name that two bear or against another code', () => {
    expect([...joinBranches(now, before)]).toEqual([2, -1, 1, -1, -1, -1]);
  });
  test('branchIds() gives every branch an id of its own', () => {
    const ids = branchIds(now);
    expect(new Set(ids).size).toBe(6);
    expect(ids[0]).toBe('A1');
  });
});

describe('rate() as published', () => {
  const now = branches([
    { name: '甲', code: '1', final_star: 5, total_score: 91, last_star: 4 },
    { name: '乙', code: '2', final_star: 2, total_score: 61, last_star: 1 },
    { name: '丙', code: '3', total_score: 70 },
    { name: '丁', code: '4', final_star: 0, last_star: 3 },
  ]);
  const before = branches(
    [
      { name: '甲', code: '1', final_star: 3 },
      { name: '乙', code: '2', final_star: 1 },
      { name: '丙', code: '3', final_star: 2 },
      { name: '戊', code: '5', final_star: 4, county: 'u2', sector: 'school' },
    ],
    '2025Q4',
  );
  test('places stars among five to none, keeps blanks unrated, and tells who is gone with the star of then', () => {
    const { rating, stars } = rate(now, before, null);
    expect(stars).toBeNull();
    expect([...rating.star]).toEqual([0, 3, UNRATED, 5]);
    expect([...rating.before]).toEqual([2, 4, 3, ABSENT]);
    expect([...rating.total]).toEqual([91, 61, 70, NaN]);
    expect(rating.gone).toEqual([{ county: 'u2', sector: 'school', star: 1 }]);
  });
  test('warns who is below three stars in both periods; who has no star now, or was not there, is not', () => {
    expect([...rate(now, before, null).rating.warned]).toEqual([0, 1, 0, 0]);
  });
  test('compared with 上年星级 as reported, nobody is gone', () => {
    const { rating } = rate(now, 'reported', null);
    expect([...rating.before]).toEqual([1, 4, UNRATED, 2]);
    expect(rating.gone).toEqual([]);
    expect([...rating.warned]).toEqual([0, 1, 0, 0]);
  });
});

describe('rate() by a scheme', () => {
  test('90, 80, 70, 60 are the lines; base 60 + appraisal 25 + bonus 3 − deductions 2 = 86, four stars', () => {
    const now = branches([
      scored('甲', 90),
      scored('乙', 89.99),
      scored('丙', 59),
      { name: '丁', code: '丁', base_score: 60, appraisal_score: 25, bonus_score: 3, deduction_score: 2 },
    ]);
    const { rating } = rate(now, null, scheme());
    // 60 + 25 + 3 − 2 = 86
    expect([...rating.total]).toEqual([90, 89.99, 59, 86]);
    expect([...rating.star]).toEqual([0, 1, 4, 1]);
    expect([...rating.before]).toEqual([ABSENT, ABSENT, ABSENT, ABSENT]);
  });
  test('a branch rises by one star at most, falls freely, and starts from what the scheme gave it before', () => {
    const before = branches([scored('甲', 65), scored('乙', 95)], '2025Q4');
    const { rating } = rate(branches([scored('甲', 95), scored('乙', 65)]), before, scheme());
    expect([...rating.before]).toEqual([3, 0]);
    expect([...rating.byScore]).toEqual([0, 3]);
    // two stars → three, though the score says five
    expect([...rating.star]).toEqual([2, 3]);
    expect(rating.limits).toEqual({ up: 1, down: null });
  });
  test('a veto caps at once, and who is below three stars twice is warned', () => {
    const before = branches([scored('甲', 65), scored('乙', 95)], '2025Q4');
    const { rating } = rate(branches([scored('甲', 62), scored('乙', 95, { veto: 1 })]), before, scheme());
    expect([...rating.star]).toEqual([3, 3]);
    expect([...rating.warned]).toEqual([1, 0]);
  });
  test('3 of 10 may have five stars: of 5 the quota asks the two with the lowest totals, and demotes nobody', () => {
    const totals = [99, 98, 97, 92, 91, 80, 80, 80, 80, 80];
    const { rating } = rate(
      branches(totals.map((t, i) => scored(`b${i}`, t))),
      null,
      scheme((f) => delete f['dynamics']),
    );
    expect(rating.quotas).toMatchObject([{ group: 'u1', units: 10, allowed: 3, actual: 5, excess: 2 }]);
    expect(rating.edges.map((e) => [...e])).toEqual([[4, 3]]);
    expect([...rating.star].filter((s) => s === 0)).toHaveLength(5);
  });
  test('a branch that is not due is not rated and counts in no quota', () => {
    const { rating } = rate(branches([scored('甲', 95, { due: 0 }), scored('乙', 75)]), null, scheme());
    expect([...rating.star]).toEqual([UNRATED, 2]);
    expect(rating.quotas[0]).toMatchObject({ units: 1 });
  });
  test('a scheme of years is applied for the year of the quarter', () => {
    const { rating } = rate(
      branches([scored('甲', 95)]),
      null,
      scheme((f) => {
        f['periods'] = 'Y';
        for (const c of f['children'] as { due: string }[]) c.due = 'Y4';
      }),
    );
    expect([rating.scoredFor, rating.total[0]]).toEqual(['2026', 95]);
  });
  test('least shares: one in ten of 12, rounded up, are 2; there is 1, so 1 is short', () => {
    const rows = [59, ...Array.from({ length: 11 }, () => 85)].map((t, i) => scored(`b${i}`, t));
    const { rating } = rate(
      branches(rows),
      null,
      scheme(
        (f) => ((f['grades'] as Record<string, unknown>)['least'] = [{ grade: '1', share: 0.1, scope: 'city', rounding: 'up' }]),
      ),
    );
    expect(rating.least).toMatchObject([{ group: null, units: 12, asked: 2, actual: 1, short: 1 }]);
  });
});

describe('BranchPort.explain()', () => {
  test('tells the total of a branch as its parts, and its grade; nothing of stars as published', async () => {
    const here = branchesHere();
    const now = branches([scored('甲', 83, { bonus_score: 2, deduction_score: 1 }), scored('乙', 95, { due: 0 })]);
    await here.rate(now, null, scheme());
    const reason = await here.explain(0);
    expect(reason?.total.value).toBe(84);
    // 53 + 30 − 1 + 2
    expect(reason?.total.args.map((a) => a.value)).toEqual([53, 30, -1, 2]);
    expect(reason?.grade?.params['grade']).toBe('4');
    expect(await here.explain(1)).toBeNull();
    await here.rate(now, null, null);
    expect(await here.explain(0)).toBeNull();
  });
});
