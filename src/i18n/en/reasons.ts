/** Why a number is what it is, step by step, in English. */
import type { Reason } from '../../model/reason';
import { numberOf, periodOf, textOf, type ReasonWords } from '../catalogue';
import type { Formats } from '../format';
import {
  adjustment,
  compared,
  countMet,
  distance,
  exponential,
  ofMarks,
  vote,
  zScore,
  made,
  shares,
  yearMean,
  bandPoints,
  reached,
  step,
  attainment,
  condition,
  goalposts,
  perCase,
  quotient,
  ratioToBest,
  reweight,
  sum,
} from '../formula';

const titleOf = (r: Reason): string => textOf(r, 'titleEn') ?? textOf(r, 'title') ?? '';
const termName = (r: Reason): string => (r.op === 'roundingGap' ? 'rounding difference' : titleOf(r));
const measureOf = (r: Reason, f: Formats): string => {
  const id = textOf(r, 'measure') ?? r.rows?.measure;
  return textOf(r, 'sector') ?? (id === undefined ? 'Value' : f.measure(id));
};
const MODES: Readonly<Record<string, string>> = { 'half-up': 'halves up', 'half-even': 'halves to even' };
const SIDES = { value: 'Value', numerator: 'Numerator', denominator: 'Denominator' };
const mode = (r: Reason): string => MODES[textOf(r, 'mode') ?? ''] ?? '';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const months = (r: Reason): string =>
  (textOf(r, 'months') ?? '')
    .split(',')
    .filter(Boolean)
    .map((m) => MONTHS[Number(m) - 1] ?? m)
    .join(', ');

/** What follows a leaf's points: carried, re-weighted. */
function remarks(r: Reason, f: Formats): string {
  const from = periodOf(r, 'carriedFrom');
  const [full, effective] = [numberOf(r, 'fullMarks'), numberOf(r, 'effective')];
  const changed = full !== null && effective !== null && Math.abs(full - effective) > 1e-9;
  return [
    from ? `, carried from ${f.period(from)}` : '',
    changed ? `, full marks re-weighted from ${f.marks(full)} to ${f.marks(effective)}` : '',
  ].join('');
}

const NOT_APPLICABLE: Readonly<Record<string, string>> = {
  denominatorZero: 'the denominator is 0',
  written: 'the unit wrote that it does not apply',
  noTarget: 'there is no target',
  otherSector: 'not asked of this sector',
  prepare: 'preparing leaves no value (nothing in the period before, or a divisor or logarithm without meaning)',
};

/** A node's points from its children's: a sum, or a mean of their shares of their marks. */
const summed = (r: Reason, f: Formats): string => {
  const mean = { geometric: 'Geometric', harmonic: 'Harmonic' }[textOf(r, 'aggregate') ?? ''];
  if (mean === undefined || r.value === null) return sum(r, f, termName);
  return `${mean} mean of the shares reached (weights): ${shares(r, f, termName)}: ${f.pointsWithUnit(r.value)}`;
};

const whereOf = (r: Reason): string => (r.params['among'] === 'group' ? (textOf(r, 'group') ?? 'the group') : 'the city');
const ofUnits = (r: Reason): string =>
  ` (of ${numberOf(r, 'of') ?? 0} units${r.params['smallGroup'] === true ? '; fewer than 4 in its group' : ''})`;
const endOf = (r: Reason): string => (r.params['end'] === 'hi' ? 'Upper goalpost' : 'Lower goalpost');
const crossed = (r: Reason, f: Formats): string => {
  const x = r.args[0];
  const [value, lo, hi] = [x?.value ?? null, numberOf(r, 'lo'), numberOf(r, 'hi')].map((v) => f.inline(v, x?.unit ?? 'number'));
  return `posts stand the wrong way round (lower ${lo}, upper ${hi}), value ${value}: ${f.pointsWithUnit(r.value ?? 0)}`;
};
const SPANS: Readonly<Record<string, string>> = {
  period: ' in this period',
  all: ' over all periods',
  yearStart: ' in the last period before the year',
};
/** A place, from the top or the bottom. */
const placeOf = (r: Reason, f: Formats): string => {
  const place = f.rank(r.value, r.params['tied'] === true);
  return r.params['from'] === 'bottom' && r.value !== null ? `${place} from the bottom` : place;
};

export const reasons: ReasonWords = {
  total: (r, f) => (r.params['ranked'] === false ? `No total: ${whyNot(r)}` : `Total: ${summed(r, f)}`),
  section: (r, f) => `${titleOf(r)}: ${summed(r, f)}`,
  leaf: (r, f) => {
    const full = f.marks(numberOf(r, 'fullMarks') ?? 0);
    if (r.value === null) return `${titleOf(r)} (${full}): not counted in this period`;
    return `${titleOf(r)}: ${f.pointsWithUnit(r.value)} of ${full}${remarks(r, f)}`;
  },
  reweight: (r, f) =>
    `Siblings are not counted, full marks go from ${f.marks(numberOf(r, 'from') ?? 0)} to ${f.marks(numberOf(r, 'to') ?? 0)}: ${reweight(r, f)} pts`,
  rounding: (r, f) =>
    `Rounded to ${numberOf(r, 'decimals') ?? 2} decimals (${mode(r)}): ${f.inline(r.args[0]?.value ?? null, 'number')} → ${f.points(r.value ?? 0)} pts`,
  roundingGap: (r, f) => `Rounding difference ${f.signed(r.value ?? 0)} pts: between adding rounded items and rounding their sum`,
  notDue: (r) =>
    `Not due${months(r) ? ` (due at the end of ${months(r)})` : ''}${r.params['carry'] === true ? ', no earlier value to carry' : ''}; not counted in this period`,
  notApplicable: (r, f) => {
    const why = textOf(r, 'why') ?? '';
    if (why === 'minDenominator')
      return `Not applicable: the denominator ${f.inline(numberOf(r, 'denominator'), 'number')} is below the required ${f.inline(numberOf(r, 'minDenominator'), 'number')}`;
    return `Not applicable${NOT_APPLICABLE[why] ? `: ${NOT_APPLICABLE[why]}` : ''}; its marks go to the other indicators`;
  },
  missing: (r, f) => {
    const what = `${measureOf(r, f)} was ${r.params['blank'] === true ? 'left blank' : 'due and not reported'}`;
    if (r.params['as'] === 'exclude') return `${what}; left out, its marks go to the other indicators`;
    if (r.params['as'] === 'mean')
      return `${what}; counted as the mean of the ${r.params['among'] === 'group' ? 'group' : 'city'}, ${f.inline(r.value, r.unit)}`;
    return r.params['as'] === 'fixed' ? `${what}; counted as ${f.inline(r.value, r.unit)}` : `${what}; zero points`;
  },
  carried: (r, f) => {
    const from = periodOf(r, 'from');
    return `The value ${f.value(r.value, r.unit)} is carried from ${from ? f.period(from) : 'the last due period'}`;
  },
  measure: (r, f) => {
    if (r.params['status'] === 'missing') return `${measureOf(r, f)}: not reported`;
    if (r.params['status'] === 'na') return `${measureOf(r, f)}: not applicable`;
    return r.args.length > 1 ? `${measureOf(r, f)} ${quotient(r, f)}` : `${measureOf(r, f)} = ${quotient(r, f)}`;
  },
  figure: (r, f) => `${SIDES[r.rows?.side ?? 'value']} ${f.inline(r.value, r.unit)}`,
  made: (r, f) =>
    r.value === null
      ? 'Made of several figures, of which one is missing or not applicable'
      : `Value: ${made(r, f, (a) => measureOf(a, f))}`,
  prepared: (r, f) => {
    const [before, other] = r.args;
    const [x, y] = [before, other].map((a) => f.inline(a?.value ?? null, a?.unit ?? 'number'));
    const to = f.inline(r.value, r.unit);
    const span = (bound: number | null) => f.inline(bound, r.unit);
    switch (textOf(r, 'do')) {
      case 'per': {
        const times = numberOf(r, 'times') ?? 1;
        return `Per: ${x} ÷ ${y}${times === 1 ? '' : ` × ${f.brief(times)}`} = ${to}`;
      }
      case 'log':
        return `Logarithm (base ${textOf(r, 'base') ?? 'e'}): ${x} → ${to}`;
      case 'clamp':
        return `Held between ${span(numberOf(r, 'lo'))} and ${span(numberOf(r, 'hi'))}: ${x} → ${to}`;
      case 'change': {
        const on = textOf(r, 'on') === 'lastYear' ? 'a year before' : 'the period before';
        const text = textOf(r, 'as') === 'difference' ? `${x} − ${y} = ${to}` : `(${x} − ${y}) ÷ |${y}| = ${to}`;
        return `Change on ${on}: ${text}`;
      }
      case 'over':
        return `${{ sum: 'Sum', mean: 'Mean', latest: 'Latest' }[textOf(r, 'take') ?? ''] ?? ''} of ${r.args.length - 1} periods: ${to}`;
      case 'winsorise':
        return `Outliers drawn in (at most ${numberOf(r, 'most') ?? 0}): ${x} → ${to}`;
      default:
        return `Place: ${x} is number ${to}`;
    }
  },
  year: (r, f) => {
    const p = periodOf(r, 'period');
    return `${p ? f.period(p) : 'Year'}, its periods by their weights: ${yearMean(r, f)}`;
  },
  yearPart: (r, f) => {
    const p = periodOf(r, 'period');
    return `${p ? f.period(p) : ''} (weight ${f.brief(numberOf(r, 'weight') ?? 0, 4)}): ${f.pointsWithUnit(r.value ?? 0)}`;
  },
  deduction: (r, f) => {
    const cap = numberOf(r, 'cap');
    return `${titleOf(r)}: ${sum(r, f, termName)}${cap === null ? '' : `, at most ${f.marks(cap)} off`}`;
  },
  standardised: (r, f) =>
    `Standardised by sector: ${r.args.map((a) => f.inline(a.value, a.unit)).join(' + ')} = ${f.value(r.value, r.unit)} (city’s share of each sector × the unit’s value in it)`,
  sector: (r, f) => {
    const [share, inside] = r.args;
    return `${textOf(r, 'sector') ?? ''}: city’s share ${f.inline(share?.value ?? null, 'share')} × unit’s ${f.inline(inside?.value ?? null, r.unit)} = ${f.inline(r.value, r.unit)}`;
  },
  target: (r, f) => {
    const [whole, pace] = r.args;
    if (whole && pace)
      return `Target due so far: ${f.inline(whole.value, whole.unit)} × ${f.inline(pace.value, 'share')} = ${f.inline(r.value, r.unit)}`;
    const whose = textOf(r, 'measure') ? measureOf(r, f) : textOf(r, 'group');
    return `${whose ? `Target (${whose})` : 'Target'} ${f.inline(r.value, r.unit)}`;
  },
  pace: (r, f) => {
    const p = periodOf(r, 'period');
    return `Pace: ${f.inline(r.value, 'share')} of the year is due${p ? ` by the end of ${f.period(p)}` : ''}`;
  },
  best: (r, f) => {
    const unit = textOf(r, 'unit');
    const holders = numberOf(r, 'holders') ?? 1;
    const who = unit ? `, ${f.unit(unit)}${holders > 1 ? ` and ${holders - 1} more` : ''}` : '';
    const where = r.params['among'] === 'group' ? (textOf(r, 'group') ?? 'the group') : 'the city';
    const small = r.params['smallGroup'] === true ? '; fewer than 4 in its group' : '';
    return `Best in ${where}: ${f.inline(r.value, r.unit)}${who} (of ${numberOf(r, 'of') ?? 0} units${small})`;
  },
  mean: (r, f) => `Mean of ${whereOf(r)}: ${f.inline(r.value, r.unit)}${ofUnits(r)}`,
  spread: (r, f) => `Standard deviation in ${whereOf(r)}: ${f.inline(r.value, r.unit)}`,
  extreme: (r, f) => {
    const [unit, period] = [textOf(r, 'unit'), periodOf(r, 'period')];
    const span = SPANS[textOf(r, 'over') ?? ''] ?? '';
    const holder = unit ? `, ${f.unit(unit)}${period ? ` in ${f.period(period)}` : ''}` : '';
    const none = r.params['noYearStart'] === true ? '; no figures before the year, so those of this period' : '';
    return `${endOf(r)}: ${r.params['is'] === 'max' ? 'greatest' : 'least'} value of ${whereOf(r)}${span}, ${f.inline(r.value, r.unit)}${holder}${ofUnits(r)}${none}`;
  },
  post: (r, f) => `${endOf(r)} (${measureOf(r, f)}): ${f.inline(r.value, r.unit)}`,
  place: (r, f) => `${placeOf(r, f)} in ${whereOf(r)}, ${numberOf(r, 'reported') ?? 0} with figures${ofUnits(r)}`,
  beaten: (r, f) => {
    const [beaten, equal, others] = ['beaten', 'equal', 'others'].map((n) => numberOf(r, n) ?? 0);
    const ties = equal ? `, ${equal} equal (${r.params['ties'] === 'mid' ? 'counted half' : 'not counted'})` : '';
    return others === 0
      ? `Nobody else in ${whereOf(r)} to compare with: counted as ahead of all`
      : `Ahead of ${beaten} of the other ${others} in ${whereOf(r)}${ties}: ${f.inline(r.value, 'share')}${ofUnits(r)}`;
  },
  required: (r, f) => `Required${textOf(r, 'measure') ? ` (${measureOf(r, f)})` : ''}: ${f.inline(r.value, r.unit)}`,
  votes: (r, f) =>
    `${measureOf(r, f)}: ${f.brief(numberOf(r, 'coefficient') ?? 0, 4)} × ${f.inline(r.args[0]?.value ?? null, 'number')} = ${f.inline(r.value, r.unit)}`,
  exempt: (r, f) => {
    if (r.value === null) return `Exemption: no figure of ${measureOf(r, f)}, so not exempt`;
    const asked = conditionWords({ ...r, args: [{ ...r, args: [] }] }, f);
    return `Exemption ${r.params['met'] === true ? 'applies, nothing is taken off' : 'does not apply'}: ${measureOf(r, f)} ${asked}`;
  },
  constant: (r, f) =>
    `${textOf(r, 'sector') ? `City’s share of ${textOf(r, 'sector') ?? ''}` : 'Constant'} ${f.inline(r.value, r.unit)}`,
  attainment: (r, f) =>
    textOf(r, 'whenZero') === null
      ? `Attainment: ${attainment(r, f)}`
      : `Attainment: the target is 0, which gives ${f.pointsWithUnit(r.value ?? 0)}`,
  goalposts: (r, f) =>
    r.params['zeroRange'] === true
      ? `Goalposts: both posts are equal, so full marks, ${f.pointsWithUnit(r.value ?? 0)}`
      : `Goalposts: ${r.params['crossed'] === true ? crossed(r, f) : goalposts(r, f)}`,
  exponential: (r, f) =>
    r.params['zeroRange'] === true
      ? `Exponential goalposts: both posts are equal, so full marks, ${f.pointsWithUnit(r.value ?? 0)}`
      : `Exponential goalposts: ${r.params['crossed'] === true ? crossed(r, f) : exponential(r, f)}`,
  zScore: (r, f) =>
    r.params['zeroRange'] === true
      ? `Standard score: no unit differs, so full marks, ${f.pointsWithUnit(r.value ?? 0)}`
      : `Standard score: ${zScore(r, f)}`,
  percentile: (r, f) => `Percentile: ${ofMarks(r, f, r.args[1]?.value ?? null)}`,
  distanceToBest: (r, f) =>
    numberOf(r, 'reach') === 0
      ? `Distance to the best: the best is 0 and ${numberOf(r, 'distance') === 0 ? 'is' : 'is not'} reached, ${f.pointsWithUnit(r.value ?? 0)}`
      : `Distance to the best: ${distance(r, f)}`,
  distanceToTarget: (r, f) =>
    numberOf(r, 'reach') === 0
      ? `Distance to the target: the target is 0 and ${numberOf(r, 'distance') === 0 ? 'is' : 'is not'} kept, ${f.pointsWithUnit(r.value ?? 0)}`
      : `Distance to the target: ${distance(r, f)}`,
  rankTable: (r, f) => `Points by place: ${r.args[1] ? placeOf(r.args[1], f) : 'place'}, ${ofMarks(r, f, numberOf(r, 'share'))}`,
  countMet: (r, f) =>
    (r.args[1]?.value ?? 1) <= 0
      ? `Required count: nothing is required, so full marks, ${f.pointsWithUnit(r.value ?? 0)}`
      : r.params['whole'] === true
        ? `Required count: ${r.params['met'] === true ? 'met' : 'not met'}, ${f.pointsWithUnit(r.value ?? 0)}`
        : `Required count: ${countMet(r, f)}`,
  vote: (r, f) => `Vote: ${vote(r, f)}`,
  ratioToBest: (r, f) => `Ratio to the best: ${ratioToBest(r, f)}`,
  bands: (r, f) => `Bands: ${reached(r, f)}: ${bandPoints(r, f)}`,
  step: (r, f) => {
    const words = (numberOf(r, 'gainSteps') ?? 0) > 0 ? 'Addition by distance' : 'Deduction by distance';
    return `${words}: ${compared(r, f)}; ${r.params['exempt'] === true ? 'exempt, ' : ''}${step(r, f)}`;
  },
  bonus: (r, f) => `${titleOf(r)}: ${sum(r, f, termName)}, at most ${f.marks(numberOf(r, 'cap') ?? 0)}`,
  perCase: (r, f) => `Deduction per case: ${perCase(r, f)}`,
  yesNo: (r, f) =>
    `Condition ${r.params['met'] === true ? 'met' : 'not met'} (${conditionWords(r, f)}): ${f.pointsWithUnit(r.value ?? 0)}`,
  asGiven: (r, f) => {
    const [min, max] = [numberOf(r, 'min') ?? 0, numberOf(r, 'max') ?? 0];
    return `As given: ${f.inline(r.args[0]?.value ?? null, r.args[0]?.unit ?? 'number')}, held between ${f.brief(min, 4)} and ${f.marks(max)}: ${f.pointsWithUnit(r.value ?? 0)}`;
  },
  adjustment: (r, f) =>
    r.args[1]?.value === null ? `${titleOf(r)}: no figure, no adjustment` : `${titleOf(r)}: ${adjustment(r, f)}`,
  cap: (r, f) => `Cap: ${f.pointsWithUnit(-(r.value ?? 0))} off`,
  floor: (r, f) => `Floor: ${f.pointsWithUnit(r.value ?? 0)} added`,
  grade: (r, f) => {
    const [grade, byTotal, min] = [textOf(r, 'grade'), textOf(r, 'byTotal'), numberOf(r, 'min')];
    if (r.value === null || grade === null) return 'No grade';
    const part = textOf(r, 'partEn');
    const by = part === null ? 'Total' : `Points of “${part}”`;
    const line = min === null ? `${by} ${f.points(r.value)}` : `${by} ${f.points(r.value)} ≥ ${f.brief(min)}`;
    return grade === byTotal
      ? `${line}: grade “${grade}”`
      : `${line}: “${byTotal ?? ''}” by ${part === null ? 'total' : 'points'}, “${grade}” because of a veto`;
  },
  veto: (r, f) => {
    const basis = textOf(r, 'basisEn');
    return `Veto: ${titleOf(r)} (${condition(r, f)}), ${vetoDoes(r, f)}${basis ? `; basis: ${basis}` : ''}`;
  },
  rank: (r, f) => {
    if (r.value === null) return `Not ranked: ${whyNot(r)}`;
    const [group, place] = [textOf(r, 'group'), numberOf(r, 'groupRank')];
    const inGroup = group && place !== null ? `, ${f.rank(place)} in ${group}` : '';
    const on = r.params['on'] === 'unrounded' ? 'By unrounded total' : 'By total';
    return `${on} ${f.rank(r.value, r.params['tied'] === true)} of ${numberOf(r, 'of') ?? 0} units${inGroup}`;
  },
};

/** Why a unit is not ranked. */
function whyNot(r: Reason): string {
  const what = textOf(r, 'whyTitleEn') ?? '';
  switch (textOf(r, 'why')) {
    case 'missing':
      return `“${what}” was not reported, and the scheme ranks nobody without it`;
    case 'tooLittle':
      return 'less was reported than the scheme asks for';
    case 'negative':
      return `“${what}” is below zero, and the mean it enters has no value then`;
    case 'disqualified':
      return `disqualified by the veto “${what}”`;
    default:
      return 'no figures in this period';
  }
}

/** What a veto does. */
function vetoDoes(r: Reason, f: Formats): string {
  const [cap, score] = [textOf(r, 'capEn') ?? textOf(r, 'cap'), numberOf(r, 'capScore')];
  return [
    cap ? `grade at most “${cap}”` : '',
    score === null ? '' : `total at most ${f.marks(score)}`,
    r.params['disqualify'] === true ? 'not ranked' : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** What was asked and what was found; a value outside its bounds is told by the bounds. */
function conditionWords(r: Reason, f: Formats): string {
  if (r.params['met'] === true) return condition(r, f);
  const x = f.inline(r.args[0]?.value ?? null, r.args[0]?.unit ?? 'number');
  const asked = condition({ ...r, args: [{ ...(r.args[0] ?? r), value: null }] }, f).replaceAll(f.words.none.missing, 'value');
  return `${x}, required ${asked}`;
}
