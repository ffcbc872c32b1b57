/** What is said of sentences: accepted, written otherwise, left out; each a step of the record with a way to take it back. */
import type { SentenceSaid } from '../../model/meeting';
import type { Period } from '../../model/period';
import type { Pack, Sentence } from '../../report/pack/paper';
import type { Session } from '../../state/session.svelte';
import { sayAfter } from '../data/mending';

/** @param said a text of its own, null as drafted, '' left out. Persons in a text are masked. */
export async function say(
  session: Session,
  period: Period,
  pack: Pack,
  said: readonly { readonly id: string; readonly text: string | null }[],
): Promise<void> {
  const texts = await session.pipeline.masked(said.map((s) => s.text ?? ''));
  const all = said.map(({ id, text }, i): SentenceSaid => ({
    id,
    text: text === null ? null : (texts[i] ?? '').trim(),
    facts: pack.facts.get(id) ?? '',
  }));
  await sayAfter(session, () => session.pipeline.note([{ kind: 'sentences.said', period, said: all }]));
}

/** Accepts sentences as they read now; one that was written by hand stays as it was written. */
export const accept = (session: Session, period: Period, pack: Pack, sentences: readonly Sentence[]): Promise<void> =>
  say(
    session,
    period,
    pack,
    sentences.map((s) => ({ id: s.id, text: s.edited ? s.text : null })),
  );
