/** Brushing: a drag across a picture whose x axis has stops chooses the stops under it. */
import type { Stops } from './scene';

/** Pixels of the picture, from its left edge. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

/** A shorter drag is a click with an unsteady hand. */
const LEAST = 8;

/** The first and last stop in a band, the nearest ones where it has but one; null where the axis has fewer than two. */
export function stopsIn<T>(stops: Stops<T>, { from, to }: Band): readonly [T, T] | null {
  const at = stops.at;
  const inside = at.filter((s) => s.x >= from && s.x <= to);
  const [first, last] = [inside[0], inside.at(-1)];
  if (first && last && first !== last) return [first.value, last.value];
  // Two stops at least: of one period there is no course to see.
  const middle = (from + to) / 2;
  const near = [...at].sort((a, b) => Math.abs(a.x - middle) - Math.abs(b.x - middle)).slice(0, 2);
  const [a, b] = near.sort((x, y) => x.x - y.x);
  return a && b ? [a.value, b.value] : null;
}

/**
 * Listens on what holds the picture (an `svg`).
 * @param show told of the band while it is drawn, null when it ends
 * @param done told of the band that was let go of
 * @returns a function that ends it
 */
export function brush(holder: HTMLElement, show: (band: Band | null) => void, done: (band: Band) => void): () => void {
  const off = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(kind: K, use: (e: HTMLElementEventMap[K]) => void, capture = false) =>
    holder.addEventListener(kind, use, { signal: off.signal, capture });
  let began: number | null = null;
  let band: Band | null = null;
  let dragged = false;
  const xOf = (e: PointerEvent): number => e.clientX - (holder.querySelector('svg')?.getBoundingClientRect().left ?? 0);
  const end = (): void => {
    began = band = null;
    show(null);
  };
  on('pointerdown', (e) => {
    dragged = false;
    if (e.button === 0 && e.pointerType !== 'touch') began = xOf(e);
  });
  on('pointermove', (e) => {
    if (began === null) return;
    const x = xOf(e);
    if (!band && Math.abs(x - began) < LEAST) return;
    holder.setPointerCapture(e.pointerId);
    show((band = { from: Math.min(began, x), to: Math.max(began, x) }));
  });
  on('pointerup', () => {
    dragged = band !== null;
    if (band) done(band);
    end();
  });
  on('pointercancel', end);
  // The end of a drag is no click on what happens to lie there.
  on(
    'click',
    (e) => {
      if (dragged) e.stopPropagation();
      dragged = false;
    },
    true,
  );
  return () => off.abort();
}
