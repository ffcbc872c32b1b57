/** The answers a score gives in the sample: why it moved, how sure it is, what would lift it, why one is above another. Their sums are read off the screen. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { answersZh } from '../../src/i18n/zh/answers';
import { serious } from './axe';
import { freshPage, go, openTotal, periodPicker, ranking, reasonPanel } from './app';

const w = answersZh;

/** The cells of a table's body or foot, by row. */
const cells = (table: Locator, part: 'tbody' | 'tfoot'): Promise<string[][]> =>
  table
    .locator(`${part} tr`)
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim())));

/** A figure as written, in hundredths; blank and dash are nothing. */
function hundredths(text: string): number {
  const digits = text.replace('−', '-').replace(/^[+↑]/, '').replace('↓', '-');
  return /\d/.test(digits) ? Math.round(Number(digits) * 100) : 0;
}

/** Sees a column of the body add up to the foot's, in the decimals shown. */
async function expectSums(table: Locator, columns: readonly number[]): Promise<void> {
  await expect(table.locator('tbody tr').nth(1)).toBeVisible();
  const [body, foot] = [await cells(table, 'tbody'), (await cells(table, 'tfoot'))[0] ?? []];
  expect(body.length).toBeGreaterThan(1);
  for (const c of columns) {
    const sum = body.reduce((s, row) => s + hundredths(row[c] ?? ''), 0);
    expect(sum, `column ${c}`).toBe(hundredths(foot[c] ?? ''));
  }
}

async function ask(panel: Locator, question: string): Promise<void> {
  await panel.getByRole('link', { name: question, exact: true }).click();
  await expect(panel.getByRole('link', { name: question, exact: true })).toHaveAttribute('aria-current', 'true');
}

test.describe('the answers of the sample', () => {
  let page: Page;
  let panel: Locator;
  test.beforeAll(async ({ browser }) => {
    page = await freshPage(browser, './#/ranking?sample');
    await ranking(page);
    panel = reasonPanel(page);
  });
  test.afterAll(() => page.context().close());

  test('why it moved: causes and indicators add up to the change of the total, folded and in full', async () => {
    await openTotal(page, '漱玉区');
    await ask(panel, w.tabs.moved);
    await expect(page).toHaveURL(/why=[^&]*\.moved/);
    await expectSums(panel.locator('[data-table=causes]'), [1, 2]);
    const lines = panel.locator('[data-table=lines]');
    const heads = await lines.locator('thead tr > *').count();
    const columns = [1, ...Array.from({ length: heads - 3 }, (_, i) => i + 3)];
    await expectSums(lines, columns);
    const folded = await lines.locator('tbody tr').count();
    await panel.getByRole('button', { expanded: false }).click();
    expect(await lines.locator('tbody tr').count()).toBeGreaterThan(folded);
    await expectSums(lines, columns);
    const change = (table: Locator) => table.locator('tfoot td').first().textContent();
    expect(await change(lines)).toBe(await change(panel.locator('[data-table=causes]')));
    expect(await serious(page)).toEqual([]);
  });

  test('how sure: one line for the county and a range for everybody, in which the published rank lies', async () => {
    await ask(panel, w.tabs.sure);
    const rows = panel.locator('[data-answer=sure] tbody tr');
    await expect(rows).toHaveCount(12);
    await expect(panel.locator('.lead')).toContainText(/^第\d+名；权重小幅变动（±10%）时/);
    await expect(panel.locator('tr[aria-current]')).toContainText('漱玉区');
    for (const [rank = '', , places = ''] of await cells(panel.locator('[data-answer=sure] table'), 'tbody')) {
      const [low, high] = (places.match(/\d+/g) ?? []).map(Number);
      expect(low).toBeLessThanOrEqual(Number(rank));
      expect(high ?? low).toBeGreaterThanOrEqual(Number(rank));
    }
    expect(await serious(page)).toEqual([]);
  });

  test('what would lift it: changes that gain a place and, for the rest, why not; the first county is told that it is first', async () => {
    await page.keyboard.press('Escape');
    await openTotal(page, '蓼洲新区');
    await ask(panel, w.tabs.lift);
    const out = panel.getByText(/做不到的 \d+ 项/);
    await expect(out).toBeVisible({ timeout: 60_000 });
    const now = Number(/现在第(\d+)名/.exec((await panel.locator('.lead').textContent()) ?? '')?.[1]);
    const found = await cells(panel.getByRole('table'), 'tbody');
    expect(found.length).toBeGreaterThan(2);
    for (const row of found) expect(Number(/第(\d+)名/.exec(row[2] ?? '')?.[1])).toBeLessThan(now);
    await out.click();
    await expect(panel.getByText(w.lift.why.notDue)).toBeVisible();
    expect(await serious(page)).toEqual([]);

    await page.keyboard.press('Escape');
    await openTotal(page, '墨砚区');
    await ask(panel, w.tabs.lift);
    await expect(panel.locator('.lead')).toHaveText(w.lift.first('墨砚区', '第1名'));
  });

  test('the open answer is part of the address; back leads to what the total is made of, Escape closes', async ({ browser }) => {
    await page.keyboard.press('Escape');
    await openTotal(page, '漱玉区');
    await ask(panel, w.tabs.moved);
    const lead = await panel.locator('.lead').textContent();
    const copy = await freshPage(browser, page.url());
    await ranking(copy);
    await expect(reasonPanel(copy).locator('.lead')).toHaveText(lead ?? '');
    await copy.context().close();
    await page.goBack();
    await expect(panel.getByRole('link', { name: w.tabs.parts })).toHaveAttribute('aria-current', 'true');
    await panel.focus();
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
  });

  test('the first period has nothing to compare with, and says so', async () => {
    await periodPicker(page).selectOption('2024Q1');
    await openTotal(page, '墨砚区');
    await ask(panel, w.tabs.moved);
    await expect(panel.locator('.lead')).toHaveText(w.moved.first('2024年第一季度'));
    await page.keyboard.press('Escape');
    await periodPicker(page).selectOption('2026Q3');
  });

  test('why one is above another: the differences add up to that of the totals; another pair can be chosen', async () => {
    await go(page, '对比');
    const above = page.locator('[data-answer=above]');
    const table = above.locator('table.list').last();
    await above.locator('summary').click();
    await expect(above.getByRole('heading').first()).toHaveText(w.above.question('墨砚区', '枕霞县'));
    const gap = async (): Promise<void> => {
      await expectSums(table, [3]);
      const [, a = '', b = '', difference = ''] = (await cells(table, 'tfoot'))[0] ?? [];
      expect(hundredths(a) - hundredths(b)).toBe(hundredths(difference));
    };
    await gap();
    await above.getByRole('combobox', { name: w.above.second }).selectOption('星槎高新区');
    await expect(above.getByRole('heading').first()).toHaveText(w.above.question('墨砚区', '星槎高新区'));
    await gap();
    await above.getByRole('button', { expanded: false }).click();
    await gap();
    expect(await serious(page)).toEqual([]);
  });
});
