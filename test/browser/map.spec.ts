/** The map of the ranking: tiles that a user arranges, a GeoJSON that is dropped and matched, names that would be markup. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { rankingWords } from '../../src/i18n/ranking';
import { mapZh as w } from '../../src/i18n/zh/map';
import { cityMap, type Area } from '../support/city-map';
import { complaints, drop, freshPage, go, recordsOf, upload, type Upload } from './app';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SAMPLE = path.resolve(import.meta.dirname, '../../data/sample');
/** The sample's counties as its roster has them, with their codes; one that was renamed is there twice. */
const COUNTIES = recordsOf(path.join(SAMPLE, 'roster.csv'))
  .filter((r) => r[2] === '县' && !r[8])
  .map((r) => ({ name: r[0] ?? '', adcode: r[1] ?? '' }));
const HOSTILE = '<img src=x onerror="window.hacked=1">';

/** What axe finds of serious or critical impact. */
async function serious(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  expect(found.passes.length).toBeGreaterThan(10);
  return found.violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => v.id);
}

const geojson = (areas: readonly Area[], name = '县区.geojson'): Upload => upload(name, cityMap(areas, 3));
const areas = (page: Page): Locator => page.locator('main figure').first().locator('[data-action^="unit:"]');
const tile = (page: Page, name: string): Locator => page.locator('main button[data-unit]').filter({ hasText: name });

async function openMap(page: Page): Promise<void> {
  await page.getByText(rankingWords['zh-CN'].map, { exact: true }).click();
  await expect(areas(page).first()).toBeVisible({ timeout: 60_000 });
}

/** Names with their spot, as the tiles say them. */
const spots = (page: Page): Promise<string[]> =>
  page
    .locator('main button[data-unit]')
    .evaluateAll((all) => all.map((e) => (e.textContent ?? '').replaceAll(/\s+/g, ' ').trim()));

test.describe('tiles of the sample', () => {
  let page: Page;
  test.beforeAll(async ({ browser }) => {
    page = await freshPage(browser, './#/ranking?sample');
    await page.locator('main figure').first().waitFor({ timeout: 90_000 });
    await openMap(page);
  });
  test.afterAll(() => page.context().close());

  test('there is one for every county; a click pins it, and what tones them can be chosen', async () => {
    await expect(areas(page)).toHaveCount(COUNTIES.length);
    await areas(page).nth(4).click();
    await expect(page).toHaveURL(/pin=/);
    await page.getByLabel(w.by).selectOption({ index: 2 });
    await expect(page.getByRole('heading', { level: 2 }).first()).not.toContainText(w.total);
    await page.getByLabel(w.by).selectOption({ index: 0 });
    expect(await serious(page)).toEqual([]);
  });

  test('are picked up and moved by arrow keys, changing places, and by dragging; saved as one step that is undone', async () => {
    await page.getByRole('button', { name: w.arrange, exact: true }).click();
    const before = await spots(page);
    const [first = '', second = ''] = COUNTIES.map((c) => c.name);
    const period = page.url();
    await tile(page, first).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('status').filter({ hasText: first })).toHaveText(w.swapped(first, w.place(2, 1), second));
    await expect(tile(page, first)).toBeFocused();
    // Arrows step through periods elsewhere.
    expect(page.url()).toBe(period);
    expect(await serious(page)).toEqual([]);

    const [from, to] = [await tile(page, second).boundingBox(), await tile(page, COUNTIES.at(-1)?.name ?? '').boundingBox()];
    if (!from || !to) throw new Error('no tiles');
    await page.mouse.move(from.x + 20, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(to.x + 20, to.y + 20, { steps: 5 });
    await page.mouse.up();
    const after = await spots(page);
    expect(after.filter((s) => !before.includes(s)).map((s) => s.split(' ')[0])).toHaveLength(3);

    await page.getByRole('button', { name: w.save }).click();
    await expect(page.getByText(w.saved)).toBeVisible();
    await page.getByRole('button', { name: w.arrange, exact: true }).click();
    expect(await spots(page)).toEqual(after);
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: w.cancel }).click();
    await page.getByRole('button', { name: w.undo, exact: true }).click();
    await page.getByRole('button', { name: w.arrange, exact: true }).click();
    await expect.poll(() => spots(page)).toEqual(before);
    await page.getByRole('button', { name: w.cancel }).click();
  });
});

test.describe('a map of the user', () => {
  let page: Page;
  let heard: string[];
  const [one, two, three] = COUNTIES;
  /** One by its code alone, one without its suffix, one under a hostile name, the last missing. */
  const AREAS: Area[] = [
    { name: 'X', adcode: one?.adcode ?? '' },
    { name: (two?.name ?? '').slice(0, -1) },
    { name: HOSTILE },
    ...COUNTIES.slice(3, -1).map(({ name }) => ({ name })),
  ];
  test.beforeAll(async ({ browser }) => {
    page = await freshPage(browser);
    heard = complaints(page.context());
    const tables = readdirSync(SAMPLE).filter((f) => /^(roster|talent|targets).*\.csv$/.test(f));
    await drop(page, [geojson(AREAS), ...tables.map((f) => upload(f, readFileSync(path.join(SAMPLE, f))))]);
    await expect(page.getByText(/已作为边界图启用/)).toBeVisible({ timeout: 90_000 });
    await go(page, '排名');
    await openMap(page);
  });
  test.afterAll(() => page.context().close());

  test('dropped with the tables, is matched by code and name; whom it lacks and whom nobody knows is told by name', async () => {
    await expect(page.getByText(w.file('县区.geojson', COUNTIES.length - 2, COUNTIES.length))).toBeVisible();
    const missing = [three, COUNTIES.at(-1)].map((c) => c?.name ?? '');
    await expect(page.getByText(w.missing(2, missing.join('、')))).toBeVisible();
    await expect(page.getByText(HOSTILE, { exact: true }).first()).toBeVisible();
    expect(await serious(page)).toEqual([]);
  });

  test('a name that would be markup stays text: no element is made of it and nothing runs', async () => {
    await page.locator('main path').last().hover({ force: true });
    expect(await page.locator('main img, main script').count()).toBe(0);
    expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
    expect(heard).toEqual([]);
  });

  test('a stranger is said to be a county, and is one from then on, also after the page was opened again', async () => {
    await page.getByLabel(w.is(HOSTILE)).selectOption({ label: three?.name ?? '' });
    const now = w.file('县区.geojson', COUNTIES.length - 1, COUNTIES.length);
    await expect(page.getByText(now)).toBeVisible({ timeout: 60_000 });
    await page.reload();
    await page.locator('main figure').first().waitFor({ timeout: 90_000 });
    await openMap(page);
    await expect(page.getByText(now)).toBeVisible();
    await areas(page).first().click({ force: true });
    await expect(page).toHaveURL(/pin=/);
  });

  test('a faulty one is refused with its reason, and the map in use stays', async () => {
    await page.locator('main input[type=file]').setInputFiles(geojson([{ name: '远县' }], '外市.geojson'));
    await expect(page.getByText(/“外市\.geojson”的1个区域（远县）与名册中的县区都对不上/)).toBeVisible();
    await expect(page.getByText(/^边界图“县区\.geojson”/)).toBeVisible();
  });
});
