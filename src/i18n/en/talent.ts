/** The words of the talent screen in English. */
import type { TalentWords } from '../zh/talent';

export const talentEn: TalentWords = {
  title: 'Talent',
  none: (period) => `No talent intake table for ${period}.`,
  headline: (period, done, target, share, behind, of) =>
    behind > 0
      ? `${period}: ${done} taken in, ${share} of the year’s target of ${target}; ${behind} of ${of} units behind the pace`
      : `${period}: ${done} taken in, ${share} of the year’s target of ${target}; all ${of} units on pace`,
  lines: 'Intake through the year',
  bullets: 'Units against the pace',
  by: 'View',
  byLines: 'Course',
  byBullets: 'Now',
  paceNote: (pace) => `Attainment: people counted towards the target ÷ target of the year; pace: ${pace}`,
  words: {
    pace: 'Pace',
    target: 'Year’s target 100%',
    yearStart: 'Start',
    value: 'Attainment',
    distance: 'Against the pace (pp)',
    behind: '▼ behind the pace',
    onPace: '● on pace',
    missing: 'not reported',
    rest: (n) => `${n} more units in the table`,
  },
  classes: 'Intake by class',
  classesNote: 'People since 1 January; shares are of that intake',
  platforms: 'Platforms and funds',
  platformsNote: 'Paid share: funds paid ÷ funds due',
  unit: 'County',
  target: 'Target',
  intake: 'Intake',
  fullTime: 'Full-time',
  flexible: 'Flexible',
  arrival: 'On post',
  retention: 'Retention',
  elite: 'Elite graduates on post',
  classOf: (letter) => `Class ${letter}`,
  newPlatforms: 'New platforms',
  per100: 'New per 100 firms',
  due: 'Due (10k yuan)',
  paid: 'Paid (10k yuan)',
  paidShare: 'Paid share',
  missing: 'not reported',
  city: 'City',
};
