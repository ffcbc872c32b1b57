/** The branches' work run in place: what the worker wraps, and what runs where there are no workers. */
import { explain, explainGrade } from '../score/explain';
import { ordersOf } from './branch-order';
import { knowsPinyin, spell } from './branch-pinyin';
import type { BranchPort } from './branch-port';
import { rate, type Rated } from './branch-rate';

export function branchesHere(): BranchPort {
  let last: Rated['stars'] = null;
  return {
    rate(now, before, scheme) {
      const { rating, stars } = rate(now, before === 'reported' || before === null ? before : before.table, scheme);
      last = stars;
      return Promise.resolve(rating);
    },
    orders: (now) => Promise.resolve(ordersOf(now)),
    pinyin: (names) => Promise.resolve(knowsPinyin() ? spell(names) : null),
    explain(at) {
      const id = last?.ids[at];
      if (!last || id === undefined || last.scored[at] !== 1) return Promise.resolve(null);
      const { book, scores } = last.of;
      return Promise.resolve({ total: explain(book, scores.period, id, 0), grade: explainGrade(book, scores.period, id) });
    },
    close: () => undefined,
  };
}
