/** The scheme screen: rules to read, a change tried without touching anything else, saved as a version, compared and undone. */
import { expect, test, type Page } from '@playwright/test';
import { ranking } from './app';

/** Names and totals of the ranking on show. */
const standing = (page: Page) => ranking(page).then((rows) => rows.map((r) => r.join('|')));
const goScheme = (page: Page) => page.getByRole('navigation').first().getByRole('link', { name: '方案' }).click();

test('a weight tried changes no other screen until it is saved as a version, which can be compared and undone', async ({
  page,
}) => {
  await page.goto('./#/ranking?sample');
  const before = await standing(page);
  await goScheme(page);
  await expect(page).toHaveURL(/#\/scheme/);
  await expect(page.getByRole('row').filter({ hasText: '应知应会测试覆盖' })).toContainText('目标值 100%');
  await expect(page.locator('main')).toContainText('各指标分值合计 100');

  await page.getByRole('tab', { name: '试改' }).click();
  await page.getByRole('spinbutton', { name: '基层党组织的分值' }).fill('10');
  await expect(page.getByRole('complementary').getByRole('status')).toBeVisible();
  await page.getByRole('navigation').first().getByRole('link', { name: '排名' }).click();
  expect(await standing(page)).toEqual(before);

  await goScheme(page);
  await page.getByRole('tab', { name: '试改' }).click();
  await expect(page.getByRole('spinbutton', { name: '基层党组织的分值' })).toHaveValue('10');
  await page.getByRole('button', { name: '存为新版本…' }).click();
  await page.getByLabel('版本号').fill('2026.9');
  await page.getByRole('button', { name: '存为新版本并换用' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2026.9');

  await page.getByRole('tab', { name: '比对' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('“基层党组织”的分值由 46 分改为 10 分');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2026.2');
  await page.getByRole('navigation').first().getByRole('link', { name: '排名' }).click();
  expect(await standing(page)).toEqual(before);
});

test('a file that is no scheme is told with its place when it is compared, and the scheme in use stays', async ({ page }) => {
  await page.goto('./#/scheme?sample');
  await page.getByRole('tab', { name: '比对' }).click({ timeout: 60_000 });
  const bad = { name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from('{"kaoping": 1, "points": -5}') };
  await page.getByRole('tabpanel').locator('input[type=file]').setInputFiles(bad);
  await expect(page.getByRole('tabpanel').getByRole('alert')).toContainText('/points');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2026.2');
});
