/** The whole meeting pack from a quarter's files as they arrive: in four gestures, the same figures everywhere, laid out as papers are, and true to what was said of it when figures change. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { HASH_SHORT } from '../../src/model/row-code';
import { PAPER_KINDS } from '../../src/report/pack/paper';
import { dataZh } from '../../src/i18n/zh/data';
import { meetingZh as w } from '../../src/i18n/zh/meeting';
import { packZh } from '../../src/i18n/zh/pack';
import { packWorkbookZh } from '../../src/i18n/zh/pack-workbook';
import { reviewZh } from '../../src/i18n/zh/review';
import { lines, pages, png, toPdfs, type Line, type Page as Sheet, type Word } from '../support/office';
import { cellsOf, recalculated } from '../support/recalculated';
import { readData } from '../support/files';
import { complaints, exported, freshPage, go, type load, loadedRow, ranking, upload } from './app';
import { faults } from './axe';
import {
  bodyOf,
  button,
  COUNTIES,
  downloaded,
  exportAll,
  feetOf,
  fileOf,
  filesIn,
  Gestures,
  halved,
  headsOf,
  inOrder,
  part,
  partOf,
  quarterAsItArrives,
  slidesIn,
  standingsIn,
  standingsInSheet,
  standingsOf,
  tablesIn,
  take,
  timesIn,
  WHEN,
  type Files,
  type Standing,
} from './pack-support';

const TITLE = packZh.cover.title(WHEN, packZh.meetings.dispatch);
const { names } = packZh;
const DRAFT = packZh.draft;

test.describe.configure({ mode: 'serial' });

let page: Page;
let heard: string[];
let zip: { name: string; bytes: Buffer };
let files: Files;
/** Between these moments it was sealed. */
let sealed: readonly [Date, Date];
let hash = '';
/** The score book's own totals and ranks, as the table of all periods has them. */
let standings: readonly Standing[];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  page = await freshPage(browser);
  heard = complaints(page.context());
  await take(page, await quarterAsItArrives());
});
test.afterAll(async () => {
  expect(heard).toEqual([]);
  await page.context().close();
});

const ofKind = (kind: keyof typeof names): Uint8Array => fileOf(files, ` ${names[kind]}（${WHEN}）.`);
const ranked = (): string[] => [...standings].sort((a, b) => a.rank - b.rank).map((s) => s.unit);

test('four gestures after the drop make the whole pack: approved, accepted, sealed, exported, and nothing is typed', async () => {
  test.setTimeout(240_000);
  const gestures = new Gestures(page, 4);
  await gestures.begin();
  await gestures.click(button(page, dataZh.writePapers(WHEN)));
  await gestures.click(button(page, new RegExp(`^${w.steps.accept(0).split('0')[0] ?? ''}\\d+`)));
  await expect(page.getByText(w.steps.accepted)).toBeVisible();
  const before = await page.evaluate(() => Date.now());
  await gestures.click(button(page, new RegExp(`^${w.steps.seal}`)));
  const told = page.getByText(new RegExp(`^${w.steps.sealed('')}[0-9a-f]+$`));
  await expect(told).toBeVisible({ timeout: 60_000 });
  sealed = [new Date(before), new Date(await page.evaluate(() => Date.now()))];
  hash = ((await told.textContent()) ?? '').slice(-HASH_SHORT);
  expect(hash).toMatch(/^[0-9a-f]{12}$/);
  zip = await downloaded(page, () => gestures.click(button(page, w.steps.export)));
  expect(await gestures.heard()).toEqual({ pointers: 4, keys: 0 });
  expect(zip.name).toBe(`${TITLE}.zip`);
  files = filesIn(zip.bytes);
  await expect(page.getByText(w.steps.whole)).toBeVisible();
});

test('the zip has every paper, the slides, the workbook, the list of problems and a check sheet for each county', () => {
  const main = [...files.keys()].filter((name) => !name.includes('/'));
  const endings = [...PAPER_KINDS.map((k) => [k, 'docx']), ['slides', 'pptx'], ['workbook', 'xlsx'], ['issues', 'csv']] as const;
  expect(main).toEqual(
    endings.map(([k, end], i) => `${String(i + 1).padStart(2, '0')} ${names[k as keyof typeof names]}（${WHEN}）.${end}`),
  );
  const sheets = [...files.keys()].filter((name) => name.includes('/'));
  expect(sheets.every((name) => name.startsWith(`${names.checkSheets}/`) && name.endsWith('.xlsx'))).toBe(true);
  expect(sheets.map((name) => name.slice(0, -5).split(' ').at(-1)).sort()).toEqual([...COUNTIES].sort());
  expect(COUNTIES).toHaveLength(12);
});

test('totals and ranks are the same in the score book, on screen, in the annex, on the slide and in the workbook', async () => {
  standings = standingsOf(await exported(page, '名次汇总'));
  expect(standings.map((s) => s.unit)).toEqual(COUNTIES);
  expect(standings.every((s) => Number.isFinite(s.rank) && Number.isFinite(s.total))).toBe(true);
  const shown = await ranking(page);
  for (const { unit, total } of standings) expect(shown.find((row) => row.includes(unit))).toContain(total.toFixed(2));

  const [annex = []] = tablesIn(ofKind('bulletin'));
  expect(standingsIn(annex)).toEqual(standings);
  expect(annex.slice(1).map((row) => row[1])).toEqual(ranked());
  const sheet = cellsOf(ofKind('workbook')).get(packWorkbookZh.sheets.ranking);
  expect(standingsInSheet(sheet ?? new Map())).toEqual(standings);
  const slide = slidesIn(ofKind('slides')).find((text) => text.includes(packZh.ranking.total)) ?? '';
  for (const { unit, total } of standings) expect(slide).toContain(`${unit}${total.toFixed(2)}`);
});

test('every county is in bulletin, briefings, speech, lists, slides and workbook', () => {
  const texts = {
    bulletin: bodyOf(ofKind('bulletin')),
    briefings: bodyOf(ofKind('briefings')),
    speech: bodyOf(ofKind('speech')),
    lists: bodyOf(ofKind('lists')),
    slides: slidesIn(ofKind('slides')).join(''),
    workbook: [...cellsOf(ofKind('workbook')).values()].flatMap((cells) => [...cells.values()]).join('\n'),
  };
  for (const [kind, text] of Object.entries(texts)) expect([kind, COUNTIES.filter((c) => !text.includes(c))]).toEqual([kind, []]);
  // Whoever is first may have no problem.
  const issues = new TextDecoder().decode(ofKind('issues'));
  expect(COUNTIES.filter((c) => issues.includes(c)).length).toBeGreaterThan(9);
});

test('every file bears the seal and its time; none says it is a draft, and no slide shows what stays at the desk', () => {
  for (const kind of PAPER_KINDS) {
    const docx = ofKind(kind);
    expect(feetOf(docx).length).toBeGreaterThan(1);
    for (const foot of feetOf(docx)) expect([kind, foot]).toEqual([kind, expect.stringContaining(hash)]);
    for (const head of headsOf(docx)) expect([kind, head]).toEqual([kind, packZh.marks.internal]);
  }
  const slides = slidesIn(ofKind('slides'));
  for (const slide of slides) expect(slide).toContain(hash);
  expect(slides.join('')).not.toContain(DRAFT);
  expect(bodyOf(ofKind('bulletin'))).toContain('“述职评议”');
  expect(slides.join('')).not.toContain('述职评议');
  for (const sheet of [1, 2, 3, 4])
    expect(partOf(ofKind('workbook'), `xl/worksheets/sheet${sheet}.xml`)).toContain(packWorkbookZh.sealed(hash));

  const sheets = [...files].filter(([name]) => name.startsWith(packZh.names.checkSheets));
  expect(sheets).toHaveLength(12);
  for (const [name, bytes] of sheets)
    expect([name, [...cellsOf(bytes).values()].flatMap((cells) => [...cells.values()]).join('\n')]).toEqual([
      name,
      expect.stringContaining(`封存校验码 ${hash}`),
    ]);

  const all = [...files].filter(([name]) => /\.(?:docx|pptx|xlsx)$/.test(name)).map(([, bytes]) => bytes);
  expect(all).toHaveLength(PAPER_KINDS.length + 2 + 12);
  const times = new Set([zip.bytes, ...all].flatMap((bytes) => timesIn(bytes)));
  expect(times.size).toBe(1);
  const [entry = ''] = times;
  // A zip counts seconds in twos.
  expect(Date.parse(`${entry}Z`)).toBeGreaterThan(sealed[0].getTime() - 2000);
  expect(Date.parse(`${entry}Z`)).toBeLessThanOrEqual(sealed[1].getTime());
  const core = new Set(
    all.flatMap((bytes) =>
      [...partOf(bytes, 'docProps/core.xml').matchAll(/<dcterms:(?:created|modified)[^>]*>([^<]*)/g)].map(([, t]) => t),
    ),
  );
  expect(core.size).toBe(1);
  expect(Math.floor(Date.parse([...core][0] ?? '') / 2000)).toBe(Date.parse(`${entry}Z`) / 2000);
});

test('exported again, it is the same to the last byte', async () => {
  await go(page, '总览');
  await page.getByRole('navigation').first().getByRole('link', { name: '会议' }).click();
  const again = await exportAll(page);
  expect(again.name).toBe(zip.name);
  expect(again.bytes.equals(zip.bytes)).toBe(true);
});

test('an export that is stopped saves nothing and says so, and the next one is whole', async () => {
  let saved = 0;
  const count = (): void => void (saved += 1);
  page.on('download', count);
  // Pressed in the page itself, in the moment it is there: a pack of twelve counties is written in little more than that.
  const stopped = page.evaluate(
    () =>
      new Promise<void>((done) => {
        new MutationObserver((_, observer) => {
          const stop = [...document.querySelectorAll('button')].find((b) => b.textContent?.trim() === '停止');
          if (!stop) return;
          observer.disconnect();
          stop.click();
          done();
        }).observe(document.body, { childList: true, subtree: true });
      }),
  );
  await page.getByRole('button', { name: '导出全套' }).click();
  await stopped;
  await expect(page.getByText('导出已取消，没有保存任何文件。')).toBeVisible();
  expect(saved).toBe(0);
  page.off('download', count);
  expect((await exportAll(page)).bytes.equals(zip.bytes)).toBe(true);
});

test.describe('laid out by LibreOffice', () => {
  const KINDS = [...PAPER_KINDS, 'slides'] as const;
  type Kind = (typeof KINDS)[number];
  const pdfs = {} as Record<Kind, string>;
  const laid = {} as Record<Kind, readonly Sheet[]>;

  test.beforeAll(() => {
    // The programs may have to be installed first.
    test.setTimeout(900_000);
    const all = toPdfs(KINDS.map((kind) => ({ bytes: ofKind(kind), ext: kind === 'slides' ? 'pptx' : 'docx' })));
    KINDS.forEach((kind, i) => {
      pdfs[kind] = all[i] ?? '';
      laid[kind] = pages(pdfs[kind]);
    });
  });

  /** Millimetres. */
  const NEAR = 0.6;
  const CHAR = 5.54;
  const turned = (sheet: Sheet): boolean => sheet.width > sheet.height;
  const areaOf = (sheet: Sheet) =>
    turned(sheet) ? { left: 35, right: 260, top: 28, bottom: 184 } : { left: 28, right: 184, top: 37, bottom: 262 };
  const within = (sheet: Sheet): Word[] =>
    sheet.words.filter((x) => x.top > areaOf(sheet).top - 1 && x.bottom < areaOf(sheet).bottom + 1);
  const bodyLines = (sheet: Sheet): Line[] => lines(within(sheet));
  const textOf = (kind: Kind): string => laid[kind].flatMap((p) => lines(p.words).map((l) => l.text)).join('');
  const everyPage = () => PAPER_KINDS.flatMap((kind) => laid[kind].map((sheet, i) => ({ kind, sheet, number: i + 1 })));

  test('pages are A4, on their side where the paper says so; slides are 16:9', () => {
    const turnedIn = (kind: Kind): number => laid[kind].filter(turned).length;
    for (const { sheet } of everyPage())
      expect([sheet.width, sheet.height].sort((a, b) => a - b).map(Math.round)).toEqual([210, 297]);
    for (const kind of ['cover', 'briefings', 'speech', 'digest', 'notice'] as const)
      expect([kind, turnedIn(kind)]).toEqual([kind, 0]);
    for (const kind of ['lists', 'rules'] as const) expect([kind, turnedIn(kind)]).toEqual([kind, laid[kind].length]);
    expect(turnedIn('bulletin')).toBeGreaterThan(4);
    expect(laid.bulletin.length - turnedIn('bulletin')).toBeGreaterThan(2);
    for (const slide of laid.slides) expect(slide.width / slide.height).toBeCloseTo(16 / 9, 2);
    expect(laid.slides).toHaveLength(slidesIn(ofKind('slides')).length);
  });

  test('a full page of the bulletin has 22 lines, a full line 28 characters', () => {
    const upright = laid.bulletin.filter((sheet) => !turned(sheet));
    const counts = upright.map((sheet) => bodyLines(sheet).length);
    expect(Math.max(...counts)).toBe(22);
    // The first has its title; what follows it is full up to the last ones, with who signs.
    for (const count of counts.slice(1, -2)) expect(count).toBe(22);
    // Figures and letters are narrower: only lines of nothing else can be counted.
    const HAN = /^[\u3000-\u3002\u3005-\u9fff\uff01-\uff0f\uff1a-\uff20]+$/;
    const full = [...laid.bulletin, ...laid.speech, ...laid.digest]
      .filter((sheet) => !turned(sheet))
      .flatMap(bodyLines)
      .filter((l) => HAN.test(l.text) && l.right > 182.5 && l.left < 42);
    expect(full.length).toBeGreaterThan(3);
    for (const l of full) {
      const indent = l.left > 28 + CHAR ? 2 : 0;
      // A mark may hang outside, or one that must not begin a line takes a character with it.
      const hangs = l.right > 184.5 ? 1 : 0;
      expect([l.text, l.text.length + indent - hangs]).toEqual([l.text, 28]);
    }
  });

  test('page numbers stand outside: right on odd pages, left on even ones', () => {
    for (const { kind, sheet, number } of everyPage()) {
      const area = areaOf(sheet);
      const line = lines(sheet.words.filter((x) => x.bottom >= area.bottom + 1))[0];
      expect([kind, line?.text]).toEqual([kind, `—${number}—`]);
      const from = number % 2 === 1 ? area.right - CHAR - (line?.right ?? 0) : (line?.left ?? 0) - area.left - CHAR;
      expect(Math.abs(from), `${kind} ${number}`).toBeLessThan(NEAR);
    }
  });

  test('each county has one page of briefing, in the order of ranks, and the digest is one page', () => {
    const heads = laid.briefings.map((sheet) => bodyLines(sheet)[0]?.text ?? '');
    expect(heads).toEqual(ranked().map((unit) => packZh.briefing.title(unit, WHEN)));
    expect(laid.digest).toHaveLength(1);
    expect(laid.cover).toHaveLength(1);
  });

  test('nothing is cut: no word leaves its page, none of the body the type area but a mark at the end of a line', () => {
    const inside = (word: Word, { width, height }: Sheet, edge: number): boolean =>
      word.left > edge && word.top > edge && word.right < width - edge && word.bottom < height - edge;
    const hangs = (word: Word): boolean => /[，。；、：）”]$/.test(word.text);
    const out = everyPage().flatMap(({ kind, sheet, number }) => {
      const { left, right } = areaOf(sheet);
      const beyond = within(sheet).filter((x) => x.left < left - NEAR || x.right > right + NEAR + (hangs(x) ? CHAR : 0));
      return [...sheet.words.filter((x) => !inside(x, sheet, 4.5)), ...beyond].map((x) => `${kind} ${number}: ${x.text}`);
    });
    expect(out).toEqual([]);
    const off = laid.slides.flatMap((sheet, i) =>
      sheet.words.filter((x) => !inside(x, sheet, 3)).map((x) => `${i + 1}: ${x.text}`),
    );
    expect(off).toEqual([]);
  });

  test('the annex has the whole row of every county in one line', () => {
    const annex = laid.bulletin
      .filter(turned)
      .find((sheet) => bodyLines(sheet).some((l) => l.text.includes(packZh.ranking.total)));
    const rows = annex ? bodyLines(annex).map((l) => l.text) : [];
    const [table = []] = tablesIn(ofKind('bulletin'));
    for (const row of table.slice(1)) expect(rows).toContain(row.join('').replace(/\s/g, ''));
  });

  test('no page is empty', async () => {
    const bare = everyPage().filter(({ sheet }) => within(sheet).length === 0);
    // What has no words has to have a picture.
    for (const { kind, number } of bare)
      expect([kind, number, (await inkOf(png(pdfs[kind], number))) > 0.01]).toEqual([kind, number, true]);
    for (const sheet of laid.slides) expect(sheet.words.length).toBeGreaterThan(0);
  });

  /** The share of a page's middle that is not white, as the browser reads the picture. */
  const inkOf = (picture: Buffer): Promise<number> =>
    page.evaluate(
      async (src) => {
        const image = new Image();
        image.src = src;
        await image.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [image.width, image.height];
        const context = canvas.getContext('2d');
        context?.drawImage(image, 0, 0);
        const [x, y] = [image.width * 0.1, image.height * 0.18].map(Math.round) as [number, number];
        const data = context?.getImageData(x, y, image.width - 2 * x, image.height - 2 * y).data ?? new Uint8ClampedArray();
        let ink = 0;
        for (let i = 0; i < data.length; i += 4) if ((data[i] ?? 255) < 245) ink++;
        return ink / (data.length / 4);
      },
      `data:image/png;base64,${picture.toString('base64')}`,
    );

  test('every county can be read in bulletin, briefings, lists and slides', () => {
    for (const kind of ['bulletin', 'briefings', 'lists', 'slides'] as const)
      expect([kind, COUNTIES.filter((c) => !textOf(kind).includes(c))]).toEqual([kind, []]);
  });

  test('the workbook worked out anew comes to the totals and ranks of the score book', async () => {
    test.setTimeout(300_000);
    const [book] = await recalculated([{ file: new Uint8Array(ofKind('workbook')) }]);
    expect(standingsInSheet(book?.get(packWorkbookZh.sheets.ranking) ?? new Map())).toEqual(standings);
    for (const [name, cells] of book ?? [])
      expect([name, [...cells.values()].filter((v) => /^(?:#|Err:)/.test(String(v)))]).toEqual([name, []]);
  });
});

test.describe('opened again', () => {
  const COUNTY = '墨砚区';
  const STANDING = '990101/standing';
  const OWN = '墨砚区本季度各项工作保持领先，要继续巩固。';
  const TABLE = 'organisation-life.csv';
  const sentence = (id: string): Locator => page.locator(`article [data-id="${id}"]`);
  const panel = (): Locator => page.getByRole('complementary', { name: w.sentence.figures });
  const meeting = (): Promise<void> => page.getByRole('navigation').first().getByRole('link', { name: '会议' }).click();
  const intake = async (): Promise<void> => {
    await go(page, '数据');
    await page.getByRole('tab', { name: dataZh.tabs.intake }).click();
  };
  /** Takes the table back and drops another of its name. */
  const replaced = async (by: Parameters<typeof load>[1]): Promise<void> => {
    await intake();
    await loadedRow(page, TABLE).getByRole('button', { name: dataZh.undo }).click();
    await expect(loadedRow(page, TABLE)).toHaveCount(0);
    await take(page, by);
    await meeting();
    await part(page, names.briefings);
  };
  let other = '';
  let drafted = '';

  test('the period, its papers are as they were, and can be changed', async () => {
    await meeting();
    await part(page, names.briefings);
    await sentence(STANDING).click();
    await expect(panel().getByRole('textbox')).toBeDisabled();
    await go(page, '数据');
    await page.getByRole('tab', { name: dataZh.tabs.review }).click();
    await button(page, new RegExp(`^${reviewZh.moves.reopen}`)).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: reviewZh.moves.reopenReasons[0] ?? '' }).click();
    await dialog.getByRole('button', { name: reviewZh.moves.reopen, exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await meeting();
    await expect(page.getByText(w.steps.accepted)).toBeVisible();
    await part(page, names.briefings);
    drafted = (await sentence(STANDING).textContent()) ?? '';
    expect(drafted).toContain(standings.find((s) => s.unit === COUNTY)?.total.toFixed(2));
    await sentence(STANDING).click();
    await expect(panel().getByRole('textbox')).toHaveValue(drafted);
    await expect(panel()).toContainText(`${w.sentence.total}`);
  });

  test('a sentence is written otherwise, another left out, put back and left out again by taking the step back', async () => {
    await panel().getByRole('textbox').fill(OWN);
    await panel().getByRole('button', { name: w.sentence.save }).click();
    await expect(sentence(STANDING)).toHaveText(OWN);
    await expect(sentence(STANDING)).toHaveAttribute('data-state', 'accepted');

    const ids = await page
      .locator('article [data-id^="990101/"]')
      .evaluateAll((all) => all.map((e) => e.getAttribute('data-id') ?? ''));
    other = ids.find((id) => id !== STANDING) ?? '';
    const text = (await sentence(other).textContent()) ?? '';
    await sentence(other).click();
    await panel().getByRole('button', { name: w.sentence.leaveOut }).click();
    await expect(sentence(other)).toHaveCount(0);
    await expect(panel()).toContainText(w.sentence.out(1));
    await expect(panel()).toContainText(text);
    await panel().getByRole('button', { name: w.sentence.restore }).click();
    await expect(sentence(other)).toHaveText(text);
    // What the last step did is told at the corner, with a way to take it back.
    await page.getByRole('listitem').getByRole('button', { name: dataZh.step.takeBack, exact: true }).click();
    await expect(sentence(other)).toHaveCount(0);
    await panel().getByRole('button', { name: w.sentence.restore }).click();
    await expect(sentence(other)).toHaveText(text);
    await expect(sentence(other)).toHaveAttribute('data-state', 'accepted');
  });

  test('a reload keeps what was said', async () => {
    await page.reload();
    await expect(sentence(STANDING)).toHaveText(OWN, { timeout: 60_000 });
    await expect(page.getByText(w.steps.accepted)).toBeVisible();
  });

  test('a table that changes makes what rests on it stale, is told beside the seal, and the papers are drafts', async () => {
    await replaced([halved(TABLE, COUNTY, '已开展')]);
    await expect(sentence(STANDING)).toHaveAttribute('data-state', 'stale');
    await expect(sentence(STANDING)).toHaveText(OWN);
    // Who is not touched by it stays accepted.
    await expect(page.locator('article [data-state=accepted]').first()).toBeVisible();
    await sentence(STANDING).click();
    await expect(panel()).toContainText(w.sentence.states.stale);
    const now = (await panel().locator('.drafted').textContent()) ?? '';
    expect(now).toContain(w.sentence.drafted);
    expect(now).not.toContain(drafted);

    const changes = page.locator('details').filter({ hasText: w.steps.changed });
    await expect(changes).toContainText(names.bulletin);
    await changes.locator('summary').click();
    await expect(changes.locator('del').filter({ hasText: drafted })).toHaveCount(1);
    await expect(changes.locator('ins').filter({ hasText: OWN })).toHaveCount(1);

    const draft = await exportAll(page);
    expect(draft.name).toBe(`${TITLE}（${DRAFT}）.zip`);
    const written = filesIn(draft.bytes);
    for (const kind of PAPER_KINDS) {
      const docx = fileOf(written, ` ${names[kind]}（${WHEN}）.`);
      expect(headsOf(docx).length).toBeGreaterThan(1);
      for (const head of headsOf(docx)) expect([kind, head]).toEqual([kind, expect.stringContaining(DRAFT)]);
      for (const foot of feetOf(docx)) expect([kind, foot]).toEqual([kind, expect.not.stringContaining(hash)]);
    }
    for (const slide of slidesIn(fileOf(written, names.slides))) expect(slide).toContain(DRAFT);
    expect(bodyOf(fileOf(written, ` ${names.briefings}`))).toContain(OWN);
    const [annex = []] = tablesIn(fileOf(written, ` ${names.bulletin}`));
    expect(standingsIn(annex)).not.toEqual(inOrder(standings));
  });

  test('the first table again: what was said holds, and only what was written by hand differs from the seal', async () => {
    await replaced([upload(TABLE, readData(`sample/${TABLE}`))]);
    await expect(sentence(STANDING)).toHaveAttribute('data-state', 'accepted');
    await expect(sentence(STANDING)).toHaveText(OWN);
    await expect(page.getByText(w.steps.accepted)).toBeVisible();
    await expect(page.locator('article [data-state=stale], article [data-state=pending]')).toHaveCount(0);
    const changes = page.locator('details').filter({ hasText: w.steps.changed });
    await expect(changes.locator('summary')).toContainText(w.steps.changedSentences(1));
  });

  for (const language of ['中文', 'English'] as const)
    test(`the meeting screen breaks no rule of accessibility in ${language}`, async () => {
      if (language === 'English') await button(page, 'English').click();
      const parts = page.locator('main nav').getByRole('button');
      const count = await parts.count();
      expect(count).toBe(PAPER_KINDS.length + 3);
      // In English it is the same page with other words: what is written anew, beside its figures, and the slides will do.
      const rest = language === '中文' ? [count - 2, count - 1] : [];
      for (const at of [PAPER_KINDS.indexOf('bulletin'), count - 3, ...rest]) {
        await parts.nth(at).click();
        await expect(parts.nth(at)).toHaveAttribute('aria-pressed', 'true');
        await expect(page.locator('.middle').locator('article, ol, table, textarea').first()).toBeVisible();
        if (at < PAPER_KINDS.length) await page.locator('article [data-id]').first().click();
        expect([at, await faults(page)]).toEqual([at, []]);
      }
      if (language === 'English') await button(page, '中文').click();
    });
});
