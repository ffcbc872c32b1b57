/** 两新组织党建覆盖: how far party organisation and party work reach private firms and social organisations, by type. */
import type { LedgerDef } from '../model/ledger';
import { col, isIn, plus, sum, type MeasureDef } from '../model/measure';
import { PERIOD, REQUIRED, county, list, noted, tally, value } from './columns';
import { atMost, duty, share, type Duty } from './duties';

/** The two types that together are everything; the others are parts of them or cut across them. */
const WHOLE = ['firm', 'social'];
const inWhole = isIn(col('type'), WHOLE);
const OVER = { zh: '(只计非公企业和社会组织两类)', en: ' (private firms and social organisations only)' };

// prettier-ignore
const TYPES = [
  value('firm', '非公企业', 'Private firms', ['非公有制企业', '非公有制经济组织', '民营企业', '非公', '非公经济组织', '新经济组织', '非公企业总体', '一、非公企业', '非公领域']),
  value('social', '社会组织', 'Social organisations', ['新社会组织', '社会团体', '社会组织总体', '二、社会组织', '社会组织领域']),
  value('park', '园区', 'Parks', ['产业园区', '工业园区', '其中:园区', '开发区(园区)', '各类园区']),
  value('mall', '商圈', 'Shopping districts', ['商圈市场', '其中:商圈', '商业街区', '商业综合体']),
  value('building', '楼宇', 'Office buildings', ['商务楼宇', '其中:楼宇', '商业楼宇']),
  value('market', '专业市场', 'Markets', ['市场', '其中:专业市场', '商品市场', '各类市场']),
  value('private-school', '民办学校', 'Private schools', ['民办中小学校', '其中:民办学校', '民办高校', '民办教育机构', '民办幼儿园']),
  value('private-hospital', '民办医院', 'Private hospitals', ['民营医院', '其中:民办医院', '社会办医', '民办医疗机构']),
  value('lawyers', '律师行业', 'Law firms', ['律师事务所', '律所', '律师', '其中:律师行业']),
  value('accountants', '会计行业', 'Accounting firms', ['会计师事务所', '会计师行业', '会计', '注册会计师行业', '其中:会计行业']),
  value('ride-hailing', '网约车', 'Ride-hailing', ['网约车企业', '网约车行业', '网约车司机', '网约出租车', '新就业群体:网约车', '新就业群体(网约车)']),
  value('parcels', '快递', 'Parcel delivery', ['快递企业', '快递行业', '快递物流', '快递员', '快递小哥', '新就业群体:快递', '新就业群体(快递)']),
  value('food-delivery', '外卖', 'Food delivery', ['外卖企业', '外卖行业', '外卖配送', '外卖送餐', '外卖骑手', '外卖配送员', '新就业群体:外卖', '新就业群体(外卖)']),
  value('freight', '货运', 'Freight', ['货运企业', '货运行业', '道路货运', '货车司机', '货运司机', '新就业群体:货运', '新就业群体(货运)']),
];

// prettier-ignore
const [running, due, able, alone, joint] = [
  tally('running', '实体运营数', 'Really in business', '家', 's', ['实体运营', '正常运营数', '实际运营数', '实体运行数', '实体经营数', '正常经营数', '运营实体数']),
  tally('due', '应建数', 'Due to be covered', '家', 's', ['应建党组织数', '应组建数', '应覆盖数', '应建', '应建党组织', '应纳入覆盖数', '党的组织覆盖应建'], noted('按省、市口径应实现党的组织覆盖的', 'Those that must be covered by the province’s and the city’s rules', REQUIRED)),
  tally('able_alone', '符合单独组建条件数', 'With members enough for their own', '家', 's', ['符合单独组建条件', '具备单独组建条件数', '符合组建条件数', '具备组建条件数', '有3名以上正式党员数', '三名以上党员数'], noted('有3名以上正式党员的', 'With three full members or more')),
  tally('alone', '单独组建', 'With their own organisation', '家', 's', ['单独组建数', '单独建立', '单独组建党组织', '已单独组建', '单建', '单独建立党组织', '组织覆盖单独组建', '其中:单独组建'], REQUIRED),
  tally('joint', '联合组建覆盖组织数(家)', 'Covered by a joint organisation', '家', 's', ['联合组建覆盖组织数', '联合组建', '联合组建覆盖数', '联合建立', '联合组建覆盖', '联合组建覆盖(家)', '联建覆盖', '联合组建覆盖企业数', '组织覆盖联合组建', '其中:联合组建'], noted('填联合党组织所覆盖的企业或社会组织的家数，不填党组织个数', 'The firms and social organisations that joint organisations cover, not the number of those organisations', REQUIRED)),
] as const;

/** A share over the two types that are the whole. */
const overWhole = ({ measure, ...rest }: Duty): Duty => ({
  ...rest,
  measure: {
    ...measure,
    numerator: { ...measure.numerator, where: inWhole },
    ...(measure.denominator ? { denominator: { ...measure.denominator, where: inWhole } } : {}),
    definition: { zh: measure.definition.zh + OVER.zh, en: measure.definition.en + OVER.en },
  },
});
// prettier-ignore
const work = overWhole(duty('work_cover', '两新组织工作覆盖率', 'Party work reaches',
  tally('work_due', '应有工作覆盖数', 'Due to be reached by party work', '家', 's', ['应有工作覆盖', '应工作覆盖数', '工作应覆盖数', '党的工作应覆盖数', '工作覆盖应覆盖', '应实现工作覆盖数', '党的工作覆盖应覆盖']),
  tally('work_done', '已工作覆盖数', 'Reached by party work', '家', 's', ['已工作覆盖', '工作覆盖数', '已有工作覆盖数', '工作已覆盖数', '党的工作已覆盖数', '工作覆盖已覆盖', '已实现工作覆盖数', '党的工作覆盖已覆盖'])));
// prettier-ignore
const instructors = overWhole(duty('instructors', '党建指导员选派率', 'Instructors sent',
  tally('instructors_due', '应派指导员', 'Instructors to send', '人', 's', ['应派党建指导员', '应选派指导员', '应选派党建指导员', '应派指导员数', '党建指导员应派', '指导员应派']),
  tally('instructors_sent', '已派指导员', 'Instructors sent', '人', 's', ['已派党建指导员', '已选派指导员', '已选派党建指导员', '已派指导员数', '党建指导员已派', '指导员已派'])));

const cover: MeasureDef = {
  ...share('organisation_cover', '两新组织覆盖率', 'Party organisation reaches', alone, due),
  numerator: sum(plus(col(alone.id), col(joint.id)), inWhole),
  denominator: sum(due.id, inWhole),
  definition: {
    zh: `(单独组建 + 联合组建覆盖组织数) ÷ 应建数${OVER.zh}`,
    en: `(With their own organisation + covered by a joint one) ÷ due to be covered${OVER.en}`,
  },
};

export const twoNewCoverage: LedgerDef = {
  id: 'two-new-coverage',
  name: { zh: '两新组织党建覆盖', en: 'Party building in private firms and social organisations' },
  // prettier-ignore
  names: ['两新组织党建', '两新组织', '“两新”组织党建覆盖', '两新党建', '两新组织党组织覆盖', '两新组织“两个覆盖”', '两个覆盖', '非公企业和社会组织党建', '两新覆盖', '两新组织覆盖情况', '两新组织党建工作情况'],
  frequency: 'Q',
  rowPer: 'type',
  columns: [
    PERIOD,
    county(),
    list(
      'type',
      '类型',
      'Type',
      TYPES,
      ['组织类型', '两新类型', '类别', '组织类别', '企业类型', '行业类型', '领域', '分类', '两新组织类型', '类型(领域)'],
      REQUIRED,
    ),
    running,
    due,
    able,
    alone,
    joint,
    ...work.columns,
    ...instructors.columns,
  ],
  totalled: inWhole,
  key: ['county', 'type'],
  deadlineDays: 10,
  // prettier-ignore
  example: {
    period: '2026年第三季度', county: '墨砚区', type: '非公企业', running: '1260', due: '640', able_alone: '212', alone: '208', joint: '396', work_due: '1260', work_done: '1244',
    instructors_due: '180', instructors_sent: '176',
  },
  checks: [
    atMost(due, running),
    { check: 'sum', parts: [alone.id, joint.id], whole: due.id, atMost: true },
    atMost(alone, able),
    work.check,
    instructors.check,
  ],
  measures: [cover, work.measure, instructors.measure],
};
