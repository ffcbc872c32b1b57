/** Which periods a title, a file name or a cell names, and how periods contain each other. */
import type { Frequency } from '../model/ledger';
import { asOf, isPeriod, lastMonth, partsOf, periodOf, readPeriod, type Period } from '../model/period';

/** `2026年1—9月`, `2026年9月底`, `2026.1-9月`; not a day (`2026年9月8日`). */
const MONTHS = /((?:19|20)\d{2})[年.](?:\d{1,2}月?[-—–~至到])?(\d{1,2})月(?:份?(?:底|末)?)(?!\d)/;
/** `2026.9`, `2026-09`, `2026.1-9`: with a point or a stroke, and nothing of a day after it. */
const POINTED = /(?<![\d.])((?:19|20)\d{2})(?:[.\-/]|[./]\d{1,2}[-—–~至到])(\d{1,2})(?![\d.\-/月年Q])/;
const AS_OF = /截[至止](?:到)?((?:19|20)\d{2})[年.\-/](\d{1,2})[月.\-/](\d{1,2})/;
/** Between two periods of one text; a hyphen inside `2026-Q1` is put back by the year carried along. */
const BETWEEN = /[-—–~至到_\s,、;()]+/;

const DIGITS = '〇一二三四五六七八九';
/** 二〇二六年, also with ○, O or 零 for 〇. */
const WRITTEN_YEAR = /[一二][〇○零O0一二三四五六七八九]{3}(?=年)/g;
/** 26年三季度: two digits are a year only where a part of one follows. */
const SHORT_YEAR = /(?<![\d.])['’]?([12]\d)年(?=第?[一二三四1-4]季|[上下]半年|度|前[二两三]|1?\d(?:月|[-—–~至到]))/g;
/** 第一至三季度, 1-3季度, 前三季度: from January on, so the last of them names the period. */
const SPAN = /(?:(?<!\d)第?[一二三1-3]季?度?[-—–~至到]|前)(?:第)?([二两三四234])个?季度?/g;

/** The text as the patterns know it: years in four digits. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(WRITTEN_YEAR, (year) =>
      [...year].map((c) => (/\d/.test(c) ? c : '○零O'.includes(c) ? '0' : String(DIGITS.indexOf(c)))).join(''),
    )
    .replace(SHORT_YEAR, '20$1年');
}

/** 第一至三季度 as the quarter it ends with; not where both ends have their year, which may be a list. */
const spansClosed = (text: string): string => text.replace(SPAN, (_, last: string) => `第${last === '两' ? '二' : last}季度`);

function periodOfMonth(year: number, month: number, frequency: Frequency): Period | null {
  if (year < 1900 || month % 3 !== 0 || month < 1 || month > 12) return null;
  if (frequency === 'H' && month % 6 === 0) return periodOf(year, 'H', month / 6);
  if (frequency === 'Y' && month === 12) return periodOf(year, 'Y');
  return periodOf(year, 'Q', month / 3);
}

/** The period a text names as a whole: what `readPeriod` reads, else months that close a quarter (`2026年1—9月`). */
export function periodIn(text: string, contextYear?: number, frequency: Frequency = 'any'): Period | null {
  const t = spansClosed(plain(text).replace(/\s+/g, ''));
  const day = AS_OF.exec(t);
  const closing = day && periodOfMonth(Number(day[1]), Number(day[2]), frequency);
  if (closing && Number(day[3]) === Number(asOf(closing).slice(-2))) return closing;
  const months = MONTHS.exec(t) ?? POINTED.exec(t);
  const byMonths = months && periodOfMonth(Number(months[1]), Number(months[2]), frequency);
  return byMonths ?? readPeriod(t, contextYear);
}

/**
 * Every period a text names, each once. A year that only introduces a part (`2026年第三季度`) is not one of its own.
 * @param spans whether 第一至三季度 is one period, the third quarter, rather than several.
 */
export function periodsIn(text: string, contextYear?: number, frequency: Frequency = 'any', spans = true): Period[] {
  const written = plain(text);
  const t = spans ? spansClosed(written) : written;
  const whole = periodIn(t, contextYear, frequency);
  let year = contextYear;
  const found = new Set<Period>();
  for (const piece of t.split(BETWEEN)) {
    const named = /(?:19|20)\d{2}/.exec(piece);
    if (named) year = Number(named[0]);
    const p = readPeriod(piece, year);
    if (p) found.add(p);
  }
  if (whole) found.add(whole);
  return [...found].filter((p) => ![...found].some((q) => encloses(p, q)));
}
/** Whether `outer` is longer than `inner` and contains it: 2026 ⊃ 2026H2 ⊃ 2026Q3. */
export function encloses(outer: Period, inner: Period): boolean {
  const o = partsOf(outer);
  const i = partsOf(inner);
  if (o.year !== i.year || LENGTH[o.kind] <= LENGTH[i.kind]) return false;
  return o.kind === 'Y' || Math.ceil(lastMonth(inner) / 6) === o.part;
}

const LENGTH = { Q: 3, H: 6, Y: 12 } as const;

/** Whether a period is longer than a ledger reports in: a year named in the title of a quarterly table. */
export const isCoarser = (p: Period, frequency: Frequency): boolean =>
  frequency !== 'any' && LENGTH[partsOf(p).kind] > LENGTH[frequency];

/** The last period of a ledger's frequency that had ended by a day: what a table filled in on that day is probably of. */
export function periodBefore(day: string, frequency: Frequency): Period | null {
  const kind = frequency === 'any' ? 'Q' : frequency;
  const year = Number(day.slice(0, 4));
  const parts = 12 / LENGTH[kind];
  for (const y of [year, year - 1])
    for (let part = parts; part >= 1; part--) {
      const p = `${y}${kind === 'Y' ? '' : `${kind}${part}`}`;
      if (isPeriod(p) && asOf(p) <= day) return p;
    }
  return null;
}
