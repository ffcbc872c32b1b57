/** The sample city: one click or one link away, in an address that can be copied, and never mixed with one's own record. */
import { expect, test, type Page } from '@playwright/test';
import path from 'node:path';
import { cleanQuarter } from '../support/files';
import {
  descend,
  exported,
  expectVerbatim,
  freshPage,
  go,
  groupPicker,
  load,
  loadedRow,
  openTotal,
  periodPicker,
  ranking,
  recordsOf,
  rowsBehind,
  uploads,
} from './app';

const SAMPLE = path.resolve(import.meta.dirname, '../../data/sample');
const roster = async () => (await uploads(cleanQuarter())).filter((f) => f.name === 'roster.csv');

test('one click on the empty app ranks the sample’s twelve counties over eleven quarters, five half-years and two years', async ({
  page,
}) => {
  await page.goto('./');
  await page.getByRole('link', { name: '示例市' }).click();
  expect(new Set((await ranking(page)).flat()).has('枕霞县')).toBe(true);
  await expect(periodPicker(page).locator('option')).toHaveCount(11 + 5 + 2);
  await expect(periodPicker(page)).toHaveValue('2026Q3');
});

test.describe('loaded once', () => {
  let page: Page;
  const show = (address: string): Promise<string> => page.evaluate((to) => (location.hash = to), address);
  test.beforeAll(async ({ browser }) => {
    page = await freshPage(browser, './#/ranking?sample');
    await ranking(page);
  });
  test.afterAll(() => page.context().close());

  test('a number of the sample leads to its rows, verbatim and with their numbers', async () => {
    await show('#/ranking?period=2025Q4&sample');
    const panel = await openTotal(page, '聆松县');
    for (const step of ['基层党组织', '党支部星级评定', '支部平均得分']) await descend(panel, step);
    const rows = await rowsBehind(panel);
    expectVerbatim(rows, 'branch-rating.csv', recordsOf(path.join(SAMPLE, 'branch-rating.csv')));
    for (const row of rows) expect(row.cells).toContain('聆松县');
  });

  test('the address holds screen, period, group and pin; back undoes, and its copy shows the same on another machine', async ({
    browser,
  }) => {
    await show('#/ranking?sample');
    await ranking(page);
    await periodPicker(page).selectOption('2025Q2');
    await expect(page).toHaveURL(/period=2025Q2/);
    const whole = await ranking(page);
    await groupPicker(page).selectOption('县域组');
    const county = await ranking(page, 4);
    await page.locator('main [data-action^="unit:"]').first().click();
    await expect(page).toHaveURL(/#\/ranking\?.*period=2025Q2.*group=.*pin=.*sample/);

    const copy = await freshPage(browser, page.url());
    expect(await ranking(copy, 4)).toEqual(county);
    await expect(periodPicker(copy)).toHaveValue('2025Q2');
    await expect(groupPicker(copy)).toHaveValue('县域组');
    expect(copy.url()).toBe(page.url());
    await copy.context().close();

    await go(page, '对比');
    await expect(page).toHaveURL(/#\/compare\?.*period=2025Q2/);
    await page.goBack();
    expect(await ranking(page, 4)).toEqual(county);
    await page.goBack();
    expect(await ranking(page)).toEqual(whole);
    await expect(groupPicker(page)).toHaveValue('');
    await page.goBack();
    await expect(periodPicker(page)).toHaveValue('2026Q3');
  });
});

test('the sample and the kept record never mix: leaving it shows the record as it was, and files dropped in it go to the record', async ({
  page,
}) => {
  await page.goto('./#/data?sample');
  await expect(loadedRow(page, 'branch-rating.csv')).toBeVisible();
  await load(page, await roster());
  await expect(page).not.toHaveURL(/sample/);
  await expect(loadedRow(page, 'roster.csv')).toHaveCount(1);
  await expect(loadedRow(page, 'branch-rating.csv')).toHaveCount(0);

  await load(
    page,
    (await uploads(cleanQuarter())).filter((f) => f.name !== 'roster.csv'),
  );
  const summary = await exported(page, '名次汇总');
  await page.goto('./#/ranking?sample');
  await expect(periodPicker(page).locator('option')).toHaveCount(11 + 5 + 2);
  await page.getByRole('link', { name: '返回' }).click();
  await expect(periodPicker(page).locator('option')).toHaveCount(1);
  expect(await exported(page, '名次汇总')).toBe(summary);
  await page.reload();
  expect(await exported(page, '名次汇总')).toBe(summary);
});
