/** What must be said beside the points of a period: the score's flags, one line per indicator and kind. */
import type { Messages } from '../../i18n/zh-CN';
import type { Board } from '../../state/board.svelte';
import type { NodeInfo } from '../../score';

export interface FlagNote {
  readonly node: NodeInfo;
  readonly code: keyof Messages['flag'];
  /** The counties on show it holds for; empty: for all of them. */
  readonly names: readonly string[];
}

export function flagNotes(board: Board): FlagNote[] {
  const { book, scores, standings } = board;
  if (!book || !scores) return [];
  const shown = new Map(standings.map((s) => [s.unit, s.name]));
  const groups = new Map<string, { node: NodeInfo; code: FlagNote['code']; names: string[] }>();
  for (const { code, node: index, unit } of scores.flags) {
    const [node, name] = [book.nodes[index], shown.get(unit)];
    if (!node || name === undefined) continue;
    const key = `${code} ${index}`;
    const group = groups.get(key) ?? { node, code, names: [] };
    group.names.push(name);
    groups.set(key, group);
  }
  return [...groups.values()].map((g) => (g.names.length === shown.size ? { ...g, names: [] } : g));
}
