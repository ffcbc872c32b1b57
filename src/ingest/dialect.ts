/**
 * The dialect, by evidence: of all ways to cut a text into cells the one under which records are most alike in width
 * and most cells are of a form that cells have. After the consistency measure of van den Burg, Nazábal and Sutton,
 * "Wrangling messy CSV files by detecting row and type patterns" (2019).
 */
import { tokenise, type CellSyntax } from './tokenise';

/** Of two that explain a text equally well the earlier one is taken. */
const DELIMITERS = [', ', ',', '\t', ';', '|', '，', '；', ' '] as const;
const SAMPLE_CHARS = 64 * 1024;

const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?[%％‰]?$/;
const DAY = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/;
/** Words without anything that separates cells or stands around them. */
const WORDS = /^(?!'.*'$)[^,\t;|，；"]*$/s;

const isKnown = (cell: string): boolean => cell === '' || NUMBER.test(cell) || DAY.test(cell) || WORDS.test(cell);

/** Row patterns × known cells; 0 … number of records. @param faults cells that open with a quote and are not quoted: they count twice. */
function consistency(records: readonly (readonly string[])[], faults: number): number {
  const lines = records.filter((r) => r.some((c) => c !== ''));
  const widths = new Map<number, number>();
  let cells = 0;
  let known = 0;
  for (const line of lines) {
    widths.set(line.length, (widths.get(line.length) ?? 0) + 1);
    cells += line.length;
    for (const c of line) if (isKnown(c.trim())) known += 1;
  }
  if (cells === 0) return 0;
  const patterns = [...widths].reduce((sum, [width, n]) => sum + (n * Math.max(1e-3, width - 1)) / width, 0) / widths.size;
  return (patterns * known) / (cells + faults);
}

/** Whether a quote stands where one opens or closes a cell. */
const opens = (text: string, quote: string, delimiter: string): boolean =>
  text.startsWith(quote) || text.includes(`\n${quote}`) || text.includes(delimiter + quote);

/** The quotes and escapes worth trying, the usual one first. */
function quotings(text: string, delimiter: string, wish: Partial<CellSyntax>): Omit<CellSyntax, 'delimiter'>[] {
  const found: Omit<CellSyntax, 'delimiter'>[] = [{ quote: '"' }];
  if (text.includes('\\"')) found.push({ quote: '"', escape: '\\' });
  if (opens(text, "'", delimiter)) {
    found.push({ quote: "'" });
    if (text.includes("\\'")) found.push({ quote: "'", escape: '\\' });
  }
  if (text.includes('"')) found.push({ quote: '' });
  if (wish.quote === undefined && wish.escape === undefined) return found;
  const { quote = '"', escape } = wish;
  const fixed = found.filter((f) => f.quote === quote && (escape === undefined || f.escape === escape));
  return fixed.length > 0 ? fixed : [{ quote, ...(escape ? { escape } : {}) }];
}

/** The syntax of a text; a comma where nothing separates anything. @param wish what the user fixed. */
export function dialectOf(text: string, wish: Partial<CellSyntax> = {}): CellSyntax {
  const whole = text.length <= SAMPLE_CHARS;
  const sample = whole ? text : text.slice(0, SAMPLE_CHARS).replace(/[^\n\r]*$/, '');
  let best: CellSyntax = {
    delimiter: wish.delimiter ?? ',',
    quote: wish.quote ?? '"',
    ...(wish.escape ? { escape: wish.escape } : {}),
  };
  let most = 0;
  for (const delimiter of wish.delimiter === undefined ? DELIMITERS : [wish.delimiter]) {
    if (!sample.includes(delimiter)) continue;
    let plain: number | undefined;
    for (const quoting of quotings(sample, delimiter, wish)) {
      const syntax = { delimiter, ...quoting };
      const { records, faults } = tokenise(sample, syntax);
      plain ??= faults;
      // Without quotes nothing can be wrong with them: that alone must not speak for it.
      const score = consistency(records, quoting.quote === '' ? plain : faults);
      if (score <= most * 1.0001) continue;
      most = score;
      best = syntax;
    }
  }
  return best;
}
