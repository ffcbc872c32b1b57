/** Budgets, compressed copies, reports and the single page, each on real files in a folder of its own. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BUDGETS, firstChunks, measure, report } from '../../src/build/budget.mjs';
import { compressed, precompress } from '../../src/build/precompress.mjs';
import { readPlaywright, readVitest } from '../../src/build/results.mjs';
import { addBlocks, cspHash, inlinePage, inlineScript } from '../../src/build/single.mjs';

let dir = '';
const at = (name: string): string => path.join(dir, name);
function write(name: string, content: string | Buffer): void {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
}

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'kaoping-build-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const MANIFEST = {
  'index.html': {
    file: 'assets/index.js',
    isEntry: true,
    imports: ['_shared.js'],
    dynamicImports: ['src/engine/duckdb/index.ts', 'src/report/index.ts'],
  },
  '_shared.js': { file: 'assets/shared.js', imports: ['_deep.js'] },
  '_deep.js': { file: 'assets/deep.js', imports: ['_shared.js'] },
  'src/engine/duckdb/index.ts': { file: 'assets/duckdb.js', imports: ['_arrow.js'] },
  '_arrow.js': { file: 'assets/arrow.js' },
  'src/report/index.ts': { file: 'assets/report.js', imports: ['_docx.js'] },
  '_docx.js': { file: 'assets/docx.js' },
  'data/sample/a.csv': { file: 'assets/a.csv' },
};

describe('firstChunks()', () => {
  test('follows static and dynamic imports from the entry, but not into what is loaded later', () => {
    expect(firstChunks(MANIFEST, ['src/report/'])).toEqual(
      ['arrow', 'deep', 'duckdb', 'index', 'shared'].map((n) => `assets/${n}.js`),
    );
  });

  test('counts a dynamically imported chunk that nobody declared to be later', () => {
    expect(firstChunks(MANIFEST, [])).toContain('assets/docx.js');
  });
});

describe('measure()', () => {
  /** A site whose script has about this many bytes after gzip: random bytes do not compress. */
  function site(page: number, ingest: number): void {
    write('.vite/manifest.json', JSON.stringify({ 'index.html': { file: 'assets/index.js', isEntry: true } }));
    write('assets/index.js', randomBytes(page));
    write('assets/duckdb-browser-eh.worker-AbCd1234.js', randomBytes(1_000_000));
    write('workers/ingest-worker-AbCd1234.js', randomBytes(ingest));
  }

  test("finds no fault in a site within its budgets and reports DuckDB's worker apart", () => {
    site(BUDGETS.page - 1000, BUDGETS.ingest - 1000);
    const sizes = measure(dir);
    expect(sizes.faults).toEqual([]);
    expect(sizes.pageTotal).toBe(zlib.gzipSync(readFileSync(at('assets/index.js')), { level: 9 }).length);
    expect(sizes.workers.map((w) => w.name)).toEqual([
      'workers/ingest-worker-AbCd1234.js',
      'assets/duckdb-browser-eh.worker-AbCd1234.js',
    ]);
  });

  test('names each budget that is not kept, with both figures', () => {
    site(BUDGETS.page + 1000, BUDGETS.ingest + 1000);
    const { faults } = measure(dir);
    expect(faults).toHaveLength(2);
    const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)}\\.\\d kB gzip`;
    expect(faults[0]).toMatch(
      new RegExp(`page JavaScript .* ${kB(BUDGETS.page + 1000)}, the budget is ${kB(BUDGETS.page)}`.replace(/ gzip$/, '')),
    );
    expect(faults[1]).toMatch(
      new RegExp(
        `workers/ingest-worker.* ${kB(BUDGETS.ingest + 1000)}, the budget is ${kB(BUDGETS.ingest)}`.replace(/ gzip$/, ''),
      ),
    );
    expect(report(measure(dir))).toContain(`OVER BUDGET: ${faults[0]}`);
  });

  test('faults a site in which there was nothing to measure', () => {
    write('.vite/manifest.json', '{}');
    expect(measure(dir).faults).toHaveLength(2);
  });
});

describe('precompress()', () => {
  const text = '期间,单位\r\n'.repeat(500);

  test('puts copies beside text and wasm that unpack to the same bytes, and leaves small files and images alone', async () => {
    write('site/a.csv', text);
    write('site/assets/b.wasm', text);
    write('site/c.js', 'short');
    write('site/d.png', text);
    expect(await precompress(at('site'), at('cache'))).toBe(2);
    expect(zlib.brotliDecompressSync(readFileSync(at('site/a.csv.br'))).toString()).toBe(text);
    expect(zlib.gunzipSync(readFileSync(at('site/assets/b.wasm.gz'))).toString()).toBe(text);
    expect([existsSync(at('site/c.js.br')), existsSync(at('site/d.png.gz'))]).toEqual([false, false]);
  });

  test('compresses the same content once, whatever its name', async () => {
    write('a.csv', text);
    write('b.csv', text);
    const first = await compressed(at('a.csv'), 'gz', at('cache'));
    const { mtimeMs } = statSync(first);
    expect(await compressed(at('b.csv'), 'gz', at('cache'))).toBe(first);
    expect(statSync(first).mtimeMs).toBe(mtimeMs);
    expect(readdirSync(at('cache'))).toHaveLength(1);
  });
});

describe('inlinePage()', () => {
  const page = `<!doctype html><html><head>
    <meta charset="utf-8" />
    <link rel="icon" href="./icon.svg" />
    <link rel="modulepreload" crossorigin href="./assets/x.js">
    <script type="module" crossorigin src="./assets/index.js"></script>
    <link rel="stylesheet" crossorigin href="./assets/index.css">
  </head><body><div id="app"></div><script src="./floor.js"></script></body></html>`;
  const files: Readonly<Record<string, string>> = {
    './icon.svg': '<svg/>',
    './assets/index.js': 'export const end = "</script><!-- $& -->";',
    './assets/index.css': 'p{color:red}',
    './floor.js': 'var old = 1;',
  };
  const read = (address: string): string => files[address] ?? `no ${address}`;

  test('leaves no address in the page and admits each inline text by its hash alone', () => {
    const html = inlinePage(page, read);
    expect(html).not.toMatch(/\s(?:src|href)="\.\//);
    const inline = [...html.matchAll(/<(script|style)\b[^>]*>([^]*?)<\/\1>/g)].map((m) => m[2] ?? '');
    expect(inline).toHaveLength(3);
    const csp = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    for (const text of inline) expect(csp).toContain(cspHash(text));
    expect(csp).toContain("connect-src 'none'");
    expect(csp).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  });

  test('keeps the module a module and the classic script a classic one', () => {
    const html = inlinePage(page, read);
    expect(html).toContain('<script type="module">export');
    expect(html).toContain('<script>var old');
  });

  test('refuses a page that still names a file', () => {
    expect(() => inlinePage(page.replace('<div id="app">', '<img alt="" src="./logo.png"><div id="app">'), read)).toThrow(
      './logo.png',
    );
  });
});

describe('inlineScript()', () => {
  test('gives a script that html cannot end early and that means the same', async () => {
    const code = `export default ['</script>', \`<!-- \${1}\`, /<\\/script>/.test('</SCRIPT>'.toLowerCase())]`;
    const safe = inlineScript(code);
    expect(safe).not.toMatch(/<\/script|<!--/i);
    const load = async (text: string): Promise<unknown> =>
      ((await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`)) as { default: unknown }).default;
    expect(await load(safe)).toEqual(await load(code));
  });
});

describe('addBlocks()', () => {
  test('puts the blocks last in the body, each under its id', () => {
    expect(addBlocks('<body>x</body>', { a: 'AA==', b: 'BB==' })).toBe(
      '<body>x<script type="text/plain" id="a">AA==</script>\n<script type="text/plain" id="b">BB==</script>\n</body>',
    );
  });
});

describe('readVitest() and readPlaywright()', () => {
  test('count a skipped test and a file that could not be loaded as failed', () => {
    write(
      'v.json',
      JSON.stringify({
        numPassedTests: 7,
        numFailedTests: 1,
        numPendingTests: 1,
        numTodoTests: 1,
        testResults: [
          { status: 'failed', assertionResults: [] },
          { status: 'passed', assertionResults: [{}] },
        ],
      }),
    );
    expect(readVitest(at('v.json'))).toEqual({ passed: 7, failed: 4 });
    write('p.json', JSON.stringify({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 1 }, errors: [{}] }));
    expect(readPlaywright(at('p.json'))).toEqual({ passed: 5, failed: 4 });
  });

  test('count a missing, broken or empty report as one failure', () => {
    write('broken.json', '{');
    write('empty.json', '{}');
    for (const name of ['missing.json', 'broken.json', 'empty.json']) {
      expect(readVitest(at(name))).toEqual({ passed: 0, failed: 1 });
      expect(readPlaywright(at(name))).toEqual({ passed: 0, failed: 1 });
    }
  });
});
