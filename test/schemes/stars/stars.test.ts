/** The star schemes of data/schemes/stars: each is read without a fault, and worked by hand for a few invented branches. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Period } from '../../../src/model/period';
import type { UnitId } from '../../../src/model/unit';
import { isLeaf, measuresIn, readScheme, type Node, type Scheme } from '../../../src/scheme';
import { follow, rateBranches, starCatalogue, StarTable } from '../../../src/score/stars';

const FOLDER = 'data/schemes/stars';
const FILES = readdirSync(FOLDER).sort();
const textOf = (file: string): string => readFileSync(`${FOLDER}/${file}`, 'utf8');

/** Every column a file names, wherever it stands. */
const columnsOf = (text: string): string[] => [...new Set([...text.matchAll(/"branch\.([^"]+)"/g)].map((m) => m[1] ?? ''))];

function read(n: number): Scheme {
  const file = FILES.find((f) => f.startsWith(String(n).padStart(2, '0'))) ?? '';
  const { scheme, problems } = readScheme(textOf(file), starCatalogue(columnsOf(textOf(file))));
  if (!scheme) throw new Error(JSON.stringify(problems));
  return scheme;
}

type Row = Readonly<Record<string, number>>;

/** Branches as rows of columns; what a row does not name is missing. Sectors and columns of some sectors only where they matter. */
function table(
  scheme: Scheme,
  rows: readonly Row[],
  sectors: readonly string[] = [],
  only?: Record<string, string[]>,
): StarTable {
  const names = columnsOf(JSON.stringify(scheme));
  return new StarTable({
    period: '2026' as Period,
    ids: rows.map((_, i) => `b${i}` as UnitId),
    counties: rows.map(() => 'c' as UnitId),
    sectors: rows.map((_, i) => sectors[i] ?? '农村'),
    columns: new Map(names.map((c) => [c, Float64Array.from(rows, (r) => r[c] ?? NaN)])),
    ...(only ? { only: new Map(Object.entries(only)) } : {}),
  });
}

/** Total and grade of each branch. */
function rated(n: number, rows: readonly Row[], sectors?: readonly string[], only?: Record<string, string[]>) {
  const scheme = read(n);
  const { scores, byScore } = rateBranches(scheme, table(scheme, rows, sectors, only));
  return rows.map((_, u) => [scores.total[u], byScore[u]]);
}

/** A row with the same value in each of these columns. */
const every = (columns: readonly string[], value: number): Row => Object.fromEntries(columns.map((c) => [c, value]));

/** Full marks of every leaf that is scored as given: what a branch without fault brings. */
function fullRow(scheme: Scheme): Row {
  const leaves = (nodes: readonly Node[]): [string, number][] =>
    nodes.flatMap((n) =>
      isLeaf(n) ? measuresIn(n.measure).map((m): [string, number] => [m.slice(7), n.points]) : leaves(n.children),
    );
  return Object.fromEntries(leaves(scheme.children));
}

describe('every star scheme', () => {
  test('there are fourteen, numbered as in the collection', () => {
    expect(FILES.map((f) => Number(f.slice(0, 2)))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
  });

  test.each(FILES)('%s is read without a fault or a notice, and is of branches and years', (file) => {
    const { scheme, problems } = readScheme(textOf(file), starCatalogue(columnsOf(textOf(file))));
    expect(problems).toEqual([]);
    expect([scheme?.level, scheme?.periods]).toEqual(['branch', 'Y']);
  });

  test.each(FILES)('%s is faulted where the table lacks a column that it names', (file) => {
    const [first, ...others] = columnsOf(textOf(file));
    const { scheme, problems } = readScheme(textOf(file), starCatalogue(others));
    expect(scheme).toBeNull();
    expect(problems.map((p) => [p.code, p.params.measure])).toContainEqual(['scheme.unknownMeasure', `branch.${first}`]);
  });
});

describe('worked by hand', () => {
  test('1: base 95, deduction 4, appraisal 88 → 0.7 × 91 + 0.3 × 88 = 90.1 → five stars', () => {
    expect(rated(1, [{ base: 95, deductions: 4, appraisal: 88 }])).toEqual([[90.1, '5']]);
  });
  test('1: no deduction reported takes nothing off; under 60 is one star; deductions stop at 0', () => {
    const rows = [
      { base: 90, appraisal: 90 },
      { base: 60, deductions: 10, appraisal: 60 },
      { base: 10, deductions: 50, appraisal: 50 },
    ];
    // 90 · 0.7 × 50 + 0.3 × 60 = 53 · 0 + 15
    expect(rated(1, rows)).toEqual([
      [90, '5'],
      [53, '1'],
      [15, '1'],
    ]);
  });

  const DIMENSIONS = ['politics', 'organisation', 'life', 'members', 'role'];
  test('2: 5 × 14 + 0.55 × 30 = 86.5 is four stars, satisfaction under 60 % caps at two; 60 % itself does not', () => {
    const rows = [
      { ...every(DIMENSIONS, 14), satisfaction: 0.55 },
      { ...every(DIMENSIONS, 14), satisfaction: 0.6 },
      { ...every(DIMENSIONS, 5), satisfaction: 0.5 },
      { ...every(DIMENSIONS, 13), satisfaction: 0.95 },
    ];
    expect(rated(2, rows)).toEqual([
      [86.5, '2'],
      [88, '4'],
      [40, '1'],
      [93.5, '5'],
    ]);
    const scheme = read(2);
    // Only the first has another grade than its total's.
    expect(rateBranches(scheme, table(scheme, rows)).atOnce).toEqual([true, false, false, false]);
  });

  test('3: 0.2 × 96 + 0.3 × 90 + 0.5 × 98 = 95.2 → five stars; 60 → one; 59.9 → none', () => {
    const rows = [
      { self: 96, masses: 90, organisation: 98 },
      { self: 60, masses: 60, organisation: 60 },
      { self: 60, masses: 60, organisation: 59.8 },
    ];
    expect(rated(3, rows)).toEqual([
      [95.2, '5'],
      [60, '1'],
      [59.9, '0'],
    ]);
  });

  test('4: lines 95, 90, 85, 80; two years running under three stars are warned', () => {
    const scheme = read(4);
    const parts = ['leadership', 'members', 'mechanism', 'results', 'response'];
    const rows = [19, 18.9, 17, 16.5, 15].map((x) => every(parts, x));
    const rating = rateBranches(scheme, table(scheme, rows));
    expect([...rating.scores.total]).toEqual([95, 94.5, 85, 82.5, 75]);
    expect(rating.byScore).toEqual(['5', '4', '3', '2', '0']);
    const last = new Map(rating.ids.map((id, i) => [id, ['0', '2', '2', '2', '0'][i] ?? null]));
    const moves = follow(scheme.grades, { warn: { below: '3', periods: 2 } }, rating, [last]);
    expect(moves.map((m) => m.warned)).toEqual([false, false, false, true, true]);
  });

  test('5: 92 + bonus 6 − one half-year without session 5 = 93: five stars with an innovation project, else four; 100 + 10 is 110', () => {
    const full = fullRow(read(5));
    const base = { ...full, politics: 12, distinctive: 6, no_session: 1 };
    const rows = [
      { ...base, innovation: 1 },
      { ...base, innovation: 0 },
      base,
      { ...full, distinctive: 25, innovation: 1 },
      { ...full, no_premises: 1, no_session: 1, innovation: 1 },
    ];
    expect(rated(5, rows)).toEqual([
      [93, '5'],
      [93, '4'],
      [93, '4'],
      [110, '5'],
      [85, '4'],
    ]);
  });

  test('6: of ten in order 1 five, 4 four, 3 three, 2 none; honoured is five stars directly', () => {
    const rows = Array.from({ length: 10 }, (_, i) => ({ order: i + 1, honoured: i === 9 ? 1 : 0 }));
    expect(rated(6, rows).map(([, grade]) => grade)).toEqual(['5', '4', '4', '4', '4', '3', '3', '3', '0', '5']);
    // 10, 40 and 30 % of ten: one five-star too many, and only the one in the order could be meant.
    const scheme = read(6);
    const { quotas, atOnce } = rateBranches(scheme, table(scheme, rows));
    expect(quotas.map((q) => [q.allowed, q.actual, q.excess])).toEqual([
      [1, 2, 1],
      [4, 4, 0],
      [3, 3, 0],
    ]);
    expect([quotas[0]?.edge, atOnce[9]]).toEqual([['b0'], true]);
  });

  test('7: 15 + 20 + 20 + 15 + 20 + 10 = 100 → five stars; a major accident leaves none', () => {
    const full = fullRow(read(7));
    expect(Object.keys(full)).toHaveLength(18);
    expect(rated(7, [full, { ...full, accident: 1 }, { ...full, secretary: 0, growth: 0, education: 0 }])).toEqual([
      [100, '5'],
      [100, '0'],
      [76, '3'],
    ]);
  });

  test('8: 0.6 × 95 + 0.4 × 90 = 93 → five stars; missing files or weak: not three', () => {
    const row = { standard: 95, vanguard: 90 };
    expect(rated(8, [row, { ...row, files_missing: 1 }, { ...row, weak: 1 }, { standard: 60, vanguard: 55, weak: 1 }])).toEqual([
      [93, '5'],
      [93, '2'],
      [93, '2'],
      [58, '1'],
    ]);
  });

  test('9: ten stars are class 1, nine and eight class 2, seven and six class 3, five class 4', () => {
    const scheme = read(9);
    const stars = columnsOf(JSON.stringify(scheme));
    const rows = [10, 9, 8, 7, 6, 5].map((won) => Object.fromEntries(stars.map((c, i) => [c, i < won ? 1 : 0])));
    expect(rated(9, rows)).toEqual([
      [10, 'class-1'],
      [9, 'class-2'],
      [8, 'class-2'],
      [7, 'class-3'],
      [6, 'class-3'],
      [5, 'class-4'],
    ]);
  });

  test('10: 100 − 5 − 4 − 11 = 80 wins the star, 100 − 5 − 4 − 12 = 79 does not', () => {
    const others = every(['star_income', 'star_governance', 'star_civility'], 85);
    const row = { ...others, star_ecology: 79.9, base: 100, incomplete: 1, years_over_48: 4 };
    expect(
      rated(10, [
        { ...row, points_under_55: 11 },
        { ...row, points_under_55: 12 },
      ]),
    ).toEqual([
      [4, '4'],
      [3, '3'],
    ]);
  });

  test('11: 16 × 3.5 + 0.9 × 40 − 2 × 2 = 88; another sector’s own indicators do not apply; any of six situations is backward at once', () => {
    const scheme = read(11);
    const common = Object.keys(fullRow(scheme)).filter((c) => !c.startsWith('own_'));
    expect(common).toHaveLength(16);
    const only = {
      own_village: ['农村'],
      own_community: ['社区'],
      own_office: ['机关'],
      own_institution: ['事业单位'],
      own_school: ['学校'],
      own_state_firm: ['国企'],
      own_two_new: ['两新组织'],
    };
    const row = { ...every(common, 3.5), reverse: 2 };
    const rows = [
      { ...row, own_village: 90 },
      { ...row, own_village: 90, own_school: 50 },
      { ...row, own_village: 90, no_secretary: 1 },
      { ...row, own_school: 50 },
    ];
    expect(rated(11, rows, ['农村', '学校', '农村', '农村'], only)).toEqual([
      [88, 'good'],
      [72, 'fair'],
      [88, 'backward'],
      // The village's own indicators are missing, which is zero and no gift: 56 − 4.
      [52, 'backward'],
    ]);
  });

  test('12: 5 × 17 + min(3 × 2, 4) + 5 − 3 − 2 × 0.5 = 90 → five stars', () => {
    const row = { ...every(DIMENSIONS, 17), honoured_county: 3, honoured_city: 1, criticised: 1, late: 2 };
    expect(rated(12, [row])).toEqual([[90, '5']]);
  });

  test('13: 100 + 2 × 5 + 1 × 2 − 5 = 107, over 100; there are no stars to give', () => {
    expect(
      rated(13, [
        { awarded: 1, honours: 2, spread: 1, named: 1 },
        { awarded: 0, honours: 1 },
      ]),
    ).toEqual([
      [107, null],
      [5, null],
    ]);
  });

  test('14: a star for 5 of 6 tasks, none for 4 of 6; for 4 of 5', () => {
    const row = { done_strength: 5, done_prosperity: 4, done_ecology: 6, done_safety: 5, done_civility: 4 };
    expect(rated(14, [row, { ...row, done_civility: 3 }])).toEqual([
      [4, '4'],
      [3, '3'],
    ]);
  });
});
