/** What ends the records of a text, told from its first bytes: the page asks before the scan has begun, and the scan checks it. */
import type { LineEnd } from './scanner';

const SEEN = 1 << 16;
const LF = 0x0a;
const CR = 0x0d;

/**
 * What ends the first record; 'none' where nothing within the first bytes does. In a text that the scan finds clean a
 * CR stands nowhere but before the LF that ends a record, while an LF may also stand in a quoted cell: so the CR decides.
 */
export async function firstLineEnd(blob: Blob): Promise<LineEnd> {
  const bytes = new Uint8Array(await blob.slice(0, SEEN).arrayBuffer());
  return bytes.includes(CR) ? 'crlf' : bytes.includes(LF) ? 'lf' : 'none';
}
