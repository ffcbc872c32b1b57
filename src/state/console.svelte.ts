/** The console as the screen sees it: the text, what runs, its answer, and the queries that are kept. */
import { Console, type Answer } from '../pipeline/console';
import { readSaved, withSaved, writeSaved, type SavedQuery, type Shelf } from '../pipeline/console-saved';
import type { Session } from './session.svelte';

export { CONSOLE_TABLES, MOST_ROWS, type ConsoleColumn, type ConsoleTable, type Fault, type Result } from '../pipeline/console';
export { completionsAt, writtenName, type Completion } from '../pipeline/console-complete';
export type { SavedQuery } from '../pipeline/console-saved';

export type ConsoleStage = 'idle' | 'running' | 'answered' | 'cancelled' | 'failed';

/** Storage may be refused (private window, file://): queries then last as long as the page. */
function shelf(): Shelf | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

export class ConsoleState {
  text = $state('');
  stage = $state<ConsoleStage>('idle');
  /** Whether it waits for tables that are being taken in. */
  waits = $state(false);
  answer = $state.raw<Answer | null>(null);
  /** The text that was answered: its places are of it. */
  asked = $state('');
  /** How long the last answer took, in milliseconds. */
  took = $state(0);
  /** What it failed with where that is neither the text's fault nor a cancel. */
  failure = $state('');
  saved = $state.raw<readonly SavedQuery[]>([]);
  /** Whether they outlast the page. */
  kept = $state(true);
  readonly #session: Session;
  readonly #console: Console;
  readonly #key: string;
  #abort = new AbortController();

  constructor(session: Session) {
    this.#session = session;
    this.#console = new Console(session.pipeline);
    this.#key = `kaoping.console.${session.record}`;
    this.saved = readSaved(shelf(), this.#key);
  }

  /** Runs the text; an answer of a question that was cancelled since is let go. */
  async run(): Promise<void> {
    if (this.stage === 'running') return;
    const abort = new AbortController();
    this.#abort = abort;
    this.stage = 'running';
    this.asked = this.text;
    this.waits = true;
    let start = performance.now();
    const begun = (): void => {
      start = performance.now();
      this.waits = false;
    };
    try {
      const answer = await this.#console.run(this.asked, abort.signal, begun);
      if (abort.signal.aborted) return;
      this.answer = answer;
      this.took = performance.now() - start;
      this.stage = 'answered';
    } catch (error) {
      if (abort.signal.aborted) return;
      this.failure = error instanceof Error ? error.message : String(error);
      this.stage = 'failed';
    }
  }

  cancel(): void {
    if (this.stage !== 'running') return;
    this.stage = 'cancelled';
    this.#abort.abort();
  }

  /** Keeps the text under a name. @returns what stood under it before. */
  save(name: string): SavedQuery | null {
    const before = this.saved.find((s) => s.name === name) ?? null;
    this.#keep(withSaved(this.saved, { name, text: this.text }));
    return before;
  }

  /** Takes a query off the list. @returns a way to bring it back to its place. */
  remove(query: SavedQuery): () => void {
    const before = this.saved;
    const place = before.indexOf(query);
    this.#keep(before.filter((s) => s !== query));
    return () => {
      if (!this.saved.some((s) => s.name === query.name))
        this.#keep([...this.saved.slice(0, place), query, ...this.saved.slice(place)]);
    };
  }

  put(query: SavedQuery): void {
    this.#keep(withSaved(this.saved, query));
  }

  #keep(saved: readonly SavedQuery[]): void {
    this.saved = saved;
    this.kept = writeSaved(shelf(), this.#key, saved);
  }

  /** Tables with rows come first in the list. */
  hasRows(ledger: string | null): boolean {
    return ledger === null || this.#session.snapshot.tables.some((t) => t.ledger === ledger && t.coverage.inForce > 0);
  }
}

const states = new WeakMap<Session, Map<string, ConsoleState>>();

/** The console of a record: what was written and answered is still there when the tab is opened again. */
export function consoleOf(session: Session): ConsoleState {
  const own = states.get(session) ?? new Map<string, ConsoleState>();
  states.set(session, own);
  const state = own.get(session.record) ?? new ConsoleState(session);
  own.set(session.record, state);
  return state;
}
