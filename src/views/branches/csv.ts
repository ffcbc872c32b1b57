/** The list of branches as CSV, in the order and under the filters it is shown. */
import { csv, numberField, textField } from '../../model/csv';
import type { BranchWords } from '../../i18n/branches';
import type { Branches } from '../../state/branches.svelte';
import type { Names } from './names';

export function listCsv(branches: Branches, names: Names, w: BranchWords): string {
  const { shown, view, list, lines } = branches;
  if (!shown || !list) return '';
  const { table, rating } = shown;
  const { columns } = w.list;
  const head = [columns.county, columns.township, columns.name, w.list.code, columns.sector, columns.total, columns.star];
  const scored = shown.option === null ? [] : [w.list.publishedStar];
  const rows = Array.from(view, (i) => {
    const total = rating.total[i] ?? NaN;
    const published = table.figures.final_star[i] ?? NaN;
    return [
      textField(names.county(table.counties.values[table.counties.codes[i] ?? -1] ?? '')),
      textField(table.townships.values[table.townships.codes[i] ?? -1] ?? ''),
      textField(lines.names[i] ?? ''),
      textField(lines.codes[i] ?? ''),
      textField(names.sector(table.sectors.values[table.sectors.codes[i] ?? -1] ?? '')),
      numberField(Number.isNaN(total) ? null : total),
      textField(names.star(rating.star[i] ?? -1)),
      ...scored.map(() => textField(Number.isNaN(published) ? w.unrated : (w.stars[published] ?? ''))),
      textField(shown.against === null ? '' : names.star(rating.before[i] ?? -1)),
      textField(shown.against === null ? '' : w.list.moveNames[list.moved(i)]),
      rating.warned[i] === 1 ? textField(w.list.warned) : '',
    ];
  });
  return csv([
    [...head, ...scored, names.then || columns.before, columns.moved, w.list.warned].map((t) => textField(t)),
    ...rows,
  ]);
}
