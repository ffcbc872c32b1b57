/**
 * Ingest: bytes in, rows and problems out. Pure: no DOM, no clock, nothing kept between calls; runs in a worker and
 * in Node. The order of use: `inspect`, `answer` until no question is left, then for a proposal that is `clean` the
 * engine reads the file itself while `sift` proves it regular and reads its odd rows; any other goes through `readTable`.
 */
export { answer } from './answer';
export { canonicalColumns, parseCanonical } from './canonical';
export { readForm } from './form';
export { inspect } from './inspect';
export { masked } from './masked';
export { isPersonHeader, maskPersons, persons, personsFound } from './persons';
export { rememberedFrom } from './remembered';
export { readRows, readTable, type RawRow, type ReadOptions, type RowsResult, type TableResult } from './read';
export type { RowIndex } from './records';
export { mayBeClean, scan } from './scan';
export type { Irregularity, LineEnd } from './scanner';
export { sift, type ScanResult, type Sifted } from './sift';
export { isTrivial, leadingColumn } from './trivial';
export { verbatim } from './verbatim';
