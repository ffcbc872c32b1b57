/** Sensitive counts are kept down: under three they could point at a person. */

/** What stands in place of a sensitive count under three. */
export const UNDER_THREE = '＜3';

/** A sensitive column's cell as it may be shown: as it is, or `＜3` where it names a count under three. */
export function keptDown(text: string): string {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  const figure = /\d+(?:\.\d+)?/.exec(plain)?.[0];
  const small = figure === undefined ? /^[零〇一壹二贰两][人次名个例件]*$/.test(plain) : Number(figure) < 3;
  return small ? UNDER_THREE : text;
}
