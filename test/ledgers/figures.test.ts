/** Measures by hand of the ledgers whose measures are more than 已X ÷ 应X: small tables through the whole flow. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine';
import type { MeasureCell } from '../../src/model/measures';
import type { Period } from '../../src/model/period';
import type { UnitId } from '../../src/model/unit';
import { ingestHere } from '../../src/pipeline/ingest-here';
import { Pipeline } from '../../src/pipeline/pipeline';
import { MemoryStore } from '../../src/workspace/store';
import { openNodeEngine } from '../support/engine';
import { readData } from '../support/files';

const Q3 = '2026Q3' as Period;
const H1 = '2026H1' as Period;
const YEAR = '2026' as Period;
let engine: Engine;
let pipeline: Pipeline;

const csv = (name: string, ...lines: string[]) => new File([`${lines.join('\n')}\n`], `${name}.csv`);

beforeAll(async () => {
  engine = await openNodeEngine();
  pipeline = new Pipeline({
    engine: () => Promise.resolve(engine),
    ingest: ingestHere(),
    defaultScheme: readData('schemes/example.json').toString('utf8'),
  });
  await pipeline.open(Promise.resolve(new MemoryStore()));
  await pipeline.drop([
    csv('单位名册', '单位名称,单位代码,层级', '甲县,a,县', '乙县,b,县', '丙县,c,县'),
    csv(
      '村级集体经济2026年上半年',
      '县(市、区),村总数,空壳村,薄弱村,年经营性收入10万元以上村数',
      '甲县,200,4,16,50',
      '乙县,0,0,0,0',
    ),
    csv(
      '基层治理2026年上半年',
      '县(市、区),满意率,调查主体,上访率(‰)',
      '甲县,96.5%,第三方,0.4',
      '乙县,99.5%,县级,0.2',
      '丙县,—,市级,',
    ),
    csv(
      '干部工作2026年上半年',
      '县(市、区),应报告人数,随机抽查人数,文件会议数,文件会议上年同期',
      '甲县,400,44,90,100',
      '乙县,,12,30,0',
    ),
    csv('专题研究与调度2026年第三季度', '县(市、区),县委本季研究基层党建(次),应研究党委(党组)数,本季已研究数', '甲县,0,20,19'),
    csv(
      '组织生活2026年第三季度',
      '县(市、区),领域,支部总数,主题党日应开展(支部·月),已开展',
      '甲县,农村,100,900,880',
      '甲县,社区,20,180,170',
      // how many were due is not told, so what was held counts for nothing
      '甲县,机关,50,,450',
    ),
    csv(
      '理论武装与整改2026年第三季度',
      '县(市、区),整改到期应改,整改到期已改,整改逾期,巡视到期应销号,巡视到期已销号,巡视逾期',
      '甲县,20,18,2,0,0,0',
    ),
    csv(
      '问题·责任清单2026年第三季度',
      '编号,县(市、区),问题,交办层级,整改措施,责任单位,时限,是否销号,销号时间',
      '1,甲县,甲,市级,措施,某局,2026-08-31,是,2026-08-31',
      // late
      '2,甲县,乙,市级,措施,某局,2026-08-31,是,2026-09-01',
      // overdue and open
      '3,甲县,丙,市级,措施,某局,2026-09-29,否,',
      // due on the last day and open: not yet overdue
      '4,甲县,丁,市级,措施,某局,2026-09-30,否,',
      // not yet due
      '5,甲县,戊,市级,措施,某局,2026-12-31,是,2026-09-01',
      // what the county listed itself, and what nobody said who assigned
      '6,甲县,己,县级,措施,某局,2026-08-31,否,',
      '7,甲县,庚,,措施,某局,2026-08-31,否,',
    ),
    csv(
      '述职评议结果2026年度',
      '县(市、区),好票,较好票,一般票,差票,等次',
      '甲县,60,20,10,10,好',
      '乙县,0,0,0,0,一般',
      '丙县,50,20,10,,较好',
    ),
    csv('示范创建与机关国企学校医院党建2026年度', '县(市、区),乡镇(街道)数,整乡推进命名数', '甲县,10,3'),
    csv(
      '表彰奖励2026年度',
      '县(市、区),荣誉名称,授予层级,授予单位,授予时间,对应工作',
      '甲县,先进集体,省,省委组织部,2026-05-01,城市党建',
      '甲县,创新案例,市,市委组织部,2026-06-01,城市党建',
      '甲县,优秀项目,市,市委组织部,2026-07-01,引才',
      '甲县,示范单位,国家,国家有关部门,2026-08-01,',
      '甲县,典型经验,市,市委组织部,2026-09-01,',
    ),
  ]);
});
afterAll(() => engine.close());

const cell = (measure: string, unit: string, period: Period): MeasureCell | undefined =>
  pipeline.snapshot.measures.get(measure, unit as UnitId, period);
const brief = (measure: string, unit: string, period: Period) => {
  const c = cell(measure, unit, period);
  return c && [c.status, c.numerator, c.denominator];
};

test('everything was taken in', () => {
  expect(pipeline.snapshot.pending).toEqual([]);
  expect(pipeline.snapshot.tables.flatMap((t) => t.report.rejected)).toEqual([]);
});

test('villages without income and with little count together; no villages at all is not applicable', () => {
  expect(brief('collective-economy.hollow_weak_share', 'a', H1)).toEqual(['ok', 20, 200]);
  expect(brief('collective-economy.income_ten', 'a', H1)).toEqual(['ok', 50, 200]);
  expect(cell('collective-economy.hollow_weak_share', 'b', H1)?.status).toBe('na');
});

test('satisfaction counts only where the city or a third party asked', () => {
  expect(brief('governance.satisfaction', 'a', H1)).toEqual(['ok', 0.965, 1]);
  expect(cell('governance.satisfaction', 'b', H1)?.status).toBe('na');
  expect(cell('governance.satisfaction', 'c', H1)?.status).toBe('missing');
  expect(cell('governance.satisfaction_any', 'b', H1)?.value).toBe(0.995);
  expect(cell('governance.petition_rate', 'a', H1)?.value).toBe(0.4);
});

test('the random check is not applicable where nobody says who must report', () => {
  expect(brief('cadre-work.random_check', 'a', H1)).toEqual(['ok', 44, 400]);
  expect(cell('cadre-work.random_check', 'b', H1)?.status).toBe('na');
});

test('papers and meetings against last year; none last year is not applicable', () => {
  expect(cell('cadre-work.paper_burden', 'a', H1)?.value).toBe(0.9);
  expect(cell('cadre-work.paper_burden', 'b', H1)?.status).toBe('na');
});

test('a county committee that did not meet has zero, which is not missing', () => {
  expect(cell('study-dispatch.county_studies', 'a', Q3)).toMatchObject({ status: 'ok', value: 0 });
  expect(brief('study-dispatch.bodies_met', 'a', Q3)).toEqual(['ok', 19, 20]);
});

test('theme days are counted over the sectors that say how many were due', () => {
  expect(brief('organisation-life.theme_days', 'a', Q3)).toEqual(['ok', 1050, 1080]);
});

test('cases overdue are a count for deductions and a share; nothing fallen due is not applicable', () => {
  expect(brief('theory-education.rectified', 'a', Q3)).toEqual(['ok', 18, 20]);
  expect(cell('theory-education.rectify_overdue', 'a', Q3)?.value).toBe(2);
  expect(cell('theory-education.rectify_overdue_share', 'a', Q3)?.value).toBe(0.1);
  expect(cell('theory-education.inspection_closed', 'a', Q3)?.status).toBe('na');
  expect(cell('theory-education.inspection_overdue', 'a', Q3)?.value).toBe(0);
});

describe('issues on 2026-09-30', () => {
  test('of what the city assigned and fell due, what was closed by its deadline', () => {
    expect(brief('issue-list.closed_on_time', 'a', Q3)).toEqual(['ok', 1, 4]);
  });

  test('overdue is past its deadline and open', () => {
    expect(cell('issue-list.overdue', 'a', Q3)?.value).toBe(1);
    expect(brief('issue-list.overdue_share', 'a', Q3)).toEqual(['ok', 1, 4]);
    expect(cell('issue-list.listed', 'a', Q3)?.value).toBe(7);
  });
});

test('the index of votes weighs 1/0.8/0.6/0.4; no vote is not applicable, a blank kind of vote is missing', () => {
  const index = cell('appraisal.vote_index', 'a', YEAR);
  expect([index?.numerator, index?.denominator]).toEqual([60 + 16 + 6 + 4, 100]);
  expect(cell('appraisal.vote_index', 'b', YEAR)?.status).toBe('na');
  expect(cell('appraisal.vote_index', 'c', YEAR)?.status).toBe('missing');
  expect(cell('appraisal.graded_good', 'a', YEAR)?.value).toBe(1);
  expect(cell('appraisal.graded_good', 'b', YEAR)?.value).toBe(0);
});

test('named townships are held against all townships', () => {
  expect(brief('demonstration.named_share', 'a', YEAR)).toEqual(['ok', 3, 10]);
});

test('a piece of work honoured twice counts once, at its highest level; an honour without one stands for itself', () => {
  // 城市党建, 引才, 示范单位, 典型经验
  expect(cell('honours.works', 'a', YEAR)?.value).toBe(4);
  // 城市党建, 示范单位
  expect(cell('honours.works_provincial', 'a', YEAR)?.value).toBe(2);
});
