/** Which measures can be looked at: those that tables in force have figures of, by ledger; of several only what is not sensitive. */
import { locale } from '../../i18n/locale.svelte';
import type { Board } from '../../state/board.svelte';
import { LEDGERS, ledgerOf } from '../../state/catalogue';
import { isProjected } from '../../state/projected';
import type { About } from './pictures';

export interface Choice {
  readonly ledger: string;
  readonly name: string;
  readonly measures: readonly About[];
}

/** By ledger in the order of the ledgers; targets and registers are given, not reported, and are not looked at here. */
export function choicesOf(board: Board): Choice[] {
  const { measures } = board.session.snapshot;
  const ids = new Map<string, string[]>();
  for (const id of measures.ids) {
    if (board.route.place.projector && !isProjected(id)) continue;
    const ledger = id.slice(0, id.indexOf('.'));
    ids.set(ledger, [...(ids.get(ledger) ?? []), id]);
  }
  return LEDGERS.flatMap((ledger): Choice[] => {
    const own = ids.get(ledger.id);
    if (!own || ledger.given) return [];
    const order = new Map(ledgerOf(ledger.id).measures.map((m, i) => [`${ledger.id}.${m.id}`, i]));
    const sorted = [...own].sort((a, b) => (order.get(a) ?? 1e6) - (order.get(b) ?? 1e6));
    return [{ ledger: ledger.id, name: locale.text(ledger.name), measures: sorted.map((id) => aboutOf(board, id)) }];
  });
}

export function aboutOf(board: Board, id: string): About {
  const def = board.measure(id);
  return {
    id,
    name: def ? locale.text(def.name) : id.slice(id.indexOf('.') + 1),
    unit: def?.unit ?? 'number',
    better: def?.better ?? 'neither',
  };
}
