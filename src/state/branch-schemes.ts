/** Star schemes to choose from: those the app carries, and a file of the user's. */
import type { Problem } from '../model/problem';
import { STAR_COLUMNS } from '../pipeline/branch-rate';
import { readStarScheme, type StarScheme } from '../scheme/stars';
import { starCatalogue } from '../score/stars';

/** The text of a star scheme's file, under the id the address names it by. */
export interface StarFile {
  readonly id: string;
  readonly text: string;
}

export interface StarOption {
  readonly id: string;
  /** Chinese and English, or one for both. */
  readonly title: { readonly zh: string; readonly en: string };
  /** Columns it names that the ledger does not have: it cannot be used. */
  readonly lacks: readonly string[];
  /** null where it lacks columns or has faults. */
  readonly stars: StarScheme | null;
  readonly problems: readonly Problem[];
}

/** The user's own file in the address; it is not kept beyond the page. */
export const FILE_ID = 'file';

/** Every column a text names, wherever it stands. */
const columnsIn = (text: string): string[] => [...new Set([...text.matchAll(/"branch\.([^"]+)"/g)].map((m) => m[1] ?? ''))];

function titleIn(text: string): { zh: string; en: string } {
  try {
    const { title } = JSON.parse(text.replace(/^\ufeff/, '')) as { title?: unknown };
    if (typeof title === 'string') return { zh: title, en: title };
    const { zh, en } = (title ?? {}) as { zh?: unknown; en?: unknown };
    if (typeof zh === 'string' && typeof en === 'string') return { zh, en };
  } catch {
    // No JSON: its faults say so.
  }
  return { zh: '', en: '' };
}

/** Reads a file as a choice. A scheme whose columns are lacking is read with them all the same, so that other faults are told. */
export function optionOf({ id, text }: StarFile): StarOption {
  const lacks = columnsIn(text).filter((c) => !STAR_COLUMNS.has(c));
  const { stars, problems } = readStarScheme(text, starCatalogue([...STAR_COLUMNS.keys(), ...lacks]));
  const errors = problems.filter((p) => p.level === 'error');
  return { id, title: titleIn(text), lacks, stars: lacks.length === 0 ? stars : null, problems: errors };
}
