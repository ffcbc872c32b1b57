/** 述职评议结果: how secretaries were judged on their reports of the year; votes and marks are for the score, not for show. */
import type { ColumnDef, LedgerDef } from '../model/ledger';
import { col, count, eq, given, lit, plus, sum, times, type MeasureDef } from '../model/measure';
import { PERIOD, county, noted, points, tally } from './columns';
import { assembled, counted, under } from './pairs';
import { duty } from './duties';

/** What one vote of a kind is worth: a setting of the city. */
export const VOTE_WEIGHTS = { good: 1, fair: 0.8, average: 0.6, poor: 0.4 } as const;

const POLL = '民主测评|测评|述职评议|评议|现场测评|述职测评|民主评议|测评票|票数|测评得票';
const spoken = (word: string) => [
  `${word}(票)`,
  word,
  `“${word}”票`,
  `${word}(张)`,
  `得${word}票`,
  ...under(POLL, `${word}|${word}票`),
];

// prettier-ignore
const GRADES: readonly { readonly id: keyof typeof VOTE_WEIGHTS; readonly zh: string; readonly en: string; readonly names: readonly string[] }[] = [
  { id: 'good', zh: '好', en: 'good', names: ['“好”', '好等次', '“好”等次', '优秀', '优'] },
  { id: 'fair', zh: '较好', en: 'fairly good', names: ['“较好”', '较好等次', '“较好”等次', '良好', '良'] },
  { id: 'average', zh: '一般', en: 'average', names: ['“一般”', '一般等次', '“一般”等次', '中'] },
  { id: 'poor', zh: '差', en: 'poor', names: ['“差”', '差等次', '“差”等次', '较差'] },
];

const votes = GRADES.map((g) => ({
  weight: VOTE_WEIGHTS[g.id],
  column: tally(
    `votes_${g.id}`,
    `${g.zh}票`,
    `Votes “${g.en}”`,
    '票',
    's',
    spoken(g.zh),
    noted('没有的填0，不留空', 'Write 0 where there is none; a blank is not zero'),
  ),
}));

const reported = duty(
  'reported',
  '述职率',
  'Secretaries who reported',
  // prettier-ignore
  counted('report_due', '应述职数', 'Secretaries who must report', '人', 's', ['应述职|应述职书记|应述职书记数|应参加述职', ...under('述职|述职评议', '应述职|应参加')], noted('应述职的党组织书记数', 'Secretaries of party organisations who must report')),
  // prettier-ignore
  counted('reported', '已述职数', 'Secretaries who reported', '人', 's', ['已述职|已述职书记|实际述职|已述职书记数|已参加述职', ...under('述职|述职评议', '已述职|已参加|实际述职')]),
);
const duties = assembled([reported]);

const grade: ColumnDef = {
  id: 'grade',
  name: { zh: '等次', en: 'Grade' },
  // prettier-ignore
  names: ['综合评价等次', '评价等次', '述职评议等次', '评议等次', '考核等次', '综合等次', '评定等次', '确定等次', '最终等次', '等级', '综合评价', '评议结果', '述职评议结果'],
  type: 'list',
  required: true,
  values: GRADES.map((g) => ({ id: g.id, name: { zh: g.zh, en: g.en }, names: g.names })),
};

/** 1 for a county of that grade, shown and never scored (◎): the index of its votes already says it. */
const graded = (id: string, zh: string, en: string): MeasureDef => ({
  id: `graded_${id}`,
  name: { zh: `述职评议等次为“${zh}”`, en: `Graded ${en}` },
  unit: 'share',
  numerator: count(eq(col('grade'), lit(id))),
  denominator: count(given('grade')),
  better: 'neither',
  scored: false,
  definition: { zh: `等次为“${zh}”的 ÷ 已定等次的`, en: `Those graded ${en} ÷ those graded` },
});

const total = votes.map((v) => col(v.column.id)).reduce(plus);
const weighted = votes.map((v) => times(lit(v.weight), col(v.column.id))).reduce(plus);
const weights = GRADES.map((g) => VOTE_WEIGHTS[g.id]).join('/');

export const appraisal: LedgerDef = {
  id: 'appraisal',
  name: { zh: '述职评议结果', en: 'Appraisal of secretaries’ reports' },
  // prettier-ignore
  names: ['述职评议', '述职评议考核', '述职评议考核结果', '书记抓基层党建述职评议', '抓基层党建述职评议', '述职评议汇总', '述职测评结果', '述职评议情况'],
  frequency: 'Y',
  rowPer: 'unit',
  // prettier-ignore
  columns: [
    PERIOD,
    county(),
    ...duties.columns,
    points('daily_mark', '日常考核得分', 'Mark of daily assessment', ['日常考核', '平时考核得分', '平时考核', '日常考核成绩', '日常得分', '平时得分']),
    ...votes.map((v) => v.column),
    points('leader_mark', '领导评价', 'Mark of the leadership', ['领导评价得分', '领导评分', '市领导评价', '市委领导评价', '领导点评得分', '领导评价分']),
    points('total_mark', '综合得分', 'Total mark', ['总分', '总得分', '最终得分', '综合评价得分', '综合成绩', '评议得分', '述职评议得分']),
    grade,
  ],
  key: ['county'],
  deadlineDays: 10,
  // Reports of a year are heard in the first quarter of the next; the rows are of the year reported on.
  dueQuarters: [1],
  // prettier-ignore
  example: {
    period: '2025年度', county: '示例县', report_due: '24', reported: '24', daily_mark: '91.5', votes_good: '62', votes_fair: '15', votes_average: '3',
    votes_poor: '0', leader_mark: '92', total_mark: '91.8', grade: '好',
  },
  checks: duties.checks,
  measures: [
    {
      id: 'vote_index',
      name: { zh: '述职评议测评指数', en: 'Index of votes' },
      unit: 'share',
      numerator: sum(weighted),
      denominator: sum(total),
      better: 'higher',
      scored: true,
      definition: {
        zh: `(好票、较好票、一般票、差票分别×${weights}之和) ÷ 总票数`,
        en: `Votes good, fairly good, average and poor × ${weights} ÷ all votes`,
      },
    },
    ...duties.measures,
    ...GRADES.map((g) => graded(g.id, g.zh, g.en)),
  ],
};
