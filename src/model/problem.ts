/**
 * A problem: something in the input that a person must know of. It carries a code and parameters; the words are
 * in i18n, one entry per code, so that a code without words does not compile.
 */
import type { Period } from './period';

/** error: what it names was not taken. warning: taken, but look. notice: for information. */
export type ProblemLevel = 'error' | 'warning' | 'notice';

/** Where in a source. Rows and columns count from 1, as a spreadsheet shows them. */
export interface Place {
  readonly file?: string;
  readonly row?: number;
  readonly column?: number;
  /** The header of the column as the file has it. */
  readonly header?: string;
  /** The cell's text, verbatim. */
  readonly value?: string;
}

export const PROBLEM_CODES = [
  // the file as a whole
  'file.empty',
  'file.binary',
  'file.workbook',
  'file.undecodable',
  'file.classified',
  'file.noHeader',
  'file.noRows',
  'file.unknownTable',
  'file.duplicate',
  'file.tooLarge',
  'file.columnMissing',
  'file.columnTwice',
  'file.columnUnknown',
  'file.periodUnknown',
  'file.periodConflict',
  'file.periodsMixed',
  'file.personData',
  'file.sheetUnused',
  'file.partUnused',
  'file.workbookDamaged',
  'file.remembered',
  // a row
  'row.total',
  'row.repeatedHeader',
  'row.footer',
  'row.columnNumbers',
  'row.blank',
  'row.nil',
  'row.otherPeriod',
  'row.keyMissing',
  'row.keyTwice',
  'row.ragged',
  'row.short',
  'row.quotes',
  'row.unitUnknown',
  'row.excludedByHand',
  'row.ofWhich',
  // a cell
  'cell.unreadable',
  'cell.notInRange',
  'cell.notInList',
  'cell.dateImpossible',
  'cell.missing',
  'cell.approximate',
  'cell.person',
  'cell.cutShort',
  // between figures
  'check.partExceedsWhole',
  'check.partsUnequal',
  'check.partsExceedWhole',
  'check.totalUnequal',
  'check.order',
  'check.yearToDateFell',
  'check.ledgersDisagree',
  // the scheme
  'scheme.notJson',
  'scheme.invalid',
  'scheme.unknownKey',
  'scheme.unknownMeasure',
  'scheme.notScored',
  'scheme.basis',
  'scheme.duplicateId',
  'scheme.unknownId',
  'scheme.weightSum',
  'scheme.version',
  'scheme.cycle',
  // a map
  'map.taken',
  'map.tooLarge',
  'map.notJson',
  'map.topoJson',
  'map.noAreas',
  'map.noneMatched',
  // a form that came back
  'sheet.taken',
  'sheet.noOpinions',
  'sheet.columnUnused',
  'sheet.codeBroken',
  'sheet.codeMissing',
  'sheet.onlyEvidence',
  'sheet.figureChanged',
  'sheet.merged',
  'sheet.unitUnknown',
  'sheet.nodeUnknown',
  'sheet.otherScheme',
  'sample.taken',
  'sample.noStars',
  'sample.branchUnknown',
  'sample.none',
  // checking and sealing a period
  'period.moveRefused',
  'period.reasonMissing',
  'period.isSealed',
  'period.notSealed',
  'objection.textMissing',
  'objection.noSuchFigure',
  'objection.gone',
  'objection.reasonMissing',
  'seal.noFigures',
  'seal.openObjections',
  'seal.figuresMissing',
  'seal.broken',
  // the machine
  'engine.failed',
  'engine.outOfMemory',
  'engine.query',
  'storage.failed',
  'storage.sourceMissing',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

export type ProblemParams = Readonly<Record<string, string | number | readonly string[]>>;

export interface Problem {
  readonly code: ProblemCode;
  readonly level: ProblemLevel;
  readonly place: Place;
  readonly params: ProblemParams;
  readonly period?: Period;
  /** For a cell: the text that would most likely mend it, proposed and never taken unasked. */
  readonly mend?: string;
}

export function problem(level: ProblemLevel, code: ProblemCode, place: Place = {}, params: ProblemParams = {}): Problem {
  return { code, level, place, params };
}

/** Thrown where a whole step cannot go on; whoever shows it reads the problem's words. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(p: Problem, cause?: unknown) {
    super(p.code, { cause });
    this.problem = p;
  }
}
