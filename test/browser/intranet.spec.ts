/** An office network: plain http at an address that is not this machine's, where the browser withholds what it calls secure. */
import { expect, test as base } from '@playwright/test';
import { wildFiles } from '../support/files';
import { complaints, exported, load, periodPicker, ranking, uploads } from './app';

const test = base.extend({
  baseURL: async ({ baseURL }, use) => {
    const url = new URL(baseURL ?? '');
    url.hostname = 'intranet.test';
    await use(url.href);
  },
});

test('without a secure context the sample is ranked', async ({ page, context }) => {
  const heard = complaints(context);
  await page.goto('./#/ranking?sample');
  expect(new URL(page.url()).hostname).toBe('intranet.test');
  expect(await page.evaluate(() => [isSecureContext, typeof crypto.subtle])).toEqual([false, 'undefined']);
  await ranking(page);
  await expect(periodPicker(page).locator('option')).toHaveCount(11 + 5 + 2);
  // That the opener policy has no effect here is all that Chromium has to say.
  expect(heard.filter((text) => !text.includes('Cross-Origin-Opener-Policy'))).toEqual([]);
});

test('without a secure context dropped files are kept over a reload', async ({ page }) => {
  await page.goto('./');
  await load(page, await uploads(wildFiles()));
  const summary = await exported(page, '名次汇总');
  const shown = await ranking(page);
  await page.reload();
  expect(await ranking(page)).toEqual(shown);
  expect(await exported(page, '名次汇总')).toBe(summary);
});
