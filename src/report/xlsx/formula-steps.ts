/**
 * Every step of a reason as a spreadsheet formula over the cells of its arguments. A step for which there is none stands as a
 * number: put in by hand (a figure of a table, a line of the scheme) or given, where it comes from what is not in the workbook.
 */
import { numberOf, textOf } from '../../i18n/catalogue';
import type { Reason, ReasonOp } from '../../model/reason';
import type { Bounds, Rule, Rounding, Scheme } from '../../scheme';
import {
  atLeast,
  call,
  cell,
  equal,
  less,
  minus,
  more,
  num,
  over,
  plus,
  power,
  snapped,
  times,
  total,
  when,
  type Formula,
  type Place,
} from './formula';
import { holds, ruleFormula } from './formula-rules';

/** One step, and where what it is made of stands. */
export interface Step {
  readonly reason: Reason;
  /** The step that it is an argument of; null of a total. */
  readonly above: Step | null;
  /** The cells of its arguments' values, in their order. */
  readonly args: readonly Formula[];
  /** Of a total or section: the cells of what it adds up, as the scheme rounds them; arguments without a value are left out. */
  readonly parts: readonly { readonly reason: Reason; readonly at: Formula }[];
  /** The cells of the first and last place, where the step is one or has one as an argument. */
  readonly places: readonly [Formula, Formula] | null;
  /** Where its own value stands; of a total or section before and after rounding. */
  readonly own: { readonly exact: Place; readonly published: Place };
  /** The value before and after rounding, once known. */
  readonly values: { readonly exact: number | null; readonly published: number | null };
  /** Of a step inside a leaf: its rule. */
  readonly rule: Rule | null;
  readonly scheme: Scheme;
  /** Vetoes that hold the unit's total. */
  readonly vetoes: readonly string[];
  /** The values of the leaf by unit, of a peer group or the whole city; null where they do not stand in the workbook. */
  readonly peers: (among: 'group' | 'city') => Formula | null;
}

/** input: a number to be put in. given: one that comes from outside the workbook. */
export type Standing = 'input' | 'given';
type Reading = (step: Step) => Formula | Standing;

/** How a step reads; nodes of the scheme before they are rounded. */
export const formulaOf = (step: Step): Formula | Standing => READINGS[step.reason.op](step);

/** A value as the scheme rounds what it publishes. */
export function rounded(x: Formula, { decimals, mode }: Rounding): Formula {
  if (mode === 'half-up') return call('ROUND', snapped(x), decimals);
  const unit = 10 ** decimals;
  const z = times(snapped(x), unit);
  const half = equal(snapped(minus(call('ABS', minus(z, call('ROUNDDOWN', z, 0))), 0.5)), 0);
  const even = times(2, call('ROUND', over(z, 2), 0));
  return over(when(half, even, call('ROUND', snapped(z), 0)), unit);
}

const first: Reading = ({ args }) => args[0] ?? 'given';
const input: Reading = () => 'input';
/** The rule of the leaf that the step belongs to. */
const rule: Reading = (step) => (step.rule && ruleFormula(step.rule, step)) ?? 'given';
const among = (step: Step): Formula | null => {
  const of = textOf(step.reason, 'among');
  return of === 'group' || of === 'city' ? step.peers(of) : null;
};
const overPeers =
  (of: (peers: Formula, step: Step) => Formula): Reading =>
  (step) => {
    const peers = among(step);
    return peers ? of(peers, step) : 'given';
  };
const noSpread = (peers: Formula): Formula => equal(snapped(minus(call('MAX', peers), call('MIN', peers))), 0);

/** A node's points from its children's. */
function combined({ reason, parts }: Step): Formula | Standing {
  const how = textOf(reason, 'aggregate');
  if (how !== 'geometric' && how !== 'harmonic') return parts.length === 0 ? 'given' : total(parts.map((p) => p.at));
  const shares = parts.flatMap(({ reason: child, at }) => {
    const marks = numberOf(child, 'effective') ?? 0;
    return marks === 0 ? [] : [{ marks, share: snapped(over(at, marks)) }];
  });
  const weights = shares.reduce((s, x) => s + x.marks, 0);
  const force = numberOf(reason, 'effective') ?? 0;
  if (weights === 0) return 'given';
  if (how === 'geometric')
    return shares.reduce<Formula>((f, { marks, share }) => times(f, power(share, over(marks, weights))), num(force));
  // A share of 0 leaves a harmonic mean of 0.
  const none = call('MIN', ...shares.map((s) => s.share));
  return when(equal(none, 0), 0, over(force * weights, total(shares.map(({ marks, share }) => over(marks, share)))));
}

const isOnTop = (r: Reason): boolean => r.op === 'deduction' || r.op === 'bonus';

/** What stands on top of the sections: deductions and bonus. */
const onTop = (step: Step): Formula[] => step.reason.args.flatMap((a, i) => (isOnTop(a) ? [step.args[i]!] : []));

/** The sections and what stands on top, before any bound holds them; null where there is nothing to add. */
function free(step: Step): Formula | null {
  const year = step.reason.args.findIndex((a) => a.op === 'year');
  if (year >= 0) return step.args[year] ?? null;
  const sections = combined(step);
  return typeof sections === 'string' ? null : total([sections, ...onTop(step)]);
}

function heldTotal(step: Step, sum: Formula): Formula {
  const { bonus, total: bounds, vetoes } = step.scheme;
  let x = sum;
  if (step.reason.args.some((a) => a.op === 'year')) return x;
  if (bonus?.inside) x = call('MIN', x, numberOf(step.reason, 'fullMarks') ?? Infinity);
  if (bounds?.cap !== undefined) x = call('MIN', x, bounds.cap);
  if (bounds?.floor !== undefined) x = call('MAX', x, bounds.floor);
  for (const v of vetoes ?? []) if (v.capScore !== undefined && step.vetoes.includes(v.id)) x = call('MIN', x, v.capScore);
  return x;
}

/** What a bound took off or added: the total before rounding, less everything that was added up. */
const held: Reading = ({ above }) => {
  const sum = above && free(above);
  return above && sum ? minus(cell(above.own.exact, above.values.exact), sum) : 'given';
};

/** Items of a bonus or of deductions: their sum, held at the cap of all; the items of deductions are below 0. */
const items: Reading = ({ reason, args }) => {
  const sum = total(args);
  const cap = numberOf(reason, 'cap');
  if (cap === null) return sum;
  return reason.op === 'bonus' ? call('MIN', sum, cap) : call('MAX', sum, -cap);
};

const boundsOf = (r: Reason): Bounds => {
  const [min, above, max, below] = ['atLeast', 'above', 'atMost', 'below'].map((n) => numberOf(r, n));
  return {
    ...(typeof min === 'number' && { atLeast: min }),
    ...(typeof above === 'number' && { above }),
    ...(typeof max === 'number' && { atMost: max }),
    ...(typeof below === 'number' && { below }),
  };
};

/** One item of a bonus or of deductions: never below 0 before its sign. */
function item({ reason, args }: Step): Formula | Standing {
  const measure = args.at(-1);
  const [step, cap] = [numberOf(reason, 'step') ?? 0, numberOf(reason, 'cap')];
  if (!measure) return 'given';
  const points = times(measure, Math.abs(step));
  const got = call('MAX', 0, cap === null ? points : call('MIN', points, cap));
  return when(call('ISNUMBER', measure), step < 0 ? minus(0, got) : got, 0);
}

/** What a leaf's points change by: so many steps, at most a cap either way, not pushed below a floor. */
function adjusted({ reason, args }: Step): Formula | Standing {
  const [before, measure] = args;
  if (!before || !measure) return 'given';
  const n =
    numberOf(reason, 'count') === null && !('count' in reason.params) ? measure : when(holds(boundsOf(reason), measure), 1, 0);
  const per = numberOf(reason, 'per') ?? 1;
  const wanted = times(per === 1 ? n : over(n, per), numberOf(reason, 'step') ?? 0);
  const [cap, floor] = [numberOf(reason, 'cap'), numberOf(reason, 'floor')];
  const capped = cap === null ? wanted : call('MAX', -cap, call('MIN', wanted, cap));
  // A floor stops a deduction; it does not lift points that were below it before.
  const change =
    floor === null ? capped : when(atLeast(capped, 0), capped, call('MIN', 0, call('MAX', capped, minus(floor, before))));
  return plus(before, when(call('ISNUMBER', measure), change, 0));
}

const prepared: Reading = ({ reason, args }) => {
  const [before, other] = args;
  if (!before) return 'given';
  switch (textOf(reason, 'do')) {
    case 'per': {
      const by = numberOf(reason, 'times') ?? 1;
      if (!other) return 'given';
      return by === 1 ? over(before, other) : times(over(before, other), by);
    }
    case 'log':
      switch (textOf(reason, 'base')) {
        case '10':
          return call('LOG10', before);
        case '2':
          return over(call('LN', before), call('LN', 2));
        default:
          return call('LN', before);
      }
    case 'clamp': {
      const [lo, hi] = [numberOf(reason, 'lo'), numberOf(reason, 'hi')];
      const low = lo === null ? before : call('MAX', before, lo);
      return hi === null ? low : call('MIN', low, hi);
    }
    case 'change':
      if (!other) return 'given';
      return textOf(reason, 'as') === 'difference' ? minus(before, other) : over(minus(before, other), call('ABS', other));
    case 'over': {
      const known = args.slice(1).filter((_, i) => reason.args[i + 1]?.value !== null);
      const take = textOf(reason, 'take');
      if (known.length === 0) return 'given';
      return take === 'sum' ? total(known) : take === 'mean' ? call('AVERAGE', ...known) : (known.at(-1) ?? 'given');
    }
    // Places and outliers of a step before the last look at values of the others that are not in the workbook.
    default:
      return 'given';
  }
};

/** How many of the peers satisfy a comparison with the value at 1e-9; who has no number is not looked at. */
const counted = (peers: Formula, compare: Formula): Formula => call('SUMPRODUCT', times(call('ISNUMBER', peers), compare));

interface Standings {
  readonly above: Formula;
  readonly equal: Formula;
  readonly below: Formula;
  /** All of these. */
  readonly others: Formula;
}

/** How many of the others lie above, are equal, lie below. */
function standings(step: Step, peers: Formula): Standings | null {
  const x = step.above?.args[0];
  if (!x) return null;
  const [all, own] = [snapped(peers), snapped(x)];
  // A value put in place of a missing one is not among the peers.
  const self = step.above?.reason.args[0]?.op === 'missing' ? 0 : 1;
  const same = counted(peers, equal(all, own));
  return {
    above: counted(peers, more(all, own)),
    equal: self === 0 ? same : minus(same, self),
    below: counted(peers, less(all, own)),
    others: self === 0 ? call('COUNT', peers) : minus(call('COUNT', peers), self),
  };
}

/** The first and last of the places that a unit shares with its equals; null where the peers do not stand in the workbook. */
export function placesOf(step: Step): readonly [Formula, Formula] | null {
  const peers = among(step);
  const of = peers && standings(step, peers);
  const { rule } = step;
  if (!of || rule?.type !== 'rankTable') return null;
  const bottom = rule.from === 'bottom';
  const ahead = bottom === (rule.inverse ?? false) ? of.above : of.below;
  const first = plus(ahead, 1);
  const last = plus(first, of.equal);
  if (rule.ties === 'mean') return [first, last];
  return bottom ? [last, last] : [first, first];
}

const READINGS: Readonly<Record<ReasonOp, Reading>> = {
  total(step) {
    const sum = free(step);
    return sum ? heldTotal(step, sum) : 'given';
  },
  section: combined,
  leaf: ({ reason, args }) => (reason.args.length === 1 ? (args[0] ?? 'given') : 'given'),
  reweight({ reason, args }) {
    const [from, to] = [numberOf(reason, 'from') ?? 0, numberOf(reason, 'to') ?? 0];
    return args[0] ? (from === to || from === 0 ? args[0] : times(args[0], over(to, from))) : 'given';
  },
  rounding: ({ args, scheme }) => (args[0] ? rounded(args[0], scheme.rounding) : 'given'),
  roundingGap({ above, scheme }) {
    if (!above) return 'given';
    const others = above.reason.args.flatMap((a, i) => (a.op === 'roundingGap' || a.value === null ? [] : [above.args[i]!]));
    return rounded(minus(cell(above.own.published, above.values.published), total(others)), scheme.rounding);
  },
  notDue: () => 'given',
  notApplicable: () => 'given',
  missing(step) {
    const as = textOf(step.reason, 'as');
    if (as !== 'mean') return as === 'fixed' ? 'input' : 'given';
    const peers = among(step);
    const city = step.peers('city');
    return peers && city ? when(more(call('COUNT', peers), 0), call('AVERAGE', peers), call('AVERAGE', city)) : 'given';
  },
  carried: first,

  measure: ({ args }) => (args.length === 2 ? over(args[0]!, args[1]!) : 'input'),
  figure: input,
  standardised: ({ args }) => (args.length > 0 ? total(args) : 'given'),
  sector: ({ args }) => (args.length === 2 ? times(args[0]!, args[1]!) : 'given'),
  made({ reason, args }) {
    const [a, b] = args;
    switch (textOf(reason, 'how')) {
      case 'ratio':
        return a && b ? over(a, b) : 'given';
      case 'difference':
        return a && b ? minus(a, b) : 'given';
      case 'sum':
        return total(args);
      default:
        return total(args.map((x, i) => times(numberOf(reason, `by${i}`) ?? 1, x)));
    }
  },
  prepared,
  target: ({ args }) => (args.length === 2 ? times(args[0]!, args[1]!) : 'input'),
  pace: input,
  best: overPeers((peers, { above }) => {
    const inverse = above?.rule && 'inverse' in above.rule && above.rule.inverse === true;
    return call(inverse ? 'MIN' : 'MAX', peers);
  }),
  mean: overPeers((peers) => call('AVERAGE', peers)),
  spread: overPeers((peers) => when(noSpread(peers), 0, call('STDEV', peers))),
  extreme(step) {
    const { params } = step.reason;
    // Values of other periods are not in the workbook.
    const own = params['over'] === 'period' || params['noYearStart'] === true;
    const peers = own ? among(step) : null;
    return peers ? call(params['is'] === 'min' ? 'MIN' : 'MAX', peers) : 'given';
  },
  post: input,
  place: ({ places }) => (places ? over(plus(places[0], places[1]), 2) : 'given'),
  beaten: overPeers((peers, step) => {
    const of = standings(step, peers);
    if (!of || step.rule?.type !== 'percentile') return call('NA');
    const worse = step.rule.inverse ? of.above : of.below;
    const counts = step.rule.ties === 'mid' ? plus(worse, over(of.equal, 2)) : worse;
    return when(equal(of.others, 0), 1, over(counts, of.others));
  }),
  required: input,
  votes: ({ reason, args }) => (args[0] ? times(numberOf(reason, 'coefficient') ?? 0, args[0]) : 'given'),
  exempt: input,
  constant({ reason, above }) {
    // The last of the periods that a step looks at is the leaf's own: the value before the step.
    const before = above?.reason.params['do'] === 'over' && above.reason.args.at(-1) === reason ? above.args[0] : undefined;
    return before ?? 'input';
  },

  attainment: rule,
  goalposts: rule,
  exponential: rule,
  zScore: rule,
  percentile: rule,
  distanceToBest: rule,
  distanceToTarget: rule,
  ratioToBest: rule,
  rankTable: rule,
  bands: rule,
  step: rule,
  perCase: rule,
  countMet: rule,
  yesNo: rule,
  vote: rule,
  asGiven: rule,
  adjustment: (step) => (step.above && isOnTop(step.above.reason) ? item(step) : adjusted(step)),
  year({ reason, args }) {
    const weights = reason.args.map((a) => numberOf(a, 'weight') ?? 0);
    const sum = weights.reduce((s, x) => s + x, 0);
    return sum > 0 ? over(total(args.map((x, i) => times(weights[i] ?? 0, x))), sum) : 'given';
  },
  // Of a year's total the totals of its periods; of a leaf its points in each.
  yearPart: ({ args }) => args[0] ?? 'given',

  deduction: items,
  bonus: items,
  cap: held,
  floor: held,
  // The ranking's own columns: a grade and a place are worked out beside the totals.
  grade: () => 'given',
  veto: () => 'given',
  rank: () => 'given',
};
