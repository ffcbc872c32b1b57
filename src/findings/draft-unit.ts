/** The sentences about one unit: where it stands, what it does well and badly, what it has to do by when. */
import { draftWords, type LeafSaid, type TaskSaid } from '../i18n/draft';
import { apart } from '../i18n/findings';
import type { Formats } from '../i18n/format';
import type { CalendarDate, Period } from '../model/period';
import type { UnitId } from '../model/unit';
import { snap, type NodeInfo } from '../scheme';
import type { ScoreBook } from '../score';
import { peersOf } from './city';
import { deadlineOf, drafted, reportBy, way, wayOf, type Drafted } from './draft';
import type { Finding } from './finding';
import { ranked } from './leaders';
import { leafStandings, type LeafStanding } from './leaf-standing';
import { against, type Names } from './sentence';
import { standingOf, strengthsOf, weaknessesOf } from './unit';

/** At most so many strengths, problems and tasks. */
export const MOST = 3;
/** Fewer than this are filled up, as long as there is something to say. */
const FEWEST = 2;
/** Of fewer nobody is said to be last. */
const LAST_OF = 3;

export interface UnitDraft {
  readonly unit: UnitId;
  readonly standing: Drafted;
  readonly strengths: readonly Drafted[];
  readonly problems: readonly Drafted[];
  readonly tasks: readonly Drafted[];
}

/** Language and names for the sentences. */
export interface Pen {
  readonly f: Formats;
  readonly names: Names;
  /** Which way a leaf's value is better; neither: nobody can say. */
  readonly better: (node: NodeInfo) => 'higher' | 'lower' | 'neither';
}

/** Whether a value lies on the good side of its peers' mean, on the bad side (−1), or on neither (0), as printed. */
export function sideOf({ node, value, mean, valueUnit }: LeafStanding, { f, better }: Pick<Pen, 'f' | 'better'>): -1 | 0 | 1 {
  const way = better(node);
  if (way === 'neither' || f.value(value, valueUnit) === f.value(mean, valueUnit)) return 0;
  return value > mean === (way === 'higher') ? 1 : -1;
}

/** Whether a value is printed as its peers' mean is. */
export const isLevel = ({ value, mean, valueUnit }: LeafStanding, { f }: Pick<Pen, 'f'>): boolean =>
  f.value(value, valueUnit) === f.value(mean, valueUnit);

/** Whether a value can be said to be behind the mean: not on its good side, and printed otherwise. */
export const isBehind = (s: LeafStanding, pen: Pick<Pen, 'f' | 'better'>): boolean => sideOf(s, pen) <= 0 && !isLevel(s, pen);

/** Points that could have been had. */
const lostOf = (s: LeafStanding): number => snap(s.full - s.points);

/** @param group compares and ranks within the unit's own group; null: within the city. */
export function draftUnit(book: ScoreBook, period: Period, unit: UnitId, group: string | null, pen: Pen): UnitDraft {
  const peers = peersOf(book, period, unit, group === null ? 'city' : 'group');
  const standings = leafStandings(book, period, unit, peers);
  // Whoever is next in the papers' order says it another way; those without a rank come last, as they stand in the roster.
  const scores = book.at(period);
  const order = ranked(scores, group).map(({ u }) => u);
  const turn = [...order, ...scores.units.keys()].indexOf(scores.indexOf(unit));
  const strengths = strong(standings, pen);
  const absent = unreported(book, period, unit);
  // Nothing is praised and blamed on one page.
  const bad = weak(
    standings.filter((s) => !strengths.includes(s)),
    pen,
  ).slice(0, MOST - Math.min(absent.length, 1));
  const missing = absent.slice(0, MOST - bad.length);
  return {
    unit,
    standing: standingSentence(book, period, unit, group, turn, pen),
    strengths: strengths.map((s, i) => leafSentence(isLevel(s, pen) ? 'full' : 'strength', s, turn + i * 2, pen)),
    problems: [
      ...missing.map((n, i) => {
        const { text, lost } = titled(book, period, unit, n, pen);
        const said = way(draftWords[pen.f.locale].unreported, turn + i)(text, pen.f.brief(lost));
        return drafted(`${unit}/unreported/${n.id}`, said, [{ unit, node: n.id }], [lost, turn]);
      }),
      ...bad.map((s, i) => leafSentence(isBehind(s, pen) ? 'weakness' : 'short', s, turn + i * 2, pen)),
    ],
    tasks: [
      ...missing.map((n, i) => {
        const { text, full } = titled(book, period, unit, n, pen);
        const day = reportBy(period);
        const said = way(draftWords[pen.f.locale].report, turn + i)(text, full, pen.f.date(day));
        return drafted(`${unit}/report/${n.id}`, said, [{ unit, node: n.id }], [full, day, turn]);
      }),
      ...bad.map((s, i) => taskSentence(s, turn + i, deadlineOf(s.node, period), pen)),
    ],
  };
}

/** What is said to be well: better than the peers in points and not worse in value; where there are too few, what earned full marks. */
function strong(standings: readonly LeafStanding[], pen: Pen): LeafStanding[] {
  // Level with the mean, only full marks are worth saying.
  const best = found(strengthsOf(standings, standings.length)).filter(
    (s) => sideOf(s, pen) >= 0 && (lostOf(s) === 0 || !isLevel(s, pen)),
  );
  const full = standings
    .filter((s) => lostOf(s) === 0 && !best.includes(s) && sideOf(s, pen) >= 0)
    .sort((a, b) => b.full - a.full);
  return [...best, ...(best.length < FEWEST ? full : [])].slice(0, Math.max(FEWEST, Math.min(best.length, MOST)));
}

/** What is said to be a problem: worse than the peers in points and not better in value; where there are too few, where most marks were lost. */
function weak(standings: readonly LeafStanding[], pen: Pen): LeafStanding[] {
  const worst = found(weaknessesOf(standings, standings.length)).filter((s) => sideOf(s, pen) <= 0);
  const lost = standings.filter((s) => lostOf(s) > 0 && !worst.includes(s)).sort((a, b) => lostOf(b) - lostOf(a));
  return [...worst, ...(worst.length < FEWEST ? lost : [])].slice(0, Math.max(FEWEST, Math.min(worst.length, MOST)));
}

const found = (findings: readonly Finding[]): LeafStanding[] =>
  findings.flatMap((x) => (x.kind === 'strength' || x.kind === 'weakness' ? [x.at] : []));

const titled = (book: ScoreBook, period: Period, unit: UnitId, n: NodeInfo, { f, names }: Pen) => {
  const scores = book.at(period);
  const u = scores.indexOf(unit);
  // A unit of which nothing is known has no marks in force: what the leaf would have been worth.
  const full = scores.effective(n.index)[u] || n.full;
  return { text: names.node(n), full: f.brief(full), lost: snap(full - (scores.points(n.index)[u] || 0)) };
};

/** Leaves whose figure was due and did not come, the heaviest first. */
export function unreported(book: ScoreBook, period: Period, unit: UnitId): NodeInfo[] {
  const scores = book.at(period);
  const u = scores.indexOf(unit);
  if (u < 0) return [];
  // Who reported nothing at all has no marks in force, and owes all the same.
  const none = (scores.effective(0)[u] ?? 0) === 0;
  const weight = (n: NodeInfo): number => (none ? n.full : (scores.effective(n.index)[u] ?? 0));
  return book.nodes
    .filter((n) => n.leaf !== null && scores.state(n.index, u) === 'missing' && weight(n) > 0)
    .sort((a, b) => weight(b) - weight(a));
}

function standingSentence(
  book: ScoreBook,
  period: Period,
  unit: UnitId,
  group: string | null,
  turn: number,
  { f, names }: Pen,
): Drafted {
  const w = draftWords[f.locale];
  const at = standingOf(book, period, unit, group);
  const links = [{ unit, node: '' }];
  const name = names.unit(unit);
  if (at.kind !== 'standing') return drafted(`${unit}/standing`, w.unranked(name, f.period(period)), links, ['unranked']);
  const { rank, tied, of, total, places, change } = at;
  const since =
    places === null || change === null
      ? ''
      : places === 0
        ? w.held(f.signed(change))
        : (places > 0 ? w.rose : w.fell)(f.brief(Math.abs(places)), f.signed(change));
  const said = { name, period: f.period(period), total: f.points(total), rank: f.rank(rank, tied), of: f.brief(of), since };
  return drafted(`${unit}/standing`, way(w.standing, turn)(said), links, [rank, tied, of, total, places, change]);
}

const factsOf = (s: LeafStanding): (number | boolean | null)[] => [
  ...[s.value, s.mean, s.points, s.full, s.rank, s.tied, s.of],
  s.before?.value ?? null,
];

function leafSentence(
  kind: 'strength' | 'full' | 'weakness' | 'short',
  s: LeafStanding,
  turn: number,
  { f, names }: Pen,
): Drafted {
  const w = draftWords[f.locale];
  const said: LeafSaid = {
    title: names.node(s.node),
    value: f.value(s.value, s.valueUnit),
    mean: against(s, f),
    place: s.rank === s.of && !s.tied && s.of >= LAST_OF ? w.last : w.at(f.rank(s.rank, s.tied)),
    change: s.before ? sinceBefore(s, s.before.value, f) : '',
    points: f.points(s.points),
    full: f.brief(s.full),
    lost: f.points(lostOf(s)),
  };
  const text = way(w[kind], turn)(said);
  return drafted(
    `${s.unit}/${kind === 'strength' || kind === 'full' ? 'strength' : 'weakness'}/${s.node.id}`,
    text,
    [{ unit: s.unit, node: s.node.id }],
    [...factsOf(s), wayOf(w[kind], turn)],
  );
}

/** `，较上期增加 1.2 个百分点`: as far as the figures printed are apart. */
function sinceBefore({ value, valueUnit }: LeafStanding, then: number, f: Formats): string {
  const w = draftWords[f.locale];
  if (f.value(then, valueUnit) === f.value(value, valueUnit)) return w.unchanged;
  return (value > then ? w.increased : w.decreased)(apart(f, then, value, valueUnit));
}

/** What a unit has to do about an indicator by a day. */
export function taskSentence(s: LeafStanding, turn: number, by: CalendarDate, pen: Pen): Drafted {
  const { f, names } = pen;
  const w = draftWords[f.locale];
  const said: TaskSaid = {
    title: names.node(s.node),
    value: f.value(s.value, s.valueUnit),
    mean: f.value(s.mean, s.valueUnit),
    gap: apart(f, s.value, s.mean, s.valueUnit),
    lost: f.points(lostOf(s)),
    by: f.date(by),
  };
  // Who is worse than the mean is to reach it; where the value does not say which way, the points are to come back.
  const ways = sideOf(s, pen) >= 0 ? w.regain : s.value < s.mean ? w.up : w.down;
  const text = way(ways, turn)(said);
  return drafted(
    `${s.unit}/task/${s.node.id}`,
    text,
    [{ unit: s.unit, node: s.node.id }],
    [...factsOf(s), by, wayOf(ways, turn)],
  );
}
