/** An invented city of twelve counties for the tests of the meeting papers: its scheme, its figures, and what a pack is made of. */
import type { Pen } from '../../../src/findings/draft-unit';
import type { Scene } from '../../../src/charts/scene';
import { formats, type Locale } from '../../../src/i18n/format';
import { packWords } from '../../../src/i18n/pack';
import type { MeasureCatalogue, MeasureDef } from '../../../src/model/measure';
import { USUAL, type PackChoice } from '../../../src/model/meeting';
import type { CalendarDate } from '../../../src/model/period';
import type { PackInput } from '../../../src/report/pack/input';
import type { Block, Pack, PaperTable } from '../../../src/report/pack/paper';
import { firstMeasure, titleOf, type Leaf, type Node, type Scheme } from '../../../src/scheme';
import { scoreAll, type ScoreBook } from '../../../src/score';
import { isProjected } from '../../../src/state/projected';
import { leaf, measures, p, roster, scheme, section, type CellSpec, type Table } from '../../score/city';

/** In the roster's order; the names say nothing of the figures. */
export const NAMES = ['墨砚', '漱玉', '听松', '望禾', '临荷', '枕溪', '采薇', '云帆', '栖梧', '兰渚', '青芦', '拾穗'] as const;
export const UNITS = NAMES.map((_, i) => `u${String(i + 1).padStart(2, '0')}`);
export const nameOf = (unit: string): string => `${NAMES[UNITS.indexOf(unit)] ?? unit.toUpperCase()}县`;

export const Q1 = p('2026Q1');
export const Q2 = p('2026Q2');

/** m.…: shares, more is better · n.…: counts, fewer are better · appraisal.…: votes, not for a room · x.…: nobody knows which way. */
export const catalogue: MeasureCatalogue = {
  get(measure) {
    const kind = measure.split('.')[0] ?? '';
    const def: MeasureDef = {
      ...{ id: measure.replace(/^.*?\./, ''), name: { zh: measure, en: measure } },
      unit: kind === 'm' ? 'share' : kind === 'appraisal' ? 'points' : 'count',
      ...{ numerator: { agg: 'count' }, definition: { zh: measure, en: measure } },
      better: kind === 'n' ? 'lower' : kind === 'x' ? 'neither' : 'higher',
      scored: true,
    };
    return def;
  },
};

const titled = (name: string, zh: string, en: string, points: number, more: Partial<Leaf> = {}): Leaf => ({
  ...leaf(name, points, more),
  title: { zh, en },
});
const part = (name: string, zh: string, en: string, children: Node[]): Node => ({
  ...section(name, children),
  title: { zh, en },
});

export const TREE: Node[] = [
  part('org', '组织建设', 'Organisation', [
    titled('party-day', '主题党日按期开展率', 'Party days held', 20),
    titled('members', '发展党员合规率', 'Members admitted by the rules', 15),
  ]),
  part('cadre', '干部工作', 'Cadres', [
    titled('overdue', '问题逾期未销号数', 'Problems overdue', 10, {
      measure: 'n.overdue',
      rule: { type: 'step', atMost: 0, per: 1, step: 0.8 },
    }),
    titled('votes', '述职评议测评得分', 'Marks of the appraisal', 15, {
      measure: 'appraisal.votes',
      rule: { type: 'attainment', target: 100 },
    }),
  ]),
  part('talent', '人才工作', 'Talent', [
    titled('intake', '人才引进完成率', 'Talent intake', 20),
    titled('survey', '人才满意度', 'Talent survey', 20, { due: 'Y4' }),
  ]),
];

export const SCHEME: Scheme = scheme(TREE, { title: '示例方案', version: '2026.1' });

/** Figures of all twelve, no two alike in one column, by a rule that anybody can follow. */
export function figures(shift = 0): Record<string, Record<string, CellSpec>> {
  const column = (of: (i: number) => CellSpec): Record<string, CellSpec> =>
    Object.fromEntries(UNITS.map((unit, i) => [unit, of((i * 5 + shift) % 12)]));
  return {
    'm.party-day': column((i) => 0.53 + i * 0.037),
    'm.members': column((i) => 0.97 - ((i * 7) % 12) * 0.041),
    'n.overdue': column((i) => (i * 11) % 12),
    'appraisal.votes': column((i) => 71.5 + ((i * 7 + 3) % 12) * 2.3),
    'm.intake': column((i) => 0.41 + ((i * 11 + 5) % 12) * 0.049),
  };
}

/** Columns of several periods as a table of measures. */
export const tableOf = (periods: Readonly<Record<string, Record<string, Record<string, CellSpec>>>>): Table => {
  const all: Record<string, Record<string, Record<string, CellSpec>>> = {};
  for (const [period, columns] of Object.entries(periods))
    for (const [measure, column] of Object.entries(columns)) (all[measure] ??= {})[period] = column;
  return all;
};

export const groupsOf = (units: readonly string[]): Record<string, string> =>
  Object.fromEntries(units.map((u, i) => [u, i % 2 === 0 ? '一组' : '二组']));

export const bookOf = (
  table: Table,
  rules: Scheme = SCHEME,
  groups: Readonly<Record<string, string | null>> = groupsOf(UNITS),
): ScoreBook => scoreAll(rules, measures(table), roster(groups), undefined, catalogue);

/** The city's book of two quarters. */
export const cityBook = (rules: Scheme = SCHEME): ScoreBook => bookOf(tableOf({ [Q1]: figures(), [Q2]: figures(4) }), rules);

export const penOf = (locale: Locale = 'zh-CN'): Pen => ({
  f: formats(locale),
  names: {
    unit: (u) => (locale === 'en' ? `County ${u.toUpperCase()}` : nameOf(u)),
    node: (n) => titleOf(n.title, locale),
  },
  better: (node) => (node.leaf ? (catalogue.get(firstMeasure(node.leaf.measure))?.better ?? 'neither') : 'neither'),
});

const scene = (title: string): Scene => ({ width: 10, height: 10, title, marks: [], table: { columns: [], rows: [[title]] } });

export interface Wanted extends Partial<Omit<PackInput, 'choice'>> {
  readonly locale?: Locale;
  readonly choice?: Partial<PackChoice>;
}

/** What a pack of the city is made of; everything may be given otherwise. */
export function inputOf({ locale = 'zh-CN', choice = {}, ...more }: Wanted = {}): PackInput {
  const empty: PaperTable = { title: '', columns: [{ title: '指标', width: 1, align: 'left' }], rows: [], notes: [] };
  return {
    book: more.book ?? cityBook(),
    ...{ period: Q2, group: null, said: new Map(), issues: new Map(), rows: [], notice: null, seal: null },
    ...{ pen: penOf(locale), words: packWords[locale], isProjected, gradeName: (id: string) => id },
    unitPicture: (unit) => scene(unit),
    rankingPicture: scene('ranking'),
    rules: { table: empty, more: [] },
    schemeTitle: '示例方案',
    day: '2026-07-10' as CalendarDate,
    at: '2026-07-10T00:00:00Z',
    ...more,
    choice: { ...USUAL, ...choice },
  };
}

/** Every text that a block prints; sentences by their texts. */
export function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'text':
      return [block.text];
    case 'sentences':
      return [block.lead, ...block.sentences.map((s) => s.text)];
    case 'table':
      return tableTexts(block.table);
    case 'attachments':
      return [block.lead, ...block.titles];
    case 'signature':
      return [block.by, block.date];
    case 'picture':
    case 'pageBreak':
      return [];
  }
}

export const tableTexts = (t: PaperTable): string[] => [
  ...[t.title, ...t.notes, ...t.columns.map((c) => c.title)],
  ...t.rows.flatMap((row) => row.map((c) => c.text)),
];

/** Everything a pack prints, but the foot of its pages. */
export const printed = ({ title, papers, slides }: Pack): string[] => [
  title,
  ...papers.flatMap((paper) => [
    paper.name,
    ...paper.sections.flatMap((s) => [s.title, s.subtitle, s.annex, ...s.blocks.flatMap(textsOf)]),
  ]),
  ...slides.flatMap((s) => [
    ...[s.title, ...s.sentences.map((x) => x.text), ...s.notes.map((x) => x.text)],
    ...(s.table ? tableTexts(s.table) : []),
  ]),
];
