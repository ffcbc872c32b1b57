/**
 * Serves the built app: static files with their compressed copies, caching by content, and the security headers
 * on every answer, error or not (a CSP that only the page carries would not bind the workers).
 * As a program: `node src/build/serve.mjs [folder] [--port 4173]`.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { SITE, isProgram } from './paths.mjs';
import { portOf } from './port.mjs';

/** What the page and its workers may do. The network is the app's own origin and nothing else. */
export const CSP = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html kaoping-worker',
].join('; ');

export const SECURITY_HEADERS = {
  'Content-Security-Policy': CSP,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** Best first; a browser on plain http offers gzip only. */
const ENCODINGS = /** @type {const} */ ([
  ['br', '.br'],
  ['gzip', '.gz'],
]);

/** Names with a content hash never change what they hold. */
const HASHED = /-[\w-]{8}\.\w+$/;

/** Whether an Accept-Encoding header admits an encoding. @param {string} header @param {string} encoding */
export function accepts(header, encoding) {
  return header.split(',').some((part) => {
    const [name = '', ...parameters] = part.split(';').map((s) => s.trim().toLowerCase());
    return name === encoding && !parameters.some((p) => /^q=0(\.0*)?$/.test(p));
  });
}

/**
 * The file that an address names, inside the folder.
 * @param {string} dir @param {string} url path and query of a request
 * @returns {string | null} null: malformed, outside the folder, or a hidden file
 */
export function fileOf(dir, url) {
  let name;
  try {
    name = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '');
  } catch {
    return null;
  }
  const parts = name.split('/').slice(1);
  if (
    !name.startsWith('/') ||
    name.includes('\\') ||
    name.includes('\0') ||
    parts.some((p) => p.startsWith('.') || p.includes(':'))
  )
    return null;
  if (parts.at(-1) === '') parts[parts.length - 1] = 'index.html';
  return path.join(dir, ...parts);
}

const sizeOf = async (/** @type {string} */ file) => {
  try {
    const s = await stat(file);
    return s.isFile() ? s : null;
  } catch {
    return null;
  }
};

/** @param {string} dir @param {http.IncomingMessage} request @param {http.ServerResponse} response */
async function answer(dir, request, response) {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  const refuse = (/** @type {number} */ status, /** @type {string} */ text) => {
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': Buffer.byteLength(text) });
    response.end(request.method === 'HEAD' ? undefined : text);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return refuse(405, 'Only GET and HEAD.');
  }
  const file = fileOf(dir, request.url ?? '/');
  const plain = file && (await sizeOf(file));
  if (!file || !plain) return refuse(404, 'Not found.');

  let chosen = { path: file, size: plain.size, encoding: '' };
  for (const [encoding, suffix] of ENCODINGS) {
    if (!accepts(String(request.headers['accept-encoding'] ?? ''), encoding)) continue;
    const copy = await sizeOf(file + suffix);
    if (!copy) continue;
    chosen = { path: file + suffix, size: copy.size, encoding };
    break;
  }
  const etag = `"${plain.size.toString(36)}-${Math.trunc(plain.mtimeMs).toString(36)}${chosen.encoding && `-${chosen.encoding}`}"`;
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('ETag', etag);
  response.setHeader('Cache-Control', HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (request.headers['if-none-match']?.split(',').some((t) => t.trim() === etag)) {
    response.writeHead(304);
    response.end();
    return;
  }
  response.setHeader('Content-Type', TYPES[path.extname(file)] ?? 'application/octet-stream');
  response.setHeader('Content-Length', chosen.size);
  if (chosen.encoding) response.setHeader('Content-Encoding', chosen.encoding);
  response.writeHead(200);
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(chosen.path), response);
}

/** A server of the files in a folder; not listening yet. @param {string} dir */
export function createServer(dir) {
  return http.createServer((request, response) => {
    // What fails here is a connection that went away or a file replaced by a build: this answer is lost, the server goes on.
    answer(dir, request, response).catch(() => response.destroy());
  });
}

/**
 * Listens on this machine only.
 * @param {http.Server} server @param {number} port 0: any free one
 * @returns {Promise<number>} the port; rejects with code EADDRINUSE when it is taken
 */
export function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

if (isProgram(import.meta.url)) {
  const folder = process.argv[2]?.startsWith('--') === false ? path.resolve(process.argv[2]) : SITE;
  const port = await listen(createServer(folder), portOf(process.argv, process.env));
  console.log(`http://127.0.0.1:${port}/`);
}
