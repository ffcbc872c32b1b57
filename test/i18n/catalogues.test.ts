/** The catalogues: every problem and every step of a reason is a whole sentence in both languages. */
import { describe, expect, it } from 'vitest';
import { dataWords } from '../../src/i18n/data';
import { en } from '../../src/i18n/en';
import { formats } from '../../src/i18n/format';
import { reasonWords } from '../../src/i18n/reasons';
import { zh } from '../../src/i18n/zh-CN';
import type { MeasureId, ValueUnit } from '../../src/model/measure';
import type { Period } from '../../src/model/period';
import { PROBLEM_CODES, type Place } from '../../src/model/problem';
import { REASON_OPS, type Reason, type ReasonOp } from '../../src/model/reason';
import type { UnitId } from '../../src/model/unit';

/** What every problem of a scheme carries; all other problems must do without parameters too. */
const ofScheme = {
  pointer: '/children/0',
  key: 'k',
  measure: 'x.y',
  id: 'a',
  stated: 9,
  sum: 8,
  found: 2,
  expected: 1,
  received: 'x',
};
const place: Place = { file: '人才_云溪县.csv', row: 12, column: 5, header: '到岗数', value: 'abc' };

describe('problems', () => {
  for (const [name, messages] of Object.entries({ zh, en }))
    it(`each say in ${name} what is wrong, with or without parameters and a place`, () => {
      for (const code of PROBLEM_CODES)
        for (const at of [place, {}]) {
          const text = messages.problems[code](code.startsWith('scheme.') ? ofScheme : {}, at);
          expect(text, code).toMatch(/[。.]$/);
          expect(text, code).not.toMatch(/undefined|null|NaN|\[object|  |“”/);
        }
    });
  it('name the file wherever a file is at fault, and row, column and value of a cell', () => {
    for (const code of PROBLEM_CODES.filter((c) => /^(file|row|cell|check)\./.test(c))) {
      expect(zh.problems[code]({}, place), code).toContain('人才_云溪县.csv');
      expect(en.problems[code]({}, place), code).toContain('人才_云溪县.csv');
    }
    expect(zh.problems['cell.unreadable']({ expects: 'integer' }, place)).toBe(
      '“人才_云溪县.csv”第 12 行“到岗数”列“abc”读不出整数；请改正。',
    );
    expect(en.problems['cell.notInRange']({ min: 0, max: 5 }, place)).toBe(
      '“人才_云溪县.csv”, row 12, column “到岗数”, “abc” is out of range, it should be between 0 and 5; check it.',
    );
  });
  it('never repeat what is masked', () => {
    expect(zh.problems['cell.person']({}, place) + en.problems['cell.person']({}, place)).not.toContain('abc');
  });
  it('of a scheme name the place in the file', () => {
    expect(zh.problems['scheme.unknownMeasure']({ pointer: '/children/0/measure', measure: 'x.y' }, {})).toContain(
      '/children/0/measure',
    );
  });
});

const f = formats('zh-CN', {
  measure: (id: MeasureId) => ({ 'rectification.closed': '按期销号率' })[id] ?? id,
  unit: () => '云溪县',
});
const e = formats('en', { measure: () => 'Closed on time', unit: () => 'Yunxi' });

const node = (
  op: ReasonOp,
  value: number | null,
  unit: ValueUnit = 'points',
  args: Reason[] = [],
  params: Reason['params'] = {},
): Reason => ({
  op,
  value,
  unit,
  args,
  params,
});
const say = (r: Reason): string => reasonWords['zh-CN'][r.op](r, f);
const tell = (r: Reason): string => reasonWords.en[r.op](r, e);

const figure = (value: number, side: 'numerator' | 'denominator'): Reason => ({
  ...node('figure', value, 'number'),
  rows: { measure: 'rectification.closed', unit: 'u1' as UnitId, period: '2026Q3' as Period, side },
});
const share = node('measure', 7 / 9, 'share', [figure(7, 'numerator'), figure(9, 'denominator')], {
  measure: 'rectification.closed',
  status: 'ok',
});
const target = node('target', 1, 'share');
const attainment = node('attainment', 7, 'points', [share, target], { fullMarks: 9, cap: 1, inverse: false });
const titled = (op: ReasonOp, value: number, titleZh: string, args: Reason[] = [], more: Reason['params'] = {}): Reason =>
  node(op, value, 'points', args, { titleZh, titleEn: titleZh, fullMarks: 9, effective: 9, ...more });

describe('reasons', () => {
  it('print the steps of a leaf from its rows to its points', () => {
    expect(say(figure(7, 'numerator'))).toBe('分子 7');
    expect(say(share)).toBe('按期销号率 7 ÷ 9 = 77.78%');
    expect(say(attainment)).toBe('完成率计分：min(77.78% ÷ 目标 100%, 1) × 9 分 = 7.00 分');
    expect(tell(attainment)).toBe('Attainment: min(77.78% ÷ Target 100%, 1) × 9 pts = 7.00 pts');
    expect(say(node('reweight', 7.955556, 'points', [attainment], { from: 9, to: 10.2286, factor: 1.1365 }))).toBe(
      '同级有指标不计，分值由 9 分调整为 10.2286 分：7 × 10.2286 ÷ 9 = 7.9556 分',
    );
    expect(say(node('rounding', 7.96, 'points', [node('reweight', 7.955556)], { decimals: 2, mode: 'half-up' }))).toBe(
      '保留 2 位小数（四舍五入）：7.9556 → 7.96 分',
    );
    expect(say(titled('leaf', 7, '按期销号', [attainment], { carriedFrom: '2025Q4', effective: 10 }))).toBe(
      '按期销号：得 7.00 分，分值 9 分，沿用2025年第四季度的数据，分值由 9 分调整为 10 分',
    );
  });
  it('print a sum with its terms, what it left out unsaid, and the rounding difference', () => {
    const args = [
      titled('leaf', 7, '按期销号'),
      titled('leaf', 4.5, '转化'),
      { ...titled('leaf', 0, '未到期项'), value: null },
      node('roundingGap', -0.01),
    ];
    expect(say(titled('section', 11.49, '整顿', args))).toBe('整顿：按期销号 7.00 + 转化 4.50 − 舍入差 0.01 = 11.49 分');
    expect(say(titled('total', 11.49, '', args, { ranked: true }))).toContain('总分：');
  });
  it('print every rule with the numbers it used', () => {
    const x = node('measure', 88.2, 'number', [], { measure: 'branch-rating.mean', status: 'ok' });
    const posts = { fullMarks: 3, lo: 60, hi: 95, floor: 0, bounded: true, zeroRange: false };
    expect(say(node('goalposts', 2.4171, 'points', [x], posts))).toBe('功效系数：(88.2 − 60) ÷ (95 − 60) × 3 分 = 2.42 分');
    expect(say(node('goalposts', 2.767, 'points', [x], { ...posts, floor: 0.6 }))).toBe(
      '功效系数：(0.6 + 0.4 × (88.2 − 60) ÷ (95 − 60)) × 3 分 = 2.77 分',
    );
    expect(say(node('goalposts', 3, 'points', [{ ...x, value: 97 }], posts))).toContain('min(max((97 − 60) ÷ (95 − 60), 0), 1)');
    const best = node('best', 100, 'number', [], {
      unit: 'u1',
      holders: 1,
      among: 'group',
      group: '城区组',
      of: 4,
      smallGroup: false,
    });
    expect(say(best)).toBe('城区组最优 100，云溪县（共 4 个单位）');
    expect(say(node('ratioToBest', 2.646, 'points', [x, best], { fullMarks: 3, inverse: false }))).toBe(
      '比最优计分：88.2 ÷ 最优 100 × 3 分 = 2.65 分',
    );
    const n = node('measure', 3, 'count');
    expect(say(node('perCase', 7.5, 'points', [n], { fullMarks: 9, step: 0.5, cap: 9, taken: 1.5 }))).toBe(
      '按次扣分：9 分 − 3 × 0.5 分 = 7.50 分',
    );
    expect(say(node('perCase', 0, 'points', [{ ...n, value: 30 }], { fullMarks: 9, step: 0.5, cap: 9, taken: 9 }))).toBe(
      '按次扣分：9 分 − min(30 × 0.5 分, 9 分) = 0.00 分',
    );
    const bounds = { atLeast: 0.1, above: null, atMost: null, below: null, fullMarks: 2 };
    expect(say(node('yesNo', 2, 'points', [share], { ...bounds, met: true }))).toBe('是否达标：达标（77.78% ≥ 10%），得 2.00 分');
    expect(say(node('yesNo', 0, 'points', [share], { ...bounds, atLeast: 0.9, met: false }))).toBe(
      '是否达标：未达标（77.78%，要求 数值 ≥ 90%），得 0.00 分',
    );
    expect(say(node('yesNo', 2, 'points', [share], { ...bounds, atLeast: 0.5, atMost: 1, met: true }))).toContain(
      '50% ≤ 77.78% ≤ 100%',
    );
    const late = titled('adjustment', 6.4, '逾期', [attainment, n], { step: -0.2, per: 1, cap: null, floor: 0, change: -0.6 });
    expect(say(late)).toBe('逾期：7.00 分 + 3 × −0.2 分 = 6.40 分');
    expect(say({ ...late, value: 6.5, params: { ...late.params, cap: 0.5, change: -0.5 } })).toBe(
      '逾期：7.00 分 + (3 × −0.2 分 → −0.5 分) = 6.50 分',
    );
  });
  it('say why there is no value', () => {
    expect(say(node('notDue', null, 'share', [], { months: '6,12', carry: false }))).toBe(
      '不到考核期：6月、12月末考核，本期不计',
    );
    expect(say(node('notApplicable', null, 'share', [share], { why: 'denominatorZero' }))).toBe(
      '不适用：分母为 0，分值分给其余指标',
    );
    expect(say(node('missing', 0, 'points', [], { as: 'zero', measure: 'rectification.closed', blank: false }))).toBe(
      '按期销号率应报未报，计零分',
    );
    expect(say(node('rank', null, 'count'))).toBe('未排名：本期没有任何数据');
  });
  it('say rank, grade and veto', () => {
    const rank = node('rank', 4, 'count', [], { of: 12, tied: true, on: 'rounded', group: '城区组', groupRank: 2 });
    expect(say(rank)).toBe('按总分在 12 个单位中列并列第4名，在城区组中列第2名');
    expect(tell(rank)).toBe('By total tied 4th of 12 units, 2nd in 城区组');
    expect(say(node('grade', 92.1, 'points', [], { grade: '一般', byTotal: '好', min: 90 }))).toBe(
      '总分 92.10 ≥ 90，按总分为“好”，因一票否决定为“一般”',
    );
    const veto = titled('veto', 1, '重大事故', [node('measure', 1, 'count')], {
      atLeast: 1,
      cap: '一般',
      basisZh: '某办法第三条',
    });
    expect(say(veto)).toBe('一票否决：重大事故（1 ≥ 1），等次最高为“一般”；依据：某办法第三条');
  });
  it('are whole sentences in both languages even of a bare step', () => {
    for (const op of REASON_OPS)
      for (const value of [null, 0, -1.5]) {
        const bare = node(op, value, 'points');
        for (const text of [say(bare), tell(bare)]) {
          expect(text, op).not.toBe('');
          expect(text, op).not.toMatch(/undefined|null|NaN|Infinity|\[object/);
        }
      }
  });
});

describe('catalogues', () => {
  it('leave no text empty but the state that needs none', () => {
    const empty: string[] = [];
    const look = (value: unknown, path: string): void => {
      if (typeof value === 'string' && value === '') empty.push(path);
      else if (typeof value === 'object' && value !== null) for (const [k, v] of Object.entries(value)) look(v, `${path}.${k}`);
    };
    look(zh, 'zh');
    look(en, 'en');
    look(dataWords, 'data');
    expect(empty).toEqual(['zh.screens.export.states.ok', 'en.screens.export.states.ok']);
  });
});
