/**
 * Which branch of one period is which of another: by its code 支部代码 where both give one, else by county, township and
 * name. A code or a name that two branches of a period bear joins neither: nobody's stars are taken for another's.
 */
import { normaliseName, type UnitId } from '../model/unit';
import type { BranchTable } from './branch-table';

/** By branch: its code, and its name with the place it lies in; '' for what is not given. */
interface Marks {
  readonly codes: readonly string[];
  readonly names: readonly string[];
}

const marks = new WeakMap<BranchTable, Marks>();

function marksOf(table: BranchTable): Marks {
  const known = marks.get(table);
  if (known) return known;
  const { counties, townships } = table;
  const lines = (text: string) => (table.size === 0 ? [] : text.split('\n'));
  const places = townships.values.map(normaliseName);
  const made = {
    codes: lines(table.codes).map((c) => c.trim().toUpperCase()),
    names: lines(table.names).map(
      (n, i) => `${counties.values[counties.codes[i] ?? -1]}/${places[townships.codes[i] ?? -1]}/${normaliseName(n)}`,
    ),
  };
  marks.set(table, made);
  return made;
}

/** Place by mark; −1: two bear it. */
function placesOf(of: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  of.forEach((mark, i) => {
    if (mark !== '') places.set(mark, places.has(mark) ? -1 : i);
  });
  return places;
}

/** By branch of `now`, its place in `before`; −1: it was not there. */
export function joinBranches(now: BranchTable, before: BranchTable): Int32Array {
  const [here, there] = [marksOf(now), marksOf(before)];
  const byCode = placesOf(there.codes);
  const byName = placesOf(there.names);
  const [ownCodes, ownNames] = [placesOf(here.codes), placesOf(here.names)];
  const joined = new Int32Array(now.size).fill(-1);
  const taken = new Uint8Array(before.size);
  const join = (i: number, at: number | undefined): void => {
    if (at === undefined || at < 0 || taken[at] === 1 || joined[i]! >= 0) return;
    joined[i] = at;
    taken[at] = 1;
  };
  here.codes.forEach((code, i) => ownCodes.get(code) === i && join(i, byCode.get(code)));
  here.names.forEach((name, i) => {
    const at = byName.get(name);
    // Two codes that differ are two branches, whatever they are called.
    const differs =
      at !== undefined && at >= 0 && here.codes[i] !== '' && there.codes[at] !== '' && here.codes[i] !== there.codes[at];
    if (ownNames.get(name) === i && !differs) join(i, at);
  });
  return joined;
}

/** An id for every branch of a table, each once: its code, else its place and name; a second bearer has its number behind it. */
export function branchIds(table: BranchTable): UnitId[] {
  const { codes, names } = marksOf(table);
  const seen = new Set<string>();
  return names.map((name, i) => {
    let id = codes[i] || name;
    if (seen.has(id)) id = `${id}#${i}`;
    seen.add(id);
    return id as UnitId;
  });
}
