/**
 * The whole sample scored twice: by the app, and by SQL written from the plan's own words over the bare CSV files
 * (`recompute/*.sql`, where every rule stands as arithmetic), with nothing of the measures, the rules or the score in it.
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine';
import type { Period } from '../../src/model/period';
import { ingestHere } from '../../src/pipeline/ingest-here';
import { Pipeline } from '../../src/pipeline/pipeline';
import type { ScoreBook } from '../../src/score';
import { MemoryStore } from '../../src/workspace/store';
import { openNodeEngine } from '../support/engine';
import { readData, sampleFiles } from '../support/files';
import { addUp, PLAN, planLeaves } from './recompute/plan';

/** County code → name in the sample's last quarter. */
const COUNTIES = {
  '990101': '墨砚区', '990102': '漱玉区', '990103': '鹤汀区', '990104': '棠梨区', '990121': '枕霞县', '990122': '聆松县',
  '990123': '拾月县', '990181': '半篙市', '990191': '星槎高新区', '990192': '璇玑经开区', '990193': '蓼洲新区', '990194': '鹭屿度假区',
}; // prettier-ignore
const QUARTERS = ['2024Q1', '2024Q2', '2024Q3', '2024Q4', '2025Q1', '2025Q2', '2025Q3', '2025Q4', '2026Q1', '2026Q2', '2026Q3'];
const SECTIONS = ['politics', 'cadres', 'rating', 'rectification', 'grassroots', 'talent', 'responsibility'];

/** What one county has in one quarter: points by node, those on top, and the total, not yet rounded. */
interface Plain {
  readonly county: string;
  readonly quarter: string;
  readonly nodes: ReadonlyMap<string, number>;
  readonly bonus: number;
  readonly total: number;
}

let engine: Engine;
let plain: Plain[];
let book: ScoreBook;
let unitOf: (county: string) => number;

beforeAll(async () => {
  engine = await openNodeEngine();
  plain = await recomputed(engine);
  await engine.close();

  engine = await openNodeEngine();
  const pipeline = new Pipeline({
    engine: () => Promise.resolve(engine),
    ingest: ingestHere(),
    defaultScheme: readData('schemes/example.json').toString('utf8'),
  });
  await pipeline.open(Promise.resolve(new MemoryStore()));
  await pipeline.drop(sampleFiles());
  const { snapshot } = pipeline;
  if (!snapshot.book) throw new Error('the sample gives no scores');
  book = snapshot.book;
  unitOf = (county) => {
    const unit = snapshot.roster.find(COUNTIES[county as keyof typeof COUNTIES]);
    const at = unit ? book.at('2026Q3' as Period).indexOf(unit.id) : -1;
    if (at < 0) throw new Error(`the app does not know ${county}`);
    return at;
  };
}, 120_000);
afterAll(() => engine.close());

/** The sample by SQL over its files. */
async function recomputed(db: Engine): Promise<Plain[]> {
  const script = (name: string) => readFileSync(`${import.meta.dirname}/recompute/${name}.sql`, 'utf8');
  const run = async (text: string) => {
    // A statement ends with a semicolon at the end of a line, and nothing else does.
    for (const statement of text.split(/;\s*$/m)) if (statement.replace(/^\s*--.*$/gm, '').trim()) await db.run(statement);
  };
  const files = sampleFiles();
  for (const file of files)
    await db.withInput(file.name, new Uint8Array(await file.arrayBuffer()), (path) =>
      db.run(
        `CREATE TABLE "${tableOf(file)}" AS SELECT * FROM read_csv(${path}, header = true, sample_size = -1
         ${file.name.startsWith('roster') ? '' : ", types = {'期间': 'VARCHAR'}"})`,
      ),
    );
  await run(script('base'));
  await db.run('CREATE TABLE sent (county VARCHAR, ledger VARCHAR, period VARCHAR)');
  for (const file of files) {
    const [table, ledger] = [tableOf(file), LEDGER_NAMES[tableOf(file)]];
    if (!ledger) continue;
    await db.run(
      `CREATE VIEW "v_${table}" AS SELECT county, ends.quarter, year, part, last_day, t.*
       FROM "${table}" AS t JOIN names ON t."县(市、区)" = name JOIN ends ON ends.period = t.期间`,
    );
    await db.run(
      `INSERT INTO sent SELECT DISTINCT county, '${ledger}', 期间 FROM "${table}" AS t JOIN names ON t."县(市、区)" = name`,
    );
  }
  for (const name of SECTIONS) await run(script(name));
  await db.run('CREATE TABLE leaves (leaf VARCHAR, due VARCHAR, carry BOOLEAN)');
  for (const [leaf, , due, carry] of planLeaves())
    await db.run(`INSERT INTO leaves VALUES ('${leaf}', '${due}', ${carry ? 'true' : 'false'})`);
  await run(script('worked'));

  type Standing = { county: string; quarter: string; leaf: string; points: number | null };
  const standing = await db.query<Standing>('SELECT county::VARCHAR AS county, quarter, leaf, points FROM standing');
  const bonus = await db.query<{ county: string; quarter: string; points: number }>(
    'SELECT county::VARCHAR AS county, quarter, points::DOUBLE AS points FROM bonus',
  );
  return QUARTERS.flatMap((quarter) =>
    Object.keys(COUNTIES).map((county): Plain => {
      const own = standing.filter((s) => s.county === county && s.quarter === quarter);
      const nodes = new Map<string, number>();
      const sum = addUp(PLAN, PLAN.full, new Map(own.map((s) => [s.leaf, s.points])), nodes);
      const onTop = bonus.find((b) => b.county === county && b.quarter === quarter)?.points ?? 0;
      return { county, quarter, nodes, bonus: onTop, total: sum + onTop };
    }),
  );
}

const tableOf = (file: File): string => file.name.replace(/\.csv$/, '');

/** The tables that counties send, by the names the register of receipts calls them by. */
const LEDGER_NAMES: Readonly<Record<string, string>> = {
  'appraisal': '述职评议结果', 'branch-rating': '党支部星级评定明细', 'branch-rating-summary': '星级评定汇总表', 'cadre-work': '干部工作',
  'campus-cooperation': '校地合作统计表', 'collective-economy': '村级集体经济', 'demonstration': '示范创建与机关国企学校医院党建',
  'first-secretaries': '第一书记和驻村工作队', 'funding': '基层党建经费保障', 'governance': '基层治理', 'honours': '表彰奖励', 'issue-list': '问题·责任清单',
  'member-admission': '发展党员计划完成', 'member-management': '党员教育管理', 'organisation-life': '组织生活', 'own-building': '组织部门自身建设',
  'premises': '阵地与远程教育站点', 'rectification': '软弱涣散基层党组织整顿台账', 'rectification-summary': '软弱涣散整顿季报',
  'secretary-training': '党组织书记轮训', 'study-dispatch': '专题研究与调度', 'talent-intake': '人才引进统计表', 'talent-platform': '人才平台与政策兑现',
  'talent-service': '人才服务与重点项目', 'theory-education': '理论武装与整改', 'two-new-coverage': '两新组织党建覆盖', 'village-heads': '村(社区)带头人',
}; // prettier-ignore

const scoresOf = ({ quarter }: Plain) => book.at(quarter as Period);

test('the plan written down again has the scheme’s leaves, their marks and sections', () => {
  const ours = planLeaves().map(([leaf, full, due, carry]) => [leaf, full, due, carry === 'carry']);
  const theirs = book.nodes.flatMap((n) => (n.leaf ? [[n.id, n.full, n.leaf.due, n.leaf.carry ?? false]] : []));
  expect(ours.sort()).toEqual(theirs.sort());
  const sections = [...new Set(plain.flatMap((p) => [...p.nodes.keys()]))].filter((id) => !ours.some(([leaf]) => leaf === id));
  expect(sections.sort()).toEqual(book.nodes.flatMap((n) => (n.leaf || n.index === 0 ? [] : [n.id])).sort());
});

describe('for every county and quarter of the sample, by plain SQL over the files', () => {
  test('every leaf and section has the points the app gives it, to 1e-9, and the same ones are absent', () => {
    const differences: string[] = [];
    let compared = 0;
    for (const p of plain) {
      const scores = scoresOf(p);
      for (const node of book.nodes.slice(1)) {
        const app = scores.exact(node.index)[unitOf(p.county)]!;
        const sql = p.nodes.get(node.id) ?? NaN;
        if (!same(app, sql)) differences.push(`${p.quarter} ${p.county} ${node.id}: app ${app}, SQL ${sql}`);
        if (!Number.isNaN(sql)) compared += 1;
      }
    }
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(6000);
  });

  test('the total is the app’s, to 1e-9 and as published, the bonus with it', () => {
    for (const p of plain) {
      const scores = scoresOf(p);
      expect(same(scores.exact(0)[unitOf(p.county)]!, p.total), `${p.quarter} ${p.county}`).toBe(true);
      expect(scores.total[unitOf(p.county)], `${p.quarter} ${p.county}`).toBe(published(p.total));
    }
    expect(new Set(plain.map((p) => p.bonus)).size).toBeGreaterThan(2);
  });

  test('the rank is the app’s: on published totals, then 基层党组织, then 人才', () => {
    const keys = (p: Plain) => [p.total, p.nodes.get('grassroots') ?? 0, p.nodes.get('talent') ?? 0].map(published);
    const isAhead = (a: Plain, b: Plain): boolean => {
      const at = keys(a).findIndex((x, i) => x !== keys(b)[i]);
      return at >= 0 && keys(a)[at]! > keys(b)[at]!;
    };
    for (const p of plain) {
      const ahead = plain.filter((o) => o.quarter === p.quarter && isAhead(o, p)).length;
      expect(scoresOf(p).rank[unitOf(p.county)], `${p.quarter} ${p.county}`).toBe(ahead + 1);
    }
  });
});

/** Equal to 1e-9, or both absent. */
const same = (a: number, b: number): boolean => (Number.isNaN(a) ? Number.isNaN(b) : Math.abs(a - b) <= 1e-9);

/** Two decimals, half up; the nudge is far above the dust of binary sums and far below what two decimals show. */
const published = (x: number): number => Math.round(x * 100 + 1e-6) / 100;
