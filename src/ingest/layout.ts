/**
 * Where a table's header is and which ledger it is: every ledger's column names are laid over every place where a
 * header could be, and the best fit wins. The ledgers' own words are the only evidence; there is no list of layouts.
 */
import type { ColumnDef, LedgerDef, LedgerId } from '../model/ledger';
import { ColumnNames, headersAt, isOrdinal, looseName, type Grade, type Header } from './headers';
import { mayBePinyin, pinyinNamesOf } from './pinyin';
import { noFigure } from './words';

export interface Match {
  readonly index: number;
  readonly column: ColumnDef;
  readonly grade: Grade;
}

export interface Layout {
  readonly ledger: LedgerDef;
  /** 0-based index of the header's first record, and how many it spans. */
  readonly first: number;
  readonly count: number;
  readonly headers: readonly Header[];
  /** At most one per ledger column, but for a period told by several (年度 and 季度). */
  readonly matches: readonly Match[];
  /** Further headers that name a column already matched. */
  readonly twice: readonly Match[];
  /** How many further headers abbreviate a column's name in pinyin: to be asked about. */
  readonly hints: number;
  /** Required columns that no header names or abbreviates. */
  readonly missing: readonly ColumnDef[];
  readonly score: number;
}

const DEEPEST = 25;
const MOST_ROWS = 3;
const WORTH: Record<Grade, number> = { exact: 1, loose: 0.95, pinyin: 0.9, child: 0.7 };
/** A header that only abbreviates a name. */
const HINT_WORTH = 0.3;

const names = new WeakMap<LedgerDef, ColumnNames>();
function namesOf(ledger: LedgerDef): ColumnNames {
  const known = names.get(ledger) ?? new ColumnNames(ledger);
  names.set(ledger, known);
  return known;
}

/** A figure or a day: no header has a cell of it. */
const isFigure = (text: string): boolean =>
  /^[+-]?[\d,.]+[%‰]?$|^\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?$/.test(text.normalize('NFKC').trim());
const filled = (record: readonly string[]): string[] => record.filter((c) => c.trim() !== '');

/** A record that can be part of a header: words, at least two of them, or one below or above such a record. */
const canHead = (record: readonly string[]): boolean => filled(record).length > 0 && !record.some(isFigure);

/** Words of a title or file name that give the ledger away. */
export function isNamedIn(ledger: LedgerDef, clue: string): boolean {
  const text = looseName(clue);
  return [ledger.name.zh, ledger.id, ...(ledger.names ?? [])].some((n) => text.includes(looseName(n)));
}

/**
 * The best layout of each ledger, best ledger first.
 * @param clue title rows and file name.
 */
export function layoutsOf(records: readonly (readonly string[])[], ledgers: readonly LedgerDef[], clue: string): Layout[] {
  const places: { first: number; count: number; headers: Header[] }[] = [];
  const heads = records.slice(0, DEEPEST + MOST_ROWS).map(canHead);
  for (let first = 0; first < Math.min(records.length, DEEPEST); first++) {
    if (filled(records[first] as string[]).length < 2) continue;
    for (let count = 1; count <= MOST_ROWS && heads[first + count - 1]; count++)
      places.push({ first, count, headers: headersAt(records, first, count) });
  }
  const best = ledgers.flatMap((ledger) => {
    const fits = places.map((p) => fit(ledger, p.first, p.count, p.headers));
    const top = fits.reduce<Layout | null>((a, b) => (a === null || b.score > a.score ? b : a), null);
    if (!top || top.matches.length + top.hints === 0) return [];
    const deeper = withChildren(withParents(top, records), records);
    return [isNamedIn(ledger, clue) ? { ...deeper, score: deeper.score + 3 } : deeper];
  });
  return best.sort((a, b) => b.score - a.score);
}

/** Lays a ledger over one place. A period may be told by two columns, any other column by one. */
export function fit(ledger: LedgerDef, first: number, count: number, headers: readonly Header[]): Layout {
  const all = headers.flatMap((h): Match[] => {
    const found = namesOf(ledger).match(h);
    if (found) return [{ index: h.index, ...found }];
    const spelt = h.parts.length === 1 && mayBePinyin(h.text) ? pinyinNamesOf(ledger).match(h.text) : null;
    return spelt ? [{ index: h.index, column: spelt, grade: 'pinyin' }] : [];
  });
  const matches: Match[] = [];
  const twice: Match[] = [];
  for (const m of [...all].sort((a, b) => WORTH[b.grade] - WORTH[a.grade] || a.index - b.index)) {
    const taken = matches.some((o) => o.column === m.column);
    (taken && m.column.type !== 'period' ? twice : matches).push(m);
  }
  // Several children of one name and none that fits better: no column is sure.
  const unsure = matches.filter((m) => m.grade === 'child' && twice.some((o) => o.column === m.column));
  for (const m of unsure) {
    matches.splice(matches.indexOf(m), 1);
    twice.push(m);
  }
  matches.sort((a, b) => a.index - b.index);
  const unnamed = headers.filter((h) => h.text !== '' && !isOrdinal(h.text) && !all.some((m) => m.index === h.index));
  const hints = unnamed.flatMap((h) => {
    const free = mayBePinyin(h.text)
      ? pinyinNamesOf(ledger)
          .propose(h.text)
          .filter((c) => !matches.some((m) => m.column === c))
      : [];
    return free.length > 0 ? [free] : [];
  });
  const missing = ledger.columns.filter(
    (c) => c.required && !matches.some((m) => m.column === c) && !hints.some((h) => h.includes(c)),
  );
  const worth = matches.reduce((sum, m) => sum + WORTH[m.grade], 0);
  return {
    ledger,
    first,
    count,
    headers,
    matches,
    twice,
    missing,
    hints: hints.length,
    score: worth + HINT_WORTH * hints.length - 0.4 * missing.length - 0.15 * (unnamed.length - hints.length) - 0.05 * (count - 1),
  };
}

/**
 * A record above that shares a cell with the header is a part of it: of merged cells that reach over both the lower
 * record has a copy, so that it alone would do, without the parents of the others. So is one with a word over a blank,
 * which is a merged cell without a copy: without it 上年同期 and 本期 would be lost, and which figures are whose.
 */
function withParents(layout: Layout, records: readonly (readonly string[])[]): Layout {
  const { ledger, first, count, headers, score } = layout;
  const above = records[first - 1];
  const top = records[first];
  const joined = above?.some((c, i) => {
    const own = c.trim();
    const over = i < headers.length && headers[i]?.text === '' && !above.some((other) => /[:：]/.test(other));
    return own !== '' && (own === top?.[i]?.trim() || over);
  });
  if (!above || !joined || count >= MOST_ROWS || filled(above).length < 2 || !canHead(above)) return layout;
  const whole = fit(ledger, first - 1, count + 1, headersAt(records, first - 1, count + 1));
  return withParents({ ...whole, score: Math.max(score, whole.score) }, records);
}

/**
 * A second header row whose words no ledger knows still belongs to the header, else it would be read as a row of
 * data: it has words only, none in the unit's column, and one under a blank.
 */
function withChildren(layout: Layout, records: readonly (readonly string[])[]): Layout {
  const { ledger, first, count, headers, matches } = layout;
  const next = records[first + count];
  if (!next || !canHead(next)) return layout;
  const unit = matches.find((m) => m.column.type === 'unit') ?? matches[0];
  const above = records[first + count - 1] ?? [];
  const under = next.some((c, i) => noFigure(c.trim()) === null && (above[i] ?? '').trim() === '' && i <= headers.length);
  if (!unit || (next[unit.index] ?? '').trim() !== '' || !under) return layout;
  return fit(ledger, first, count + 1, headersAt(records, first, count + 1));
}

/** Whether a layout is a table of its ledger rather than a chance likeness. */
export function isPlausible({ headers, matches, twice, hints, missing, ledger, score }: Layout): boolean {
  const required = ledger.columns.filter((c) => c.required).length;
  const named = headers.filter((h) => h.text !== '' && !isOrdinal(h.text)).length;
  const known = matches.length + twice.length + hints;
  // Where the required columns tell little (the county alone), most of the headers must.
  if (required < 3 && known * 2 < named) return false;
  return (
    (matches.length >= 2 || matches.length + hints >= 3) && score > 0 && required - missing.length >= Math.min(2, required / 2)
  );
}

/** The ledgers between which only the user can decide; one when it is clear. */
export function rivals(layouts: readonly Layout[]): LedgerId[] {
  const [best] = layouts;
  if (!best) return [];
  const close = layouts.filter((l) => best.score - l.score < 1 && l.missing.length <= best.missing.length && isPlausible(l));
  return close.map((l) => l.ledger.id);
}
