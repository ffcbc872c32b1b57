/** What each column of a file is taken for: the ledger's column, its scale, percent or fraction; and what to ask or say. */
import type { ColumnDef } from '../model/ledger';
import type { Problem } from '../model/problem';
import type { ColumnMapping, Question } from '../model/table';
import { cellReader } from './cells';
import * as fault from './faults';
import { isOrdinal } from './headers';
import type { Layout } from './layout';
import { decideShare } from './share';
import { proposeColumns } from './similar';

export interface ColumnPlan {
  readonly columns: readonly ColumnMapping[];
  readonly questions: readonly Question[];
  readonly problems: readonly Problem[];
}

/** Money, in 元. */
const MONEY: Readonly<Record<string, number>> = { 元: 1, 千元: 1e3, 万元: 1e4, 百万元: 1e6, 亿元: 1e8 };

/** The factor from the unit a header (else the table) names to the column's declared unit; 1 when they are one. */
function scaleOf(header: string, column: ColumnDef, units: readonly string[]): number {
  const declared = MONEY[column.unit ?? ''];
  if (declared === undefined) return 1;
  const own = /\((?:单位:)?([千百万亿]*元)\)/.exec(header.normalize('NFKC').replace(/\s+/g, ''))?.[1];
  const named = MONEY[own ?? ''] ?? MONEY[units.find((u) => u in MONEY) ?? ''] ?? declared;
  return named / declared;
}

/** The mapping of one header to a column, with the share question where its cells leave it open. */
export function mapColumn(
  index: number,
  header: string,
  column: ColumnDef,
  cells: readonly string[],
  units: readonly string[],
): { mapping: ColumnMapping; question?: Question } {
  const scale = scaleOf(header, column, units);
  const mapping: ColumnMapping = { index, header, column: column.id, ...(scale === 1 ? {} : { scale }) };
  if (column.type !== 'share') return { mapping };
  const share = decideShare(header, cells);
  if (share.as === 'unclear') return { mapping, question: { ask: 'share', index, header, samples: share.samples } };
  return { mapping: share.as === null ? mapping : { ...mapping, shareAs: share.as } };
}

/** Whether cells look like a column's: at least half of those filled can be read as it. */
function suits(column: ColumnDef, cells: readonly string[]): boolean {
  const read = cellReader(column, { shareAs: 'percent' });
  const results = cells.slice(0, 200).flatMap((c) => (c.trim() === '' ? [] : [read(c.trim())]));
  const good = results.filter((r) => r.state !== 'bad' || r.fault?.code === 'cell.notInRange').length;
  return good * 2 >= results.length;
}

/** @param body the records below the header, as far as seen. @param quiet own exports: unused columns are meant to be unused. */
export function planColumns(
  layout: Layout,
  body: readonly (readonly string[])[],
  units: readonly string[],
  file: string,
  quiet: boolean,
): ColumnPlan {
  const { headers, matches, twice, ledger } = layout;
  const questions: Question[] = [];
  const problems: Problem[] = [];
  const free = ledger.columns.filter((c) => !matches.some((m) => m.column === c));
  const columns = headers.map(({ index, text }): ColumnMapping => {
    const cells = body.map((r) => r[index] ?? '');
    const match = matches.find((m) => m.index === index);
    if (match) {
      const { mapping, question } = mapColumn(index, text, match.column, cells, units);
      if (question) questions.push(question);
      return mapping;
    }
    const none: ColumnMapping = { index, header: text, column: null };
    const place = { file, row: layout.first + layout.count, column: index + 1, header: text };
    const again = twice.find((m) => m.index === index);
    if (again && !free.includes(again.column)) {
      problems.push(fault.file.columnTwice(place, again.column));
      return none;
    }
    const candidates = again
      ? [again.column.id]
      : proposeColumns(
          text,
          free.filter((c) => suits(c, cells)),
        );
    if (candidates.length > 0) questions.push({ ask: 'column', index, header: text, candidates });
    else if (!quiet && !isOrdinal(text) && (text !== '' || cells.some((c) => c.trim() !== '')))
      problems.push(fault.file.columnUnknown(place));
    return none;
  });
  return { columns, questions, problems };
}
