/** Arranging the tiles of a tile map: a draft of where each county stands, until it is saved as one step of the record. */
import type { TileSpot } from '../model/city-map';
import type { UnitId } from '../model/unit';
import type { Session } from './session.svelte';

export interface Spot {
  readonly column: number;
  readonly row: number;
}

export type Spots = ReadonlyMap<UnitId, Spot>;

/** Columns and rows at most: beyond, a map is all gaps. */
const MOST = 40;

/**
 * The arrangement with a unit on another spot; whoever is there takes the unit's old one. A spot before the first
 * column or row moves all others on, so that spots stay counted from 0.
 *
 * @returns null where it stays as it is, or the map would grow beyond 40 columns or rows
 */
export function movedTo(spots: Spots, unit: UnitId, to: Spot): { spots: Spots; with: UnitId | null } | null {
  const from = spots.get(unit);
  if (!from || (from.column === to.column && from.row === to.row)) return null;
  const other = [...spots].find(([, s]) => s.column === to.column && s.row === to.row)?.[0] ?? null;
  const next = new Map(spots).set(unit, to);
  if (other !== null) next.set(other, from);
  const all = [...next.values()];
  const [left, top] = [Math.min(...all.map((s) => s.column)), Math.min(...all.map((s) => s.row))];
  const trimmed = new Map([...next].map(([u, s]) => [u, { column: s.column - left, row: s.row - top }]));
  if ([...trimmed.values()].some((s) => s.column >= MOST || s.row >= MOST)) return null;
  return { spots: trimmed, with: other };
}

export class TileDraft {
  readonly #session: () => Session;
  /** null: nothing is being arranged. */
  spots = $state.raw<Spots | null>(null);
  /** The tile the arrows move. */
  picked = $state<UnitId | null>(null);
  #default: Spots = new Map();
  #isDefault = false;

  constructor(session: () => Session) {
    this.#session = session;
  }

  /** Begins with where the tiles stand. @param standard where they stand without any arrangement. */
  begin(spots: Spots, standard: Spots): void {
    this.spots = spots;
    this.#default = standard;
    this.#isDefault = false;
    this.picked = null;
  }

  /** Moves a tile. @returns whom it changed places with (null: nobody); undefined where it could not move. */
  move(unit: UnitId, to: Spot): UnitId | null | undefined {
    const moved = this.spots && movedTo(this.spots, unit, to);
    if (!moved) return undefined;
    this.spots = moved.spots;
    this.#isDefault = false;
    return moved.with;
  }

  reset(): void {
    this.spots = this.#default;
    this.#isDefault = true;
    this.picked = null;
  }

  cancel(): void {
    this.spots = this.picked = null;
  }

  /** Writes the arrangement into the record, where it differs. @returns the number of its step; null where there was nothing to write. */
  async save(): Promise<number | null> {
    const { spots } = this;
    this.cancel();
    const session = this.#session();
    const { tiles, steps } = session.snapshot;
    const next: TileSpot[] = !spots || this.#isDefault ? [] : [...spots].map(([u, s]) => [u, s.column, s.row]);
    if (JSON.stringify(next) === JSON.stringify(tiles)) return null;
    const before = new Set(steps.map((s) => s.seq));
    await session.pipeline.note([{ kind: 'tiles.arranged', places: next }]);
    return session.snapshot.steps.find((s) => s.kind === 'tiles.arranged' && !before.has(s.seq))?.seq ?? null;
  }
}
