/**
 * Standardising by sector 领域: Σ over sectors of (the city's share of the sector) × (the unit's value inside it),
 * so that a county is not judged by which sectors it happens to have. The city's shares are those of the city-wide
 * denominators; sectors the unit does not have are left out and the others' shares scaled up to 1.
 */
import type { MeasureCell } from '../model/measures';

/** City-wide denominators by sector. */
export type SectorMix = ReadonlyMap<string, number>;

export interface SectorTerm {
  readonly sector: string;
  /** The city's share of the sector among the sectors the unit has. */
  readonly share: number;
  /** The unit's own value inside the sector: numerator / denominator. */
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Adds up the cells' parts. Give the cells in an order that does not depend on the roster's: sums of fractions differ in their last bit by order. */
export function sectorMix(cells: Iterable<MeasureCell>): SectorMix {
  const mix = new Map<string, number>();
  for (const cell of cells)
    for (const p of cell.parts ?? []) if (p.denominator) mix.set(p.key, (mix.get(p.key) ?? 0) + p.denominator);
  return mix;
}

/** The terms of a unit, in the order of the sectors' names; none where it has no figures by sector. */
export function sectorTerms(cell: MeasureCell, mix: SectorMix): SectorTerm[] {
  const own = (cell.parts ?? []).flatMap(({ key, numerator, denominator }) =>
    numerator !== null && denominator ? [{ sector: key, numerator, denominator, value: numerator / denominator }] : [],
  );
  own.sort((a, b) => byCode(a.sector, b.sector));
  const total = own.reduce((s, t) => s + (mix.get(t.sector) ?? 0), 0);
  return total > 0 ? own.map((t) => ({ ...t, share: (mix.get(t.sector) ?? 0) / total })) : [];
}

/** The standardised value; NaN without terms. */
export const standardised = (terms: readonly SectorTerm[]): number =>
  terms.length === 0 ? NaN : terms.reduce((s, t) => s + t.share * t.value, 0);
