/** 干部工作: aggregates only, no cadre has a row. */
import type { ColumnDef, LedgerDef } from '../model/ledger';
import { given, sum } from '../model/measure';
import { PERIOD, county, noted } from './columns';
import { duty, share, total } from './duties';
import { DONE, DUE, assembled, counted, under } from './pairs';

const REPORTS = '个人事项|个人有关事项|个人有关事项报告|领导干部个人有关事项报告|个人事项报告';
const FOUR = '凡提四必|“凡提四必”';
const UNITS = '平时考核|干部平时考核|领导班子平时考核';
const SPECIAL = '专项考核|专项考核项目';
const TEAMS = '班子|班子配备|领导班子|领导班子配备|班子结构';
const YOUNG = '年轻干部|年轻干部配备|优秀年轻干部配备';
const THREE = '三类干部|三类干部配备|“三类干部”|女干部、党外干部、少数民族干部|女、党外、少数民族干部';
const AUDIT = '审计|审计谈话|经济责任审计谈话|经济责任审计';
const ONE_TWO = '一报告两评议|“一报告两评议”';
const CIVIL = '公务员平时考核|公务员考核';
const FILES = '档案|干部档案|档案审核|档案专项审核|干部人事档案|干部人事档案专项审核|干部档案专项审核|干部档案审核|人事档案';
const OLD = '老干部政策|老干部政策落实|老干部待遇|离退休干部政策|老干部';
const OLD_BRANCHES = '老干部支部|老干部党支部|离退休干部党支部';
const PAPERS = '文件会议|文件和会议|发文开会|精文减会|文件会议精简';

// prettier-ignore
const reports = counted('reports_due', '应报告人数', 'Who must report personal matters', '人', 's', ['个人事项应报告|应报告|应报告个人事项|个人有关事项应报告', ...under(REPORTS, `应报告|应报告人数|${DUE}`)], noted('应报告个人有关事项的干部数；不填则随机抽查不适用', 'Cadres who must report personal matters; left blank, the random check is not applicable'));
// prettier-ignore
const papers = counted('papers', '文件会议数', 'Papers and meetings', '件', 'y', ['本年文件会议数|文件会议|文件会议总数|文件会议本年累计|发文开会数', ...under(PAPERS, '本年|本期|本年累计|今年|本年数')], noted('本年累计发文和开会之和', 'Papers issued and meetings held since 1 January, together'));
// prettier-ignore
const papersBefore = counted('papers_before', '文件会议上年同期', 'Papers and meetings a year before', '件', 'y', ['上年同期文件会议数|上年同期|去年同期|文件会议上年同期数|上年同期文件会议', ...under(PAPERS, '上年同期|去年同期|上年|上年同期数')]);

const reportsGiven = given('reports_due');
/** A duty of cadre work, its two columns under one topic. */
const pair = (
  id: string,
  zh: string,
  en: string,
  [dueId, due, dueEn, dueNames]: readonly [id: string, zh: string, en: string, names: readonly string[]],
  [doneId, done, doneEn, doneNames]: readonly [id: string, zh: string, en: string, names: readonly string[]],
  unit: string,
  basis: NonNullable<ColumnDef['basis']>,
  note: Parameters<typeof counted>[6] = {},
) =>
  duty(
    id,
    zh,
    en,
    counted(dueId, due, dueEn, unit, basis, dueNames, note),
    counted(doneId, done, doneEn, unit, basis, doneNames),
  );

// prettier-ignore
const duties = assembled([
  duty('random_check', '个人事项随机抽查比例', 'Reports checked at random', reports,
    counted('random_checks', '随机抽查人数', 'Checked at random', '人', 'y', ['随机抽查|已随机抽查|抽查人数|个人事项随机抽查', ...under(REPORTS, '随机抽查|随机抽查人数|已抽查|抽查人数')]),
    { numerator: sum('random_checks', reportsGiven), denominator: sum('reports_due', reportsGiven), definition: { zh: '随机抽查人数 ÷ 应报告人数；未填应报告人数的，不适用', en: 'Checked at random ÷ who must report; not applicable where the latter is not given' } }),
  pair('four_musts', '凡提四必齐全率', 'Promotions with all four checks',
    ['promotions', '凡提人数', 'Considered for promotion', ['凡提|拟提拔人数|凡提干部|提拔人数|拟提拔|提拔任用人数', ...under(FOUR, '凡提人数|拟提拔|提拔人数|应核|凡提')]],
    ['four_musts', '四必齐全人数', 'With all four checks', ['四必齐全|四必落实人数|凡提四必齐全人数|凡提四必落实人数|四必均落实人数', ...under(FOUR, '四必齐全人数|齐全|落实|已核')]], '人', 'y'),
  pair('units_assessed', '平时考核覆盖率', 'Units assessed in the course of the year',
    ['units_due', '平时考核应考单位', 'Units to assess', ['应考单位|平时考核应考', ...under(UNITS, `应考单位|应考核单位|应考|${DUE}`)]],
    ['units_assessed', '平时考核已考单位', 'Units assessed', ['已考单位|平时考核已考', ...under(UNITS, `已考单位|已考核单位|已考|${DONE}`)]], '个', 's'),
  pair('special_done', '专项考核完成率', 'Special assessments done',
    ['special_due', '专项考核项目应完成', 'Special assessments due', ['专项考核项目数', ...under(SPECIAL, DUE)]],
    ['special_done', '专项考核项目已完成', 'Special assessments done', ['专项考核已完成项目', ...under(SPECIAL, DONE)]], '项', 'y'),
  pair('teams_at_standard', '班子配备达标率', 'Leading teams at standard',
    ['teams_due', '应配班子', 'Leading teams', ['应配领导班子|班子总数|领导班子总数|应配备班子', ...under(TEAMS, '应配|应配备|总数|应达标|应配班子')]],
    ['teams_at_standard', '达标班子', 'Leading teams at standard', ['达标领导班子|配备达标班子|班子配备达标|结构达标班子', ...under(TEAMS, '达标|已达标|已配|达标班子|配备达标')]], '个', 's'),
  pair('young_placed', '年轻干部配备率', 'Leading teams with young cadres',
    ['young_due', '年轻干部应配班子', 'Leading teams that need young cadres', ['应配年轻干部班子', ...under(YOUNG, '应配|应配备|应配备班子|应配班子')]],
    ['young_placed', '年轻干部已配班子', 'Leading teams with young cadres', ['已配年轻干部班子', ...under(YOUNG, '已配|已配备|已配备班子|已配班子|达标班子|达标')]], '个', 's'),
  pair('three_kinds', '三类干部配备率', 'Leading teams with the three kinds of cadres',
    ['three_kinds_due', '三类干部应配班子', 'Leading teams that need the three kinds', ['应配三类干部班子', ...under(THREE, '应配|应配备|应配班子|应配备班子')]],
    ['three_kinds', '三类干部达标班子', 'Leading teams with the three kinds', ['三类干部已达标班子|三类干部配备达标班子', ...under(THREE, '达标|达标班子|已配|已配备|已配班子')]], '个', 's'),
  pair('audit_talks', '审计谈话率', 'Talks after audits held',
    ['audit_due', '审计应谈话', 'Talks due after audits', ['应谈话|应谈|应审计谈话|审计应谈话人数', ...under(AUDIT, `应谈话|应谈|${DUE}`)]],
    ['audit_talks', '审计已谈话', 'Talks held after audits', ['已谈话|已谈|已审计谈话|审计已谈话人数', ...under(AUDIT, `已谈话|已谈|${DONE}`)]], '人', 'y'),
  pair('one_two', '一报告两评议开展率', 'Units that reported and were reviewed',
    ['one_two_due', '一报告两评议应开展单位', 'Units that must report and be reviewed', ['应开展一报告两评议单位', ...under(ONE_TWO, `应开展单位|${DUE}`)]],
    ['one_two', '一报告两评议已开展单位', 'Units that reported and were reviewed', ['已开展一报告两评议单位', ...under(ONE_TWO, `已开展单位|${DONE}`)]], '个', 'y'),
  pair('civil_assessed', '公务员平时考核覆盖率', 'Civil servants assessed in the course of the year',
    ['civil_due', '公务员平时考核应考', 'Civil servants to assess', ['公务员应考', ...under(CIVIL, `应考|应考人数|应考核|${DUE}`)]],
    ['civil_assessed', '公务员平时考核已考', 'Civil servants assessed', ['公务员已考', ...under(CIVIL, `已考|已考人数|已考核|${DONE}`)]], '人', 's'),
  pair('files_checked', '档案专项审核率', 'Files checked',
    ['files_due', '应审档案(卷)', 'Files to check', ['应审档案|应审卷数|应审|应审核|应审核档案|档案应审|应审核档案(卷)', ...under(FILES, `应审|应审核|应审卷数|${DUE}`)]],
    ['files_checked', '已审档案(卷)', 'Files checked', ['已审档案|已审卷数|已审|已审核|已审核档案|档案已审|已审核档案(卷)', ...under(FILES, `已审|已审核|已审卷数|${DONE}`)]], '卷', 'y', noted('全年应审卷数，按序时进度考核', 'Of the whole year; the score holds it against the pace of the year')),
  pair('old_policy', '老干部政策落实率', 'Duties to old cadres met',
    ['old_policy_due', '老干部政策应落实', 'Duties to old cadres', ['应落实|老干部政策应落实事项', ...under(OLD, `应落实|应落实事项|应落实项|${DUE}`)]],
    ['old_policy', '老干部政策已落实', 'Duties to old cadres met', ['已落实|老干部政策已落实事项', ...under(OLD, `已落实|已落实事项|已落实项|${DONE}`)]], '项', 'y'),
  pair('old_branches_standard', '老干部支部规范化率', 'Branches of old cadres in order',
    ['old_branches', '老干部支部数', 'Branches of old cadres', [OLD_BRANCHES, ...under(OLD_BRANCHES, '总数|应规范')]],
    ['old_branches_standard', '老干部规范化支部数', 'Branches of old cadres in order', ['老干部规范化支部|规范化老干部支部|规范化支部|离退休干部规范化支部', ...under(OLD_BRANCHES, '规范化|规范|已规范|达标')]], '个', 's'),
]);

// prettier-ignore
const rotated = counted('rotated', '交流轮岗人次', 'Cadres moved to another post', '人次', 'y', ['交流轮岗|轮岗交流|轮岗交流人次|交流轮岗人数|轮岗人次|干部交流轮岗']);
// prettier-ignore
const seconded = counted('seconded', '挂职人次', 'Cadres seconded', '人次', 'y', ['挂职|挂职锻炼|挂职锻炼人次|挂职人数|干部挂职']);

export const cadreWork: LedgerDef = {
  id: 'cadre-work',
  name: { zh: '干部工作', en: 'Work with cadres' },
  // prettier-ignore
  names: ['干部工作情况', '干部工作统计表', '干部监督', '干部工作汇总', '干部队伍建设', '干部选拔任用和监督', '干部工作半年报', '干部队伍建设情况'],
  frequency: 'H',
  rowPer: 'unit',
  columns: [PERIOD, county(), ...duties.columns, papers, papersBefore, rotated, seconded],
  key: ['county'],
  deadlineDays: 10,
  // prettier-ignore
  example: {
    period: '2026年上半年', county: '示例县', reports_due: '480', random_checks: '52', promotions: '36', four_musts: '36', units_due: '64', units_assessed: '64',
    special_due: '4', special_done: '4', teams_due: '64', teams_at_standard: '60', young_due: '64', young_placed: '55', three_kinds_due: '64',
    three_kinds: '58', audit_due: '6', audit_talks: '6', one_two_due: '40', one_two: '40', civil_due: '1850', civil_assessed: '1846', files_due: '2200',
    files_checked: '1210', old_policy_due: '12', old_policy: '12', old_branches: '18', old_branches_standard: '17', papers: '210', papers_before: '236',
    rotated: '24', seconded: '9',
  },
  checks: duties.checks,
  measures: [
    ...duties.measures,
    share('paper_burden', '文件会议与上年同期之比', 'Papers and meetings against last year', papers, papersBefore, {
      better: 'lower',
      definition: {
        zh: '文件会议数 ÷ 文件会议上年同期；上年同期为0的，不适用',
        en: 'Papers and meetings ÷ those of the year before; not applicable where there were none',
      },
    }),
    total('rotated', '交流轮岗人次', 'Cadres moved to another post', rotated),
    total('seconded', '挂职人次', 'Cadres seconded', seconded),
  ],
};
