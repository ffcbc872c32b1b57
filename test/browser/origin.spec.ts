/** Nothing leaves the machine: what the page and its workers ask for, what they are allowed to, and what happens when they try. */
import { expect, test, type Response } from '@playwright/test';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { wildFiles } from '../support/files';
import { complaints, exported, go, load, openTotal, periodPicker, ranking, uploads } from './app';

test('files, ranking, reason, export and sample: no request leaves the origin, every answer carries the content policy, nothing breaks it', async ({
  page,
  context,
  baseURL,
}) => {
  const origin = new URL(baseURL ?? '').origin;
  const asked: string[] = [];
  const answers: Response[] = [];
  const heard = complaints(context);
  context.on('request', (r) => asked.push(r.url()));
  context.on('response', (r) => answers.push(r));

  await page.goto('./');
  await load(page, await uploads(wildFiles()));
  await exported(page, '得分明细');
  await openTotal(page, '墨砚区');
  await page.keyboard.press('Escape');
  await go(page, '对比');
  await page.goto('./#/ranking?sample');
  await expect(periodPicker(page).locator('option')).toHaveCount(11 + 5 + 2);
  await ranking(page);

  expect(asked.filter((url) => new URL(url).protocol.startsWith('http') && new URL(url).origin !== origin)).toEqual([]);
  expect(asked.filter((url) => !/^(https?|blob|data):/.test(url))).toEqual([]);
  expect(heard).toEqual([]);

  const own = answers.filter((r) => r.url().startsWith(origin));
  const of = (pattern: RegExp) => own.filter((r) => pattern.test(new URL(r.url()).pathname));
  for (const kind of [/\/$/, /\/index-.*\.js$/, /\/workers\/ingest.*\.js$/, /duckdb.*worker.*\.js$/, /\.wasm$/, /\.csv$/])
    expect(of(kind).length, String(kind)).toBeGreaterThan(0);
  for (const answer of own) {
    const policy = (await answer.headerValue('content-security-policy')) ?? '';
    for (const rule of ["default-src 'none'", "connect-src 'self'", "worker-src 'self'", "require-trusted-types-for 'script'"])
      expect(policy.split('; '), answer.url()).toContain(rule);
    expect(policy, answer.url()).not.toContain("'unsafe-inline'");
    expect(policy, answer.url()).not.toContain("'unsafe-eval'");
  }
});

test('a fetch to another origin is refused in the page and in every worker, and never arrives', async ({ page, context }) => {
  let arrived = 0;
  const elsewhere = http.createServer((_, response) => {
    arrived += 1;
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end('here');
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
  const heard = complaints(context);

  await page.goto('./#/ranking?sample');
  await ranking(page);
  expect(page.workers().length).toBe(2);
  const attempt = (url: string) =>
    fetch(url).then(
      () => 'answered',
      (e: unknown) => (e instanceof TypeError ? 'refused' : String(e)),
    );
  expect(await page.evaluate(attempt, address)).toBe('refused');
  for (const worker of page.workers()) expect(await worker.evaluate(attempt, address), worker.url()).toBe('refused');
  expect(heard.filter((text) => /Content Security Policy/i.test(text)).length).toBeGreaterThanOrEqual(1);
  expect(arrived).toBe(0);

  // The same address answers whoever is allowed to ask.
  expect(await (await fetch(address)).text()).toBe('here');
  await new Promise((resolve) => elsewhere.close(resolve));
});
