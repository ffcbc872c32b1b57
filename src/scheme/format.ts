/**
 * The scheme file 考核方案: the one definition that types, reading, the JSON Schema and docs/scheme.md come from.
 * Objects are strict (an unknown key is a fault), so a later version can add keys and kinds without changing
 * the meaning of any file written today. Optional keys are never filled in: a scheme is kept as it was written.
 */
import * as v from 'valibot';
import { bounds, id, measureId, notNegative, number, positive, says } from './parts';
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
  measure: says(measureId, '指标值: `ledger.measure`, or `indicators.` and the indicator’s name'),
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
      v.union([v.picklist(['zero', 'exclude']), v.strictObject({ fixed: number })]),
      'due but not reported: zero points (default), left out and re-weighted, or this value in its place',
    ),
  ),
  minDenominator: v.exactOptional(says(positive, 'not applicable below this denominator')),
  adjustments: v.exactOptional(says(v.array(adjustment), 'bonus and deduction within the leaf, in this order')),
  owner: v.exactOptional(says(text, '责任科室')),
  definition: v.exactOptional(says(text, '口径, where the measure’s own words do not do')),
  source: v.exactOptional(says(text, '依据')),
});
export type Leaf = v.InferOutput<typeof leaf>;

export interface Group {
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
  points: v.exactOptional(says(notNegative, 'full marks as the plan states them; a notice where the leaves do not add up to it')),
  owner: v.exactOptional(says(text, '责任科室')),
  children: says(children, 'indicators and leaves, to any depth'),
});
const anyNode = v.union([group, leaf]);

const bonus = v.strictObject({
  title: text,
  cap: says(positive, '加分封顶: the most that all items together add'),
  items: says(
    v.pipe(
      v.array(
        v.strictObject({
          title: says(text, 'what is rewarded, in words'),
          measure: says(measureId, 'how many there are; nothing is added where it is missing'),
          step: says(positive, 'points for each'),
          cap: v.exactOptional(says(positive, 'the most this item adds')),
        }),
      ),
      v.minLength(1),
    ),
    'added up, each held at its own cap',
  ),
});
export type Bonus = v.InferOutput<typeof bonus>;

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
  scope: v.picklist(['group', 'city']),
  rounding: says(v.picklist(['half-up', 'down', 'up']), 'how share × units becomes a number of units'),
  atLeast: v.exactOptional(says(v.pipe(v.number(), v.integer(), v.minValue(0)), 'at least so many (default 0)')),
});
export type Quota = v.InferOutput<typeof quota>;

const gradeLine = v.strictObject({
  grade: says(v.pipe(v.string(), v.minLength(1)), '等次, its id and the word printed where no title is given'),
  title: v.exactOptional(text),
  min: v.exactOptional(says(number, 'total ≥ this; only the last line may leave it out: everything below')),
});
const grades = v.strictObject({
  lines: says(v.pipe(v.array(gradeLine), v.minLength(1)), 'best grade first'),
  quotas: v.exactOptional(v.array(quota)),
});
export type Grades = v.InferOutput<typeof grades>;

const veto = v.strictObject({
  id,
  title: text,
  measure: measureId,
  ...bounds,
  cap: says(v.string(), 'the best grade still possible'),
  basis: says(text, '依据文件 with its clause: a veto without a basis is not accepted'),
});
export type Veto = v.InferOutput<typeof veto>;

export const schemeFormat = v.strictObject({
  kaoping: says(v.literal(FORMAT), 'the format’s version'),
  id,
  version: says(v.pipe(v.string(), v.minLength(1)), 'the scheme’s own version, e.g. 2026.1'),
  title: text,
  level: says(v.literal('county'), 'which units of the roster are scored'),
  notes: v.exactOptional(says(text, 'printed under the scheme')),
  points: says(positive, '满分: what the leaves should add up to'),
  children: says(children, 'sections 一级指标'),
  bonus: v.exactOptional(says(bonus, '加分, on top of the full marks')),
  rounding,
  ranking,
  grades: v.exactOptional(grades),
  vetoes: v.exactOptional(says(v.array(veto), '一票否决: a condition that caps the grade')),
});

export type Scheme = v.InferOutput<typeof schemeFormat>;

/** The parts by the names the JSON Schema and docs/scheme.md give them. */
export const PARTS = {
  text: anyText,
  node: anyNode,
  group,
  leaf,
  adjustment,
  bonus,
  rule,
  rounding,
  ranking,
  grades,
  gradeLine,
  quota,
  veto,
};
