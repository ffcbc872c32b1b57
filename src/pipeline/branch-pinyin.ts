/**
 * Pinyin of any Chinese name, without a table of thousands of characters: the browser's own collation puts characters in the
 * order of their pinyin, so the first character of every syllable is enough to tell where a character belongs. Without
 * tones, ü as v; one reading of a character, the collation's.
 */
import { FIRSTS } from './pinyin-firsts';

const collator = new Intl.Collator('zh-CN-u-co-pinyin');
const starts = FIRSTS.map((f) => f[0]);
const syllables = FIRSTS.map((f) => f.slice(1));

/** Whether this machine sorts Chinese by pinyin; where it does not, nothing is found by pinyin. */
export const knowsPinyin = (): boolean =>
  [
    '阿',
    '波',
    '吃',
    '刀',
    '飞',
    '高',
    '喝',
    '机',
    '开',
    '来',
    '码',
    '你',
    '跑',
    '七',
    '日',
    '三',
    '他',
    '我',
    '西',
    '一',
    '在',
  ].every((c, i, all) => i === 0 || collator.compare(all[i - 1] ?? '', c) < 0);

const known = new Map<string, string>();

/** The syllable of a character; the character itself where it is none of the 20,902 common ones. */
function syllableOf(c: string): string {
  const code = c.charCodeAt(0);
  if (code < 0x4e00 || code > 0x9fa5) return c;
  let found = known.get(c);
  if (found === undefined) {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (collator.compare(starts[middle] ?? '', c) <= 0) low = middle;
      else high = middle - 1;
    }
    known.set(c, (found = syllables[low] ?? c));
  }
  return found;
}

export interface Spelt {
  /** `shititing` */
  readonly full: string;
  /** `stt` */
  readonly initials: string;
}

/** A text in pinyin, whole and by initials; line ends stay, blanks and marks go. Lower case. */
export function spell(text: string): Spelt {
  const [full, initials]: string[][] = [[], []];
  for (const c of text.toLowerCase()) {
    if (c !== '\n' && !/[a-z0-9\u4e00-\u9fa5]/.test(c)) continue;
    const s = syllableOf(c);
    full?.push(s);
    initials?.push(s.charAt(0));
  }
  return { full: full?.join('') ?? '', initials: initials?.join('') ?? '' };
}
