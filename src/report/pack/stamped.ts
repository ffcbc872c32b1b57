/**
 * The last step of every Office file: the same content gives the same bytes. Libraries write the moment of writing into the
 * container and its properties; here both become a time that is given, the seal's where there is one.
 */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** Changes the text of a part, by its path inside the file; most stay as they are. */
export type Rewrite = (path: string, xml: string) => string;

const same: Rewrite = (_, xml) => xml;
/** Parts that are text; all others are copied byte for byte. */
const TEXT = /\.(?:xml|rels)$/;
/** Packed already: to pack it again takes time and saves nothing. */
const PACKED = /\.(?:png|jpe?g)$/;

/**
 * An Office Open XML file with the time `at` in all its entries and properties. Entries keep their order.
 * @param at ISO 8601; its wall-clock time is taken as it is written, so that no zone changes the bytes.
 */
export function stamped(file: Uint8Array, at: string, rewrite: Rewrite = same): Uint8Array<ArrayBuffer> {
  const mtime = wallClock(at);
  const entries: Zippable = {};
  for (const [path, bytes] of Object.entries(unzipSync(file))) {
    const content = TEXT.test(path) ? strToU8(rewrite(path, withTimes(path, strFromU8(bytes), at))) : bytes;
    entries[path] = [content, { mtime, level: PACKED.test(path) ? 0 : 6 }];
  }
  return zipSync(entries);
}

/** Entries hold a wall-clock time without zone; a text without zone is read as one. */
export const wallClock = (at: string): string => at.slice(0, 19);

const withTimes = (path: string, xml: string, at: string): string =>
  path === 'docProps/core.xml'
    ? xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_, tag: string) => `${tag}${at.slice(0, 19)}Z`)
    : xml;

/** Files as a zip, all of one time. Office files are packed already. */
export function zipped(files: Readonly<Record<string, Uint8Array>>, at: string): Uint8Array<ArrayBuffer> {
  const mtime = wallClock(at);
  const entries: Zippable = {};
  for (const [name, bytes] of Object.entries(files)) entries[name] = [bytes, { mtime, level: /\.csv$/.test(name) ? 6 : 0 }];
  return zipSync(entries);
}
