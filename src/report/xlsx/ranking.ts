/** The sheet 排名: a row a unit in the order of the published ranks; points, totals, ranks and grades lead to the calculation. */
import type { Formats } from '../../i18n/format';
import type { PackWorkbookWords } from '../../i18n/pack-workbook';
import { reasonWords } from '../../i18n/reasons';
import { flatten, titleOf, type NodeInfo } from '../../scheme';
import type { Cell, Print, Sheet } from '../workbook';
import { call, cell, more, num, printed, say, snapped, when, worked, type Formula, type Place } from './formula';
import { gradeFormula, rankFormula } from './formula-standing';
import { pointsFormat } from './formats';
import type { WorkbookContent, WorkbookUnit } from './content';
import { agrees, type Layout } from './lines';
import type { Rows, StepRow } from './rows';

/** Title, note and head stand above the first unit. */
const HEAD = 3;
/** Rank, unit and group stand left of the first section. */
const NAMES = 3;
/** Less than any points: what a breaker without points is compared as. */
const LEAST = -1e99;

interface Column {
  readonly title: string;
  readonly width: number;
  readonly cell: (unit: WorkbookUnit, row: number) => Cell;
}

/** What ranks are decided by: a column's cells of the ranked units, and a unit's own. */
interface Key {
  readonly column: number;
  readonly value: (unit: WorkbookUnit) => number;
}

/** The ranking, and how many of its ranks and grades are live. */
export function rankingSheet(
  content: WorkbookContent,
  rows: Rows,
  exactOf: (step: StepRow) => number | null,
  layout: Layout,
  f: Formats,
  w: PackWorkbookWords,
  print: Omit<Print, 'repeat'>,
): Sheet {
  const name = w.sheets.ranking;
  const { scheme } = content;
  const { ranking: words } = w;
  const { decimals } = scheme.rounding;
  const points = pointsFormat(decimals);
  const { calculation } = layout;
  const stepOf = (unit: WorkbookUnit, node: string): StepRow | undefined => rows.nodes.get(unit.id)?.get(node);
  const at = (step: StepRow, column: 'value' | 'exact'): Place => ({
    sheet: calculation.sheet,
    column: calculation[column],
    row: step.row,
  });
  const leading = (step: StepRow | undefined, look: 'figure' | 'sumFigure' = 'figure'): Cell => {
    if (!step || step.reason.value === null) return { value: w.none, look };
    return { value: step.reason.value, formula: printed(cell(at(step, 'value'), step.reason.value), name), format: points, look };
  };

  const ranked = content.units.filter((u) => u.rank.value !== null).sort((a, b) => (a.rank.value ?? 0) - (b.rank.value ?? 0));
  const units = [...ranked, ...content.units.filter((u) => u.rank.value === null)];
  const infos = flatten(scheme);
  const sections = infos.filter((n) => n.depth === 1);
  const onTop = (['deduction', 'bonus'] as const).flatMap((op) => {
    const of = (u: WorkbookUnit): StepRow | undefined => stepOf(u, '')?.args.find((a) => a.reason.op === op);
    const given = op === 'bonus' ? scheme.bonus : scheme.deductions;
    return given && units.some(of) ? [{ title: titleOf(given.title, f.locale), of }] : [];
  });

  const totalAt = NAMES + sections.length + onTop.length;
  const noteAt = totalAt + (scheme.grades ? 2 : 1);
  const keys: Key[] = [];
  const compared: Column[] = [];
  /** A column of its own for what is compared and not shown, or not shown as it is compared. */
  const compare = (node: NodeInfo): void => {
    const column = noteAt + 1 + compared.length;
    const exact = scheme.ranking.on === 'unrounded';
    const formula = (u: WorkbookUnit): Formula => {
      const step = stepOf(u, node.id);
      if (!step || step.reason.value === null) return num(LEAST);
      return exact ? snapped(cell(at(step, 'exact'), exactOf(step))) : cell(at(step, 'value'), step.reason.value);
    };
    const value = (u: WorkbookUnit): number => Number(worked(formula(u)));
    compared.push({
      title: words.compared(node.index === 0 ? words.total : titleOf(node.title, f.locale)),
      width: 13,
      cell: (u) => ({
        value: value(u),
        formula: printed(formula(u), name),
        format: `[<-1E+90]"${w.none}";${exact ? '0.000000' : points}`,
        look: 'figure',
      }),
    });
    keys.push({ column, value });
  };
  const shown = (node: NodeInfo, column: number): void => {
    keys.push({ column, value: (u) => stepOf(u, node.id)?.reason.value ?? NaN });
  };
  for (const id of ['', ...scheme.ranking.breakers]) {
    const node = infos.find((n) => n.id === id);
    if (!node) continue;
    const column = id === '' ? totalAt : NAMES + sections.indexOf(node);
    const isShown =
      scheme.ranking.on === 'rounded' && column >= NAMES && ranked.every((u) => typeof stepOf(u, id)?.reason.value === 'number');
    if (isShown) shown(node, column);
    else compare(node);
  }

  const range = (column: number, values: readonly (number | null)[]): Formula => ({
    kind: 'range',
    from: { sheet: name, column, row: HEAD },
    to: { sheet: name, column, row: HEAD + ranked.length - 1 },
    values,
  });
  const rank = (u: WorkbookUnit, row: number): Cell => {
    const { value } = u.rank;
    if (value === null) return { value: w.none, look: 'figure' };
    const formula = rankFormula(
      keys.map((k) => ({
        all: range(k.column, ranked.map(k.value)),
        own: cell({ sheet: name, column: k.column, row }, k.value(u)),
      })),
      scheme.ranking.ties,
    );
    const format = Number.isInteger(value) ? 'General' : '0.0';
    if (!formula || !agrees(worked(formula), value)) return { value, format, look: 'given' };
    return { value, formula: printed(formula, name), format: 'General', look: 'sumFigure' };
  };
  const grade = (u: WorkbookUnit): Cell => {
    const text = gradeTitle(u, f);
    if (text === null) return { value: w.none, look: 'name' };
    const formula = gradeOf(u);
    if (!formula || u.grade === null || u.grade.args.length > 0 || worked(formula) !== text)
      return { value: text, look: 'given' };
    return { value: text, formula: printed(formula, name), look: 'name' };
  };
  const gradeOf = (u: WorkbookUnit): Formula | null => {
    const of = scheme.grades?.of;
    const step = stepOf(u, of ?? '');
    const row = units.indexOf(u) + HEAD;
    if (!step || step.reason.value === null) return null;
    const x =
      of === undefined
        ? cell({ sheet: name, column: totalAt, row }, step.reason.value)
        : cell(at(step, 'value'), step.reason.value);
    return gradeFormula(x, scheme.grades?.lines ?? [], f.locale);
  };
  const note = (u: WorkbookUnit, row: number): Cell => {
    if (u.rank.value === null) return { value: reasonWords[f.locale].rank(u.rank, f), look: 'note' };
    const remarks = [
      ...(rank(u, row).look === 'given' ? [words.rankGiven] : []),
      ...(scheme.grades && grade(u).look === 'given' ? [words.byVeto] : []),
    ];
    if (remarks.length > 0)
      return { value: [...(u.rank.params['tied'] === true ? [words.tied] : []), ...remarks].join('\n'), look: 'note' };
    const own = cell({ sheet: name, column: 0, row }, u.rank.value);
    const ranks = ranked.map((r) => r.rank.value);
    const tied = when(more(call('COUNTIF', range(0, ranks), own), 1), say(words.tied), say(''));
    return { value: String(worked(tied)), formula: printed(tied, name), look: 'note' };
  };

  const columns: Column[] = [
    { title: words.rank, width: 6, cell: rank },
    {
      title: words.unit,
      width: 14,
      cell: (u, row) => ({ value: u.name, look: 'sum', height: String(note(u, row).value).length > 16 ? 36 : 18 }),
    },
    { title: words.group, width: 10, cell: (u) => ({ value: u.group ?? w.none, look: 'name' }) },
    ...sections.map((n): Column => ({
      title: words.section(titleOf(n.title, f.locale), f.marks(n.full)),
      width: 12,
      cell: (u) => leading(stepOf(u, n.id)),
    })),
    ...onTop.map(({ title, of }): Column => ({ title, width: 10, cell: (u) => leading(of(u)) })),
    { title: words.total, width: 10, cell: (u) => leading(stepOf(u, ''), 'sumFigure') },
    ...(scheme.grades ? [{ title: words.grade, width: 9, cell: grade }] : []),
    { title: words.note, width: 24, cell: note },
    ...compared,
  ];
  const breakers = scheme.ranking.breakers.flatMap((id) =>
    infos.filter((n) => n.id === id).map((n) => titleOf(n.title, f.locale)),
  );
  const lead = [
    words.lead,
    words.ties[scheme.ranking.ties] ?? '',
    ...(breakers.length > 0 ? [words.breakers(f.list(breakers))] : []),
    ...(scheme.ranking.on === 'unrounded' ? [words.unrounded] : []),
  ];
  return {
    name,
    rows: [
      [{ value: words.title(f.period(content.period)), look: 'title', span: columns.length }],
      [{ value: lead.join(f.locale === 'en' ? ' ' : ''), look: 'lead', span: columns.length, height: 32 }],
      columns.map((c): Cell => ({ value: c.title, look: 'head', height: 42 })),
      ...units.map((u, i) => columns.map((c) => c.cell(u, HEAD + i))),
    ],
    widths: columns.map((c) => c.width),
    frozen: HEAD,
    frozenColumns: 2,
    landscape: true,
    print: { ...print, repeat: [HEAD, HEAD] },
  };
}

function gradeTitle({ grade }: WorkbookUnit, f: Formats): string | null {
  if (!grade || grade.value === null) return null;
  const { params } = grade;
  const title = (f.locale === 'en' ? params['gradeEn'] : params['gradeZh']) ?? params['grade'];
  return typeof title === 'string' ? title : null;
}
