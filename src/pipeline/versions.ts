/**
 * Versions: which accepted tables are one and the same table sent again. Nothing is overwritten; the newer stands
 * before the older until the older is restored.
 */
import { normaliseName } from '../model/unit';
import type { Names } from './names';
import type { Version } from './snapshot';
import type { Holding } from './warehouse';

/** What makes a table the same as another: the ledger, its periods, who sent it, and whom it speaks of. */
interface Face {
  readonly key: string;
  /** The one unit it speaks of, else the sender; '' = the city's own collection of several. */
  readonly sender: string;
  readonly members: ReadonlySet<string>;
}

/** By the table's journal entry. A further part of a table ('add') has no versions: it is none of what it was added to. */
export function versionsOf(holdings: readonly Holding[], names: Names): ReadonlyMap<number, Version> {
  const groups: { face: Face | null; seqs: number[] }[] = [];
  const bySeq = [...holdings].sort((a, b) => a.table.seq - b.table.seq);
  for (const holding of bySeq) {
    const face = holding.table.mode === 'add' ? null : faceOf(holding, names);
    const group = groups.find((g) => face && g.face && isSame(g.face, face));
    if (group) {
      group.seqs.push(holding.table.seq);
      group.face = face;
    } else groups.push({ face, seqs: [holding.table.seq] });
  }
  return new Map(
    groups.flatMap(({ seqs }) =>
      seqs.map((seq, i): [number, Version] => [seq, { n: i + 1, of: seqs.length, before: seqs[i - 1] ?? null }]),
    ),
  );
}

function faceOf({ table, ledger, rows }: Holding, names: Names): Face {
  const unitOf = (name: string): string => names.resolve(name) ?? normaliseName(name);
  const periods = [...new Set(rows.coverage.map((c) => c.period))].sort();
  const units = new Set(rows.coverage.map((c) => unitOf(c.name)));
  const [only] = units;
  const sender = units.size === 1 && only !== undefined ? only : table.reading.sender && unitOf(table.reading.sender);
  return { key: JSON.stringify([ledger.id, periods]), sender, members: rows.subjects ? new Set(rows.subjects) : units };
}

/** Two collections without a sender are one table where most of what they speak of is common to both. */
function isSame(a: Face, b: Face): boolean {
  if (a.key !== b.key || a.sender !== b.sender) return false;
  const common = [...a.members].filter((m) => b.members.has(m)).length;
  return common * 2 >= a.members.size + b.members.size - common;
}
