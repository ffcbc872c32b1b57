/**
 * Characters that call for a closer look at a record: those that a person's name, post or number needs, and those by
 * which a text may be a total or a label. A record without a hint holds no person, so only hinted ones are searched.
 */
const HAN = 0x10000;

/** A person may be named, or a number be a person's: the search for persons looks at the record. */
export const PERSON = 1;
/** 计 or 均 is in it: a text may be a total or a mean. */
export const TOTAL = 2;
/** A colon is in it: a text may be a label or a note. */
export const COLON = 4;
// What of the neighbours decides:
const PAIR = 8;
const NEXT = 16;

/** Posts, labels and words of telephones, of each the last two characters; see `maskPersons`. */
const PAIRS =
  '书记 主任 经理 主席 常委 委员 干事 专干 导员 队员 同志 先生 女士 老师 医生 教授 姓名 制表 审核 电话 手机 方式 传真'.split(' ');
const CHIEFS = [...'部县区市镇乡村局处科股所站院校园队组会社行厂事'].map((c) => `${c}长`);
/** Before a bracket or a colon these end a label. */
const LABEL_ENDS = '人表核报字名员导';

const pairKey = (first: number, second: number): number => first * HAN + second;
const pairs: ReadonlySet<number> = new Set([...PAIRS, ...CHIEFS].map((p) => pairKey(p.charCodeAt(0), p.charCodeAt(1))));

/** By code point of the basic plane: 0 of nearly all. */
const HINTS = new Uint8Array(HAN);
for (const p of [...PAIRS, ...CHIEFS]) HINTS[p.charCodeAt(1)] = PAIR;
for (const c of LABEL_ENDS) HINTS[c.charCodeAt(0)] = (HINTS[c.charCodeAt(0)] as number) | NEXT;
for (const c of '计均') HINTS[c.charCodeAt(0)] = TOTAL;

const codeAt = (bytes: Uint8Array, i: number): number =>
  (((bytes[i] as number) & 0x0f) << 12) | (((bytes[i + 1] as number) & 0x3f) << 6) | ((bytes[i + 2] as number) & 0x3f);

/** The hints that the three bytes of a character at `i` give; 0 of nearly all. */
export function hintOf(bytes: Uint8Array, i: number): number {
  const hint = HINTS[codeAt(bytes, i)] as number;
  return hint === 0 ? 0 : besides(bytes, i, hint);
}

function besides(bytes: Uint8Array, i: number, hint: number): number {
  if (hint === TOTAL) return TOTAL;
  if (hint & PAIR && i >= 3 && pairs.has(pairKey(codeAt(bytes, i - 3), codeAt(bytes, i)))) return PERSON;
  if (hint & NEXT) {
    const next = bytes[i + 3];
    if (next === 0x28 || next === 0x3a) return PERSON;
    // （ or ：
    if (next === 0xef && bytes[i + 4] === 0xbc && (bytes[i + 5] === 0x88 || bytes[i + 5] === 0x9a)) return PERSON;
  }
  return 0;
}

/** The hints of a character led by EF: ：, and what has a second form in half width. */
export function wideHint(second: number, third: number): number {
  if (second === 0xbc) {
    if (third === 0x9a) return COLON | PERSON;
    // digits, letters, ＋－．
    return (third >= 0x90 && third <= 0x99) || third >= 0xa1 || third === 0x8b || third === 0x8d || third === 0x8e ? PERSON : 0;
  }
  return second === 0xbd && third >= 0x81 && third <= 0x9a ? PERSON : 0;
}

/** Figures of a telephone or identity number, perhaps in groups. */
const LEAST_DIGITS = 11;

/** Whether so many figures stand together between two places of ASCII that they may be a person's. */
export function mayBeNumber(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from < LEAST_DIGITS) return false;
  let digits = 0;
  for (let i = from; i < to; i++) {
    const byte = bytes[i] as number;
    if (byte >= 0x30 && byte <= 0x39) {
      digits += 1;
      if (digits === LEAST_DIGITS) return true;
    } else if (byte !== 0x20 && byte !== 0x2d) digits = 0;
  }
  return false;
}
