/** Small invented cities for scoring tests: a roster, measures from short tables, schemes from a few leaves. */
import { Measures, type MeasureEntry, type MeasurePart } from '../../src/model/measures';
import type { Period } from '../../src/model/period';
import { Roster } from '../../src/model/roster';
import type { Unit, UnitId } from '../../src/model/unit';
import type { Grades, Leaf, Node, Scheme } from '../../src/scheme';
import type { MeasureCatalogue, MeasureDef } from '../../src/model/measure';

export const p = (text: string): Period => text as Period;
export const id = (text: string): UnitId => text as UnitId;

/** Counties by id, each with its group: `county('a', 'one')`. */
export function roster(groups: Readonly<Record<string, string | null>>): Roster {
  return new Roster(
    Object.entries(groups).map(([unit, group]): Unit => {
      const names = [{ name: unit, from: null, to: null }];
      return { id: id(unit), names, code: null, level: 'county', parent: null, group, aliases: [], from: null, to: null };
    }),
  );
}

/** A cell: a value, `[numerator, denominator]`, null for reported blank, 'na', or figures by sector. */
export type CellSpec = number | readonly [number, number] | null | 'na' | Readonly<Record<string, readonly [number, number]>>;

/** `{ measure: { period: { unit: cell } } }`. */
export type Table = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, CellSpec>>>>>>;

export function entries(table: Table): MeasureEntry[] {
  return Object.entries(table).flatMap(([measure, periods]) =>
    Object.entries(periods).flatMap(([period, units]) =>
      Object.entries(units).map(([unit, spec]) => ({ measure, period: p(period), unit: id(unit), ...cell(spec) })),
    ),
  );
}

export const measures = (table: Table): Measures => new Measures(entries(table));

function cell(spec: CellSpec): Omit<MeasureEntry, 'measure' | 'period' | 'unit'> {
  const none = { value: null, numerator: null, denominator: null, rows: 1 };
  if (spec === null) return { ...none, status: 'missing' };
  if (spec === 'na') return { ...none, denominator: 0, status: 'na' };
  if (typeof spec === 'number') return { value: spec, numerator: spec, denominator: null, status: 'ok', rows: 1 };
  if (isPair(spec)) return { value: spec[0] / spec[1], numerator: spec[0], denominator: spec[1], status: 'ok', rows: 1 };
  const parts = Object.entries(spec).map(([key, [numerator, denominator]]): MeasurePart => ({ key, numerator, denominator }));
  const numerator = parts.reduce((s, x) => s + (x.numerator ?? 0), 0);
  const denominator = parts.reduce((s, x) => s + (x.denominator ?? 0), 0);
  return { value: numerator / denominator, numerator, denominator, status: 'ok', rows: 1, parts };
}

const isPair = (spec: object): spec is readonly [number, number] => Array.isArray(spec);

/** A leaf named after its measure, `m.<id>`; attainment of 1 every quarter unless said otherwise. */
export const leaf = (name: string, points: number, more: Partial<Leaf> = {}): Leaf => ({
  id: name,
  title: name.toUpperCase(),
  points,
  measure: `m.${name}`,
  rule: { type: 'attainment', target: 1 },
  due: 'Q',
  ...more,
});

export const section = (name: string, children: readonly Node[]): Node => ({ id: name, title: name.toUpperCase(), children });

export const GRADES: Grades = {
  lines: [{ grade: 'good', min: 90 }, { grade: 'fair', min: 70 }, { grade: 'poor' }],
};

export const scheme = (children: Node[], more: Partial<Scheme> = {}): Scheme => ({
  kaoping: 1,
  id: 'test',
  version: '1',
  title: 'Test',
  level: 'county',
  points: 100,
  children,
  rounding: { at: 'total', decimals: 2, mode: 'half-up' },
  ranking: { on: 'rounded', ties: '1224', breakers: [] },
  ...more,
});

/** Knows every measure as a scored share, by sector where its name says so; `m.shown…` is shown only, `x.…` unknown. */
export const catalogue: MeasureCatalogue = {
  get(measure) {
    if (measure.startsWith('x.')) return undefined;
    const def: MeasureDef = {
      id: measure.replace(/^.*?\./, ''),
      name: { zh: measure, en: measure },
      unit: 'share',
      numerator: { agg: 'count' },
      better: 'higher',
      scored: !measure.startsWith('m.shown'),
      definition: { zh: measure, en: measure },
    };
    return measure.includes('sector') ? { ...def, by: 'sector' } : def;
  },
};
