/** Proposed mends: what an unreadable cell was most likely meant to say. Proposed only; nothing here is taken unasked. */
import type { ColumnDef } from '../model/ledger';
import type { ColumnMapping } from '../model/table';
import { cellReader } from './cells';
import type { ReadCell } from './cells/cell';
import { FOOTNOTE } from './cells/number';
import { numeral } from './cells/numeral';
import { distance } from './similar';
import { wordOf } from './words';

export interface MendContext extends Pick<ColumnMapping, 'scale' | 'shareAs'> {
  /** Of days named without a year. */
  readonly year?: number | undefined;
}

/**
 * The text that would most likely mend a cell, or null where none is more likely than another. What is proposed reads
 * without a fault in its column.
 * @param read the column's reader, where there is one already.
 */
export function proposeMend(
  column: ColumnDef,
  text: string,
  context: MendContext = {},
  read: ReadCell = cellReader(column, context, context.year),
): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim();
  for (const candidate of candidates(column, plain, text, context)) {
    const cell = read(candidate);
    if (cell.state !== 'ok' || candidate === text) continue;
    // A day of ours would be warned of again; written out it is the user's.
    if (column.type === 'date') return cell.value;
    if (!cell.fault) return candidate;
  }
  return null;
}

function candidates(column: ColumnDef, plain: string, text: string, context: MendContext): readonly string[] {
  switch (column.type) {
    case 'number':
    case 'integer':
    case 'share':
      return figures(column, plain, FOOTNOTE.test(text) ? text.replace(new RegExp(FOOTNOTE, 'g'), '') : null, context);
    case 'date':
      return FOOTNOTE.test(text) ? dates(text.replace(new RegExp(FOOTNOTE, 'g'), ''), context.year) : dates(plain, context.year);
    case 'list':
      return listed(column, plain);
    case 'flag':
      return flags(plain);
    case 'star':
      return stars(plain);
    default:
      return [];
  }
}

/** Letters that stand for digits: O and l. */
const digits = (text: string): string => text.replace(/[OoQ]/g, '0').replace(/[lI|]/g, '1');
const LIKE_DIGITS = /^[\dOoQlI|.,:年月日/%‰ +-]+$/;
const MONEY: Readonly<Record<string, number>> = {
  元: 1,
  千元: 1e3,
  万元: 1e4,
  百万元: 1e6,
  亿元: 1e8,
  万: 1e4,
  亿: 1e8,
  百: 100,
  千: 1e3,
};

function figures(column: ColumnDef, plain: string, bare: string | null, { shareAs, scale = 1 }: MendContext): string[] {
  const found: string[] = [];
  if (bare !== null) return [bare.trim()];
  const tight = plain.replace(/ /g, '').replace(/^合计[:为]?|^共计?[:为]?/, '');
  const negative = /^\((\d[\d,.]*%?)\)$/.exec(tight);
  if (negative) return [`-${negative[1] as string}`];
  if (LIKE_DIGITS.test(tight) && /\d/.test(tight)) found.push(digits(tight));
  const dotted = digits(tight).replace(/[。·]/g, '.').replace(/[.,]*\.[.,]*/g, (dots) => (dots.length > 1 ? '.' : dots)); // prettier-ignore
  if (/^\d{1,3}(?:\.\d{3})+,\d+%?$/.test(tight)) found.push(tight.replaceAll('.', '').replace(',', '.'));
  found.push(dotted.replace(/\.(?=[%‰]?$)/, ''));
  // 1,0 of a count may be ten
  if (column.type !== 'integer' && /^-?\d+,\d{1,2}%?$/.test(tight)) found.push(tight.replace(',', '.'));
  if (/^-?\d{1,3}(?:,\d{3,})+(?:\.\d+)?%?$/.test(tight)) found.push(tight.replaceAll(',', ''));
  if (column.type === 'share') {
    // 95.3 where fractions are expected, or where nothing was decided
    if (shareAs !== 'percent' && /^\d+(?:\.\d+)?$/.test(dotted) && Number(dotted) > 1) found.push(`${dotted}%`);
    const tenths = /^([\d一二三四五六七八九]+)成([\d一二三四五六七八九半])?$/.exec(tight);
    if (tenths) found.push(`${10 * digit(tenths[1]) + digit(tenths[2])}%`);
  }
  const sized = /^(-?\d+(?:\.\d+)?)(百万元|[千万亿百]?元|[千万亿百])整?$/.exec(tight.replace(/,(?=\d{3}(?!\d))/g, ''));
  if (sized) {
    const declared = MONEY[column.unit ?? ''] ?? 1;
    const own = MONEY[sized[2] as string] as number;
    // in what the column of the file is counted in
    found.push(String(Number(((Number(sized[1]) * own) / (declared * scale)).toPrecision(15))));
  }
  found.push(...written(column, tight));
  // 一个数字 and words around it
  const numbers = plain.match(/(?<![\d.,])-?\d[\d,]*(?:\.\d+)?(?![.,]?\d)[%‰]?/g) ?? [];
  if (numbers.length === 1 && !sized && !/[A-Za-z一二三四五六七八九十百千万亿<>≤≥~至]|以[上下内]|不足|超/.test(plain))
    found.push(numbers[0]);
  return found;
}

const digit = (c: string | undefined): number => (c === undefined ? 0 : c === '半' ? 5 : (numeral(c) ?? Number(c)));

/** 九十五分半, 3百, 1千2百, 九五, 一. */
function written(column: ColumnDef, tight: string): string[] {
  const unit = column.unit ?? '';
  const half = unit !== '' && tight.endsWith(`${unit}半`) ? tight.slice(0, -unit.length - 1) : null;
  const whole = half === null ? null : (numeral(half) ?? (/^\d+$/.test(half) ? Number(half) : null));
  if (whole !== null) return [`${whole}.5`];
  const text = unit !== '' && tight.endsWith(unit) ? tight.slice(0, -unit.length) : tight;
  const spoken = numeral(text.replace(/\d/g, (d) => '零一二三四五六七八九'[Number(d)] as string));
  if (spoken !== null) return [String(spoken)];
  return /^[〇零一二三四五六七八九]{2,3}$/.test(text) ? [[...text].map((c) => numeral(c)).join('')] : [];
}

const YMD = /(?<!\d)((?:19|20)\d{2}) ?[年./-] ?(\d{1,2}) ?[月./-] ?(\d{1,2})(?!\d)/g;

function dates(plain: string, year: number | undefined): string[] {
  const text = LIKE_DIGITS.test(plain) ? digits(plain).replace(/([./-])\1+/g, '$1') : plain;
  const days = [...text.matchAll(YMD)];
  if (days.length > 1) return [];
  const whole = days[0];
  if (whole) return [`${whole[1] as string}-${whole[2] as string}-${whole[3] as string}`];
  const found: string[] = [];
  const short = /^(\d{2})[年./-](\d{1,2})[月./-](\d{1,2})[日号]?$/.exec(text.replace(/ /g, ''));
  if (short) found.push(`20${short[1] as string}-${short[2] as string}-${short[3] as string}`);
  const turned = /^(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d{2})$/.exec(text);
  // 25/9/2026 can be read one way only
  if (turned && Number(turned[1]) > 12) found.push(`${turned[3] as string}-${turned[2] as string}-${turned[1] as string}`);
  if (turned && Number(turned[2]) > 12) found.push(`${turned[3] as string}-${turned[1] as string}-${turned[2] as string}`);
  const day = /^(\d{1,2})(?:月|[./-])(\d{1,2})[日号]?(?!\d)/.exec(text.replace(/ /g, ''));
  if (day && !short && !turned && year !== undefined) found.push(`${year}-${day[1] as string}-${day[2] as string}`);
  found.push(text.replace(/ /g, ''), text.replace(/(?:之前|以前|前|止|左右|完成|认定|确定|到期|销号)+$/, ''));
  return found;
}

const NOT = /[未没不无否非]/;

/** The one value whose name is a slip away, or alone is part of the text, or has the text as a part. */
function listed({ values = [] }: ColumnDef, plain: string): string[] {
  const word = wordOf(plain);
  const likeness = (name: string): number => {
    const n = wordOf(name);
    // 没转化 is not 转化
    if (n.length < 2 || word.length < 2 || NOT.test(n) !== NOT.test(word)) return 0;
    if (word.includes(n) || n.includes(word)) return Math.min(n.length, word.length) / Math.max(n.length, word.length);
    const d = distance(n, word);
    return Math.max(n.length, word.length) >= 3 && d === 1 ? 1 - d / n.length : 0;
  };
  const ranked = values
    .map((v) => ({ name: v.name.zh, like: Math.max(...[v.name.zh, ...(v.names ?? [])].map(likeness)) }))
    .filter((v) => v.like > 0.25)
    .sort((a, b) => b.like - a.like);
  const [best, next] = ranked;
  return best && (!next || best.like > next.like + 0.05) ? [best.name] : [];
}

/** 是的, 否。, 是（已完成）: one of the two at the beginning, and not the other. */
function flags(plain: string): string[] {
  const word = plain.replace(/[^\u4e00-\u9fff√×A-Za-z]/g, '');
  const yes = /^(?:是|已|有|对|√)/.test(word) && !/[否未无没不×]/.test(word);
  const no = /^(?:否|未|无|没|不是|尚未|×)/.test(word) && !/[是已√]/.test(word.replace('不是', ''));
  return yes ? ['是'] : no ? ['否'] : [];
}

/** 三星支部, 3颗星, ★★★☆☆, 星级三. */
function stars(plain: string): string[] {
  const signs = /^(★{1,5})☆{0,4}$/.exec(plain.replace(/ /g, ''))?.[1];
  if (signs !== undefined) return [signs];
  const named = [...plain.matchAll(/([一二两三四五1-5])[颗个]?星|星级?[:为]?([一二三四五1-5])/g)];
  return named.length === 1 ? [`${'零一二三四五'[digit(named[0]?.[1] ?? named[0]?.[2])] as string}星`] : [];
}
