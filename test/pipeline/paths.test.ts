/** The two reading paths keep one contract: equal rows and equal reports for every file the engine may read itself. */
import fc from 'fast-check';
import type { Period } from '../../src/model/period';
import type { Reading, TableProposal } from '../../src/model/table';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine, Row } from '../../src/engine/engine';
import { LEDGERS, ledgerOf } from '../../src/ledgers';
import { tableName } from '../../src/model/ledger';
import { NO_MENDS, type Mends } from '../../src/model/mend';
import { ingestHere } from '../../src/pipeline/ingest-here';
import { loadRows, type LoadedRows } from '../../src/pipeline/load';
import { forgetSql, schemaSql } from '../../src/query';
import { openNodeEngine } from '../support/engine';
import { gb18030 } from '../ingest/support';
import { sampleFiles } from '../support/files';

const ingest = ingestHere();
let engine: Engine;
let table = 0;

beforeAll(async () => {
  engine = await openNodeEngine();
  for (const ledger of LEDGERS) for (const sql of schemaSql(ledger)) await engine.run(sql);
});
afterAll(() => engine.close());

/** Loads a file by one path and takes its rows out again. */
async function load(
  file: File,
  path: 'clean' | 'careful',
  mends = NO_MENDS,
): Promise<{ rows: Row[]; loaded: Pick<LoadedRows, 'report' | 'checks' | 'coverage'> }> {
  const source = { hash: await ingest.hash(file), name: file.name, size: file.size };
  const seen = await ingest.inspect(file, source);
  if (!seen.ok) throw new Error(seen.problem.code);
  expect((seen.tables[0] as TableProposal).questions).toEqual([]);
  const { reading } = seen.tables[0] as TableProposal;
  const scanned = await ingest.scan(file, file.name, reading, NO_MENDS, {});
  expect(scanned.because).toBeUndefined();
  return loadAs(file, reading, path === 'clean' ? 0 : Infinity, mends);
}

async function loadAs(file: File, reading: Reading, cleanFrom: number, mends: Mends): ReturnType<typeof load> {
  const ledger = ledgerOf(reading.ledger);
  const source = { hash: 'hash', name: file.name, size: file.size };
  const loaded = await loadRows({ engine, ingest, ledger, blob: file, source, reading, mends, cleanFrom }, ++table);
  const { table: number, report, checks, coverage } = loaded;
  const rows = await engine.query(
    `SELECT * EXCLUDE (_import) FROM ${tableName(ledger.id)} WHERE _import = ${number} ORDER BY _row`,
  );
  await engine.run(forgetSql(ledger, number));
  const byName = [...coverage].sort((a, b) => `${a.name} ${a.period}`.localeCompare(`${b.name} ${b.period}`));
  return { rows, loaded: { report, checks, coverage: byName } };
}

/** What both paths make of a file, where it is the same. */
async function equal(file: File, mends = NO_MENDS): ReturnType<typeof load> {
  const [clean, careful] = [await load(file, 'clean', mends), await load(file, 'careful', mends)];
  expect(clean.rows).toEqual(careful.rows);
  expect(clean.loaded).toEqual(careful.loaded);
  expect(clean.rows).toHaveLength(clean.loaded.report.accepted);
  return clean;
}

const expectEqual = async (file: File): Promise<void> => void (await equal(file));

describe('equal rows and reports by both paths', () => {
  test.each(sampleFiles().map((f) => [f.name, f] as const))('of the sample’s %s', (_, file) => expectEqual(file));

  test('of a table whose rows are odd in every way a cell can be', () =>
    expectEqual(
      new File(
        [
          [
            '县(市、区),年度目标(人),本年累计引进(人),其中:全职,其中:柔性,全职到岗数,留存考察批次(年),该批次引进数,该批次期末在岗数',
            '甲县,100,80,80,0,76,2024,40,30',
            '乙　县,１００,"1,080",80.0,/,—,2024,40,30',
            '丙县,100人,约80,无,不涉及,,2024,,',
            '丁县,1e2,80,+80,.5,5.,2024,nan,inf',
            '戊县,一百,80,80,0,76,2024,40,30',
            ',100,80,80,0,76,2024,40,30',
            '己县,100,80,80,-1,999999999999999999,2024,40,30',
            '合计,500,400,400,0,380,,200,150',
            '"庚""县",100,80,80,0,76,2024,40,30',
            "'=辛县,100,80,80,0,76,2024,40,30",
            '壬县,100,80,80,0,76,2024,40,0x1F',
            '甲县,100,80,80,0,76,2024,40,30',
            '癸县,10,80,80,0,176,2024,40,50',
            '',
          ].join('\n'),
        ],
        '人才引进统计表2026年第三季度.csv',
      ),
    ));

  test('of a table with mended cells and rows left out, of odd rows and of others', async () => {
    const lines = [
      '县(市、区),年度目标(人),本年累计引进(人),其中:全职,其中:柔性,全职到岗数,留存考察批次(年),该批次引进数,该批次期末在岗数',
      '甲县,100,80,80,0,76,2024,40,30',
      '乙县,100,80,80,0,x76,2024,40,30',
      '丙县,100,80,80,0,x76,2024,40,30',
      '丁县,100,80,80,0,76,2024,40,30',
      '戊县,100,80,80,0,76,2024,40,30',
      '',
    ];
    const file = new File([lines.join('\n')], '人才引进统计表2026年第三季度.csv');
    const mends = {
      cells: [
        { row: 2, column: 1, text: '120' },
        { row: 3, column: 5, text: '70' },
        { row: 5, column: 1, text: '一百' },
        { row: 99, column: 1, text: '1' },
      ],
      excluded: [{ row: 6, reason: '重复上报' }],
    };
    const { rows, loaded } = await equal(file, mends);
    expect(rows.map((r) => [r['_row'], r['year_target'], r['full_time_arrived']])).toContainEqual([2, 120, 76]);
    expect(rows.map((r) => [r['_row'], r['year_target'], r['full_time_arrived']])).toContainEqual([3, 100, 70]);
    expect(loaded.report.excluded).toMatchObject([{ code: 'row.excludedByHand', place: { row: 6 } }]);
    expect(loaded.report.rejected.map((p) => p.place.row)).toContain(4);
  });

  test('of dates, lists, flags and stars in their spellings', () =>
    expectEqual(
      new File(
        [
          [
            '县(市、区),乡镇(街道),党支部名称,领域,是否应评,基础项得分,总分,审定星级,上年星级,满意率',
            '甲县,东镇,一支部,农村,是,80,90.5,五星,四星,95.3%',
            '甲县,东镇,二支部,村,否,80,90,★★★,4,0.953',
            '甲县,东镇,三支部,机关,√,80,缺考,三星级,不定级,',
            '甲县,东镇,四支部,天上,是,80,88,三星,三星,88%',
            '甲县,东镇,五支部,社区,也许,80,101.5,六星,三星,188%',
            '甲县,东镇,五支部,社区,是,80,80,四星,三星,80%',
            '小计,,,,,,,,,',
            '',
          ].join('\n'),
        ],
        '党支部星级评定明细2026年第三季度.csv',
      ),
    ));

  // prettier-ignore
  const CELLS: Readonly<Record<string, readonly string[]>> = {
    county: ['甲县', '乙县', '甲 县', ' 乙县', '全市', '合计', '', '注：截至季末', '丙县小计', '无', '延长县', '单县', '填表人：'],
    township: ['东镇', '西镇', '', '/', '平安街道', '第一街道', 'N/A'],
    branch: ['一支部', '二支部', '第三党支部', '无', '', '2号院支部', '统计局支部', '零报告', '“五”支部', '六,支部', '七"支部', '八\n支部', '计'],
    sector: ['农村', 'rural', '村', '机关', '天上', '', '/'],
    due: ['是', '否', '√', '', '也许', '不涉及'],
    base_score: ['80', '90.5', '80.50', '007', '-0', '0', '100', '101', '１２', '80分', '约80', '缺考', '', '1e2', '99.999999999', '12345678901234567'],
    total_score: ['80', '90', '100.0', '1,000', '88 ', '无', '', '九十'],
    final_star: ['三星', '★★★', '5', '三星级', '不定级', '六星', '', '/'],
    satisfaction: ['95.3', '0.953', '95.3%', '100', '188', '', '—'],
  };
  test.each(['utf-8', 'gb18030'] as const)('of tables of any cells, in %s', async (encoding) => {
    const ledger = ledgerOf('branch-rating');
    const columns = Object.keys(CELLS).map((id, index) => {
      const column = ledger.columns.find((c) => c.id === id);
      return {
        index,
        header: column?.name.zh ?? id,
        column: id,
        ...(column?.type === 'share' ? { shareAs: 'percent' as const } : {}),
      };
    });
    const base: Reading = {
      ledger: ledger.id,
      dialect: { encoding, bom: 0, delimiter: ',', quote: '"' },
      header: { first: 0, count: 1 },
      columns,
      period: '2026Q3' as Period,
      rowPeriods: 'only',
      sender: '',
      ownExport: false,
    };
    const plain = Object.values(CELLS).map((cells) => cells[0] as string);
    // Half of the cells are the first of their column, so that many rows are the engine's own.
    const row = fc.tuple(
      ...Object.values(CELLS).map((cells, i) =>
        fc.oneof({ weight: 9, arbitrary: fc.constant(plain[i] as string) }, fc.constantFrom(...cells)),
      ),
    );
    const quoted = (c: string) => (/[,"\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c);
    // Some records lose cells at an end or in the middle, gain some, or get a quote that means nothing.
    const damage = fc.oneof(
      { weight: 12, arbitrary: fc.constant((cells: readonly string[]) => cells.join(',')) },
      fc.nat(8).map((n) => (cells: readonly string[]) => cells.slice(0, n).join(',')),
      fc.nat(8).map((n) => (cells: readonly string[]) => cells.filter((_, i) => i !== n).join(',')),
      fc.constantFrom('', '1', '甲').map((c) => (cells: readonly string[]) => [...cells, c].join(',')),
      fc.constant((cells: readonly string[]) => cells.map((c, i) => (i === 2 ? `支"${c}` : c)).join(',')),
    );
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(row, damage), { minLength: 1, maxLength: 40 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        async (rows, end, back) => {
          const turn = <T>(items: readonly T[]): T[] => (back ? [...items].reverse() : [...items]);
          const reading = { ...base, columns: turn(base.columns).map((c, index) => ({ ...c, index })) };
          const lines = rows.map(([cells, damaged]) => damaged(turn(cells).map(quoted)));
          const text = [turn(columns.map((c) => c.header)).join(','), ...lines].map((line) => line + end).join('');
          const file = new File([encoding === 'utf-8' ? text : gb18030(text)], 'x.csv');
          if ((await ingest.scan(file, file.name, reading, NO_MENDS, {})).clean) taken += 1;
          const [clean, careful] = [await loadAs(file, reading, 0, NO_MENDS), await loadAs(file, reading, Infinity, NO_MENDS)];
          expect(clean.rows).toEqual(careful.rows);
          expect(clean.loaded).toEqual(careful.loaded);
        },
      ),
      { numRuns: 120 },
    );
    expect(taken).toBeGreaterThan(60);
  });

  test('of a file that turns out irregular at its end: what the engine made of it until then is gone', async () => {
    const lines = Array.from({ length: 3000 }, (_, i) => `甲县,东镇,第${i}支部,农村,是,80,90,三星,95`);
    const file = new File(
      [
        [
          '县(市、区),乡镇(街道),党支部名称,领域,是否应评,基础项得分,总分,审定星级,满意率',
          ...lines,
          '甲县,东镇,"短"支部,农村',
          '',
        ].join('\n'),
      ],
      '党支部星级评定明细2026年第三季度.csv',
    );
    const source = { hash: 'x', name: file.name, size: file.size };
    const seen = await ingest.inspect(file, source);
    if (!seen.ok) throw new Error(seen.problem.code);
    const { reading } = seen.tables[0] as TableProposal;
    expect(await ingest.scan(file, file.name, reading, NO_MENDS, {})).toMatchObject({ clean: false, because: 'quote' });
    const [clean, careful] = [await loadAs(file, reading, 0, NO_MENDS), await loadAs(file, reading, Infinity, NO_MENDS)];
    expect(clean).toEqual(careful);
    expect(clean.rows.length).toBeGreaterThanOrEqual(3000);
  });
});
