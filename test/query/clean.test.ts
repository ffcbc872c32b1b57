import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine';
import { isTrivial, readTable, sift, type Sifted } from '../../src/ingest';
import { cellReader } from '../../src/ingest/cells';
import { LEDGERS, ledgerOf } from '../../src/ledgers';
import type { LedgerDef } from '../../src/model/ledger';
import type { Period } from '../../src/model/period';
import type { ColumnMapping, Reading } from '../../src/model/table';
import { dropRowsSql, loadBatchSql, loadCleanSql } from '../../src/query';
import { openNodeEngine } from '../support/engine';
import { demo, prepare, tableRows } from './demo';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await prepare(engine, demo, ...LEDGERS);
});
afterAll(() => engine.close());

const Q3 = '2026Q3' as Period;

function reading(ledger: LedgerDef, headers: readonly string[], more: Partial<Reading> = {}): Reading {
  return {
    ledger: ledger.id,
    dialect: { encoding: 'utf-8', bom: 0, delimiter: ',', quote: '"' },
    header: { first: 0, count: 1 },
    columns: headers.map((header, index): ColumnMapping => {
      const column = ledger.columns.find((c) => c.name.zh === header);
      return { index, header, column: column?.id ?? null, ...(column?.type === 'share' ? { shareAs: 'percent' } : {}) };
    }),
    period: Q3,
    rowPeriods: 'only',
    sender: '',
    ownExport: false,
    ...more,
  };
}

let tables = 0;

/** Loads a file by the engine's own reading alone. @returns its number */
async function clean(ledger: LedgerDef, how: Reading, csv: string | Blob, newline?: 'crlf'): Promise<number> {
  const table = ++tables;
  const blob = typeof csv === 'string' ? new Blob([csv]) : csv;
  await engine.withInput('x.csv', blob, (path) => engine.run(loadCleanSql(ledger, how, path, table, newline)));
  return table;
}

/** What is made of a file's rows beside the engine. */
async function sifted(ledger: LedgerDef, how: Reading, csv: string | Blob): Promise<Sifted> {
  const found = await sift(typeof csv === 'string' ? new Blob([csv]) : csv, how, ledger, 'x.csv');
  if (!found.sifted) throw new Error(`not clean: ${found.because ?? ''}`);
  return found.sifted;
}

/** The numbers of the rows that are read with care. */
const oddRows = async (ledger: LedgerDef, how: Reading, csv: string | Blob): Promise<number[]> =>
  (await (await sifted(ledger, how, csv)).rows.text()).split('\n').slice(0, -1).map(Number);

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe('which cells are trivial', () => {
  const figures = ['0', '12', '-3', '007', '60.50', '-0.5', '123456789012345', '0.123456789'];
  const noFigures = [
    'nan', 'NaN', 'inf', '-inf', 'Infinity', '1e5', '1E5', '1_000', ' 12', '12 ', '+5', '.5', '-.5', '5.', '0x10', '1,000', '１２',
    '1234567890123456', '0.1234567890', '-0', '-0.0', '- 5', '--5', '1-2', '12个', '约20', '95%', '无', '/', '—', '-', '12\t', '\u300012',
  ]; // prettier-ignore
  const texts = [
    '青山县',
    '第1号支部',
    'A座党支部',
    '2号院',
    '全兴镇',
    '小河镇',
    '不老村',
    '无锡路社区',
    '空港区',
    '第 一 支部',
    'N座',
    '村',
  ];
  const noTexts = [
    ' 青山县', '青山县 ', '青山县\t', '\u3000青山县', '青山县\u3000', '青山县\u00a0', '青山县\n', "'青山县", "'=1+1", '-', '—', '/', '\\', '缺考', '未报',
    '无', '没有', '不涉及', '合计', '合　计', '全 市 合 计', '小计：', '全市平均', '甲县小计', '甲县合计：', '甲县平均', '合计（3个）', '全市(3)', '汇总', '小　计（三）', 'N/A', 'n/a', '#N/A', 'null', 'Ｎ／Ａ', 'N／A', '零报告', '无 情况', '…',
  ]; // prettier-ignore
  const units = ['青山县', '高新区', '全兴县', '上虞区', '本溪市', '计然县', '一都镇', 'Ａ区'.normalize('NFKC')];
  const noUnits = [
    ...noTexts,
    '1',
    '县',
    '3号县',
    '(1)',
    '注：本表',
    '说明:',
    '附件1',
    '续表',
    '填表人：',
    '其中经开区',
    '其 中',
    '以上数据',
    '第1页共3页',
    '一、人数',
  ];
  // prettier-ignore
  const cases: Readonly<Record<string, readonly [trivial: readonly string[], odd: readonly string[]]>> = {
    done: [figures, noFigures],
    due: [['0', '12', '1000', '007'], [...noFigures, '12.5', '-3', '1001']],
    rate: [['0', '95.3', '100'], [...noFigures, '100.1', '-1', '0.95.3']],
    deadline: [
      ['2026-09-30', '2024-02-29', '1900-01-01', '2099-12-31'],
      ['2026-9-30', '2026/09/30', '2026-02-29', '2026-13-01', ' 2026-09-30', '2026-09-30 ', '1899-12-31', '2100-01-01', 'epoch', 'infinity',
       '2026-09-30 (BC)', '12026-09-3', '20260930', '2026-09', '2026年9月30日', '无', '/'],
    ],
    closed: [['是', '否'], ['true', '1', ' 是', '√', '有', '已', '无', '/']],
    sector: [['农村', 'rural', '学校'], ['村', ' 农村', '农 村', 'Rural', '其他', '/']],
    star: [['三星', '★★★', '3', '0', '不定级', '3星级'], ['6', '-1', '3.0', ' 三星', '三星党支部', '/']],
    organisation: [texts, [...noTexts, '党组织名称']],
    county: [units, [...noUnits, '县(市、区)']],
    period: [['2026Q3'], ['2026Q2', '2026', '2026年三季度', ' 2026Q3', '三季度', '2026q3']],
  };

  for (const [id, [trivial, odd]] of Object.entries(cases))
    test(`${id}: exactly these are read by the engine, and to the values of the careful path`, async () => {
      const column = demo.columns.find((c) => c.id === id);
      if (!column) throw new Error(id);
      const fill: Readonly<Record<string, string>> = { county: '青山县', organisation: '甲村党支部' };
      const how = reading(demo, demo.columns.map((c) => c.name.zh)); // prettier-ignore
      const cells = [...trivial, ...odd];
      const lines = cells.map((cell) => demo.columns.map((c) => (c.id === id ? quote(cell) : (fill[c.id] ?? ''))).join(','));
      const file = ['h'.repeat(1) + ',h'.repeat(9), ...lines].join('\n');
      const table = await clean(demo, how, file);
      const rows = await tableRows(engine, demo, table);
      expect(rows).toHaveLength(cells.length);
      const mapping = how.columns.find((c) => c.column === id) as ColumnMapping;
      expect(cells.filter((c) => isTrivial(column, c, mapping, how, id === 'county'))).toEqual(trivial);
      const noted = await oddRows(demo, how, file);
      expect(cells.filter((_, i) => !noted.includes(i + 2))).toEqual(trivial);
      const read = cellReader(column, { ...mapping, shareAs: 'percent' }, 2026);
      for (const [i, cell] of trivial.entries()) {
        const careful = read(cell);
        expect(careful.fault).toBeUndefined();
        expect(String(rows[i]?.[id]), cell).toBe(careful.value);
      }
    });
});

test('a blank is NULL in an optional column and odd in a required one', async () => {
  const how = reading(demo, ['县(市、区)', '党组织名称', '应办', '已办']);
  const csv = 'a,b,c,d\n青山县,甲,,""\n,甲,1,1\n青山县,,1,1\n';
  const table = await clean(demo, how, csv);
  const rows = await tableRows(engine, demo, table);
  expect(await oddRows(demo, how, csv)).toEqual([3, 4]);
  expect(rows[0]).toMatchObject({
    _row: 2,
    _period: '2026Q3',
    _na: null,
    period: '2026Q3',
    county: '青山县',
    due: null,
    done: null,
  });
});

test('a share whose bare numbers nobody has explained is odd', async () => {
  const base = reading(demo, ['县(市、区)', '党组织名称', '满意率']);
  const columns = base.columns.map(({ index, header, column }) => ({ index, header, column }));
  const csv = 'a,b,c\n青山县,甲,0.95\n';
  expect(await oddRows(demo, { ...base, columns }, csv)).toEqual([2]);
  const fraction = columns.map((c) => (c.column === 'rate' ? { ...c, shareAs: 'fraction' as const } : c));
  expect(await oddRows(demo, { ...base, columns: fraction }, csv)).toEqual([]);
  expect(await tableRows(engine, demo, await clean(demo, { ...base, columns: fraction }, csv))).toMatchObject([{ rate: 0.95 }]);
});

test('a scale below one divides, as the careful path does, and a larger one multiplies', async () => {
  const base = reading(demo, ['县(市、区)', '党组织名称', '已办']);
  const scaled = (scale: number) => ({ ...base, columns: base.columns.map((c) => (c.column === 'done' ? { ...c, scale } : c)) });
  const csv = 'a,b,c\n青山县,甲,12345.67\n';
  expect(await tableRows(engine, demo, await clean(demo, scaled(0.0001), csv))).toMatchObject([{ done: 12345.67 / 10000 }]);
  expect(await tableRows(engine, demo, await clean(demo, scaled(10000), csv))).toMatchObject([{ done: 12345.67 * 10000 }]);
});

test('rows go to the period they name where that is allowed, else to that of the table', async () => {
  const how = reading(demo, ['期间', '县(市、区)', '党组织名称'], { rowPeriods: 'own' });
  const csv = 'a,b,c\n2026Q2,青山县,甲\n,青山县,乙\n2026H1,青山县,丙\n2026Q5,青山县,丁\n';
  const rows = await tableRows(engine, demo, await clean(demo, how, csv));
  expect(rows.slice(0, 3).map((r) => [r['_period'], r['period']])).toEqual([
    ['2026Q2', '2026Q2'],
    ['2026Q3', '2026Q3'],
    ['2026H1', '2026H1'],
  ]);
  expect(await oddRows(demo, how, csv)).toEqual([5]);
  // A file without the blank: who reads it has asked for the period.
  const filled = csv.replace('\n,', '\n2026Q1,');
  expect(await oddRows(demo, { ...how, period: null }, filled)).toEqual([5]);
  const without = await tableRows(engine, demo, await clean(demo, { ...how, period: null }, filled));
  expect(without.map((r) => r['_period']).slice(0, 3)).toEqual(['2026Q2', '2026Q1', '2026H1']);
});

test('a table without a unit column is all of its sender, and without a sender no row is trivial', async () => {
  const csv = 'a,b\n甲村党支部,3\n';
  const how = reading(demo, ['党组织名称', '已办'], { sender: '青山县' });
  expect(await oddRows(demo, how, csv)).toEqual([]);
  expect(await tableRows(engine, demo, await clean(demo, how, csv))).toMatchObject([{ county: '青山县', done: 3 }]);
  expect(await sift(new Blob([csv]), { ...how, sender: '' }, demo, 'x.csv')).toMatchObject({ clean: false, because: 'odd' });
});

test('records are counted from the header on, also where cells span lines, behind a byte order mark', async () => {
  const how = reading(demo, ['县(市、区)', '党组织名称', '备注']);
  const csv = '\ufeff县,"名\n称",备注\r\n青山县,甲,"一\n二"\r\n青山县,乙,"a,""b"""\r\n';
  const rows = await tableRows(engine, demo, await clean(demo, how, csv, 'crlf'));
  expect(rows.map((r) => [r['_row'], r['organisation'], r['county']])).toEqual([[2, '甲', '青山县'], [3, '乙', '青山县']]); // prettier-ignore
});

test('a quote without meaning and another delimiter are read as the dialect says', async () => {
  const base = reading(demo, ['县(市、区)', '党组织名称']);
  const how: Reading = { ...base, dialect: { ...base.dialect, delimiter: ';', quote: '' } };
  const rows = await tableRows(engine, demo, await clean(demo, how, 'a;b\n青山县;甲"乙\n'));
  expect(rows).toMatchObject([{ organisation: '甲"乙' }]);
});

test('a roster has no periods, and no row is odd for that', async () => {
  const roster = ledgerOf('roster');
  const how = reading(roster, ['单位名称', '层级'], { period: null, rowPeriods: 'own' });
  expect(await tableRows(engine, roster, await clean(roster, how, 'a,b\n青山县,县\n'))).toMatchObject([
    { unit_name: '青山县', level: 'county', _period: null },
  ]);
});

test('both reading paths make equal tables of a file in which all kinds of rows occur', async () => {
  const how = reading(demo, [
    '期间',
    '县(市、区)',
    '党组织名称',
    '领域',
    '是否销号',
    '整顿时限',
    '应办',
    '已办',
    '满意率',
    '星级',
  ]);
  const csv = [
    '期间,县(市、区),党组织名称,领域,是否销号,整顿时限,应办,已办,满意率,星级',
    ',青山县,甲村党支部,农村,是,2026-06-30,10,9.5,95.3,三星',
    '2026Q3,白水县,乙村党支部,rural,否,2026-12-31,1,0,100,5',
    ',青山县,丙村党支部,村,√,2026年6月,"1,000",约9,95.3％,★★★★',
    ',青山县,丁村党支部,/,不涉及,,/,—,无,',
    ',白水县,无,,,,,,,',
    '2026Q2,白水县,戊村党支部,农村,是,2026-06-30,10,9,95,三星',
    '期间,县(市、区),党组织名称,领域,是否销号,整顿时限,应办,已办,满意率,星级',
    ',合计,,,,,11,9.5,,',
    ',全　市,,,,,11,9.5,,',
    '1,2,3,4,5,6,7,8,9,10',
    ',青山县,"己村 党支部",学校,是,2026-02-30,2000,nan,195.3,9',
    ',注：以上数据截至期末,,,,,,,,',
    ',,,,,,,,,',
    ' , 青山县 ,庚村党支部, 学校 ,是,2026-06-30, 5 ,+5,.5,3',
    '',
  ].join('\n');
  const blob = new Blob([csv]);
  const careful = ++tables;
  const load = (batch: Uint8Array, table: number) =>
    engine.withInput('b.csv', batch, (path) => engine.run(loadBatchSql(demo, path, table)));
  const report = await readTable(blob, 'x.csv', how, demo, (batch) => load(batch, careful));

  const mixed = await clean(demo, how, blob);
  const beside = await sifted(demo, how, blob);
  await engine.withInput('rows.csv', beside.rows, (path) => engine.run(dropRowsSql(demo, path, mixed)));
  await engine.withInput('b.csv', beside.batch, (path) => engine.run(loadBatchSql(demo, path, mixed)));

  expect(await oddRows(demo, how, blob)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
  const rows = await tableRows(engine, demo, mixed);
  expect(rows).toEqual(await tableRows(engine, demo, careful));
  expect(rows.length).toBe(report.accepted);
  expect({ ...beside.report, index: report.index }).toEqual(report);
});

test('loadCleanSql is one statement', () => {
  const how = reading(demo, ['县(市、区)', '党组织名称', '领域', '整顿时限', '应办', '备注']);
  expect(loadCleanSql(demo, how, "'in/1-x.csv'", 7)).toMatchSnapshot();
});
