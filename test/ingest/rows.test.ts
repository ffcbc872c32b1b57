import { describe, expect, it } from 'vitest';
import { mayBeClean, readRows } from '../../src/ingest';
import { isColumnNumbers, isNote } from '../../src/ingest/row-kinds';
import type { Mends } from '../../src/model/mend';
import { csv, load, proposalOf, rowsOf, survey, SURVEY, SURVEY_HEADER } from './support';

const GOOD = '甲县,一社,12,3.5,95,2020-01-02,是,企业,三星,';
const short = (p: { code: string; place: { row?: number; column?: number; value?: string } }) =>
  [p.code, p.place.row, p.place.column, p.place.value].filter((x) => x !== undefined).join(' ');

describe('a row of data', () => {
  it('becomes one canonical row: number, period, not-applicable columns, then every column of the ledger', async () => {
    const { rows, report } = await survey(' 甲　县 ,一社,１２,"1,234",/,2020.1.2,√,公司,★★★,无');
    expect(rows).toEqual([
      {
        _row: '2',
        _period: '2026Q3',
        _na: ',rate,',
        period: '2026Q3',
        county: '甲　县',
        name: '一社',
        people: '12',
        money: '1234',
        rate: null,
        since: '2020-01-02',
        done: 'true',
        kind: 'firm',
        star: '3',
        remarks: null,
      },
    ]);
    expect(report).toMatchObject({ rows: 1, accepted: 1, excluded: [], rejected: [], warnings: [] });
  });

  it('may lack trailing cells of columns that are not required, and have blank ones beyond the header', async () => {
    const { report } = await survey(GOOD, '甲县,二社,3', `${GOOD.replace('一社', '三社')},,`);
    expect([report.accepted, report.rejected]).toEqual([3, []]);
    expect(report.warnings).toMatchObject([{ code: 'row.short', place: { row: 3 }, params: { cells: 3, expected: 10 } }]);
  });

  it('is never taken without a word where it lacks cells, however many are as short', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `${'一二三四五六七八九十子丑'[i] as string}社`);
    const { report } = await survey(...names.map((n) => `甲县,${n},3,1.5`));
    expect(report.accepted).toBe(12);
    expect(report.warnings.map((p) => `${p.code} ${p.place.row}`)).toEqual(names.map((_, i) => `row.short ${i + 2}`));
  });

  it('of means is kept out like a total, and no sum is held against it', async () => {
    const { report } = await survey(
      GOOD,
      '甲县平均,,12,,,,,,,',
      '甲县,平均值,12,,,,,,,',
      '全市平均,,12,,,,,,,',
      '合计,,12,,,,,,,',
    );
    expect(report.excluded.map(short)).toEqual(['row.total 3', 'row.total 4', 'row.total 5', 'row.total 6']);
    expect(report.totals.map((t) => t.row)).toEqual([6]);
  });

  it('of an indicator whose name ends like a total is data', async () => {
    const { rows, report } = await load(
      csv('单位,指标,数值', '甲县,信访合计,12', '甲县,平均,3', '合计,信访,12'),
      '通用指标表2026年三季度.csv',
    );
    expect(rows.map((r) => r['indicator'])).toEqual(['信访合计']);
    expect(report.excluded.map(short)).toEqual(['row.total 3', 'row.total 4']);
  });

  it('keeps line breaks, quotes and delimiters inside a text', async () => {
    const { rows } = await survey('甲县,一社,1,,,,,,,"说""好"",\r\n第二行"');
    expect(rows[0]?.['remarks']).toBe('说"好",\n第二行');
  });
});

describe('every row ends as accepted, excluded or rejected, with its place', () => {
  it('excludes totals, repeated headers, column numbers, notes, signatures and blank rows', async () => {
    const { report } = await survey(
      '1,2,3,4,5,6,7,8,9,10',
      GOOD,
      SURVEY_HEADER,
      ',,,,,,,,,',
      '全　市,,12,"1,234.5",,,,,,',
      '甲县,小　计,12,,,,,,,',
      '（续）,,,,,,,,,',
      '说明：以上为季末数,,,,,,,,,',
      '填报人：某职务,,,审核人：某职务,,,,,,',
    );
    expect(report.excluded.map(short)).toEqual([
      'row.columnNumbers 2',
      'row.repeatedHeader 4',
      'row.blank 5',
      'row.total 6',
      'row.total 7',
      'row.footer 8',
      'row.footer 9',
      'row.footer 10',
    ]);
    expect([report.rows, report.accepted, report.rejected]).toEqual([9, 1, []]);
    expect(report.totals).toEqual([
      { row: 6, scope: '全市', values: { people: 12, money: 1234.5 } },
      { row: 7, scope: '甲县', values: { people: 12 } },
    ]);
  });

  it('excludes totals in every dress, rows of 其中, pages, dates, seals and notes that go on', async () => {
    const totals = [
      '合 计,,12,,,,,,,',
      '甲县小计,,12,,,,,,,',
      '甲县,甲县合计：,12,,,,,,,',
      '总计（3个）,,12,,,,,,,',
      ',合　　计,12,,,,,,,',
    ];
    const others = [
      '其中：经开区,一社,3,,,,,,,',
      '第1页 共3页',
      '2026年10月8日,,,,,,,,,',
      '（盖章）,,,,,,,,,',
      '2.人数为季末数,,,,,,,,,',
      '以上数据截至季末,,,,,,,,,',
      '单位负责人：,,分管领导：,,填表人：,,,,,',
    ];
    const { report } = await survey(GOOD, ...totals, ...others);
    expect(report.rejected).toEqual([]);
    expect(report.accepted).toBe(1);
    expect(report.totals.map((t) => [t.row, t.scope, t.values['people']])).toEqual([
      [3, '合计', 12],
      [4, '甲县', 12],
      [5, '甲县', 12],
      [6, '总计', 12],
      [7, '合计', 12],
    ]);
    expect(report.excluded.slice(5).map(short)).toEqual([
      'row.ofWhich 8',
      ...[9, 10, 11, 12, 13, 14].map((r) => `row.footer ${r}`),
    ]);
  });

  it('a total beyond the range of one figure is still a total', async () => {
    const { report } = await survey(GOOD, '合计,,5000,,,,,,,');
    expect(report.totals[0]?.values).toEqual({ people: 5000 });
  });

  it('a nil report excludes its row and counts as reported', async () => {
    const { report } = await survey(GOOD, '乙县,零报告,,,,,,,,', '丙县,,无,,,,,,,');
    expect(report.excluded.map(short)).toEqual(['row.nil 3', 'row.nil 4']);
    expect(report.nil.map((n) => [n.unit, n.period, n.place.row])).toEqual([
      ['乙县', '2026Q3', 3],
      ['丙县', '2026Q3', 4],
    ]);
  });

  it('rejects a row with too many or too few cells', async () => {
    const { report } = await survey(GOOD, `${GOOD},,多余`, '甲县,二社');
    expect(report.rejected.map((p) => [short(p), p.params])).toEqual([
      ['row.ragged 3', { cells: 12, expected: 10 }],
      ['row.ragged 4', { cells: 2, expected: 10 }],
    ]);
  });

  it('rejects a row in which a cell was lost or gained, wherever: it is never read one column on', async () => {
    const cells = '甲县,二社,12,3.5,95,2020-01-02,是,企业,三星,好'.split(',');
    const lost = cells.flatMap((_, i) => (i === cells.length - 1 ? [] : [cells.filter((_, k) => k !== i)]));
    const gained = ['', '7', '好'].flatMap((x) => cells.map((_, i) => [...cells.slice(0, i), x, ...cells.slice(i)]));
    const blankAtEnd = ['', '7', '好'].flatMap((x) =>
      cells.slice(0, -1).map((_, i) => [...cells.slice(0, i), x, ...cells.slice(i, -1), '']),
    );
    const damaged = [...lost, ...gained, ...blankAtEnd].map((r) => r.join(','));
    const { report } = await survey(...damaged.flatMap((r) => [GOOD, r]));
    expect(report.rejected.map((p) => p.place.row)).toEqual(damaged.map((_, i) => 2 * i + 3));
  });

  it('rejects a short row of figures alone, which tell nothing of where the lost one stood, unless all around it are as short', async () => {
    const head = '县(市、区),年度目标(人),本年累计引进(人),其中:全职,其中:柔性,全职到岗数,该批次引进数,该批次期末在岗数';
    const rows = (n: number, cells: string) => Array.from({ length: n }, (_, i) => `第${i}县,${cells}`);
    const read = async (...lines: string[]) => (await load(csv(head, ...lines), '人才引进统计表2026年第三季度.csv')).report;
    const one = await read(...rows(12, '100,80,80,0,76,40,30'), '末县,100,80,80,0,76,30', '又县,100,80,80,0,76,,40,');
    expect(one.rejected.map(short)).toEqual(['row.ragged 14', 'row.ragged 15']);
    const cut = await read(...rows(12, '100,80,80,0,76,40,30'), ...rows(12, '100,80,80,0,76').map((r) => `又${r}`));
    expect([cut.accepted, cut.rejected]).toEqual([24, []]);
  });

  it('warns of a text that an unquoted line break cut, and rejects what follows it', async () => {
    const { report } = await survey(`${GOOD}前半句`, '后半句', GOOD.replace('一社', '二社'));
    expect(report.rejected.map(short)).toEqual(['row.ragged 3']);
    expect(report.warnings.map(short)).toEqual(['cell.cutShort 2 10 前半句']);
  });

  it('rejects a row without its unit or its name', async () => {
    const { report } = await survey(GOOD, ',二社,1,,,,,,,', '甲县,,1,,,,,,,', '甲县,二社,1,,,,,,,');
    expect(report.rejected.map(short)).toEqual(['row.keyMissing 3 1 ', 'row.keyMissing 4 2 ']);
    expect(report.accepted).toBe(2);
  });

  it('rejects a row whose required figure is unreadable, out of range or impossible, by file, row, column and value', async () => {
    const { report } = await survey(GOOD, '甲县,二社,1O,,,,,,,', '甲县,三社,2000,,,,,,,');
    expect(report.rejected).toEqual([
      {
        code: 'cell.unreadable',
        level: 'error',
        place: { file: '表.csv', row: 3, column: 3, header: '人数', value: '1O' },
        params: { column: '人数', expects: 'integer' },
        mend: '10',
      },
      {
        code: 'cell.notInRange',
        level: 'error',
        place: { file: '表.csv', row: 4, column: 3, header: '人数', value: '2000' },
        params: { column: '人数', min: 0, max: 1000 },
      },
    ]);
  });

  it('takes a row whose optional cell is wrong without that cell, with a warning for each', async () => {
    const { rows, report } = await survey('甲县,一社,12,多,300%,2026-02-30,半,学校,七星,');
    expect(rows[0]).toMatchObject({ money: null, rate: null, since: null, done: null, kind: null, star: null, people: '12' });
    expect(report.warnings.map(short)).toEqual([
      'cell.unreadable 2 4 多',
      'cell.notInRange 2 5 300%',
      'cell.dateImpossible 2 6 2026-02-30',
      'cell.unreadable 2 7 半',
      'cell.notInList 2 8 学校',
      'cell.unreadable 2 9 七星',
    ]);
  });

  it('takes a row whose required figure is missing or said not to apply, and warns of the missing one', async () => {
    const { rows, report } = await survey('甲县,一社,缺考,,,,,,,', '甲县,二社,/,,,,,,,', '甲县,三社,约20,,,,,,,');
    expect(rows.map((r) => [r['people'], r['_na']])).toEqual([
      [null, null],
      [null, ',people,'],
      ['20', null],
    ]);
    expect(report.warnings.map(short)).toEqual(['cell.missing 2 3 缺考', 'cell.approximate 4 3 约20']);
  });

  it('lists are complete however many rows are rejected', async () => {
    const { report } = await survey(GOOD, ...Array.from({ length: 5000 }, (_, i) => `甲县,社${i},x,,,,,,,`));
    expect(report.rejected).toHaveLength(5000);
    expect(report.rejected.at(-1)?.place.row).toBe(5002);
  });
});

describe('periods of rows', () => {
  const file = (...lines: string[]) => csv(`季度,${SURVEY_HEADER}`, ...lines.map((l) => `${l},社,1,,,,,,,`));

  it('with rowPeriods `only`, rows of another period are excluded and named', async () => {
    const text = file('2026年三季度,甲县', '2026年二季度,乙县');
    const { reading } = await proposalOf(text, '调查表2026Q3.csv', [SURVEY]);
    const { rows, report } = await rowsOf(new Blob([text]), reading, [SURVEY]);
    expect(rows.map((r) => r['county'])).toEqual(['甲县']);
    expect(report.excluded).toEqual([
      {
        code: 'row.otherPeriod',
        level: 'notice',
        period: '2026Q2',
        place: { file: '表.csv', row: 3, column: 1, header: '季度', value: '2026年二季度' },
        params: { period: '2026Q2' },
      },
    ]);
  });

  it('with rowPeriods `own`, each row goes to the period it names, and one that names none can go nowhere', async () => {
    const { rows, report } = await load(file('2026年三季度,甲县', '2026Q2,乙县', ',丙县', '某季,丁县'), '调查表.csv', [SURVEY]);
    expect(rows.map((r) => [r['county'], r['_period']])).toEqual([
      ['甲县', '2026Q3'],
      ['乙县', '2026Q2'],
    ]);
    expect(report.rejected.map(short)).toEqual(['row.keyMissing 4 1', 'cell.unreadable 5 1 某季']);
  });

  it('year and quarter in two columns are one period, and a bare 3 under 季度 is a quarter', async () => {
    const text = csv(`季度,年度,${SURVEY_HEADER}`, '3,2026,甲县,社,1,,,,,,,', '4,2025,乙县,社,1,,,,,,,');
    const { rows } = await load(text, '调查表.csv', [SURVEY]);
    expect(rows.map((r) => r['_period'])).toEqual(['2026Q3', '2025Q4']);
  });

  it('a year beside a quarterly table of a known quarter only frames it', async () => {
    const text = csv(`年度,${SURVEY_HEADER}`, '2026,甲县,社,1,,,,,,,');
    const { rows } = await load(text, '调查表2026年三季度.csv', [SURVEY]);
    expect(rows.map((r) => r['_period'])).toEqual(['2026Q3']);
  });
});

describe('mends', () => {
  const file = csv(
    SURVEY_HEADER,
    GOOD,
    '甲县,二社,x,,,,,,,',
    '甲县,三社',
    '甲县,四社,4,,,,,,,,多余',
    '甲县,五社,5,,,,,,,',
    '甲县,六社,,,,,,,,',
  );
  const mends: Mends = {
    cells: [
      { row: 3, column: 2, text: ' 7 ' },
      { row: 4, column: 2, text: '8' },
      { row: 5, column: 10, text: '' },
      { row: 7, column: 5, text: '2026-02-30' },
    ],
    excluded: [{ row: 6, reason: '重复上报' }],
  };

  it('replace cells before their row is read, ragged rows too; rows left out by hand are excluded with their reason', async () => {
    const { reading } = await proposalOf(file, '调查表2026Q3.csv', [SURVEY]);
    const { rows, report } = await rowsOf(new Blob([file]), reading, [SURVEY], mends);
    expect(rows.map((r) => [r['_row'], r['name'], r['people']])).toEqual([
      ['2', '一社', '12'],
      ['3', '二社', '7'],
      ['4', '三社', '8'],
      ['5', '四社', '4'],
      ['7', '六社', null],
    ]);
    expect([report.rows, report.accepted, report.rejected]).toEqual([6, 5, []]);
    expect(report.excluded).toMatchObject([{ code: 'row.excludedByHand', params: { reason: '重复上报' }, place: { row: 6 } }]);
    expect(report.warnings.map(short)).toEqual(['cell.missing 7 3 ', 'cell.dateImpossible 7 6 2026-02-30']);
  });

  it('hold for single rows handed back just the same', async () => {
    const { reading } = await proposalOf(file, '调查表2026Q3.csv', [SURVEY]);
    const raw = [3, 6].map((row) => ({
      row,
      cells: ['甲县', row === 3 ? '二社' : '五社', 'x', null, null, null, null, null, null, null],
    }));
    const { report } = readRows(raw, reading, SURVEY, '表.csv', mends);
    expect([report.accepted, report.excluded.map(short), report.rejected]).toEqual([1, ['row.excludedByHand 6'], []]);
  });

  it('a proposal comes with each cell that has one, and taken it mends the cell', async () => {
    const text = csv(SURVEY_HEADER, '甲县,一社,共12人,3.5.,95O%,26.9.5,是的,社团类,4颗星,', '甲县,二社,9５3,,,,,,,');
    const { reading } = await proposalOf(text, '调查表2026Q3.csv', [SURVEY]);
    const first = await rowsOf(new Blob([text]), reading, [SURVEY]);
    const problems = [...first.report.rejected, ...first.report.warnings];
    const cells = problems.flatMap((p) =>
      p.mend === undefined ? [] : [{ row: p.place.row as number, column: (p.place.column as number) - 1, text: p.mend }],
    );
    const second = await rowsOf(new Blob([text]), reading, [SURVEY], { cells, excluded: [] });
    const third = await rowsOf(new Blob([text]), reading, [SURVEY], {
      cells: [
        ...cells,
        ...second.report.warnings.flatMap((p) =>
          p.mend === undefined ? [] : [{ row: 2, column: (p.place.column as number) - 1, text: p.mend }],
        ),
      ],
      excluded: [],
    });
    expect(third.rows[0]).toMatchObject({
      people: '12',
      money: '3.5',
      since: '2026-09-05',
      done: 'true',
      kind: 'club',
      star: '4',
    });
  });
});

describe('words whose meaning the import changes', () => {
  it('hold in every column but those that tell rows apart', async () => {
    const text = csv(SURVEY_HEADER, '甲县,一社,,,/,,,,,', '甲县,,3,,,,,,,');
    const { reading } = await proposalOf(text, '调查表2026Q3.csv', [SURVEY]);
    const changed = { ...reading, words: { blank: 'zero', slash: 'missing' } as const };
    expect(mayBeClean(changed)).toBe(false);
    const { rows, report } = await rowsOf(new Blob([text]), changed, [SURVEY]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ people: '0', money: '0', rate: null, _na: null, done: 'false', remarks: null });
    expect(report.rejected.map(short)).toEqual(['row.keyMissing 3 2 ']);
  });
});

describe('readRows()', () => {
  it('reads single rows as the careful path reads them, null for an empty cell', async () => {
    const lines = [GOOD, '甲县,二社,x,,,,,,,', '合计,,12,,,,,,,'];
    const { table, report } = await survey(...lines);
    const raw = lines.map((l, i) => ({ row: i + 2, cells: l.split(',').map((c) => (c === '' ? null : c)) }));
    const some = readRows(raw, table.reading, SURVEY, '表.csv');
    expect(some.rows).toBe(1);
    expect({ ...some.report, index: [[1, 0]] }).toEqual(report);
  });
});

describe('kinds of rows', () => {
  it('isColumnNumbers() knows numbers, letters in front, brackets and formulas', () => {
    expect(isColumnNumbers(['甲', '乙', '1', '2', '3=1+2'])).toBe(true);
    expect(isColumnNumbers(['（1）', '（2）', '（3）'])).toBe(true);
    expect(isColumnNumbers(['1', '2', '4'])).toBe(false);
    expect(isColumnNumbers(['某县', '1', '2'])).toBe(false);
  });

  it('isNote() knows notes, signatures and continued pages, and no organisation', () => {
    for (const t of ['说明：一', '注: 二', '注1：三', '填报人（签字）：', '（续）', '续表1', '附件2'])
      expect(isNote(t), t).toBe(true);
    for (const t of ['注山村党支部', '附城镇', '说明书公司', '单位工会']) expect(isNote(t), t).toBe(false);
  });
});
