/**
 * The scheme file 考核方案: the one definition that types, reading, the JSON Schema and docs/scheme.md come from.
 * Objects are strict (an unknown key is a fault), so a later version can add keys and kinds without changing
 * the meaning of any file written today. Optional keys are never filled in: a scheme is kept as it was written.
 */
import * as v from 'valibot';
import { card, lights } from './lights';
import { bounds, id, measureId, notNegative, number, positive, says } from './parts';
import { figure, figureForm } from './figure';
import { step } from './prepare';
import { rule } from './rules';
import { anyText, text, type SchemeText } from './text';

/** The format version this code reads and writes. */
export const FORMAT = 1;

const month = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12));

const due = v.union([v.picklist(['Q', 'H', 'Y4', 'Y1']), v.pipe(v.array(month), v.minLength(1))]);
export type Due = v.InferOutput<typeof due>;

const adjustment = v.strictObject({
  title: says(text, 'what is added or taken off, in words'),
  measure: says(measureId, 'how many there are; nothing is changed where it is missing'),
  when: v.exactOptional(
    says(
      v.pipe(v.strictObject(bounds), v.minEntries(1)),
      'the step is taken once where the measure keeps these bounds, else not at all (三分之一及以上“基本满意、不满意”的，按130分计)',
    ),
  ),
  step: says(number, 'points per `per`; negative takes off'),
  per: v.exactOptional(says(positive, 'how much of the measure makes one step (default 1; parts of a step count in proportion)')),
  cap: v.exactOptional(says(notNegative, 'the most this adjustment changes, either way')),
  floor: v.exactOptional(says(number, 'the leaf’s points do not fall below this by it')),
});
export type Adjustment = v.InferOutput<typeof adjustment>;

const leaf = v.strictObject({
  id: says(id, '指标编码, unique in the scheme'),
  title: text,
  points: says(notNegative, '分值 full marks'),
  measure: says(
    figure,
    '指标值: `ledger.measure`, or `indicators.` and the indicator’s name, or made of several: `{"ratio": [a, b]}`, `{"difference": [a, b]}`, `{"sum": [a, …]}`, `{"weighted": [{"of": a, "by": 2}, …]}`',
  ),
  prepare: v.exactOptional(says(v.pipe(v.array(step), v.minLength(1)), '预处理, in this order')),
  standardise: v.exactOptional(
    says(
      v.literal('sector'),
      'the value inside each sector 领域 first, then by the city’s sector mix (shares of the city-wide denominator)',
    ),
  ),
  rule,
  due: says(due, '考核时点: Q every quarter, H half-years, Y4 the year’s end, Y1 the first quarter, or a list of months'),
  carry: v.exactOptional(says(v.boolean(), '沿用: between due periods the last due value stands (default false: not due)')),
  missing: v.exactOptional(
    says(
      v.union([
        v.picklist(['zero', 'exclude', 'unranked']),
        v.strictObject({ fixed: number }),
        v.strictObject({ mean: v.picklist(['group', 'city']) }),
      ]),
      'due but not reported: zero points (default), left out and re-weighted, the unit is not ranked, this value in its place, or the mean of those who reported (of the city, where nobody in the group did)',
    ),
  ),
  sectors: v.exactOptional(
    says(
      v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1)),
      '领域: only for units of these peer groups; not applicable to all others',
    ),
  ),
  minDenominator: v.exactOptional(says(positive, 'not applicable below this denominator')),
  adjustments: v.exactOptional(says(v.array(adjustment), 'bonus and deduction within the leaf, in this order')),
  owner: v.exactOptional(says(text, '责任科室')),
  definition: v.exactOptional(says(text, '口径, where the measure’s own words do not do')),
  source: v.exactOptional(says(text, '依据')),
});
export type Leaf = v.InferOutput<typeof leaf>;

const aggregate = v.picklist(['sum', 'mean', 'geometric', 'harmonic']);
export type Aggregate = v.InferOutput<typeof aggregate>;

/** How a node's children become its points. */
const combining = {
  aggregate: v.exactOptional(
    says(
      aggregate,
      'points added up (default), or the full marks times the weighted arithmetic, geometric or harmonic mean of the children’s shares of their full marks',
    ),
  ),
  weights: v.exactOptional(
    says(v.record(id, notNegative), 'weights of a mean by the child’s id (default: their full marks); they need not add up to 1'),
  ),
  minPresent: v.exactOptional(
    says(
      v.pipe(notNegative, v.maxValue(1)),
      'at least this share of the weights must be present, else the node is left out for the unit (of the whole scheme: the unit is not ranked)',
    ),
  ),
};
interface Combining {
  readonly aggregate?: Aggregate;
  readonly weights?: { readonly [id: string]: number };
  readonly minPresent?: number;
}

export interface Group extends Combining {
  readonly id: string;
  readonly title: SchemeText;
  readonly points?: number;
  readonly owner?: SchemeText;
  readonly children: readonly Node[];
}
export type Node = Group | Leaf;

export const isLeaf = (node: Node): node is Leaf => !('children' in node);

const node: v.GenericSchema<unknown, Node> = v.lazy((input) =>
  input === undefined ? anyNode : typeof input === 'object' && input !== null && 'children' in input ? group : leaf,
);
const children = v.pipe(v.array(node), v.minLength(1));
const group = v.strictObject({
  id,
  title: text,
  points: v.exactOptional(
    says(
      notNegative,
      'full marks as the plan states them; a notice where the leaves do not add up to it; of a mean these are its full marks',
    ),
  ),
  owner: v.exactOptional(says(text, '责任科室')),
  ...combining,
  children: says(children, 'indicators and leaves, to any depth'),
});
const anyNode = v.union([group, leaf]);

const onTop = (does: string, each: string) =>
  says(
    v.pipe(
      v.array(
        v.strictObject({
          title: says(text, `what is ${does}, in words`),
          measure: says(measureId, 'how many there are; nothing changes where it is missing'),
          step: says(positive, 'points for each'),
          cap: v.exactOptional(says(positive, each)),
        }),
      ),
      v.minLength(1),
    ),
    'added up, each held at its own cap',
  );
const bonus = v.strictObject({
  title: text,
  cap: says(positive, '加分封顶: the most that all items together add'),
  inside: v.exactOptional(says(v.boolean(), 'the total with its bonus does not exceed the full marks (default false: on top)')),
  items: onTop('rewarded', 'the most this item adds'),
});
export type Bonus = v.InferOutput<typeof bonus>;

const deductions = v.strictObject({
  title: text,
  cap: v.exactOptional(says(positive, '扣分封顶: the most that all items together take off')),
  items: onTop('taken off for', 'the most this item takes off'),
});
export type Deductions = v.InferOutput<typeof deductions>;

const clamp = v.strictObject({
  floor: v.exactOptional(says(number, 'the total does not fall below this')),
  cap: v.exactOptional(says(number, 'nor exceed this')),
});

const year = v.strictObject({
  weights: says(
    v.pipe(v.array(notNegative), v.minLength(1)),
    '各期权重, in the order of the year’s periods, e.g. 15, 25, 25, 35',
  ),
  of: v.exactOptional(
    says(
      v.picklist(['leaves', 'totals']),
      'leaves (default): each leaf’s points over the periods it was due in, so that an annual leaf counts once; totals: the weighted mean of the periods’ totals',
    ),
  ),
});
export type Year = v.InferOutput<typeof year>;

const rounding = v.strictObject({
  at: says(v.picklist(['leaf', 'total']), 'what is rounded before it is summed: each leaf, or nothing but the total'),
  decimals: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)),
  mode: says(v.picklist(['half-up', 'half-even']), '四舍五入, or 四舍六入五成双'),
});
export type Rounding = v.InferOutput<typeof rounding>;

const ranking = v.strictObject({
  on: says(v.picklist(['rounded', 'unrounded']), 'which totals are compared'),
  ties: says(v.picklist(['1224', '1223', 'mean']), '并列: 1,2,2,4 · 1,2,2,3 · the mean of the places'),
  breakers: says(v.array(id), 'ids of sections, indicators or leaves compared in this order where totals are equal'),
});
export type Ranking = v.InferOutput<typeof ranking>;

const quota = v.strictObject({
  grade: v.string(),
  share: says(v.pipe(notNegative, v.maxValue(1)), '比例控制: at most this share of the ranked units; advice, nobody is demoted'),
  scope: says(
    v.picklist(['group', 'city', 'parent']),
    'of the peer group, the whole city, or the units of one parent (the branches of a county)',
  ),
  rounding: says(v.picklist(['half-up', 'down', 'up']), 'how share × units becomes a number of units'),
  atLeast: v.exactOptional(says(v.pipe(v.number(), v.integer(), v.minValue(0)), 'at least so many (default 0)')),
  binding: v.exactOptional(says(v.boolean(), 'the plan says it binds; it is still advice here, shown as such')),
});
export type Quota = v.InferOutput<typeof quota>;

/** A condition on one measure of the unit; nothing holds of a missing value. */
const condition = v.strictObject({ title: text, measure: measureId, ...bounds });
export type Condition = v.InferOutput<typeof condition>;

const gradeLine = v.strictObject({
  grade: says(v.pipe(v.string(), v.minLength(1)), '等次, its id and the word printed where no title is given'),
  title: v.exactOptional(text),
  min: v.exactOptional(says(number, 'total ≥ this; only the last line may leave it out: everything below')),
  requires: v.exactOptional(
    says(v.array(condition), 'what else the grade asks; where one does not hold the next line is looked at'),
  ),
});
const direct = v.strictObject({ id, ...condition.entries, grade: v.string(), basis: says(text, '依据文件 with its clause') });
export type Direct = v.InferOutput<typeof direct>;

const grades = v.strictObject({
  lines: says(v.pipe(v.array(gradeLine), v.minLength(1)), 'best grade first'),
  quotas: v.exactOptional(v.array(quota)),
  direct: v.exactOptional(says(v.array(direct), '直接评定: a condition that sets the grade; of several the first')),
});
export type Grades = v.InferOutput<typeof grades>;

const veto = v.strictObject({
  id,
  title: text,
  measure: measureId,
  ...bounds,
  cap: v.exactOptional(says(v.string(), 'the best grade still possible')),
  capScore: v.exactOptional(says(number, 'the most the total can be')),
  disqualify: v.exactOptional(says(v.literal(true), 'the unit is not ranked and has no grade')),
  basis: says(text, '依据文件 with its clause: a veto without a basis is not accepted'),
});
export type Veto = v.InferOutput<typeof veto>;

export const schemeFormat = v.strictObject({
  kaoping: says(v.literal(FORMAT), 'the format’s version'),
  id,
  version: says(v.pipe(v.string(), v.minLength(1)), 'the scheme’s own version, e.g. 2026.1'),
  title: text,
  level: says(v.picklist(['city', 'county', 'township', 'branch']), 'which units of the roster are scored'),
  periods: v.exactOptional(
    says(v.picklist(['Q', 'H', 'Y']), 'which periods are scored: quarters (default), half-years or years'),
  ),
  notes: v.exactOptional(says(text, 'printed under the scheme')),
  points: says(positive, '满分: what the leaves should add up to'),
  ...combining,
  children: says(children, 'sections 一级指标'),
  deductions: v.exactOptional(says(deductions, '扣分, off the total')),
  bonus: v.exactOptional(says(bonus, '加分, on top of the full marks')),
  total: v.exactOptional(says(clamp, 'bounds of the total, after deductions and bonus')),
  year: v.exactOptional(says(year, '年度总分: how a year’s total comes from its periods')),
  rounding,
  ranking,
  grades: v.exactOptional(grades),
  lights: v.exactOptional(says(v.array(lights), '亮灯: each with its own legend')),
  cards: v.exactOptional(says(v.array(card), '红黄牌: shown only where `on` says so')),
  vetoes: v.exactOptional(says(v.array(veto), '一票否决: a condition that caps the grade or the total, or disqualifies')),
});

export type Scheme = v.InferOutput<typeof schemeFormat>;

/** The parts by the names the JSON Schema and docs/scheme.md give them. */
export const PARTS = {
  text: anyText,
  node: anyNode,
  figure: figureForm,
  group,
  leaf,
  adjustment,
  deductions,
  bonus,
  total: clamp,
  year,
  prepare: step,
  condition,
  direct,
  rule,
  rounding,
  ranking,
  grades,
  gradeLine,
  quota,
  veto,
  lights,
  card,
};
