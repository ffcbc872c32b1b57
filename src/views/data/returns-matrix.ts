/** The returns of a period as a matrix, ledgers × units, with what they add up to. */
import type { LedgerId } from '../../model/ledger';
import type { Return, ReturnState } from '../../model/returns';
import type { UnitId } from '../../model/unit';

/** Every state has a shape of its own, so that none hangs on its colour. */
export const SHAPES: Readonly<Record<ReturnState, string>> = { onTime: '●', late: '▲', missing: '✕', awaited: '○', undated: '◇' };
export const STATES: readonly ReturnState[] = ['onTime', 'late', 'missing', 'awaited', 'undated'];

export interface Filter {
  readonly unit: UnitId | null;
  readonly ledger: LedgerId | null;
  /** Only ledgers and units of which something is missing. */
  readonly owing: boolean;
}

export interface Matrix {
  readonly units: readonly UnitId[];
  readonly rows: readonly { readonly ledger: LedgerId; readonly cells: readonly (Return | null)[] }[];
}

/** @param returns by ledger, then unit, as the pipeline gives them. */
export function matrixOf(returns: readonly Return[], { unit, ledger, owing }: Filter): Matrix {
  const shown = returns.filter((r) => (unit === null || r.unit === unit) && (ledger === null || r.ledger === ledger));
  const owed = shown.filter((r) => !owing || r.state === 'missing');
  const units = [...new Set(returns.map((r) => r.unit))].filter((u) => owed.some((r) => r.unit === u));
  const ledgers = [...new Set(owed.map((r) => r.ledger))];
  const at = new Map(shown.map((r) => [`${r.ledger} ${r.unit}`, r]));
  return { units, rows: ledgers.map((l) => ({ ledger: l, cells: units.map((u) => at.get(`${l} ${u}`) ?? null) })) };
}

export const countOf = (returns: readonly (Return | null)[], state: ReturnState): number =>
  returns.filter((r) => r?.state === state).length;

/** 报送质量 of one unit. */
export interface Quality {
  readonly unit: UnitId;
  readonly due: number;
  readonly onTime: number;
  readonly late: number;
  readonly missing: number;
  /** In time of what counts: in time, late, missing. null: nothing counts. */
  readonly share: number | null;
  readonly lateDays: number;
  readonly returned: number;
  readonly rejected: number;
  readonly warnings: number;
  /** Versions after the first. */
  readonly corrections: number;
}

export function qualityOf(returns: readonly Return[]): Quality[] {
  return [...new Set(returns.map((r) => r.unit))].map((unit): Quality => {
    const own = returns.filter((r) => r.unit === unit);
    const sum = (of: (r: Return) => number): number => own.reduce((n, r) => n + of(r), 0);
    const [onTime, late, missing] = [countOf(own, 'onTime'), countOf(own, 'late'), countOf(own, 'missing')];
    const counted = onTime + late + missing;
    return {
      unit,
      due: own.length,
      onTime,
      late,
      missing,
      share: counted === 0 ? null : onTime / counted,
      lateDays: sum((r) => (r.state === 'late' ? r.days : 0)),
      returned: sum((r) => r.returned),
      rejected: sum((r) => r.rejected),
      warnings: sum((r) => r.warnings),
      corrections: sum((r) => Math.max(0, r.versions - 1)),
    };
  });
}
