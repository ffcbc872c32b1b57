/** Measures by hand: a few rows whose figures can be counted on fingers, through the whole flow. */
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
let engine: Engine;
let pipeline: Pipeline;

const csv = (name: string, ...lines: string[]) => new File([`${lines.join('\n')}\n`], `${name}2026年第三季度.csv`);

beforeAll(async () => {
  engine = await openNodeEngine();
  pipeline = new Pipeline({
    engine: () => Promise.resolve(engine),
    ingest: ingestHere(),
    defaultScheme: readData('schemes/example.json').toString('utf8'),
  });
  await pipeline.open(Promise.resolve(new MemoryStore()));
  await pipeline.drop([
    new File(['单位名称,单位代码,层级\n甲县,a,县\n乙县,b,县\n丙县,c,县\n'], '单位名册.csv'),
    csv(
      '软弱涣散基层党组织整顿台账',
      '县(市、区),党组织名称,认定时间,整顿时限,整顿结果,是否销号,销号时间,应解决问题数,已解决问题数,回头看时间,回头看结论,是否市级抽查发现,再次列入,包联县级领导(职务),包村(社区)乡镇(街道)领导(职务),第一书记派出单位,结对单位',
      // closed before its deadline; looked back at within six months of closing, which is due after the quarter
      '甲县,一村,2026-01-10,2026-06-30,已转化,是,2026-06-30,4,4,,,否,否,常委,委员,某局,某企业',
      // closed late
      '甲县,二村,2026-01-10,2026-06-30,已转化,是,2026-07-01,3,3,,,否,否,常委,委员,某局,',
      // open and overdue
      '甲县,三村,2026-01-10,2026-08-31,整顿中,否,,2,0,,,否,否,常委,委员,某局,某企业',
      // open, not yet due
      '甲县,四村,2026-07-10,2026-12-31,整顿中,否,,1,0,,,否,否,,,,',
      // closed last year, look-back due on 2026-05-01 and made; fell back, as the city found
      '甲县,五村,2025-05-01,2025-11-30,已转化,是,2025-11-01,5,5,2026-05-01,反弹,是,是,常委,委员,某局,某企业',
      '丙县,零报告,,,,,,,,,,,,,,,',
    ),
    csv(
      '人才引进统计表',
      '县(市、区),年度目标(人),本年累计引进(人),其中:全职,其中:柔性,全职到岗数,该批次引进数,该批次期末在岗数',
      '甲县,200,160,150,10,135,40,30',
      '乙县,0,5,5,0,,/,/',
    ),
  ]);
});
afterAll(() => engine.close());

const cell = (measure: string, unit: string): MeasureCell | undefined =>
  pipeline.snapshot.measures.get(measure, unit as UnitId, Q3);
const brief = (measure: string, unit: string) => {
  const c = cell(measure, unit);
  return c && [c.status, c.numerator, c.denominator];
};

test('everything was taken in', () => {
  expect(pipeline.snapshot.pending).toEqual([]);
  expect(pipeline.snapshot.tables.flatMap((t) => t.report.rejected)).toEqual([]);
});

describe('rectification on 2026-09-30', () => {
  test.each([
    ['closed_on_time', 2, 4], // one, five of one, two, three, five
    ['four_in_place', 3, 5], // two lacks a paired organisation, four lacks all
    ['problems_solved', 12, 15],
    ['look_back', 1, 1], // five; one's falls due on 2026-12-30, two's on 2027-01-01
    ['relapse', 1, 3], // five, fallen back and listed again but one organisation, of one, two, five
  ])('%s is %d of %d', (measure, numerator, denominator) => {
    expect(brief(`rectification.${measure}`, 'a')).toEqual(['ok', numerator, denominator]);
    expect(cell(`rectification.${measure}`, 'a')?.value).toBe(numerator / denominator);
  });

  test('overdue counts what is past its deadline and open', () => {
    expect(cell('rectification.overdue', 'a')?.value).toBe(1);
  });

  test('a nil report is not applicable, no report is missing', () => {
    expect(brief('rectification.closed_on_time', 'c')).toEqual(['na', 0, 0]);
    expect(cell('rectification.closed_on_time', 'b')).toBeUndefined();
  });
});

describe('talent intake', () => {
  test('attainment counts full-time against the year’s target; a target of 0 is not applicable', () => {
    expect(brief('talent-intake.attainment', 'a')).toEqual(['ok', 150, 200]);
    expect(cell('talent-intake.attainment', 'b')?.status).toBe('na');
  });

  test('a blank is missing and a slash not applicable, neither is zero', () => {
    expect(brief('talent-intake.arrival', 'a')).toEqual(['ok', 135, 150]);
    expect(cell('talent-intake.arrival', 'b')?.status).toBe('missing');
    expect(cell('talent-intake.retention', 'b')?.status).toBe('na');
  });
});
