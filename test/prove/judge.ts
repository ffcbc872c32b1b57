/**
 * The judge: gives a polluted file to the real reading code as a user would (dropped, its questions answered from what
 * is true) and holds every accepted cell against the truth.
 */
import { answer, inspect, readTable } from '../../src/ingest';
import { ledgerOf } from '../../src/ledgers';
import type { ColumnDef } from '../../src/model/ledger';
import type { Period } from '../../src/model/period';
import type { Answer, LoadReport, Question, TableProposal } from '../../src/model/table';
import type { Part, PollutedFile } from './pollute';
import type { TruthCell } from './truth';

export interface Verdict {
  readonly pollution: string;
  /** Rows there are, rows not themselves damaged. */
  readonly rows: number;
  readonly undamaged: number;
  /** Rows accepted with every cell right. */
  readonly right: number;
  readonly undamagedRight: number;
  /** Rows that are accepted right, or damaged and reported. */
  readonly recovered: number;
  /** Accepted cells that differ from the source in a row that nothing was said of. */
  readonly silent: number;
  readonly questions: number;
  /** What went wrong, the first few. */
  readonly notes: readonly string[];
}

interface Accepted {
  readonly row: number;
  readonly values: ReadonlyMap<string, string | null>;
}

/** The answer that the truth gives. */
function answerTo(q: Question, part: Part): Answer {
  const { truth, positions } = part;
  switch (q.ask) {
    case 'ledger':
      return { ask: 'ledger', ledger: truth.ledger.id };
    case 'period':
      return { ask: 'period', period: truth.period.id as Period, rowPeriods: 'only' };
    case 'column':
      return { ask: 'column', index: q.index, column: positions[q.index] ?? null };
    case 'share':
      return { ask: 'share', index: q.index, shareAs: part.fractions ? 'fraction' : 'percent' };
    case 'map':
      return { ask: 'map', ledger: truth.ledger.id, header: part.header, columns: positions }; // prettier-ignore
    case 'persons':
      return { ask: 'persons', take: 'keep' };
  }
}

/** Canonical CSV, read by the shortest reader of it. */
function records(batch: Uint8Array): (string | null)[][] {
  const text = new TextDecoder().decode(batch);
  const out: (string | null)[][] = [];
  let record: (string | null)[] = [];
  for (const m of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n]*))([,\n])/g)) {
    record.push(m[1] !== undefined ? m[1].replaceAll('""', '"') : m[2] === '' ? null : (m[2] ?? null));
    if (m[3] === '\n') {
      out.push(record);
      record = [];
    }
  }
  return out;
}

async function acceptedOf(file: PollutedFile, proposal: TableProposal): Promise<{ rows: Accepted[]; report: LoadReport }> {
  const ledger = ledgerOf(proposal.reading.ledger);
  const names = ['_row', '_period', '_na', ...ledger.columns.map((c) => c.id)];
  const rows: Accepted[] = [];
  const report = await readTable(new Blob([file.bytes]), file.fileName, proposal.reading, ledger, (batch) => {
    for (const r of records(batch)) rows.push({ row: Number(r[0]), values: new Map(names.map((n, i) => [n, r[i] ?? null])) });
    return Promise.resolve();
  });
  return { rows, report };
}

/** Whether an accepted cell says what is true. */
function agrees(column: ColumnDef, truth: TruthCell, value: string | null): boolean {
  if (truth.value === null || value === null) return truth.value === value;
  if (typeof truth.value === 'number') return Math.abs(Number(value) - truth.value) <= 1e-9 * Math.max(1, Math.abs(truth.value));
  return String(truth.value) === (column.type === 'text' ? value.replace(/\r\n?/g, '\n') : value);
}

const keyOf = (part: Part, values: (column: string) => string | null): string =>
  part.truth.columns.flatMap((c) => (part.truth.ledger.key.includes(c.id) ? [values(c.id) ?? ''] : [])).join('\n');

async function judgePart(file: PollutedFile, part: Part, proposal: TableProposal | undefined, notes: string[]) {
  const { truth, damaged } = part;
  const none = { right: 0, undamagedRight: 0, reported: 0, silent: 0, questions: 0 };
  if (!proposal) {
    notes.push(`no table for ${truth.ledger.id}`);
    return none;
  }
  let table = proposal;
  let questions = 0;
  for (let q = table.questions[0]; q && questions < 60; q = table.questions[0]) {
    questions += 1;
    table = answer(table, answerTo(q, part));
  }
  const fault = table.problems.find((p) => p.level === 'error');
  if (fault) notes.push(`fault ${fault.code} ${JSON.stringify(fault.params)}`);
  if (table.reading.ledger !== truth.ledger.id) {
    notes.push(`taken for ${table.reading.ledger}`);
    if (fault) return { ...none, questions };
  }
  const { rows, report } = await acceptedOf(file, table);
  const said = new Set([...report.rejected, ...report.excluded, ...report.warnings].map((p) => p.place.row));
  const byKey = new Map(truth.rows.map((r, i) => [keyOf(part, (id) => { const v = r[truth.columns.findIndex((c) => c.id === id)]?.value ?? null; return v === null ? null : String(v); }), i])); // prettier-ignore
  const seen = new Set<number>();
  const told = new Set<number>();
  let [right, undamagedRight, silent] = [0, 0, 0];
  for (const a of rows) {
    const at = byKey.get(keyOf(part, (id) => a.values.get(id) ?? null));
    if (at === undefined || seen.has(at)) {
      if (!said.has(a.row)) {
        silent += 1;
        notes.push(`row ${a.row}: not in the source: ${[...a.values.values()].slice(3, 8).join('|')}`);
      }
      continue;
    }
    seen.add(at);
    const wrong = truth.columns.filter(
      (c, i) => !agrees(c, (truth.rows[at] as readonly TruthCell[])[i] as TruthCell, a.values.get(c.id) ?? null),
    );
    const period = a.values.get('_period') === truth.period.id;
    if (wrong.length === 0 && period) {
      right += 1;
      if (!damaged.has(at)) undamagedRight += 1;
    } else if (said.has(a.row)) told.add(at);
    else {
      silent += Math.max(1, wrong.length);
      const c = wrong[0];
      notes.push(`row ${a.row}: ${c ? `${c.name.zh} is ${String(a.values.get(c.id))}, not ${String(truth.rows[at]?.[truth.columns.indexOf(c)]?.value)}` : `period ${String(a.values.get('_period'))}`}`); // prettier-ignore
    }
  }
  for (const p of report.rejected.slice(0, 2)) notes.push(`rejected: ${p.code} row ${String(p.place.row)} ${p.place.header ?? ''} ${p.place.value ?? ''}`); // prettier-ignore
  // Not taken, and something of the file said so; or taken with a word about it.
  const reported = [...damaged].filter((d) => (seen.has(d) ? told.has(d) : said.size > 0)).length;
  return { right, undamagedRight, reported, silent, questions };
}

/** Holds one file against its truth. Throws only what the reading code throws, which it must not. */
export async function judge(file: PollutedFile): Promise<Verdict> {
  const notes: string[] = [];
  const blob = new Blob([file.bytes]);
  const seen = await inspect(blob, { hash: '0', name: file.fileName, size: blob.size }, file.told ? { dialect: file.told } : {});
  const rows = file.parts.reduce((n, p) => n + p.truth.rows.length, 0);
  const undamaged = file.parts.reduce((n, p) => n + p.truth.rows.length - p.damaged.size, 0);
  if (file.refused) {
    if (seen.ok) notes.push('taken, though it must be refused');
    const all = seen.ok ? 0 : rows;
    return { pollution: file.pollution, rows, undamaged, right: all, undamagedRight: all, recovered: all, silent: seen.ok ? 1 : 0, questions: 0, notes }; // prettier-ignore
  }
  if (!seen.ok) notes.push(`refused: ${seen.problem.code} ${JSON.stringify(seen.problem.params)}`);
  const tables = seen.ok ? [...seen.tables] : [];
  const results: Awaited<ReturnType<typeof judgePart>>[] = [];
  for (const part of file.parts) {
    const fits = tables.findIndex((t) => t.reading.ledger === part.truth.ledger.id);
    const [table] = tables.splice(Math.max(0, fits), 1);
    results.push(await judgePart(file, part, table, notes));
  }
  for (const t of tables) notes.push(`a further table: ${t.reading.ledger}`);
  const sum = (of: (r: (typeof results)[number]) => number) => results.reduce((n, r) => n + of(r), 0);
  const right = sum((r) => r.right);
  return {
    pollution: file.pollution,
    rows,
    undamaged,
    right,
    undamagedRight: sum((r) => r.undamagedRight),
    recovered: right + sum((r) => r.reported),
    silent: sum((r) => r.silent),
    questions: sum((r) => r.questions),
    notes: notes.slice(0, 6),
  };
}
