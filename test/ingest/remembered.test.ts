import { describe, expect, it } from 'vitest';
import { answer, inspect, rememberedFrom } from '../../src/ingest';
import { layoutsOf } from '../../src/ingest/layout';
import { planTable } from '../../src/ingest/plan';
import { applyRemembered } from '../../src/ingest/remembered';
import type { Seen } from '../../src/ingest/seen';
import type { Reading, RememberedMapping } from '../../src/model/table';
import { csv, proposalOf, SURVEY } from './support';

const HEADER = ['所在县', '组织', '数量', '款', '满意率', '备注', '多余'];
const rows = (county: string, rate = '95'): string[][] => [
  [county, '一社', '12', '35000', rate, '', 'x'],
  [county, '二社', '13', '36000', rate, '', 'y'],
];
const seenOf = (records: readonly (readonly string[])[], more: Partial<Seen> = {}): Seen => ({
  file: '2026Q3.csv',
  records,
  complete: true,
  dialect: { encoding: 'utf-8', bom: 0, delimiter: ',', quote: '"' },
  ownExport: false,
  ...more,
});

const COLUMNS = ['county', 'name', 'people', 'money', 'rate', 'remarks', null];
/** Confirmed by this sender: 款 is in 元, 满意率 in percent. */
const memoryOf = (sender: string, seq = 7, change: Partial<RememberedMapping> = {}): RememberedMapping => ({
  seq,
  sender,
  ledger: 'survey',
  headers: HEADER,
  columns: COLUMNS.map((column, i) => ({
    header: HEADER[i] as string,
    column,
    ...(column === 'money' ? { scale: 0.0001 } : {}),
    ...(column === 'rate' ? { shareAs: 'percent' as const } : {}),
  })),
  ...change,
});
const apply = (records: readonly (readonly string[])[], ...remembered: RememberedMapping[]) =>
  applyRemembered(seenOf(records, { remembered }), [SURVEY]);

describe('applyRemembered()', () => {
  it('reads a table of the same headers from the same sender as it was confirmed, wherever its header stands', () => {
    const memory = memoryOf('甲县', 7, { words: { blank: 'zero' } });
    const table = [['2026年第三季度'], HEADER, ...rows('甲县', '1')];
    const known = apply(table, memory);
    expect(known?.questions).toEqual([]);
    expect(known?.remembered).toBe(memory);
    expect(known?.reading).toMatchObject({
      ledger: 'survey',
      header: { first: 1, count: 1 },
      period: '2026Q3',
      sender: '甲县',
      words: { blank: 'zero' },
    });
    expect(known?.reading.columns).toEqual(memory.columns.map((c, index) => ({ index, ...c })));
    expect(known?.problems).toMatchObject([
      { code: 'file.remembered', place: { file: '2026Q3.csv' }, params: { sender: '甲县' } },
      { code: 'file.columnUnknown', place: { file: '2026Q3.csv', row: 2, column: 7, header: '多余' } },
    ]);
  });

  it('knows headers by their strict form and order, over two rows too', () => {
    const spaced = [' 所在县', '组　织', '＃数量', '款：', '满意率', '备注', '多余'];
    expect(apply([spaced, ...rows('甲县')], memoryOf('甲县'))).not.toBeNull();
    expect(apply([[...HEADER].reverse(), ...rows('甲县')], memoryOf('甲县'))).toBeNull();
    expect(apply([HEADER.slice(1), ...rows('甲县')], memoryOf('甲县'))).toBeNull();
    const joined = HEADER.map((h, i) => (i === 2 ? '情况/数量' : i === 3 ? '情况/款' : h));
    const two = [HEADER.map((h, i) => (i === 2 ? '情况' : i === 3 ? '' : h)), ['', '', '数量', '款', '', '', '']];
    expect(apply([...two, ...rows('甲县')], memoryOf('甲县', 7, { headers: joined }))?.reading.header).toEqual({
      first: 0,
      count: 2,
    });
  });

  it('is for that sender; where one of both is not known, all that is remembered must agree', () => {
    const other = memoryOf('乙县', 8, { columns: memoryOf('乙县').columns.map(({ scale: _, ...c }) => c) });
    const mixed = [HEADER, ...rows('甲县'), ...rows('乙县')];
    expect(apply([HEADER, ...rows('甲县')], other)).toBeNull();
    expect(apply([HEADER, ...rows('甲县')], other, memoryOf('甲县'))?.remembered?.seq).toBe(7);
    expect(apply(mixed, memoryOf('甲县'), memoryOf('乙县', 8))?.remembered?.seq).toBe(8);
    expect(apply(mixed, memoryOf('甲县'), other)).toBeNull();
    expect(apply([HEADER, ...rows('甲县')], memoryOf(''))?.remembered?.seq).toBe(7);
    expect(apply([HEADER, ...rows('甲县')], memoryOf(''), other)).toBeNull();
  });

  it('the last confirmed of one sender counts', () => {
    const later = memoryOf('甲县', 9, { words: { none: 'zero' } });
    expect(apply([HEADER, ...rows('甲县')], later, memoryOf('甲县'))?.reading.words).toEqual({ none: 'zero' });
  });

  it('does not decide against what the file says: shares now written as fractions are asked about, 单位：万元 is 万元', () => {
    const fractions = apply([HEADER, ...rows('甲县', '0.95')], memoryOf('甲县'));
    expect(fractions?.questions).toEqual([{ ask: 'share', index: 4, header: '满意率', samples: ['0.95'] }]);
    const inTenThousands = apply([['2026年', '', '单位：万元'], HEADER, ...rows('甲县')], memoryOf('甲县'));
    expect(inTenThousands?.reading.columns[3]).toEqual({ index: 3, header: '款', column: 'money' });
  });

  it('still asks for a period that nothing names, and counts places from the start of the source', () => {
    const known = applyRemembered(
      seenOf([HEADER, ...rows('甲县')], { file: '表.csv', area: { first: 30, last: 32 }, remembered: [memoryOf('甲县')] }),
      [SURVEY],
    );
    expect(known?.questions).toEqual([{ ask: 'period', candidates: [] }]);
    expect(known?.reading).toMatchObject({ area: { first: 30, last: 32 }, header: { first: 30, count: 1 } });
    expect(known?.problems[1]?.place.row).toBe(31);
  });

  it('of nothing remembered, or of a ledger that is gone, is nothing', () => {
    expect(apply([HEADER, ...rows('甲县')])).toBeNull();
    expect(apply([HEADER, ...rows('甲县')], memoryOf('甲县', 7, { ledger: 'gone' }))).toBeNull();
  });
});

it('inspect() reads a file as it was confirmed before, even one that no ledger knows by its names', async () => {
  const text = csv(HEADER.join(','), ...rows('甲县', '1').map((r) => r.join(',')));
  const blob = new Blob([text]);
  const source = { hash: '0', name: '2026Q3.csv', size: blob.size };
  const strange = await inspect(blob, source, {}, [SURVEY]);
  expect(strange.ok && strange.tables[0]?.questions.length).toBeGreaterThan(0);
  const known = await inspect(blob, source, { remembered: [memoryOf('甲县')] }, [SURVEY]);
  if (!known.ok) throw new Error(known.problem.code);
  expect(known.tables).toHaveLength(1);
  expect(known.tables[0]).toMatchObject({ questions: [], remembered: { seq: 7 }, reading: { ledger: 'survey', sender: '甲县' } });
});

describe('rememberedFrom()', () => {
  it('of an answered table makes the next one need no question', async () => {
    const header = '县市区,组织的名称,人数,满意率';
    const asked = await proposalOf(csv(header, '甲县,一社,12,1'), '2026Q3.csv', [SURVEY]);
    expect(asked.questions.map((q) => q.ask).sort()).toEqual(['column', 'share']);
    const named = answer(asked, { ask: 'column', index: 1, column: 'name' }, [SURVEY]);
    const done = answer(named, { ask: 'share', index: 3, shareAs: 'fraction' }, [SURVEY]);
    const memory = { seq: 3, ...(rememberedFrom(done.reading) as Omit<RememberedMapping, 'seq'>) };
    expect(memory).toMatchObject({ sender: '甲县', ledger: 'survey', headers: header.split(',') });
    const next = apply([header.split(','), ['甲县', '三社', '9', '1']], memory);
    expect([next?.questions, next?.reading.columns]).toEqual([[], done.reading.columns]);
  });

  it('of a table without a header is nothing to know another by', () => {
    const records = [HEADER, ...rows('甲县')];
    const [layout] = layoutsOf(records, [SURVEY], '');
    if (!layout) throw new Error('no layout');
    const { reading } = planTable(layout, seenOf(records));
    expect(rememberedFrom({ ...reading, header: { first: 0, count: 0 } } satisfies Reading)).toBeNull();
  });
});
