/** Brings a scheme file of an earlier format version to today's, before it is read. So far there is only version 1. */
import { problem, type Problem } from '../model/problem';
import { FORMAT } from './format';
import { isObject, type Json } from './pointer';

/** Lifts a file by one version. It gets a copy and may change it; the version number is set for it. Must not throw on any shape. */
export type Upcaster = (file: { [key: string]: Json }) => { [key: string]: Json };

/** The first lifts version 1 to 2, the next 2 to 3, … A new format version is `FORMAT` and one function here; a test holds the two together. */
export const UPCASTERS: readonly Upcaster[] = [];

export interface Migration {
  /** The file in today's version; null where its version is not one that can be read. The given JSON is never changed. */
  readonly json: Json | null;
  /** The version it was written in; null where it states none that is a number, which reading faults. */
  readonly from: number | null;
  /** `scheme.version` where the version is newer than known, or none that ever was. */
  readonly problems: readonly Problem[];
}

/**
 * A parsed scheme file in today's version. Never throws. What is no object or states no number as `kaoping` passes
 * unchanged: reading says what is wrong with it. `upcasters` is handed in by tests only.
 */
export function migrate(json: Json, upcasters: readonly Upcaster[] = UPCASTERS): Migration {
  const known = upcasters === UPCASTERS ? FORMAT : upcasters.length + 1;
  if (!isObject(json) || typeof json.kaoping !== 'number') return { json, from: null, problems: [] };
  const from = json.kaoping;
  if (!Number.isInteger(from) || from < 1 || from > known)
    return {
      json: null,
      from,
      problems: [problem('error', 'scheme.version', {}, { pointer: '/kaoping', found: from, expected: known })],
    };
  const start: { [key: string]: Json } = from === known ? json : structuredClone(json);
  const lifted = upcasters.slice(from - 1).reduce((file, up, i) => ({ ...up(file), kaoping: from + i + 1 }), start);
  return { json: lifted, from, problems: [] };
}
