/** Drafted sentences of small cities worked by hand: what they say, what they hold on to, and what they never say. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadlineOf, drafted, reportBy, way, type Drafted } from '../../src/findings/draft';
import { draftCity, type CityDraft } from '../../src/findings/draft-city';
import { draftUnit, sideOf, unreported, type Pen, type UnitDraft } from '../../src/findings/draft-unit';
import { leafStandings } from '../../src/findings/leaf-standing';
import { draftWords } from '../../src/i18n/draft';
import type { Period } from '../../src/model/period';
import type { Rule } from '../../src/scheme';
import type { ScoreBook } from '../../src/score';
import { GRADES, id, leaf, p, scheme, section, type CellSpec } from '../score/city';
import { bookOf, cityBook, figures, nameOf, NAMES, penOf, Q1, Q2, tableOf, UNITS } from '../report/pack/papers-city';

const zh = penOf();
const en = penOf('en');
const ABCD = ['a', 'b', 'c', 'd'];
const groups = { a: 'one', b: 'one', c: 'two', d: 'two' };

/** One column after the other, of the units a, b, c, d. */
const columns = (all: Record<string, readonly CellSpec[]>): Record<string, Record<string, CellSpec>> =>
  Object.fromEntries(Object.entries(all).map(([m, cells]) => [m, Object.fromEntries(cells.map((c, i) => [ABCD[i] ?? '', c]))]));

const textOf = (d: Drafted): string => d.text;
const ofUnit = (d: UnitDraft): Drafted[] => [d.standing, ...d.strengths, ...d.problems, ...d.tasks];
const ofCity = (d: CityDraft): Drafted[] => [
  ...[...d.overall, ...d.moves, ...d.problems, ...d.tasks],
  ...d.sections.flatMap((s) => s.sentences),
];
const everything = (book: ScoreBook, period: Period, pen: Pen, group: string | null = null): Drafted[] => [
  ...ofCity(draftCity(book, period, group, 'all', pen)),
  ...book.at(period).units.flatMap((u) => ofUnit(draftUnit(book, period, u, group, pen))),
];

/**
 * x of 60, y of 30, z of 10 points. In Q2 x has a mean of (0.9 + 0.8 + 0.7 + 0.4) / 4 = 0.7: a 54, b 48, c 42, d 24 points;
 * y 0.5, 1, 1, 1: a 15, the others 30, mean 0.875; z all full.
 */
const tree = [leaf('x', 60), leaf('y', 30), leaf('z', 10)];
const small = bookOf(
  tableOf({
    [Q1]: columns({ 'm.x': [0.5, 0.6, 0.7, 0.8], 'm.y': [1, 1, 1, 1], 'm.z': [1, 1, 1, 1] }),
    [Q2]: columns({ 'm.x': [0.9, 0.8, 0.7, 0.4], 'm.y': [0.5, 1, 1, 1], 'm.z': [1, 1, 1, 1] }),
  }),
  scheme(tree, { grades: GRADES }),
  groups,
);

describe('draftUnit()', () => {
  test('says of d what the figures say: 24 + 30 + 10 = 64, last of 4 and down from 48 + 30 + 10 = 88, the first place; x 30 points below the mean', () => {
    const d = draftUnit(small, Q2, id('d'), null, zh);
    expect(d.standing.text).toBe('从2026年第二季度考核结果看，D县总分64.00分，居4个单位第4名，较上期下降3位，总分变动−24.00分。');
    expect(d.problems.map(textOf)).toEqual([
      '“X”仅得24.00分（满分60分），为40.00%，低于均值30个百分点，居末位，较上期减少40个百分点。',
    ]);
    expect(d.tasks.map(textOf)).toEqual([expect.stringMatching(/“X”.*2026年9月30日前不低于70\.00%。$/)]);
    expect(d.strengths.map((s) => s.id)).toEqual(['d/strength/y', 'd/strength/z']);
  });

  test('says the same of d in English', () => {
    const d = draftUnit(small, Q2, id('d'), null, en);
    expect([d.standing, ...d.problems, ...d.tasks].map(textOf)).toEqual([
      '64.00 points put County D 4th of 4 in Q2 2026, down 3 on the period before, total −24.00.',
      '“X” earned only 24.00 of 60 points: 40.00%, 30 pp below the mean, last, 40 pp less than before.',
      expect.stringMatching(/^Review “X”.* no less than 70\.00% by 30 Sep 2026\.$/),
    ]);
  });

  test('within a group compares with the group alone: c and d have 0.7 and 0.4, so a mean of 0.55', () => {
    const c = draftUnit(small, Q2, id('c'), 'two', zh);
    expect(c.standing.text).toContain('居第1名');
    expect(c.standing.text).toContain('2个');
    expect(c.strengths[0]?.text).toContain('高于均值15个百分点');
  });

  test('every sentence has at least one link, to the unit it is about and a node of the scheme', () => {
    const nodes = new Set(cityBook().nodes.map((n) => n.id));
    for (const draft of cityBook()
      .at(Q2)
      .units.map((u) => draftUnit(cityBook(), Q2, u, null, zh)))
      for (const s of ofUnit(draft)) {
        expect(s.links.length).toBeGreaterThan(0);
        for (const l of s.links) expect([l.unit, nodes.has(l.node)]).toEqual([draft.unit, true]);
      }
  });

  test('holds at most three strengths, three problems and a task for each problem', () => {
    for (const unit of cityBook().at(Q2).units) {
      const d = draftUnit(cityBook(), Q2, unit, null, zh);
      expect([d.strengths.length <= 3, d.problems.length <= 3, d.tasks.length]).toEqual([true, true, d.problems.length]);
    }
  });

  test('no indicator is praised and blamed in one briefing, nor asked for where it is praised', () => {
    const book = cityBook();
    for (const unit of book.at(Q2).units) {
      const d = draftUnit(book, Q2, unit, null, zh);
      const praised = d.strengths.map((s) => s.links[0]?.node);
      const blamed = [...d.problems, ...d.tasks].map((s) => s.links[0]?.node);
      expect(praised.filter((n) => blamed.includes(n))).toEqual([]);
    }
  });

  test('lower-is-better indicators get tasks that bring them down: overdue 4 against a mean of 1.5', () => {
    const rule: Rule = { type: 'step', atMost: 0, per: 1, step: 2 };
    const book = bookOf(
      tableOf({ [Q2]: columns({ 'n.overdue': [0, 1, 1, 4], 'm.x': [1, 1, 1, 1] }) }),
      scheme([leaf('overdue', 10, { measure: 'n.overdue', rule }), leaf('x', 90)]),
      groups,
    );
    // d is the fourth: the fourth way
    const d = draftUnit(book, Q2, id('d'), null, zh);
    expect(d.tasks.map(textOf)).toEqual([expect.stringMatching(/“OVERDUE”.*2026年9月30日前不高于1\.5。$/)]);
    const down = draftWords['zh-CN'].down.map((w) =>
      w({ title: 'OVERDUE', value: '4', mean: '1.5', gap: '2.5', lost: '8.00', by: '' }),
    );
    expect(down).toHaveLength(4);
    for (const text of down) expect(text).not.toMatch(/提高|达到|不低于/);
    expect(textOf(draftCity(book, Q2, null, 'all', zh).tasks[0]!)).toBe(
      'D县要围绕“OVERDUE”列出整改清单，2026年9月30日前降到均值1.5以下。',
    );
  });

  test('a figure that is missing is said as unreported, with the marks it cost, and never as a zero', () => {
    const book = bookOf(
      tableOf({ [Q2]: columns({ 'm.x': [null, 0.8, 0.7, 0.6], 'm.y': [1, 1, 1, 1], 'm.z': [1, 1, 1, 1] }) }),
      scheme(tree),
      groups,
    );
    const a = draftUnit(book, Q2, id('a'), null, zh);
    expect(a.problems.map((s) => [s.id, s.text])).toEqual([['a/unreported/x', '“X”应报未报，60分未得。']]);
    expect(a.tasks.map((s) => [s.id, s.text])).toEqual([['a/report/x', '2026年7月30日前补报“X”（60分）的数据。']]);
    for (const s of [...everything(book, Q2, zh), ...everything(book, Q2, en)])
      if (s.links.some((l) => l.unit === 'a' && l.node === 'x')) expect(s.text).not.toMatch(/(?<![\d.])0(\.0+)?%/);
    expect(draftCity(book, Q2, null, 'all', zh).problems[0]?.text).toBe('应报未报的数据1项，涉及A县。');
    expect(draftCity(book, Q2, null, 'all', zh).tasks[0]?.text).toBe('A县要在2026年7月30日前补报所缺的1项数据。');
  });

  test('of a missing figure that was given marks all the same, only those not earned are said to be lost', () => {
    const half = scheme([leaf('x', 60, { missing: { fixed: 0.5 } }), leaf('y', 40)]);
    const book = bookOf(tableOf({ [Q2]: columns({ 'm.x': [null, 0.8, 0.7, 0.6], 'm.y': [1, 1, 1, 1] }) }), half, groups);
    const scores = book.at(Q2);
    const [own, full] = [scores.points(1)[0] ?? NaN, scores.effective(1)[0] ?? NaN];
    const [said] = draftUnit(book, Q2, id('a'), null, zh).problems;
    expect([own, full]).toEqual([30, 60]);
    expect(said?.text).toContain('30分未得');
  });

  test('says of who is not ranked that it is not, and nothing else about its place', () => {
    const book = bookOf(
      tableOf({ [Q2]: columns({ 'm.x': [null, 0.8, 0.7, 0.6] }) }),
      scheme([leaf('x', 100, { missing: 'unranked' })]),
      groups,
    );
    expect(draftUnit(book, Q2, id('a'), null, zh).standing.text).toBe('A县2026年第二季度未参加排名。');
    expect(draftCity(book, Q2, null, 'all', zh).overall.at(-1)?.text).toBe('A县未参加排名。');
  });

  test('unreported() has the heaviest first, and nothing of who is not in the city', () => {
    const some = columns({ 'm.x': [1, null], 'm.y': [1, null], 'm.z': [1, 1] });
    const book = bookOf(tableOf({ [Q2]: some }), scheme([tree[2]!, tree[1]!, tree[0]!]), groups);
    expect(unreported(book, Q2, id('b')).map((n) => n.id)).toEqual(['x', 'y']);
    expect(unreported(book, Q2, id('nobody'))).toEqual([]);
  });

  test('a county that reported nothing at all is said to owe its figures, not to have no problem', () => {
    const book = bookOf(
      tableOf({ [Q2]: columns({ 'm.x': [1, null, 0.5, 0.6], 'm.y': [1, null, 0.5, 0.7] }) }),
      scheme([leaf('x', 60), leaf('y', 40)]),
      groups,
    );
    const b = draftUnit(book, Q2, id('b'), null, zh);
    expect(b.problems.map((s) => s.id)).toEqual(['b/unreported/x', 'b/unreported/y']);
    expect(b.tasks.map((s) => s.id)).toEqual(['b/report/x', 'b/report/y']);
    expect(draftCity(book, Q2, null, 'all', zh).problems[0]?.text).toBe('应报未报的数据2项，涉及B县。');
  });
});

describe('the side of the mean', () => {
  /** Full marks from 0.5 on, so that all earn them; a is below the mean. */
  const easy = scheme([leaf('x', 60, { rule: { type: 'attainment', target: 0.5 } }), leaf('y', 40)]);
  const generous = bookOf(
    tableOf({ [Q2]: columns({ 'm.x': [0.55, 0.95, 0.95, 0.95], 'm.y': [0.5, 0.9, 0.8, 0.7] }) }),
    easy,
    groups,
  );
  /** Marks only from 0.9 on: c is above the mean of 0.6875 and has none. */
  const rule: Rule = { type: 'bands', outOf: 1, bands: [{ atLeast: 0.9, points: 1 }, { points: 0 }] };
  const strict = scheme([leaf('x', 60, { rule }), leaf('y', 40)]);
  const steep = bookOf(tableOf({ [Q2]: columns({ 'm.x': [0.9, 0.9, 0.85, 0.1], 'm.y': [1, 1, 1, 1] }) }), strict, groups);
  const standing = (book: ScoreBook, unit: string, node: string) =>
    leafStandings(book, Q2, id(unit), ABCD.map(id)).find((s) => s.node.id === node)!;

  test('is read from what is better: 0.9 of a mean of 0.7 is good where more is better, bad where less is, neither where nobody knows', () => {
    const x = standing(small, 'a', 'x');
    expect(sideOf(x, { ...zh, better: () => 'higher' })).toBe(1);
    expect(sideOf(x, { ...zh, better: () => 'lower' })).toBe(-1);
    expect(sideOf(x, { ...zh, better: () => 'neither' })).toBe(0);
    expect(sideOf({ ...x, mean: x.value + 1e-7 }, zh)).toBe(0);
  });

  test('a strength is never on the bad side of the mean, though it earned full marks', () => {
    const a = draftUnit(generous, Q2, id('a'), null, zh);
    expect(a.strengths.filter((s) => s.text.includes('低于均值')).map(textOf)).toEqual([]);
  });

  test('a strength that is level with the mean is not said to be far ahead of it', () => {
    for (const unit of ABCD)
      for (const s of draftUnit(small, Q2, id(unit), null, zh).strengths)
        if (s.text.includes('与均值持平')) expect(s.text).not.toContain('优势明显');
  });

  test('a weakness is never on the good side of the mean: points lost there are said as room that is left', () => {
    const c = draftUnit(steep, Q2, id('c'), null, zh);
    expect(c.problems.map(textOf)).toEqual(['“X”得0.00分，离满分差60.00分，为85.00%，高于均值16.25个百分点。']);
    expect(c.tasks.map(textOf)).toEqual(['围绕“X”补短板，2026年9月30日前把失去的60.00分补回来。']);
  });

  test('nor is what the whole city hears of a problem', () => {
    const said = draftCity(steep, Q2, null, 'all', zh).problems.map(textOf);
    expect(said.filter((t) => t.includes('高于均值'))).toEqual([]);
  });

  test('a weakness level with the mean is not said to lag: all have 0.5 and lost half the marks', () => {
    const level = bookOf(tableOf({ [Q2]: columns({ 'm.x': [0.5, 0.5, 0.5, 0.5] }) }), scheme([leaf('x', 100)]), groups);
    const all = ABCD.flatMap((u) => draftUnit(level, Q2, id(u), null, zh).problems.map(textOf));
    expect(all).toHaveLength(4);
    expect(all.filter((t) => /差距较大|推进偏慢|失分较多|仅得/.test(t))).toEqual([]);
  });

  test('whatever the figures, no strength is worse and no weakness better than the mean, and tasks point the right way', () => {
    const cell = fc.double({ min: 0, max: 1.2, noNaN: true });
    const row = fc.tuple(cell, cell, cell, cell);
    const count = fc.tuple(fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(6));
    const rules = scheme([
      leaf('x', 50),
      leaf('y', 30),
      leaf('o', 20, { measure: 'n.o', rule: { type: 'step', atMost: 0, per: 1, step: 3 } }),
    ]);
    fc.assert(
      fc.property(row, row, count, (x, y, o) => {
        const book = bookOf(tableOf({ [Q2]: columns({ 'm.x': x, 'm.y': y, 'n.o': o }) }), rules, groups);
        for (const unit of ABCD) {
          const d = draftUnit(book, Q2, id(unit), null, zh);
          const side = (s: Drafted): number => sideOf(standing(book, unit, s.links[0]?.node ?? ''), zh);
          for (const s of d.strengths) expect([s.text, side(s) >= 0]).toEqual([s.text, true]);
          for (const s of d.problems) if (side(s) > 0) expect(s.text).toMatch(/仍失|还有提升空间|离满分差/);
          for (const s of d.tasks) {
            const lower = s.links[0]?.node === 'o';
            if (side(s) < 0) expect(s.text).not.toMatch(lower ? /提高到|不低于|达到均值|补上/ : /降到|不高于|控制在|减少/);
            else expect(s.text).toMatch(/失/);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('draftCity()', () => {
  const city = draftCity(small, Q2, null, 'all', zh);

  test('says the order with its totals: a 54 + 15 + 10 = 79, b 88, c 82, d 64, mean 78.25', () => {
    expect(city.overall.map(textOf)).toEqual([
      '2026年第二季度，参加排名的单位4个，平均78.25分，最高88.00分，最低64.00分。',
      'B县（88.00分）、C县（82.00分）、A县（79.00分）列前三位。',
      '其余依次为D县（64.00分）。',
    ]);
  });

  test('naming the leaders alone leaves out the rest of the order', () => {
    const leaders = draftCity(small, Q2, null, 'leaders', zh);
    expect(leaders.overall.map((s) => s.id)).toEqual(['city/overall', 'city/first']);
    expect(leaders.overall.map(textOf).join('')).not.toContain('D县');
    const sections = ofCity(leaders).filter((s) => s.id.startsWith('city/section/'));
    expect(sections.map(textOf).join('')).toContain('最高');
    expect(sections.map(textOf).join('')).not.toContain('最低');
    const rest = (d: typeof city) => ofCity(d).filter((s) => s.id !== 'city/others' && !s.id.startsWith('city/section/'));
    expect(rest(leaders)).toEqual(rest(city));
  });

  test('names who has the best grade: 90 points and more, in Q1 none', () => {
    const better = bookOf(
      tableOf({ [Q2]: columns({ 'm.x': [1, 0.95, 0.7, 0.4], 'm.y': [1, 1, 1, 1], 'm.z': [1, 1, 1, 1] }) }),
      scheme(tree, { grades: GRADES }),
      groups,
    );
    const [said] = draftCity(better, Q2, null, 'all', zh).overall.filter((s) => s.id.startsWith('city/grade'));
    expect(said?.text).toBe('评为“good”等次的2个：A县、B县。');
    expect(said?.links).toEqual([
      { unit: 'a', node: '' },
      { unit: 'b', node: '' },
    ]);
  });

  test('says of a section and its indicators who leads, with the mean', () => {
    expect(city.sections[0]?.sentences.map(textOf)).toEqual([
      '“X”平均得42.00分（满分60分），A县最高，得54.00分，D县最低，得24.00分。',
      '“X”A县（90.00%）、B县（80.00%）居前，平均70.00%。',
    ]);
    // all full marks in z: nobody leads
    expect(city.sections[2]?.sentences.map(textOf)).toEqual(['“Z”各单位均得10.00分（满分10分）。']);
  });

  test('names no leader of an indicator before one that is better: five have full marks, with values from 1 to 1.4', () => {
    const units = ['a', 'b', 'c', 'd', 'e', 'f'];
    const of = Object.fromEntries(units.map((u) => [u, null]));
    const x = Object.fromEntries(units.map((u, i) => [u, [1, 1.1, 1.2, 1.3, 1.4, 0.5][i] ?? 0]));
    const book = bookOf(tableOf({ [Q2]: { 'm.x': x } }), scheme([leaf('x', 100)]), of);
    const said = draftCity(book, Q2, null, 'all', zh).sections[0]?.sentences.find((s) => s.id === 'city/leaf/x');
    expect(said?.text).not.toMatch(/A县（100\.00%）.*居前/);
  });

  test('does not pick two of five that share the second place', () => {
    const units = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const of = Object.fromEntries(units.map((u) => [u, null]));
    const x = Object.fromEntries(units.map((u, i) => [u, [1, 0.8, 0.8, 0.8, 0.8, 0.8, 0.5][i] ?? 0]));
    const book = bookOf(tableOf({ [Q2]: { 'm.x': x } }), scheme([leaf('x', 100)]), of);
    const said = draftCity(book, Q2, null, 'all', zh).sections[0]?.sentences.find((s) => s.id === 'city/leaf/x');
    expect([1, 6]).toContain(said?.links.length);
  });

  test('has the costliest problem of each county, the costliest first, and what is to be done by whom', () => {
    // against the mean's share d lost 0.3 · 60 = 18 in x, a 0.375 · 30 = 11.25 in y
    expect(city.problems.map(textOf)).toEqual([
      'D县“X”为40.00%，低于均值70.00%，失36.00分。',
      'A县“Y”为50.00%，低于均值87.50%，失15.00分。',
    ]);
    expect(city.tasks.map(textOf)).toEqual([
      'D县要围绕“X”列出整改清单，2026年9月30日前达到均值70.00%。',
      'A县要围绕“Y”列出整改清单，2026年9月30日前达到均值87.50%。',
    ]);
  });

  test('of a group speaks of its own counties alone', () => {
    const two = draftCity(small, Q2, 'two', 'all', zh);
    const units = new Set(ofCity(two).flatMap((s) => s.links.map((l) => l.unit)));
    expect([...units].sort()).toEqual(['c', 'd']);
    expect(two.overall[0]?.text).toContain('参加排名的单位2个，平均73.00分');
  });

  test('of two counties does not say that they are the first three', () => {
    expect(draftCity(small, Q2, 'two', 'all', zh).overall.map(textOf).join('')).not.toContain('前三位');
  });

  test('has nothing to say where nobody is ranked', () => {
    const none = bookOf(
      tableOf({ [Q2]: columns({ 'm.x': [null, null, null, null] }) }),
      scheme([leaf('x', 100, { missing: 'unranked' })]),
      groups,
    );
    const nobody = draftCity(none, Q2, null, 'all', zh);
    expect([nobody.overall, nobody.moves, nobody.sections.flatMap((s) => s.sentences)]).toEqual([[], [], []]);
  });
});

describe('ids, facts and links', () => {
  const now = cityBook();
  const then = bookOf(tableOf({ [Q1]: figures(), [Q2]: figures(9) }));

  test('a sentence’s id does not hang on the figures; its facts do', () => {
    const [a, b] = [now, then].map((book) => new Map(everything(book, Q2, zh).map((s) => [s.id, s])));
    const shared = [...a!.keys()].filter((k) => b!.has(k));
    expect(shared.length).toBeGreaterThan(30);
    for (const key of shared) expect(a!.get(key)!.links.map((l) => l.node)[0]).toBe(b!.get(key)!.links.map((l) => l.node)[0]);
    expect(a!.get('u01/standing')?.facts).not.toBe(b!.get('u01/standing')?.facts);
    expect(a!.get('city/first')?.facts).not.toBe(b!.get('city/first')?.facts);
  });

  test('one figure changed changes the facts of what rests on it, and of nothing that does not', () => {
    const cells = columns({ 'm.x': [0.9, 0.8, 0.7, 0.4], 'm.y': [0.5, 1, 1, 1], 'm.z': [1, 1, 1, 1] });
    const other = columns({ 'm.x': [0.9, 0.8, 0.7, 0.41], 'm.y': [0.5, 1, 1, 1], 'm.z': [1, 1, 1, 1] });
    const [a, b] = [cells, other].map((c) => bookOf(tableOf({ [Q2]: c }), scheme(tree), groups));
    const later = new Map(everything(b!, Q2, zh).map((s) => [s.id, s.facts]));
    const changed = everything(a!, Q2, zh).flatMap((s) => (later.get(s.id) === s.facts ? [] : [s.id]));
    expect(changed).toEqual(
      expect.arrayContaining(['d/standing', 'd/weakness/x', 'd/task/x', 'city/overall', 'city/problem/d/x']),
    );
    expect(changed.filter((k) => /\/[yz]$/.test(k) || /^[abc]\/standing/.test(k))).toEqual([]);
  });

  test('no two sentences of a period have one id, and the same figures give the same sentences', () => {
    const ids = everything(now, Q2, zh).map((s) => s.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(everything(cityBook(), Q2, zh)).toEqual(everything(now, Q2, zh));
  });

  test('ids, links and facts are the same in both languages', () => {
    const bare = (pen: Pen) => everything(now, Q2, pen).map(({ id, links, facts }) => ({ id, links, facts }));
    expect(bare(en)).toEqual(bare(zh));
  });

  test('figures are printed into the facts to nine digits, so that noise of the tenth is no change', () => {
    expect(drafted('a', '', [], [0.1 + 0.2]).facts).toBe(drafted('a', '', [], [0.3]).facts);
    expect(drafted('a', '', [], [0.300000002]).facts).not.toBe(drafted('a', '', [], [0.3]).facts);
    expect(drafted('a', '', [], [null, true, 'x', 3]).facts).toBe('null|true|x|3');
  });

  test('every number printed is one of the figures of the city', () => {
    const book = now;
    const scores = book.at(Q2);
    const before = book.at(Q1);
    const round = (x: number, n: number): string => (Math.round(Math.abs(x) * 10 ** n + 1e-7) / 10 ** n).toFixed(n);
    const known = new Set<string>(['2026', ...'1 2 3 4 5 6 7 8 9 10 11 12 30'.split(' '), '0']);
    /** A figure in every form in which it may stand. */
    const add = (...xs: number[]): void => {
      for (const x of xs)
        for (const n of [x, x * 100]) for (const d of [0, 1, 2]) known.add(round(n, d)).add(String(Number(round(n, 2))));
    };
    const mean = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0) / xs.length;
    for (const n of book.nodes) {
      const [points, old, exact] = [
        [...scores.points(n.index)],
        [...before.points(n.index)],
        n.leaf ? [...scores.value(n.index)] : [],
      ];
      const oldValues = n.leaf ? [...before.value(n.index)] : [];
      const full = Math.max(...scores.effective(n.index));
      add(full, mean(points), ...points, ...points.map((x) => full - x), ...points.map((x, i) => x - (old[i] ?? NaN)));
      add(mean(exact), ...exact, ...exact.map((x) => x - mean(exact)), ...exact.map((x, i) => x - (oldValues[i] ?? NaN)));
    }
    for (const pen of [zh, en])
      for (const s of everything(book, Q2, pen)) {
        const bare = s.text.replace(/County U\d+/g, '').replace(/Q\d/g, '');
        for (const [number] of bare.matchAll(/\d[\d,]*(\.\d+)?/g))
          expect([s.id, s.text, number, known.has(number.replaceAll(',', ''))]).toEqual([s.id, s.text, number, true]);
      }
  });
});

/** A sentence without its name, its figures and what follows them: the wording alone. */
const wordingOf = (text: string, name: string): string =>
  text
    .replace(name, '')
    .replace(/，(较上期|名次与上期).*。/, '')
    .replace(/\d+(\.\d+)?/g, '0');

describe('wording', () => {
  test('neighbours in the order of the papers say where they stand in other words: a is first and e, the fifth of the roster, second', () => {
    const of = Object.fromEntries([...'abcde'].map((u) => [u, null]));
    const x = { a: 1, b: 0.7, c: 0.6, d: 0.5, e: 0.9 };
    const book = bookOf(tableOf({ [Q2]: { 'm.x': x } }), scheme([leaf('x', 100)]), of);
    const [a, e] = ['a', 'e'].map((u) => wordingOf(draftUnit(book, Q2, id(u), null, zh).standing.text, nameOf(u)));
    expect(a).not.toBe(e);
  });

  test('all sentences about twelve counties read differently', () => {
    for (const pen of [zh, en]) {
      const texts = everything(cityBook(), Q2, pen).map(textOf);
      expect(texts.filter((t, i) => texts.indexOf(t) !== i)).toEqual([]);
    }
  });

  test('two counties that did not report the same figure are not told so in the same words', () => {
    const book = bookOf(
      tableOf({ [Q2]: columns({ 'm.x': [null, null, 0.7, 0.6], 'm.y': [1, 0.9, 1, 1] }) }),
      scheme([leaf('x', 60), leaf('y', 40)]),
      groups,
    );
    const [a, b] = ['a', 'b'].map((u) => draftUnit(book, Q2, id(u), null, zh));
    expect(a?.problems[0]?.text).not.toBe(b?.problems[0]?.text);
    expect(a?.tasks[0]?.text).not.toBe(b?.tasks[0]?.text);
  });

  test('way() takes turns', () => {
    expect([0, 1, 2, 3, 4].map((n) => way(['a', 'b', 'c'], n))).toEqual(['a', 'b', 'c', 'a', 'b']);
  });

  test('in Chinese no space stands between Han characters and figures, in English words keep theirs', () => {
    expect(drafted('a', '得 90.00 分，居 4 个单位第 2 名，变动 −3 分，为 5% 以上（满分 9 分）', [], []).text).toBe(
      '得90.00分，居4个单位第2名，变动−3分，为5%以上（满分9分）',
    );
    expect(drafted('a', 'with 90.00 points, 4th of 4', [], []).text).toBe('with 90.00 points, 4th of 4');
    for (const s of everything(cityBook(), Q2, zh)) expect(s.text).not.toMatch(/\p{Script=Han} [\d−+]|[\d%] \p{Script=Han}/u);
  });

  test('no sentence, in either language, holds NaN, Infinity, undefined or null, whatever the figures', () => {
    const cell = fc.option(fc.double({ min: 0, max: 2, noNaN: true }), { nil: null });
    const row = fc.tuple(cell, cell, cell, cell);
    const policies = fc.constantFrom(
      'unranked' as const,
      'exclude' as const,
      { fixed: 0.5 },
      { mean: 'city' as const },
      undefined,
    );
    fc.assert(
      fc.property(row, row, row, row, policies, (a, b, c, d, missing) => {
        const more = missing === undefined ? {} : { missing };
        const rules = scheme([section('s', [leaf('x', 40, more), leaf('y', 30)]), leaf('o', 30, { measure: 'x.o', ...more })]);
        const book = bookOf(
          tableOf({ [Q1]: columns({ 'm.x': a, 'm.y': b, 'x.o': c }), [Q2]: columns({ 'm.x': c, 'm.y': d, 'x.o': a }) }),
          rules,
          groups,
        );
        for (const pen of [zh, en])
          for (const group of [null, 'one'])
            for (const s of everything(book, Q2, pen, group)) {
              expect(s.text).not.toMatch(/NaN|Infinity|undefined|null|\u221e/);
              expect(s.links.length).toBeGreaterThan(0);
            }
      }),
      { numRuns: 100 },
    );
  });
});

describe('deadlines', () => {
  const node = (due: Parameters<typeof leaf>[2]) => bookOf({}, scheme([leaf('x', 100, due)]), groups).nodes[1]!;

  test('are the last day of the next period in which the indicator counts', () => {
    expect(deadlineOf(node({ due: 'Q' }), Q2)).toBe('2026-09-30');
    expect(deadlineOf(node({ due: 'H' }), Q2)).toBe('2026-12-31');
    expect(deadlineOf(node({ due: 'H' }), Q1)).toBe('2026-06-30');
    expect(deadlineOf(node({ due: 'Y4' }), Q2)).toBe('2026-12-31');
    expect(deadlineOf(node({ due: 'Y4' }), p('2026Q4'))).toBe('2027-12-31');
    expect(deadlineOf(node({ due: [2, 9] }), Q1)).toBe('2026-09-30');
    expect(deadlineOf(node({ due: 'Q' }), p('2026H1'))).toBe('2026-12-31');
    expect(deadlineOf(node({ due: 'Y4' }), p('2026'))).toBe('2027-12-31');
  });

  test('of what is to be reported are thirty days after the period', () => {
    expect([Q2, p('2026Q4')].map(reportBy)).toEqual(['2026-07-30', '2027-01-30']);
  });

  test('stand in every task of the pack', () => {
    for (const name of NAMES) expect(name).toHaveLength(2);
    for (const u of UNITS)
      for (const s of draftUnit(cityBook(), Q2, id(u), null, zh).tasks) expect(s.text).toContain('2026年9月30日前');
  });
});
