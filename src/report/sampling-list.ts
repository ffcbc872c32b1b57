/** The sampling list 抽查名单: branches drawn for the city's review, with room for what it finds; it reads back in by its codes. */
import { formats } from '../i18n/format';
import { formWords } from '../i18n/zh/review-forms';
import { rowCode, STRATA_SHEET } from '../model/row-code';
import type { SampleList } from '../model/sample-list';
import type { NamedFile } from './check-sheet';
import { sheetName, workbook, type Cell, type Sheet } from './workbook';

const w = formWords.sample;
/** Of the columns, in order. */
const WIDTHS = [6, 14, 16, 34, 20, 12, 10, 8, 14, 14, 30, 14];

/** @param sectorName 领域 in Chinese, by its id. */
export async function samplingListFile(list: SampleList, sectorName: (id: string) => string): Promise<NamedFile> {
  const f = formats('zh-CN');
  const period = f.period(list.period);
  const blob = await workbook([listSheet(list, period, sectorName), strataSheet(list, sectorName)]);
  return { name: `${w.file(period)}.xlsx`, blob };
}

function listSheet(list: SampleList, period: string, sectorName: (id: string) => string): Sheet {
  const c = w.columns;
  const titles = [c.number, c.county, c.township, c.branch, c.branchCode, c.sector, c.star, c.total];
  const toFill = [c.reviewScore, c.reviewStar, c.note];
  const span = WIDTHS.length;
  const above: Cell[][] = [
    [{ value: w.title(period), look: 'title', span }],
    [{ value: w.about(list.branches.length, list.strata.length, list.seed), look: 'lead', span }],
    [{ value: w.howTo, look: 'lead', span }],
  ];
  const head = [
    ...titles.map((value): Cell => ({ value, look: 'head' })),
    ...toFill.map((value): Cell => ({ value, look: 'headRequired' })),
    { value: c.code, look: 'head' } satisfies Cell,
  ];
  const lines = list.branches.map((b, i): Cell[] => [
    { value: i + 1 },
    ...[b.unitName, b.township, b.branch, b.code, sectorName(b.sector), w.stars[b.star] ?? String(b.star)].map((value): Cell => ({
      value,
    })),
    { value: b.score ?? '' },
    { value: '' },
    { value: '' },
    { value: '' },
    { value: rowCode('sample', [list.period, b.unit, b.township, b.branch]), look: 'example' },
  ]);
  const first = above.length + 2;
  return {
    name: sheetName(w.name),
    rows: [...above, head, ...lines],
    widths: WIDTHS,
    frozen: above.length + 1,
    choices: [{ column: 9, rows: [first, first + lines.length - 1], values: w.stars }],
    landscape: true,
  };
}

/** How many were drawn of each county and sector: for whoever asks how. */
function strataSheet(list: SampleList, sectorName: (id: string) => string): Sheet {
  const { county, sector, of, taken } = w.stratum;
  const names = new Map(list.branches.map((b) => [b.unit, b.unitName]));
  return {
    name: STRATA_SHEET,
    rows: [
      [county, sector, of, taken].map((value): Cell => ({ value, look: 'head' })),
      ...list.strata.map((s): Cell[] => [
        { value: names.get(s.unit) ?? s.unit },
        { value: sectorName(s.sector) },
        { value: s.of },
        { value: s.taken },
      ]),
    ],
    widths: [18, 16, 14, 10],
    frozen: 1,
  };
}
