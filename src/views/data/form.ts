/** How a source was read, in a few words: its encoding and delimiter, or its sheet; where the header lies. */
import type { DataWords } from '../../i18n/zh/data';
import { isSheet, type Encoding, type Form, type Reading } from '../../model/table';

export const ENCODINGS: readonly (readonly [Encoding, string])[] = [
  ['utf-8', 'UTF-8'],
  ['gb18030', 'GB18030 / GBK'],
  ['big5', 'Big5'],
  ['utf-16le', 'UTF-16 LE'],
  ['utf-16be', 'UTF-16 BE'],
];

export const DELIMITERS = [',', '\t', ';', '|', '，', '；', ', ', ' '] as const;

export const delimiterName = (delimiter: string, w: DataWords): string =>
  (w.delimiters as Readonly<Record<string, string>>)[delimiter] ?? `“${delimiter}”`;

function formWords(form: Form, w: DataWords): string[] {
  if (isSheet(form)) return [w.sheet(form.sheet)];
  const encoding = ENCODINGS.find(([id]) => id === form.encoding)?.[1] ?? form.encoding;
  return [encoding, w.delimited(delimiterName(form.delimiter, w))];
}

/** Parts to be shown side by side. */
export function readingWords(reading: Reading, w: DataWords): string[] {
  const { first, count } = reading.header;
  const unused = reading.columns.filter((c) => c.column === null).length;
  return [
    ...formWords(reading.dialect, w),
    ...(reading.area ? [w.area(reading.area.first + 1, reading.area.last + 1)] : []),
    ...(reading.transposed ? [w.transposed] : []),
    count === 0 ? w.noHeaderFrom(first + 1) : w.headerRows(first + 1, first + count),
    w.columnCount(reading.columns.length, unused),
  ];
}
