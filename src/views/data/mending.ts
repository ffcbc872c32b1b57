/** What can be done about problems: each a step of the record, said in words with a way to take it back. */
import { dataWords } from '../../i18n/data';
import { locale } from '../../i18n/locale.svelte';
import type { CellMend } from '../../model/mend';
import type { Answer } from '../../model/table';
import type { SourceRow } from '../../pipeline/pipeline';
import type { Session } from '../../state/session.svelte';
import { blankRun, cellOf, dataAbove, type Line } from './problem-lines';
import { isMend, stepWords, takeBack, type Step } from './steps';

type How = 'edit' | 'proposal' | 'fillDown';

/** The newest step that is a mend: what undoing takes back. */
export const lastMend = (session: Session): Step | null => session.snapshot.steps.filter(isMend).at(-1) ?? null;

/** Runs a step and says what it did; a step that was refused is said by the notices. */
export async function sayAfter(session: Session, work: () => Promise<void>): Promise<void> {
  const before = session.snapshot.steps.at(-1)?.seq ?? 0;
  await work();
  const step = session.snapshot.steps.at(-1);
  if (!step || step.seq <= before) return;
  const action = { label: dataWords[locale.current].step.takeBack, run: () => void takeBack(session, step.seq) };
  session.said = { text: stepWords(step, session.snapshot), action };
}

export const mendCells = (session: Session, table: number, cells: readonly CellMend[], how: How): Promise<void> =>
  sayAfter(session, () => session.pipeline.mendCells(table, cells, how));

export const rereadTable = (session: Session, table: number, answer: Answer): Promise<void> =>
  sayAfter(session, () => session.pipeline.reread(table, answer));

/** Lets an older version stand again. */
export const restore = (session: Session, table: number): Promise<void> =>
  sayAfter(session, () => session.pipeline.restore(table));

/** Lines by the table they belong to: a step is about one table. */
function byTable(lines: readonly Line[]): Map<number, Line[]> {
  const tables = new Map<number, Line[]>();
  for (const l of lines) {
    const own = tables.get(l.table.seq);
    if (own) own.push(l);
    else tables.set(l.table.seq, [l]);
  }
  return tables;
}

/** Takes what is proposed for these cells. */
export async function accept(session: Session, lines: readonly Line[]): Promise<void> {
  for (const [table, own] of byTable(lines)) {
    const cells = own.flatMap((l): CellMend[] => {
      const cell = cellOf(l);
      return cell && l.problem?.mend !== undefined ? [{ ...cell, text: l.problem.mend }] : [];
    });
    if (cells.length > 0) await mendCells(session, table, cells, 'proposal');
  }
}

/** Leaves the rows of these lines out. */
export async function exclude(session: Session, lines: readonly Line[], reason: string): Promise<void> {
  for (const [table, own] of byTable(lines)) {
    const rows = [...new Set(own.flatMap((l) => l.place.row ?? []))].sort((a, b) => a - b);
    if (rows.length > 0) await sayAfter(session, () => session.pipeline.excludeRows(table, rows, reason));
  }
}

/** A cell of a row as it counts: mended where it was. */
export const textAt = (row: SourceRow, column: number): string =>
  row.mended.find((m) => m.column === column)?.text ?? row.cells[column] ?? '';

/** Gives a blank cell and the blank ones next to it in its column the value of the row above them. @returns false where that is blank too. */
export async function fillDown(session: Session, line: Line, lines: readonly Line[]): Promise<boolean> {
  const cell = cellOf(line);
  const rows = blankRun(line, lines);
  const above = dataAbove(line, rows[0] ?? 0, lines);
  if (!cell || above < 1) return false;
  const [source] = await session.pipeline.sourceRows(line.table.seq, [above]);
  const text = source ? textAt(source, cell.column).trim() : '';
  if (text === '') return false;
  const cells = rows.map((row) => ({ row, column: cell.column, text }));
  await mendCells(session, line.table.seq, cells, 'fillDown');
  return true;
}
