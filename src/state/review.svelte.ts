/** Checking a period, as its screens read it: replies that come later, the reviews that came back, and where a seed comes from. */
import { partsOf, type Period } from '../model/period';
import type { Entry } from '../workspace/journal';
import type { ScoreBook } from '../score';
import { endingWith } from '../score/find';

export { fromSealed, type SinceSeal } from '../score/since-seal';
export type { SealDifferences, SealedSource, UnitDifference } from '../score/seal';
export type { SampleSize } from '../score/sample-draw';

/** What the pipeline was asked and answers in its turn: the last answer stays until the next is there. */
export class Reply<T> {
  value = $state.raw<T | null>(null);
  /** What `value` is the answer to; whoever asks chooses the words. */
  about = $state.raw<string | null>(null);
  failed = $state(false);
  #turn = 0;

  /** Of several questions only the last one's answer counts. */
  ask(about: string, work: () => Promise<T>): void {
    const turn = ++this.#turn;
    const take = (value: T | null, failed: boolean): void => {
      if (turn !== this.#turn) return;
      this.value = value;
      this.about = about;
      this.failed = failed;
    };
    work().then(
      (value) => take(value, false),
      () => take(null, true),
    );
  }

  /** Answers still on their way are of no use any more. */
  forget(): void {
    this.#turn += 1;
    this.value = this.about = null;
    this.failed = false;
  }
}

/** The digits of a period, `2026Q3` → 20263: a seed that everybody comes to who draws for the same period. */
export function seedOf(period: Period): number {
  const { year, kind, part } = partsOf(period);
  return kind === 'Y' ? year : year * 10 + part;
}

/** Branches with a result of the city's review, and those of them whose stars it confirmed 一致. */
export interface Agreement {
  readonly reviewed: number;
  readonly agreed: number;
}

/** Σ over the units expected, from the tables that report on the period; null where no branch of any was reviewed. */
export function agreementOf(book: ScoreBook, period: Period): Agreement | null {
  let [reviewed, agreed] = [0, 0];
  for (const unit of book.at(period).units) {
    const cells = endingWith(period).map((p) => book.measures.get('branch-rating.review_agreement', unit, p));
    const cell = cells.find((c) => c !== undefined);
    reviewed += cell?.denominator ?? 0;
    agreed += cell?.numerator ?? 0;
  }
  return reviewed === 0 ? null : { reviewed, agreed };
}

const CHECKING: ReadonlySet<Entry['kind']> = new Set(['period.stated', 'period.sealed', 'objection.raised', 'objection.decided']);

/** The steps that can change rows, in short: where it is the same, the rows are the same. */
export function tablesAt(steps: readonly Entry[]): string {
  const own = steps.filter((s) => !CHECKING.has(s.kind));
  return `${own.length} ${own.at(-1)?.seq ?? 0}`;
}

/** What lists that came back put into the tables of a period: how many files, and how many branches by them. */
export function listsBack(steps: readonly Entry[], period: Period): { readonly files: number; readonly branches: number } {
  const own = steps.flatMap((s) => (s.kind === 'review.recorded' && s.period === period ? [s] : []));
  return {
    files: new Set(own.map((s) => s.file)).size,
    branches: new Set(own.flatMap((s) => s.cells.map((c) => `${s.table} ${c.row}`))).size,
  };
}
