/** The charts of the branches screen from what is at hand: who is shown, in which order, under which names. */
import type { DistributionData } from '../../charts/distribution/place';
import type { ShareBarsData } from '../../charts/share-bars/place';
import type { TransitionMatrixData } from '../../charts/transition-matrix/place';
import type { BranchWords } from '../../i18n/branches';
import type { Formats } from '../../i18n/format';
import type { UnitId } from '../../model/unit';
import { countsBy, transitionsOf, valuesBy } from '../../state/branch-counts';
import { ABSENT, UNRATED, type Branches } from '../../state/branches.svelte';
import type { Names } from './names';

export type By = 'county' | 'sector';

/** Places in the dictionary, as they are listed: counties in the order of the roster, sectors as the ledger declares them. */
function inOrder(branches: Branches, by: By, sectorIds: readonly string[]): { id: string; at: number }[] {
  const { shown, session } = branches;
  if (!shown) return [];
  const { values } = by === 'county' ? shown.table.counties : shown.table.sectors;
  const order = by === 'county' ? session.snapshot.roster.units.map((u) => u.id as string) : sectorIds;
  const place = (id: string) => (order.indexOf(id) < 0 ? order.length : order.indexOf(id));
  return values.map((id, at) => ({ id, at })).sort((a, b) => place(a.id) - place(b.id));
}

/** The branches of the county or sector chart: what narrows the other way, the chart's own choice aside. */
const scopeOf = ({ scope, choice, wide }: Branches, by: By) =>
  by === 'county'
    ? { counties: choice.county === null ? scope.counties : wide, sector: scope.sector }
    : { counties: scope.counties, sector: null };

export function sharesOf(
  branches: Branches,
  by: By,
  title: string,
  names: Names,
  w: BranchWords,
  sectorIds: readonly string[],
): ShareBarsData {
  const { shown } = branches;
  const of = by === 'county' ? w.county : w.sector;
  const classes = [...(shown?.rating.classes ?? []).map((_, i) => names.star(i)), w.unrated];
  if (!shown) return { title, of, total: w.charts.total, classes, rows: [] };
  const counts = countsBy(
    shown.table,
    shown.rating,
    by === 'county' ? shown.table.counties : shown.table.sectors,
    scopeOf(branches, by),
  );
  return {
    ...{ title, of, classes, total: w.charts.total },
    rows: inOrder(branches, by, sectorIds).map(({ id, at }) => ({
      key: id === '' ? '-' : id,
      ...(by === 'county' ? { unit: id as UnitId } : {}),
      name: by === 'county' ? names.county(id) : names.sector(id),
      counts: counts[at] ?? [],
    })),
  };
}

export function spreadOf(
  branches: Branches,
  by: By,
  title: string,
  names: Names,
  w: BranchWords,
  f: Formats,
  sectorIds: readonly string[],
): DistributionData {
  const { shown } = branches;
  const of = by === 'county' ? w.county : w.sector;
  const base = { title, of, words: w.charts.words };
  if (!shown) return { ...base, rows: [], lines: [] };
  const values = valuesBy(
    shown.table,
    shown.rating,
    by === 'county' ? shown.table.counties : shown.table.sectors,
    scopeOf(branches, by),
  );
  const lines = (shown.option?.stars?.scheme.grades?.lines ?? []).flatMap((l) =>
    l.min === undefined ? [] : [{ at: l.min, title: w.charts.line(names.grade(l.grade), f.brief(l.min)) }],
  );
  const { counties } = scopeOf(branches, by);
  return {
    ...{ ...base, lines },
    rows: inOrder(branches, by, sectorIds)
      .filter(({ at }) => by === 'sector' || !counties || counties.has(at))
      .map(({ id, at }) => ({
        key: id === '' ? '-' : id,
        ...(by === 'county' ? { unit: id as UnitId } : {}),
        name: by === 'county' ? names.county(id) : names.sector(id),
        values: values[at] ?? new Float64Array(),
      })),
  };
}

export function transitionsData(branches: Branches, title: string, names: Names, w: BranchWords): TransitionMatrixData {
  const { shown } = branches;
  const classes = shown?.rating.classes ?? [];
  const own = [...classes.map((_, i) => i), UNRATED].map((place) => ({ id: branches.idOf(place), title: names.star(place) }));
  return {
    title,
    ...{ then: names.then, now: names.now, total: w.charts.sum, classes: classes.length },
    rows: [...own, { id: branches.idOf(ABSENT), title: w.absent }],
    columns: [...own, { id: 'gone', title: w.gone }],
    counts: shown ? transitionsOf(shown.table, shown.rating, branches.scope) : [],
    words: w.charts.moves,
  };
}
