/** Whoever cannot use a mouse or see the screen: axe finds nothing serious on any screen, and the keys do what they say. */
import { expect, test, type Page } from '@playwright/test';
import { wildFiles } from '../support/files';
import { faults, serious } from './axe';
import { drop, freshPage, go, load, openTotal, periodPicker, ranking, reasonPanel, upload, uploads, waiting } from './app';

test.describe('the sample', () => {
  let page: Page;
  test.beforeAll(async ({ browser }) => {
    page = await freshPage(browser, './#/ranking?sample');
    await ranking(page);
  });
  test.afterAll(() => page.context().close());

  for (const screen of ['总览', '排名', '对比', '数据'] as const)
    test(`${screen} has no serious or critical fault of accessibility`, async () => {
      await go(page, screen);
      await expect(page.getByRole('navigation').first().getByRole('link', { name: screen })).toHaveAttribute(
        'aria-current',
        'page',
      );
      await expect(page.locator('main').getByRole('heading', { level: 1 })).toBeVisible();
      expect(await serious(page)).toEqual([]);
    });

  for (const part of ['报送', '模板'] as const)
    test(`the part ${part} of the data screen has no serious or critical fault of accessibility`, async () => {
      await go(page, '数据');
      await page.getByRole('tab', { name: part }).click();
      await expect(page.getByRole('tabpanel').getByRole('row').first()).toBeVisible();
      expect(await serious(page)).toEqual([]);
    });

  const parts = ['rules', 'draft', 'draft&node=.grades', 'draft&node=admission', 'draft&node=grassroots', 'whatIf', 'compare'];
  for (const language of ['中文', 'English'] as const)
    test(`every part of the scheme screen in ${language} breaks no rule of accessibility at all`, async () => {
      await go(page, '总览');
      if (language === 'English') await page.getByRole('button', { name: 'English' }).click();
      for (const part of parts) {
        await page.evaluate((to) => (location.hash = to), `#/scheme?part=${part}&sample`);
        await expect(page.getByRole('tabpanel').locator('table, p:not(:empty)').filter({ visible: true }).first()).toBeVisible();
        if (part.includes('node=')) await expect(page.locator('[aria-expanded=true]').first()).toBeVisible();
        expect([part, await faults(page)]).toEqual([part, []]);
      }
      if (language === 'English') await page.getByRole('button', { name: '中文' }).click();
    });

  test('a list of a form is added to, moved and taken back by keys alone, and the focus is never lost', async () => {
    await page.evaluate(() => (location.hash = '#/scheme?part=draft&node=random-check&sample'));
    await page.getByLabel('规则类型').selectOption('bands');
    await page.getByRole('button', { name: '换用这个规则' }).focus();
    await page.keyboard.press('Enter');
    const add = page.getByRole('button', { name: '加一档' });
    await add.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('group', { name: '第 4 档' })).toBeVisible();
    await expect(add).toBeFocused();
    await page.getByRole('button', { name: '删去第 4 档' }).focus();
    await page.keyboard.press('Space');
    await expect(page.getByRole('group', { name: '第 4 档' })).toHaveCount(0);
    await expect(add).toBeFocused();
    await page.getByRole('button', { name: '全部放弃' }).click();
  });

  test('the reason panel has no serious or critical fault of accessibility, and Escape closes it', async () => {
    await go(page, '排名');
    await openTotal(page, '墨砚区');
    expect(await serious(page)).toEqual([]);
    await expect(page).toHaveURL(/why=/);
    await page.keyboard.press('Escape');
    await expect(reasonPanel(page)).toHaveCount(0);
    await expect(page).not.toHaveURL(/why=/);
  });

  test('← and → step through the periods and stop at the ends', async () => {
    await go(page, '排名');
    await page.locator('#main').focus();
    await expect(periodPicker(page)).toHaveValue('2026Q3');
    await page.keyboard.press('ArrowRight');
    await expect(periodPicker(page)).toHaveValue('2026Q3');
    const latest = await ranking(page);
    await page.keyboard.press('ArrowLeft');
    await expect(periodPicker(page)).toHaveValue('2026Q2');
    await expect(page).toHaveURL(/period=2026Q2/);
    expect(await ranking(page)).not.toEqual(latest);
    for (let i = 0; i < 11; i++) await page.keyboard.press('ArrowLeft');
    await expect(periodPicker(page)).toHaveValue('2024Q1');
    for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight');
    expect(await ranking(page)).toEqual(latest);
  });

  test('? opens the list of keys and Escape closes it', async () => {
    await page.locator('#main').focus();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toContainText('Esc');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('the ranking is reached and a reason opened by keys alone', async () => {
    await go(page, '排名');
    await ranking(page);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-action') ?? '');
    await page.locator('#main').focus();
    for (let i = 0; i < 15 && !(await focused()); i++) await page.keyboard.press('Tab');
    expect(await focused()).toMatch(/:/);
    for (let i = 0; i < 4 && !/^(total|section):/.test(await focused()); i++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(reasonPanel(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(reasonPanel(page)).toHaveCount(0);
  });
});

test('the empty app, and one with questions, faults and rejected rows, have no serious or critical fault of accessibility', async ({
  page,
}) => {
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await serious(page)).toEqual([]);
  await load(page, await uploads(wildFiles()));
  await drop(page, [
    upload('空表.csv', ''),
    upload('哪一期.csv', '单位,指标,数值\n枕霞县,试填指标,1\n漱玉区,试填指标,2\n'),
    upload('单位.csv', '单位,指标,数值,期间\n试填办,试填指标,1,2026Q3\n'),
  ]);
  // Three that wait, once no work is under way.
  await expect(waiting(page, '单位.csv')).toContainText('确认单位名称');
  await expect(page.getByRole('status')).toHaveCount(0);
  await expect(page.locator('[data-file]')).toHaveCount(3);
  expect(await serious(page)).toEqual([]);
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await expect(page.getByRole('tabpanel').locator('*').first()).toBeVisible();
    expect(await serious(page)).toEqual([]);
  }
});
