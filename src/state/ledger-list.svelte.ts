/** A ledger's rows of the period on show: asked for when it changes, the rows before staying in view until the new ones are there. */
import type { LedgerId } from '../model/ledger';
import type { LedgerRow } from '../model/ledger-row';
import type { Period } from '../model/period';
import type { Board } from './board.svelte';

/** The rows asked for last, and of which period they are. */
export interface Listed {
  readonly period: Period;
  readonly rows: readonly LedgerRow[];
}

export class LedgerList {
  /** null: none were there yet. */
  listed = $state.raw<Listed | null>(null);
  failed = $state(false);
  readonly #board: Board;
  readonly #ledger: LedgerId;
  #asked = 0;

  constructor(board: Board, ledger: LedgerId) {
    this.#board = board;
    this.#ledger = ledger;
  }

  /** Asks for the rows of the period on show; an answer that a later question overtook is let go. For use in an effect. */
  ask(): void {
    const { period, book } = this.#board;
    // Read so that the effect runs again when the record changed, though the period did not.
    if (!period || !book) return;
    const asked = ++this.#asked;
    this.#board.session.pipeline.rowsIn(this.#ledger, period).then(
      (rows) => {
        if (asked !== this.#asked) return;
        this.listed = { period, rows };
        this.failed = false;
      },
      () => {
        if (asked === this.#asked) this.failed = true;
      },
    );
  }
}
