/**
 * The row function: what becomes of one record below the header. Both reading paths end here: the careful one with
 * every record, the engine's own with the odd ones it hands back, so that a row can't fare differently by its path.
 */
import type { ColumnDef, LedgerDef } from '../model/ledger';
import { NO_MENDS, type CellMend, type Mends } from '../model/mend';
import { partsOf, type Period } from '../model/period';
import type { Place, Problem } from '../model/problem';
import { isSheet, type ColumnMapping, type LoadReport, type Reading } from '../model/table';
import { canonicalLine } from './canonical';
import { proposeMend } from './mend';
import { cellReader } from './cells';
import type { ReadCell } from './cells/cell';
import * as fault from './faults';
import { unguarded } from './own-export';
import { encloses } from './period';
import {
  headerWords,
  isColumnNumbers,
  isFooting,
  isNote,
  isOfWhich,
  isRepeatedHeader,
  leadCell,
  scopeOf,
  totalCell,
  type IsHeaderWord,
} from './row-kinds';
import { periodText } from './row-period';
import { RowWidths } from './row-width';
import { isMean, isNilWord, isTotalWord, noFigure } from './words';

interface Column {
  readonly def: ColumnDef;
  readonly mapping: ColumnMapping | undefined;
  readonly read: ReadCell;
  /** For totals, which may lie beyond the range of a single figure; null in a column without figures. */
  readonly readTotal: ReadCell | null;
  /** Without it the row is nobody's: a required column that is a unit or part of the key. */
  readonly vital: boolean;
}

type Report = { -readonly [K in keyof LoadReport]: LoadReport[K] extends readonly (infer T)[] ? T[] : LoadReport[K] };

const FIGURES: ReadonlySet<string> = new Set(['number', 'integer', 'share']);

/** Whether a total may stand in a column: one that names what a row is of, and does not know the word as a value. */
function names(ledger: LedgerDef, { id, type, required, values = [] }: ColumnDef): boolean {
  if (type === 'list') return required === true && !values.some((v) => [v.name.zh, ...(v.names ?? [])].some(isTotalWord));
  return type === 'unit' || ledger.key.includes(id);
}

/** Whether a column tells rows apart: what it lacks is lacking whatever the import says of blanks. */
const keyed = (ledger: LedgerDef, { id, type }: ColumnDef): boolean => type === 'unit' || ledger.key.includes(id);

export class RowReader {
  readonly #reading: Reading;
  readonly #file: string;
  readonly #columns: readonly Column[];
  readonly #own: readonly ColumnMapping[];
  readonly #contextYear: number | undefined;
  /** A period longer than the ledger's (年度 in a quarterly table) only frames the table's own. */
  readonly #framed: boolean;
  readonly #unit: number | undefined;
  readonly #name: number | undefined;
  readonly #nameColumns: readonly number[];
  /** Where each row names an indicator. */
  readonly #indicator: number | undefined;
  readonly #isHeaderWord: IsHeaderWord;
  readonly #textColumns: ReadonlySet<number>;
  readonly #widths: RowWidths;
  /** Columns the file has; behind them stand those that only mends fill. */
  readonly #wide: number;
  readonly #mends: ReadonlyMap<number, readonly CellMend[]>;
  readonly #byHand: ReadonlyMap<number, string>;
  /** The last row taken, where its last text may go on in the next record. */
  #open: Place | null = null;
  readonly #report: Report = { rows: 0, accepted: 0, excluded: [], rejected: [], warnings: [], totals: [], nil: [] };

  constructor(reading: Reading, ledger: LedgerDef, file: string, mends: Mends = NO_MENDS) {
    this.#reading = reading;
    this.#file = file;
    this.#contextYear = reading.period ? partsOf(reading.period).year : undefined;
    this.#framed = ledger.frequency !== 'any';
    this.#columns = ledger.columns.map((def): Column => {
      const mapping = reading.columns.find((c) => c.column === def.id);
      const vital = def.required === true && (def.type === 'unit' || ledger.key.includes(def.id));
      const unbounded = { ...def, range: [-Infinity, Infinity] as const };
      const readTotal = mapping && FIGURES.has(def.type) ? cellReader(unbounded, mapping) : null;
      return {
        def,
        mapping,
        read: cellReader(def, mapping, this.#contextYear, keyed(ledger, def) ? undefined : reading.words),
        readTotal,
        vital,
      };
    });
    const mapped = (pick: (c: Column) => boolean) => this.#columns.find((c) => c.mapping && pick(c))?.mapping?.index;
    this.#own = reading.columns.filter((m) => this.#columns.some((c) => c.def.id === m.column && c.def.type === 'period'));
    this.#unit = mapped((c) => c.def.type === 'unit');
    this.#name = mapped((c) => c.vital && c.def.type === 'text');
    this.#indicator = mapped((c) => c.def.id === ledger.named?.name);
    this.#nameColumns = this.#columns.flatMap(({ def, mapping }) => (mapping && names(ledger, def) ? [mapping.index] : []));
    this.#textColumns = new Set(this.#columns.flatMap((c) => (c.mapping && c.def.type === 'text' ? [c.mapping.index] : [])));
    this.#isHeaderWord = headerWords(reading.columns.map((c) => c.header));
    const inFile = reading.columns.filter((c) => !c.added);
    this.#wide = inFile.length;
    this.#widths = new RowWidths(
      inFile.map(({ index }) => {
        const column = this.#columns.find((c) => c.mapping?.index === index);
        const free = column?.def.type === 'text' || column?.def.type === 'unit';
        return column ? { read: column.read, required: column.def.required === true, free } : null;
      }),
      isSheet(reading.dialect),
    );
    const byRow = new Map<number, CellMend[]>();
    for (const m of mends.cells) byRow.set(m.row, [...(byRow.get(m.row) ?? []), m]);
    this.#mends = byRow;
    this.#byHand = new Map(mends.excluded.map((e) => [e.row, e.reason]));
  }

  /** The report so far. */
  get report(): LoadReport {
    return this.#report;
  }

  /**
   * Reads one record.
   * @param row its 1-based number in the file. @param damaged it may hold characters that could not be decoded.
   * @returns its canonical line, or null where it was excluded or rejected.
   */
  read(row: number, record: readonly (string | null)[], damaged = false): string | null {
    const report = this.#report;
    report.rows += 1;
    const { ownExport, columns, dialect } = this.#reading;
    const open = this.#open;
    this.#open = null;
    const cells = record.map((c) => (ownExport ? unguarded(c ?? '') : (c ?? '')).trim());
    const wide = this.#wide;
    const mends = this.#mends.get(row);
    const isAdded = (column: number): boolean => column >= wide && column < columns.length;
    for (const { column, text } of mends ?? []) {
      if (isAdded(column)) continue;
      while (cells.length < column) cells.push('');
      cells[column] = text.trim();
    }
    const at: Place = { file: this.#file, row };
    const reason = this.#byHand.get(row);
    if (reason !== undefined) return this.#exclude(fault.row.excludedByHand(at, reason));
    if (damaged && cells.some((c) => c.includes('\ufffd')))
      return this.#reject(fault.row.undecodable(at, isSheet(dialect) ? '' : dialect.encoding));
    const excluded = this.#noData(cells, at);
    if (excluded) return this.#exclude(excluded);
    const found = cells.length;
    if (found !== wide && !this.#widths.fits(cells, mends !== undefined)) {
      if (open && open.row === row - 1 && found < wide) this.#report.warnings.push(fault.cutShort(open, row));
      return this.#reject(fault.row.ragged(at, found, wide));
    }
    if (wide < columns.length) {
      cells.length = Math.min(found, wide);
      for (const { column, text } of mends ?? [])
        if (isAdded(column)) {
          while (cells.length < column) cells.push('');
          cells[column] = text.trim();
        }
    }
    const period = this.#periodOf(cells, at);
    if (typeof period === 'object' && period !== null)
      return period.code === 'row.otherPeriod' ? this.#exclude(period) : this.#reject(period);
    const nil = this.#nilUnit(cells);
    if (nil !== null && period !== null) {
      report.nil.push({ unit: nil, period, place: at });
      return this.#exclude(fault.row.nil(at, nil));
    }
    const line = this.#line(row, cells, period, at);
    if (line !== null) {
      this.#open = this.#endsOpen(cells, at);
      // A sheet's cells have addresses; of any other record nobody knows which cell it lacks.
      if (found < wide && !isSheet(dialect) && mends === undefined) report.warnings.push(fault.row.short(at, found, wide));
    }
    return line;
  }

  /** Learns how wide the records to come are, from `from` on. */
  expect(records: readonly (readonly unknown[])[], from = 0): void {
    if (records.some((r) => r.length !== this.#wide)) this.#widths.learn(records, from);
  }

  /** The place of a row's last cell where that is a text: a line break that was not quoted would have cut it there. */
  #endsOpen(cells: readonly string[], at: Place): Place | null {
    const index = Math.min(cells.length, this.#wide) - 1;
    const mapping = this.#reading.columns[index];
    if (this.#textColumns.has(index) && cells[index] !== '')
      return fault.cellPlace(this.#file, at.row as number, mapping, cells[index]);
    return null;
  }

  #mend({ def, mapping, read }: Column, text: string): string | null {
    return proposeMend(def, text, { ...mapping, year: this.#contextYear }, read);
  }

  #exclude(p: Problem): null {
    this.#report.excluded.push(p);
    return null;
  }

  #reject(p: Problem): null {
    this.#report.rejected.push(p);
    return null;
  }

  /** The exclusion of a row that is no data at all. */
  #noData(cells: readonly string[], at: Place): Problem | null {
    if (cells.every((c) => c === '')) return fault.row.blank(at);
    if (isRepeatedHeader(cells, this.#isHeaderWord)) return fault.row.repeatedHeader(at);
    const unit = this.#unit === undefined ? '' : (cells[this.#unit] ?? '');
    const lead = leadCell(cells);
    const names = unit === '' || lead?.index === this.#unit;
    if (names && lead && isNote(lead.text)) return fault.row.footer(at);
    if (names && lead && isOfWhich(lead.text)) return fault.row.ofWhich(at);
    if (isFooting(cells)) return fault.row.footer(at);
    if ((unit.length < 2 || /^[\d(（]/.test(unit)) && isColumnNumbers(cells)) return fault.row.columnNumbers(at);
    const total = totalCell(cells, this.#nameColumns, this.#unit, this.#indicator);
    if (total === null) return null;
    const scope = unit !== '' && unit !== total ? unit : scopeOf(total);
    // A mean is no sum of its rows.
    if (!isMean(total)) this.#report.totals.push({ row: at.row as number, scope, values: this.#figures(cells) });
    return fault.row.total(at, scope);
  }

  #figures(cells: readonly string[]): Record<string, number> {
    const values: Record<string, number> = {};
    for (const { def, mapping, readTotal } of this.#columns) {
      const value = readTotal?.(cells[mapping?.index ?? -1] ?? '').value;
      if (value !== undefined && value !== null) values[def.id] = Number(value);
    }
    return values;
  }

  /** The row's period; a problem where it names none that can be used or is not to be. */
  #periodOf(cells: readonly string[], at: Place): Period | null | Problem {
    const { period, rowPeriods } = this.#reading;
    const [first] = this.#own;
    const text = first ? periodText(cells, this.#own) : '';
    if (text === '' || noFigure(text)) {
      const column = this.#columns.find((c) => c.def.type === 'period');
      return period !== null || !column
        ? period
        : fault.row.keyMissing({ ...fault.cellPlace(this.#file, at.row as number, first) }, column.def.name.zh);
    }
    const column = this.#columns.find((c) => c.def.type === 'period') as Column;
    const own = column.read(text).value as Period | null;
    if (own === null) {
      return fault.cell(
        'error',
        fault.cellPlace(this.#file, at.row as number, first, text),
        column.def,
        {
          code: 'cell.unreadable',
          params: { expects: 'period' },
        },
        null,
      );
    }
    if (rowPeriods === 'own' || period === null || own === period) return own;
    if (this.#framed && encloses(own, period)) return period;
    return fault.row.otherPeriod(fault.cellPlace(this.#file, at.row as number, first, text), own);
  }

  /** The unit of a nil report 零报告: the unit is given, and in place of a name (or of everything) stands 无 or its like. */
  #nilUnit(cells: readonly string[]): string | null {
    const unit = this.#unit === undefined ? this.#reading.sender : (cells[this.#unit] ?? '');
    if (this.#name === undefined || noFigure(unit) !== null) return null;
    const name = cells[this.#name] ?? '';
    if (name !== '') return isNilWord(name) ? unit : null;
    const rest = cells.filter(
      (c, i) => i !== this.#unit && c !== '' && !/^\d+$/.test(c) && !this.#own.some((m) => m.index === i),
    );
    return rest.length > 0 && rest.every(isNilWord) ? unit : null;
  }

  /** The canonical line of a row of data, unless a cell costs it. */
  #line(row: number, cells: readonly string[], period: Period | null, at: Place): string | null {
    const values: (string | null)[] = [String(row), period, null];
    const warnings: Problem[] = [];
    let na = '';
    for (const column of this.#columns) {
      const { def, mapping, read, vital } = column;
      if (def.type === 'period') {
        values.push(period);
        continue;
      }
      if (!mapping) {
        const sender = def.type === 'unit' && this.#reading.sender !== '' ? this.#reading.sender : null;
        if (sender === null && vital) return this.#reject(fault.row.keyMissing(at, def.name.zh));
        if (sender === null && def.required === true) warnings.push(fault.cellMissing(at, def));
        values.push(sender);
        continue;
      }
      const text = cells[mapping.index] ?? '';
      const cell = read(text);
      values.push(cell.value);
      if (cell.state === 'ok' && !cell.fault) continue;
      const place = fault.cellPlace(this.#file, row, mapping, text);
      if (vital && (cell.state === 'missing' || cell.state === 'na'))
        return this.#reject(fault.row.keyMissing(place, def.name.zh));
      if (cell.state === 'na') na += `,${def.id}`;
      if (cell.state === 'bad' && def.required === true && cell.fault)
        return this.#reject(fault.cell('error', place, def, cell.fault, this.#mend(column, text)));
      if (cell.fault) warnings.push(fault.cell('warning', place, def, cell.fault, this.#mend(column, text)));
      else if (cell.state === 'missing' && def.required === true) warnings.push(fault.cellMissing(place, def));
    }
    if (na !== '') values[2] = na + ',';
    for (const w of warnings) this.#report.warnings.push(w);
    this.#report.accepted += 1;
    return canonicalLine(values);
  }
}
