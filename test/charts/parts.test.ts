/** The parts that charts share: fitting and keeping labels apart, keyboard travel, SVG text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dodge } from '../../src/charts/dodge';
import { canvasMeasure, estimateText, fitText } from '../../src/charts/measure-text';
import { sceneSvg } from '../../src/charts/scene-svg';
import { nearest } from '../../src/charts/travel';

describe('dodge()', () => {
  it('keeps order and gap inside the bounds, and leaves alone what does not touch', () => {
    const wanted = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(wanted, (ys) => {
        const placed = dodge(ys, 10, 0, 100);
        const order = ys.map((y, i) => [y, i] as const).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        order.forEach(([, i], k) => {
          expect(placed[i]).toBeGreaterThanOrEqual(-1e-9);
          expect(placed[i]).toBeLessThanOrEqual(100 + 1e-9);
          const before = order[k - 1];
          if (before) expect(placed[i]! - placed[before[1]]!).toBeGreaterThanOrEqual(10 - 1e-9);
        });
      }),
    );
    expect(dodge([80, 20, 50], 10, 0, 100)).toEqual([80, 20, 50]);
  });
  it('spreads a crowd about its middle', () => {
    expect(dodge([50, 50, 50], 10, 0, 100)).toEqual([40, 50, 60]);
  });
  it('spreads evenly where there is too little room', () => {
    expect(dodge([5, 1, 3], 10, 0, 10)).toEqual([10, 0, 5]);
  });
});

describe('texts', () => {
  it('are estimated at 1 em a Chinese character and 0.55 em a Latin one', () => {
    expect(estimateText('云溪县ab', 20)).toBeCloseTo(3 * 20 + 2 * 11, 9);
  });
  it('are cut with an ellipsis to what fits, and to nothing where nothing does', () => {
    expect(fitText('鹭洲经开区', 100, 20, estimateText)).toBe('鹭洲经开区');
    expect(fitText('鹭洲经开区', 75, 20, estimateText)).toBe('鹭洲经…');
    expect(fitText('鹭洲经开区', 15, 20, estimateText)).toBe('');
  });
  it('are measured once per text and weight, at one size', () => {
    const asked: string[] = [];
    const context = { font: '', measureText: (t: string) => (asked.push(`${t} ${context.font}`), { width: 250 }) };
    const measure = canvasMeasure({ getContext: () => context } as unknown as HTMLCanvasElement);
    expect([measure('甲', 20), measure('甲', 40), measure('甲', 20, 600)]).toEqual([50, 100, 50]);
    expect(asked.map((a) => a.split(' ').slice(0, 3).join(' '))).toEqual(['甲 400 100px', '甲 600 100px']);
  });
});

describe('nearest()', () => {
  const grid = [0, 1, 2].flatMap((y) => [0, 1, 2].map((x) => ({ x: x * 50, y: y * 20 })));
  it('goes to the neighbour in the direction of the key', () => {
    expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map((k) => nearest(grid, 4, k))).toEqual([3, 5, 1, 7]);
  });
  it('stays where nothing lies that way', () => {
    expect([nearest(grid, 0, 'ArrowUp'), nearest(grid, 8, 'ArrowRight'), nearest(grid, 4, 'Tab')]).toEqual([-1, -1, -1]);
  });
});

describe('sceneSvg()', () => {
  it('escapes text, rounds numbers, leaves out what is only for pointing and paints a white ground', () => {
    const svg = sceneSvg({
      width: 10,
      height: 10,
      title: 'a<b & "c"',
      table: { columns: [], rows: [] },
      marks: [
        { kind: 'group', x: 1 / 3, y: -0.001, marks: [{ kind: 'path', d: 'M0.123456,1L2e-7,3', stroke: '#000' }] },
        { kind: 'rect', x: 0, y: 0, width: 1, height: 1, hit: true },
      ],
    });
    expect(svg.split('\n').slice(1)).toEqual([
      '<title>a&lt;b &amp; &quot;c&quot;</title>',
      '<rect width="10" height="10" fill="#ffffff"/>',
      '<g transform="translate(0.33,0)">',
      '<path d="M0.12,1L2e-7,3" fill="none" stroke="#000" stroke-width="1"/>',
      '</g>',
      '</svg>',
      '',
    ]);
  });
});
