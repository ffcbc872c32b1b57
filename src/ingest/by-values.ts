/**
 * What a column without a telling header may be by its cells: stars, dates, yes and no, a list's values, periods,
 * counties. Proposed, never taken. Figures say nothing of what they count, so a column of figures is never guessed.
 */
import { STAR_WORDS } from '../model/cell-words';
import type { ColumnDef } from '../model/ledger';
import { cellReader } from './cells';
import { periodIn } from './period';
import { isTotalWord, noFigure, wordOf } from './words';

/** Cells looked at: enough to know a column by. */
const SAMPLE = 200;
/** Of the cells that say anything at least so many must speak for it: one in twenty may be a slip. */
const NEARLY_ALL = 0.95;
const FEWEST = 2;

/** Whether cells look like a column's: at least half of those filled can be read as it. */
export function suits(column: ColumnDef, cells: readonly string[]): boolean {
  const read = cellReader(column, { shareAs: 'percent' });
  const results = cells.slice(0, SAMPLE).flatMap((c) => (c.trim() === '' ? [] : [read(c.trim())]));
  const good = results.filter((r) => r.state !== 'bad' || r.fault?.code === 'cell.notInRange').length;
  return good * 2 >= results.length;
}

/** A header that says nothing: none, a running name, or a code of Latin letters. */
export const isMute = (header: string): boolean =>
  /^(?:[\d\s_.:#-]*|(?:列|字段|栏|栏目|数据)[\s_]*[\d一二三四五六七八九十]*|[a-z][\w\s.:-]*)$/i.test(
    header.normalize('NFKC').trim(),
  );

const FIGURE = /^[+-]?[\d.,]+[%‰]?$/;
/** Words that a column of yes and no alone holds; 1 and 0 are figures, 无 may be anything. */
const FLAG = /^(?:是|否|√|✓|✔|×|✗|✘|Y|N|YES|NO)$/;
const COUNTY = /^[\u4e00-\u9fff]{1,10}(?:县|区|市|旗)$/;

/** Whether a word shows that its column is of the type; a word of another kind speaks against it. */
function shows(column: ColumnDef): ((word: string, text: string) => boolean) | null {
  switch (column.type) {
    case 'star':
      return (word) => Object.hasOwn(STAR_WORDS, word);
    case 'date': {
      const read = cellReader(column);
      return (_, text) => /\d[年./-]\d/.test(text) && read(text).state === 'ok';
    }
    case 'flag':
      return (word) => FLAG.test(word);
    case 'list': {
      const read = cellReader(column);
      // 是 and 否 may be values of a list, but they are not distinctive of it.
      return (word, text) => !FLAG.test(word) && read(text).state === 'ok';
    }
    case 'period':
      return (_, text) => /季|Q|半年|H[12]/i.test(text) && periodIn(text, 2000) !== null;
    case 'unit':
      return (word) => COUNTY.test(word);
    default:
      return null;
  }
}

/**
 * Columns of the ledger that a column with a mute header may be, those it must have first; at most three.
 * @param free columns not yet found in the file.
 */
export function proposeByValues(header: string, cells: readonly string[], free: readonly ColumnDef[]): string[] {
  if (!isMute(header)) return [];
  const texts = cells.slice(0, SAMPLE).flatMap((c) => (noFigure(c.trim()) !== null || isTotalWord(c.trim()) ? [] : [c.trim()]));
  if (texts.length < FEWEST || texts.every((t) => FIGURE.test(t))) return [];
  const found = free.filter((column) => {
    const test = shows(column);
    return test && texts.filter((t) => test(wordOf(t), t)).length >= texts.length * NEARLY_ALL;
  });
  return [...found.filter((c) => c.required), ...found.filter((c) => !c.required)].slice(0, 3).map((c) => c.id);
}
