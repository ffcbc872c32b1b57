/** The content of check sheets 核对单: what each county is to check, figure by figure, with where it stands. */
import type { Period } from '../model/period';
import { objectionsAt, sealOn, standingOf } from '../model/review';
import type { UnitId } from '../model/unit';
import { checkRows, type CheckRow, type CheckSheet, type CheckSheetRow } from '../score/check-rows';
import type { Desk } from './desk';

/** @param units those expected in the period unless given; others are left out. */
export function checkSheets(desk: Desk, period: Period, units?: readonly UnitId[]): Promise<readonly CheckSheet[]> {
  const { book, roster } = desk.snapshot();
  if (!book) return Promise.resolve([]);
  const { reviews } = desk.workspace();
  const { claims } = desk.shelf.standing;
  const files = new Map(desk.shelf.holdings.map((h) => [h.rows.table, h.table.source.name]));
  const scores = book.at(period);
  const { title, version, rounding } = book.scheme;
  const scheme = { title, version, hash: book.hash, decimals: rounding.decimals };
  const sourcesOf = (row: CheckRow): CheckSheetRow['sources'] => {
    const found = row.rows.flatMap(({ measure, unit, period: at, count }) => {
      const ledger = measure.slice(0, measure.indexOf('.'));
      const own = claims.filter((c) => c.ledger === ledger && c.unit === unit && c.period === at);
      const names = [...new Set(own.map((c) => files.get(c.table) ?? ''))];
      return names.map((file) => ({ file, rows: count }));
    });
    return [...new Map(found.map((s) => [s.file, s])).values()];
  };
  const sealed = sealOn(reviews, period);
  const wanted = scores.units.filter((u) => units === undefined || units.includes(u));
  return Promise.resolve(
    wanted.map((unit): CheckSheet => {
      const total = scores.total[scores.indexOf(unit)] ?? NaN;
      return {
        ...{ period, unit, scheme },
        unitName: roster.name(unit),
        state: standingOf(reviews, period).state,
        ...(sealed ? { seal: sealed.hash } : {}),
        total: Number.isNaN(total) ? null : total,
        rows: checkRows(book, period, unit).map((row) => ({
          ...row,
          sources: sourcesOf(row),
          objections: objectionsAt(reviews, period, unit, row.node),
        })),
      };
    }),
  );
}
