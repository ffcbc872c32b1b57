/** Rows of `measuresSql` to measure entries: a value, or the reason why there is none. */
import type { LedgerDef, NamedMeasures } from '../model/ledger';
import type { MeasureCell, MeasureEntry, MeasurePart } from '../model/measures';
import type { Period } from '../model/period';
import type { UnitId } from '../model/unit';
import { columnOf } from './names';
import { numberIn, textIn, type Found } from './found';

/** A figure as found: null is not applicable where `na` says so, else missing. */
interface Figure {
  readonly value: number | null;
  readonly na: boolean;
}

const figure = (row: Found, name: string): Figure => ({ value: numberIn(row, name), na: row[`${name}_na`] === true });

/** The entries of a ledger's measures from the rows of its `measuresSql`. */
export function measureEntries(ledger: LedgerDef, rows: readonly Found[]): MeasureEntry[] {
  if (ledger.named) return namedEntries(ledger, ledger.named, rows);
  const parts = new Map<string, Found[]>();
  const keyOf = (row: Found, by: string): string => `${textIn(row, '_unit')}\n${textIn(row, '_period')}\n${by}`;
  for (const row of rows) {
    const by = textIn(row, '_by');
    // The group of a nil report is of no sector.
    if (by === '' || numberIn(row, '_rows') === 0) continue;
    const key = keyOf(row, by);
    parts.set(key, [...(parts.get(key) ?? []), row]);
  }
  return rows
    .filter((row) => textIn(row, '_by') === '')
    .flatMap((row) =>
      ledger.measures.map((measure, i): MeasureEntry => {
        const denominator = measure.denominator ? figure(row, `d${i}`) : null;
        const by = measure.by === undefined ? null : (parts.get(keyOf(row, measure.by)) ?? []);
        return {
          measure: `${ledger.id}.${measure.id}`,
          ...placeOf(row),
          ...cellOf(figure(row, `n${i}`), denominator, numberIn(row, '_rows') ?? 0),
          ...(by ? { parts: by.map((part) => partOf(part, i, denominator !== null)) } : {}),
        };
      }),
    );
}

const placeOf = (row: Found): { unit: UnitId; period: Period } => ({
  unit: textIn(row, '_unit') as UnitId,
  period: textIn(row, '_period') as Period,
});

const partOf = (row: Found, index: number, divided: boolean): MeasurePart => ({
  key: textIn(row, '_key'),
  numerator: numberIn(row, `n${index}`),
  denominator: divided ? numberIn(row, `d${index}`) : null,
});

/**
 * numerator ÷ denominator, or the numerator where there is none. A denominator of zero is not applicable whatever
 * stands above it: where nothing was due, a blank is no omission.
 */
function cellOf(numerator: Figure, denominator: Figure | null, rows: number): MeasureCell {
  const [n, d] = [numerator.value, denominator?.value ?? null];
  const none = (status: 'missing' | 'na'): MeasureCell => ({ value: null, numerator: n, denominator: d, status, rows });
  if (d === 0) return none('na');
  const blanks = [numerator, ...(denominator ? [denominator] : [])].filter((f) => f.value === null);
  if (n === null || blanks.length > 0) return none(blanks.every((f) => f.na) ? 'na' : 'missing');
  return { value: d === null ? n : n / d, numerator: n, denominator: d, status: 'ok', rows };
}

/**
 * One entry per row and figure. A blank figure is an entry only where its column is required: a target that a row
 * does not give must not hide the city's.
 */
function namedEntries(ledger: LedgerDef, { figures }: NamedMeasures, rows: readonly Found[]): MeasureEntry[] {
  return rows.flatMap((row) =>
    figures.flatMap((f, i): MeasureEntry[] => {
      const given = figure(row, `v${i}`);
      const [n, d] = [figure(row, `n${i}`), figure(row, `d${i}`)];
      const divided = cellOf(n, d, 1);
      const cell: MeasureCell =
        given.value !== null
          ? { value: given.value, numerator: n.value, denominator: d.value, status: 'ok', rows: 1 }
          : f.numerator !== undefined && (n.value !== null || d.value !== null)
            ? divided
            : { value: null, numerator: null, denominator: null, status: given.na ? 'na' : 'missing', rows: 1 };
      if (cell.status !== 'ok' && !columnOf(ledger, f.value).required) return [];
      const name = textIn(row, '_name');
      return [{ measure: `${ledger.id}.${f.suffix === '' ? name : `${name}/${f.suffix}`}`, ...placeOf(row), ...cell }];
    }),
  );
}
