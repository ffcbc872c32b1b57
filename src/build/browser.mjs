/** Finds the Chromium that the browser tests run in; as root on Debian, installs it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const COMMANDS = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
];

/** @typedef {Readonly<Record<string, string | undefined>>} Env */

/**
 * Every place where a browser may be, the likeliest first.
 * @param {NodeJS.Platform} platform @param {Env} env
 */
export function candidates(platform, env) {
  const paths = platform === 'win32' ? path.win32 : path.posix;
  const onPath = (env.PATH ?? env.Path ?? '')
    .split(paths.delimiter)
    .filter(Boolean)
    .flatMap((dir) => COMMANDS.map((c) => paths.join(dir, platform === 'win32' ? `${c}.exe` : c)));
  return [...(env.CHROME_PATH ? [env.CHROME_PATH] : []), ...onPath, ...usualPlaces(platform, env)];
}

/** @param {NodeJS.Platform} platform @param {Env} env */
function usualPlaces(platform, env) {
  if (platform === 'win32')
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter((dir) => dir !== undefined)
      .flatMap((dir) =>
        ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge'].map((product) =>
          path.win32.join(dir, product, 'Application', product.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe'),
        ),
      );
  if (platform === 'darwin')
    return ['/Applications', path.posix.join(env.HOME ?? '', 'Applications')].flatMap((dir) =>
      ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `${dir}/${name}.app/Contents/MacOS/${name}`),
    );
  return ['/usr/bin/chromium', '/snap/bin/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'];
}

/**
 * The browser to test with.
 * @returns {{ path: string } | { problem: string }} one sentence when there is none
 */
export function findBrowser(env = /** @type {Env} */ (process.env), platform = process.platform) {
  // A path that was given and is wrong is said, not passed over for another browser.
  if (env.CHROME_PATH && !existsSync(env.CHROME_PATH))
    return { problem: `CHROME_PATH names ${env.CHROME_PATH}, which does not exist.` };
  const found = () => candidates(platform, env).find((p) => existsSync(p));
  const first = found();
  if (first) return { path: first };
  if (platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log("No browser found: installing Debian's chromium and fonts-noto-cjk …");
    apt('update');
    apt('install', '--yes', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
    const installed = found();
    if (installed) return { path: installed };
  }
  return {
    problem: 'No browser to test with: install Chrome, Chromium or Edge, or name one in the environment variable CHROME_PATH.',
  };
}

/** @param {string[]} args */
const apt = (...args) =>
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
