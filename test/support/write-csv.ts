/** Writes records as text in any dialect: the inverse of the tokeniser, sharing nothing with it. */
import type { Dialect } from '../../src/model/table';

/** @throws RangeError where the dialect can't hold a cell: one without quotes and a delimiter inside. */
export function writeCsv(
  records: readonly (readonly string[])[],
  { delimiter, quote, escape }: Pick<Dialect, 'delimiter' | 'quote' | 'escape'>,
  newline = '\n',
): string {
  const cell = (text: string): string => {
    const plain =
      !text.includes('\n') &&
      !text.includes(delimiter.trim() === '' ? delimiter : delimiter.trim()) &&
      (quote === '' || !text.includes(quote)) &&
      (delimiter !== ' ' || text !== '');
    if (plain) return text;
    if (quote === '') throw new RangeError(`no quotes for ${JSON.stringify(text)}`);
    const inside = escape ? text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) : text.replaceAll(quote, quote + quote);
    return quote + inside + quote;
  };
  return records.map((r) => r.map(cell).join(delimiter) + newline).join('');
}
