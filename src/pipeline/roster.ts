/** Makes the roster from the rows of its ledger, giving a lasting id to each unit that has no official code. */
import { Roster } from '../model/roster';
import type { CalendarDate } from '../model/period';
import { normaliseName, type DatedName, type Unit, type UnitId, type UnitLevel } from '../model/unit';

/** A row of the roster ledger as the engine gives it. */
export interface RosterRow {
  readonly unit_name: string;
  readonly code: string | null;
  readonly level: UnitLevel;
  readonly parent: string | null;
  readonly peer_group: string | null;
  readonly sort_order: number | null;
  readonly aliases: string | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
}

/** Ids given once and journalled: [parent id or '', normalised name, id]. */
export type GivenId = readonly [string, string, UnitId];

/**
 * The units of a roster table. Rows with one code are one unit under several dated names.
 * @param given ids from the journal, by (parent id, normalised name); a unit found there keeps its id.
 * @param fresh makes the id of a unit seen for the first time: the n-th, by its parent and normalised name.
 * @returns the roster and all ids it rests on, for the journal.
 */
export function buildRoster(
  rows: readonly RosterRow[],
  given: readonly GivenId[],
  fresh: (n: number, parent: UnitId | null, name: string) => UnitId,
): { roster: Roster; ids: GivenId[] } {
  const known = new Map(given.map(([parent, name, id]) => [`${parent}\n${name}`, id]));
  const ids: GivenId[] = [];
  const idByName = new Map<string, UnitId>();
  const units = new Map<UnitId, { unit: Unit; order: number }>();

  const idOf = (row: RosterRow, parent: UnitId | null): UnitId => {
    if (row.code) return row.code as UnitId;
    const name = normaliseName(row.unit_name);
    const key = `${parent ?? ''}\n${name}`;
    const id = known.get(key) ?? fresh(ids.length + 1, parent, name);
    known.set(key, id);
    ids.push([parent ?? '', name, id]);
    return id;
  };

  // Parents before children whatever the order of rows: cities, then counties, townships, branches.
  const levels: readonly UnitLevel[] = ['city', 'county', 'township', 'branch'];
  for (const level of levels)
    rows.forEach((row, index) => {
      if (row.level !== level) return;
      const parent = row.parent ? (idByName.get(normaliseName(row.parent)) ?? null) : null;
      const id = idOf(row, parent);
      idByName.set(normaliseName(row.unit_name), id);
      const name: DatedName = {
        name: row.unit_name,
        from: row.valid_from as CalendarDate | null,
        to: row.valid_to as CalendarDate | null,
      };
      const aliases = (row.aliases ?? '').split(/[、,，;；|/\s]+/).filter(Boolean);
      const before = units.get(id)?.unit;
      const names = [...(before?.names ?? []), name].sort((a, b) => ((a.to ?? '9') < (b.to ?? '9') ? -1 : 1));
      units.set(id, {
        order: row.sort_order ?? units.get(id)?.order ?? index + 1,
        unit: {
          id,
          names,
          code: row.code,
          level,
          parent: parent ?? before?.parent ?? null,
          group: row.peer_group ?? before?.group ?? null,
          aliases: [...(before?.aliases ?? []), ...aliases],
          from: before ? earliest(before.from, name.from) : name.from,
          to: before ? latest(before.to, name.to) : name.to,
        },
      });
    });

  const ordered = [...units.values()].sort(
    (a, b) => levels.indexOf(a.unit.level) - levels.indexOf(b.unit.level) || a.order - b.order,
  );
  return { roster: new Roster(ordered.map((u) => u.unit)), ids };
}

/** Ids of units that no entry gave one, because a roster was mended or read otherwise: the same rows give the same ids. */
export const derivedId =
  (seq: number) =>
  (_: number, parent: UnitId | null, name: string): UnitId =>
    `u${seq}:${parent ?? ''}:${name}` as UnitId;

/** null is "always was". */
const earliest = (a: CalendarDate | null, b: CalendarDate | null) => (a === null || b === null ? null : a < b ? a : b);
/** null is "still is". */
const latest = (a: CalendarDate | null, b: CalendarDate | null) => (a === null || b === null ? null : a > b ? a : b);

/** A roster of counties made from the names that the tables use. */
export function draftedRoster(units: readonly { readonly id: UnitId; readonly name: string }[]): Roster {
  return new Roster(
    units.map(({ id, name }) => ({
      id,
      names: [{ name, from: null, to: null }],
      code: null,
      level: 'county',
      parent: null,
      group: null,
      aliases: [],
      from: null,
      to: null,
    })),
  );
}
