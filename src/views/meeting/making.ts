/** What the pack of the board's period is made of: figures, decisions and pictures, gathered for the composer. */
import { beside, stacked, titled } from '../../charts/beside';
import { placeBullet } from '../../charts/bullet/place';
import type { Frame } from '../../charts/frame';
import { estimateText } from '../../charts/measure-text';
import { unitStyle } from '../../charts/palette';
import type { Scene } from '../../charts/scene';
import { placeTrend } from '../../charts/trend/place';
import type { Pen } from '../../findings/draft-unit';
import { ranked } from '../../findings/leaders';
import { sectionsOf } from '../../findings/sections';
import { locale } from '../../i18n/locale.svelte';
import { packWords } from '../../i18n/pack';
import { ruleWords } from '../../i18n/rules';
import { schemeWords } from '../../i18n/scheme';
import type { LedgerRow } from '../../model/ledger-row';
import { USUAL, type MeetingRecord } from '../../model/meeting';
import { closingQuarter, type CalendarDate, type Period } from '../../model/period';
import { sealOn } from '../../model/review';
import type { UnitId } from '../../model/unit';
import type { PackInput } from '../../report/pack/input';
import type { PaperTable } from '../../report/pack/paper';
import type { Notice } from '../../report/notice';
import type { ScoreBook } from '../../score';
import type { Board } from '../../state/board.svelte';
import { firstMeasure, ledgerOf } from '../../state/catalogue';
import { sealedContent } from '../../state/meetings';
import { isProjected } from '../../state/projected';
import { dueOf, isLeafNode, linesOf, partsOf, scoringOf, type Pen as SchemePen } from '../scheme/writing';
import { trendOf } from '../ranking/trend';

/** Papers are as wide as their type area; pictures are placed for it at this many pixels, in type that is 10 pt there. */
const WIDTH = 720;
const SIZE = 15;
/** Beside the text of a slide. */
const SLIDE = 430;

/** How the rules write sentences about the board's figures. */
export const penOf = (board: Board): Pen => ({
  f: board.f,
  names: board.named,
  better: (node) => (node.leaf ? (board.measure(firstMeasure(node.leaf.measure))?.better ?? 'neither') : 'neither'),
});

export interface Making {
  readonly board: Board;
  readonly book: ScoreBook;
  readonly period: Period;
  readonly record: MeetingRecord;
  readonly rows: readonly LedgerRow[];
  /** Today, for a pack that is not sealed. */
  readonly today: CalendarDate;
  /** Writes the notice; it is loaded with the papers. */
  readonly noticeOf: typeof import('../../report/notice').noticeOf;
  /** Pictures that were placed already. */
  readonly pictures: Pictures;
}

export function inputOf({ board, book, period, record, rows, today, noticeOf, pictures }: Making): PackInput {
  const { reviews, returns } = board.session.snapshot;
  const sealed = sealOn(reviews, period);
  const day = sealed ? (sealedContent(sealed)?.day ?? (sealed.at.slice(0, 10) as CalendarDate)) : today;
  const choice = record.choices.get(period) ?? USUAL;
  const words = packWords[locale.current];
  const owed = returns.at(closingQuarter(period), day).returns.filter((r) => r.state === 'missing');
  const notice: Notice | null =
    owed.length === 0
      ? null
      : noticeOf(
          {
            ...{ period: closingQuarter(period), today: day, owed, by: null, number: '', signature: choice.signer, contact: '' },
            unitName: (u: UnitId) => board.name(u),
            ledgerName: (l: string) => locale.text(ledgerOf(l).name),
          },
          locale,
        );
  return {
    ...{ book, period, choice, rows, words, notice },
    group: board.group,
    said: record.said.get(period) ?? new Map(),
    issues: record.issues,
    pen: penOf(board),
    isProjected,
    gradeName: (id) => board.gradeName(id),
    unitPicture: (unit, on) => pictures.unit(board, book, period, unit, on),
    rankingPicture: pictures.ranking(board),
    rules: rulesOf(board),
    schemeTitle: board.title(book.scheme.title),
    seal: sealed ? { hash: sealed.hash, at: sealed.at } : null,
    day,
    at: `${today}T00:00:00Z`,
  };
}

/** Pictures of the papers, each placed once: a sentence that is changed moves none of them. */
export class Pictures {
  #of: unknown[] = [];
  readonly #known = new Map<string, Scene | null>();

  #at(board: Board, key: string, make: () => Scene | null): Scene | null {
    const of = [board.book, board.period, board.group, board.f];
    if (of.some((x, i) => x !== this.#of[i])) this.#known.clear();
    this.#of = of;
    if (!this.#known.has(key)) this.#known.set(key, make());
    return this.#known.get(key) ?? null;
  }

  /** All totals over the periods, the first three in colour. */
  ranking(board: Board): Scene | null {
    return this.#at(board, 'ranking', () => {
      const units = board.standings.map((s) => s.unit);
      const data = trendOf(board, packWords[locale.current].ranking.total, 'total', units, units.slice(0, 3));
      return placeTrend({ ...data, height: SIZE * 22 }, frame(board, WIDTH));
    });
  }

  /** A unit's rank over the periods and its sections' shares of the marks: side by side on paper, one below the other on a slide. */
  unit(board: Board, book: ScoreBook, period: Period, unit: UnitId, on: 'paper' | 'slide'): Scene | null {
    return this.#at(board, `${on} ${unit}`, () => {
      const w = packWords[locale.current].briefing;
      const width = on === 'paper' ? (WIDTH - SIZE * 2) / 2 : SLIDE;
      const data = trendOf(board, w.picture(board.name(unit)), 'rank', [unit], []);
      const lines = data.lines.map((l) => ({ ...l, name: '', style: unitStyle(0) }));
      const height = SIZE * (on === 'paper' ? 9.5 : 13);
      const course = titled(placeTrend({ ...data, lines, selected: [], height }, frame(board, width)), SIZE);
      const shares = titled(placeBullet(bulletOf(board, book, period, unit), frame(board, width)), SIZE);
      return (on === 'paper' ? beside : stacked)(course, shares, SIZE * 2);
    });
  }
}

const frame = (board: Board, width: number): Frame => ({ width, size: SIZE, measure: estimateText, f: board.f });

function bulletOf(board: Board, book: ScoreBook, period: Period, unit: UnitId) {
  const w = packWords[locale.current].briefing;
  const scores = book.at(period);
  const u = scores.indexOf(unit);
  const mates = ranked(scores, board.group).map((r) => r.u);
  const share = (node: number, at: number): number | null => {
    const [points, full] = [scores.points(node)[at] ?? NaN, scores.effective(node)[at] ?? 0];
    return Number.isNaN(points) || full === 0 ? null : points / full;
  };
  return {
    ...{ title: w.compared(board.name(unit)), own: w.own, mean: w.mean },
    rows: sectionsOf(book.nodes).flatMap((n) => {
      const all = mates.flatMap((m) => share(n.index, m) ?? []);
      // A section that is not due for anybody has nothing to show.
      if (all.length === 0) return [];
      return [{ name: board.title(n.title), share: share(n.index, u), mean: all.reduce((a, b) => a + b, 0) / all.length }];
    }),
  };
}

/** 考核细则 as a table and its other parts in sentences. */
function rulesOf(board: Board): PackInput['rules'] {
  const scheme = board.session.snapshot.scheme;
  const w = packWords[locale.current].rules.columns;
  const columns: PaperTable['columns'] = [
    { title: w.no, width: 1.4, align: 'center' },
    { title: w.first, width: 3, align: 'left' },
    { title: w.indicator, width: 3, align: 'left' },
    { title: w.points, width: 1.6, align: 'right' },
    { title: w.rule, width: 6, align: 'left' },
    { title: w.definition, width: 4, align: 'left' },
    { title: w.source, width: 4, align: 'left' },
    { title: w.owner, width: 2.4, align: 'left' },
    { title: w.due, width: 3, align: 'left' },
  ];
  if (!scheme) return { table: { title: '', columns, rows: [], notes: [] }, more: [] };
  const own = schemeWords[locale.current];
  const pen: SchemePen = {
    ...{ f: board.f, words: ruleWords[locale.current], own },
    unitOf: (id) => board.measure(id)?.unit ?? 'number',
    title: (text) => board.title(text),
  };
  let section = '';
  const rows = linesOf(scheme, pen).flatMap(({ node, depth, no, owner }) => {
    if (!isLeafNode(node)) {
      if (depth === 1) section = pen.title(node.title);
      return [];
    }
    const definition = node.definition === undefined ? pen.words.figure(node.measure, pen) : pen.title(node.definition);
    const cells = [no, section, pen.title(node.title), pen.f.brief(node.points, 4), scoringOf(node, pen), definition];
    return [
      [...cells, node.source === undefined ? '' : pen.title(node.source), owner, dueOf(node, pen)].map((text) => ({ text })),
    ];
  });
  const more = partsOf(scheme, pen).map(([kind, said]) => [own.kinds[kind], said] as const);
  return { table: { title: '', columns, rows, notes: [] }, more };
}
