/**
 * Finds LibreOffice and poppler, with which tests lay out the papers that the app writes and measure the pages; as root on
 * Debian, installs them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Poppler's programs, which read what LibreOffice prints. */
export const POPPLER = /** @type {const} */ (['pdfinfo', 'pdftotext', 'pdffonts', 'pdftoppm']);

/** What is drawn with them: Chinese fonts as well, or every character of a page is an empty box. */
const PACKAGES = [
  'libreoffice-writer-nogui',
  'libreoffice-calc-nogui',
  'libreoffice-impress-nogui',
  'poppler-utils',
  'fonts-noto-cjk',
];

/** @typedef {Readonly<Record<string, string | undefined>>} Env */
/** @typedef {'soffice' | typeof POPPLER[number]} Program */
/** @typedef {Readonly<Record<Program, string>>} Office */

/**
 * Every place where a program may be, the likeliest first.
 * @param {Program} program @param {NodeJS.Platform} platform @param {Env} env
 */
export function placesOf(program, platform, env) {
  const paths = platform === 'win32' ? path.win32 : path.posix;
  // Under Windows `soffice.exe` returns before it is done; `soffice.com` waits.
  const file = platform === 'win32' ? `${program}.${program === 'soffice' ? 'com' : 'exe'}` : program;
  const onPath = (env.PATH ?? env.Path ?? '')
    .split(paths.delimiter)
    .filter(Boolean)
    .map((dir) => paths.join(dir, file));
  if (program !== 'soffice') return onPath;
  return [...(env.SOFFICE_PATH ? [env.SOFFICE_PATH] : []), ...onPath, ...usualPlaces(platform, env)];
}

/** @param {NodeJS.Platform} platform @param {Env} env */
function usualPlaces(platform, env) {
  if (platform === 'win32')
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)']]
      .filter((dir) => dir !== undefined)
      .map((dir) => path.win32.join(dir, 'LibreOffice', 'program', 'soffice.com'));
  if (platform === 'darwin') return ['/Applications/LibreOffice.app/Contents/MacOS/soffice'];
  return ['/usr/bin/soffice', '/usr/lib/libreoffice/program/soffice', '/snap/bin/libreoffice'];
}

/**
 * The programs to lay out and measure papers with.
 * @returns {Office | { problem: string }} one sentence when one of them is missing
 */
export function findOffice(env = /** @type {Env} */ (process.env), platform = process.platform) {
  // A path that was given and is wrong is said, not passed over for another program.
  if (env.SOFFICE_PATH && !existsSync(env.SOFFICE_PATH))
    return { problem: `SOFFICE_PATH names ${env.SOFFICE_PATH}, which does not exist.` };
  const found = () => allOf(platform, env);
  const first = found();
  if (first) return first;
  if (platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log("No LibreOffice or no poppler found: installing Debian's …");
    apt('update');
    apt('install', '--yes', '--no-install-recommends', ...PACKAGES);
    const installed = found();
    if (installed) return installed;
  }
  return {
    problem:
      "Nothing to lay out papers with: install LibreOffice (or name its soffice in the environment variable SOFFICE_PATH) and poppler's pdfinfo, pdftotext, pdffonts and pdftoppm on the PATH.",
  };
}

/** @param {NodeJS.Platform} platform @param {Env} env @returns {Office | null} null when one is missing */
function allOf(platform, env) {
  const programs = /** @type {const} */ (['soffice', ...POPPLER]);
  const entries = programs.map((p) => [p, placesOf(p, platform, env).find((place) => existsSync(place))]);
  return entries.every(([, place]) => place !== undefined) ? /** @type {Office} */ (Object.fromEntries(entries)) : null;
}

/** @param {string[]} args */
const apt = (...args) =>
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
