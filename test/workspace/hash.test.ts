import { expect, test } from 'vitest';
import { hashInChunks, hashOf } from '../../src/workspace/hash';

// FIPS 180-2's published example
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

test('hashOf() and hashInChunks() agree with the published example and with each other over chunk edges', async () => {
  expect(await hashOf(new Blob(['abc']))).toBe(ABC);
  expect(await hashInChunks(new Blob(['abc']))).toBe(ABC);
  const long = new Blob([new Uint8Array(8 * 2 ** 20 + 17).fill(7)]);
  expect(await hashInChunks(long)).toBe(await hashOf(long));
});
