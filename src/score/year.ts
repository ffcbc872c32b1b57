/**
 * A year's total 年度总分, or a half-year's of the same weights: each leaf is the weighted mean of its points in the periods
 * it was due in, so that what is due once a year counts once and whole, and what is due every quarter counts by the
 * quarters' weights.
 */
import type { LeafState, PreparedLeaf, PreparedPeriod, YearPart } from './prepared';

/**
 * The year as prepared from its periods. Figures of the year's end (vetoes, bonus, conditions of grades) stay those of `year`.
 * @param year the year prepared by itself. @param periods its periods in order, with their weights.
 */
export function ofYear(
  year: PreparedPeriod,
  periods: readonly { readonly of: PreparedPeriod; readonly weight: number }[],
): PreparedPeriod {
  const places = periods.map(({ of }) => {
    const known = new Map(of.units.map((unit, u) => [unit, u]));
    return year.units.map((unit) => known.get(unit) ?? -1);
  });
  const leaves = year.leaves.map((leaf, i): PreparedLeaf => {
    const over = periods.flatMap(({ of, weight }, k): YearPart[] => {
      const part = of.leaves[i];
      // What is carried was counted in its own period.
      return part && part.source === of.period ? [{ leaf: part, weight, at: places[k] ?? [] }] : [];
    });
    const statesOf = (u: number) => over.map((o) => o.leaf.states[o.at[u] ?? -1] ?? 'notDue');
    const last = (u: number) => over.map((o) => o.leaf.x[o.at[u] ?? -1] ?? NaN).filter((x) => !Number.isNaN(x));
    return {
      ...leaf,
      source: over.length > 0 ? year.period : null,
      states: year.units.map((_, u) => stateOf(statesOf(u))),
      x: Float64Array.from(year.units, (_, u) => last(u).at(-1) ?? NaN),
      over,
    };
  });
  return { ...year, leaves, flags: periods.flatMap((p) => p.of.flags) };
}

function stateOf(states: readonly LeafState[]): LeafState {
  for (const state of ['ok', 'missing', 'excluded', 'na'] as const) if (states.includes(state)) return state;
  return 'notDue';
}
