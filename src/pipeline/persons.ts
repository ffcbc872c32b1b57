/** Keeps persons out: what waits is looked through to its end, and masked where the user says so, before anything is kept. */
import { SEEN_WHOLE } from '../ingest/seen-whole';
import { isSheet, type PersonsFound, type Reading, type SourceInfo, type TableProposal } from '../model/table';
import type { Arrival } from './arrival';
import type { IngestPort } from './ingest-port';

/** Looks through large files to their end; where persons are found, the table asks about them. */
export async function searchAll(ingest: IngestPort, arrivals: readonly Arrival[]): Promise<void> {
  for (const a of arrivals) {
    if (!isUnsearched(a)) continue;
    noteFound(a, await ingest.persons(a.blob, a.table.reading));
  }
}

/** Notes what was found of persons in all of a table. */
export function noteFound(a: Arrival, found: PersonsFound | null): void {
  if (found && isUnsearched(a))
    a.table = { ...a.table, persons: found, questions: [...withoutPersons(a.table), { ask: 'persons', found }] };
  a.searched = true;
}

const isUnsearched = (a: Arrival): a is Arrival & { table: TableProposal } =>
  !a.searched && a.table !== null && a.blob.size > SEEN_WHOLE && !a.table.reading.personsKept;

/**
 * Puts masked copies in the place of what the tables of one source are read from: of a text one copy for all its
 * tables, masked as each of them calls for; of a workbook one for each sheet.
 */
export async function maskAll(ingest: IngestPort, arrivals: readonly Arrival[]): Promise<void> {
  const byForm = new Map<string | undefined, Arrival[]>();
  for (const a of arrivals) {
    if (!a.table) continue;
    const sheet = sheetOf(a.table.reading);
    byForm.set(sheet, [...(byForm.get(sheet) ?? []), a]);
  }
  for (const [sheet, group] of byForm) {
    const { source } = group[0] as Arrival;
    let copy: { blob: Blob; dialect?: Reading['dialect'] } = { blob: (group[0] as Arrival).blob };
    for (const { table } of group)
      if (table) copy = await ingest.masked(copy.blob, { ...table.reading, dialect: copy.dialect ?? table.reading.dialect });
    const kept: SourceInfo = {
      hash: await ingest.hash(copy.blob),
      name: source.name,
      size: copy.blob.size,
      maskedFrom: source.maskedFrom ?? source.hash,
      ...(sheet === undefined ? {} : { sheet }),
    };
    for (const a of group) if (a.table) Object.assign(a, { ...asMasked(a.table, copy.dialect), blob: copy.blob, source: kept });
  }
}

const sheetOf = ({ dialect }: Reading): string | undefined => (isSheet(dialect) ? dialect.sheet : undefined);

/** What becomes of a table that is read from a masked copy: its records keep their numbers. */
const asMasked = (table: TableProposal, dialect = table.reading.dialect): Pick<Arrival, 'table' | 'searched'> => ({
  table: { ...table, reading: { ...table.reading, dialect }, questions: withoutPersons(table), clean: false, persons: null },
  searched: true,
});

const withoutPersons = ({ questions }: TableProposal) => questions.filter((q) => q.ask !== 'persons');
