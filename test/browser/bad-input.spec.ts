/** Input the app cannot take: one clear sentence about it, and everything loaded before stays as it was. */
import { expect, test, type Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { cleanQuarter } from '../support/files';
import { drop, exported, freshPage, go, load, loadedRow, periodPicker, upload, uploads, waiting } from './app';

let page: Page;
let before: string;
test.beforeAll(async ({ browser }) => {
  page = await freshPage(browser);
  await load(page, await uploads(cleanQuarter()));
  before = await exported(page, '得分明细');
});
test.afterAll(() => page.context().close());
test.beforeEach(() => go(page, '数据'));

for (const { what, file, says } of [
  {
    what: 'a binary',
    file: upload('相片.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0, 0, 255, 0])),
    says: /不是表格文件/,
  },
  { what: 'an empty file', file: upload('空表.csv', ''), says: /空文件/ },
  { what: 'a header without rows', file: upload('人才引进统计表2026年第三季度.csv', '县(市、区),年度目标(人),本年累计引进(人),全职到岗数\n'), says: /没有数据行/ }, // prettier-ignore
  { what: 'an unknown table', file: upload('菜单.csv', '菜名,价格\n豆腐,8\n白菜,5\n'), says: /不相符/ },
])
  test(`${what} gets one sentence that names it and says what to do, and the scores stay as they were`, async () => {
    await drop(page, [file]);
    const card = waiting(page, file.name);
    await expect(card).toContainText(says);
    const text = await card.innerText();
    expect(text).toContain(`“${file.name}”`);
    expect(text).toContain('请');
    expect(text.match(/。/g)).toHaveLength(1);
    expect(text).not.toMatch(/undefined|null|NaN|Error|\[object/);
    await expect(loadedRow(page, file.name)).toHaveCount(0);
    expect(await exported(page, '得分明细')).toBe(before);
    await go(page, '数据');
    await card.getByRole('button').last().click();
    await expect(card).toHaveCount(0);
  });

test('a file of one period that holds rows of another asks which one is meant and changes nothing until it is told', async () => {
  const file = upload('2026年三季度通用指标表.csv', '单位,指标,数值,期间\n枕霞县,试填指标,1,2026Q3\n漱玉区,试填指标,2,2026Q2\n');
  await drop(page, [file]);
  const card = waiting(page, file.name);
  await expect(card.getByRole('button', { name: '2026年第三季度' }).first()).toBeVisible();
  await expect(card.getByRole('button', { name: '2026年第二季度' })).toBeVisible();
  expect(await exported(page, '得分明细')).toBe(before);
  await expect(periodPicker(page).locator('option')).toHaveCount(1);
  await go(page, '数据');
  await card.getByRole('button', { name: '2026年第三季度' }).first().click();
  await expect(loadedRow(page, file.name)).toBeVisible();
  await expect(card).toHaveCount(0);
  // 试填指标 is in no scheme, so it adds rows and no points.
  expect(await exported(page, '得分明细')).toBe(before);
  await expect(periodPicker(page).locator('option')).toHaveCount(1);
});

test('a big drop can be cancelled: the file leaves no trace, the scores stay, and the next drop works', async () => {
  const big = test.info().outputPath('通用指标表2026年第三季度.csv');
  const rows = Array.from({ length: 1_500_000 }, (_, i) => `枕霞县,试填指标${i},${i}`);
  writeFileSync(big, `单位,指标,数值\n${rows.join('\n')}\n`);
  await drop(page, big);
  const work = page.getByRole('status');
  await work.getByRole('button').click();
  await expect(work).toHaveCount(0);
  await expect(loadedRow(page, '通用指标表2026年第三季度.csv')).toHaveCount(0);
  await expect(waiting(page, '通用指标表2026年第三季度.csv')).toHaveCount(0);
  expect(await exported(page, '得分明细')).toBe(before);
  await go(page, '数据');
  await load(page, [upload('通用指标表之二.csv', '单位,指标,数值,期间\n枕霞县,试填指标二,3,2026Q3\n')]);
  await expect(loadedRow(page, '通用指标表2026年第三季度.csv')).toHaveCount(0);
});
