/** A source is kept whole: persons in one of its tables, or in none of them, are a matter of each. */
import type { PersonsFound, TableProposal } from '../model/table';
import type { Records } from './parts';
import { personsFound } from './persons';
import { withPersons } from './propose';

/** Samples shown at most. */
const SAMPLES = 5;

/** @param left records that belong to no table: unused parts, hidden sheets. */
export function personsElsewhere(tables: readonly TableProposal[], left: readonly Records[]): readonly TableProposal[] {
  const outside = left.flatMap((records) => personsFound(records, { first: 0, count: 0 }, []) ?? []);
  return tables.map((table) => {
    if (table.persons) return table;
    const found = [...tables.flatMap((t) => t.persons ?? []), ...outside];
    return found.length === 0 ? table : withPersons(table, sumOf(found));
  });
}

/** Columns of other tables count as a cell each: they can't be pointed at in this one. */
const sumOf = (found: readonly PersonsFound[]): PersonsFound => ({
  columns: [],
  cells: found.reduce((sum, f) => sum + f.cells + f.columns.length, 0),
  samples: [...new Set(found.flatMap((f) => f.samples))].slice(0, SAMPLES),
});
