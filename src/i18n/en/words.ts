/** The words of controls and of the flags beside a leaf, in English; those of the screens are in `screens.en.ts`. */
import type { Words } from '../zh-CN';

export const words: Words = {
  ui: {
    close: 'Close',
    cancel: 'Stop',
    sortBy: (column) => `Sort by “${column}”`,
    noRows: 'Nothing here',
    dropNow: 'Let go to start reading',
  },
  flag: {
    zeroRange: 'Both goalposts, or all values, are equal: full marks for all',
    postsCrossed: 'The goalposts stand the wrong way round: full marks from the lower one on, else the floor',
    smallGroup: 'Fewer than 4 in the group: the fallback applies',
    bestZero: 'The best value is 0',
    noTarget: 'No target: not counted',
    targetZero: 'The target is 0: points as the rule says',
    noYearStart: 'No figures before the year: this period’s stand for them',
    noVotes: 'An answer of the ballot has no figure, or nobody voted',
    unreported: 'Due, and reported by nobody',
    notStandardised: 'No figures by sector: scored without standardising',
  },
};
