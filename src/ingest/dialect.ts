/**
 * The delimiter, by evidence: of all delimiters the one under which records are most alike in width and most cells
 * are of a form that cells have. After the consistency measure of van den Burg, Nazábal and Sutton, "Wrangling messy
 * CSV files by detecting row and type patterns" (2019).
 */
import type { Dialect } from '../model/table';
import { tokenise } from './tokenise';

const DELIMITERS = [',', '\t', ';', '|', '，', '；'] as const;
const SAMPLE_CHARS = 64 * 1024;
/** Figures, dates, times; and words without anything that separates cells. */
const KNOWN = /^[+-]?[\d,.]+[%％‰]?$|^[^,\t;|，；"]*$/;

/** Row patterns × known cells; 0 … number of records. */
function consistency(records: readonly (readonly string[])[]): number {
  const lines = records.filter((r) => r.some((c) => c !== ''));
  const widths = new Map<number, number>();
  let cells = 0;
  let known = 0;
  for (const line of lines) {
    widths.set(line.length, (widths.get(line.length) ?? 0) + 1);
    cells += line.length;
    for (const c of line) if (KNOWN.test(c.trim())) known += 1;
  }
  if (cells === 0) return 0;
  const patterns = [...widths].reduce((sum, [width, n]) => sum + (n * Math.max(1e-3, width - 1)) / width, 0) / widths.size;
  return (patterns * known) / cells;
}

/** The delimiter and quote of a text; a comma where nothing separates anything. */
export function dialectOf(text: string): Pick<Dialect, 'delimiter' | 'quote'> {
  const whole = text.length <= SAMPLE_CHARS;
  const sample = whole ? text : text.slice(0, SAMPLE_CHARS).replace(/[^\n\r]*$/, '');
  let best: Pick<Dialect, 'delimiter' | 'quote'> = { delimiter: ',', quote: '"' };
  let most = 0;
  for (const delimiter of DELIMITERS) {
    if (!sample.includes(delimiter)) continue;
    const quoted = tokenise(sample, { delimiter, quote: '"' });
    // Quotes that do not close where a cell ends may be ordinary characters.
    const quotes = quoted.faults > 0 ? (['"', ''] as const) : (['"'] as const);
    for (const quote of quotes) {
      const score = consistency(quote === '' ? tokenise(sample, { delimiter, quote }).records : quoted.records);
      if (score <= most * 1.0001) continue;
      most = score;
      best = { delimiter, quote };
    }
  }
  return best;
}
