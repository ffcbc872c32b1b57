/** Places and grades as spreadsheet formulas, over the totals of a ranking. */
import { titleOf, type Grades, type Ranking } from '../../scheme';
import { atLeast, call, equal, minus, more, over, plus, say, times, when, type Formula } from './formula';

/** What units are ranked by, the first before the others: its cells of all ranked units, and the unit's own. */
export interface RankKey {
  readonly all: Formula;
  readonly own: Formula;
}

/** A unit's place by one key or several, ties as the scheme counts them; null where no formula says it. */
export function rankFormula(keys: readonly RankKey[], ties: Ranking['ties']): Formula | null {
  const [first, ...others] = keys;
  if (!first) return null;
  if (others.length === 0) {
    const { all, own } = first;
    if (ties === '1223') return plus(call('ROUND', call('SUMPRODUCT', over(more(all, own), call('COUNTIF', all, all))), 0), 1);
    const best = call('RANK', own, all);
    return ties === '1224' ? best : plus(best, over(minus(call('COUNTIF', all, own), 1), 2));
  }
  if (ties === '1223') return null;
  const ahead = (i: number): Formula => {
    const { all, own } = keys[i]!;
    const further = i + 1 < keys.length ? times(equal(all, own), ahead(i + 1)) : null;
    return further ? plus(more(all, own), further) : times(more(all, own), 1);
  };
  const best = plus(call('SUMPRODUCT', ahead(0)), 1);
  if (ties === '1224') return best;
  const same = keys.map(({ all, own }) => equal(all, own)).reduce((a, b) => times(a, b));
  return plus(best, over(minus(call('SUMPRODUCT', same), 1), 2));
}

/** The title of the first line that points reach; '' below them all. Vetoes and conditions are not looked at. */
export function gradeFormula(points: Formula, lines: Grades['lines'], locale: string): Formula {
  return lines.reduceRight<Formula>((rest, line) => {
    const title = say(titleOf(line.title ?? line.grade, locale));
    return line.min === undefined ? title : when(atLeast(points, line.min), title, rest);
  }, say(''));
}
