/** The words of rules and of a scheme's other parts: every type and option is said, in both languages, as written here by hand. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rulesEn } from '../../src/i18n/en/rules';
import { formats, type Locale } from '../../src/i18n/format';
import { ruleSentence, type LeafShape, type Marked, type RuleShapes, type RuleWords } from '../../src/i18n/rule-words';
import { rulesZh } from '../../src/i18n/zh/rules';
import { MEASURES } from '../../src/ledgers';
import type { ValueUnit } from '../../src/model/measure';
import { flatten, measuresIn, titleOf, type Leaf, type Rule, type RuleOf, type RuleType, type Scheme } from '../../src/scheme';
import { schemeJsonSchema } from '../../src/scheme/docs';

// A rule type, or a key of a rule or a leaf, that the words do not know does not compile.
type Keys<X> = X extends unknown ? keyof X : never;
type Unsaid = { [T in RuleType]: Exclude<Keys<RuleOf<T>>, Keys<RuleShapes[T]> | 'type'> }[RuleType];
type UnsaidOfLeaf = Exclude<
  keyof Leaf,
  keyof LeafShape | 'id' | 'title' | 'points' | 'measure' | 'owner' | 'definition' | 'source'
>;
const said: [Unsaid, UnsaidOfLeaf] extends [never, never] ? true : [Unsaid, UnsaidOfLeaf] = true;
const words: { readonly [T in RuleType]: (rule: RuleOf<T>, of: Marked) => string } = rulesZh.rule;

const LOCALES: readonly (readonly [Locale, RuleWords])[] = [
  ['zh-CN', rulesZh],
  ['en', rulesEn],
];
const NAMES: Readonly<Record<string, string>> = { 'targets.t': '年度任务', 'm.s': '满意率', 'v.good': '好', 'v.fair': '较好' };
const UNITS: Readonly<Record<string, ValueUnit>> = { 'm.s': 'share', 'm.n': 'count' };
const of = (locale: Locale, unit: ValueUnit = 'share', full = 10): Marked => ({
  f: formats(locale, { measure: (id) => NAMES[id] ?? id }),
  unitOf: (id) => UNITS[id] ?? 'number',
  unit,
  full,
});
/** The same part of a scheme in both languages. */
const both = (say: (w: RuleWords, m: Marked) => string | string[], unit?: ValueUnit): (string | string[])[] =>
  LOCALES.map(([locale, w]) => say(w, of(locale, unit)));

type Case = readonly [rule: Rule, unit: ValueUnit, full: number, zh: string, en: string];
const CASES: readonly Case[] = [
  [
    { type: 'attainment', target: 1 },
    'share',
    2,
    '目标值 100%，达到目标得满分，未达到的按“实际 ÷ 目标”的比例得分',
    'Target 100%; full marks at the target, under it in proportion (value ÷ target)',
  ],
  [
    { type: 'attainment', target: 1, pace: true },
    'share',
    2,
    '全年目标值 100%，第一至第四季度末序时目标为其 25%、50%、75%、100%，达到序时目标得满分，未达到的按“实际 ÷ 序时目标”的比例得分',
    'Target of the year 100%, of which 25%, 50%, 75%, 100% are due by the ends of the quarters; full marks at the target due, under it in proportion (value ÷ target due)',
  ],
  [
    { type: 'attainment', target: { measure: 'targets.t' }, pace: [0.2, 0.5, 0.8, 1], cap: 1.2, whenZero: 'full' },
    'count',
    5,
    '全年目标值“年度任务”，第一至第四季度末序时目标为其 20%、50%、80%、100%，按“实际 ÷ 序时目标”的比例得分，最多得 6 分，目标为 0 的得满分',
    'Target of the year “年度任务”, of which 20%, 50%, 80%, 100% are due by the ends of the quarters; marks in proportion (value ÷ target due), at most 6 pts; full marks where the target is 0',
  ],
  [
    { type: 'attainment', target: { groups: { 城区组: 0.9, 县域组: 0.8 }, others: 0.6 } },
    'share',
    2,
    '目标值（城区组 90%、县域组 80%、其余单位 60%），达到目标得满分，未达到的按“实际 ÷ 目标”的比例得分',
    'Target by peer group (城区组 90%, 县域组 80%, any other unit 60%); full marks at the target, under it in proportion (value ÷ target)',
  ],
  [
    { type: 'distanceToTarget', target: { groups: { 城区组: 30 } }, side: 'above', reach: 5 },
    'count',
    2,
    '目标值（城区组 30，其余单位不考核本项），不超过目标得满分，高于目标的按差距占 5 个的比例扣分，扣完为止',
    'Target by peer group (城区组 30, not applicable to any other unit); full marks at or below the target; a value above it loses marks in proportion to the distance, all of them at a distance of 5',
  ],
  [
    { type: 'attainment', target: 20, inverse: true, whenZero: 'none' },
    'number',
    4,
    '目标值 20，不超过目标得满分，超过的按“目标 ÷ 实际”的比例得分，目标为 0 的不得分',
    'Target 20; full marks at or under the target, over it in proportion (target ÷ value); no marks where the target is 0',
  ],
  [
    { type: 'attainment', target: 20, inverse: true, cap: 1.5 },
    'number',
    4,
    '目标值 20，按“目标 ÷ 实际”的比例得分，最多得 6 分',
    'Target 20; marks in proportion (target ÷ value), at most 6 pts',
  ],
  [
    { type: 'goalposts', lo: 60, hi: 95 },
    'points',
    3,
    '满意值 95 分得满分，不允许值 60 分得 0 分，其间按比例得分，超出两端的按两端计',
    'Full marks at 95 pts, 0 pts at 60 pts, in proportion between them; values beyond either count as at it',
  ],
  [
    { type: 'goalposts', lo: 0.1, hi: 0, floor: 0.6, bounded: false },
    'share',
    10,
    '满意值 0% 得满分，不允许值 10% 得 6 分，其间按比例得分，超出两端的照此推算',
    'Full marks at 0%, 6 pts at 10%, in proportion between them; values beyond them count likewise, without a bound',
  ],
  [
    { type: 'goalposts', lo: 1, hi: 1 },
    'share',
    10,
    '满意值与不允许值相同，均得满分',
    'Both goalposts are equal, so full marks for all',
  ],
  [
    { type: 'goalposts', lo: { is: 'min', among: 'group' }, hi: { is: 'max', among: 'group', over: 'all', fallback: 'group' } },
    'share',
    10,
    '满意值历期组内最高值得满分，不允许值组内最低值得 0 分，其间按比例得分，超出两端的按两端计，满意值：组内不足 4 个单位的仍在组内比，不允许值：组内不足 4 个单位的在全市比',
    'Full marks at the highest value in the peer group over all periods, 0 pts at the lowest value in the peer group, in proportion between them; values beyond either count as at it; for the first, a group of fewer than 4 units is compared within itself all the same, for the second, a group of fewer than 4 units is compared with the city',
  ],
  [
    { type: 'goalposts', lo: { is: 'min', among: 'city', over: 'yearStart' }, hi: { measure: 'targets.t' } },
    'share',
    10,
    '满意值“年度任务”得满分，不允许值上年末全市最低值得 0 分，其间按比例得分，超出两端的按两端计',
    'Full marks at “年度任务”, 0 pts at the lowest value in the city at the end of the year before, in proportion between them; values beyond either count as at it',
  ],
  [
    { type: 'exponential', lo: 6, hi: 12, floor: 0.6 },
    'number',
    100,
    '满意值 12 得满分，不允许值 6 得 60 分，其间按指数曲线得分，超出两端的按两端计',
    'Full marks at 12, 60 pts at 6, by an exponential curve between them; values beyond either count as at it',
  ],
  [
    { type: 'zScore', among: 'group', centre: 0.6, spread: 0.1 },
    'share',
    10,
    '组内平均值得 6 分，每高 1 个标准差加 1 分、每低 1 个标准差减 1 分，最低 0 分、最高 10 分，组内不足 4 个单位的在全市比',
    '6 pts at the mean of the peer group, 1 pts more for each standard deviation above it and less for each below it; at least 0 pts, at most 10 pts; a group of fewer than 4 units is compared with the city',
  ],
  [
    { type: 'zScore', among: 'city', centre: 0.6, spread: 0.1, floor: 0.2, cap: 1.1, inverse: true },
    'share',
    10,
    '全市平均值得 6 分，每低 1 个标准差加 1 分、每高 1 个标准差减 1 分，最低 2 分、最高 11 分',
    '6 pts at the mean of the city, 1 pts more for each standard deviation below it and less for each above it; at least 2 pts, at most 11 pts',
  ],
  [
    { type: 'percentile', among: 'group' },
    'share',
    10,
    '按优于组内其他单位的比例得分（高者为优），优于全部其他单位得 10 分，数值相同的不算优于，组内不足 4 个单位的在全市比',
    'Marks by the share of the other units in the peer group that it is better than (higher is better), 10 pts where better than all; equal values are not bettered; a group of fewer than 4 units is compared with the city',
  ],
  [
    { type: 'percentile', among: 'city', ties: 'mid', inverse: true },
    'share',
    10,
    '按优于全市其他单位的比例得分（低者为优），优于全部其他单位得 10 分，数值相同的按一半计',
    'Marks by the share of the other units in the city that it is better than (lower is better), 10 pts where better than all; equal values count half',
  ],
  [
    { type: 'distanceToBest', among: 'group' },
    'share',
    10,
    '组内最优值（最高）得满分，其余按差距占最优值的比例扣分，扣完为止，组内不足 4 个单位的在全市比',
    'Full marks for the best value (the highest) in the peer group; any other loses marks in proportion to the distance, all of them at a distance of the size of the best value; a group of fewer than 4 units is compared with the city',
  ],
  [
    { type: 'distanceToBest', among: 'city', reach: 0.2, inverse: true },
    'share',
    10,
    '全市最优值（最低）得满分，其余按差距占 20 个百分点的比例扣分，扣完为止',
    'Full marks for the best value (the lowest) in the city; any other loses marks in proportion to the distance, all of them at a distance of 20 percentage points',
  ],
  [
    { type: 'distanceToTarget', target: 0.9, side: 'below' },
    'share',
    10,
    '目标值 90%，达到目标得满分，低于目标的按差距占目标的比例扣分，扣完为止',
    'Target 90%; full marks at or above the target; a value below it loses marks in proportion to the distance, all of them at a distance of the size of the target',
  ],
  [
    { type: 'distanceToTarget', target: 5, side: 'above', reach: 3, pace: true },
    'count',
    10,
    '全年目标值 5，第一至第四季度末序时目标为其 25%、50%、75%、100%，不超过序时目标得满分，高于序时目标的按差距占 3 个的比例扣分，扣完为止',
    'Target of the year 5, of which 25%, 50%, 75%, 100% are due by the ends of the quarters; full marks at or below the target due; a value above it loses marks in proportion to the distance, all of them at a distance of 3',
  ],
  [
    { type: 'distanceToTarget', target: { measure: 'targets.t' }, side: 'both', reach: 0.01 },
    'share',
    10,
    '目标值“年度任务”，等于目标得满分，高于或低于目标的按差距占 1 个百分点的比例扣分，扣完为止',
    'Target “年度任务”; full marks exactly at the target; a value above or below it loses marks in proportion to the distance, all of them at a distance of 1 percentage point',
  ],
  [
    { type: 'ratioToBest', among: 'group' },
    'share',
    9,
    '组内最优值（最高）得满分，其余按“实际 ÷ 最优”的比例得分，组内不足 4 个单位的在全市比',
    'Full marks for the best value (the highest) in the peer group; the others in proportion (value ÷ best); a group of fewer than 4 units is compared with the city',
  ],
  [
    { type: 'ratioToBest', among: 'group', fallback: 'group', inverse: true },
    'share',
    9,
    '组内最优值（最低）得满分，其余按“最优 ÷ 实际”的比例得分，组内不足 4 个单位的仍在组内比',
    'Full marks for the best value (the lowest) in the peer group; the others in proportion (best ÷ value); a group of fewer than 4 units is compared within itself all the same',
  ],
  [
    { type: 'ratioToBest', among: 'city' },
    'share',
    9,
    '全市最优值（最高）得满分，其余按“实际 ÷ 最优”的比例得分',
    'Full marks for the best value (the highest) in the city; the others in proportion (value ÷ best)',
  ],
  [
    { type: 'rankTable', among: 'group', table: [60, 57, 54], outOf: 60 },
    'share',
    6,
    '组内按数值由高到低排名，第1名 6 分、第2名 5.7 分、第3名 5.4 分，其余名次 5.4 分，并列的均按所占的最好名次得分，组内不足 4 个单位的在全市比',
    'By rank in the peer group, the highest value first: 1st 6 pts, 2nd 5.7 pts, 3rd 5.4 pts, any other place 5.4 pts; equal values all have the marks of the best of their places; a group of fewer than 4 units is compared with the city',
  ],
  [
    { type: 'rankTable', among: 'city', table: [2, 1.9], outOf: 2, beyond: 1, from: 'bottom', ties: 'mean', inverse: true },
    'share',
    2,
    '全市按数值由低到高排名，倒数第1名 2 分、倒数第2名 1.9 分，其余名次 1 分，并列的取所占名次得分的平均',
    'By rank in the city, the lowest value first: 1st from the bottom 2 pts, 2nd from the bottom 1.9 pts, any other place 1 pts; equal values share the mean marks of their places',
  ],
  [
    { type: 'rankTable', among: 'city', step: 0.02, floor: 0.5 },
    'share',
    10,
    '全市按数值由高到低排名，第1名得满分，每后移一名少得 0.2 分，最低 5 分，并列的均按所占的最好名次得分',
    'By rank in the city, the highest value first: full marks for the first place, 0.2 pts less for each place after it, at least 5 pts; equal values all have the marks of the best of their places',
  ],
  [
    { type: 'rankTable', among: 'city', step: 0.05, from: 'bottom' },
    'share',
    10,
    '全市按数值由高到低排名，倒数第1名得满分，每前移一名少得 0.5 分，最低 0 分，并列的均按所占的最好名次得分',
    'By rank in the city, the highest value first: full marks for the last place, 0.5 pts less for each place before it, at least 0 pts; equal values all have the marks of the best of their places',
  ],
  [
    {
      type: 'bands',
      outOf: 10,
      bands: [
        { atLeast: 0.9, points: 10 },
        { above: 0.8, points: 8 },
      ],
    },
    'share',
    5,
    '分档计分：90% 及以上得 5 分，高于 80% 得 4 分，其余不得分',
    'By bands: from 90% 5 pts, above 80% 4 pts, anything else 0 pts',
  ],
  [
    { type: 'bands', outOf: 3, bands: [{ atLeast: 88, points: 3 }, { points: 1 }], roundTo: 1 },
    'points',
    3,
    '分档计分：88 分及以上得 3 分，其余得 1 分，先四舍五入到 1 位小数再比较',
    'By bands: from 88 pts 3 pts, anything else 1 pts; rounded to 1 decimal before it is compared',
  ],
  [
    {
      type: 'bands',
      against: { measure: 'targets.t' },
      outOf: 3,
      bands: [{ atLeast: 0.05, points: 3 }, { atLeast: 0, points: 2.5 }, { atLeast: -0.05, points: 1.5 }, { points: 0.5 }],
      without: { type: 'goalposts', lo: 0.6, hi: 1 },
    },
    'share',
    3,
    '与“年度任务”相比分档计分：高 5 个百分点及以上得 3 分，持平及以上得 2.5 分，低不超过 5 个百分点得 1.5 分，其余得 0.5 分；没有可比数值的按以下计分：满意值 100% 得满分，不允许值 60% 得 0 分，其间按比例得分，超出两端的按两端计',
    'By bands, compared with “年度任务”: 5 percentage points or more above 3 pts, level or above 2.5 pts, at most 5 percentage points below 1.5 pts, anything else 0.5 pts; where there is nothing to compare with: full marks at 100%, 0 pts at 60%, in proportion between them; values beyond either count as at it',
  ],
  [
    {
      type: 'bands',
      against: { measure: 'targets.t' },
      outOf: 3,
      bands: [
        { above: 2, points: 3 },
        { above: 0, points: 2 },
        { above: -2, points: 1 },
      ],
    },
    'count',
    3,
    '与“年度任务”相比分档计分：高 2 个以上得 3 分，高于得 2 分，低不到 2 个得 1 分，其余不得分；没有可比数值的不计',
    'By bands, compared with “年度任务”: more than 2 above 3 pts, above it 2 pts, less than 2 below 1 pts, anything else 0 pts; not counted where there is nothing to compare with',
  ],
  [
    { type: 'bands', against: { mean: 'group' }, outOf: 3, bands: [{ atLeast: 0, points: 3 }, { points: 0 }], roundTo: 3 },
    'share',
    3,
    '与组内平均值相比分档计分：持平及以上得 3 分，其余得 0 分，组内不足 4 个单位的在全市比，先将百分数四舍五入到 1 位小数再比较',
    'By bands, compared with the mean of the peer group: level or above 3 pts, anything else 0 pts; a group of fewer than 4 units is compared with the city; the percentage is rounded to 1 decimal before it is compared',
  ],
  [
    { type: 'step', atLeast: 0.95, per: 0.01, step: 0.2 },
    'share',
    2,
    '达到 95% 得满分，每低 1 个百分点扣 0.2 分，扣完为止',
    'Full marks at 95% or more; 0.2 pts off for each percentage point below, until none are left',
  ],
  [
    { type: 'step', atLeast: 0.95, atMost: 1, per: 0.02, step: 0.2, parts: 'down', floor: 0.5 },
    'share',
    2,
    '在 95% 至 100% 之间得满分，每低于或高于此范围 2 个百分点扣 0.2 分，不足 2 个百分点的部分不扣，最低扣至 0.5 分',
    'Full marks from 95% to 100%; 0.2 pts off for each 2 percentage points outside, down to 0.5 pts; a part of a step is not counted',
  ],
  [
    { type: 'step', atMost: 3, per: 1, step: 0.5, parts: 'up', floor: -1 },
    'count',
    2,
    '不超过 3 得满分，每高 1 个扣 0.5 分，不足 1 个的按 1 个扣，最低扣至 −1 分',
    'Full marks at 3 or less; 0.5 pts off for each 1 above, down to −1 pts; a part of a step counts as a whole one',
  ],
  [
    {
      type: 'step',
      atLeast: 0.9,
      per: 0.01,
      step: 0.2,
      gain: 0.1,
      gainCap: 1,
      exempt: { measure: 'm.s', atLeast: 0.98 },
      roundTo: 1,
    },
    'share',
    2,
    '达到 90% 得满分，每低 1 个百分点扣 0.2 分，扣完为止，每高 1 个百分点加 0.1 分，最多加 1 分，“满意率”达到 98% 的不扣分，先四舍五入到 10 个百分点再比较',
    'Full marks at 90% or more; 0.2 pts off for each percentage point below, until none are left; 0.1 pts more for each percentage point above, at most 1 pts; nothing is taken off where “满意率” is at least 98%; rounded to 10 percentage points before it is compared',
  ],
  [
    { type: 'step', atMost: 20, per: 5, step: 0.2, gain: 0.1, roundTo: 0 },
    'number',
    2,
    '不超过 20 得满分，每高 5 扣 0.2 分，扣完为止，每低 5 加 0.1 分，先四舍五入到整数再比较',
    'Full marks at 20 or less; 0.2 pts off for each 5 above, until none are left; 0.1 pts more for each 5 below; rounded to a whole number before it is compared',
  ],
  [
    { type: 'step', against: { mean: 'group' }, atLeast: 0, per: 0.01, step: 0.1 },
    'share',
    2,
    '达到组内平均值得满分，每低 1 个百分点扣 0.1 分，扣完为止，组内不足 4 个单位的在全市比',
    'Full marks at the mean of the peer group or more; 0.1 pts off for each percentage point below, until none are left; a group of fewer than 4 units is compared with the city',
  ],
  [
    { type: 'step', against: { measure: 'targets.t' }, atLeast: -0.05, atMost: 0.05, per: 0.01, step: 0.1 },
    'share',
    2,
    '在“年度任务”减 5 个百分点至“年度任务”加 5 个百分点之间得满分，每低于或高于此范围 1 个百分点扣 0.1 分，扣完为止；没有可比数值的不计',
    'Full marks from “年度任务” less 5 percentage points to “年度任务” plus 5 percentage points; 0.1 pts off for each percentage point outside, until none are left; not counted where there is nothing to compare with',
  ],
  [{ type: 'step', per: 1, step: 0.1 }, 'share', 2, '得满分', 'Full marks'],
  [
    { type: 'perCase', step: 0.5 },
    'count',
    4,
    '每发生 1 件（次）扣 0.5 分，扣完为止',
    '0.5 pts off for each case, until none are left',
  ],
  [
    { type: 'perCase', step: 0.5, cap: 2, free: 2 },
    'count',
    4,
    '前 2 件（次）不扣，其后每发生 1 件（次）扣 0.5 分，最多扣 2 分',
    '0.5 pts off for each case after the first 2, at most 2 pts',
  ],
  [
    { type: 'countMet', required: 10 },
    'count',
    4,
    '达到 10 次得满分，不足的按比例得分',
    'Full marks at 10 times, in proportion below',
  ],
  [
    { type: 'countMet', required: { measure: 'targets.t' }, whole: true },
    'count',
    4,
    '达到“年度任务”规定的次数得满分，不足的不得分',
    'Full marks at the number that “年度任务” asks, none below',
  ],
  [
    { type: 'yesNo', atLeast: 0.1 },
    'share',
    2,
    '达到 10% 得满分，否则不得分',
    'Full marks where the value is at least 10%, else none',
  ],
  [
    { type: 'yesNo', above: 0.1, below: 0.9 },
    'share',
    2,
    '高于 10% 且低于 90% 得满分，否则不得分',
    'Full marks where the value is above 10% and below 90%, else none',
  ],
  [
    { type: 'yesNo', atLeast: 60, atMost: 88 },
    'points',
    2,
    '达到 60 分且不超过 88 分得满分，否则不得分',
    'Full marks where the value is at least 60 pts and at most 88 pts, else none',
  ],
  [
    {
      type: 'vote',
      options: [
        { measure: 'v.good', coefficient: 1 },
        { measure: 'v.fair', coefficient: 0.8 },
      ],
    },
    'count',
    5,
    '按测评票计分：“好”每票计 1、“较好”每票计 0.8，其他票计 0，折合票数占总票数的比例乘以 5 分为得分',
    'By votes, each counted as: “好” 1, “较好” 0.8, any other 0; the sum over all votes, times 5 pts',
  ],
  [
    { type: 'asGiven' },
    'points',
    6,
    '按数值直接计分，最低 0 分、最高 6 分',
    'The value itself, at least 0 pts and at most 6 pts',
  ],
  [
    { type: 'asGiven', min: -2, max: 5 },
    'points',
    6,
    '按数值直接计分，最低 −2 分、最高 5 分',
    'The value itself, at least −2 pts and at most 5 pts',
  ],
];

describe('a rule', () => {
  it.each(CASES)('%j of a %s under %d is said in one sentence of each language', (rule, unit, full, zh, en) => {
    expect(ruleSentence(rulesZh, rule, of('zh-CN', unit, full))).toBe(zh);
    expect(ruleSentence(rulesEn, rule, of('en', unit, full))).toBe(en);
  });

  it('of every type that a scheme may hold has words', () => {
    expect(said).toBe(true);
    expect(Object.keys(rulesEn.rule).sort()).toEqual(Object.keys(words).sort());
    expect([...new Set(CASES.map(([r]) => r.type))].sort()).toEqual(Object.keys(words).sort());
  });

  it('with every option of the format stands among the sentences above', () => {
    interface Option {
      readonly properties: { readonly type: { readonly const: string }; readonly [key: string]: object };
    }
    const { $defs } = schemeJsonSchema() as { $defs: { rule: { oneOf: readonly Option[] } } };
    const written = new Set(CASES.flatMap(([r]) => Object.keys(r).map((key) => `${r.type}.${key}`)));
    const options = $defs.rule.oneOf.flatMap((o) => Object.keys(o.properties).map((key) => `${o.properties.type.const}.${key}`));
    // What a group too small falls back on is said by one function for all rules that look at others.
    expect(options.filter((o) => !written.has(o) && !o.endsWith('.fallback') && o !== 'exponential.bounded')).toEqual([]);
  });
});

describe('the other parts of a leaf', () => {
  it('adjustments say what is added or taken off, for how much, and its bounds', () => {
    const late = { title: { zh: '逾期', en: 'Overdue' }, measure: 'm.n', step: -0.2, per: 2, cap: 1, floor: 0 };
    expect(both((w, m) => w.adjustment(late, m))).toEqual([
      '逾期：“m.n”每 2 个扣 0.2 分，最多扣 1 分，本项最低扣至 0 分',
      'Overdue: 0.2 pts off for each 2 of “m.n”, at most 1 pts, the item not below 0 pts',
    ]);
    expect(
      both((w, m) =>
        w.adjustment(
          { title: { zh: '测评', en: 'Satisfied' }, measure: 'm.s', step: -70, floor: 130, when: { atLeast: 0.3 } },
          m,
        ),
      ),
    ).toEqual([
      '测评：“满意率”达到 30% 的扣 70 分，本项最低扣至 130 分',
      'Satisfied: 70 pts off where “满意率” is at least 30%, the item not below 130 pts',
    ]);
    expect(both((w, m) => w.adjustment({ title: '满意', measure: 'm.s', step: 0.1, per: 0.01 }, m))).toEqual([
      '满意：“满意率”每 1 个百分点加 0.1 分',
      '满意: 0.1 pts added for each percentage point of “满意率”',
    ]);
  });

  it('sectors say whom a leaf is asked of', () => {
    expect(both((w) => w.sectors(['农村', '社区']))).toEqual([
      '只考核“农村”、“社区”，其余不适用',
      'Only for “农村”, “社区”; not applicable to the others',
    ]);
  });

  it.each([
    ['Q', '每季度考核', 'Due every quarter'],
    ['H', '每半年考核（6月、12月末）', 'Due every half-year, at the end of June and December'],
    ['Y4', '年末考核', 'Due at the end of the year'],
    ['Y1', '第一季度末考核', 'Due at the end of the first quarter'],
    [[3, 9], '3月、9月末考核', 'Due at the end of March, September'],
  ] as const)('due %j', (due, zh, en) => {
    expect(both((w) => w.due(due))).toEqual([zh, en]);
  });

  it.each([
    ['zero', '应报未报的计零分', 'Due and not reported: zero points'],
    ['exclude', '应报未报的本项不计，分值分给其余指标', 'Due and not reported: left out, its marks go to the other indicators'],
    ['unranked', '应报未报的不参加排名', 'Due and not reported: the unit is not ranked'],
    [{ fixed: 0.5 }, '应报未报的按 50% 计', 'Due and not reported: counted as 50%'],
    [
      { mean: 'group' },
      '应报未报的按组内已报单位的平均值计',
      'Due and not reported: counted as the mean of those in the peer group that reported',
    ],
  ] as const)('missing %j', (missing, zh, en) => {
    expect(both((w, m) => w.missing(missing, m))).toEqual([zh, en]);
  });

  it.each([
    [{ do: 'per', figure: 'm.s', times: 10000 }, '除以“满意率”，再乘以 10,000', 'Divided by “满意率”, times 10,000'],
    [{ do: 'log' }, '取自然对数', 'Its natural logarithm'],
    [{ do: 'log', base: 10 }, '取以 10 为底的对数', 'Its logarithm to base 10'],
    [
      { do: 'clamp', lo: 0, hi: 1 },
      '低于 0% 的按 0% 计，高于 100% 的按 100% 计',
      'Values below 0% count as that; values above 100% count as that',
    ],
    [{ do: 'change', on: 'previous' }, '取环比（与上期比）增幅', 'Its relative change on the period before'],
    [
      { do: 'change', on: 'lastYear', as: 'difference' },
      '取同比（与上年同期比）增减量',
      'Its difference to the same period of the year before',
    ],
    [{ do: 'over', periods: 'year', take: 'sum' }, '取本年以来各期的合计', 'The sum of the periods of the year so far'],
    [{ do: 'over', periods: 4, take: 'latest' }, '取近 4 期的最近一次数值', 'The latest value of the last 4 periods'],
    [
      { do: 'winsorise', most: 3 },
      '最多将 3 个极端值收缩至次极端值，直至偏度绝对值低于 2 或超额峰度低于 3.5',
      'At most 3 extreme values are pulled in to the next one, until |skewness| is below 2 or the excess kurtosis below 3.5',
    ],
    [
      { do: 'rank', among: 'group', from: 'bottom' },
      '换算为组内由低到高的名次',
      'Its rank in the peer group, the lowest value first',
    ],
  ] as const)('prepared by %j', (step, zh, en) => {
    expect(both((w, m) => w.prepare(step, m))).toEqual([zh, en]);
  });

  it('what is measured names every measure it is made of', () => {
    const figure = { ratio: [{ sum: ['m.a', 'm.s'] }, { weighted: [{ of: 'm.n', by: 2 }] }] } as const;
    expect(both((w, m) => w.figure(figure, m))).toEqual([
      '（“m.a” + “满意率”） ÷ （2 × “m.n”）',
      '(“m.a” + “满意率”) ÷ (2 × “m.n”)',
    ]);
    expect(both((w, m) => w.figure({ difference: ['m.a', 'm.n'] }, m))).toEqual(['“m.a” − “m.n”', '“m.a” − “m.n”']);
  });

  it('stand in the order they take effect, each once', () => {
    const whole: LeafShape = {
      ...{ rule: { type: 'yesNo', atLeast: 0.9 }, prepare: [{ do: 'log' }], standardise: 'sector', due: 'Y4' },
      ...{ adjustments: [{ title: '逾期', measure: 'm.n', step: -0.2 }], carry: true, missing: 'exclude', minDenominator: 3 },
    };
    expect(rulesZh.leaf(whole, of('zh-CN'))).toEqual([
      '取自然对数',
      '先分领域计算，再按全市各领域占比合成',
      '达到 90% 得满分，否则不得分',
      '逾期：“m.n”每 1 个扣 0.2 分',
      '年末考核',
      '其他各期沿用最近一次考核的数值',
      '应报未报的本项不计，分值分给其余指标',
      '分母少于 3 的不考核，分值分给其余指标',
    ]);
    expect(rulesEn.leaf({ rule: { type: 'yesNo', atLeast: 0.9 }, due: 'H' }, of('en'))).toEqual([
      'Full marks where the value is at least 90%, else none',
      'Due every half-year, at the end of June and December',
      'Not counted in other periods, its marks go to the other indicators',
      'Due and not reported: zero points',
    ]);
  });
});

describe('the parts of a scheme', () => {
  const grades: NonNullable<Scheme['grades']> = {
    lines: [
      {
        grade: 'good',
        title: { zh: '好', en: 'Good' },
        min: 90,
        requires: [{ title: '群众满意', measure: 'm.s', atLeast: 0.6 }],
      },
      { grade: '一般' },
    ],
  };
  const item = { title: '表彰', measure: 'm.n', step: 0.5, cap: 2 };

  it('combining', () => {
    const mean = { aggregate: 'geometric', weights: { a: 2, b: 1 }, minPresent: 0.5 } as const;
    expect(both((w, m) => w.combining(mean, (id) => `<${id}>`, m))).toEqual([
      ['按各项得分率的加权几何平均计分', '权重：<a> 2、<b> 1', '有数据的权重不足 50% 的不计'],
      [
        'Scored by the weighted geometric mean of its items’ shares of their full marks',
        'Weights: <a> 2, <b> 1',
        'Not counted where less than 50% of the weights have figures',
      ],
    ]);
    expect(both((w, m) => w.combining({}, (id) => id, m))).toEqual([[], []]);
  });

  it('bonus and deductions', () => {
    expect(both((w, m) => w.bonus({ title: '加分', cap: 3, inside: true, items: [item] }, m))).toEqual([
      '加分，合计最多加 3 分，加分后总分不超过满分：表彰：“m.n”每 1 个加 0.5 分，最多加 2 分',
      '加分, at most 3 pts together, the total not above the full marks: 表彰: 0.5 pts added for each 1 of “m.n”, at most 2 pts',
    ]);
    const one = { title: '通报', measure: 'm.n', step: 1 };
    expect(both((w, m) => w.deductions({ title: '扣分', items: [item, one] }, m))).toEqual([
      '扣分：表彰：“m.n”每 1 个扣 0.5 分，最多扣 2 分；通报：“m.n”每 1 个扣 1 分',
      '扣分: 表彰: 0.5 pts off for each 1 of “m.n”, at most 2 pts; 通报: 1 pts off for each 1 of “m.n”',
    ]);
  });

  it('the total and the year', () => {
    expect(both((w, m) => w.total({ floor: 0, cap: 105 }, m))).toEqual([
      '总分不低于 0 分、不超过 105 分',
      'The total is at least 0 pts and at most 105 pts',
    ]);
    expect(both((w, m) => w.year({ weights: [15, 25, 25, 35], of: 'totals' }, m))).toEqual([
      '年度总分为各期总分按权重 15、25、25、35 的加权平均',
      'The year’s total is the mean of the periods’ totals, weighted 15, 25, 25, 35',
    ]);
    expect(both((w, m) => w.year({ weights: [1, 3] }, m))).toEqual([
      '年度总分由各指标各考核期得分按权重 1、3 加权平均后相加，全年只考核一次的指标只计一次',
      'The year’s total adds up each indicator’s mean over the periods it was due in, weighted 1, 3; an indicator due once a year counts once',
    ]);
  });

  it('rounding and ranking', () => {
    expect(both((w) => w.rounding({ at: 'total', decimals: 2, mode: 'half-up' }))).toEqual([
      '总分保留 2 位小数，四舍五入',
      'The total is rounded to 2 decimals, halves up',
    ]);
    expect(both((w) => w.rounding({ at: 'leaf', decimals: 1, mode: 'half-even' }))).toEqual([
      '各指标得分保留 1 位小数，四舍六入五成双后再相加',
      'Each indicator is rounded to 1 decimal, halves to even, before they are added up',
    ]);
    const titles = (id: string): string => ({ a: '甲', b: '乙' })[id] ?? id;
    expect(both((w) => w.ranking({ on: 'rounded', ties: '1224', breakers: ['a', 'b'] }, titles))).toEqual([
      '按取舍后的总分由高到低排名，总分相同的依次比较“甲”、“乙”，仍相同的名次并列、其后名次空出',
      'Ranked by the rounded total, the highest first; equal totals by “甲”, then “乙”; equals share a place and the places after it are left out',
    ]);
    expect(both((w) => w.ranking({ on: 'unrounded', ties: 'mean', breakers: [] }, titles))).toEqual([
      '按未取舍的总分由高到低排名，总分相同的取所占名次的平均',
      'Ranked by the unrounded total, the highest first; equals have the mean of their places',
    ]);
  });

  it('grades, quotas, direct grades and vetoes', () => {
    expect(both((w, m) => w.grades(grades, (id) => id, m))).toEqual([
      '90 分及以上且群众满意（“满意率”达到 60%）为“好”，其余为“一般”',
      '“Good” from 90 pts, if 群众满意 (“满意率” is at least 60%); “一般” otherwise',
    ]);
    expect(
      both((w, m) => w.grades({ of: 'party', lines: [{ grade: '好', min: 36 }, { grade: '一般' }] }, () => '党建', m)),
    ).toEqual(['按“党建”的得分：36 分及以上为“好”，其余为“一般”', 'By the points of “党建”: “好” from 36 pts; “一般” otherwise']);
    const quota = { grade: 'good', share: 0.3, scope: 'parent', rounding: 'down', atLeast: 1, binding: true } as const;
    expect(both((w, m) => w.quota(quota, grades, m))).toEqual([
      '“好”不超过同一上级所属参加排名单位的 30%（只舍不入取整，至少 1 个），原方案规定为硬性比例，系统仅作提示',
      '“Good” for at most 30% of the ranked units under one parent (rounded down, at least 1); binding by the plan, advice here',
    ]);
    const when = { id: 'x', title: '重大事故', measure: 'm.n', above: 0, basis: '某办法第三条' };
    expect(both((w, m) => w.direct({ ...when, grade: '一般' }, grades, m))).toEqual([
      '重大事故（“m.n”高于 0）的，直接评为“一般”；依据：某办法第三条',
      '重大事故 (“m.n” is above 0): graded “一般” directly; basis: 某办法第三条',
    ]);
    expect(both((w, m) => w.veto({ ...when, cap: 'good', capScore: 60, disqualify: true }, grades, m))).toEqual([
      '重大事故（“m.n”高于 0）的，一票否决：等次最高为“好”，总分最高 60 分，不参加排名和等次评定；依据：某办法第三条',
      'Veto: 重大事故 (“m.n” is above 0): grade at most “Good”, total at most 60 pts, not ranked and not graded; basis: 某办法第三条',
    ]);
  });
});

describe('the example scheme', () => {
  const example = JSON.parse(readFileSync('data/schemes/example.json', 'utf8')) as Scheme;
  const nodes = flatten(example);

  it.each(LOCALES)('reads as sentences in %s, without an id, a hole or a doubled mark', (locale, w) => {
    const f = formats(locale, {
      measure: (id) => {
        const name = MEASURES.get(id)?.name;
        return name ? titleOf(name, locale) : id;
      },
    });
    const unitOf = (id: string): ValueUnit => MEASURES.get(id)?.unit ?? 'number';
    const titles = (id: string): string => {
      const node = nodes.find((n) => n.id === id);
      return node ? titleOf(node.title, locale) : id;
    };
    const writing = { f, unitOf };
    const leaves = nodes.flatMap(({ leaf }) => leaf ?? []);
    const text = leaves.flatMap((leaf) =>
      w.leaf(leaf, { ...writing, full: leaf.points, unit: unitOf(measuresIn(leaf.measure)[0] ?? '') }),
    );
    expect(text.length).toBeGreaterThan(3 * leaves.length);
    const grades = example.grades ?? { lines: [] };
    const all = [
      ...text,
      ...(example.bonus ? [w.bonus(example.bonus, writing)] : []),
      ...(example.deductions ? [w.deductions(example.deductions, writing)] : []),
      ...w.combining(example, titles, writing),
      w.rounding(example.rounding),
      w.ranking(example.ranking, titles),
      w.grades(grades, titles, writing),
      ...(grades.quotas ?? []).map((q) => w.quota(q, grades, writing)),
      ...(grades.direct ?? []).map((d) => w.direct(d, grades, writing)),
      ...(example.vetoes ?? []).map((v) => w.veto(v, grades, writing)),
    ];
    for (const line of all) {
      expect(line).not.toMatch(/undefined|null|NaN|Infinity|\[object|“”|  |，，|；；|，$|；$| ，| ；|[：:]$/);
      // Ids of measures, leaves and grades: a name in Latin letters with a dot, a hyphen or an underscore.
      expect(line).not.toMatch(/[a-z]+(?:[-_][a-z]+)*\.[a-z_]+|fairly-good|[a-z]_[a-z]/);
      if (locale === 'zh-CN') expect(line).not.toMatch(/[a-zA-Z]{3,}/);
      else expect(line).toMatch(/^[A-Z\d“]/);
    }
  });

  it('says its leaves as a printed scheme would', () => {
    const say = (id: string): string => {
      const leaf = nodes.find((n) => n.id === id)?.leaf as Leaf;
      return ruleSentence(rulesZh, leaf.rule, { ...of('zh-CN', 'share', leaf.points) });
    };
    expect(say('sites')).toBe('达到 100% 得满分，每低 1 个百分点扣 0.1 分，扣完为止');
    expect(say('admission')).toBe('在 95% 至 100% 之间得满分，每低于或高于此范围 1 个百分点扣 0.2 分，扣完为止');
    expect(say('vacancy')).toBe('满意值 0% 得满分，不允许值 5% 得 0 分，其间按比例得分，超出两端的按两端计');
  });
});
