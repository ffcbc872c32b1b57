/** The annexes of the bulletin: ranks and points of all units, and every indicator's value by section. */
import { ranked } from '../../findings/leaders';
import { scoresBefore } from '../../findings/periods';
import { sectionsOf } from '../../findings/sections';
import type { NodeInfo } from '../../scheme';
import { firstMeasure } from '../../scheme';
import type { ScoreBook } from '../../score';
import type { PackInput } from './input';
import type { PaperCell, PaperTable, Section } from './paper';

/** More columns than this do not fit a landscape page in readable type. */
const MOST_COLUMNS = 12;

/** The units in the order of the papers: best first, those not ranked last. */
export function inOrder({
  book,
  period,
  group,
}: Pick<PackInput, 'book' | 'period' | 'group'>): { u: number; rank: number | null }[] {
  const scores = book.at(period);
  const order: { u: number; rank: number | null }[] = ranked(scores, group);
  const known = new Set(order.map((o) => o.u));
  const rest = scores.units.flatMap((_, u) =>
    known.has(u) || (group !== null && scores.groups[u] !== group) ? [] : [{ u, rank: null }],
  );
  return [...order, ...rest];
}

export function rankingTable(input: PackInput): PaperTable {
  const { book, period, group, pen, words, gradeName } = input;
  const { f, names } = pen;
  const w = words.ranking;
  const scores = book.at(period);
  const before = scoresBefore(book, period);
  const then = new Map(before ? ranked(before, group).map((r) => [before.units[r.u]!, r.rank]) : []);
  const sections = sectionsOf(book.nodes);
  const tied = group === null ? scores.tied : scores.groupTied;
  const grouped = group === null && scores.groups.some((g) => g !== null);
  const graded = Boolean(book.scheme.grades);
  // Where parts that are not due share their marks out to others, these are the marks in force; the largest is what can be won.
  const fullOf = (n: NodeInfo): number => Math.max(...scores.effective(n.index)) || n.full;
  const points = (node: NodeInfo, u: number): string => {
    const [own, full] = [scores.points(node.index)[u] ?? NaN, scores.effective(node.index)[u] ?? 0];
    return Number.isNaN(own) || full === 0 ? '—' : f.points(own);
  };
  return {
    title: '',
    columns: [
      { title: w.rank, width: 2, align: 'center' },
      { title: w.unit, width: 4, align: 'left' },
      ...(grouped ? [{ title: w.group, width: 3, align: 'left' as const }] : []),
      ...sections.map((n) => ({ title: w.full(names.node(n), f.brief(fullOf(n))), width: 3, align: 'right' as const })),
      { title: w.total, width: 3, align: 'right' },
      { title: w.change, width: 2, align: 'center' },
      ...(graded ? [{ title: w.grade, width: 2, align: 'center' as const }] : []),
    ],
    rows: inOrder(input).map(({ u, rank }): PaperCell[] => {
      const unit = scores.units[u]!;
      const was = then.get(unit);
      const total = scores.total[u] ?? NaN;
      const grade = scores.grades[u];
      return [
        { text: rank === null ? w.unranked : `${f.brief(rank)}${tied[u] === 1 ? '=' : ''}` },
        { text: names.unit(unit) },
        ...(grouped ? [{ text: scores.groups[u] ?? '' }] : []),
        ...sections.map((n): PaperCell => ({ text: points(n, u), link: { unit, node: n.id } })),
        { text: Number.isNaN(total) ? '—' : f.points(total), link: { unit, node: '' }, bold: true },
        { text: rank === null || was === undefined ? '' : f.change(was - rank) },
        ...(graded ? [{ text: grade ? gradeName(grade) : '' }] : []),
      ];
    }),
    notes: [w.note],
  };
}

/** The table, then on a page of its own the course of all totals. */
export function rankingSections(input: PackInput): Section[] {
  const { words, pen, period, rankingPicture: scene } = input;
  const section = (title: string, blocks: Section['blocks']): Section => ({
    ...{ title, subtitle: '', annex: '', orientation: 'landscape' },
    blocks,
  });
  const when = pen.f.period(period);
  return [
    section(words.ranking.title(when), [{ kind: 'table', table: rankingTable(input) }]),
    ...(scene ? [section(words.ranking.course(when), [{ kind: 'picture', scene, share: 0.85 }])] : []),
  ];
}

/** One table a section of the scheme, of its leaves' values; a long section goes on in a further table. */
export function indicatorSections(input: PackInput): Section[] {
  const { book, pen, words, period } = input;
  return sectionsOf(book.nodes).flatMap((node) => {
    const leaves = leavesOf(book, node).filter((n) => counts(book, input, n));
    const parts = Math.ceil(leaves.length / MOST_COLUMNS);
    return Array.from({ length: parts }, (_, i): Section => {
      const own = leaves.slice(i * MOST_COLUMNS, (i + 1) * MOST_COLUMNS);
      const title = words.indicators.title(
        pen.f.period(period),
        pen.names.node(node) + (parts > 1 ? words.indicators.part(i + 1, parts) : ''),
      );
      return {
        ...{ title, subtitle: '', annex: '', orientation: 'landscape' },
        blocks: [{ kind: 'table', table: indicatorTable(input, own) }],
      };
    });
  });
}

export const leavesOf = (book: ScoreBook, node: NodeInfo): NodeInfo[] =>
  node.leaf ? [node] : node.children.flatMap((c) => (book.nodes[c] ? leavesOf(book, book.nodes[c]) : []));

/** Whether a leaf counts for anybody in the period. */
function counts(book: ScoreBook, { period }: PackInput, { index }: NodeInfo): boolean {
  const scores = book.at(period);
  return scores.units.some((_, u) => scores.state(index, u) !== 'notDue');
}

function indicatorTable(input: PackInput, leaves: readonly NodeInfo[]): PaperTable {
  const { book, period, pen, words } = input;
  const { f, names } = pen;
  const w = words.indicators;
  const scores = book.at(period);
  const unitOf = (n: NodeInfo) => book.unitOf(firstMeasure(n.leaf!.measure));
  const textOf = (n: NodeInfo, u: number): string => {
    const state = scores.state(n.index, u);
    if (state === 'missing' || state === 'excluded') return w.missing;
    const value = scores.value(n.index)[u] ?? NaN;
    return Number.isNaN(value) || state === 'notDue' || state === 'na' ? '—' : f.value(value, unitOf(n));
  };
  const order = inOrder(input);
  const means = leaves.map((n): string => {
    const values = order.flatMap(({ u }) => {
      const state = scores.state(n.index, u);
      const value = scores.value(n.index)[u] ?? NaN;
      return (state === 'ok' || state === 'carried') && !Number.isNaN(value) ? [value] : [];
    });
    return values.length === 0 ? '—' : f.value(values.reduce((a, b) => a + b, 0) / values.length, unitOf(n));
  });
  return {
    title: '',
    columns: [
      { title: words.ranking.unit, width: 4, align: 'left' },
      ...leaves.map((n) => ({ title: names.node(n), width: 3, align: 'right' as const })),
    ],
    rows: [
      ...order.map(({ u }): PaperCell[] => {
        const unit = scores.units[u]!;
        return [
          { text: names.unit(unit) },
          ...leaves.map((n): PaperCell => ({ text: textOf(n, u), link: { unit, node: n.id } })),
        ];
      }),
      [{ text: w.mean, bold: true }, ...means.map((text): PaperCell => ({ text, bold: true }))],
    ],
    notes: [w.note],
  };
}
