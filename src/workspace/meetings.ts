/** Gathers what the journal says of the meeting papers. Apart from the replay, which every page needs: papers are asked for later. */
import type { IssueDecision, MeetingRecord, PackChoice, SentenceSaid } from '../model/meeting';
import type { Period } from '../model/period';
import type { Entry } from './journal';

/** @param steps those that count, oldest first. */
export function meetingsOf(steps: readonly Entry[]): MeetingRecord {
  const choices = new Map<Period, PackChoice>();
  const said = new Map<Period, Map<string, SentenceSaid>>();
  const issues = new Map<string, IssueDecision[]>();
  for (const e of steps)
    if (e.kind === 'pack.chosen') choices.set(e.period, e.choice);
    else if (e.kind === 'sentences.said') {
      const own = said.get(e.period) ?? new Map<string, SentenceSaid>();
      for (const s of e.said) own.set(s.id, s);
      said.set(e.period, own);
    } else if (e.kind === 'issue.decided') {
      const { seq, item, period, act, day, to, reason } = e;
      issues.set(item, [...(issues.get(item) ?? []), { seq, item, period, act, day, to, reason }]);
    }
  return { choices, said, issues };
}
