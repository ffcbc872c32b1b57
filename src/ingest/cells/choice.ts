/** Cells that say one of a few things: yes or no, a value of a list, a number of stars. */
import { NO_WORDS, STAR_WORDS, YES_WORDS } from '../../model/cell-words';
import type { ColumnDef } from '../../model/ledger';
import { noFigure, wordOf } from '../words';
import { bad, MISSING, NOT_APPLICABLE, ok, type Cell, type ReadCell } from './cell';

const yes: ReadonlySet<string> = new Set(YES_WORDS);
const no: ReadonlySet<string> = new Set(NO_WORDS);
const stars: ReadonlyMap<string, number> = new Map(Object.entries(STAR_WORDS));

function unlessNothing(text: string, otherwise: () => Cell): Cell {
  const nothing = noFigure(text);
  return nothing === null ? otherwise() : nothing === 'na' ? NOT_APPLICABLE : MISSING;
}

/** 是/否 and their like, and the column's own name with 已 or 未 before it: `未销号` in 是否销号. */
export function flagReader(column: ColumnDef): ReadCell {
  const names = new Set([column.name.zh, ...(column.names ?? [])].map((n) => wordOf(n).replace(/^是否|^[已应需]/, '')));
  return (text) => {
    const word = wordOf(text);
    if (yes.has(word)) return ok('true');
    if (no.has(word)) return ok('false');
    return unlessNothing(text, () => {
      if (!names.has(word.slice(1))) return bad('cell.unreadable', { expects: 'flag' });
      return '已是有'.includes(word.charAt(0))
        ? ok('true')
        : '未否无'.includes(word.charAt(0))
          ? ok('false')
          : bad('cell.unreadable', { expects: 'flag' });
    });
  };
}

/** One of the column's values, by id, name or another of its names. */
export function listReader(column: ColumnDef): ReadCell {
  const values = column.values ?? [];
  const byWord = new Map<string, string>();
  for (const v of values)
    for (const n of [v.name.zh, v.id, ...(v.names ?? [])]) if (!byWord.has(wordOf(n))) byWord.set(wordOf(n), v.id);
  const names = values.map((v) => v.name.zh);
  return (text) => {
    const id = byWord.get(wordOf(text));
    return id === undefined ? unlessNothing(text, () => bad('cell.notInList', { values: names })) : ok(id);
  };
}

/** 0–5 stars: `三星`, `★★★`, `3`. */
export const starReader: ReadCell = (text) => {
  const word = wordOf(text).replace(/(?:党支部|支部)$/, '');
  const n = stars.get(word);
  if (n !== undefined) return ok(String(n));
  if (/^[0-5](?:\.0+)?$/.test(word)) return ok(word.charAt(0));
  return unlessNothing(text, () =>
    /^-?\d+(?:\.\d+)?$/.test(word) ? bad('cell.notInRange', { min: 0, max: 5 }) : bad('cell.unreadable', { expects: 'star' }),
  );
};
