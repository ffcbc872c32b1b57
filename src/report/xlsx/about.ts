/** The sheet 说明: which scheme, which period, which files, and how the workbook is read. */
import type { Formats } from '../../i18n/format';
import type { PackWorkbookWords } from '../../i18n/pack-workbook';
import { titleOf } from '../../scheme';
import type { Cell, Print, Sheet } from '../workbook';
import type { WorkbookContent } from './content';
import type { Counts } from './lines';

/** The sheet that tells what the others are. */
export function aboutSheet(
  content: WorkbookContent,
  counts: Counts,
  f: Formats,
  w: PackWorkbookWords,
  print: Omit<Print, 'repeat'>,
): Sheet {
  const { about } = w;
  const { scheme, period, hash, seal, sources } = content;
  const { at, decimals, mode } = scheme.rounding;
  const row = (name: string, value: string): Cell[] => [
    { value: name, look: 'sum', height: 18 },
    { value, look: 'plain', span: 2 },
  ];
  const facts = [
    row(about.period, f.period(period)),
    row(about.scheme, titleOf(scheme.title, f.locale)),
    row(about.version, scheme.version),
    row(about.hash, hash),
    row(about.seal, seal ?? w.notSealed),
    row(about.rounding, about.roundings(about.at[at], decimals, about.modes[mode])),
    row(about.cells, about.counts(counts.live, counts.input, counts.given)),
  ];
  const how = about.howTo.map((text, i): Cell[] => [
    { value: i === 0 ? about.how : null, look: 'sum' },
    { value: text, look: 'plain', span: 2, height: text.length > (f.locale === 'en' ? 130 : 75) ? 30 : 18 },
  ]);
  const files = sources.map((s): Cell[] => [
    { value: s.ledger, look: 'plain' },
    { value: s.file, look: 'plain' },
    { value: s.sha256, look: 'plain' },
  ]);
  return {
    name: w.sheets.about,
    rows: [
      [{ value: about.title(f.period(period)), look: 'title', span: 3 }],
      ...facts,
      ...how,
      [{ value: about.sources, look: 'lead', span: 3 }],
      [about.columns.ledger, about.columns.file, about.columns.sha256].map((value): Cell => ({ value, look: 'head' })),
      ...(files.length > 0 ? files : [[{ value: about.noSources, look: 'plain', span: 3 } satisfies Cell]]),
    ],
    widths: [26, 46, 72],
    landscape: true,
    print,
  };
}
