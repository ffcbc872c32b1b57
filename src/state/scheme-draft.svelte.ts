/**
 * A draft of the scheme 方案草稿: edits with undo and redo, what they change in words' terms, and what they would do to
 * the ranks. It lives apart from the record until it is saved as a version; only this page knows of it.
 */
import type { Period } from '../model/period';
import type { Problem } from '../model/problem';
import { MEASURES } from '../pipeline/catalogue';
import type { Snapshot } from '../pipeline/snapshot';
import { flatten, isLeaf, readScheme, type Change, type Scheme } from '../scheme';
import { diffSchemes } from '../scheme/diff';
import { rescore, scoreAll, type ScoreBook } from '../score';
import { effectOf, type UnitEffect } from '../score/effect';
import { onOwner, put, weighed, type Json, type Path } from './scheme-edit';
import type { Session } from './session.svelte';

/** A choice of schemes to look at: the faults of one that cannot be read, else the scheme with its notices. */
export interface Looked {
  readonly scheme: Scheme | null;
  readonly problems: readonly Problem[];
}

/** Reads the text of a scheme against the measures there are. */
export const lookAt = (text: string): Looked => readScheme(text, MEASURES);

/** The scheme as a file: JSON with two blanks of indentation. */
export const schemeFile = (scheme: Scheme): string => `${JSON.stringify(scheme, null, 2)}\n`;

/** What turns one scheme into the other; empty where they are equal. */
export const changesBetween = (from: Scheme, to: Scheme): Change[] => diffSchemes(from, to);

export { flatten, isLeaf };
export {
  freshId,
  inserted,
  moved,
  nodeMoved,
  nodeUnder,
  onOwner,
  put,
  removed,
  siblingsOf,
  withNode,
  withoutNode,
} from './scheme-edit';
export type { Json, Path };

interface Step {
  readonly scheme: Scheme;
  /** What was edited; edits of one value in a row are one step. */
  readonly of: string;
}

export class SchemeDraft {
  #steps = $state.raw<readonly Step[]>([]);
  /** How many of the steps stand; those after it can be brought again. */
  #stands = $state(0);
  /** The value being edited; '' once it is left, so that the next edit of it is a step of its own. */
  #open = '';
  #begun = $state.raw<Scheme | null>(null);
  /** Why the last edit was refused; empty once one is taken. */
  faults = $state.raw<readonly Problem[]>([]);

  /** The scheme with its edits; null before the first edit, when the scheme in use is what is shown. */
  get edited(): Scheme | null {
    return this.#stands === 0 ? null : (this.#steps[this.#stands - 1]?.scheme ?? null);
  }

  /** The scheme in use when the first edit was made; null without edits. */
  get begun(): Scheme | null {
    return this.#stands === 0 ? null : this.#begun;
  }

  get canUndo(): boolean {
    return this.#stands > 0;
  }

  get canRedo(): boolean {
    return this.#stands < this.#steps.length;
  }

  /**
   * Sets full marks of a node: of a leaf its own, of a section or indicator those below it in their old proportion, to
   * the hundredth and adding up. Marks that a group states follow where they agreed with what is below; the full marks of
   * the scheme stay as stated. @returns whether it was taken; if not, `faults` says why.
   */
  weigh(inUse: Scheme, node: string, points: number): boolean {
    return this.#take(inUse, `${node}:points`, (scheme) => weighed(scheme, node, points));
  }

  /** Sets a value of a node, or of the scheme itself (''); undefined takes the key out. @returns as `weigh`. */
  set(inUse: Scheme, owner: string, path: Path, value: Json | undefined): boolean {
    return this.#take(inUse, `${owner}:${path.join('/')}`, (scheme) => onOwner(scheme, owner, (node) => put(node, path, value)));
  }

  /** Any other change, a step of its own. @returns as `weigh`. */
  change(inUse: Scheme, edit: (scheme: Scheme) => unknown): boolean {
    this.seal();
    const taken = this.#take(inUse, 'change', edit);
    this.seal();
    return taken;
  }

  /** The value being edited was left: what comes next is another step. */
  seal(): void {
    this.#open = '';
  }

  undo(): void {
    if (this.canUndo) this.#stands -= 1;
    this.seal();
    this.faults = [];
  }

  redo(): void {
    if (this.canRedo) this.#stands += 1;
    this.seal();
    this.faults = [];
  }

  /** Lets all edits go. */
  discard(): void {
    [this.#steps, this.#stands, this.#begun, this.faults] = [[], 0, null, []];
    this.seal();
  }

  #take(inUse: Scheme, of: string, edit: (scheme: Scheme) => unknown): boolean {
    const goesOn = this.#open === of && this.canUndo;
    const kept = this.#steps.slice(0, this.#stands - (goesOn ? 1 : 0));
    // What is typed digit by digit starts each time from what stood before the first digit.
    const before = kept.at(-1)?.scheme ?? (this.canUndo ? (this.#begun ?? inUse) : inUse);
    // Read as a file is, so that a draft is always a scheme that could be saved.
    const { scheme, problems } = lookAt(JSON.stringify(edit(before)));
    this.faults = scheme ? [] : problems.filter((p) => p.level === 'error');
    if (!scheme) return false;
    if (!this.canUndo) this.#begun = inUse;
    const same = changesBetween(before, scheme).length === 0;
    if (same && !goesOn) return true;
    this.#steps = same ? kept : [...kept, { scheme, of }];
    this.#stands = this.#steps.length;
    this.#open = same ? '' : of;
    return true;
  }
}

/**
 * The book under another scheme, of the same figures. Where nothing but full marks differ and all is added up, only the
 * arithmetic is done again.
 */
export function bookUnder(book: ScoreBook, scheme: Scheme): ScoreBook {
  const changes = changesBetween(book.scheme, scheme);
  if (changes.length === 0) return book;
  const nodes = flatten(scheme);
  const light = changes.every((c) => c.what === 'points') && nodes.every((n) => n.aggregate === 'sum');
  if (!light) return scoreAll(scheme, book.measures, book.roster, book.periods, MEASURES);
  return rescore(book, new Map(nodes.flatMap((n) => (n.leaf ? [[n.id, n.leaf.points] as const] : []))));
}

/** Sets full marks of several nodes as one step. @returns whether it was taken. */
export const reweigh = (draft: SchemeDraft, inUse: Scheme, marks: readonly (readonly [string, number])[]): boolean =>
  draft.change(inUse, (scheme) => marks.reduce<unknown>((s, [node, points]) => weighed(s as Scheme, node, points), scheme));

/** What a scheme would do to every unit of a period, worked out after the page has answered the key; the latest asked wins. */
export class Preview {
  /** null: nothing asked, or nothing changed. */
  effects = $state.raw<readonly UnitEffect[] | null>(null);
  /** Another answer is on its way. */
  stale = $state(false);
  #asked = 0;

  /** @param from the scheme that ranks are told from; `to` the one they are told to, null where there is none. */
  ask(book: ScoreBook | null, from: Scheme | null, to: Scheme | null, period: Period | null): void {
    const asked = ++this.#asked;
    if (!book || !from || !to || !period) {
      [this.effects, this.stale] = [null, false];
      return;
    }
    this.stale = true;
    setTimeout(() => {
      if (asked !== this.#asked) return;
      this.effects = effectOf(bookUnder(book, from), bookUnder(book, to), period);
      this.stale = false;
    });
  }
}

/** Drafts by whose they are (a session) and which record they were made over: kept while the page lives, never mixed. */
const drafts = new WeakMap<object, Map<string, SchemeDraft>>();

export function draftOf(session: Session): SchemeDraft {
  const own = drafts.get(session) ?? new Map<string, SchemeDraft>();
  drafts.set(session, own);
  const draft = own.get(session.record) ?? new SchemeDraft();
  own.set(session.record, draft);
  return draft;
}

/** A scheme that was in use once, or is; `seq` is its entry in the journal, null: the one the app brings. */
export interface Adopted {
  readonly seq: number | null;
  readonly at: string | null;
  readonly scheme: Scheme;
}

/** The schemes in the order they were put in use, those taken back left out. @param builtIn JSON text of the app's own. */
export function adoptedSchemes(steps: Snapshot['steps'], builtIn: string): Adopted[] {
  const first = lookAt(builtIn).scheme;
  const later = steps.flatMap((s): Adopted[] => {
    const scheme = s.kind === 'scheme.adopted' ? lookAt(s.text).scheme : null;
    return scheme ? [{ seq: s.seq, at: s.at, scheme }] : [];
  });
  return first ? [{ seq: null, at: null, scheme: first }, ...later] : later;
}

/** Puts a scheme in use under a version's name, as dropping its file does. @returns the journal's entry; null where it was refused. */
export async function saveVersion(session: Session, scheme: Scheme, version: string): Promise<number | null> {
  const named = { ...scheme, version };
  const before = new Set(session.snapshot.steps.map((s) => s.seq));
  await session.pipeline.drop([new File([schemeFile(named)], `${scheme.id}-${version}.json`, { type: 'application/json' })]);
  return session.snapshot.steps.find((s) => s.kind === 'scheme.adopted' && !before.has(s.seq))?.seq ?? null;
}
