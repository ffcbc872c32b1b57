/** Why a number is what it is, step by step, in Chinese. */
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

const titleOf = (r: Reason): string => textOf(r, 'titleZh') ?? textOf(r, 'title') ?? '';
const termName = (r: Reason): string => (r.op === 'roundingGap' ? '舍入差' : titleOf(r));
const measureOf = (r: Reason, f: Formats): string => {
  const id = textOf(r, 'measure') ?? r.rows?.measure;
  return textOf(r, 'sector') ?? (id === undefined ? '数值' : f.measure(id));
};
const MODES: Readonly<Record<string, string>> = { 'half-up': '四舍五入', 'half-even': '四舍六入五成双' };
const SIDES = { value: '数值', numerator: '分子', denominator: '分母' };
const mode = (r: Reason): string => MODES[textOf(r, 'mode') ?? ''] ?? '';
const months = (r: Reason): string =>
  (textOf(r, 'months') ?? '')
    .split(',')
    .filter(Boolean)
    .map((m) => `${m}月`)
    .join('、');

/** What follows a leaf's points: carried, re-weighted. */
function remarks(r: Reason, f: Formats): string {
  const from = periodOf(r, 'carriedFrom');
  const [full, effective] = [numberOf(r, 'fullMarks'), numberOf(r, 'effective')];
  const changed = full !== null && effective !== null && Math.abs(full - effective) > 1e-9;
  return [
    from ? `，沿用${f.period(from)}的数据` : '',
    changed ? `，分值由 ${f.marks(full)}调整为 ${f.marks(effective)}` : '',
  ].join('');
}

const NOT_APPLICABLE: Readonly<Record<string, string>> = {
  denominatorZero: '分母为 0',
  written: '单位填报为不涉及',
  noTarget: '没有目标值',
};

export const reasons: ReasonWords = {
  total: (r, f) => (r.params['ranked'] === false ? '本期没有数据，未计总分' : `总分：${sum(r, f, termName)}`),
  section: (r, f) => `${titleOf(r)}：${sum(r, f, termName)}`,
  leaf: (r, f) => {
    const full = f.marks(numberOf(r, 'fullMarks') ?? 0);
    if (r.value === null) return `${titleOf(r)}（${full}）：本期不计分`;
    return `${titleOf(r)}：得 ${f.pointsWithUnit(r.value)}，分值 ${full}${remarks(r, f)}`;
  },
  reweight: (r, f) =>
    `同级有指标不计，分值由 ${f.marks(numberOf(r, 'from') ?? 0)}调整为 ${f.marks(numberOf(r, 'to') ?? 0)}：${reweight(r, f)} 分`,
  rounding: (r, f) =>
    `保留 ${numberOf(r, 'decimals') ?? 2} 位小数（${mode(r)}）：${f.inline(r.args[0]?.value ?? null, 'number')} → ${f.points(r.value ?? 0)} 分`,
  roundingGap: (r, f) => `舍入差 ${f.signed(r.value ?? 0)} 分：各项先取舍再相加，与先相加再取舍之差`,
  notDue: (r) =>
    `不到考核期${months(r) ? `：${months(r)}末考核` : ''}${r.params['carry'] === true ? '，此前没有可沿用的值' : ''}，本期不计`,
  notApplicable: (r, f) => {
    const why = textOf(r, 'why') ?? '';
    if (why === 'minDenominator')
      return `不适用：分母 ${f.inline(numberOf(r, 'denominator'), 'number')} 少于规定的 ${f.inline(numberOf(r, 'minDenominator'), 'number')}`;
    return `不适用${NOT_APPLICABLE[why] ? `：${NOT_APPLICABLE[why]}` : ''}，分值分给其余指标`;
  },
  missing: (r, f) => {
    const what = `${measureOf(r, f)}${r.params['blank'] === true ? '填报为空' : '应报未报'}`;
    if (r.params['as'] === 'exclude') return `${what}，本项不计，分值分给其余指标`;
    return r.params['as'] === 'fixed' ? `${what}，按规定值 ${f.inline(r.value, r.unit)} 计` : `${what}，计零分`;
  },
  carried: (r, f) => {
    const from = periodOf(r, 'from');
    return `沿用${from ? f.period(from) : '上一考核期'}的值 ${f.value(r.value, r.unit)}`;
  },
  measure: (r, f) => {
    if (r.params['status'] === 'missing') return `${measureOf(r, f)}：未报送`;
    if (r.params['status'] === 'na') return `${measureOf(r, f)}：不适用`;
    return r.args.length > 1 ? `${measureOf(r, f)} ${quotient(r, f)}` : `${measureOf(r, f)} = ${quotient(r, f)}`;
  },
  figure: (r, f) => `${SIDES[r.rows?.side ?? 'value']} ${f.inline(r.value, r.unit)}`,
  standardised: (r, f) =>
    `按领域标准化：${r.args.map((a) => f.inline(a.value, a.unit)).join(' + ')} = ${f.value(r.value, r.unit)}（各领域全市占比 × 本单位数值之和）`,
  sector: (r, f) => {
    const [share, inside] = r.args;
    return `${textOf(r, 'sector') ?? ''}：全市占比 ${f.inline(share?.value ?? null, 'share')} × 本单位 ${f.inline(inside?.value ?? null, r.unit)} = ${f.inline(r.value, r.unit)}`;
  },
  target: (r, f) => {
    const [whole, pace] = r.args;
    if (whole && pace)
      return `序时目标：${f.inline(whole.value, whole.unit)} × ${f.inline(pace.value, 'share')} = ${f.inline(r.value, r.unit)}`;
    return `${textOf(r, 'measure') ? `目标（${measureOf(r, f)}）` : '目标'} ${f.inline(r.value, r.unit)}`;
  },
  pace: (r, f) => {
    const p = periodOf(r, 'period');
    return `序时进度：${p ? `至${f.period(p)}末` : ''}应完成全年的 ${f.inline(r.value, 'share')}`;
  },
  best: (r, f) => {
    const unit = textOf(r, 'unit');
    const holders = numberOf(r, 'holders') ?? 1;
    const who = unit ? `，${f.unit(unit)}${holders > 1 ? `等 ${holders} 个单位` : ''}` : '';
    const where = r.params['among'] === 'group' ? `${textOf(r, 'group') ?? '组内'}` : '全市';
    const small = r.params['smallGroup'] === true ? '；组内单位不足 4 个' : '';
    return `${where}最优 ${f.inline(r.value, r.unit)}${who}（共 ${numberOf(r, 'of') ?? 0} 个单位${small}）`;
  },
  constant: (r, f) => `${textOf(r, 'sector') ?? ''}${textOf(r, 'sector') ? '占全市 ' : '定值 '}${f.inline(r.value, r.unit)}`,
  attainment: (r, f) => `完成率计分：${attainment(r, f)}`,
  goalposts: (r, f) =>
    r.params['zeroRange'] === true
      ? `功效系数：满意值与不允许值相同，得满分 ${f.pointsWithUnit(r.value ?? 0)}`
      : `功效系数：${goalposts(r, f)}`,
  ratioToBest: (r, f) => `比最优计分：${ratioToBest(r, f)}`,
  bands: (r, f) => `分档计分：${reached(r, f)}，得 ${bandPoints(r, f)}`,
  step: (r, f) => `按差距扣分：${f.inline(r.args[0]?.value ?? null, r.args[0]?.unit ?? 'number')}，${step(r, f)}`,
  bonus: (r, f) => `${titleOf(r)}：${sum(r, f, termName)}，封顶 ${f.marks(numberOf(r, 'cap') ?? 0)}`,
  perCase: (r, f) => `按次扣分：${perCase(r, f)}`,
  yesNo: (r, f) =>
    `是否达标：${r.params['met'] === true ? '达标' : '未达标'}（${conditionWords(r, f)}），得 ${f.pointsWithUnit(r.value ?? 0)}`,
  asGiven: (r, f) => {
    const [min, max] = [numberOf(r, 'min') ?? 0, numberOf(r, 'max') ?? 0];
    return `直接计分：${f.inline(r.args[0]?.value ?? null, r.args[0]?.unit ?? 'number')}，限于 ${f.brief(min, 4)} 至 ${f.marks(max)}，得 ${f.pointsWithUnit(r.value ?? 0)}`;
  },
  adjustment: (r, f) => (r.args[1]?.value === null ? `${titleOf(r)}：没有数据，不作调整` : `${titleOf(r)}：${adjustment(r, f)}`),
  cap: (r, f) => `封顶：不超过 ${f.pointsWithUnit(r.value ?? 0)}`,
  floor: (r, f) => `保底：不低于 ${f.pointsWithUnit(r.value ?? 0)}`,
  grade: (r, f) => {
    const [grade, byTotal, min] = [textOf(r, 'grade'), textOf(r, 'byTotal'), numberOf(r, 'min')];
    if (r.value === null || grade === null) return '未评等次';
    const line = min === null ? `总分 ${f.points(r.value)}` : `总分 ${f.points(r.value)} ≥ ${f.brief(min)}`;
    return grade === byTotal ? `${line}，等次“${grade}”` : `${line}，按总分为“${byTotal ?? ''}”，因一票否决定为“${grade}”`;
  },
  veto: (r, f) => {
    const basis = textOf(r, 'basisZh');
    return `一票否决：${titleOf(r)}（${condition(r, f)}），等次最高为“${textOf(r, 'cap') ?? ''}”${basis ? `；依据：${basis}` : ''}`;
  },
  rank: (r, f) => {
    if (r.value === null) return '未排名：本期没有任何数据';
    const [group, place] = [textOf(r, 'group'), numberOf(r, 'groupRank')];
    const inGroup = group && place !== null ? `，在${group}中列${f.rank(place)}` : '';
    const on = r.params['on'] === 'unrounded' ? '按未取舍的总分' : '按总分';
    return `${on}在 ${numberOf(r, 'of') ?? 0} 个单位中列${f.rank(r.value, r.params['tied'] === true)}${inGroup}`;
  },
};

/** What was asked and what was found; a value outside its bounds is told by the bounds. */
function conditionWords(r: Reason, f: Formats): string {
  if (r.params['met'] === true) return condition(r, f);
  const x = f.inline(r.args[0]?.value ?? null, r.args[0]?.unit ?? 'number');
  const asked = condition({ ...r, args: [{ ...(r.args[0] ?? r), value: null }] }, f).replaceAll(f.words.none.missing, '数值');
  return `${x}，要求 ${asked}`;
}
