/** The steps by which a period is checked: its states, objections raised and decided. Loaded when first asked for. */
import type { CalendarDate, Period } from '../model/period';
import { problem, type Problem } from '../model/problem';
import { moveFault, standingOf, type Outcome, type PeriodState } from '../model/review';
import type { UnitId } from '../model/unit';
import type { Desk } from './desk';

export async function statePeriod(
  desk: Desk,
  period: Period,
  state: Exclude<PeriodState, 'sealed'>,
  reason: string,
): Promise<readonly Problem[]> {
  const from = standingOf(desk.workspace().reviews, period).state;
  const fault = moveFault(from, state, reason);
  if (fault === 'sealed') return [problem('error', 'period.isSealed', {}, { period })];
  if (fault === 'reason') return [problem('error', 'period.reasonMissing', {}, { period })];
  if (fault) return [problem('error', 'period.moveRefused', {}, { period, from, to: state })];
  const [why = ''] = await desk.ingest.maskTexts([reason.trim()]);
  await desk.decide([{ kind: 'period.stated', period, state, ...(why === '' ? {} : { reason: why }) }]);
  return [];
}

export async function reopenPeriod(desk: Desk, period: Period, reason: string): Promise<readonly Problem[]> {
  if (standingOf(desk.workspace().reviews, period).state !== 'sealed')
    return [problem('error', 'period.notSealed', {}, { period })];
  if (reason.trim() === '') return [problem('error', 'period.reasonMissing', {}, { period })];
  const [why = ''] = await desk.ingest.maskTexts([reason.trim()]);
  await desk.decide([{ kind: 'period.stated', period, state: 'checking', reason: why }]);
  return [];
}

/** Whether the scheme in use has such a leaf, and the unit is expected in the period. */
export function isFigure(desk: Desk, period: Period, unit: UnitId, node: string): boolean {
  const { book } = desk.snapshot();
  const index = book?.nodeIndex(node) ?? -1;
  return !!book && index >= 0 && !!book.nodes[index]?.leaf && book.at(period).indexOf(unit) >= 0;
}

export async function raise(
  desk: Desk,
  given: {
    readonly period: Period;
    readonly unit: UnitId;
    readonly node: string;
    readonly text: string;
    readonly evidence: string;
  },
): Promise<readonly Problem[]> {
  const { period, unit, node } = given;
  if (given.text.trim() === '') return [problem('error', 'objection.textMissing')];
  if (standingOf(desk.workspace().reviews, period).state === 'sealed')
    return [problem('error', 'period.isSealed', {}, { period })];
  if (!isFigure(desk, period, unit, node)) return [problem('error', 'objection.noSuchFigure', {}, { period, node })];
  const [text = '', evidence = ''] = await desk.ingest.maskTexts([given.text.trim(), given.evidence.trim()]);
  await desk.decide([{ kind: 'objection.raised', period, unit, node, text, evidence, via: 'typed' }]);
  return [];
}

export async function decideOn(
  desk: Desk,
  objection: number,
  { outcome, reason, day }: { readonly outcome: Outcome; readonly reason: string; readonly day?: CalendarDate },
): Promise<readonly Problem[]> {
  if (!desk.workspace().reviews.objections.some((o) => o.id === objection)) return [problem('error', 'objection.gone')];
  if (reason.trim() === '') return [problem('error', 'objection.reasonMissing')];
  const [why = ''] = await desk.ingest.maskTexts([reason.trim()]);
  await desk.decide([{ kind: 'objection.decided', objection, outcome, reason: why, day: day ?? desk.today() }]);
  return [];
}
