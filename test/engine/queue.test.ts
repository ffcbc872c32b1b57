import { expect, test } from 'vitest';
import { Queue } from '../../src/engine/queue';

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

test('Queue runs one piece at a time in the order given, also after a failure', async () => {
  const queue = new Queue();
  const log: string[] = [];
  const piece = (name: string, fail = false) =>
    queue.add(async () => {
      log.push(`${name} begins`);
      await turn();
      log.push(`${name} ends`);
      if (fail) throw new Error(name);
      return name;
    });
  const results = await Promise.allSettled([piece('a'), piece('b', true), piece('c')]);
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  expect(results.map((r) => r.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('Queue.end rejects work that never settles, work that waits and work that comes later', async () => {
  const queue = new Queue();
  let begun = 0;
  const stuck = queue.add(() => new Promise<never>(() => (begun += 1)));
  const waiting = queue.add(() => Promise.resolve((begun += 1)));
  await turn();
  queue.end(new Error('closed'));
  const later = queue.add(() => Promise.resolve((begun += 1)));
  for (const work of [stuck, waiting, later]) await expect(work).rejects.toThrow('closed');
  expect(begun).toBe(1);
});
