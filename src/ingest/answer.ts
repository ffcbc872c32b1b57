/**
 * The user's answers: each changes one thing of a proposal, whether it was asked or not. Pure; what it needs of the
 * file is the proposal's preview.
 */
import { LEDGERS } from '../ledgers';
import type { LedgerDef } from '../model/ledger';
import type { Answer, ColumnMapping, Question, Reading, TableProposal } from '../model/table';
import * as fault from './faults';
import { missingColumns } from './plan';
import { withColumnOf, withLedger, withMap } from './replan';
import { mayBeClean } from './scan';

/**
 * The proposal after an answer. The answered question is gone; another ledger or column may bring new ones. Where
 * required columns are still without a column of the file, a `file.columnMissing` stands among the problems.
 */
export function answer(proposal: TableProposal, a: Answer, ledgers: readonly LedgerDef[] = LEDGERS): TableProposal {
  const ledger = ledgers.find((l) => l.id === ('ledger' in a ? a.ledger : proposal.reading.ledger));
  if (!ledger) return proposal;
  const changed = answered(proposal, a, ledger);
  const { reading, questions } = changed;
  const problems = changed.problems.filter((p) => p.code !== 'file.columnMissing');
  // As long as it is open which table it is, nothing is missing from it.
  const missing = questions.some((q) => q.ask === 'map') ? [] : missingColumns(ledger, reading, questions);
  const row = reading.header.first + Math.max(1, reading.header.count);
  if (missing.length > 0) problems.push(fault.file.columnSought('error', { file: proposal.file, row }, ledger, missing));
  return { ...changed, problems, clean: proposal.clean && mayBeClean(reading) };
}

function answered(proposal: TableProposal, a: Answer, ledger: LedgerDef): TableProposal {
  const { reading } = proposal;
  const questions = proposal.questions.filter((q) => !isAnsweredBy(q, a));
  const withReading = (change: Partial<Reading>): TableProposal => ({
    ...proposal,
    questions,
    reading: { ...reading, ...change },
  });
  const withColumn = (index: number, change: (c: ColumnMapping) => ColumnMapping): TableProposal =>
    withReading({ columns: reading.columns.map((c) => (c.index === index ? change(c) : c)) });
  switch (a.ask) {
    case 'ledger':
      return withLedger(proposal, ledger);
    case 'map':
      return withMap(proposal, a, ledger);
    case 'column':
      return withColumnOf({ ...proposal, questions }, a, ledger);
    case 'period':
      return withReading({ period: a.period, rowPeriods: a.rowPeriods });
    case 'share':
      return withColumn(a.index, (c) => ({ ...c, shareAs: a.shareAs }));
    case 'scale':
      return withColumn(a.index, ({ scale: _, ...c }) => (a.scale === 1 ? c : { ...c, scale: a.scale }));
    case 'words': {
      const { words: _, ...rest } = reading;
      return { ...proposal, questions, reading: Object.keys(a.words).length === 0 ? rest : { ...rest, words: a.words } };
    }
    case 'sender':
      return withReading({ sender: a.sender });
    case 'persons':
      // To mask is to put another source in this one's place, which is done outside; the finding says that it is due.
      return a.take === 'keep' ? { ...withReading({ personsKept: true }), persons: null } : withReading({});
  }
}

/** Whether an answer settles a question: of its kind, and of its column where it is about one. */
const isAnsweredBy = (q: Question, a: Answer): boolean =>
  q.ask === a.ask && ('index' in q && 'index' in a ? q.index === a.index : true);
