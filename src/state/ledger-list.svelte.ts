/** A ledger's rows of the period on show: asked for when it changes, the rows before staying in view until the new ones are there. */
import type { LedgerId } from '../model/ledger';
import type { LedgerRow } from '../model/ledger-row';
import { closingQuarter, type Period } from '../model/period';
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
    this.#rowsOf(period).then(
      (listed) => {
        if (asked !== this.#asked) return;
        this.listed = listed;
        this.failed = false;
      },
      () => {
        if (asked === this.#asked) this.failed = true;
      },
    );
  }

  /** Of a half-year or year whose ledger is reported by quarters, the rows of the quarter it ends in. */
  async #rowsOf(period: Period): Promise<Listed> {
    const { pipeline } = this.#board.session;
    const rows = await pipeline.rowsIn(this.#ledger, period);
    const quarter = closingQuarter(period);
    if (rows.length > 0 || quarter === period) return { period, rows };
    return { period: quarter, rows: await pipeline.rowsIn(this.#ledger, quarter) };
  }
}
