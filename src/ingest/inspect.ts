/**
 * Looks at a source and says what it is and how it would be read: bytes → text → dialect → layout → columns and
 * period. A file up to 4 MB is read whole; of a larger one only its two ends, so that looking costs the same for any
 * size.
 */
import { LEDGERS } from '../ledgers';
import type { LedgerDef } from '../model/ledger';
import type { Problem } from '../model/problem';
import type { Dialect, Encoding, Inspection, InspectOptions, SourceInfo } from '../model/table';
import { byteOrderMark, decodeStrict, firstUndecodable, lineCut } from './decode';
import { dialectOf } from './dialect';
import * as fault from './faults';
import { headersAt, isOrdinal } from './headers';
import { isPlausible, layoutsOf, rivals, type Layout } from './layout';
import { ownExportLayout } from './own-export';
import { missingColumns, planTable } from './plan';
import { mayBeClean, scan } from './scan';
import { secrecyMark } from './secrecy';
import { contentOf } from './sniff';
import { Tokeniser } from './tokenise';
import { isMostlyTrivial } from './trivial';

/** Files up to this size are read whole. */
const WHOLE_BYTES = 4 << 20;
const END_BYTES = 256 * 1024;
const PREVIEW_RECORDS = 40;

interface Text extends Pick<Dialect, 'encoding' | 'bom'> {
  /** The beginning, cut at a line end unless it is all. */
  readonly head: string;
  /** Some lines of the end of a large file; '' when `head` is all. */
  readonly tail: string;
}

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
  void options;
  const no = (problem: Problem): Inspection => ({ ok: false, source, problem });
  const file = source.name;
  const whole = blob.size <= WHOLE_BYTES;
  const head = await bytesOf(blob, 0, whole ? blob.size : END_BYTES);
  const tail = whole ? new Uint8Array(0) : await bytesOf(blob, blob.size - END_BYTES, blob.size);

  const content = contentOf(head, tail);
  if (content === 'empty') return no(fault.file.empty(file));
  if (content === 'binary') return no(fault.file.binary(file));
  if (content !== 'text') return no(fault.file.workbook(file, content));

  const text = decode(head, tail, blob.size - tail.length, file);
  if ('code' in text) return no(text);
  const mark = secrecyMark(text.head) ?? secrecyMark(text.tail) ?? secrecyMark(file);
  if (mark !== null) return no(fault.file.classified({ file, ...rowOf(text.head, mark) }, mark));

  const dialect: Dialect = { encoding: text.encoding, bom: text.bom, ...dialectOf(text.head) };
  const records = [...new Tokeniser(dialect).push(text.head, whole), ...new Tokeniser(dialect).push(text.tail, true)];
  const own = ownExportLayout(records, ledgers);
  const layouts = own ? [own] : layoutsOf(records, ledgers, clue(records, file));
  const layout = layouts.find(isPlausible);
  if (!layout) return no(unknown(records, layouts, file));

  const { first, count, ledger } = layout;
  if (!records.slice(first + count).some((r) => r.some((c) => c.trim() !== ''))) return no(fault.file.noRows(file, ledger.id));
  const plan = planTable(layout, { file, records, complete: whole, dialect, ownExport: own !== null });
  const candidates = own ? [] : rivals(layouts);
  const missing = missingColumns(ledger, plan.reading, plan.questions);
  if (missing.length > 0 && candidates.length < 2)
    return no(fault.file.columnMissing({ file, row: first + count }, ledger, missing));

  const body = records.slice(first + count, first + count + 500);
  const maybe = mayBeClean(plan.reading) && isMostlyTrivial(ledger, plan.reading, body);
  const clean = maybe && (!whole || (await scan(blob, undefined, undefined, plan.reading)).clean);
  const questions = candidates.length > 1 ? [{ ask: 'ledger' as const, candidates }, ...plan.questions] : plan.questions;
  const table = { ...plan, file, questions, clean, preview: records.slice(0, PREVIEW_RECORDS), persons: null };
  return { ok: true, source, tables: [table], rest: [] };
}

const bytesOf = async (blob: Blob, from: number, to: number): Promise<Uint8Array> =>
  new Uint8Array(await blob.slice(from, to).arrayBuffer());

/** Decodes both ends by one encoding, or names the byte that stands against the likeliest. */
function decode(head: Uint8Array, tail: Uint8Array, tailAt: number, file: string): Text | Problem {
  const mark = byteOrderMark(head);
  const bom = mark?.bom ?? 0;
  const open = tail.length > 0;
  let farthest = { encoding: 'utf-8' as Encoding, at: -1 };
  for (const encoding of mark ? [mark.encoding] : (['utf-8', 'gb18030'] as const)) {
    const first = head.subarray(bom, open ? lineCut(head, encoding) || head.length : head.length);
    // The first line of the end is probably cut in two.
    const start = open ? tail.subarray(0, 64 * 1024).indexOf(0x0a) + 1 : 0;
    const last = encoding === 'utf-16le' || encoding === 'utf-16be' ? new Uint8Array(0) : tail.subarray(start);
    const [a, b] = [decodeStrict(first, encoding, open), decodeStrict(last, encoding)];
    if (a !== null && b !== null) return { encoding, bom, head: a, tail: b };
    const at = a === null ? bom + firstUndecodable(first, encoding) : tailAt + start + firstUndecodable(last, encoding);
    if (at > farthest.at) farthest = { encoding, at };
  }
  const { encoding, at } = farthest;
  const byte = (at < head.length ? head[at] : tail[at - tailAt])?.toString(16).padStart(2, '0') ?? '';
  // Line ends before the byte count the rows, where all of them were seen.
  const row = at < head.length ? { row: head.subarray(0, at).reduce((n, b) => n + (b === 0x0a ? 1 : 0), 1) } : {};
  return fault.file.undecodable({ file, ...row }, { offset: at, byte, encoding });
}

/** The line of a text's first secrecy mark. */
function rowOf(text: string, mark: string): { row?: number } {
  const at = text.indexOf(mark);
  return at < 0 ? {} : { row: text.slice(0, at).split('\n').length };
}

/** What may name the ledger outside its columns: records of a single cell before the table, and the file's name. */
function clue(records: readonly (readonly string[])[], file: string): string {
  const titles = records.slice(0, 5).map((r) => r.filter((c) => c.trim() !== ''));
  return [...titles.flatMap((t) => (t.length === 1 ? t : [])), file].join('|');
}

/** What was found instead of a known table: the header words of the likeliest header. */
function unknown(records: readonly (readonly string[])[], layouts: readonly Layout[], file: string): Problem {
  const words = (r: readonly string[]) => r.filter((c) => c.trim() !== '' && !/^[\d.,%-]+$/.test(c.trim())).length;
  const first = records.slice(0, 25).reduce((best, r, i, all) => (words(r) > words(all[best] ?? []) ? i : best), 0);
  if (words(records[first] ?? []) < 2 && layouts.length === 0) return fault.file.noHeader(file);
  const headers = layouts[0]?.headers ?? headersAt(records, first, 1);
  const named = headers.map((h) => h.text).filter((t) => t !== '' && !isOrdinal(t));
  return fault.file.unknownTable(
    { file, row: (layouts[0]?.first ?? first) + 1 },
    named.slice(0, 12),
    layouts.slice(0, 3).map((l) => l.ledger.id),
  );
}
