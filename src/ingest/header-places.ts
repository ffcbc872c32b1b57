/** Where in many records headers may stand: records most of whose cells are names of columns, of whatever ledger. */
import type { LedgerDef } from '../model/ledger';
import { looseName } from './headers';
import { mayStart } from './words';

/** Tells of a cell whether it is a column's name. Fast, since it is asked of every cell there is. */
type IsName = (text: string) => boolean;

const known = new WeakMap<readonly LedgerDef[], IsName>();

function namesOf(ledgers: readonly LedgerDef[]): IsName {
  const before = known.get(ledgers);
  if (before) return before;
  const names = ledgers.flatMap((l) => l.columns.flatMap((c) => [c.name.zh, ...(c.names ?? [])]));
  const loose = new Set(names.map(looseName));
  const may = mayStart([...names, ...loose]);
  let answers = new Map<string, boolean>();
  const isName: IsName = (cell) => {
    const text = cell.trim();
    if (text === '' || text.length > 40 || !may(text)) return false;
    let answer = answers.get(text);
    if (answer === undefined) {
      answer = loose.has(looseName(text));
      if (answers.size > 20_000) answers = new Map();
      answers.set(text, answer);
    }
    return answer;
  };
  known.set(ledgers, isName);
  return isName;
}

/** Records that read like a header, grouped where they stand together: `[first, last]`, 0-based, in order. */
export function headerPlaces(
  records: readonly (readonly string[])[],
  ledgers: readonly LedgerDef[],
): (readonly [first: number, last: number])[] {
  const isName = namesOf(ledgers);
  const groups: [number, number][] = [];
  for (const [i, record] of records.entries()) {
    let filled = 0;
    let named = 0;
    for (const cell of record) {
      if (cell === '' || cell.trim() === '') continue;
      filled += 1;
      if (isName(cell)) named += 1;
    }
    if (named < 2 || named * 2 < filled) continue;
    const group = groups.at(-1);
    if (group && i - group[1] <= 1) group[1] = i;
    else groups.push([i, i]);
  }
  return groups;
}
