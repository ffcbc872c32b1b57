/** What a click on a mark means on every screen: a county's name or line pins it, a number asks for its reason. */
import type { UnitId } from '../../model/unit';
import { ROOT, type Board } from '../../state/board.svelte';
import { firstMeasure } from '../../state/catalogue';
import type { Route } from '../../state/route.svelte';

/** Pins a county, lit everywhere; the pinned one is let go. */
export function pin(route: Route, unit: UnitId): void {
  route.go({ pin: route.place.pin === unit ? null : unit }, 'replace');
}

/**
 * Carries out a chart's action: `unit:…`, `point:…`, `total:…`, `section:…:<node>`, `cell:…:<node>`, and, where the board is
 * given, `indicator:<node>`, which shows the measure that the leaf scores.
 */
export function pick(route: Route, action: string, board?: Board): void {
  const [kind, id = '', node = ''] = action.split(':');
  const unit = id as UnitId;
  if (kind === 'unit' || kind === 'point') pin(route, unit);
  else if (kind === 'indicator') {
    const leaf = board?.book?.nodes[board.book.nodeIndex(id)]?.leaf;
    if (leaf) route.go({ screen: 'indicators', measure: firstMeasure(leaf.measure) });
  } else route.go({ asked: { unit, node: kind === 'section' || kind === 'cell' ? node : ROOT } });
}
