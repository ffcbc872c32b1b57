/**
 * Figures of one unit tried by hand 推演, beside the true book and never mixed with it: nothing of it is kept, and no other
 * screen sees it.
 */
import type { MeasureId } from '../model/measure';
import type { Period } from '../model/period';
import type { UnitId } from '../model/unit';
import { MEASURES } from '../pipeline/catalogue';
import { measuresIn } from '../scheme';
import type { ScoreBook } from '../score';
import { effectOf, type UnitEffect } from '../score/effect';
import { find, findHolding, placesOf } from '../score/find';
import { whatIf, type Change } from '../score/what-if';
import type { Session } from './session.svelte';

/** One figure of a unit that a leaf is scored by. */
export interface TriedFigure {
  readonly leaf: string;
  readonly measure: MeasureId;
  /** What its rule aims at, and not what it scores. */
  readonly isTarget: boolean;
  /** Where the figure stands, which a table of a longer period or an earlier one may be. */
  readonly period: Period;
  /** As reported; null: none was. */
  readonly value: number | null;
  /** The leaf's points in the period, true. */
  readonly points: number | null;
}

/** The figures that score a unit in a period, leaf by leaf; leaves that are not due then have none. */
export function figuresOf(book: ScoreBook, period: Period, unit: UnitId): TriedFigure[] {
  const scores = book.at(period);
  const u = scores.indexOf(unit);
  if (u < 0) return [];
  return book.nodes.flatMap((node): TriedFigure[] => {
    const { leaf } = node;
    const source = leaf ? scores.leaf(node.index).source : null;
    if (!leaf || source === null) return [];
    const points = orNull(scores.points(node.index)[u]);
    const own = [...new Set(measuresIn(leaf.measure))].map((measure): TriedFigure => {
      const found = find(book.measures, measure, unit, placesOf(leaf.due, source));
      return {
        leaf: leaf.id,
        measure,
        isTarget: false,
        period: found?.period ?? source,
        value: found?.cell.value ?? null,
        points,
      };
    });
    const aims = aimsOf(leaf.rule).map((measure): TriedFigure => {
      const found = findHolding(book.measures, measure, unit, source);
      return { leaf: leaf.id, measure, isTarget: true, period: source, value: found?.cell.value ?? null, points };
    });
    return [...own, ...aims];
  });
}

const orNull = (x: number | undefined): number | null => (x === undefined || Number.isNaN(x) ? null : x);

/** Measures that a rule takes its targets from. */
function aimsOf(rule: object): MeasureId[] {
  const given = rule as Readonly<Record<string, unknown>>;
  return ['target', 'lo', 'hi', 'required'].flatMap((key) => {
    const value = given[key];
    return typeof value === 'object' && value !== null && 'measure' in value && typeof value.measure === 'string' ? [value.measure] : []; // prettier-ignore
  });
}

export const keyOf = (f: Pick<TriedFigure, 'measure' | 'period'>): string => `${f.period}\n${f.measure}`;

export class WhatIfTry {
  unit = $state.raw<UnitId | null>(null);
  /** Tried figures by `keyOf`. */
  values = $state.raw<ReadonlyMap<string, { readonly figure: TriedFigure; readonly to: number }>>(new Map());
  /** null: nothing is tried. */
  effects = $state.raw<readonly UnitEffect[] | null>(null);
  /** The book as tried; null: nothing is. */
  book = $state.raw<ScoreBook | null>(null);
  stale = $state(false);
  #asked = 0;

  /** Another unit: what was tried of the one before is let go. */
  choose(unit: UnitId): void {
    if (unit === this.unit) return;
    [this.unit, this.values] = [unit, new Map()];
  }

  /** @param to null: the true figure again. */
  set(figure: TriedFigure, to: number | null): void {
    const values = new Map(this.values);
    if (to === null || to === figure.value) values.delete(keyOf(figure));
    else values.set(keyOf(figure), { figure, to });
    this.values = values;
  }

  reset(): void {
    this.values = new Map();
  }

  /** Works out what the tried figures do, after the page has answered the key; the latest asked wins. */
  ask(book: ScoreBook | null, period: Period | null): void {
    const asked = ++this.#asked;
    const { unit, values } = this;
    if (!book || !period || unit === null || values.size === 0) {
      [this.effects, this.book, this.stale] = [null, null, false];
      return;
    }
    this.stale = true;
    setTimeout(() => {
      if (asked !== this.#asked) return;
      const changes = [...values.values()].map(({ figure, to }): Change => ({
        kind: 'value',
        unit,
        measure: figure.measure,
        period: figure.period,
        to,
      }));
      const tried = whatIf(book, changes, { period, catalogue: MEASURES });
      [this.effects, this.book, this.stale] = [effectOf(book, tried.book, period), tried.book, false];
    });
  }
}

/** Tries by session and record: kept while the page lives, so that another screen can be looked at in between. */
const tries = new WeakMap<object, Map<string, WhatIfTry>>();

export function whatIfOf(session: Session): WhatIfTry {
  const own = tries.get(session) ?? new Map<string, WhatIfTry>();
  tries.set(session, own);
  const one = own.get(session.record) ?? new WhatIfTry();
  own.set(session.record, one);
  return one;
}
