/** Runs a step of checking a period: what it did is said with a way to take it back, what refused it is handed back. */
import type { Problem } from '../../model/problem';
import type { Session } from '../../state/session.svelte';
import { sayAfter } from '../data/mending';

/** @returns none where it is done. */
export async function doing(session: Session, work: () => Promise<readonly Problem[]>): Promise<readonly Problem[]> {
  let problems: readonly Problem[] = [];
  await sayAfter(session, async () => void (problems = await work()));
  return problems;
}
