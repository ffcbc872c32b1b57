/**
 * The address: `#/ranking?period=2026Q3&group=城区组&units=a,b`. It holds everything a copied link must show
 * again; back and forward work because every lasting choice is one history entry.
 */
import { isPeriod, type Period } from '../model/period';
import type { UnitId } from '../model/unit';

export const SCREENS = ['overview', 'ranking', 'compare', 'data'] as const;
export type Screen = (typeof SCREENS)[number];

/** Which number's reason is open. */
export interface Asked {
  readonly unit: UnitId;
  readonly node: string;
}

export interface Place {
  readonly screen: Screen;
  /** null: the latest quarter there is. */
  readonly period: Period | null;
  /** 考核分组; null: the whole city. */
  readonly group: string | null;
  /** Counties chosen for comparison. */
  readonly units: readonly UnitId[];
  /** The pinned county, lit everywhere. */
  readonly pin: UnitId | null;
  readonly asked: Asked | null;
  /** Looking at the sample city, whose data is not kept. */
  readonly sample: boolean;
}

const START: Place = { screen: 'overview', period: null, group: null, units: [], pin: null, asked: null, sample: false };

/** Reads an address; anything it cannot hold falls back to the start. */
export function readPlace(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const q = new URLSearchParams(query);
  const period = q.get('period');
  const [unit, node] = (q.get('why') ?? '').split('~');
  return {
    screen: SCREENS.find((s) => s === path) ?? START.screen,
    period: period && isPeriod(period) ? period : null,
    group: q.get('group'),
    units: (q.get('units') ?? '').split(',').filter(Boolean) as UnitId[],
    pin: q.get('pin') as UnitId | null,
    asked: unit && node ? { unit: unit as UnitId, node } : null,
    sample: q.has('sample'),
  };
}

/** Writes an address that `readPlace` reads back to the same place. */
export function writePlace(place: Place): string {
  const q = new URLSearchParams();
  if (place.period) q.set('period', place.period);
  if (place.group) q.set('group', place.group);
  if (place.units.length > 0) q.set('units', place.units.join(','));
  if (place.pin) q.set('pin', place.pin);
  if (place.asked) q.set('why', `${place.asked.unit}~${place.asked.node}`);
  const query = [q.toString(), place.sample ? 'sample' : ''].filter(Boolean).join('&');
  return `#/${place.screen}${query ? `?${query}` : ''}`;
}

export class Route {
  place = $state.raw<Place>(START);

  constructor() {
    this.place = readPlace(location.hash);
    addEventListener('hashchange', () => (this.place = readPlace(location.hash)));
  }

  /** Goes to a place: a new history entry, or in place of the current one for passing choices (stepping, pinning). */
  go(change: Partial<Place>, how: 'push' | 'replace' = 'push'): void {
    const next = { ...this.place, ...change };
    const hash = writePlace(next);
    if (hash === writePlace(this.place)) return;
    this.place = next;
    if (how === 'push') history.pushState(null, '', hash);
    else history.replaceState(null, '', hash);
  }

  /** The address of a change, for links that open in a new tab. */
  href(change: Partial<Place>): string {
    return writePlace({ ...this.place, ...change });
  }
}
