/** Findings as sentences in English. */
import type { FindingWords } from '../zh/findings';

export const findingsEn: FindingWords = {
  leads: (period, name, total, ahead) =>
    `${period}: ${name} leads with ${total} points${ahead ? `, ${ahead} ahead of the next` : ''}.`,
  leadTogether: (period, names, total) => `${period}: ${names} share the first place with ${total} points each.`,
  rose: (name, places, rank) => `${name} rose ${places} to ${rank}`,
  fell: (name, places, rank) => `${name} fell ${places} to ${rank}`,
  kept: (name, rank, change) => `${name} stays ${rank}, total ${change}`,
  because: (section, by, more) => `, mainly by ${by} points ${more ? 'more' : 'less'} in “${section}”.`,
  byOthers: (rose, change) =>
    rose ? ` with a total of ${change}: others lost more.` : ` with a total of ${change}: others gained more.`,
  noCause: (change, calendar) => `; total ${change}${calendar ? ', with other parts due than before' : ''}.`,
  byCalendar: '; other parts were due than before.',
  widest: (section, best, bestPoints, last, lastPoints, gap) =>
    `Furthest apart in “${section}”: ${best} ${bestPoints}, ${last} ${lastPoints}, a gap of ${gap} points.`,
  strength: (indicator, value, mean, rank) => `“${indicator}” ${value}, ${mean}, ${rank}.`,
  weakness: (indicator, value, mean, rank, lost) => `“${indicator}” ${value}, ${mean}, ${rank}; ${lost} points lost.`,
  meanAbove: (by) => `${by} above the mean`,
  meanBelow: (by) => `${by} below the mean`,
  meanEqual: 'level with the mean',
  among: (rank, of) => `${rank} of ${of}`,
  last: (of) => `last of ${of}`,
  standing: (name, period, total, rank, of) => `${name}, ${period}: ${total} points, ${rank} of ${of}`,
  movedUp: (places, change) => `, up ${places} on the period before; total changed by ${change}.`,
  movedDown: (places, change) => `, down ${places} on the period before; total ${change}.`,
  held: (change) => `, the same rank as the period before; total ${change}.`,
  stop: '.',
  why: 'Why',
  unranked: (name, period) => `${name} is not ranked in ${period}.`,
};
