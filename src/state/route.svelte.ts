/**
 * The address: `#/ranking?period=2026Q3&group=城区组&units=a,b`. It holds everything a copied link must show
 * again; back and forward work because every lasting choice is one history entry.
 */
import { isPeriod, type Period } from '../model/period';
import type { UnitId } from '../model/unit';

export const SCREENS = [
  ...(['overview', 'ranking', 'compare', 'profile', 'branches', 'rectification', 'talent', 'indicators'] as const),
  ...(['scheme', 'data', 'meeting'] as const),
] as const;
export type Screen = (typeof SCREENS)[number];

/** The parts of the data screen: 收表, 问题, 版本, 报送, 核定, 名册与记忆, 模板. */
export const DATA_TABS = ['intake', 'problems', 'versions', 'returns', 'review', 'names', 'templates', 'sql'] as const;
export type DataTab = (typeof DATA_TABS)[number];

/** The parts of the scheme screen: 考核细则, 试改, 推演, 比对. */
export const SCHEME_PARTS = ['rules', 'draft', 'whatIf', 'compare'] as const;
export type SchemePart = (typeof SCHEME_PARTS)[number];

/** Which number's reason is open. */
export interface Asked {
  readonly unit: UnitId;
  readonly node: string;
}

export interface Place {
  readonly screen: Screen;
  /** null: the latest quarter there is. */
  readonly period: Period | null;
  /** The first and last period of pictures over time; null: all there are. */
  readonly span: readonly [Period, Period] | null;
  /** 考核分组; null: the whole city. */
  readonly group: string | null;
  /** Counties chosen for comparison. */
  readonly units: readonly UnitId[];
  /** The pinned county, lit everywhere. */
  readonly pin: UnitId | null;
  readonly asked: Asked | null;
  /** The open part of the data screen; null: where tables are taken in. */
  readonly tab: DataTab | null;
  /** The measure 指标 looked at on the indicators screen; null: the first there is. */
  readonly measure: string | null;
  /** The loaded table looked at on the data screen, by its journal entry. */
  readonly table: number | null;
  /** The open part of the scheme screen; null: its rules. */
  readonly part: SchemePart | null;
  /** Whose form is open on the scheme screen: a node by its id, or another part of the scheme as `.bonus`. */
  readonly node: string | null;
  /** What is chosen on the branches screen, as `branch-choice.ts` writes it; null: nothing but the start. */
  readonly filter: string | null;
  /** Positions of the screen's own switches by name, where they are not as they start (see `switch.ts`). */
  readonly switches: ReadonlyMap<string, string>;
  /** Looking at the sample city, whose data is not kept. */
  readonly sample: boolean;
  /** 投影模式: large type, no interface that a room need not see. */
  readonly projector: boolean;
}

const START: Place = {
  screen: 'overview',
  period: null,
  span: null,
  group: null,
  units: [],
  pin: null,
  asked: null,
  tab: null,
  measure: null,
  table: null,
  part: null,
  node: null,
  filter: null,
  switches: new Map(),
  sample: false,
  projector: false,
};

/** Reads an address; anything it cannot hold falls back to the start. */
export function readPlace(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const q = new URLSearchParams(query);
  const period = q.get('period');
  const [from = '', to = ''] = (q.get('span') ?? '').split('-');
  const [unit, node] = (q.get('why') ?? '').split('~');
  const table = Number(q.get('table'));
  return {
    screen: SCREENS.find((s) => s === path) ?? START.screen,
    period: period && isPeriod(period) ? period : null,
    span: isPeriod(from) && isPeriod(to) ? [from, to] : null,
    group: q.get('group'),
    units: (q.get('units') ?? '').split(',').filter(Boolean) as UnitId[],
    pin: q.get('pin') as UnitId | null,
    asked: unit && node ? { unit: unit as UnitId, node } : null,
    tab: DATA_TABS.find((t) => t === q.get('tab')) ?? null,
    measure: q.get('measure'),
    table: Number.isInteger(table) && table > 0 ? table : null,
    part: SCHEME_PARTS.find((p) => p === q.get('part')) ?? null,
    node: q.get('node'),
    filter: q.get('filter'),
    switches: new Map(q.getAll('show').flatMap(readSwitch)),
    sample: q.has('sample'),
    projector: q.has('projector'),
  };
}

/** `view.table`: the switch `view` at `table`. */
function readSwitch(text: string): [string, string][] {
  const [, name, position] = /^([a-z]+)\.(.+)$/.exec(text) ?? [];
  return name && position ? [[name, position]] : [];
}

/** Writes an address that `readPlace` reads back to the same place. */
export function writePlace(place: Place): string {
  const q = new URLSearchParams();
  if (place.period) q.set('period', place.period);
  if (place.span) q.set('span', place.span.join('-'));
  if (place.group) q.set('group', place.group);
  if (place.units.length > 0) q.set('units', place.units.join(','));
  if (place.pin) q.set('pin', place.pin);
  if (place.asked) q.set('why', `${place.asked.unit}~${place.asked.node}`);
  // Other screens have no such parts: what was open there is not carried along.
  if (place.screen === 'data' && place.tab) q.set('tab', place.tab);
  if (place.screen === 'indicators' && place.measure) q.set('measure', place.measure);
  if (place.screen === 'data' && place.table) q.set('table', String(place.table));
  if (place.screen === 'scheme' && place.part) q.set('part', place.part);
  if (place.screen === 'scheme' && place.part === 'draft' && place.node) q.set('node', place.node);
  if (place.screen === 'branches' && place.filter) q.set('filter', place.filter);
  for (const [name, position] of place.switches) q.append('show', `${name}.${position}`);
  const query = [q.toString(), place.sample ? 'sample' : '', place.projector ? 'projector' : ''].filter(Boolean).join('&');
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
    const next = this.#after(change);
    const hash = writePlace(next);
    if (hash === writePlace(this.place)) return;
    this.place = next;
    if (how === 'push') history.pushState(null, '', hash);
    else history.replaceState(null, '', hash);
  }

  /** The address of a change, for links that open in a new tab. */
  href(change: Partial<Place>): string {
    return writePlace(this.#after(change));
  }

  /** Another screen has other switches. */
  #after(change: Partial<Place>): Place {
    const leaves = change.screen !== undefined && change.screen !== this.place.screen;
    return { ...this.place, ...(leaves ? { switches: START.switches } : {}), ...change };
  }
}
