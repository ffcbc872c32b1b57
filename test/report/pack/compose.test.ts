/** The meeting pack of an invented city: what is in it, what people say of its sentences, its lists, and what never stands on it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listItems } from '../../../src/findings/list-items';
import { ledgerOf } from '../../../src/ledgers';
import type { LedgerRow } from '../../../src/model/ledger-row';
import type { IssueDecision, SentenceSaid } from '../../../src/model/meeting';
import type { CalendarDate } from '../../../src/model/period';
import { packOf, sentencesOf } from '../../../src/report/pack/compose';
import { issueCsv } from '../../../src/report/pack/issue-csv';
import { issueLines } from '../../../src/report/pack/lists';
import { inOrder } from '../../../src/report/pack/tables';
import type { Block, Pack, PaperKind, Sentence } from '../../../src/report/pack/paper';
import { Reader } from '../../../src/report/pack/reader';
import { measuresIn } from '../../../src/scheme';
import { isProjected } from '../../../src/state/projected';
import { load } from '../../ingest/support';
import { id, leaf, p, scheme, section } from '../../score/city';
import {
  bookOf, cityBook, figures, groupsOf, inputOf, nameOf, printed, Q1, Q2, SCHEME, tableOf, tableTexts, textsOf, TREE, UNITS,
} from './papers-city'; // prettier-ignore

const Q3 = p('2026Q3');
const pack = packOf(inputOf());
const said = (...all: SentenceSaid[]): ReadonlyMap<string, SentenceSaid> => new Map(all.map((s) => [s.id, s]));
const paper = (of: Pack, kind: PaperKind) => of.papers.find((x) => x.kind === kind)!;
const blocksOf = (of: Pack, kind: PaperKind): Block[] => paper(of, kind).sections.flatMap((s) => [...s.blocks]);
const textOfPaper = (of: Pack, kind: PaperKind): string =>
  [...paper(of, kind).sections.map((s) => s.title), ...blocksOf(of, kind).flatMap(textsOf)].join('\n');
const acceptAll = (of: Pack): ReadonlyMap<string, SentenceSaid> =>
  said(...[...of.facts].map(([key, facts]) => ({ id: key, text: null, facts })));

describe('Reader', () => {
  const draft = { id: 'a/standing', text: '甲。', links: [{ unit: id('a'), node: '' }], facts: '1|2' };
  const read = (what: SentenceSaid | null, facts = '1|2'): [Reader, Sentence | undefined] => {
    const reader = new Reader(what ? said(what) : said());
    return [reader, reader.read([{ ...draft, facts, text: facts === '1|2' ? '甲。' : '乙。' }])[0]];
  };

  test('what nobody said anything of is pending', () => {
    expect(read(null)[1]).toEqual({
      ...{ id: draft.id, text: '甲。', drafted: '甲。', edited: false, state: 'pending' },
      links: draft.links,
    });
  });

  test('accepted, it stays so as long as its figures do; other figures make it stale, and it reads as they say', () => {
    const yes = { id: draft.id, text: null, facts: '1|2' };
    expect(read(yes)[1]).toMatchObject({ text: '甲。', edited: false, state: 'accepted' });
    expect(read(yes, '1|3')[1]).toMatchObject({ text: '乙。', edited: false, state: 'stale' });
  });

  test('a text somebody wrote is kept when the figures change, beside what the rules write now', () => {
    const own = { id: draft.id, text: '改写。', facts: '1|2' };
    expect(read(own)[1]).toMatchObject({ text: '改写。', drafted: '甲。', edited: true, state: 'accepted' });
    expect(read(own, '1|3')[1]).toMatchObject({ text: '改写。', drafted: '乙。', edited: true, state: 'stale' });
  });

  test('left out it is in no paper but kept aside; said yes to again it is back', () => {
    const [reader, gone] = read({ id: draft.id, text: '', facts: '1|2' });
    expect(gone).toBeUndefined();
    expect(reader.out.map((s) => [s.id, s.text])).toEqual([[draft.id, '甲。']]);
    const [again, back] = read({ id: draft.id, text: null, facts: '1|2' });
    expect([again.out, back?.state]).toEqual([[], 'accepted']);
  });

  test('keeps the print of today’s figures of every sentence, left out or not', () => {
    expect([...read({ id: draft.id, text: '', facts: 'old' })[0].facts]).toEqual([[draft.id, '1|2']]);
  });
});

describe('packOf()', () => {
  test('gives the same pack for the same input', () => {
    expect(packOf(inputOf())).toEqual(pack);
    expect(JSON.stringify(packOf(inputOf({ locale: 'en' })))).toBe(JSON.stringify(packOf(inputOf({ locale: 'en' }))));
  });

  test('has every paper once, the cover first, and a notice only where something is owed', () => {
    expect(pack.papers.map((x) => x.kind)).toEqual(['cover', 'bulletin', 'briefings', 'speech', 'digest', 'lists', 'rules']);
  });

  test('every expected county is in the bulletin’s tables, has a briefing, a slide and its lines in the lists', () => {
    const bulletin = blocksOf(pack, 'bulletin').flatMap((b) => (b.kind === 'table' ? [tableTexts(b.table)] : []));
    const lists = textOfPaper(pack, 'lists');
    for (const unit of UNITS) {
      const name = nameOf(unit);
      for (const table of bulletin) expect(table).toContain(name);
      expect(paper(pack, 'briefings').sections.filter((s) => s.title.startsWith(name))).toHaveLength(1);
      expect(pack.slides.filter((s) => s.unit === unit)).toHaveLength(1);
      expect(lists).toContain(name);
      expect(textOfPaper(pack, 'speech')).toContain(name);
    }
    expect(bulletin).toHaveLength(4);
  });

  test('who is not ranked is last, and in every paper all the same', () => {
    const rules = {
      ...SCHEME,
      children: TREE.map((n, i) =>
        i === 0 && 'children' in n ? { ...n, children: n.children.map((l) => ({ ...l, missing: 'unranked' as const })) } : n,
      ),
    };
    const cells = figures();
    const book = bookOf(tableOf({ [Q2]: { ...cells, 'm.members': { ...cells['m.members'], u03: null } } }), rules);
    const own = packOf(inputOf({ book }));
    expect(paper(own, 'briefings').sections.at(-1)?.title).toContain(nameOf('u03'));
    expect(own.slides.at(-2)).toMatchObject({ unit: 'u03', kind: 'unit' });
    expect(textOfPaper(own, 'briefings')).toContain(`${nameOf('u03')}2026年第二季度未参加排名。`);
  });

  test('of a group holds its own counties alone', () => {
    const own = packOf(inputOf({ group: '一组' }));
    const inside = UNITS.filter((_, i) => i % 2 === 0);
    expect(own.slides.flatMap((s) => s.unit ?? []).sort()).toEqual(inside);
    expect(paper(own, 'briefings').sections).toHaveLength(6);
    const all = printed(own).join('\n');
    for (const unit of UNITS) expect([unit, all.includes(nameOf(unit))]).toEqual([unit, inside.includes(unit)]);
  });

  test('counts what is not accepted yet; says draft as long as there is something, and not when there is nothing', () => {
    const sentences = sentencesOf(pack);
    expect(pack.pending).toBe(sentences.length);
    expect(pack.imprint.draft).toBe('草稿');
    const half = packOf(
      inputOf({ said: said(...sentences.slice(0, 10).map((s) => ({ id: s.id, text: null, facts: pack.facts.get(s.id)! }))) }),
    );
    expect(half.pending).toBe(sentences.length - 10);
    const done = packOf(inputOf({ said: acceptAll(pack) }));
    expect([done.pending, done.imprint.draft]).toEqual([0, '']);
  });

  test('sentences whose figures changed since are pending again, the others are not', () => {
    const cells = figures(4);
    const changed = { ...cells, 'm.intake': { ...cells['m.intake'], u05: 0.99 } };
    const book = bookOf(tableOf({ [Q1]: figures(), [Q2]: changed }));
    const now = packOf(inputOf({ book, said: acceptAll(pack) }));
    const stale = sentencesOf(now).filter((s) => s.state === 'stale');
    expect(stale.map((s) => s.id)).toContain('u05/standing');
    expect(now.pending).toBe(sentencesOf(now).filter((s) => s.state !== 'accepted').length);
    expect(now.imprint.draft).toBe('草稿');
    expect(sentencesOf(now).filter((s) => s.state === 'accepted').length).toBeGreaterThan(10);
  });

  test('a sentence left out stands in no paper and on no slide, and counts as decided', () => {
    const own = packOf(inputOf({ said: said({ id: 'u05/standing', text: '', facts: '' }) }));
    const text = pack.out.length === 0 ? sentencesOf(pack).find((s) => s.id === 'u05/standing')!.text : '';
    expect(sentencesOf(own).map((s) => s.id)).not.toContain('u05/standing');
    expect(printed(own)).not.toContain(text);
    expect(own.out.map((s) => s.id)).toEqual(['u05/standing']);
    // What took its room is to be checked as well.
    expect(own.pending).toBe(sentencesOf(own).length);
  });

  test('a sentence somebody wrote reads so wherever it stands, in the lists too', () => {
    const [achieved] = sentencesOf(pack).filter((s) => s.id.startsWith('u05/strength/'));
    const own = packOf(inputOf({ said: said({ id: achieved!.id, text: '成绩另写。', facts: '' }) }));
    expect(textOfPaper(own, 'briefings')).toContain('成绩另写。');
    expect(textOfPaper(own, 'lists')).toContain('成绩另写。');
    expect(printed(own)).not.toContain(achieved!.text);
  });

  test('every sentence has a link, and its figures’ print is kept', () => {
    for (const s of sentencesOf(pack)) {
      expect(s.links.length).toBeGreaterThan(0);
      expect(pack.facts.has(s.id)).toBe(true);
    }
  });

  test('facts and ids are the same in both languages, so that what was said holds in the other', () => {
    const en = packOf(inputOf({ locale: 'en' }));
    const shared = [...pack.facts.keys()].filter((k) => en.facts.has(k));
    expect(shared.length).toBeGreaterThan(60);
    for (const key of shared) expect(en.facts.get(key)).toBe(pack.facts.get(key));
    const other = packOf(inputOf({ locale: 'en', said: acceptAll(pack) }));
    expect(sentencesOf(other).filter((s) => s.state === 'stale')).toEqual([]);
  });

  test('naming the leaders alone, no sentence gives the order of the others', () => {
    const own = packOf(inputOf({ choice: { naming: 'leaders' } }));
    expect(sentencesOf(own).map((s) => s.id)).not.toContain('city/others');
    expect(sentencesOf(pack).map((s) => s.id)).toContain('city/others');
  });

  test('bears the mark that was chosen, the seal where there is one, and times that hang on no clock', () => {
    const sealed = packOf(inputOf({ choice: { mark: 'none' }, seal: { hash: 'abcdef0123456789', at: '2026-07-20T08:00:00Z' } }));
    expect([sealed.imprint.mark, sealed.imprint.at]).toEqual(['', '2026-07-20T08:00:00Z']);
    expect(sealed.imprint.foot).toContain('abcdef012345');
    expect(pack.imprint.at).toBe('2026-07-10T00:00:00Z');
    expect(packOf(inputOf({ choice: { mark: 'working' } })).imprint.mark).toBe('工作草稿');
  });

  test('digest and briefings hold what they are for: the order and the first problem; of each county where it stands', () => {
    const ids = (kind: PaperKind) =>
      blocksOf(pack, kind).flatMap((b) => (b.kind === 'sentences' ? b.sentences.map((s) => s.id) : []));
    expect(ids('digest')).toEqual(expect.arrayContaining(['city/overall', 'city/first']));
    expect(ids('digest').some((x) => x.startsWith('city/problem/'))).toBe(true);
    for (const [i, s] of paper(pack, 'briefings').sections.entries()) {
      const unit = pack.slides.filter((x) => x.kind === 'unit')[i]?.unit;
      const own = s.blocks.flatMap((b) => (b.kind === 'sentences' ? b.sentences.map((x) => x.id) : []));
      expect(own[0]).toBe(`${unit}/standing`);
      expect(own.every((x) => x.startsWith(`${unit}/`))).toBe(true);
      expect(own.length).toBeGreaterThan(3);
    }
  });
});

test('no two pages of 点评 that lie next to each other begin in the same words', () => {
  const first = pack.slides.flatMap((s) =>
    s.unit === null ? [] : [sentencesOf(pack).find((x) => x.id === `${s.unit}/standing`)!],
  );
  const worded = first.map((s, i) =>
    s.text
      .replace(nameOf(pack.slides.filter((x) => x.unit !== null)[i]!.unit!), '')
      .replace(/，(较上期|名次与上期).*。/, '')
      .replace(/\d+(\.\d+)?/g, '0'),
  );
  expect(worded).toHaveLength(12);
  expect(worded.slice(1).filter((text, i) => text === worded[i])).toEqual([]);
});

describe('what a room is not to see', () => {
  const votes = (of: Pack, book = cityBook()) => {
    const hidden = new Set(book.nodes.filter((n) => n.leaf && !measuresIn(n.leaf.measure).every(isProjected)).map((n) => n.id));
    return of.slides.flatMap((s) => s.sentences.filter((x) => x.links.some((l) => hidden.has(l.node))).map((x) => x.id));
  };

  test('the appraisal’s marks are on no slide, though they are in the papers', () => {
    expect(votes(pack)).toEqual([]);
    const shown = pack.slides.flatMap((s) => [
      s.title,
      ...s.sentences.map((x) => x.text),
      ...(s.table ? tableTexts(s.table) : []),
    ]);
    expect(shown.filter((t) => t.includes('述职评议测评得分'))).toEqual([]);
    expect(textOfPaper(pack, 'bulletin')).toContain('述职评议测评得分');
  });

  test('nor is a figure in which they are only a part', () => {
    const tree = [
      section('s', [
        leaf('x', 60),
        leaf('mixed', 40, {
          measure: {
            weighted: [
              { of: 'm.x', by: 0.5 },
              { of: 'appraisal.votes', by: 0.5 },
            ],
          },
        }),
      ]),
    ];
    const x = Object.fromEntries(UNITS.map((u, i) => [u, 0.4 + i * 0.05]));
    const book = bookOf(tableOf({ [Q2]: { 'm.x': x, 'appraisal.votes': x } }), scheme(tree));
    const own = packOf(inputOf({ book }));
    expect(votes(own, book)).toEqual([]);
  });
});

describe('texts', () => {
  test('in Chinese no space stands between Han characters and figures, in sentences, titles and tables', () => {
    const spaced = /\p{Script=Han} [\d−+]|[\d%] \p{Script=Han}/u;
    expect(printed(pack).filter((t) => spaced.test(t))).toEqual([]);
  });

  test('nor in the title of a table that goes on, nor at the foot of the page', () => {
    const many = Array.from({ length: 13 }, (_, i) => leaf(`x${i}`, 5));
    const rules = scheme([{ ...section('s', many), title: '组织' }], { points: 65, title: '示例方案', version: '2026.1' });
    const columns = Object.fromEntries(
      many.map((l) => [`m.${l.id}`, Object.fromEntries(UNITS.map((u, i) => [u, 0.5 + i / 40]))]),
    );
    const own = packOf(inputOf({ book: bookOf(tableOf({ [Q2]: columns }), rules) }));
    const titles = paper(own, 'bulletin').sections.map((s) => s.title);
    expect(titles.filter((t) => /\p{Script=Han} \d/u.test(t))).toEqual([]);
    expect(own.imprint.foot).not.toMatch(/\p{Script=Han} \d/u);
  });

  test('no two sentences of the pack read alike', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const texts = sentencesOf(packOf(inputOf({ locale }))).map((s) => s.text);
      expect(texts.filter((t, i) => texts.indexOf(t) !== i)).toEqual([]);
    }
  });

  test('no text, in either language, holds NaN, Infinity, undefined or null, whatever the figures', () => {
    const cell = fc.option(fc.oneof(fc.double({ min: 0, max: 3, noNaN: true }), fc.constantFrom('na' as const, 0, 1)), {
      nil: null,
    });
    const column = fc
      .tuple(...UNITS.slice(0, 5).map(() => cell))
      .map((cells) => Object.fromEntries(cells.map((c, i) => [UNITS[i] ?? '', c])));
    const quarter = fc.record(Object.fromEntries(Object.keys(figures()).map((m) => [m, column])));
    fc.assert(
      fc.property(quarter, quarter, (a, b) => {
        const book = bookOf(tableOf({ [Q1]: a, [Q2]: b }), SCHEME, groupsOf(UNITS.slice(0, 5)));
        for (const locale of ['zh-CN', 'en'] as const)
          for (const group of [null, '一组'])
            for (const text of printed(packOf(inputOf({ book, locale, group }))))
              expect(text).not.toMatch(/NaN|Infinity|undefined|null|\u221e/);
      }),
      { numRuns: 25 },
    );
  });

  test('of a city of which nothing is known there is a pack without sentences about figures', () => {
    const book = bookOf(tableOf({ [Q2]: { 'm.intake': { u01: null } } }), SCHEME, groupsOf(UNITS.slice(0, 2)));
    const own = packOf(inputOf({ book }));
    expect(own.papers).toHaveLength(7);
    expect(printed(own).join('')).not.toMatch(/NaN|undefined/);
  });
});

describe('the lists', () => {
  const input = inputOf();
  const items = listItems(input.book, Q2, null, input.pen);
  const lines = issueLines(input);
  const item = items.find((i) => i.first === Q2)!;
  const decided = (more: Partial<IssueDecision>): IssueDecision => ({
    ...{ seq: 1, item: item.id, period: Q2, act: 'extend', day: null, to: '', reason: '会议议定' },
    ...more,
  });
  const lineOf = (more: Parameters<typeof inputOf>[0], number = item.number) =>
    issueLines(inputOf(more)).find((l) => l.number === number);
  const row = (cells: LedgerRow['cells'], unit = item.unit): LedgerRow => ({ table: 1, row: 1, unit, cells });

  test('have a line for every item, by county in the order of the roster, the open before the closed', () => {
    expect(lines.map((l) => l.item?.id).sort()).toEqual(items.map((i) => i.id).sort());
    const place = lines.map((l) => UNITS.indexOf(l.unit));
    expect(place).toEqual([...place].sort((a, b) => a - b));
    for (const unit of UNITS) {
      const own = lines.filter((l) => l.unit === unit).map((l) => Number(l.closed));
      expect(own).toEqual([...own].sort());
    }
  });

  test('extending lays the new day over the item, counts, and says so', () => {
    const issues = new Map([
      [item.id, [decided({ day: '2026-11-30' as CalendarDate }), decided({ seq: 2, day: '2026-12-31' as CalendarDate })]],
    ]);
    const line = lineOf({ issues });
    expect([line?.deadline, line?.extensions]).toEqual(['2026-12-31', 2]);
    expect(line?.progress).toContain('延期2次');
  });

  test('handing over names who answers from now on', () => {
    const line = lineOf({ issues: new Map([[item.id, [decided({ act: 'handOver', to: '市直机关工委' })]]]) });
    expect([line?.responsible, line?.progress.includes('移交市直机关工委')]).toEqual(['市直机关工委', true]);
  });

  test('closing says the day; without a figure that closes it nothing is closed', () => {
    const closed = items.find((i) => i.closedBy !== null)!;
    expect(closed).toBeDefined();
    const issues = new Map(
      [item, closed].map((i) => [i.id, [decided({ item: i.id, act: 'close', day: '2026-06-15' as CalendarDate })]] as const),
    );
    expect(lineOf({ issues }, closed.number)).toMatchObject({ closed: true, closedOn: '2026-06-15' });
    expect(lineOf({}, closed.number)).toMatchObject({ closed: true, closedOn: '2026-06-30' });
    expect(lineOf({ issues })).toMatchObject({ closed: false, closedOn: null });
  });

  test('what was decided in a later period is not laid over an earlier one', () => {
    const issues = new Map([[item.id, [decided({ period: Q3, day: '2027-03-31' as CalendarDate })]]]);
    expect(lineOf({ issues })).toMatchObject({ deadline: item.deadline, extensions: 0 });
  });

  test('a row sent in under the number of an item says how it goes on, and is no second line', () => {
    const sent = row({
      issue_number: item.number,
      issue: '另一说法',
      steps: '逐户走访',
      progress: '已完成一半',
      responsible: '临时党委',
      leader_post: '副部长',
      closed: true,
    });
    const own = issueLines(inputOf({ rows: [sent] }));
    expect(own).toHaveLength(lines.length);
    const line = own.find((l) => l.number === item.number)!;
    expect([line.steps, line.responsible, line.post]).toEqual(['逐户走访', '临时党委', '副部长']);
    expect(line.progress).toContain('已完成一半');
    // The figure says whether it is closed.
    expect(line.closed).toBe(false);
  });

  test('a row sent in under that number by another county, or under another number, is a line of its own', () => {
    const other = UNITS.find((u) => u !== item.unit && !items.some((i) => i.unit === u && i.number === item.number))!;
    const rows = [
      row({ issue_number: item.number, issue: '甲' }, id(other)),
      row({ issue_number: '2026-900', issue: '乙', closed: true, deadline: '2026-01-01' }),
    ];
    const own = issueLines(inputOf({ rows }));
    expect(own).toHaveLength(lines.length + 2);
    expect(own.find((l) => l.number === '2026-900')).toMatchObject({ item: null, problem: '乙', closed: true, overdue: false });
  });

  test('an item past its day is overdue and says by how many days; extended it is not', () => {
    const old = items.find((i) => i.first === Q1 && i.closedBy === null)!;
    const issues = new Map([[old.id, [decided({ item: old.id, day: '2026-06-20' as CalendarDate })]]]);
    expect(lineOf({ issues }, old.number)).toMatchObject({ overdue: true });
    expect(lineOf({ issues }, old.number)?.progress).toContain('逾期10天');
    expect(lineOf({}, old.number)).toMatchObject({ overdue: false });
  });

  test('of a group hold its own counties’ rows alone, found or sent in', () => {
    const rows = [row({ issue_number: 'A', issue: '甲' }, id('u01')), row({ issue_number: 'B', issue: '乙' }, id('u02'))];
    const units = new Set(issueLines(inputOf({ rows, group: '一组' })).map((l) => l.unit));
    expect([...units].filter((u) => UNITS.indexOf(u) % 2 === 1)).toEqual([]);
  });

  test('the paper’s order is the order of the ranking table', () => {
    expect(inOrder(input).map((o) => input.book.at(Q2).units[o.u])).toEqual(pack.slides.flatMap((s) => s.unit ?? []));
  });

  describe('as CSV', () => {
    const issueList = ledgerOf('issue-list');
    const text = (more: Parameters<typeof inputOf>[0] = {}) =>
      issueCsv(issueLines(inputOf(more)), issueList, Q2, (u) => nameOf(u));

    test('are read back as the issue list, without a question, a problem or a rejected row', async () => {
      for (const locale of ['zh-CN', 'en'] as const) {
        const { rows, report, table } = await load(text({ locale }), '问题·责任清单（台账格式）（2026年第二季度）.csv');
        expect([table.reading.ledger, table.questions, table.problems]).toEqual(['issue-list', [], []]);
        expect([report.rejected, report.excluded, report.warnings]).toEqual([[], [], []]);
        expect(rows).toHaveLength(lines.length);
        expect(rows.map((r) => r.issue_number)).toEqual(lines.map((l) => l.number));
        expect(rows.map((r) => r.deadline)).toEqual(lines.map((l) => l.deadline));
        expect(new Set(rows.map((r) => r.assigned_by))).toEqual(new Set(['city']));
      }
    });

    test('come back under their numbers and merge: nothing is doubled', async () => {
      const { rows } = await load(text());
      const back = rows.map((cells, i): LedgerRow => ({ table: 1, row: i, unit: lines[i]!.unit, cells }));
      const again = issueLines(inputOf({ rows: back }));
      expect(again.map((l) => l.number)).toEqual(lines.map((l) => l.number));
      expect(again.map((l) => l.progress)).toEqual(lines.map((l) => l.progress));
    });

    test('quote what spreadsheets would break or run', async () => {
      const cells = {
        issue_number: '2026-900',
        issue: '甲,"乙"\n丙',
        steps: '=1+1',
        progress: '+2',
        responsible: '临时党委',
        closed: false,
      };
      const { rows, report } = await load(text({ rows: [row(cells)] }));
      expect(report.rejected).toEqual([]);
      expect(rows.find((r) => r.issue_number === '2026-900')).toMatchObject({
        issue: '甲,"乙"\n丙',
        steps: '=1+1',
        progress: '+2',
      });
    });

    test('keep by whom a row that was sent in had been assigned: only the city’s are scored', async () => {
      const cells = {
        issue_number: '2026-900',
        issue: '自查',
        steps: '补',
        responsible: '本县',
        assigned_by: 'county',
        closed: false,
      };
      const { rows } = await load(text({ rows: [row(cells)] }));
      expect(rows.find((r) => r.issue_number === '2026-900')?.assigned_by).toBe('county');
    });
  });
});
