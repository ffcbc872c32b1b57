/** 按时报送: the measures of reporting, made from the returns of a record, and the returns behind such a figure. */
import { reporting } from '../ledgers/reporting';
import type { LedgerDef, LedgerId } from '../model/ledger';
import type { MeasureId } from '../model/measure';
import type { MeasureCell, MeasureEntry } from '../model/measures';
import type { RowsRef } from '../model/reason';
import type { Returns, TracedReturn } from './returns';
import type { RowBehind } from './source-rows';

/** Whether a measure is one of reporting. */
export const isReporting = (measure: MeasureId): boolean => measure.startsWith(`${reporting.id}.`);

/** The entries of both measures, by unit and quarter. */
export function reportingEntries(returns: Returns): MeasureEntry[] {
  return returns.quarters.flatMap((period) => {
    const all = returns.byRecord(period);
    const known = all.some((r) => r.received !== null);
    return [...new Set(all.map((r) => r.unit))].flatMap((unit): MeasureEntry[] => {
      const own = all.filter((r) => r.unit === unit);
      const sum = own.reduce((n, r) => n + r.returned, 0);
      const returned: MeasureCell = { value: sum, numerator: sum, denominator: null, status: 'ok', rows: own.length };
      return [
        { measure: 'reporting.on_time', unit, period, ...onTime(own, known) },
        { measure: 'reporting.returned', unit, period, ...returned },
      ];
    });
  });
}

/** Where nobody said of any table when it came, nobody is called late for one that is not there: not applicable. */
function onTime(own: readonly TracedReturn[], known: boolean): MeasureCell {
  const numerator = own.filter((r) => r.state === 'onTime').length;
  const denominator = known ? own.filter((r) => DUE.has(r.state)).length : 0;
  const rows = own.length;
  if (denominator === 0) return { value: null, numerator, denominator, status: 'na', rows };
  return { value: numerator / denominator, numerator, denominator, status: 'ok', rows };
}

const DUE: ReadonlySet<string> = new Set(['onTime', 'late', 'missing']);

/** The returns that a figure of reporting was made from, with what each gave to it; `row` counts the tables asked of the unit. */
export function reportingRows(
  returns: Returns,
  { measure, unit, period, side }: RowsRef,
  ledgerOf: (id: LedgerId) => LedgerDef,
): RowBehind[] {
  const counted = measure === 'reporting.returned';
  const own = returns.byRecord(period).filter((r) => r.unit === unit);
  return own
    .map((r, i) => ({ r, row: i + 1 }))
    .filter(({ r }) => (counted ? r.returned > 0 : side === 'numerator' ? r.state === 'onTime' : DUE.has(r.state)))
    .map(({ r, row }) => ({
      file: r.file,
      table: r.table,
      row,
      cells: cellsOf(r, ledgerOf(r.ledger)),
      contribution: counted ? r.returned : side === 'denominator' || r.state === 'onTime' ? 1 : 0,
    }));
}

function cellsOf(r: TracedReturn, ledger: LedgerDef): RowBehind['cells'] {
  const state = reporting.columns.find((c) => c.id === 'state')?.values?.find((v) => v.id === r.state)?.name.zh ?? '';
  const texts: Readonly<Record<string, string>> = {
    ledger: ledger.name.zh,
    period: r.period,
    deadline: r.deadline,
    received: r.received ?? '',
    state,
    returned: String(r.returned),
  };
  return reporting.columns.map((c) => ({ header: c.name.zh, text: texts[c.id] ?? '', column: c.id }));
}
