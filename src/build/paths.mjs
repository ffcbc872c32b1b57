/** The places that the build reads and writes, in one list. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** What `npm start` serves, and what can be copied to any web server. */
export const SITE = path.join(ROOT, 'dist', 'site');
/** The app as one html file that opens by double-click. */
export const SINGLE = path.join(ROOT, 'dist', 'single', 'kaoping.html');
/** The sample city's tables, as the app carries them. */
export const SAMPLE = path.join(ROOT, 'data', 'sample');
/** Compressed copies by content, so that the 34 MB engine is compressed once and not at every build. */
export const CACHE = path.join(ROOT, 'node_modules', '.cache', 'kaoping');
/** Results of test runs. */
export const RESULTS = path.join(ROOT, 'test-results');

/** Whether the module at this `import.meta.url` is the program that was started, and not an import of another. @param {string} url */
export const isProgram = (url) => process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(url);
