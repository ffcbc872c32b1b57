/** Builds the app: the site with its compressed copies, and the single file. As a program it holds both against the budgets. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { measure, report } from './budget.mjs';
import { CACHE, ROOT, SITE, isProgram } from './paths.mjs';
import { precompress } from './precompress.mjs';
import { buildSingle } from './single.mjs';
import { hashSources, isCurrent, writeStamp } from './stamp.mjs';

const STAMP = path.join(path.dirname(SITE), 'site.stamp');

/** Builds the site into dist/site. */
export async function buildSite() {
  const hash = hashSources(ROOT);
  // Taken away first: a build that is stopped half-way must not count as done.
  await rm(STAMP, { force: true });
  await build({ root: ROOT, logLevel: 'warn' });
  await precompress(SITE, CACHE);
  writeStamp(STAMP, hash);
}

/** Builds the site unless its sources are those of the last build. @param {() => void} before called when there is something to do */
export async function ensureSite(before) {
  if (isCurrent(STAMP, hashSources(ROOT))) return;
  before();
  await buildSite();
}

if (isProgram(import.meta.url)) {
  await buildSite();
  const single = await buildSingle();
  const sizes = measure(SITE);
  console.log(report(sizes));
  console.log(`Single file: ${(single / 1e6).toFixed(1)} MB`);
  process.exitCode = sizes.faults.length > 0 ? 1 : 0;
}
