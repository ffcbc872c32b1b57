/** What 应评, 已评定, 升星 and 抽查 mean: conditions on a branch's row, used by its measures and by the summary held against it. */
import { and, coalesce, col, eq, given, gt, lit, lt, type Condition } from '../model/measure';

/** A branch counts as rated 已评定 when 审定星级 is given; 不定级 (no star) is a rating too. */
export const rated = given('final_star');
export const ratedWith = (star: number): Condition => and(rated, eq(col('final_star'), lit(star)));
/** Due for rating 应评: what the county says; a blank means due. */
export const due = eq(coalesce(col('due'), lit(true)), lit(true));
export const bothYears = and(rated, given('last_star'));
export const upgraded = and(bothYears, gt(col('final_star'), col('last_star')));
export const downgraded = and(bothYears, lt(col('final_star'), col('last_star')));
export const checked = eq(col('spot_checked'), lit(true));
