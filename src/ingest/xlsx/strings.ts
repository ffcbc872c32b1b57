/** Texts of a workbook: the shared strings and their escapes. */
import type { XmlEvents } from './xml';

/** `_x000D_` stands for a character that XML can't hold; `_x005F_` for the underscore of such a text. Line ends become LF. */
export const unescaped = (text: string): string =>
  (text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text
  ).replace(/\r\n?/g, '\n');

/** Collects the text of `si` or `is` elements: runs joined, readings of Japanese and Chinese (`rPh`) left out. */
export class TextRuns {
  #text = '';
  #inText = false;
  #phonetic = 0;

  open(name: string): void {
    if (name === 'rPh') this.#phonetic += 1;
    this.#inText = name === 't' && this.#phonetic === 0;
  }

  text(text: string): void {
    if (this.#inText) this.#text += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic -= 1;
    if (name === 't') this.#inText = false;
  }

  /** What was collected; begins anew. */
  take(): string {
    const text = unescaped(this.#text);
    this.#text = '';
    return text;
  }
}

/** Events that fill `strings` from xl/sharedStrings.xml. */
export function sharedStrings(strings: string[]): XmlEvents {
  const runs = new TextRuns();
  return {
    open: (name) => runs.open(name),
    text: (text) => runs.text(text),
    close: (name) => {
      runs.close(name);
      if (name === 'si') strings.push(runs.take());
    },
  };
}
