/** 村级集体经济: how many villages have no income or little, and how many have reached each step of it. */
import type { ColumnDef, LedgerDef, RowCheck } from '../model/ledger';
import { col, plus, sum, type MeasureDef } from '../model/measure';
import { PERIOD, REQUIRED, county, noted } from './columns';
import { atMost, share } from './duties';
import { counted, under } from './pairs';

// prettier-ignore
const villages = counted('village_total', '村总数', 'Villages', '个', 's', ['行政村总数|行政村数|行政村|村数|建制村数|建制村|村级总数|行政村个数'], REQUIRED);
// prettier-ignore
const hollow = counted('hollow', '空壳村', 'Villages without income', '个', 's', ['集体经济空壳村|空壳村个数|无集体经济收入村|无经营性收入村', ...under('其中|空壳村和薄弱村|空壳薄弱村', '空壳村')], noted('与薄弱村不重复统计', 'None of them is counted as weak too', REQUIRED));
// prettier-ignore
const weak = counted('weak', '薄弱村', 'Villages with little income', '个', 's', ['集体经济薄弱村|薄弱村个数|经济薄弱村', ...under('其中|空壳村和薄弱村|空壳薄弱村', '薄弱村')], noted('不含空壳村', 'Without those that have no income', REQUIRED));

interface Step {
  readonly column: ColumnDef;
  readonly measure: MeasureDef;
}

/** Villages at or above a step of yearly income; a village at a higher step is in every lower one too. */
function step(word: string, amount: number): Step {
  const heads = '年经营性收入|经营性收入|收入|年收入|集体经济收入|村集体经济收入|村集体经营性收入|集体经营性收入|年经营收入';
  const words = `${amount}万元以上|${amount}万元以上村|${amount}万元以上的村|${amount}万以上|${amount}万以上村|${amount}万元及以上|${amount}万元(含)以上|≥${amount}万元`;
  const zh = `年经营性收入${amount}万元以上村数`;
  const en = `Villages with ${amount * 10},000 yuan a year or more`;
  const note = noted('含收入更高的各档', 'With those at every higher step');
  const column = counted(`income_${word}`, zh, en, '个', 's', [words, ...under(heads, words)], note);
  const name = { zh: `年经营性收入${amount}万元以上村占比`, en: `Share of villages with ${amount * 10},000 yuan a year or more` };
  return { column, measure: share(`income_${word}`, name.zh, name.en, column, villages) };
}

const steps = [step('five', 5), step('ten', 10), step('fifty', 50)];
const below = (s: Step, i: number): RowCheck => atMost(s.column, steps[i - 1]?.column ?? villages);

// prettier-ignore
const supported = counted('supported', '扶持项目村', 'Villages with a supported project', '个', 's', ['扶持村|扶持发展村|项目扶持村|中央扶持项目村|扶持壮大集体经济项目村|扶持壮大村集体经济项目村']);

export const collectiveEconomy: LedgerDef = {
  id: 'collective-economy',
  name: { zh: '村级集体经济', en: 'Collective economy of villages' },
  // prettier-ignore
  names: ['村集体经济', '村级集体经济统计表', '农村集体经济', '集体经济发展情况', '村集体经济收入', '空壳村薄弱村', '消除空壳村', '消薄'],
  frequency: 'H',
  rowPer: 'unit',
  // prettier-ignore
  columns: [
    PERIOD,
    county(),
    villages,
    hollow,
    weak,
    ...steps.map((s) => s.column),
    counted('eliminated', '本年消除', 'Brought out of it this year', '个', 'y', ['本年消除空壳村薄弱村|本年消除空壳薄弱村|本年消除村|已消除|消除空壳村|消除薄弱村|今年消除', ...under('空壳村和薄弱村|空壳薄弱村', '本年消除|已消除|消除')], noted('本年累计消除的空壳村和薄弱村', 'Villages without income or with little that left these lists since 1 January')),
    supported,
  ],
  key: ['county'],
  deadlineDays: 10,
  // prettier-ignore
  example: {
    period: '2026年上半年', county: '示例县', village_total: '210', hollow: '3', weak: '18', income_five: '189', income_ten: '120',
    income_fifty: '15', eliminated: '6', supported: '9',
  },
  checks: [
    { check: 'sum', parts: ['hollow', 'weak'], whole: 'village_total', atMost: true },
    ...steps.map(below),
    atMost(supported, villages),
  ],
  measures: [
    {
      id: 'hollow_weak_share',
      name: { zh: '空壳村薄弱村占比', en: 'Villages without income or with little' },
      unit: 'share',
      numerator: sum(plus(col('hollow'), col('weak'))),
      denominator: sum('village_total'),
      better: 'lower',
      scored: true,
      definition: { zh: '(空壳村 + 薄弱村) ÷ 村总数', en: '(Villages without income + villages with little) ÷ villages' },
    },
    ...steps.map((s) => s.measure),
  ],
};
