/** The moves that the overview tells, and whose course it colours. */
import { moves } from '../../../findings/city';
import type { Board } from '../../../state/board.svelte';

const MOST = 5;

export const movesOf = ({ book, period, group }: Board): ReturnType<typeof moves> =>
  book && period ? moves(book, period, group, MOST) : [];
