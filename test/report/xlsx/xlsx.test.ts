/** The pack's workbook: its formulas are worked out by another program and come to the score book's own numbers. */
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { formats, type Formats } from '../../../src/i18n/format';
import { REASON_OPS } from '../../../src/model/reason';
import type { Period } from '../../../src/model/period';
import { packWorkbook, plannedWorkbook, type WorkbookContent } from '../../../src/report/xlsx/xlsx';
import { address } from '../../../src/report/xlsx/formula';
import type { Line } from '../../../src/report/xlsx/lines';
import type { ScoreBook } from '../../../src/score';
import { whatIf } from '../../../src/score/what-if';
import { cellsOf, recalculated, type Calculated, type Change } from '../../support/recalculated';
import { workbookContent } from '../../../src/state/workbook-content';
import { changed, everyRule, everyRuleBook, NOW, STAYS } from './xlsx-every-rule';
import { LAST, sample, type Sample } from './xlsx-sample';

const AT = '2026-10-08T09:00:00';
const [RANKING, CALCULATION] = ['排名', '计分过程'];
const OFFICE = 120_000;

const cellAt = (column: number, row: number): string => address({ sheet: '', column, row });
const near = (a: unknown, b: number): boolean => typeof a === 'number' && Math.abs(a - b) <= Math.max(1e-9, Math.abs(b) * 1e-9);

/** The calculation's numbers that are not what the reasons say: steps within 1e-9, published points to the last digit. */
function wrong(lines: readonly Line[], cells: Calculated): string[] {
  return lines.flatMap(({ step, value, exact, places }) => {
    const { op } = step.reason;
    const published = op === 'total' || op === 'section' || op === 'leaf';
    const at = (column: number, row = step.row): number | string | undefined => cells.get(cellAt(column, row));
    const told = [
      ...(value.value === null ? [] : [[at(2), value.value, published] as const]),
      ...(typeof exact?.value === 'number' ? [[at(3), exact.value, false] as const] : []),
      ...(places ?? []).map((held, i) => [at(2, step.row + 1 + i), held.value ?? NaN, false] as const),
    ];
    return told.flatMap(([is, should, whole]) =>
      (whole ? is === should : near(is, should))
        ? []
        : [`${step.unit.name} ${op} row ${step.row + 1}: ${String(is)}, not ${should}`],
    );
  });
}

/** Rank, unit, section points, total and grade of each unit in the ranking, by unit name. */
function standings(cells: Calculated, sections: number): Map<string, { rank: unknown; sections: unknown[]; rest: unknown[] }> {
  const found = new Map<string, { rank: unknown; sections: unknown[]; rest: unknown[] }>();
  for (let row = 3; cells.has(cellAt(1, row)); row++) {
    const at = (column: number): unknown => cells.get(cellAt(column, row));
    const own = {
      rank: at(0),
      sections: Array.from({ length: sections }, (_, i) => at(3 + i)),
      rest: [0, 1, 2, 3].map((i) => at(3 + sections + i)),
    };
    found.set(String(at(1)), own);
  }
  return found;
}

/** Holds a calculated ranking against a book's own columns. */
function sameAsBook(cells: Calculated, book: ScoreBook, period: Period, nameOf: (unit: string) => string): void {
  const scores = book.at(period);
  const sections = book.nodes.filter((n) => n.depth === 1);
  const shown = (x: number | undefined): unknown => (x === undefined || Number.isNaN(x) ? '—' : x);
  const found = standings(cells, sections.length);
  expect(found.size).toBe(scores.units.length);
  scores.units.forEach((unit, u) => {
    const own = found.get(nameOf(unit));
    expect([nameOf(unit), own?.rank]).toEqual([nameOf(unit), shown(scores.rank[u])]);
    expect([nameOf(unit), own?.sections]).toEqual([nameOf(unit), sections.map((n) => shown(scores.points(n.index)[u]))]);
    expect(own?.rest).toContain(shown(scores.total[u]));
    const line = book.scheme.grades?.lines.find((l) => l.grade === scores.grades[u]);
    const title = typeof line?.title === 'object' ? line.title.zh : (line?.title ?? line?.grade);
    if (title !== undefined) expect([nameOf(unit), own?.rest]).toEqual([nameOf(unit), expect.arrayContaining([title])]);
  });
}

const sheetOf = (book: ReadonlyMap<string, Calculated> | undefined, name = ''): Calculated => {
  const cells = book?.get(name);
  if (!cells) throw new Error(`no sheet ${name}`);
  return cells;
};

describe('the sample city', () => {
  let city: Sample;
  let content: WorkbookContent;
  let f: Formats;
  beforeAll(async () => {
    city = await sample();
    f = city.f();
    const sources = [{ ledger: '人才引进统计表', file: 'talent-intake.csv', sha256: 'ab'.repeat(32) }];
    content = workbookContent(city.book, LAST, { seal: null, sources, nameOf: city.nameOf });
  }, OFFICE);

  test('every number is live or an input; only what was not reported stands as a given zero', () => {
    const { lines, counts } = plannedWorkbook(content, f);
    expect(new Set(lines.flatMap((l) => (l.value.kind === 'given' ? [l.step.reason.op] : [])))).toEqual(new Set(['missing']));
    expect(lines.flatMap((l) => (l.exact?.kind === 'given' ? [l.step.reason.op] : []))).toEqual([]);
    expect(counts.live).toBeGreaterThan(2000);
  });

  test(
    'LibreOffice comes to the book’s totals, sections, leaves, ranks and grades; and after a changed numerator to those of a book with it',
    async () => {
      const { lines } = plannedWorkbook(content, f);
      const file = await packWorkbook(content, AT, f);
      // A share that rows stand behind, below its target, of a rule that looks at nobody else.
      const line = lines.find(
        ({ step: { reason, leaf } }) =>
          reason.op === 'measure' && leaf?.rule.type === 'attainment' && reason.args.length === 2 && (reason.value ?? 1) < 0.8,
      );
      if (!line) throw new Error('no share to change');
      const { reason, unit, args, leaf } = line.step;
      const [numerator, denominator] = reason.args.map((a) => a.value ?? NaN) as [number, number];
      const cell = cellAt(2, args[0]?.row ?? 0);
      const [plain, changed] = await recalculated([{ file }, { file, changes: [{ sheet: 2, at: cell, value: numerator + 1 }] }]);

      expect(wrong(lines, sheetOf(plain, CALCULATION))).toEqual([]);
      sameAsBook(sheetOf(plain, RANKING), city.book, LAST, city.nameOf);

      const measure = String(reason.params['measure']);
      const period = String(reason.params['period']) as Period;
      const to = (numerator + 1) / denominator;
      const { book } = whatIf(city.book, [{ kind: 'value', unit: unit.id, measure, period, to }]);
      const node = book.nodeIndex(leaf?.id ?? '');
      const u = book.at(LAST).indexOf(unit.id);
      expect(book.at(LAST).points(node)[u]).not.toBe(city.book.at(LAST).points(node)[u]);
      sameAsBook(sheetOf(changed, RANKING), book, LAST, city.nameOf);
    },
    OFFICE,
  );

  test('cells hold their results, texts are no formulas, pages are set, the same content gives the same bytes', async () => {
    const file = await packWorkbook(content, AT, f);
    const parts = Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
    for (const i of [1, 2, 3]) {
      const xml = parts[`xl/worksheets/sheet${i}.xml`] ?? '';
      expect(xml.match(/<f>/g)?.length).toBeGreaterThan(50);
      expect(xml).not.toMatch(/<\/f><\/c>/);
      expect(xml).toContain('fitToWidth="1" fitToHeight="0"');
    }
    expect(parts['xl/worksheets/sheet4.xml']).not.toContain('<f>');
    expect(parts['xl/workbook.xml']).toContain("'计分过程'!$4:$4");
    // What explains a number can be folded away under it.
    expect(parts['xl/worksheets/sheet2.xml']).toMatch(/<row r="5"><c[^]*<row r="6" outlineLevel="1">/);
    const total = city.book.at(LAST).total;
    expect(standings(sheetOf(cellsOf(file), RANKING), 5).get(content.units[0]?.name ?? '')?.rest).toContain(total[0]);
    expect(await packWorkbook(content, AT, f)).toEqual(file);
    const said = [...sheetOf(cellsOf(file), '说明').values()].join('\n');
    expect(said).toContain('未封存');
    expect(said).toContain('talent-intake.csv');
    expect(said).toContain(city.book.hash);
  });

  test('a name that looks like a formula stays a text', async () => {
    const units = content.units.map((u, i) => (i === 0 ? { ...u, name: '=1+1' } : u));
    const file = await packWorkbook({ ...content, units }, AT, f);
    expect([...sheetOf(cellsOf(file), RANKING).values()]).toContain('=1+1');
    expect(strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain('<f>=1+1');
  });
});

describe('a scheme that uses everything', () => {
  const nameOf = (unit: string): string => `县${unit}`;
  const f = formats('zh-CN', { unit: nameOf });
  const contentOf = (book: ScoreBook, period: Period): WorkbookContent =>
    workbookContent(book, period, { seal: 'cd'.repeat(32), sources: [], nameOf });
  const cases = [
    { name: 'at the total, half up', book: everyRuleBook(), period: NOW },
    {
      name: 'at the leaf, half even, unrounded ranks',
      book: everyRuleBook(
        everyRule({
          rounding: { at: 'leaf', decimals: 1, mode: 'half-even' },
          ranking: { on: 'unrounded', ties: 'mean', breakers: ['adjusted'] },
          bonus: { title: 'Inside', cap: 5, inside: true, items: [{ title: 'Honours', measure: 'm.honours', step: 0.35 }] },
          total: {},
        }),
      ),
      period: NOW,
    },
    {
      name: 'a year of leaves',
      book: everyRuleBook(
        everyRule({ year: { weights: [15, 25, 25, 35] }, ranking: { on: 'rounded', ties: '1223', breakers: [] } }),
      ),
      period: '2025' as Period,
    },
    {
      name: 'a year of totals',
      book: everyRuleBook(everyRule({ year: { weights: [1, 1, 2, 2], of: 'totals' } })),
      period: '2025' as Period,
    },
  ];

  /** Steps that stand as numbers, and why: their others, or other periods, are not in the workbook. */
  const GIVEN = ['missing', 'prepared', 'extreme', 'yearPart'];

  test('every rule, step and bound is in it', () => {
    const seen = new Set<string>();
    const walk = (r: { readonly op: string; readonly args: readonly object[] }): void => {
      seen.add(r.op);
      for (const a of r.args) walk(a as typeof r);
    };
    for (const c of cases) for (const unit of contentOf(c.book, c.period).units) walk(unit.total);
    const beside = ['grade', 'veto', 'rank', 'floor'];
    expect(REASON_OPS.filter((op) => !seen.has(op) && !beside.includes(op))).toEqual([]);
  });

  test('what is given is named, all else is live', () => {
    for (const c of cases) {
      const { lines } = plannedWorkbook(contentOf(c.book, c.period), f);
      const given = lines.filter((l) => l.value.kind === 'given' && !GIVEN.includes(l.step.reason.op));
      expect([
        c.name,
        given.map((l) => `${l.step.unit.name} ${l.step.leaf?.id ?? ''} ${l.step.reason.op} ${l.step.reason.value}`),
      ]).toEqual([c.name, []]);
      expect(lines.flatMap((l) => [l.exact, ...(l.places ?? [])].filter((h) => h?.kind === 'given')).length).toBe(0);
    }
  });

  test(
    'LibreOffice comes to the same numbers',
    async () => {
      const contents = cases.map((c) => contentOf(c.book, c.period));
      const files = await Promise.all(contents.map(async (content) => ({ file: await packWorkbook(content, AT, f) })));
      const books = await recalculated(files);
      cases.forEach((c, i) => {
        const { lines } = plannedWorkbook(contents[i]!, f);
        expect([c.name, wrong(lines, sheetOf(books[i], CALCULATION))]).toEqual([c.name, []]);
        sameAsBook(sheetOf(books[i], RANKING), c.book, c.period, nameOf);
      });
    },
    OFFICE,
  );

  test(
    'whatever is put in, LibreOffice comes to the leaves of a book with these figures',
    async () => {
      const content = contentOf(everyRuleBook(), NOW);
      const { lines } = plannedWorkbook(content, f);
      const other = everyRuleBook(everyRule(), true);
      const changes = lines.flatMap(({ step: { reason, row }, value }): Change[] => {
        const { rows } = reason;
        if (value.kind !== 'input' || value.value === null || rows?.period !== NOW || STAYS.includes(rows.measure)) return [];
        if (rows.side === 'denominator') return [];
        // A share that is told by its value alone is put in as its value.
        const share = other.measures.get(rows.measure, rows.unit, NOW);
        const whole = typeof share?.denominator === 'number' ? (share.value ?? NaN) : changed(value.value);
        const to = rows.side === 'numerator' ? value.value + 1 : whole;
        return [{ sheet: 2, at: cellAt(2, row), value: to }];
      });
      expect(changes.length).toBeGreaterThan(300);
      const [book] = await recalculated([{ file: await packWorkbook(content, AT, f), changes }]);
      const cells = sheetOf(book, CALCULATION);
      // Places and outliers of prepared values and posts of other periods are given: they do not follow.
      const given = new Set(
        lines.flatMap((l) =>
          ['prepared', 'extreme'].includes(l.step.reason.op) && l.value.kind === 'given' ? [l.step.leaf?.id] : [],
        ),
      );
      expect([...given].sort()).toEqual(['drawn', 'ever', 'place', 'r7']);
      const scores = other.at(NOW);
      const was = everyRuleBook().at(NOW);
      let moved = 0;
      const differ = lines.flatMap(({ step, value }) => {
        if (step.reason.op !== 'leaf' || value.value === null || given.has(step.leaf?.id)) return [];
        const node = other.nodeIndex(step.leaf?.id ?? '');
        const should = scores.points(node)[scores.indexOf(step.unit.id)] ?? NaN;
        if (should !== was.points(node)[was.indexOf(step.unit.id)]) moved += 1;
        const is = cells.get(cellAt(2, step.row));
        return is === should ? [] : [`${step.unit.name} ${step.leaf?.id}: ${String(is)}, not ${should}`];
      });
      expect(differ).toEqual([]);
      expect(moved).toBeGreaterThan(200);
    },
    OFFICE,
  );

  test('in English too', () => {
    const { sheets } = plannedWorkbook(contentOf(cases[0]!.book, NOW), formats('en', { unit: (u) => u }));
    expect(sheets.map((s) => s.name)).toEqual(['Ranking', 'Calculation', 'Indicators', 'About']);
    expect(JSON.stringify(sheets.map((s) => s.rows.slice(0, 400)))).not.toMatch(/[得扣加取]分|公式/);
  });
});

test('units of one id are told apart by their rows, not by their names', () => {
  const book = everyRuleBook();
  const content = workbookContent(book, NOW, { seal: null, sources: [], nameOf: () => '同名县' });
  expect(new Set(content.units.map((u) => u.id)).size).toBe(content.units.length);
  expect(plannedWorkbook(content, formats('zh-CN')).counts.live).toBeGreaterThan(500);
});
