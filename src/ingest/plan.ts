/** From a layout to a proposal: columns, period, sender, and the questions left. Used for what was seen and for answers. */
import { unitColumn, type ColumnDef, type LedgerDef } from '../model/ledger';
import { asOf, type Period } from '../model/period';
import type { Form, Question, Reading, TableProposal } from '../model/table';
import { planColumns } from './columns';
import { readAbove } from './fragments';
import type { Layout } from './layout';
import { periodBefore, periodIn, periodsIn } from './period';
import { choosePeriod, type Stated } from './period-choice';
import { periodText } from './row-period';
import { isTotalWord } from './words';

export interface Seen {
  readonly file: string;
  readonly records: readonly (readonly string[])[];
  /** Whether these are all records of the file. */
  readonly complete: boolean;
  readonly dialect: Form;
  readonly ownExport: boolean;
  /** What the table as a whole claims, where it is known already; else it is read from the title and the file name. */
  readonly stated?: readonly Stated[];
  readonly sender?: string;
}

/** Plans the reading of a table laid out so. */
export function planTable(layout: Layout, seen: Seen): Pick<TableProposal, 'reading' | 'questions' | 'problems'> {
  const { ledger, first, count } = layout;
  const above = readAbove(seen.records.slice(0, first));
  const body = seen.records.slice(first + count);
  const plan = planColumns(layout, body, above.units, seen.file, seen.ownExport);
  const own = plan.columns.filter((c) => ledger.columns.some((d) => d.id === c.column && d.type === 'period'));

  const years = [...above.titles, seen.file].flatMap((t) => /(?:19|20)\d{2}(?=年|$|\D)/.exec(t.normalize('NFKC'))?.[0] ?? []);
  const stated =
    seen.stated ?? statedIn(above.titles, seen.ownExport ? '' : seen.file, ledger, above.filledOn, Number(years[0]) || undefined);
  const contextYear = Number(stated[0]?.period.slice(0, 4) ?? years[0] ?? above.filledOn?.slice(0, 4)) || undefined;

  const named = new Map<Period, number>();
  let unnamed = 0;
  let partial = false;
  for (const record of own.length > 0 ? body : []) {
    if (record.every((c) => c.trim() === '') || record.some((c) => isTotalWord(c.trim()))) continue;
    const text = periodText(record, own);
    const period = text === '' ? null : periodIn(text, contextYear, ledger.frequency);
    if (period) named.set(period, (named.get(period) ?? 0) + 1);
    else if (text === '') unnamed += 1;
    if (period && periodIn(text) === null) partial = true;
  }

  const timeless = ledger.rowPer === 'roster';
  const choice = timeless
    ? ({ period: null, rowPeriods: 'own' } as const)
    : choosePeriod({
        frequency: ledger.frequency,
        stated,
        named,
        unnamed,
        partial,
        complete: seen.complete,
        likely: above.filledOn === null ? null : periodBefore(above.filledOn, ledger.frequency),
      });
  const reading: Reading = {
    ledger: ledger.id,
    dialect: seen.dialect,
    header: { first, count },
    columns: plan.columns,
    period: choice.period,
    rowPeriods: choice.rowPeriods,
    sender: above.sender || (seen.sender ?? (seen.complete ? onlyUnit(ledger, plan.columns, body) : '')),
    ownExport: seen.ownExport,
  };
  const questions: Question[] = [...plan.questions, ...('question' in choice && choice.question ? [choice.question] : [])];
  return { reading, questions, problems: plan.problems };
}

/** The periods that title and file name claim. A text that names several claims none. */
function statedIn(
  titles: readonly string[],
  file: string,
  { frequency }: LedgerDef,
  filledOn: string | null,
  year: number | undefined,
): Stated[] {
  const claim = (text: string, from: Stated['from']): Stated[] => {
    const found = periodsIn(text, year, frequency);
    if (found.length > 0) return found.length === 1 ? [{ period: found[0] as Period, from }] : [];
    // 第三季度 without any year: the latest that was over when the table was filled in
    if (year !== undefined || filledOn === null) return [];
    const now = Number(filledOn.slice(0, 4));
    const over = [now, now - 1].flatMap((y) => periodsIn(text, y, frequency)).filter((p) => asOf(p) <= filledOn);
    return over[0] ? [{ period: over[0], from }] : [];
  };
  return [...titles.flatMap((t) => claim(t, 'title')), ...claim(file.replace(/\.[a-z0-9]+$/i, ''), 'fileName')];
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
