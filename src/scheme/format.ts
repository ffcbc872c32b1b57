/**
 * The scheme file 考核方案: the one definition that types, reading, the JSON Schema and docs/scheme.md come from. What its
 * keys mean is told in meanings.ts, which the page does not load.
 * Objects are strict (an unknown key is a fault), so a later version can add keys and kinds without changing
 * the meaning of any file written today. Optional keys are never filled in: a scheme is kept as it was written.
 */
import * as v from 'valibot';
import { card, lights } from './lights';
import { bounds, id, measureId, notNegative, number, positive } from './parts';
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
  title: text,
  measure: measureId,
  when: v.exactOptional(v.pipe(v.strictObject(bounds), v.minEntries(1))),
  step: number,
  per: v.exactOptional(positive),
  cap: v.exactOptional(notNegative),
  floor: v.exactOptional(number),
});
export type Adjustment = v.InferOutput<typeof adjustment>;

const leaf = v.strictObject({
  id,
  title: text,
  points: notNegative,
  measure: figure,
  prepare: v.exactOptional(v.pipe(v.array(step), v.minLength(1))),
  standardise: v.exactOptional(v.literal('sector')),
  rule,
  due,
  carry: v.exactOptional(v.boolean()),
  missing: v.exactOptional(
    v.union([
      v.picklist(['zero', 'exclude', 'unranked']),
      v.strictObject({ fixed: number }),
      v.strictObject({ mean: v.picklist(['group', 'city']) }),
    ]),
  ),
  sectors: v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1))),
  minDenominator: v.exactOptional(positive),
  adjustments: v.exactOptional(v.array(adjustment)),
  owner: v.exactOptional(text),
  definition: v.exactOptional(text),
  source: v.exactOptional(text),
});
export type Leaf = v.InferOutput<typeof leaf>;

const aggregate = v.picklist(['sum', 'mean', 'geometric', 'harmonic']);
export type Aggregate = v.InferOutput<typeof aggregate>;

/** How a node's children become its points. */
const combining = {
  aggregate: v.exactOptional(aggregate),
  weights: v.exactOptional(v.record(id, notNegative)),
  minPresent: v.exactOptional(v.pipe(notNegative, v.maxValue(1))),
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
  points: v.exactOptional(notNegative),
  owner: v.exactOptional(text),
  ...combining,
  children,
});
const anyNode = v.union([group, leaf]);

/** What is added to the total or taken off it. */
const items = v.pipe(
  v.array(
    v.strictObject({
      title: text,
      measure: measureId,
      step: positive,
      cap: v.exactOptional(positive),
    }),
  ),
  v.minLength(1),
);
const bonus = v.strictObject({
  title: text,
  cap: positive,
  inside: v.exactOptional(v.boolean()),
  items,
});
export type Bonus = v.InferOutput<typeof bonus>;

const deductions = v.strictObject({
  title: text,
  cap: v.exactOptional(positive),
  items,
});
export type Deductions = v.InferOutput<typeof deductions>;

const clamp = v.strictObject({
  floor: v.exactOptional(number),
  cap: v.exactOptional(number),
});

const year = v.strictObject({
  weights: v.pipe(v.array(notNegative), v.minLength(1)),
  of: v.exactOptional(v.picklist(['leaves', 'totals'])),
});
export type Year = v.InferOutput<typeof year>;

const rounding = v.strictObject({
  at: v.picklist(['leaf', 'total']),
  decimals: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)),
  mode: v.picklist(['half-up', 'half-even']),
});
export type Rounding = v.InferOutput<typeof rounding>;

const ranking = v.strictObject({
  on: v.picklist(['rounded', 'unrounded']),
  ties: v.picklist(['1224', '1223', 'mean']),
  breakers: v.array(id),
});
export type Ranking = v.InferOutput<typeof ranking>;

const quota = v.strictObject({
  grade: v.string(),
  share: v.pipe(notNegative, v.maxValue(1)),
  scope: v.picklist(['group', 'city', 'parent']),
  rounding: v.picklist(['half-up', 'down', 'up']),
  atLeast: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  binding: v.exactOptional(v.boolean()),
});
export type Quota = v.InferOutput<typeof quota>;

/** A condition on one measure of the unit; nothing holds of a missing value. */
const condition = v.strictObject({ title: text, measure: measureId, ...bounds });
export type Condition = v.InferOutput<typeof condition>;

const gradeLine = v.strictObject({
  grade: v.pipe(v.string(), v.minLength(1)),
  title: v.exactOptional(text),
  min: v.exactOptional(number),
  requires: v.exactOptional(v.array(condition)),
});
const direct = v.strictObject({ id, ...condition.entries, grade: v.string(), basis: text });
export type Direct = v.InferOutput<typeof direct>;

const grades = v.strictObject({
  of: v.exactOptional(id),
  lines: v.pipe(v.array(gradeLine), v.minLength(1)),
  quotas: v.exactOptional(v.array(quota)),
  direct: v.exactOptional(v.array(direct)),
});
export type Grades = v.InferOutput<typeof grades>;

const veto = v.strictObject({
  id,
  title: text,
  measure: measureId,
  ...bounds,
  cap: v.exactOptional(v.string()),
  capScore: v.exactOptional(number),
  disqualify: v.exactOptional(v.literal(true)),
  basis: text,
});
export type Veto = v.InferOutput<typeof veto>;

export const schemeFormat = v.strictObject({
  kaoping: v.literal(FORMAT),
  id,
  version: v.pipe(v.string(), v.minLength(1)),
  title: text,
  level: v.picklist(['city', 'county', 'township', 'branch']),
  periods: v.exactOptional(v.picklist(['Q', 'H', 'Y'])),
  notes: v.exactOptional(text),
  points: positive,
  ...combining,
  children,
  deductions: v.exactOptional(deductions),
  bonus: v.exactOptional(bonus),
  total: v.exactOptional(clamp),
  year: v.exactOptional(year),
  rounding,
  ranking,
  grades: v.exactOptional(grades),
  lights: v.exactOptional(v.array(lights)),
  cards: v.exactOptional(v.array(card)),
  vetoes: v.exactOptional(v.array(veto)),
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
