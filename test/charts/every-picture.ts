/** What holds of every picture, whatever its chart and its figures; each file of pictures asks for it. */
import { describe, expect, it } from 'vitest';
import { walk, type RectMark, type Scene } from '../../src/charts/scene';
import { numbers, overlaps, textBoxes } from './geometry';

export const rects = (scene: Scene): RectMark[] =>
  [...walk(scene.marks)].flatMap(({ mark }) => (mark.kind === 'rect' ? [mark] : []));

/** Pictures whose name ends in `OfNothing` must say that there is nothing; sparklines have no table. */
export function holdsOfEvery(pictures: Readonly<Record<string, () => Scene>>): void {
  describe('every picture', () => {
    for (const [name, picture] of Object.entries(pictures)) {
      it(`${name} has no number that is not finite and no negative size`, () => {
        const scene = picture();
        expect(numbers(scene).filter((n) => !Number.isFinite(n))).toEqual([]);
        expect(rects(scene).filter((r) => r.width < 0 || r.height < 0)).toEqual([]);
      });
      it(`${name} has no text on another and none outside`, () => {
        const scene = picture();
        const boxes = textBoxes(scene);
        expect(overlaps(boxes)).toEqual([]);
        expect(boxes.filter((b) => b.left < -1 || b.right > scene.width + 1 || b.bottom > scene.height + 1)).toEqual([]);
      });
      it(`${name} has a table of what it shows, or says why it is empty`, () => {
        const { table, empty, title, marks } = picture();
        expect(title).not.toBe('');
        if (!name.startsWith('sparkline')) expect(table.rows.length > 0).toBe(empty === undefined);
        for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
        if (name.endsWith('OfNothing')) expect(empty).toBe('没有可以显示的数据');
        else expect([...walk(marks)].length).toBeGreaterThan(1);
      });
    }
  });
}
