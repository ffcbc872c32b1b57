/** The score worker's two ends over a real message channel: same answers as in place, steps, stopping, and what happens without it. */
import { MessageChannel } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import type { Endpoint } from '../../src/pipeline/rpc';
import { serveCalls } from '../../src/pipeline/rpc';
import { NoScoreWorker, ScoreClient } from '../../src/pipeline/score-client';
import { bookOf, buffersOf, dataOf } from '../../src/pipeline/score-data';
import { scoreDesk } from '../../src/pipeline/score-desk';
import type { Question } from '../../src/pipeline/score-port';
import { scoreAll, type ScoreBook } from '../../src/score';
import { liftOnePlace } from '../../src/score/lift';
import { robustness } from '../../src/score/robustness';
import type { Step } from '../../src/score/steps';
import { whatIf } from '../../src/score/what-if';
import { liftJob, surenessJob, type Job } from '../../src/state/answers.svelte';
import type { StartScoreWorker } from '../../src/state/score-worker';
import { id, leaf, measures, p, roster, scheme } from '../score/city';

const [Q1, Q2] = [p('2026Q1'), p('2026Q2')];
const PERIODS = [Q1, Q2];
/** Invented: a missing figure, one that is not applicable, one by sector, one of the whole city. */
const made = (): ScoreBook =>
  scoreAll(
    scheme([leaf('x', 50), leaf('y', 30, { missing: 'exclude' }), leaf('z', 20, { standardise: 'sector' })]),
    measures({
      'm.x': { [Q1]: { a: [9, 10], b: [8, 10], c: 0.7 }, [Q2]: { a: 0.9, b: 0.85, c: 0.86, '*': 0.5 } },
      'm.y': { [Q2]: { a: null, b: 'na', c: [7, 10] } },
      'm.z': { [Q2]: { a: { s: [1, 2], t: [3, 4] }, b: { s: [2, 2], t: [1, 4] }, c: { s: [1, 4], t: [4, 4] } } },
    }),
    roster({ a: 'one', b: 'one', c: null }),
    PERIODS,
  );
const sure: Question<'sure'> = { kind: 'sure', period: Q2, runs: 60, spread: 0.1 };
const never = new AbortController().signal;

/** A worker of the desk, which tells how often each method was called. */
function desk(): { start: () => Promise<Endpoint>; calls: string[]; kill: () => void } {
  const calls: string[] = [];
  const { port1, port2 } = new MessageChannel();
  let fail: (event: ErrorEvent) => void = () => undefined;
  const listen = port1.addEventListener.bind(port1) as (...args: unknown[]) => void;
  const endpoint = Object.assign(port1, {
    terminate: () => port1.close(),
    addEventListener: (type: string, listener: (event: never) => void) =>
      type === 'error' ? (fail = listener as typeof fail) : listen(type, listener),
  }) as unknown as Endpoint;
  const handler = scoreDesk();
  serveCalls(port2 as unknown as Parameters<typeof serveCalls>[0], (method, args, context) => {
    calls.push(method);
    return handler(method, args, context);
  });
  port1.start();
  port2.start();
  port1.unref();
  port2.unref();
  return { start: () => Promise.resolve(endpoint), calls, kill: () => fail({ message: 'invented' } as ErrorEvent) };
}

describe('a book sent', () => {
  test('is the same book: cells with their parts, what is missing, what is of the whole city, what was changed by hand', () => {
    const book = whatIf(made(), [{ kind: 'value', unit: id('b'), measure: 'm.x', period: Q2, to: 0.95 }]).book;
    const data = dataOf(book);
    const other = bookOf(structuredClone(data, { transfer: buffersOf(data) }));
    expect(other.measures.get('m.x', id('b'), Q2)?.value).toBe(0.95);
    for (const m of book.measures.ids)
      for (const q of PERIODS)
        for (const u of ['a', 'b', 'c', '*'].map(id)) expect(other.measures.get(m, u, q)).toEqual(book.measures.get(m, u, q));
    for (const q of PERIODS) for (const n of book.nodes) expect(other.at(q).exact(n.index)).toEqual(book.at(q).exact(n.index));
  });
});

describe('the score worker', () => {
  test('answers what is answered in place, with steps on the way; a book is sent once', async () => {
    const { start, calls } = desk();
    const client = new ScoreClient(start);
    const book = made();
    const steps: Step<unknown>[] = [];
    await client.ask(book, sure, (s) => steps.push(s), never);
    expect(steps.map((s) => s.done)).toEqual([0, 10, 20, 30, 40, 50, 60]);
    expect(steps.at(-1)?.value).toEqual(robustness(book, Q2, { runs: 60, spread: 0.1 }));
    await client.ask(book, { kind: 'lift', period: Q2, unit: id('c') }, (s) => steps.push(s), never);
    expect(steps.at(-1)?.value).toEqual(liftOnePlace(book, Q2, id('c')));
    expect(calls).toEqual(['keep', 'ask', 'ask']);
  });

  test('stopped, it stops, and asked again it goes on from there', async () => {
    const client = new ScoreClient(desk().start);
    const book = made();
    const stop = new AbortController();
    const done: number[] = [];
    const onStep = (s: Step<unknown>): void => {
      done.push(s.done);
      if (s.done === 20) stop.abort();
    };
    await expect(client.ask(book, { ...sure, runs: 1000 }, onStep, stop.signal)).rejects.toMatchObject({ name: 'AbortError' });
    const before = done.length;
    expect(done.at(-1)).toBeLessThan(1000);
    await client.ask(book, { ...sure, runs: 1000 }, onStep, never);
    expect(done[before]).toBeGreaterThan(20);
    expect(done.at(-1)).toBe(1000);
    expect(new Set(done).size).toBe(done.length);
  });

  test('keeps two books: with the third the first is let go, and is sent anew when asked for', async () => {
    const { start, calls } = desk();
    const client = new ScoreClient(start);
    const books = [made(), made(), made()];
    for (const book of [...books, books[0]!]) await client.ask(book, sure, () => undefined, never);
    expect(calls.filter((c) => c === 'keep').length).toBe(4);
    expect(calls.filter((c) => c === 'forget').length).toBe(2);
  });

  test('what a question itself fails at is told, and the worker stays', async () => {
    const client = new ScoreClient(desk().start);
    await expect(client.ask(made(), { ...sure, spread: 2 }, () => undefined, never)).rejects.toMatchObject({
      name: 'RangeError',
    });
    await client.ask(made(), sure, () => undefined, never);
  });

  test('one that cannot be started, or dies, is NoScoreWorker, and is not tried again', async () => {
    let starts = 0;
    const none = new ScoreClient(() => (starts++, Promise.reject(new Error('invented'))));
    for (let i = 0; i < 2; i++)
      await expect(none.ask(made(), sure, () => undefined, never)).rejects.toBeInstanceOf(NoScoreWorker);
    expect(starts).toBe(1);
    const { start, kill } = desk();
    const dies = new ScoreClient(start);
    const asked = dies.ask(made(), { ...sure, runs: 1000 }, (s) => s.done === 20 && kill(), never);
    await expect(asked).rejects.toBeInstanceOf(NoScoreWorker);
  });
});

describe('a job', () => {
  const asWorker = (start: () => Promise<Endpoint>): StartScoreWorker => start as unknown as StartScoreWorker;

  test('is done by the worker where there is one', async () => {
    const { start, calls } = desk();
    const book = made();
    const job = liftJob(book, Q2, id('c'), asWorker(start));
    await job.run();
    expect([job.state, calls]).toEqual(['done', ['keep', 'ask']]);
    expect(job.step.value).toEqual(liftOnePlace(book, Q2, id('c')));
  });

  test('is done in the page where the worker dies on the way, with the same answer', async () => {
    const { start, kill } = desk();
    const book = made();
    // A frame, as the page has it; Node has none.
    globalThis.requestAnimationFrame ??= (go) => Number(setTimeout(() => go(0), 0));
    const job: Job<unknown> = surenessJob(
      book,
      Q2,
      asWorker(() => start().then((worker) => (setTimeout(kill, 0), worker))),
    );
    await job.run();
    expect(job.state).toBe('done');
    expect(job.step.value).toEqual(robustness(book, Q2, { runs: 1000, spread: 0.1 }));
  });
});
