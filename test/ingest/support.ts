/** What the tests of ingest share: GB18030 bytes, sources, and the whole way from bytes to rows. */
import { inspect, parseCanonical, canonicalColumns, readTable } from '../../src/ingest';
import { LEDGERS } from '../../src/ledgers';
import type { LedgerDef } from '../../src/model/ledger';
import { NO_MENDS, type Mends } from '../../src/model/mend';
import type { Inspection, LoadReport, Reading, TableProposal } from '../../src/model/table';

let table: Map<string, readonly number[]> | undefined;

/** Text as GB18030 bytes, by the reverse of what the platform decodes. Two-byte characters only, which is GBK. */
export function gb18030(text: string): Uint8Array<ArrayBuffer> {
  if (!table) {
    const decoder = new TextDecoder('gb18030');
    table = new Map();
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        if (trail === 0x7f) continue;
        const char = decoder.decode(new Uint8Array([lead, trail]));
        if (char.length === 1 && char !== '\ufffd' && !table.has(char)) table.set(char, [lead, trail]);
      }
  }
  const known = table;
  return new Uint8Array(
    [...text].flatMap((c) => {
      if (c.charCodeAt(0) < 0x80) return [c.charCodeAt(0)];
      const bytes = known.get(c);
      if (!bytes) throw new RangeError(`not in GBK: ${c}`);
      return [...bytes];
    }),
  );
}

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
export const utf16 = (text: string, little: boolean): Uint8Array<ArrayBuffer> => {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2));
  view.setUint16(0, 0xfeff, little);
  for (let i = 0; i < text.length; i++) view.setUint16(2 + 2 * i, text.charCodeAt(i), little);
  return new Uint8Array(view.buffer);
};

/** Lines of a file, CRLF after each. */
export const csv = (...lines: string[]): string => lines.map((l) => `${l}\r\n`).join('');

export const inspectText = (
  text: string | Uint8Array<ArrayBuffer>,
  name = '表.csv',
  ledgers?: readonly LedgerDef[],
): Promise<Inspection> => {
  const blob = new Blob([text]);
  return inspect(blob, { hash: '0', name, size: blob.size }, {}, ledgers);
};

/** The proposal of a file that must be recognised. */
export async function proposalOf(
  text: string | Uint8Array<ArrayBuffer>,
  name = '表.csv',
  ledgers?: readonly LedgerDef[],
): Promise<TableProposal> {
  const seen = await inspectText(text, name, ledgers);
  if (!seen.ok) throw new Error(`not recognised: ${JSON.stringify(seen.problem)}`);
  return seen.tables[0] as TableProposal;
}

/** The problem of a file that must not be recognised. */
export async function problemOf(text: string | Uint8Array<ArrayBuffer>, name = '表.csv', ledgers?: readonly LedgerDef[]) {
  const seen = await inspectText(text, name, ledgers);
  if (seen.ok) throw new Error(`recognised as ${seen.tables[0]?.reading.ledger}`);
  return seen.problem;
}

export interface ReadRows {
  readonly rows: readonly Readonly<Record<string, string | null>>[];
  readonly report: LoadReport;
}

/** A table read by the careful path, its rows under their columns' ids. */
export async function rowsOf(
  blob: Blob,
  reading: Reading,
  ledgers: readonly LedgerDef[] = LEDGERS,
  mends: Mends = NO_MENDS,
): Promise<ReadRows> {
  const ledger = ledgers.find((l) => l.id === reading.ledger) as LedgerDef;
  const names = canonicalColumns(ledger);
  const rows: Record<string, string | null>[] = [];
  const report = await readTable(
    blob,
    '表.csv',
    reading,
    ledger,
    (batch, count) => {
      const lines = parseCanonical(batch);
      if (lines.length !== count) throw new Error(`${lines.length} lines in a batch of ${count}`);
      for (const line of lines) rows.push(Object.fromEntries(names.map((n, i) => [n, line[i] ?? null])));
      return Promise.resolve();
    },
    { mends },
  );
  return { rows, report };
}

/** From bytes to rows without a question on the way. */
export async function load(
  text: string | Uint8Array<ArrayBuffer>,
  name = '表.csv',
  ledgers?: readonly LedgerDef[],
): Promise<ReadRows & { table: TableProposal }> {
  const proposal = await proposalOf(text, name, ledgers);
  if (proposal.questions.length > 0) throw new Error(`asked: ${JSON.stringify(proposal.questions)}`);
  return { ...(await rowsOf(new Blob([text]), proposal.reading, ledgers)), table: proposal };
}

const text = (zh: string) => ({ zh, en: zh });

/** A small ledger with one column of every type. */
export const SURVEY: LedgerDef = {
  id: 'survey',
  name: text('调查表'),
  frequency: 'Q',
  rowPer: 'organisation',
  columns: [
    { id: 'period', name: text('期间'), names: ['季度', '年度'], type: 'period' },
    { id: 'county', name: text('县(市、区)'), names: ['县市区'], type: 'unit', required: true },
    { id: 'name', name: text('组织名称'), type: 'text', required: true },
    { id: 'people', name: text('人数'), type: 'integer', unit: '人', range: [0, 1000], required: true },
    { id: 'money', name: text('到位资金(万元)'), names: ['到位资金'], type: 'number', unit: '万元' },
    { id: 'rate', name: text('满意率'), type: 'share', range: [0, 1] },
    { id: 'since', name: text('成立时间'), type: 'date' },
    { id: 'done', name: text('是否完成'), type: 'flag' },
    {
      id: 'kind',
      name: text('类型'),
      type: 'list',
      values: [
        { id: 'firm', name: text('企业'), names: ['公司'] },
        { id: 'club', name: text('社团') },
      ],
    },
    { id: 'star', name: text('星级'), type: 'star' },
    { id: 'remarks', name: text('备注'), type: 'text' },
  ],
  key: ['county', 'name'],
  deadlineDays: 10,
  example: {},
  checks: [],
  measures: [],
};

export const SURVEY_HEADER = '县市区,组织名称,人数,到位资金,满意率,成立时间,是否完成,类型,星级,备注';

/** A survey of 2026Q3 with these rows under its header, read whole. */
export const survey = (...lines: string[]) => load(csv(SURVEY_HEADER, ...lines), '调查表2026Q3.csv', [SURVEY]);
