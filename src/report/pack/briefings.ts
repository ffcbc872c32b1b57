/** 点评, a page for each county, and 主持词: the same sentences read aloud. */
import { MOST, type UnitDraft } from '../../findings/draft-unit';
import type { Drafted } from '../../findings/draft';
import { wordCount } from './duty-report';
import type { Desk } from './desk';
import type { Block, Paper, Section } from './paper';

/** A page of 点评 has 200 to 300 characters. */
const LONGEST = 300;
/** No part is cut below this. */
const FEWEST = 2;

/** A unit's sentences as many as fit a page: the third strength gives way first, then the third problem. */
export function fitting(draft: UnitDraft): Pick<UnitDraft, 'strengths' | 'problems' | 'tasks'> {
  const cut = (strengths: number, problems: number, tasks: number) => ({
    strengths: draft.strengths.slice(0, strengths),
    problems: draft.problems.slice(0, problems),
    tasks: draft.tasks.slice(0, tasks),
  });
  const size = (c: ReturnType<typeof cut>): number =>
    [draft.standing, ...c.strengths, ...c.problems, ...c.tasks].reduce((n, s) => n + wordCount(s.text), 0);
  const tries = [cut(MOST, MOST, MOST), cut(FEWEST, MOST, MOST), cut(FEWEST, FEWEST, MOST)];
  return tries.find((c) => size(c) <= LONGEST) ?? cut(FEWEST, FEWEST, FEWEST);
}

/** A heading, and below it the sentences one a paragraph, numbered where there are several; or the words for none. */
function part(desk: Desk, n: number, title: string, drafts: readonly Drafted[], none: string): Block[] {
  const { words: w, reader } = desk;
  const sentences = reader.read(drafts);
  const many = sentences.length > 1;
  return [
    { kind: 'heading', level: 1, text: w.numbered(1, n, title) },
    ...sentences.map((s, i): Block => ({ kind: 'sentences', lead: many ? w.point(i + 1) : '', sentences: [s] })),
    ...(sentences.length === 0 ? [{ kind: 'text', text: none, look: 'body' } satisfies Block] : []),
  ];
}

export function briefingsOf(desk: Desk): Paper {
  const { words: w, pen, period } = desk;
  const sections = desk.units.map((draft): Section => {
    const { strengths, problems, tasks } = fitting(draft);
    const scene = desk.unitPicture(draft.unit);
    return {
      title: w.briefing.title(pen.names.unit(draft.unit), pen.f.period(period)),
      ...{ subtitle: '', annex: '', orientation: 'portrait' },
      blocks: [
        { kind: 'sentences', lead: '', sentences: desk.reader.read([draft.standing]) },
        ...part(desk, 1, w.briefing.strengths, strengths, w.briefing.none),
        ...part(desk, 2, w.briefing.problems, problems, w.briefing.noProblems),
        ...(tasks.length > 0 ? part(desk, 3, w.briefing.tasks, tasks, '') : []),
        ...(scene ? [{ kind: 'picture', scene, share: 1 } satisfies Block] : []),
      ],
    };
  });
  return { kind: 'briefings', name: w.file(w.names.briefings, pen.f.period(period)), sections };
}

/** Three to five lines a county: where it stands, its first strength, its first problems, what comes first. */
export const linesOf = (draft: UnitDraft): readonly Drafted[] => [
  draft.standing,
  ...draft.strengths.slice(0, 1),
  ...draft.problems.slice(0, FEWEST),
  ...draft.tasks.slice(0, 1),
];

export function speechOf(desk: Desk): Paper {
  const { words: w, pen, period, choice, reader, city } = desk;
  const text = (text: string): Block => ({ kind: 'text', text, look: 'body' });
  const heading = (level: 1 | 2, n: number, title: string): Block => ({
    kind: 'heading',
    level,
    text: w.numbered(level, n, title),
  });
  const blocks: Block[] = [
    heading(1, 1, w.speech.opening),
    text(w.speech.open),
    text(w.speech.agenda),
    ...w.cover.items[choice.meeting].map((item, i) => text(w.numbered(3, i + 1, item))),
    heading(1, 2, w.speech.points),
    ...desk.units.flatMap((draft, i): Block[] => [
      heading(2, i + 1, pen.names.unit(draft.unit)),
      { kind: 'sentences', lead: '', sentences: reader.read(linesOf(draft)) },
    ]),
    heading(1, 3, w.speech.close),
    { kind: 'sentences', lead: '', sentences: reader.read(city.overall.slice(0, 2)) },
    ...reader.read(city.tasks).map((s, i): Block => ({ kind: 'sentences', lead: w.point(i + 1), sentences: [s] })),
    text(w.speech.end),
  ];
  const title = w.speech.title(pen.f.period(period), w.meetings[choice.meeting]);
  return {
    kind: 'speech',
    name: w.file(w.names.speech, pen.f.period(period)),
    sections: [{ title, subtitle: '', annex: '', orientation: 'portrait', blocks }],
  };
}
