/** The rows of branches behind the screen's list: periods, columns, and a branch's record in the file it came in with. */
import { ledgerOf } from '../ledgers';
import { branchPeriods, readBranches, type BranchPeriod, type BranchTable } from './branch-table';
import type { Pipeline } from './pipeline';

/** A branch's record as its file has it. */
export interface BranchRow {
  readonly file: string;
  /** 1-based record number, as a spreadsheet shows it. */
  readonly row: number;
  /** In the file's order; `column`: the ledger's, null where it has none. `mended`: what it is read as. */
  readonly cells: readonly {
    readonly header: string;
    readonly column: string | null;
    readonly text: string;
    readonly mended?: string;
  }[];
}

/** The periods there are branches of, in order. */
export const periodsWithBranches = (pipeline: Pipeline): Promise<readonly BranchPeriod[]> => pipeline.reading(branchPeriods);

/** A period's branches, read piece by piece. */
export const branchesOf = (pipeline: Pipeline, { period, branches }: BranchPeriod): Promise<BranchTable> =>
  pipeline.reading((engine) => readBranches(engine, period, branches));

/** The record of a branch, verbatim; null where its table is not there any more. */
export async function branchRow(pipeline: Pipeline, table: BranchTable, at: number): Promise<BranchRow | null> {
  const number = table.imports[at];
  const row = table.rows[at] ?? 0;
  const held = await pipeline.reading((_, all) => Promise.resolve(all.find((h) => h.rows.table === number)?.table ?? null));
  if (!held) return null;
  const [found] = await pipeline.sourceRows(held.seq, [row]);
  if (!found) return null;
  return {
    file: held.source.name,
    row,
    cells: held.reading.columns.map(({ index, header, column }) => {
      const mended = found.mended.find((m) => m.column === index)?.text;
      return { header, column, text: found.cells[index] ?? '', ...(mended === undefined ? {} : { mended }) };
    }),
  };
}

/** The names of the sectors a branch may be of, by their ids. */
export const sectorNames = () => ledgerOf('branch-rating').columns.find((c) => c.id === 'sector')?.values ?? [];
