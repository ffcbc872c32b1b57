/** Secrecy marks: a file that bears one must not be on this machine at all, so it is refused before anything is kept. */

const GAP = '[\\s\\u200b-\\u200d\\ufeff]{0,4}';
/** 秘密★, 机 密 ☆, 绝密（★）10年: spaces and brackets may stand between, the star be any. */
const MARK = new RegExp(`[秘机绝]${GAP}密${GAP}[（(【\\[]?${GAP}[★☆⭐✩✭]`);
const STAR = /[★☆⭐✩✭]/;

/** The secrecy mark in a text (`秘密★`, `机密 ★`), or null. */
export function secrecyMark(text: string): string | null {
  if (!STAR.test(text)) return null;
  return MARK.exec(text)?.[0] ?? null;
}
