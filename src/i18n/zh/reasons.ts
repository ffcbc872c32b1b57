/** Why a number is what it is, step by step, in Chinese. */
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
  otherSector: '不考核本领域',
  prepare: '预处理后没有数值（上期没有数据，或除数、对数无意义）',
};

/** A node's points from its children's: a sum, or a mean of their shares of their marks. */
const summed = (r: Reason, f: Formats): string => {
  const mean = { geometric: '几何平均', harmonic: '调和平均' }[textOf(r, 'aggregate') ?? ''];
  if (mean === undefined || r.value === null) return sum(r, f, termName);
  return `各项得分率（权重）的${mean}：${shares(r, f, termName)}，得 ${f.pointsWithUnit(r.value)}`;
};

const whereOf = (r: Reason): string => (r.params['among'] === 'group' ? (textOf(r, 'group') ?? '组内') : '全市');
const ofUnits = (r: Reason): string =>
  `（共 ${numberOf(r, 'of') ?? 0} 个单位${r.params['smallGroup'] === true ? '；组内单位不足 4 个' : ''}）`;
const endOf = (r: Reason): string => (r.params['end'] === 'hi' ? '满意值' : '不允许值');
const crossed = (r: Reason, f: Formats): string => {
  const x = r.args[0];
  const [value, lo, hi] = [x?.value ?? null, numberOf(r, 'lo'), numberOf(r, 'hi')].map((v) => f.inline(v, x?.unit ?? 'number'));
  return `满意值 ${hi} 与不允许值 ${lo} 倒置，数值 ${value}，得 ${f.pointsWithUnit(r.value ?? 0)}`;
};
const SPANS: Readonly<Record<string, string>> = { period: '本期', all: '各期', yearStart: '年初前一期' };
/** A place, from the top or the bottom. */
const placeOf = (r: Reason, f: Formats): string => {
  const place = f.rank(r.value, r.params['tied'] === true);
  return r.params['from'] === 'bottom' && r.value !== null ? `自末位起${place}` : place;
};

export const reasons: ReasonWords = {
  total: (r, f) => (r.params['ranked'] === false ? `未计总分：${whyNot(r)}` : `总分：${summed(r, f)}`),
  section: (r, f) => `${titleOf(r)}：${summed(r, f)}`,
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
    return r.params['as'] === 'mean'
      ? `${what}，按${r.params['among'] === 'group' ? '组' : '全市'}平均值 ${f.inline(r.value, r.unit)} 计`
      : r.params['as'] === 'fixed'
        ? `${what}，按规定值 ${f.inline(r.value, r.unit)} 计`
        : `${what}，计零分`;
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
  made: (r, f) => (r.value === null ? '数值由几项算得，缺一不可：未报或不适用' : `数值：${made(r, f, (a) => measureOf(a, f))}`),
  prepared: (r, f) => {
    const [before, other] = r.args;
    const [x, y] = [before, other].map((a) => f.inline(a?.value ?? null, a?.unit ?? 'number'));
    const to = f.inline(r.value, r.unit);
    const span = (bound: number | null) => f.inline(bound, r.unit);
    switch (textOf(r, 'do')) {
      case 'per': {
        const times = numberOf(r, 'times') ?? 1;
        return `折算：${x} ÷ ${y}${times === 1 ? '' : ` × ${f.brief(times)}`} = ${to}`;
      }
      case 'log':
        return `取对数（底 ${textOf(r, 'base') ?? 'e'}）：${x} → ${to}`;
      case 'clamp':
        return `限于 ${span(numberOf(r, 'lo'))} 至 ${span(numberOf(r, 'hi'))}：${x} → ${to}`;
      case 'change': {
        const on = textOf(r, 'on') === 'lastYear' ? '同比' : '环比';
        return textOf(r, 'as') === 'difference' ? `${on}增减：${x} − ${y} = ${to}` : `${on}：(${x} − ${y}) ÷ |${y}| = ${to}`;
      }
      case 'over':
        return `${{ sum: '累计', mean: '平均', latest: '取最近一期' }[textOf(r, 'take') ?? ''] ?? ''}（${r.args.length - 1} 期）：${to}`;
      case 'winsorise':
        return `离群值收拢（至多 ${numberOf(r, 'most') ?? 0} 个）：${x} → ${to}`;
      default:
        return `位次：${x} 列第 ${to}`;
    }
  },
  year: (r, f) => {
    const p = periodOf(r, 'period');
    return `${p ? f.period(p) : '年度'}：各期按权重平均，${yearMean(r, f)}`;
  },
  yearPart: (r, f) => {
    const p = periodOf(r, 'period');
    return `${p ? f.period(p) : ''}（权重 ${f.brief(numberOf(r, 'weight') ?? 0, 4)}）：得 ${f.pointsWithUnit(r.value ?? 0)}`;
  },
  deduction: (r, f) => {
    const cap = numberOf(r, 'cap');
    return `${titleOf(r)}：${sum(r, f, termName)}${cap === null ? '' : `，最多扣 ${f.marks(cap)}`}`;
  },
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
    const whose = textOf(r, 'measure') ? measureOf(r, f) : textOf(r, 'group');
    return `${whose ? `目标（${whose}）` : '目标'} ${f.inline(r.value, r.unit)}`;
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
  mean: (r, f) => `${whereOf(r)}均值 ${f.inline(r.value, r.unit)}${ofUnits(r)}`,
  spread: (r, f) => `${whereOf(r)}标准差 ${f.inline(r.value, r.unit)}`,
  extreme: (r, f) => {
    const [unit, period] = [textOf(r, 'unit'), periodOf(r, 'period')];
    const span = SPANS[textOf(r, 'over') ?? ''] ?? '';
    const holder = unit ? `，${f.unit(unit)}${period ? `，${f.period(period)}` : ''}` : '';
    const none = r.params['noYearStart'] === true ? '；年初以前没有数据，取本期' : '';
    return `${endOf(r)}取${whereOf(r)}${span}${r.params['is'] === 'max' ? '最大值' : '最小值'} ${f.inline(r.value, r.unit)}${holder}${ofUnits(r)}${none}`;
  },
  post: (r, f) => `${endOf(r)}（${measureOf(r, f)}） ${f.inline(r.value, r.unit)}`,
  place: (r, f) => `${whereOf(r)}列${placeOf(r, f)}，${numberOf(r, 'reported') ?? 0} 个单位有数据${ofUnits(r)}`,
  beaten: (r, f) => {
    const [beaten, equal, others] = ['beaten', 'equal', 'others'].map((n) => numberOf(r, n) ?? 0);
    const ties = equal ? `，相同 ${equal} 个${r.params['ties'] === 'mid' ? '按半数计' : '不计'}` : '';
    return others === 0
      ? `${whereOf(r)}没有其他单位可比，按全部优于计`
      : `优于${whereOf(r)}其余 ${others} 个单位中的 ${beaten} 个${ties}：${f.inline(r.value, 'share')}${ofUnits(r)}`;
  },
  required: (r, f) => `应达${textOf(r, 'measure') ? `（${measureOf(r, f)}）` : ''} ${f.inline(r.value, r.unit)}`,
  votes: (r, f) =>
    `${measureOf(r, f)}：${f.brief(numberOf(r, 'coefficient') ?? 0, 4)} × ${f.inline(r.args[0]?.value ?? null, 'number')} = ${f.inline(r.value, r.unit)}`,
  exempt: (r, f) => {
    if (r.value === null) return `免扣条件：${measureOf(r, f)}没有数据，不免扣`;
    const asked = conditionWords({ ...r, args: [{ ...r, args: [] }] }, f);
    return `免扣条件${r.params['met'] === true ? '满足，不扣分' : '不满足'}：${measureOf(r, f)} ${asked}`;
  },
  constant: (r, f) => `${textOf(r, 'sector') ?? ''}${textOf(r, 'sector') ? '占全市 ' : '定值 '}${f.inline(r.value, r.unit)}`,
  attainment: (r, f) =>
    textOf(r, 'whenZero') === null
      ? `完成率计分：${attainment(r, f)}`
      : `完成率计分：目标为 0，按规定得 ${f.pointsWithUnit(r.value ?? 0)}`,
  goalposts: (r, f) =>
    r.params['zeroRange'] === true
      ? `功效系数：满意值与不允许值相同，得满分 ${f.pointsWithUnit(r.value ?? 0)}`
      : `功效系数：${r.params['crossed'] === true ? crossed(r, f) : goalposts(r, f)}`,
  exponential: (r, f) =>
    r.params['zeroRange'] === true
      ? `指数功效：满意值与不允许值相同，得满分 ${f.pointsWithUnit(r.value ?? 0)}`
      : `指数功效：${r.params['crossed'] === true ? crossed(r, f) : exponential(r, f)}`,
  zScore: (r, f) =>
    r.params['zeroRange'] === true
      ? `标准分：各单位数值没有差异，得满分 ${f.pointsWithUnit(r.value ?? 0)}`
      : `标准分：${zScore(r, f)}`,
  percentile: (r, f) => `百分位计分：${ofMarks(r, f, r.args[1]?.value ?? null)}`,
  distanceToBest: (r, f) =>
    numberOf(r, 'reach') === 0
      ? `与最优差距：最优为 0，${numberOf(r, 'distance') === 0 ? '达到最优' : '未达最优'}，得 ${f.pointsWithUnit(r.value ?? 0)}`
      : `与最优差距：${distance(r, f)}`,
  distanceToTarget: (r, f) =>
    numberOf(r, 'reach') === 0
      ? `与目标差距：目标为 0，${numberOf(r, 'distance') === 0 ? '达到目标' : '未达目标'}，得 ${f.pointsWithUnit(r.value ?? 0)}`
      : `与目标差距：${distance(r, f)}`,
  rankTable: (r, f) => `排名赋分：${r.args[1] ? placeOf(r.args[1], f) : '名次'}，${ofMarks(r, f, numberOf(r, 'share'))}`,
  countMet: (r, f) =>
    (r.args[1]?.value ?? 1) <= 0
      ? `次数达标：没有应达次数，得满分 ${f.pointsWithUnit(r.value ?? 0)}`
      : r.params['whole'] === true
        ? `次数达标：${r.params['met'] === true ? '达标' : '未达标'}，得 ${f.pointsWithUnit(r.value ?? 0)}`
        : `次数达标：${countMet(r, f)}`,
  vote: (r, f) => `测评计分：${vote(r, f)}`,
  ratioToBest: (r, f) => `比最优计分：${ratioToBest(r, f)}`,
  bands: (r, f) => `分档计分：${reached(r, f)}，得 ${bandPoints(r, f)}`,
  step: (r, f) => {
    const words = (numberOf(r, 'gainSteps') ?? 0) > 0 ? '按差距加分' : '按差距扣分';
    return `${words}：${compared(r, f)}，${r.params['exempt'] === true ? '符合免扣条件，' : ''}${step(r, f)}`;
  },
  bonus: (r, f) => `${titleOf(r)}：${sum(r, f, termName)}，封顶 ${f.marks(numberOf(r, 'cap') ?? 0)}`,
  perCase: (r, f) => `按次扣分：${perCase(r, f)}`,
  yesNo: (r, f) =>
    `是否达标：${r.params['met'] === true ? '达标' : '未达标'}（${conditionWords(r, f)}），得 ${f.pointsWithUnit(r.value ?? 0)}`,
  asGiven: (r, f) => {
    const [min, max] = [numberOf(r, 'min') ?? 0, numberOf(r, 'max') ?? 0];
    return `直接计分：${f.inline(r.args[0]?.value ?? null, r.args[0]?.unit ?? 'number')}，限于 ${f.brief(min, 4)} 至 ${f.marks(max)}，得 ${f.pointsWithUnit(r.value ?? 0)}`;
  },
  adjustment: (r, f) => (r.args[1]?.value === null ? `${titleOf(r)}：没有数据，不作调整` : `${titleOf(r)}：${adjustment(r, f)}`),
  cap: (r, f) => `封顶：减去 ${f.pointsWithUnit(-(r.value ?? 0))}`,
  floor: (r, f) => `保底：补足 ${f.pointsWithUnit(r.value ?? 0)}`,
  grade: (r, f) => {
    const [grade, byTotal, min] = [textOf(r, 'grade'), textOf(r, 'byTotal'), numberOf(r, 'min')];
    if (r.value === null || grade === null) return '未评等次';
    const part = textOf(r, 'partZh');
    const by = part === null ? '总分' : `“${part}”得分`;
    const line = min === null ? `${by} ${f.points(r.value)}` : `${by} ${f.points(r.value)} ≥ ${f.brief(min)}`;
    return grade === byTotal
      ? `${line}，等次“${grade}”`
      : `${line}，按${part === null ? '总分' : '得分'}为“${byTotal ?? ''}”，因一票否决定为“${grade}”`;
  },
  veto: (r, f) => {
    const basis = textOf(r, 'basisZh');
    return `一票否决：${titleOf(r)}（${condition(r, f)}），${vetoDoes(r, f)}${basis ? `；依据：${basis}` : ''}`;
  },
  rank: (r, f) => {
    if (r.value === null) return `未排名：${whyNot(r)}`;
    const [group, place] = [textOf(r, 'group'), numberOf(r, 'groupRank')];
    const inGroup = group && place !== null ? `，在${group}中列${f.rank(place)}` : '';
    const on = r.params['on'] === 'unrounded' ? '按未取舍的总分' : '按总分';
    return `${on}在 ${numberOf(r, 'of') ?? 0} 个单位中列${f.rank(r.value, r.params['tied'] === true)}${inGroup}`;
  },
};

/** Why a unit is not ranked. */
function whyNot(r: Reason): string {
  const what = textOf(r, 'whyTitleZh') ?? '';
  switch (textOf(r, 'why')) {
    case 'missing':
      return `“${what}”未报，方案规定缺此项不排名`;
    case 'tooLittle':
      return '已报数据少于方案要求';
    case 'negative':
      return `“${what}”得分为负，所在的平均数无法计算`;
    case 'disqualified':
      return `因一票否决“${what}”取消资格`;
    default:
      return '本期没有任何数据';
  }
}

/** What a veto does. */
function vetoDoes(r: Reason, f: Formats): string {
  const [cap, score] = [textOf(r, 'capZh') ?? textOf(r, 'cap'), numberOf(r, 'capScore')];
  return [
    cap ? `等次最高为“${cap}”` : '',
    score === null ? '' : `总分不超过 ${f.marks(score)}`,
    r.params['disqualify'] === true ? '取消排名资格' : '',
  ]
    .filter(Boolean)
    .join('，');
}

/** What was asked and what was found; a value outside its bounds is told by the bounds. */
function conditionWords(r: Reason, f: Formats): string {
  if (r.params['met'] === true) return condition(r, f);
  const x = f.inline(r.args[0]?.value ?? null, r.args[0]?.unit ?? 'number');
  const asked = condition({ ...r, args: [{ ...(r.args[0] ?? r), value: null }] }, f).replaceAll(f.words.none.missing, '数值');
  return `${x}，要求 ${asked}`;
}
