/** The questions about a county's total that have a panel of their own, and how the address names them: in the place of a node. */
import { ROOT } from '../../state/board.svelte';

export const ANSWERS = ['moved', 'sure', 'lift'] as const;
export type AnswerKind = (typeof ANSWERS)[number];

/** `.moved`: a node's id never begins with a dot, so that none can be mistaken for a question. */
export const nodeOf = (kind: AnswerKind): string => `${ROOT}${kind}`;

/** Which question an address asks; null where it asks about a node. */
export const answerIn = (node: string): AnswerKind | null => ANSWERS.find((a) => nodeOf(a) === node) ?? null;
