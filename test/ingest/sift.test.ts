/** The clean path's sifting, held against the rule of trivial cells and the search for persons that look at every cell. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTrivial, leadingColumn, persons, readTable, sift, verbatim } from '../../src/ingest';
import { LEDGERS, ledgerOf } from '../../src/ledgers';
import type { LedgerDef } from '../../src/model/ledger';
import { NO_MENDS } from '../../src/model/mend';
import type { ColumnMapping, Reading } from '../../src/model/table';
import { gb18030, SURVEY, utf16, utf8 } from './support';

const quote = (cell: string, always: boolean) => (always || /[,"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csvOf = (rows: readonly (readonly string[])[], always = false): string =>
  rows.map((r) => r.map((c) => quote(c, always)).join(',') + '\n').join('');

function readingOf(ledger: LedgerDef, more: Partial<Reading> = {}): Reading {
  return {
    ledger: ledger.id,
    dialect: { encoding: 'utf-8', bom: 0, delimiter: ',', quote: '"' },
    header: { first: 0, count: 1 },
    columns: ledger.columns.map((c, index) => ({
      index,
      header: c.name.zh,
      column: c.id,
      ...(c.type === 'share' ? { shareAs: 'percent' as const } : {}),
      ...(c.unit === '万元' ? { scale: 0.0001 } : {}),
    })),
    period: '2026Q3' as Reading['period'],
    rowPeriods: 'only',
    sender: '',
    ownExport: false,
    ...more,
  };
}

// prettier-ignore
const CELLS = [
  '', '0', '12', '-3', '-0', '-0.0', '0.5', '.5', '5.', '1e5', '99.5', '101', '007', '123456789012345', '1234567890123456', '0.123456789',
  '0.1234567891', '12345678901234.5', '999999999999999', '+5', '1-2', '--5', '１２', '2026-01-31', '2026-02-29', '2024-02-29', '2026-13-01', '1899-12-31', '2100-01-01',
  '2026/01/31', '2026-1-31', '是', '否', '√', '三星', '★★', '3', '6', '企业', 'firm', '农村', '已转化',
  '甲县', '某某党支部', '无', '合计', '合 计', '/', '说明：', '说明:x', '注山村', '零报告', 'N/A', 'N／A', 'Ｎ/A', 'n/a', 'Null', "'a", ' 甲', '甲 ', '甲\u3000', '甲\u00a0', '甲', '全 市', '全市x',
  '2026Q3', '2026Q2', '2026', '附件', '附山', '甲县小计', '甲县合计：', '合计（3个）', '全市(3)', '其中：经开区', '其中经开区', '以上数据截至季末', '第1页共3页', '第一党支部', '一、人数为季末数',
  '一都镇', '上虞区', '2.人数为季末数', '2号院', '县审计', '县审计局', 'a,"b\nc', '"', '甲"乙', 'é', '\u{20000}村', '村', '平安村', '单县', '单位：', '日期:', '填报单位：甲', '计', '（甲）', '甲（乙）', 'A', 'AB', '#N/A',
];

describe('sift()', () => {
  it.each([...LEDGERS, SURVEY].map((l) => [l.id, l] as const))(
    'of %s finds odd exactly the rows in which a cell is not trivial',
    async (_, ledger) => {
      const leading = leadingColumn(ledger.columns);
      if (!leading) throw new Error('no leading column');
      const own = ledger.columns.flatMap((c) => [
        c.name.zh,
        ...(c.values ?? []).flatMap((v) => [v.id, v.name.zh, ...(v.names ?? [])]),
      ]);
      const cell = fc.constantFrom(...CELLS, ...own);
      const trivial = (reading: Reading, i: number, text: string) => {
        const column = ledger.columns[i] as LedgerDef['columns'][number];
        return isTrivial(column, text, reading.columns[i] as ColumnMapping, reading, column === leading);
      };
      const settled = ledger.columns.map((_, i) => [...CELLS, ...own].find((t) => trivial(readingOf(ledger), i, t)) as string);
      // One cell of each row is any; the others are trivial.
      const row = fc
        .tuple(fc.nat(ledger.columns.length - 1), cell)
        .map(([at, text]) => settled.map((t, i) => (i === at ? text : t)));
      const how = fc.record({ rowPeriods: fc.constantFrom('only' as const, 'own' as const) });
      await fc.assert(
        fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 60 }), how, fc.boolean(), async (rows, more, always) => {
          const reading = readingOf(ledger, more);
          const text = csvOf([reading.columns.map((c) => c.header), ...rows], always);
          const { sifted, because } = await sift(new Blob([text]), reading, ledger, 'x.csv');
          expect(because).toBeUndefined();
          const odd = rows.flatMap((r, i) => (r.every((t, k) => trivial(reading, k, t)) ? [] : [String(i + 2)]));
          expect((await sifted?.rows.text())?.split('\n').slice(0, -1)).toEqual(odd);
        }),
        { numRuns: 25 },
      );
    },
  );

  // prettier-ignore
  const TEXTS = [
    '甲县', '张三书记', '党支部书记张三', '联系人：张三', '填报人：', '张三', '13900001111', '139-0000-1111', '139 0000 1111', '１３９００００１１１１', '139－0000－1111', '电话：0731-8888888',
    '110101199003071233', '11010119900307123X', '990101000012', '2026-01-31', '2026-01-31 12:30', '县长 王五', '王五（党支部书记）', '延长县', '王五，党支部书记', '组织委员', '李四同志', '负责人:李四', '姓名:', '李四', '书记：',
    '审核(签名)', '审核人:王五', '邹平教授', '+86 139 0000 1111', '部长赵六', '手机', '传真 88888888', '联系方式', '有 关 人 员', '班长', '处长：钱七', '第一书记孙八驻村', '经理', '统计代码 12345678901',
  ];
  it('finds the persons that a search of every cell finds', async () => {
    const ledger = ledgerOf('branch-rating');
    const headers = ['县(市、区)', '党支部名称', '备注', '支部代码', '联系人', '负责人(职务)'];
    const reading = readingOf(ledger, {
      columns: headers.map((header, index) => ({ index, header, column: ['county', 'branch'][index] ?? null })),
    });
    // The required columns that are not there make every row odd, which is no matter of the search.
    const free = { ...ledger, columns: ledger.columns.map(({ required: _, ...c }) => ({ ...c, required: c.type === 'unit' })) };
    const cell = fc.oneof(
      fc.constantFrom(...TEXTS),
      fc.tuple(fc.constantFrom(...TEXTS), fc.constantFrom(...TEXTS)).map((t) => t.join('')),
    );
    let found = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: headers.length, maxLength: headers.length }), { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        async (rows, always) => {
          const blob = new Blob([csvOf([headers, ...rows], always)]);
          const { sifted, because } = await sift(blob, reading, free, 'x.csv');
          expect(because).toBeUndefined();
          const all = await persons(blob, reading);
          expect(sifted?.persons).toEqual(all);
          if (all && all.cells > 0) found += 1;
        },
      ),
      { numRuns: 400 },
    );
    expect(found).toBeGreaterThan(100);
  });

  it('finds no person where a single cell of text names none, and one where it does', async () => {
    const ledger = ledgerOf('branch-rating');
    const headers = ['县(市、区)', '党支部名称', '备注'];
    const reading = readingOf(ledger, {
      columns: headers.map((header, index) => ({ index, header, column: ['county', 'branch'][index] ?? null })),
    });
    const free = { ...ledger, columns: ledger.columns.map(({ required: _, ...c }) => ({ ...c, required: c.type === 'unit' })) };
    for (const text of TEXTS) {
      const blob = new Blob([csvOf([headers, ['甲县', '一支部', text]])]);
      const { sifted } = await sift(blob, reading, free, 'x.csv');
      expect([text, sifted?.persons]).toEqual([text, await persons(blob, reading)]);
    }
  });

  it('makes a copy in UTF-8 of a table in another encoding, and tells where its records start in the source', async () => {
    const ledger = ledgerOf('branch-rating');
    const text = csvOf([
      ledger.columns.map((c) => c.name.zh),
      ...Array.from({ length: 12_000 }, (_, i) =>
        ledger.columns.map((c) => (c.id === 'branch' ? `第${i}党支部,"名"\n称` : '甲县')),
      ),
    ]);
    const texts: LedgerDef = { ...ledger, columns: ledger.columns.map((c) => ({ ...c, type: 'text' })) };
    for (const [bytes, encoding, bom] of [
      [gb18030(text), 'gb18030', 0],
      [utf16(text, true), 'utf-16le', 2],
    ] as const) {
      const reading = readingOf(ledger, { dialect: { encoding, bom, delimiter: ',', quote: '"' } });
      const blob = new Blob([bytes]);
      const found = await sift(blob, reading, texts, 'x.csv');
      expect(await found.copy?.text()).toBe(text);
      expect(found.records).toBe(12_001);
      const { index } = await readTable(blob, 'x.csv', reading, ledger, () => Promise.resolve());
      const starts = new Map(index);
      expect(found.index.length).toBeGreaterThan(0);
      for (const [record, offset] of found.index) if (starts.has(record)) expect(starts.get(record)).toBe(offset);
      expect(found.index[0]).toEqual([1, bom]);
      expect((await verbatim(blob, reading, [11_500], found.index)).get(11_500)?.join()).toContain('第11498党支部');
    }
    const broken = new Blob([gb18030(text), new Uint8Array([0xff, 0x0a])]);
    const reading = readingOf(ledger, { dialect: { encoding: 'gb18030', bom: 0, delimiter: ',', quote: '"' } });
    expect(await sift(broken, reading, texts, 'x.csv')).toMatchObject({ clean: false, because: 'encoding' });
  });

  it('reads mended rows with care, and leaves out those left out', async () => {
    const ledger = ledgerOf('talent-intake');
    const reading = readingOf(ledger);
    const leading = leadingColumn(ledger.columns);
    const row = ledger.columns.map(
      (c, i) =>
        ['甲县', '2026Q3', '5', '2024'].find((t) =>
          isTrivial(c, t, reading.columns[i] as ColumnMapping, reading, c === leading),
        ) ?? '',
    );
    const blob = new Blob([csvOf([reading.columns.map((c) => c.header), row, row, row, row])]);
    const at = ledger.columns.findIndex((c) => c.type === 'integer');
    const mends = { cells: [{ row: 3, column: at, text: '7' }], excluded: [{ row: 5, reason: '重复' }] };
    const { sifted } = await sift(blob, reading, ledger, 'x.csv', mends);
    expect(await sifted?.rows.text()).toBe('3\n5\n');
    expect(await sifted?.batch.text()).toContain('3,2026Q3,');
    expect(sifted?.report).toMatchObject({ rows: 4, accepted: 3, excluded: [{ code: 'row.excludedByHand' }] });
    expect((await sift(blob, reading, ledger, 'x.csv', NO_MENDS)).sifted).toMatchObject({ odd: 0 });
  });

  it('calls keys distinct only where no two rows have the same, quoted or not', async () => {
    const ledger = ledgerOf('branch-rating');
    const headers = ['县(市、区)', '乡镇(街道)', '党支部名称'];
    const reading = readingOf(ledger, {
      columns: headers.map((header, index) => ({ index, header, column: ['county', 'township', 'branch'][index] ?? null })),
    });
    const free = { ...ledger, columns: ledger.columns.map(({ required: _, ...c }) => ({ ...c, required: c.type === 'unit' })) };
    const cell = fc.constantFrom('甲县', '甲', '甲县东', '东镇', '东', '西,镇', '东镇甲', 'A1');
    let distinct = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.tuple(cell, cell, cell), fc.boolean()), { maxLength: 12 }), async (rows) => {
        const text = csvOf([headers]) + rows.map(([r, always]) => csvOf([r], always)).join('');
        const { sifted } = await sift(new Blob([text]), reading, free, 'x.csv');
        const keys = new Set(rows.map(([r]) => JSON.stringify(r)));
        const one = rows.every(([r]) => r[0].length > 1);
        expect(sifted?.distinct).toBe(one && keys.size === rows.length);
        if (sifted?.distinct) distinct += 1;
      }),
      { numRuns: 500 },
    );
    expect(distinct).toBeGreaterThan(50);
  });

  it('proves the keys of many rows distinct, and sees one that comes back after them', async () => {
    const ledger = ledgerOf('branch-rating');
    const headers = ['县(市、区)', '党支部名称'];
    const reading = readingOf(ledger, {
      columns: headers.map((header, index) => ({ index, header, column: ['county', 'branch'][index] ?? null })),
    });
    const free = { ...ledger, columns: ledger.columns.map(({ required: _, ...c }) => ({ ...c, required: c.type === 'unit' })) };
    const rows = Array.from({ length: 200_000 }, (_, i) => `甲县,支部第${i}号\n`).join('');
    const of = async (more: string) =>
      (await sift(new Blob([csvOf([headers]), rows, more]), reading, free, 'x.csv')).sifted?.distinct;
    expect([await of(''), await of('甲县,支部第7号\n'), await of('乙县,支部第7号\n')]).toEqual([true, false, true]);
  });

  it('gives up a table of which most rows are odd', async () => {
    const ledger = ledgerOf('talent-intake');
    const reading = readingOf(ledger);
    const row = ledger.columns.map((c) => (c.type === 'unit' ? '甲县' : c.type === 'period' ? '2026年三季度' : ''));
    const bytes = utf8(csvOf([reading.columns.map((c) => c.header), ...Array.from({ length: 11_000 }, () => row)]));
    expect(await sift(new Blob([bytes]), reading, ledger, 'x.csv')).toMatchObject({ clean: false, because: 'odd' });
  });
});
