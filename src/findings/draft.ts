/**
 * Drafted sentences: made by rules from figures, each with the numbers it can be held against and a print of them, by which a
 * later change is seen. Without a number there is no sentence.
 */
import { addDays } from '../model/calendar';
import { asOf, shift, type CalendarDate, type Period } from '../model/period';
import type { UnitId } from '../model/unit';
import type { NodeInfo } from '../scheme';
import { isDue } from '../score/due';

/** A number of the score book: a unit's, of a node of the scheme; '' the total. */
export interface Link {
  readonly unit: UnitId;
  readonly node: string;
}

export interface Drafted {
  /** What it is about, whatever its figures: `墨砚/weakness/talent-intake`. */
  readonly id: string;
  readonly text: string;
  /** At least one. */
  readonly links: readonly Link[];
  /** The figures it rests on, to 9 digits: where they are the same, it still holds. Without words, so that no language changes it. */
  readonly facts: string;
}

type Fact = number | string | boolean | null;

/** @param facts everything in the text that may change from one run to the next. */
export const drafted = (id: string, text: string, links: readonly Link[], facts: readonly Fact[]): Drafted => ({
  id,
  text: unspaced(text),
  links,
  facts: facts.map((x) => (typeof x === 'number' ? String(Number(x.toPrecision(9))) : String(x))).join('|'),
});

/** On official paper no space stands between Han characters and figures, as it does on a screen. */
const unspaced = (text: string): string =>
  text
    .replace(/([\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u2018-\u201f]) (?=[\d−+])/g, '$1')
    .replace(/([\d%]) (?=[\u4e00-\u9fff])/g, '$1');

/** Which of several ways to say the same: neighbours differ. It is among a sentence's facts, since another way is another text. */
export const wayOf = (ways: readonly unknown[], turn: number): number => turn % ways.length;

export const way = <T>(ways: readonly [T, ...T[]], turn: number): T => ways[wayOf(ways, turn)] ?? ways[0];

/** By when a task about an indicator is to be done: the last day of the next period in which it counts, within a year. */
export function deadlineOf(node: NodeInfo, period: Period): CalendarDate {
  const next = [1, 2, 3, 4].map((n) => shift(period, n)).find((p) => node.leaf === null || isDue(node.leaf.due, p));
  return asOf(next ?? shift(period, 1));
}

/** By when what is missing is to be there: a month after the period. It hangs on no clock, so that a paper stays what it was. */
export const reportBy = (period: Period): CalendarDate => addDays(asOf(period), 30);
