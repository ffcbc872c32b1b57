/** Grades 等次: thresholds and vetoes decide; quotas 比例控制 only advise. */
import { round, type Grades, type Quota, type Veto } from '../scheme';

/** A grade as its place in the scheme's lines, best first; -1 where no line reaches down to the total. */
export function gradeByTotal(grades: Grades, total: number): number {
  return grades.lines.findIndex((l) => l.min === undefined || total >= l.min);
}

/** The grade's id after thresholds and vetoes; null for no total or no line. */
export function gradeOf(grades: Grades, total: number, vetoes: readonly Veto[]): string | null {
  if (Number.isNaN(total)) return null;
  const byTotal = gradeByTotal(grades, total);
  if (byTotal < 0) return null;
  const caps = vetoes.map((v) => grades.lines.findIndex((l) => l.grade === v.cap));
  return grades.lines[Math.max(byTotal, ...caps)]?.grade ?? null;
}

export interface QuotaAdvice {
  readonly quota: Quota;
  /** null: the whole city. */
  readonly group: string | null;
  /** Ranked units in the scope. */
  readonly units: number;
  readonly allowed: number;
  readonly actual: number;
  /** actual − allowed, at least 0. */
  readonly excess: number;
}

/** How many of a grade a quota allows and how many there are, for the city or each group. `grade` is null where a unit is not ranked or graded. */
export function quotaAdvice(
  grades: Grades,
  ranked: readonly number[],
  grade: readonly (string | null)[],
  groups: readonly (string | null)[],
): QuotaAdvice[] {
  return (grades.quotas ?? []).flatMap((quota) => {
    const scopes = quota.scope === 'city' ? [null] : [...new Set(groups.filter((g) => g !== null))];
    return scopes.map((group) => {
      const members = ranked.filter((u) => group === null || groups[u] === group);
      const share = quota.share * members.length;
      // Rounded half up first at 1e-9: 0.3 × 10 is 3, not 3.0000000000000004.
      const snapped = round(share, 9, 'half-up');
      const allowed = { 'half-up': round(share, 0, 'half-up'), down: Math.floor(snapped), up: Math.ceil(snapped) }[
        quota.rounding
      ];
      const most = Math.max(allowed, quota.atLeast ?? 0);
      const actual = members.filter((u) => grade[u] === quota.grade).length;
      return { quota, group, units: members.length, allowed: most, actual, excess: Math.max(0, actual - most) };
    });
  });
}
