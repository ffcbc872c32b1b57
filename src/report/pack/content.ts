/** The content of a pack as a seal holds it: what is printed, without pictures, which are drawn again from the same figures. */
import type { PackContent } from '../../model/pack-content';
import type { CalendarDate } from '../../model/period';
import type { Block, Pack, PaperTable } from './paper';

const tableText = (t: PaperTable): string[][] => [
  t.columns.map((c) => c.title),
  ...t.rows.map((row) => row.map((cell) => cell.text)),
];

function blockText(block: Block): unknown {
  switch (block.kind) {
    case 'sentences':
      return { lead: block.lead, sentences: block.sentences.map((s) => s.id) };
    case 'table':
      return { table: tableText(block.table), notes: block.table.notes };
    case 'picture':
      return { picture: block.scene.title };
    default:
      return block;
  }
}

/** Sentences by id with their texts, papers and slides as text. Plain JSON. */
export function contentOf(pack: Pack, day: CalendarDate): PackContent {
  const sentences: Record<string, string> = {};
  for (const paper of pack.papers)
    for (const section of paper.sections)
      for (const block of section.blocks)
        if (block.kind === 'sentences') for (const s of block.sentences) sentences[s.id] = s.text;
  for (const slide of pack.slides) for (const s of [...slide.sentences, ...slide.notes]) sentences[s.id] = s.text;
  return {
    title: pack.title,
    day,
    mark: pack.imprint.mark,
    sentences,
    papers: pack.papers.map((p) => ({
      kind: p.kind,
      sections: p.sections.map((s) => ({ title: s.title, subtitle: s.subtitle, blocks: s.blocks.map(blockText) })),
    })),
    slides: pack.slides.map((s) => ({
      ...{ id: s.id, title: s.title, sentences: s.sentences.map((x) => x.id), notes: s.notes.map((x) => x.id) },
      table: s.table ? tableText(s.table) : null,
    })),
  };
}
