/** The branches 党支部 of a period in the page: columns and dictionaries, read from the engine piece by piece. Never a row object. */
import type { Engine, Row } from '../engine/engine';
import { isPeriod, type Period } from '../model/period';
import type { UnitId } from '../model/unit';
import {
  BETWEEN,
  BRANCH_FIGURES,
  branchColumnsSql,
  branchPeriodsSql,
  type BranchFigure,
  type BranchText,
} from '../query/branch-columns';

/** Texts of which there are few: by branch, the place of its text among the values. */
export interface Dictionary {
  readonly values: readonly string[];
  readonly codes: Uint16Array;
}

/** Every column is by branch, in file order. */
export interface BranchTable {
  readonly period: Period;
  readonly size: number;
  /** One text of all, parted by line ends: one value to send between threads. */
  readonly names: string;
  readonly codes: string;
  readonly counties: Dictionary;
  readonly townships: Dictionary;
  readonly sectors: Dictionary;
  readonly figures: Readonly<Record<BranchFigure, Float64Array>>;
  /** The engine's number of the table each came in with, and its record there. */
  readonly imports: Int32Array;
  readonly rows: Int32Array;
}

export interface BranchPeriod {
  readonly period: Period;
  readonly branches: number;
  /** How many have a star. */
  readonly rated: number;
}

/** Branches asked for at once: what comes back is taken apart within a few frames. */
const PIECE = 40_000;

/** The periods there are branches of, in order. */
export async function branchPeriods(engine: Engine): Promise<BranchPeriod[]> {
  const rows = await engine.query(branchPeriodsSql());
  return rows.flatMap(({ period, branches, rated }) =>
    typeof period === 'string' && isPeriod(period) ? [{ period, branches: Number(branches), rated: Number(rated) }] : [],
  );
}

/** The branches of a period. @param size how many there are. */
export async function readBranches(engine: Engine, period: Period, size: number, signal?: AbortSignal): Promise<BranchTable> {
  const figures = Object.fromEntries(BRANCH_FIGURES.map((f) => [f, new Float64Array(size)])) as Record<
    BranchFigure,
    Float64Array
  >;
  const [imports, places] = [new Int32Array(size), new Int32Array(size)];
  const [counties, townships, sectors] = [new Coder(size), new Coder(size), new Coder(size)];
  const [names, codes]: string[][] = [[], []];
  for (let at = 0; at < size;) {
    const [row] = await engine.query(branchColumnsSql(period, { limit: PIECE, offset: at }), signal);
    const n = Number(row?.['n'] ?? 0);
    if (!row || n === 0) throw new RangeError(`${period}: ${at} branches where ${size} were counted`);
    for (const f of BRANCH_FIGURES) figures[f].set(numbersOf(row, f), at);
    imports.set(numbersOf(row, 'imports'), at);
    places.set(numbersOf(row, 'rows'), at);
    names?.push(inLines(row, 'branch'));
    codes?.push(inLines(row, 'branch_code'));
    counties.add(textsOf(row, 'unit'), at);
    townships.add(textsOf(row, 'township'), at);
    sectors.add(textsOf(row, 'sector'), at);
    at += n;
  }
  return {
    ...{ period, size, figures, imports, rows: places },
    ...{ names: names?.join('\n') ?? '', codes: codes?.join('\n') ?? '' },
    ...{ counties: counties.done(), townships: townships.done(), sectors: sectors.done() },
  };
}

const numbersOf = (row: Row, name: string): readonly number[] => row[name] as readonly number[];
const textOf = (row: Row, name: BranchText): string => row[name] as string;
const textsOf = (row: Row, name: BranchText): string[] => textOf(row, name).split(BETWEEN);
/** A line end inside a name is a blank. */
const inLines = (row: Row, name: BranchText): string =>
  textOf(row, name)
    .replace(/[\r\n]+/g, ' ')
    .replaceAll(BETWEEN, '\n');

/** Texts of which there are few, as places among them. */
class Coder {
  readonly #places = new Map<string, number>();
  readonly #codes: Uint16Array;

  constructor(size: number) {
    this.#codes = new Uint16Array(size);
  }

  add(texts: readonly string[], at: number): void {
    texts.forEach((text, i) => {
      let place = this.#places.get(text);
      if (place === undefined) this.#places.set(text, (place = this.#places.size));
      if (place > 0xffff) throw new RangeError('more different texts than a dictionary holds');
      this.#codes[at + i] = place;
    });
  }

  done(): Dictionary {
    return { values: [...this.#places.keys()], codes: this.#codes };
  }
}

/** The county of a branch. */
export const countyOf = (table: BranchTable, i: number): UnitId =>
  (table.counties.values[table.counties.codes[i] ?? -1] ?? '') as UnitId;
