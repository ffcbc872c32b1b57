/** What each column of a file is taken for: the ledger's column, its scale, percent or fraction; and what to ask or say. */
import type { ColumnDef, LedgerDef } from '../model/ledger';
import type { Problem } from '../model/problem';
import type { ColumnMapping, Question } from '../model/table';
import { proposeByValues, suits } from './by-values';
import * as fault from './faults';
import { readAbove } from './fragments';
import { isOrdinal, type Header } from './headers';
import type { Layout } from './layout';
import { mayBePinyin, pinyinNamesOf } from './pinyin';
import { startOfTable, titlesOf, type Seen } from './seen';
import { decideShare } from './share';
import { proposeColumns } from './similar';
import { scaleInHeader, scaleInTable } from './units';

export interface ColumnPlan {
  readonly columns: readonly ColumnMapping[];
  readonly questions: readonly Question[];
  readonly problems: readonly Problem[];
}

/** The mapping of one header to a column, with the share question where its cells leave it open. */
export function mapColumn(
  index: number,
  header: string,
  column: ColumnDef,
  cells: readonly string[],
  units: readonly string[],
): { mapping: ColumnMapping; question?: Question } {
  const mapping: ColumnMapping = { index, header, column: column.id };
  if (column.type !== 'share') {
    const scale = scaleInHeader(header, column) ?? scaleInTable(units, column) ?? 1;
    return { mapping: scale === 1 ? mapping : { ...mapping, scale } };
  }
  const share = decideShare(header, cells);
  switch (share.as) {
    case 'unclear':
      return { mapping, question: { ask: 'share', index, header, samples: share.samples } };
    case 'permille':
      return { mapping: { ...mapping, shareAs: 'percent', scale: 0.1 } };
    case null:
      return { mapping };
    default:
      return { mapping: { ...mapping, shareAs: share.as } };
  }
}

/** @param layout counts from the first of the records seen. */
export function planColumns(layout: Layout, seen: Seen): ColumnPlan {
  const { headers, matches, twice, ledger, first, count } = layout;
  const { units } = readAbove(titlesOf(seen, first));
  const body = seen.records.slice(first + count);
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
    const place = placeOf(seen, layout, { index, text });
    const again = twice.find((m) => m.index === index);
    if (again && !free.includes(again.column)) {
      problems.push(fault.file.columnTwice(place, again.column));
      return unused(index, text);
    }
    const candidates = again ? [again.column.id] : isOrdinal(text) ? [] : proposals(text, cells, free, ledger);
    if (candidates.length > 0) questions.push({ ask: 'column', index, header: text, candidates });
    // The columns that an own export leaves are meant to be left.
    else if (!seen.ownExport && !isOrdinal(text) && (text !== '' || cells.some((c) => c.trim() !== '')))
      problems.push(fault.file.columnUnknown(place));
    return unused(index, text);
  });
  return { columns, questions, problems };
}

/** Columns a header without a name may mean: by its initials, a likeness of names, else by what its cells hold; at most three. */
function proposals(header: string, cells: readonly string[], free: readonly ColumnDef[], ledger: LedgerDef): string[] {
  const suiting = free.filter((c) => suits(c, cells));
  const abbreviated = mayBePinyin(header) ? pinyinNamesOf(ledger).propose(header) : [];
  const byInitials = abbreviated.filter((c) => suiting.includes(c)).map((c) => c.id);
  const byName = byInitials.length > 0 ? byInitials : proposeColumns(header, suiting);
  return (byName.length > 0 ? byName : proposeByValues(header, cells, free)).slice(0, 3);
}

/**
 * The plan of columns chosen by hand: nothing is proposed, what was left is said.
 * @param chosen by position, null = not used. @param first, count: of the header within the records seen.
 */
export function chosenColumns(
  ledger: LedgerDef,
  headers: readonly Header[],
  chosen: readonly (string | null)[],
  seen: Seen,
  { first, count }: Pick<Layout, 'first' | 'count'>,
): ColumnPlan {
  const { units } = readAbove(titlesOf(seen, first));
  const body = seen.records.slice(first + count);
  const questions: Question[] = [];
  const problems: Problem[] = [];
  const taken = new Set<ColumnDef>();
  const columns = headers.map(({ index, text }): ColumnMapping => {
    const column = ledger.columns.find((c) => c.id === chosen[index]);
    const cells = body.map((r) => r[index] ?? '');
    const place = placeOf(seen, { first, count }, { index, text });
    if (!column) {
      if (!isOrdinal(text) && cells.some((c) => c.trim() !== '')) problems.push(fault.file.columnUnknown(place));
      return unused(index, text);
    }
    if (taken.has(column) && column.type !== 'period') {
      problems.push(fault.file.columnTwice(place, column));
      return unused(index, text);
    }
    taken.add(column);
    const { mapping, question } = mapColumn(index, text, column, cells, units);
    if (question) questions.push(question);
    return mapping;
  });
  return { columns, questions, problems };
}

const unused = (index: number, header: string): ColumnMapping => ({ index, header, column: null });

const placeOf = (
  seen: Pick<Seen, 'file' | 'area' | 'transposed'>,
  { first, count }: Pick<Layout, 'first' | 'count'>,
  { index, text }: Pick<Header, 'index' | 'text'>,
) => ({ file: seen.file, row: startOfTable(seen) + first + Math.max(count, 1), column: index + 1, header: text });
