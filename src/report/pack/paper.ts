/**
 * The content of the meeting pack 会议材料: papers of sections of blocks, and slides. One model, drawn as a page, as docx, as
 * pptx and on paper; whoever draws it adds no word of its own but page numbers.
 */
import type { Scene } from '../../charts/scene';
import type { Link } from '../../findings/draft';
import type { Period } from '../../model/period';
import type { UnitId } from '../../model/unit';

export type { Link } from '../../findings/draft';

/**
 * pending 待核: as the rules wrote it, nobody has said yes. accepted: somebody did, and its figures are still the same.
 * stale: its figures changed since somebody accepted or wrote it.
 */
export type SentenceState = 'pending' | 'accepted' | 'stale';

/** A drafted sentence. None is without a number it can be held against. */
export interface Sentence {
  /** The same whatever its figures are, so that what was said of it holds when the tables come again. */
  readonly id: string;
  /** As it is printed: drafted, or as somebody wrote it. */
  readonly text: string;
  /** As the rules write it from today's figures. */
  readonly drafted: string;
  readonly edited: boolean;
  readonly state: SentenceState;
  /** At least one. */
  readonly links: readonly Link[];
}

export interface PaperCell {
  readonly text: string;
  readonly link?: Link;
  readonly bold?: boolean;
}

export interface PaperColumn {
  readonly title: string;
  /** Its part of the table's width; the parts need not add up to anything. */
  readonly width: number;
  readonly align: 'left' | 'right' | 'center';
}

export interface PaperTable {
  /** Above the table, centred; '' where the section's title says it. */
  readonly title: string;
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly (readonly PaperCell[])[];
  /** Below it, small. */
  readonly notes: readonly string[];
}

export type Block =
  /** 一、 · （一） · 1. · （1）: the number is part of the text. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  /** Wording that holds no figure. `to`: flush left, as whom it goes to; `blank`: left to be filled in by hand. */
  | { readonly kind: 'text'; readonly text: string; readonly look: 'body' | 'to' | 'blank' }
  /** One paragraph of drafted sentences; `lead` stands before them, as `一是`. */
  | { readonly kind: 'sentences'; readonly lead: string; readonly sentences: readonly Sentence[] }
  | { readonly kind: 'table'; readonly table: PaperTable }
  /** `share`: of the type area's width. */
  | { readonly kind: 'picture'; readonly scene: Scene; readonly share: number }
  /** 附件：1. … 2. …, at the end of the body; `lead` is the word before them. */
  | { readonly kind: 'attachments'; readonly lead: string; readonly titles: readonly string[] }
  /** Who signs, and the date below it, both as written: four characters from the right. */
  | { readonly kind: 'signature'; readonly by: string; readonly date: string }
  | { readonly kind: 'pageBreak' };

/** Begins on a page of its own, with its own title. */
export interface Section {
  readonly title: string;
  /** Below the title, centred, as a document number. */
  readonly subtitle: string;
  /** `附件1` at the top left of its first page; '' where it is none. */
  readonly annex: string;
  readonly orientation: 'portrait' | 'landscape';
  readonly blocks: readonly Block[];
}

export const PAPER_KINDS = [
  ...(['cover', 'bulletin', 'briefings', 'speech', 'digest', 'lists', 'rules', 'notice'] as const),
] as const;
/** 封面议程 · 通报 · 点评 · 主持词 · 领导参阅件 · 清单 · 考核细则 · 催报通知. */
export type PaperKind = (typeof PAPER_KINDS)[number];

export interface Paper {
  readonly kind: PaperKind;
  /** Of its file, without ending. */
  readonly name: string;
  readonly sections: readonly Section[];
}

export const SLIDE_KINDS = ['title', 'finding', 'unit', 'end'] as const;

/** One slide: what it says in a line, a few sentences, and at most one table or picture beside them. */
export interface Slide {
  readonly id: string;
  readonly kind: (typeof SLIDE_KINDS)[number];
  /** Of a slide about one unit. */
  readonly unit: UnitId | null;
  readonly title: string;
  readonly sentences: readonly Sentence[];
  readonly table: PaperTable | null;
  readonly scene: Scene | null;
  /** What the presenter reads and the room does not see. */
  readonly notes: readonly Sentence[];
}

/** What every paper bears at its edge. All of it is text in the language of the pack. */
export interface Imprint {
  /** At the top of every page: 内部资料·注意保存 or 工作草稿; '' for none. */
  readonly mark: string;
  /** 草稿 while a sentence is not accepted; ''. */
  readonly draft: string;
  /** At the foot: scheme, version, and the seal's hash where there is one. */
  readonly foot: string;
  /** Times inside the files, ISO 8601: the seal's, else the day of the export. */
  readonly at: string;
}

export interface Pack {
  readonly period: Period;
  readonly title: string;
  readonly imprint: Imprint;
  readonly papers: readonly Paper[];
  readonly slides: readonly Slide[];
  /** Sentences that nobody has accepted, or that are stale. */
  readonly pending: number;
  /** Sentences that somebody left out; in no paper. */
  readonly out: readonly Sentence[];
  /** By sentence: the print of the figures it rests on today. */
  readonly facts: ReadonlyMap<string, string>;
}

/** Every sentence of a pack once, in the order in which they are read. */
export function sentencesOf({ papers, slides }: Pick<Pack, 'papers' | 'slides'>): Sentence[] {
  const all = new Map<string, Sentence>();
  for (const block of papers.flatMap((p) => p.sections.flatMap((s) => s.blocks)))
    if (block.kind === 'sentences') for (const s of block.sentences) all.set(s.id, s);
  for (const slide of slides) for (const s of [...slide.sentences, ...slide.notes]) all.set(s.id, s);
  return [...all.values()];
}
