/** The lower half of a leaf's reason: from the prepared value down to the figures that stand in rows. */
import type { MeasureId } from '../model/measure';
import { shift, yearBefore, type Period } from '../model/period';
import type { Reason } from '../model/reason';
import type { UnitId } from '../model/unit';
import type { ScoreBook } from './book';
import { firstMeasure, partsOfFigure, type Figure, type PrepareStep } from '../scheme';
import { findFigure } from './figure';
import { endingWith, find, placesOf, type Found } from './find';
import type { PreparedLeaf } from './prepared';
import { reason } from './rules/rule';
import { sectorTerms } from './sector';
import { periodsOver } from './values';

/** A measure's value: numerator over denominator, each with its rows. Value null where it is missing or not applicable. */
export function measureReason(book: ScoreBook, measure: MeasureId, unit: UnitId, period: Period): Reason {
  return foundReason(book, measure, find(book.measures, measure, unit, endingWith(period)), period);
}

function foundReason(book: ScoreBook, measure: MeasureId, found: Found | undefined, period: Period): Reason {
  const unit = book.unitOf(measure);
  if (!found) return reason('measure', null, unit, [], { measure, period, status: 'missing' });
  const { cell } = found;
  const rows = { measure, unit: found.unit, period: found.period };
  const figures =
    cell.denominator === null
      ? []
      : [
          reason('figure', cell.numerator, 'number', [], {}, { ...rows, side: 'numerator' }),
          reason('figure', cell.denominator, 'number', [], {}, { ...rows, side: 'denominator' }),
        ];
  const params = { measure, period: found.period, status: cell.status, rows: cell.rows };
  return reason('measure', cell.value, unit, figures, params, { ...rows, side: 'value' });
}

/** A figure: its measure, or what it is made of. */
function figureReason(book: ScoreBook, figure: Figure, unit: UnitId, places: readonly Period[], period: Period): Reason {
  if (typeof figure === 'string') return foundReason(book, figure, find(book.measures, figure, unit, places), period);
  const made = findFigure(book.measures, figure, unit, places);
  const parts = partsOfFigure(figure).map((p) => figureReason(book, p, unit, places, period));
  const [first] = parts;
  const how = 'ratio' in figure ? 'ratio' : 'difference' in figure ? 'difference' : 'sum' in figure ? 'sum' : 'weighted';
  const factors = 'weighted' in figure ? Object.fromEntries(figure.weighted.map((w, i) => [`by${i}`, w.by])) : {};
  // A ratio is a number of its own; what is added up is what it was.
  const kind = how === 'ratio' ? 'number' : (first?.unit ?? 'number');
  return reason('made', made?.cell.value ?? null, kind, parts, { how, ...factors, status: made?.cell.status ?? 'missing' });
}

/** What the rule was given, told: standardised or plain, prepared, carried or not, or why there is none. */
export function valueReason(book: ScoreBook, prepared: PreparedLeaf, period: Period, u: number): Reason {
  const { leaf, field, steps } = prepared;
  const state = prepared.states[u];
  const unit = field.units[u]!;
  const places = placesOf(leaf.due, field.period);
  const found = findFigure(book.measures, leaf.measure, unit, places);
  const figure = figureReason(book, leaf.measure, unit, places, field.period);
  if (state === 'missing' || state === 'excluded') {
    const { missing } = leaf;
    const as = state === 'excluded' ? 'exclude' : typeof missing !== 'object' ? 'zero' : 'fixed' in missing ? 'fixed' : 'mean';
    const value = as === 'zero' ? 0 : (prepared.x[u] ?? NaN);
    const among = typeof missing === 'object' && 'mean' in missing ? missing.mean : null;
    const params = { as, among, measure: firstMeasure(leaf.measure), period: field.period, blank: (found?.cell.rows ?? 0) > 0 };
    return reason('missing', value, as === 'zero' ? 'points' : figure.unit, [], params);
  }
  let value = prepared.mix && found ? standardisedReason(prepared, figure, found, u) : figure;
  for (const [i, step] of (leaf.prepare ?? []).entries())
    value = stepReason(book, prepared, step, value, steps.at(field.period, i + 1).values[u] ?? NaN, u);
  if (state === 'na')
    return reason('notApplicable', null, figure.unit, [value], {
      why: whyNotApplicable(prepared, found, field.groups[u] ?? null),
      ...tooFew(prepared, found),
    });
  return field.period === period ? value : reason('carried', value.value, value.unit, [value], { period, from: field.period });
}

/** One step of preparing: the value before it, what else it looked at, the value after it. */
function stepReason(
  book: ScoreBook,
  prepared: PreparedLeaf,
  step: PrepareStep,
  before: Reason,
  value: number,
  u: number,
): Reason {
  const { leaf, field, steps } = prepared;
  const unit = field.units[u]!;
  const index = leaf.prepare?.indexOf(step) ?? 0;
  const told = (kind: Reason['unit'], args: readonly Reason[] = [], params: Reason['params'] = {}): Reason =>
    reason('prepared', value, kind, [before, ...args], { do: step.do, ...params });
  const ofPeriod = (p: Period): Reason => reason('constant', steps.at(p, index).values[u] ?? NaN, before.unit, [], { period: p });
  switch (step.do) {
    case 'per':
      return told('number', [figureReason(book, step.figure, unit, placesOf(leaf.due, field.period), field.period)], {
        times: step.times ?? 1,
      });
    case 'log':
      return told('number', [], { base: String(step.base ?? 'e') });
    case 'clamp':
      return told(before.unit, [], { lo: step.lo ?? null, hi: step.hi ?? null });
    case 'change': {
      const p = step.on === 'lastYear' ? yearBefore(field.period) : shift(field.period, -1);
      return told(step.as === 'difference' ? before.unit : 'share', [ofPeriod(p)], { on: step.on, as: step.as ?? 'share' });
    }
    case 'over':
      return told(before.unit, periodsOver(step.periods, field.period).map(ofPeriod), { take: step.take });
    case 'winsorise':
      return told(before.unit, [], { most: step.most });
    case 'rank':
      return told('number', [], { among: step.among, from: step.from });
  }
}

function whyNotApplicable(prepared: PreparedLeaf, found: Found | undefined, group: string | null): string {
  if (prepared.leaf.sectors && !prepared.leaf.sectors.includes(group ?? '')) return 'otherSector';
  if (found?.cell.status === 'na') return found.cell.denominator === 0 ? 'denominatorZero' : 'written';
  const { values } = prepared.steps.at(prepared.field.period);
  if (
    found?.cell.status === 'ok' &&
    prepared.leaf.prepare &&
    Number.isNaN(values[prepared.field.units.indexOf(found.unit)] ?? NaN)
  )
    return 'prepare';
  return Object.keys(tooFew(prepared, found)).length > 0 ? 'minDenominator' : 'noTarget';
}

function tooFew({ leaf }: PreparedLeaf, found: Found | undefined): Record<string, number> {
  const denominator = found?.cell.status === 'ok' ? found.cell.denominator : null;
  const least = leaf.minDenominator;
  return least !== undefined && denominator !== null && denominator < least ? { minDenominator: least, denominator } : {};
}

/** One argument per sector; they add up to the value. The plain measure comes along as the sectors' source where there are none. */
function standardisedReason(prepared: PreparedLeaf, measure: Reason, found: Found, u: number): Reason {
  const terms = sectorTerms(found.cell, prepared.mix ?? new Map());
  if (terms.length === 0) return measure;
  const args = terms.map((t) => {
    const share = reason('constant', t.share, 'share', [], { sector: t.sector });
    const inside = reason('measure', t.value, measure.unit, figures(t.numerator, t.denominator), { sector: t.sector });
    return reason('sector', t.share * t.value, measure.unit, [share, inside], { sector: t.sector });
  });
  return reason(
    'standardised',
    prepared.steps.base(prepared.field.period).values[u] ?? NaN,
    measure.unit,
    args,
    { ...measure.params, plain: found.cell.value },
    measure.rows,
  );
}

const figures = (numerator: number, denominator: number): Reason[] => [
  reason('figure', numerator, 'number'),
  reason('figure', denominator, 'number'),
];
