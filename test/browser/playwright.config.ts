/** Browser tests: the built app in the machine's own Chromium, on its three origins. `npm test` finds the browser and passes it in CHROME_PATH. */
import { defineConfig } from '@playwright/test';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const port = 4174;
const report = process.env.KAOPING_BROWSER_REPORT;

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: path.join(root, 'test-results', 'browser'),
  // Every page boots a database of its own: one at a time on two cores.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list'], ...(report ? [['json', { outputFile: report }] as const] : [])],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
    trace: 'off',
    actionTimeout: 15_000,
    launchOptions: {
      executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // A plain-http address that is not localhost: no secure context, as on an office network.
        '--host-resolver-rules=MAP intranet.test 127.0.0.1',
      ],
    },
  },
  webServer: {
    command: `node src/build/serve.mjs --port ${port}`,
    cwd: root,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
