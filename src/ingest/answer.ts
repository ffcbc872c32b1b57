/** The user's answers: each changes one thing of a proposal. Pure; what it needs of the file is the proposal's preview. */
import { LEDGERS } from '../ledgers';
import type { LedgerDef } from '../model/ledger';
import type { Answer, ColumnMapping, Question, TableProposal } from '../model/table';
import { mapColumn } from './columns';
import * as fault from './faults';
import { readAbove } from './fragments';
import { headersAt } from './headers';
import { fit, layoutsOf } from './layout';
import type { Stated } from './period-choice';
import { missingColumns, planTable } from './plan';
import { mayBeClean } from './scan';

/**
 * The proposal after an answer. The answered question is gone; another ledger or column may bring new ones. Where
 * required columns are still without a column of the file, a `file.columnMissing` stands among the problems.
 */
export function answer(proposal: TableProposal, a: Answer, ledgers: readonly LedgerDef[] = LEDGERS): TableProposal {
  const ledger = ledgers.find((l) => l.id === (a.ask === 'ledger' ? a.ledger : proposal.reading.ledger));
  if (!ledger) return proposal;
  const changed = a.ask === 'ledger' ? withLedger(proposal, ledger) : withAnswer(proposal, a, ledger);
  const missing = missingColumns(ledger, changed.reading, changed.questions);
  const { first, count } = changed.reading.header;
  const problems = changed.problems.filter((p) => p.code !== 'file.columnMissing');
  if (missing.length > 0) problems.push(fault.file.columnMissing({ row: first + count }, ledger, missing));
  return { ...changed, problems, clean: proposal.clean && mayBeClean(changed.reading) };
}

/** Plans the columns anew; what was known of the period and the sender stays. */
function withLedger(proposal: TableProposal, ledger: LedgerDef): TableProposal {
  const { reading, preview, questions } = proposal;
  const { first, count } = reading.header;
  const layout = layoutsOf(preview, [ledger], '')[0] ?? fit(ledger, first, count, headersAt(preview, first, count));
  const asked = questions.find((q) => q.ask === 'period');
  const stated = asked
    ? asked.candidates.flatMap((c): Stated[] => (c.from === 'column' ? [] : [{ period: c.period, from: c.from }]))
    : reading.period
      ? [{ period: reading.period, from: 'title' as const }]
      : [];
  const file = proposal.problems[0]?.place.file ?? '';
  const seen = { file, records: preview, complete: false, dialect: reading.dialect, ownExport: reading.ownExport };
  return { ...proposal, ...planTable(layout, { ...seen, stated, sender: reading.sender }) };
}

function withAnswer(proposal: TableProposal, a: Exclude<Answer, { ask: 'ledger' }>, ledger: LedgerDef): TableProposal {
  const { reading, preview } = proposal;
  const isAnswered = (q: Question) =>
    q.ask === a.ask && (q.ask === 'column' || q.ask === 'share' ? 'index' in a && q.index === a.index : true);
  const questions = proposal.questions.filter((q) => !isAnswered(q));
  switch (a.ask) {
    case 'period':
      return { ...proposal, questions, reading: { ...reading, period: a.period, rowPeriods: a.rowPeriods } };
    case 'share': {
      const columns = reading.columns.map((c) => (c.index === a.index ? { ...c, shareAs: a.shareAs } : c));
      return { ...proposal, questions, reading: { ...reading, columns } };
    }
    case 'map':
    case 'persons':
    case 'scale':
    case 'words':
    case 'sender':
      return proposal;
    case 'column': {
      const { first, count } = reading.header;
      const units = readAbove(preview.slice(0, first)).units;
      const column = ledger.columns.find((c) => c.id === a.column);
      const columns = reading.columns.map((c): ColumnMapping => {
        const none = { index: c.index, header: c.header, column: null };
        if (c.index !== a.index) return column && c.column === column.id && column.type !== 'period' ? none : c;
        if (!column) return none;
        const cells = preview.slice(first + count).map((r) => r[c.index] ?? '');
        const { mapping, question } = mapColumn(c.index, c.header, column, cells, units);
        if (question) questions.push(question);
        return mapping;
      });
      const header = columns.find((c) => c.index === a.index)?.header ?? '';
      const unused = fault.file.columnUnknown({ row: first + count, column: a.index + 1, header });
      return {
        ...proposal,
        questions,
        reading: { ...reading, columns },
        problems: column ? proposal.problems : [...proposal.problems, unused],
      };
    }
  }
}
