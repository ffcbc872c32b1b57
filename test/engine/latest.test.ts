import { expect, test } from 'vitest';
import { latest } from '../../src/engine/latest';

/** A call whose runs are settled by hand. */
function manual() {
  const runs: { arg: number; signal: AbortSignal; resolve: (v: string) => void; reject: (e: Error) => void }[] = [];
  const call = latest(
    (signal: AbortSignal, arg: number) => new Promise<string>((resolve, reject) => runs.push({ arg, signal, resolve, reject })),
  );
  return { runs, call };
}
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

test('latest runs a single call and gives its answer', async () => {
  const { runs, call } = manual();
  const answer = call(1);
  runs[0]?.resolve('one');
  expect(await answer).toBe('one');
});

test('latest aborts the running call, skips those in between and answers only the newest', async () => {
  const { runs, call } = manual();
  const answers = [call(1), call(2), call(3)];
  expect(runs.map((r) => r.signal.aborted)).toEqual([true]);
  runs[0]?.reject(new DOMException('cancelled', 'AbortError'));
  await turn();
  expect(runs.map((r) => r.arg)).toEqual([1, 3]);
  runs[1]?.resolve('three');
  expect(await Promise.all(answers)).toEqual([undefined, undefined, 'three']);
});

test('latest drops the answer of a call that did not heed its signal', async () => {
  const { runs, call } = manual();
  const [old, next] = [call(1), call(2)];
  runs[0]?.resolve('late');
  await turn();
  runs[1]?.resolve('two');
  expect(await Promise.all([old, next])).toEqual([undefined, 'two']);
});

test('latest passes on the failure of the newest call and can be called again', async () => {
  const { runs, call } = manual();
  const failed = call(1);
  runs[0]?.reject(new Error('refused'));
  await expect(failed).rejects.toThrow('refused');
  const again = call(2);
  runs[1]?.resolve('two');
  expect(await again).toBe('two');
});
