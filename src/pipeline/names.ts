/** Which unit a name in a table means: what the user confirmed first, then the roster; anything else is asked. */
import type { Roster } from '../model/roster';
import { WHOLE_CITY } from '../model/measures';
import { normaliseName, type UnitId } from '../model/unit';
import type { UnknownName } from './snapshot';

/** A unit name as the rows of a file have it. */
export interface NameUse {
  readonly name: string;
  readonly rows: number;
  readonly file: string;
}

export class Names {
  readonly #confirmed: ReadonlyMap<string, UnitId | null>;
  readonly #roster: Roster;

  constructor(confirmed: ReadonlyMap<string, UnitId | null>, roster: Roster) {
    this.#confirmed = confirmed;
    this.#roster = roster;
  }

  /** The unit; null when the user said it is none of ours; undefined when nobody knows. A blank name is the whole city. */
  resolve(name: string): UnitId | null | undefined {
    if (name.trim() === '') return WHOLE_CITY;
    const confirmed = this.#confirmed.get(normaliseName(name));
    return confirmed === undefined ? this.#roster.find(name)?.id : confirmed;
  }

  /** Those whose name nobody knows. */
  unresolved(uses: readonly NameUse[]): NameUse[] {
    return uses.filter(({ name }) => this.resolve(name) === undefined);
  }

  /** Unresolved names, each once over all files, with proposals. */
  unknown(uses: readonly NameUse[]): UnknownName[] {
    const found = new Map<string, { name: string; rows: number; files: Set<string> }>();
    for (const { name, rows, file } of this.unresolved(uses)) {
      const key = normaliseName(name);
      const entry = found.get(key) ?? { name, rows: 0, files: new Set() };
      entry.rows += rows;
      entry.files.add(file);
      found.set(key, entry);
    }
    return [...found.values()].map((u) => ({
      name: u.name,
      rows: u.rows,
      files: [...u.files],
      proposals: this.#roster.propose(u.name).map((p) => p.id),
    }));
  }
}
