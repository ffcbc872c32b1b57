/** The branches' worker: rates, orders and spells off the page's thread. The method names are those of `BranchPort`. */
import { branchesHere } from './branch-here';
import { serveCalls } from './rpc';

type Method = (...args: readonly unknown[]) => unknown;
const here = branchesHere() as unknown as Readonly<Record<string, Method>>;

serveCalls(self, async (method, args) => {
  const run = here[method];
  if (!run) throw new RangeError(`no method ${method}`);
  return await run(...args);
});
