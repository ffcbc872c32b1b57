/** Tables to text to bytes: CSV as spreadsheets write it, UTF-8 and GB18030. */

/**
 * @typedef {object} Table
 * @property {readonly string[]} header
 * @property {readonly (readonly string[])[]} rows
 */

/**
 * Records as delimited text; a field is quoted only where it must be.
 * @param {readonly (readonly string[])[]} records
 * @param {{ delimiter?: string, newline?: string }} [form]
 */
export function delimited(records, { delimiter = ',', newline = '\n' } = {}) {
  /** @param {string} field */
  const written = (field) => (field.includes(delimiter) || /["\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
  return records.map((r) => r.map(written).join(delimiter) + newline).join('');
}

/** @param {string} text */
export const utf8 = (text) => new TextEncoder().encode(text);

/** The mark that Excel needs to know UTF-8. @param {string} text */
export const utf8WithMark = (text) => utf8(`\ufeff${text}`);

/** @type {Map<string, number> | undefined} */
let codes;

/** Every character that GB18030 writes in two bytes, with its code. */
function twoByteCodes() {
  const decoder = new TextDecoder('gb18030');
  const table = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      // The private use area stands for codes that have no character of their own.
      if (character.length === 1 && !/[\ufffd\ue000-\uf8ff]/.test(character)) table.set(character, lead * 256 + trail);
    }
  return table;
}

/**
 * Bytes in GB18030. Throws RangeError on a character outside the one- and two-byte range.
 * @param {string} text
 */
export function gb18030(text) {
  codes ??= twoByteCodes();
  /** @type {number[]} */
  const bytes = [];
  for (const character of text) {
    const ascii = character.charCodeAt(0);
    const code = ascii < 0x80 ? ascii : codes.get(character);
    if (code === undefined) throw new RangeError(`not in the two-byte range of GB18030: ${character}`);
    if (code < 0x80) bytes.push(code);
    else bytes.push(code >> 8, code & 0xff);
  }
  return Uint8Array.from(bytes);
}
