/** Which columns of its ledger a measure looks at: what a reader of its rows wants to see first. */
import type { ColumnDef, LedgerDef } from '../../model/ledger';
import { distinctColumns, scalarColumns, type Aggregate, type Condition, type MeasureDef } from '../../model/measure';
import type { RowsRef } from '../../model/reason';

/** Ids of the columns, those that tell rows apart first, then those of the asked side of the measure, each once. */
export function columnsLookedAt(ledger: LedgerDef, measure: MeasureDef | undefined, side: RowsRef['side']): string[] {
  const { numerator, denominator, by } = measure ?? {};
  const sides = side === 'numerator' ? [numerator] : side === 'denominator' ? [denominator] : [numerator, denominator];
  const figures = ledger.named?.figures.flatMap((f) => [f.value, f.numerator, f.denominator]) ?? [];
  const used = measure ? sides.flatMap((a) => (a ? ofAggregate(a) : [])) : figures.flatMap((id) => id ?? []);
  return [...new Set([...ledger.key.filter(tells(ledger)), ...used, ...(by ? [by] : [])])];
}

/** The unit and the period are the same in every row shown. */
const tells = (ledger: LedgerDef) => {
  const same = new Set(ledger.columns.filter((c: ColumnDef) => c.type === 'unit' || c.type === 'period').map((c) => c.id));
  return (id: string): boolean => !same.has(id);
};

function ofAggregate(a: Aggregate): string[] {
  const counted = a.agg === 'sum' ? scalarColumns(a.of) : a.agg === 'distinct' ? distinctColumns(a) : [];
  return [...counted, ...(a.where ? ofCondition(a.where) : [])];
}

function ofCondition(c: Condition): string[] {
  switch (c.op) {
    case 'and':
    case 'or':
      return c.of.flatMap(ofCondition);
    case 'not':
      return ofCondition(c.of);
    case 'given':
      return [c.col];
    case 'in':
      return scalarColumns(c.a);
    default:
      return [...scalarColumns(c.a), ...scalarColumns(c.b)];
  }
}
