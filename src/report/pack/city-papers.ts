/** The papers about the whole city: 封面, 通报 with its annexes, 领导参阅件, 考核细则, 催报通知. */
import type { Drafted } from '../../findings/draft';
import type { Notice } from '../notice';
import type { Desk } from './desk';
import type { Block, Paper, Section } from './paper';
import { paragraphLines } from './paper-lines';
import { indicatorSections, rankingSections } from './tables';

const body = (text: string): Block => ({ kind: 'text', text, look: 'body' });

/** One paper of one upright section. */
const plain = (kind: Paper['kind'], name: string, title: string, blocks: readonly Block[]): Paper => ({
  ...{ kind, name },
  sections: [{ title, subtitle: '', annex: '', orientation: 'portrait', blocks }],
});

export function coverOf({ words: w, pen, period, choice }: Desk, papers: readonly Paper[]): Paper {
  const c = w.cover;
  const title = c.title(pen.f.period(period), w.meetings[choice.meeting]);
  const lines = (items: readonly string[]): Block[] => items.map((item, i) => body(w.numbered(3, i + 1, item)));
  return plain('cover', w.file(w.names.cover, pen.f.period(period)), title, [
    body(c.when(choice.date ? pen.f.date(choice.date) : '')),
    body(c.where(choice.place)),
    { kind: 'text', text: c.chair, look: 'blank' },
    { kind: 'heading', level: 1, text: w.numbered(1, 1, c.agenda) },
    ...lines(c.items[choice.meeting]),
    { kind: 'heading', level: 1, text: w.numbered(1, 2, c.contents) },
    ...lines(papers.map((p) => w.names[p.kind])),
  ]);
}

/** Sentences one a paragraph, each with 一是, 二是 before it. */
const points = ({ reader, words: w }: Desk, drafts: readonly Drafted[]): Block[] =>
  reader.read(drafts).map((s, i): Block => ({ kind: 'sentences', lead: w.point(i + 1), sentences: [s] }));

export function bulletinOf(desk: Desk): Paper {
  const { words: w, pen, period, choice, city, reader } = desk;
  const b = w.bulletin;
  const when = pen.f.period(period);
  const head = (n: number, text: string): Block => ({ kind: 'heading', level: 1, text: w.numbered(1, n, text) });
  const sections = city.sections
    .map((s) => ({ title: pen.names.node(s.node), sentences: reader.read(s.sentences) }))
    .filter((s) => s.sentences.length > 0);
  const problems = points(desk, city.problems);
  const annexes: Section[] = [...rankingSections(desk), ...indicatorSections(desk)];
  const blocks: Block[] = [
    { kind: 'text', text: b.to, look: 'to' },
    body(b.intro(when)),
    head(1, b.overall),
    { kind: 'sentences', lead: '', sentences: reader.read(city.overall) },
    { kind: 'sentences', lead: '', sentences: reader.read(city.moves) },
    head(2, b.sections),
    ...sections.flatMap(({ title, sentences }, i): Block[] => [
      { kind: 'heading', level: 2, text: w.numbered(2, i + 1, title) },
      { kind: 'sentences', lead: '', sentences },
    ]),
    head(3, b.problems),
    ...(problems.length > 0 ? problems : [body(b.noProblems)]),
    head(4, b.tasks),
    ...points(desk, city.tasks),
    body(b.closing),
    { kind: 'attachments', lead: w.attachments, titles: annexes.map((s) => s.title) },
    { kind: 'signature', by: choice.signer || b.signer, date: choice.date ? pen.f.date(choice.date) : b.day },
  ];
  return {
    kind: 'bulletin',
    name: w.file(w.names.bulletin, when),
    sections: [
      {
        title: b.title(when),
        subtitle: choice.number || b.number,
        ...{ annex: '', orientation: 'portrait' },
        blocks: blocks.filter((x) => x.kind !== 'sentences' || x.sentences.length > 0),
      },
      ...annexes.map((s, i) => ({ ...s, annex: w.annex(i + 1) })),
    ],
  };
}

/** Lines of the digest besides its title and headings: it is one page. */
const DIGEST = 16;

/** One page for a leader: the order, what moved, what to watch, what is advised; as many of each as the page holds. */
export function digestOf(desk: Desk): Paper {
  const { words: w, pen, period, city, reader } = desk;
  const d = w.digest;
  const parts: readonly (readonly [string, readonly Drafted[]])[] = [
    [d.overall, [...city.overall.slice(0, 2), ...city.moves]],
    [d.attention, city.problems],
    [d.advice, city.tasks],
  ];
  // Each part gets its first sentence, then all get one more in turn while there is room.
  const taken = parts.map(() => 0);
  const lines = (): number =>
    parts.reduce(
      (n, [, all], i) =>
        n +
        paragraphLines(
          all
            .slice(0, taken[i])
            .map((s) => s.text)
            .join(''),
        ),
      0,
    );
  for (let more = true; more;) {
    more = false;
    for (const [i, [, all]] of parts.entries()) {
      if ((taken[i] ?? 0) >= all.length) continue;
      taken[i] = (taken[i] ?? 0) + 1;
      if (lines() <= DIGEST) more = true;
      else taken[i] -= 1;
    }
  }
  const blocks = parts.flatMap(([title, all], i): Block[] => {
    const sentences = reader.read(all.slice(0, taken[i]));
    if (sentences.length === 0) return [];
    return [
      { kind: 'heading', level: 1, text: w.numbered(1, i + 1, title) },
      { kind: 'sentences', lead: '', sentences },
    ];
  });
  return plain('digest', w.file(w.names.digest, pen.f.period(period)), d.title(pen.f.period(period)), blocks);
}

export function rulesOf({ words: w, pen, period, rules, schemeTitle }: Desk): Paper {
  return {
    kind: 'rules',
    name: w.file(w.names.rules, pen.f.period(period)),
    sections: [
      {
        title: w.rules.title(schemeTitle),
        ...{ subtitle: '', annex: '', orientation: 'landscape' },
        blocks: [
          { kind: 'table', table: rules.table },
          { kind: 'heading', level: 1, text: w.rules.more },
          ...rules.more.flatMap(([title, said]): Block[] => said.map((text, i) => body(i === 0 ? `${title}：${text}` : text))),
        ],
      },
    ],
  };
}

export function noticeOf(n: Notice, { words: w, pen, period }: Desk): Paper {
  const [unit = '', ledger = '', of = '', deadline = '', late = ''] = n.head;
  const columns = [
    { title: unit, width: 3, align: 'left' as const },
    { title: ledger, width: 5, align: 'left' as const },
    { title: of, width: 3, align: 'center' as const },
    { title: deadline, width: 3, align: 'center' as const },
    { title: late, width: 2, align: 'right' as const },
  ];
  const rows = n.lines.map((l) => [l.unit, l.ledger, l.period, l.deadline, l.late].map((text) => ({ text })));
  return {
    kind: 'notice',
    name: w.file(w.names.notice, pen.f.period(period)),
    sections: [
      {
        ...{ title: n.title, subtitle: n.number, annex: '', orientation: 'portrait' },
        blocks: [
          { kind: 'text', text: n.to, look: 'to' },
          ...[n.body, ...n.points, n.contact].map(body),
          { kind: 'attachments', lead: w.attachments, titles: [n.annexTitle] },
          { kind: 'signature', by: n.signature, date: n.date },
        ],
      },
      {
        ...{ title: n.annexTitle, subtitle: '', annex: n.annex, orientation: 'portrait' },
        blocks: [{ kind: 'table', table: { title: '', columns, rows, notes: [] } }],
      },
    ],
  };
}
