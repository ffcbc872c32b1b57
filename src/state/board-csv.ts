/** The scores on the board as CSV text, in the words of the page. */
import { locale } from '../i18n/locale.svelte';
import type { UnitId } from '../model/unit';
import type { SchemeText } from '../scheme';
import { scoresCsv, summaryCsv, type LeafRow } from '../score/export';
import type { Board } from './board.svelte';

/** One row per unit, period and leaf (scores), or one per unit and period (summary). */
export function boardCsv(board: Board, kind: 'scores' | 'summary'): string {
  const { book } = board;
  if (!book) return '';
  const t = locale.t.screens.export;
  const words = {
    ...t,
    title: (text: SchemeText) => board.title(text),
    unit: (id: UnitId) => board.name(id),
    grade: (id: string) => board.gradeName(id),
    note: (row: LeafRow) =>
      [
        row.carriedFrom ? t.carriedFrom(row.carriedFrom) : t.states[row.state],
        row.points !== null && row.effective !== row.full ? t.reweighted(board.f.brief(row.effective)) : '',
      ]
        .filter(Boolean)
        .join('; '),
  };
  return kind === 'scores' ? scoresCsv(book, words) : summaryCsv(book, words);
}
