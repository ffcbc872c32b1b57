/** Figures: `1,234`, `１２`, `12人`, `95.3%`, `九十五点三`, `约20`, `＜1`; numbers, integers and shares differ only in what follows. */
import type { ColumnDef } from '../../model/ledger';
import type { ColumnMapping } from '../../model/table';
import { noFigure } from '../words';
import { bad, MISSING, NOT_APPLICABLE, ok, type Cell, type ReadCell } from './cell';
import { numeral } from './numeral';

/** The commonest form, read without further thought; see trivial.ts. */
const PLAIN = /^-?\d{1,15}(?:\.\d{1,9})?$/;
/** A plain figure that is its own canonical text. */
const CANONICAL = /^-?(?:[1-9]\d*|0(?=\.))(?:\.\d*[1-9])?$/;
const DECIMAL = /^[+-]?(?:\d{1,15}(?:\.\d*)?|\.\d+)$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
/** White space between digits: groups of three, else perhaps two figures. */
const GAP = /\d\s+[\d.]/;
const SPACED = /^\D*\d{1,3}(?:\s\d{3})+(?:\.\d+)?\D*$/;
/** Marks of footnotes and small digits, which a normal form would make digits of the figure. */
export const FOOTNOTE =
  /[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209c\u2150-\u215f\u2460-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289]/;
/** What a spreadsheet makes of a long figure in a narrow column: digits are lost. */
const EXPONENT = /^[+-]?\d(?:\.\d+)?E[+-]?\d{1,2}$/;
const ABOUT = /^(?:大约|约|近)|(?:左右|余|多)$/g;
/** A bound is no figure. */
const BOUND = /^(?:<|>|≤|≥|不足|少于|低于|超过|超|逾|高于)|(?:以上|以下|以内)$/;
const FRACTION = /^(\d{1,15}(?:\.\d+)?)\/(\d{1,15}(?:\.\d+)?)$/;
/** 一 alone may be a dash. */
const DASH = '一';
/** Units that only count. */
const COUNTERS = '人个家项次场期件名所支处条户张份';

/** A double as a plain decimal, without an exponent. */
export function plainDecimal(n: number): string {
  const text = String(n);
  if (!text.includes('e')) return text;
  return n.toFixed(20).replace(/\.?0+$/, '');
}

/** A decimal by 100 or 1000: the double nearest to the quotient, which dividing its own double is not always (96.2 %). */
const shifted = (decimal: string, places: number): number =>
  EXPONENT.test(decimal) ? Number(decimal) / 10 ** places : Number(`${decimal}e-${places}`);

/** What may stand behind a column's figures: its unit; 个 behind any count, 名 and 位 behind people. */
function suffixes({ unit = '', type }: ColumnDef): readonly string[] {
  const own = unit.normalize('NFKC').toUpperCase();
  if (own === '') return [];
  return type === 'integer' && COUNTERS.includes(own) ? [own, '个', ...(own === '人' ? ['名', '位'] : [])] : [own];
}

/** The reader of a column of figures. `mapping` decides the scale and how bare shares are meant. */
export function numberReader(column: ColumnDef, mapping: Pick<ColumnMapping, 'scale' | 'shareAs'>): ReadCell {
  const share = column.type === 'share';
  const integer = column.type === 'integer';
  const units = suffixes(column);
  const { scale = 1, shareAs } = mapping;
  const [min, max] = column.range ?? [-Infinity, Infinity];
  // Dividing by a whole number is exact to the last bit where multiplying by 0.0001 is not.
  const divisor = scale < 1 ? Math.round(1 / scale) : 1;
  const factor = scale < 1 ? 1 : scale;
  const asIs = !share && scale === 1;
  const unreadable = bad('cell.unreadable', { expects: column.type });

  const finish = (n: number, about: boolean): Cell => {
    if (!Number.isFinite(n) || Math.abs(n) >= 1e15) return unreadable;
    if (integer && !Number.isInteger(n)) return unreadable;
    if (n < min || n > max) return bad('cell.notInRange', { min, max });
    const value = plainDecimal(n === 0 ? 0 : n);
    return about ? { state: 'ok', value, fault: { code: 'cell.approximate', params: { taken: value } } } : ok(value);
  };
  /** @param stated the cell names the declared unit itself: `110万元` is that much, whatever its header says. */
  const bare = (decimal: string, about: boolean, stated = false): Cell => {
    const n = Number(decimal);
    if (!share) return finish(stated ? n : (n * factor) / divisor, about);
    // Zero is zero either way; any other bare share needs the decision.
    if (shareAs === undefined && n !== 0) return unreadable;
    return finish(((shareAs === 'percent' ? shifted(decimal, 2) : n) * factor) / divisor, about);
  };
  const fraction = (n: number, of: number): Cell => (of > 0 ? finish(n / of, false) : n === 0 ? NOT_APPLICABLE : unreadable);

  return (text) => {
    if (PLAIN.test(text)) {
      const n = Number(text);
      const known = asIs && n >= min && n <= max && (!integer || Number.isInteger(n)) && n < 1e15 && CANONICAL.test(text);
      return known ? ok(text) : bare(text, false);
    }
    const nothing = noFigure(text);
    if (nothing === 'missing') return MISSING;
    if (nothing === 'na') return NOT_APPLICABLE;
    if (nothing === 'none') return integer ? finish(0, false) : MISSING;
    if (FOOTNOTE.test(text)) return unreadable;

    let t = text.normalize('NFKC').toUpperCase();
    if (GAP.test(t) && !SPACED.test(t)) return unreadable;
    t = t.replace(/\s+/g, '').replace(/[−—–]/g, '-');
    if (BOUND.test(t)) return { state: 'missing', value: null, fault: { code: 'cell.approximate', params: { taken: '' } } };
    const precise = t.replace(ABOUT, '');
    let about = precise !== t;
    t = precise;
    const unit = units.find((u) => t.endsWith(u));
    if (unit !== undefined) t = t.slice(0, -unit.length).replace(ABOUT, () => ((about = true), ''));
    // A percentage is a number too where the column declares no other unit: 95.3 % = 0.953.
    let per = t.endsWith('%') ? 100 : t.endsWith('‰') ? 1000 : 1;
    if (per > 1) t = t.slice(0, -1);
    else if (/^[百千]分之/.test(t)) {
      per = t.startsWith('百') ? 100 : 1000;
      t = t.slice(3);
    }
    if (per > 1 && !share && units.length > 0) return unreadable;
    const parts = share && per === 1 ? FRACTION.exec(t) : null;
    if (parts) return fraction(Number(parts[1]), Number(parts[2]));
    const written = t === DASH ? null : numeral(t);
    if (written !== null) t = String(written);
    if (EXPONENT.test(t)) about = true;
    else if (GROUPED.test(t)) t = t.replaceAll(',', '');
    else if (!DECIMAL.test(t)) return unreadable;
    return per > 1 ? finish(shifted(t, per === 100 ? 2 : 3), about) : bare(t, about, unit !== undefined);
  };
}
