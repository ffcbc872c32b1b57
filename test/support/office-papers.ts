/** Papers to lay out: everything a paper can have, long enough to fill pages. Counties and figures are invented. */
import { deflateSync } from 'node:zlib';
import type { Scene } from '../../src/charts/scene';
import type { UnitId } from '../../src/model/unit';
import type { Block, Imprint, Paper, PaperTable, Section, Sentence } from '../../src/report/pack/paper';

export const IMPRINT: Imprint = {
  mark: '内部资料·注意保存',
  draft: '草稿',
  foot: '全市基层党建工作考核细则（2026年度）第3版 · 指纹 5f0c1d2e3b4a59687786a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0 · 2026年第三季度 · 封存于2026年10月15日',
  at: '2026-10-15T09:30:00+08:00',
};

/** Forty counties, no two names alike. */
export const COUNTIES: readonly string[] = [...'云霞松柏青石白沙'].flatMap((a) => [...'川岭湖原泉'].map((b) => `${a}${b}县`));

const unit = 'u' as UnitId;
const sentence = (text: string, i: number): Sentence => ({
  ...{ id: `s${i}`, text, drafted: text, edited: false, state: i % 2 ? 'pending' : 'accepted' },
  links: [{ unit, node: '' }],
});

/** Chinese without any mark, so that nothing but the grid says where a line ends. */
const UNBROKEN = [...'全市各级党组织坚持以高质量党建引领高质量发展持续深化基层基础建设推动工作落地见效'];
const unbroken = (length: number): string => Array.from({ length }, (_, i) => UNBROKEN[i % UNBROKEN.length]).join('');

const PROSE =
  '第三季度，全市各县（市、区）聚焦年度目标任务，持续抓好党支部标准化规范化建设，党员教育管理、阵地建设和整改销号等工作取得新进展。' +
  '截至9月30日，全市共有党支部2186个，其中“五星级”支部412个，占18.8%；应换届支部136个，已完成换届134个，完成率98.5%，比上季度提高2.3个百分点。' +
  '从排名看，前三名与后三名的差距为11.42分，较上季度缩小1.07分；但部分县在软弱涣散党组织整顿、年轻干部储备等方面仍有明显短板，个别指标连续两个季度排在末位。';

const text = (value: string): Block => ({ kind: 'text', text: value, look: 'body' });
const heading = (level: 1 | 2 | 3 | 4, value: string): Block => ({ kind: 'heading', level, text: value });

export const section = (blocks: readonly Block[], own: Partial<Section> = {}): Section => ({
  ...{ title: '', subtitle: '', annex: '', orientation: 'portrait', blocks },
  ...own,
});

export const paper = (name: string, sections: readonly Section[]): Paper => ({ kind: 'bulletin', name, sections });

/** Three pages of nothing but characters. */
export const GRID_PAPER = paper('满页', [section([text(unbroken(22 * 28 * 3 + 200))])]);

const ITEMS = [
  '党支部换届',
  '党员教育',
  '阵地建设',
  '整改销号',
  '年轻干部',
  '人才引进',
  '报送质量',
  '现场复核',
  '民主评议',
  '加减分',
  '本季得分',
];

/** Forty counties by fourteen columns. */
export const WIDE_TABLE: PaperTable = {
  title: '各县（市、区）2026年第三季度分项得分',
  columns: [
    { title: '名次', width: 2, align: 'center' },
    { title: '县（市、区）', width: 4, align: 'left' },
    ...ITEMS.map((title) => ({ title, width: 3, align: 'right' as const })),
    { title: '比上季度', width: 3, align: 'center' },
  ],
  rows: COUNTIES.map((name, i) => [
    { text: String(i + 1) },
    { text: name },
    ...ITEMS.map((_, j) => ({
      text: j === ITEMS.length - 1 ? (100 - i * 0.83).toFixed(2) : (9.99 - ((i * 7 + j * 3) % 40) / 10).toFixed(2),
      bold: j === ITEMS.length - 1,
    })),
    { text: i % 3 === 0 ? '持平' : `${i % 3 === 1 ? '升' : '降'}${(i % 5) + 1}位` },
  ]),
  notes: ['注：得分按考核细则计算，保留两位小数；并列的按上季度名次先后排列。', '“持平”是指名次与上季度相同。'],
};

/** A table of words, over several pages. */
export const LONG_TABLE: PaperTable = {
  title: '问题整改清单',
  columns: [
    { title: '序号', width: 1, align: 'center' },
    { title: '县（市、区）', width: 2, align: 'left' },
    { title: '存在问题', width: 5, align: 'left' },
    { title: '指标值', width: 2, align: 'right' },
    { title: '时限', width: 2, align: 'center' },
  ],
  rows: COUNTIES.map((name, i) => [
    { text: String(i + 1) },
    { text: name },
    {
      text: `整改销号率低于同类县平均值${(i % 9) + 1}.${i % 7}个百分点，连续${(i % 3) + 1}个季度未达序时进度，需逐项明确责任单位和完成时限。`,
    },
    { text: `${(88.4 - i / 3).toFixed(1)}%`, bold: i % 4 === 0 },
    { text: '2026-12-31' },
  ]),
  notes: ['注：责任单位为县（市、区）党委组织部。'],
};

export const SCENE: Scene = {
  width: 640,
  height: 320,
  title: '各县得分',
  marks: [
    ...COUNTIES.slice(0, 8).flatMap((name, i) => [
      { kind: 'rect' as const, x: 110, y: 20 + i * 36, width: 480 - i * 40, height: 22, fill: '#8c1c13' },
      { kind: 'text' as const, x: 100, y: 31 + i * 36, text: name, size: 14, fill: '#222222', anchor: 'end' as const },
    ]),
  ],
  table: { columns: [], rows: [] },
};

export const ATTACHMENTS = [
  '各县（市、区）2026年第三季度基层党建工作考核分项得分表（含加减分事项及名次变化情况说明）',
  '2026年第三季度问题整改清单',
];

/** Everything there is. */
export const FULL_PAPER = paper('第三季度通报', [
  section(
    [
      { kind: 'text', text: '各县（市、区）委，市直各工委：', look: 'to' },
      text(PROSE),
      heading(1, '一、总体情况'),
      text(PROSE),
      heading(2, '（一）名次情况'),
      {
        kind: 'sentences',
        lead: '一是总体得分稳中有升。',
        sentences: [PROSE, '云川县、云岭县、云湖县分列前三位。'].map(sentence),
      },
      {
        kind: 'sentences',
        lead: '二是后进县差距缩小。',
        sentences: ['沙原县、沙泉县得分较上季度分别提高1.25分和0.98分。'].map(sentence),
      },
      heading(3, '1.指标完成情况'),
      text(PROSE.repeat(2)),
      heading(4, '（1）党支部换届'),
      text(PROSE),
      { kind: 'picture', scene: SCENE, share: 0.9 },
      heading(1, '二、下步要求'),
      text(PROSE.repeat(2)),
      { kind: 'attachments', lead: '附件：', titles: ATTACHMENTS },
      { kind: 'signature', by: '中共云山市委组织部', date: '2026年10月15日' },
    ],
    { title: '关于2026年第三季度全市基层党建工作考核情况的通报', subtitle: '云组通〔2026〕  号' },
  ),
  section([{ kind: 'table', table: WIDE_TABLE }], {
    annex: '附件1',
    title: '分项得分表',
    orientation: 'landscape',
  }),
  section(
    [
      { kind: 'table', table: LONG_TABLE },
      { kind: 'pageBreak' },
      { kind: 'table', table: { ...LONG_TABLE, title: '', notes: [], rows: LONG_TABLE.rows.slice(0, 3) } },
    ],
    {
      annex: '附件2',
      title: '问题整改清单',
    },
  ),
]);

/** Sections that end exactly at the end of a page. */
export const BRIM_PAPER = paper('两段满页', [section([text(unbroken(22 * 28 - 2))]), section([text(unbroken(22 * 28 - 2))])]);

/** Western text; one attachment; who signs is longer than what stands over the date; no mark, no foot. */
export const ENGLISH_PAPER = paper('Q3 bulletin', [
  section(
    [
      { kind: 'text', text: 'To the county committees:', look: 'to' },
      heading(1, '1. Results'),
      text(
        'In the third quarter the city scored 86.4 points, 1.2 more than in the second; “on schedule” means at least 75 percent. '.repeat(
          6,
        ),
      ),
      { kind: 'attachments', lead: 'Attachments: ', titles: ['Scores by county'] },
      { kind: 'signature', by: 'Organisation Department of the Municipal Committee', date: '15 October 2026' },
    ],
    { title: 'Assessment results, third quarter of 2026' },
  ),
]);

/** A PNG of one grey: 24 bits a pixel. */
export function greyPng(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc((width * 3 + 1) * height, 0x99);
  for (let y = 0; y < height; y++) rows[y * (width * 3 + 1)] = 0;
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return new Uint8Array(
    Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]),
  );
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
