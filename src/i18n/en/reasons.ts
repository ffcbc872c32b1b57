/** Why a number is what it is, step by step, in English. */
import type { Reason } from '../../model/reason';
import { numberOf, periodOf, textOf, type ReasonWords } from '../catalogue';
import type { Formats } from '../format';
import {
  adjustment,
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
};

export const reasons: ReasonWords = {
  total: (r, f) => (r.params['ranked'] === false ? 'No figures in this period, so no total' : `Total: ${sum(r, f, termName)}`),
  section: (r, f) => `${titleOf(r)}: ${sum(r, f, termName)}`,
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
    return `${textOf(r, 'measure') ? `Target (${measureOf(r, f)})` : 'Target'} ${f.inline(r.value, r.unit)}`;
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
  constant: (r, f) =>
    `${textOf(r, 'sector') ? `City’s share of ${textOf(r, 'sector') ?? ''}` : 'Constant'} ${f.inline(r.value, r.unit)}`,
  attainment: (r, f) => `Attainment: ${attainment(r, f)}`,
  goalposts: (r, f) =>
    r.params['zeroRange'] === true
      ? `Goalposts: both posts are equal, so full marks, ${f.pointsWithUnit(r.value ?? 0)}`
      : `Goalposts: ${goalposts(r, f)}`,
  ratioToBest: (r, f) => `Ratio to the best: ${ratioToBest(r, f)}`,
  bands: (r, f) => `Bands: ${reached(r, f)}: ${bandPoints(r, f)}`,
  step: (r, f) => `Deduction by distance: ${f.inline(r.args[0]?.value ?? null, r.args[0]?.unit ?? 'number')}; ${step(r, f)}`,
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
  cap: (r, f) => `Capped at ${f.pointsWithUnit(r.value ?? 0)}`,
  floor: (r, f) => `Not below ${f.pointsWithUnit(r.value ?? 0)}`,
  grade: (r, f) => {
    const [grade, byTotal, min] = [textOf(r, 'grade'), textOf(r, 'byTotal'), numberOf(r, 'min')];
    if (r.value === null || grade === null) return 'No grade';
    const line = min === null ? `Total ${f.points(r.value)}` : `Total ${f.points(r.value)} ≥ ${f.brief(min)}`;
    return grade === byTotal ? `${line}: grade “${grade}”` : `${line}: “${byTotal ?? ''}” by total, “${grade}” because of a veto`;
  },
  veto: (r, f) => {
    const basis = textOf(r, 'basisEn');
    return `Veto: ${titleOf(r)} (${condition(r, f)}), grade at most “${textOf(r, 'cap') ?? ''}”${basis ? `; basis: ${basis}` : ''}`;
  },
  rank: (r, f) => {
    if (r.value === null) return 'Not ranked: no figures in this period';
    const [group, place] = [textOf(r, 'group'), numberOf(r, 'groupRank')];
    const inGroup = group && place !== null ? `, ${f.rank(place)} in ${group}` : '';
    const on = r.params['on'] === 'unrounded' ? 'By unrounded total' : 'By total';
    return `${on} ${f.rank(r.value, r.params['tied'] === true)} of ${numberOf(r, 'of') ?? 0} units${inGroup}`;
  },
};

/** What was asked and what was found; a value outside its bounds is told by the bounds. */
function conditionWords(r: Reason, f: Formats): string {
  if (r.params['met'] === true) return condition(r, f);
  const x = f.inline(r.args[0]?.value ?? null, r.args[0]?.unit ?? 'number');
  const asked = condition({ ...r, args: [{ ...(r.args[0] ?? r), value: null }] }, f).replaceAll(f.words.none.missing, 'value');
  return `${x}, required ${asked}`;
}
