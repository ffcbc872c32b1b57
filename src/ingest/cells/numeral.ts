/** Figures written in Chinese: 十二, 九十五点三, 壹佰零伍, 二〇二六. */

const DIGITS: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, '○': 0, 一: 1, 壹: 1, 二: 2, 贰: 2, 两: 2, 三: 3, 叁: 3, 四: 4, 肆: 4, 五: 5, 伍: 5,
  六: 6, 陆: 6, 七: 7, 柒: 7, 八: 8, 捌: 8, 九: 9, 玖: 9,
}; // prettier-ignore
const TENS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

const NUMERAL =
  /^负?[零〇○一壹二贰两三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万亿]+(?:点[零〇○一壹二贰三叁四肆五伍六陆七柒八捌九玖]+)?$/;

/**
 * The figure a text of Chinese numerals alone says; null for any other text, and for one that says no single figure:
 * 一二 (one or two), 三百五 (350 or 305), 一百十.
 */
export function numeral(text: string): number | null {
  if (!NUMERAL.test(text)) return null;
  const [whole = '', decimals] = text.replace(/^负/, '').split('点');
  const n = digitByDigit(whole) ?? spoken(whole);
  if (n === null) return null;
  const value = decimals === undefined ? n : Number(`${n}.${[...decimals].map((d) => DIGITS[d]).join('')}`);
  return text.startsWith('负') ? -value : value;
}

/** One digit, or the four of a year. */
function digitByDigit(text: string): number | null {
  const digits = [...text].map((c) => DIGITS[c]);
  return (digits.length === 1 || digits.length === 4) && digits.every((d) => d !== undefined) ? Number(digits.join('')) : null;
}

/** 三千零五十二万四百零六: each digit before its power, powers falling, a zero where one is left out. */
function spoken(text: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let power = Infinity;
  let myriad = Infinity;
  let zero = false;
  for (const [i, c] of [...text].entries()) {
    const d = DIGITS[c];
    if (d !== undefined) {
      if (digit !== null || (d === 0 && (zero || section + total === 0))) return null;
      if (d === 0) zero = true;
      else digit = d;
      continue;
    }
    const ten = TENS[c];
    if (ten !== undefined) {
      if (ten >= power || (digit === null && !(ten === 10 && section === 0 && (i === 0 || total > 0)))) return null;
      section += (digit ?? 1) * ten;
      [power, digit, zero] = [ten, null, false];
      continue;
    }
    const size = MYRIADS[c] as number;
    if (size >= myriad || (section === 0 && digit === null)) return null;
    total += (section + (digit ?? 0)) * size;
    [section, digit, power, myriad, zero] = [0, null, Infinity, size, false];
  }
  if (zero && digit === null) return null;
  // 三百五 is 350 when spoken and 305 when the zero was forgotten.
  const left = section > 0 ? power : myriad < Infinity ? myriad : 10;
  if (digit !== null && left > 10 && !zero) return null;
  return total + section + (digit ?? 0);
}
