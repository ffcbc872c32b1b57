/** Checking a period from draft to sealed, in a city of three counties: the real files out and in, the real engine, the real journal. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PackContent } from '../../src/model/pack-content';
import type { Period } from '../../src/model/period';
import { objectionsAt, openAt, sealOn, standingOf } from '../../src/model/review';
import type { UnitId } from '../../src/model/unit';
import type { Pipeline } from '../../src/pipeline/pipeline';
import { checkSheetFiles } from '../../src/report/check-sheet';
import { canonicalHash } from '../../src/scheme';
import type { Seal } from '../../src/score/seal';
import { MemoryStore } from '../../src/workspace/store';
import { City, file, Q3, roster, standing, talent, UNITS } from './small-city';
import { csvOf, edited, type Grid } from '../report/grid';

const city = new City();
afterAll(() => city.close());
const NAMES = { measure: (id: string) => id, unit: (id: string) => id };
const ROWS = ['甲县,100,80,80,76', '乙县,100,60,60,60', '丙县,100,50,50,25'];

/** Two pipelines with an engine each, opened anew for each test. */
const pipelines = new Map<string, Pipeline>();
async function opened(which = 'main', store = new MemoryStore()): Promise<{ pipeline: Pipeline; store: MemoryStore }> {
  const known = pipelines.get(which);
  if (known) {
    await known.open(Promise.resolve(store));
    return { pipeline: known, store };
  }
  const fresh = await city.open(store);
  pipelines.set(which, fresh.pipeline);
  return fresh;
}

beforeAll(async () => {
  await opened('main');
  await opened('other');
});

async function loaded(which = 'main'): Promise<{ pipeline: Pipeline; store: MemoryStore }> {
  const own = await opened(which);
  await own.pipeline.drop([roster(), talent(ROWS)]);
  return own;
}
const codes = (problems: readonly { code: string }[]): string[] => problems.map((p) => p.code);
const state = (p: Pipeline): string => standingOf(p.snapshot.reviews, Q3).state;
const objections = (p: Pipeline, unit: UnitId = UNITS.甲县) =>
  objectionsAt(p.snapshot.reviews, Q3, unit).map((o) => [o.node, o.text, o.evidence, o.decision?.outcome ?? null]);

describe('states of a period', () => {
  let pipeline: Pipeline;
  beforeEach(async () => {
    ({ pipeline } = await loaded());
  });

  test('go one step forward, and back with a reason; each refusal is a sentence and writes nothing', async () => {
    expect(state(pipeline)).toBe('draft');
    expect(await pipeline.review.state(Q3, 'approved')).toMatchObject([
      { code: 'period.moveRefused', params: { period: Q3, from: 'draft', to: 'approved' } },
    ]);
    expect(await pipeline.review.state(Q3, 'checking')).toEqual([]);
    expect(await pipeline.review.state(Q3, 'approved')).toEqual([]);
    const steps = pipeline.snapshot.steps.length;
    expect(codes(await pipeline.review.state(Q3, 'draft', ' '))).toEqual(['period.reasonMissing']);
    expect(pipeline.snapshot.steps).toHaveLength(steps);
    expect(await pipeline.review.state(Q3, 'checking', '乙县补报')).toEqual([]);
    expect(standingOf(pipeline.snapshot.reviews, Q3).moves.map((m) => [m.from, m.to, m.reason])).toEqual([
      ['draft', 'checking', null],
      ['checking', 'approved', null],
      ['approved', 'checking', '乙县补报'],
    ]);
  });

  test('are undone one by one, and outlive the page', async () => {
    const { pipeline: own, store } = await loaded();
    await own.review.state(Q3, 'checking');
    await own.review.state(Q3, 'approved');
    const { pipeline: again } = await opened('other', store);
    expect(state(again)).toBe('approved');
    await again.undo(again.snapshot.steps.at(-1)?.seq ?? 0);
    expect(state(again)).toBe('checking');
    await again.redo();
    expect(state(again)).toBe('approved');
  });
});

describe('sealing', () => {
  let pipeline: Pipeline;
  beforeEach(async () => {
    ({ pipeline } = await loaded());
    await pipeline.review.state(Q3, 'checking');
    await pipeline.review.state(Q3, 'approved');
  });

  test('is of an approved period only, and one that has scores', async () => {
    expect(codes(await pipeline.review.seal('2026Q2' as Period))).toEqual(['period.moveRefused']);
    await pipeline.review.state('2026Q2' as Period, 'checking');
    await pipeline.review.state('2026Q2' as Period, 'approved');
    expect(codes(await pipeline.review.seal('2026Q2' as Period))).toEqual(['seal.noFigures']);
  });

  test('warns while an objection is open, and goes on despite it when told to', async () => {
    await pipeline.review.raise({ period: Q3, unit: UNITS.甲县, node: 'arrival', text: '到岗应为 80' });
    expect(await pipeline.review.seal(Q3)).toMatchObject([{ level: 'warning', code: 'seal.openObjections', params: { n: 1 } }]);
    expect(state(pipeline)).toBe('approved');
    expect(await pipeline.review.seal(Q3, { despite: true })).toEqual([]);
    expect(sealOn(pipeline.snapshot.reviews, Q3)).toMatchObject({ open: 1, missing: 0 });
  });

  test('warns of figures that were due and not reported, with their counties', async () => {
    const { pipeline: own } = await opened('other');
    await own.drop([roster(), talent(ROWS.slice(0, 2))]);
    await own.review.state(Q3, 'checking');
    await own.review.state(Q3, 'approved');
    // 丙县 sent nothing: two leaves
    expect(await own.review.seal(Q3)).toMatchObject([{ code: 'seal.figuresMissing', params: { n: 2, of: 1, units: ['丙县'] } }]);
  });

  test('holds the tables it was read from; without a change it differs in nothing', async () => {
    expect(await pipeline.review.seal(Q3)).toEqual([]);
    const report = await pipeline.review.sealed(Q3);
    expect(report?.seal.sources.map((s) => [s.ledger, s.file])).toEqual([
      ['roster', '单位名册.csv'],
      ['talent-intake', '人才引进统计表2026年第三季度.csv'],
    ]);
    expect(report).toMatchObject({ whole: true, problem: null });
    expect(report?.differences).toEqual({ scheme: [], gone: [], added: [], units: [] });
    expect(await pipeline.review.sealed('2026Q2' as Period)).toBeNull();
  });

  test('a corrected table afterwards is told: 乙县 arrival 30/60 = 0.5, 40 × 0.5 = 20 in place of 40', async () => {
    await pipeline.review.seal(Q3);
    await pipeline.drop([talent(['乙县,100,60,60,30'], '乙县人才引进统计表2026年第三季度(更正).csv')]);
    const report = await pipeline.review.sealed(Q3);
    expect(report?.differences?.added.map((s) => s.file)).toEqual(['乙县人才引进统计表2026年第三季度(更正).csv']);
    expect(report?.differences?.units.find((u) => u.unit === UNITS.乙县)).toMatchObject({
      sealed: { total: 76, rank: 2 },
      now: { total: 56, rank: 2 },
      leaves: [{ node: 'arrival', points: [40, 20], values: [1, 0.5], causes: ['data'] }],
    });
    const since = await pipeline.review.sinceSeal(Q3, UNITS.乙县);
    expect(since?.total).toEqual({ sealed: 76, now: 56, change: -20, parts: { correction: -20, rules: 0, program: 0 } });
    expect(since?.leaves.find((l) => l.node === 'arrival')?.parts.correction).toBe(-20);
  });

  test('other rules afterwards are told apart from corrected data', async () => {
    await pipeline.review.seal(Q3);
    const scheme = JSON.stringify(pipeline.snapshot.scheme)
      .replace('"points":40', '"points":30')
      .replace('"points":60', '"points":70');
    await pipeline.drop([talent(['乙县,100,60,60,30'], '乙县更正2026年第三季度.csv'), file('方案.json', scheme)]);
    // sealed 0.6·60 + 1·40 = 76; corrected 0.6·60 + 0.5·40 = 56; now 0.6·70 + 0.5·30 = 57
    expect((await pipeline.review.sinceSeal(Q3, UNITS.乙县))?.total).toEqual({
      sealed: 76,
      now: 57,
      change: -19,
      parts: { correction: -20, rules: 1, program: 0 },
    });
  });

  test('is left only by opening it again with a reason, and the seal stays in the record', async () => {
    await pipeline.review.seal(Q3);
    expect(codes(await pipeline.review.state(Q3, 'checking', '想改'))).toEqual(['period.isSealed']);
    expect(codes(await pipeline.review.raise({ period: Q3, unit: UNITS.甲县, node: 'arrival', text: '有误' }))).toEqual([
      'period.isSealed',
    ]);
    expect(codes(await pipeline.review.reopen(Q3, ''))).toEqual(['period.reasonMissing']);
    expect(await pipeline.review.reopen(Q3, '审计要求更正')).toEqual([]);
    expect(state(pipeline)).toBe('checking');
    expect(sealOn(pipeline.snapshot.reviews, Q3)).toBeNull();
    expect((await pipeline.review.sealed(Q3))?.whole).toBe(true);
    expect(codes(await pipeline.review.reopen(Q3, '再开'))).toEqual(['period.notSealed']);
  });

  test('a seal changed in the record is told', async () => {
    const { pipeline: own, store } = await loaded();
    await own.review.state(Q3, 'checking');
    await own.review.state(Q3, 'approved');
    await own.review.seal(Q3);
    const forged = new MemoryStore();
    const entries = (await store.entries()).map((e) =>
      e.kind === 'period.sealed' ? { ...e, seal: e.seal.replace('"total":76', '"total":86') } : e,
    );
    const sources = new Map<string, Blob>();
    for (const e of entries)
      if (e.kind === 'table.accepted') sources.set(e.source.hash, (await store.source(e.source.hash)) as Blob);
    await forged.append(entries, sources);
    const { pipeline: again } = await opened('other', forged);
    expect(await again.review.sealed(Q3)).toMatchObject({ whole: false, problem: { code: 'seal.broken' } });
    expect((await again.review.sinceSeal(Q3, UNITS.乙县))?.whole).toBe(false);
  });
});

describe('a seal of version 2', () => {
  const content: PackContent = {
    ...{ title: '会议材料', day: '2026-10-08' as PackContent['day'], mark: '工作草稿', slides: [] },
    sentences: { 'A2/standing': '乙县总分 76.00 分。' },
    papers: [{ kind: 'bulletin', sections: [{ title: '通报', subtitle: '', blocks: [] }] }],
  };
  const approved = async (which = 'main') => {
    const own = await loaded(which);
    await own.pipeline.review.state(Q3, 'checking');
    await own.pipeline.review.state(Q3, 'approved');
    return own;
  };
  /** The record with the seal's text as `change` makes it, under a hash of its own. */
  const rewritten = async (store: MemoryStore, change: (seal: Seal) => Omit<Seal, 'hash'>): Promise<MemoryStore> => {
    const forged = new MemoryStore();
    const entries = (await store.entries()).map((e) => {
      if (e.kind !== 'period.sealed') return e;
      const rest = change(JSON.parse(e.seal) as Seal);
      const hash = canonicalHash(rest);
      return { ...e, seal: JSON.stringify({ ...rest, hash }), hash };
    });
    const sources = new Map<string, Blob>();
    for (const e of entries)
      if (e.kind === 'table.accepted') sources.set(e.source.hash, (await store.source(e.source.hash)) as Blob);
    await forged.append(entries, sources);
    return forged;
  };

  test('holds the papers of the meeting, the journal as it stood and unrounded points: 丙县 0.5 · 60 + 0.5 · 40 = 50', async () => {
    const { pipeline, store } = await approved();
    const { steps } = pipeline.snapshot;
    expect(await pipeline.review.seal(Q3, { content })).toEqual([]);
    const report = await pipeline.review.sealed(Q3);
    expect(report).toMatchObject({ whole: true, seal: { v: 2, content, journal: canonicalHash(steps) } });
    expect(report?.seal.units.find((u) => u.unit === UNITS.丙县)?.exact).toEqual([50, 30, 20]);
    const { pipeline: again } = await opened('other', store);
    expect(await again.review.sealed(Q3)).toMatchObject({ whole: true, seal: { content } });
  });

  test('without papers says that none were made', async () => {
    const { pipeline } = await approved();
    await pipeline.review.seal(Q3);
    expect((await pipeline.review.sealed(Q3))?.seal.content).toBeNull();
  });

  test('of other papers, or after another step, is another seal of the same result', async () => {
    const hashOf = async (before: (p: Pipeline) => Promise<unknown>, of: PackContent | null): Promise<string | undefined> => {
      const { pipeline } = await approved();
      await before(pipeline);
      await pipeline.review.seal(Q3, { content: of, despite: true });
      return sealOn(pipeline.snapshot.reviews, Q3)?.hash;
    };
    const nothing = () => Promise.resolve();
    const hashes = [
      await hashOf(nothing, content),
      await hashOf(nothing, null),
      await hashOf(nothing, { ...content, sentences: { 'A2/standing': '另写。' } }),
      await hashOf((p) => p.review.raise({ period: Q3, unit: UNITS.甲县, node: 'arrival', text: '有误' }), content),
    ];
    expect(new Set(hashes).size).toBe(4);
  });

  test('a sentence changed in the record is told', async () => {
    const { pipeline, store } = await approved();
    await pipeline.review.seal(Q3, { content });
    const forged = new MemoryStore();
    const entries = (await store.entries()).map((e) =>
      e.kind === 'period.sealed' ? { ...e, seal: e.seal.replace('76.00 分', '86.00 分') } : e,
    );
    const sources = new Map<string, Blob>();
    for (const e of entries)
      if (e.kind === 'table.accepted') sources.set(e.source.hash, (await store.source(e.source.hash)) as Blob);
    await forged.append(entries, sources);
    const { pipeline: again } = await opened('other', forged);
    expect(await again.review.sealed(Q3)).toMatchObject({ whole: false, problem: { code: 'seal.broken' } });
  });

  test('a seal of version 1 in an older record still reads whole, and differs in nothing', async () => {
    const { pipeline, store } = await approved();
    await pipeline.review.seal(Q3, { content });
    const old = await rewritten(store, ({ period, scheme, sources, nodes, units }) => ({
      ...{ v: 1, period, scheme, sources, nodes },
      units: units.map(({ unit, group, grade, total, rank, points, values }) => ({
        unit,
        group,
        grade,
        total,
        rank,
        points,
        values,
      })),
    }));
    const { pipeline: again } = await opened('other', old);
    const report = await again.review.sealed(Q3);
    expect(report).toMatchObject({ whole: true, problem: null, seal: { v: 1 } });
    expect(report?.seal.content).toBeUndefined();
    expect(report?.differences).toEqual({ scheme: [], gone: [], added: [], units: [] });
    expect((await again.review.sinceSeal(Q3, UNITS.乙县))?.total).toMatchObject({ sealed: 76, now: 76, change: 0 });
  });
});

describe('objections typed in', () => {
  test('are decided with a reason that stands beside the number, and change no number', async () => {
    const { pipeline } = await loaded();
    const before = standing(pipeline, '甲县');
    await pipeline.review.raise({ period: Q3, unit: UNITS.甲县, node: 'arrival', text: '到岗应为 80', evidence: '合同' });
    const [open] = openAt(pipeline.snapshot.reviews, Q3);
    expect(codes(await pipeline.review.decide(open?.id ?? 0, { outcome: 'partly', reason: ' ' }))).toEqual([
      'objection.reasonMissing',
    ]);
    expect(await pipeline.review.decide(open?.id ?? 0, { outcome: 'partly', reason: '2 人材料齐全' })).toEqual([]);
    expect(openAt(pipeline.snapshot.reviews, Q3)).toEqual([]);
    expect(objectionsAt(pipeline.snapshot.reviews, Q3, UNITS.甲县, 'arrival')).toMatchObject([
      { text: '到岗应为 80', evidence: '合同', decision: { outcome: 'partly', reason: '2 人材料齐全' } },
    ]);
    expect(standing(pipeline, '甲县')).toEqual(before);
  });

  test('that say nothing, or of nothing, are refused', async () => {
    const { pipeline } = await loaded();
    expect(codes(await pipeline.review.raise({ period: Q3, unit: UNITS.甲县, node: 'arrival', text: ' ' }))).toEqual([
      'objection.textMissing',
    ]);
    expect(codes(await pipeline.review.raise({ period: Q3, unit: UNITS.甲县, node: '', text: '有误' }))).toEqual([
      'objection.noSuchFigure',
    ]);
    expect(codes(await pipeline.review.raise({ period: Q3, unit: 'Z9' as UnitId, node: 'arrival', text: '有误' }))).toEqual([
      'objection.noSuchFigure',
    ]);
    expect(codes(await pipeline.review.decide(999, { outcome: 'accepted', reason: '好' }))).toEqual(['objection.gone']);
    expect(pipeline.snapshot.reviews.objections).toEqual([]);
  });

  test('with a person in them are masked before they are kept', async () => {
    const { pipeline } = await loaded();
    await pipeline.review.raise({ period: Q3, unit: UNITS.甲县, node: 'arrival', text: '请联系13800138000核实' });
    expect(objections(pipeline)).toEqual([['arrival', '请联系＊＊＊核实', '', null]]);
  });
});

describe('check sheets that come back', () => {
  let pipeline: Pipeline;
  let sheet: Blob;
  const OPINION = 13;
  beforeEach(async () => {
    ({ pipeline } = await loaded());
    const [first] = await checkSheetFiles(await pipeline.review.checkSheets(Q3), NAMES);
    sheet = first?.blob as Blob;
  });
  /** Title, about, three lines, the code, then the header: rows 8 and 9 are the two leaves. */
  const ARRIVAL = 8;
  const drop = (grid: Grid, name = '核对单-甲县.xlsx') => pipeline.drop([new File([grid.xlsx()], name)]);
  const say = (grid: Grid, row: number, text: string, evidence = ''): Grid =>
    grid.put(row, OPINION, text).put(row, OPINION + 1, evidence);

  test('untouched bring nothing and say so', async () => {
    await pipeline.drop([new File([sheet], '核对单.xlsx')]);
    expect(pipeline.snapshot.notices).toMatchObject([{ code: 'sheet.taken', params: { unit: '甲县', n: 0, blank: 2 } }]);
    expect([pipeline.snapshot.pending, objections(pipeline)]).toEqual([[], []]);
  });

  test('bring one objection for each opinion, with its evidence; 无意见 is none', async () => {
    const grid = await edited(sheet);
    await drop(say(say(grid, ARRIVAL, '到岗应为 80\n见附件', '劳动合同'), ARRIVAL - 1, '无意见'));
    expect(pipeline.snapshot.notices).toMatchObject([{ code: 'sheet.taken', params: { n: 1, agreed: 1 } }]);
    expect(objections(pipeline)).toEqual([['arrival', '到岗应为 80\n见附件', '劳动合同', null]]);
  });

  test('dropped twice are not doubled; a changed opinion takes the place of an undecided one and stands beside a decided one', async () => {
    const grid = await edited(sheet);
    await drop(say(grid, ARRIVAL, '应为 80'));
    await drop(say(grid, ARRIVAL, '应为 80'));
    expect(pipeline.snapshot.notices[0]?.params).toMatchObject({ n: 0, known: 1 });
    await drop(say(grid, ARRIVAL, '应为 79'));
    expect(objections(pipeline)).toEqual([['arrival', '应为 79', '', null]]);
    await pipeline.undo(pipeline.snapshot.steps.at(-1)?.seq ?? 0);
    expect(objections(pipeline)).toEqual([['arrival', '应为 80', '', null]]);
    await pipeline.review.decide(openAt(pipeline.snapshot.reviews, Q3)[0]?.id ?? 0, { outcome: 'rejected', reason: '材料不足' });
    await drop(say(grid, ARRIVAL, '应为 80'));
    expect(objections(pipeline)).toHaveLength(1);
    await drop(say(grid, ARRIVAL, '材料已补'));
    expect(objections(pipeline)).toEqual([
      ['arrival', '应为 80', '', 'rejected'],
      ['arrival', '材料已补', '', null],
    ]);
  });

  test('are read after rows were turned round, columns moved and blank rows put between, also saved as CSV in GBK', async () => {
    const grid = say(await edited(sheet), ARRIVAL, '应为 80, 见“附件”', '=1+1');
    const tossed = grid.reversed().columnToFront(OPINION).spaced();
    await drop(tossed);
    expect(objections(pipeline)).toEqual([['arrival', '应为 80, 见“附件”', '=1+1', null]]);
    const { pipeline: other } = await loaded('other');
    await other.drop([new File([csvOf(tossed, 'gbk')], '核对单.csv')]);
    expect(objections(other)).toEqual([['arrival', '应为 80, 见“附件”', '=1+1', null]]);
  });

  test('are read with deleted rows, a renamed column of opinions and the formula =1+1 as text', async () => {
    const grid = say(await edited(sheet), ARRIVAL, '=1+1');
    await drop(
      grid
        .put(6, OPINION, '我县的看法')
        .without(ARRIVAL - 1)
        .without(0),
    );
    expect(objections(pipeline)).toEqual([['arrival', '=1+1', '', null]]);
  });

  test('without codes are known by the sheet’s own code and the indicator’s name', async () => {
    const grid = say(await edited(sheet), ARRIVAL, '应为 80');
    await drop(grid.put(ARRIVAL, OPINION + 2, ''));
    expect(objections(pipeline)).toEqual([['arrival', '应为 80', '', null]]);
  });

  test('tell of a code dragged down, a figure written over, a column and a row of their own', async () => {
    const grid = say(say(await edited(sheet), ARRIVAL, '应为 80'), ARRIVAL - 1, '目标应为 90');
    const code = grid.at(ARRIVAL, OPINION + 2);
    await drop(
      grid
        .put(ARRIVAL, OPINION + 2, `${code}1`)
        .put(ARRIVAL - 1, 5, '88%')
        .put(ARRIVAL - 1, OPINION + 3, '另有说明')
        .put(ARRIVAL + 3, 0, '我县整体意见另文报送'),
    );
    expect(codes(pipeline.snapshot.notices)).toEqual([
      'sheet.taken',
      'sheet.figureChanged',
      'sheet.columnUnused',
      'sheet.codeBroken',
      'sheet.codeMissing',
    ]);
    expect(pipeline.snapshot.notices[1]).toMatchObject({ place: { header: '数值', value: '88%' }, params: { was: '80.00%' } });
    expect(objections(pipeline)).toEqual([['attainment', '目标应为 90', '', null]]);
  });

  test('two opinions about one figure become one, and one opinion over two merged rows is of both', async () => {
    const grid = say(await edited(sheet), ARRIVAL, '应为 80');
    const twice = grid.put(ARRIVAL + 2, OPINION, '另有 2 人在途').put(ARRIVAL + 2, OPINION + 2, grid.at(ARRIVAL, OPINION + 2));
    await drop(twice);
    expect(objections(pipeline)).toEqual([['arrival', '应为 80\n另有 2 人在途', '', null]]);
    expect(codes(pipeline.snapshot.notices)).toEqual(['sheet.taken', 'sheet.merged']);
    const { pipeline: other } = await loaded('other');
    const merged = say(await edited(sheet), ARRIVAL - 1, '口径不一致').merge(ARRIVAL - 1, ARRIVAL, OPINION);
    await other.drop([new File([merged.xlsx()], '核对单.xlsx')]);
    expect(objections(other).map((o) => o.slice(0, 2))).toEqual([
      ['attainment', '口径不一致'],
      ['arrival', '口径不一致'],
    ]);
  });

  test('of another city’s unit, an unknown leaf or another scheme’s version are told in a sentence each', async () => {
    const grid = say(await edited(sheet), ARRIVAL, '应为 80');
    const { pipeline: other } = await opened('other');
    await other.drop([
      file('单位名册.csv', '单位名称,单位代码,层级,上级单位\n别市,B0,市,\n丁县,B1,县,别市\n'),
      talent(['丁县,100,80,80,76']),
    ]);
    await other.drop([new File([grid.xlsx()], '核对单.xlsx')]);
    expect(codes(other.snapshot.notices)).toEqual(['sheet.taken', 'sheet.unitUnknown']);
    const renamed = JSON.stringify(pipeline.snapshot.scheme).replace('"id":"arrival"', '"id":"arrived"');
    await pipeline.drop([file('方案.json', renamed)]);
    await drop(say(grid, ARRIVAL - 1, '目标应为 90'));
    expect(codes(pipeline.snapshot.notices)).toEqual(['sheet.taken', 'sheet.nodeUnknown', 'sheet.otherScheme']);
    expect(objections(pipeline)).toEqual([['attainment', '目标应为 90', '', null]]);
    expect(other.snapshot.reviews.objections).toEqual([]);
  });

  test('of a sealed period are told and not taken; one with a secrecy mark is not read at all', async () => {
    const grid = say(await edited(sheet), ARRIVAL, '应为 80');
    await drop(grid.put(0, 3, '秘密★1年'));
    expect(codes(pipeline.snapshot.notices)).toEqual(['file.classified']);
    await pipeline.review.state(Q3, 'checking');
    await pipeline.review.state(Q3, 'approved');
    await pipeline.review.seal(Q3);
    await drop(grid.put(0, 3, ''));
    expect(codes(pipeline.snapshot.notices)).toEqual(['sheet.taken', 'period.isSealed']);
    expect(objections(pipeline)).toEqual([]);
  });

  test('mask persons in opinions and say so', async () => {
    await drop(say(await edited(sheet), ARRIVAL, '请联系13800138000'));
    expect(objections(pipeline)).toEqual([['arrival', '请联系＊＊＊', '', null]]);
    expect(codes(pipeline.snapshot.notices)).toContain('cell.person');
  });

  test('dropped together with the tables they speak of are taken after them', async () => {
    const { pipeline: own } = await opened('other');
    const grid = say(await edited(sheet), ARRIVAL, '应为 80');
    await own.drop([new File([grid.xlsx()], '核对单.xlsx'), talent(ROWS), roster()]);
    expect(objections(own)).toEqual([['arrival', '应为 80', '', null]]);
  });
});
