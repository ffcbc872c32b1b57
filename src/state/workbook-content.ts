/** What the workbook of a period is made from: the reasons of every unit's total, rank and grade. */
import type { Period } from '../model/period';
import type { UnitId } from '../model/unit';
import type { ScoreBook } from '../score';
import { explain, explainGrade, explainRank } from '../score/explain';

/** What a book does not know: the seal, the files its figures came from, the units' names. */
export interface Beside<Source> {
  readonly seal: string | null;
  readonly sources: readonly Source[];
  readonly nameOf: (unit: UnitId) => string;
}

export function workbookContent<Source>(book: ScoreBook, period: Period, { seal, sources, nameOf }: Beside<Source>) {
  const scores = book.at(period);
  const units = scores.units.map((id, u) => {
    const total = explain(book, period, id, 0);
    // A year that is a mean of totals does not go through its sections.
    const sections = total.args.some((a) => a.op === 'year') ? (book.nodes[0]?.children ?? []) : [];
    return {
      ...{ id, name: nameOf(id), group: scores.groups[u] ?? null, total },
      sections: sections.map((n) => explain(book, period, id, n)),
      rank: explainRank(book, period, id),
      grade: explainGrade(book, period, id),
      vetoes: (scores.vetoes[u] ?? []).map((v) => v.id),
    };
  });
  return { period, scheme: book.scheme, hash: book.hash, seal, sources, units };
}
