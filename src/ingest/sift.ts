/**
 * The clean path's part of ingest: while the engine reads a regular file itself, its rows are sifted here. The odd ones,
 * those with a cell that is not trivial, are read with care, and take the place of what the engine made of them.
 */
import type { LedgerDef } from '../model/ledger';
import { NO_MENDS, type Mends } from '../model/mend';
import { isSheet, type LoadReport, type PersonsFound, type Reading } from '../model/table';
import { ByteColumn, cellsOf, textOf } from './byte-column';
import { DistinctKeys } from './distinct';
import { PERSON } from './hints';
import { Finder, personColumns } from './persons';
import { USUAL_RUN } from './row-width';
import { Doubts } from './read';
import { RowReader } from './rows';
import { scan, type ScanOptions } from './scan';
import type { Irregularity, RecordSink, Scan } from './scanner';
import { trivialColumns } from './trivial';

export interface ScanResult extends Scan {
  /** What became of the rows; absent where the file is not clean. */
  readonly sifted?: Sifted;
}

export interface Sifted {
  /** How many rows were odd. */
  readonly odd: number;
  /** Their numbers, one a line: nothing the engine made of them may stand. */
  readonly rows: Blob;
  /** Canonical CSV of those of them that are accepted. */
  readonly batch: Blob;
  /** Of all rows. */
  readonly report: LoadReport;
  readonly persons: PersonsFound | null;
  /** Whether it is certain that no key is there twice. */
  readonly distinct: boolean;
}

/** Of so many rows at least, half being odd is too many: then all are read with care. */
const JUDGED_ROWS = 10_000;
const PART_CHARS = 1 << 18;

/** Scans a file and sifts its rows. Rejects only with AbortError. @param file its name, for the places of problems. */
export async function sift(
  blob: Blob,
  reading: Reading,
  ledger: LedgerDef,
  file: string,
  mends: Mends = NO_MENDS,
  options: ScanOptions = {},
): Promise<ScanResult> {
  const columns = trivialColumns(ledger, reading);
  if (columns === null) return { clean: false, records: 0, index: [], newline: 'none', because: 'odd' };
  const finder = new Finder(await personColumns(blob, reading, options.signal));
  const sink = new Sift(
    columns.map(({ column, mapping, leads }) => new ByteColumn(column, mapping, reading, leads)),
    reading,
    new RowReader(reading, ledger, file, mends),
    finder,
    new Set([...mends.cells, ...mends.excluded].map((m) => m.row)),
    new Doubts(file, mends),
    new DistinctKeys(ledger, reading),
  );
  const scanned = await scan(blob, reading, options, sink);
  return scanned.clean ? { ...scanned, sifted: sink.sifted(scanned.records) } : scanned;
}

class Sift implements RecordSink {
  readonly codes: ReadonlySet<number>;
  readonly #columns: readonly ByteColumn[];
  readonly #above: number;
  readonly #width: number;
  readonly #reader: RowReader;
  readonly #finder: Finder;
  readonly #touched: ReadonlySet<number>;
  readonly #doubts: Doubts;
  readonly #keys: DistinctKeys;
  readonly #rows = new Lines();
  readonly #lines = new Lines();
  #odd = 0;
  /** The last record, where it was left to the engine: where it begins, or -1. No object and no `set`: this is done for every row. */
  #before = -1;
  #beforeBytes: Uint8Array = new Uint8Array(0);
  readonly #beforeEnds: Int32Array;
  readonly #delimiter: string;
  /** Records of one other width in a row. */
  #run = 0;
  #runWidth = 0;

  constructor(
    columns: readonly ByteColumn[],
    { header, columns: all, dialect }: Reading,
    reader: RowReader,
    finder: Finder,
    touched: ReadonlySet<number>,
    doubts: Doubts,
    keys: DistinctKeys,
  ) {
    this.#columns = columns;
    this.#above = header.first + header.count;
    this.#width = all.length;
    this.#reader = reader;
    this.#finder = finder;
    this.#touched = touched;
    this.#doubts = doubts;
    this.#keys = keys;
    this.codes = finder.columns.codes;
    this.#beforeEnds = new Int32Array(all.length);
    this.#delimiter = isSheet(dialect) ? '\t' : dialect.delimiter;
  }

  take(bytes: Uint8Array, row: number, from: number, ends: Int32Array, hints: number): Irregularity | undefined {
    if (row <= this.#above) return ends.length === this.#width ? undefined : 'ragged';
    const odd = !this.#trivial(bytes, from, ends, hints) || this.#touched.has(row);
    this.#run = 0;
    this.#before = odd ? -1 : from;
    this.#beforeBytes = bytes;
    for (let i = 0; i < ends.length; i++) this.#beforeEnds[i] = ends[i] as number;
    if (this.#odd === 0) this.#keys.add(bytes, from, ends);
    if (!odd && !(hints & PERSON)) return undefined;
    const cells = cellsOf(bytes, from, ends);
    if (hints & PERSON) this.#finder.look(cells, true);
    return odd ? this.#read(row, cells) : undefined;
  }

  misfit(bytes: Uint8Array, row: number, from: number, to: number): Irregularity | undefined {
    if (row <= this.#above) return 'ragged';
    const cells = textOf(bytes, from, to).split(this.#delimiter);
    // So many of one width are how the table was written, which only the careful path looks at.
    const other = cells.length !== this.#width;
    this.#run = !other ? 0 : this.#run > 0 && cells.length === this.#runWidth ? this.#run + 1 : 1;
    this.#runWidth = cells.length;
    if (this.#run === USUAL_RUN) return 'ragged';
    // Of a record cut in two the first part is read with care too.
    const before = this.#before;
    this.#before = -1;
    if (before >= 0 && row - 1 > this.#above) this.#read(row - 1, cellsOf(this.#beforeBytes, before, this.#beforeEnds));
    this.#finder.look(cells, true);
    const accepted = this.#reader.report.accepted;
    const stop = this.#read(row, cells);
    if (this.#reader.report.accepted > accepted && cells.some((c) => c.split('"').length % 2 === 0))
      this.#doubts.quotes(row, cells);
    return stop;
  }

  /** Reads a row with care. */
  #read(row: number, cells: readonly string[]): Irregularity | undefined {
    this.#odd += 1;
    this.#rows.add(`${row}\n`);
    const line = this.#reader.read(row, cells);
    if (line !== null) this.#lines.add(line);
    return row > JUDGED_ROWS && this.#odd * 2 > row ? 'odd' : undefined;
  }

  #trivial(bytes: Uint8Array, from: number, ends: Int32Array, hints: number): boolean {
    for (const column of this.#columns) {
      const { index } = column;
      const start = index === 0 ? from : (ends[index - 1] as number) + 1;
      if (!column.trivial(bytes, start, ends[index] as number, hints)) return false;
    }
    return true;
  }

  sifted(records: number): Sifted {
    const report = this.#doubts.told(this.#reader.report);
    const rows = records - this.#above;
    return {
      odd: this.#odd,
      rows: this.#rows.blob(),
      batch: this.#lines.blob(),
      report: { ...report, rows, accepted: rows - this.#odd + report.accepted },
      persons: this.#finder.found,
      // What care makes of an odd row's key is not in its bytes.
      distinct: this.#odd === 0 && this.#keys.proven,
    };
  }
}

/** Text gathered in blobs, which may lie outside of memory. */
class Lines {
  #parts: Blob[] = [];
  #text = '';

  add(text: string): void {
    this.#text += text;
    if (this.#text.length < PART_CHARS) return;
    this.#parts.push(new Blob([this.#text]));
    this.#text = '';
  }

  blob(): Blob {
    return new Blob([...this.#parts, this.#text]);
  }
}
