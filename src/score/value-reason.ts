/** The lower half of a leaf's reason: from the prepared value down to the figures that stand in rows. */
import type { MeasureId } from '../model/measure';
import type { Period } from '../model/period';
import type { Reason } from '../model/reason';
import type { UnitId } from '../model/unit';
import type { ScoreBook } from './book';
import { endingWith, find, placesOf, type Found } from './find';
import type { PreparedLeaf } from './prepare';
import { reason } from './rules/rule';
import { sectorTerms } from './sector';

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

/** What the rule was given, told: standardised or plain, carried or not, or why there is none. */
export function valueReason(book: ScoreBook, prepared: PreparedLeaf, period: Period, u: number): Reason {
  const { leaf, field } = prepared;
  const state = prepared.states[u];
  const unit = field.units[u]!;
  const found = find(book.measures, leaf.measure, unit, placesOf(leaf.due, field.period));
  const measure = foundReason(book, leaf.measure, found, field.period);
  if (state === 'missing' || state === 'excluded') {
    const as = state === 'excluded' ? 'exclude' : typeof leaf.missing === 'object' ? 'fixed' : 'zero';
    const value = as === 'zero' ? 0 : (prepared.x[u] ?? NaN);
    const params = { as, measure: leaf.measure, period: field.period, blank: (found?.cell.rows ?? 0) > 0 };
    return reason('missing', value, as === 'zero' ? 'points' : measure.unit, [], params);
  }
  if (state === 'na')
    return reason('notApplicable', null, measure.unit, [measure], {
      why: whyNotApplicable(prepared, found),
      ...tooFew(prepared, found),
    });
  const value = prepared.mix && found ? standardisedReason(prepared, measure, found, u) : measure;
  return field.period === period ? value : reason('carried', value.value, value.unit, [value], { period, from: field.period });
}

function whyNotApplicable(prepared: PreparedLeaf, found: Found | undefined): string {
  if (found?.cell.status === 'na') return found.cell.denominator === 0 ? 'denominatorZero' : 'written';
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
    prepared.x[u] ?? NaN,
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
