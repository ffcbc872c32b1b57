/** A result's cells as they are shown and as they go into a file; how wide its columns are. */
import type { ConsoleWords } from '../../i18n/console';
import type { Formats } from '../../i18n/format';
import { csv, numberField, textField } from '../../model/csv';
import type { Result } from '../../state/console.svelte';

type Cell = Result['rows'][number][number];

/** A figure with its thousands and six decimals at most; empty for none. */
export function shownCell(cell: Cell | undefined, f: Formats, w: ConsoleWords): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? w.yes : w.no;
  if (typeof cell === 'number') return Number.isFinite(cell) ? f.brief(cell, 6) : String(cell);
  return typeof cell === 'string' ? cell : JSON.stringify(cell);
}

/** All rows that were fetched, figures in full. */
export function resultCsv({ columns, rows }: Result, w: ConsoleWords): string {
  const field = (cell: Cell): string =>
    typeof cell === 'number'
      ? numberField(cell)
      : textField(typeof cell === 'boolean' ? (cell ? w.yes : w.no) : cell === null ? null : String(cell));
  return csv([columns.map((c) => textField(c.name)), ...rows.map((r) => r.map(field))]);
}

const WIDE = /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g;
/** In letters' widths: a Chinese character takes two. */
const letters = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0);

/** So many rows tell how wide a column is. */
const LOOKED_AT = 200;

/** In letters' widths, by column: as wide as what is in it, within bounds. */
export function widthsOf(result: Result, shown: (cell: Cell | undefined) => string): number[] {
  return result.columns.map((c, i) => {
    const widest = result.rows.slice(0, LOOKED_AT).reduce((most, r) => Math.max(most, letters(shown(r[i]))), letters(c.name));
    return Math.min(40, Math.max(5, widest + 1));
  });
}
