/** Papers as Word files, laid out by LibreOffice and measured by GB/T 9704-2012; and what only the file itself can say. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { docxOf } from '../../../src/report/docx/docx';
import { FONTS } from '../../../src/report/docx/fonts';
import { typeArea } from '../../../src/report/docx/page';
import { tableLayout } from '../../../src/report/docx/table';
import type { Imprint, Paper, PaperTable } from '../../../src/report/pack/paper';
import { fonts, lines, pages, toPdfs, type Line, type Page, type Word } from '../../support/office';
import {
  ATTACHMENTS,
  BRIM_PAPER,
  COUNTIES,
  ENGLISH_PAPER,
  FULL_PAPER,
  greyPng,
  GRID_PAPER,
  IMPRINT,
  LONG_TABLE,
  paper,
  section,
  WIDE_TABLE,
} from '../../support/office-papers';

const painted: number[] = [];
const paint = (_: unknown, width: number): Promise<Uint8Array> => {
  painted.push(width);
  return Promise.resolve(greyPng(64, 32));
};
const LONG_FOOT: Imprint = { ...IMPRINT, foot: Array.from({ length: 3 }, () => IMPRINT.foot).join('；') };
const BARE: Imprint = { ...IMPRINT, mark: '', draft: '', foot: '' };

/** LibreOffice reads the flag for marks that hang outside the type area the wrong way round; a copy has it turned. */
function turned(docx: Uint8Array): Uint8Array {
  const parts = unzipSync(docx);
  const styles = strFromU8(parts['word/styles.xml'] ?? new Uint8Array()).replace(
    '<w:overflowPunct w:val="0"/>',
    '<w:overflowPunct w:val="1"/>',
  );
  return zipSync({ ...parts, 'word/styles.xml': strToU8(styles) });
}

const NAMES = ['grid', 'full', 'turned', 'brim', 'english'] as const;
type Name = (typeof NAMES)[number];
const laid = {} as Record<Name, { readonly docx: Uint8Array; readonly pdf: string; readonly pages: readonly Page[] }>;

beforeAll(async () => {
  const full = await docxOf(FULL_PAPER, IMPRINT, paint);
  const files: Record<Name, Uint8Array> = {
    grid: await docxOf(GRID_PAPER, IMPRINT, paint),
    full,
    turned: turned(full),
    brim: await docxOf(BRIM_PAPER, LONG_FOOT, paint),
    english: await docxOf(ENGLISH_PAPER, BARE, paint, 'en'),
  };
  const pdfs = toPdfs(NAMES.map((name) => ({ bytes: files[name], ext: 'docx' })));
  for (const [i, name] of NAMES.entries()) {
    const pdf = pdfs[i] ?? '';
    laid[name] = { docx: files[name], pdf, pages: pages(pdf) };
  }
  // Longer than a test: the programs may have to be installed first.
}, 900_000);

/** Millimetres: what is lost where programs round to their own units. */
const NEAR = 0.5;
/** A character of the body. */
const CHAR = 5.54;
const LINE = (28.9 / 72) * 25.4;

const turnedPage = (page: Page): boolean => page.width > page.height;
/** The type area's edges. */
const areaOf = (page: Page): Pick<Word, 'left' | 'right' | 'top' | 'bottom'> =>
  turnedPage(page) ? { left: 35, right: 260, top: 28, bottom: 184 } : { left: 28, right: 184, top: 37, bottom: 262 };

const bodyOf = (page: Page): Word[] => {
  const { top, bottom } = areaOf(page);
  return page.words.filter((w) => w.top > top - 1 && w.bottom < bottom + 1);
};
const aboveOf = (page: Page): Line[] => lines(page.words.filter((w) => w.top <= areaOf(page).top - 1));
const belowOf = (page: Page): Line[] => lines(page.words.filter((w) => w.bottom >= areaOf(page).bottom + 1));
const flat = (text: string): string => text.replace(/\s/g, '');
const middle = (w: Word): number => (w.left + w.right) / 2;

const at = (name: Name, page: number): Page => {
  const found = laid[name].pages[page - 1];
  if (!found) throw new Error(`${name} has no page ${page}`);
  return found;
};
const lineWith = (name: Name, text: string): Line => {
  const found = laid[name].pages.flatMap((p) => lines(bodyOf(p))).find((l) => l.text.includes(flat(text)));
  if (!found) throw new Error(`no line has ${text}`);
  return found;
};

const xml = (name: Name, part: string): string => strFromU8(unzipSync(laid[name].docx)[part] ?? new Uint8Array());
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

describe('a page of nothing but characters', () => {
  test('has 22 lines of 28, the first 26 after its indentation', () => {
    for (const page of laid.grid.pages.slice(0, 3)) expect(lines(bodyOf(page))).toHaveLength(22);
    const lengths = laid.grid.pages.flatMap((p) => lines(bodyOf(p)).map((l) => l.text.length)).slice(0, 66);
    expect(lengths).toEqual([26, ...Array.from({ length: 65 }, () => 28)]);
  });

  test('fills the type area and stays in it', () => {
    for (const page of laid.grid.pages.slice(0, 3)) {
      const body = lines(bodyOf(page));
      for (const line of body.slice(1)) {
        expect(Math.abs(line.left - 28)).toBeLessThan(NEAR);
        // The last character ends less than a tenth of one before the edge.
        expect(line.right).toBeGreaterThan(184 - 1);
        expect(line.right).toBeLessThanOrEqual(184);
      }
      expect(body[0]?.top).toBeGreaterThanOrEqual(37);
      expect(body[0]?.bottom).toBeLessThan(37 + LINE + NEAR);
      expect(body.at(-1)?.bottom).toBeLessThanOrEqual(262);
      expect(body.at(-1)?.bottom).toBeGreaterThan(262 - LINE / 2);
    }
  });

  test('has its lines 28.9 pt apart', () => {
    const tops = lines(bodyOf(at('grid', 2))).map((l) => l.top);
    for (const [i, top] of tops.slice(1).entries()) expect(top - (tops[i] ?? 0)).toBeCloseTo(LINE, 1);
  });

  test('is indented by two characters', () => {
    expect(lines(bodyOf(at('grid', 1)))[0]?.left).toBeCloseTo(28 + 2 * CHAR, 0);
  });

  test('leaves no empty page after it where a section ends with it', () => {
    expect(laid.brim.pages.map((p) => lines(bodyOf(p)).length)).toEqual([22, 22]);
  });
});

describe('pages', () => {
  test('are A4, on their side where a section says so', () => {
    const sizes = laid.full.pages.map((p) => [Math.round(p.width * 10) / 10, Math.round(p.height * 10) / 10]);
    expect(sizes.every(([w, h]) => (w === 210 && h === 297) || (w === 297 && h === 210))).toBe(true);
    const wide = laid.full.pages.filter(turnedPage);
    expect(wide.length).toBeGreaterThan(1);
    expect(wide.flatMap((p) => p.words).filter((w) => w.text === '阵地建设')).toHaveLength(wide.length);
  });

  test('bear their number, odd ones right and even ones left, one character in, 7 mm below the type area', () => {
    for (const name of ['grid', 'full', 'english'] as const)
      for (const [i, page] of laid[name].pages.entries()) {
        const area = areaOf(page);
        const line = belowOf(page)[0];
        expect(line?.text).toBe(`—${i + 1}—`);
        if (i % 2 === 0) expect(Math.abs((line?.right ?? 0) - (area.right - CHAR))).toBeLessThan(NEAR);
        else expect(Math.abs((line?.left ?? 0) - (area.left + CHAR))).toBeLessThan(NEAR);
        const height = ((line?.top ?? 0) + (line?.bottom ?? 0)) / 2;
        expect(Math.abs(height - area.bottom - 7)).toBeLessThan(1);
      }
  });

  test('bear the mark and the word for a draft above, and the whole foot below, however long it is', () => {
    const all: readonly (readonly [Page, Imprint])[] = [
      ...[...laid.full.pages, ...laid.grid.pages].map((page) => [page, IMPRINT] as const),
      ...laid.brim.pages.map((page) => [page, LONG_FOOT] as const),
    ];
    for (const [page, imprint] of all) {
      expect(aboveOf(page).map((l) => l.text)).toEqual([imprint.mark + imprint.draft]);
      const foot = belowOf(page).slice(1);
      expect(flat(foot.map((l) => l.text).join(''))).toBe(flat(imprint.foot));
      for (const line of foot) {
        expect(line.left).toBeGreaterThan(areaOf(page).left - NEAR);
        expect(line.right).toBeLessThan(areaOf(page).right + NEAR);
        expect(line.bottom).toBeLessThan(page.height - 4.5);
      }
    }
  });

  test('bear nothing but their number where there is no mark and no foot', () => {
    expect(at('english', 1).words.filter((w) => w.top < 36)).toEqual([]);
    expect(belowOf(at('english', 1)).map((l) => l.text)).toEqual(['—1—']);
  });

  test('have no text outside the type area', () => {
    for (const page of laid.turned.pages)
      for (const word of bodyOf(page)) {
        expect(word.left).toBeGreaterThan(areaOf(page).left - 0.1);
        expect(word.right).toBeLessThan(areaOf(page).right + 0.1);
      }
    // Where marks may hang, they are all that does.
    for (const page of laid.full.pages)
      for (const word of bodyOf(page).filter((w) => w.right > areaOf(page).right + 0.1)) {
        expect(word.text).toMatch(/[，。；、：]$/);
        expect(word.right).toBeLessThan(areaOf(page).right + CHAR + NEAR);
      }
  });

  test('have every character in a font that is in the PDF', () => {
    for (const name of NAMES) {
      expect(fonts(laid[name].pdf).every((f) => f.embedded)).toBe(true);
      expect(laid[name].pages.flatMap((p) => p.words.map((w) => w.text)).join('')).not.toMatch(/[\ufffd\u25a1]/);
    }
  });
});

describe('parts of a paper', () => {
  test('the title is centred and larger; the annex mark stands at the left above it', () => {
    const [mark, title] = lines(bodyOf(laid.full.pages.find((p) => lines(bodyOf(p))[0]?.text === '附件2') ?? at('full', 1)));
    expect(mark?.text).toBe('附件2');
    expect(Math.abs((mark?.left ?? 0) - 28)).toBeLessThan(NEAR);
    expect(title?.text).toBe('问题整改清单');
    expect(title && middle(title)).toBeCloseTo(106, 0);
    const height = (l: Line | undefined): number => (l?.bottom ?? 0) - (l?.top ?? 0);
    expect(height(title) / height(mark)).toBeCloseTo(22 / 16, 1);
  });

  test('whom it goes to stands flush left, headings two characters in', () => {
    expect(Math.abs(lineWith('full', '各县（市、区）委，市直各工委').left - 28)).toBeLessThan(NEAR);
    for (const heading of ['一、总体情况', '（一）名次情况', '1.指标完成情况', '（1）党支部换届'])
      expect(lineWith('full', heading).left).toBeCloseTo(28 + 2 * CHAR, 0);
  });

  test('names of attachments begin below each other', () => {
    const first = lineWith('full', '附件：1.');
    const [long = '', short = ''] = ATTACHMENTS;
    const name = first.words.find((w) => long.startsWith(w.text));
    const rest = lineWith('full', long.slice(-20, -16));
    const second = lineWith('full', `2.${short}`);
    expect(first.left).toBeCloseTo(28 + 2 * CHAR, 0);
    expect(rest.left).toBeCloseTo(name?.left ?? 0, 0);
    expect(second.words[1]?.left).toBeCloseTo(name?.left ?? 0, 0);
  });

  test('the date ends four characters from the edge, who signs is centred over it', () => {
    const by = lineWith('full', '中共云山市委组织部');
    const date = lineWith('full', '2026年10月15日');
    expect(Math.abs(date.right - (184 - 4 * CHAR))).toBeLessThan(NEAR + 0.2);
    // LibreOffice puts space between figures and Chinese although told not to: the date grows to the left by a character.
    expect(Math.abs(middle(by) - middle(date))).toBeLessThan(CHAR * 0.7);
    expect(date.top - by.top).toBeCloseTo(LINE, 0);
  });

  test('who signs ends at the edge where the name is too long to be centred', () => {
    expect(lineWith('english', 'Organisation Department').right).toBeCloseTo(184, 0);
    expect(laid.english.pages).toHaveLength(1);
  });
});

/** The edges of a table's columns on the page, from the widths in the file. */
function edgesOf(name: Name, columns: number, from: number): number[] {
  const grid = [...xml(name, 'word/document.xml').matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/g)]
    .map(([, g = '']) => [...g.matchAll(/w:w="(\d+)"/g)].map(([, w]) => (Number(w) / 1440) * 25.4))
    .find((g) => g.length === columns);
  return (grid ?? []).reduce((all, w) => [...all, (all.at(-1) ?? 0) + w], [from]);
}

/** The words of a page by the column they stand in; one that reaches over an edge is in none. */
const inColumns = (words: readonly Word[], edges: readonly number[]): Word[][] =>
  edges.slice(1).map((right, i) => words.filter((w) => w.left > (edges[i] ?? 0) && w.right < right + 0.3));

describe('tables', () => {
  const texts = (table: PaperTable): string[][] => table.rows.map((r) => r.map((c) => flat(c.text)));

  test('of fourteen columns have every cell whole, in its column and in its row', () => {
    const edges = edgesOf('full', 14, 35);
    const found = laid.full.pages
      .filter(turnedPage)
      .flatMap((page) => lines(bodyOf(page)))
      .filter((line) => line.words.some((w) => COUNTIES.includes(w.text)))
      .map((line) => inColumns(line.words, edges).map((words) => words.map((w) => w.text).join('')));
    expect(found).toEqual(texts(WIDE_TABLE));
  });

  test('repeat their head on every page', () => {
    for (const page of laid.full.pages.filter(turnedPage)) {
      const heads = page.words.map((w) => w.text);
      for (const { title } of WIDE_TABLE.columns.filter((c) => c.title.length < 5)) expect(heads).toContain(title);
    }
    const long = laid.full.pages.filter((p) => !turnedPage(p) && p.words.some((w) => COUNTIES.includes(w.text)));
    expect(long.length).toBeGreaterThan(4);
    for (const page of long) {
      const heads = lines(bodyOf(page)).find((l) => l.text.startsWith('序号'));
      expect(heads?.text).toBe(LONG_TABLE.columns.map((c) => c.title).join(''));
    }
  });

  test('of words part no row between pages and lose no word', () => {
    const edges = edgesOf('full', 5, 28);
    const rows = texts(LONG_TABLE);
    // The last page has a table of its own, after a page break.
    const found = laid.full.pages.filter((p) => !turnedPage(p)).slice(0, -1);
    const read = found.flatMap((page) => {
      const body = bodyOf(page).filter((w) => !LONG_TABLE.columns.some((c) => c.title === w.text));
      const [numbers = [], counties = [], problems = [], values = [], dates = []] = inColumns(body, edges);
      const on = counties.filter((w) => COUNTIES.includes(w.text)).map((w) => w.text);
      if (on.length === 0) return [];
      const own = rows.filter(([, name = '']) => on.includes(name));
      const joined = (words: readonly Word[]): string =>
        lines(words)
          .map((l) => l.text)
          .join('');
      expect(joined(problems)).toContain(own.map((r) => r[2]).join(''));
      expect(joined(values)).toBe(own.map((r) => r[3]).join(''));
      expect(joined(dates)).toBe(own.map((r) => r[4]).join(''));
      expect(joined(numbers)).toContain(own.map((r) => r[0]).join(''));
      return on;
    });
    expect(read).toEqual(COUNTIES);
  });

  test('have their title above and their notes below', () => {
    for (const table of [WIDE_TABLE, LONG_TABLE])
      for (const note of table.notes) expect(lineWith('full', note.slice(0, 20)).text).toBe(flat(note));
    const title = lineWith('full', WIDE_TABLE.title);
    expect(middle(title)).toBeCloseTo((35 + 260) / 2, 0);
  });

  test('begin on a new page after a page break, without an empty one between', () => {
    expect(lines(bodyOf(at('full', laid.full.pages.length)))[0]?.text).toBe(LONG_TABLE.columns.map((c) => c.title).join(''));
  });
});

describe('tableLayout()', () => {
  const { width } = typeArea('portrait');
  const table = (texts: readonly string[], width_ = 1): PaperTable => ({
    ...{ title: '', notes: [], columns: texts.map((_, i) => ({ title: `第${i}`, width: i === 0 ? width_ : 1, align: 'left' })) },
    rows: [texts.map((text) => ({ text }))],
  });

  test('takes 12 pt where there is room, never less than 9', () => {
    expect(tableLayout(LONG_TABLE, width).size).toBe(12);
    expect(tableLayout(table(Array.from({ length: 9 }, () => '1')), width).size).toBe(10.5);
    expect(tableLayout(WIDE_TABLE, typeArea('landscape').width).size).toBe(9);
    expect(tableLayout(table(Array.from({ length: 30 }, () => '1')), width).size).toBe(9);
  });

  test('fills the width exactly', () => {
    for (const columns of [1, 3, 7, 14]) {
      const { widths } = tableLayout(table(Array.from({ length: columns }, () => '1')), width);
      expect(widths.reduce((a, b) => a + b, 0)).toBe(width);
      expect(widths.every(Number.isInteger)).toBe(true);
    }
  });

  test('widens a column that its number does not fit in', () => {
    const { size, widths } = tableLayout(table(['2026-12-31', ...Array.from({ length: 5 }, () => '文字')], 0.1), width);
    expect(size).toBe(12);
    expect(widths[0]).toBeGreaterThan(5 * size * 20);
  });
});

describe('the file', () => {
  test('says the grid, the edges and the two sides of a sheet', () => {
    const document = xml('full', 'word/document.xml');
    const sections = document.match(/<w:sectPr>.*?<\/w:sectPr>/g) ?? [];
    expect(sections).toHaveLength(3);
    for (const s of [sections[0], sections[2]]) {
      expect(s).toContain('<w:docGrid w:type="linesAndChars" w:linePitch="578" w:charSpace="-860"/>');
      expect(s).toContain('w:w="11906" w:h="16838" w:orient="portrait"');
    }
    expect(sections[1]).toContain('<w:docGrid w:type="lines" w:linePitch="578"/>');
    expect(sections[1]).toContain('w:w="16838" w:h="11906" w:orient="landscape"');
    expect(sections[0]).toMatch(/w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(xml('full', 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    expect(xml('full', 'word/settings.xml')).toContain('<w:characterSpacingControl w:val="doNotCompress"/>');
    // The type area, in millimetres.
    expect((typeArea('portrait').width / 1440) * 25.4).toBeCloseTo(156, 1);
    expect((typeArea('portrait').height / 1440) * 25.4).toBeCloseTo(225, 1);
  });

  test('ends sections in paragraphs that are there anyway', () => {
    for (const name of NAMES) expect(xml(name, 'word/document.xml')).not.toContain('<w:p><w:pPr><w:sectPr>');
  });

  test('names every font with the one that takes its place', () => {
    const table = xml('full', 'word/fontTable.xml');
    for (const { name, fallback } of Object.values(FONTS))
      expect(table).toContain(`<w:font w:name="${name}"><w:altName w:val="${fallback}"/>`);
    const styles = xml('full', 'word/styles.xml');
    const named = [...styles.matchAll(/<w:style [^>]*w:styleId="(\w+)".*?<\/w:style>/g)].map(([style, id = '']) => [
      id,
      /w:eastAsia="([^"]*)"/.exec(style)?.[1],
      Number(/<w:sz w:val="(\d+)"/.exec(style)?.[1] ?? 32) / 2,
    ]);
    const style = (id: string): unknown => named.find(([other]) => other === id);
    expect(style('Title')).toEqual(['Title', '方正小标宋简体', 22]);
    expect(style('Subtitle')).toEqual(['Subtitle', '楷体_GB2312', 16]);
    expect(style('Heading1')).toEqual(['Heading1', '黑体', 16]);
    expect(style('Heading2')).toEqual(['Heading2', '楷体_GB2312', 16]);
    expect(style('Heading3')).toEqual(['Heading3', '仿宋_GB2312', 16]);
    expect(style('Heading4')).toEqual(['Heading4', '仿宋_GB2312', 16]);
    expect(style('Annex')).toEqual(['Annex', '黑体', 16]);
    expect(style('PageNumberLine')).toEqual(['PageNumberLine', '宋体', 14]);
    expect(styles).toContain('<w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"');
    expect(styles).toContain(
      '<w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"',
    );
    expect(styles).toContain('<w:ind w:firstLine="628" w:firstLineChars="200"/>');
    expect(styles).toContain('<w:overflowPunct w:val="0"/>');
  });

  test('has only styles that it knows', () => {
    const known = [...xml('full', 'word/styles.xml').matchAll(/w:styleId="(\w+)"/g)].map(([, id]) => id);
    const parts = Object.entries(unzipSync(laid.full.docx)).filter(([path]) =>
      /^word\/(?:document|header|footer)\d?\.xml$/.test(path),
    );
    const used = parts.flatMap(([, bytes]) => [...strFromU8(bytes).matchAll(/<w:pStyle w:val="(\w+)"/g)].map(([, id]) => id));
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter((id) => !known.includes(id))).toEqual([]);
  });

  test('keeps rows whole and heads repeated, columns fixed', () => {
    const document = xml('full', 'word/document.xml');
    const rows = [WIDE_TABLE, LONG_TABLE].map((t) => t.rows.length + 1).reduce((a, b) => a + b, 4);
    expect(count(document, /<w:tr>|<w:tr /g)).toBe(rows);
    expect(count(document, /<w:cantSplit\/>/g)).toBe(rows);
    expect(count(document, /<w:tblHeader\/>/g)).toBe(3);
    expect(count(document, /<w:tblLayout w:type="fixed"\/>/g)).toBe(3);
  });

  test('has a picture twice, as SVG and as PNG, in its own proportions', () => {
    const parts = Object.keys(unzipSync(laid.full.docx));
    expect(
      parts
        .filter((p) => p.startsWith('word/media/'))
        .map((p) => p.split('.').at(-1))
        .sort(),
    ).toEqual(['png', 'svg']);
    const [, width = '0', height = '0'] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(xml('full', 'word/document.xml')) ?? [];
    expect(Number(width) / Number(height)).toBeCloseTo(2, 1);
    expect(Number(width) / 36_000 / 156).toBeCloseTo(0.9, 1);
    // A PNG is asked for in the size that it is printed in.
    expect(painted).toContain(Math.round(Number(width) / 9525));
  });

  test('marks runs as Chinese or leaves them Western, whose quotation marks have another width', () => {
    expect(count(xml('full', 'word/document.xml'), /<w:rFonts w:hint="eastAsia"\/>/g)).toBeGreaterThan(10);
    expect(xml('english', 'word/document.xml')).not.toContain('w:hint');
  });

  test('bears the name of the program, nobody else’s, and the time that is given', () => {
    const core = xml('full', 'docProps/core.xml');
    expect(core).toContain('<dc:creator>党建考评看板</dc:creator>');
    expect(core).toContain('<cp:lastModifiedBy>党建考评看板</cp:lastModifiedBy>');
    expect(core).toContain(`<dc:title>${FULL_PAPER.name}</dc:title>`);
    expect(count(core, /2026-10-15T09:30:00Z/g)).toBe(2);
  });

  test('holds no character that XML refuses', async () => {
    const odd: Paper = paper('x', [section([{ kind: 'text', text: '甲\u0000乙\u000b丙<丁>&\n戊\t己', look: 'body' }])]);
    const document = strFromU8(unzipSync(await docxOf(odd, BARE, paint))['word/document.xml'] ?? new Uint8Array());
    expect(document).toContain('甲乙丙&lt;丁&gt;&amp;');
    expect(document).toMatch(/<w:br\/><w:t[^>]*>戊<\/w:t><w:tab\/><w:t[^>]*>己/);
  });
});

describe('the same paper', () => {
  afterEach(() => vi.unstubAllEnvs());

  test('gives the same bytes again', async () => {
    expect(Buffer.from(await docxOf(FULL_PAPER, IMPRINT, paint)).equals(laid.full.docx)).toBe(true);
  });

  test('gives the same bytes in another zone', async () => {
    vi.stubEnv('TZ', 'Pacific/Kiritimati');
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(-840);
    expect(Buffer.from(await docxOf(FULL_PAPER, IMPRINT, paint)).equals(laid.full.docx)).toBe(true);
  });
});
