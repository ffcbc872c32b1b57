/** Looks at a workbook: every sheet that can be seen is a source of tables of its own. */
import type { LedgerDef } from '../model/ledger';
import type { Problem } from '../model/problem';
import type { Inspection, InspectOptions, SourceInfo } from '../model/table';
import * as fault from './faults';
import { filledIn, type Records } from './parts';
import { personsElsewhere } from './persons-elsewhere';
import { proposeTables, type Proposed } from './propose';
import { secrecyMark } from './secrecy';
import { openWorkbook, repeatParents, WorkbookFault, type Workbook } from './xlsx';

interface ReadSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly records: Records;
}

/** Recognises a workbook. Never rejects for what it holds. */
export async function inspectWorkbook(
  blob: Blob,
  source: SourceInfo,
  options: InspectOptions,
  ledgers: readonly LedgerDef[],
): Promise<Inspection> {
  const file = source.name;
  const no = (problem: Problem): Inspection => ({ ok: false, source, problem });
  let sheets: readonly ReadSheet[];
  try {
    const read = await sheetsOf(await openWorkbook(blob), file);
    if ('code' in read) return no(read);
    sheets = read;
  } catch (error) {
    if (error instanceof WorkbookFault) return no(problemOf(error, file));
    throw error;
  }
  if (sheets.every((s) => s.records.length === 0)) return no(fault.file.empty(file));

  const remembered = options.remembered ?? [];
  const found = sheets.map((sheet) => ({
    sheet,
    ...(sheet.hidden
      ? NOTHING
      : proposeTables({ file, form: { sheet: sheet.name }, records: sheet.records, complete: true, ledgers, remembered })),
  }));
  // Where some sheet is a ledger's table, the others are what goes with it; else the user says what they are.
  const known = found.some((f) => f.tables.length > 0);
  const taken = found.map(({ tables, unknown }) => (known ? tables : unknown));
  const tables = taken.flat();
  const unused = found.filter((f, i) => taken[i]?.length === 0 && f.sheet.records.length > 0);
  if (tables.length === 0) return no(found.flatMap((f) => f.faults)[0] ?? fault.file.noHeader(file));
  const left = found.map((f, i) => (taken[i]?.length === 0 ? f.sheet.records : f.left));
  const rest = [
    ...found.flatMap((f, i) => (taken[i]?.length === 0 ? [] : f.rest)),
    ...unused.map(({ sheet }) => fault.file.sheetUnused(file, sheet.name, sheet.hidden ? 'hidden' : 'unknown')),
  ];
  return { ok: true, source, tables: personsElsewhere(tables, left), rest };
}

const NOTHING: Proposed = { tables: [], unknown: [], rest: [], faults: [], left: [] };

/** Every sheet's records, hidden ones too: what stands in them is kept with the rest. A problem at a secrecy mark. */
async function sheetsOf(book: Workbook, file: string): Promise<readonly ReadSheet[] | Problem> {
  const sheets: ReadSheet[] = [];
  for (const { name, hidden } of book.sheets) {
    const { merges, printed } = await book.extras(name);
    const records: string[][] = [];
    for await (const piece of book.rows(name, merges)) for (const record of piece.records) records.push(record);
    for (const [i, record] of records.entries()) {
      const mark = secrecyMark(record.join('\t'));
      if (mark !== null) return fault.file.classified({ file, row: i + 1 }, mark);
    }
    const mark = secrecyMark(printed) ?? secrecyMark(name) ?? secrecyMark(file);
    if (mark !== null) return fault.file.classified({ file }, mark);
    const width = records.reduce((most, r) => Math.max(most, r.length), 0);
    // A sheet leaves out what is blank; a table's header is as wide as its rows.
    for (const r of records) if (filledIn(r).length > 0) while (r.length < Math.min(width, 512)) r.push('');
    repeatParents(records, merges);
    sheets.push({ name, hidden, records });
  }
  return sheets;
}

function problemOf(error: WorkbookFault, file: string): Problem {
  switch (error.why) {
    case 'binary':
      return fault.file.binary(file);
    case 'damaged':
      return fault.file.workbookDamaged(file, error.message);
    case 'tooLarge':
      return fault.file.tooLarge(file, '512 MB');
    default:
      return fault.file.workbook(file, error.why);
  }
}
