/** What 到期, 按期销号, 回头看 and 反弹 mean: conditions on a row of the rectification ledger, used by its measures and by the summary held against it. */
// prettier-ignore
import {
  addMonths, and, asOfDay, coalesce, col, distinct, eq, given, gt, le, lit, lt, not, or,
  type Aggregate, type Condition,
} from '../model/measure';

/** 应回头看时间, where the county gives none: this many months after 销号. */
export const LOOK_BACK_AFTER_MONTHS = 6;
/** Relapse is counted among the organisations closed within this many months before the as-of date. */
export const RELAPSE_WINDOW_MONTHS = 36;

export const yes = (column: string): Condition => eq(col(column), lit(true));

/** What has fallen due by the end of the period, never the year's. */
export const fallenDue = le(col('deadline'), asOfDay);
export const closedOnTime = and(fallenDue, yes('closed'), le(col('closed_on'), col('deadline')));
export const closedLate = and(fallenDue, yes('closed'), gt(col('closed_on'), col('deadline')));
/** The deadline has passed; on its last day nothing is overdue yet. */
export const overdue = and(lt(col('deadline'), asOfDay), not(yes('closed')));
export const converted = and(fallenDue, eq(col('result'), lit('converted')));

/** All four cells of 四个一 are filled. */
export const fourInPlace = and(...['county_leader', 'township_leader', 'first_secretary_from', 'paired_with'].map(given));

export const lookBackDue = le(coalesce(col('look_back_due_on'), addMonths(col('closed_on'), LOOK_BACK_AFTER_MONTHS)), asOfDay);
export const lookedBack = and(lookBackDue, le(col('look_back_on'), asOfDay));

/** An organisation that came back keeps the day it was first closed. */
const firstClosing = coalesce(col('first_closed_on'), col('closed_on'));
export const closedInWindow = and(le(firstClosing, asOfDay), gt(addMonths(firstClosing, RELAPSE_WINDOW_MONTHS), asOfDay));
export const relapsed = eq(col('look_back_result'), lit('relapsed'));
export const cameBack = or(relapsed, yes('relisted'));

/** Each organisation once, whatever the number of its rows; villages of one name in two townships are two. */
export const organisations = (where: Condition): Aggregate => distinct('organisation', where, { within: 'township' });
