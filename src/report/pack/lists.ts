/** 成绩·问题·责任清单 (or 问题·任务·责任): items that live from period to period, with what was decided about them. */
import { taskSentence } from '../../findings/draft-unit';
import { isOverdue, listItems, type ListItem } from '../../findings/list-items';
import { daysFrom } from '../../model/calendar';
import { dateIn, figureIn, textIn, yesIn, type LedgerRow } from '../../model/ledger-row';
import type { IssueDecision } from '../../model/meeting';
import { asOf, comparePeriods, type CalendarDate } from '../../model/period';
import type { UnitId } from '../../model/unit';
import { snap } from '../../scheme';
import type { Desk } from './desk';
import { fitting } from './briefings';
import type { PackInput } from './input';
import { saidId } from './reader';
import type { Link, Paper, PaperCell, PaperTable, Section } from './paper';

/** So many items of a unit stand in the paper; all of them in the workbook. */
const SHOWN = 6;

/** A line of the list of problems: found by a rule, or sent in with the issue list. */
export interface IssueLine {
  /** Of an item found by a rule; null of a row that was sent in. */
  readonly item: ListItem | null;
  readonly number: string;
  readonly unit: UnitId;
  readonly link: Link | null;
  readonly problem: string;
  readonly source: string;
  /** 交办层级, a value of the ledger's list; '' where nobody said. */
  readonly assignedBy: string;
  readonly evidence: string;
  readonly steps: string;
  readonly responsible: string;
  readonly post: string;
  readonly deadline: CalendarDate | null;
  readonly first: string;
  readonly extensions: number;
  readonly progress: string;
  readonly closed: boolean;
  readonly closedOn: CalendarDate | null;
  readonly overdue: boolean;
  /** Points it costs; orders the lines of a unit. */
  readonly lost: number;
}

/** What was decided about an item by the end of a period. */
function decidedOf(issues: readonly IssueDecision[], item: ListItem) {
  const extended = issues.filter((d) => d.act === 'extend');
  return {
    deadline: extended.at(-1)?.day ?? item.deadline,
    extensions: extended.length,
    to: issues.filter((d) => d.act === 'handOver').at(-1)?.to ?? '',
    closedOn: issues.filter((d) => d.act === 'close').at(-1)?.day ?? null,
  };
}

/** Every line of the list, by unit in the papers' order. A row that was sent in under the number of an item says how it goes on; the figure says whether it is closed. */
export function issueLines(desk: PackInput): IssueLine[] {
  const { book, period, group, issues, rows, pen, words } = desk;
  const w = words.lists;
  const scores = book.at(period);
  const items = listItems(book, period, group, pen);
  const known = new Map(rows.map((row) => [`${row.unit} ${textIn(row, 'issue_number')}`, row]));
  const found = items.map((item): IssueLine => {
    const { f, names } = pen;
    const { at } = item;
    const write = (v: number): string => f.value(v, at.valueUnit);
    const decided = (issues.get(item.id) ?? []).filter((x) => comparePeriods(x.period, period) <= 0);
    const d = decidedOf(decided, item);
    const row = known.get(`${item.unit} ${item.number}`);
    const overdue = isOverdue(item, d.deadline, period);
    const said = row ? textIn(row, 'progress') : '';
    const progress = item.closedBy
      ? w.closedBy(write(item.closedBy.at.value))
      : [said || w.open, ...(overdue ? [w.overdue(f.brief(daysFrom(d.deadline, asOf(period))))] : [])].join('，');
    const remarks = [...(d.extensions > 0 ? [w.extended(f.brief(d.extensions))] : []), ...(d.to ? [w.handedOver(d.to)] : [])];
    return {
      ...{ item, number: item.number, unit: item.unit, link: { unit: item.unit, node: item.node.id } },
      problem: w.said(names.node(item.node), write(at.value), write(at.mean)),
      source: item.causes.map((c) => w.causes[c]).join('、'),
      assignedBy: 'city',
      evidence: w.figure(f.points(at.points), f.brief(at.full)),
      steps: (row && textIn(row, 'steps')) || stepsOf(desk, item, d.deadline),
      responsible: d.to || (row && textIn(row, 'responsible')) || w.body(names.unit(item.unit)),
      post: row ? textIn(row, 'leader_post') : '',
      deadline: d.deadline,
      first: f.period(item.first),
      extensions: d.extensions,
      progress: [progress, ...remarks].join('；'),
      closed: item.closedBy !== null,
      closedOn: item.closedBy ? (d.closedOn ?? asOf(item.closedBy.period)) : null,
      overdue,
      lost: snap(at.full - at.points),
    };
  });
  const numbers = new Set(items.map((i) => `${i.unit} ${i.number}`));
  const sent = rows
    .filter((row) => {
      const u = scores.indexOf(row.unit);
      const isMine = u >= 0 && (group === null || scores.groups[u] === group);
      return isMine && !numbers.has(`${row.unit} ${textIn(row, 'issue_number')}`);
    })
    .map((row) => sentLine(row, period));
  const place = (unit: UnitId): number => scores.indexOf(unit);
  return [...found, ...sent].sort(
    (a, b) => place(a.unit) - place(b.unit) || Number(a.closed) - Number(b.closed) || b.lost - a.lost,
  );
}

/** A row as it was sent in. */
function sentLine(row: LedgerRow, period: PackInput['period']): IssueLine {
  const deadline = dateIn(row, 'deadline');
  const closed = yesIn(row, 'closed');
  return {
    ...{ item: null, number: textIn(row, 'issue_number'), unit: row.unit, link: null },
    ...{ problem: textIn(row, 'issue'), source: textIn(row, 'source'), evidence: textIn(row, 'evidence') },
    assignedBy: textIn(row, 'assigned_by'),
    ...{ steps: textIn(row, 'steps'), responsible: textIn(row, 'responsible'), post: textIn(row, 'leader_post') },
    ...{ deadline, first: textIn(row, 'first_listed'), extensions: figureIn(row, 'extensions') ?? 0 },
    ...{ progress: textIn(row, 'progress'), closed, closedOn: dateIn(row, 'closed_on') },
    overdue: !closed && deadline !== null && deadline < asOf(period),
    lost: 0,
  };
}

/** 整改措施: the task of the briefing about the same leaf where there is one, as it reads there; else what has to be reached. */
function stepsOf({ pen, said, group }: PackInput, { unit, node, at }: ListItem, by: CalendarDate): string {
  return said.get(saidId(`${unit}/task/${node.id}`, group))?.text || taskSentence(at, 0, by, pen).text;
}

const cell = (text: string): PaperCell => ({ text });

/** The list of problems as far as a paper holds it. */
function problemTable(desk: Desk, lines: readonly IssueLine[]): PaperTable {
  const { words, pen } = desk;
  const w = words.lists;
  const shown = firstOfEach(lines);
  const heads = [
    [w.no, 1, 'center'],
    [w.unit, 2, 'left'],
    [w.problem, 5, 'left'],
    [w.source, 2, 'left'],
    [w.evidence, 3, 'left'],
    [w.steps, 5, 'left'],
    [w.deadline, 2, 'center'],
    [w.progress, 3, 'left'],
    [w.closed, 1, 'center'],
  ] as const;
  return {
    title: '',
    columns: heads.map(([title, width, align]) => ({ title, width, align })),
    rows: shown.map((l, i) => [
      cell(String(i + 1)),
      cell(pen.names.unit(l.unit)),
      { text: l.problem, ...(l.link ? { link: l.link } : {}) },
      ...[l.source, l.evidence, l.steps, l.deadline ? pen.f.date(l.deadline) : '', l.progress].map(cell),
      cell(l.closed ? w.yes : w.noClosed),
    ]),
    notes: lines.length > shown.length ? [w.rest(pen.f.brief(lines.length - shown.length))] : [],
  };
}

function firstOfEach(lines: readonly IssueLine[]): IssueLine[] {
  const count = new Map<UnitId, number>();
  return lines.filter((l) => {
    const n = count.get(l.unit) ?? 0;
    count.set(l.unit, n + 1);
    return n < SHOWN;
  });
}

/** Who answers for what by when. */
function dutyTable({ words, pen }: Desk, lines: readonly IssueLine[]): PaperTable {
  const w = words.lists;
  return {
    title: '',
    columns: [
      { title: w.no, width: 1, align: 'center' },
      { title: w.unit, width: 2, align: 'left' },
      { title: w.number, width: 2, align: 'center' },
      { title: w.problem, width: 5, align: 'left' },
      { title: w.responsible, width: 4, align: 'left' },
      { title: w.post, width: 3, align: 'left' },
      { title: w.deadline, width: 3, align: 'center' },
    ],
    rows: firstOfEach(lines.filter((l) => !l.closed)).map((l, i) =>
      [
        ...[String(i + 1), pen.names.unit(l.unit), l.number, l.problem, l.responsible, l.post],
        l.deadline ? pen.f.date(l.deadline) : '',
      ].map(cell),
    ),
    notes: [],
  };
}

/** 成绩清单 or 任务清单: the sentences of the briefings. */
function sentenceTable(desk: Desk, part: 'strengths' | 'tasks'): PaperTable {
  const { words, pen, reader, units } = desk;
  const w = words.lists;
  const rows = units.flatMap((draft) =>
    reader
      .read(fitting(draft, desk)[part])
      .map((s): PaperCell[] => [cell(pen.names.unit(draft.unit)), { text: s.text, ...(s.links[0] ? { link: s.links[0] } : {}) }]),
  );
  return {
    title: '',
    columns: [
      { title: w.no, width: 1, align: 'center' },
      { title: w.unit, width: 3, align: 'left' },
      { title: part === 'tasks' ? w.task : w.achievement, width: 16, align: 'left' },
    ],
    rows: rows.map((row, i) => [cell(String(i + 1)), ...row]),
    notes: [],
  };
}

export function listsOf(desk: Desk): Paper {
  const { words, pen, period, choice } = desk;
  const w = words.lists;
  const when = pen.f.period(period);
  const lines = issueLines(desk);
  const section = (title: string, table: PaperTable): Section => ({
    ...{ title, subtitle: '', annex: '', orientation: 'landscape' },
    blocks: table.rows.length > 0 ? [{ kind: 'table', table }] : [{ kind: 'text', text: w.none, look: 'body' }],
  });
  const problems = section(w.problems(when), problemTable(desk, lines));
  const duties = section(w.duties(when), dutyTable(desk, lines));
  return {
    kind: 'lists',
    name: words.file(words.names.lists, when),
    sections:
      choice.lists === 'achievements'
        ? [section(w.achievements(when), sentenceTable(desk, 'strengths')), problems, duties]
        : [problems, section(w.tasks(when), sentenceTable(desk, 'tasks')), duties],
  };
}
