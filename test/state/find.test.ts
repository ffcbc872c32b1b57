/** Finding names as a clerk types them. */
import { expect, test } from 'vitest';
import { found, matches } from '../../src/state/find';

test('matches() takes characters, whole pinyin and initials, the nearest first', () => {
  expect(['墨砚', '砚', 'moyan', 'myq', 'yanqu', '县', 'xyz', ' '].map((t) => matches('墨砚区', t))).toEqual([
    0,
    1,
    2,
    3,
    4,
    null,
    null,
    null,
  ]);
});

test('matches() finds no name by characters that it does not have, whatever letters stand beside them', () => {
  expect(matches('墨砚区', '县m')).toBeNull();
});

test('found() has the best first and no more than asked for', () => {
  const all = ['枕霞县', '墨砚区', '漱玉区'].map((name) => ({ name }));
  expect(found(all, '区', 1).map((x) => x.name)).toEqual(['墨砚区']);
  expect(found(all, 'zx', 5).map((x) => x.name)).toEqual(['枕霞县']);
  expect(found(all, '', 5)).toEqual([]);
});
