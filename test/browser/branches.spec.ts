/** The branches of the sample: stars as reported and by a scheme, moves, quota, the list, a branch's reason and its row. */
import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { branchesZh as w } from '../../src/i18n/zh/branches';
import { freshPage, recordsOf } from './app';

const RECORDS = recordsOf('data/sample/branch-rating.csv');
const HEAD = RECORDS[0] ?? [];
const cell = (record: readonly string[], column: string): string => record[HEAD.indexOf(column)] ?? '';
const NOW = RECORDS.filter((r) => cell(r, '期间') === '2026Q3');

const count = (page: Page) => page.locator('#branch-list + [role=status]');
const list = (page: Page) => page.getByRole('table', { name: w.list.title });
const search = (page: Page) => page.getByRole('searchbox', { name: w.list.search });
const names = (page: Page) => list(page).getByRole('rowheader');

test.describe('the branches of the sample', () => {
  let page: Page;
  test.beforeAll(async ({ browser }) => {
    page = await freshPage(browser, './#/branches?sample');
    await expect(count(page)).toHaveText(w.list.count('1,600', '1,600'), { timeout: 90_000 });
  });
  test.afterAll(() => page.context().close());

  test('published stars are counted as the file has them', async () => {
    const five = NOW.filter((r) => cell(r, '审定星级') === '五星').length;
    const rated = NOW.filter((r) => cell(r, '审定星级') !== '').length;
    await expect(page.locator('main .lead')).toContainText(w.summary.all('1,600', rated.toLocaleString('en')));
    await expect(page.locator('main .lead')).toContainText(`五星 ${five}`);
  });

  test('a branch is found by characters, by code and by the initials of its pinyin', async () => {
    const named = NOW.filter((r) => cell(r, '党支部名称').includes('拾汀')).length;
    await search(page).fill('拾汀');
    await expect(count(page)).toHaveText(w.list.count(String(named), '1,600'));
    await search(page).fill('zb9901010003');
    await expect(names(page).first()).toHaveText('槎声村党支部');
    await search(page).fill('cscdzb');
    await expect(names(page).filter({ hasText: '槎声村党支部' }).first()).toBeVisible();
    await search(page).fill('');
  });

  test('of 1,600 rows only those in view are in the page; End goes to the last', async () => {
    await expect(list(page)).toHaveAttribute('aria-rowcount', '1601');
    expect(await names(page).count()).toBeLessThan(40);
    await list(page).getByRole('rowgroup').nth(1).focus();
    await page.keyboard.press('End');
    await expect(list(page).locator('[aria-rowindex="1601"]')).toBeInViewport();
    await page.keyboard.press('Home');
  });

  test('by a scheme the quota is told and a branch says how its stars come about, down to its row in the file', async () => {
    await page.getByRole('combobox', { name: w.choose.label }).selectOption('ledger');
    await expect(page.getByText('用明细表数据重新计算')).toBeVisible();
    await expect(page.getByRole('heading', { name: w.quota.title }).locator('..')).toContainText('比例控制 44 个，超 7 个');
    await search(page).fill('ZB9901010003');
    await names(page).first().getByRole('button').click();
    const panel = page.getByRole('complementary');
    // 57.5 + 25 − 0.5 + 2
    await expect(panel).toContainText('基础项 57.50 + 评议项 25.00 − 减分项 0.50 + 加分项 2.00 = 84.00');
    await expect(panel).toContainText('branch-rating.csv');
    await expect(panel.getByRole('cell', { name: 'ZB9901010003' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
  });

  test('the address holds the scheme and the filters', async () => {
    await search(page).fill('拾汀');
    const other = await page.context().newPage();
    await other.goto(page.url());
    await expect(search(other)).toHaveValue('拾汀', { timeout: 90_000 });
    await expect(other.getByText('用明细表数据重新计算')).toBeVisible({ timeout: 30_000 });
    await other.close();
    await search(page).fill('');
  });

  test('a scheme whose columns the ledger lacks, and a file that is no scheme, leave published stars and say why', async () => {
    await page.getByRole('combobox', { name: w.choose.label }).selectOption('03-three-stages');
    await expect(page.getByText('星级评定明细表里没有')).toBeVisible();
    await expect(page.getByText(w.choose.publishedNote)).toBeVisible();
    const input = page.locator('.basis input[type=file]');
    await input.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{') });
    await expect(page.getByText(w.choose.faults(1))).toBeVisible();
    await input.setInputFiles({
      name: 'y.json',
      mimeType: 'application/json',
      buffer: readFileSync('data/schemes/branches.json'),
    });
    await expect(page.getByText('用明细表数据重新计算')).toBeVisible();
  });
});
