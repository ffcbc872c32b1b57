/** What the forms are worded with: the pen's words, and what there is to choose from in the scheme, the roster and the ledgers. */
import type { Scheme } from '../../scheme';
import type { Board } from '../../state/board.svelte';
import { LEDGERS, MEASURES } from '../../state/catalogue';
import type { FormWords } from './field';
import { linesOf, type Pen } from './writing';

/** @param loaded measures of what is loaded, for tables whose rows name their measures. */
export function formWords(scheme: Scheme, pen: Pen, loaded: readonly string[] = [], peers: readonly string[] = []): FormWords {
  const lang = pen.f.locale === 'en' ? 'en' : 'zh';
  const measures = LEDGERS.map((ledger) => {
    const own = ledger.measures.map((m) => `${ledger.id}.${m.id}`);
    const more = ledger.named ? loaded.filter((id) => id.startsWith(`${ledger.id}.`)) : [];
    const ids = [...new Set([...own, ...more])].filter((id) => MEASURES.get(id)?.scored);
    return { label: ledger.name[lang], ids };
  }).filter((g) => g.ids.length > 0);
  return {
    w: pen.own,
    rules: pen.words,
    unitOf: (id) => pen.unitOf(id),
    measure: (id) => pen.f.measure(id),
    measures,
    named: LEDGERS.flatMap((l) => (l.named ? [[l.id, l.name[lang]] as const] : [])),
    nodes: linesOf(scheme, pen).map(({ node }) => [node.id, pen.title(node.title)]),
    grades: (scheme.grades?.lines ?? []).map((l) => [l.grade, l.title === undefined ? l.grade : pen.title(l.title)]),
    peers,
  };
}

export const formWordsOf = (board: Board, scheme: Scheme, pen: Pen): FormWords =>
  formWords(scheme, pen, board.book?.measures.ids ?? [], board.groups);
