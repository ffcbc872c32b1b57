/** The sheet 计分过程: every unit's total unfolded step by step down to the figures of the tables, one row a step. */
import { numberOf, textOf } from '../../i18n/catalogue';
import type { Formats } from '../../i18n/format';
import type { PackWorkbookWords } from '../../i18n/pack-workbook';
import { reasonWords } from '../../i18n/reasons';
import type { Reason } from '../../model/reason';
import { isPeriod } from '../../model/period';
import type { Cell, Look, Print, Sheet } from '../workbook';
import type { WorkbookContent } from './content';
import { isNode, type Held, type Line } from './lines';
import { formatOf, pointsFormat } from './formats';
import type { StepRow } from './rows';

/** Columns, from 0 on. */
export const CALCULATION = { unit: 0, step: 1, value: 2, exact: 3, full: 4, how: 5 } as const;
/** Title, two notes and the head stand above the first step. */
export const CALCULATION_HEAD = 4;
const WIDTHS = [14, 46, 13, 13, 9, 72];

/** Steps whose numbers say all there is to say. */
const PLAIN: readonly Reason['op'][] = ['total', 'section', 'figure', 'measure', 'constant', 'votes', 'sector'];

/** The sheet of all units' steps. */
export function calculationSheet(
  content: WorkbookContent,
  lines: readonly Line[],
  f: Formats,
  w: PackWorkbookWords,
  print: Omit<Print, 'repeat'>,
): Sheet {
  const { columns, title, lead, peers } = w.calculation;
  const span = WIDTHS.length;
  const head = (['unit', 'step', 'value', 'exact', 'full', 'how'] as const).map((id): Cell => ({
    value: columns[id],
    look: 'head',
    height: 30,
  }));
  const rows = lines.flatMap((line) => rowsOfLine(line, content, f, w));
  // A place has two rows below it.
  const depths = lines.flatMap(({ step }) => [step.depth, ...(step.places ?? []).map(() => step.depth + 1)]);
  return {
    name: w.sheets.calculation,
    rows: [
      [{ value: title(f.period(content.period)), look: 'title', span }],
      [{ value: lead, look: 'lead', span, height: 30 }],
      [{ value: peers, look: 'lead', span, height: f.locale === 'en' ? 30 : 18 }],
      head,
      ...rows,
    ],
    widths: WIDTHS,
    frozen: CALCULATION_HEAD,
    frozenColumns: 2,
    landscape: true,
    print: { ...print, repeat: [CALCULATION_HEAD, CALCULATION_HEAD] },
    outline: [...Array.from({ length: CALCULATION_HEAD }, () => 0), ...depths],
  };
}

function rowsOfLine(line: Line, content: WorkbookContent, f: Formats, w: PackWorkbookWords): Cell[][] {
  const { step, value, exact, places } = line;
  const { reason, unit, depth } = step;
  const sum = reason.op === 'total' || reason.op === 'section' || reason.op === 'leaf';
  const { decimals } = content.scheme.rounding;
  const format = isNode(step) || reason.op === 'roundingGap' ? pointsFormat(decimals) : formatOf(reason.unit);
  const name = (text: string, deeper = 0): Cell => ({
    value: text,
    look: sum ? 'sum' : 'name',
    indent: Math.min(depth + deeper, 15),
  });
  const full = sum ? (numberOf(reason, 'effective') ?? numberOf(reason, 'fullMarks')) : null;
  const own: Cell[] = [
    { value: unit.name, look: sum ? 'sum' : 'name' },
    name(labelOf(step, f, w)),
    heldCell(value, format, w.none, sum ? 'sumFigure' : 'figure'),
    exact ? heldCell(exact, formatOf('points'), w.none, 'sumFigure') : { value: null, look: sum ? 'sumFigure' : 'figure' },
    {
      value: full === 0 ? null : full,
      format: Number.isInteger(full) ? 'General' : '0.0000',
      look: sum ? 'sumFigure' : 'figure',
    },
    { value: sentence(step, f), look: 'note' },
  ];
  const extra = (places ?? []).map((held, i): Cell[] => [
    { value: unit.name, look: 'name' },
    name(w.places[i] ?? '', 1),
    heldCell(held, formatOf('number'), w.none, 'figure'),
    ...Array.from({ length: 2 }, (): Cell => ({ value: null, look: 'figure' })),
    { value: null, look: 'note' },
  ]);
  return [own, ...extra];
}

/** A number as it stands: live, to be put in, or given. */
export function heldCell({ kind, value, formula }: Held, format: string, none: string, look: Look): Cell {
  if (kind === 'live' && formula !== null) return { value, formula, format, look };
  if (kind === 'input' || kind === 'given') return { value, format, look: kind };
  return { value: kind === 'none' ? none : value, format, look };
}

/** What a row is called. */
function labelOf({ reason, unit }: StepRow, f: Formats, w: PackWorkbookWords): string {
  const { op } = reason;
  const title = textOf(reason, f.locale === 'en' ? 'titleEn' : 'titleZh');
  const measure = textOf(reason, 'measure');
  const sector = textOf(reason, 'sector');
  const period = textOf(reason, 'period');
  const short = w.ops[op];
  switch (op) {
    case 'total':
      return w.named(unit.name, short);
    case 'section':
    case 'leaf':
    case 'deduction':
    case 'bonus':
      return title ?? short;
    case 'adjustment':
      return title === null ? short : w.named(short, title);
    case 'figure':
      return measure === null ? w.sides[reason.rows?.side ?? 'value'] : f.measure(measure);
    case 'measure':
      return sector ?? (measure === null ? short : f.measure(measure));
    case 'prepared':
      return w.named(short, w.steps[textOf(reason, 'do') ?? ''] ?? '');
    case 'yearPart':
      return period !== null && isPeriod(period) ? f.period(period) : short;
    case 'constant':
      return sector ?? (period !== null && isPeriod(period) ? f.period(period) : short);
    case 'sector':
      return w.named(short, sector ?? '');
    case 'post':
    case 'extreme':
      return w.named(w.ends[textOf(reason, 'end') ?? ''] ?? short, measure === null ? short : f.measure(measure));
    default:
      return measure === null || ['missing', 'standardised'].includes(op) ? short : w.named(short, f.measure(measure));
  }
}

/** The step in words, as published. */
function sentence({ told }: StepRow, f: Formats): string {
  const say = reasonWords[f.locale];
  const [last] = told.args;
  // An indicator that does not count says why.
  if (told.op === 'leaf') return told.value === null && last ? say[last.op](last, f) : '';
  return PLAIN.includes(told.op) ? '' : say[told.op](told, f);
}
