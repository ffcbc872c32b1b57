/** 抽查名单: branches drawn for the city's review from the rows in force, and what the review found put into those rows. */
import type { Row } from '../engine/engine';
import { ledgerOf } from '../ledgers';
import type { FilledForm, SampleRow } from '../model/forms';
import type { CellMend } from '../model/mend';
import { isPeriod, type Period } from '../model/period';
import { problem, type Place, type Problem } from '../model/problem';
import type { SampledBranch, SampleList } from '../model/sample-list';
import type { ColumnMapping } from '../model/table';
import { normaliseName, type UnitId } from '../model/unit';
import { branchesSql } from '../query';
import { endingWith } from '../score/find';
import { drawSample, type DrawOptions } from '../score/sample-draw';
import type { EntryBody } from '../workspace/journal';
import type { Desk } from './desk';
import type { Holding } from './warehouse';

/** How many, whether of every county and sector at least one, and by which seed. `units`: only of these counties. */
export interface SampleRequest extends DrawOptions {
  readonly units?: readonly UnitId[];
}

const text = (row: Row, name: string): string => (typeof row[name] === 'string' ? row[name] : '');
const figure = (row: Row, name: string): number | null => (typeof row[name] === 'number' ? row[name] : null);

/** The rows of the table that reports on the period: its own, or a half-yearly or yearly one that ends with it. */
async function branchesOf(desk: Desk, period: Period): Promise<Row[]> {
  const claims = desk.shelf.standing.claims.filter((c) => c.ledger === 'branch-rating');
  const at = endingWith(period).find((p) => claims.some((c) => c.period === p));
  return at === undefined ? [] : (await desk.warehouse.engine()).query(branchesSql(at));
}

const keyOf = (unit: string, township: string, branch: string): string =>
  [unit, normaliseName(township), normaliseName(branch)].join('\n');

export async function sampleOf(desk: Desk, period: Period, request: SampleRequest): Promise<SampleList | null> {
  const { roster } = desk.snapshot();
  const rows = (await branchesOf(desk, period)).filter(
    (r) => !request.units || request.units.includes(text(r, '_unit') as UnitId),
  );
  const rated = rows.flatMap((r): SampledBranch[] => {
    const star = figure(r, 'final_star');
    const unit = text(r, '_unit') as UnitId;
    if (star === null) return [];
    const own = { unit, unitName: roster.name(unit), township: text(r, 'township'), branch: text(r, 'branch') };
    return [{ ...own, code: text(r, 'branch_code'), sector: text(r, 'sector'), star, score: figure(r, 'total_score') }];
  });
  if (rated.length === 0) return null;
  // A branch that stands in two rows is drawn once.
  const once = [...new Map(rated.map((b) => [keyOf(b.unit, b.township, b.branch), b])).values()];
  const stratum = (b: Pick<SampledBranch, 'unit' | 'sector'>): string => `${b.unit}\n${b.sector}`;
  const drawn = drawSample(once, (b) => keyOf(b.unit, b.township, b.branch), stratum, request);
  const sectors = (ledgerOf('branch-rating').columns.find((c) => c.id === 'sector')?.values ?? []).map((v) => v.id);
  const place = (b: Pick<SampledBranch, 'unit' | 'sector'>): number =>
    roster.units.findIndex((u) => u.id === b.unit) * (sectors.length + 1) + sectors.indexOf(b.sector) + 1;
  const strata = drawn.strata.map(({ stratum: s, of, taken }) => {
    const [unit = '', sector = ''] = s.split('\n');
    return { unit: unit as UnitId, sector, of, taken };
  });
  return {
    ...{ period, seed: request.seed, notRated: rows.length - rated.length },
    branches: [...drawn.items].sort((a, b) => place(a) - place(b)),
    strata: strata.sort((a, b) => place(a) - place(b)),
  };
}

/** Puts a filled-in list into the rows in force: one step per table, each of which can be taken back. */
export async function takeSample(desk: Desk, form: FilledForm & { readonly kind: 'sample' }): Promise<readonly Problem[]> {
  const { file } = form;
  const problems: Problem[] = [];
  const found = new Map<Holding, { period: Period; rows: { row: number; given: SampleRow; unit: UnitId; branch: string }[] }>();
  const byPeriod = new Map<string, Map<string, Row[]>>();
  for (const given of form.rows) {
    const [period = '', unit = '', township = '', branch = ''] = given.code.parts;
    const place: Place = { file, row: given.row, value: branch };
    if (isPeriod(period) && !byPeriod.has(period)) byPeriod.set(period, byKey(await branchesOf(desk, period)));
    const rows = byPeriod.get(period)?.get(keyOf(unit, township, branch)) ?? [];
    if (rows.length === 0) problems.push(problem('error', 'sample.branchUnknown', place));
    for (const r of rows) {
      const holding = desk.shelf.holdings.find((h) => h.rows.table === r['_import']);
      if (!holding) continue;
      const own = found.get(holding) ?? { period: period as Period, rows: [] };
      found.set(holding, own);
      own.rows.push({ row: Number(r['_row']), given, unit: unit as UnitId, branch });
    }
  }
  const steps = [...found].flatMap(([holding, { period, rows }]): EntryBody[] => {
    const { columns, cells } = cellsOf(holding, rows);
    const known = desk.workspace().reviews.notes;
    const notes = rows
      .filter(
        ({ given, unit, branch }) =>
          given.note !== '' &&
          !known.some((n) => n.period === period && n.unit === unit && n.branch === branch && n.text === given.note),
      )
      .map(({ given, unit, branch }) => ({ unit, branch, text: given.note }));
    if (cells.length === 0 && notes.length === 0) return [];
    return [{ kind: 'review.recorded', table: holding.table.seq, period, file, cells, columns, notes }];
  });
  if (steps.length > 0) await desk.decide(steps);
  const taken = new Set([...found.values()].flatMap((f) => f.rows.filter((r) => r.given.star !== '').map((r) => r.given))).size;
  const changed = new Set(steps.flatMap((s) => (s.kind === 'review.recorded' ? s.cells.map((c) => `${s.table} ${c.row}`) : [])))
    .size;
  return [problem('notice', 'sample.taken', { file }, { n: taken, changed, blank: form.blank }), ...problems];
}

function byKey(rows: readonly Row[]): Map<string, Row[]> {
  const map = new Map<string, Row[]>();
  for (const r of rows) {
    const key = keyOf(text(r, '_unit'), text(r, 'township'), text(r, 'branch'));
    map.set(key, [...(map.get(key) ?? []), r]);
  }
  return map;
}

const STARS = ['不定级', '一星', '二星', '三星', '四星', '五星'];

/** The cells that say what the review found; those that say so already are left out. Columns that the file lacks are put behind its own. */
function cellsOf({ table, ledger }: Holding, rows: readonly { row: number; given: SampleRow }[]) {
  const columns: ColumnMapping[] = [];
  const indexOf = (id: string): number => {
    const known = [...table.reading.columns, ...columns].find((c) => c.column === id);
    if (known) return known.index;
    const index = Math.max(-1, ...[...table.reading.columns, ...columns].map((c) => c.index)) + 1;
    columns.push({ index, header: ledger.columns.find((c) => c.id === id)?.name.zh ?? id, column: id, added: true });
    return index;
  };
  const cells = rows.flatMap(({ row, given }): CellMend[] => {
    if (given.star === '') return [];
    const put = [
      { row, column: indexOf('spot_checked'), text: '是' },
      { row, column: indexOf('review_star'), text: STARS[Number(given.star)] ?? given.star },
      ...(given.score === '' ? [] : [{ row, column: indexOf('review_score'), text: given.score }]),
    ];
    const stands = (c: CellMend): boolean =>
      table.mends.cells.some((m) => m.row === c.row && m.column === c.column && m.text === c.text);
    return put.filter((c) => !stands(c));
  });
  return { columns, cells };
}
