/** What is written down of a table that has nothing left to ask. */
import type { EntryBody } from '../workspace/journal';
import type { Workspace } from '../workspace/replay';
import type { Settled } from './arrival';
import { today } from './clock';
import type { IngestPort } from './ingest-port';
import { receivedOn } from './received';
import type { Shelf } from './shelf';

/** The steps, in one transaction: the table itself first, then what is to be remembered of how the user had it read. */
export async function acceptanceOf(
  { source, table, rows, mode, rereads, taught }: Settled,
  workspace: Workspace,
  shelf: Shelf,
  ingest: IngestPort,
): Promise<EntryBody[]> {
  const { reading } = table;
  const memory = taught ? await ingest.remembered(reading) : null;
  const remembered: EntryBody[] = memory ? [{ kind: 'mapping.remembered', ...memory }] : [];
  if (rereads) return [{ kind: 'table.reread', table: rereads.seq, reading }, ...remembered];
  const periods = rows.coverage.map((c) => c.period);
  const received = receivedOn(periods, today());
  const ids = reading.ledger === 'roster' ? await shelf.idsOf(rows, workspace) : undefined;
  const own = { ...(ids ? { ids } : {}), ...(received ? { received } : {}) };
  return [{ kind: 'table.accepted', source, reading, mode, ...own }, ...remembered];
}
