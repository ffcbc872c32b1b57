/** Text to bytes in the encodings that files arrive in, each by the reverse of what the platform decodes. */

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** Every character that a two-byte encoding writes. */
function twoByte(encoding: 'gb18030' | 'big5'): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding);
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && !/[\ufffd\ue000-\uf8ff]/.test(text) && text.charCodeAt(0) > 0x7f && !table.has(text))
        table.set(text, [lead, trail]);
    }
  tables.set(encoding, table);
  return table;
}

export const ENCODINGS = ['utf-8', 'utf-8 with mark', 'utf-16le with mark', 'utf-16be with mark', 'gb18030', 'big5'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** @returns null where the encoding has no code for a character. */
export function bytesOf(text: string, encoding: Encoding): Uint8Array<ArrayBuffer> | null {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-8 with mark':
      return new TextEncoder().encode(`\ufeff${text}`);
    case 'utf-16le with mark':
    case 'utf-16be with mark': {
      const view = new DataView(new ArrayBuffer(2 * text.length + 2));
      [0xfeff, ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))].forEach((unit, i) =>
        view.setUint16(2 * i, unit, encoding === 'utf-16le with mark'),
      );
      return new Uint8Array(view.buffer);
    }
    default: {
      const table = twoByte(encoding);
      const bytes: number[] = [];
      for (const character of text) {
        if (character.charCodeAt(0) < 0x80) bytes.push(character.charCodeAt(0));
        else {
          const code = table.get(character);
          if (!code) return null;
          bytes.push(...code);
        }
      }
      return Uint8Array.from(bytes);
    }
  }
}
