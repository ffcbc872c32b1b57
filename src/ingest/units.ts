/** 计量单位: the factor between the unit a header or the table names and the one a column is declared in. */
import type { ColumnDef } from '../model/ledger';

const PREFIX: Readonly<Record<string, number>> = { '': 1, 百: 1e2, 千: 1e3, 万: 1e4, 十万: 1e5, 百万: 1e6, 千万: 1e7, 亿: 1e8 };
/** Shares of a whole, in ‰. */
const SHARES: Readonly<Record<string, number>> = { '%': 10, '‰': 1 };

interface Measured {
  readonly base: string;
  readonly size: number;
}

/** A unit taken apart: 万元 is 10,000 of 元, % is 10 of ‰. */
function measured(unit: string): Measured | null {
  const share = SHARES[unit];
  if (share !== undefined) return { base: '‰', size: share };
  const [, prefix = '', base = ''] = /^(十万|百万|千万|[百千万亿]?)([^百千万亿\d]{1,3})$/.exec(unit) ?? [];
  const size = PREFIX[prefix];
  return base === '' || size === undefined ? null : { base, size };
}

const sizeIn = (base: string, unit: string): number | null => {
  const m = measured(unit);
  return m?.base === base ? m.size : null;
};

/** The unit in brackets of a header: `投入(万元)`, `到位资金（单位：元）`, `上访率(‰)`. */
const OWN = /\((?:单位:)?([^():]{1,4})\)/g;

/**
 * The factor by which figures in the header's unit reach the declared one; null where the header names none that
 * could be held against it.
 */
export function scaleInHeader(header: string, column: ColumnDef): number | null {
  const declared = measured((column.unit ?? '').normalize('NFKC'));
  if (!declared) return null;
  const named = [...header.normalize('NFKC').replace(/\s+/g, '').matchAll(OWN)].map((m) => sizeIn(declared.base, m[1] as string));
  const size = named.find((s) => s !== null);
  return size === undefined || size === null ? null : size / declared.size;
}

/** The same from 单位：元 above the table; only money is meant by that where columns of several kinds stand side by side. */
export function scaleInTable(units: readonly string[], column: ColumnDef): number | null {
  const declared = measured(column.unit ?? '');
  if (declared?.base !== '元') return null;
  const size = units.map((u) => sizeIn('元', u.normalize('NFKC'))).find((s) => s !== null);
  return size === undefined || size === null ? null : size / declared.size;
}
