/**
 * Persons in a table: whole columns by their header, or by what they hold where the header names a post; cells
 * elsewhere by their text, the fragments above the header and the signatures below included.
 */
import type { PersonsFound, Reading } from '../model/table';
import { turned } from './area';
import { isBareName, isIdentityNumber, MASK, maskPersons } from './person-text';
import { readRecords } from './records';
import { isNote } from './row-kinds';
import { isTotalWord, noFigure } from './words';

export { maskPersons } from './person-text';

/** Rows from which columns of posts are judged by what they hold. */
const JUDGED_ROWS = 2000;
const SAMPLES = 5;

const PERSON =
  /姓名|身份证|身份号码|(?:联系|联络)人(?!数|次|员数)|手机(?:号码?)?$|电话(?:号码?)?$|联系方式|^(?:.*(?:填报|填表|制表|审核|复核|审签|签发|经办|报送|统计)人)$|(?:法定代表人|法人代表|联络员)$/;
/** Headers of posts: of persons when names stand below, of posts when posts do. */
const ROLE = /(?:负责人|责任人|领导|书记|主任|队长|队员|指导员|干部|委员|人选|名单|带头人|代表|成员|专干|人)$/;
const NO_PERSON = /[数率量次期]$|人数|职务|单位|情况|是否/;
const CODE = /代码|编码|编号|信用码|账号|文号|元\)|金额|资金|经费|收入|投入|产值/;
/** The label of a person whose name stands in the next cell: `填报人：` | `张三`. */
const OPEN_LABEL =
  /^(?:.{0,6}(?:填报|填表|制表|审核|复核|审签|签发|经办|报送|联系|联络|负责|责任)人|姓名|制表|审核|复核|.{0,8}(?:书记|主任|领导|电话|手机|联系方式))(?:\([^)]*\))?:$/;

/** The header's own words: half width, without white space; of merged ones the lowest part, unless that is a remark. */
const wordsOf = (header: string): string => header.normalize('NFKC').replace(/\s+/g, '');
const lowest = (header: string): string =>
  header
    .split('/')
    .filter((p) => p !== '')
    .at(-1) ?? '';
const withoutRemarks = (name: string): string => name.replace(/\([^)]*\)/g, '').replace(/[:*]+$/, '');

function kindOf(header: string): 'person' | 'role' | 'code' | 'other' {
  const words = wordsOf(header);
  const name = withoutRemarks(lowest(words));
  if (/姓名/.test(words) && !/[数率]$/.test(name)) return 'person';
  if (PERSON.test(name) && !NO_PERSON.test(name)) return 'person';
  if (CODE.test(words)) return 'code';
  if (ROLE.test(name) && !NO_PERSON.test(words)) return 'role';
  return 'other';
}

/** Whether a header says that its column holds names, telephones or identity numbers: 姓名, 联系人, 联系电话, 身份证号, 负责人 (not 负责人(职务)). */
export function isPersonHeader(header: string): boolean {
  const kind = kindOf(header);
  return kind === 'person' || (kind === 'role' && /(?:负责|责任)人$/.test(withoutRemarks(lowest(wordsOf(header)))));
}

/** Whether a cell of a column of persons holds none: nothing, a total, a number of a column, a note. */
const isNobody = (text: string): boolean =>
  noFigure(text) !== null || isTotalWord(text) || /^\d{1,3}$/.test(text) || isNote(text) || text === MASK;

/** What of a table is masked: columns of persons, and columns whose long numbers are codes or money. */
export class PersonColumns {
  readonly persons: ReadonlySet<number>;
  /** Columns whose long numbers are codes or money, and no persons'. */
  readonly codes: ReadonlySet<number>;
  readonly #known = new Map<string, string>();

  /** @param body records below the header, as many as there are at hand. */
  constructor(
    readonly headers: readonly string[],
    body: readonly (readonly string[])[],
  ) {
    const persons = new Set<number>();
    const codes = new Set<number>();
    const judged = body.slice(0, JUDGED_ROWS);
    const width = judged.reduce((most, r) => Math.max(most, r.length), headers.length);
    for (let index = 0; index < width; index++) {
      const header = headers[index] ?? '';
      const kind = kindOf(header);
      if (kind === 'other' && wordsOf(header) !== '') continue;
      const filled = judged.flatMap((r) => {
        const text = (r[index] ?? '').trim();
        return text === '' || text === header || isNobody(text) ? [] : [text];
      });
      const share = (is: (text: string) => boolean) => filled.filter(is).length / filled.length;
      if (filled.length === 0) continue;
      if (kind === 'person') persons.add(index);
      else if (kind === 'code') (filled.length > 1 && share(isIdentityNumber) > 0.5 ? persons : codes).add(index);
      else if (kind === 'role' ? share(isBareName) >= 0.5 : new Set(filled).size >= 5 && share(isBareName) >= 0.8)
        persons.add(index);
    }
    this.persons = persons;
    this.codes = codes;
  }

  /** A cell of the table's body as it may be kept. */
  cell(index: number, text: string): string {
    if (this.persons.has(index)) return this.person(text, this.headers[index] ?? '');
    return this.codes.has(index) ? maskPersons(text, false) : this.text(text);
  }

  /** A cell of a column of persons. */
  person(text: string, header: string): string {
    const trimmed = text.trim();
    if (trimmed === '' || trimmed === header || trimmed === lowest(header)) return text;
    return isNobody(trimmed) ? this.text(text) : MASK;
  }

  /** Any other cell. Texts repeat, so what was looked at once is looked up; bounded. */
  text(text: string): string {
    if (text.length < 4) return text;
    const before = this.#known.get(text);
    if (before !== undefined) return before;
    if (this.#known.size >= 20_000) this.#known.clear();
    const masked = maskPersons(text);
    this.#known.set(text, masked);
    return masked;
  }
}

/** A record with its cells masked; a name or number behind the cell of its label is one too. */
export function maskRecord(record: readonly string[], cell: (index: number, text: string) => string): readonly string[] {
  let masked: string[] | null = null;
  let label = false;
  for (let i = 0; i < record.length; i++) {
    const text = record[i] as string;
    if (text === '') continue;
    const kept = label && (isBareName(text) || /^[\d() +-]{7,}$/.test(text.trim())) ? MASK : cell(i, text);
    label = /[:：]\s*$/.test(text) && OPEN_LABEL.test(wordsOf(text));
    if (kept !== text) (masked ??= [...record])[i] = kept;
  }
  return masked ?? record;
}

/** Counts what is masked, record by record. */
export class Finder {
  readonly columns: PersonColumns;
  #cells = 0;
  readonly #samples = new Set<string>();

  constructor(columns: PersonColumns) {
    this.columns = columns;
  }

  /** @param inBody false above the header, where no column is known. */
  look(record: readonly string[], inBody: boolean): void {
    const { persons } = this.columns;
    const masked = maskRecord(record, (i, text) => (inBody ? this.columns.cell(i, text) : this.columns.text(text)));
    if (masked === record) return;
    for (let i = 0; i < masked.length; i++) {
      const text = masked[i] as string;
      if (text === record[i] || (inBody && persons.has(i))) continue;
      this.#cells += 1;
      if (this.#samples.size < SAMPLES) this.#samples.add(text.trim());
    }
  }

  get found(): PersonsFound | null {
    const columns = [...this.columns.persons].map((index) => ({ index, header: this.columns.headers[index] ?? '' }));
    return columns.length + this.#cells === 0 ? null : { columns, cells: this.#cells, samples: [...this.#samples] };
  }
}

/**
 * Persons in the records of a table; null when there are none.
 * @param records the table's, title rows included (turned where it is transposed). @param header the place of its header
 * in them. @param headers the text of each column's header, merged parts joined by `/`.
 */
export function personsFound(
  records: readonly (readonly string[])[],
  header: { readonly first: number; readonly count: number },
  headers: readonly string[],
): PersonsFound | null {
  const from = header.first + header.count;
  const finder = new Finder(new PersonColumns(headers, records.slice(from)));
  for (const [i, record] of records.entries()) if (i < header.first || i >= from) finder.look(record, i >= from);
  return finder.found;
}

/** The part of a reading by which persons are looked for. */
export type Laid = Pick<Reading, 'dialect' | 'area' | 'transposed' | 'header' | 'columns'>;

/** The columns of a source's table, judged by its first rows; of a turned table by all of them. */
export async function personColumns(blob: Blob, reading: Laid, signal?: AbortSignal): Promise<PersonColumns> {
  const { area = { first: 0, last: Infinity }, transposed, header, columns } = reading;
  const headers = columns.map((c) => c.header);
  const from = header.first + header.count;
  const rows: (readonly string[])[] = [];
  for await (const piece of readRecords(blob, reading.dialect, undefined, signal)) {
    for (const [i, record] of piece.records.entries()) {
      const at = piece.first - 1 + i;
      if (at >= (transposed ? area.first : from) && at <= area.last) rows.push(record);
    }
    if (piece.first + piece.records.length > area.last || (!transposed && rows.length >= JUDGED_ROWS)) break;
  }
  return new PersonColumns(headers, transposed ? turned(rows).slice(from) : rows);
}

/** Persons in the table of a whole source, streamed. Rejects with AbortError when the signal fires. */
export async function persons(blob: Blob, reading: Laid, signal?: AbortSignal): Promise<PersonsFound | null> {
  const { area = { first: 0, last: Infinity }, transposed, header } = reading;
  const from = header.first + header.count;
  const finder = new Finder(await personColumns(blob, reading, signal));
  const rows: (readonly string[])[] = [];
  for await (const piece of readRecords(blob, reading.dialect, undefined, signal)) {
    for (const [i, record] of piece.records.entries()) {
      const at = piece.first - 1 + i;
      if (at < area.first || at > area.last) continue;
      if (transposed) rows.push(record);
      else if (at < header.first || at >= from) finder.look(record, at >= from);
    }
    if (piece.first + piece.records.length > area.last + 1) break;
  }
  for (const [i, record] of turned(rows).entries()) if (i < header.first || i >= from) finder.look(record, i >= from);
  return finder.found;
}
