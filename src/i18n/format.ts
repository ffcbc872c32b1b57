/**
 * How figures, periods, ranks and dates are written, in both languages. Pure, no Svelte, no clock: charts, papers
 * and reasons use it alike. Numbers in, text out; nothing here decides what a number means.
 */
import type { CellStatus } from '../model/measures';
import type { MeasureId, ValueUnit } from '../model/measure';
import { partsOf, type CalendarDate, type Period } from '../model/period';

export type Locale = 'zh-CN' | 'en';

/** A cell without a value, and why: as a measure has it, or 不到考核期 (not due). */
export type NoValue = Exclude<CellStatus, 'ok'> | 'notDue';

/** The words charts print by themselves: table headers of what they show, and why a place is empty. */
export interface FigureWords {
  readonly unit: string;
  readonly period: string;
  readonly indicator: string;
  readonly total: string;
  readonly rank: string;
  readonly mean: string;
  readonly best: string;
  readonly target: string;
  readonly full: string;
  readonly lost: string;
  readonly noData: string;
  readonly unranked: string;
  readonly none: Readonly<Record<NoValue, string>>;
  /** How the tones of a heat table are read. */
  readonly legend: Readonly<Record<'lost' | 'mean', string>>;
}

const WORDS: Readonly<Record<Locale, FigureWords>> = {
  'zh-CN': {
    unit: '单位',
    period: '期间',
    indicator: '指标',
    total: '总分',
    rank: '名次',
    mean: '组均值',
    best: '最优',
    target: '目标',
    full: '分值',
    lost: '失分',
    noData: '没有可以显示的数据',
    unranked: '未排名',
    none: { missing: '—', na: '不适用', notDue: '未到期' },
    legend: { lost: '底色越深，失分越多', mean: '底色越深，落后组均值越多；▲ 优于均值，▼ 落后于均值' },
  },
  en: {
    unit: 'Unit',
    period: 'Period',
    indicator: 'Indicator',
    total: 'Total',
    rank: 'Rank',
    mean: 'Peer mean',
    best: 'Best',
    target: 'Target',
    full: 'Full marks',
    lost: 'Lost',
    noData: 'Nothing to show',
    unranked: 'Not ranked',
    none: { missing: '—', na: 'n/a', notDue: 'not due' },
    legend: { lost: 'The darker, the more marks lost', mean: 'The darker, the further behind the peer mean; ▲ ahead, ▼ behind' },
  },
};

/** Everything that depends on the language, the scheme's decimals and the names of measures, bound once. */
export interface Formats {
  readonly locale: Locale;
  readonly words: FigureWords;
  /** Thousands separated, `decimals` fixed (default 0). */
  number(v: number, decimals?: number): string;
  /** At most `decimals` (default 2), without trailing zeros: `3`, `0.25`. */
  brief(v: number, decimals?: number): string;
  /** A share as a percentage with fixed decimals (default 2): 0.7778 → `77.78%`. */
  share(v: number, decimals?: number): string;
  /** The same without trailing zeros: 1 → `100%`. */
  shareBrief(v: number, decimals?: number): string;
  /** Points with the scheme's decimals: `7.00`. */
  points(v: number): string;
  /** Points with their unit: `7.00 分`. */
  pointsWithUnit(v: number): string;
  /** Full marks and steps, without trailing zeros, with their unit: `9 分`. */
  marks(v: number): string;
  /** A figure inside a sentence: as its unit asks, without trailing zeros. */
  inline(v: number | null, unit: ValueUnit): string;
  /** A measure's value as its unit asks. `null` is written `—`. */
  value(v: number | null, unit: ValueUnit): string;
  /** `2026年第三季度` / `Q3 2026`. */
  period(p: Period): string;
  /** `26Q3`, for axes. */
  periodShort(p: Period): string;
  /** `第4名`, `并列第4名` / `4th`, `tied 4th`. null: 未排名. */
  rank(n: number | null, tied?: boolean): string;
  /** Ranks gained: `↑2`, `↓1`, `—` for none, `新` / `new` where there was no rank before (null). */
  change(gained: number | null): string;
  /** A difference with its sign: `+3.20`, `−1.05`, `0.00`. */
  signed(v: number, decimals?: number): string;
  /** `2026年9月30日` / `30 Sep 2026`. */
  date(d: CalendarDate): string;
  /** An ISO time of the journal, to the minute, as written there (no conversion of zones): `2026-10-08 14:03`. */
  moment(iso: string): string;
  /** Names joined as the language does: `甲、乙` / `A, B`. */
  list(items: readonly string[]): string;
  /** Bytes: `1.2 MB`. */
  size(bytes: number): string;
  /** A measure's name in this language; its id where nothing was given to look it up. */
  measure(id: MeasureId): string;
  /** A unit's name; its id where nothing was given to look it up. */
  unit(id: string): string;
}

export interface FormatOptions {
  /** Decimals of points, from the scheme; default 2. */
  readonly decimals?: number;
  readonly measure?: (id: MeasureId) => string;
  readonly unit?: (id: string) => string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const QUARTERS = ['一', '二', '三', '四'];
const MINUS = '\u2212';

/**
 * Fixed decimals, halves away from zero, decided on the shortest decimal of the number after snapping to 1e-9, as
 * the schemes' rounding is: 1.005 → `1.01`, never `1.00`. Never `-0`.
 */
export function fixed(v: number, decimals: number): string {
  const size = Math.abs(v);
  // From 1e9 on a double has too few digits left for the snap to mean anything; toFixed is as good there.
  if (!(size < 1e9)) return v.toFixed(decimals);
  const snapped = Number(size.toFixed(9));
  const rounded = Number(`${Math.round(Number(`${plain(snapped)}e${decimals}`))}e-${decimals}`);
  return (v < 0 && rounded > 0 ? '-' : '') + rounded.toFixed(decimals);
}

/** A number without exponent, so that another exponent can be appended. */
function plain(v: number): string {
  const s = String(v);
  return s.includes('e') ? v.toFixed(9) : s;
}

function grouped(digits: string): string {
  const [whole = '', rest] = digits.replace('-', '').split('.');
  const body = whole.replace(/\B(?=(?:\d{3})+$)/g, ',') + (rest === undefined ? '' : `.${rest}`);
  return (digits.startsWith('-') ? MINUS : '') + body;
}

const trimmed = (digits: string): string => (digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits);

function ordinal(n: number): string {
  const tens = n % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${suffix}`;
}

function periodName(p: Period, zh: boolean): string {
  const { year, kind, part } = partsOf(p);
  if (kind === 'Y') return zh ? `${year}年` : `${year}`;
  if (kind === 'H') return zh ? `${year}年${part === 1 ? '上' : '下'}半年` : `H${part} ${year}`;
  return zh ? `${year}年第${QUARTERS[part - 1] ?? part}季度` : `Q${part} ${year}`;
}

function dateName(d: CalendarDate, zh: boolean): string {
  const [year, month, day] = d.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return d;
  return zh ? `${year}年${month}月${day}日` : `${day} ${MONTHS[month - 1] ?? month} ${year}`;
}

/** The formats of a language. A rank may be a mean rank (2.5). */
export function formats(locale: Locale, options: FormatOptions = {}): Formats {
  const zh = locale === 'zh-CN';
  const words = WORDS[locale];
  const decimals = options.decimals ?? 2;
  const number = (v: number, d = 0) => grouped(fixed(v, d));
  const brief = (v: number, d = 2) => grouped(trimmed(fixed(v, d)));
  const points = (v: number) => number(v, decimals);
  const shareBrief = (v: number, d = 2) => `${brief(v * 100, d)}%`;
  const share = (v: number, d = 2) => `${number(v * 100, d)}%`;
  return {
    locale,
    words,
    number,
    brief,
    share,
    shareBrief,
    points,
    pointsWithUnit: (v) => (zh ? `${points(v)} 分` : `${points(v)} pts`),
    marks: (v) => (zh ? `${brief(v, 4)} 分` : `${brief(v, 4)} pts`),
    inline: (v, unit) => (v === null ? words.none.missing : unit === 'share' ? shareBrief(v) : brief(v, 4)),
    value(v, unit) {
      if (v === null) return words.none.missing;
      if (unit === 'share') return share(v);
      if (unit === 'points') return points(v);
      return brief(v);
    },
    period: (p) => periodName(p, zh),
    periodShort: (p) => (p.length > 4 ? p.slice(2) : p),
    rank(n, tied = false) {
      if (n === null) return words.unranked;
      const at = Number.isInteger(n) ? n : null;
      if (zh) return `${tied ? '并列' : ''}第${at ?? brief(n)}名`;
      return `${tied ? 'tied ' : ''}${at === null ? brief(n) : ordinal(at)}`;
    },
    change(gained) {
      if (gained === null) return zh ? '新' : 'new';
      return gained === 0 ? '—' : `${gained > 0 ? '↑' : '↓'}${brief(Math.abs(gained))}`;
    },
    signed(v, d = decimals) {
      const text = number(v, d);
      return v > 0 && /[1-9]/.test(text) ? `+${text}` : text;
    },
    date: (d) => dateName(d, zh),
    moment: (iso) => iso.slice(0, 16).replace('T', ' '),
    list: (items) => items.join(zh ? '、' : ', '),
    size: (bytes) =>
      bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${brief(bytes / 1024, 1)} KB` : `${brief(bytes / 1048576, 1)} MB`,
    measure: options.measure ?? ((id) => id),
    unit: options.unit ?? ((id) => id),
  };
}
