/** The county schemes of data/schemes/counties, each worked by hand for a few invented units: points, totals, places and grades. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { flatten } from '../../src/scheme';
import { p } from '../score/city';
import { alike, countyScheme, FOLDER, inPeriod, pointsOf, scored, together, yearOf, type Figures } from './county-files';

const NAMES = readdirSync(FOLDER).map((file) => file.replace(/\.json$/, ''));
const year = (figures: Figures) => inPeriod('2026', figures);
const none = (...units: string[]) => Object.fromEntries(units.map((u) => [u, null]));
const round = (x: number) => Number(x.toFixed(2));

describe('every file', () => {
  test.each(NAMES)('%s reads without a problem or a notice', (name) => {
    expect(countyScheme(name).id).toBe(name);
  });
  test.each(NAMES)('%s says of every leaf which practice it comes from', (name) => {
    for (const { leaf } of flatten(countyScheme(name)))
      if (leaf) expect(leaf.source).toMatchObject({ en: expect.stringMatching(/^Rules in use, counties: /) as string });
  });
});

describe('talent: base 80 + key tasks 20 + bonus', () => {
  const book = scored(
    'talent-base-and-key-tasks',
    none('a', 'b', 'c'),
    together(
      // reported by quarter, where the year ends
      inPeriod('2026Q4', {
        'talent-intake.attainment': { a: 0.9, b: 1.2, c: 0.5 },
        'talent-intake.arrival': { a: 1, b: 0.75, c: 0.5 },
      }),
      year({
        人才培训计划完成率: { a: 0.93, b: 1, c: 0.7 },
        领导联系专家覆盖率: { a: 0.8, b: 0.5, c: 0.3 },
        重点人才平台建成数: { a: 2, b: 3, c: 0 },
        人才住房按期交付: { a: 1, b: 0, c: 1 },
        人才工作省级以上表彰数: { a: 3, b: 3, c: 1 },
        人才工作经验推广数: { a: 2, c: 1 },
      }),
    ),
  );

  test('each 2 % short takes off 1: 7 % is 3.5 of 10; 30 % would be 15, and leaves nothing', () => {
    expect(['a', 'b', 'c'].flatMap((u) => pointsOf(book, u, ['training']))).toEqual([10 - 7 / 2, 10, 0]);
  });

  test('the total is base, key tasks and the bonus, held at 5', () => {
    const a = 30 * 0.9 + 20 + 6.5 + 20 * 0.8; // 69.5
    const b = 30 + 20 * 0.75 + 10 + 20 * 0.5; // 65: more than was asked is worth no more
    const c = 30 * 0.5 + 20 * 0.5 + 0 + 20 * 0.3; // 31
    expect(yearOf(book)).toEqual({
      // two of three platforms, housing; 3 honours are 6, held at 4, and 2 more make 6, held at 5
      a: [round(a + (12 * 2) / 3 + 8 + 5), 1, '优秀'], // 90.5
      b: [round(b + 12 + 0 + 4), 2, '良好'], // 81
      c: [round(c + 0 + 8 + 2 + 1), 3, '不合格'], // 42
    });
  });
});

describe('talent: appraisal 50 + year’s results 50 + bonus, in groups with their own targets', () => {
  const COUNTS = ['高层次人才引进数', '青年人才引进数', '高技能人才新增数', '新建人才平台数', '引进创新团队数', '高校毕业生留用数', '人才项目落地数', '人才成果转化数', '乡村人才培育数']; // prettier-ignore
  const MARKS = ['组织领导', '体制机制', '政策落实', '服务保障', '环境氛围'].map((x) => `人才考核·${x}得分`);
  const book = scored(
    'talent-appraisal-and-results',
    { a: 'A', b: 'A', c: 'D', d: 'D' },
    together(
      inPeriod('2025', { 人才投入总额: { a: 110, b: 100, c: 50, d: 100 } }),
      year({
        ...alike(MARKS, { a: 9, b: 10, c: 9, d: 8 }),
        ...alike(COUNTS, { a: 80, b: 100, c: 40, d: 20 }),
        人才投入总额: { a: 121, b: 130, c: 52.5, d: 90 },
        国家级人才入选数: { a: 2, b: 8 },
        // Group A is asked for 100 of each and 20 % growth, group D for 40 and 10 %.
        ...alike(
          COUNTS.map((x) => `targets.${x}`),
          { a: 100, b: 100, c: 40, d: 40 },
        ),
        'targets.人才投入增长率': { a: 0.2, b: 0.2, c: 0.1, d: 0.1 },
      }),
    ),
  );

  test('fifteen indicators', () => {
    expect(book.nodes.filter((n) => n.leaf)).toHaveLength(15);
  });

  test('growth is (x − p)/|p| against the group’s own: 10 % of 20, 30 of 20, 5 of 10, and a fall is nothing', () => {
    expect(['a', 'b', 'c', 'd'].flatMap((u) => pointsOf(book, u, ['funds']))).toEqual([2.5, 5, 2.5, 0]);
  });

  test('40 taken in are all that group D is asked for, 80 are four fifths in group A', () => {
    expect(['c', 'a'].flatMap((u) => pointsOf(book, u, ['high-level']))).toEqual([5, 5 * 0.8]);
  });

  test('totals, places in the province and in the group, grades', () => {
    expect(yearOf(book)).toEqual({
      a: [5 * 9 + 9 * 5 * 0.8 + 2.5 + 2 * 0.5, 3, 'B'], // 84.5
      b: [5 * 10 + 9 * 5 + 5 + 3, 1, 'A'], // 103: 8 × 0.5 are 4, held at 3
      c: [5 * 9 + 9 * 5 + 2.5, 2, 'A'], // 92.5
      d: [5 * 8 + 9 * 5 * 0.5 + 0, 4, 'C'], // 62.5
    });
    expect([...book.at(p('2026')).groupRank]).toEqual([2, 1, 1, 2]);
  });
});

describe('four checks, one appraisal', () => {
  const book = scored(
    'four-checks',
    none('a', 'b'),
    year({
      领导测评总票: { a: 50, b: 50 },
      领导测评好票: { a: 40, b: 20 },
      领导测评较好票: { a: 10, b: 20 },
      领导测评一般票: { a: 0, b: 5 },
      领导测评差票: { a: 0, b: 5 },
      代表测评总票: { a: 100, b: 100 },
      代表测评好票: { a: 70, b: 50 },
      代表测评较好票: { a: 20, b: 30 },
      代表测评一般票: { a: 10, b: 10 },
      代表测评差票: { a: 0, b: 10 },
      日常考核得分: { a: 90, b: 80 },
      班子考核得分: { a: 85, b: 75 },
      实绩考核得分: { a: 95, b: 90 },
    }),
  );

  test('the vote is 24 and 16 of 40', () => {
    // a: (40 + 8)/50 = 0.96 and (70 + 16 + 6)/100 = 0.92; b: (20 + 16 + 3)/50 = 0.78 and (50 + 24 + 6)/100 = 0.8
    expect(pointsOf(book, 'a', ['leaders-vote', 'delegates-vote', 'vote'])).toEqual([23.04, 14.72, 37.76]);
    expect(pointsOf(book, 'b', ['leaders-vote', 'delegates-vote', 'vote'])).toEqual([18.72, 12.8, 31.52]);
  });

  test('the other 60 are day-to-day, team and results', () => {
    expect(yearOf(book)).toEqual({
      a: [round(37.76 + 18 + 17 + 19), 1, '好'], // 91.76
      b: [round(31.52 + 16 + 15 + 18), 2, '较好'], // 80.52
    });
  });
});

describe('a city’s 180 points', () => {
  const scheme = countyScheme('city-180');
  const leaves = flatten(scheme).flatMap((n) => (n.leaf ? [n.leaf] : []));
  const items = leaves.filter((l) => l.due === 'Q');
  const named = (type: string) =>
    items.flatMap((l) => (l.rule.type === type && typeof l.measure === 'string' ? [l.measure] : []));
  const [posts, shares] = [named('goalposts'), named('attainment')];
  const EIGHT = ['改革创新', '宣传信息', '调研成果', '群众满意度', '领导', '自身建设', '保密安全'].map((x) => `${x}评价得分`);
  const quarter = (q: number, post: Figures[string], share: Figures[string]) =>
    inPeriod(`2026Q${q}`, { ...alike(posts, post), ...alike(shares, share) });
  const book = scored(
    'city-180',
    none('a', 'b', 'c', 'd'),
    together(
      quarter(1, { a: 0.6, b: 0.9, c: 0.5, d: 0.9 }, { a: 0.4, b: 0.8, c: 0.4, d: 0.8 }),
      quarter(2, { a: 0.75, b: 0.9, c: 0.5, d: 0.9 }, { a: 0.6, b: 0.8, c: 0.4, d: 0.8 }),
      quarter(3, { a: 0.75, b: 0.9, c: 0.5, d: 0.9 }, { a: 0.8, b: 0.8, c: 0.4, d: 0.8 }),
      quarter(4, { a: 0.9, b: 0.9, c: 0.5, d: 0.9 }, { a: 0.8, b: 0.8, c: 0.4, d: 0.8 }),
      year({
        ...alike([...EIGHT, '部门互评得分'], { a: 90, b: 100, c: 60, d: 100 }),
        // every target is 0.8, for the whole city
        ...alike(
          shares.map((m) => m.replace('indicators.', 'targets.')),
          { '*': 0.8 },
        ),
        重大责任事故数: { a: 0, b: 1, c: 0, d: 0 },
        考核数据造假数: { a: 0, b: 0, c: 0, d: 1 },
      }),
    ),
  );

  test('55 items are 152.5 and 8 appraised are 27.5', () => {
    const sum = (of: typeof leaves) => of.reduce((s, l) => s + l.points, 0);
    const appraised = leaves.filter((l) => l.due === 'Y4');
    expect([items.length, sum(items), appraised.length, sum(appraised)]).toEqual([55, 152.5, 8, 27.5]);
    // 28 items by goalposts, three of them of 5.5; 27 by attainment, two of 5.5
    expect([posts.length, 3 * 5.5 + 25 * 2.5, shares.length, 2 * 5.5 + 25 * 2.5]).toEqual([28, 79, 27, 73.5]);
  });

  test('a goalpost item is 60 + 40 × (x − lo)/(hi − lo) per cent, and falls on below lo', () => {
    // x = 0.5 between 0.6 and 0.9: 60 − 40/3 = 46.67 %, in every quarter, of 2.5 points
    expect(pointsOf(book, 'c', ['politics-3'])).toEqual([Number((2.5 * (0.6 - 0.4 / 3)).toFixed(6))]);
  });

  test('the quarters weigh 15, 25, 25, 35, what is appraised once counts once', () => {
    const a =
      79 * (0.15 * 0.6 + 0.25 * 0.8 + 0.25 * 0.8 + 0.35 * 1) + // 79 × 0.84 = 66.36
      73.5 * (0.15 * 0.5 + 0.25 * 0.75 + 0.25 * 1 + 0.35 * 1) + // 73.5 × 0.8625 = 63.39
      27.5 * 0.9; // 24.75
    const c = 79 * (0.6 - 0.4 / 3) + 73.5 * 0.5 + 27.5 * 0.6; // 36.87 + 36.75 + 16.5
    expect(yearOf(book)).toEqual({
      a: [round(a), 2, '良好'], // 154.50
      b: [180, 1, '合格'], // by its points the best there is; an accident caps the grade
      c: [round(c), 3, '不合格'], // 90.12
      d: [NaN, NaN, null], // figures made up: not ranked
    });
    expect(book.at(p('2026')).notRanked).toEqual([{ unit: 'd', reason: 'disqualified', veto: 'fraud' }]);
  });

  test('in a quarter the 55 items stand for all 180', () => {
    // a: (79 × 0.6 + 73.5 × 0.5) × 180/152.5
    expect(book.at(p('2026Q1')).total[0]).toBe(round((84.15 * 180) / 152.5));
  });
});

describe('a thousand points', () => {
  const book = scored(
    'thousand-points',
    none('a', 'b', 'c', 'd'),
    year({
      项目投资完成额: { a: 10, b: 8, c: 5, d: 2 },
      新开工项目数: { a: 4, b: 5, c: 5, d: 1 },
      竣工项目数: { a: 3, b: 6, c: 3, d: 0 },
      主要领导评分: { a: 95, b: 90, c: 85, d: 80 },
      分管领导评分: { a: 88, b: 92, c: 90, d: 70 },
      联系领导评分: { a: 90, b: 80, c: 85, d: 95 },
      测评满意率: { a: 0.92, b: 0.88, c: 0.66, d: 0.55 },
      基本满意和不满意率: { a: 0.08, b: 0.12, c: 0.34, d: 0.3 },
    }),
  );
  // places a 1, 3, 2 · b 2, 1, 4 · c 3, 2, 3 · d 4, 4, 1
  const byMeanRank = (...places: readonly [number, number, number]) =>
    200 * (1 - 0.02 * (places.reduce((s, x) => s + x, 0) / 3 - 1));

  test('projects by their ratio to the best', () => {
    const projects = ['a', 'b', 'c', 'd'].flatMap((u) => pointsOf(book, u, ['projects']));
    expect(projects).toEqual([
      300 + 200 * (4 / 5) + 100 * (3 / 6), // 510
      300 * (8 / 10) + 200 + 100, // 540
      300 * (5 / 10) + 200 + 100 * (3 / 6), // 400
      300 * (2 / 10) + 200 * (1 / 5) + 0, // 100
    ]);
  });

  test('leaders by the mean of their ranks, 2 % less a place', () => {
    expect(pointsOf(book, 'a', ['leaders'])).toEqual([196]); // mean rank 2
    expect(pointsOf(book, 'b', ['leaders'])[0]).toBeCloseTo(byMeanRank(2, 1, 4), 6); // mean rank 7/3: 194.67
  });

  test('the vote by bands; a third or more “basically” or “not” makes it 130', () => {
    expect(['a', 'b', 'c', 'd'].flatMap((u) => pointsOf(book, u, ['vote']))).toEqual([200, 190, 130, 160]);
  });

  test.each([
    [0.95, 0.05, 200],
    [0.9, 0.1, 200],
    [0.899, 0.101, 190],
    [0.75, 0.25, 180],
    [0.67, 0.33, 170],
    [0.5, 0.3, 160],
    [2 / 3, 1 / 3, 130],
    [0.65, 0.35, 130],
    [0.5, 0.5, 130],
  ])('%d satisfied, %d “basically” or “not”: %d', (satisfied, rest, points) => {
    const votes = scored('thousand-points', none('a'), year({ 测评满意率: { a: satisfied }, 基本满意和不满意率: { a: rest } }));
    expect(pointsOf(votes, 'a', ['vote'])).toEqual([points]);
  });

  test('totals and places', () => {
    expect(yearOf(book)).toEqual({
      a: [510 + 196 + 200, 2, null], // 906
      b: [round(540 + byMeanRank(2, 1, 4) + 190), 1, null], // 924.67
      c: [round(400 + byMeanRank(3, 2, 3) + 130), 3, null], // 723.33
      d: [round(100 + byMeanRank(4, 4, 1) + 160), 4, null], // 452
    });
  });
});

describe('ranked each quarter, 5 % less a place, averaged over the year', () => {
  const quarter = (q: number, tasks: Figures[string]) =>
    inPeriod(`2026Q${q}`, {
      重点任务完成数: tasks,
      走访服务次数: { a: 5, b: 5, c: 9 },
      信访积案数: { a: 1, b: 2, c: 3 },
    });
  const usual = { a: 9, b: 8, c: 7 };
  const book = scored(
    'quarterly-ranks',
    none('a', 'b', 'c'),
    together(quarter(1, usual), quarter(2, usual), quarter(3, { a: 7, b: 9, c: 8 }), quarter(4, usual)),
  );

  test('the mean of the quarters’ points, equal values sharing the better place', () => {
    // tasks a: 1, 1, 3, 1 · b: 2, 2, 1, 2 · c: 3, 3, 2, 3; visits 2, 2, 1; petitions 1, 2, 3: fewer is better
    const tasks = (...places: readonly number[]) => (50 * places.reduce((s, place) => s + 1 - 0.05 * (place - 1), 0)) / 4;
    expect(yearOf(book)).toEqual({
      a: [tasks(1, 1, 3, 1) + 28.5 + 20, 1, null], // 48.75 + 48.5 = 97.25
      b: [95.63, 2, null], // 48.125 + 28.5 + 19 = 95.625
      c: [93.63, 3, null], // 45.625 + 30 + 18 = 93.625
    });
    expect([tasks(2, 2, 1, 2), tasks(3, 3, 2, 3)].map((x) => x.toFixed(3))).toEqual(['48.125', '45.625']);
  });
});

describe('two county forms', () => {
  const form = (name: string, sessions: Figures[string]) =>
    scored(name, none('a', 'b', 'c'), year({ 中心组学习次数: sessions, 学习计划已制定: { a: 1, b: 1, c: 0 } }));

  test('ten study sessions a year, each short takes off 1: 8 are 5 − 2, 12 are 5, 2 are none', () => {
    expect(yearOf(form('study-ten', { a: 8, b: 12, c: 2 }))).toEqual({
      a: [5 - 2 + 1, 2, null],
      b: [5 + 1, 1, null],
      c: [0, 3, null],
    });
  });

  test('four study sessions a year, each short takes off 0.5: 3 are 2 − 0.5, 4 are 2, 1 is 2 − 1.5', () => {
    expect(yearOf(form('study-four', { a: 3, b: 4, c: 1 }))).toEqual({
      a: [2 - 0.5 + 1, 2, null],
      b: [2 + 1, 1, null],
      c: [2 - 1.5, 3, null],
    });
  });
});

describe('a district’s evaluation', () => {
  const figures: Figures = {
    重点工作得分: { a: 95, b: 90, c: 85, d: 80, e: 75 },
    招商到位资金: { a: 50, b: 100, c: 25, d: 0, e: 80 },
    女干部占比: { a: 0.2, b: 0.17, c: 0.25, d: 0.05, e: 0.19 },
    // the mean is 0.85
    群众满意率: { a: 0.85, b: 0.87, c: 0.84, d: 0.69, e: 1 },
    负面通报件数: { a: 0, b: 1, c: 0, d: 25, e: 2 },
    典型案例件数: { a: 3, b: 0, c: 20, d: 0, e: 1 },
    万人信访量: { a: 1, b: 2, c: 3, d: 4, e: 5 },
  };
  const groups = { a: 'one', b: 'one', c: 'one', d: 'one', e: 'one' };
  const book = scored('district-evaluation', groups, year(figures));
  const all = (id: string) => ['a', 'b', 'c', 'd', 'e'].flatMap((u) => pointsOf(book, u, [id]));

  test.each([
    ['work', 'the table of places', [60, 57, 54, 51, 48]],
    ['investment', 'the first 6, the others by their ratio to it', [3, 6, 1.5, 0, 4.8]],
    ['women', 'not under 20 % is 1, each point under takes off 0.1', [1, 0.7, 1, 0, 0.9]],
    [
      'satisfaction',
      'each point above the mean 0.05 more, up to 0.5; each below 0.1 less',
      // 16 points below would take 1.6 of 1.5, 15 above would add 0.75
      [1.5, 1.5 + 0.1, 1.5 - 0.1, 0, 1.5 + 0.5],
    ],
    ['cases', '1.5 with 0.05 or 0.1 a case, at most +0.5 and −2', [1.5 + 0.15, 1.5 - 0.1, 1.5 + 0.5, 1.5 - 2, 1.5 - 0.2 + 0.05]],
    ['petitions', 'from the bottom 2, 1.9, 1.8 off, 0.1 less with each place up', [0.4, 0.3, 0.2, 0.1, 0]],
  ])('%s: %s', (id, _, points) => {
    expect(all(id)).toEqual(points.map((x) => Number(x.toFixed(6))));
  });

  test('totals, places and grades', () => {
    expect(yearOf(book)).toEqual({
      a: [round(60 + 3 + 1 + 1.5 + 1.65 + 0.4), 1, '优秀'], // 67.55
      b: [round(57 + 6 + 0.7 + 1.6 + 1.4 + 0.3), 2, '优秀'], // 67
      c: [round(54 + 1.5 + 1 + 1.4 + 2 + 0.2), 3, '良好'], // 60.1
      d: [round(51 + 0 + 0 + 0 - 0.5 + 0.1), 5, '合格'], // 50.6
      e: [round(48 + 4.8 + 0.9 + 2 + 1.35 + 0), 4, '合格'], // 57.05
    });
  });

  test('each of the four veto events bars the top grade and leaves the points alone', () => {
    const events = countyScheme('district-evaluation').vetoes ?? [];
    expect(events).toHaveLength(4);
    for (const { measure } of events)
      expect(yearOf(scored('district-evaluation', groups, year({ ...figures, [measure]: { a: 1 } })))['a']).toEqual([
        67.55,
        1,
        '良好',
      ]);
  });
});

describe('a bank’s system', () => {
  const figures: Figures = {
    'organisation-life.three_meetings': { a: 0.95, b: 1, c: 0.5, d: 0.5 },
    支部达标率: { a: 0.8, b: 0.8, c: 0.6, d: 0.4 },
    党建引领任务完成率: { a: 0.9, b: 0.8, c: 0.7, d: 0.6 },
    有责投诉件数: { a: 2, b: 5, c: 1, d: 12 },
    特色创新得分: { a: 7, b: 3, c: 2, d: 1 },
    员工满意率: { a: 0.9, b: 0.8, c: 0.8, d: 0.6 },
    经营考核得分: { a: 80, b: 95, c: 70, d: 90 },
  };
  const groups = none('a', 'b', 'c', 'd');

  test('four dimensions of 35, 50, 10 and 5; under 60 a red card', () => {
    const book = scored('bank', groups, year(figures));
    expect(countyScheme('bank').children.map((n) => n.points)).toEqual([35, 50, 10, 5]);
    expect(yearOf(book)).toEqual({
      a: [19 + 12 + (27 + 16) + 7 + 4.5, 1, '优秀'], // 85.5
      b: [20 + 12 + (24 + 10) + 3 + 4, 2, '良好'], // 73
      c: [10 + 9 + (21 + 18) + 2 + 4, 3, '合格'], // 64
      d: [10 + 6 + (18 + 0) + 1 + 3, 4, '红牌'], // 38: twelve complaints would be 24 of 20
    });
  });

  test('counts 40 % of the year', () => {
    expect(yearOf(scored('bank-year', groups, year(figures)))).toEqual({
      a: [round(0.4 * 85.5 + 0.6 * 80), 2, null], // 82.2
      b: [round(0.4 * 73 + 0.6 * 95), 1, null], // 86.2
      c: [round(0.4 * 64 + 0.6 * 70), 4, null], // 67.6
      d: [round(0.4 * 38 + 0.6 * 90), 3, null], // 69.2
    });
  });

  test('both files say the same of Party building', () => {
    const [party] = countyScheme('bank-year').children;
    expect(party && 'children' in party && party.children).toEqual(countyScheme('bank').children);
  });
});
