/** What stands where on slides: nothing outside its box, nothing over another, nothing left out, whatever the lengths. */
import { describe, expect, test } from 'vitest';
import type { Scene } from '../../../src/charts/scene';
import type { UnitId } from '../../../src/model/unit';
import type { PaperTable, Slide } from '../../../src/report/pack/paper';
import { heightOf, inPages, inParts, wrapped, type Box } from '../../../src/report/pptx/fit';
import { BODY, FOOT, INDENT, PAGE, pagesOf, TITLE_BOX, type Page } from '../../../src/report/pptx/pages';

const PROSE = '到期应销号42个，按期销号35个，按期销号率83.3%，比上季度下降4.1个百分点；其中丙县、丁县低于70%（全市第11位）。';
const prose = (length: number): string => PROSE.repeat(Math.ceil(length / PROSE.length)).slice(0, length);

const scene = (width: number, height: number): Scene => ({
  width,
  height,
  title: '图',
  marks: [],
  table: { columns: [], rows: [] },
});
const table = (rows: number, columns: number, length: number): PaperTable => ({
  title: '附表',
  columns: Array.from({ length: columns }, (_, i) => ({ title: `指标${i}`, width: 1 + (i % 3), align: 'left' })),
  rows: Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => ({ text: c === 0 ? `第${r}行` : prose(length) })),
  ),
  notes: ['注：未报不计。'],
});

const slide = (texts: readonly string[], more: Partial<Slide> = {}): Slide => ({
  ...{ id: 's', kind: 'finding', unit: null, title: '题', table: null, scene: null, notes: [] },
  sentences: texts.map((text, i) => ({
    ...{ id: String(i), text, drafted: text, edited: false, state: 'pending' as const },
    links: [{ unit: 'u' as UnitId, node: '' }],
  })),
  ...more,
});

const inside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x - 0.01 &&
  inner.y >= outer.y - 0.01 &&
  inner.x + inner.w <= outer.x + outer.w + 0.01 &&
  inner.y + inner.h <= outer.y + outer.h + 0.01;
const apart = (a: Box, b: Box): boolean => a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;

function holds(pages: readonly Page[]): void {
  for (const { layout, title, titleSize, parts } of pages) {
    expect(heightOf([title], TITLE_BOX[layout].w, titleSize)).toBeLessThanOrEqual(TITLE_BOX[layout].h);
    expect(titleSize).toBeGreaterThanOrEqual(18);
    for (const part of parts) {
      if (layout === 'content') expect(inside(part.box, BODY)).toBe(true);
      else expect(inside(part.box, { x: 0, y: 0, w: PAGE.w, h: FOOT.y })).toBe(true);
      if (part.kind === 'text') {
        const indent = part.look === 'list' ? INDENT : 0;
        expect(heightOf(part.paragraphs, part.box.w, part.size, indent)).toBeLessThanOrEqual(part.box.h + 1e-9);
        expect(part.size).toBeGreaterThanOrEqual(20);
      }
      if (part.kind === 'table') {
        expect(part.table.size).toBeGreaterThanOrEqual(14);
        expect(part.table.rows.filter((r) => r.kind === 'body').length).toBeLessThanOrEqual(12);
        expect(part.table.widths.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(part.box.w + 0.01);
      }
      for (const other of parts) if (other !== part) expect(apart(part.box, other.box)).toBe(true);
    }
  }
}

const said = (pages: readonly Page[]): string =>
  pages
    .flatMap((p) => p.parts)
    .flatMap((p) =>
      p.kind === 'text' ? p.paragraphs : p.kind === 'table' ? p.table.rows.flatMap((r) => r.cells.map((c) => c.text)) : [],
    )
    .join('');

describe('slides of any length', () => {
  const besides: Readonly<Record<string, Partial<Slide>>> = {
    nothing: {},
    'a high picture': { scene: scene(400, 600) },
    'a wide picture': { scene: scene(1600, 300) },
    'a short table': { table: table(3, 4, 5) },
    'a long table': { table: table(31, 5, 12) },
    'a wide table': { table: table(4, 24, 8) },
    'a table of prose': { table: table(3, 3, 900) },
    'a table without rows': { table: table(0, 3, 0) },
    'a table and a picture': { table: table(3, 4, 5), scene: scene(600, 400) },
  };
  test.each(Object.entries(besides))('with %s', (_, more) => {
    for (const count of [0, 1, 2, 4, 9])
      for (const length of [6, 40, 130, 400, 1500]) {
        const texts = Array.from({ length: count }, () => prose(length));
        const pages = pagesOf({ title: '题', slides: [slide(texts, more)] });
        holds(pages);
        expect(pages.length).toBeGreaterThan(0);
        expect(said(pages).split('到期').length).toBeGreaterThanOrEqual(texts.join('').split('到期').length);
      }
  });

  test('in their titles', () => {
    for (const kind of ['title', 'finding', 'unit', 'end'] as const)
      for (const length of [0, 1, 20, 60, 200, 2000]) {
        const pages = pagesOf({
          title: prose(length),
          slides: [slide([prose(50)], { kind, title: prose(length) }), slide([], { kind, title: prose(length) })],
        });
        holds(pages);
        // What is cut in the title's place stands in full below.
        if (pages.some((p) => p.title.endsWith('…'))) expect(said(pages)).toContain(prose(length).slice(-20));
      }
  });

  test('leave out no row and no column', () => {
    const pages = pagesOf({ title: '题', slides: [slide([], { table: table(31, 24, 8) })] });
    const cells = said(pages);
    for (let i = 0; i < 31; i++) expect(cells).toContain(`第${i}行`);
    for (let i = 0; i < 24; i++) expect(cells).toContain(`指标${i}`);
    expect(cells.split(prose(8)).length - 1).toBe(31 * 23);
    expect(pages.map((p) => p.title).slice(0, 2)).toEqual(['题', '题（续）']);
  });
});

describe('lines', () => {
  test('break between Han characters and between Latin words', () => {
    expect(wrapped('一二三四五', 2)).toEqual(['一二', '三四', '五']);
    expect(wrapped('rate of 83.3% now', 5).map((l) => l.trim())).toEqual(['rate of', '83.3%', 'now']);
    expect(wrapped('', 5)).toEqual(['']);
    expect(wrapped('一\n二', 5)).toEqual(['一', '二']);
  });
  test('do not begin with what ends a sentence', () => {
    expect(wrapped('一二三，四', 3)).toEqual(['一二', '三，四']);
  });
  test('break a word only where it is longer than a line', () => {
    expect(wrapped('x'.repeat(20), 6).length).toBe(2);
  });
});

test('a long text is cut after a sentence, and comes to the same', () => {
  const text = '一二三四五。六七八九十。甲乙丙丁。';
  const parts = inParts(text, 5, 2);
  expect(parts.join('')).toBe(text);
  for (const p of parts) expect(wrapped(p, 5).length).toBeLessThanOrEqual(2);
  expect(inParts('一\n\n二\n三', 5, 1)).toEqual(['一', '二', '三']);
});

test('items go on pages of the same length where they can', () => {
  const most = (n: number) => (page: readonly number[]) => page.length <= n;
  const items = Array.from({ length: 13 }, (_, i) => i);
  expect(inPages(items, most(12)).map((p) => p.length)).toEqual([7, 6]);
  expect(inPages([], most(3))).toEqual([[]]);
});
