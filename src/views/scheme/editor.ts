/** What a form does with what is typed into it: edits of the draft, or of something that is still to be added. */
import type { Scheme } from '../../scheme';
import { inserted, moved, onOwner, put, removed, type Json, type Path, type SchemeDraft } from '../../state/scheme-draft.svelte';
import type { ListField } from './field';

/** Every edit says whether it was taken. */
export interface Editor {
  /** Whether what is not complete may stand for now. */
  readonly loose: boolean;
  /** Undefined takes the key out. */
  set(path: Path, value: Json | undefined): boolean;
  insert(list: Pick<ListField, 'path'>, at: number, item: Json): boolean;
  remove(list: Pick<ListField, 'path' | 'keep'>, at: number): boolean;
  move(list: Pick<ListField, 'path'>, from: number, to: number): boolean;
  /** The value being edited was left. */
  seal(): void;
}

/** Edits of a node of the draft, or of the scheme itself (''). */
export function draftEditor(draft: SchemeDraft, inUse: Scheme, owner: string): Editor {
  const change = (edit: (node: Json) => Json): boolean => draft.change(inUse, (scheme) => onOwner(scheme, owner, edit));
  return {
    loose: false,
    set: (path, value) => draft.set(inUse, owner, path, value),
    insert: ({ path }, at, item) => change((node) => inserted(node, path, at, item)),
    remove: ({ path, keep }, at) => change((node) => removed(node, path, at, keep)),
    move: ({ path }, from, to) => change((node) => moved(node, path, from, to)),
    seal: () => draft.seal(),
  };
}

/** Edits of something by itself, held elsewhere. */
export function looseEditor(held: () => Json, hold: (json: Json) => void): Editor {
  const change = (edit: (json: Json) => Json): boolean => {
    hold(edit(held()));
    return true;
  };
  return {
    loose: true,
    set: (path, value) => change((json) => put(json, path, value)),
    insert: ({ path }, at, item) => change((json) => inserted(json, path, at, item)),
    remove: ({ path, keep }, at) => change((json) => removed(json, path, at, keep)),
    move: ({ path }, from, to) => change((json) => moved(json, path, from, to)),
    seal: () => undefined,
  };
}
