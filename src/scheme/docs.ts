/**
 * The JSON Schema and docs/scheme.md, both made from the one definition. Used by tests only, which keep the
 * written files equal to what this makes; the app never loads it.
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import { RULE_EXAMPLES, type RuleExample } from './examples';
import { PARTS, schemeFormat } from './format';
import type { RuleType } from './rules';

interface JsonSchema {
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
  // "Finite" needs no words in JSON Schema: JSON has no other numbers.
  const made = toJsonSchema(schemeFormat, { definitions: PARTS, ignoreActions: ['finite'] });
  return { $id: 'scheme.schema.json', title: 'Scheme file 考核方案', ...made };
}

const RULE_WORDS: Readonly<Record<RuleType, string>> = {
  attainment:
    '完成率: W · min(x/T, cap); inverse W · min(T/x, cap), where x = 0 gives W · cap. Never below 0. With `pace` T is the share of the target due so far. A target of 0, or none known: not applicable to the unit, and flagged (inverse with T = 0: only x = 0 meets it).',
  goalposts: '功效系数: W · (floor + (1 − floor) · (x − lo)/(hi − lo)). lo = hi: all full marks, flagged.',
  ratioToBest:
    '比最优: W · x/best; inverse W · best/x. The best is of the values reported for the period. A unit in no group is compared with the city. A best of 0: no points for anybody (inverse: full marks for who is at 0), flagged.',
  bands:
    '分档: the points of the first band that x reaches, as a part of `outOf`; below every band 0. With `against`, x is the value less a benchmark; where there is none, `without` counts, else not applicable, and flagged. Compared at 1e-9.',
  step: '每低1%扣: W − steps · step, where steps is how far x lies outside its bounds, over `per`; never below 0.',
  perCase: '扣次: W − min(cap, n · step), never below 0.',
  yesNo: '●: W where every bound given holds, else 0. Compared at 1e-9.',
  asGiven: '直接计分: the value itself.',
};

const HEADINGS: readonly (readonly [part: keyof typeof PARTS, heading: string])[] = [
  ['group', 'Sections and indicators'],
  ['leaf', 'Leaves'],
  ['adjustment', 'Adjustments 加减分'],
  ['bonus', 'Bonus 加分'],
  ['rounding', 'Rounding 小数'],
  ['ranking', 'Ranking 排名'],
  ['grades', 'Grades 等次'],
  ['gradeLine', 'A line of the grades'],
  ['quota', 'A quota 比例控制'],
  ['veto', 'A veto 一票否决'],
];

/** docs/scheme.md; `points` is the rule code, handed in because scoring is another room. */
export function schemeDocs(points: (example: RuleExample) => number): string {
  const schema = schemeJsonSchema() as JsonSchema;
  const defs = schema.$defs ?? {};
  const section = (heading: string, body: string): string => `## ${heading}\n\n${body}\n`;
  return [
    INTRO,
    section('The file', table(schema)),
    section('Text', 'A string in the scheme’s language, or `{"zh": …, "en": …}`.'),
    ...HEADINGS.slice(0, 3).map(([part, heading]) => section(heading, table(defs[part] ?? {}))),
    section(
      'Rules 计分规则',
      `One per leaf; W is the leaf’s full marks, x its prepared value.\n\n${ruleDocs(defs.rule ?? {}, points)}`,
    ),
    ...HEADINGS.slice(3).map(([part, heading]) => section(heading, table(defs[part] ?? {}))),
    MEANING,
  ].join('\n');
}

function ruleDocs(rule: JsonSchema, points: (example: RuleExample) => number): string {
  return (rule.oneOf ?? [])
    .map((option) => {
      const type = option.properties?.type?.const as RuleType;
      const examples = RULE_EXAMPLES.filter((e) => e.rule.type === type).map(
        (e) => `- \`${JSON.stringify(e.rule)}\`, W = ${e.full}: ${e.says} = **${Number(points(e).toFixed(4))}**`,
      );
      return `### ${type}\n\n${RULE_WORDS[type]}\n\n${table(option)}\n\n${examples.join('\n')}\n`;
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
2. **Value.** The measure's value, or the standardised one. Denominator 0, below \`minDenominator\`, or written as
   不涉及: not applicable. Due and not reported: missing, and treated as \`missing\` says; missing is never silently zero.
3. **Rule, then adjustments in their order**, under the leaf's own full marks. A value put in place of a missing one is not adjusted.
4. **Re-weighting.** Full marks of leaves that are not due, not applicable or left out go to their present siblings in
   proportion; of a section with nothing present, to the other sections. The total keeps the scheme's full marks.
5. **Sum and rounding.** A value is snapped to 1e-9, then rounded as a decimal (1.005 → 1.01); half-up takes a half away from zero.
   Published leaf points are never adjusted: where they do not add up, the reason shows 舍入差 as a line of its own.
6. **Rank.** Units with at least one figure, reported or carried, are ranked; the others are listed as not ranked.
   Ranks are given in the city and in the peer group. A group of fewer than 4 units (by the roster) is too small for rules that look at others.
7. **Grade.** The first line whose \`min\` the total reaches, then capped by vetoes. Quotas only advise: allowed, actual, excess.
`;
