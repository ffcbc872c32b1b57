/**
 * Looks at a source and says what it is and how it would be read: bytes → text or sheets → records → tables, each with
 * its columns and period. A text up to 4 MB is read whole; of a larger one only its two ends, so that looking costs the
 * same for any size. A workbook is read whole.
 */
import { LEDGERS } from '../ledgers';
import type { LedgerDef } from '../model/ledger';
import type { Problem } from '../model/problem';
import type { Dialect, Inspection, InspectOptions, SourceInfo, TableProposal } from '../model/table';
import { undecodable } from './decode';
import { dialectOf } from './dialect';
import * as fault from './faults';
import { inspectWorkbook } from './inspect-workbook';
import { personsElsewhere } from './persons-elsewhere';
import { SEEN_WHOLE } from './seen-whole';
import { proposeTables } from './propose';
import { mayBeClean, scan } from './scan';
import { secrecyMark } from './secrecy';
import { contentOf } from './sniff';
import { rowAt, textOf, type SourceText } from './source-text';
import { Tokeniser } from './tokenise';
import { isMostlyTrivial } from './trivial';

const END_BYTES = 256 * 1024;

/**
 * Recognises a file. Never rejects for what a file holds.
 *
 * `clean` in the proposal: of a file read whole, whether the byte scan proved it regular; of a larger one, only that
 * nothing seen speaks against it: whoever loads it runs `scan` first.
 */
export async function inspect(
  blob: Blob,
  source: SourceInfo,
  options: InspectOptions = {},
  ledgers: readonly LedgerDef[] = LEDGERS,
): Promise<Inspection> {
  const no = (problem: Problem): Inspection => ({ ok: false, source, problem });
  const file = source.name;
  const whole = blob.size <= SEEN_WHOLE;
  const head = await bytesOf(blob, 0, whole ? blob.size : END_BYTES);
  const tail = whole ? new Uint8Array(0) : await bytesOf(blob, blob.size - END_BYTES, blob.size);

  const content = contentOf(head, tail, file);
  if (content === 'empty') return no(fault.file.empty(file));
  if (content === 'binary') return no(fault.file.binary(file));
  if (content === 'zip') return await inspectWorkbook(blob, source, options, ledgers);
  if (content !== 'text') return no(fault.file.workbook(file, content));

  const text = textOf({ head, tail, size: blob.size }, file, options.dialect?.encoding);
  if ('code' in text) return no(text);
  const mark = secrecyMark(text.head) ?? secrecyMark(text.tail) ?? secrecyMark(file);
  if (mark !== null) return no(fault.file.classified({ file, ...rowOf(text.head, mark) }, mark));

  const dialect: Dialect = { encoding: text.encoding, bom: text.bom, ...dialectOf(text.head, options.dialect) };
  const records = [...new Tokeniser(dialect).push(text.head, whole), ...new Tokeniser(dialect).push(text.tail, true)];
  const remembered = options.remembered ?? [];
  const found = proposeTables({ file, form: dialect, records, complete: whole, ledgers, remembered });
  const { rest, faults, left } = found;
  const tables = await Promise.all(
    [...found.tables, ...found.unknown].map(async (t) => ({ ...t, clean: await isClean(t, records, blob, whole, ledgers) })),
  );
  const [why] = faults;
  if (tables.length === 0) return no(why ?? fault.file.noHeader(file));
  const damage = text.damaged ? damagedHeader(tables, records, text, head, file) : null;
  if (damage) return no(damage);
  return { ok: true, source, tables: personsElsewhere(tables, [left]), rest };
}

const bytesOf = async (blob: Blob, from: number, to: number): Promise<Uint8Array> =>
  new Uint8Array(await blob.slice(from, to).arrayBuffer());

/** The line of a text's first secrecy mark. */
function rowOf(text: string, mark: string): { row?: number } {
  const at = text.indexOf(mark);
  return at < 0 ? {} : { row: text.slice(0, at).split('\n').length };
}

async function isClean(
  { reading }: TableProposal,
  records: readonly (readonly string[])[],
  blob: Blob,
  whole: boolean,
  ledgers: readonly LedgerDef[],
): Promise<boolean> {
  const ledger = ledgers.find((l) => l.id === reading.ledger);
  if (!ledger || !mayBeClean(reading)) return false;
  const { first, count } = reading.header;
  if (!isMostlyTrivial(ledger, reading, records.slice(first + count, first + count + 500))) return false;
  return !whole || (await scan(blob, reading)).clean;
}

/** Damage in a header or above it costs the file: what its columns are is not known then. Below, it costs its row. */
function damagedHeader(
  tables: readonly TableProposal[],
  records: readonly (readonly string[])[],
  { encoding, bom }: SourceText,
  head: Uint8Array,
  file: string,
): Problem | null {
  const bad = tables.some(({ reading: { area, header, transposed } }) =>
    records
      .slice(area?.first ?? 0, transposed ? (area?.last ?? records.length) + 1 : header.first + header.count)
      .some((r) => r.some((c) => c.includes('\ufffd'))),
  );
  if (!bad) return null;
  const [at = 0] = undecodable(head.subarray(bom), encoding, 1).map((n) => n + bom);
  const byte = (head[at] ?? 0).toString(16).padStart(2, '0');
  return fault.file.undecodable({ file, ...rowAt(head, at) }, { offset: at, byte, encoding });
}
