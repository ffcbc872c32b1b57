/** Number formats: which of them show a date, a time or a percentage, and the text a cell then shows. */

/** What of a date a format shows. */
interface DateParts {
  readonly year: boolean;
  readonly month: boolean;
  readonly day: boolean;
  readonly time: boolean;
  readonly seconds: boolean;
  /** [h]:mm: hours beyond a day. */
  readonly elapsed: boolean;
}

export type CellFormat =
  | { readonly kind: 'number'; readonly divisor: number }
  | { readonly kind: 'percent' }
  | { readonly kind: 'date'; readonly parts: DateParts };

const NUMBER: CellFormat = { kind: 'number', divisor: 1 };

/** Formats that go by number alone: those of every language, then those of Chinese and Japanese. */
const BUILT_IN: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  27: 'yyyy年m月',
  28: 'm月d日',
  29: 'm月d日',
  30: 'm-d-yy',
  31: 'yyyy年m月d日',
  32: 'h时mm分',
  33: 'h时mm分ss秒',
  34: 'h时mm分',
  35: 'h时mm分ss秒',
  36: 'yyyy年m月',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
  50: 'yyyy年m月',
  51: 'm月d日',
  52: 'yyyy年m月',
  53: 'm月d日',
  54: 'm月d日',
  55: 'h时mm分',
  56: 'h时mm分ss秒',
  57: 'yyyy年m月',
  58: 'm月d日',
};

/** The format of a number; `code` where the workbook writes it out. */
export function formatOf(id: number, code: string | undefined): CellFormat {
  const first = (code ?? BUILT_IN[id] ?? '').split(';')[0] ?? '';
  // A dot written as a literal before commas moves the point: `0!.0,` shows 万.
  const point = /[!\\]\.(0+),/.exec(first)?.[1]?.length ?? 0;
  const elapsed = /\[h+\]/i.test(first);
  const bare = first
    .replace(/"[^"]*"|[\\!_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/AM\/PM|A\/P|上午\/下午|G\/通用格式|General/gi, '');
  if (bare.includes('%')) return { kind: 'percent' };
  if (/[0#?]/.test(bare)) {
    const commas = /[0#?](,+)(?![0#?,])/.exec(bare)?.[1]?.length ?? 0;
    return commas === 0 ? NUMBER : { kind: 'number', divisor: 1000 ** commas * 10 ** point };
  }
  // An m beside hours or seconds is minutes.
  const days = bare.replace(/(h\]?[^a-z]*)m+/gi, '$1').replace(/m+([^a-z]*\[?s)/gi, '$1');
  const has = (letter: RegExp) => letter.test(days);
  const parts: DateParts = {
    year: has(/[ye]/i),
    month: has(/m/i),
    day: has(/d|aaa/i),
    time: has(/[hs]/i),
    seconds: has(/s/i),
    elapsed,
  };
  return parts.year || parts.month || parts.day || parts.time ? { kind: 'date', parts } : NUMBER;
}

/** A number as a sheet shows it at most: 15 digits, no exponent, no separators. */
export function plainNumber(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded === 0 ? 0 : rounded);
  if (!text.includes('e')) return text;
  if (Math.abs(rounded) >= 1) return BigInt(rounded).toString();
  const [digits = '', exponent] = text.replace('.', '').replace(/^-/, '').split('e-');
  return `${rounded < 0 ? '-' : ''}0.${'0'.repeat(Number(exponent) - 1)}${digits}`;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** The text that a cell of a number shows; what is no number, or no day, stays as the file has it. */
export function shown(raw: string, format: CellFormat, date1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (format.kind === 'percent') return `${plainNumber(value * 100)}%`;
  if (format.kind === 'number') return plainNumber(value / format.divisor);
  return dateText(value, format.parts, date1904) ?? plainNumber(value);
}

function dateText(value: number, parts: DateParts, date1904: boolean): string | null {
  const seconds = Math.round((value - Math.floor(value)) * 86_400);
  const day = Math.floor(value) + Math.floor(seconds / 86_400) + (date1904 ? 1462 : 0);
  if (value < 0 || day > 2_958_465) return null;
  const left = seconds % 86_400;
  const hours = Math.floor(left / 3600) + (parts.elapsed ? Math.floor(value) * 24 : 0);
  const clock = `${two(hours)}:${two(Math.floor(left / 60) % 60)}${parts.seconds ? `:${two(left % 60)}` : ''}`;
  if (!parts.year && !parts.month && !parts.day) return clock;
  const [y, m, d] = calendar(day);
  const time = parts.time ? ` ${clock}` : '';
  if (parts.day) return `${y}-${two(m)}-${two(d)}${time}`;
  if (parts.year && parts.month) return `${y}年${m}月${time}`;
  return parts.year ? String(y) : `${m}月`;
}

/** The day of a serial number. Sheets believe that 1900 was a leap year: 60 is a 29 February that never was. */
function calendar(day: number): readonly [number, number, number] {
  if (day === 60) return [1900, 2, 29];
  if (day === 0) return [1900, 1, 0];
  // Counted from 1 March of the year 0 in cycles of 400 years; after Hinnant, "chrono-compatible low-level date algorithms".
  const z = day + (day < 60 ? 1 : 0) + 693_899;
  const ofEra = z % 146_097;
  const year = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365);
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * ofYear + 2) / 153);
  const d = ofYear - Math.floor((153 * month + 2) / 5) + 1;
  const m = month < 10 ? month + 3 : month - 9;
  return [year + 400 * Math.floor(z / 146_097) + (m <= 2 ? 1 : 0), m, d];
}
