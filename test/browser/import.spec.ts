/** Taking tables in and putting them right, as an analyst does it at the keyboard: what was decided is kept, can be taken back, and gives the same result after a reload. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { wildFiles } from '../support/files';
import { drop, exported, freshPage, go, load, loadedRow, reasonPanel, rowsBehind, upload, uploads, waiting } from './app';

const tab = (page: Page, name: RegExp): Locator => page.getByRole('tab', { name });
const problemRows = (page: Page): Locator => page.getByRole('tabpanel').locator('tbody tr');

/** Goes on with the Tab key until the focus is on what is looked for. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let i = 0; i < 120; i++) {
    if ((await target.count()) === 1 && (await target.evaluate((el) => el === document.activeElement))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the focus does not come there');
}

/** Opens the problems of the data screen by keys alone, and goes to the first of them. */
async function toProblems(page: Page): Promise<void> {
  await tabTo(page, page.locator('[role=tab][aria-selected=true]'));
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(tab(page, /问题/)).toHaveAttribute('aria-selected', 'true');
  await tabTo(page, problemRows(page).first().getByRole('checkbox'));
}

/** Writes over the cell of the line in hand. */
async function write(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
}

/** What the line of a loaded table says of its rows: all, loaded, left out, rejected. */
async function counts(page: Page, file: string): Promise<number[]> {
  const row = loadedRow(page, file);
  // The screen comes in a piece of its own.
  await expect(row).toBeVisible();
  const cells = await row.getByRole('cell').allInnerTexts();
  return cells.filter((t) => /^[\d,]+$/.test(t)).map((t) => Number(t.replace(',', '')));
}

test('data/wild is taken in, one bad row mended and one left out, undone, redone, and the same after a reload, by keyboard alone', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const [branches, weak] = ['01 党支部星级评定明细（城区组、县域组）.csv', '03 软弱涣散整顿台账（汇总）.csv'];
  await page.goto('./');
  const files = await uploads(wildFiles());
  // The page may still be taking its place when the key is pressed: whoever sees nothing happen presses again.
  await expect(async () => {
    await tabTo(page, page.getByRole('button', { name: '选择文件', exact: true }));
    const asked = page.waitForEvent('filechooser', { timeout: 3000 });
    await page.keyboard.press('Enter');
    await (await asked).setFiles([...files]);
  }).toPass();
  for (const { name } of files) await expect(loadedRow(page, name)).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('[data-file]')).toHaveCount(0);
  const before = await exported(page, '得分明细');
  await go(page, '数据');
  const [all = 0, loaded = 0] = await counts(page, weak);

  await toProblems(page);
  const rejected = problemRows(page).filter({ hasText: '退回' });
  await expect(rejected).toHaveCount(2);
  await expect(rejected.first()).toContainText('九十五分半');
  await page.keyboard.press('x');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.insertText('总分不明');
  await page.keyboard.press('Enter');
  await expect(rejected).toHaveCount(1);
  await expect(page.getByRole('status').filter({ hasText: '（总分不明）' })).toBeVisible();
  // the next one is in hand
  await expect(rejected.getByRole('checkbox')).toBeFocused();
  await expect(rejected).toContainText('年初认定');
  await write(page, '2026-01-05');
  await expect(rejected).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: '改为“2026-01-05”' })).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect(rejected).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(rejected).toHaveCount(2);
  expect(await exported(page, '得分明细')).toBe(before);
  await go(page, '数据');
  await toProblems(page);
  await page.keyboard.press('Control+y');
  await expect(rejected).toHaveCount(1);
  await page.keyboard.press('Control+y');
  await expect(rejected).toHaveCount(0);

  await tabTo(page, tab(page, /问题/));
  await page.keyboard.press('ArrowLeft');
  expect(await counts(page, weak)).toEqual([all, loaded + 1, all - loaded - 1, 0]);
  await expect(loadedRow(page, weak)).toContainText('1 处');
  await expect(loadedRow(page, branches)).toContainText('1 处');
  const after = await exported(page, '得分明细');
  expect(after).not.toBe(before);
  await page.reload();
  expect(await exported(page, '得分明细')).toBe(after);
  await go(page, '数据');
  expect(await counts(page, weak)).toEqual([all, loaded + 1, all - loaded - 1, 0]);

  // what was mended is said where its figure is explained
  await page.goto('./#/ranking?period=2026Q3&why=990101~problems-solved');
  const rows = await rowsBehind(reasonPanel(page));
  expect(rows.flatMap((r) => r.cells).filter((c) => c.includes('年初认定'))).toEqual(['年初认定 2026-01-05 人工修正']);
});

test.describe('with a roster', () => {
  let page: Page;
  const roster = async () => (await uploads(wildFiles())).filter((f) => f.name.includes('名册'));
  test.beforeEach(async ({ browser }) => {
    page = await freshPage(browser);
    await load(page, await roster());
  });
  test.afterEach(() => page.context().close());

  test('a table of no known header is mapped by hand once; the next of the same header needs no question until it is forgotten', async () => {
    const table = (name: string, period: string) =>
      upload(name, `附件1\n${period}书记培训\n地方,战线,该训人数,训了人数\n墨砚区,农村,30,28\n漱玉区,社区,20,20\n`);
    await drop(page, [table('培训一.csv', '2026年二季度')]);
    const card = waiting(page, '培训一.csv');
    await expect(card).toContainText('不相符');
    await card.getByRole('button', { name: '按列手工对应' }).press('Enter');
    const editor = page.getByRole('dialog');
    await expect(editor.getByRole('searchbox')).toBeFocused();
    await page.keyboard.insertText('轮训');
    await page.keyboard.press('Enter');
    await expect(editor).toContainText('党组织书记轮训');
    await expect(editor.getByRole('radio', { name: '表头从第 3 行开始' })).toBeChecked();
    const confirm = editor.getByRole('button', { name: '确定并载入' });
    for (const [header, column] of [
      ['地方', '县(市、区)'],
      ['战线', '领域'],
      ['该训人数', '书记应训数'],
      ['训了人数', '书记已训数'],
    ] as const) {
      await expect(confirm).toBeDisabled();
      const select = editor.getByRole('combobox', { name: `“${header}”对应` });
      const offered = await select.locator('option').allInnerTexts();
      await select.selectOption({ label: offered.find((o) => o.includes(column)) ?? column });
    }
    await expect(editor.getByRole('status')).toContainText('必需的列已齐');
    await confirm.press('Enter');
    await expect(loadedRow(page, '培训一.csv')).toContainText('党组织书记轮训');

    await load(page, [table('培训二.csv', '2026年四季度')]);
    await page.reload();
    await load(page, [table('培训三.csv', '2025年四季度')]);
    await tab(page, /名册与记忆/).press('Enter');
    await page.getByRole('button', { name: '忘记这条记忆' }).press('Enter');
    await tab(page, /收表/).press('Enter');
    await drop(page, [table('培训四.csv', '2025年二季度')]);
    await expect(waiting(page, '培训四.csv')).toContainText('不相符');
  });

  test('persons are masked: neither the page nor the record keeps them', async () => {
    const [name, mobile] = ['曲试填', '13800138000'];
    const header = '县(市、区),党组织名称,认定时间,整顿时限,整顿结果,是否销号,销号时间,联系人,联系电话';
    await drop(page, [
      upload('软弱涣散2026年三季度.csv', `${header}\n墨砚区,某村党支部,2026-01-05,年底前后,整顿中,否,,${name},${mobile}\n`),
    ]);
    const card = waiting(page, '软弱涣散2026年三季度.csv');
    await expect(card).toContainText('个人信息');
    await expect(card).toContainText('联系人、联系电话');
    await card.getByText('表格开头').click();
    await expect(card).not.toContainText(mobile);
    await card.getByRole('button', { name: '遮盖后载入' }).press('Enter');
    await expect(loadedRow(page, '软弱涣散2026年三季度.csv')).toBeVisible();
    await page.reload();
    await toProblems(page);
    await page.keyboard.press('o');
    const row = page.getByRole('dialog');
    await expect(row).toContainText('＊＊＊');
    await expect(row).toContainText('某村党支部');
    const kept = await page.evaluate(keptOnThisMachine);
    expect(kept).toContain('某村党支部');
    expect(kept).not.toContain(name);
    expect(kept).not.toContain(mobile);
  });

  test('blank cells are filled down, a row put straight, one left out with its reason; each can be taken back, and the table be sent back with its problems marked', async () => {
    const rows = [
      '墨砚区,甲村,2026-01-05',
      ',乙村,2026-01-05',
      ',丙村,2026-01-05',
      '漱玉区,丁,村,2026-01-05',
      '漱玉区,戊村,一月初五日',
    ];
    const lines = rows.map((r) => `${r},2026-12-31,整顿中,否,`);
    const file = '软弱涣散2026年三季度.csv';
    await load(page, [upload(file, `县(市、区),党组织名称,认定时间,整顿时限,整顿结果,是否销号,销号时间\n${lines.join('\n')}\n`)]);
    expect(await counts(page, file)).toEqual([5, 1, 0, 4]);
    await toProblems(page);
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载核对表' }).press('Enter');
    const checked = await coming;
    expect(checked.suggestedFilename()).toBe('软弱涣散2026年三季度-核对表.xlsx');
    expect(
      readFileSync(await checked.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    await problemRows(page).first().getByRole('checkbox').focus();
    await page.keyboard.press('d');
    await expect(problemRows(page)).toHaveCount(2);
    await expect(page.getByText('向下填充 2 格').first()).toBeVisible();

    const ragged = problemRows(page).filter({ hasText: '格数' });
    await ragged.getByRole('checkbox').focus();
    await page.keyboard.press('o');
    const row = page.getByRole('dialog');
    await row.getByRole('button', { name: '第 3 格并入前一格' }).press('Enter');
    await expect(row.getByRole('textbox', { name: '“党组织名称”读作' })).toHaveValue('丁村');
    await row.getByRole('button', { name: '保存修正' }).press('Enter');
    await expect(problemRows(page)).toHaveCount(1);

    await problemRows(page).getByRole('checkbox').focus();
    await page.keyboard.press('x');
    await page.keyboard.insertText('县区确认作废');
    await page.keyboard.press('Enter');
    await expect(page.getByText('问题都已处理')).toBeVisible();
    await tab(page, /收表/).press('Enter');
    expect(await counts(page, file)).toEqual([5, 4, 1, 0]);
    await page.reload();
    await expect(loadedRow(page, file)).toBeVisible();
    expect(await counts(page, file)).toEqual([5, 4, 1, 0]);

    await tab(page, /名册与记忆/).press('Enter');
    const steps = page.getByRole('listitem').filter({ hasText: file });
    await expect(steps.first()).toContainText('县区确认作废');
    await steps.first().getByRole('button').press('Enter');
    await tab(page, /收表/).press('Enter');
    await expect.poll(() => counts(page, file)).toEqual([5, 4, 0, 1]);
  });

  test('a correction says cell by cell what it changed, and the older version can stand again', async () => {
    const files = (await uploads(wildFiles())).filter((f) => /^0[67]/.test(f.name));
    const [first, second] = files.map((f) => f.name);
    for (const f of files) await load(page, [f]);
    await expect(loadedRow(page, first ?? '')).toContainText('已被更正件替代');
    await tab(page, /版本/).press('Enter');
    await page.getByRole('button', { name: '与上一版比较' }).press('Enter');
    const changed = page.getByRole('row').filter({ hasText: 'F类' });
    await expect(changed.last()).toContainText('86');
    await expect(changed.last()).toContainText('46');
    await page.getByRole('button', { name: '恢复这一版' }).press('Enter');
    await tab(page, /收表/).press('Enter');
    await expect(loadedRow(page, second ?? '')).toContainText('已被更正件替代');
    await expect(loadedRow(page, first ?? '')).toContainText('生效');
  });

  test('cells pasted from a spreadsheet are a table like any other', async () => {
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', '单位\t指标\t数值\t期间\n枕霞县\t试填指标\t1\t2026Q3\n');
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    });
    await expect(loadedRow(page, '粘贴的表格.tsv')).toContainText('通用指标表');
  });
});

/** Everything in the page's databases, as one text. Runs in the page. */
async function keptOnThisMachine(): Promise<string> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(String(request.error)));
    });
  const texts: string[] = [];
  const say = async (value: unknown): Promise<void> => {
    if (value instanceof Blob) texts.push(await value.text());
    else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) texts.push(new TextDecoder().decode(value));
    else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) await say(inner);
    else texts.push(String(value));
  };
  for (const { name } of await indexedDB.databases()) {
    const db = await done(indexedDB.open(name ?? ''));
    for (const store of db.objectStoreNames) await say(await done(db.transaction(store).objectStore(store).getAll()));
    db.close();
  }
  return texts.join('\n');
}
