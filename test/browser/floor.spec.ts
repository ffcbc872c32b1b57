/** A browser below the floor gets one sentence, on the built page and under its CSP. */
import { expect, test } from '@playwright/test';

test('a browser without what Chromium 109 has shows one sentence instead of the app', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'structuredClone'));
  await page.goto('./');
  await expect(page.getByRole('alert')).toContainText('浏览器版本过低');
  await expect(page.getByRole('alert')).toContainText('Chrome or Edge 109');
  await expect(page.locator('#app')).toHaveCount(0);
});

test('a browser of the floor shows no such sentence', async ({ page }) => {
  await page.goto('./');
  await expect(page.locator('#app')).toHaveCount(1);
  await expect(page.getByText('浏览器版本过低')).toHaveCount(0);
});
