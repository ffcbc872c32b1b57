/** What a source is by its content, whatever its name says: text, a zip to look into, or one of the things often mistaken for a table. */
import { byteOrderMark, decodeLoosely, unmarkedUtf16 } from './decode';

/** Workbooks that are known and not read. `encrypted`: an .xlsx behind a password. */
export type WorkbookKind = 'xls' | 'et' | 'xlsb' | 'ods' | 'html' | 'xml' | 'encrypted';

export type Content = 'text' | 'empty' | 'binary' | 'zip' | WorkbookKind;

/** Bytes by which text is told from anything else. */
const SAMPLE = 64 * 1024;

const starts = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((b, i) => bytes[i] === b);
const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);
/** A name as OLE2 keeps it, UTF-16. */
const wide = (name: string): string => name.replace(/./g, '$&\0');

/** @param head the first bytes. @param tail the last ones. @param name the file's name, which only tells .et from .xls. */
export function contentOf(head: Uint8Array, tail: Uint8Array, name: string): Content {
  if (head.length === 0) return 'empty';
  if (starts(head, 0x50, 0x4b, 0x03, 0x04) || starts(head, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return oleKind(latin(head) + latin(tail), name);
  const mark = byteOrderMark(head);
  const wideText = mark ? null : unmarkedUtf16(head.subarray(0, 4096));
  const encoding = mark?.encoding ?? wideText ?? 'utf-8';
  if (encoding === 'utf-8') {
    const sample = head.subarray(0, SAMPLE);
    const controls = sample.reduce((n, b) => n + (b < 0x09 || (b > 0x0d && b < 0x20 && b !== 0x1a) ? 1 : 0), 0);
    if (head.includes(0) || controls * 50 > sample.length || /^(?:%PDF-|%!PS|\{\\rtf)/.test(latin(head.subarray(0, 8))))
      return 'binary';
  }
  const bom = mark?.bom ?? 0;
  const text = decodeLoosely(head.subarray(bom, bom + 4096), encoding).trimStart();
  if (/^<\?xml|^<(?:\w+:)?Workbook\b/i.test(text)) return /<html\b/i.test(text) ? 'html' : 'xml';
  if (/^(?:<!doctype html|<html|<head|<table|<meta|<style|<div|<body|<!--|MIME-Version:)/i.test(text)) return 'html';
  return /^[\s,;\t|"\u001a]*$/.test(text) && head.length <= 4096 ? 'empty' : 'text';
}

function oleKind(bytes: string, name: string): Content {
  if (bytes.includes(wide('EncryptedPackage'))) return 'encrypted';
  if (bytes.includes(wide('WordDocument')) || bytes.includes(wide('PowerPoint Document'))) return 'binary';
  return /\.et$/i.test(name) ? 'et' : 'xls';
}
