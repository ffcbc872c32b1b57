/**
 * Set-up before `npm start` and `npm test`: checks Node and installs what the lock file names, only when it has
 * changed since the last time. Runs before anything is installed, so it uses Node's built-in modules alone.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, isProgram } from './paths.mjs';

/**
 * What is wrong with this version of Node.
 * @param {string} version e.g. `20.19.0`
 * @returns {string | null} one sentence, or null when it will do
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  // 21 and the first of 22 lack what 20.19 was given later (`require` of modules), and vite refuses them.
  const enough = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  return enough
    ? null
    : `Kaoping needs Node 20.19 or later (of the 22 line 22.12 or later); this is Node ${version}. Get a newer one from https://nodejs.org/ and run the command again.`;
}

const lockOf = (/** @type {string} */ root) => path.join(root, 'package-lock.json');
const stampOf = (/** @type {string} */ root) => path.join(root, 'node_modules', '.kaoping-lock');

/** SHA-256 of the lock file without carriage returns, so that a checkout with CRLF is the same lock. @param {string} root */
export function lockHash(root) {
  return createHash('sha256')
    .update(readFileSync(lockOf(root), 'utf8').replaceAll('\r\n', '\n'))
    .digest('hex');
}

/** Whether node_modules is missing or was installed from another lock file. @param {string} root */
export function installNeeded(root) {
  return !existsSync(stampOf(root)) || readFileSync(stampOf(root), 'utf8').trim() !== lockHash(root);
}

/** Notes that node_modules now holds what the lock file names. @param {string} root */
export function stampInstall(root) {
  writeFileSync(stampOf(root), `${lockHash(root)}\n`);
}

/** Runs npm. npm tells its scripts where it is; started by itself through Node it needs no shell, on Windows neither. @param {string[]} args */
function npm(args) {
  const cli = process.env.npm_execpath;
  const run = cli?.endsWith('.js')
    ? spawnSync(process.execPath, [cli, ...args], { cwd: ROOT, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  return run.status ?? 1;
}

function main() {
  const problem = nodeProblem(process.versions.node);
  if (problem) {
    console.error(problem);
    return 1;
  }
  if (!installNeeded(ROOT)) return 0;
  console.log('Installing the packages of package-lock.json (once, until it changes) …');
  const status = npm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (status !== 0) {
    console.error(
      'The packages could not be installed: npm says above why. Without a connection to the registry, set its mirror with `npm config set registry <address>`.',
    );
    return status;
  }
  stampInstall(ROOT);
  return 0;
}

if (isProgram(import.meta.url)) process.exitCode = main();
