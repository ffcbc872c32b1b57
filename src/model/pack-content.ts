/** What the papers of a meeting say, as a seal holds it: plain JSON, of which a later pack shows its differences. */
import type { CalendarDate } from './period';

export interface PackContent {
  readonly title: string;
  /** The day on which it says what is owed. */
  readonly day: CalendarDate;
  readonly mark: string;
  /** By sentence. */
  readonly sentences: Readonly<Record<string, string>>;
  /** By kind of paper; blocks as they are printed. */
  readonly papers: readonly {
    readonly kind: string;
    readonly sections: readonly { readonly title: string; readonly subtitle: string; readonly blocks: readonly unknown[] }[];
  }[];
  readonly slides: readonly unknown[];
}

/** How a pack differs from the one that was sealed. */
export interface ContentDifferences {
  /** Sentences that read otherwise, are gone (now null) or new (sealed null). */
  readonly sentences: readonly { readonly id: string; readonly sealed: string | null; readonly now: string | null }[];
  /** Kinds of papers whose tables or wording differ; `slides`, and `title` for what stands on all of them. */
  readonly papers: readonly string[];
}

export function contentDifferences(sealed: PackContent, now: PackContent): ContentDifferences {
  const ids = [...new Set([...Object.keys(sealed.sentences), ...Object.keys(now.sentences)])];
  const kinds = [...new Set([...sealed.papers, ...now.papers].map((p) => p.kind))];
  const of = (content: PackContent, kind: string): string => JSON.stringify(content.papers.find((p) => p.kind === kind) ?? null);
  return {
    sentences: ids
      .map((id) => ({ id, sealed: sealed.sentences[id] ?? null, now: now.sentences[id] ?? null }))
      .filter((s) => s.sealed !== s.now),
    papers: [
      ...kinds.filter((kind) => of(sealed, kind) !== of(now, kind)),
      ...(JSON.stringify(sealed.slides) === JSON.stringify(now.slides) ? [] : ['slides']),
      ...(sealed.title === now.title && sealed.mark === now.mark ? [] : ['title']),
    ],
  };
}
