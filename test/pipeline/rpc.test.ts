import { MessageChannel } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { Caller, serveCalls, type Endpoint, type Handler } from '../../src/pipeline/rpc';

/** Two ends of a real message channel, as a page and its worker have them. */
function connect(handler: Handler): { caller: Caller; endpoint: Endpoint } {
  const { port1, port2 } = new MessageChannel();
  const endpoint = Object.assign(port1, { terminate: () => port1.close() }) as unknown as Endpoint;
  serveCalls(port2 as unknown as Parameters<typeof serveCalls>[0], handler);
  port1.start?.();
  port2.start?.();
  port1.unref();
  port2.unref();
  return { caller: new Caller(endpoint), endpoint };
}

test('a call returns its value or rejects with the name of its error', async () => {
  const { caller } = connect((method, args) =>
    method === 'add' ? Promise.resolve(Number(args[0]) + Number(args[1])) : Promise.reject(new RangeError('no such method')),
  );
  expect(await caller.call('add', [2, 3])).toBe(5);
  await expect(caller.call('other', [])).rejects.toMatchObject({ name: 'RangeError', message: 'no such method' });
});

test('events arrive in order, one at a time, and the answer waits for the last of them', async () => {
  let running = 0;
  let most = 0;
  const seen: number[] = [];
  const { caller } = connect(async (_, __, { emit }) => {
    for (let i = 0; i < 10; i++) await emit(i);
    return 'done';
  });
  const value = await caller.call('go', [], {
    onEvent: async (e) => {
      most = Math.max(most, ++running);
      await new Promise((go) => setTimeout(go, 2));
      seen.push(e as number);
      running -= 1;
    },
  });
  expect({ value, seen, most }).toEqual({ value: 'done', seen: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], most: 1 });
});

test('a sender is held back while three events are unacknowledged', async () => {
  let sent = 0;
  const release: (() => void)[] = [];
  const { caller } = connect(async (_, __, { emit }) => {
    for (let i = 0; i < 6; i++) {
      sent += 1;
      await emit(i);
    }
    return sent;
  });
  const run = caller.call('go', [], { onEvent: () => new Promise<void>((go) => release.push(go)) });
  await new Promise((go) => setTimeout(go, 30));
  expect(sent).toBe(3);
  const timer = setInterval(() => release.shift()?.(), 1);
  expect(await run).toBe(6);
  clearInterval(timer);
});

test('a signal reaches the other side, and its AbortError comes back', async () => {
  const { caller } = connect(
    (_, __, { signal }) => new Promise((_go, fail) => signal.addEventListener('abort', () => fail(signal.reason as Error))),
  );
  const abort = new AbortController();
  const run = caller.call('wait', [], { signal: abort.signal });
  setTimeout(() => abort.abort(), 5);
  await expect(run).rejects.toMatchObject({ name: 'AbortError' });
});

test('an error in the listener ends the call', async () => {
  const { caller } = connect(async (_, __, { emit }) => {
    await emit(1);
    return 'never mind';
  });
  await expect(caller.call('go', [], { onEvent: () => Promise.reject(new Error('disk full')) })).rejects.toThrow('disk full');
});

test('close() rejects what is under way and what comes later', async () => {
  const { caller } = connect(() => new Promise(() => undefined));
  const run = caller.call('wait', []);
  caller.close(new Error('gone'));
  await expect(run).rejects.toThrow('gone');
  await expect(caller.call('again', [])).rejects.toThrow('gone');
});
