/**
 * A spreadsheet formula as data: built once, printed for a workbook and worked out here, so that no formula is written whose
 * own result has not been held against the number it stands for.
 */
import { round } from '../../scheme';
import { letterOf } from '../workbook';

/** Where a cell stands; column and row from 0 on. */
export interface Place {
  readonly sheet: string;
  readonly column: number;
  readonly row: number;
}

/** The functions used; each is known to every spreadsheet of the last twenty years. */
export type FunctionName =
  | 'ABS'
  | 'AND'
  | 'AVERAGE'
  | 'COUNT'
  | 'COUNTIF'
  | 'IF'
  | 'ISNUMBER'
  | 'LN'
  | 'LOG10'
  | 'MAX'
  | 'MIN'
  | 'NA'
  | 'RANK'
  | 'ROUND'
  | 'ROUNDDOWN'
  | 'ROUNDUP'
  | 'STDEV'
  | 'SUM'
  | 'SUMPRODUCT';
type Operator = '+' | '-' | '*' | '/' | '^' | '=' | '<' | '<=' | '>' | '>=';

export type Formula =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'list'; readonly values: readonly number[] }
  /** `value`: what the cell holds; null where it holds no number. */
  | { readonly kind: 'cell'; readonly at: Place; readonly value: number | null }
  /** Cells of one row or one column, and what they hold; null: an empty cell. */
  | { readonly kind: 'range'; readonly from: Place; readonly to: Place; readonly values: readonly (number | null)[] }
  | { readonly kind: 'operation'; readonly op: Operator; readonly a: Formula; readonly b: Formula }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Formula[] };

/** What a formula comes to; NaN stands for any error. */
export type Result = number | string | boolean;

/** A number as it is. */
export const num = (value: number): Formula => ({ kind: 'number', value });
/** A text as it is. */
export const say = (value: string): Formula => ({ kind: 'text', value });
/** Numbers in braces. */
export const list = (values: readonly number[]): Formula => ({ kind: 'list', values });
/** What another cell holds. */
export const cell = (at: Place, value: number | null): Formula => ({ kind: 'cell', at, value });
const operation =
  (op: Operator) =>
  (a: Formula | number, b: Formula | number): Formula => ({ kind: 'operation', op, a: wrap(a), b: wrap(b) });
const wrap = (x: Formula | number): Formula => (typeof x === 'number' ? num(x) : x);
export const plus = operation('+');
export const minus = operation('-');
export const times = operation('*');
export const over = operation('/');
export const power = operation('^');
export const equal = operation('=');
export const less = operation('<');
export const atMost = operation('<=');
export const more = operation('>');
export const atLeast = operation('>=');
/** A function of the spreadsheet. */
export const call = (name: FunctionName, ...args: readonly (Formula | number)[]): Formula => ({
  kind: 'call',
  name,
  args: args.map(wrap),
});
/** `yes` where the condition holds, else `no`. */
export const when = (condition: Formula, yes: Formula | number, no: Formula | number): Formula => call('IF', condition, yes, no);
/** Held between two bounds. */
export const held = (low: Formula | number, x: Formula, high: Formula | number): Formula =>
  call('MAX', low, call('MIN', x, high));
/** Snapped to 1e-9, as everything that is compared is. */
export const snapped = (x: Formula): Formula => call('ROUND', x, 9);

/** The most arguments that a function takes in every spreadsheet is 255; from a few dozen on nobody reads them any more. */
const MANY = 200;
/** The sum of terms, however many; 0 of none. */
export function total(terms: readonly Formula[]): Formula {
  if (terms.length === 0) return num(0);
  if (terms.length === 1) return terms[0]!;
  if (terms.length <= MANY) return call('SUM', ...terms);
  const parts = Array.from({ length: Math.ceil(terms.length / MANY) }, (_, i) => terms.slice(i * MANY, (i + 1) * MANY));
  return total(parts.map(total));
}

// ---- printing

const STRENGTH: Readonly<Record<Operator, number>> = {
  ...{ '=': 1, '<': 1, '<=': 1, '>': 1, '>=': 1 },
  ...{ '+': 2, '-': 2, '*': 3, '/': 3, '^': 4 },
};

/** The formula as the sheet named `sheet` writes it, without `=` before it. */
export function printed(formula: Formula, sheet: string): string {
  const print = (x: Formula): string => printed(x, sheet);
  switch (formula.kind) {
    case 'number':
      return digits(formula.value);
    case 'text':
      return `"${formula.value.replaceAll('"', '""')}"`;
    case 'list':
      return `{${formula.values.map(digits).join(',')}}`;
    case 'cell':
      return `${on(formula.at, sheet)}${address(formula.at)}`;
    case 'range':
      return `${on(formula.from, sheet)}${fixedAddress(formula.from)}:${fixedAddress(formula.to)}`;
    case 'operation': {
      const own = STRENGTH[formula.op];
      // To the right of its operator an equal strength is grouped too: a − (b − c).
      const side = (x: Formula, right: boolean): string => {
        const strength = strengthOf(x);
        return strength < own || (strength === own && (right || own === 4)) ? `(${print(x)})` : print(x);
      };
      return `${side(formula.a, false)}${formula.op}${side(formula.b, true)}`;
    }
    case 'call':
      return `${formula.name}(${formula.args.map(print).join(',')})`;
  }
}

// A minus sign binds closer than anything in a spreadsheet, −2^2 is 4: a number below 0 is written in brackets.
const strengthOf = (x: Formula): number => (x.kind === 'operation' ? STRENGTH[x.op] : x.kind === 'number' && x.value < 0 ? 0 : 9);
const digits = (value: number): string => String(value).toUpperCase();
const on = (at: Place, sheet: string): string => (at.sheet === sheet ? '' : `'${at.sheet.replaceAll("'", "''")}'!`);
/** `C12`. */
export const address = ({ column, row }: Place): string => `${letterOf(column)}${row + 1}`;
const fixedAddress = ({ column, row }: Place): string => `$${letterOf(column)}$${row + 1}`;

/** Spreadsheets hold no formula longer than this. */
const LONGEST = 8000;
/** Whether every spreadsheet takes the formula as it is printed. */
export const isWritable = (text: string): boolean => text.length <= LONGEST;

// ---- working out

type Many = readonly (number | null | boolean)[];
type Value = Result | null | Many;

const isMany = (x: Value): x is Many => Array.isArray(x);
/** As arithmetic takes it: an empty cell of a range is 0, a text is an error. */
const numeric = (x: Result | null): number => (typeof x === 'string' ? NaN : x === null ? 0 : Number(x));

/** What a spreadsheet makes of the formula; NaN stands for any error. */
export function worked(formula: Formula): Result {
  const value = valueOf(formula);
  return isMany(value) || value === null || (typeof value === 'number' && !Number.isFinite(value)) ? NaN : value;
}

function valueOf(formula: Formula): Value {
  switch (formula.kind) {
    case 'number':
    case 'text':
      return formula.value;
    case 'cell':
      // Cells without a number show a word, with which nothing can be reckoned.
      return formula.value ?? '';
    case 'list':
    case 'range':
      return formula.values;
    case 'operation':
      return each(valueOf(formula.a), valueOf(formula.b), OPERATIONS[formula.op]);
    case 'call':
      return FUNCTIONS[formula.name](formula.args);
  }
}

const OPERATIONS: Readonly<Record<Operator, (a: number, b: number) => number | boolean>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => (b === 0 ? NaN : a / b),
  '^': (a, b) => a ** b,
  '=': comparing((a, b) => a === b),
  '<': comparing((a, b) => a < b),
  '<=': comparing((a, b) => a <= b),
  '>': comparing((a, b) => a > b),
  '>=': comparing((a, b) => a >= b),
};

/** An error compared is an error. */
function comparing(holds: (a: number, b: number) => boolean): (a: number, b: number) => number | boolean {
  return (a, b) => (Number.isNaN(a) || Number.isNaN(b) ? NaN : holds(a, b));
}

function each(a: Value, b: Value, op: (a: number, b: number) => number | boolean): Value {
  if (!isMany(a) && !isMany(b)) return op(numeric(a), numeric(b));
  const length = isMany(a) ? a.length : (b as Many).length;
  const at = (x: Value, i: number): number => numeric(isMany(x) ? (x[i] ?? null) : x);
  return Array.from({ length }, (_, i) => op(at(a, i), at(b, i)));
}

const mapped = (x: Value, of: (x: Result | null) => number | boolean): Value => (isMany(x) ? x.map(of) : of(x));

/** The numbers that a function of many arguments looks at: cells without a number are passed over, an error is not. */
function numbers(args: readonly Formula[]): number[] {
  return args.flatMap((arg) => {
    const value = valueOf(arg);
    if (isMany(value)) return value.flatMap((x) => (typeof x === 'number' ? [x] : []));
    if (arg.kind === 'cell' && typeof value === 'string') return [];
    return [numeric(value)];
  });
}

const some = (xs: readonly number[], of: (xs: readonly number[]) => number): number => (xs.length === 0 ? NaN : of(xs));
const mean = (xs: readonly number[]): number => xs.reduce((s, x) => s + x, 0) / xs.length;
const one = (args: readonly Formula[], i: number): Value => (args[i] ? valueOf(args[i]) : null);
const scalar = (args: readonly Formula[], i: number): number => {
  const value = one(args, i);
  return isMany(value) ? NaN : numeric(value);
};
const rounding =
  (of: (x: number, digits: number) => number) =>
  (args: readonly Formula[]): Value =>
    mapped(one(args, 0), (x) => of(numeric(x), scalar(args, 1)));
const scaled = (x: number, digits: number, of: (x: number) => number): number => of(x * 10 ** digits) / 10 ** digits;

const FUNCTIONS: Readonly<Record<FunctionName, (args: readonly Formula[]) => Value>> = {
  ABS: (args) => Math.abs(scalar(args, 0)),
  AND: (args) => args.every((a) => valueOf(a) === true),
  AVERAGE: (args) => some(numbers(args), mean),
  COUNT: (args) => numbers(args).length,
  // Only with numbers to be equal to: of one cell, or of each of a range.
  COUNTIF: (args) => {
    const within = numbers(args.slice(0, 1));
    return mapped(one(args, 1), (x) => within.filter((y) => y === x).length);
  },
  IF: (args) => {
    const condition = one(args, 0);
    return typeof condition === 'boolean' ? one(args, condition ? 1 : 2) : NaN;
  },
  ISNUMBER: (args) => mapped(one(args, 0), (x) => typeof x === 'number'),
  LN: (args) => Math.log(scalar(args, 0)),
  LOG10: (args) => Math.log10(scalar(args, 0)),
  MAX: (args) => some(numbers(args), (xs) => xs.reduce((a, b) => Math.max(a, b))),
  MIN: (args) => some(numbers(args), (xs) => xs.reduce((a, b) => Math.min(a, b))),
  NA: () => NaN,
  RANK: (args) => 1 + numbers(args.slice(1, 2)).filter((x) => x > scalar(args, 0)).length,
  ROUND: rounding((x, digits) => round(x, digits, 'half-up')),
  ROUNDDOWN: rounding((x, digits) => scaled(x, digits, Math.trunc)),
  ROUNDUP: rounding((x, digits) => scaled(x, digits, (y) => Math.sign(y) * Math.ceil(Math.abs(y)))),
  STDEV: (args) => {
    const xs = numbers(args);
    const middle = mean(xs);
    return xs.length < 2 ? NaN : Math.sqrt(xs.reduce((s, x) => s + (x - middle) ** 2, 0) / (xs.length - 1));
  },
  SUM: (args) => numbers(args).reduce((s, x) => s + x, 0),
  SUMPRODUCT: (args) => {
    const value = one(args, 0);
    return isMany(value) ? value.reduce<number>((s, x) => s + numeric(x), 0) : value;
  },
};
