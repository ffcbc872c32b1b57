/** Headers: merged rows joined into one text per column, and the forms in which two spellings are the same name. */
import type { ColumnDef, LedgerDef } from '../model/ledger';

export interface Header {
  readonly index: number;
  /** As the file has it, merged parts joined by `/`. */
  readonly text: string;
  /** From the topmost parent down; empty for a column without header. */
  readonly parts: readonly string[];
}

/**
 * How sure a match is. exact: the name to the letter. loose: but for units and 其中. child: by the lowest part of a
 * merged header alone. pinyin: spelt out in Latin letters.
 */
export type Grade = 'exact' | 'loose' | 'child' | 'pinyin';

/** Names recur: every ledger is laid over every place where a header may be. What was worked out is kept; bounded. */
function remembered(form: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= 20_000) known.clear();
    const found = form(text);
    known.set(text, found);
    return found;
  };
}

/** Strict form: NFKC, upper case, no white space, no marks and numbering before, no colon after; 、 , / are one. */
export const strictName = remembered((text) =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\u200b]+/g, '')
    .replace(/^[#△▲*·☆]+/, '')
    .replace(/^(?:\d{1,2}[.、]|\(\d{1,2}\)|[一二三四五六七八九十]{1,2}、)(?=\D)/, '')
    .replace(/[“”"'‘’]/g, '')
    .replace(/[,、/]/g, '、')
    .replace(/:$/, ''),
);

const REMARK =
  /\((?:单位:)?(?:人|个|家|名|项|次|场|期|分|件|份|条|票|年|卷|元|千元|万元|百万元|亿元|%|‰|人次|所|支部·月|本年累计|当年累计|累计|期末数?|本季度?|当季|本期|是、否|必填|选填)\)/g;

/** Loose form: the strict one without units and bases in brackets, `其中:` and a percent sign. */
export const looseName = remembered((text) =>
  strictName(text)
    .replace(REMARK, '')
    .replace(/^其中:?/, '')
    .replace(/[%‰]$/, ''),
);

/** Children that only say what the parent is counted in: the parent is the name. */
const GENERIC = /^(?:人数|数量|个数|数|数值|名称|金额|得分|分数|值|人|个|家|项)$/;

const ORDINAL = /^(?:序号|行次|栏次|序|NO\.?|#)$/;

/** Whether a header is that of a running number, which no ledger holds and nobody misses. */
export const isOrdinal = (text: string): boolean =>
  text.length < 8 && ORDINAL.test(text.normalize('NFKC').toUpperCase().replace(/\s+/g, ''));

/**
 * The headers of `count` records from `first` on. A blank cell right of a parent belongs to it when its own column
 * has a child and so has the parent's.
 */
export function headersAt(records: readonly (readonly string[])[], first: number, count: number): Header[] {
  const rows = records.slice(first, first + count).map((r) => r.map((c) => c.trim()));
  const width = Math.max(...rows.map((r) => r.length), 0);
  // A cell merged over several rows stands in each of them and is no parent.
  const below = (row: number, column: number, own = '') =>
    rows.slice(row + 1).some((r) => (r[column] ?? '') !== '' && r[column] !== own);
  const filled = rows.map((r, row) => {
    let parent = '';
    return Array.from({ length: width }, (_, column) => {
      const own = r[column] ?? '';
      if (own !== '') parent = below(row, column, own) ? own : '';
      return own !== '' || !below(row, column) ? own : parent;
    });
  });
  return Array.from({ length: width }, (_, index) => {
    const parts = filled.map((r) => r[index] ?? '').filter((p, i, all) => p !== '' && p !== all[i - 1]);
    return { index, parts, text: parts.join('/').replace(/\s*\n\s*/g, '') };
  });
}

/** The stand-ins for headers of a table that has none: 列1, 列2, … They name nothing. */
export function headersWithout(records: readonly (readonly string[])[], least = 0): Header[] {
  const width = records.reduce((most, r) => Math.max(most, r.length), least);
  return Array.from({ length: width }, (_, index) => ({ index, parts: [], text: `列${index + 1}` }));
}

const PAST = /上年|去年|上一年|同期|上季|上期|上月|上一季/;
const BRACKETED = /\([^()]*\)/g;

/** Whether words beside a name say that its figures are of another time than the column's: a quarter's are none since 1 January. */
function isOtherTime({ basis }: ColumnDef, words: string): boolean {
  if (basis === 'y') return /本季|当季|本期|本月|当月/.test(words);
  return basis === 'f' && /累计/.test(words);
}

/** The names of a ledger's columns, ready to be looked up. */
export class ColumnNames {
  readonly #strict = new Map<string, ColumnDef>();
  readonly #loose = new Map<string, ColumnDef | null>();

  constructor(readonly ledger: LedgerDef) {
    for (const column of ledger.columns)
      for (const name of [column.name.zh, ...(column.names ?? [])]) {
        if (!this.#strict.has(strictName(name))) this.#strict.set(strictName(name), column);
        const loose = looseName(name);
        const before = this.#loose.get(loose);
        // A loose form that two columns share names neither.
        if (loose !== '') this.#loose.set(loose, before === undefined || before === column ? column : null);
      }
  }

  #find(name: string): { column: ColumnDef; grade: Grade } | null {
    const exact = this.#strict.get(strictName(name));
    if (exact) return { column: exact, grade: 'exact' };
    const loose = this.#loose.get(looseName(name));
    const words = (strictName(name).match(BRACKETED) ?? []).join('');
    return loose && !isOtherTime(loose, words) ? { column: loose, grade: 'loose' } : null;
  }

  /** The column a header names, or null. */
  match({ parts }: Header): { column: ColumnDef; grade: Grade } | null {
    const child = parts.at(-1);
    if (child === undefined) return null;
    if (parts.length === 1) return this.#find(child);
    const parent = parts.slice(0, -1).join('');
    const joined = this.#find(parent + child) ?? this.#find(`${parent}(${child})`) ?? this.#find(`${parent}:${child}`);
    if (joined) return joined;
    const generic = GENERIC.test(looseName(child)) || looseName(child) === '';
    const above = generic ? this.#find(parts.at(-2) as string) : null;
    if (above) return above;
    const alone = this.#find(child);
    if (!alone || PAST.test(parent) || isOtherTime(alone.column, parent.replace('本期', ''))) return null;
    return { column: alone.column, grade: 'child' };
  }
}
