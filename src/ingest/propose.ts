/** From the records of a source to the tables it holds: each with its proposal, and what else there was. */
import type { LedgerDef } from '../model/ledger';
import type { Problem } from '../model/problem';
import type { Form, PersonsFound, Question, RememberedMapping, TableProposal } from '../model/table';
import * as fault from './faults';
import { isOrdinal } from './headers';
import { isPlausible, layoutsOf, rivals, type Layout } from './layout';
import { ownExportLayout } from './own-export';
import { filledIn, foreignFrom, partsOf, type Part, type Records } from './parts';
import { maskRecord, PersonColumns, personsFound } from './persons';
import { missingColumns, planTable, type Plan } from './plan';
import { applyRemembered } from './remembered';
import { PREVIEW_RECORDS, startOfTable, type Seen } from './seen';
import { transposedIn } from './transposed';
import { planUnknown, unknownFault } from './unknown';

/** A source's records and where they came from. */
export interface Source {
  readonly file: string;
  readonly form: Form;
  readonly records: Records;
  /** Whether these are all records. */
  readonly complete: boolean;
  readonly ledgers: readonly LedgerDef[];
  readonly remembered: readonly RememberedMapping[];
}

export interface Proposed {
  readonly tables: readonly TableProposal[];
  /** Tables that no ledger's names fit and that only the user can name. */
  readonly unknown: readonly TableProposal[];
  readonly rest: readonly Problem[];
  /** Why there is no table. */
  readonly faults: readonly Problem[];
  /** Records of no table. */
  readonly left: Records;
}

/** The tables of a source. `clean` is left open: it is a matter of bytes. */
export function proposeTables(source: Source): Proposed {
  const { file, records, complete, ledgers } = source;
  const own = ownExportLayout(records, ledgers);
  if (own) {
    const table = tableOf(seenOf(source, null, true), [own], source);
    const none = { tables: [], unknown: [], rest: [], faults: [], left: [] };
    return 'code' in table ? { ...none, faults: [table] } : { ...none, tables: [table] };
  }
  const all: Part = { first: 0, last: records.length - 1 };
  const queue: Part[] = complete ? partsOf(records, ledgers) : [all];
  const tables: TableProposal[] = [];
  const unknown: TableProposal[] = [];
  const rest: Problem[] = [];
  const faults: Problem[] = [];
  const failed: Part[] = [];
  const left: (readonly string[])[] = [];
  const unread = (part: Part) => {
    const stretch = records.slice(part.first, part.last + 1);
    left.push(...stretch);
    if (stretch.some(isOfTable)) rest.push(fault.file.partUnused({ file, row: part.first + 1 }));
  };
  for (let part = queue.shift(); part; part = queue.shift()) {
    const whole = part.first === 0 && queue.length === 0 && tables.length + unknown.length + rest.length === 0;
    const stretch = records.slice(part.first, part.last + 1);
    const clue = clueOf(stretch, source);
    const layouts = layoutsOf(stretch, ledgers, clue);
    const upright = layouts.find(isPlausible);
    const side = complete ? transposedIn(records, part, ledgers, clue, upright) : null;
    if (side) {
      const seen = { ...seenOf(source, side.area), records: side.records, above: side.above, transposed: true as const };
      keep(tableOf(seen, side.layouts, source), part);
      continue;
    }
    const foreign = upright && complete ? foreignFrom(stretch, upright) : null;
    if (foreign !== null) {
      queue.unshift({ first: part.first, last: part.first + foreign - 1 }, { first: part.first + foreign, last: part.last });
      continue;
    }
    const seen = seenOf(source, whole ? null : part);
    if (upright || seen.remembered) {
      const table = tableOf(seen, layouts.filter(isPlausible), source);
      if (!('code' in table) || upright) {
        keep(table, part);
        continue;
      }
    }
    const plan = nearly(layouts, seen, clue) ?? planUnknown(seen, layouts, ledgers, clue);
    if (plan) (plan.questions.some((q) => q.ask === 'map') ? unknown : tables).push(finished(seen, plan));
    else if (whole) faults.push(unknownFault(seen, layouts));
    else unread(part);
  }
  if (tables.length === 0) return { tables, unknown, rest, faults, left };
  // Beside a table that is known, one that is not is a thing of the sender's own; so is one that can't be used.
  for (const part of [...failed, ...unknown.map(({ reading }) => reading.area ?? all)]) unread(part);
  return { tables, unknown: [], rest, faults, left };

  function keep(table: TableProposal | Problem, part: Part): void {
    if ('code' in table) {
      faults.push(table);
      failed.push(part);
    } else tables.push(table);
  }
}

/** Whether a record may be one of a table: several cells, and no fragment such as 填报人：. */
function isOfTable(record: readonly string[]): boolean {
  const cells = filledIn(record);
  return cells.length >= 2 && !cells.some((c) => /[:：]/.test(c));
}

/** @param part null: the source as a whole. */
function seenOf({ file, form, records, complete, remembered }: Source, part: Part | null, ownExport = false): Seen {
  return {
    file,
    records: part ? records.slice(part.first, part.last + 1) : records,
    complete,
    dialect: form,
    ownExport,
    ...(part ? { area: { first: part.first, last: part.last } } : {}),
    ...(remembered.length > 0 ? { remembered } : {}),
  };
}

/** What may name the ledger outside its columns: records of a single cell before the table, the names of sheet and file. */
function clueOf(records: Records, { file, form }: Source): string {
  const titles = records.slice(0, 5).map(filledIn);
  return [...titles.flatMap((t) => (t.length === 1 ? t : [])), 'sheet' in form ? form.sheet : '', file].join('|');
}

/** The proposal of a table some ledger fits; a problem where it can't be used. */
function tableOf(seen: Seen, layouts: readonly Layout[], { ledgers }: Source): TableProposal | Problem {
  const memory = applyRemembered(seen, ledgers);
  if (memory) return finished(seen, memory);
  const [layout] = layouts;
  if (!layout) return fault.file.noHeader(seen.file);
  const { first, count, ledger } = layout;
  if (!seen.records.slice(first + count).some((r) => filledIn(r).length > 0)) return fault.file.noRows(seen.file, ledger.id);
  const plan = planTable(layout, seen);
  const candidates = seen.ownExport || seen.transposed ? [] : rivals(layouts);
  if (candidates.length > 1) return finished(seen, { ...plan, questions: [{ ask: 'ledger', candidates }, ...plan.questions] });
  const missing = missingColumns(ledger, plan.reading, plan.questions);
  if (missing.length === 0) return finished(seen, plan);
  const place = { file: seen.file, row: startOfTable(seen) + first + count };
  if (spareIn(seen, plan, first + count) < missing.length) return fault.file.columnMissing(place, ledger, missing);
  // Among the columns that were not used may be those that are missing.
  const map: Question = { ask: 'map', headers: layout.headers.map((h) => h.text) };
  const problems = [fault.file.columnSought('warning', place, ledger, missing), ...plan.problems];
  return finished(seen, { ...plan, problems, questions: [map, ...plan.questions] });
}

/** How many columns, none of them a running number, were taken for nothing and hold something. */
const spareIn = (seen: Seen, { reading }: Plan, from: number): number =>
  reading.columns.filter(
    (c) => c.column === null && !isOrdinal(c.header) && seen.records.slice(from).some((r) => (r[c.index] ?? '').trim() !== ''),
  ).length;

/** A table that names alone do not make a ledger's, but with what its columns may mean lacks nothing. */
function nearly(layouts: readonly Layout[], seen: Seen, clue: string): Plan | null {
  for (const layout of layouts.slice(0, 3)) {
    if (layout.first + layout.count >= seen.records.length) continue;
    const plan = planTable(layout, seen);
    const named = plan.reading.columns.filter((c) => c.column !== null).length;
    const proposed = plan.questions.filter((q) => q.ask === 'column').length;
    // One figure beside the county, and strangers: that is a likeness, not the ledger.
    if ((named + proposed) * 2 < layout.headers.filter((h) => h.text !== '' && !isOrdinal(h.text)).length) continue;
    if (named + proposed < (clue === '' ? 3 : 2) || missingColumns(layout.ledger, plan.reading, plan.questions).length > 0)
      continue;
    return plan;
  }
  return null;
}

/** A proposal with its preview and its persons, which are looked for where the source was read whole. */
function finished(seen: Seen, plan: Plan): TableProposal {
  const { header, columns } = plan.reading;
  const above = seen.above ?? [];
  const first = header.first - startOfTable(seen);
  const headers = columns.map((c) => c.header);
  const place = { first: above.length + first, count: header.count };
  const found = seen.complete ? personsFound([...above, ...seen.records], place, headers) : null;
  const table = {
    ...plan,
    file: seen.file,
    clean: false,
    preview: masked(seen.records, first, header.count, headers),
    persons: null,
  };
  return found ? withPersons(table, found) : table;
}

/** A proposal that asks what is to become of persons. */
export const withPersons = (table: TableProposal, found: PersonsFound): TableProposal => ({
  ...table,
  persons: found,
  questions: [...table.questions.filter((q) => q.ask !== 'persons'), { ask: 'persons', found }],
});

/** The preview never shows a person, whatever is decided. */
function masked(records: Records, first: number, count: number, headers: readonly string[]): Records {
  const columns = new PersonColumns(headers, records.slice(first + count));
  return records.slice(0, PREVIEW_RECORDS).map((record, i) => {
    if (i >= first && i < first + count) return record;
    return maskRecord(record, (column, text) => (i < first ? columns.text(text) : columns.cell(column, text)));
  });
}
