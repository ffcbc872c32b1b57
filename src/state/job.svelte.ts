/** Long work whose progress a panel shows: elsewhere where somebody else can do it, else here in steps with the page's own events between them. */
import { untrack } from 'svelte';
import type { Step, Steps } from '../score/steps';

export type JobState = 'waiting' | 'running' | 'stopped' | 'done' | 'failed';

/**
 * Work done elsewhere: hands on every step, goes on where it was when called again after a stop.
 * @returns false: nobody is there, nothing was done. Rejects when it is stopped, or fails.
 */
export type Elsewhere<T> = (onStep: (step: Step<T>) => void, signal: AbortSignal) => Promise<boolean>;

/** It can be stopped and goes on where it was. */
export class Job<T> {
  state = $state<JobState>('waiting');
  step = $state.raw<Step<T>>({ done: 0, of: 1, value: null });
  readonly #begin: () => Steps<T>;
  readonly #pause: () => Promise<void>;
  readonly #elsewhere: Elsewhere<T> | null;
  #steps: Steps<T> | null = null;
  #abort = new AbortController();
  /** Tells a run from one that was stopped and begun again before it noticed. */
  #run = 0;

  /** @param pause resolves when the next step may be taken here. */
  constructor(begin: () => Steps<T>, pause: () => Promise<void> = breathe, elsewhere: Elsewhere<T> | null = null) {
    this.#begin = begin;
    this.#pause = pause;
    this.#elsewhere = elsewhere;
  }

  /** Begins, or goes on where it was stopped; begins anew after a failure. Does nothing while it runs or when it is done. */
  async run(): Promise<void> {
    if (untrack(() => this.state === 'running' || this.state === 'done')) return;
    const run = ++this.#run;
    const goesOn = (): boolean => run === this.#run && this.state === 'running';
    this.state = 'running';
    this.#abort = new AbortController();
    try {
      const isDone = (await this.#away(goesOn)) || (await this.#here(goesOn));
      if (isDone && goesOn()) this.state = 'done';
    } catch {
      // Stopped, or another run's affair by now.
      if (!goesOn()) return;
      this.#steps = null;
      this.state = 'failed';
    }
  }

  /** @returns whether all steps were taken; what was begun here is ended here. */
  async #away(goesOn: () => boolean): Promise<boolean> {
    if (this.#steps || !this.#elsewhere) return false;
    return this.#elsewhere((step) => {
      if (goesOn()) this.step = step;
    }, this.#abort.signal);
  }

  /** @returns whether all steps were taken */
  async #here(goesOn: () => boolean): Promise<boolean> {
    if (!goesOn()) return false;
    this.#steps ??= this.#begin();
    for (;;) {
      await this.#pause();
      if (!goesOn()) return false;
      // As many as fit before the next frame, and one at least.
      const until = performance.now() + SLICE;
      do {
        const next = this.#steps.next();
        if (next.done) return true;
        this.step = next.value;
      } while (performance.now() < until);
    }
  }

  stop(): void {
    if (untrack(() => this.state) !== 'running') return;
    this.state = 'stopped';
    this.#abort.abort();
  }
}

/** Milliseconds of work between two pauses. */
const SLICE = 10;

/** After the page has been drawn and its events heard: a frame, then a task of its own. */
function breathe(): Promise<void> {
  return new Promise((go) => {
    // Frames are not drawn in a page out of sight; the work goes on there by the timer.
    const late = setTimeout(go, 100);
    requestAnimationFrame(() => setTimeout(() => (clearTimeout(late), go()), 0));
  });
}
