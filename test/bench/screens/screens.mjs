/**
 * The screens' benchmark: the built app in the browser with the sample and with invented records of 300 and 2,843 counties
 * over twelve periods, worked by mouse and keys; beside each figure what the browser alone takes for the same picture.
 */
import path from 'node:path';
import { writeCity } from './city.mjs';

const PROBE = path.join(import.meta.dirname, 'probe.js');
const HOVERS = 40;
const PINS = 12;
const STEPS = 8;
const ROUNDS = 3;
const QUIET = 400;
/** Ten periods of 100,000 branches. */
const BRANCHES = 100_000;
const BRANCH_PERIODS = ['2023Q4', '2024Q2', '2024Q4', '2025Q1', '2025Q2', '2025Q3', '2025Q4', '2026Q2', '2026Q3', '2026Q4'];

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {{ ms: number, cpu: number }} Took how long, and how much of it the page's main thread worked
 * @typedef {{ what: string, of: string, ours: readonly Took[], bare: readonly Took[], goal: number }} Figure
 * @typedef {{ answer(kind: string): Promise<number>, rest(kind: string, quiet: number): Promise<number>, bareHtml(html: string): Promise<number>, bareChart(on: boolean): void, scroll(element: Element, by: number, frames: number): Promise<number[]>, bareList(element: Element): Element }} Probe
 */

/** Milliseconds that the page's main thread has worked so far: what other programs take of the machine is not in it. @param {Page} page */
async function worked(page) {
  let session = sessions.get(page);
  if (!session) {
    session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    sessions.set(page, session);
  }
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find((m) => m.name === 'TaskDuration')?.value ?? NaN) * 1000;
}
/** @type {WeakMap<Page, import('@playwright/test').CDPSession>} */
const sessions = new WeakMap();

/** @param {Page} page @param {() => Promise<number>} work @param {number} [measuring] what the measuring itself works @returns {Promise<Took>} */
async function took(page, work, measuring = 0) {
  const before = await worked(page);
  const ms = await work();
  return { ms, cpu: Math.max(0, (await worked(page)) - before - measuring) };
}

/**
 * Measures an event that `act` brings about.
 * @param {Page} page @param {'answer' | 'rest'} how @param {string} kind @param {() => Promise<unknown>} act @param {number} [measuring]
 */
async function measured(page, how, kind, act, measuring = 0) {
  await page.evaluate(([h, k, quiet]) => {
    const probe = /** @type {{ probe: Probe }} */ (/** @type {unknown} */ (globalThis)).probe;
    Reflect.set(globalThis, 'measured', h === 'rest' ? probe.rest(k, quiet) : probe.answer(k));
  }, /** @type {['answer' | 'rest', string, number]} */ ([how, kind, QUIET]));
  return took(
    page,
    async () => {
      await act();
      return page.evaluate(() => /** @type {{ measured: Promise<number> }} */ (/** @type {unknown} */ (globalThis)).measured);
    },
    measuring,
  );
}

/** What stands on the screen, set as text. @param {Page} page */
const bareScreen = (page) =>
  took(page, () =>
    page.evaluate(() =>
      /** @type {{ probe: Probe }} */ (/** @type {unknown} */ (globalThis)).probe.bareHtml(
        document.querySelector('main')?.innerHTML ?? '',
      ),
    ),
  );

/** Until nothing has changed for a while. @param {Page} page @returns what the measuring of rest itself works, in ms */
async function still(page) {
  await page.waitForFunction(() => document.querySelector('main h1, main h2') !== null, null, { timeout: 120_000 });
  const idle = () => measured(page, 'rest', 'bench', () => page.evaluate(() => dispatchEvent(new Event('bench'))));
  await idle();
  return Math.min((await idle()).cpu, (await idle()).cpu);
}

/** @param {Page} page @param {string} screen @param {number} [measuring] */
async function goTo(page, screen, measuring = 0) {
  const link = page.locator(`header nav a[href^="#/${screen}"]`).first();
  return measured(page, 'rest', 'click', () => link.click(), measuring);
}

/** Middles of marks in view that are spread over the first chart. @param {Page} page @param {number} most */
const spots = (page, most) =>
  page.evaluate((n) => {
    const chart = document.querySelector('main figure svg');
    const all = [...(chart?.querySelectorAll('[data-action^="section:"], [data-action^="unit:"]') ?? [])].flatMap((e) => {
      const { x, y, width, height } = e.getBoundingClientRect();
      const at = { x: x + width / 2, y: y + height / 2 };
      return width > 2 && at.y > 4 && at.y < innerHeight - 4 && document.elementFromPoint(at.x, at.y) === e ? [at] : [];
    });
    // Over the picture and back: every move lights another unit.
    return Array.from({ length: n }, (_, i) => all[(i * 37) % all.length]).flatMap((p) => p ?? []);
  }, most);

/** @param {Page} page @param {string} of @param {Figure[]} out */
async function pointing(page, of, out) {
  await page.locator('main figure svg').first().scrollIntoViewIfNeeded();
  const places = await spots(page, HOVERS);
  if (places.length === 0) throw new Error(`nothing to point at: ${of}`);
  const over = async () => {
    const times = /** @type {Took[]} */ ([]);
    for (const { x, y } of places) times.push(await measured(page, 'answer', 'pointermove', () => page.mouse.move(x, y)));
    return times.slice(2);
  };
  const ours = await over();
  const set = (/** @type {boolean} */ on) =>
    page.evaluate((o) => /** @type {{ probe: Probe }} */ (/** @type {unknown} */ (globalThis)).probe.bareChart(o), on);
  await set(true);
  const bare = await over();
  await set(false);
  const marks = await page.evaluate(() => document.querySelectorAll('main figure [data-mark]').length);
  out.push({ what: `hover, ranking (${marks} marks)`, of, ours, bare, goal: 16 });

  const names = page.locator('main figure svg [data-action^="unit:"]');
  const pinned = /** @type {Took[]} */ ([]);
  for (let i = 0; i < PINS; i++) {
    const name = names.nth(i % 6);
    await name.hover();
    pinned.push(await measured(page, 'answer', 'click', () => name.click()));
  }
  out.push({ what: 'pin, ranking', of, ours: pinned.slice(2), bare, goal: 16 });
  await page.keyboard.press('Escape');
}

/** @param {Page} page @param {string} of @param {number} goal @param {readonly string[]} screens @param {Figure[]} out */
async function switching(page, of, goal, screens, out) {
  const ours = new Map(screens.map((s) => [s, /** @type {Took[]} */ ([])]));
  const bare = new Map(screens.map((s) => [s, /** @type {Took[]} */ ([])]));
  // Once round, so that what is loaded when first asked for is there.
  for (const s of screens) await goTo(page, s);
  const measuring = await still(page);
  for (let round = 0; round < ROUNDS; round++)
    for (const s of screens) {
      ours.get(s)?.push(await goTo(page, s, measuring));
      bare.get(s)?.push(await bareScreen(page));
    }
  for (const s of screens) out.push({ what: `to ${s}`, of, ours: ours.get(s) ?? [], bare: bare.get(s) ?? [], goal });
  for (const s of ['overview', 'ranking']) {
    await goTo(page, s);
    const times = /** @type {Took[]} */ ([]);
    const beside = /** @type {Took[]} */ ([]);
    await page.mouse.move(2, 2);
    for (let i = 0; i < STEPS; i++) {
      times.push(
        await measured(page, 'rest', 'keydown', () => page.keyboard.press(i % 4 < 2 ? 'ArrowLeft' : 'ArrowRight'), measuring),
      );
      if (i < ROUNDS) beside.push(await bareScreen(page));
    }
    out.push({ what: `period, ${s}`, of, ours: times, bare: beside, goal });
  }
}

/** @param {Page} page @param {string} of @param {Figure[]} out */
async function listing(page, of, out) {
  await goTo(page, 'branches');
  const body = page.locator('main [role=table] > .body');
  await body.waitFor({ timeout: 120_000 });
  const measuring = await still(page);
  await body.scrollIntoViewIfNeeded();
  const slide = (/** @type {boolean} */ empty, /** @type {number} */ by) =>
    body.evaluate(async (element, [e, step]) => {
      const probe = /** @type {{ probe: Probe }} */ (/** @type {unknown} */ (globalThis)).probe;
      const box = e ? probe.bareList(element) : element;
      const gaps = await probe.scroll(box, step, 180);
      if (e) box.remove();
      element.scrollTop = 0;
      return gaps;
    }, /** @type {[boolean, number]} */ ([empty, by]));
  const rows = Number(await page.locator('main [role=table]').getAttribute('aria-rowcount')) - 1;
  for (const [what, by] of /** @type {const} */ ([
    ['scrolls by 3 rows a frame', 102],
    ['scrolls by 500 rows a frame', 34_000 / 2],
  ]))
    out.push({
      what: `${what} (${rows} rows): between frames`,
      of,
      ours: gapsOf(await slide(false, by)),
      bare: gapsOf(await slide(true, by)),
      goal: 17.5,
    });
  const list = { bare: /** @type {Took[]} */ ([]) };
  for (let i = 0; i < ROUNDS; i++)
    list.bare.push(
      await took(page, () =>
        body.evaluate((e) => /** @type {{ probe: Probe }} */ (/** @type {unknown} */ (globalThis)).probe.bareHtml(e.innerHTML)),
      ),
    );
  const heads = page.locator('main [role=columnheader] button');
  const sorted = /** @type {Took[]} */ ([]);
  for (const n of [5, 2, 5, 3, 5, 6]) sorted.push(await measured(page, 'rest', 'click', () => heads.nth(n).click(), measuring));
  out.push({ what: 'sorted', of, ours: sorted, bare: list.bare, goal: 16 });
  const select = page.locator('main .filters select').nth(1);
  const values = await select.locator('option').evaluateAll((all) => all.map((o) => o.getAttribute('value') ?? ''));
  const filtered = /** @type {Took[]} */ ([]);
  for (const v of [values[1], values[2], values[0], values[1], values[0]])
    filtered.push(await measured(page, 'rest', 'change', () => select.selectOption(v ?? ''), measuring));
  out.push({ what: 'filtered', of, ours: filtered, bare: list.bare, goal: 16 });
  const box = page.locator('main .filters input[type=search]');
  await box.focus();
  const found = /** @type {Took[]} */ ([]);
  for (const key of ['1', '2', '3', 'Backspace', 'Backspace', '7'])
    found.push(await measured(page, 'rest', 'input', () => page.keyboard.press(key), measuring));
  await box.fill('');
  out.push({ what: 'searched, a key', of, ours: found, bare: list.bare, goal: 16 });
}

/** @param {readonly number[]} gaps */
const gapsOf = (gaps) => gaps.map((ms) => ({ ms, cpu: NaN }));

/** Drops a record's files into the app. @param {Page} page @param {{ roster: string, ledgers: string[], branches: string | null }} files */
async function dropIn(page, files) {
  const input = page.locator('input[type=file]').first();
  await input.waitFor({ state: 'attached' });
  const all = [files.roster, ...files.ledgers, ...(files.branches === null ? [] : [files.branches])];
  await input.setInputFiles(all);
  await page.waitForFunction(
    (n) =>
      !document.querySelector('.work') &&
      document.querySelectorAll('[data-file]').length === 0 &&
      document.querySelectorAll('main table tbody tr').length >= n,
    all.length,
    { timeout: 900_000, polling: 500 },
  );
}

/**
 * @param {import('@playwright/test').Browser} browser @param {number} port of the built app @param {string} cache where records are written
 * @param {readonly string[]} sizes of sample, 300, 2843
 * @returns {Promise<Figure[]>}
 */
export async function benchScreens(browser, port, cache, sizes = ['sample', '300', '2843']) {
  const out = /** @type {Figure[]} */ ([]);
  for (const size of sizes) {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    await page.addInitScript({ path: PROBE });
    const address = `http://127.0.0.1:${port}/#`;
    if (size === 'sample') await page.goto(`${address}/overview?sample`);
    else {
      await page.goto(`${address}/data`);
      const counties = Number(size);
      const more = size === '2843' ? { branches: BRANCHES, branchPeriods: BRANCH_PERIODS } : {};
      await dropIn(page, await writeCity(cache, { counties, ...more }));
    }
    const of = size === 'sample' ? 'sample' : `${Number(size).toLocaleString('en')} counties`;
    if (size === 'sample') await page.waitForSelector('main [data-action^="total:"]');
    await goTo(page, 'ranking');
    await still(page);
    await pointing(page, of, out);
    await switching(
      page,
      of,
      size === 'sample' ? 100 : 300,
      ['overview', 'ranking', 'talent', 'rectification', 'indicators', 'branches'],
      out,
    );
    if (size === '2843') await listing(page, of, out);
    await context.close();
  }
  return out;
}
