/** The whole flow in Node: real files, the real engine, the real score. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine';
import type { Reason } from '../../src/model/reason';
import type { Period } from '../../src/model/period';
import { ingestHere } from '../../src/pipeline/ingest-here';
import { Pipeline } from '../../src/pipeline/pipeline';
import { explain } from '../../src/score/explain';
import { exportRows } from '../../src/score/export';
import { MemoryStore } from '../../src/workspace/store';
import { sampleMeasures } from '../data/reckon';
import { openNodeEngine } from '../support/engine';
import { cleanQuarter, readData, sampleFiles, wildFiles } from '../support/files';

const Q3 = '2026Q3' as Period;
const engines: Engine[] = [];

async function opened(store = new MemoryStore()): Promise<{ pipeline: Pipeline; store: MemoryStore }> {
  const pipeline = new Pipeline({
    engine: async () => {
      const engine = await openNodeEngine();
      engines.push(engine);
      return engine;
    },
    ingest: ingestHere(),
    defaultScheme: readData('schemes/example.json').toString('utf8'),
  });
  await pipeline.open(Promise.resolve(store));
  return { pipeline, store };
}

const file = (name: string, text: string) => new File([text], name);
const scores = (p: Pipeline) => (p.snapshot.book ? exportRows(p.snapshot.book) : null);
const standing = (p: Pipeline, period = Q3) => {
  const s = p.snapshot.book?.at(period);
  return s?.units.map((u, i) => [p.snapshot.roster.name(u), s.rank[i], s.total[i]]);
};

afterAll(async () => {
  for (const engine of engines) if (!engine.ended) await engine.close();
});

describe('the sample city', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    ({ pipeline } = await opened());
    await pipeline.drop(sampleFiles());
  });

  test('loads without a question or a rejected row, and ranks twelve units in eleven quarters', () => {
    const { pending, tables, book, notices } = pipeline.snapshot;
    expect(pending).toEqual([]);
    expect(notices).toEqual([]);
    expect(tables.flatMap((t) => t.report.rejected)).toEqual([]);
    expect(book?.periods).toHaveLength(11);
    const ranks = [...(book?.at(Q3).rank ?? [])].filter((r) => !Number.isNaN(r));
    expect(ranks).toHaveLength(12);
  });

  test('has the measures of a second, plain reckoning of the same rows', () => {
    const { measures, roster } = pipeline.snapshot;
    const reckoned = sampleMeasures(roster);
    let compared = 0;
    for (const measure of reckoned.ids.filter((id) => !id.startsWith('indicators.')))
      for (const period of reckoned.periods)
        for (const unit of roster.expected(period)) {
          const [ours, theirs] = [measures.get(measure, unit.id, period), reckoned.get(measure, unit.id, period)];
          expect(ours?.status, `${measure} ${unit.id} ${period}`).toBe(theirs?.status);
          if (!ours || !theirs) continue;
          for (const side of ['value', 'numerator', 'denominator'] as const)
            if (theirs[side] === null) expect(ours[side]).toBeNull();
            else expect(ours[side] ?? NaN, `${measure} ${unit.id} ${period}`).toBeCloseTo(theirs[side], 9);
          compared += 1;
        }
    expect(compared).toBeGreaterThan(3000);
  });

  test('every total explains itself down to rows of its files', async () => {
    const { book } = pipeline.snapshot;
    if (!book) throw new Error('no book');
    const unit = book.at(Q3).units[0];
    if (!unit) throw new Error('no unit');
    const figures: Reason[] = [];
    const walk = (r: Reason): void => {
      if (r.op === 'figure' && r.rows) figures.push(r);
      r.args.forEach(walk);
    };
    walk(explain(book, Q3, unit, 0));
    expect(figures.length).toBeGreaterThan(10);
    for (const figure of figures) {
      if (!figure.rows) continue;
      const rows = await pipeline.rowsBehind(figure.rows, 10_000);
      const added = rows.map((r) => r.contribution ?? 1).reduce((a, b) => a + b, 0);
      expect(added).toBeCloseTo(figure.value ?? NaN, 6);
    }
  });
});

describe('2026Q3 as it arrives', () => {
  let wild: Pipeline;
  let clean: Pipeline;
  beforeAll(async () => {
    ({ pipeline: wild } = await opened());
    ({ pipeline: clean } = await opened());
    await wild.drop(wildFiles());
    await clean.drop(cleanQuarter());
  });

  test('is recognised without a question', () => {
    expect(wild.snapshot.pending).toEqual([]);
    expect(wild.snapshot.unknownNames).toEqual([]);
  });

  test('has the two rows rejected that cannot be read, each with its place and value', () => {
    const rejected = wild.snapshot.tables.flatMap((t) => t.report.rejected);
    expect(rejected.map((p) => [p.code, p.place.value])).toEqual([
      ['cell.unreadable', '九十五分半'],
      ['cell.unreadable', '年初认定'],
    ]);
    for (const { place } of rejected) expect([typeof place.file, typeof place.row]).toEqual(['string', 'number']);
  });

  test('accounts for every row below the headers', () => {
    for (const { report } of wild.snapshot.tables)
      expect(report.accepted + report.excluded.length + report.rejected.length).toBe(report.rows);
  });

  test('gives the scores of the clean files, figure for figure', () => {
    expect(clean.snapshot.pending).toEqual([]);
    expect(standing(wild)).toEqual(standing(clean));
    expect(scores(wild)).toEqual(scores(clean));
  });

  test('lets the corrected table stand and keeps the first', () => {
    const sent = wild.snapshot.tables.filter((t) => t.ledger === 'talent-intake').slice(-2);
    expect(sent.map((t) => t.coverage.inForce)).toEqual([0, 1]);
  });
});

describe('the record', () => {
  test('gives the same ranking when it is opened again', async () => {
    const { pipeline, store } = await opened();
    await pipeline.drop(cleanQuarter());
    const before = scores(pipeline);
    expect(before?.leaves.length).toBeGreaterThan(0);
    const { pipeline: again } = await opened(store);
    expect(scores(again)).toEqual(before);
  });

  test('is replayed into a new engine when the engine dies', async () => {
    const { pipeline } = await opened();
    await pipeline.drop(cleanQuarter());
    const before = scores(pipeline);
    await engines.at(-1)?.close();
    await pipeline.nameUnit('某处', null);
    expect(pipeline.snapshot.notices).toEqual([]);
    expect(scores(pipeline)).toEqual(before);
  });

  test('undo takes a table back and redo brings it in again', async () => {
    const { pipeline } = await opened();
    await pipeline.drop(cleanQuarter());
    const before = scores(pipeline);
    const seq = pipeline.snapshot.tables.find((t) => t.ledger === 'talent-intake')?.seq ?? 0;
    await pipeline.undo(seq);
    expect(pipeline.snapshot.tables.some((t) => t.seq === seq)).toBe(false);
    expect(scores(pipeline)).not.toEqual(before);
    await pipeline.redo();
    expect(scores(pipeline)).toEqual(before);
  });

  test('a dropped scheme is put in use, kept, and can be taken back', async () => {
    const { pipeline, store } = await opened();
    const before = pipeline.snapshot.scheme?.version ?? '';
    const text = readData('schemes/example.json').toString('utf8').replace(`"version": "${before}"`, '"version": "2099.1"');
    await pipeline.drop([file('方案.json', text)]);
    expect(pipeline.snapshot.scheme?.version).toBe('2099.1');
    const { pipeline: again } = await opened(store);
    expect(again.snapshot.scheme?.version).toBe('2099.1');
    await again.undo(again.snapshot.steps.at(-1)?.seq ?? 0);
    expect(again.snapshot.scheme?.version).toBe(before);
  });

  test('does not take the same file twice, and says so', async () => {
    const { pipeline } = await opened();
    const files = cleanQuarter().filter((f) => f.name === 'roster.csv');
    await pipeline.drop(files);
    const tables = pipeline.snapshot.tables.length;
    await pipeline.drop(files.slice(0, 1));
    expect(pipeline.snapshot.tables).toHaveLength(tables);
    expect(pipeline.snapshot.notices.map((n) => n.code)).toEqual(['file.duplicate']);
  });
});

/** How an .xlsx begins: the header of its first zip entry, which is named so in every workbook. */
function workbookHead(): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode('[Content_Types].xml');
  return new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, ...new Array<number>(16).fill(0), name.length, 0, 0, 0, ...name]);
}

describe('bad input', () => {
  // One quarter, loaded once: each test ends with proof that its bad file changed nothing of it.
  let pipeline: Pipeline;
  let before: ReturnType<typeof scores>;
  beforeAll(async () => {
    ({ pipeline } = await opened());
    await pipeline.drop(cleanQuarter());
    before = scores(pipeline);
  });

  test.each([
    ['a binary', new File([new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3, 0, 0, 0, 255])], '表.csv'), 'file.binary'],
    ['an empty file', file('空.csv', ''), 'file.empty'],
    [
      'a header with no rows',
      file('人才引进统计表2026Q3.csv', '县(市、区),年度目标(人),本年累计引进(人),全职到岗数\n'),
      'file.noRows',
    ],
    ['a damaged workbook under a false name', new File([workbookHead()], '表.csv'), 'file.workbookDamaged'],
  ])('%s gets one problem and leaves everything as it was', async (_, bad, code) => {
    await pipeline.drop([bad]);
    expect(pipeline.snapshot.pending).toMatchObject([{ state: 'fault', problem: { code } }]);
    await pipeline.dismiss(pipeline.snapshot.pending[0]?.id ?? 0);
    expect(scores(pipeline)).toEqual(before);
  });

  test('an unknown table waits to be mapped by hand and leaves everything as it was', async () => {
    await pipeline.drop([file('菜单.csv', '菜名,价格\n豆腐,8\n白菜,5\n')]);
    expect(pipeline.snapshot.pending).toMatchObject([{ state: 'questions', table: { questions: [{ ask: 'map' }] } }]);
    await pipeline.dismiss(pipeline.snapshot.pending[0]?.id ?? 0);
    expect(pipeline.snapshot.pending).toEqual([]);
    expect(scores(pipeline)).toEqual(before);
  });

  test('a scheme with an unknown measure is refused with its place, and the one in use stays', async () => {
    const scheme = readData('schemes/example.json').toString('utf8').replace('talent-intake.arrival', 'talent-intake.nothing');
    await pipeline.drop([file('方案.json', scheme)]);
    expect(pipeline.snapshot.notices).toMatchObject([
      { code: 'scheme.unknownMeasure', level: 'error', params: { measure: 'talent-intake.nothing' } },
    ]);
    expect(scores(pipeline)).toEqual(before);
  });

  test('a file with two periods is asked about and loads nothing until it is answered', async () => {
    const two = file('2026年三季度通用指标表.csv', '单位,指标,数值,期间\n枕霞县,测试指标,1,2026Q3\n漱玉区,测试指标,2,2026Q2\n');
    await pipeline.drop([two]);
    expect(pipeline.snapshot.pending).toMatchObject([{ state: 'questions', table: { questions: [{ ask: 'period' }] } }]);
    expect(scores(pipeline)).toEqual(before);
    const id = pipeline.snapshot.pending[0]?.id ?? 0;
    await pipeline.answer(id, { ask: 'period', period: Q3, rowPeriods: 'only' });
    expect(pipeline.snapshot.pending).toEqual([]);
    const report = pipeline.snapshot.tables.at(-1)?.report;
    expect(report).toMatchObject({ rows: 2, accepted: 1 });
    expect(report?.excluded.map((p) => p.code)).toEqual(['row.otherPeriod']);
  });
});

describe('names', () => {
  const table = (county: string) =>
    file(
      '人才引进统计表2026年第三季度.csv',
      `县(市、区),年度目标(人),本年累计引进(人),其中:全职,全职到岗数\n${county},100,80,80,76\n`,
    );

  test('one that the roster does not know is asked about, remembered, and can be said to be none of ours', async () => {
    const { pipeline } = await opened();
    await pipeline.drop(cleanQuarter().filter((f) => f.name === 'roster.csv'));
    await pipeline.drop([table('枕霞新县')]);
    expect(pipeline.snapshot.unknownNames).toMatchObject([{ name: '枕霞新县', rows: 1 }]);
    const unit = pipeline.snapshot.roster.find('枕霞县')?.id;
    if (!unit) throw new Error('no unit');
    await pipeline.nameUnit('枕霞新县', unit);
    expect(pipeline.snapshot.pending).toEqual([]);
    expect(pipeline.snapshot.measures.get('talent-intake.attainment', unit, Q3)?.value).toBeCloseTo(0.8, 12);
    await pipeline.drop([table('测试办')]);
    await pipeline.nameUnit('测试办', null);
    expect(pipeline.snapshot.pending).toEqual([]);
    // its row counts for nobody, and that is said
    expect(pipeline.snapshot.tables.at(-1)?.checks).toMatchObject([
      { code: 'row.unitUnknown', place: { value: '测试办' }, params: { rows: 1 } },
    ]);
  });

  test('without a roster the names in the tables can be taken as the counties', async () => {
    const { pipeline } = await opened();
    await pipeline.drop(cleanQuarter().filter((f) => f.name !== 'roster.csv'));
    expect(pipeline.snapshot.book?.at(Q3).units ?? []).toEqual([]);
    await pipeline.draftRoster(pipeline.snapshot.unknownNames.map((n) => n.name));
    expect(pipeline.snapshot.pending).toEqual([]);
    expect(pipeline.snapshot.rosterDrafted).toBe(true);
    expect(pipeline.snapshot.book?.at(Q3).units.length).toBeGreaterThanOrEqual(12);
  });
});

test('a cancelled drop leaves no trace of the file at work', async () => {
  const { pipeline } = await opened();
  const work = pipeline.drop(cleanQuarter());
  const stop = pipeline.subscribe((s) => {
    if (s.progress?.stage === 'load') pipeline.cancel();
  });
  await work;
  stop();
  expect(pipeline.snapshot.progress).toBeNull();
  expect(pipeline.snapshot.tables.length).toBeLessThan(6);
});
