/** Whether a build is up to date: one hash over everything it is made from, kept beside the result. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What the app is made from, relative to the root of the repository. */
export const SOURCES = ['src', 'data', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'];

/**
 * SHA-256 over names and bytes of files and folders, in an order that does not depend on the file system.
 * @param {string} root @param {readonly string[]} names
 */
export function hashSources(root, names = SOURCES) {
  const hash = createHash('sha256');
  for (const name of names) {
    const start = path.join(root, name);
    if (!existsSync(start)) continue;
    for (const file of filesOf(start)) {
      const bytes = readFileSync(file);
      hash.update(`${path.relative(root, file).replaceAll(path.sep, '/')}\0${bytes.length}\0`).update(bytes);
    }
  }
  return hash.digest('hex');
}

/** @param {string} start @returns {string[]} */
function filesOf(start) {
  if (statSync(start).isFile()) return [start];
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => path.join(e.parentPath, e.name))
    .sort();
}

/** Whether the result was built from these sources. @param {string} file the stamp @param {string} hash of the sources */
export const isCurrent = (file, hash) => existsSync(file) && readFileSync(file, 'utf8').trim() === hash;

/** @param {string} file the stamp @param {string} hash of the sources */
export const writeStamp = (file, hash) => writeFileSync(file, `${hash}\n`);
