/** How the app is built and tested. `--mode single` gives the parts of the one-file app, which src/build/single.mjs puts together. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import path from 'node:path';
import { defaultClientConditions } from 'vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The oldest browser that the app runs in: the last Chromium for Windows 7. */
const FLOOR = 'chrome109';

/** src/pipeline/ingest.worker.ts → workers/ingest-worker-<hash>.js: the build finds a worker by its name. */
function workerName(module: string | null): string {
  const [file = ''] = path.basename(module ?? 'worker').split('?');
  return `workers/${path.parse(file).name.replaceAll('.', '-')}-[hash].js`;
}

/**
 * The workbook writer has large sheets compressed in workers that its zip library makes out of text, which the content
 * policy refuses. Here they are compressed in place.
 */
const zipInPlace: Plugin = {
  name: 'zip-in-place',
  transform(code, id) {
    if (!id.endsWith('/write-excel-file/modules/zip/zipToArrayBuffer.js')) return null;
    const changed = code.replace(/import\s*\{\s*zip\s*\}\s*from\s*'fflate';/, IN_PLACE);
    if (changed === code) this.error('write-excel-file zips in another way than before');
    return { code: changed, map: null };
  },
};
const IN_PLACE = "import { zipSync } from 'fflate'; const zip = (files, done) => done(null, zipSync(files));";

export default defineConfig(({ mode }) => {
  const single = mode === 'single';
  const testing = process.env.VITEST !== undefined;
  return {
    base: './',
    publicDir: 'src/app/public',
    plugins: [
      zipInPlace,
      svelte({
        configFile: false,
        compilerOptions: { runes: true },
        // Tests in Node look at runes as the browser runs them, not at their server form, which does not react.
        ...(testing ? { dynamicCompileOptions: () => ({ generate: 'client' as const }) } : {}),
      }),
    ],
    define: { __SINGLE_FILE__: String(single) },
    // `#assets` (package.json "imports") is the provider of the heavy parts: one for the site, one for the single file.
    resolve: { conditions: [...(single ? ['kaoping-single'] : []), ...defaultClientConditions] },
    ...(testing ? { ssr: { resolve: { conditions: [...defaultClientConditions] } } } : {}),
    build: {
      target: FLOOR,
      cssTarget: FLOOR,
      outDir: 'dist/site',
      manifest: !single,
      // The polyfill is an inline script, which the CSP refuses; every browser of the floor knows modulepreload.
      modulePreload: { polyfill: false },
      assetsInlineLimit: single ? Number.MAX_SAFE_INTEGER : 0,
      cssCodeSplit: !single,
      sourcemap: false,
      chunkSizeWarningLimit: 1000,
      // What many pieces share the page has anyway: in one file it packs better than in thirty.
      ...(single
        ? { copyPublicDir: false, rolldownOptions: { output: { codeSplitting: false } } }
        : { rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 12 }] } } } }),
    },
    worker: {
      // On file:// a worker from a Blob must be a classic script; one form for both builds.
      format: 'iife',
      rolldownOptions: { output: { entryFileNames: (chunk) => workerName(chunk.facadeModuleId) } },
    },
    server: { host: '127.0.0.1', port: 4173 },
    test: {
      include: ['test/**/*.test.ts'],
      exclude: ['test/browser/**', 'test/bench/**', 'node_modules/**'],
      environment: 'node',
      // No test changes what another reads; a module is then set up once for each of the workers, not for every file.
      isolate: false,
      // Left to itself it keeps a core free for a person who watches.
      maxWorkers: '100%',
      // One test file boots a real DuckDB in seconds, and two cores may be busy.
      testTimeout: 60_000,
      hookTimeout: 60_000,
      server: { deps: { inline: [/svelte/] } },
    },
  };
});
