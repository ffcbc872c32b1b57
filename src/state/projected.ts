/** What is not shown on a projector: votes and marks of the appraisal 述职评议, rows with posts in them, sensitive counts. */
import type { MeasureId } from '../model/measure';
import type { LedgerId } from '../model/ledger';

/** Ledgers whose figures stay at the desk; they are used inside a score, and the score is shown. */
const AT_THE_DESK: readonly LedgerId[] = ['appraisal'];

/** Whether a measure's figures may be seen by a room. */
export const isProjected = (measure: MeasureId): boolean => !AT_THE_DESK.some((ledger) => measure.startsWith(`${ledger}.`));
