/**
 * The default scheme's tree, written down a second time: [leaf, full marks, due, carried]. The sections and their
 * marks are those of the plan; 基层党组织 has its parts, since marks of what is not due stay inside a part.
 */
export type PlanLeaf = readonly [leaf: string, full: number, due: 'Q' | 'H' | 'Y4' | 'Y1', carry?: 'carry'];
export interface PlanSection {
  readonly id: string;
  readonly full: number;
  readonly children: readonly (PlanSection | PlanLeaf)[];
}

// prettier-ignore
export const PLAN: PlanSection = {
  id: 'all', full: 100,
  children: [
    { id: 'politics', full: 12, children: [
      ['tested', 2, 'H'], ['theme-days', 2, 'Q'], ['regular-life', 1, 'H'], ['cadres-trained', 2, 'Q'],
      ['special-rectified', 2, 'Q'], ['inspection-closed', 2, 'Q'], ['smart-building', 1, 'H'],
    ] },
    { id: 'cadres', full: 12, children: [
      ['random-check', 2, 'Y4'], ['promotion-checks', 2, 'H'], ['routine-assessed', 2, 'H'], ['teams', 2, 'H'],
      ['young-cadres', 1, 'H'], ['files-reviewed', 1, 'H'], ['veterans', 1, 'Y4'], ['paper-burden', 1, 'H'],
    ] },
    { id: 'grassroots', full: 46, children: [
      { id: 'rating', full: 10, children: [
        ['mean-score', 3, 'Y4', 'carry'], ['three-star', 1, 'Y4', 'carry'], ['rated', 2, 'Y4', 'carry'], ['review', 4, 'Y4', 'carry'],
      ] },
      { id: 'rectification', full: 11, children: [
        ['closed-on-time', 3, 'Q'], ['conversion', 1, 'H'], ['problems-solved', 2, 'Q'], ['look-back', 2, 'Q'],
        ['make-up', 1, 'Q'], ['relapse', 1, 'H'], ['four-in-place', 1, 'Q'],
      ] },
      { id: 'two-new', full: 4, children: [['organisation-cover', 3, 'Q'], ['work-cover', 1, 'Q']] },
      { id: 'secretaries', full: 11, children: [
        ['combined-posts', 2, 'Q'], ['vacancy', 1, 'Q'], ['reserve', 1, 'H'], ['first-secretaries', 1, 'Q'], ['admission', 2, 'Y4'],
        ['floating-filed', 0.5, 'H'], ['lost-settled', 0.5, 'H'], ['reported-in', 1, 'H'],
        // the table comes by half-year, so it is due no oftener
        ['secretaries-trained', 2, 'H'],
      ] },
      { id: 'basis', full: 6, children: [['weak-villages', 2, 'H'], ['funding', 2, 'H'], ['premises', 1, 'H'], ['sites', 1, 'H']] },
      // 街乡吹哨 too comes by half-year
      { id: 'governance', full: 4, children: [['satisfaction', 1, 'H'], ['petitions', 1, 'H'], ['calls', 1, 'H'], ['demonstration', 1, 'Y4']] },
    ] },
    { id: 'talent', full: 20, children: [
      ['intake', 5, 'Q'], ['class-weighted', 3, 'Q'], ['arrival', 2, 'Q'], ['retention', 2, 'Y4', 'carry'], ['platforms', 2, 'H'],
      ['paid', 2, 'H'], ['landed', 2, 'H'], ['leaders-project', 1, 'H'], ['experts', 0.5, 'H'],
      // by half-year as its table
      ['service', 0.5, 'H'],
    ] },
    { id: 'responsibility', full: 10, children: [
      ['county-study', 1, 'Q'], ['bodies-study', 1, 'Q'], ['branch-study', 1, 'Y4'], ['on-time', 1, 'Q'],
      ['issues-closed', 3, 'Q'], ['appraisal', 2, 'Y1', 'carry'], ['supervised', 1, 'H'],
    ] },
  ],
};

export const isSection = (child: PlanSection | PlanLeaf): child is PlanSection => 'children' in child;
const children = (s: PlanSection) => s.children;
/** Every leaf of the plan. */
export const planLeaves = (section: PlanSection = PLAN): PlanLeaf[] =>
  children(section).flatMap((c) => (isSection(c) ? planLeaves(c) : [c]));

/**
 * Adds up what a county has, from the top down: the marks of what is absent go to its present siblings in proportion.
 *
 * @param points by leaf, under its own full marks; null or no entry: absent (not due, not applicable).
 * @param result takes the points of every node that is present, by id.
 * @returns the points of the section.
 */
export function addUp(
  section: PlanSection,
  marks: number,
  points: ReadonlyMap<string, number | null>,
  result: Map<string, number>,
): number {
  const present = children(section).filter((c) => isPresent(c, points));
  const own = present.reduce((sum, c) => sum + fullOf(c), 0);
  let total = 0;
  for (const c of present) {
    const inForce = (marks * fullOf(c)) / own;
    const got = isSection(c) ? addUp(c, inForce, points, result) : ((points.get(c[0]) ?? 0) / c[1]) * inForce;
    result.set(isSection(c) ? c.id : c[0], got);
    total += got;
  }
  return total;
}

const fullOf = (c: PlanSection | PlanLeaf): number => (isSection(c) ? c.full : c[1]);
const isPresent = (c: PlanSection | PlanLeaf, points: ReadonlyMap<string, number | null>): boolean =>
  isSection(c) ? c.children.some((x) => isPresent(x, points)) : (points.get(c[0]) ?? null) !== null;
