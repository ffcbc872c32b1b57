/** Records to text as programs and people write it: any delimiter, quote, escape and line end. */

export interface Written {
  readonly delimiter: string;
  readonly quote: '"' | "'" | '';
  /** How a quote inside quotes is written. */
  readonly escape: 'doubled' | 'backslash';
  /** Line ends in turn. */
  readonly newlines: readonly string[];
  /** Quote every cell, or only those that need it. */
  readonly quoteAll: boolean;
}

export const PLAIN: Written = { delimiter: ',', quote: '"', escape: 'doubled', newlines: ['\r\n'], quoteAll: false };

/** One cell as it stands in the file. `raw` cells are written as they are: that is how damage gets in. */
export type Cell = string | { readonly raw: string };

function cell(c: Cell, how: Written): string {
  if (typeof c !== 'string') return c.raw;
  const { quote, delimiter, escape } = how;
  const needs = c.includes(delimiter.trim() || delimiter) || (quote !== '' && c.includes(quote)) || /[\r\n]/.test(c);
  if (quote === '' || !(needs || how.quoteAll || (delimiter === ' ' && (c === '' || c.includes(' '))))) return c;
  const inner =
    escape === 'doubled' ? c.replaceAll(quote, quote + quote) : c.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);
  return `${quote}${inner}${quote}`;
}

/** @returns null where a cell can't be written in this form (a delimiter without quotes to keep it in). */
export function written(records: readonly (readonly Cell[])[], how: Written): string | null {
  if (how.quote === '')
    for (const r of records)
      for (const c of r)
        if (typeof c === 'string' && (c.includes(how.delimiter) || /[\r\n]/.test(c) || (how.delimiter === ' ' && c === '')))
          return null;
  return records
    .map((r, i) => r.map((c) => cell(c, how)).join(how.delimiter) + (how.newlines[i % how.newlines.length] as string))
    .join('');
}
