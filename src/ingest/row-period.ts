/** The period that a row names: in one cell, or a year and a quarter in two. */
import type { ColumnMapping } from '../model/table';

/** The text of a row's period; '' when it names none. A bare 1–4 under 季度 is a quarter; a year goes first. */
export function periodText(cells: readonly (string | null | undefined)[], columns: readonly ColumnMapping[]): string {
  const [only] = columns;
  if (columns.length === 1 && only) {
    const text = (cells[only.index] ?? '').trim();
    return text.length === 1 && only.header.includes('季') && '1234'.includes(text) ? `Q${text}` : text;
  }
  const parts = columns.flatMap(({ index, header }) => {
    const text = (cells[index] ?? '').trim();
    return text === '' ? [] : [/^[1-4]$/.test(text) && header.includes('季') ? `Q${text}` : text];
  });
  return [...parts].sort((a, b) => Number(/\d{4}/.test(b)) - Number(/\d{4}/.test(a))).join('');
}
