/** The roster 单位名册: which units are expected, in which order and group, and under which names they are known. */
import type { CalendarDate, Period } from './period';
import { asOf } from './period';
import { normaliseName, type Unit, type UnitId } from './unit';

/** Suffixes that people leave out or add: 某县 and 某 are one county unless both are in the roster. */
const SUFFIXES = /(?:自治县|经济技术开发区|高新技术产业开发区|经济开发区|高新区|经开区|开发区|县|市|区)$/;

/** A name without its suffix; the whole of a name that is nothing but one (经开区). */
export const stemOf = (name: string): string => name.replace(SUFFIXES, '') || name;

/** An immutable roster. Units keep the order they were given in, which is the order of every table without another. */
export class Roster {
  readonly units: readonly Unit[];
  readonly #byId: ReadonlyMap<UnitId, Unit>;
  readonly #byName: ReadonlyMap<string, UnitId>;

  constructor(units: readonly Unit[]) {
    this.units = units;
    this.#byId = new Map(units.map((u) => [u.id, u]));
    const names = new Map<string, UnitId | null>();
    for (const u of units)
      for (const n of [...u.names.map((x) => x.name), ...u.aliases, ...(u.code ? [u.code] : [])]) {
        const key = normaliseName(n);
        // A name that two units bear identifies neither.
        names.set(key, names.has(key) && names.get(key) !== u.id ? null : u.id);
      }
    this.#byName = new Map([...names].filter((e): e is [string, UnitId] => e[1] !== null));
  }

  get(id: UnitId): Unit | undefined {
    return this.#byId.get(id);
  }

  /** The unit that bears this name, alias or code, spelled in any way `normaliseName` holds equal; undefined when none or several do. */
  find(name: string): Unit | undefined {
    const id = this.#byName.get(normaliseName(name));
    return id === undefined ? undefined : this.#byId.get(id);
  }

  /** Units that a name may mean, likeliest first: the same stem without its suffix, one inside the other. Proposals to confirm, never matches. */
  propose(name: string): Unit[] {
    const key = normaliseName(name);
    if (!key) return [];
    const stem = stemOf(key);
    const graded = this.units.map((u) => {
      const own = [...u.names.map((n) => n.name), ...u.aliases].map(normaliseName);
      if (own.some((n) => stemOf(n) === stem)) return { u, grade: 2 };
      const near = own.some((n) => n.includes(stem) || key.includes(stemOf(n)));
      return { u, grade: near ? 1 : 0 };
    });
    return graded
      .filter((g) => g.grade > 0)
      .sort((a, b) => b.grade - a.grade)
      .map((g) => g.u);
  }

  /** The units of the scored level that exist on the last day of the period, in roster order. */
  expected(p: Period, level: Unit['level'] = 'county'): Unit[] {
    const day = asOf(p);
    return this.units.filter((u) => u.level === level && (!u.from || u.from <= day) && (!u.to || u.to >= day));
  }

  /** The name a unit bore on a day; the newest where none was dated so. */
  nameOn(id: UnitId, day: CalendarDate): string {
    const names = this.#byId.get(id)?.names ?? [];
    const then = names.filter((n) => (!n.from || n.from <= day) && (!n.to || n.to >= day)).at(-1);
    return (then ?? names.at(-1))?.name ?? id;
  }

  /** The newest name of a unit; its id where the roster does not know it. */
  name(id: UnitId): string {
    return this.#byId.get(id)?.names.at(-1)?.name ?? id;
  }

  /** The peer groups in roster order. */
  groups(): string[] {
    return [...new Set(this.units.flatMap((u) => (u.group ? [u.group] : [])))];
  }
}
