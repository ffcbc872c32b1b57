/** The container of a workbook: its parts by name, each unpacked piece by piece so that no part need be held whole. */
import { Inflate } from 'fflate';
import { damaged, WorkbookFault } from './fault';

export interface Entry {
  readonly method: number;
  /** Bytes packed. */
  readonly packed: number;
  /** Offset of its local header. */
  readonly at: number;
  readonly encrypted: boolean;
}

/** 512 MB. */
const LARGEST_PART = 512 * 2 ** 20;
/** Packed bytes at a time: what they unpack to, a thousand times as much at worst, is what is held. */
const PIECE = 16 * 1024;
const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const WIDE_LOCATOR = 0x07064b50;
const LARGEST_DIRECTORY = 16 * 2 ** 20;

async function viewOf(blob: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await blob.slice(Math.max(0, from), to).arrayBuffer());
}

/** Where the directory is, by the record at the very end; for zips of 4 GB and more by its wide twin. */
async function directoryAt(blob: Blob): Promise<{ at: number; size: number }> {
  const start = Math.max(0, blob.size - 66_000);
  const end = await viewOf(blob, start, blob.size);
  for (let i = end.byteLength - 22; i >= 0; i--) {
    if (end.getUint32(i, true) !== DIRECTORY_END) continue;
    const [size, at] = [end.getUint32(i + 12, true), end.getUint32(i + 16, true)];
    if (at !== 0xffffffff) return { at, size };
    if (i < 20 || end.getUint32(i - 20, true) !== WIDE_LOCATOR) break;
    const wide = await viewOf(blob, Number(end.getBigUint64(i - 12, true)), blob.size);
    if (wide.byteLength < 56) break;
    return { at: Number(wide.getBigUint64(48, true)), size: Number(wide.getBigUint64(40, true)) };
  }
  throw damaged('the list of its parts is missing');
}

/** The parts by name, lower case, without a leading slash. Rejects with WorkbookFault `damaged`. */
export async function entriesOf(blob: Blob): Promise<Map<string, Entry>> {
  const { at, size } = await directoryAt(blob);
  if (size > LARGEST_DIRECTORY || at + size > blob.size) throw damaged('the list of its parts is cut off');
  const view = await viewOf(blob, at, at + size);
  const entries = new Map<string, Entry>();
  for (let i = 0; i + 46 <= view.byteLength && view.getUint32(i, true) === DIRECTORY_ENTRY;) {
    const [name, extra, comment] = [view.getUint16(i + 28, true), view.getUint16(i + 30, true), view.getUint16(i + 32, true)];
    if (i + 46 + name + extra > view.byteLength) break;
    const wide = wideFields(view, i + 46 + name, extra, view.getUint32(i + 24, true) === 0xffffffff);
    const packed = view.getUint32(i + 20, true);
    const offset = view.getUint32(i + 42, true);
    const path = new TextDecoder().decode(new Uint8Array(view.buffer, i + 46, name));
    entries.set(path.replaceAll('\\', '/').replace(/^\//, '').toLowerCase(), {
      method: view.getUint16(i + 10, true),
      packed: packed === 0xffffffff ? wide() : packed,
      at: offset === 0xffffffff ? wide() : offset,
      encrypted: (view.getUint16(i + 8, true) & 1) === 1,
    });
    i += 46 + name + extra + comment;
  }
  return entries;
}

/** The fields of 8 bytes that stand in the extra field for those that did not fit, in their order. */
function wideFields(view: DataView, at: number, size: number, unpackedFirst: boolean): () => number {
  for (let i = at; i + 4 <= at + size; i += 4 + view.getUint16(i + 2, true)) {
    if (view.getUint16(i, true) !== 1) continue;
    let next = i + 4 + (unpackedFirst ? 8 : 0);
    return () => {
      if (next + 8 > at + size) throw damaged('the list of its parts is cut off');
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    };
  }
  return () => {
    throw damaged('the list of its parts is cut off');
  };
}

/**
 * A part's bytes, unpacked, and how far in the zip each piece ends. Rejects with WorkbookFault, and with AbortError when
 * the signal fires. @param most bytes that it may unpack to.
 */
export async function* unpack(
  blob: Blob,
  entry: Entry,
  name: string,
  signal?: AbortSignal,
  most = LARGEST_PART,
): AsyncGenerator<{ bytes: Uint8Array; done: number }, void, void> {
  if (entry.encrypted) throw new WorkbookFault('encrypted', name);
  const header = await viewOf(blob, entry.at, entry.at + 30);
  if (header.byteLength < 30 || header.getUint32(0, true) !== LOCAL_HEADER) throw damaged(name);
  const start = entry.at + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  const end = start + entry.packed;
  if (end > blob.size || (entry.method !== 0 && entry.method !== 8)) throw damaged(name);
  let out: Uint8Array[] = [];
  const inflate = new Inflate((piece) => void out.push(piece));
  let left = most;
  for (let at = start; at < end; at += PIECE) {
    signal?.throwIfAborted();
    const packed = new Uint8Array(await blob.slice(at, Math.min(end, at + PIECE)).arrayBuffer());
    try {
      if (entry.method === 0) out.push(packed);
      else inflate.push(packed, at + PIECE >= end);
    } catch {
      throw damaged(name);
    }
    for (const piece of out) {
      left -= piece.length;
      if (left < 0) throw new WorkbookFault('tooLarge', name);
      if (piece.length > 0) yield { bytes: piece, done: Math.min(end, at + PIECE) };
    }
    out = [];
  }
}
