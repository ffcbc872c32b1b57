/** Where the programs that lay papers out are looked for, and what is said when they are not there. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findOffice, placesOf, POPPLER } from '../../src/build/office.mjs';

let root = '';

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'kaoping-office-'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('placesOf()', () => {
  test('begins with SOFFICE_PATH, then PATH, then the usual places of the system', () => {
    const linux = placesOf('soffice', 'linux', { SOFFICE_PATH: '/x/soffice', PATH: '/a:/b' });
    expect(linux.slice(0, 3)).toEqual(['/x/soffice', '/a/soffice', '/b/soffice']);
    expect(linux).toContain('/usr/bin/soffice');
    const windows = placesOf('soffice', 'win32', { Path: 'C:\\bin', PROGRAMFILES: 'C:\\Program Files' });
    expect(windows).toEqual(['C:\\bin\\soffice.com', 'C:\\Program Files\\LibreOffice\\program\\soffice.com']);
    expect(placesOf('soffice', 'darwin', {})).toEqual(['/Applications/LibreOffice.app/Contents/MacOS/soffice']);
  });

  test("looks for poppler's programs on the PATH alone", () => {
    expect(placesOf('pdftotext', 'linux', { SOFFICE_PATH: '/x/soffice', PATH: '/a:/b' })).toEqual([
      '/a/pdftotext',
      '/b/pdftotext',
    ]);
    expect(placesOf('pdfinfo', 'win32', { PATH: 'C:\\poppler' })).toEqual(['C:\\poppler\\pdfinfo.exe']);
  });
});

describe('findOffice()', () => {
  test('finds all of them, the office where SOFFICE_PATH says', () => {
    mkdirSync(path.join(root, 'bin'));
    const at = (name: string): string => path.join(root, 'bin', name);
    for (const name of ['soffice', ...POPPLER]) writeFileSync(at(name), '');
    writeFileSync(path.join(root, 'other'), '');
    const all = Object.fromEntries(['soffice', ...POPPLER].map((name) => [name, at(name)]));
    expect(findOffice({ PATH: path.join(root, 'bin') }, 'darwin')).toEqual(all);
    const other = path.join(root, 'other');
    expect(findOffice({ PATH: path.join(root, 'bin'), SOFFICE_PATH: other }, 'darwin')).toEqual({ ...all, soffice: other });
  });

  test('says so when SOFFICE_PATH names nothing, instead of taking another', () => {
    expect(findOffice({ SOFFICE_PATH: '/nowhere/soffice' })).toEqual({
      problem: 'SOFFICE_PATH names /nowhere/soffice, which does not exist.',
    });
  });

  test('says in one sentence what to install when one of them is missing', () => {
    // Another system's rules: nothing can be installed.
    for (const name of ['soffice', ...POPPLER.slice(1)]) writeFileSync(path.join(root, name), '');
    const answer = findOffice({ PATH: root }, 'darwin');
    expect(answer).toEqual({ problem: expect.stringMatching(/^[^.]*install LibreOffice[^.]*pdftoppm on the PATH\.$/) as string });
  });
});
