/** Lights on screen and in print: the table by section, the sentences of proof, the legend, the shapes. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formats, type Locale } from '../../src/i18n/format';
import { lightWords, redIsBest } from '../../src/i18n/lights';
import { ruleWords } from '../../src/i18n/rules';
import { MEASURES } from '../../src/ledgers';
import type { Lights } from '../../src/scheme';
import { readScheme } from '../../src/scheme';
import { scoreAll } from '../../src/score';
import { cardsOf, litBy } from '../../src/state/lights';
import { cellOf, columnsOf } from '../../src/views/lights/columns';
import { MARKS } from '../../src/views/lights/marks';
import { cardProof, figureOf, proofOf } from '../../src/views/lights/proof';
import { id, leaf, measures, p, roster, scheme } from '../score/city';

const [Q2, Q3] = [p('2026Q2'), p('2026Q3')];
const zh = formats('zh-CN');
const w = lightWords['zh-CN'];
const pace: Lights = {
  id: 'pace',
  title: '序时',
  on: 'leaves',
  lines: [
    { light: 'red', title: '落后30以上', when: [{ of: 'behind', above: 0.3 }] },
    { light: 'yellow', title: '落后10以上', when: [{ of: 'behind', atLeast: 0.1 }] },
    { light: 'green', title: '其余' },
  ],
};
/** Three sections: two paced leaves and one not due; one of a rule without a target; one of which b reported nothing. */
const nodes = [
  {
    id: 's',
    title: 'S',
    points: 60,
    children: [
      leaf('x', 30, { rule: { type: 'attainment', target: 100, pace: true } }),
      leaf('y', 20),
      leaf('z', 10, { due: 'Y4' }),
    ],
  },
  { id: 't', title: 'T', points: 20, children: [leaf('t1', 20, { rule: { type: 'goalposts', lo: 0, hi: 1 } })] },
  { id: 'u', title: 'U', points: 20, children: [leaf('u1', 20)] },
];
const book = scoreAll(
  scheme(nodes, { cards: [{ id: 'c', title: '关注', card: 'yellow', on: true, when: [{ of: 'fromLast', atMost: 1 }], periods: 2, basis: '第五条' }] }), // prettier-ignore
  measures({
    'm.x': { '2026Q2': { a: 50, b: 20 }, '2026Q3': { a: 40, b: 75 } },
    'm.y': { '2026Q2': { a: 1, b: 0.5 }, '2026Q3': { a: 0.85, b: 0.2 } },
    'm.t1': { '2026Q2': { a: 1, b: 0 }, '2026Q3': { a: 1, b: 0 } },
    'm.u1': { '2026Q2': { a: 1, b: 0 }, '2026Q3': { a: 1 } },
  }),
  roster({ a: null, b: null }),
  [Q2, Q3],
);
const nodeOf = (name: string) => book.nodes[book.nodeIndex(name)]!;
const lit = (set: Lights, node: string, unit: string, period = Q3) =>
  litBy(book, period, set).find((l) => l.node === nodeOf(node).index && l.unit === unit)!;
const proof = (set: Lights, node: string, unit: string) =>
  proofOf(lit(set, node, unit), set, figureOf(book, nodeOf(node), Q3, zh), w);

describe('the table', () => {
  const columns = columnsOf(book, pace);
  const cell = (at: number, unit: string) => cellOf(columns[at]!, id(unit), litBy(book, Q3, pace));

  test('a column per section; of x 40 of 75 due is 35 points behind, of y 0.85 is 15: one red, one yellow; what is not due is no green', () => {
    expect(columns.map((c) => [c.node.id, c.nodes.size])).toEqual([['s', 3], ['t', 0], ['u', 1]]); // prettier-ignore
    expect(cell(0, 'a')).toEqual({ lines: [{ line: 0, count: 1 }, { line: 1, count: 1 }], unlit: [] }); // prettier-ignore
    expect(cell(0, 'b')).toEqual({ lines: [{ line: 0, count: 1 }, { line: 2, count: 1 }], unlit: [] }); // prettier-ignore
  });

  test('of what was not reported it says so, and lights nothing', () => {
    expect(cell(2, 'b')).toEqual({ lines: [], unlit: [{ why: 'missing', count: 1 }] });
  });

  test('lights of the total or of one leaf have one column, lit by itself', () => {
    expect(columnsOf(book, { ...pace, on: 'x' }).map((c) => [c.node.id, c.own])).toEqual([['x', true]]);
    expect(columnsOf(book, { ...pace, on: 'total', lines: [{ light: 'red', title: 'R' }] }).map((c) => c.node.index)).toEqual([
      0,
    ]);
    expect(columnsOf(book, { ...pace, on: 'sections', lines: [{ light: 'red', title: 'R' }] }).map((c) => c.node.id)).toEqual(['s', 't', 'u']); // prettier-ignore
  });
});

describe('the proof', () => {
  test('names the figure and the line it is held against', () => {
    expect(proof(pace, 'x', 'a')).toBe('实际 40，序时应达 75，落后 35 个百分点；界线：落后超过 30 个百分点。');
    expect(proof(pace, 'y', 'a')).toBe('实际 0.85，目标 1，落后 15 个百分点；界线：落后达到 10 个百分点。');
    expect(proof(pace, 'x', 'b')).toBe('实际 75，序时应达 75，持平；以上各档都不符合。');
    expect(proof(pace, 'u1', 'b')).toBe('未亮灯：无数据，应报未报。');
    expect(proof(pace, 'z', 'a')).toBe('未亮灯：未到期。');
  });

  test('of a rule over two periods has both figures', () => {
    const change: Lights = { ...pace, on: 'y', lines: [{ light: 'red', title: '下降', when: [{ of: 'change', below: 0 }] }] };
    expect(proof(change, 'y', 'b')).toBe('本期得分率 20%，2026年第二季度 50%，降 30 个百分点；界线：得分率比上期低。');
  });

  test('of a card has the place in every period, oldest first', () => {
    const [card] = cardsOf(book, Q3);
    expect(card?.unit).toBe('b');
    expect(card && cardProof(card, figureOf(book, book.nodes[0]!, Q3, zh), w)).toBe(
      '2026年第二季度倒数第 1 名（共 2 个）；2026年第三季度倒数第 1 名（共 2 个）',
    );
  });
});

describe('the legend', () => {
  const red = (when: Lights['lines'][number]['when']) => redIsBest([{ light: 'red', ...(when && { when }) }]);
  test('says that red is good where its line holds for the good end, and only there', () => {
    expect([red([{ of: 'points', atLeast: 90 }]), red([{ of: 'rank', atMost: 2 }]), red([{ of: 'aboveMean', above: 0 }])]).toEqual([true, true, true]); // prettier-ignore
    expect([red([{ of: 'share', below: 0.6 }]), red([{ of: 'behind', above: 0.3 }]), red([{ of: 'fromLast', atMost: 5 }]), red([{ of: 'change', below: 0 }])]).toEqual([false, false, false, false]); // prettier-ignore
    // Of a bare value nobody knows which end is good.
    expect([red([{ of: 'value', above: 1 }]), red(undefined)]).toEqual([false, false]);
  });

  test('every light has a shape, a colour and a letter of its own', () => {
    const all = Object.values(MARKS);
    expect(new Set(all.map((m) => m.d)).size).toBe(all.length);
    expect(new Set(all.map((m) => m.fill)).size).toBe(all.length);
    for (const locale of ['zh-CN', 'en'] as const)
      expect(new Set(Object.values(lightWords[locale].letters)).size).toBe(all.length);
  });
});

describe('the example scheme', () => {
  const { scheme: example } = readScheme(readFileSync('data/schemes/example.json', 'utf8'), MEASURES);

  test('sets lights, and its cards are off', () => {
    expect(example?.lights?.map((l) => [l.id, l.on])).toEqual([
      ['pace', 'leaves'],
      ['admission-plan', 'admission'],
    ]);
    expect(example?.cards?.map((c) => c.on)).toEqual([false, false]);
  });

  const said = (locale: Locale): string[] => {
    const writing = { f: formats(locale), unitOf: () => 'number' as const, unit: 'share' as const };
    const title = (): string => 'X';
    const words = ruleWords[locale];
    return [
      ...(example?.lights ?? []).map((l) => words.lights(l, title, writing)),
      ...(example?.cards ?? []).map((c) => words.card(c, writing)),
    ];
  };
  test('prints its lights and cards as a 考核细则 says them', () => {
    expect(said('zh-CN')).toEqual([
      '序时进度（各指标）：红灯＝落后序时超过30个百分点（落后超过 30 个百分点）；黄灯＝落后序时10至30个百分点（落后达到 10 个百分点）；绿灯＝达到序时，或落后不到10个百分点（其余），无数据、未到期的不亮灯',
      '发展党员计划（“X”）：红灯＝超过年度计划（计划是上限，任何时候都不得超过）（报送值超过 100%）；绿灯＝未超过年度计划（其余），无数据、未到期的不亮灯',
      '“关注”：连续 2 期后 3 名的列入；依据：《示例市考核办法》第十五条；现未启用，不显示',
      '“待提升”：连续 2 期末位的列入；依据：《示例市考核办法》第十五条；现未启用，不显示',
    ]);
    expect(said('en').slice(2)).toEqual([
      '“Watch”: 2 periods running among the last 3; basis: Example City assessment rules, article 15; off, not shown',
      '“To improve”: 2 periods running last; basis: Example City assessment rules, article 15; off, not shown',
    ]);
    for (const line of said('en')) expect(line).not.toMatch(/[\u4e00-\u9fff]/);
  });
});
