/** The rules 计分规则 and the other parts of a scheme in one plain Chinese sentence each, as a printed 考核细则 says them. */
import type { ValueUnit } from '../../model/measure';
import { redIsBest, type ClauseShape } from '../light-words';
import { lightsZh } from './lights';
import {
  type Among,
  type SchemeText,
  type OwnFigure,
  type Paced,
  type Post,
  type Posts,
  type Against,
  type BoundsShape,
  type FigureShape,
  type PrepareShape,
  type Items,
  type GradesShape,
  type Writing,
  type Marked,
  type RuleWords,
  ruleSentence,
  paceShares,
  amount,
} from '../rule-words';

const said = (t: SchemeText): string => (typeof t === 'string' ? t : t.zh);
const join = (...parts: (string | false | undefined)[]): string => parts.filter(Boolean).join('，');
/** A figure in a sentence: a space between it and the word before it, after it, or both. */
const put = (x: string): string => (/^[\d\u2212(]/.test(x) ? ` ${x}` : x);
const onward = (x: string): string => x + (/[\d%)]$/.test(x) ? ' ' : '');
const inside = (x: string): string => onward(put(x));

/** A difference of two values. */
const gap = (v: number, unit: ValueUnit, { f }: Writing): string => {
  if (unit === 'share') return `${f.brief(v * 100, 4)} 个百分点`;
  return unit === 'points' ? f.marks(v) : `${f.brief(v, 4)}${unit === 'count' ? ' 个' : ''}`;
};
const named = (measure: string, { f }: Writing): string => `“${f.measure(measure)}”`;
const where = (among: Among): string => (among === 'group' ? '组内' : '全市');
/** What happens where the peer group is too small to look at. */
const small = (among: Among, fallback: Among = 'city'): string =>
  among === 'city' ? '' : `组内不足 4 个单位的${fallback === 'group' ? '仍在组内比' : '在全市比'}`;

const target = (t: Paced['target'], of: Marked): string => {
  if (typeof t === 'number') return amount(t, of.unit, of);
  if ('measure' in t) return named(t.measure, of);
  const one = (who: string, x: number): string => `${who} ${amount(x, of.unit, of)}`;
  const each = Object.entries(t.groups).map(([group, x]) => one(group, x));
  return `（${each.join('、')}${t.others === undefined ? '，其余单位不考核本项' : `、${one('其余单位', t.others)}`}）`;
};
const aim = (rule: Paced, of: Marked): string => {
  const goal = `目标值${put(target(rule.target, of))}`;
  if (rule.pace === undefined) return goal;
  const shares = paceShares(rule.pace).map((s) => of.f.shareBrief(s, 4));
  return `全年${goal}，第一至第四季度末序时目标为其 ${shares.join('、')}`;
};
const goalOf = (rule: Paced): string => (rule.pace === undefined ? '目标' : '序时目标');

const post = (p: Post, of: Marked): string => {
  if (typeof p === 'number') return amount(p, of.unit, of);
  if ('measure' in p) return named(p.measure, of);
  const over = { period: '', all: '历期', yearStart: '上年末' }[p.over ?? 'period'];
  return `${over}${where(p.among)}${p.is === 'max' ? '最高值' : '最低值'}`;
};
const posts = ({ lo, hi, floor = 0, bounded = true }: Posts, way: string, of: Marked): string => {
  if (typeof lo === 'number' && lo === hi) return '满意值与不允许值相同，均得满分';
  const [low, high] = [lo, hi].map((p) => (typeof p === 'object' && 'among' in p ? small(p.among, p.fallback) : ''));
  const apart = low && high && low !== high;
  return join(
    `满意值${inside(post(hi, of))}得满分`,
    `不允许值${inside(post(lo, of))}得 ${of.f.marks(of.full * floor)}`,
    `其间按${way}得分`,
    bounded ? '超出两端的按两端计' : '超出两端的照此推算',
    apart ? `满意值：${high}，不允许值：${low}` : low || high,
  );
};

const bench = (a: Against, w: Writing): string => ('measure' in a ? named(a.measure, w) : `${where(a.mean)}平均值`);
const benchSmall = (a: Against | undefined): string => (a && 'mean' in a ? small(a.mean, a.fallback) : '');
const withoutBench = (a: Against | undefined): string => (a && 'measure' in a ? '；没有可比数值的不计' : '');
/** A bound, or the benchmark and how far from it the bound lies. */
const held = (x: number, a: Against | undefined, of: Marked): string => {
  if (!a) return amount(x, of.unit, of);
  return x === 0 ? bench(a, of) : `${bench(a, of)}${x > 0 ? '加' : '减'} ${gap(Math.abs(x), of.unit, of)}`;
};
const BOUNDS = { atLeast: '达到', above: '高于', atMost: '不超过', below: '低于' } as const;
const bounds = (b: BoundsShape, unit: ValueUnit, w: Writing): string =>
  (['atLeast', 'above', 'atMost', 'below'] as const)
    .flatMap((k) => (b[k] === undefined ? [] : [`${BOUNDS[k]}${put(amount(b[k], unit, w))}`]))
    .reduce((all, one) => (all ? `${onward(all)}且${one}` : one), '');
const condition = (c: OwnFigure & BoundsShape, w: Writing): string =>
  `${named(c.measure, w)}${bounds(c, w.unitOf(c.measure), w)}`;

const roundedTo = (d: number | undefined, of: Marked): string => {
  if (d === undefined) return '';
  if (of.unit !== 'share') return `先四舍五入到${d === 0 ? '整数' : ` ${d} 位小数`}再比较`;
  return d < 2
    ? `先四舍五入到 ${gap(10 ** -d, 'share', of)}再比较`
    : `先将百分数四舍五入到${d === 2 ? '整数' : ` ${d - 2} 位小数`}再比较`;
};
/** Beyond one end the points are used up. */
const usedUp = (reach: number | undefined, whole: string, of: Marked): string =>
  `按差距占${reach === undefined ? `${whole}` : inside(gap(reach, of.unit, of))}的比例扣分，扣完为止`;

const rule: RuleWords['rule'] = {
  attainment: (r, of) => {
    const [goal, cap] = [goalOf(r), r.cap ?? 1];
    const way = r.inverse ? `“${goal} ÷ 实际”` : `“实际 ÷ ${goal}”`;
    const [met, rest] = r.inverse ? [`不超过${goal}`, '超过的'] : [`达到${goal}`, '未达到的'];
    return join(
      aim(r, of),
      cap === 1 ? `${met}得满分，${rest}按${way}的比例得分` : `按${way}的比例得分，最多得 ${of.f.marks(of.full * cap)}`,
      r.whenZero === 'full' && '目标为 0 的得满分',
      r.whenZero === 'none' && '目标为 0 的不得分',
    );
  },
  goalposts: (r, of) => posts(r, '比例', of),
  exponential: (r, of) => posts(r, '指数曲线', of),
  zScore: (r, of) => {
    const [up, down] = r.inverse ? ['低', '高'] : ['高', '低'];
    const [least, centre, most, each] = [r.floor ?? 0, r.centre, r.cap ?? 1, r.spread].map((s) => of.f.marks(of.full * s));
    return join(
      `${where(r.among)}平均值得 ${centre}`,
      `每${up} 1 个标准差加 ${each}、每${down} 1 个标准差减 ${each}`,
      `最低 ${least}、最高 ${most}`,
      small(r.among, r.fallback),
    );
  },
  percentile: (r, of) =>
    join(
      `按优于${where(r.among)}其他单位的比例得分（${r.inverse ? '低' : '高'}者为优），优于全部其他单位得 ${of.f.marks(of.full)}`,
      r.ties === 'mid' ? '数值相同的按一半计' : '数值相同的不算优于',
      small(r.among, r.fallback),
    ),
  distanceToBest: (r, of) =>
    join(
      `${where(r.among)}最优值（${r.inverse ? '最低' : '最高'}）得满分`,
      `其余${usedUp(r.reach, '最优值', of)}`,
      small(r.among, r.fallback),
    ),
  distanceToTarget: (r, of) => {
    const goal = goalOf(r);
    const [met, rest] = {
      below: [`达到${goal}`, '低于'],
      above: [`不超过${goal}`, '高于'],
      both: [`等于${goal}`, '高于或低于'],
    }[r.side] as [string, string];
    return join(aim(r, of), `${met}得满分`, `${rest}${goal}的${usedUp(r.reach, goal, of)}`);
  },
  ratioToBest: (r) =>
    join(
      `${where(r.among)}最优值（${r.inverse ? '最低' : '最高'}）得满分`,
      `其余按“${r.inverse ? '最优 ÷ 实际' : '实际 ÷ 最优'}”的比例得分`,
      small(r.among, r.fallback),
    ),
  rankTable: (r, of) => {
    const first = r.from === 'bottom' ? '倒数第' : '第';
    const marks = (share: number): string => of.f.marks(of.full * share);
    const places =
      'table' in r
        ? join(
            r.table.map((points, i) => `${first}${i + 1}名 ${marks(points / r.outOf)}`).join('、'),
            `其余名次 ${marks((r.beyond ?? r.table.at(-1) ?? 0) / r.outOf)}`,
          )
        : join(
            `${first}1名得满分`,
            `每${r.from === 'bottom' ? '前' : '后'}移一名少得 ${marks(r.step)}`,
            `最低 ${marks(r.floor ?? 0)}`,
          );
    return join(
      `${where(r.among)}按数值${r.inverse ? '由低到高' : '由高到低'}排名`,
      places,
      r.ties === 'mean' ? '并列的取所占名次得分的平均' : '并列的均按所占的最好名次得分',
      small(r.among, r.fallback),
    );
  },
  bands: (r, of) => {
    const marks = (points: number): string => `得 ${of.f.marks((of.full * points) / r.outOf)}`;
    const reached = ({ atLeast, above }: (typeof r.bands)[number]): string => {
      const x = atLeast ?? above;
      if (x === undefined) return '其余';
      if (!r.against)
        return atLeast === undefined ? `高于${inside(amount(x, of.unit, of))}` : `${onward(amount(x, of.unit, of))}及以上`;
      if (x === 0) return atLeast === undefined ? '高于' : '持平及以上';
      const far = gap(Math.abs(x), of.unit, of);
      if (x > 0) return `高 ${far}${atLeast === undefined ? '以上' : '及以上'}`;
      return atLeast === undefined ? `低不到 ${far}` : `低不超过 ${far}`;
    };
    const last = r.bands.at(-1);
    const sentence = join(
      ...r.bands.map((b) => `${reached(b)}${marks(b.points)}`),
      last && (last.atLeast ?? last.above) !== undefined && '其余不得分',
      benchSmall(r.against),
      roundedTo(r.roundTo, of),
    );
    if (!r.against) return `分档计分：${sentence}`;
    const none = r.without ? `；没有可比数值的按以下计分：${posts(r.without, '比例', of)}` : withoutBench(r.against);
    return `与${bench(r.against, of)}相比分档计分：${sentence}${none}`;
  },
  step: (r, of) => {
    const { atLeast, atMost, against } = r;
    const [low, high] = [atLeast, atMost].map((x) => (x === undefined ? '' : held(x, against, of))) as [string, string];
    const size = gap(r.per, of.unit, of);
    const both = low !== '' && high !== '';
    if (low === '' && high === '') return '得满分';
    const sentence = join(
      both ? `在${inside(low)}至${inside(high)}之间得满分` : `${low ? '达到' : '不超过'}${inside(low || high)}得满分`,
      `每${both ? '低于或高于此范围' : low ? '低' : '高'}${inside(size)}扣 ${of.f.marks(r.step)}`,
      { exact: '', down: `不足${inside(size)}的部分不扣`, up: `不足${inside(size)}的按${inside(size)}扣` }[r.parts ?? 'exact'],
      (r.floor ?? 0) === 0 ? '扣完为止' : `最低扣至 ${of.f.marks(r.floor ?? 0)}`,
      r.gain !== undefined && `每${low ? '高' : '低'}${inside(size)}加 ${of.f.marks(r.gain)}`,
      r.gainCap !== undefined && `最多加 ${of.f.marks(r.gainCap)}`,
      r.exempt && `${onward(condition(r.exempt, of))}的不扣分`,
      benchSmall(against),
      roundedTo(r.roundTo, of),
    );
    return `${sentence}${withoutBench(against)}`;
  },
  perCase: (r, of) =>
    join(
      r.free !== undefined && `前 ${of.f.brief(r.free, 4)} 件（次）不扣`,
      `${r.free === undefined ? '' : '其后'}每发生 1 件（次）扣 ${of.f.marks(r.step)}`,
      r.cap === undefined || r.cap >= of.full ? '扣完为止' : `最多扣 ${of.f.marks(r.cap)}`,
    ),
  countMet: (r, of) =>
    join(
      typeof r.required === 'number'
        ? `达到 ${of.f.brief(r.required, 4)} 次得满分`
        : `达到${named(r.required.measure, of)}规定的次数得满分`,
      r.whole ? '不足的不得分' : '不足的按比例得分',
    ),
  yesNo: (r, of) => `${onward(bounds(r, of.unit, of))}得满分，否则不得分`,
  vote: (r, of) => {
    const votes = r.options.map((o) => `${named(o.measure, of)}每票计 ${of.f.brief(o.coefficient, 4)}`);
    return join(`按测评票计分：${votes.join('、')}`, '其他票计 0', `折合票数占总票数的比例乘以 ${of.f.marks(of.full)}为得分`);
  },
  asGiven: (r, of) =>
    join('按数值直接计分', `最低 ${of.f.marks(r.min ?? 0)}、最高 ${of.f.marks(Math.min(r.max ?? of.full, of.full))}`),
};

const figure = (x: FigureShape, w: Writing): string => {
  if (typeof x === 'string') return named(x, w);
  const part = (y: FigureShape): string => (typeof y === 'string' ? named(y, w) : `（${figure(y, w)}）`);
  if ('ratio' in x) return x.ratio.map(part).join(' ÷ ');
  if ('difference' in x) return x.difference.map(part).join(' − ');
  if ('sum' in x) return x.sum.map(part).join(' + ');
  return x.weighted.map((y) => `${w.f.brief(y.by, 4)} × ${part(y.of)}`).join(' + ');
};

function prepare(s: PrepareShape, of: Marked): string {
  switch (s.do) {
    case 'per':
      return join(`除以${figure(s.figure, of)}`, (s.times ?? 1) !== 1 && `再乘以 ${of.f.brief(s.times ?? 1, 4)}`);
    case 'log':
      return s.base === 2 || s.base === 10 ? `取以 ${s.base} 为底的对数` : '取自然对数';
    case 'clamp':
      return join(
        s.lo !== undefined && `低于${inside(amount(s.lo, of.unit, of))}的按${inside(amount(s.lo, of.unit, of))}计`,
        s.hi !== undefined && `高于${inside(amount(s.hi, of.unit, of))}的按${inside(amount(s.hi, of.unit, of))}计`,
      );
    case 'change':
      return `取${s.on === 'lastYear' ? '同比（与上年同期比）' : '环比（与上期比）'}${s.as === 'difference' ? '增减量' : '增幅'}`;
    case 'over': {
      const span = s.periods === 'year' ? '本年以来各期' : `近 ${s.periods} 期`;
      return `取${span}的${{ sum: '合计', mean: '平均', latest: '最近一次数值' }[s.take]}`;
    }
    case 'winsorise':
      return `最多将 ${s.most} 个极端值收缩至次极端值，直至偏度绝对值低于 ${of.f.brief(s.skew ?? 2, 4)} 或超额峰度低于 ${of.f.brief(s.kurtosis ?? 3.5, 4)}`;
    case 'rank':
      return `换算为${where(s.among)}${s.from === 'top' ? '由高到低' : '由低到高'}的名次`;
  }
}

const DUE = { Q: '每季度考核', H: '每半年考核（6月、12月末）', Y4: '年末考核', Y1: '第一季度末考核' } as const;
const standardise = '先分领域计算，再按全市各领域占比合成';

const gradeTitle = (id: string, g: GradesShape | undefined): string => {
  const line = g?.lines.find((l) => l.grade === id);
  return `“${line?.title === undefined ? id : said(line.title)}”`;
};
const listed = (x: Items, verb: '加' | '扣', w: Writing): string =>
  x.items
    .map((i) => {
      const each = `${said(i.title)}：${named(i.measure, w)}每${inside(gap(1, w.unitOf(i.measure), w))}${verb} ${w.f.marks(i.step)}`;
      return join(each, i.cap !== undefined && `最多${verb} ${w.f.marks(i.cap)}`);
    })
    .join('；');
const LIT: Readonly<Record<string, string>> = { total: '总分', sections: '各部分', leaves: '各指标' };
const clauses = (when: readonly ClauseShape[], unit: ValueUnit, { f }: Writing): string =>
  when.map((c) => lightsZh.clause(c, unit, f)).join('且');
const MODES = { 'half-up': '四舍五入', 'half-even': '四舍六入五成双', down: '只舍不入', up: '只入不舍' } as const;

export const rulesZh: RuleWords = {
  rule,
  leaf: (leaf, of) => [
    ...(leaf.prepare ?? []).map((s) => prepare(s, of)),
    ...(leaf.standardise ? [standardise] : []),
    ruleSentence(rulesZh, leaf.rule, of),
    ...(leaf.adjustments ?? []).map((a) => rulesZh.adjustment(a, of)),
    rulesZh.due(leaf.due),
    ...(leaf.due === 'Q' && leaf.carry === undefined ? [] : [rulesZh.carry(leaf.carry ?? false)]),
    rulesZh.missing(leaf.missing ?? 'zero', of),
    ...(leaf.minDenominator === undefined ? [] : [rulesZh.minDenominator(leaf.minDenominator, of)]),
    ...(leaf.sectors === undefined ? [] : [rulesZh.sectors(leaf.sectors)]),
  ],
  figure,
  prepare,
  standardise,
  adjustment: (a, w) => {
    const verb = a.step < 0 ? '扣' : '加';
    return join(
      a.when
        ? `${said(a.title)}：${named(a.measure, w)}${onward(bounds(a.when, w.unitOf(a.measure), w))}的${verb} ${w.f.marks(Math.abs(a.step))}`
        : `${said(a.title)}：${named(a.measure, w)}每${inside(gap(a.per ?? 1, w.unitOf(a.measure), w))}${verb} ${w.f.marks(Math.abs(a.step))}`,
      a.cap !== undefined && `最多${verb} ${w.f.marks(a.cap)}`,
      a.floor !== undefined && `本项最低扣至 ${w.f.marks(a.floor)}`,
    );
  },
  due: (due) => (typeof due === 'string' ? DUE[due] : `${due.map((m) => `${m}月`).join('、')}末考核`),
  carry: (carry) => (carry ? '其他各期沿用最近一次考核的数值' : '其他各期不计，分值分给其余指标'),
  missing: (m, of) => {
    if (m === 'zero') return '应报未报的计零分';
    if (m === 'exclude') return '应报未报的本项不计，分值分给其余指标';
    if (m === 'unranked') return '应报未报的不参加排名';
    return 'fixed' in m
      ? `应报未报的按${inside(amount(m.fixed, of.unit, of))}计`
      : `应报未报的按${where(m.mean)}已报单位的平均值计`;
  },
  sectors: (sectors) => `只考核${sectors.map((s) => `“${s}”`).join('、')}，其余不适用`,
  minDenominator: (n, { f }) => `分母少于 ${f.brief(n, 4)} 的不考核，分值分给其余指标`,
  combining: (c, titleOf, { f }) => [
    ...(c.aggregate === undefined || c.aggregate === 'sum'
      ? c.aggregate
        ? ['各项得分相加']
        : []
      : [`按各项得分率的加权${{ mean: '算术', geometric: '几何', harmonic: '调和' }[c.aggregate]}平均计分`]),
    ...(c.weights ? [`权重：${f.list(Object.entries(c.weights).map(([id, x]) => `${titleOf(id)} ${f.brief(x, 4)}`))}`] : []),
    ...(c.minPresent === undefined ? [] : [`有数据的权重不足 ${f.shareBrief(c.minPresent, 4)} 的不计`]),
  ],
  bonus: (b, w) =>
    `${said(b.title)}，合计最多加 ${w.f.marks(b.cap)}${b.inside ? '，加分后总分不超过满分' : ''}：${listed(b, '加', w)}`,
  deductions: (d, w) => `${said(d.title)}${d.cap === undefined ? '' : `，合计最多扣 ${w.f.marks(d.cap)}`}：${listed(d, '扣', w)}`,
  total: (b, { f }) =>
    `总分${[b.floor === undefined ? '' : `不低于 ${f.marks(b.floor)}`, b.cap === undefined ? '' : `不超过 ${f.marks(b.cap)}`].filter(Boolean).join('、') || '不设上下限'}`,
  year: (y, { f }) => {
    const weights = y.weights.map((x) => f.brief(x, 4)).join('、');
    return y.of === 'totals'
      ? `年度总分为各期总分按权重 ${weights} 的加权平均`
      : `年度总分由各指标各考核期得分按权重 ${weights} 加权平均后相加，全年只考核一次的指标只计一次`;
  },
  rounding: (r) =>
    `${r.at === 'leaf' ? '各指标得分' : '总分'}保留 ${r.decimals} 位小数，${MODES[r.mode]}${r.at === 'leaf' ? '后再相加' : ''}`,
  ranking: (r, titleOf) => {
    const ties = { '1224': '名次并列、其后名次空出', '1223': '名次并列、其后名次不空', mean: '取所占名次的平均' }[r.ties];
    const breakers = r.breakers.map((id) => `“${titleOf(id)}”`).join('、');
    return join(
      `按${r.on === 'rounded' ? '取舍后' : '未取舍'}的总分由高到低排名`,
      breakers && `总分相同的依次比较${breakers}`,
      `${breakers ? '仍' : '总分'}相同的${ties}`,
    );
  },
  grades: (g, titleOf, w) =>
    (g.of === undefined ? '' : `按“${titleOf(g.of)}”的得分：`) +
    g.lines
      .map((l) => {
        const asked = (l.requires ?? []).map((c) => `且${said(c.title)}（${condition(c, w)}）`).join('');
        return `${l.min === undefined ? '其余' : `${w.f.marks(l.min)}及以上`}${asked}为${gradeTitle(l.grade, g)}`;
      })
      .join('，'),
  quota: (q, g, { f }) => {
    const scope = { group: '本考核分组', city: '全市', parent: '同一上级所属' }[q.scope];
    const least = q.atLeast ? `，至少 ${q.atLeast} 个` : '';
    return `${gradeTitle(q.grade, g)}不超过${scope}参加排名单位的 ${f.shareBrief(q.share, 4)}（${MODES[q.rounding]}取整${least}），${q.binding ? '原方案规定为硬性比例，系统仅作提示' : '仅作提示'}`;
  },
  direct: (d, g, w) => `${said(d.title)}（${condition(d, w)}）的，直接评为${gradeTitle(d.grade, g)}；依据：${said(d.basis)}`,
  veto: (v, g, w) => {
    const then = join(
      v.cap !== undefined && `等次最高为${gradeTitle(v.cap, g)}`,
      v.capScore !== undefined && `总分最高 ${w.f.marks(v.capScore)}`,
      v.disqualify && '不参加排名和等次评定',
    );
    return `${said(v.title)}（${condition(v, w)}）的，一票否决：${then}；依据：${said(v.basis)}`;
  },
  lights: (l, titleOf, w) => {
    const line = ({ light, title, when }: (typeof l.lines)[number]): string =>
      `${lightsZh.light(light)}＝${said(title)}（${when ? clauses(when, w.unit, w) : '其余'}）`;
    return join(
      `${said(l.title)}（${LIT[l.on] ?? `“${titleOf(l.on)}”`}）：${l.lines.map(line).join('；')}`,
      l.among === 'group' && '名次和平均值在组内比',
      redIsBest(l.lines) && '以红灯为好',
      '无数据、未到期的不亮灯',
    );
  },
  card: (c, w) => {
    const when = `${c.periods === 1 ? '本期' : `连续 ${c.periods} 期`}${clauses(c.when, 'points', w)}`;
    const among = c.among === 'group' ? '（组内）' : '';
    return `“${said(c.title)}”：${onward(when)}${among}的列入；依据：${said(c.basis)}${c.on ? '' : '；现未启用，不显示'}`;
  },
};
