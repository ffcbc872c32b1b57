/**
 * What the keys of a scheme file mean, for the JSON Schema and docs/scheme.md: beside the definition, not in it, since
 * the page reads schemes and prints none of this. By the part and the path of the key inside it.
 */
import type { Figure } from './figure';
import type {
  Adjustment,
  Bonus,
  Condition,
  Deductions,
  Direct,
  Grades,
  Group,
  Leaf,
  Quota,
  Ranking,
  Rounding,
  Scheme,
  Veto,
  Year,
} from './format';
import type { Card, Lights } from './lights';
import type { Bounds } from './parts';

/** Sentences by key, or by the path of a key further in (`items.cap`): a key that the part does not have is no path. */
export type Meanings<T> = { readonly [P in KeyOf<T> | `${KeyOf<T>}.${string}`]?: string | undefined };
/** Of a part that is one of several: a key that any of them has. */
type KeyOf<T> = T extends object ? keyof T & string : never;

export const BOUNDS: Meanings<Bounds> = { atLeast: 'x ≥ this', above: 'x > this', atMost: 'x ≤ this', below: 'x < this' };

type Under<K extends string> = { readonly [P in `${K}.${string}`]: string | undefined };

/** The meanings of a part that stands under a key of another. */
export const within = <K extends string>(key: K, meanings: Readonly<Record<string, string | undefined>>): Under<K> =>
  Object.fromEntries(Object.entries(meanings).map(([path, sentence]) => [`${key}.${path}`, sentence])) as Under<K>;

const combining: Meanings<Group> = {
  aggregate:
    'points added up (default), or the full marks times the weighted arithmetic, geometric or harmonic mean of the children’s shares of their full marks',
  weights: 'weights of a mean by the child’s id (default: their full marks); they need not add up to 1',
  minPresent:
    'at least this share of the weights must be present, else the node is left out for the unit (of the whole scheme: the unit is not ranked)',
};

interface Parts {
  readonly deductions: Deductions;
  readonly bonus: Bonus;
  readonly total: NonNullable<Scheme['total']>;
  readonly year: Year;
  readonly scheme: Scheme;
  readonly figure: Figure;
  readonly group: Group;
  readonly leaf: Leaf;
  readonly adjustment: Adjustment;
  readonly condition: Condition;
  readonly direct: Direct;
  readonly rounding: Rounding;
  readonly ranking: Ranking;
  readonly grades: Grades;
  readonly gradeLine: Grades['lines'][number];
  readonly quota: Quota;
  readonly veto: Veto;
  readonly lights: Lights;
  readonly card: Card;
}

/** Of every part of a scheme file but its rules and what prepares values. */
export const MEANINGS: { readonly [P in keyof Parts]: Meanings<Parts[P]> } = {
  deductions: {
    cap: '扣分封顶: the most that all items together take off',
    items: 'added up, each held at its own cap',
    'items.title': 'what is taken off for, in words',
    'items.measure': 'how many there are; nothing changes where it is missing',
    'items.step': 'points for each',
    'items.cap': 'the most this item takes off',
  },
  bonus: {
    cap: '加分封顶: the most that all items together add',
    inside: 'the total with its bonus does not exceed the full marks (default false: on top)',
    items: 'added up, each held at its own cap',
    'items.title': 'what is rewarded, in words',
    'items.measure': 'how many there are; nothing changes where it is missing',
    'items.step': 'points for each',
    'items.cap': 'the most this item adds',
  },
  total: { floor: 'the total does not fall below this', cap: 'nor exceed this' },
  year: {
    weights: '各期权重, in the order of the year’s periods, e.g. 15, 25, 25, 35',
    of: 'leaves (default): each leaf’s points over the periods it was due in, so that an annual leaf counts once; totals: the weighted mean of the periods’ totals',
  },
  scheme: {
    kaoping: 'the format’s version',
    version: 'the scheme’s own version, e.g. 2026.1',
    level: 'which units of the roster are scored',
    periods: 'which periods are scored: quarters (default), half-years or years',
    notes: 'printed under the scheme',
    points: '满分: what the leaves should add up to',
    ...combining,
    children: 'sections 一级指标',
    deductions: '扣分, off the total',
    bonus: '加分, on top of the full marks',
    total: 'bounds of the total, after deductions and bonus',
    year: '年度总分: how a year’s total comes from its periods',
    lights: '亮灯: each with its own legend',
    cards: '红黄牌: shown only where `on` says so',
    vetoes: '一票否决: a condition that caps the grade or the total, or disqualifies',
  },
  figure: {
    ratio: 'the first over the second; not applicable where that is 0',
    difference: 'the first less the second',
    sum: 'all added up',
    weighted: 'Σ by · of',
  },
  group: {
    points:
      'full marks as the plan states them; a notice where the leaves do not add up to it; of a mean these are its full marks',
    owner: '责任科室',
    ...combining,
    children: 'indicators and leaves, to any depth',
  },
  leaf: {
    id: '指标编码, unique in the scheme',
    points: '分值 full marks',
    measure:
      '指标值: `ledger.measure`, or `indicators.` and the indicator’s name, or made of several: `{"ratio": [a, b]}`, `{"difference": [a, b]}`, `{"sum": [a, …]}`, `{"weighted": [{"of": a, "by": 2}, …]}`',
    prepare: '预处理, in this order',
    standardise: 'the value inside each sector 领域 first, then by the city’s sector mix (shares of the city-wide denominator)',
    due: '考核时点: Q every quarter, H half-years, Y4 the year’s end, Y1 the first quarter, or a list of months',
    carry: '沿用: between due periods the last due value stands (default false: not due)',
    missing:
      'due but not reported: zero points (default), left out and re-weighted, the unit is not ranked, this value in its place, or the mean of those who reported (of the city, where nobody in the group did)',
    sectors: '领域: only for units of these peer groups; not applicable to all others',
    minDenominator: 'not applicable below this denominator',
    adjustments: 'bonus and deduction within the leaf, in this order',
    owner: '责任科室',
    definition: '口径, where the measure’s own words do not do',
    source: '依据',
  },
  adjustment: {
    title: 'what is added or taken off, in words',
    measure: 'how many there are; nothing is changed where it is missing',
    when: 'the step is taken once where the measure keeps these bounds, else not at all (三分之一及以上“基本满意、不满意”的，按130分计)',
    ...within('when', BOUNDS),
    step: 'points per `per`; negative takes off',
    per: 'how much of the measure makes one step (default 1; parts of a step count in proportion)',
    cap: 'the most this adjustment changes, either way',
    floor: 'the leaf’s points do not fall below this by it',
  },
  condition: { ...BOUNDS },
  direct: { ...BOUNDS, basis: '依据文件 with its clause' },
  rounding: {
    at: 'what is rounded before it is summed: each leaf, or nothing but the total',
    mode: '四舍五入, or 四舍六入五成双',
  },
  ranking: {
    on: 'which totals are compared',
    ties: '并列: 1,2,2,4 · 1,2,2,3 · the mean of the places',
    breakers: 'ids of sections, indicators or leaves compared in this order where totals are equal',
  },
  grades: {
    of: 'a section, indicator or leaf whose points the lines are held against (default: the total)',
    lines: 'best grade first',
    direct: '直接评定: a condition that sets the grade; of several the first',
  },
  gradeLine: {
    grade: '等次, its id and the word printed where no title is given',
    min: 'points ≥ this; only the last line may leave it out: everything below',
    requires: 'what else the grade asks; where one does not hold the next line is looked at',
  },
  quota: {
    share: '比例控制: at most this share of the ranked units; advice, nobody is demoted',
    scope: 'of the peer group, the whole city, or the units of one parent (the branches of a county)',
    rounding: 'how share × units becomes a number of units',
    atLeast: 'at least so many (default 0)',
    binding: 'the plan says it binds; it is still advice here, shown as such',
  },
  veto: {
    ...BOUNDS,
    cap: 'the best grade still possible',
    capScore: 'the most the total can be',
    disqualify: 'the unit is not ranked and has no grade',
    basis: '依据文件 with its clause: a veto without a basis is not accepted',
  },
  lights: {
    on: 'the id of a section, indicator or leaf; `total`; `sections`: each section by itself; or `leaves`: each leaf by itself',
    among: 'with whom means and ranks compare (default city)',
    lines: 'the first line that holds',
    'lines.title': 'the words of the legend: 滞后30个百分点以上',
    'lines.when':
      'all must hold; only the last line may leave it out: everything else, where every figure that the lines ask for is known',
    ...within('lines.when', BOUNDS),
  },
  card: {
    on: 'false: kept in the scheme and never shown',
    when: 'of the total, in every one of the periods',
    ...within('when', BOUNDS),
    among: 'with whom ranks compare (default city)',
    periods: 'in so many periods running, this one the last',
    basis: '依据文件 with its clause',
  },
};
