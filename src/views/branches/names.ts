/** What stars, counties, sectors and periods are called on the branches screen. */
import type { BranchWords } from '../../i18n/branches';
import { locale } from '../../i18n/locale.svelte';
import type { UnitId } from '../../model/unit';
import { ABSENT, sectorNames, type Branches } from '../../state/branches.svelte';
import type { Board } from '../../state/board.svelte';

export interface Names {
  /** A class by its place; below zero: not rated, not there. */
  star(place: number): string;
  /** A grade by its id. */
  grade(id: string): string;
  county(id: string): string;
  sector(id: string): string;
  /** What stars are compared with. */
  readonly then: string;
  readonly now: string;
}

export function namesOf(branches: Branches, board: Board, w: BranchWords): Names {
  const { shown } = branches;
  const sectors = new Map(sectorNames().map((s) => [s.id, locale.text(s.name)]));
  const classes = shown?.rating.classes ?? [];
  const star = (place: number): string => {
    const c = classes[place];
    if (!c) return place === ABSENT ? w.absent : w.unrated;
    return c.title === null ? (w.stars[Number(c.grade)] ?? c.grade) : board.title(c.title);
  };
  const against = shown?.against ?? null;
  return {
    star,
    grade: (id) => star(classes.findIndex((c) => c.grade === id)),
    county: (id) => board.name(id as UnitId),
    sector: (id) => (id === '' ? w.noSector : (sectors.get(id) ?? id)),
    then: against === null ? '' : against === 'reported' ? w.compared.reported : board.f.period(against.period),
    now: shown ? board.f.period(shown.period.period) : '',
  };
}
