/** The server, over real connections to a folder of real files. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SECURITY_HEADERS, accepts, createServer, fileOf, listen } from '../../src/build/serve.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'kaoping-serve-'));
const dir = path.join(folder, 'site');
const script = 'export const answer = 42;\n'.repeat(100);
const server = createServer(dir);
let port = 0;

beforeAll(async () => {
  mkdirSync(path.join(dir, 'assets'), { recursive: true });
  mkdirSync(path.join(dir, '.vite'));
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  writeFileSync(path.join(dir, '.vite', 'manifest.json'), '{}');
  writeFileSync(path.join(dir, 'index.html'), '<!doctype html><title>x</title>');
  writeFileSync(path.join(dir, 'assets', 'app-AbCd12_-.js'), script);
  writeFileSync(path.join(dir, 'assets', 'app-AbCd12_-.js.br'), zlib.brotliCompressSync(script));
  writeFileSync(path.join(dir, 'assets', 'app-AbCd12_-.js.gz'), zlib.gzipSync(script));
  writeFileSync(path.join(dir, 'assets', 'engine-AbCd1234.wasm'), Buffer.from([0, 97, 115, 109]));
  writeFileSync(path.join(dir, 'assets', '支部 名册-AbCd1234.csv'), '期间\r\n');
  port = await listen(server, 0);
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks without the help of `fetch`, which would tidy the path and unpack the body. */
function ask(target: string, headers: http.OutgoingHttpHeaders = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    http
      .request({ host: '127.0.0.1', port, path: target, method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      })
      .on('error', reject)
      .end();
  });
}

const SCRIPT = '/assets/app-AbCd12_-.js';

describe('createServer()', () => {
  test('sends the security headers with every answer, errors included', async () => {
    const answers = [await ask('/'), await ask(SCRIPT), await ask('/nothing'), await ask('/', {}, 'POST'), await ask('/%zz')];
    expect(answers.map((a) => a.status)).toEqual([200, 200, 404, 405, 404]);
    for (const { headers } of answers)
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(headers[name.toLowerCase()]).toBe(value);
  });

  test('allows no inline script, no eval and no foreign address', () => {
    const csp = SECURITY_HEADERS['Content-Security-Policy'];
    expect(csp).toContain("default-src 'none'");
    expect(csp).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  });

  test('hands out brotli, else gzip, else the file, as the browser admits', async () => {
    const br = await ask(SCRIPT, { 'Accept-Encoding': 'gzip, deflate, br' });
    expect(br.headers['content-encoding']).toBe('br');
    expect(zlib.brotliDecompressSync(br.body).toString()).toBe(script);
    const gz = await ask(SCRIPT, { 'Accept-Encoding': 'gzip, deflate' });
    expect(gz.headers['content-encoding']).toBe('gzip');
    expect(zlib.gunzipSync(gz.body).toString()).toBe(script);
    const plain = await ask(SCRIPT);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body.toString()).toBe(script);
    for (const { headers, body } of [br, gz, plain]) {
      expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
      expect(headers.vary).toBe('Accept-Encoding');
      expect(Number(headers['content-length'])).toBe(body.length);
    }
  });

  test('names the types that browsers insist on', async () => {
    expect((await ask('/')).headers['content-type']).toBe('text/html; charset=utf-8');
    expect((await ask('/assets/engine-AbCd1234.wasm')).headers['content-type']).toBe('application/wasm');
    const csv = await ask(encodeURI('/assets/支部 名册-AbCd1234.csv'));
    expect([csv.status, csv.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
  });

  test('lets files with a content hash be kept for ever and asks again for the others', async () => {
    expect((await ask(SCRIPT)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await ask('/')).headers['cache-control']).toBe('no-cache');
  });

  test('answers 304 without a body to the tag it gave, and only to that of the same encoding', async () => {
    const first = await ask(SCRIPT, { 'Accept-Encoding': 'br' });
    const tag = String(first.headers.etag);
    const again = await ask(SCRIPT, { 'Accept-Encoding': 'br', 'If-None-Match': `"other", ${tag}` });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect((await ask(SCRIPT, { 'If-None-Match': tag })).status).toBe(200);
  });

  test('answers HEAD with the headers of GET and no body', async () => {
    const [head, get] = [await ask(SCRIPT, {}, 'HEAD'), await ask(SCRIPT)];
    expect(head.body.length).toBe(0);
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
    expect(head.headers.etag).toBe(get.headers.etag);
  });

  test('refuses other methods and says which it knows', async () => {
    const { status, headers } = await ask('/', {}, 'DELETE');
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/.vite/manifest.json',
    '/%00',
    '/assets',
  ])('gives nothing out for %s', async (target) => {
    const { status, body } = await ask(target);
    expect([status, body.toString()]).toEqual([404, 'Not found.']);
  });

  test('goes on after a client that hangs up in the middle', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(`GET ${SCRIPT} HTTP/1.1\r\nHost: x\r\n\r\n`);
        socket.destroy();
      });
      socket.on('close', () => resolve());
    });
    expect((await ask('/')).status).toBe(200);
  });
});

describe('listen()', () => {
  test('rejects with EADDRINUSE when the port is taken', async () => {
    await expect(listen(createServer(dir), port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('accepts()', () => {
  test('reads a list with weights; a weight of zero refuses', () => {
    expect(accepts('gzip;q=0.5, br;q=1.0', 'br')).toBe(true);
    expect(accepts('gzip, br;q=0', 'br')).toBe(false);
    expect(accepts('gzip, br;q=0.000', 'br')).toBe(false);
    expect(accepts('', 'gzip')).toBe(false);
  });
});

describe('fileOf()', () => {
  test('leaves query and fragment aside and completes a folder by its index', () => {
    expect(fileOf('/site', '/?a=1')).toBe(path.join('/site', 'index.html'));
    expect(fileOf('/site', '/floor.js?x#y')).toBe(path.join('/site', 'floor.js'));
  });

  test('refuses drive letters, which Windows would take for another place', () => {
    expect(fileOf('/site', '/C:/secret.txt')).toBeNull();
  });
});
