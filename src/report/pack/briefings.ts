/** 点评, a page for each county, and 主持词: the same sentences read aloud. */
import { MOST, type UnitDraft } from '../../findings/draft-unit';
import type { Drafted } from '../../findings/draft';
import { wordCount } from './duty-report';
import { paragraphLines } from './paper-lines';
import { saidId } from './reader';
import type { Desk } from './desk';
import type { Block, Paper, Section } from './paper';

/** A page of 点评 has 200 to 300 characters … */
const LONGEST = 300;
/** … and, with its title and a picture, room for so many lines. */
const LINES = 14;
/** No part is cut below this. */
const FEWEST = 2;

/** A unit's sentences as they read, as many as fit a page: the third strength gives way first, then the third problem, then the third task. */
export function fitting(
  draft: UnitDraft,
  { said, group }: Pick<Desk, 'said' | 'group'>,
): Pick<UnitDraft, 'strengths' | 'problems' | 'tasks'> {
  const cut = (strengths: number, problems: number, tasks: number) => ({
    strengths: draft.strengths.slice(0, strengths),
    problems: draft.problems.slice(0, problems),
    tasks: draft.tasks.slice(0, tasks),
  });
  const textOf = (s: Drafted): string => said.get(saidId(s.id, group))?.text ?? s.text;
  const fits = (c: ReturnType<typeof cut>): boolean => {
    const parts = [[draft.standing], c.strengths, c.problems, c.tasks].map((p) => p.map(textOf).join(''));
    const size = parts.reduce((n, text) => n + wordCount(text), 0);
    return size <= LONGEST && parts.reduce((n, text, i) => n + paragraphLines(text, i === 0 ? 0 : LEAD), 0) <= LINES;
  };
  const tries = [cut(MOST, MOST, MOST), cut(FEWEST, MOST, MOST), cut(FEWEST, FEWEST, MOST)];
  return tries.find(fits) ?? cut(FEWEST, FEWEST, FEWEST);
}

/** Characters of `一、主要成绩。` before the sentences of a part. */
const LEAD = 7;

/** A part of the page as one paragraph that begins with its heading; or the words for none. */
function part(desk: Desk, n: number, title: string, drafts: readonly Drafted[], none: string): Block[] {
  const { words: w, reader } = desk;
  const sentences = reader.read(drafts);
  const lead = w.runIn(w.numbered(1, n, title));
  return sentences.length > 0 ? [{ kind: 'sentences', lead, sentences }] : [{ kind: 'text', text: lead + none, look: 'body' }];
}

export function briefingsOf(desk: Desk): Paper {
  const { words: w, pen, period } = desk;
  const sections = desk.units.map((draft): Section => {
    const { strengths, problems, tasks } = fitting(draft, desk);
    const scene = desk.unitPicture(draft.unit, 'paper');
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
