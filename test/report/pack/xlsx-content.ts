/** A workbook's content from a score book, as the app makes it. */
import type { Period } from '../../../src/model/period';
import type { ScoreBook } from '../../../src/score';
import { explain, explainGrade, explainRank } from '../../../src/score/explain';
import type { WorkbookContent, WorkbookSource } from '../../../src/report/pack/xlsx';

/** What a book does not know: the seal, the files, the units' names. */
export interface Beside {
  readonly seal: string | null;
  readonly sources: readonly WorkbookSource[];
  readonly nameOf: (unit: string) => string;
}

/** The content of one period. */
export function workbookContent(book: ScoreBook, period: Period, { seal, sources, nameOf }: Beside): WorkbookContent {
  const scores = book.at(period);
  const units = scores.units.map((id, u) => {
    const total = explain(book, period, id, 0);
    // A year that is a mean of totals does not go through its sections.
    const beside = total.args.some((a) => a.op === 'year') ? (book.nodes[0]?.children ?? []) : [];
    return {
      ...{ id, name: nameOf(id), group: scores.groups[u] ?? null, total },
      sections: beside.map((n) => explain(book, period, id, n)),
      rank: explainRank(book, period, id),
      grade: explainGrade(book, period, id),
      vetoes: (scores.vetoes[u] ?? []).map((v) => v.id),
    };
  });
  return { period, scheme: book.scheme, hash: book.hash, seal, sources, units };
}
