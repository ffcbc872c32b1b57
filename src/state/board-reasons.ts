/** Why the numbers on the board are what they are, in the words of the scheme and the ledgers: loaded with the panel that asks. */
import { locale } from '../i18n/locale.svelte';
import type { MeasureId } from '../model/measure';
import type { Reason } from '../model/reason';
import type { UnitId } from '../model/unit';
import { explain, explainGrade, explainRank } from '../score/explain';
import { ROOT, type Board } from './board.svelte';
import { ledgerOf } from './catalogue';

/** Why a unit's node has its points in the period on show; null where there is nothing to explain. */
export function explainNode(board: Board, unit: UnitId, node: string): Reason | null {
  const { book, period, scores } = board;
  const index = node === ROOT ? 0 : (book?.nodeIndex(node) ?? -1);
  if (!book || !period || index < 0 || (scores?.indexOf(unit) ?? -1) < 0) return null;
  return withSectorNames(board, explain(book, period, unit, index));
}

/** Why a unit has its rank and, where the scheme has grades, its grade in the period on show. */
export function explainStanding(board: Board, unit: UnitId): Reason[] {
  const { book, period, scores } = board;
  if (!book || !period || (scores?.indexOf(unit) ?? -1) < 0) return [];
  const grade = explainGrade(book, period, unit);
  return [explainRank(book, period, unit), ...(grade ? [withGradeNames(board, grade)] : [])];
}

/** A reason names grades by their ids; here they get the words of the scheme. */
function withGradeNames(board: Board, reason: Reason): Reason {
  const named = ['grade', 'byTotal', 'cap'].flatMap((key) => {
    const id = reason.params[key];
    return typeof id === 'string' ? [[key, board.gradeName(id)] as const] : [];
  });
  const params = { ...reason.params, ...Object.fromEntries(named) };
  return { ...reason, params, args: reason.args.map((a) => withGradeNames(board, a)) };
}

/** A reason names the sectors of a standardised value by their ids; here they get the words of the ledger's list. */
function withSectorNames(board: Board, reason: Reason, measure: MeasureId | null = null): Reason {
  const of = typeof reason.params['measure'] === 'string' ? reason.params['measure'] : measure;
  const sector = reason.params['sector'];
  const by = of === null ? undefined : board.measure(of)?.by;
  const column = of !== null && by !== undefined ? ledgerOf(of.slice(0, of.indexOf('.'))).columns.find((c) => c.id === by) : null;
  const name = column?.values?.find((v) => v.id === sector)?.name;
  const params = name ? { ...reason.params, sector: locale.text(name) } : reason.params;
  return { ...reason, params, args: reason.args.map((a) => withSectorNames(board, a, of)) };
}
