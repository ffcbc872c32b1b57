/** Rows below the header that are no data: totals, headers repeated at page breaks, column numbers, notes and signatures. */
import { NOTE_STARTS } from '../model/cell-words';
import { looseName } from './headers';
import { isBareTotal, isTotalWord, mayStart, totalIn, wordOf } from './words';

const NOTE =
  /^(?:说明|注|备注|注释|附注|附|填表说明|填报说明|指标说明|口径说明|填报人|填表人|制表人?|审核人?|复核人?|审签人?|签发人?|负责人|单位负责人|主要负责人|分管领导|联系人|联系电话|电话|填报单位|填报时间|填报日期|填表日期|制表时间|制表日期|日期|单位|数据来源)(?:\([^)]*\))?\d*[:：]|^\(?续表?\d*\)?$|^附件\d*[:：]?$|^注\d+[、.]|^\*注?[:：]/;

const mayNote = mayStart('说注备附填指口制审复签负单主分联电数日续');

/** Whether a cell begins a note or a signature, or marks a continued page. */
export const isNote = (text: string): boolean => mayNote(text) && NOTE.test(text.normalize('NFKC').replace(/\s+/g, ''));

/** Dates, seals and numbered notes; these begin with no Han character. */
const FOOTING =
  /^\d+页|^\((?:盖章|公章|签章|签字)\)$|^\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?$|^(?:\(?\d{1,2}\)|\d{1,2}[.、](?!\d)|\([一二三四五六七八九十]+\)).{4}/;
/** Words, pages and numbered notes that do, to the letter: the engine's own reading knows them by the same pattern. */
const FOOTING_WORDS = new RegExp(`^(?:${NOTE_STARTS.join('|')})|^[第共].*页|^[一二三四五六七八九十]+、`, 's');

/** Whether a row of one filled cell goes on with the notes, or numbers a page, or dates or seals the table. */
export function isFooting(cells: readonly string[]): boolean {
  let only = '';
  for (const text of cells) {
    if (text === '') continue;
    if (only !== '') return false;
    only = text;
  }
  return FOOTING_WORDS.test(only) || FOOTING.test(only.normalize('NFKC').replace(/\s+/g, ''));
}

/** Whether a row is part of the one above it: `其中：经开区`. */
export const isOfWhich = (text: string): boolean => /^其\s*中/.test(text);

/** The first filled cell that is not a running number; null in a row without one. */
export function leadCell(cells: readonly string[]): { index: number; text: string } | null {
  for (let index = 0; index < cells.length; index++) {
    const text = cells[index] as string;
    if (text !== '' && !/^[\d.]+$/.test(text)) return { index, text };
  }
  return null;
}

/** Tells of a cell whether it is what its column's header shows, or a part of it. */
export type IsHeaderWord = (column: number, text: string) => boolean;

export function headerWords(headers: readonly string[]): IsHeaderWord {
  const columns = headers.map((h) => {
    const parts = [h, ...h.split('/')].map((p) => p.trim()).filter((p) => p !== '');
    const loose = new Set(parts.map(looseName));
    return { loose, may: mayStart([...parts, ...loose]) };
  });
  return (column, text) => {
    const words = columns[column];
    return words !== undefined && words.may(text) && words.loose.has(looseName(text));
  };
}

/** Whether a row repeats the header, or one row of a merged one: at least two cells, and all of them header words. */
export function isRepeatedHeader(cells: readonly string[], isHeaderWord: IsHeaderWord): boolean {
  let filled = 0;
  for (let i = 0; i < cells.length; i++) {
    const text = cells[i] as string;
    if (text === '') continue;
    if (!isHeaderWord(i, text)) return false;
    filled += 1;
  }
  return filled >= 2;
}

/** 甲 乙 1 2 3, `3=1+2`, (1) (2): a row that numbers the columns. */
export function isColumnNumbers(cells: readonly string[]): boolean {
  const marks = cells.filter((c) => c !== '').map((c) => wordOf(c).replace(/[()]/g, ''));
  const numbers = marks.filter((m) => !/^[甲乙丙丁戊己A-F]$/.test(m));
  return numbers.length >= 2 && marks.length >= 3 && numbers.every((m, i) => m === String(i + 1) || m.startsWith(`${i + 1}=`));
}

/**
 * Whether a row is a total by one of its name cells, or by its lead cell where it names no unit.
 * @param named the column of names of indicators, which may end like a total: 信访总量合计.
 */
export function totalCell(
  cells: readonly string[],
  nameColumns: readonly number[],
  unit: number | undefined,
  named?: number,
): string | null {
  const makesTotal = (i: number) => isTotalWord(cells[i] ?? '') && (i !== named || isBareTotal(cells[i] ?? ''));
  for (const i of nameColumns) if (makesTotal(i)) return cells[i] as string;
  const lead = unit === undefined || (cells[unit] ?? '') === '' ? leadCell(cells) : null;
  return lead && makesTotal(lead.index) ? lead.text : null;
}

/** What a total is of, by its own words: `甲县小计` of 甲县, `合计` of all. */
export const scopeOf = (total: string): string => totalIn(total)?.scope ?? wordOf(total);
