/** The sentences about a whole period: the order, the sections, the indicators, the problems and what is to be done. */
import { draftWords } from '../i18n/draft';
import type { Period } from '../model/period';
import type { UnitId } from '../model/unit';
import { snap, type NodeInfo } from '../scheme';
import type { PeriodScores, ScoreBook } from '../score';
import { moves } from './city';
import { deadlineOf, drafted, reportBy, type Drafted, type Link } from './draft';
import { isBehind, sideOf, unreported, type Pen } from './draft-unit';
import { linkOf } from './finding';
import { ranked } from './leaders';
import { leafStandings, type LeafStanding } from './leaf-standing';
import { sectionsOf } from './sections';
import { sentenceOf } from './sentence';
import { weaknessesOf } from './unit';

/** As many indicators are called for in the tasks, and as many counties' problems are named. */
const TASKS = 4;
const PROBLEMS = 8;
const MOVED = 3;
/** Of one indicator so many leaders are named. */
const LEADERS = 2;

export interface SectionDraft {
  readonly node: NodeInfo;
  readonly sentences: readonly Drafted[];
}

export interface CityDraft {
  readonly overall: readonly Drafted[];
  readonly moves: readonly Drafted[];
  readonly sections: readonly SectionDraft[];
  readonly problems: readonly Drafted[];
  readonly tasks: readonly Drafted[];
}

interface Place {
  readonly unit: UnitId;
  readonly u: number;
  readonly rank: number;
  readonly total: number;
}

/** @param naming leaders: only the first three are named in order. */
export function draftCity(book: ScoreBook, period: Period, group: string | null, naming: 'all' | 'leaders', pen: Pen): CityDraft {
  const scores = book.at(period);
  const order = ranked(scores, group).map(({ u, rank }): Place => ({ unit: scores.units[u]!, u, rank, total: scores.total[u]! }));
  const units = scores.units.filter((_, u) => group === null || scores.groups[u] === group);
  const standings = units.flatMap((unit) => leafStandings(book, period, unit, units));
  return {
    overall: order.length === 0 ? [] : overall(book, scores, order, units, naming, pen),
    moves: movesOf(book, period, group, pen),
    sections: sectionsOf(book.nodes).map((node) => ({
      node,
      sentences: [
        ...sectionSentence(scores, node, order, naming, pen),
        ...leavesOf(book, node).flatMap((n) => leafSentence(n, standings, pen)),
      ],
    })),
    problems: [...missingSentence(book, period, units, pen, 'missing'), ...problemsOf(standings, units, pen)],
    tasks: [...missingSentence(book, period, units, pen, 'report'), ...tasksOf(book, period, standings, pen)],
  };
}

const of = (unit: UnitId, node = ''): Link => ({ unit, node });

function overall(
  book: ScoreBook,
  { period, grades, notRanked }: PeriodScores,
  order: readonly Place[],
  units: readonly UnitId[],
  naming: 'all' | 'leaders',
  { f, names }: Pen,
): Drafted[] {
  const w = draftWords[f.locale].city;
  const [best, last] = [order[0]!, order.at(-1)!];
  const mean = order.reduce((sum, p) => sum + p.total, 0) / order.length;
  const scored = (list: readonly Place[]): string => f.list(list.map((p) => w.scored(names.unit(p.unit), f.points(p.total))));
  const facts = (list: readonly Place[]): (string | number)[] => list.flatMap((p) => [p.unit, p.rank, p.total]);
  const first = order.filter((p) => p.rank <= 3);
  const others = order.filter((p) => p.rank > 3);
  const graded = (book.scheme.grades?.lines ?? []).slice(0, 1).flatMap(({ grade, title }) => {
    const own = order.filter((p) => grades[p.u] === grade);
    if (own.length === 0) return [];
    const called = names.node({ title: title ?? grade } as NodeInfo);
    const text = w.grades(called, f.brief(own.length), f.list(own.map((p) => names.unit(p.unit))));
    return [
      drafted(
        `city/grade/${grade}`,
        text,
        own.map((p) => of(p.unit)),
        [grade, ...own.map((p) => p.unit)],
      ),
    ];
  });
  const barred = notRanked.filter((n) => units.includes(n.unit));
  return [
    drafted(
      'city/overall',
      w.overall(f.period(period), f.brief(order.length), f.points(mean), f.points(best.total), f.points(last.total)),
      [of(best.unit), of(last.unit)],
      [order.length, mean, best.total, last.total],
    ),
    drafted(
      'city/first',
      w.first(scored(first), first.length),
      first.map((p) => of(p.unit)),
      facts(first),
    ),
    ...(naming === 'all' && others.length > 0
      ? [
          drafted(
            'city/others',
            w.others(scored(others)),
            others.map((p) => of(p.unit)),
            facts(others),
          ),
        ]
      : []),
    ...graded,
    ...(barred.length > 0
      ? [
          drafted(
            'city/notRanked',
            w.notRanked(f.list(barred.map((n) => names.unit(n.unit)))),
            barred.map((n) => of(n.unit)),
            barred.map((n) => n.unit),
          ),
        ]
      : []),
  ];
}

function movesOf(book: ScoreBook, period: Period, group: string | null, { f, names }: Pen): Drafted[] {
  return moves(book, period, group, MOVED).flatMap((m) => {
    const link = linkOf(m);
    const facts = [m.places, m.rank, m.change, m.cause?.node.id ?? null, m.cause?.change ?? null, m.calendar];
    return link ? [drafted(`city/moved/${m.unit}`, sentenceOf(m, f, names), [link], facts)] : [];
  });
}

function sectionSentence(
  scores: PeriodScores,
  node: NodeInfo,
  order: readonly Place[],
  naming: 'all' | 'leaders',
  { f, names }: Pen,
): Drafted[] {
  const w = draftWords[f.locale].city;
  const points = order
    .map(({ unit, u }) => ({ unit, points: scores.points(node.index)[u] ?? NaN, full: scores.effective(node.index)[u] ?? 0 }))
    .filter((p) => !Number.isNaN(p.points) && p.full > 0)
    .sort((a, b) => b.points - a.points);
  const [best, last] = [points[0], points.at(-1)];
  if (!best || !last) return [];
  const mean = points.reduce((sum, p) => sum + p.points, 0) / points.length;
  // Marks in force may differ where some have parts that others have not; the largest is what can be won.
  const full = f.brief(Math.max(...points.map((p) => p.full)));
  const [links, facts] = [
    [of(best.unit, node.id), of(last.unit, node.id)],
    [mean, best.points, last.points, full, best.unit, last.unit],
  ];
  const text =
    f.points(best.points) === f.points(last.points)
      ? w.level(names.node(node), f.points(best.points), full)
      : naming === 'leaders'
        ? w.sectionLeader(names.node(node), f.points(mean), full, names.unit(best.unit), f.points(best.points))
        : w.section(
            names.node(node),
            f.points(mean),
            full,
            names.unit(best.unit),
            f.points(best.points),
            names.unit(last.unit),
            f.points(last.points),
          );
  return [drafted(`city/section/${node.id}`, text, links, facts)];
}

/** The leaves below a node, in the tree's order. */
function leavesOf({ nodes }: ScoreBook, node: NodeInfo): NodeInfo[] {
  return node.leaf ? [node] : node.children.flatMap((c) => (nodes[c] ? leavesOf({ nodes } as ScoreBook, nodes[c]) : []));
}

/** Who leads an indicator, with the values; nothing where everybody is level. */
function leafSentence(node: NodeInfo, standings: readonly LeafStanding[], pen: Pen): Drafted[] {
  const { f, names } = pen;
  const w = draftWords[f.locale].city;
  // Of those with the same share of the marks the better value first, as far as anybody knows which is.
  const up = { higher: 1, lower: -1, neither: 0 }[pen.better(node)];
  const own = standings.filter((s) => s.node.index === node.index).sort((a, b) => a.rank - b.rank || (b.value - a.value) * up);
  const isSame = (a: LeafStanding | undefined, b: LeafStanding): boolean => a?.rank === b.rank && a.value === b.value;
  const level = own.filter((s) => isSame(own[0], s));
  const near = own.filter((s) => s.rank <= LEADERS).slice(0, LEADERS + 1);
  // Where the next is as good as the last one named, none of those is: nobody is picked out of a tie.
  const next = own[near.length];
  const leaders = level.length <= LEADERS + 1 && next ? near.filter((s) => !isSame(s, next)) : near;
  const [first] = own;
  if (!first || leaders.length === 0 || leaders.length === own.length || own.every((s) => s.rank === first.rank)) return [];
  const mean = f.value(first.mean, first.valueUnit);
  const links = leaders.map((s) => of(s.unit, node.id));
  if (level.length > LEADERS + 1) {
    const text = w.leafMany(names.node(node), f.brief(level.length), f.value(first.value, first.valueUnit), mean);
    return [drafted(`city/leaf/${node.id}`, text, links, [first.mean, first.value, level.length])];
  }
  const said = f.list(leaders.map((s) => w.valued(names.unit(s.unit), f.value(s.value, s.valueUnit))));
  return [
    drafted(`city/leaf/${node.id}`, w.leaf(names.node(node), said, mean), links, [
      first.mean,
      ...leaders.flatMap((s) => [s.unit, s.value]),
    ]),
  ];
}

const lostAgainst = (s: LeafStanding): number => s.meanShare * s.full - s.points;

/** The costliest weakness of each unit, the costliest of all first. */
function problemsOf(standings: readonly LeafStanding[], units: readonly UnitId[], pen: Pen): Drafted[] {
  const { f, names } = pen;
  const w = draftWords[f.locale].city;
  const worst = units.flatMap((unit) => {
    const [finding] = weaknessesOf(
      standings.filter((s) => s.unit === unit && isBehind(s, pen)),
      1,
    );
    return finding && 'at' in finding ? [finding.at] : [];
  });
  return worst
    .sort((a, b) => lostAgainst(b) - lostAgainst(a))
    .slice(0, PROBLEMS)
    .map((s) => {
      const write = (v: number): string => f.value(v, s.valueUnit);
      const text = (s.value > s.mean ? w.problemAbove : w.problem)(
        ...([names.unit(s.unit), names.node(s.node), write(s.value), write(s.mean), f.points(snap(s.full - s.points))] as const),
      );
      return drafted(`city/problem/${s.unit}/${s.node.id}`, text, [of(s.unit, s.node.id)], [s.value, s.mean, s.points, s.full]);
    });
}

/** The indicators in which most marks are lost, by whom, and by when they are to have the mean's share. */
function tasksOf(book: ScoreBook, period: Period, standings: readonly LeafStanding[], pen: Pen): Drafted[] {
  const { f, names } = pen;
  const w = draftWords[f.locale].city;
  return book.nodes
    .filter((n) => n.leaf !== null)
    .map((node) => {
      const own = standings.filter((s) => s.node.index === node.index);
      const behind = own.filter((s) => lostAgainst(s) > 0.02 * s.full).sort((a, b) => lostAgainst(b) - lostAgainst(a));
      return { node, own, behind, lost: behind.reduce((sum, s) => sum + lostAgainst(s), 0) };
    })
    .filter((t) => t.behind.length > 0)
    .sort((a, b) => b.lost - a.lost)
    .slice(0, TASKS)
    .map(({ node, behind }) => {
      const by = deadlineOf(node, period);
      const { mean, valueUnit } = behind[0]!;
      const sides = behind.map((s) => sideOf(s, pen));
      // Asked to reach the mean are those that are on the wrong side of it.
      const asked = sides.some((side) => side < 0) ? behind.filter((_, i) => sides[i]! < 0) : behind;
      const said = [names.node(node), f.list(asked.map((s) => names.unit(s.unit))), f.date(by)] as const;
      const lost = asked.reduce((sum, s) => sum + s.full - s.points, 0) / asked.length;
      const text =
        asked === behind && sides.every((side) => side >= 0)
          ? w.regain(...said, f.points(lost))
          : (pen.better(node) === 'lower' ? w.down : w.up)(...said, f.value(mean, valueUnit));
      const links = asked.map((s) => of(s.unit, node.id));
      return drafted(`city/task/${node.id}`, text, links, [mean, lost, by, ...asked.map((s) => s.unit)]);
    });
}

/** How many figures were due and did not come, and whose they are. */
function missingSentence(
  book: ScoreBook,
  period: Period,
  units: readonly UnitId[],
  { f, names }: Pen,
  kind: 'missing' | 'report',
): Drafted[] {
  const w = draftWords[f.locale].city;
  const lacking = units.map((unit) => ({ unit, nodes: unreported(book, period, unit) })).filter((x) => x.nodes.length > 0);
  if (lacking.length === 0) return [];
  const n = lacking.reduce((sum, x) => sum + x.nodes.length, 0);
  const who = f.list(lacking.map((x) => names.unit(x.unit)));
  const day = reportBy(period);
  const text = kind === 'missing' ? w.missing(f.brief(n), who) : w.report(f.brief(n), who, f.date(day));
  const links = lacking.flatMap((x) => x.nodes.map((node) => of(x.unit, node.id)));
  return [drafted(`city/${kind}`, text, links, [n, day, ...lacking.map((x) => x.unit)])];
}
