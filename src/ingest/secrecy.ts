/** Secrecy marks: a file that bears one must not be on this machine at all, so it is refused before anything is kept. */
const MARK = /(?:秘密|机密|绝密)\s*★/;

/** The secrecy mark in a text (`秘密★`, `机密 ★`), or null. */
export function secrecyMark(text: string): string | null {
  if (!text.includes('★')) return null;
  return MARK.exec(text)?.[0] ?? null;
}
