/** Why a zip was not read as a workbook. */
import type { WorkbookKind } from '../sniff';

export class WorkbookFault extends Error {
  /** A workbook of another form, no workbook at all, a damaged one, or one that unpacks to more than can be held. */
  readonly why: WorkbookKind | 'binary' | 'damaged' | 'tooLarge';

  constructor(why: WorkbookFault['why'], message: string) {
    super(message);
    this.why = why;
  }
}

/** @param message what is wrong with which part. */
export const damaged = (message: string): WorkbookFault => new WorkbookFault('damaged', message);
