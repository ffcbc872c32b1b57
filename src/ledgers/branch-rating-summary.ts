/** 星级评定汇总表: the county's counts of branches and stars by sector, held against the branches themselves. */
import type { LedgerDef } from '../model/ledger';
import { count, sum, type Aggregate, type MeasureDef } from '../model/measure';
import { downgraded, due, rated, ratedWith, upgraded } from './branch-rating-terms';
import { PERIOD, REQUIRED, county, noted, sector, tally } from './columns';
import { addedUp, atMost, share } from './duties';

/** A star's column is written by its word or its figure, with or without 级, 支部, 党支部. */
const starNames = (...words: readonly string[]): string[] =>
  words.flatMap((w) => [`${w}`, `${w}级`, `${w}支部`, `${w}党支部`, `${w}级支部`, `${w}级党支部`]);

// prettier-ignore
const STARS = [
  { star: 5, id: 'five_star', zh: '五星', en: 'five-star', names: starNames('五星', '5星') },
  { star: 4, id: 'four_star', zh: '四星', en: 'four-star', names: starNames('四星', '4星') },
  { star: 3, id: 'three_star', zh: '三星', en: 'three-star', names: starNames('三星', '3星') },
  { star: 2, id: 'two_star', zh: '二星', en: 'two-star', names: starNames('二星', '2星', '两星') },
  { star: 1, id: 'one_star', zh: '一星', en: 'one-star', names: starNames('一星', '1星') },
  { star: 0, id: 'no_star', zh: '不定级', en: 'no-star', names: ['不定级支部', '不定级党支部', '未定级', '未定级支部', '不定星级', '无星', '无星级', '未定星级'] },
].map((s) => ({ ...s, column: tally(s.id, s.zh, `Branches ${s.en}`, '个', 's', s.names) }));

// prettier-ignore
const [branches, dueFor, up, down] = [
  tally('branches', '支部总数', 'Branches', '个', 's', ['党支部总数', '支部数', '党支部数', '现有支部数', '党支部个数', '支部个数']),
  tally('due', '应评数', 'Due for rating', '个', 's', ['应评支部数', '应参评数', '应评定数', '应参评支部数', '应评党支部数', '应评定支部数'], noted('按方案不参评的支部（如成立不足半年的）不计入', 'Without branches that the plan leaves out, such as those younger than half a year', REQUIRED)),
  tally('upgraded', '升星数', 'Upgraded since last year', '个', 's', ['升星支部数', '升级支部数', '晋星数', '较上年升星数', '升星党支部数', '晋位升级数'], noted('两年均有星级的支部中，比上年升星的', 'Of the branches rated in both years')),
  tally('downgraded', '降星数', 'Downgraded since last year', '个', 's', ['降星支部数', '降级支部数', '较上年降星数', '降星党支部数'], noted('两年均有星级的支部中，比上年降星的', 'Of the branches rated in both years')),
] as const;

const starColumns = STARS.map((s) => s.column);
/** A branch of no star is rated too. A county that gives no star at all has not rated none. */
const allRated = addedUp(starColumns);

/** A share of the rated branches; shown and never scored (◎) unless `more` says so. */
const ofRated = (id: string, zh: string, en: string, numerator: Aggregate, more: Partial<MeasureDef> = {}): MeasureDef => ({
  ...share(id, `${zh}支部占比`, `Share of branches ${en}`, dueFor, dueFor),
  numerator,
  denominator: allRated,
  better: 'neither',
  scored: false,
  definition: {
    zh: `${zh}支部数 ÷ 已评定支部数(五星至一星及不定级之和)`,
    en: `Branches ${en} ÷ branches rated (five to one star and no star)`,
  },
  ...more,
});

export const branchRatingSummary: LedgerDef = {
  id: 'branch-rating-summary',
  name: { zh: '星级评定汇总表', en: 'Star rating by sector' },
  // prettier-ignore
  names: ['党支部星级评定汇总表', '支部星级评定汇总表', '星级支部汇总表', '星级评定汇总', '星级评定统计表', '党支部星级评定统计表', '星级评定情况汇总表', '星级支部统计表', '评星定级汇总表', '分领域星级评定'],
  frequency: 'Y',
  rowPer: 'sector',
  columns: [PERIOD, county(), sector(true), branches, dueFor, ...starColumns, up, down],
  key: ['county', 'sector'],
  deadlineDays: 10,
  // prettier-ignore
  example: {
    period: '2026年度', county: '墨砚区', sector: '农村', branches: '86', due: '84', five_star: '9', four_star: '21', three_star: '37',
    two_star: '11', one_star: '4', no_star: '2', upgraded: '13', downgraded: '6',
  },
  checks: [
    atMost(dueFor, branches),
    { check: 'sum', parts: starColumns.map((c) => c.id), whole: dueFor.id, atMost: true },
    atMost(up, dueFor),
    atMost(down, dueFor),
  ],
  // prettier-ignore
  agreements: [
    { name: { zh: '支部总数', en: 'Branches' }, here: sum(branches.id), ledger: 'branch-rating', there: count() },
    { name: { zh: '应评数', en: 'Due for rating' }, here: sum(dueFor.id), ledger: 'branch-rating', there: count(due) },
    { name: { zh: '已评定数', en: 'Rated' }, here: allRated, ledger: 'branch-rating', there: count(rated) },
    ...STARS.map((s) => ({ name: { zh: `${s.zh}数`, en: `Branches ${s.en}` }, here: sum(s.column.id), ledger: 'branch-rating', there: count(ratedWith(s.star)) })),
    { name: { zh: '升星数', en: 'Upgraded' }, here: sum(up.id), ledger: 'branch-rating', there: count(upgraded) },
    { name: { zh: '降星数', en: 'Downgraded' }, here: sum(down.id), ledger: 'branch-rating', there: count(downgraded) },
  ],
  measures: [
    {
      ...share('rated_share', '星级评定覆盖率', 'Share of branches rated', dueFor, dueFor),
      numerator: allRated,
      definition: {
        zh: '五星至一星及不定级支部数之和 ÷ 应评数',
        en: 'Branches of five to one star and of no star ÷ due for rating',
      },
    },
    ofRated('three_star_share', '三星以上', 'at three stars or more', addedUp(starColumns.slice(0, 3)), {
      better: 'higher',
      scored: true,
    }),
    ofRated('five_star_share', '五星', 'of five stars', sum('five_star')),
    ofRated('four_star_share', '四星', 'of four stars', sum('four_star')),
    ofRated('exactly_three_star_share', '三星', 'of three stars', sum('three_star')),
    ofRated('two_star_share', '二星', 'of two stars', sum('two_star')),
    ofRated('one_star_share', '一星', 'of one star', sum('one_star')),
    ofRated('unrated_star_share', '不定级', 'of no star', sum('no_star')),
    ofRated('upgraded', '升星', 'upgraded', sum('upgraded')),
    ofRated('downgraded', '降星', 'downgraded', sum('downgraded')),
  ],
};
