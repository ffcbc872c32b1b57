/** Files on their way in: several tables of one file, persons kept out, what the user said remembered. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Pipeline } from '../../src/pipeline/pipeline';
import type { MemoryStore } from '../../src/workspace/store';
import { xlsx } from '../support/xlsx';
import { City, file, measure, roster, talent, UNITS } from './small-city';

const city = new City();
afterAll(() => city.close());

let pipeline: Pipeline;
let store: MemoryStore;
beforeEach(async () => {
  ({ pipeline, store } = await city.open());
  await pipeline.drop([roster()]);
});
const accepted = () => pipeline.snapshot.tables.filter((t) => t.ledger !== 'roster');

const TALENT = [
  '人才引进统计表,,,,',
  '县(市、区),年度目标(人),本年累计引进(人),其中:全职,全职到岗数',
  '甲县,100,80,80,76',
  '乙县,100,50,50,45',
  '丙县,100,90,90,81',
];
const SECRETARIES = [
  '第一书记和驻村工作队,,,,',
  '县(市、区),应派数,在岗数,表彰,约谈',
  '甲县,10,9,1,5',
  '乙县,12,12,0,4',
  '丙县,8,8,0,6',
];
const together = (...tables: readonly (readonly string[])[]): File =>
  file('2026年第三季度报表.csv', tables.map((t) => t.join('\n')).join('\n\n\n') + '\n');

describe('a file of two tables', () => {
  test('is accepted as two of one source, and both are duplicates when it comes again', async () => {
    await pipeline.drop([together(TALENT, SECRETARIES)]);
    expect(pipeline.snapshot.pending).toEqual([]);
    expect(accepted().map((t) => t.ledger)).toEqual(['talent-intake', 'first-secretaries']);
    expect(new Set(accepted().map((t) => t.source.hash)).size).toBe(1);
    expect(measure(pipeline, '丙县', 'arrival')).toBeCloseTo(0.9, 12);
    await pipeline.drop([together(TALENT, SECRETARIES)]);
    expect(accepted()).toHaveLength(2);
    expect(pipeline.snapshot.pending).toEqual([]);
    expect(pipeline.snapshot.notices.map((n) => n.code)).toEqual(['file.duplicate']);
  });

  test('of which one was taken back gives that one when it comes again', async () => {
    await pipeline.drop([together(TALENT, SECRETARIES)]);
    await pipeline.undo(accepted()[1]?.seq ?? 0);
    await pipeline.drop([together(TALENT, SECRETARIES)]);
    expect(accepted().map((t) => t.ledger)).toEqual(['talent-intake', 'first-secretaries']);
  });

  test('with a name nobody knows in one of them gives the other', async () => {
    await pipeline.drop([together(TALENT, [...SECRETARIES, '戊县,5,5,0,5'])]);
    expect(accepted().map((t) => t.ledger)).toEqual(['talent-intake']);
    expect(pipeline.snapshot.pending).toMatchObject([{ state: 'names', table: { reading: { ledger: 'first-secretaries' } } }]);
    await pipeline.nameUnit('戊县', null);
    expect(accepted()).toHaveLength(2);
  });

  test('gives the same snapshot when the record is opened again', async () => {
    await pipeline.drop([together(TALENT, SECRETARIES)]);
    const { tables, measures } = pipeline.snapshot;
    const { pipeline: again } = await city.open(store);
    expect(again.snapshot.tables).toEqual(tables);
    expect(again.snapshot.measures).toEqual(measures);
  });
});

/** An identity number of nobody, of a place that gives none out, with the check digit that is right. */
const NUMBER = ((head: string): string => {
  const sum = [...head].reduce((n, digit, i) => n + Number(digit) * (2 ** (17 - i) % 11), 0);
  return head + '10X98765432'.charAt(sum % 11);
})('36010019000101001');

/** All bytes the record holds. */
async function kept(): Promise<string> {
  const sources = pipeline.snapshot.steps.flatMap((s) => (s.kind === 'table.accepted' ? [s.source.hash] : []));
  const texts = await Promise.all(sources.map(async (hash) => (await store.source(hash))?.text() ?? ''));
  return texts.join('') + JSON.stringify(await store.entries());
}

describe('a table with persons', () => {
  const WITH = [TALENT[0], `${TALENT[1]},身份证号`, ...TALENT.slice(2).map((r) => `${r},${NUMBER}`)] as string[];

  test('waits, and nothing of it is kept', async () => {
    await pipeline.drop([together(WITH)]);
    expect(pipeline.snapshot.pending).toMatchObject([{ state: 'questions', table: { questions: [{ ask: 'persons' }] } }]);
    expect(JSON.stringify(pipeline.snapshot.pending)).not.toContain(NUMBER);
    expect(await kept()).not.toContain(NUMBER);
  });

  test('is kept as a masked copy with its figures, and known when it comes again', async () => {
    await pipeline.drop([together(WITH)]);
    await pipeline.answer(pipeline.snapshot.pending[0]?.id ?? 0, { ask: 'persons', take: 'mask' });
    expect(pipeline.snapshot.pending).toEqual([]);
    expect(measure(pipeline, '丙县', 'arrival')).toBeCloseTo(0.9, 12);
    expect(await kept()).not.toContain(NUMBER);
    const [table] = accepted();
    expect(table?.source.maskedFrom).toMatch(/^[0-9a-f]{64}$/);
    const rows = await pipeline.sourceRows(table?.seq ?? 0, [3]);
    expect(rows[0]?.cells).toEqual(['甲县', '100', '80', '80', '76', '＊＊＊']);
    await pipeline.drop([together(WITH)]);
    expect(pipeline.snapshot.notices.map((n) => n.code)).toEqual(['file.duplicate']);
    expect(accepted()).toHaveLength(1);
    const { measures } = pipeline.snapshot;
    const { pipeline: again } = await city.open(store);
    expect(again.snapshot.measures).toEqual(measures);
  });

  test('holds back the other table of its source, which is then read from the masked copy too', async () => {
    await pipeline.drop([together(SECRETARIES, WITH)]);
    expect(accepted()).toEqual([]);
    expect(pipeline.snapshot.pending.map((p) => p.source.name)).toEqual(['2026年第三季度报表.csv', '2026年第三季度报表.csv']);
    await pipeline.answer(pipeline.snapshot.pending[1]?.id ?? 0, { ask: 'persons', take: 'mask' });
    expect(accepted()).toHaveLength(2);
    expect(new Set(accepted().map((t) => t.source.hash)).size).toBe(1);
    expect(await kept()).not.toContain(NUMBER);
  });

  test('that is let go leaves its question to the other table of its source', async () => {
    await pipeline.drop([together(SECRETARIES, WITH)]);
    await pipeline.dismiss(pipeline.snapshot.pending[1]?.id ?? 0);
    expect(accepted()).toEqual([]);
    expect(pipeline.snapshot.pending).toMatchObject([{ state: 'questions', table: { questions: [{ ask: 'persons' }] } }]);
  });

  test('is kept as it came when the user says that it holds none', async () => {
    await pipeline.drop([together(WITH)]);
    await pipeline.answer(pipeline.snapshot.pending[0]?.id ?? 0, { ask: 'persons', take: 'keep' });
    expect(accepted()).toMatchObject([{ reading: { personsKept: true } }]);
    expect(await kept()).toContain(NUMBER);
  });

  test('in the middle of a large file is found before it is kept', async () => {
    const remark = '整改到位，情况良好。'.repeat(20);
    const row = (i: number) => `甲县,东镇,第${i}支部,农村,是,80,85,四星,三星,95.3%,${remark}`;
    const rows = Array.from({ length: 9000 }, (_, i) => (i === 4500 ? row(i).replace('情况良好', NUMBER) : row(i)));
    const header = '县(市、区),乡镇(街道),党支部名称,领域,是否应评,基础项得分,总分,审定星级,上年星级,满意率,备注';
    await pipeline.drop([file('党支部星级评定明细2026年第三季度.csv', [header, ...rows, ''].join('\n'))]);
    expect(pipeline.snapshot.pending).toMatchObject([{ state: 'questions', table: { questions: [{ ask: 'persons' }] } }]);
    await pipeline.answer(pipeline.snapshot.pending[0]?.id ?? 0, { ask: 'persons', take: 'mask' });
    expect(accepted()).toMatchObject([{ ledger: 'branch-rating', report: { rows: 9000 } }]);
    expect(await kept()).not.toContain(NUMBER);
  });
});

describe('a workbook of two sheets, one with persons', () => {
  const rowsOf = (lines: readonly string[], more: string) => lines.map((l, i) => [...l.split(','), i === 0 ? more : NUMBER]);
  // made once: a workbook tells when it was made
  const book = ((): File => {
    const sheets = [
      { name: '引才', rows: TALENT.map((l) => l.split(',')) },
      { name: '第一书记', rows: rowsOf(SECRETARIES.slice(1), '身份证号') },
    ];
    return file('2026年第三季度报表.xlsx', xlsx({ sheets }));
  })();

  test('holds both back; masked, each sheet is a text of its own and both are known when the workbook comes again', async () => {
    await pipeline.drop([book]);
    expect(accepted()).toEqual([]);
    const asking = pipeline.snapshot.pending.find((p) => p.state === 'questions');
    await pipeline.answer(asking?.id ?? 0, { ask: 'persons', take: 'mask' });
    expect(pipeline.snapshot.pending).toEqual([]);
    expect(accepted().map((t) => [t.ledger, t.source.sheet])).toEqual([
      ['talent-intake', '引才'],
      ['first-secretaries', '第一书记'],
    ]);
    expect(measure(pipeline, '丙县', 'arrival')).toBeCloseTo(0.9, 12);
    expect(await kept()).not.toContain(NUMBER);
    await pipeline.drop([book]);
    expect(pipeline.snapshot.notices.map((n) => n.code)).toEqual(['file.duplicate']);
    expect(accepted()).toHaveLength(2);
  });
});

describe('what the user said of a table', () => {
  const strange = (name: string, rows: readonly string[]) =>
    file(name, ['县(市、区),年度目标(人),本年累计引进(人),其中:全职,到岗情况如何', ...rows, ''].join('\n'));

  test('is remembered for the next of the same sender and headers, kept with the record, and forgotten by undo', async () => {
    await pipeline.drop([talent(['甲县,100,80,80,76'])]);
    const [first] = accepted();
    await pipeline.reread(first?.seq ?? 0, { ask: 'scale', index: 2, scale: 10 });
    expect(pipeline.snapshot.remembered).toMatchObject([{ ledger: 'talent-intake', columns: [{}, {}, { scale: 10 }, {}, {}] }]);
    await pipeline.drop([talent(['甲县,100,9,90,81'], '人才引进统计表2026年第二季度.csv')]);
    expect(accepted().at(-1)?.reading.columns[2]).toMatchObject({ scale: 10 });
    const { pipeline: again } = await city.open(store);
    expect(again.snapshot.remembered).toEqual(pipeline.snapshot.remembered);
    await again.undo(again.snapshot.remembered[0]?.seq ?? 0);
    expect(again.snapshot.remembered).toEqual([]);
  });

  test('of a waiting one too, in the same step as the table', async () => {
    await pipeline.drop([strange('人才引进统计表2026年第三季度.csv', ['甲县,100,80,80,76'])]);
    const [waiting] = pipeline.snapshot.pending;
    const columns = ['county', 'year_target', 'total_intake', 'full_time', 'full_time_arrived'];
    const map = { ask: 'map', ledger: 'talent-intake', header: { first: 0, count: 1 }, columns } as const;
    await pipeline.answer(waiting?.id ?? 0, map);
    expect(measure(pipeline, '甲县', 'arrival')).toBeCloseTo(0.95, 12);
    expect(pipeline.snapshot.steps.map((s) => s.kind)).toEqual(['table.accepted', 'table.accepted', 'mapping.remembered']);
    await pipeline.drop([strange('人才引进统计表2026年第三季度(更正).csv', ['甲县,100,80,80,72'])]);
    expect(pipeline.snapshot.pending).toEqual([]);
    expect(measure(pipeline, '甲县', 'arrival')).toBeCloseTo(0.9, 12);
  });
});

test('a waiting file is looked at again under another encoding', async () => {
  const big5 = new Uint8Array([0xbf, 0xa4, 0xa5, 0xab]); // 縣市
  const text = new TextEncoder().encode(',年度目标(人)\n');
  await pipeline.drop([new File([big5, text], '表.csv')]);
  const [before] = pipeline.snapshot.pending;
  await pipeline.inspectAgain(before?.id ?? 0, { encoding: 'big5' });
  const [after] = pipeline.snapshot.pending;
  expect(pipeline.snapshot.pending).toHaveLength(1);
  expect(after?.id).not.toBe(before?.id);
  expect(after?.source).toEqual(before?.source);
});

test('thirty files are one smooth flow, counted to the last', async () => {
  const seen: string[] = [];
  const end = pipeline.subscribe(({ progress: p }) => p && seen.push(`${p.stage} ${p.at}/${p.of}`));
  const counties = ['甲县', '乙县', '丙县'] as const;
  await pipeline.drop(
    Array.from({ length: 30 }, (_, i) =>
      talent([`${counties[i % 3]},100,${50 + i},${50 + i},${40 + i}`], `人才引进统计表2026年第三季度(${i}).csv`),
    ),
  );
  end();
  expect(accepted()).toHaveLength(30);
  expect(seen).toContain('inspect 30/30');
  expect(seen).toContain('load 1/30');
  expect(seen).toContain('load 30/30');
  expect(
    pipeline.snapshot.measures.get('talent-intake.intake', UNITS.甲县, accepted()[0]?.coverage.periods[0] as never)?.value,
  ).toBe(77);
});
