/** 放映: a meeting presented by keyboard alone, and nothing on a slide that stays at the desk. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { meetingZh } from '../../src/i18n/zh/meeting';
import { packZh } from '../../src/i18n/zh/pack';
import { readData } from '../support/files';
import { pages } from '../support/office';
import { complaints, freshPage } from './app';
import { button, COUNTIES, part } from './pack-support';

const { present: w } = meetingZh;

test.describe.configure({ mode: 'serial' });

let page: Page;
let heard: string[];
const stage = (): Locator => page.getByRole('dialog', { name: w.title });
const heading = (): Locator => stage().getByRole('heading', { level: 2 });
const press = (...keys: readonly string[]): Promise<void> =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
/** Which slide of how many is on show. */
const place = async (): Promise<readonly [number, number]> => {
  const [at = NaN, of = NaN] = (
    (await stage()
      .getByText(/^\d+ \/ \d+$/)
      .textContent()) ?? ''
  )
    .split(' / ')
    .map(Number);
  return [at, of];
};

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  page = await freshPage(browser, './#/meeting?sample');
  heard = complaints(page.context());
  await expect(page.locator('article')).toBeVisible({ timeout: 120_000 });
});
test.afterAll(async () => {
  expect(heard).toEqual([]);
  await page.context().close();
});

test('begins by a key, and the keys go on, back, to the end and to the beginning', async () => {
  await button(page, meetingZh.exporting.present).focus();
  await press('Enter');
  await expect(stage()).toBeVisible();
  const [, of] = await place();
  expect(of).toBeGreaterThan(COUNTIES.length + 5);
  expect(await place()).toEqual([1, of]);
  await press('ArrowRight', 'PageDown', 'Space');
  expect(await place()).toEqual([4, of]);
  await press('ArrowLeft', 'PageUp');
  await expect(heading()).toHaveText(packZh.slides.agenda);
  await press('End');
  await expect(heading()).toHaveText(packZh.slides.end);
  await press('ArrowRight');
  expect(await place()).toEqual([of, of]);
  await press('Home');
  expect(await place()).toEqual([1, of]);
});

test('letters of a county’s name lead to its slide, and so do its characters from an input method', async () => {
  for (const [letters, county] of [
    ['tl', '棠梨区'],
    ['zhen', '枕霞县'],
  ] as const) {
    await press(...letters);
    await expect(heading()).toContainText(county);
  }
  // Characters come into a field; a picture stands before it.
  const field = stage().getByRole('textbox');
  for (let i = 0; i < 3 && !(await field.evaluate((e) => e === document.activeElement)); i++) await press('Tab');
  await expect(field).toBeFocused();
  for (const county of ['璇玑经开区', '漱玉区', '半篙市']) {
    await page.keyboard.insertText(county.slice(0, 1));
    await expect(heading()).toContainText(county);
  }
});

test('R shows the figures behind one sentence after the other, Escape hides them and the show goes on', async () => {
  const why = stage().getByRole('status');
  // At once: no county goes on with this letter.
  await press('r');
  await expect(why.getByRole('heading')).toHaveText(w.why);
  await expect(why.getByRole('listitem').first()).toContainText(/半篙市.*\d/);
  const sentence = stage().locator('li.at');
  const first = await sentence.textContent();
  await press('R');
  await expect(sentence).not.toHaveText(first ?? '');
  await press('Escape');
  await expect(why).toHaveCount(0);
  await expect(heading()).toContainText('半篙市');
});

test('N opens the notes in a window of their own, which follows the slides and goes when the show ends', async () => {
  const coming = page.waitForEvent('popup');
  await press('n');
  const notes = await coming;
  const shown = async (): Promise<void> => {
    await expect(notes.getByRole('heading')).toHaveText(w.notesTitle((await heading().textContent()) ?? ''));
    const [at, of] = await place();
    await expect(notes.getByText(w.page(at, of), { exact: true })).toBeVisible();
  };
  await shown();
  await expect(notes.locator('p').nth(1)).toContainText(/半篙市.*\d/);
  const before = await notes.locator('body').innerText();
  await page.bringToFront();
  await press('ArrowRight');
  await shown();
  expect(await notes.locator('body').innerText()).not.toBe(before);
  const gone = notes.waitForEvent('close');
  await press('Escape');
  await expect(stage()).toHaveCount(0);
  await gone;
  // Where it began, so that a key can begin it again.
  await expect(page.locator('article')).toBeVisible();
});

test('no slide shows votes or marks of the appraisal, posts, or sensitive counts, though the papers have them', async () => {
  const posts = new Set(
    [
      ['issue-list.csv', '责任领导(职务)'],
      ['rectification.csv', '包联县级领导(职务)'],
    ].flatMap(([file = '', column = '']) => {
      const [head = '', ...rows] = readData(`sample/${file}`).toString('utf8').trim().split('\n');
      const at = head.split(',').indexOf(column);
      return rows.map((row) => row.split(',')[at] ?? '').filter((post) => post.length > 2);
    }),
  );
  expect(posts.size).toBeGreaterThan(2);
  const hidden = ['述职评议', '好票', '差票', '得票', '约谈', '召回', '60岁', ...posts];
  await part(page, packZh.names.bulletin);
  await expect(page.locator('article')).toContainText('“述职评议”');

  await button(page, meetingZh.exporting.present).focus();
  await press('Enter');
  await expect(stage()).toBeVisible();
  const [, of] = await place();
  const frame = stage().locator('.frame');
  const texts: string[] = [];
  for (let at = 1; at <= of; at++) {
    expect((await place())[0]).toBe(at);
    texts.push((await frame.textContent()) ?? '');
    await press('ArrowRight');
  }
  expect(COUNTIES.filter((c) => !texts.some((text) => text.includes(c)))).toEqual([]);
  expect(hidden.filter((word) => texts.some((text) => text.includes(word)))).toEqual([]);
  await press('Escape');
  await expect(stage()).toHaveCount(0);
});

test('a projector shows the slides and nothing of the papers, nor what makes them', async () => {
  await page.evaluate(() => (location.hash = '#/meeting?sample&projector&show=paper.lists'));
  await expect(page.getByText(/^1 \/ \d+/)).toBeVisible();
  await expect(page.locator('article')).toHaveCount(0);
  await expect(button(page, meetingZh.steps.export)).toHaveCount(0);
  expect(await page.locator('main').textContent()).not.toContain('述职评议');
  const sizes = await page
    .locator('main :is(h1, button)')
    .evaluateAll((all) => all.filter((x) => x.checkVisibility()).map((x) => parseFloat(getComputedStyle(x).fontSize)));
  expect(sizes.length).toBeGreaterThan(COUNTIES.length);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(20);
  await expect(page.locator('main .frame').first()).toBeHidden();
  await page.evaluate(() => (location.hash = '#/meeting?sample&show=paper.bulletin'));
  await expect(page.locator('article')).toBeVisible();
});

test('at 1366 × 768, and at twice the size of type, no paper runs out of the page sideways', async () => {
  for (const size of [
    { width: 1366, height: 768 },
    { width: 683, height: 384 },
  ]) {
    await page.setViewportSize(size);
    for (const topic of ['bulletin', 'lists', 'slides', 'issues']) {
      await page.evaluate((to) => (location.hash = `#/meeting?sample&show=paper.${to}`), topic);
      await expect(page.locator('main :is(article, .slides, table)').first()).toBeVisible();
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect([size.width, topic, Math.max(0, beyond)]).toEqual([size.width, topic, 0]);
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
});

for (const { name, sheets } of [
  { name: packZh.names.briefings, sheets: COUNTIES.length },
  { name: packZh.names.digest, sheets: 1 },
  { name: packZh.names.cover, sheets: 1 },
])
  test(`${name} printed by the browser takes ${sheets} pages of A4 without interface`, async ({}, info) => {
    await part(page, name);
    await expect(page.locator('article h2').first()).toBeVisible();
    const file = info.outputPath('printed.pdf');
    await page.pdf({ path: file, preferCSSPageSize: true });
    const printed = pages(file);
    expect(printed).toHaveLength(sheets);
    for (const { width, height, words } of printed) {
      expect([Math.round(width), Math.round(height)]).toEqual([210, 297]);
      const text = words.map((x) => x.text).join('');
      expect(text).toContain('校验码');
      for (const of of ['党建考评看板', meetingZh.steps.export, meetingZh.settings.title + '类型'])
        expect(text).not.toContain(of);
    }
  });
