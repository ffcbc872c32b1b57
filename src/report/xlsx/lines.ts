/**
 * What stands in each cell of the calculation: a live formula where one is known and comes to the very number of the reason,
 * else the number itself. No formula is written unheld.
 */
import { cell, isWritable, printed, worked, type Formula, type Place } from './formula';
import { formulaOf, placesOf, rounded, type Standing, type Step } from './formula-steps';
import type { WorkbookContent } from './content';
import type { FieldRow, Rows, StepRow } from './rows';

/** What a cell holds. none: no number, and none can be put in. */
export interface Held {
  readonly kind: 'live' | Standing | 'none';
  readonly value: number | null;
  /** Of a live one, as it is printed. */
  readonly formula: string | null;
}

/** A row of the calculation, ready to be written. */
export interface Line {
  readonly step: StepRow;
  /** The value; of a node after rounding. */
  readonly value: Held;
  /** Of a node, before rounding. */
  readonly exact: Held | null;
  /** Under a place: the first and the last place shared. */
  readonly places: readonly [Held, Held] | null;
}

/** How many cells are formulas, inputs, given numbers. */
export interface Counts {
  readonly live: number;
  readonly input: number;
  readonly given: number;
}

/** Where things stand in the workbook. */
export interface Layout {
  readonly calculation: { readonly sheet: string; readonly value: number; readonly exact: number };
  /** The cells of an indicator's values: of all units, or of a group; null for a group without units. */
  readonly peers: (
    field: FieldRow,
    group: string | null,
  ) => { readonly from: Place; readonly to: Place; readonly units: readonly string[] } | null;
}

const NODES: readonly string[] = ['total', 'section', 'leaf'];
export const isNode = ({ reason }: StepRow): boolean => NODES.includes(reason.op);

const NONE: Held = { kind: 'none', value: null, formula: null };
/** Beyond this a number and its formula differ, and not by the dust of binary arithmetic. */
const DUST = 1e-9;

/** Whether what a formula comes to is the number of the reason. */
export function agrees(result: ReturnType<typeof worked>, value: number): boolean {
  return typeof result === 'number' && Math.abs(result - value) <= Math.max(DUST, Math.abs(value) * 1e-12);
}

/** All lines, in the order of their rows. */
export function linesOf(content: WorkbookContent, rows: Rows, layout: Layout): Line[] {
  return new Lines(content, rows, layout).all();
}

class Lines {
  readonly #content: WorkbookContent;
  readonly #rows: Rows;
  readonly #layout: Layout;
  readonly #fields: ReadonlyMap<string, FieldRow>;
  /** By what they are figures of: the first step with each. */
  readonly #figures = new Map<string, StepRow>();
  /** Of nodes before rounding. */
  readonly #exact = new Map<StepRow, number | null>();
  readonly #steps = new Map<StepRow, Step>();

  constructor(content: WorkbookContent, rows: Rows, layout: Layout) {
    this.#content = content;
    this.#rows = rows;
    this.#layout = layout;
    this.#fields = new Map(rows.fields.map((f) => [f.key, f]));
    for (const step of rows.steps) {
      const key = figureKey(step);
      if (key !== null && !this.#figures.has(key)) this.#figures.set(key, step);
    }
    // Arguments come after what is made of them.
    for (const step of [...rows.steps].reverse()) if (isNode(step)) this.#exact.set(step, this.#exactOf(step));
  }

  all(): Line[] {
    return this.#rows.steps.map((step) => {
      if (isNode(step)) return { step, ...this.#node(step), places: null };
      const made = this.#step(step);
      return { step, value: this.#value(step, made), exact: null, places: this.#places(step, made) };
    });
  }

  #place(row: number, column: 'value' | 'exact'): Place {
    const { calculation } = this.#layout;
    return { sheet: calculation.sheet, column: calculation[column], row };
  }

  #cell(step: StepRow, column: 'value' | 'exact' = 'value'): Formula {
    return cell(this.#place(step.row, column), column === 'value' ? step.reason.value : (this.#exact.get(step) ?? null));
  }

  /** A unit's points before rounding: an indicator's from its last step, a sum's from its parts. */
  #exactOf(step: StepRow): number | null {
    const { reason, args } = step;
    if (reason.value === null) return null;
    if (reason.op === 'leaf') return args[0]?.reason.value ?? reason.value;
    const formula = formulaOf(this.#make(step, null));
    const result = typeof formula === 'string' ? NaN : worked(formula);
    return typeof result === 'number' && Number.isFinite(result) ? result : reason.value;
  }

  #step(step: StepRow): Step {
    let made = this.#steps.get(step);
    if (!made) this.#steps.set(step, (made = this.#make(step, step.above && this.#step(step.above))));
    return made;
  }

  #make(step: StepRow, above: Step | null): Step {
    const { reason, args, row, leaf } = step;
    const { scheme } = this.#content;
    const column = scheme.rounding.at === 'leaf' ? 'value' : 'exact';
    const parts = args.flatMap((a) =>
      isNode(a) && a.reason.value !== null ? [{ reason: a.reason, at: this.#cell(a, column) }] : [],
    );
    const placed = step.places ? step : args.find((a) => a.places !== null);
    const own = { exact: this.#place(row, 'exact'), published: this.#place(row, 'value') };
    return {
      ...{ reason, above, parts, own, scheme },
      args: args.map((a) => this.#cell(a)),
      places: placed?.places ? this.#placeCells(placed, placed.places) : null,
      values: { exact: this.#exact.get(step) ?? null, published: reason.value },
      rule: leaf?.rule ?? null,
      vetoes: step.unit.vetoes,
      peers: (among) => this.#peers(step, among),
    };
  }

  #placeCells({ reason }: StepRow, [first, last]: readonly [number, number]): readonly [Formula, Formula] {
    const at = (row: number, name: string): Formula => {
      const value = reason.params[name];
      return cell(this.#place(row, 'value'), typeof value === 'number' ? value : null);
    };
    return [at(first, 'first'), at(last, 'last')];
  }

  #peers(step: StepRow, among: 'group' | 'city'): Formula | null {
    const field = this.#fields.get(step.field ?? '');
    const group = among === 'city' ? null : step.unit.group;
    const where = field && this.#layout.peers(field, group);
    if (!where) return null;
    const values = where.units.map((id) => field.values.get(id)?.reason.value ?? null);
    return { kind: 'range', from: where.from, to: where.to, values };
  }

  #live(formula: Formula, value: number): Held | null {
    const text = printed(formula, this.#layout.calculation.sheet);
    return isWritable(text) && agrees(worked(formula), value) ? { kind: 'live', value, formula: text } : null;
  }

  #node(step: StepRow): { readonly value: Held; readonly exact: Held } {
    const { value } = step.reason;
    const exact = this.#exact.get(step) ?? null;
    if (value === null || exact === null) return { value: NONE, exact: NONE };
    const formula = formulaOf(this.#step(step));
    const live = typeof formula === 'string' ? null : this.#live(formula, exact);
    const published = rounded(this.#cell(step, 'exact'), this.#content.scheme.rounding);
    // A published number is the same to the last digit, or it is not the same.
    const result = worked(published);
    if (result !== value) return { value: given(value), exact: given(live ? exact : value) };
    return { value: this.#live(published, value) ?? given(value), exact: live ?? given(exact) };
  }

  #value(step: StepRow, made: Step): Held {
    const { value } = step.reason;
    const formula = formulaOf(made);
    // An empty input waits for a number: a count that nobody reported.
    if (value === null) return formula === 'input' && mayBeEmpty(step) ? { ...NONE, kind: 'input' } : NONE;
    if (typeof formula !== 'string') return this.#live(formula, value) ?? given(value);
    const first = this.#figures.get(figureKey(step) ?? '');
    const shared = formula === 'input' && first && first !== step ? this.#live(this.#cell(first), value) : null;
    return shared ?? { kind: formula, value, formula: null };
  }

  #places(step: StepRow, made: Step): readonly [Held, Held] | null {
    if (!step.places) return null;
    const formulas = placesOf(made);
    const held = (i: 0 | 1, name: string): Held => {
      const value = step.reason.params[name];
      if (typeof value !== 'number') return NONE;
      return (formulas && this.#live(formulas[i], value)) ?? given(value);
    };
    return [held(0, 'first'), held(1, 'last')];
  }
}

const given = (value: number): Held => ({ kind: 'given', value, formula: null });

/** A count that changes points where there is one: of an adjustment or an exemption. */
const mayBeEmpty = ({ reason, above }: StepRow): boolean => reason.op === 'exempt' || above?.reason.op === 'adjustment';

/** Steps that the scheme itself states, the same for all units of a group. */
const STATED: readonly string[] = ['target', 'required', 'pace'];

/** What a number that is put in is of; null for everything else. Where several steps show one number, it is put in once. */
function figureKey({ reason, above, field }: StepRow): string | null {
  const { rows, args, op, value, params } = reason;
  if (args.length > 0 || value === null || op === 'best' || op === 'extreme') return null;
  if (rows) return [rows.measure, rows.unit, rows.period, rows.side].join(' ');
  const stated = STATED.includes(op) || (op === 'constant' && above?.reason.op === 'target');
  return stated ? [op, field, params['group'] ?? above?.reason.params['group'] ?? ''].join(' ') : null;
}

/** How many of the lines' numbers are formulas, inputs, given. */
export function countsOf(lines: readonly Line[]): Counts {
  const counts = { live: 0, input: 0, given: 0 };
  for (const { value, exact, places } of lines)
    for (const held of [value, exact, ...(places ?? [])]) if (held && held.kind !== 'none') counts[held.kind] += 1;
  return counts;
}
