/**
 * Check sheets 核对单: one workbook a county, a row for each leaf, with room for 县区意见 and 佐证材料名称. Every row bears a code by
 * which it is known again when it comes back.
 */
import { formats, type FormatOptions, type Formats } from '../i18n/format';
import { reasonWords } from '../i18n/reasons';
import { formWords } from '../i18n/zh/review-forms';
import { HASH_SHORT, rowCode } from '../model/row-code';
import { titleOf } from '../scheme';
import type { CheckSheet, CheckSheetRow } from '../score/check-rows';
import { sheetName, workbook, type Cell, type Look, type Sheet } from './workbook';

const w = formWords.sheet;

/** A file to be saved; the name with its ending. */
export interface NamedFile {
  readonly name: string;
  readonly blob: Blob;
}

/** Names of measures and units in Chinese, for the sentences. */
type Names = Pick<FormatOptions, 'measure' | 'unit'>;

/** One county's sheet. */
export async function checkSheetFile(sheet: CheckSheet, names: Names): Promise<NamedFile> {
  const f = formats('zh-CN', { ...names, decimals: sheet.scheme.decimals });
  const blob = await workbook([contentOf(sheet, f)]);
  return { name: `${fileName(w.file(sheet.unitName, f.period(sheet.period)))}.xlsx`, blob };
}

/** All counties' sheets, one file each, in their order. No two bear the same name. */
export async function checkSheetFiles(sheets: readonly CheckSheet[], names: Names): Promise<readonly NamedFile[]> {
  const files: NamedFile[] = [];
  for (const sheet of sheets) {
    const file = await checkSheetFile(sheet, names);
    const twice = files.some((other) => other.name === file.name);
    files.push(twice ? { ...file, name: file.name.replace(/\.xlsx$/, `-${fileName(sheet.unit)}.xlsx`) } : file);
  }
  return files;
}

const fileName = (text: string): string => text.replace(/[\\/:*?"<>|\s]+/g, ' ').trim();

function contentOf(sheet: CheckSheet, f: Formats): Sheet {
  const { scheme, period, unit } = sheet;
  const earlier = sheet.rows.some((r) => r.objections.length > 0);
  const columns = COLUMNS.filter(([id]) => earlier || id !== 'earlier');
  const span = columns.length;
  const hash = scheme.hash.slice(0, HASH_SHORT);
  const whole = rowCode('sheet', [period, unit, '', hash]);
  const lead = (value: string): Cell[] => [{ value, look: 'lead', span }];
  const state = formWords.states[sheet.state] + (sheet.seal ? w.sealed(sheet.seal.slice(0, HASH_SHORT)) : '');
  const about = w.about(titleOf(scheme.title, 'zh-CN'), scheme.version, hash, state);
  const above = [
    [{ value: w.title(sheet.unitName, f.period(period)), look: 'title', span } satisfies Cell],
    lead(about),
    ...w.howTo.map(lead),
    // Where rows lose their codes, this one and the names of the indicators still tell them.
    lead(`${w.whole}：${whole}`),
  ];
  const head = columns.map(([id]): Cell => ({
    value: w.columns[id],
    look: id === 'opinion' || id === 'evidence' ? 'headRequired' : 'head',
  }));
  const lines = sheet.rows.map((row, i) => {
    const cells = cellsOf(row, i, f);
    const printed = [cells.value, cells.numerator, cells.denominator, cells.points].map(String);
    const code = rowCode('sheet', [period, unit, row.node, hash, ...printed]);
    return columns.map(([id]): Cell => ({ value: id === 'code' ? code : cells[id], look: lookOf(id) }));
  });
  const totals: Partial<Record<Id, string | number>> = { number: w.total, points: sheet.total ?? '—', code: whole };
  const total = columns.map(([id]): Cell => ({ value: totals[id] ?? '', look: lookOf(id) }));
  return {
    name: sheetName(w.name),
    rows: [...above, head, ...lines, total],
    widths: columns.map(([, width]) => width),
    frozen: above.length + 1,
    landscape: true,
  };
}

type Id = keyof typeof w.columns;
/** In order, with their widths. */
const COLUMNS: readonly (readonly [Id, number])[] = [
  ['number', 6],
  ['first', 16],
  ['second', 16],
  ['indicator', 24],
  ['full', 7],
  ['value', 10],
  ['numerator', 9],
  ['denominator', 9],
  ['unit', 6],
  ['points', 8],
  ['lost', 8],
  ['reason', 48],
  ['source', 30],
  ['earlier', 36],
  ['opinion', 36],
  ['evidence', 24],
  ['code', 14],
];

const lookOf = (id: Id): Look => (id === 'code' ? 'example' : 'plain');

function cellsOf(row: CheckSheetRow, index: number, f: Formats): Readonly<Record<Exclude<Id, 'code'>, string | number>> {
  const titles = row.path.map((t) => titleOf(t, 'zh-CN'));
  const why = w.state[row.state] ?? '—';
  const sentences = row.steps.map((s) => reasonWords['zh-CN'][s.op](s, f));
  const carried = row.carriedFrom === null ? [] : [w.carried(f.period(row.carriedFrom))];
  return {
    number: index + 1,
    first: titles[0] ?? '',
    second: titles.slice(1).join(' / '),
    indicator: titleOf(row.title, 'zh-CN'),
    full: row.full,
    value: row.value === null ? why : f.value(row.value, row.unit),
    numerator: row.numerator ?? '',
    denominator: row.denominator ?? '',
    unit: formWords.units[row.unit],
    points: row.points ?? why,
    lost: row.lost ?? '',
    reason: [...sentences, ...carried].join('\n'),
    source: row.sources.map((s) => w.source(s.file, s.rows)).join('\n'),
    earlier: row.objections
      .map((o) => w.earlier(o.text, o.decision ? formWords.outcomes[o.decision.outcome] : w.undecided, o.decision?.reason ?? ''))
      .join('\n'),
    opinion: '',
    evidence: '',
  };
}
