/** Reading geometry off a scene, for tests: boxes of texts as estimated, every number a mark holds. */
import { estimateText } from '../../src/charts/measure-text';
import { walk, type Mark, type Scene, type TextMark } from '../../src/charts/scene';

export interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The boxes of all texts; heights of 1 em. */
export function textBoxes(scene: Scene, which: (m: TextMark) => boolean = () => true): Box[] {
  return [...walk(scene.marks)].flatMap(({ mark: m, x, y }) => {
    if (m.kind !== 'text' || !which(m)) return [];
    const width = estimateText(m.text, m.size, m.weight);
    const left = x + m.x - (m.anchor === 'end' ? width : m.anchor === 'middle' ? width / 2 : 0);
    return [{ text: m.text, left, right: left + width, top: y + m.y - m.size / 2, bottom: y + m.y + m.size / 2 }];
  });
}

/** Pairs of boxes that cover each other by more than half a pixel. */
export function overlaps(boxes: readonly Box[]): [string, string][] {
  const slack = 0.5;
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.left < b.right - slack && b.left < a.right - slack && a.top < b.bottom - slack && b.top < a.bottom - slack)
      .map((b): [string, string] => [a.text, b.text]),
  );
}

/** Every number a scene is drawn with, path data included. */
export function numbers(scene: Scene): number[] {
  const own = (m: Mark): number[] => [
    ...Object.values(m).filter((v): v is number => typeof v === 'number'),
    ...(m.kind === 'path'
      ? m.d
          .split(/[^\d.eNa-]+/)
          .filter(Boolean)
          .map(Number)
      : []),
  ];
  return [scene.width, scene.height, ...[...walk(scene.marks)].flatMap(({ mark }) => own(mark))];
}
