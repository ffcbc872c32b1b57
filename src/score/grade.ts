/** Grades 等次: thresholds and vetoes decide; quotas 比例控制 only advise. */
import { round, type Direct, type Grades, type Quota, type Veto } from '../scheme';
import type { UnitId } from '../model/unit';

/**
 * A grade as its place in the scheme's lines, best first; -1 where no line reaches down to the total.
 * @param admitted by line, whether what else it asks holds; absent: the total alone decides.
 */
export function gradeByTotal(grades: Grades, total: number, admitted?: readonly boolean[]): number {
  return grades.lines.findIndex((l, i) => (l.min === undefined || total >= l.min) && (admitted?.[i] ?? true));
}

/** What besides the total decides a unit's grade. */
export interface Beside {
  readonly admitted: readonly boolean[];
  readonly direct: readonly Direct[];
  readonly vetoes: readonly Veto[];
}

/** The grade's id: threshold and what it requires, then a grade set directly, then vetoes; null for no total or no line. */
export function gradeOf(grades: Grades, total: number, { admitted, direct, vetoes }: Beside): string | null {
  if (Number.isNaN(total)) return null;
  const place = (grade: string | undefined) => grades.lines.findIndex((l) => l.grade === grade);
  const set = direct[0] ? place(direct[0].grade) : gradeByTotal(grades, total, admitted);
  if (set < 0) return null;
  return grades.lines[Math.max(set, ...vetoes.map((v) => place(v.cap)))]?.grade ?? null;
}

export interface QuotaAdvice {
  readonly quota: Quota;
  /** null: the whole city. Of a quota by parent, the parent's id. */
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
  parents: readonly (UnitId | null)[],
): QuotaAdvice[] {
  return (grades.quotas ?? []).flatMap((quota) => {
    const of = quota.scope === 'parent' ? parents : groups;
    // By scope once: a city may have a hundred counties and 160,000 branches.
    const scopes = new Map<string | null, number[]>();
    if (quota.scope === 'city') scopes.set(null, [...ranked]);
    else {
      for (const g of of) if (g !== null && !scopes.has(g)) scopes.set(g, []);
      for (const u of ranked) scopes.get(of[u] ?? null)?.push(u);
    }
    return [...scopes].map(([group, members]) => {
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
