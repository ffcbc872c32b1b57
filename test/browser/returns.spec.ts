/** What goes out and what is owed: templates that read back, the checked table, returns stated by hand, the notice that urges them. */
import { expect, test, type Download, type Locator, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { ledgerOf } from '../../src/ledgers';
import { templateColumns } from '../../src/report/template-columns';
import { filledIn, partsOf } from '../report/support';
import { wildFiles } from '../support/files';
import { complaints, freshPage, load, loadedRow, upload, uploads } from './app';

async function saved(page: Page, click: () => Promise<void>): Promise<{ name: string; blob: Blob }> {
  const coming = page.waitForEvent('download');
  await click();
  const download: Download = await coming;
  return { name: download.suggestedFilename(), blob: new Blob([new Uint8Array(readFileSync(await download.path()))]) };
}
const bytes = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());
const tab = async (page: Page, name: string): Promise<void> => page.getByRole('tab', { name }).click();

test.describe('with a roster', () => {
  let page: Page;
  let heard: string[];
  test.beforeAll(async ({ browser }) => {
    page = await freshPage(browser);
    heard = complaints(page.context());
    await load(
      page,
      (await uploads(wildFiles())).filter((f) => f.name.includes('名册')),
    );
  });
  test.afterEach(() => expect(heard).toEqual([]));
  test.afterAll(() => page.context().close());

  test('a template is downloaded, filled in, and read back without a question', async () => {
    await tab(page, '模板');
    const { name, blob } = await saved(page, () => page.getByRole('button', { name: '人才引进统计表的 xlsx 模板' }).click());
    expect(name).toBe('模板-人才引进统计表.xlsx');
    const ledger = ledgerOf('talent-intake');
    const row = templateColumns(ledger, true).map((c) => ledger.example[c.id] ?? '');
    const instead = (text: string): string => text.replace(/（　+年第　+季度）/, '（2026年第三季度）');
    const filled = await filledIn(blob, 1, [row], { instead });
    await tab(page, '收表');
    await load(page, [upload('墨砚区人才.xlsx', await bytes(filled))]);
    await expect(loadedRow(page, '墨砚区人才.xlsx')).toContainText('2026年第三季度');
  });

  test('the CSV template is UTF-8 with a byte order mark, the workbook of all has every ledger', async () => {
    await tab(page, '模板');
    const csv = await saved(page, () => page.getByRole('button', { name: '党组织书记轮训的 CSV 模板' }).click());
    expect(csv.name).toBe('模板-党组织书记轮训.csv');
    expect([...(await bytes(csv.blob)).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const all = await saved(page, () => page.getByRole('button', { name: '全部模板' }).click());
    const book = (await partsOf(all.blob))['xl/workbook.xml'] ?? '';
    expect(book.match(/<sheet /g)?.length).toBe((await page.getByRole('button', { name: 'CSV 模板' }).count()) + 2);
  });

  test('a checked table of several thousand rows is handed over with its problems marked', async () => {
    await tab(page, '收表');
    const rows = Array.from(
      { length: 4000 },
      (_, i) => `墨砚区,第${i + 1}党支部,农村,80,${i === 1234 ? '九十分半' : 80 + (i % 20)},三星`,
    );
    const text = ['县(市、区),党支部名称,领域,基础项得分,总分,审定星级', ...rows, ''].join('\n');
    await load(page, [upload('星级2026Q3.csv', text)]);
    await loadedRow(page, '星级2026Q3.csv').getByRole('button', { name: '党支部星级评定明细' }).click();
    const { name, blob } = await saved(page, () => page.getByRole('button', { name: '下载核对表' }).click());
    expect(name).toBe('星级2026Q3-核对表.xlsx');
    const files = await partsOf(blob);
    expect(files['xl/sharedStrings.xml']).toContain('九十分半');
    // Larger than what is compressed on the spot unasked: the content policy allows no worker for it.
    expect(files['xl/worksheets/sheet2.xml']?.length).toBeGreaterThan(160_000);
    expect(files['xl/worksheets/sheet2.xml']).toContain('<row r="4001"');
  });
});

test.describe('the sample on 15 October 2026', () => {
  let page: Page;
  const cell = (unit: string, ledger: string): Locator =>
    page.getByRole('grid').getByRole('button', { name: new RegExp(`^${unit}，${ledger}`) });
  test.beforeAll(async ({ browser }) => {
    page = await freshPage(browser, 'about:blank');
    await page.clock.setFixedTime(new Date('2026-10-15T09:00:00'));
    await page.goto('./#/data?tab=returns&period=2026Q3&sample');
    await expect(page.getByRole('grid')).toBeVisible({ timeout: 60_000 });
  });
  test.afterAll(() => page.context().close());

  test('every cell says its state in a word and a shape, and the keys reach it', async () => {
    await expect(cell('墨砚区', '人才引进统计表')).toHaveText(/●\s*按时/);
    await expect(cell('棠梨区', '人才引进统计表')).toHaveText(/▲\s*迟 4 天/);
    await expect(cell('璇玑经开区', '人才引进统计表')).toHaveText(/✕\s*未报/);
    await expect(page.getByRole('tabpanel')).toContainText(/共 156 张表/);
    const first = page.locator('[data-row="0"][data-column="0"]');
    await first.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('[data-row="1"][data-column="1"]')).toBeFocused();
    expect(await page.getByRole('grid').locator('button[data-row][tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toContainText('漱玉区 · 软弱涣散基层党组织整顿台账');
    await page.keyboard.press('Escape');
  });

  test('a deadline that is moved changes what is late', async () => {
    await page.getByRole('button', { name: /^人才引进统计表截止 10\.10（2026年10月10日）/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('spinbutton').fill('20');
    await expect(dialog).toContainText('2026年10月20日');
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect(cell('棠梨区', '人才引进统计表')).toHaveText(/按时/);
    await expect(cell('璇玑经开区', '人才引进统计表')).toHaveText(/○\s*待报/);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect(cell('璇玑经开区', '人才引进统计表')).toHaveText(/✕\s*未报/);
  });

  test('the notice names who owes what, is copied as text, and is all that is printed', async () => {
    await page.getByRole('button', { name: '催报通知' }).click();
    const sheet = page.getByRole('article', { name: '通知预览' });
    await expect(sheet.getByRole('heading', { level: 2 })).toHaveText('关于报送2026年第三季度党建考核数据的催报通知');
    await expect(sheet).toContainText('璇玑经开区：');
    await expect(sheet).toContainText('（发文字号）');
    await expect(sheet.getByRole('row', { name: /人才引进统计表/ })).toContainText('5 天');
    await page.getByLabel('落款单位').fill('某某组织部');
    await expect(sheet).toContainText('某某组织部');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: '复制文字' }).click();
    await expect(page.getByRole('status').filter({ hasText: '已复制' })).toBeVisible();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain('人才引进统计表\t2026年第三季度\t2026年10月10日\t5 天');
    await page.emulateMedia({ media: 'print' });
    await expect(sheet).toBeVisible();
    for (const hidden of [page.getByRole('banner'), page.getByRole('tablist'), page.getByLabel('落款单位')])
      await expect(hidden).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('checkbox', { name: /璇玑经开区/ }).uncheck();
    await expect(page.getByText('没有选中欠报的单位。')).toBeVisible();
    await expect(page.getByRole('button', { name: '打印' })).toBeDisabled();
    await tab(page, '收表');
    await tab(page, '报送');
  });

  test('a table sent back is owed again; stating when it came settles it; both can be taken back', async () => {
    const at = cell('墨砚区', '人才引进统计表');
    await at.click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('talent-intake.csv');
    await dialog.getByRole('button', { name: '合计与分项不符' }).click();
    await dialog.getByRole('button', { name: '标为退回' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(at).toHaveText(/✕\s*未报/);
    await expect(at).toHaveAccessibleName(/退回 1 次/);
    await at.click();
    await expect(dialog).toContainText('最近一次退回的原因：合计与分项不符');
    await dialog.getByLabel('收到日期').fill('2026-10-14');
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect(at).toHaveText(/▲\s*迟 4 天/);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect(at).toHaveText(/✕\s*未报/);
  });
});
