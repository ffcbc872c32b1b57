/** The rules and the other parts of a scheme in one plain English sentence each. */
import type { ValueUnit } from '../../model/measure';
import { redIsBest, type ClauseShape } from '../light-words';
import { lightsEn } from './lights';
import type { Text } from '../../model/text';
import { amount, paceShares, ruleSentence } from '../rule-words';
import type { BoundsShape, FigureShape, GradesShape, Marked, PrepareShape, RuleShapes, RuleWords, Writing } from '../rule-words';

type Among = 'group' | 'city';
type OwnFigure = { readonly measure: string };
type Paced = Pick<RuleShapes['distanceToTarget'], 'target' | 'pace'>;
type Posts = RuleShapes['goalposts'];
type Post = Posts['lo'];
type Against = NonNullable<RuleShapes['step']['against']>;

const said = (t: string | Text): string => (typeof t === 'string' ? t : t.en);
const join = (...parts: (string | false | undefined)[]): string => parts.filter(Boolean).join('; ');
const capital = (s: string): string => s.charAt(0).toUpperCase() + s.slice(1);

/** A difference of two values. */
const gap = (v: number, unit: ValueUnit, { f }: Writing): string => {
  if (unit === 'share') return `${f.brief(v * 100, 4)} percentage point${Math.abs(v * 100 - 1) < 1e-9 ? '' : 's'}`;
  return unit === 'points' ? f.marks(v) : f.brief(v, 4);
};
/** The same as a step: `each percentage point`, `each 2 percentage points`. */
const each = (v: number, unit: ValueUnit, w: Writing): string => `each ${gap(v, unit, w).replace(/^1 (?=perc)/, '')}`;
const named = (measure: string, { f }: Writing): string => `“${f.measure(measure)}”`;
const where = (among: Among): string => (among === 'group' ? 'the peer group' : 'the city');
/** What happens where the peer group is too small to look at. */
const small = (among: Among, fallback: Among = 'city'): string =>
  among === 'city'
    ? ''
    : `a group of fewer than 4 units is compared ${fallback === 'group' ? 'within itself all the same' : 'with the city'}`;

const target = (t: Paced['target'], of: Marked): string => {
  if (typeof t === 'number') return amount(t, of.unit, of);
  if ('measure' in t) return named(t.measure, of);
  const each = Object.entries(t.groups).map(([group, x]) => `${group} ${amount(x, of.unit, of)}`);
  const rest = t.others === undefined ? 'not applicable to any other unit' : `any other unit ${amount(t.others, of.unit, of)}`;
  return `by peer group (${each.join(', ')}, ${rest})`;
};
const aim = (rule: Paced, of: Marked): string => {
  const goal = target(rule.target, of);
  if (rule.pace === undefined) return `target ${goal}`;
  const shares = paceShares(rule.pace).map((s) => of.f.shareBrief(s, 4));
  return `target of the year ${goal}, of which ${shares.join(', ')} are due by the ends of the quarters`;
};
const goalOf = (rule: Paced): string => (rule.pace === undefined ? 'target' : 'target due');

const post = (p: Post, of: Marked): string => {
  if (typeof p === 'number') return amount(p, of.unit, of);
  if ('measure' in p) return named(p.measure, of);
  const over = { period: '', all: ' over all periods', yearStart: ' at the end of the year before' }[p.over ?? 'period'];
  return `the ${p.is === 'max' ? 'highest' : 'lowest'} value in ${where(p.among)}${over}`;
};
const posts = ({ lo, hi, floor = 0, bounded = true }: Posts, way: string, of: Marked): string => {
  if (typeof lo === 'number' && lo === hi) return 'both goalposts are equal, so full marks for all';
  const [low, high] = [lo, hi].map((p) => (typeof p === 'object' && 'among' in p ? small(p.among, p.fallback) : ''));
  const apart = low && high && low !== high;
  return join(
    `full marks at ${post(hi, of)}, ${of.f.marks(of.full * floor)} at ${post(lo, of)}, ${way} between them`,
    bounded ? 'values beyond either count as at it' : 'values beyond them count likewise, without a bound',
    apart ? `for the first, ${high}, for the second, ${low}` : low || high,
  );
};

const bench = (a: Against, w: Writing): string => ('measure' in a ? named(a.measure, w) : `the mean of ${where(a.mean)}`);
const benchSmall = (a: Against | undefined): string => (a && 'mean' in a ? small(a.mean, a.fallback) : '');
const withoutBench = (a: Against | undefined): string =>
  a && 'measure' in a ? '; not counted where there is nothing to compare with' : '';
/** A bound, or the benchmark and how far from it the bound lies. */
const held = (x: number, a: Against | undefined, of: Marked): string => {
  if (!a) return amount(x, of.unit, of);
  return x === 0 ? bench(a, of) : `${bench(a, of)} ${x > 0 ? 'plus' : 'less'} ${gap(Math.abs(x), of.unit, of)}`;
};
const BOUNDS = { atLeast: 'at least', above: 'above', atMost: 'at most', below: 'below' } as const;
const bounds = (b: BoundsShape, unit: ValueUnit, w: Writing): string =>
  (['atLeast', 'above', 'atMost', 'below'] as const)
    .flatMap((k) => (b[k] === undefined ? [] : [`${BOUNDS[k]} ${amount(b[k], unit, w)}`]))
    .join(' and ');
const condition = (c: OwnFigure & BoundsShape, w: Writing): string =>
  `${named(c.measure, w)} is ${bounds(c, w.unitOf(c.measure), w)}`;

const decimals = (d: number): string => (d === 0 ? 'a whole number' : `${d} decimal${d === 1 ? '' : 's'}`);
const roundedTo = (d: number | undefined, of: Marked): string => {
  if (d === undefined) return '';
  if (of.unit !== 'share') return `rounded to ${decimals(d)} before it is compared`;
  return d < 2
    ? `rounded to ${gap(10 ** -d, 'share', of)} before it is compared`
    : `the percentage is rounded to ${decimals(d - 2)} before it is compared`;
};
/** Beyond one end the points are used up. */
const usedUp = (reach: number | undefined, whole: string, of: Marked): string =>
  `loses marks in proportion to the distance, all of them at a distance of ${reach === undefined ? `the size of the ${whole}` : gap(reach, of.unit, of)}`;

const plainRule: RuleWords['rule'] = {
  attainment: (r, of) => {
    const [goal, cap] = [goalOf(r), r.cap ?? 1];
    const way = r.inverse ? `${goal} ÷ value` : `value ÷ ${goal}`;
    const [met, rest] = r.inverse ? [`at or under the ${goal}`, 'over it'] : [`at the ${goal}`, 'under it'];
    return join(
      aim(r, of),
      cap === 1
        ? `full marks ${met}, ${rest} in proportion (${way})`
        : `marks in proportion (${way}), at most ${of.f.marks(of.full * cap)}`,
      r.whenZero === 'full' && 'full marks where the target is 0',
      r.whenZero === 'none' && 'no marks where the target is 0',
    );
  },
  goalposts: (r, of) => posts(r, 'in proportion', of),
  exponential: (r, of) => posts(r, 'by an exponential curve', of),
  zScore: (r, of) => {
    const [up, down] = r.inverse ? ['below', 'above'] : ['above', 'below'];
    const [least, centre, most, step] = [r.floor ?? 0, r.centre, r.cap ?? 1, r.spread].map((s) => of.f.marks(of.full * s));
    return join(
      `${centre} at the mean of ${where(r.among)}, ${step} more for each standard deviation ${up} it and less for each ${down} it`,
      `at least ${least}, at most ${most}`,
      small(r.among, r.fallback),
    );
  },
  percentile: (r, of) =>
    join(
      `marks by the share of the other units in ${where(r.among)} that it is better than (${r.inverse ? 'lower' : 'higher'} is better), ${of.f.marks(of.full)} where better than all`,
      r.ties === 'mid' ? 'equal values count half' : 'equal values are not bettered',
      small(r.among, r.fallback),
    ),
  distanceToBest: (r, of) =>
    join(
      `full marks for the best value (the ${r.inverse ? 'lowest' : 'highest'}) in ${where(r.among)}`,
      `any other ${usedUp(r.reach, 'best value', of)}`,
      small(r.among, r.fallback),
    ),
  distanceToTarget: (r, of) => {
    const goal = goalOf(r);
    const [met, rest] = {
      below: ['at or above', 'below'],
      above: ['at or below', 'above'],
      both: ['exactly at', 'above or below'],
    }[r.side] as [string, string];
    return join(aim(r, of), `full marks ${met} the ${goal}`, `a value ${rest} it ${usedUp(r.reach, goal, of)}`);
  },
  ratioToBest: (r) =>
    join(
      `full marks for the best value (the ${r.inverse ? 'lowest' : 'highest'}) in ${where(r.among)}`,
      `the others in proportion (${r.inverse ? 'best ÷ value' : 'value ÷ best'})`,
      small(r.among, r.fallback),
    ),
  rankTable: (r, of) => {
    const last = r.from === 'bottom';
    const marks = (share: number): string => of.f.marks(of.full * share);
    const place = (n: number): string => `${of.f.rank(n)}${last ? ' from the bottom' : ''}`;
    const places =
      'table' in r
        ? `${r.table.map((points, i) => `${place(i + 1)} ${marks(points / r.outOf)}`).join(', ')}, any other place ${marks((r.beyond ?? r.table.at(-1) ?? 0) / r.outOf)}`
        : `full marks for the ${last ? 'last' : 'first'} place, ${marks(r.step)} less for each place ${last ? 'before' : 'after'} it, at least ${marks(r.floor ?? 0)}`;
    return join(
      `by rank in ${where(r.among)}, the ${r.inverse ? 'lowest' : 'highest'} value first: ${places}`,
      r.ties === 'mean'
        ? 'equal values share the mean marks of their places'
        : 'equal values all have the marks of the best of their places',
      small(r.among, r.fallback),
    );
  },
  bands: (r, of) => {
    const marks = (points: number): string => of.f.marks((of.full * points) / r.outOf);
    const reached = ({ atLeast, above }: (typeof r.bands)[number]): string => {
      const x = atLeast ?? above;
      if (x === undefined) return 'anything else';
      if (!r.against) return atLeast === undefined ? `above ${amount(x, of.unit, of)}` : `from ${amount(x, of.unit, of)}`;
      if (x === 0) return atLeast === undefined ? 'above it' : 'level or above';
      const far = gap(Math.abs(x), of.unit, of);
      if (x > 0) return atLeast === undefined ? `more than ${far} above` : `${far} or more above`;
      return atLeast === undefined ? `less than ${far} below` : `at most ${far} below`;
    };
    const last = r.bands.at(-1);
    const lowest = last && (last.atLeast ?? last.above) !== undefined ? [`anything else ${of.f.marks(0)}`] : [];
    const sentence = join(
      [...r.bands.map((b) => `${reached(b)} ${marks(b.points)}`), ...lowest].join(', '),
      benchSmall(r.against),
      roundedTo(r.roundTo, of),
    );
    if (!r.against) return `by bands: ${sentence}`;
    const none = r.without
      ? `; where there is nothing to compare with: ${posts(r.without, 'in proportion', of)}`
      : withoutBench(r.against);
    return `by bands, compared with ${bench(r.against, of)}: ${sentence}${none}`;
  },
  step: (r, of) => {
    const { atLeast, atMost, against } = r;
    const [low, high] = [atLeast, atMost].map((x) => (x === undefined ? '' : held(x, against, of))) as [string, string];
    const size = each(r.per, of.unit, of);
    const both = low !== '' && high !== '';
    if (low === '' && high === '') return 'full marks';
    const sentence = join(
      both ? `full marks from ${low} to ${high}` : `full marks at ${low || high} or ${low ? 'more' : 'less'}`,
      `${of.f.marks(r.step)} off for ${size} ${both ? 'outside' : low ? 'below' : 'above'}, ${(r.floor ?? 0) === 0 ? 'until none are left' : `down to ${of.f.marks(r.floor ?? 0)}`}`,
      { exact: '', down: 'a part of a step is not counted', up: 'a part of a step counts as a whole one' }[r.parts ?? 'exact'],
      r.gain !== undefined &&
        `${of.f.marks(r.gain)} more for ${size} ${low ? 'above' : 'below'}${r.gainCap === undefined ? '' : `, at most ${of.f.marks(r.gainCap)}`}`,
      r.exempt && `nothing is taken off where ${condition(r.exempt, of)}`,
      benchSmall(against),
      roundedTo(r.roundTo, of),
    );
    return `${sentence}${withoutBench(against)}`;
  },
  perCase: (r, of) => {
    const most = r.cap === undefined || r.cap >= of.full ? 'until none are left' : `at most ${of.f.marks(r.cap)}`;
    const free = r.free === undefined ? '' : ` after the first ${of.f.brief(r.free, 4)}`;
    return `${of.f.marks(r.step)} off for each case${free}, ${most}`;
  },
  countMet: (r, of) => {
    const asked =
      typeof r.required === 'number'
        ? `${of.f.brief(r.required, 4)} times`
        : `the number that ${named(r.required.measure, of)} asks`;
    return `full marks at ${asked}, ${r.whole ? 'none below' : 'in proportion below'}`;
  },
  yesNo: (r, of) => `full marks where the value is ${bounds(r, of.unit, of)}, else none`,
  vote: (r, of) => {
    const votes = r.options.map((o) => `${named(o.measure, of)} ${of.f.brief(o.coefficient, 4)}`);
    return `by votes, each counted as: ${votes.join(', ')}, any other 0; the sum over all votes, times ${of.f.marks(of.full)}`;
  },
  asGiven: (r, of) =>
    `the value itself, at least ${of.f.marks(r.min ?? 0)} and at most ${of.f.marks(Math.min(r.max ?? of.full, of.full))}`,
};

const figure = (x: FigureShape, w: Writing): string => {
  if (typeof x === 'string') return named(x, w);
  const part = (y: FigureShape): string => (typeof y === 'string' ? named(y, w) : `(${figure(y, w)})`);
  if ('ratio' in x) return x.ratio.map(part).join(' ÷ ');
  if ('difference' in x) return x.difference.map(part).join(' − ');
  if ('sum' in x) return x.sum.map(part).join(' + ');
  return x.weighted.map((y) => `${w.f.brief(y.by, 4)} × ${part(y.of)}`).join(' + ');
};

function prepare(s: PrepareShape, of: Marked): string {
  const times = (n: number): string => (n === 1 ? '' : `, times ${of.f.brief(n, 4)}`);
  switch (s.do) {
    case 'per':
      return `Divided by ${figure(s.figure, of)}${times(s.times ?? 1)}`;
    case 'log':
      return s.base === 2 || s.base === 10 ? `Its logarithm to base ${s.base}` : 'Its natural logarithm';
    case 'clamp':
      return capital(
        join(
          s.lo !== undefined && `values below ${amount(s.lo, of.unit, of)} count as that`,
          s.hi !== undefined && `values above ${amount(s.hi, of.unit, of)} count as that`,
        ),
      );
    case 'change': {
      const on = s.on === 'lastYear' ? 'the same period of the year before' : 'the period before';
      return `Its ${s.as === 'difference' ? 'difference to' : 'relative change on'} ${on}`;
    }
    case 'over': {
      const span = s.periods === 'year' ? 'the periods of the year so far' : `the last ${s.periods} periods`;
      return `The ${{ sum: 'sum', mean: 'mean', latest: 'latest value' }[s.take]} of ${span}`;
    }
    case 'winsorise':
      return `At most ${s.most} extreme value${s.most === 1 ? ' is' : 's are'} pulled in to the next one, until |skewness| is below ${of.f.brief(s.skew ?? 2, 4)} or the excess kurtosis below ${of.f.brief(s.kurtosis ?? 3.5, 4)}`;
    case 'rank':
      return `Its rank in ${where(s.among)}, the ${s.from === 'top' ? 'highest' : 'lowest'} value first`;
  }
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DUE = {
  Q: 'Due every quarter',
  H: 'Due every half-year, at the end of June and December',
  Y4: 'Due at the end of the year',
  Y1: 'Due at the end of the first quarter',
} as const;
const standardise = 'Worked out inside each sector first, then put together by the city’s mix of sectors';

const gradeTitle = (id: string, g: GradesShape | undefined): string => {
  const line = g?.lines.find((l) => l.grade === id);
  return `“${line?.title === undefined ? id : said(line.title)}”`;
};
const listed = (x: Parameters<RuleWords['deductions']>[0], verb: 'added' | 'off', w: Writing): string =>
  x.items
    .map((i) => {
      const most = i.cap === undefined ? '' : `, at most ${w.f.marks(i.cap)}`;
      return `${said(i.title)}: ${w.f.marks(i.step)} ${verb} for ${each(1, w.unitOf(i.measure), w)} of ${named(i.measure, w)}${most}`;
    })
    .join('; ');
const LIT: Readonly<Record<string, string>> = { total: 'the total', sections: 'each section', leaves: 'each indicator' };
const clauses = (when: readonly ClauseShape[], unit: ValueUnit, { f }: Writing): string =>
  when.map((c) => lightsEn.clause(c, unit, f)).join(' and ');
const MODES = { 'half-up': 'halves up', 'half-even': 'halves to even', down: 'rounded down', up: 'rounded up' } as const;

const AGGREGATES = {
  sum: 'The points of its items are added up',
  mean: 'Scored by the weighted arithmetic mean of its items’ shares of their full marks',
  geometric: 'Scored by the weighted geometric mean of its items’ shares of their full marks',
  harmonic: 'Scored by the weighted harmonic mean of its items’ shares of their full marks',
} as const;

const begun =
  <R>(say: (rule: R, of: Marked) => string) =>
  (rule: R, of: Marked): string =>
    capital(say(rule, of));
/** Every rule's words, beginning as a sentence does. */
const rule: RuleWords['rule'] = {
  attainment: begun(plainRule.attainment),
  goalposts: begun(plainRule.goalposts),
  exponential: begun(plainRule.exponential),
  zScore: begun(plainRule.zScore),
  percentile: begun(plainRule.percentile),
  distanceToBest: begun(plainRule.distanceToBest),
  distanceToTarget: begun(plainRule.distanceToTarget),
  ratioToBest: begun(plainRule.ratioToBest),
  rankTable: begun(plainRule.rankTable),
  bands: begun(plainRule.bands),
  step: begun(plainRule.step),
  perCase: begun(plainRule.perCase),
  countMet: begun(plainRule.countMet),
  yesNo: begun(plainRule.yesNo),
  vote: begun(plainRule.vote),
  asGiven: begun(plainRule.asGiven),
};

export const rulesEn: RuleWords = {
  rule,
  leaf: (leaf, of) => [
    ...(leaf.prepare ?? []).map((s) => prepare(s, of)),
    ...(leaf.standardise ? [standardise] : []),
    ruleSentence(rulesEn, leaf.rule, of),
    ...(leaf.adjustments ?? []).map((a) => rulesEn.adjustment(a, of)),
    rulesEn.due(leaf.due),
    ...(leaf.due === 'Q' && leaf.carry === undefined ? [] : [rulesEn.carry(leaf.carry ?? false)]),
    rulesEn.missing(leaf.missing ?? 'zero', of),
    ...(leaf.minDenominator === undefined ? [] : [rulesEn.minDenominator(leaf.minDenominator, of)]),
    ...(leaf.sectors === undefined ? [] : [rulesEn.sectors(leaf.sectors)]),
  ],
  figure,
  prepare,
  standardise,
  adjustment: (a, w) => {
    const verb = a.step < 0 ? 'off' : 'added';
    const most = a.cap === undefined ? '' : `, at most ${w.f.marks(a.cap)}`;
    const least = a.floor === undefined ? '' : `, the item not below ${w.f.marks(a.floor)}`;
    const unit = w.unitOf(a.measure);
    const points = w.f.marks(Math.abs(a.step));
    if (a.when)
      return `${said(a.title)}: ${points} ${verb} where ${named(a.measure, w)} is ${bounds(a.when, unit, w)}${most}${least}`;
    const step = each(a.per ?? 1, unit, w);
    return `${said(a.title)}: ${points} ${verb} for ${step} of ${named(a.measure, w)}${most}${least}`;
  },
  due: (due) =>
    typeof due === 'string' ? DUE[due] : `Due at the end of ${due.map((m) => MONTHS[m - 1] ?? String(m)).join(', ')}`,
  carry: (carry) =>
    carry ? 'In other periods the last due value stands' : 'Not counted in other periods, its marks go to the other indicators',
  missing: (m, of) => {
    if (m === 'zero') return 'Due and not reported: zero points';
    if (m === 'exclude') return 'Due and not reported: left out, its marks go to the other indicators';
    if (m === 'unranked') return 'Due and not reported: the unit is not ranked';
    return 'fixed' in m
      ? `Due and not reported: counted as ${amount(m.fixed, of.unit, of)}`
      : `Due and not reported: counted as the mean of those in ${where(m.mean)} that reported`;
  },
  sectors: (sectors) => `Only for ${sectors.map((s) => `“${s}”`).join(', ')}; not applicable to the others`,
  minDenominator: (n, { f }) =>
    `Not applicable where the denominator is below ${f.brief(n, 4)}, its marks go to the other indicators`,
  combining: (c, titleOf, { f }) => [
    ...(c.aggregate === undefined ? [] : [AGGREGATES[c.aggregate]]),
    ...(c.weights ? [`Weights: ${f.list(Object.entries(c.weights).map(([id, x]) => `${titleOf(id)} ${f.brief(x, 4)}`))}`] : []),
    ...(c.minPresent === undefined
      ? []
      : [`Not counted where less than ${f.shareBrief(c.minPresent, 4)} of the weights have figures`]),
  ],
  bonus: (b, w) =>
    `${said(b.title)}, at most ${w.f.marks(b.cap)} together${b.inside ? ', the total not above the full marks' : ''}: ${listed(b, 'added', w)}`,
  deductions: (d, w) =>
    `${said(d.title)}${d.cap === undefined ? '' : `, at most ${w.f.marks(d.cap)} together`}: ${listed(d, 'off', w)}`,
  total: (b, { f }) =>
    `The total is ${[b.floor === undefined ? '' : `at least ${f.marks(b.floor)}`, b.cap === undefined ? '' : `at most ${f.marks(b.cap)}`].filter(Boolean).join(' and ') || 'not bounded'}`,
  year: (y, { f }) => {
    const weights = y.weights.map((x) => f.brief(x, 4)).join(', ');
    return y.of === 'totals'
      ? `The year’s total is the mean of the periods’ totals, weighted ${weights}`
      : `The year’s total adds up each indicator’s mean over the periods it was due in, weighted ${weights}; an indicator due once a year counts once`;
  },
  rounding: (r) =>
    `${r.at === 'leaf' ? 'Each indicator is' : 'The total is'} rounded to ${decimals(r.decimals)}, ${MODES[r.mode]}${r.at === 'leaf' ? ', before they are added up' : ''}`,
  ranking: (r, titleOf) => {
    const ties = {
      '1224': 'equals share a place and the places after it are left out',
      '1223': 'equals share a place and none is left out after it',
      mean: 'equals have the mean of their places',
    }[r.ties];
    const breakers = r.breakers.map((id) => `“${titleOf(id)}”`).join(', then ');
    return join(
      `Ranked by the ${r.on === 'rounded' ? 'rounded' : 'unrounded'} total, the highest first`,
      breakers !== '' && `equal totals by ${breakers}`,
      ties,
    );
  },
  grades: (g, titleOf, w) =>
    (g.of === undefined ? '' : `By the points of “${titleOf(g.of)}”: `) +
    g.lines
      .map((l) => {
        const asked = (l.requires ?? []).map((c) => `, if ${said(c.title)} (${condition(c, w)})`).join('');
        return `${gradeTitle(l.grade, g)} ${l.min === undefined ? 'otherwise' : `from ${w.f.marks(l.min)}`}${asked}`;
      })
      .join('; '),
  quota: (q, g, { f }) => {
    const scope = { group: 'in the peer group', city: 'in the city', parent: 'under one parent' }[q.scope];
    const least = q.atLeast ? `, at least ${q.atLeast}` : '';
    const binds = q.binding ? 'binding by the plan, advice here' : 'advice only';
    return `${gradeTitle(q.grade, g)} for at most ${f.shareBrief(q.share, 4)} of the ranked units ${scope} (${MODES[q.rounding]}${least}); ${binds}`;
  },
  direct: (d, g, w) =>
    `${said(d.title)} (${condition(d, w)}): graded ${gradeTitle(d.grade, g)} directly; basis: ${said(d.basis)}`,
  veto: (v, g, w) => {
    const then = [
      v.cap === undefined ? '' : `grade at most ${gradeTitle(v.cap, g)}`,
      v.capScore === undefined ? '' : `total at most ${w.f.marks(v.capScore)}`,
      v.disqualify ? 'not ranked and not graded' : '',
    ];
    return `Veto: ${said(v.title)} (${condition(v, w)}): ${then.filter(Boolean).join(', ')}; basis: ${said(v.basis)}`;
  },
  lights: (l, titleOf, w) => {
    const line = ({ light, title, when }: (typeof l.lines)[number]): string =>
      `${lightsEn.light(light)} = ${said(title)} (${when ? clauses(when, w.unit, w) : 'the rest'})`;
    return join(
      `${said(l.title)} (${LIT[l.on] ?? `“${titleOf(l.on)}”`}): ${l.lines.map(line).join('; ')}`,
      l.among === 'group' && 'places and means within the peer group',
      redIsBest(l.lines) && 'red is good',
      'no light without data or before it is due',
    );
  },
  card: (c, w) => {
    const when = `${c.periods === 1 ? '' : `${c.periods} periods running `}${clauses(c.when, 'points', w)}`;
    const among = c.among === 'group' ? ' in the peer group' : '';
    return `“${said(c.title)}”: ${when}${among}; basis: ${said(c.basis)}${c.on ? '' : '; off, not shown'}`;
  },
};
