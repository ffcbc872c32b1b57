/** The slides: one a finding, one a county. Nothing on them that a room is not to see: no posts, votes or sensitive counts. */
import type { Drafted } from '../../findings/draft';
import { ranked } from '../../findings/leaders';
import { measuresIn } from '../../scheme';
import type { Desk } from './desk';
import { fitting, linesOf } from './briefings';
import type { PaperTable, Sentence, Slide } from './paper';
import { rankingTable } from './tables';

/** More sentences than this are not read from the back row. */
const MOST = 5;
const LEADERS = 3;

/** Sentences whose figures a room may see. */
function shownOf({ book, isProjected, reader }: Desk, drafts: readonly Drafted[]): Sentence[] {
  const hidden = new Set(book.nodes.flatMap((n) => (n.leaf && !measuresIn(n.leaf.measure).every(isProjected) ? [n.id] : [])));
  return reader.read(drafts.filter((d) => !d.links.some((l) => hidden.has(l.node))));
}

export function slidesOf(desk: Desk): Slide[] {
  const { words: w, pen, period, choice, city, units, reader } = desk;
  const { f, names } = pen;
  const finding = (id: string, title: string, drafts: readonly Drafted[], more: Partial<Slide> = {}): Slide[] => {
    const sentences = shownOf(desk, drafts).slice(0, MOST);
    return sentences.length === 0 ? [] : [slide(id, 'finding', title, { sentences, ...more })];
  };
  return [
    slide('title', 'title', w.cover.title(f.period(period), w.meetings[choice.meeting]), {}),
    slide('agenda', 'finding', w.slides.agenda, { table: agenda(desk) }),
    slide('ranking', 'finding', headline(desk), { table: plainRanking(desk), notes: reader.read(city.overall) }),
    ...finding('moves', w.slides.moves, city.moves, { scene: desk.rankingPicture, notes: reader.read(city.moves) }),
    ...city.sections.flatMap((s) => finding(`section/${s.node.id}`, names.node(s.node), s.sentences)),
    ...finding('problems', w.slides.problems, city.problems),
    ...finding('tasks', w.slides.tasks, city.tasks),
    ...units.map((draft): Slide => {
      const { strengths, problems, tasks } = fitting(draft, desk);
      const rank = desk.book.at(period);
      const u = rank.indexOf(draft.unit);
      const [own, tied] = desk.group === null ? [rank.rank[u], rank.tied[u]] : [rank.groupRank[u], rank.groupTied[u]];
      const at = own === undefined || Number.isNaN(own) ? w.ranking.unranked : f.rank(own, tied === 1);
      return slide(`unit/${draft.unit}`, 'unit', w.slides.unit(names.unit(draft.unit), at), {
        unit: draft.unit,
        sentences: shownOf(desk, [...strengths.slice(0, 2), ...problems.slice(0, 2), ...tasks.slice(0, 1)]),
        scene: desk.unitPicture(draft.unit, 'slide'),
        notes: reader.read(linesOf(draft)),
      });
    }),
    slide('end', 'end', w.slides.end, {}),
  ];
}

const slide = (id: string, kind: Slide['kind'], title: string, more: Partial<Slide>): Slide => ({
  ...{ id, kind, title, unit: null, sentences: [], table: null, scene: null, notes: [] },
  ...more,
});

/** Who is in front, in a line. */
function headline({ book, period, group, words: w, pen }: Desk): string {
  const scores = book.at(period);
  const first = ranked(scores, group).filter((r) => r.rank <= LEADERS);
  if (first.length < LEADERS) return w.slides.overall;
  return w.slides.lead(pen.f.list(first.map((r) => pen.names.unit(scores.units[r.u]!))));
}

function agenda({ words: w, choice }: Desk): PaperTable {
  return {
    title: '',
    columns: [
      { title: w.lists.no, width: 1, align: 'center' },
      { title: w.cover.agenda, width: 10, align: 'left' },
    ],
    rows: w.cover.items[choice.meeting].map((item, i) => [{ text: String(i + 1) }, { text: item }]),
    notes: [],
  };
}

/** Rank, unit, total and change: the sections' points are in the papers. */
function plainRanking(desk: Desk): PaperTable {
  const table = rankingTable(desk);
  const w = desk.words.ranking;
  const keep = table.columns.flatMap((c, i) => ([w.rank, w.unit, w.total, w.change, w.grade].includes(c.title) ? [i] : []));
  return {
    title: '',
    columns: keep.map((i) => table.columns[i]!),
    // Where only leaders are named, a room sees no others.
    rows: table.rows.slice(0, desk.choice.naming === 'leaders' ? LEADERS : undefined).map((row) => keep.map((i) => row[i]!)),
    notes: [],
  };
}
