/** Proposals for headers that match no name: spellings a slip away. Always asked about, never taken. */
import type { ColumnDef } from '../model/ledger';
import { looseName } from './headers';
import { soundAlike } from './pinyin';

/** Characters that turn a name into its opposite or its neighbour: 应建档 is not 已建档. */
const TELLING = /[应已未上下本去初末首再全省市县乡村农女男A-Z\d]|当(?=[年季期月])/g;

/** Levenshtein distance by characters. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] as number;
}

function likeness(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 3 || a.match(TELLING)?.join() !== b.match(TELLING)?.join()) return 0;
  if (long.includes(short) && short.length * 2 >= long.length) return short.length / long.length;
  const d = distance(a, b);
  if (long.length === 3 && short.length === 3 && d === 1) return isHomophone(a, b) ? 1 - d / 3 : 0;
  return long.length >= 4 && d <= Math.max(1, Math.floor(long.length / 4)) ? 1 - d / long.length : 0;
}

/** Whether two names of one length differ in one character that sounds alike: 满易率 for 满意率. */
function isHomophone(a: string, b: string): boolean {
  const at = [...a].findIndex((c, i) => c !== b[i]);
  return soundAlike(a[at] as string, b[at] as string);
}

/** Columns a header may mean, likeliest first, at most three. */
export function proposeColumns(header: string, columns: readonly ColumnDef[]): string[] {
  const name = looseName(header.split('/').at(-1) ?? '');
  return columns
    .map((c) => ({ id: c.id, like: Math.max(...[c.name.zh, ...(c.names ?? [])].map((n) => likeness(name, looseName(n)))) }))
    .filter((c) => c.like > 0)
    .sort((a, b) => b.like - a.like)
    .slice(0, 3)
    .map((c) => c.id);
}
