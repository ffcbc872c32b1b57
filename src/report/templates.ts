/** Templates 模板: the tables that counties fill in, as workbook or CSV, beside a sheet that explains every column. In Chinese whatever the page speaks, since that is what is read back; the explanations follow the page. */
import Papa from 'papaparse';
import type { ColumnDef, LedgerDef, LedgerId } from '../model/ledger';
import type { Period } from '../model/period';
import { paperWords, type Speech } from './speech';
import { exampleRow, heading, isRequired, isTitled, templateColumns, titlePeriod } from './template-columns';
import { guideOf, guideOfAll } from './template-guide';
import { sheetName, workbook, type Cell, type Choice, type Look, type Sheet } from './workbook';

export interface TemplateOptions {
  /** Printed in the titles; null: left to be filled in. */
  readonly quarter: Period | null;
  /** 报送截止, days after the end of the period. */
  readonly deadline: (ledger: LedgerId) => number;
}

const LEGEND = '说明：带 * 的列必填；没有的填 0，不涉及的写“不涉及”；各列的口径见“填报说明”。';
/** How far down the lists to choose from reach. */
const ROOM = 2000;

const FLAGS = ['是', '否'];
const STARS = ['五星', '四星', '三星', '二星', '一星', '不定级'];

/** What may be chosen in a column; empty where anything may be written. */
const choicesOf = ({ type, values = [] }: ColumnDef): readonly string[] =>
  type === 'list' ? values.map((v) => v.name.zh) : type === 'flag' ? FLAGS : type === 'star' ? STARS : [];

/** The sheet to fill in. */
function formSheet(ledger: LedgerDef, name: string, quarter: Period | null, withExample: boolean): Sheet {
  const titled = isTitled(ledger);
  const columns = templateColumns(ledger, titled);
  const span = columns.length;
  const title = titled ? `${ledger.name.zh}（${titlePeriod(ledger, quarter)}）` : ledger.name.zh;
  const header = columns.map((c): Cell => ({ value: heading(c), look: isRequired(c) ? 'headRequired' : 'head' }));
  const above: (Cell | null)[][] = [
    [{ value: title, look: 'title', span }],
    [{ value: LEGEND, look: 'lead', span }],
    [{ value: '填报单位：', look: 'lead' }],
  ];
  const first = above.length + 2;
  return {
    name,
    rows: [
      ...above,
      header,
      ...(withExample ? [exampleRow(ledger, columns).map((value): Cell => ({ value, look: 'example' }))] : []),
    ],
    widths: columns.map((c, i) => (i === 0 ? 18 : Math.min(22, Math.max(9, Math.ceil(heading(c).length * 1.3))))),
    frozen: above.length + 1,
    choices: columns.flatMap((c, column): Choice[] => {
      const values = choicesOf(c);
      return values.length > 0 ? [{ column, rows: [first, first + ROOM], values }] : [];
    }),
    landscape: columns.length > 7,
  };
}

/** One ledger's template: the sheet to fill in, with an example row, and the sheet that explains it. */
export function template(ledger: LedgerDef, of: readonly LedgerDef[], speech: Speech, options: TemplateOptions): Promise<Blob> {
  const guide = guideOf(ledger, of, speech, options);
  return workbook([formSheet(ledger, '填报表', options.quarter, true), { ...guide, name: paperWords(speech).template.guide }]);
}

/** All templates in one workbook: contents, a sheet each, and the explanations together. No example rows: a sheet left blank is then no table. */
export function allTemplates(ledgers: readonly LedgerDef[], speech: Speech, options: TemplateOptions): Promise<Blob> {
  const w = paperWords(speech).template;
  const head = (value: string, look: Look = 'head'): Cell => ({ value, look });
  const contents: Sheet = {
    name: w.contents,
    rows: [
      [w.number, w.ledger, w.frequency, w.deadline, w.rows, w.columns, w.requiredColumns].map((v) => head(v)),
      ...ledgers.map((l, i): Cell[] => {
        const columns = templateColumns(l, isTitled(l));
        const due = l.frequency === 'any' ? w.noDeadline : w.deadlineDays(options.deadline(l.id));
        return [
          { value: i + 1 },
          { value: speech.text(l.name) },
          { value: w.frequencies[l.frequency] },
          { value: due },
          { value: w.rowPer[l.rowPer] },
          { value: columns.length },
          { value: columns.filter(isRequired).length },
        ];
      }),
    ],
    widths: [6, 34, 10, 18, 26, 8, 10],
    frozen: 1,
  };
  return workbook([
    contents,
    ...ledgers.map((l) => formSheet(l, sheetName(l.name.zh), options.quarter, false)),
    { ...guideOfAll(ledgers, speech, options), name: w.guide },
  ]);
}

/** The CSV template: header and example row, UTF-8 with a byte order mark so that Excel and WPS read it. */
export function templateCsv(ledger: LedgerDef): string {
  const columns = templateColumns(ledger, false);
  const rows = [columns.map(heading), exampleRow(ledger, columns)];
  return `\ufeff${Papa.unparse(rows, { newline: '\r\n' })}\r\n`;
}

/** `模板-人才引进统计表`: a file's name without its ending. */
export const templateName = (ledger: LedgerDef): string => `模板-${ledger.name.zh}`.replace(/[\\/:*?"<>|]/g, ' ');
