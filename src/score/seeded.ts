/**
 * Numbers that look random and are the same for the same seed: sfc32, the 32-bit "small fast counting" generator of
 * Chris Doty-Humphrey's PractRand (pracrand.sourceforge.net, public domain), whose counter keeps its period at 2^32 or more.
 */

/** PractRand's own number of rounds before the first number is used. */
const WARM_UP = 12;

/** A generator of numbers in [0, 1), in steps of 2^-32. Equal seeds (whole numbers, of which 53 bits count) give equal numbers. */
export function seeded(seed: number): () => number {
  let a = seed >>> 0;
  let b = Math.floor(seed / 2 ** 32) >>> 0;
  let c = 0x9e3779b9;
  let counter = 1;
  const next = (): number => {
    const out = (a + b + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + out) | 0;
    return out / 2 ** 32;
  };
  for (let i = 0; i < WARM_UP; i++) next();
  return next;
}
