/** Percent or fraction: how the bare numbers of a share column are meant, decided once per column from what it holds. */
import { noFigure } from './words';

export type ShareDecision =
  /** permille: of a thousand, which only a header says. */
  | { readonly as: 'percent' | 'fraction' | 'permille' }
  /** Nothing to decide: no bare number but 0. */
  | { readonly as: null }
  | { readonly as: 'unclear'; readonly samples: readonly string[] };

/** @param header `满意率(%)` or `(‰)` decides by itself. @param cells the column's cells. */
export function decideShare(header: string, cells: readonly string[]): ShareDecision {
  if (/[%％]/.test(header)) return { as: 'percent' };
  if (header.includes('‰')) return { as: 'permille' };
  const above: string[] = [];
  const below: string[] = [];
  const one: string[] = [];
  for (const cell of cells) {
    const text = cell.normalize('NFKC').replace(/\s+/g, '');
    if (noFigure(text) || !/^\d+(?:\.\d*)?$|^\.\d+$/.test(text)) continue;
    const n = Number(text);
    if (n > 1) above.push(cell.trim());
    else if (n === 1) one.push(cell.trim());
    else if (n > 0) below.push(cell.trim());
  }
  if (above.length > 0 && below.length + one.length === 0) return { as: 'percent' };
  if (below.length > 0 && above.length === 0) return { as: 'fraction' };
  if (above.length + one.length + below.length === 0) return { as: null };
  const few = (list: readonly string[]) => [...new Set(list)].slice(0, 3);
  return { as: 'unclear', samples: [...few(below), ...few(one), ...few(above)] };
}
