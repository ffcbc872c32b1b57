/** Mends of accepted tables: they change what is read and never the source, and every one can be taken back. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Pipeline } from '../../src/pipeline/pipeline';
import type { MemoryStore } from '../../src/workspace/store';
import { City, file, measure, Q3, roster, talent, UNITS } from './small-city';

const city = new City();
afterAll(() => city.close());

const ROWS = ['甲县,100,80,80,76', '乙县,100,50,50,x45', '丙县,100,90,90,81'];

describe('a table with a cell that cannot be read', () => {
  let pipeline: Pipeline;
  let store: MemoryStore;
  let seq: number;
  const talentTable = () => pipeline.snapshot.tables.find((t) => t.ledger === 'talent-intake');
  beforeEach(async () => {
    ({ pipeline, store } = await city.open());
    await pipeline.drop([roster(), talent(ROWS)]);
    seq = talentTable()?.seq ?? 0;
  });

  test('gives a value once the cell is mended, none after undo, and the value again after redo', async () => {
    expect(talentTable()?.report.rejected.map((p) => p.place.row)).toEqual([3]);
    expect(measure(pipeline, '乙县', 'arrival')).toBeUndefined();
    await pipeline.mendCells(seq, [{ row: 3, column: 4, text: '45' }], 'edit');
    expect(pipeline.snapshot.notices).toEqual([]);
    expect(talentTable()?.report.rejected).toEqual([]);
    expect(measure(pipeline, '乙县', 'arrival')).toBeCloseTo(0.9, 12);
    expect(talentTable()?.mends.cells).toEqual([{ row: 3, column: 4, text: '45' }]);
    await pipeline.undo(pipeline.snapshot.steps.at(-1)?.seq ?? 0);
    expect(measure(pipeline, '乙县', 'arrival')).toBeUndefined();
    await pipeline.redo();
    expect(measure(pipeline, '乙县', 'arrival')).toBeCloseTo(0.9, 12);
  });

  test('is replayed with its mends from the record, and the source in it is as it came', async () => {
    await pipeline.mendCells(seq, [{ row: 3, column: 4, text: '45' }], 'edit');
    await pipeline.mendCells(seq, [{ row: 4, column: 4, text: '90' }], 'edit');
    await pipeline.mendCells(seq, [{ row: 4, column: 4, text: '72' }], 'edit');
    await pipeline.excludeRows(seq, [2], '重复上报');
    const { tables, measures } = pipeline.snapshot;
    expect(measure(pipeline, '丙县', 'arrival')).toBeCloseTo(0.8, 12);
    expect(measure(pipeline, '甲县', 'arrival')).toBeUndefined();
    const { pipeline: again } = await city.open(store);
    expect(again.snapshot.tables).toEqual(tables);
    expect(again.snapshot.measures).toEqual(measures);
    const source = tables.find((t) => t.seq === seq)?.source;
    expect(await (await store.source(source?.hash ?? ''))?.text()).toBe(await talent(ROWS).text());
  });

  test('a row left out is told with its reason', async () => {
    await pipeline.excludeRows(seq, [2], '重复上报');
    expect(talentTable()?.report.excluded).toMatchObject([{ code: 'row.excludedByHand', place: { row: 2 } }]);
    expect((await pipeline.wholeTable(seq)).problems.map((p) => [p.code, p.place.row])).toEqual([
      ['cell.unreadable', 3],
      ['row.excludedByHand', 2],
    ]);
  });

  test('undoing the table makes its mends void, and redoing it brings them back', async () => {
    await pipeline.mendCells(seq, [{ row: 3, column: 4, text: '45' }], 'proposal');
    await pipeline.undo(seq);
    expect(talentTable()).toBeUndefined();
    expect(pipeline.snapshot.steps.map((s) => s.kind)).toEqual(['table.accepted']);
    await pipeline.redo();
    expect(measure(pipeline, '乙县', 'arrival')).toBeCloseTo(0.9, 12);
  });

  test('shows a mended row beside its verbatim text, whoever asks for it', async () => {
    await pipeline.mendCells(seq, [{ row: 3, column: 4, text: '45' }], 'edit');
    const ref = { measure: 'talent-intake.arrival', unit: UNITS.乙县, period: Q3, side: 'numerator' } as const;
    const [row] = await pipeline.rowsBehind(ref, 10);
    expect(row).toMatchObject({ table: seq, row: 3, contribution: 45 });
    expect(row?.cells[4]).toEqual({ header: '全职到岗数', text: 'x45', column: 'full_time_arrived', mended: '45' });
    expect(row?.cells[1]).toEqual({ header: '年度目标(人)', text: '100', column: 'year_target' });
    const cells = ['乙县', '100', '50', '50', 'x45'];
    const mended = [{ column: 4, text: '45' }];
    expect(await pipeline.sourceRows(seq, [3, 99])).toEqual([{ row: 3, cells, mended }]);
    const whole = await pipeline.wholeTable(seq);
    expect(whole).toMatchObject({ ledger: 'talent-intake', firstDataRow: 2 });
    expect(whole.rows).toHaveLength(4);
    expect(whole.rows[2]).toEqual({ row: 3, cells, mended });
  });

  test('a name mended to one that nobody knows is asked about, not dropped', async () => {
    await pipeline.mendCells(seq, [{ row: 2, column: 0, text: '戊县' }], 'edit');
    expect(pipeline.snapshot.unknownNames).toMatchObject([{ name: '戊县', rows: 1 }]);
    await pipeline.nameUnit('戊县', UNITS.甲县);
    expect(pipeline.snapshot.unknownNames).toEqual([]);
    expect(measure(pipeline, '甲县', 'arrival')).toBeCloseTo(0.95, 12);
  });

  test('a mend that the store refuses leaves everything as it was', async () => {
    const before = pipeline.snapshot;
    store.append = () => Promise.reject(new Error('quota'));
    await pipeline.mendCells(seq, [{ row: 3, column: 4, text: '45' }], 'edit');
    expect(pipeline.snapshot.notices.map((n) => n.code)).toEqual(['storage.failed']);
    expect(pipeline.snapshot.tables).toEqual(before.tables);
    expect(measure(pipeline, '乙县', 'arrival')).toBeUndefined();
  });

  test('can be read otherwise, and as before after undo', async () => {
    expect(measure(pipeline, '甲县', 'attainment')).toBeCloseTo(0.8, 12);
    await pipeline.reread(seq, { ask: 'scale', index: 1, scale: 10 });
    expect(pipeline.snapshot.pending).toEqual([]);
    expect(measure(pipeline, '甲县', 'attainment')).toBeCloseTo(0.08, 12);
    expect(pipeline.snapshot.remembered).toMatchObject([{ ledger: 'talent-intake' }]);
    const reread = pipeline.snapshot.steps.find((s) => s.kind === 'table.reread');
    await pipeline.undo(reread?.seq ?? 0);
    expect(measure(pipeline, '甲县', 'attainment')).toBeCloseTo(0.8, 12);
  });

  test('a reading that lacks what it cannot do without waits with its fault, and the table stands as it was', async () => {
    const { tables } = pipeline.snapshot;
    await pipeline.reread(seq, { ask: 'column', index: 1, column: null });
    expect(pipeline.snapshot.pending).toMatchObject([{ state: 'fault', rereads: seq, problem: { code: 'file.columnMissing' } }]);
    expect(pipeline.snapshot.tables).toEqual(tables);
  });
});

describe('a sensitive count', () => {
  let pipeline: Pipeline;
  let rows: Awaited<ReturnType<Pipeline['rowsBehind']>>;
  beforeAll(async () => {
    ({ pipeline } = await city.open());
    const sent = file('第一书记和驻村工作队2026年第三季度.csv', '县(市、区),应派数,在岗数,表彰,约谈,召回\n甲县,10,9,1,2,7\n');
    await pipeline.drop([roster(), sent]);
    const seq = pipeline.snapshot.tables.find((t) => t.ledger === 'first-secretaries')?.seq ?? 0;
    await pipeline.mendCells(seq, [{ row: 2, column: 5, text: '1人' }], 'edit');
    const ref = { measure: 'first-secretaries.on_post', unit: UNITS.甲县, period: Q3, side: 'numerator' } as const;
    rows = await pipeline.rowsBehind(ref, 10);
  });

  test('under three is printed as ＜3, mended or not; other cells are verbatim', () => {
    expect(rows[0]?.cells.map((c) => c.text)).toEqual(['甲县', '10', '9', '1', '＜3', '7']);
    expect(rows[0]?.cells[5]?.mended).toBe('＜3');
  });
});
