/** How many branches were drawn of how many, by county and sector: the table that is looked at before a list goes out. */
import type { SampleList } from '../../model/sample-list';
import type { UnitId } from '../../model/unit';

export interface Part {
  readonly of: number;
  readonly taken: number;
}

export interface Allocation {
  /** Ids of the sectors that any county has, in the order given; '' (none filled in) last. */
  readonly sectors: readonly string[];
  /** null: the county has no branch of the sector. */
  readonly rows: readonly { readonly unit: UnitId; readonly cells: readonly (Part | null)[]; readonly sum: Part }[];
  readonly sums: readonly Part[];
  readonly all: Part;
}

const sum = (parts: readonly (Part | null)[]): Part => ({
  of: parts.reduce((n, p) => n + (p?.of ?? 0), 0),
  taken: parts.reduce((n, p) => n + (p?.taken ?? 0), 0),
});

/** @param order ids of all sectors as they are listed. */
export function allocationOf(strata: SampleList['strata'], order: readonly string[]): Allocation {
  const found = new Set(strata.map((s) => s.sector));
  const sectors = [...order.filter((s) => found.has(s)), ...[...found].filter((s) => !order.includes(s))];
  const units = [...new Set(strata.map((s) => s.unit))];
  const rows = units.map((unit) => {
    const own = strata.filter((s) => s.unit === unit);
    const cells = sectors.map((sector) => own.find((s) => s.sector === sector) ?? null);
    return { unit, cells, sum: sum(cells) };
  });
  const sums = sectors.map((_, i) => sum(rows.map((r) => r.cells[i] ?? null)));
  return { sectors, rows, sums, all: sum(sums) };
}
