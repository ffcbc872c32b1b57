/**
 * Dates as people write them, to `YYYY-MM-DD`. A month without a day is its first day, in a column of
 * deadlines its last, `3月底` its last, 上旬 the 10th and
 * 中旬 the 20th, each with a warning, since that day is ours. Bare numbers 40000–60000 are the day numbers of
 * spreadsheets (2009–2064).
 */
import { daysIn } from '../../model/period';
import { noFigure } from '../words';
import { bad, MISSING, NOT_APPLICABLE, ok, type Cell, type ReadCell } from './cell';
import { FOOTNOTE } from './number';
import { numeral } from './numeral';

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/;
const DAY = /^(\d{4})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})[日号]?$/;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
/** With a point only when the month has two digits: 2026.1 may be a spreadsheet's 2026.10. */
const MONTH = /^(\d{4})(?:年(\d{1,2})月份?|[-/](\d{1,2})|\.(\d{2}))$/;
const PART = /^(?:(\d{4})(?:年|[-./]))?(\d{1,2})月份?(初|上旬|中|中旬|下旬|底|末)$/;
const YEAR_PART = /^(\d{4})年(初|底|末)$/;
const SERIAL = /^([45]\d{4}|60000)(?:\.\d+)?$/;
const WRITTEN = /([〇零○一二三四五六七八九十]+)(?=[年月日号])/g;

/** A calendar date; null when there is no such day or the year is not of this or the last century. */
export function calendarDate(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The date of a spreadsheet's day number (1900 system), counted on the civil calendar without a `Date`. */
export function serialDate(serial: number): string | null {
  let days = serial - 36526; // 2000-01-01
  let year = 2000;
  for (;;) {
    const length = daysIn(year, 2) + 337;
    if (days < length) break;
    days -= length;
    year += 1;
  }
  let month = 1;
  while (days >= daysIn(year, month)) days -= daysIn(year, month++);
  return calendarDate(year, month, days + 1);
}

/** The day a part of a month is taken for: its last, of 初 the first, of 中 the middle. */
function dayOf(part: string, year: number, month: number): number {
  const days: Readonly<Record<string, number>> = { 初: 1, 上旬: 10, 中: 15, 中旬: 20 };
  return days[part] ?? (month >= 1 && month <= 12 ? daysIn(year, month) : 0);
}

const about = (date: string | null): Cell =>
  date === null
    ? bad('cell.dateImpossible')
    : { state: 'ok', value: date, fault: { code: 'cell.approximate', params: { taken: date } } };

function readDate(text: string, contextYear: number | undefined, until: boolean): Cell {
  const unreadable = bad('cell.unreadable', { expects: 'date' });
  const spaced = text.normalize('NFKC').trim().replace(TIME, '');
  if (/\d\s+\d/.test(spaced) || FOOTNOTE.test(text)) return unreadable;
  const t = spaced.replace(/\s+/g, '').replace(WRITTEN, (written) => String(numeral(written) ?? written));
  const day = DAY.exec(t) ?? COMPACT.exec(t);
  if (day) {
    const date = calendarDate(Number(day[1]), Number(day[2]), Number(day[3]));
    return date === null ? bad('cell.dateImpossible') : ok(date);
  }
  const month = MONTH.exec(t);
  if (month) {
    const [y, m] = [Number(month[1]), Number(month[2] ?? month[3] ?? month[4])];
    return about(calendarDate(y, m, until && m >= 1 && m <= 12 ? daysIn(y, m) : 1));
  }
  const part = PART.exec(t);
  const year = part?.[1] === undefined ? contextYear : Number(part[1]);
  if (part && year !== undefined) {
    const n = Number(part[2]);
    return about(calendarDate(year, n, dayOf(part[3] as string, year, n)));
  }
  const yearPart = YEAR_PART.exec(t);
  if (yearPart) return about(`${yearPart[1] as string}-${yearPart[2] === '初' ? '01-01' : '12-31'}`);
  const serial = SERIAL.exec(t);
  const date = serial && serialDate(Number(serial[1]));
  return date ? ok(date) : unreadable;
}

/** @param contextYear of parts of months named without one (`3月底`). @param until see `ColumnDef`. */
export const dateReaderIn =
  (contextYear: number | undefined, until = false): ReadCell =>
  (text) => {
    const iso = ISO.exec(text);
    if (iso) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3])) ? ok(text) : bad('cell.dateImpossible');
    const nothing = noFigure(text);
    if (nothing) return nothing === 'na' ? NOT_APPLICABLE : MISSING;
    return readDate(text, contextYear, until);
  };

export const dateReader: ReadCell = dateReaderIn(undefined);
