/** The console: ready-made queries on the sample, the keyboard, cancelling, refusals with their place, saved queries, axe. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { consoleWords } from '../../src/i18n/console';
import { complaints, freshPage } from './app';
import { faults } from './axe';

const w = consoleWords['zh-CN'];
const address = './#/data?sample&tab=sql';
const field = (page: Page): Locator => page.getByRole('textbox', { name: /^SQL/ });
const rows = (page: Page): Locator => page.getByRole('table').getByRole('row');

async function ask(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await field(page).press('Control+Enter');
}

let page: Page;
let heard: string[];
test.beforeAll(async ({ browser }) => {
  page = await freshPage(browser, 'about:blank');
  heard = complaints(page.context());
  await page.goto(address);
  await expect(field(page)).toBeVisible({ timeout: 60_000 });
  await ask(page, 'SELECT 1 AS a');
  await expect(rows(page)).toHaveCount(2, { timeout: 120_000 });
});
test.afterAll(() => page.context().close());

test.afterEach(() => expect(heard).toEqual([]));

for (const language of ['zh-CN', 'en'] as const)
  test(`every ready-made query gives rows on the sample (${language}), and nothing offends axe`, async () => {
    const own = consoleWords[language];
    if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
    for (const { name } of own.readyQueries) {
      await page.getByRole('button', { name, exact: true }).click();
      await field(page).press('Control+Enter');
      await expect(page.locator('[aria-busy=false] [role=status]')).toBeVisible({ timeout: 60_000 });
      await expect(page.getByRole('alert')).toHaveCount(0);
      expect(await rows(page).count(), name).toBeGreaterThan(1);
    }
    expect(await faults(page)).toEqual([]);
    await page.getByText(own.chart, { exact: true }).click();
    await page.locator('summary').nth(5).click();
    expect(await faults(page)).toEqual([]);
    if (language === 'en') await page.getByRole('button', { name: '中文' }).click();
  });

test('by keyboard alone: complete by Tab, run by Ctrl+Enter, leave the field by Tab', async () => {
  await field(page).fill('');
  await field(page).pressSequentially('SELECT count(*) FROM 总分名');
  await field(page).press('Tab');
  await expect(field(page)).toHaveValue('SELECT count(*) FROM 总分名次');
  await field(page).press('Control+Enter');
  await expect(rows(page).last()).toHaveText(/^\s*\d+\s*$/);
  await field(page).press('End');
  await field(page).press('Space');
  await field(page).press('Tab');
  await expect(field(page)).not.toBeFocused();
});

test('Esc cancels a long query, and the next one is answered', async () => {
  await ask(page, 'SELECT sum(a.range * b.range) FROM range(100000) a, range(100000) b, range(1000) c');
  await expect(page.getByText(w.running)).toBeVisible();
  await page.waitForTimeout(500);
  await field(page).press('Escape');
  await expect(page.getByText(w.cancelled)).toBeVisible();
  await ask(page, 'SELECT 42 AS n');
  await expect(rows(page).last()).toHaveText('42', { timeout: 20_000 });
});

test('a mistake is told with its place, a statement that writes is refused and nothing is changed', async () => {
  await ask(page, 'SELECT 单位, 没有的列\nFROM 总分名次');
  await expect(page.getByRole('alert').locator('mark')).toHaveText('没有的列');
  await page.getByRole('button', { name: w.goThere }).click();
  expect(await field(page).evaluate((e: HTMLTextAreaElement) => e.value.slice(e.selectionStart, e.selectionEnd))).toBe(
    '没有的列',
  );
  for (const text of ['DROP TABLE t_talent_intake', 'SELECT 1; DELETE FROM in_force', "FROM read_csv('/etc/hostname')"]) {
    await ask(page, text);
    await expect(page.getByRole('alert')).toBeVisible();
  }
  await ask(page, 'SELECT count(*) AS n FROM 人才引进统计表');
  await expect(rows(page).last()).toHaveText(/[1-9]/);
});

test('a query is saved, still there after a reload, deleted, and brought back; the result is saved as CSV', async () => {
  await ask(page, "SELECT '甲' AS 名, 1.5 AS 数");
  await page.getByRole('textbox', { name: w.saveAs }).fill('我的查询');
  await page.keyboard.press('Enter');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: w.csv }).click();
  expect(readFileSync(await (await coming).path(), 'utf8')).toBe('\ufeff名,数\r\n甲,1.5\r\n');
  await page.reload();
  const saved = page.getByRole('button', { name: '我的查询', exact: true });
  await expect(saved).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: w.remove('我的查询') }).click();
  await expect(saved).toHaveCount(0);
  await page.getByRole('button', { name: w.takeBack }).click();
  await saved.click();
  await expect(field(page)).toHaveValue("SELECT '甲' AS 名, 1.5 AS 数");
});
