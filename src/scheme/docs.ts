/**
 * The JSON Schema and docs/scheme.md, both made from the one definition. Used by tests only, which keep the
 * written files equal to what this makes; the app never loads it.
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import { RULE_EXAMPLES, type RuleExample } from './examples';
import { withMeanings } from './describe';
import { PARTS, schemeFormat } from './format';
import type { PrepareStep } from './prepare';
import type { RuleType } from './rules';

export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema | readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

/** The JSON Schema (draft-07) of a scheme file. It knows shapes; that ids and measures exist, only reading checks. */
export function schemeJsonSchema(): object {
  // That a number is one to score with needs no words in JSON Schema: nobody writes another.
  const made = toJsonSchema(schemeFormat, { definitions: PARTS, ignoreActions: ['check'] });
  return { $id: 'scheme.schema.json', title: 'Scheme file 考核方案', ...withMeanings(made as JsonSchema) };
}

const RULE_WORDS: Readonly<Record<RuleType, string>> = {
  attainment:
    '完成率: W · min(x/T, cap); inverse W · min(T/x, cap), where x = 0 gives W · cap. Never below 0. With `pace` T is the share of the target due so far. A target of 0 is what `whenZero` says, flagged (inverse: only x = 0 meets it); none known: not applicable to the unit, and flagged.',
  goalposts:
    '功效系数: W · (floor + (1 − floor) · (x − lo)/(hi − lo)). lo = hi: all full marks, flagged. A post that is the least or greatest value looks at the values reported by the unit’s group or the whole city; a unit without a value is not looked at, a group of fewer than 4 units gives way to the fallback, and a unit in no group is compared with the city. At `yearStart` it is frozen for the year; where no period comes before the year, the period itself stands for it, flagged. Which way is better such a post says itself (hi the greatest, or lo the least: more is better); where the figures then stand the wrong way round, full marks from lo on and floor · W short of it, flagged. A post that is not known: not applicable, flagged.',
  exponential:
    '指数功效: A · e^(B·x) through (lo, floor · W) and (hi, W), that is W · floor^((hi − x)/(hi − lo)): each step is worth more the nearer to hi. Posts, zero range and who is looked at as with goalposts. Not bounded and beyond every number: not applicable.',
  zScore:
    '标准分: W · (centre + spread · (x − mean)/sd), inverse with mean − x, held between floor and cap. Mean and sample standard deviation (n − 1) of the values reported by the unit’s group or the whole city, the unit itself among them, summed by unit id; a unit without a value is not looked at. A standard deviation of 0 (all equal, or one alone): full marks, flagged.',
  percentile:
    '百分位: W · (how many of the others x beats)/(how many others there are), of the values reported by the unit’s group or the whole city; a unit without a value is not counted. Equal at 1e-9 is equal. Nobody else: full marks.',
  distanceToBest:
    '与最优差距: W · max(0, 1 − |best − x|/reach). The best is of the values reported by the unit’s group or the whole city, inverse the least. Best 0 and no `reach`: full marks at the best, else nothing, flagged.',
  distanceToTarget:
    '与目标差距: W · max(0, 1 − d/reach), d how far x lies from the target on the side that costs. Target 0 and no `reach`: full marks where d = 0, else nothing, flagged; no target known: not applicable, flagged.',
  ratioToBest:
    '比最优: W · x/best; inverse W · best/x. The best is of the values reported for the period. A unit in no group is compared with the city. A best of 0: no points for anybody (inverse: full marks for who is at 0), flagged.',
  rankTable:
    '排名赋分: W · table[place]/outOf, places beyond the table as `beyond`; or W · max(floor, 1 − step · (place − 1)). Exactly one of `table` and `step`. The place is among the values reported by the unit’s group or the whole city, the greatest first, inverse the least; a unit without a value has no place and takes none from others. Equal at 1e-9 is equal: all have the best of the places they share (from the bottom too: the one furthest up), or the mean of those places’ points.',
  bands:
    '分档: the points of the first band that x reaches, as a part of `outOf`; below every band 0. With `against`, x is the value less a benchmark; where there is none, `without` counts, else not applicable, and flagged. A mean is of the values reported by the unit’s group or the whole city, the unit itself among them; a unit without a value is not counted. Compared at 1e-9.',
  step: '每低1%扣: W − steps · step, where steps is how far x lies outside its bounds, over `per`; never below `floor`. With `gain`, W + steps · gain on the good side, which may exceed W. With `against`, x is the value less a benchmark, as with bands; where there is none, not applicable, and flagged.',
  perCase: '扣次: W − min(cap, n · step), n the cases beyond the free ones; never below 0.',
  countMet:
    '次数达标: W · min(n/required, 1), or all or nothing. Nothing required: full marks, flagged; not known: not applicable, flagged.',
  yesNo: '●: W where every bound given holds, else 0. Compared at 1e-9.',
  vote: '测评: W · Σ coefficient · votes / all votes, held between 0 and W; the leaf’s own measure is how many voted. Nobody voted, or an answer has no figure: not applicable, flagged.',
  asGiven: '直接计分: the value itself.',
};

const HEADINGS: readonly (readonly [part: keyof typeof PARTS, heading: string])[] = [
  ['group', 'Sections and indicators'],
  ['leaf', 'Leaves'],
  ['adjustment', 'Adjustments 加减分'],
  ['deductions', 'Deductions 扣分'],
  ['bonus', 'Bonus 加分'],
  ['total', 'Bounds of the total'],
  ['year', 'The year 年度总分'],
  ['rounding', 'Rounding 小数'],
  ['ranking', 'Ranking 排名'],
  ['grades', 'Grades 等次'],
  ['gradeLine', 'A line of the grades'],
  ['condition', 'A condition'],
  ['direct', 'A grade set directly 直接评定'],
  ['quota', 'A quota 比例控制'],
  ['veto', 'A veto 一票否决'],
  ['lights', 'Lights 亮灯'],
  ['card', 'A card 红黄牌'],
];
/** How many of them come before the rules. */
const BEFORE_RULES = 3;

/** docs/scheme.md; `points` is the rule code, handed in because scoring is another room. */
export function schemeDocs(points: (example: RuleExample) => number): string {
  const schema = schemeJsonSchema() as JsonSchema;
  const defs = schema.$defs ?? {};
  const section = (heading: string, body: string): string => `## ${heading}\n\n${body}\n`;
  return [
    INTRO,
    section('The file', table(schema)),
    section('Text', 'A string in the scheme’s language, or `{"zh": …, "en": …}`.'),
    ...HEADINGS.slice(0, BEFORE_RULES).map(([part, heading]) => section(heading, table(defs[part] ?? {}))),
    section('Preparing 预处理', `Steps of a leaf’s \`prepare\`, done in the order written.\n\n${stepDocs(defs.prepare ?? {})}`),
    section(
      'Rules 计分规则',
      `One per leaf; W is the leaf’s full marks, x its prepared value.\n\n${ruleDocs(defs.rule ?? {}, points)}`,
    ),
    ...HEADINGS.slice(BEFORE_RULES).map(([part, heading]) => section(heading, table(defs[part] ?? {}))),
    MEANING,
  ].join('\n');
}

const STEP_WORDS: Readonly<Record<PrepareStep['do'], string>> = {
  per: '折算: x / figure · times.',
  log: '对数. Of 0 or less there is none: not applicable.',
  clamp: '限值: held between lo and hi.',
  change: '同比、环比: against the period before, or the same period a year before. Not applicable where that has no value.',
  over: '多期: a sum wants every period reported; mean and latest take those that were.',
  winsorise:
    '离群值: while |skewness| and excess kurtosis (of a sample, as SKEW and KURT) both exceed their bounds, the outermost value on the long side is drawn in to the next.',
  rank: '位次: 1 + how many are ahead; equal values share the best place.',
};

function stepDocs(step: JsonSchema): string {
  return (step.oneOf ?? [])
    .map((option) => {
      const name = option.properties?.do?.const as PrepareStep['do'];
      return `### ${name}\n\n${STEP_WORDS[name]}\n\n${table(option)}\n`;
    })
    .join('\n');
}

function ruleDocs(rule: JsonSchema, points: (example: RuleExample) => number): string {
  return (rule.oneOf ?? [])
    .map((option, i, all) => {
      const type = option.properties?.type?.const as RuleType;
      // A rule with two ways to be written has a table for each under one heading.
      if (all[i - 1]?.properties?.type?.const === type) return `Or:\n\n${table(option)}\n`;
      const examples = RULE_EXAMPLES.filter((e) => e.rule.type === type).map(
        (e) => `- \`${JSON.stringify(e.rule)}\`, W = ${e.full}: ${e.says} = **${Number(points(e).toFixed(4))}**`,
      );
      return `### ${type}\n\n${RULE_WORDS[type]}\n\n${examples.join('\n')}\n\n${table(option)}\n`;
    })
    .join('\n');
}

function table(schema: JsonSchema): string {
  const rows = Object.entries(schema.properties ?? {}).map(([key, s]) => {
    const needed = schema.required?.includes(key) ? 'yes' : '';
    return `| \`${key}\` | ${typeWords(s)} | ${needed} | ${s.description ?? ''} |`;
  });
  return ['| key | value | required | meaning |', '|---|---|---|---|', ...rows].join('\n');
}

function typeWords(s: JsonSchema): string {
  if (s.$ref) return s.$ref.replace(/^.*\//, '');
  if (s.const !== undefined) return `\`${JSON.stringify(s.const)}\``;
  if (s.enum) return s.enum.map((x) => `\`${JSON.stringify(x)}\``).join(' or ');
  const either = s.anyOf ?? s.oneOf;
  if (either) return either.map(typeWords).join(' or ');
  if (s.type === 'array')
    return Array.isArray(s.items)
      ? `list of ${s.items.length}: ${typeWords(s.items[0] as JsonSchema)}`
      : `list of ${typeWords((s.items ?? {}) as JsonSchema)}`;
  if (s.type === 'object' && !s.properties) return 'numbers by id';
  if (s.type === 'object')
    return `\`{${Object.keys(s.properties ?? {})
      .map((k) => `"${k}": …`)
      .join(', ')}}\``;
  if (s.minimum !== undefined && s.maximum !== undefined) return `${s.type} ${s.minimum}–${s.maximum}`;
  const least =
    s.exclusiveMinimum === undefined ? (s.minimum === undefined ? '' : ` ≥ ${s.minimum}`) : ` > ${s.exclusiveMinimum}`;
  return `${s.type ?? 'anything'}${least}`;
}

const INTRO = `# The scheme file 考核方案

A scheme says what is scored, how, and what the points become. It is one JSON file. This page and
\`scheme.schema.json\` are made from the same definition the program reads with (\`src/scheme/\`); a test keeps them equal.

Reading reports every fault at once, each with its place as a JSON pointer: a wrong or unknown key, a value of the
wrong kind, a measure that no ledger declares or that is shown but never scored, an id used twice or not known.
Full marks that do not add up to what the file states are a notice, not a fault.
\`data/schemes/example.json\` is a complete file.
`;

const MEANING = `## How a total comes about

1. **When a leaf counts.** Not due and not carried: 不到考核期. Carried: the value of its last due period, if anybody
   reported then. A figure reported by half-year or year belongs to the quarter it ends in.
2. **Value.** The measure’s value, the standardised one, or what is made of several measures: a part that is missing makes the
   whole missing. Denominator 0, below \`minDenominator\`, or written as 不涉及: not applicable. Then the steps of \`prepare\`.
   Due and not reported: missing, and treated as \`missing\` says; missing is never silently zero.
3. **Rule, then adjustments in their order**, under the leaf’s own full marks. A value put in place of a missing one is not adjusted.
4. **Re-weighting.** Full marks of leaves that are not due, not applicable or left out go to their present siblings in
   proportion; of a section with nothing present, or with less than its \`minPresent\` of what was due and applicable, to the
   other sections. The total keeps the scheme’s full marks.
5. **Combining.** Points are added up, or a node has its full marks times a mean of its children’s shares of theirs, weighted
   by \`weights\` or the full marks. A geometric or harmonic mean of a share below 0 has no value: the unit is not ranked, and the child is named.
6. **Total.** Sections, less deductions, plus bonus (each held at its cap), within the full marks where the bonus is \`inside\`,
   within \`total\`, and at most what a veto’s \`capScore\` says.
7. **Rounding.** A value is snapped to 1e-9, then rounded as a decimal (1.005 → 1.01); half-up takes a half away from zero.
   Published leaf points are never adjusted: where they do not add up, the reason shows 舍入差 as a line of its own.
8. **Rank.** Units with at least one figure, reported or carried, are ranked; the others are listed as not ranked, with the
   reason. So are units without a leaf whose \`missing\` is \`unranked\`, with less than the scheme’s \`minPresent\`, or disqualified.
   Ranks are given in the city and in the peer group. A group of fewer than 4 units (by the roster) is too small for rules that look at others.
9. **Grade.** The first line whose \`min\` the total, or the points of the part that \`of\` names, reaches and whose \`requires\` hold; a condition of \`direct\` sets it instead;
   then vetoes cap it. Quotas only advise: allowed, actual, excess.
10. **The year**, where \`year\` is given: each leaf has the weighted mean of its points over the periods it was due in, so that what is due
    once a year counts once and whole; vetoes, bonus and deductions are those of the year’s end. Or the weighted mean of the totals.
11. **Lights and cards** look at: share (points over the marks in force) · points · value (what a leaf’s rule was given) · reported
    (a leaf’s figure as reported in the period, also where the leaf is not due) · behind (how far the value lies behind the pace
    of its target, as a share of the whole target) · aboveMean (the value less the mean of those compared) · change (the share
    less that of the period before) · rank · fromLast (1 is the last place). What is missing, not due or not applicable
    is never lit by its points, and has no place.
`;
