import { describe, expect, it } from 'vitest';
import { isMute, proposeByValues } from '../../src/ingest/by-values';
import { decideShare } from '../../src/ingest/share';
import { proposeColumns } from '../../src/ingest/similar';
import { scaleInHeader, scaleInTable } from '../../src/ingest/units';
import type { ColumnDef } from '../../src/model/ledger';
import { csv, load, proposalOf, SURVEY, SURVEY_HEADER } from './support';

const ROW = '甲县,一社,12,3.5,95,2020-01-02,是,企业,三星,';
const NAME = '调查表2026Q3.csv';
const only = [SURVEY];
const column = (unit: string): ColumnDef => ({ id: 'c', name: { zh: '列', en: 'c' }, type: 'number', unit });

describe('the unit a header names', () => {
  it.each([
    ['投入（元）', '万元', 0.0001],
    ['投入(单位：千元)', '万元', 0.1],
    ['投入(百万元)', '万元', 100],
    ['投入(亿元)', '万元', 10_000],
    ['投入(亿元)', '元', 1e8],
    ['投入(万元)', '万元', 1],
    ['人口（万人）', '人', 10_000],
    ['服务(万人次)', '人次', 10_000],
    ['上访率(%)', '‰', 10],
    ['上访率（‰）', '‰', 1],
    ['到位资金(本年累计)(元)', '万元', 0.0001],
  ])('%s is held against %s', (header, unit, factor) => expect(scaleInHeader(header, column(unit))).toBe(factor));

  it.each([
    ['投入', '万元'],
    ['服务(人次)', '人'],
    ['投入(本年累计)', '万元'],
    ['得分(分)', '万元'],
    ['人数(人)', ''],
  ])('%s says nothing of %s', (header, unit) => expect(scaleInHeader(header, column(unit))).toBeNull());

  it('above the table is meant for money only', () => {
    expect([
      scaleInTable(['人', '元'], column('万元')),
      scaleInTable(['万人'], column('人')),
      scaleInTable([], column('元')),
    ]).toEqual([0.0001, null, null]);
  });

  it('reaches the rows, that of the header before that of the table', async () => {
    const money = SURVEY_HEADER.replace('到位资金', '到位资金（千元）');
    const { rows } = await load(csv('单位：元,,,,,,,,,', money, ROW), NAME, only);
    expect(rows[0]?.['money']).toBe('0.35');
    const plain = await load(csv('单位：元,,,,,,,,,', SURVEY_HEADER, ROW.replace('3.5', '35000')), NAME, only);
    expect(plain.rows[0]?.['money']).toBe('3.5');
  });
});

describe('percent or fraction', () => {
  it('is said by a header with % or ‰', async () => {
    expect([decideShare('满意率(%)', ['0.9', '95']), decideShare('满意率（‰）', ['950'])]).toEqual([
      { as: 'percent' },
      { as: 'permille' },
    ]);
    const permille = csv(
      SURVEY_HEADER.replace('满意率', '满意率（‰）'),
      ROW.replace('95', '953'),
      ROW.replace('95', '1').replace('一', '二'),
    );
    const { rows, table } = await load(permille, NAME, only);
    expect(rows.map((r) => r['rate'])).toEqual(['0.953', '0.001']);
    expect(table.reading.columns[4]).toMatchObject({ shareAs: 'percent', scale: 0.1 });
  });

  it('is open where every figure is 0 or 1, and nothing to decide where all are 0', () => {
    expect(decideShare('满意率', ['1', '0', '1'])).toEqual({ as: 'unclear', samples: ['1'] });
    expect(decideShare('满意率', ['0', '95%', '/'])).toEqual({ as: null });
  });
});

describe('proposeColumns()', () => {
  const columns = ['应建档数', '已建档数', '满意率', '党组织名称'].map((zh, i): ColumnDef => ({
    id: `c${i}`,
    name: { zh, en: zh },
    type: 'text',
  }));

  it.each([
    ['应建当数', ['c0']],
    ['已建挡数', ['c1']],
    ['建档数', []],
    ['满易率', []],
    ['满一率', ['c2']],
    ['合意率', []],
    ['党组织的名称', ['c3']],
  ])('of %s are %j', (header, ids) => expect(proposeColumns(header, columns)).toEqual(ids));
});

describe('what cells say of a column without a telling header', () => {
  const free = SURVEY.columns;

  it.each([
    ['stars', ['三星', '★★★★', '五星级'], ['star']],
    ['dates', ['2026.3.5', '2026年3月5日', '2026-03-06'], ['since']],
    ['yes and no', ['是', '否', '√', '/'], ['done']],
    ['values of a list', ['企业', '社团', '公司', ''], ['kind']],
    ['periods', ['2026Q3', '三季度'], ['period']],
    ['counties', ['甲县', '乙区', '丙市', '合计'], ['county']],
    ['figures', ['1', '2', '3', '4'], []],
    ['ones and noughts', ['1', '0', '1', '0'], []],
    ['day numbers', ['46000', '46001'], []],
    ['texts', ['一社', '二社', '三社'], []],
    ['a mixture', ['三星', '是', '企业', '2026Q3'], []],
    ['nothing', ['', '/', '—'], []],
    ['a single cell', ['三星'], []],
  ])('%s', (_, cells, ids) => expect(proposeByValues('', cells, free)).toEqual(ids));

  it('counts where the header says nothing, and not beside a word', () => {
    expect(['', '列3', '字段2', 'F7', 'Unnamed: 3', 'xyz_code', '3'].map(isMute)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(['更新时间', '等级', '列席人数'].map(isMute)).toEqual([false, false, false]);
    expect(proposeByValues('更新时间', ['2026.3.5', '2026.3.6'], free)).toEqual([]);
  });

  it('is asked about once, and the required column offered first', async () => {
    const text = csv(
      SURVEY_HEADER.replace('县市区', 'F1').replace('类型', ''),
      ROW,
      ROW.replace('一社', '二社').replace('甲县', '乙区'),
    );
    expect((await proposalOf(text, NAME, only)).questions).toEqual([
      { ask: 'column', index: 0, header: 'F1', candidates: ['county'] },
      { ask: 'column', index: 7, header: '', candidates: ['kind'] },
    ]);
  });
});
