/** An .xlsx workbook: its sheets in their order, each readable row by row. Formulas count by the values saved with them. */
import type { CellFormat } from './format';
import { damaged, WorkbookFault } from './fault';
import { type Merge } from './merges';
import { afterRows, rowsOf, type SheetContext, type SheetPiece } from './sheet';
import { sharedStrings } from './strings';
import { styles } from './styles';
import { scanPart, type Attributes } from './xml';
import { entriesOf, type Entry } from './zip';

export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
}

/** What a sheet has beside its rows. */
export interface SheetExtras {
  readonly merges: readonly Merge[];
  /** Texts printed at the head and foot of its pages. */
  readonly printed: string;
}

type Parts = ReadonlyMap<string, Entry>;
type Relations = ReadonlyMap<string, { readonly type: string; readonly target: string }>;

export class Workbook {
  readonly #blob: Blob;
  readonly #parts: Parts;
  readonly #strings: readonly string[];
  readonly #formats: readonly CellFormat[];
  readonly #date1904: boolean;
  /** The part of each sheet. */
  readonly #paths: ReadonlyMap<string, string>;
  readonly sheets: readonly SheetInfo[];

  constructor(blob: Blob, parts: Parts, book: Book, strings: readonly string[], formats: readonly CellFormat[]) {
    this.#blob = blob;
    this.#parts = parts;
    this.#strings = strings;
    this.#formats = formats;
    this.#date1904 = book.date1904;
    this.#paths = new Map(book.sheets.map((s) => [s.name, s.path]));
    this.sheets = book.sheets.map(({ name, hidden }) => ({ name, hidden }));
  }

  #context(sheet: string): SheetContext {
    const part = this.#paths.get(sheet);
    const entry = part === undefined ? undefined : this.#parts.get(part);
    if (part === undefined || !entry) throw damaged(sheet);
    const [blob, strings, formats, date1904] = [this.#blob, this.#strings, this.#formats, this.#date1904];
    return { blob, entry, part, strings, formats, date1904 };
  }

  /** Rejects with WorkbookFault. */
  extras(sheet: string): Promise<SheetExtras> {
    return afterRows(this.#context(sheet));
  }

  /** The rows of a sheet by its name. Rejects with WorkbookFault, and with AbortError when the signal fires. */
  rows(sheet: string, merges: readonly Merge[], signal?: AbortSignal): AsyncGenerator<SheetPiece, void, void> {
    return rowsOf(this.#context(sheet), merges, signal);
  }
}

interface Book {
  readonly date1904: boolean;
  readonly sheets: readonly (SheetInfo & { readonly path: string })[];
}

/** Opens a zip as a workbook. Rejects with WorkbookFault where it is none, another kind, or damaged. */
export async function openWorkbook(blob: Blob): Promise<Workbook> {
  const parts = await partsOf(blob);
  refuseOthers(parts);
  const root = await relationsOf(blob, parts, '_rels/.rels', '');
  const path = [...root.values()].find((r) => r.type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  if (path.endsWith('.bin')) throw new WorkbookFault('xlsb', path);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relations = await relationsOf(blob, parts, `${folder}_rels/${path.slice(folder.length)}.rels`, folder);
  const book = await bookOf(blob, parts, path, relations);
  const partOf = (type: string, usual: string) =>
    [...relations.values()].find((r) => r.type.endsWith(`/${type}`))?.target ?? folder + usual;
  const strings: string[] = [];
  const formats: CellFormat[] = [];
  const [stringsPart, stylesPart] = [partOf('sharedStrings', 'sharedstrings.xml'), partOf('styles', 'styles.xml')];
  await scanPart(blob, parts.get(stringsPart), stringsPart, sharedStrings(strings));
  await scanPart(blob, parts.get(stylesPart), stylesPart, styles(formats));
  return new Workbook(blob, parts, book, strings, formats);
}

/** The parts of a zip. One that is damaged is a workbook's only where its beginning says so. */
async function partsOf(blob: Blob): Promise<Parts> {
  try {
    return await entriesOf(blob);
  } catch (error) {
    const head = await blob.slice(0, 4096).text();
    throw /xl\/|\[Content_Types\]/.test(head) ? error : new WorkbookFault('binary', '');
  }
}

/** What else a zip may be, by the names of its parts. */
function refuseOthers(parts: Parts): void {
  const names = [...parts.keys()];
  if (names.includes('xl/workbook.bin')) throw new WorkbookFault('xlsb', 'xl/workbook.bin');
  if (names.includes('content.xml') && names.includes('mimetype')) throw new WorkbookFault('ods', 'content.xml');
  if (!names.some((n) => n.startsWith('xl/')) && !names.includes('[content_types].xml')) throw new WorkbookFault('binary', '');
  if (names.some((n) => /^(?:word|ppt)\//.test(n))) throw new WorkbookFault('binary', '');
}

/** Relations of a part by id, targets as names of parts. */
async function relationsOf(blob: Blob, parts: Parts, path: string, folder: string): Promise<Relations> {
  const found = new Map<string, { type: string; target: string }>();
  await scanPart(blob, parts.get(path.toLowerCase()), path, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const target = attributes.get('Target') ?? '';
      const absolute = target.startsWith('/') ? target.slice(1) : new URL(target, `zip:///${folder}`).pathname.slice(1);
      found.set(attributes.get('Id') ?? '', {
        type: attributes.get('Type') ?? '',
        target: decodeURI(absolute).toLowerCase(),
      });
    },
  });
  return found;
}

async function bookOf(blob: Blob, parts: Parts, path: string, relations: Relations): Promise<Book> {
  const sheets: (SheetInfo & { path: string })[] = [];
  let date1904 = false;
  const entry = parts.get(path);
  if (!entry) throw damaged(path);
  const isOn = (attributes: Attributes, name: string) => /^(?:1|true|on)$/i.test(attributes.get(name) ?? '');
  await scanPart(blob, entry, path, {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = isOn(attributes, 'date1904');
      if (name !== 'sheet') return;
      const relation = relations.get(attributes.get('id') ?? '');
      // Sheets of charts and macros have no rows.
      if (!relation?.type.endsWith('/worksheet')) return;
      const state = attributes.get('state') ?? 'visible';
      sheets.push({ name: attributes.get('name') ?? '', hidden: state !== 'visible', path: relation.target });
    },
  });
  if (sheets.length === 0) throw damaged(path);
  return { date1904, sheets };
}
