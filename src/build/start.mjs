/** `npm start`: builds the app if its sources changed, serves it on this machine, and opens a browser where there is a display. */
import { spawn } from 'node:child_process';
import { SITE } from './paths.mjs';
import { DEFAULT_PORT, portOf } from './port.mjs';
import { createServer, listen } from './serve.mjs';

/**
 * The command that opens an address in the user's browser.
 * @param {string} url @param {NodeJS.Platform} platform @param {Readonly<Record<string, string | undefined>>} env
 * @returns {[string, string[]] | null} null where there is nobody to look at it
 */
function opener(url, platform, env) {
  if (env.CI) return null;
  if (platform === 'win32') return ['cmd', ['/c', 'start', '', url]];
  if (platform === 'darwin') return ['open', [url]];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open', [url]] : null;
}

async function main() {
  const port = portOf(process.argv, process.env);
  const server = createServer(SITE);
  try {
    // Before the build, so that a port that is taken is said at once.
    await listen(server, port);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    if (code === 'EADDRINUSE')
      console.error(
        `Port ${port} is taken, perhaps by Kaoping itself: look at http://127.0.0.1:${port}/. Else choose another port: npm start -- --port ${port === DEFAULT_PORT ? 5000 : DEFAULT_PORT}`,
      );
    else console.error(`Port ${port} cannot be used (${code}). Choose another: npm start -- --port 5000`);
    process.exit(1);
  }
  // Only now: vite takes a while to load, and the second start has no need of it.
  const { ensureSite } = await import('./build.mjs');
  await ensureSite(() => console.log('Building (half a minute the first time, nothing to do the next) …'));
  const url = `http://127.0.0.1:${port}/`;
  console.log(`Kaoping 党建考评看板 is at ${url}  (Ctrl+C ends it)`);
  const command = opener(url, process.platform, process.env);
  if (command && !process.argv.includes('--no-open'))
    spawn(...command, { stdio: 'ignore', detached: true })
      .on('error', () => console.log(`Open ${url} in a browser.`))
      .unref();
}

await main().catch((error) => {
  console.error(error instanceof RangeError ? error.message : error);
  process.exit(1);
});
