/** A scanner for the XML of workbooks: elements and text as they come, names without prefix, no entities but XML's own. */
import { damaged } from './fault';
import { unpack, type Entry } from './zip';

export interface XmlEvents {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Attributes of an element, looked up in its text. */
export class Attributes {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The value of an attribute by its name without prefix. */
  get(name: string): string | undefined {
    if (!this.#text.includes(name)) return undefined;
    const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(this.#text);
    const value = found?.[1] ?? found?.[2];
    return value === undefined ? undefined : decoded(value);
  }
}

/** Nothing that may stand between two `<` is longer: a cell's text has at most 32,767 characters. */
const LONGEST = 4 * 2 ** 20;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (all, hex?: string, dec?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? all;
    const code = hex === undefined ? Number(dec) : parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

export class XmlScanner {
  readonly #events: XmlEvents;
  #rest = '';

  constructor(events: XmlEvents) {
    this.#events = events;
  }

  /** Takes the next piece of the text; throws WorkbookFault where it can't be a workbook's XML. */
  push(piece: string): void {
    const input = this.#rest === '' ? piece : this.#rest + piece;
    let at = 0;
    for (;;) {
      const open = input.indexOf('<', at);
      if (open < 0) break;
      if (input.startsWith('<!--', open) || input.startsWith('<![CDATA[', open) || input.startsWith('<?', open)) {
        const [start, stop] = input.startsWith('<!--', open) ? [4, '-->'] : input[open + 1] === '?' ? [2, '?>'] : [9, ']]>'];
        const end = input.indexOf(stop, open + start);
        if (end < 0) break;
        if (open > at) this.#events.text?.(decoded(input.slice(at, open)));
        if (start === 9) this.#events.text?.(input.slice(open + start, end));
        at = end + stop.length;
        continue;
      }
      const close = tagEnd(input, open + 1);
      // `<!` alone may still become a comment
      if (close < 0) break;
      if (open > at) this.#events.text?.(decoded(input.slice(at, open)));
      this.#tag(input.slice(open + 1, close));
      at = close + 1;
    }
    this.#rest = input.slice(at);
    if (this.#rest.length > LONGEST) throw damaged('XML');
  }

  #tag(tag: string): void {
    if (tag.startsWith('!')) return;
    if (tag.startsWith('/')) {
      this.#events.close?.(localName(tag.slice(1).trim()));
      return;
    }
    const empty = tag.endsWith('/');
    const end = tag.search(/[\s/]/);
    const name = localName(end < 0 ? tag : tag.slice(0, end));
    this.#events.open?.(name, new Attributes(end < 0 ? '' : tag.slice(end)));
    if (empty) this.#events.close?.(name);
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The `>` that ends a tag: one outside the values of its attributes. */
function tagEnd(input: string, from: number): number {
  let close = input.indexOf('>', from);
  for (;;) {
    if (close < 0) return -1;
    let quote = '';
    for (let i = from; i < close; i++) {
      const c = input[i] as string;
      if (quote === '' ? c === '"' || c === "'" : c === quote) quote = quote === '' ? c : '';
    }
    if (quote === '') return close;
    close = input.indexOf('>', close + 1);
  }
}

/** The texts of a part, decoded, and how far in the source each ends. */
export async function* textsOf(
  blob: Blob,
  entry: Entry,
  name: string,
  signal?: AbortSignal,
): AsyncGenerator<{ text: string; done: number }, void, void> {
  let decoder: TextDecoder | null = null;
  for await (const { bytes, done } of unpack(blob, entry, name, signal)) {
    decoder ??= new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8');
    yield { text: decoder.decode(bytes, { stream: true }), done };
  }
}

/** Scans a whole part. */
export async function scanPart(blob: Blob, entry: Entry | undefined, name: string, events: XmlEvents): Promise<void> {
  if (!entry) return;
  const scanner = new XmlScanner(events);
  for await (const { text } of textsOf(blob, entry, name)) scanner.push(text);
}
