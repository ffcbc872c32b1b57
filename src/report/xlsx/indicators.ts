/**
 * The sheet 指标值: one row an indicator, one column a unit, units of a group side by side, so that a rule which looks at others
 * looks at neighbouring cells. Every cell leads to the calculation, where numbers are put in.
 */
import type { Formats } from '../../i18n/format';
import type { PackWorkbookWords } from '../../i18n/pack-workbook';
import { isPeriod } from '../../model/period';
import { flatten, titleOf, type NodeInfo } from '../../scheme';
import type { Cell, Print, Sheet } from '../workbook';
import { cell, printed } from './formula';
import { formatOf } from './formats';
import type { WorkbookContent, WorkbookUnit } from './content';
import type { Layout } from './lines';
import type { FieldRow, StepRow } from './rows';

/** Title, note, groups and units stand above the first value. */
const HEAD = 4;
/** Section, indicator and what kind of figure stand left of the first unit. */
const NAMES = 3;

type Side = 'value' | 'numerator' | 'denominator';

/** Where each indicator's values stand. */
export class Indicators {
  readonly #content: WorkbookContent;
  readonly #sheet: string;
  /** Units of a group are neighbours; those of no group come last. */
  readonly units: readonly WorkbookUnit[];
  readonly #rows: readonly { readonly field: FieldRow; readonly side: Side }[];
  readonly #rowOf = new Map<string, number>();

  constructor(content: WorkbookContent, fields: readonly FieldRow[], sheet: string) {
    this.#content = content;
    this.#sheet = sheet;
    const groups = [...new Set(content.units.map((u) => u.group).filter((g) => g !== null)), null];
    this.units = groups.flatMap((group) => content.units.filter((u) => u.group === group));
    this.#rows = fields.flatMap((field) => {
      const sides = [...field.values.values()].some((step) => sidesOf(step) !== null);
      return (sides ? (['value', 'numerator', 'denominator'] as const) : (['value'] as const)).map((side) => ({ field, side }));
    });
    this.#rows.forEach(({ field, side }, i) => {
      if (side === 'value') this.#rowOf.set(field.key, HEAD + i);
    });
  }

  /** The cells of an indicator's values, of a group or of all units. */
  readonly peers: Layout['peers'] = (field, group) => {
    const row = this.#rowOf.get(field.key);
    const members = this.units.flatMap((u, i) => (group === null || u.group === group ? [i] : []));
    const [first, last] = [members[0], members.at(-1)];
    if (row === undefined || first === undefined || last === undefined) return null;
    const at = (i: number) => ({ sheet: this.#sheet, column: NAMES + i, row });
    return { from: at(first), to: at(last), units: members.map((i) => this.units[i]!.id) };
  };

  /** The sheet, its cells leading to the value column of the calculation. */
  written(layout: Layout, f: Formats, w: PackWorkbookWords, print: Omit<Print, 'repeat'>): Sheet {
    const { calculation } = layout;
    const { columns, title, lead, noGroup } = w.indicators;
    const infos = flatten(this.#content.scheme);
    const span = NAMES + this.units.length;
    const leading = (step: StepRow | undefined, small: boolean): Cell => {
      if (!step || step.reason.value === null) return { value: null, look: 'figure' };
      const { value, unit } = step.reason;
      const to = cell({ sheet: calculation.sheet, column: calculation.value, row: step.row }, value);
      return { value, formula: printed(to, this.#sheet), format: formatOf(unit), look: small ? 'figure' : 'sumFigure' };
    };
    const rows = this.#rows.map(({ field, side }, i): Cell[] => {
      const { node, period, values } = field;
      const first = side === 'value';
      const name = titleOf(node.title, f.locale);
      const section = sectionOf(node, infos);
      const before = this.#rows[i - 1];
      const again = before !== undefined && sectionOf(before.field.node, infos) === section;
      return [
        { value: again ? null : titleOf(section.title, f.locale), look: 'plain' },
        { value: first ? (period !== null && isPeriod(period) ? `${name} ${f.period(period)}` : name) : null, look: 'plain' },
        { value: w.sides[side], look: first ? 'sum' : 'name' },
        ...this.units.map((u) => {
          const step = values.get(u.id);
          return leading(first ? step : step && sidesOf(step)?.[side], !first);
        }),
      ];
    });
    const blanks = Array.from({ length: NAMES }, (): Cell => ({ value: null, look: 'head' }));
    return {
      name: this.#sheet,
      rows: [
        [{ value: title(f.period(this.#content.period)), look: 'title', span }],
        [{ value: lead, look: 'lead', span, height: 18 }],
        [...blanks, ...groupHeads(this.units, noGroup)],
        [
          ...[columns.section, columns.indicator, columns.what].map((value): Cell => ({ value, look: 'head' })),
          ...this.units.map((u): Cell => ({ value: u.name, look: 'head' })),
        ],
        ...rows,
      ],
      widths: [16, 24, 8, ...this.units.map(() => 11)],
      frozen: HEAD,
      frozenColumns: NAMES,
      landscape: true,
      // More units than fit beside each other go on on the next page, with the indicators' names at its left.
      print: { ...print, repeat: [3, HEAD], repeatColumns: [0, NAMES - 1], pagesWide: Math.ceil(this.units.length / 16) },
    };
  }
}

function groupHeads(units: readonly WorkbookUnit[], noGroup: string): Cell[] {
  const heads: { value: string; look: 'head'; span: number }[] = [];
  units.forEach((u, i) => {
    const last = heads.at(-1);
    if (i > 0 && last && units[i - 1]?.group === u.group) last.span += 1;
    else heads.push({ value: u.group ?? noGroup, look: 'head', span: 1 });
  });
  return heads;
}

/** The section that an indicator stands under. */
function sectionOf(node: NodeInfo, infos: readonly NodeInfo[]): NodeInfo {
  let at = node;
  while (at.parent > 0 && infos[at.parent]) at = infos[at.parent]!;
  return at;
}

/** The numerator and denominator of a value that is a share as it was reported. */
function sidesOf(step: StepRow): { readonly numerator: StepRow; readonly denominator: StepRow; readonly value: StepRow } | null {
  const at = step.reason.op === 'carried' ? step.args[0] : step;
  const [numerator, denominator] = at?.reason.op === 'measure' ? at.args : [];
  return numerator && denominator ? { numerator, denominator, value: step } : null;
}
