/** An accepted table as a proposal again, so that one thing of its reading can be answered otherwise. */
import type { TableProposal } from '../model/table';
import type { AcceptedTable } from '../workspace/replay';
import type { IngestPort } from './ingest-port';

/** Records looked at, as for a table that has just come. */
const PREVIEW_RECORDS = 40;

/** The table's reading with its first records. Whether the engine may read a large one itself is left to the scan. */
export async function proposalOf({ source, reading }: AcceptedTable, blob: Blob, ingest: IngestPort): Promise<TableProposal> {
  const { area, transposed } = reading;
  const first = transposed ? 1 : (area?.first ?? 0) + 1;
  const last = transposed || !area ? Infinity : area.last + 1;
  const numbers = Array.from({ length: PREVIEW_RECORDS }, (_, i) => first + i).filter((n) => n <= last);
  const records = await ingest.verbatim(blob, reading, numbers);
  const preview = numbers.flatMap((n) => [records.get(n) ?? []].filter((r) => r.length > 0));
  return { file: source.name, reading, questions: [], clean: true, problems: [], preview, persons: null };
}
