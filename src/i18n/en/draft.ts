/** Sentences of the meeting papers in English. */
import type { DraftWords } from '../zh/draft';

export const draftEn: DraftWords = {
  standing: [
    (s) => `${s.name}, ${s.period}: ${s.total} points, ${s.rank} of ${s.of}${s.since}.`,
    (s) => `In ${s.period} ${s.name} scored ${s.total} points and is ${s.rank} of ${s.of}${s.since}.`,
    (s) => `${s.name} is ${s.rank} of ${s.of} with ${s.total} points in ${s.period}${s.since}.`,
    (s) => `${s.total} points put ${s.name} ${s.rank} of ${s.of} in ${s.period}${s.since}.`,
  ],
  rose: (places, change) => `, up ${places} on the period before, total ${change}`,
  fell: (places, change) => `, down ${places} on the period before, total ${change}`,
  held: (change) => `, the same rank as before, total ${change}`,
  unranked: (name, period) => `${name} is not ranked in ${period}.`,
  strength: [
    (s) => `“${s.title}” is ${s.value}, ${s.mean}, ${s.place}.`,
    (s) => `“${s.title}” stands out at ${s.value}: ${s.place}, ${s.mean}.`,
    (s) => `“${s.title}” earned ${s.points} of ${s.full} points with ${s.value}, ${s.mean}.`,
    (s) => `At ${s.value}, “${s.title}” is ${s.place} and ${s.mean}.`,
    (s) => `A clear strength is “${s.title}”: ${s.value}, ${s.mean}, ${s.place}.`,
  ],
  full: [
    (s) => `“${s.title}” is ${s.value}: all ${s.full} points, ${s.mean}.`,
    (s) => `“${s.title}” earned all ${s.full} points at ${s.value}, ${s.mean}.`,
    (s) => `All ${s.full} points went to “${s.title}” too: ${s.value}, ${s.mean}.`,
  ],
  weakness: [
    (s) => `“${s.title}” is ${s.value}, ${s.mean}, ${s.place}${s.change}; ${s.lost} points lost.`,
    (s) => `“${s.title}” lags at ${s.value}, ${s.mean}, ${s.place}${s.change}; ${s.lost} points lost.`,
    (s) => `Most was lost in “${s.title}”: ${s.lost} points, at ${s.value}, ${s.mean}, ${s.place}${s.change}.`,
    (s) => `“${s.title}” earned only ${s.points} of ${s.full} points: ${s.value}, ${s.mean}, ${s.place}${s.change}.`,
    (s) => `“${s.title}” moves slowly: ${s.value}, ${s.place}, ${s.mean}${s.change}; ${s.lost} points lost.`,
  ],
  short: [
    (s) => `“${s.title}” still lost ${s.lost} points at ${s.value}, ${s.mean}${s.change}.`,
    (s) => `“${s.title}” leaves room: ${s.value}, ${s.mean}, ${s.points} of ${s.full} points${s.change}.`,
    (s) => `“${s.title}” earned ${s.points} points, ${s.lost} short of full marks, at ${s.value}, ${s.mean}${s.change}.`,
  ],
  unreported: [
    (title, lost) => `“${title}” was due and not reported: ${lost} points not earned.`,
    (title, lost) => `The figures of “${title}” did not come: ${lost} points lost.`,
    (title, lost) => `${lost} points went with “${title}”, which was not reported.`,
  ],
  up: [
    (s) => `Raise “${s.title}” from ${s.value} to at least ${s.mean} by ${s.by}.`,
    (s) => `List the gaps in “${s.title}” and make up the ${s.gap} to the mean by ${s.by}.`,
    (s) => `Name who is responsible for “${s.title}” and bring it from ${s.value} to the mean of ${s.mean} by ${s.by}.`,
    (s) => `Review “${s.title}” (now ${s.value}) every month; no less than ${s.mean} by ${s.by}.`,
  ],
  down: [
    (s) => `Bring “${s.title}” down from ${s.value} to at most ${s.mean} by ${s.by}.`,
    (s) => `Close the cases of “${s.title}” one by one, ${s.gap} fewer by ${s.by}.`,
    (s) => `Name who is responsible for “${s.title}” and bring it from ${s.value} within the mean of ${s.mean} by ${s.by}.`,
    (s) => `Review “${s.title}” (now ${s.value}) every month; no more than ${s.mean} by ${s.by}.`,
  ],
  regain: [
    (s) => `Find out by the scoring rules why ${s.lost} points were lost in “${s.title}”, and put it right by ${s.by}.`,
    (s) => `Put right by ${s.by} what cost ${s.lost} points in “${s.title}”.`,
    (s) => `Win back the ${s.lost} points of “${s.title}” by ${s.by}.`,
  ],
  report: [
    (title, full, by) => `Report the figures of “${title}” (${full} points) by ${by}.`,
    (title, full, by) => `The figures of “${title}” (${full} points) are to be there by ${by}.`,
    (title, full, by) => `Find out why “${title}” (${full} points) was not reported, and report it by ${by}.`,
  ],
  at: (rank) => rank,
  last: 'last',
  increased: (by) => `, ${by} more than before`,
  decreased: (by) => `, ${by} less than before`,
  unchanged: ', as before',

  city: {
    overall: (period, of, mean, best, last) =>
      `In ${period} ${of} units are ranked: ${mean} points on average, ${best} at most, ${last} at least.`,
    first: (names, n) => (n < 3 ? `In order: ${names}.` : `${names} are the first three.`),
    scored: (name, total) => `${name} (${total})`,
    others: (names) => `Then follow ${names}.`,
    grades: (grade, n, names) => `Graded “${grade}”, ${n}: ${names}.`,
    notRanked: (names) => `${names} are not ranked.`,
    section: (title, mean, full, best, bestPoints, last, lastPoints) =>
      `“${title}” earned ${mean} of ${full} points on average; ${best} has most with ${bestPoints}, ${last} least with ${lastPoints}.`,
    sectionLeader: (title, mean, full, best, bestPoints) =>
      `“${title}” earned ${mean} of ${full} points on average; ${best} has most with ${bestPoints}.`,
    level: (title, each, full) => `“${title}” earned every unit ${each} of ${full} points.`,
    leafMany: (title, n, value, mean) => `In “${title}” ${n} units have ${value}; the mean is ${mean}.`,
    leaf: (title, leaders, mean) => `“${title}” is led by ${leaders}; the mean is ${mean}.`,
    valued: (name, value) => `${name} (${value})`,
    problem: (name, title, value, mean, lost) =>
      `${name}: “${title}” is ${value}, below the mean of ${mean}; ${lost} points lost.`,
    problemAbove: (name, title, value, mean, lost) =>
      `${name}: “${title}” is ${value}, above the mean of ${mean}; ${lost} points lost.`,
    up: (title, names, by, mean) => `${names} list what is to be put right in “${title}” and reach the mean of ${mean} by ${by}.`,
    down: (title, names, by, mean) =>
      `${names} list what is to be put right in “${title}” and come down to the mean of ${mean} by ${by}.`,
    regain: (title, names, by, lost) =>
      `${names} find out why ${lost} points were lost on average in “${title}”, and put it right by ${by}.`,
    missing: (n, names) => `${n} figures that were due were not reported, by ${names}.`,
    report: (n, names, by) => `${names} report the ${n} missing figures by ${by}.`,
  },
};
