/** The reader of a column's cells, by its type. */
import type { ColumnDef } from '../../model/ledger';
import type { ColumnMapping, Meaning, Words } from '../../model/table';
import { periodIn } from '../period';
import { changeable, noFigure } from '../words';
import { bad, MISSING, NOT_APPLICABLE, ok, type Cell, type ReadCell } from './cell';
import { flagReader, listReader, starReader } from './choice';
import { dateReaderIn } from './date';
import { numberReader } from './number';

const textReader: ReadCell = (text) => {
  const nothing = noFigure(text);
  return nothing === null ? ok(text) : nothing === 'na' ? NOT_APPLICABLE : MISSING;
};

function periodReader(contextYear: number | undefined): ReadCell {
  return (text) => {
    if (noFigure(text)) return MISSING;
    const period = periodIn(text, contextYear);
    return period === null ? bad('cell.unreadable', { expects: 'period' }) : ok(period);
  };
}

/** Cells repeat (counties, sectors, flags, dates), so what was read once is looked up; bounded against columns of texts. */
function remembered(read: ReadCell): ReadCell {
  const known = new Map<string, Cell>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    if (known.size >= 10_000) known.clear();
    const cell = read(text);
    known.set(text, cell);
    return cell;
  };
}

/**
 * The reader of one column: trimmed text in, cell out.
 * @param contextYear the year of what is named without one (`三季度`, `3月底`).
 * @param words where the import departs from the rule of what blank, `/` and 无 mean; units and periods know none of it.
 */
export function cellReader(
  column: ColumnDef,
  mapping: Pick<ColumnMapping, 'scale' | 'shareAs'> = {},
  contextYear?: number,
  words?: Words,
): ReadCell {
  const read = byRule(column, mapping, contextYear);
  return words && column.type !== 'unit' && column.type !== 'period' ? byWords(read, words, column.type !== 'text') : read;
}

/** A column without figures has no zero: there it is missing. */
function byWords(read: ReadCell, words: Words, figures: boolean): ReadCell {
  const zero = read('0');
  const cells: Readonly<Record<Meaning, Cell>> = {
    missing: MISSING,
    na: NOT_APPLICABLE,
    zero: figures && (zero.value === '0' || zero.value === 'false') ? zero : MISSING,
  };
  return (text) => {
    const word = changeable(text);
    const meaning = word && words[word];
    return meaning ? cells[meaning] : read(text);
  };
}

function byRule(column: ColumnDef, mapping: Pick<ColumnMapping, 'scale' | 'shareAs'>, contextYear: number | undefined): ReadCell {
  switch (column.type) {
    case 'unit':
    case 'text':
      return textReader;
    case 'number':
    case 'integer':
    case 'share':
      return numberReader(column, mapping);
    case 'date':
      return remembered(dateReaderIn(contextYear, column.until));
    case 'flag':
      return remembered(flagReader(column));
    case 'list':
      return remembered(listReader(column));
    case 'star':
      return remembered(starReader);
    case 'period':
      return remembered(periodReader(contextYear));
  }
}
