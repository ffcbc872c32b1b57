/** 核定 in one gesture: from draft through checking to approved, where nothing refuses it. */
import type { Period } from '../../model/period';
import type { Problem } from '../../model/problem';
import { standingOf } from '../../model/review';
import type { Session } from '../../state/session.svelte';
import { doing } from '../review/doing';

/** @returns what refused it; none where the figures are approved now, or were before. */
export function approve(session: Session, period: Period): Promise<readonly Problem[]> {
  const { review } = session.pipeline;
  const { state } = standingOf(session.snapshot.reviews, period);
  if (state === 'approved' || state === 'sealed') return Promise.resolve([]);
  return doing(session, async () => {
    const first = state === 'draft' ? await review.state(period, 'checking') : [];
    return first.length > 0 ? first : review.state(period, 'approved');
  });
}
