/** The branches' work in its worker, started when it is first asked for and again after it died. */
import type { BranchPort } from './branch-port';
import { Caller } from './rpc';

export function branchWorker(start: () => Promise<Worker>): BranchPort {
  let caller: Promise<Caller> | null = null;

  async function call<M extends keyof BranchPort>(method: M, args: readonly unknown[]): Promise<unknown> {
    if (caller && (await caller.catch(() => null))?.closed !== false) caller = null;
    caller ??= start().then((worker) => new Caller(worker));
    return (await caller).call(method, args);
  }

  return {
    rate: (...args) => call('rate', args) as ReturnType<BranchPort['rate']>,
    orders: (...args) => call('orders', args) as ReturnType<BranchPort['orders']>,
    pinyin: (...args) => call('pinyin', args) as ReturnType<BranchPort['pinyin']>,
    explain: (...args) => call('explain', args) as ReturnType<BranchPort['explain']>,
    close: () => void caller?.then((c) => c.close()).catch(() => undefined),
  };
}
