/** Arrow batches to plain rows: numbers, strings, booleans, nulls, `YYYY-MM-DD` dates and arrays of these. */
import type { Row, Value } from '../engine';

/** What is used of an Arrow table or record batch; either has this shape. */
export interface Batch {
  readonly numRows: number;
  readonly schema: { readonly fields: readonly { readonly name: string; readonly type: ArrowType }[] };
  getChildAt(index: number): Column | null;
}

interface ArrowType {
  readonly typeId: number;
  readonly children: readonly { readonly type: ArrowType }[] | null;
}

interface Column {
  get(row: number): unknown;
}

/** Arrow's numbers of types (Schema.fbs). */
const DATE = 8;
const LIST = 12;
const MS_PER_DAY = 86_400_000;

/** Appends a batch's rows. */
export function appendRows(rows: Row[], batch: Batch): void {
  const { fields } = batch.schema;
  const first = rows.length;
  for (let r = 0; r < batch.numRows; r++) rows.push({});
  fields.forEach(({ name, type }, c) => {
    const column = batch.getChildAt(c);
    const read = reader(type);
    for (let r = 0; r < batch.numRows; r++) (rows[first + r] as Row)[name] = read(column?.get(r));
  });
}

function reader(type: ArrowType): (value: unknown) => Value {
  if (type.typeId === DATE) return (v) => (v === null || v === undefined ? null : dateText(Number(v) / MS_PER_DAY));
  if (type.typeId === LIST) {
    const child = type.children?.[0];
    const item = child ? reader(child.type) : plain;
    return (v) => (isIterable(v) ? Array.from(v, item) : null);
  }
  return plain;
}

function plain(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return Number(value);
  // Everything else is to be cast in SQL, in the one statement that asks for it.
  throw new TypeError(`the engine gave a value of a type that is not cast: ${typeof value}`);
}

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;

/** `YYYY-MM-DD` of a day counted from 1970-01-01, without a `Date`: no time zone can shift it. (Hinnant, civil_from_days) */
export function dateText(day: number): string {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const d = doy - Math.floor((153 * mp + 2) / 5) + 1;
  const m = mp < 10 ? mp + 3 : mp - 9;
  const y = yoe + era * 400 + (m <= 2 ? 1 : 0);
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}
