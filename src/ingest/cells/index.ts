/** The reader of a column's cells, by its type. */
import type { ColumnDef } from '../../model/ledger';
import type { ColumnMapping } from '../../model/table';
import { periodIn } from '../period';
import { noFigure } from '../words';
import { bad, MISSING, NOT_APPLICABLE, ok, type Cell, type ReadCell } from './cell';
import { flagReader, listReader, starReader } from './choice';
import { dateReader } from './date';
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
 * @param contextYear for period columns: the year of parts named without one (`三季度`).
 */
export function cellReader(
  column: ColumnDef,
  mapping: Pick<ColumnMapping, 'scale' | 'shareAs'> = {},
  contextYear?: number,
): ReadCell {
  switch (column.type) {
    case 'unit':
    case 'text':
      return textReader;
    case 'number':
    case 'integer':
    case 'share':
      return numberReader(column, mapping);
    case 'date':
      return remembered(dateReader);
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
