/** 人才引进统计表: one row per county, mostly counts since 1 January. */
import type { Basis, ColumnDef, LedgerDef } from '../model/ledger';
import { coalesce, col, given, lit, minus, or, plus, sum, times, type MeasureDef } from '../model/measure';
import { PERIOD, REQUIRED, county, noted, tally, type More } from './columns';
import { orNothing } from './duties';

/**
 * Settings of the city's talent work: the weight of one person of each class A–F, and how far a flexible 柔性
 * person counts towards the year's target (0: not at all).
 */
export const CLASS_WEIGHTS = { A: 6, B: 5, C: 4, D: 3, E: 2, F: 1 } as const;
export const FLEXIBLE_COEFFICIENT = 0;

const CLASSES = Object.entries(CLASS_WEIGHTS).map(([letter, weight]) => ({
  letter,
  weight,
  id: `class_${letter.toLowerCase()}`,
}));

/** 全职; where a county gives only the total, the total less 柔性. */
const fullTime = coalesce(col('full_time'), minus(col('total_intake'), orNothing({ id: 'flexible' })));
const counted = plus(fullTime, times(lit(FLEXIBLE_COEFFICIENT), orNothing({ id: 'flexible' })));
const weighted = CLASSES.map((c) => times(lit(c.weight), orNothing(c))).reduce(plus);
/** A county that gives no class at all has no weighted intake, not one of zero. */
const anyClass = or(...CLASSES.map((c) => given(c.id)));

// prettier-ignore
const measures: readonly MeasureDef[] = [
  {
    id: 'attainment',
    name: { zh: '引进目标完成率', en: 'Attainment of the intake target' },
    unit: 'share',
    numerator: sum(counted),
    denominator: sum('year_target'),
    better: 'higher',
    scored: true,
    definition: { zh: `(本年累计全职引进 + 柔性引进×${FLEXIBLE_COEFFICIENT}) ÷ 年度目标；按序时考核`, en: `(Full-time intake since 1 January + flexible × ${FLEXIBLE_COEFFICIENT}) ÷ the year’s target; held against the pace of the year` },
  },
  {
    id: 'class_weighted',
    name: { zh: '分类加权引才', en: 'Class-weighted intake per target' },
    unit: 'number',
    numerator: sum(weighted, anyClass),
    denominator: sum('year_target', anyClass),
    better: 'higher',
    scored: true,
    definition: { zh: `Σ(各类引进人数×权重) ÷ 年度目标；权重 ${CLASSES.map((c) => `${c.letter}=${c.weight}`).join('、')}`, en: `Σ(intake of a class × weight) ÷ the year’s target; weights ${CLASSES.map((c) => `${c.letter}=${c.weight}`).join(', ')}` },
  },
  {
    id: 'arrival',
    name: { zh: '到岗率', en: 'Arrived on post' },
    unit: 'share',
    numerator: sum('full_time_arrived'),
    denominator: sum(fullTime),
    better: 'higher',
    scored: true,
    definition: { zh: '全职到岗数 ÷ 本年累计全职引进', en: 'Full-time arrivals ÷ full-time intake since 1 January' },
  },
  {
    id: 'retention',
    name: { zh: '留存率', en: 'Retention' },
    unit: 'share',
    numerator: sum('batch_on_post'),
    denominator: sum('batch_intake'),
    better: 'higher',
    scored: true,
    definition: { zh: '考察批次期末在岗数 ÷ 该批次引进数', en: 'People of the batch on post at the end of the period ÷ people of the batch taken in' },
  },
  {
    id: 'elite_arrival',
    name: { zh: '名校优生到岗率', en: 'Arrival of graduates of named universities' },
    unit: 'share',
    numerator: sum('elite_arrived'),
    denominator: sum('elite_posts'),
    better: 'higher',
    scored: true,
    definition: { zh: '名校优生到岗 ÷ 名校优生岗位', en: 'Graduates of named universities on post ÷ posts offered to them' },
  },
  {
    id: 'flexible',
    name: { zh: '柔性引进占比', en: 'Flexible share of the intake' },
    unit: 'share',
    numerator: sum('flexible'),
    denominator: sum('total_intake', given('flexible')),
    better: 'neither',
    scored: false,
    definition: { zh: '柔性引进 ÷ 本年累计引进', en: 'Flexible intake ÷ intake since 1 January' },
  },
  {
    id: 'intake',
    name: { zh: '本年累计引进数', en: 'Intake since 1 January' },
    unit: 'count',
    numerator: sum('total_intake'),
    better: 'neither',
    scored: false,
    definition: { zh: '本年累计引进人数，含全职和柔性', en: 'People taken in since 1 January, full-time and flexible' },
  },
];

const people = (id: string, zh: string, en: string, basis: Basis, names: readonly string[], more?: More): ColumnDef =>
  tally(id, zh, en, '人', basis, names, more);

export const talentIntake: LedgerDef = {
  id: 'talent-intake',
  name: { zh: '人才引进统计表', en: 'Talent intake' },
  names: [
    '人才引进',
    '人才引进情况',
    '人才引进情况统计表',
    '引才统计',
    '引进人才统计',
    '引才情况',
    '引进人才情况',
    '人才引进月报',
    '人才引进季报',
    '引才进度',
  ],
  frequency: 'Q',
  rowPer: 'unit',
  // prettier-ignore
  columns: [
    PERIOD,
    county('单位', '单位名称', '责任单位'),
    people('year_target', '年度目标(人)', 'Target of the year', 's', ['年度目标', '全年目标', '年度任务', '年度任务数', '目标任务', '目标任务数', '全年任务', '年度引才目标', '目标数', '年度目标数', '全年目标数'], REQUIRED),
    ...CLASSES.map((c) => people(c.id, `${c.letter}类`, `Class ${c.letter}`, 'y', [`${c.letter}类人才`, `${c.letter}类(人)`, `${c.letter}类人才数`, `${c.letter}类引进`])),
    people('total_intake', '本年累计引进(人)', 'Taken in since 1 January', 'y', ['本年累计引进', '小计', '引进数', '累计引进', '引进总数', '引进人数', '累计引进数', '引进合计', '本年引进数', '引进人才总数', '已引进', '引进数(本年累计)', '本年累计引进数'], REQUIRED),
    people('full_time', '其中:全职', 'Of which full-time', 'y', ['全职', '全职引进', '全职引进数', '其中全职', '全职人才', '全职(人)', '其中:全职引进']),
    people('flexible', '其中:柔性', 'Of which flexible', 'y', ['柔性', '柔性引进', '柔性引进数', '其中柔性', '柔性人才', '柔性(人)', '其中:柔性引进']),
    people('full_time_arrived', '全职到岗数', 'Full-time on post', 'y', ['到岗数', '已到岗', '全职到岗', '到岗人数', '实际到岗', '实际到岗数', '全职已到岗', '到岗'], noted('全职引进且期末已到岗的', 'Of the full-time intake, on post at the end of the period', REQUIRED)),
    { id: 'retention_batch', name: { zh: '留存考察批次(年)', en: 'Batch followed up (year)' }, names: ['留存考察批次', '考察批次', '批次', '批次年度', '留存批次', '引进批次(年)', '引进批次'], type: 'integer', unit: '年', range: [2000, 2100], note: { zh: '考察哪一年引进的人才，如 2023', en: 'The year whose intake is followed up, as 2023' } },
    people('batch_intake', '该批次引进数', 'Taken in with the batch', 's', ['批次引进数', '批次引进', '考察批次引进数', '该批次引进', '该批引进数']),
    people('batch_on_post', '该批次期末在岗数', 'Of the batch still on post', 's', ['批次在岗数', '期末在岗数', '期末在岗', '批次期末在岗数', '该批次在岗数', '目前在岗数', '留存数', '留存人数']),
    people('elite_posts', '名校优生岗位', 'Posts for graduates of named universities', 'y', ['名校优生岗位数', '优生岗位', '名校优生引进岗位', '名校优生计划', '优生岗位数']),
    people('elite_arrived', '名校优生到岗', 'Such graduates on post', 'y', ['名校优生到岗数', '优生到岗', '名校优生已到岗', '优生到岗数', '名校优生到岗人数']),
  ],
  key: ['county'],
  deadlineDays: 10,
  // prettier-ignore
  example: {
    period: '2026年第三季度', county: '墨砚区', year_target: '220', class_a: '1', class_b: '4', class_c: '12', class_d: '38', class_e: '61', class_f: '52', total_intake: '168',
    full_time: '150', flexible: '18', full_time_arrived: '141', retention_batch: '2023', batch_intake: '130', batch_on_post: '112', elite_posts: '40', elite_arrived: '36',
  },
  checks: [
    { check: 'sum', parts: CLASSES.map((c) => c.id), whole: 'total_intake' },
    { check: 'sum', parts: ['full_time', 'flexible'], whole: 'total_intake' },
    { check: 'atMost', part: 'full_time_arrived', whole: 'full_time' },
    { check: 'atMost', part: 'batch_on_post', whole: 'batch_intake' },
    { check: 'atMost', part: 'elite_arrived', whole: 'elite_posts' },
  ],
  measures,
};
