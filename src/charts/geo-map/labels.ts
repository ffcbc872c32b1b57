/** Names and figures on a map: on the area where they fit, else as a number that a list beside explains. */
import type { Frame } from '../frame';
import { labelPoint, inside } from './label-point';
import { wrapText } from '../tile-map/wrap';
import { ringArea, type Box, type Shape } from './project';

export interface LabelWish {
  readonly name: string;
  readonly text: string;
  /** The text is a figure, not a word in place of one. */
  readonly figure: boolean;
  readonly shapes: readonly Shape[];
}

export interface Line {
  readonly text: string;
  readonly weight: 400 | 600;
}

export interface PlacedLabel {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly lines: readonly Line[];
  readonly box: Box;
}

/** A wish's label on the map; or the number it is listed under, which is on the map only where that fits. */
export interface Labelled {
  readonly label: PlacedLabel | null;
  readonly number: number | null;
}

const LEADING = 1.2;

/**
 * The largest areas first: name over figure at the visual centre of the area's largest part, where most of the label
 * lies inside and it meets no other; else a number there; else only the list. Numbers run in the order of the wishes.
 *
 * @param numbers as many as a list explains
 */
export function placeLabels(wishes: readonly LabelWish[], map: Box, numbers: number, { size, measure }: Frame): Labelled[] {
  const small = size * 0.9;
  const taken: Box[] = [];
  const spots = wishes.map((w) => {
    const areaOf = (s: Shape) => Math.abs(ringArea(s[0] ?? []));
    const [first, ...others] = w.shapes;
    const largest = first && others.reduce((best, s) => (areaOf(s) > areaOf(best) ? s : best), first);
    return largest ? { shape: largest, area: areaOf(largest), at: labelPoint(largest) } : null;
  });
  const order = wishes.map((_, i) => i).sort((a, b) => (spots[b]?.area ?? 0) - (spots[a]?.area ?? 0) || a - b);
  const full = new Array<PlacedLabel | null>(wishes.length).fill(null);
  const attempt = (i: number, lines: readonly Line[], within: number): PlacedLabel | null => {
    const spot = spots[i];
    if (!spot || spot.at.room <= 0) return null;
    const width = Math.max(...lines.map((l) => measure(l.text, small, l.weight)));
    const height = lines.length * small * LEADING;
    const box = { x: spot.at.x - width / 2, y: spot.at.y - height / 2, width, height };
    const fits =
      box.x >= map.x &&
      box.y >= map.y &&
      box.x + width <= map.x + map.width &&
      box.y + height <= map.y + map.height &&
      taken.every((t) => apart(t, box)) &&
      mostlyInside(spot.shape, box, within);
    if (!fits) return null;
    taken.push(box);
    return { x: spot.at.x, y: spot.at.y, size: small, lines, box };
  };
  for (const i of order) {
    const w = wishes[i];
    if (!w) continue;
    const figure: Line = { text: w.text, weight: w.figure ? 600 : 400 };
    const broken = wrapText(w.name, small * 7.2, 3, small, measure);
    full[i] =
      attempt(i, [{ text: w.name, weight: 400 }, figure], 0.92) ??
      // A name cut short is no name: only one that is whole in three lines.
      (broken.length > 1 && !broken.at(-1)?.endsWith('…')
        ? attempt(i, [...broken.map((text): Line => ({ text, weight: 400 })), figure], 0.92)
        : null);
  }
  let next = 1;
  return wishes.map((_, i) => {
    const label = full[i];
    if (label) return { label, number: null };
    if (next > numbers) return { label: null, number: null };
    const numbered = attempt(i, [{ text: String(next), weight: 400 }], 0.6);
    return { label: numbered, number: numbered ? next++ : null };
  });
}

const apart = (a: Box, b: Box): boolean =>
  a.x >= b.x + b.width + 2 || b.x >= a.x + a.width + 2 || a.y >= b.y + b.height + 1 || b.y >= a.y + a.height + 1;

/** Whether the corners of a box, drawn in to a share of its width, are inside. */
function mostlyInside(shape: Shape, box: Box, share: number): boolean {
  const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2];
  const [dx, dy] = [(box.width / 2) * share, (box.height / 2) * share];
  return [-1, 0, 1].every((i) => [-1, 1].every((j) => inside(shape, cx + i * dx, cy + j * dy)));
}
