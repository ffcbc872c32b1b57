/** The marks of a dot plot that are not dots: what a row is held against. */
import { INK } from '../palette';
import { segment, type Mark, type PathMark } from '../scene';
import { spots, type DotRow } from './data';

export type Reference = 'mean' | 'target' | 'best';

/**
 * The mean is a tick and the target a dashed one, both `half` up and down; the best is a small triangle over the row,
 * where no dot covers it.
 */
export function reference(id: Reference, x: number, at: number, half: number, size: number): PathMark {
  if (id === 'mean') return { kind: 'path', d: segment(x, at - half, x, at + half), stroke: INK.text, strokeWidth: 2 };
  if (id === 'target')
    return { kind: 'path', d: segment(x, at - half, x, at + half), stroke: INK.soft, strokeWidth: 1.5, dash: '3 2' };
  const [top, r] = [at - half, size * 0.3];
  return { kind: 'path', d: `M${x - r},${top}L${x + r},${top}L${x},${top + r * 1.2}Z`, fill: INK.soft };
}

/** What the ends of a row's own scale are, `off` beyond its first and last place. */
export function rowEnds(row: DotRow, scale: (v: number) => number, y: number, off: number, size: number): Mark[] {
  const sorted = [...spots(row)].sort((a, b) => a.at - b.at);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last || first.at === last.at) return [];
  return [
    { kind: 'text', x: scale(first.at) - off, y, text: first.text, size, fill: INK.soft, anchor: 'end' },
    { kind: 'text', x: scale(last.at) + off, y, text: last.text, size, fill: INK.soft },
  ];
}
