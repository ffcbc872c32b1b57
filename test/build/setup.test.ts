/** When set-up installs, and which Node it refuses, on real folders and in the real program. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { candidates, findBrowser } from '../../src/build/browser.mjs';
import { DEFAULT_PORT, portOf } from '../../src/build/port.mjs';
import { installNeeded, lockHash, nodeProblem, stampInstall } from '../../src/build/setup.mjs';
import { hashSources, isCurrent, writeStamp } from '../../src/build/stamp.mjs';

let root = '';
const write = (name: string, text: string): void => writeFileSync(path.join(root, name), text);

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'kaoping-setup-'));
  write('package-lock.json', '{\n  "lockfileVersion": 3\n}\n');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('installNeeded()', () => {
  test('is true on a clean clone, false after an install, true again when the lock changes', () => {
    expect(installNeeded(root)).toBe(true);
    mkdirSync(path.join(root, 'node_modules'));
    expect(installNeeded(root)).toBe(true);
    stampInstall(root);
    expect(installNeeded(root)).toBe(false);
    write('package-lock.json', '{\n  "lockfileVersion": 2\n}\n');
    expect(installNeeded(root)).toBe(true);
  });

  test('takes a lock file with CRLF for the same lock', () => {
    const before = lockHash(root);
    write('package-lock.json', '{\r\n  "lockfileVersion": 3\r\n}\r\n');
    expect(lockHash(root)).toBe(before);
  });
});

describe('nodeProblem()', () => {
  test.each(['20.19.0', '20.20.2', '22.12.0', '24.1.0'])('has nothing against Node %s', (version) => {
    expect(nodeProblem(version)).toBeNull();
  });

  test.each(['18.20.4', '20.18.3', '21.7.0', '22.11.0'])(
    'refuses Node %s in one sentence that names both versions',
    (version) => {
      expect(nodeProblem(version)).toContain('20.19');
      expect(nodeProblem(version)).toContain(version);
    },
  );
});

describe('hashSources()', () => {
  test('changes with a byte, a name and a new file, and with nothing else', () => {
    mkdirSync(path.join(root, 'src'));
    write('src/a.ts', 'a');
    const hash = (): string => hashSources(root, ['src', 'absent']);
    const first = hash();
    expect(hash()).toBe(first);
    write('other.ts', 'a');
    expect(hash()).toBe(first);
    write('src/b.ts', '');
    const second = hash();
    write('src/a.ts', 'b');
    expect(new Set([first, second, hash()]).size).toBe(3);
  });

  test('a stamp is current for the hash it was written with', () => {
    const stamp = path.join(root, 'stamp');
    expect(isCurrent(stamp, 'x')).toBe(false);
    writeStamp(stamp, 'x');
    expect([isCurrent(stamp, 'x'), isCurrent(stamp, 'y')]).toEqual([true, false]);
  });
});

describe('portOf()', () => {
  test('takes --port before PORT before the default', () => {
    expect(portOf(['--port', '5000'], { PORT: '6000' })).toBe(5000);
    expect(portOf(['--port=5001'], {})).toBe(5001);
    expect(portOf([], { PORT: '6000' })).toBe(6000);
    expect(portOf([], { PORT: '' })).toBe(DEFAULT_PORT);
  });

  test('refuses what is no port', () => {
    for (const given of ['x', '', '70000', '-1']) expect(() => portOf(['--port', given], {})).toThrow(RangeError);
  });
});

describe('candidates()', () => {
  test('begins with CHROME_PATH, then PATH, then the usual places of the system', () => {
    const linux = candidates('linux', { CHROME_PATH: '/x/chrome', PATH: '/a:/b' });
    expect(linux[0]).toBe('/x/chrome');
    expect(linux.indexOf('/a/chromium')).toBeLessThan(linux.indexOf('/b/google-chrome'));
    expect(linux.at(-1)).toBe('/opt/microsoft/msedge/msedge');
    const windows = candidates('win32', { Path: 'C:\\bin', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' });
    expect(windows).toContain('C:\\bin\\chrome.exe');
    expect(windows).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe');
    expect(candidates('darwin', { HOME: '/Users/x' })).toContain('/Users/x/Applications/Chromium.app/Contents/MacOS/Chromium');
  });
});

describe('findBrowser()', () => {
  test('takes the browser that CHROME_PATH names', () => {
    write('chrome', '');
    expect(findBrowser({ CHROME_PATH: path.join(root, 'chrome') })).toEqual({ path: path.join(root, 'chrome') });
  });

  test('says so when CHROME_PATH names nothing, instead of taking another', () => {
    expect(findBrowser({ CHROME_PATH: '/nowhere/chrome' })).toEqual({
      problem: 'CHROME_PATH names /nowhere/chrome, which does not exist.',
    });
  });

  test('says in one sentence what to install when there is none', () => {
    // Windows' rules on a system that has none of its folders: nothing can be found or installed.
    expect(findBrowser({}, 'win32')).toEqual({ problem: expect.stringContaining('install Chrome, Chromium or Edge') as string });
  });
});
