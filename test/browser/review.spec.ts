/** Checking a period from draft to seal in the sample city: sheets out, an objection decided, sealed despite what is open, and what changed since. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { screensZh } from '../../src/i18n/screens.zh-CN';
import { answersZh as answers } from '../../src/i18n/zh/answers';
import { dataZh } from '../../src/i18n/zh/data';
import { reviewZh as w } from '../../src/i18n/zh/review';
import { complaints, freshPage, go, loadedRow, openTotal, periodPicker, ranking, reasonPanel } from './app';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Everything that axe finds, with where it is. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  return found.violations.flatMap((v) => v.nodes.map((n) => `${v.id} ${n.target.join(' ')}`));
}

test.describe('the sample’s third quarter', () => {
  test.describe.configure({ mode: 'serial' });
  let page: Page;
  let heard: string[];
  const button = (name: string | RegExp): Locator => page.getByRole('button', { name, exact: typeof name === 'string' });
  const inMasthead = (): Locator => page.getByRole('banner').locator('[data-state]');
  const review = (): Promise<void> => page.getByRole('tab', { name: dataZh.tabs.review }).click();

  test.beforeAll(async ({ browser }) => {
    page = await freshPage(browser, './#/overview?sample');
    heard = complaints(page.context());
    await ranking(page);
  });
  test.afterAll(async () => {
    expect(heard).toEqual([]);
    await page.context().close();
  });

  test('is a draft, says so in the masthead and leads from there to where it is checked', async () => {
    await expect(inMasthead()).toHaveText(screensZh.masthead.states.draft);
    await inMasthead().click();
    await expect(page).toHaveURL(/tab=review/);
    await expect(page.locator('[aria-current=step]')).toContainText(w.states.draft);
    expect(await faults(page)).toEqual([]);
  });

  test('is checked: the step is said, and the sheet of every county is saved, each once', async () => {
    await button(w.moves.checking).click();
    await expect(page.locator('[aria-current=step]')).toContainText(w.states.checking);
    await expect(inMasthead()).toHaveText(w.states.checking);
    const names: string[] = [];
    page.on('download', (d) => names.push(d.suggestedFilename()));
    await button(w.sheets.all(12)).click();
    await expect(page.getByText(w.sheets.saved(12))).toBeVisible({ timeout: 60_000 });
    await expect.poll(() => new Set(names).size).toBe(12);
    expect(names).toContain('核对单-墨砚区-2026年第三季度.xlsx');
  });

  async function raise(unit: string, node: string, text: string): Promise<void> {
    await button(new RegExp(`^${w.objections.raise}`)).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(w.objections.columns.unit).selectOption(unit);
    await dialog.getByLabel(w.objections.columns.node).selectOption(node);
    await dialog.getByLabel(w.objections.raiseText).fill(text);
    await dialog.getByLabel(w.objections.evidenceName).fill('到岗确认函');
    await dialog.getByRole('button', { name: w.objections.raise }).click();
    await expect(dialog).toHaveCount(0);
  }

  test('an objection is added and, by keyboard alone, decided; outcome and reason stand beside its number', async () => {
    await raise('墨砚区', '主题党日按期开展', '统计表漏计 3 次');
    await raise('漱玉区', '巡视反馈销号', '有 1 件已销号未计入');
    await expect(page.getByText(w.objections.open(2))).toBeVisible();
    const own = page.locator('[data-objection]').filter({ hasText: '漏计' });
    await own.getByRole('button').focus();
    await page.keyboard.press('Enter');
    await expect(own.getByLabel(w.objections.outcomes.accepted, { exact: true })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(own.getByLabel(w.objections.outcomes.partly, { exact: true })).toBeChecked();
    await page.keyboard.press('Tab');
    await page.keyboard.type('补计 2 次，余 1 次无材料');
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(own).toContainText('补计 2 次，余 1 次无材料');
    await expect(own.getByRole('button', { name: w.objections.decideAgain })).toBeFocused();
    await expect(page.getByText(w.objections.open(1))).toBeVisible();
    // decided ones come after those that are open
    await expect(page.locator('[data-objection]').last()).toContainText('漏计');

    await own.getByRole('link').click();
    const beside = reasonPanel(page).locator('[data-objections]');
    await expect(beside).toContainText('统计表漏计 3 次');
    await expect(beside).toContainText(w.objections.outcomes.partly);
    await expect(beside).toContainText('补计 2 次，余 1 次无材料');
    await page.keyboard.press('Escape');
    await expect(beside).toHaveCount(0);
  });

  test('a step back asks why, and is taken back like any other step', async () => {
    await button(new RegExp(`^${w.moves.back}`)).click();
    const dialog = page.getByRole('dialog');
    const act = dialog.getByRole('button', { name: w.moves.back, exact: true });
    await expect(act).toBeDisabled();
    await dialog.getByLabel(w.moves.reason).fill('县区补报数据');
    await act.click();
    await expect(page.locator('[aria-current=step]')).toContainText(w.states.draft);
    await page.getByText(w.moves.history).click();
    await expect(page.getByText(/核对中 → 草稿（县区补报数据）/)).toBeVisible();
    await button(dataZh.step.takeBack).click();
    await expect(page.locator('[aria-current=step]')).toContainText(w.states.checking);
  });

  test('is approved and sealed: first what speaks against it, then, all the same, a hash', async () => {
    await button(w.moves.approved).click();
    await expect(page.getByText(/^数据表 \d+ 张/)).toBeVisible();
    await button(w.seal.do).click();
    const ask = page.getByRole('group', { name: w.seal.ask });
    await expect(ask).toBeFocused();
    await expect(ask).toContainText('还有 1 条县区意见没有处理');
    await expect(page.locator('[aria-current=step]')).toContainText(w.states.approved);
    expect(await faults(page)).toEqual([]);
    await button(w.seal.despite).click();
    await expect(page.locator('[data-seal]')).toHaveText(/^[0-9a-f]{64}$/);
    await expect(page.getByText(w.seal.same)).toBeVisible();
    await expect(inMasthead()).toHaveText(/^封存 \d{4}-\d\d-\d\d$/);
    await expect(button(new RegExp(`^${w.objections.raise}`))).toHaveCount(0);
  });

  test('a table taken back afterwards is told: the table, the counties it changes, and that it was the data', async () => {
    await page.getByRole('tab', { name: dataZh.tabs.intake }).click();
    await loadedRow(page, 'organisation-life.csv').getByRole('button', { name: dataZh.undo }).click();
    await expect(loadedRow(page, 'organisation-life.csv')).toHaveCount(0);
    await review();
    const table = page.locator('[data-table=since-seal]');
    const line = table.locator('tr[data-unit]').filter({ hasText: '墨砚区' });
    await expect(line).toBeVisible();
    const [sealed = NaN, now = NaN, by = NaN] = (await line.locator('td').allTextContents())
      .slice(0, 3)
      .map((t) => Number(t.replace('−', '-')));
    expect(now - sealed).toBeCloseTo(by, 9);
    expect(by).toBeLessThan(0);
    await line.getByRole('button').click();
    await expect(table).toContainText('主题党日按期开展');
    await expect(table.locator('.tag').first()).toHaveText(w.seal.causes.data);
    await expect(page.getByRole('heading', { name: w.seal.gone })).toBeVisible();
    expect(await faults(page)).toEqual([]);
  });

  test('is opened again with a reason, and keeps its seal', async () => {
    await button(new RegExp(`^${w.moves.reopen}`)).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: w.moves.reopenReasons[0] ?? '' }).click();
    await dialog.getByRole('button', { name: w.moves.reopen, exact: true }).click();
    await expect(page.locator('[aria-current=step]')).toContainText(w.states.checking);
    await expect(page.getByText(w.seal.reopened)).toBeVisible();
    await expect(page.locator('[data-seal]')).toHaveText(/^[0-9a-f]{64}$/);
  });

  test('branches are drawn by county and sector, the same ones by the same seed, and saved', async () => {
    const draw = async (): Promise<string[]> => {
      await button(w.sample.draw).click();
      const table = page.locator('[data-table=allocation]');
      await expect(table.locator('tbody tr')).toHaveCount(12);
      const list = page.locator('details').filter({ hasText: w.sample.columns.township });
      if ((await list.getAttribute('open')) === null) await list.locator('summary').click();
      return list.locator('tbody tr').allTextContents();
    };
    await page.getByLabel(w.sample.seed, { exact: true }).fill('7');
    const first = await draw();
    expect(first.length).toBeGreaterThan(80);
    await page.getByLabel(w.sample.seed, { exact: true }).fill('8');
    // What was drawn by another seed is not on show any more.
    await expect(page.locator('[data-table=allocation]')).toHaveCount(0);
    const other = await draw();
    await page.getByLabel(w.sample.seed, { exact: true }).fill('7');
    expect(await draw()).toEqual(first);
    expect(other).not.toEqual(first);
    expect(await faults(page)).toEqual([]);
    const coming = page.waitForEvent('download');
    await button(w.sample.save).click();
    expect((await coming).suggestedFilename()).toBe('党支部星级抽查名单-2026年第三季度.xlsx');
  });

  test('nothing can be drawn by a size that is none, and it is said why', async () => {
    await page.getByLabel(w.sample.n, { exact: true }).fill('-1');
    await expect(page.getByRole('alert').filter({ hasText: w.sample.badSize })).toBeVisible();
    await expect(button(w.sample.draw)).toBeDisabled();
  });

  test('why it moved is told from the sealed quarter: a table taken back since is corrected data, and all parts still add up', async () => {
    await periodPicker(page).selectOption('2026Q2');
    await button(w.moves.checking).click();
    await button(w.moves.approved).click();
    await button(w.seal.do).click();
    await button(w.seal.despite).click();
    await expect(page.getByText(w.seal.same)).toBeVisible();
    await page.getByRole('tab', { name: dataZh.tabs.intake }).click();
    await loadedRow(page, 'premises.csv').getByRole('button', { name: dataZh.undo }).click();
    await expect(loadedRow(page, 'premises.csv')).toHaveCount(0);
    await go(page, '排名');
    await periodPicker(page).selectOption('2026Q3');
    const panel = await openTotal(page, '墨砚区');
    await panel.getByRole('link', { name: answers.tabs.moved }).click();
    await expect(panel.getByText(/已于 \d{4}-\d\d-\d\d 封存/)).toBeVisible();
    const causes = panel.locator('[data-table=causes]');
    await expect(causes.locator('tbody tr').filter({ hasText: answers.moved.causes.correction })).toHaveCount(1);
    const cents = async (rows: Locator): Promise<number[]> =>
      (await rows.locator('td:first-of-type').allTextContents()).map((t) => Math.round(Number(t.replace('−', '-')) * 100));
    const parts = await cents(causes.locator('tbody tr'));
    expect(parts.every(Number.isFinite)).toBe(true);
    expect([parts.reduce((sum, x) => sum + x, 0)]).toEqual(await cents(causes.locator('tfoot tr')));
    const [corrected = 0] = await cents(causes.locator('tbody tr').filter({ hasText: answers.moved.causes.correction }));
    expect(corrected).not.toBe(0);
  });
});
