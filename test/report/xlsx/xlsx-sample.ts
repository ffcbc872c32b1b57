/** The sample city's book and words, as the app makes them from the repository's ledgers. */
import { formats, type Formats, type Locale } from '../../../src/i18n/format';
import { MEASURES } from '../../../src/ledgers';
import type { Period } from '../../../src/model/period';
import type { UnitId } from '../../../src/model/unit';
import { ingestHere } from '../../../src/pipeline/ingest-here';
import { Pipeline } from '../../../src/pipeline/pipeline';
import type { ScoreBook } from '../../../src/score';
import { MemoryStore } from '../../../src/workspace/store';
import { openNodeEngine } from '../../support/engine';
import { readData, sampleFiles } from '../../support/files';

export const LAST = '2026Q3' as Period;

export interface Sample {
  readonly book: ScoreBook;
  readonly nameOf: (unit: string) => string;
  readonly f: (locale?: Locale) => Formats;
}

/** The whole sample under the default scheme. */
export async function sample(): Promise<Sample> {
  const engine = await openNodeEngine();
  const pipeline = new Pipeline({
    engine: () => Promise.resolve(engine),
    ingest: ingestHere(),
    defaultScheme: readData('schemes/example.json').toString('utf8'),
  });
  await pipeline.open(Promise.resolve(new MemoryStore()));
  await pipeline.drop(sampleFiles());
  const { book, roster } = pipeline.snapshot;
  await engine.close();
  if (!book) throw new Error('the sample gives no scores');
  const nameOf = (unit: string): string => roster.get(unit as UnitId)?.names.at(-1)?.name ?? unit;
  const f = (locale: Locale = 'zh-CN'): Formats =>
    formats(locale, {
      decimals: book.scheme.rounding.decimals,
      unit: nameOf,
      measure: (id) => MEASURES.get(id)?.name[locale === 'en' ? 'en' : 'zh'] ?? id,
    });
  return { book, nameOf, f };
}
