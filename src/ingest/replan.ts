/** Answers about what a table and its columns are: it is planned anew from the proposal's preview, and what was settled of the rest stays. */
import { unitColumn, type LedgerDef } from '../model/ledger';
import type { Answer, ColumnMapping, Reading, TableProposal } from '../model/table';
import { chosenColumns, mapColumn } from './columns';
import * as fault from './faults';
import { readAbove } from './fragments';
import { headersAt, headersWithout } from './headers';
import { fit, layoutsOf } from './layout';
import { planTable, type Plan } from './plan';
import { PREVIEW_RECORDS, startOfTable, type Seen } from './seen';

/**
 * What the proposal tells of its table. A period that was settled stays; one still asked for is looked for again, since
 * a candidate is no answer.
 */
function seenIn({ file, reading, preview, questions }: TableProposal): Seen {
  const { period } = reading;
  const stated = period !== null && !questions.some((q) => q.ask === 'period') ? [{ period, from: 'title' as const }] : undefined;
  return {
    file,
    records: preview,
    complete: preview.length < PREVIEW_RECORDS,
    dialect: reading.dialect,
    ownExport: reading.ownExport,
    ...(reading.area ? { area: reading.area } : {}),
    ...(reading.transposed ? { transposed: true } : {}),
    ...(stated ? { stated } : {}),
    ...(reading.sender === '' ? {} : { sender: reading.sender }),
  };
}

/** What an answer about the columns leaves as it is. */
const keptOf = ({ words, personsKept }: Reading): Partial<Reading> => ({
  ...(words ? { words } : {}),
  ...(personsKept ? { personsKept } : {}),
});

/** A proposal planned anew: questions about its columns and its period are made again, others stay. */
function replanned(proposal: TableProposal, plan: Plan): TableProposal {
  const { remembered: _, ...rest } = proposal;
  const stay = proposal.questions.filter((q) => q.ask === 'persons');
  const period = periodIn(proposal, plan);
  return {
    ...rest,
    reading: { ...plan.reading, ...period.reading, ...keptOf(proposal.reading) },
    questions: [...plan.questions.filter((q) => q.ask !== 'period'), ...period.questions, ...stay],
    problems: [...proposal.problems.filter((p) => !OF_COLUMNS.has(p.code)), ...plan.problems],
  };
}

/** The period planned anew; of a turned table, whose titles are not in its preview, an open question stays as it was asked. */
function periodIn({ reading, questions }: TableProposal, plan: Plan) {
  const asked = questions.filter((q) => q.ask === 'period');
  const from = reading.transposed && asked.length > 0 ? { reading, questions: asked } : plan;
  const { period, rowPeriods } = from.reading;
  return { reading: { period, rowPeriods }, questions: from.questions.filter((q) => q.ask === 'period') };
}

const OF_COLUMNS: ReadonlySet<string> = new Set([
  'file.columnUnknown',
  'file.columnTwice',
  'file.columnMissing',
  'file.remembered',
]);

/** Another ledger: its columns are looked for by their names. */
export function withLedger(proposal: TableProposal, ledger: LedgerDef): TableProposal {
  const { reading, preview } = proposal;
  const first = reading.header.first - startOfTable(reading);
  const { count } = reading.header;
  const layout = layoutsOf(preview, [ledger], '')[0] ?? fit(ledger, first, count, headersAt(preview, first, count));
  return replanned(proposal, planTable(layout, seenIn(proposal)));
}

/** Every column by hand. */
export function withMap(proposal: TableProposal, a: Extract<Answer, { ask: 'map' }>, ledger: LedgerDef): TableProposal {
  const { reading, preview } = proposal;
  const first = a.header.first - startOfTable(reading);
  const { count } = a.header;
  const headers = count === 0 ? headersWithout(preview.slice(first), a.columns.length) : headersAt(preview, first, count);
  const layout = fit(ledger, first, count, headers);
  const seen = seenIn(proposal);
  // The sender may have been the only name in another column.
  const above = readAbove(preview.slice(0, first)).sender;
  const { sender: _, ...unsent } = seen;
  const plan = planTable(layout, above === '' ? unsent : seen, chosenColumns(ledger, headers, a.columns, seen, layout));
  const sender = plan.reading.sender || reading.sender;
  return replanned(proposal, { ...plan, reading: { ...plan.reading, sender } });
}

/** One column of the file is another of the ledger, or none. */
export function withColumnOf(proposal: TableProposal, a: Extract<Answer, { ask: 'column' }>, ledger: LedgerDef): TableProposal {
  const { reading, preview } = proposal;
  const first = reading.header.first - startOfTable(reading);
  const { count } = reading.header;
  const { units } = readAbove(preview.slice(0, first));
  const column = ledger.columns.find((c) => c.id === a.column);
  const questions = proposal.questions.filter((q) => !(q.ask === 'share' && q.index === a.index));
  const columns = reading.columns.map((c): ColumnMapping => {
    const none = { index: c.index, header: c.header, column: null };
    if (c.index !== a.index) return column && c.column === column.id && column.type !== 'period' ? none : c;
    if (!column) return none;
    const cells = preview.slice(first + count).map((r) => r[c.index] ?? '');
    const { mapping, question } = mapColumn(c.index, c.header, column, cells, units);
    if (question) questions.push(question);
    return mapping;
  });
  const before = reading.columns.find((c) => c.index === a.index);
  const place = {
    file: proposal.file,
    row: reading.header.first + Math.max(1, count),
    column: a.index + 1,
    header: before?.header ?? '',
  };
  const problems = proposal.problems.filter((p) => !(p.code === 'file.columnUnknown' && p.place.column === a.index + 1));
  if (!column) problems.push(fault.file.columnUnknown(place));
  const changed = { ...proposal, questions, problems, reading: { ...reading, columns } };
  const was = ledger.columns.find((c) => c.id === before?.column);
  const tells = [column?.type, was?.type];
  if (!tells.includes('period') && !(tells.includes('unit') && unitColumn(ledger))) return changed;
  // A column of periods or units tells what the table is of and who sent it.
  const layout = fit(ledger, first, count, headersAt(preview, first, count));
  const plan = planTable(layout, seenIn(proposal), { columns, questions: [], problems: [] });
  const period = periodIn(proposal, plan);
  return {
    ...changed,
    reading: {
      ...reading,
      columns,
      ...period.reading,
      sender: plan.reading.sender,
    },
    questions: [...questions.filter((q) => q.ask !== 'period'), ...period.questions],
  };
}
