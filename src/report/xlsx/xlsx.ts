/**
 * The meeting pack's workbook: ranking, calculation, indicators and what they are, in live formulas. Whoever changes a figure
 * in it sees what comes of it without this app.
 */
import type { Formats } from '../../i18n/format';
import { packWorkbookWords } from '../../i18n/pack-workbook';
import { HASH_SHORT } from '../../model/row-code';
import { titleOf } from '../../scheme';
import { workbook, type Sheet } from '../workbook';
import { stamped } from '../pack/stamped';
import { aboutSheet } from './about';
import { CALCULATION, CALCULATION_HEAD, calculationSheet } from './calculation';
import type { WorkbookContent } from './content';
import { Indicators } from './indicators';
import { countsOf, linesOf, type Counts, type Layout, type Line } from './lines';
import { rankingSheet } from './ranking';
import { rowsOf } from './rows';

export type { WorkbookContent, WorkbookSource, WorkbookUnit } from './content';

/** The sheets before they are bytes: for whoever wants to know which of their numbers are live. */
export interface PlannedWorkbook {
  readonly sheets: readonly Sheet[];
  readonly lines: readonly Line[];
  readonly counts: Counts;
}

/** The sheets of the workbook, every formula held against the number it stands for. */
export function plannedWorkbook(content: WorkbookContent, f: Formats): PlannedWorkbook {
  const w = packWorkbookWords[f.locale];
  const { scheme, hash, seal } = content;
  const rows = rowsOf(inOrder(content), CALCULATION_HEAD);
  const indicators = new Indicators(content, rows.fields, w.sheets.indicators);
  const layout: Layout = {
    calculation: { sheet: w.sheets.calculation, value: CALCULATION.value, exact: CALCULATION.exact },
    peers: indicators.peers,
  };
  const lines = linesOf(content, rows, layout);
  const counts = countsOf(lines);
  const exact = new Map(lines.map((l) => [l.step, l.exact?.value ?? null]));
  const sealed = seal === null ? w.notSealed : w.sealed(seal.slice(0, HASH_SHORT));
  const foot = w.foot(titleOf(scheme.title, f.locale), scheme.version, hash.slice(0, HASH_SHORT), sealed);
  const print = { pagesWide: 1, foot };
  const sheets = [
    rankingSheet(content, rows, (step) => exact.get(step) ?? null, layout, f, w, print),
    calculationSheet(content, lines, f, w, print),
    indicators.written(layout, f, w, print),
    aboutSheet(content, counts, f, w, print),
  ];
  return { sheets, lines, counts };
}

/** The calculation unfolds the units as they are ranked; those without a rank come last. */
function inOrder(content: WorkbookContent): WorkbookContent {
  const place = (i: number): number => content.units[i]?.rank.value ?? Infinity;
  const order = content.units.map((_, i) => i).sort((a, b) => (place(a) === place(b) ? a - b : place(a) - place(b)));
  return { ...content, units: order.map((i) => content.units[i]!) };
}

/**
 * The workbook's bytes; the same content gives the same bytes.
 * @param at the time inside the file, ISO 8601.
 * @param f the language it is written in, with the names of measures and units and the scheme's decimals.
 */
export async function packWorkbook(content: WorkbookContent, at: string, f: Formats): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await workbook(plannedWorkbook(content, f).sheets);
  return stamped(new Uint8Array(await blob.arrayBuffer()), at);
}
