/** The words of lights 亮灯 and cards in Chinese; their keys are the type the English ones must have. */
import type { ValueUnit } from '../../model/measure';
import type { Formats } from '../format';
import { asPoints, bare, boundsOf, type BoundKey, type ClauseShape, type ColourName, type Figure, type FigureOf } from '../light-words'; // prettier-ignore
import type { UnlitWhy } from '../light-words';

const COLOURS: Readonly<Record<ColourName, string>> = {
  red: '红',
  orange: '橙',
  yellow: '黄',
  green: '绿',
  blue: '蓝',
  black: '黑',
  grey: '灰',
};
const UNLIT: Readonly<Record<UnlitWhy, string>> = {
  missing: '无数据',
  notDue: '未到期',
  na: '不适用',
  noFigure: '无可比数据',
  none: '不亮灯',
};
const WHY: Readonly<Record<UnlitWhy, string>> = {
  missing: '未亮灯：无数据，应报未报。',
  notDue: '未亮灯：未到期。',
  na: '未亮灯：本单位不适用。',
  noFigure: '未亮灯：没有可以比较的数据（如没有上一期、没有目标）。',
  none: '未亮灯：各档都不符合。',
};
const BOUNDS: Readonly<Record<BoundKey, string>> = { atLeast: '达到', above: '超过', atMost: '不超过', below: '低于' };
const ZERO = {
  aboveMean: { atLeast: '不低于平均值', above: '高于平均值', atMost: '不高于平均值', below: '低于平均值' },
  change: {
    atLeast: '得分率不比上期低',
    above: '得分率比上期高',
    atMost: '得分率不比上期高',
    below: '得分率比上期低',
  },
} as const;

const gapOf = (x: number, unit: ValueUnit, f: Formats): string =>
  unit === 'share' ? `${asPoints(x, f)} 个百分点` : unit === 'points' ? `${f.points(x)} 分` : f.brief(x, 4);

function bound(of: ClauseShape['of'], k: BoundKey, x: number, unit: ValueUnit, f: Formats): string {
  const n = f.brief(x);
  switch (of) {
    case 'share':
      return `得分率${BOUNDS[k]} ${f.shareBrief(x)}`;
    case 'points':
      return `得分${BOUNDS[k]} ${f.marks(x)}`;
    case 'value':
      return `指标值${BOUNDS[k]} ${bare(x, unit, f)}`;
    case 'reported':
      return `报送值${BOUNDS[k]} ${bare(x, unit, f)}`;
    case 'behind':
      return `落后${BOUNDS[k]} ${asPoints(x, f)} 个百分点`;
    case 'aboveMean':
      return x === 0 ? ZERO.aboveMean[k] : `与平均值之差${BOUNDS[k]} ${gapOf(x, unit, f)}`;
    case 'change':
      return x === 0 ? ZERO.change[k] : `得分率比上期增减${BOUNDS[k]} ${asPoints(x, f)} 个百分点`;
    case 'rank':
      return { atMost: `前 ${n} 名`, below: `第 ${n} 名之前`, atLeast: `第 ${n} 名及以后`, above: `第 ${n} 名之后` }[k];
    case 'fromLast':
      if (k === 'atMost') return x === 1 ? '末位' : `后 ${n} 名`;
      return { below: `倒数第 ${n} 名之后`, atLeast: `倒数第 ${n} 名及以前`, above: `倒数第 ${n} 名之前` }[k];
  }
}

function figure({ of, value, terms: [a = NaN, b = NaN] }: Figure, { f, unit, paced, before }: FigureOf): string {
  switch (of) {
    case 'share':
      return `得分率 ${f.shareBrief(value)}（${f.points(a)} ÷ ${f.brief(b)}）`;
    case 'points':
      return `得 ${f.points(value)} 分`;
    case 'value':
      return `指标值 ${bare(value, unit, f)}`;
    case 'reported':
      return `本期报送 ${bare(value, unit, f)}`;
    case 'behind': {
      const far = value === 0 ? '持平' : `${value > 0 ? '落后' : '超出'} ${asPoints(Math.abs(value), f)} 个百分点`;
      return `实际 ${bare(a, unit, f)}，${paced ? '序时应达' : '目标'} ${bare(b, unit, f)}，${far}`;
    }
    case 'aboveMean': {
      const far = value === 0 ? '持平' : `${value > 0 ? '高' : '低'} ${gapOf(Math.abs(value), unit, f)}`;
      return `本单位 ${bare(a, unit, f)}，平均 ${bare(b, unit, f)}，${far}`;
    }
    case 'change': {
      const far = value === 0 ? '持平' : `${value > 0 ? '升' : '降'} ${asPoints(Math.abs(value), f)} 个百分点`;
      return `本期得分率 ${f.shareBrief(a)}，${before} ${f.shareBrief(b)}，${far}`;
    }
    case 'rank':
      return `第 ${f.brief(value)} 名（共 ${f.brief(a)} 个）`;
    case 'fromLast':
      return `倒数第 ${f.brief(value)} 名（共 ${f.brief(a)} 个）`;
  }
}

export const lightsZh = {
  title: '亮灯',
  unit: '单位',
  letters: COLOURS,
  light: (c: ColourName) => `${COLOURS[c]}灯`,
  unlit: UNLIT,
  why: WHY,
  unset: '未设亮灯',
  counted: (what: string, n: string) => `${what} ${n}`,
  joint: '、',
  equals: '＝',
  /** What a cell's button says to who cannot see it. */
  cell: (unit: string, column: string) => `${unit}，${column}：`,
  never: '无数据、未到期、不适用的不亮灯。点开可看依据。',
  counts: '灯后的数字是亮该灯的指标个数。无数据、未到期、不适用的不亮灯。点开可看依据。',
  redBest: '本方案以红灯为好。',
  clause: (c: ClauseShape, unit: ValueUnit, f: Formats): string =>
    boundsOf(c)
      .map(([k, x]) => bound(c.of, k, x, unit, f))
      .join('且'),
  figure,
  lit: (set: string, title: string, proof: string) => `${set}：${title}。${proof}`,
  unlitOf: (set: string, why: string) => `${set}：${why}`,
  line: (title: string, n: string) => `${title}（${n} 项）`,
  proof: (figures: string, clauses: string) => `${figures}；界线：${clauses}。`,
  rest: (figures: string) => (figures === '' ? '不属于以上各档。' : `${figures}；以上各档都不符合。`),
  and: '；',
  cards: '关注与待提升',
  cardRule: (clauses: string, periods: number, basis: string) =>
    `${periods === 1 ? '本期' : `连续 ${periods} 期`}${clauses}；依据：${basis}`,
  cardNone: '本期没有单位。',
  cardProof: (period: string, figures: string) => `${period}${figures}`,
  cardWhy: (title: string, proof: string) => `列入“${title}”：${proof}`,
};

export type LightWords = typeof lightsZh;
