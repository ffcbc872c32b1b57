/** The app as one file, opened from the disk as by double-click. */
import { expect, test } from '@playwright/test';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { wildFiles } from '../support/files';
import { complaints, exported, load, periodPicker, ranking, uploads } from './app';

const FILE = pathToFileURL(path.resolve(import.meta.dirname, '../../dist/single/kaoping.html')).href;

test('the single file ranks the sample by one click, and asks for nothing but itself', async ({ page, context }) => {
  const heard = complaints(context);
  const asked: string[] = [];
  context.on('request', (r) => asked.push(r.url()));
  await page.goto(FILE);
  await page.getByRole('link', { name: '示例市' }).click();
  await ranking(page);
  await expect(periodPicker(page).locator('option')).toHaveCount(11 + 5 + 2);
  expect(heard).toEqual([]);
  expect(asked.filter((url) => !/^(blob|data):/.test(url) && url.split('#')[0] !== FILE)).toEqual([]);
});

test('the single file takes in files as they arrive and keeps them over a reload', async ({ page, context }) => {
  const heard = complaints(context);
  await page.goto(FILE);
  await load(page, await uploads(wildFiles()));
  const summary = await exported(page, '名次汇总');
  expect(summary.split('\r\n').filter((line) => line.startsWith('2026Q3,'))).toHaveLength(12);
  await page.reload();
  expect(await exported(page, '名次汇总')).toBe(summary);
  expect(heard).toEqual([]);
});
