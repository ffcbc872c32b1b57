/** What the assessment screens show: the address applied to the score book. */
import { formats, type Formats } from '../i18n/format';
import { locale } from '../i18n/locale.svelte';
import type { MeasureDef, MeasureId } from '../model/measure';
import type { Names } from '../findings/sentence';
import { longerOf, scoresBefore } from '../findings/periods';
import { comparePeriods, partsOf, type Period } from '../model/period';
import type { UnitId } from '../model/unit';
import { MEASURES } from '../pipeline/catalogue';
import { titleOf, type SchemeText } from '../scheme';
import type { ScoreBook } from '../score';
import type { Route } from './route.svelte';
import type { Session } from './session.svelte';

/** The root of the scheme's tree in an address: the total. */
export const ROOT = '.';

/** As many counties as pictures of all of them show; their tables have the others. */
export const FIRST = 100;

/** Milliseconds. */
const SETTLES = 150;

/** Charts grow more than the page (`html.projector` in app.css): their smallest text, 0.85 of 13 px, is above 20 px too. */
const PROJECTOR = 29 / 16;

/** One county in the period on show. */
export interface Standing {
  readonly unit: UnitId;
  /** Position in the period's columns. */
  readonly at: number;
  readonly name: string;
  readonly group: string | null;
  /** In the group on show, or the city; null: not ranked. */
  readonly rank: number | null;
  readonly tied: boolean;
  /** Places gained since the quarter before; null: not ranked then. */
  readonly gained: number | null;
  readonly total: number | null;
  readonly grade: string | null;
}

export class Board {
  readonly session: Session;
  readonly route: Route;

  /** The county under the pointer or the focus, on whatever chart: it lights up on all. */
  hovered = $state<UnitId | null>(null);

  constructor(session: Session, route: Route) {
    this.session = session;
    this.route = route;
    this.pinned = route.place.pin;
    $effect.root(() => {
      $effect(() => {
        const { pin } = this.route.place;
        const timer = setTimeout(() => (this.pinned = pin), SETTLES);
        return () => clearTimeout(timer);
      });
    });
  }

  /**
   * The pinned county as pictures place it: in colour, over the others, among the first. It lights up at once (`lit`);
   * to place pictures anew takes longer than a frame, so that is done when nobody has pinned another for a moment.
   */
  pinned = $state.raw<UnitId | null>(null);

  /** The pinned county where pictures that show only the first would leave it out; else null, whoever is pinned. */
  readonly pinnedBeyond = $derived.by((): UnitId | null =>
    this.standings.length > FIRST && this.standings.findIndex((s) => s.unit === this.pinned) >= FIRST ? this.pinned : null,
  );

  /** The county that is lit everywhere: pointed at, else pinned. */
  readonly lit = $derived.by((): UnitId | null => this.hovered ?? this.route.place.pin);

  /** How many times larger type is than at the desk: in a meeting room it is read from the back row. */
  readonly enlarged = $derived.by((): number => (this.route.place.projector ? PROJECTOR : 1));

  readonly book = $derived.by((): ScoreBook | null => {
    const { book, roster } = this.session.snapshot;
    return book && book.periods.length > 0 && roster.units.length > 0 ? book : null;
  });

  readonly periods = $derived.by((): readonly Period[] => this.book?.periods ?? []);

  /** The periods that pictures over time show. */
  readonly shown = $derived.by((): readonly Period[] => this.spanned(this.periods));

  /** 半年 and 年度: whole ones, where the scheme has a year's total. */
  readonly longer = $derived.by((): readonly Period[] => (this.book ? longerOf(this.book) : []));

  /** The periods of the kind on show, which are stepped through. */
  readonly alike = $derived.by((): readonly Period[] => {
    const { period } = this;
    return period === null ? [] : [...this.periods, ...this.longer].filter((p) => partsOf(p).kind === partsOf(period).kind);
  });

  /** The period on show: the one in the address where there are figures of it, else the latest. */
  readonly period = $derived.by((): Period | null => {
    const asked = this.route.place.period;
    return asked && (this.periods.includes(asked) || this.longer.includes(asked)) ? asked : (this.periods.at(-1) ?? null);
  });

  readonly scores = $derived.by(() => (this.book && this.period ? this.book.at(this.period) : null));

  readonly before = $derived.by(() => (this.book && this.period ? scoresBefore(this.book, this.period) : null));

  readonly groups = $derived.by(() => this.session.snapshot.roster.groups());
  readonly group = $derived.by(() => this.groups.find((g) => g === this.route.place.group) ?? null);

  /** Index of each county in the roster: what its colour hangs on, whatever is filtered. */
  readonly colourOf = $derived.by(() => {
    const counties = this.session.snapshot.roster.units.filter((u) => u.level === 'county');
    return new Map(counties.map((u, i) => [u.id, i]));
  });

  /** The counties of the group on show, best first, those not ranked last in roster order. */
  readonly standings = $derived.by((): readonly Standing[] => {
    const { scores, book, before, group } = this;
    if (!scores || !book) return [];
    const rankOf = (s: typeof scores, u: number): number | null => {
      const r = group === null ? s.rank[u] : s.groupRank[u];
      return r === undefined || Number.isNaN(r) ? null : r;
    };
    const all = scores.units.map((unit, at): Standing => {
      const rank = rankOf(scores, at);
      const then = before && before.indexOf(unit) >= 0 ? rankOf(before, before.indexOf(unit)) : null;
      const total = scores.total[at];
      return {
        unit,
        at,
        name: book.roster.name(unit),
        group: scores.groups[at] ?? null,
        rank,
        tied: (group === null ? scores.tied[at] : scores.groupTied[at]) === 1,
        gained: rank !== null && then !== null ? then - rank : null,
        total: rank === null || total === undefined || Number.isNaN(total) ? null : total,
        grade: scores.grades[at] ?? null,
      };
    });
    const shown = group === null ? all : all.filter((s) => s.group === group);
    return [...shown].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || a.at - b.at);
  });

  /** Formats of the language and scheme in use. */
  readonly f = $derived.by((): Formats => {
    const decimals = this.session.snapshot.scheme?.rounding.decimals ?? 2;
    return formats(locale.current, { decimals, measure: (id) => this.measureName(id), unit: (id) => this.name(id as UnitId) });
  });

  /** Those of the periods, in order, that lie in the span that was chosen; all of them where it leaves fewer than two. */
  spanned(periods: readonly Period[]): readonly Period[] {
    const { span } = this.route.place;
    if (!span) return periods;
    const within = periods.filter((p) => comparePeriods(p, span[0]) >= 0 && comparePeriods(p, span[1]) <= 0);
    return within.length >= 2 ? within : periods;
  }

  /** @param span null, or all there are: no choice. */
  chooseSpan(span: readonly [Period, Period] | null): void {
    const all = span !== null && span[0] === this.periods[0] && span[1] === this.periods.at(-1);
    this.route.go({ span: all ? null : span });
  }

  measure(id: MeasureId): MeasureDef | undefined {
    return MEASURES.get(id);
  }

  measureName(id: MeasureId): string {
    const def = MEASURES.get(id);
    return def ? locale.text(def.name) : id;
  }

  /** A text of the scheme in the language of the page. */
  title(text: SchemeText): string {
    return titleOf(text, locale.current);
  }

  /** How sentences name units and parts of the scheme. */
  readonly named: Names = { unit: (id) => this.name(id), node: (n) => this.title(n.title) };

  name(unit: UnitId): string {
    return this.session.snapshot.roster.name(unit);
  }

  gradeName(id: string): string {
    const line = this.session.snapshot.scheme?.grades?.lines.find((l) => l.grade === id);
    return line?.title ? this.title(line.title) : id;
  }

  /** Pins the county next in rank, down (1) or up (−1); from nobody the first or the last. */
  stepPin(by: 1 | -1): void {
    const units = this.standings.map((s) => s.unit);
    const at = units.findIndex((u) => u === this.route.place.pin);
    const next = at < 0 ? (by > 0 ? units[0] : units.at(-1)) : units[at + by];
    if (next) this.route.go({ pin: next }, 'replace');
  }

  /** Enters or leaves projector mode, full screen where the browser lets it. */
  project(on: boolean): void {
    this.route.go({ projector: on, ...(on ? { asked: null } : {}) });
    // Refused without a click or by policy: large type alone will do.
    if (on) void document.documentElement.requestFullscreen?.().catch(() => undefined);
    else if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
  }

  /** Steps to an earlier or later period that has figures. */
  step(by: number): void {
    const { period, alike } = this;
    const next = period && alike[alike.indexOf(period) + by];
    if (next) this.route.go({ period: next }, 'replace');
  }
}
