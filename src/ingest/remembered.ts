/**
 * Remembered mappings: a table of the same headers from the same sender is read as the user confirmed it before,
 * without a question. What the file itself says now (its unit, clear shares) still wins over memory.
 */
import { LEDGERS } from '../ledgers';
import type { LedgerDef } from '../model/ledger';
import type { ColumnMapping, Question, Reading, RememberedMapping } from '../model/table';
import type { ColumnPlan } from './columns';
import * as fault from './faults';
import { readAbove } from './fragments';
import { headersAt, isOrdinal, strictName, type Header } from './headers';
import { fit, type Layout } from './layout';
import { planTable, type Plan } from './plan';
import { startOfTable, titlesOf, type Seen } from './seen';
import { decideShare } from './share';
import { scaleInHeader, scaleInTable } from './units';

/** What is to be remembered of a table whose columns the user confirmed; null where it has no header to know it by. */
export function rememberedFrom(reading: Reading): Omit<RememberedMapping, 'seq'> | null {
  if (reading.header.count === 0) return null;
  const inFile = reading.columns.filter((c) => !c.added);
  return {
    sender: reading.sender,
    ledger: reading.ledger,
    headers: inFile.map((c) => c.header),
    columns: inFile.map(({ index: _, ...rest }) => rest),
    ...(reading.words ? { words: reading.words } : {}),
  };
}

const DEEPEST = 25;
const MOST_ROWS = 3;

/** Where in the records a header begins whose columns are the remembered ones, in order. */
function placeOf(
  records: Seen['records'],
  headers: readonly string[],
): { first: number; count: number; headers: Header[] } | null {
  const known = headers.map(strictName);
  const first0 = known.find((h) => h !== '');
  if (first0 === undefined) return null;
  for (let first = 0; first < Math.min(records.length, DEEPEST); first++)
    for (let count = 1; count <= MOST_ROWS; count++) {
      const found = headersAt(records, first, count);
      if (found.length === known.length && found.every((h, i) => strictName(h.text) === known[i]))
        return { first, count, headers: found };
    }
  return null;
}

/** Whether two mappings read the same headers alike. */
const agree = (a: RememberedMapping, b: RememberedMapping): boolean =>
  a.ledger === b.ledger &&
  JSON.stringify(a.words ?? {}) === JSON.stringify(b.words ?? {}) &&
  a.columns.every((c, i) => {
    const o = b.columns[i];
    return c.column === o?.column && c.scale === o.scale && c.shareAs === o.shareAs;
  });

/**
 * The reading of a table by what was confirmed before; null where nothing was, or not for this sender. Where one of
 * the two senders is not known, all that is remembered of these headers must agree.
 */
export function applyRemembered(seen: Seen, ledgers: readonly LedgerDef[] = LEDGERS): Plan | null {
  const candidates = [...(seen.remembered ?? [])]
    .sort((a, b) => b.seq - a.seq)
    .flatMap((memory) => {
      const ledger = ledgers.find((l) => l.id === memory.ledger);
      const place = ledger && memory.columns.length === memory.headers.length ? placeOf(seen.records, memory.headers) : null;
      if (!ledger || !place) return [];
      const layout = fit(ledger, place.first, place.count, place.headers);
      return [{ memory, plan: planTable(layout, seen, rememberedColumns(memory, layout, seen)) }];
    });
  const same = candidates.find(({ memory, plan }) => plan.reading.sender !== '' && memory.sender === plan.reading.sender);
  const [latest] = candidates;
  const loose = candidates.filter(({ memory, plan }) => plan.reading.sender === '' || memory.sender === '');
  const chosen =
    same ?? (latest && loose.includes(latest) && candidates.every((c) => agree(c.memory, latest.memory)) ? latest : undefined);
  if (!chosen) return null;
  const { memory, plan } = chosen;
  return {
    ...plan,
    reading: { ...plan.reading, ...(memory.words ? { words: memory.words } : {}) },
    problems: [fault.file.remembered(seen.file, memory.sender), ...plan.problems],
    remembered: memory,
  };
}

/** The columns as remembered, but for what this file says otherwise. */
function rememberedColumns(memory: RememberedMapping, { ledger, headers, first, count }: Layout, seen: Seen): ColumnPlan {
  const { units } = readAbove(titlesOf(seen, first));
  const body = seen.records.slice(first + count);
  const questions: Question[] = [];
  const problems = [];
  const columns: ColumnMapping[] = [];
  for (const [i, { index, text }] of headers.entries()) {
    const { header: _, scale: before, ...known } = memory.columns[i] as RememberedMapping['columns'][number];
    const column = ledger.columns.find((c) => c.id === known.column);
    const cells = body.map((r) => r[index] ?? '');
    if (!column) {
      columns.push({ index, header: text, column: null });
      if (!isOrdinal(text) && cells.some((c) => c.trim() !== '')) {
        const place = { file: seen.file, row: startOfTable(seen) + first + count, column: index + 1, header: text };
        problems.push(fault.file.columnUnknown(place));
      }
      continue;
    }
    if (column.type === 'share') {
      const { as } = decideShare(text, cells);
      // 0.95 from a sender who used to write 95: neither memory nor a guess may decide.
      if (known.shareAs && (as === 'percent' || as === 'fraction') && as !== known.shareAs)
        questions.push({
          ask: 'share',
          index,
          header: text,
          samples: [...new Set(cells.filter((c) => c.trim() !== ''))].slice(0, 3),
        });
    }
    // The header is the same as then; 单位：元 above the table may not be.
    const inTable = scaleInHeader(text, column) === null ? scaleInTable(units, column) : null;
    const scale = inTable ?? before ?? 1;
    const shareAs = known.shareAs ?? undecidedShare(column.type, text, cells);
    columns.push({ ...known, index, header: text, ...(shareAs ? { shareAs } : {}), ...(scale === 1 ? {} : { scale }) });
  }
  return { columns, questions, problems };
}

/** How bare shares are meant where memory does not say, since there were none. */
function undecidedShare(type: string, header: string, cells: readonly string[]): ColumnMapping['shareAs'] {
  if (type !== 'share') return undefined;
  const { as } = decideShare(header, cells);
  return as === 'percent' || as === 'fraction' ? as : undefined;
}
