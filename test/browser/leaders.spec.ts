/** What leaders look at: every screen does its job in both languages, at the desk and on a projector, large and small, by mouse and by keys. */
import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { faults } from './axe';
import { freshPage, periodPicker, ranking, reasonPanel } from './app';

const SCREENS = ['overview', 'ranking', 'compare', 'profile', 'branches', 'rectification', 'talent', 'indicators'] as const;

let page: Page;
test.beforeAll(async ({ browser }) => {
  page = await freshPage(browser, './#/ranking?sample');
  await ranking(page);
});
test.afterAll(() => page.context().close());

/** Goes to an address of the sample and waits until its first picture or table is there. */
async function show(address: string): Promise<void> {
  await page.evaluate((to) => (location.hash = to), `#/${address}${address.includes('?') ? '&' : '?'}sample`);
  await expect(page.locator('main').getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('main :is(figure svg, table.list)').first()).toBeVisible({ timeout: 60_000 });
}

for (const language of ['zh-CN', 'en'] as const)
  test(`no screen breaks a rule of accessibility in ${language}, at the desk and on a projector`, async () => {
    test.setTimeout(300_000);
    await show('overview');
    if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
    for (const mode of ['', '?projector'])
      for (const screen of SCREENS) {
        await show(screen + mode);
        expect([screen, mode, await faults(page)]).toEqual([screen, mode, []]);
      }
    await show('overview');
    if (language === 'en') await page.getByRole('button', { name: '中文' }).click();
  });

test('at 1366 × 768, and at twice the size of type, nothing runs out of the page sideways', async () => {
  test.setTimeout(180_000);
  for (const size of [
    { width: 1366, height: 768 },
    { width: 683, height: 384 },
  ]) {
    await page.setViewportSize(size);
    for (const screen of SCREENS) {
      await show(screen);
      const beyond = await page.evaluate(() => {
        const root = document.documentElement;
        return Math.max(0, root.scrollWidth - root.clientWidth);
      });
      expect([size.width, screen, beyond]).toEqual([size.width, screen, 0]);
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('on a projector no text is under 20 px, and P and Escape enter and leave it', async () => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await show('overview');
  await page.locator('#main').focus();
  await page.keyboard.press('p');
  await expect(page).toHaveURL(/projector/);
  for (const screen of SCREENS) {
    await show(`${screen}?projector`);
    const small = await page.evaluate(() => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const holder = node.parentElement;
        if (!holder || !/[\p{L}\p{N}]/u.test(node.textContent ?? '') || !holder.checkVisibility({ checkOpacity: true })) continue;
        const box = holder.getBoundingClientRect();
        if (box.width < 2 || box.height < 2 || holder.closest('.aside, caption')) continue;
        if (parseFloat(getComputedStyle(holder).fontSize) < 19.9)
          found.push(`${node.textContent?.trim()} ${getComputedStyle(holder).fontSize}`);
      }
      return found.slice(0, 5);
    });
    expect([screen, small]).toEqual([screen, []]);
  }
  await show('overview?projector');
  await page.locator('#main').focus();
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/projector/);
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('a county pinned by ] is lit on every screen, and back lets it go', async () => {
  await show('ranking');
  const order = (await ranking(page)).map((row) => row[1]);
  await page.locator('#main').focus();
  await page.keyboard.press(']');
  await page.keyboard.press(']');
  await expect(page).toHaveURL(/pin=/);
  await page.keyboard.press('4');
  await expect(page.locator('main').getByRole('heading', { level: 1 })).toContainText(order[1] ?? '');
  await page.goBack();
  await expect(page).toHaveURL(/#\/ranking/);
});

test('weights are moved by keys, the ranks follow, undo takes them back, and the truth stays as it was', async () => {
  await show('ranking');
  const truth = await ranking(page);
  await page.getByRole('radio', { name: '试调权重' }).check({ force: true });
  const edge = page.getByRole('slider').first();
  await expect(edge).toHaveAttribute('aria-valuenow', '12');
  await edge.focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft');
  await expect(edge).toHaveAttribute('aria-valuenow', '10');
  // The picture follows a frame later, its table a moment after that.
  await expect.poll(() => ranking(page)).not.toEqual(truth);
  await expect(periodPicker(page)).toHaveValue('2026Q3');
  for (let i = 0; i < 4; i++) await page.getByRole('button', { name: '撤销' }).click();
  await expect(edge).toHaveAttribute('aria-valuenow', '12');
  await page.getByRole('radio', { name: '得分构成' }).check({ force: true });
  await expect.poll(() => ranking(page)).toEqual(truth);
});

test('a picture with numbers to pick is a group with one tab stop, each mark a button that says its figures, and its table is read aloud', async () => {
  await show('ranking');
  await ranking(page);
  const picture = page.locator('main figure').first();
  await expect(picture.locator('svg')).toHaveAttribute('role', 'group');
  await expect(picture.locator('[tabindex="0"]')).toHaveCount(1);
  const total = picture.locator('[data-action^="total:"]').first();
  await expect(total).toHaveAttribute('role', 'button');
  await expect(total).toHaveAttribute('aria-label', /墨砚区，总分 \d+\.\d\d · 第1名/);
  await expect(picture.locator('caption')).toContainText('得分');
});

test('a picture can be read as a table and saved as CSV, SVG and PNG of what is shown', async () => {
  await show('talent');
  const figure = page.locator('main section').first();
  await figure.getByRole('radio', { name: '表', exact: true }).check({ force: true });
  await expect(figure.getByRole('table').first().getByRole('row')).toHaveCount(1 + 1 + 12);
  await figure.getByRole('radio', { name: '图', exact: true }).check({ force: true });
  for (const [kind, begins] of [
    ['CSV', '\ufeff单位,'],
    ['SVG', '<svg '],
    ['PNG', '\ufffdPNG'],
  ] as const) {
    const coming = page.waitForEvent('download');
    await figure.getByRole('button', { name: kind }).click();
    const text = readFileSync(await (await coming).path(), 'utf8');
    expect([kind, text.slice(0, begins.length)]).toEqual([kind, begins]);
    expect(text.length).toBeGreaterThan(300);
  }
});

test('/ finds a county by its initials and shows its profile, where a weakness leads to its number', async () => {
  await show('overview');
  await page.locator('#main').focus();
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: /拼音/ }).fill('tlq');
  await page.keyboard.press('Enter');
  await expect(page.locator('main').getByRole('heading', { level: 1 })).toContainText('棠梨区');
  await page.getByRole('link', { name: '为什么' }).first().click();
  await expect(reasonPanel(page)).toContainText('棠梨区');
  await page.keyboard.press('Escape');
});

test('a measure is looked at by county, with the rows it came from', async () => {
  await show('indicators?measure=rectification.closed_on_time&pin=');
  await expect(page.locator('main').getByRole('heading', { level: 1 })).toContainText('按期销号率');
  await page.locator('table.list').getByRole('button', { name: '棠梨区' }).click();
  await expect(page.getByRole('heading', { name: /棠梨区.*原表行/ })).toBeVisible();
  await expect(page.getByRole('region').getByRole('row').nth(1)).toContainText('棠梨区');
});

test('a whole year and a half are ranked by the weights of their quarters', async () => {
  await show('ranking?period=2025');
  await expect(page.locator('main').getByRole('heading', { level: 1 })).toContainText('2025年');
  expect(await ranking(page)).toHaveLength(12);
  await show('ranking?period=2025H2');
  await expect(page.locator('main').getByRole('heading', { level: 1 })).toContainText('2025年下半年');
  const half = await ranking(page);
  await page.locator('#main').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(periodPicker(page)).toHaveValue('2025H1');
  await expect.poll(() => ranking(page)).not.toEqual(half);
  await show('ranking');
});

test('the rows of a half-year and of a year are those of the quarter they end in', async () => {
  for (const period of ['2025H2', '2025']) {
    await show(`rectification?period=${period}`);
    await expect(page.locator('main').getByRole('heading', { level: 1 })).toContainText('2025年12月31日');
    await show(`talent?period=${period}`);
    await expect(page.locator('main table.list').first().locator('tbody tr').first()).toContainText(/\d{2,}.*\d{2,}.*%/);
    await expect(page.locator('main table.list').first().locator('tbody tr td').first()).toHaveText(/\d/);
  }
});

test('what is overdue in rectification comes first, with its days', async () => {
  await show('rectification');
  await expect(page.locator('main').getByRole('heading', { level: 1 })).toContainText('逾期未销号');
  await expect(page.locator('#organisations tbody tr').first()).toContainText(/逾期 \d+ 天/);
});

test('dragging across a course, or naming its ends, chooses its periods; the address holds them, and back undoes', async () => {
  await show('ranking');
  const course = page.locator('main section').filter({ has: page.getByRole('group', { name: /横向拖动/ }) });
  const periods = () => course.locator('figure thead th').count();
  await expect.poll(periods).toBe(1 + 11);
  const box = await course.locator('svg').first().boundingBox();
  if (!box) throw new Error('no picture');
  await page.mouse.move(box.x + box.width * 0.35, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(/span=202\dQ\d-202\dQ\d/);
  await expect.poll(periods).toBeLessThan(1 + 8);
  await expect.poll(periods).toBeGreaterThan(2);
  await page.goBack();
  await expect.poll(periods).toBe(1 + 11);
  await course.getByRole('combobox', { name: '从' }).selectOption('2025Q3');
  await expect(page).toHaveURL(/span=2025Q3-2026Q3/);
  await expect.poll(periods).toBe(1 + 5);
  await course.getByRole('button', { name: '全部' }).click();
  await expect(page).not.toHaveURL(/span=/);
});

test('how the ranking is shown is in the address: its copy shows the same, back undoes it, another screen has its own', async () => {
  await show('ranking');
  await page.getByRole('radio', { name: '数据表' }).check({ force: true });
  await expect(page).toHaveURL(/show=view/);
  await expect(page.locator('table.list').getByRole('columnheader', { name: /较去年同期/ })).toBeVisible();
  await page.getByRole('radio', { name: '与去年同期比' }).check({ force: true });
  await expect(page).toHaveURL(/show=view.*show=course/);
  await page.goBack();
  await expect(page.getByRole('radio', { name: '与去年同期比' })).not.toBeChecked();
  await expect(page.getByRole('radio', { name: '数据表' })).toBeChecked();
  await page.locator('#main').focus();
  await page.keyboard.press('1');
  await expect(page).not.toHaveURL(/show=/);
});
