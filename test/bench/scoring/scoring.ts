/** The scoring benchmarks: our scorer beside bare SQL over the same figures, in one page, turn about; results are held equal first. */
import { assets } from '#assets';
import { openDuckDB } from '../../../src/engine/duckdb/browser';
import type { Engine } from '../../../src/engine/engine';
import { rescore, scoreAll, type PeriodScores, type ScoreBook } from '../../../src/score';
import { explain } from '../../../src/score/explain';
import { robustness } from '../../../src/score/robustness';
import { drawer } from '../../../src/score/robustness-weights';
import { seeded } from '../../../src/score/seeded';
import { rateBranches } from '../../../src/score/stars';
import { starScheme, starTable } from './branches';
import { loadBranches, STARS } from './branches-sql';
import { figures, fullOf, leafId, LEAVES, measuresOf, PERIODS, roster, scheme } from './city';
import { LINES, loadCity, loadRuns, rerankSql, SCORE, SURE } from './city-sql';

/** Milliseconds of every turn. */
export interface Measured {
  readonly what: string;
  readonly ours: readonly number[];
  readonly sql: readonly number[];
}

const RUNS = 1000;
const LAST = PERIODS.at(-1)!;

const timed = async (work: () => unknown): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

async function turnAbout(
  what: string,
  turns: number,
  ours: (turn: number) => unknown,
  sql: (turn: number) => Promise<void>,
): Promise<Measured> {
  const measured = { what, ours: [] as number[], sql: [] as number[] };
  for (let turn = 0; turn < turns; turn++) {
    measured.sql.push(await timed(() => sql(turn)));
    measured.ours.push(await timed(() => ours(turn)));
  }
  return measured;
}

/** @throws Error where two columns differ by more than 1e-9. */
function hold(what: string, ours: ArrayLike<number>, theirs: readonly unknown[]): void {
  if (ours.length !== theirs.length) throw new Error(`${what}: ${ours.length} rows beside ${theirs.length}`);
  for (let i = 0; i < ours.length; i++)
    if (!(Math.abs(ours[i]! - Number(theirs[i])) <= 1e-9))
      throw new Error(`${what}, row ${i}: ${ours[i]} beside ${String(theirs[i])}`);
}

async function holdScores(what: string, engine: Engine, from: string, scores: PeriodScores): Promise<void> {
  const rows = await engine.query(`SELECT total, rank FROM ${from} ORDER BY u`);
  hold(
    `${what}, total`,
    scores.exact(0),
    rows.map((r) => r.total),
  );
  hold(
    `${what}, rank`,
    scores.rank,
    rows.map((r) => r.rank),
  );
}

/** Every period scored and ranked; of one unit a period every leaf's reason. */
function scoreCity(fresh: () => ScoreBook): void {
  const book = fresh();
  for (const [i, p] of PERIODS.entries()) {
    book.at(p);
    for (const n of book.nodes) if (n.leaf) explain(book, p, roster.units[i * 7]!.id, n.index);
  }
}

/** @throws Error where a result differs from the engine's. */
export async function scoring(turns: number): Promise<Measured[]> {
  const engine = await openDuckDB(assets);
  const values = figures();
  const measures = measuresOf(values);
  const fresh = (): ScoreBook => scoreAll(scheme, measures, roster, PERIODS);
  await loadCity(engine, values);
  const book = fresh();

  await engine.run(SCORE);
  for (const [i, p] of PERIODS.entries()) await holdScores(p, engine, `(FROM scored WHERE p = ${i})`, book.at(p));
  const measured = [
    await turnAbout(
      'score',
      turns,
      () => scoreCity(fresh),
      () => engine.run(SCORE),
    ),
  ];

  await engine.run(LINES);
  /** Turn by turn another leaf has other marks. */
  const changed = (turn: number): [number, number] => [(turn * 7) % LEAVES, 1 + (turn % 20) / 10];
  const rerankOurs = (turn: number): PeriodScores => {
    const [l, w] = changed(turn);
    return rescore(book, new Map([[leafId(l), w]])).at(LAST);
  };
  const rerankTheirs = (turn: number): Promise<void> => {
    const [l, w] = changed(turn);
    return engine.run(rerankSql(Array.from({ length: LEAVES }, (_, i) => (i === l ? w : fullOf(i)))));
  };
  for (const turn of [0, 3, 8]) {
    await rerankTheirs(turn);
    await holdScores(`re-rank ${turn}`, engine, 'reranked', rerankOurs(turn));
  }
  measured.push(await turnAbout('rerank', turns * 10, rerankOurs, rerankTheirs));

  const draw = drawer(
    book.nodes.filter((n) => n.leaf),
    0.1,
  );
  const random = seeded(1);
  const runs = Array.from({ length: RUNS }, () => new Float64Array(LEAVES));
  for (const weights of runs) draw(random, weights);
  await loadRuns(engine, runs);
  await engine.run(SURE);
  const sure = robustness(book, LAST, { runs: RUNS, spread: 0.1, seed: 1 }).units;
  const rows = await engine.query('SELECT * FROM sure ORDER BY u');
  for (const column of ['low', 'high', 'best', 'worst'] as const)
    hold(
      `runs, ${column}`,
      sure.map((u) => u[column]),
      rows.map((r) => r[column]),
    );
  hold(
    'runs, same',
    sure.map((u) => u.same * RUNS),
    rows.map((r) => r.same),
  );
  measured.push(
    await turnAbout(
      'runs',
      turns,
      () => robustness(book, LAST, { runs: RUNS, spread: 0.1, seed: 1 }),
      () => engine.run(SURE),
    ),
  );
  await engine.close();
  return measured;
}

/** The branches, in a page of their own: the city's two million cells would weigh on every collection of garbage. */
export async function rating(turns: number): Promise<Measured[]> {
  const engine = await openDuckDB(assets);
  const table = starTable();
  await loadBranches(engine, table);
  const { scores, byScore, quotas } = rateBranches(starScheme, table);
  await engine.run(STARS);
  const rows = await engine.query('SELECT * FROM rated ORDER BY b');
  hold(
    'stars, total',
    scores.exact(0),
    rows.map((r) => r.total),
  );
  hold(
    'stars, rank',
    scores.rank,
    rows.map((r) => r.rank),
  );
  hold(
    'stars, grade',
    byScore.map(Number),
    rows.map((r) => r.grade),
  );
  const excess = new Map(quotas.map((q) => [q.group, q.excess]));
  hold(
    'stars, quota',
    table.counties.map((c) => excess.get(c) ?? NaN),
    rows.map((r) => r.excess),
  );
  const measured = await turnAbout(
    'stars',
    turns,
    () => rateBranches(starScheme, table),
    () => engine.run(STARS),
  );
  await engine.close();
  return [measured];
}
