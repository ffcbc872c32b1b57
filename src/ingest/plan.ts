/** From a layout to a proposal: columns, period, sender, and the questions left. Used for what was seen and for answers. */
import { unitColumn, type ColumnDef, type LedgerDef } from '../model/ledger';
import type { Question, Reading, TableProposal } from '../model/table';
import { planColumns, type ColumnPlan } from './columns';
import { readAbove } from './fragments';
import type { Layout } from './layout';
import { startOfTable, titlesOf, type Seen } from './seen';
import { periodOfTable } from './table-period';
import { isTotalWord } from './words';

export type Plan = Pick<TableProposal, 'reading' | 'questions' | 'problems' | 'remembered'>;

/**
 * Plans the reading of a table laid out so.
 * @param plan what its columns are, where that is known already.
 */
export function planTable(layout: Layout, seen: Seen, plan: ColumnPlan = planColumns(layout, seen)): Plan {
  const { ledger, first, count } = layout;
  const above = readAbove(titlesOf(seen, first));
  const body = seen.records.slice(first + count);
  const choice = periodOfTable(ledger, plan.columns, above, body, seen);
  const reading: Reading = {
    ledger: ledger.id,
    dialect: seen.dialect,
    ...(seen.area ? { area: seen.area } : {}),
    ...(seen.transposed ? { transposed: true } : {}),
    header: { first: first + startOfTable(seen), count },
    columns: plan.columns,
    period: choice.period,
    rowPeriods: choice.rowPeriods,
    sender: seen.sender ?? (above.sender || (seen.complete ? onlyUnit(ledger, plan.columns, body) : '')),
    ownExport: seen.ownExport,
  };
  const questions: Question[] = [...plan.questions, ...(choice.question ? [choice.question] : [])];
  return { reading, questions, problems: plan.problems };
}

/** The unit all rows name; '' when they name several. */
function onlyUnit(ledger: LedgerDef, columns: Reading['columns'], body: readonly (readonly string[])[]): string {
  const unit = unitColumn(ledger);
  const index = unit && columns.find((c) => c.column === unit.id)?.index;
  if (index === undefined) return '';
  const names = new Set(body.map((r) => (r[index] ?? '').trim()).filter((n) => n !== '' && !/[:：]/.test(n) && !isTotalWord(n)));
  return names.size === 1 ? ([...names][0] as string) : '';
}

/** Required columns that the file lacks and no open question proposes. A unit may be told by 填报单位 instead. */
export function missingColumns(ledger: LedgerDef, reading: Reading, questions: readonly Question[]): ColumnDef[] {
  const proposed = questions.flatMap((q) => (q.ask === 'column' ? q.candidates : []));
  return ledger.columns.filter(
    (c) =>
      c.required &&
      !reading.columns.some((m) => m.column === c.id) &&
      !proposed.includes(c.id) &&
      !(c.type === 'unit' && reading.sender !== ''),
  );
}
