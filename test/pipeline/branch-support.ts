/** Branches for tests, by rows: what a row does not name is blank. */
import type { Period } from '../../src/model/period';
import { BRANCH_FIGURES, type BranchFigure } from '../../src/query/branch-columns';
import type { BranchTable, Dictionary } from '../../src/pipeline/branch-table';

export interface TestBranch extends Partial<Readonly<Record<BranchFigure, number>>> {
  readonly name: string;
  readonly code?: string;
  readonly county?: string;
  readonly township?: string;
  readonly sector?: string;
}

function dictionary(texts: readonly string[]): Dictionary {
  const values = [...new Set(texts)];
  return { values, codes: Uint16Array.from(texts, (t) => values.indexOf(t)) };
}

export function branches(rows: readonly TestBranch[], period = '2026Q3'): BranchTable {
  return {
    period: period as Period,
    size: rows.length,
    names: rows.map((r) => r.name).join('\n'),
    codes: rows.map((r) => r.code ?? '').join('\n'),
    counties: dictionary(rows.map((r) => r.county ?? 'u1')),
    townships: dictionary(rows.map((r) => r.township ?? '')),
    sectors: dictionary(rows.map((r) => r.sector ?? 'rural')),
    figures: Object.fromEntries(
      BRANCH_FIGURES.map((f) => [f, Float64Array.from(rows, (r) => r[f] ?? NaN)]),
    ) as BranchTable['figures'],
    imports: new Int32Array(rows.length).fill(1),
    rows: Int32Array.from(rows, (_, i) => i + 2),
  };
}
