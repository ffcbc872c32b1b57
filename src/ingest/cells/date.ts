/**
 * Dates as people write them, to `YYYY-MM-DD`. A month without a day is its first day, with a warning, since that
 * day is ours. Bare numbers 40000–60000 are the day numbers of spreadsheets (2009–2064).
 */
import { daysIn } from '../../model/period';
import { noFigure } from '../words';
import { bad, MISSING, NOT_APPLICABLE, ok, type Cell, type ReadCell } from './cell';

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/;
const DAY = /^(\d{4})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})[日号]?$/;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
/** With a point only when the month has two digits: 2026.1 may be a spreadsheet's 2026.10. */
const MONTH = /^(\d{4})(?:年(\d{1,2})月份?|[-/](\d{1,2})|\.(\d{2}))$/;
const SERIAL = /^([45]\d{4}|60000)(?:\.\d+)?$/;

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

function readDate(text: string): Cell {
  const t = text.normalize('NFKC').trim().replace(TIME, '').replace(/\s+/g, '');
  const day = DAY.exec(t) ?? COMPACT.exec(t);
  if (day) {
    const date = calendarDate(Number(day[1]), Number(day[2]), Number(day[3]));
    return date === null ? bad('cell.dateImpossible') : ok(date);
  }
  const month = MONTH.exec(t);
  if (month) {
    const date = calendarDate(Number(month[1]), Number(month[2] ?? month[3] ?? month[4]), 1);
    if (date === null) return bad('cell.dateImpossible');
    return { state: 'ok', value: date, fault: { code: 'cell.approximate', params: { taken: date } } };
  }
  const serial = SERIAL.exec(t);
  const date = serial && serialDate(Number(serial[1]));
  return date ? ok(date) : bad('cell.unreadable', { expects: 'date' });
}

export const dateReader: ReadCell = (text) => {
  const iso = ISO.exec(text);
  if (iso) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3])) ? ok(text) : bad('cell.dateImpossible');
  const nothing = noFigure(text);
  if (nothing) return nothing === 'na' ? NOT_APPLICABLE : MISSING;
  return readDate(text);
};
