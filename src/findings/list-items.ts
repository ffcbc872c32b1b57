/**
 * Items of the list of problems 问题清单, found by rules: a red light, cases overdue, a target missed, the last place. An item
 * lives from the period in which a rule first finds it to the one whose figure closes it; where there is no figure it is
 * carried on. What somebody decided about it (extended, handed over, closed) is laid over it elsewhere.
 */
import { redIsBest } from '../i18n/light-words';
import { asOf, comparePeriods, type CalendarDate, type Period } from '../model/period';
import type { UnitId } from '../model/unit';
import { firstMeasure, type NodeInfo } from '../scheme';
import type { ScoreBook } from '../score';
import { litBy } from '../score/lights';
import { Figures } from '../score/looked';
import { peersOf } from './city';
import { deadlineOf } from './draft';
import { sideOf, type Pen } from './draft-unit';
import { leafStandings, type LeafStanding } from './leaf-standing';

/** red: a red light · overdue: cases past their deadline · missed: behind the target due and the peers' mean · last: last among its peers. */
export const CAUSES = ['red', 'overdue', 'missed', 'last'] as const;
export type Cause = (typeof CAUSES)[number];

export interface ListItem {
  /** Unit, leaf and the period it was first listed in: an item keeps it from period to period. */
  readonly id: string;
  /** 编号, for people: the period, the unit's and the leaf's place. */
  readonly number: string;
  readonly unit: UnitId;
  readonly node: NodeInfo;
  readonly first: Period;
  /** Why it stands on the list, as last found. */
  readonly causes: readonly Cause[];
  /** The figure it rests on, as last found. */
  readonly at: LeafStanding;
  readonly period: Period;
  readonly deadline: CalendarDate;
  /** The figure that closes it; null: open. */
  readonly closedBy: { readonly period: Period; readonly at: LeafStanding } | null;
}

/** Further behind its target than this, as a share of it, and behind its peers too: where all are short of 100 %, a list of all would say nothing. */
const BEHIND = 0.1;
/** And by at least this share of the marks, else it is the mean's own unrest. */
const APART = 0.05;
/** The last place counts as a problem where at least this share of the marks was lost, among at least so many. */
const LAST_LOST = 0.1;
const LAST_OF = 3;

/**
 * The items as of a period: open ones, and those that a figure of this period closes. In the order of the roster and the scheme.
 * @param group compares within each unit's own group; null: within the city.
 */
export function listItems(book: ScoreBook, period: Period, group: string | null, pen: Pick<Pen, 'f' | 'better'>): ListItem[] {
  const open = new Map<string, ListItem>();
  const periods = book.periods.filter((p) => comparePeriods(p, period) <= 0);
  for (const p of periods) {
    // Closed in an earlier period: done with.
    for (const [key, item] of open) if (item.closedBy) open.delete(key);
    const scores = book.at(p);
    const causesAt = causesOf(book, p, pen);
    for (const [u, unit] of scores.units.entries()) {
      if (group !== null && scores.groups[u] !== group) continue;
      for (const at of leafStandings(book, p, unit, peersOf(book, p, unit, group === null ? 'city' : 'group'))) {
        // A figure that is carried over is the one that was judged already.
        if (scores.state(at.node.index, u) !== 'ok') continue;
        const key = `${unit}/${at.node.id}`;
        const item = open.get(key);
        const causes = causesAt(at, u);
        if (causes.length > 0) open.set(key, item ? { ...item, causes, at, period: p } : newItem(book, p, u, at, causes));
        else if (item) open.set(key, { ...item, closedBy: { period: p, at } });
      }
    }
  }
  const order = (i: ListItem): number => book.at(period).indexOf(i.unit) * book.nodes.length + i.node.index;
  return [...open.values()].filter((i) => book.at(period).indexOf(i.unit) >= 0).sort((a, b) => order(a) - order(b));
}

function newItem(book: ScoreBook, first: Period, u: number, at: LeafStanding, causes: readonly Cause[]): ListItem {
  const two = (n: number): string => String(n).padStart(2, '0');
  const leaf = book.nodes.filter((n) => n.leaf !== null && n.index <= at.node.index).length;
  return {
    id: `${at.unit}/${at.node.id}/${first}`,
    number: `${first}-${two(u + 1)}${two(leaf)}`,
    ...{ unit: at.unit, node: at.node, first, causes, at, period: first },
    deadline: deadlineOf(at.node, first),
    closedBy: null,
  };
}

/** What speaks against a figure of the period, by rule. */
function causesOf(
  book: ScoreBook,
  period: Period,
  pen: Pick<Pen, 'f' | 'better'>,
): (at: LeafStanding, u: number) => readonly Cause[] {
  const scores = book.at(period);
  const red = new Set(
    (book.scheme.lights ?? [])
      .filter((l) => !redIsBest(l.lines))
      .flatMap((lights) => litBy(book, period, lights).filter((l) => l.line !== null && lights.lines[l.line]?.light === 'red'))
      .map((l) => `${l.unit}/${l.node}`),
  );
  const figures = new Map<number, Figures>();
  const behind = (node: NodeInfo, u: number): number => {
    let own = figures.get(node.index);
    if (!own) figures.set(node.index, (own = new Figures(book, scores, node)));
    return own.look('behind', u).value;
  };
  return (at, u) => {
    const { node, full, points } = at;
    const { leaf } = node;
    if (!leaf || points >= full) return [];
    const last = at.of >= LAST_OF && at.rank === at.of && !at.tied && full - points >= LAST_LOST * full;
    const apart = at.meanShare * full - points >= APART * full;
    const holds: Readonly<Record<Cause, boolean>> = {
      red: red.has(`${at.unit}/${node.index}`),
      overdue: /[._]overdue/.test(firstMeasure(leaf.measure)) && at.value > 0,
      missed: leaf.rule.type === 'attainment' && apart && sideOf(at, pen) < 0 && behind(node, u) > BEHIND,
      last: last && sideOf(at, pen) < 0,
    };
    return CAUSES.filter((c) => holds[c]);
  };
}

/** Whether an open item's day has passed by the end of the period. */
export const isOverdue = (item: ListItem, deadline: CalendarDate, period: Period): boolean =>
  item.closedBy === null && deadline < asOf(period);
