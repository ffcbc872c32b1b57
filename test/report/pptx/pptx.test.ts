/** The presentation of a pack, as a file and as an office program draws it. */
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { placeTrend } from '../../../src/charts/trend/place';
import type { Scene } from '../../../src/charts/scene';
import type { Imprint, PaperTable, Sentence, Slide } from '../../../src/report/pack/paper';
import { FOOT } from '../../../src/report/pptx/pages';
import { pptxOf } from '../../../src/report/pptx/pptx';
import { frame, trend, units } from '../../charts/sample';
import { pages, toPdf, type Page, type Word } from '../../support/office';

const imprint: Imprint = {
  mark: '内部资料·注意保存',
  draft: '草稿',
  foot: '基层党建考核方案（示例） 第3版 · 指纹 5f0c1d2e3b4a59687786a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0 · 封存于2026年10月12日',
  at: '2026-10-12T09:30:00+08:00',
};

const sentence = (text: string): Sentence => ({
  id: text,
  text,
  drafted: text,
  edited: false,
  state: 'pending',
  links: [{ unit: units[0]!.id, node: '' }],
});
const slideOf = (kind: Slide['kind'], id: string, title: string, more: Partial<Slide> = {}): Slide => ({
  ...{ id, kind, unit: null, title, sentences: [], table: null, scene: null, notes: [] },
  ...more,
});

const counties = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳'].map((c) => `${c}县`);
const ranking = (rows: number): PaperTable => ({
  title: '2026年第三季度综合得分',
  columns: [
    { title: '名次', width: 1, align: 'center' },
    { title: '县（市、区）', width: 2, align: 'left' },
    { title: '得分', width: 1.4, align: 'right' },
    { title: '较上季度', width: 1.4, align: 'right' },
    { title: '主要失分指标', width: 4, align: 'left' },
  ],
  rows: Array.from({ length: rows }, (_, i) => [
    { text: String(i + 1) },
    { text: counties[i % 16]!, bold: i < 3 },
    { text: (93.42 - i * 1.17).toFixed(2) },
    { text: i % 3 === 0 ? '＋0.85' : '－1.20' },
    { text: i % 4 === 0 ? '软弱涣散党组织按期销号率、党组织书记轮训完成率' : '两新组织党建覆盖率' },
  ]),
  notes: ['注：得分按考核方案第3版计算，缺报的指标不计分。'],
});
const wide: PaperTable = {
  title: '各项指标得分',
  columns: ['县（市、区）', ...Array.from({ length: 17 }, (_, i) => `指标${i + 1}`)].map((title, i) => ({
    ...{ title, width: i === 0 ? 2 : 1 },
    align: i === 0 ? ('left' as const) : ('right' as const),
  })),
  rows: counties
    .slice(0, 9)
    .map((c, r) => [{ text: c }, ...Array.from({ length: 17 }, (_, i) => ({ text: (1234.5 + r * i).toFixed(2) }))]),
  notes: [],
};

const long =
  '软弱涣散党组织整顿方面，全市到期应销号42个，按期销号35个，按期销号率83.3%，比上季度下降4.1个百分点；其中丙县、丁县、己县3个县低于70%，共有7个党组织超过整顿时限仍未销号，最长的已超期46天。';
const scene = placeTrend(trend('total', [units[2]!.id]), frame(640));
const flat: Scene = { ...scene, width: 1200, height: 300, title: '扁的图' };
const none: Scene = { ...scene, marks: [], empty: '这一期还没有可以显示的数据。' };

const slides: readonly Slide[] = [
  slideOf('title', 'title', '2026年第三季度基层党建工作调度会', { sentences: [sentence('市委组织部  2026年10月15日')] }),
  slideOf('finding', 'f1', '全市综合得分平均86.42分，比上季度提高1.35分', {
    sentences: ['甲县、乙县、丙县居前三位。', '得分80分以下的有2个县，比上季度少1个。', '位次上升最快的是庚县，上升4位。'].map(
      sentence,
    ),
    scene,
    notes: ['先讲总体，再讲位次。', '得分80分以下的两个县上季度已经点评过。'].map(sentence),
  }),
  slideOf('finding', 'f2', '综合得分排名', { table: ranking(16) }),
  slideOf('finding', 'f3', '综合得分前六位', {
    sentences: ['前三位分差1.17分。', '甲县连续两季居首位。'].map(sentence),
    table: ranking(6),
  }),
  slideOf('finding', 'f4', '软弱涣散党组织按期销号率下降', { sentences: [long, long, long].map(sentence) }),
  slideOf('finding', 'f5', '六个方面的问题', { sentences: Array.from({ length: 9 }, () => sentence(long)) }),
  slideOf('finding', 'f6', '各项指标得分', { table: wide }),
  slideOf('finding', 'f7', '趋势', { scene: flat, sentences: [sentence('四个季度以来总体平稳。')] }),
  slideOf('finding', 'f8', '新就业群体党建覆盖', { scene: none }),
  slideOf('unit', 'u1', '甲县', {
    unit: units[0]!.id,
    sentences: [
      '党组织书记轮训完成率100%，全市第1位，高于同组平均6.2个百分点。',
      '两新组织党建覆盖率91.5%，全市第2位。',
      '软弱涣散党组织按期销号率66.7%，低于同组平均18.4个百分点，全市第11位，下降3位。',
      '发展党员计划完成率38.0%，低于序时进度37个百分点。',
    ].map(sentence),
    scene,
    notes: [sentence('请甲县作表态发言。')],
  }),
  slideOf('unit', 'u2', '乙县', { unit: units[1]!.id, sentences: [long, long].map(sentence), table: ranking(4) }),
  slideOf('finding', 'en', 'Coverage of <new> groups & "platforms" rose', {
    sentences: [sentence('Eleven of sixteen counties are at or above the provincial mean of 88.3 %.')],
  }),
  slideOf('finding', 'lt', `${long}${long}`, { sentences: [sentence('题目过长时，题目在正文里写全。')] }),
  slideOf('end', 'end', '以上汇报，请审议'),
];
const pack = { title: '2026年第三季度全市基层党建工作考核情况', slides, imprint };

/** A picture of one grey, so many pixels wide. */
function png(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height, 0xdd);
  for (let y = 0; y < height; y++) rows[y * (width + 1)] = 0;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}
const paint = (s: Scene, width: number): Promise<Uint8Array> =>
  Promise.resolve(png(width, Math.round((width * s.height) / s.width)));

let bytes: Uint8Array;
let parts: Record<string, Uint8Array>;
const text = (name: string): string => strFromU8(parts[name]!);
const names = (form: RegExp): string[] => Object.keys(parts).filter((name) => form.test(name));
const slideNames = (): string[] => names(/^ppt\/slides\/slide\d+\.xml$/);
const unescaped = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
/** All that is written on a slide, in the order of the file. */
const said = (xml: string): string => unescaped([...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map((m) => m[1]).join('\n'));
const allSaid = (): string =>
  slideNames()
    .map((n) => said(text(n)))
    .join('\n');

beforeAll(async () => {
  bytes = await pptxOf(pack, paint);
  parts = unzipSync(bytes);
});

describe('the file', () => {
  test('has every slide, and more for what does not go on one', () => {
    const titles = slideNames().map((n) => said(text(n)).split('\n')[0]!);
    expect(titles.slice(0, 5)).toEqual([
      pack.title,
      '全市综合得分平均86.42分，比上季度提高1.35分',
      '综合得分排名',
      '综合得分排名（续）',
      '综合得分前六位',
    ]);
    expect(titles.at(-1)).toBe('以上汇报，请审议');
    for (const s of slides.slice(1, -2)) expect(titles).toContain(s.title);
  });

  test('leaves out no sentence, cell or note of a table', () => {
    const written = allSaid();
    for (const slide of slides) {
      for (const s of slide.sentences) expect(written).toContain(s.text.trim());
      for (const cells of slide.table?.rows ?? []) for (const c of cells) expect(written).toContain(c.text);
      for (const c of slide.table?.columns ?? []) expect(written).toContain(c.title);
      for (const note of slide.table?.notes ?? []) expect(written).toContain(note);
    }
    expect(written.split(long).length - 1).toBe(3 + 9 + 2 + 2);
    expect(written).toContain(none.empty);
  });

  test('has tables as tables, of twelve rows at most with the head repeated', () => {
    const tables = slideNames().flatMap((n) => text(n).match(/<a:tbl>.*?<\/a:tbl>/gs) ?? []);
    expect(tables.length).toBeGreaterThanOrEqual(2 + 1 + 2 + 1);
    for (const t of tables) expect(t.match(/<a:tr /g)!.length).toBeLessThanOrEqual(1 + 12 + 1);
    const rank = tables.filter((t) => t.includes('主要失分指标'));
    expect(rank.length).toBe(4);
    const rows = rank.slice(0, 2).map((t) => t.match(/<a:tr /g)!.length);
    // The head on both, the note on the second.
    expect(rows[0]! + rows[1]!).toBe(16 + 2 + 1);
    expect(Math.abs(rows[0]! - rows[1]!)).toBeLessThanOrEqual(1);
  });

  test('repeats the first column where the columns go on several slides', () => {
    const tables = slideNames().flatMap((n) => text(n).match(/<a:tbl>.*?<\/a:tbl>/gs) ?? []);
    const parts = tables.filter((t) => /指标\d+</.test(t));
    expect(parts.length).toBeGreaterThan(1);
    for (const t of parts) expect(said(t)).toMatch(/^县（市、区）\n/);
  });

  test('has the notes of each slide in paragraphs, once', () => {
    const notes = names(/notesSlides\/notesSlide\d+\.xml$/).map((n) => [n, text(n)] as const);
    expect(notes).toHaveLength(slideNames().length);
    const [, first] = notes.find(([, xml]) => xml.includes('先讲总体'))!;
    expect(first).toMatch(/先讲总体，再讲位次。<\/a:t><\/a:r><\/a:p><a:p>.*得分80分以下的两个县上季度已经点评过。/);
    expect(notes.filter(([, xml]) => xml.includes('请甲县作表态发言'))).toHaveLength(1);
  });

  test('writes nothing under 18 points but the foot and the cells', () => {
    for (const name of slideNames()) {
      const xml = text(name);
      const cells = [...xml.matchAll(/<a:tbl>.*?<\/a:tbl>/gs)].join('');
      for (const [, size] of cells.matchAll(/ sz="(\d+)"/g)) expect(Number(size)).toBeGreaterThanOrEqual(1400);
      const shapes = xml.replaceAll(/<a:tbl>.*?<\/a:tbl>/gs, '').match(/<p:sp>.*?<\/p:sp>/gs) ?? [];
      for (const shape of shapes) {
        const least = /name="(foot|Slide Number[^"]*)"/.test(shape) ? 1200 : /name="text"/.test(shape) ? 2000 : 1800;
        for (const [, size] of shape.matchAll(/ sz="(\d+)"/g)) expect(Number(size)).toBeGreaterThanOrEqual(least);
      }
    }
  });

  test('bears mark, draft, foot and a live number on every slide', () => {
    for (const name of slideNames()) {
      const xml = text(name);
      for (const t of [imprint.mark, imprint.draft, imprint.foot]) expect(said(xml)).toContain(t);
      expect(xml).toContain('type="slidenum"');
    }
  });

  test('names one font and one author', () => {
    for (const name of slideNames())
      for (const [, font] of text(name).matchAll(/typeface="([^"]*)"/g)) expect(font).toBe('Microsoft YaHei');
    const properties = text('docProps/core.xml') + text('docProps/app.xml');
    expect(properties).toContain('<dc:creator>党建考评看板</dc:creator>');
    expect(properties).toContain('<cp:lastModifiedBy>党建考评看板</cp:lastModifiedBy>');
    expect(properties).toContain('2026-10-12T09:30:00Z');
    for (const name of names(/\.(xml|rels)$/)) expect(text(name)).not.toMatch(/PptxGenJS|PowerPoint<|TargetMode="External"/);
  });

  test('has pictures as SVG with the painted PNG behind, each with its words', () => {
    const pictured = slideNames().filter((n) => text(n).includes('<p:pic>'));
    expect(pictured.length).toBe(3);
    for (const name of pictured) {
      const rels = text(name.replace('slides/', 'slides/_rels/') + '.rels');
      const target = (id: string): string => `ppt/${new RegExp(`Id="${id}"[^>]*Target="\\.\\./([^"]*)"`).exec(rels)![1]}`;
      const [, image, svg] = /<a:blip r:embed="([^"]*)">.*svgBlip[^>]*r:embed="([^"]*)"/s.exec(text(name))!;
      expect([...parts[target(image!)]!.subarray(1, 4)]).toEqual([...'PNG'].map((c) => c.charCodeAt(0)));
      expect(text(target(svg!))).toMatch(/^<svg [^>]*font-family="Microsoft YaHei"/);
      expect([scene.title, flat.title]).toContain(unescaped(/<p:pic>.*?descr="([^"]*)"/s.exec(text(name))![1]!));
    }
    expect(allSaid()).toContain('这一期还没有可以显示的数据。');
  });

  test('is sound inside: every relation leads to a part, no shape has the number of another', () => {
    for (const rels of names(/\.rels$/)) {
      const from = rels.replace(/_rels\/[^/]*$/, '');
      for (const [, target] of text(rels).matchAll(/Target="([^"]*)"/g)) {
        const to = target!.startsWith('/') ? target!.slice(1) : path.posix.join(from, target!);
        expect(Object.keys(parts)).toContain(to);
      }
    }
    for (const [, name] of text('[Content_Types].xml').matchAll(/PartName="\/([^"]*)"/g))
      expect(Object.keys(parts)).toContain(name);
    for (const name of slideNames()) {
      const ids = [...text(name).matchAll(/<p:cNvPr id="(\d+)"/g)].map((m) => m[1]);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('is the same for the same pack', async () => {
    expect(Buffer.compare(await pptxOf(pack, paint), bytes)).toBe(0);
  });

  test('holds characters that XML can’t', async () => {
    const odd = slideOf('finding', 'odd', 'a\u0001b\ud800c', {
      sentences: [sentence('\u000b<&>"\'\uffff')],
      notes: [sentence('n\u0000<')],
    });
    const made = unzipSync(await pptxOf({ ...pack, slides: [odd] }, paint));
    expect(said(strFromU8(made['ppt/slides/slide1.xml']!))).toMatch(/^abc\n<&>"'\n/);
    expect(strFromU8(made['ppt/notesSlides/notesSlide1.xml']!)).toContain('<a:t>n&lt;</a:t>');
  });

  test('can be made of no slides', async () => {
    expect((await pptxOf({ ...pack, slides: [] }, paint)).length).toBeGreaterThan(0);
  });
});

describe('drawn by an office program', () => {
  let drawn: readonly Page[];
  beforeAll(() => {
    drawn = pages(toPdf(bytes, 'pptx'));
  }, 240_000);

  test('has a page a slide, 16 to 9', () => {
    expect(drawn).toHaveLength(slideNames().length);
    for (const { width, height } of drawn) expect(width / height).toBeCloseTo(16 / 9, 2);
  });

  test('has all text on the page, and none on the foot', () => {
    const foot = FOOT.y * 25.4;
    for (const [i, { width, height, words }] of drawn.entries()) {
      for (const w of words) {
        expect(w.left, w.text).toBeGreaterThanOrEqual(0);
        expect(w.top, w.text).toBeGreaterThanOrEqual(0);
        expect(w.right, w.text).toBeLessThanOrEqual(width);
        expect(w.bottom, w.text).toBeLessThanOrEqual(height);
      }
      const isBelow = (w: Word): boolean => (w.top + w.bottom) / 2 >= foot;
      // The box of a word is that of the font, higher than what is inked.
      for (const w of words.filter((x) => !isBelow(x)))
        expect(w.bottom - 0.2 * (w.bottom - w.top), w.text).toBeLessThanOrEqual(foot);
      const below = words.filter(isBelow).map((w) => w.text);
      const marks = [imprint.mark, imprint.draft, imprint.foot].join('·').replaceAll(/\s/g, '');
      expect([...below.join('')].sort().join('').trim()).toBe([...`${marks}${i + 1}`].sort().join(''));
    }
  });
});
