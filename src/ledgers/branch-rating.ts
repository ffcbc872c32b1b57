/** 党支部星级评定明细: one row per branch, with its points, its stars and what the city's review found. */
import type { LedgerDef } from '../model/ledger';
import { and, col, count, eq, ge, given, lit, sum, type Condition, type MeasureDef } from '../model/measure';
import { bothYears, checked, downgraded, due, rated, ratedWith, upgraded } from './branch-rating-terms';
import { PERIOD, REQUIRED, TOWNSHIP, county, flag, noted, points, rate, sector, star, text } from './columns';

/** A share of the rated branches that is shown and never scored (◎). */
const starShare = (id: string, zh: string, en: string, star: number): MeasureDef => ({
  id,
  name: { zh: `${zh}支部占比`, en: `Share of ${en} branches` },
  unit: 'share',
  numerator: count(ratedWith(star)),
  denominator: count(rated),
  better: 'neither',
  scored: false,
  definition: { zh: `审定星级为${zh}的支部数 ÷ 已评定支部数`, en: `Branches rated ${en} ÷ branches rated` },
});

/** A move of stars since last year among branches rated in both, shown and never scored (◎). */
const moved = (id: string, zh: string, en: string, where: Condition): MeasureDef => ({
  id,
  name: { zh: `${zh}支部占比`, en: `Share of branches ${en}` },
  unit: 'share',
  numerator: count(where),
  denominator: count(bothYears),
  better: 'neither',
  scored: false,
  definition: {
    zh: `审定星级较上年${zh}的支部数 ÷ 两年均有星级的支部数`,
    en: `Branches ${en} since last year ÷ branches rated in both years`,
  },
});

const measures: readonly MeasureDef[] = [
  {
    id: 'mean_score',
    name: { zh: '支部平均得分', en: 'Mean score of branches' },
    unit: 'points',
    numerator: sum('total_score', rated),
    denominator: count(and(rated, given('total_score'))),
    by: 'sector',
    better: 'higher',
    scored: true,
    definition: {
      zh: '已评定支部总分之和 ÷ 已评定支部数；分领域计算，按全市领域构成加权',
      en: 'Sum of the total scores of rated branches ÷ branches rated; by sector, weighted by the city’s sector mix',
    },
  },
  {
    id: 'three_star_share',
    name: { zh: '三星以上支部占比', en: 'Share of branches at three stars or more' },
    unit: 'share',
    numerator: count(and(rated, ge(col('final_star'), lit(3)))),
    denominator: count(rated),
    better: 'higher',
    scored: true,
    definition: { zh: '审定星级三星及以上支部数 ÷ 已评定支部数', en: 'Branches rated three stars or more ÷ branches rated' },
  },
  starShare('five_star_share', '五星', 'five-star', 5),
  starShare('four_star_share', '四星', 'four-star', 4),
  starShare('exactly_three_star_share', '三星', 'three-star', 3),
  starShare('two_star_share', '二星', 'two-star', 2),
  starShare('one_star_share', '一星', 'one-star', 1),
  starShare('unrated_star_share', '不定级', 'no-star', 0),
  moved('upgraded', '升星', 'upgraded', upgraded),
  moved('downgraded', '降星', 'downgraded', downgraded),
  {
    id: 'rated_share',
    name: { zh: '星级评定覆盖率', en: 'Share of branches rated' },
    unit: 'share',
    numerator: count(and(due, rated)),
    denominator: count(due),
    better: 'higher',
    scored: true,
    definition: {
      zh: '应评且已评定支部数 ÷ 应评支部数；是否应评空白的按应评计',
      en: 'Branches due and rated ÷ branches due; where it is left blank, a branch counts as due',
    },
  },
  {
    id: 'review_agreement',
    name: { zh: '市级抽查复核一致率', en: 'Agreement with the city’s review' },
    unit: 'share',
    numerator: count(and(checked, eq(col('review_star'), col('final_star')))),
    denominator: count(checked),
    better: 'higher',
    scored: true,
    definition: {
      zh: '市级复核星级与审定星级一致的支部数 ÷ 抽查支部数',
      en: 'Branches whose reviewed star equals the approved one ÷ branches spot-checked',
    },
  },
];

export const branchRating: LedgerDef = {
  id: 'branch-rating',
  name: { zh: '党支部星级评定明细', en: 'Star rating of branches' },
  names: [
    '支部星级评定',
    '党支部星级评定',
    '星级评定明细',
    '支部星级明细',
    '星级支部',
    '星级党支部',
    '星级评定花名册',
    '支部评星定级',
    '评星定级',
    '星级评定台账',
    '支部星级',
  ],
  frequency: 'Q',
  rowPer: 'branch',
  // prettier-ignore
  columns: [
    PERIOD,
    county(),
    TOWNSHIP,
    text('branch', '党支部名称', 'Branch', ['支部名称', '党支部', '支部', '党组织名称', '基层党组织名称', '党支部全称', '支部全称', '党支部(党组织)名称'], REQUIRED),
    text('branch_code', '支部代码', 'Branch code', ['党支部代码', '党组织代码', '支部编码', '支部编号', '党支部编号', '组织代码']),
    sector(true),
    flag('due', '是否应评', 'Due for rating', ['应评', '是否应参评', '应参评', '是否参评', '是否纳入评定', '是否应评定'], noted('空白按应评计', 'Left blank: due')),
    text('not_rated_because', '未参评原因', 'Reason for not being rated', ['未评原因', '不参评原因', '未评定原因', '未参评说明', '未参加评定原因']),
    star('declared_star', '申报星级', 'Stars applied for', ['自评星级', '申请星级', '拟定星级', '支部自评星级', '初评星级']),
    points('base_score', '基础项得分', 'Base points', ['基础分', '基础得分', '基础项', '基本分', '基础项分', '基础项目得分', '规定动作得分'], REQUIRED),
    points('bonus_score', '加分项得分', 'Bonus points', ['加分', '加分项', '附加分', '加分得分', '奖励加分', '加分项目得分', '自选动作得分']),
    points('deduction_score', '减分项得分', 'Deducted points', ['减分', '减分项', '扣分', '扣分项', '扣分项得分', '减分项目得分', '倒扣分'], noted('填扣掉的分数，不写负号', 'The points taken off, without a minus sign')),
    points('appraisal_score', '评议项得分', 'Appraisal points', ['评议分', '评议得分', '评议项', '民主评议得分', '群众评议得分', '测评得分', '民主测评得分']),
    points('total_score', '总分', 'Total score', ['总得分', '合计得分', '综合得分', '最终得分', '考评得分', '考核得分', '评定得分', '得分合计', '总成绩', '最后得分'], noted('按本市星级方案由各项得分得出', 'Made of the parts as the city’s star scheme says', REQUIRED)),
    star('final_star', '审定星级', 'Approved stars', ['评定星级', '核定星级', '最终星级', '认定星级', '星级', '星级等次', '评定等次', '确定星级', '县级审定星级', '评星结果', '定星结果'], noted('未参评的不填；评了没有星级的填“不定级”', 'Blank where not rated; “no star” where rated and given none', { required: 'column' })),
    star('last_star', '上年星级', 'Stars last year', ['上年度星级', '去年星级', '上一年度星级', '原星级', '上年评定星级', '上年度评定星级']),
    rate('satisfaction', '满意率', 'Satisfaction', ['群众满意率', '党员群众满意率', '满意度', '群众满意度', '测评满意率', '满意率(%)', '满意度(%)']),
    flag('veto', '一票否决', 'Veto', ['是否一票否决', '否决项', '一票否决项', '有无一票否决情形', '是否有一票否决情形']),
    flag('spot_checked', '是否抽查', 'Spot-checked by the city', ['抽查', '是否市级抽查', '市级抽查', '市级是否抽查', '是否复核', '是否市级复核', '是否抽查复核'], noted('由市级填写', 'The city fills it in')),
    points('review_score', '市级复核得分', 'Score in the city’s review', ['复核得分', '复核分', '市级复核分', '抽查得分', '市级抽查得分', '复评得分'], noted('由市级填写', 'The city fills it in')),
    star('review_star', '市级复核星级', 'Stars in the city’s review', ['复核星级', '市级复评星级', '抽查星级', '市级抽查星级', '复评星级'], noted('由市级填写', 'The city fills it in')),
  ],
  // The code is optional in practice, and one name occurs in many townships (机关第一党支部). Blank parts of a key are a value.
  key: ['county', 'township', 'branch'],
  deadlineDays: 10,
  // How the parts make the total is a setting of the city's star scheme, so no check between them is declared here.
  // prettier-ignore
  example: {
    period: '2026年度', county: '墨砚区', township: '临渚街道', branch: '苇湾村党支部', branch_code: '990101000012', sector: '农村', due: '是', declared_star: '四星',
    base_score: '82', bonus_score: '6', deduction_score: '1', total_score: '87', final_star: '四星', last_star: '三星', satisfaction: '96.5%', veto: '否', spot_checked: '是',
    review_score: '86.5', review_star: '四星',
  },
  checks: [],
  measures,
};
