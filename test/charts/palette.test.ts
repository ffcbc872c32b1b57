/** Colours are told apart by everyone, and hold their contrast on paper. */
import { describe, expect, it } from 'vitest';
import { INK, sectionTint, tone, unitStyle, unitStyles } from '../../src/charts/palette';
import { units } from './sample';

type Rgb = readonly [number, number, number];
const linear = (hex: string): Rgb => {
  const channel = (at: number) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
};
const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
/** WCAG 2.2 contrast ratio. */
const contrast = (a: string, b: string) => {
  const [x, y] = [luminance(linear(a)), luminance(linear(b))];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
};

/** Severity 1.0 matrices on linear RGB: Machado, Oliveira, Fernandes 2009, table of the paper's supplement. */
const VISIONS: Record<string, readonly number[]> = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};
const seen = (m: readonly number[], [r, g, b]: Rgb): Rgb => {
  const row = (i: number) => Math.min(1, Math.max(0, m[i]! * r + m[i + 1]! * g + m[i + 2]! * b));
  return [row(0), row(3), row(6)];
};
/** Oklab (Ottosson 2020), in which equal distances look about equally different. */
const oklab = ([r, g, b]: Rgb): Rgb => {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
};

const colours = Array.from({ length: 12 }, (_, i) => unitStyle(i).colour);

describe('unit colours', () => {
  for (const [vision, matrix] of Object.entries(VISIONS))
    it(`are twelve that stay apart in ${vision} vision`, () => {
      const labs = colours.map((c) => oklab(seen(matrix, linear(c))));
      const distances = labs.flatMap((a, i) => labs.slice(i + 1).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])));
      // A just noticeable difference in Oklab is about 0.02.
      expect(Math.min(...distances)).toBeGreaterThan(0.05);
    });
  it('hold 3:1 on paper, as lines must', () => {
    for (const c of colours) expect(contrast(c, INK.paper)).toBeGreaterThan(3);
  });
  it('belong to units by roster order, whatever is selected, and repeat with another dash', () => {
    const style = unitStyles(units);
    expect(units.map((u) => style(u.id).colour)).toEqual(colours);
    expect(unitStyle(12)).toEqual({ colour: colours[0], dash: '6 3' });
  });
});

describe('text', () => {
  it('holds AA on paper, on every section tint and on the deepest tone', () => {
    expect(contrast(INK.soft, INK.paper)).toBeGreaterThan(4.5);
    expect(contrast(INK.soft, INK.pale)).toBeGreaterThan(4.5);
    for (let i = 0; i < 8; i++) expect(contrast(INK.text, sectionTint(i))).toBeGreaterThan(4.5);
    expect(contrast(INK.text, tone(1))).toBeGreaterThan(4.5);
  });
});
