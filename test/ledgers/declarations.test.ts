/** The ledgers' declarations hold together: what one part names, another part declares. */
import { describe, expect, it } from 'vitest';
import { LEDGERS, MEASURES, ledgerById, measuresOf } from '../../src/ledgers';
import { unitColumn, type LedgerDef } from '../../src/model/ledger';
import { scalarColumns, type Aggregate, type Condition } from '../../src/model/measure';
import type { Text } from '../../src/model/text';

/** Headers are matched without white space and in NFKC form. */
const spelled = (name: string) => name.normalize('NFKC').replace(/\s+/g, '');

function conditionColumns(c: Condition): string[] {
  if (c.op === 'given') return [c.col];
  if (c.op === 'in') return scalarColumns(c.a);
  if (c.op === 'not') return conditionColumns(c.of);
  if ('of' in c) return c.of.flatMap(conditionColumns);
  return [...scalarColumns(c.a), ...scalarColumns(c.b)];
}

function aggregateColumns(a: Aggregate): string[] {
  const own = a.agg === 'sum' ? scalarColumns(a.of) : a.agg === 'distinct' ? [a.col] : [];
  return [...own, ...(a.where ? conditionColumns(a.where) : [])];
}

const texts = (l: LedgerDef): Text[] => [
  l.name,
  ...l.columns.flatMap((c) => [c.name, ...(c.values ?? []).map((v) => v.name)]),
  ...l.measures.flatMap((m) => [m.name, m.definition]),
];

const twice = (all: readonly string[]) => all.filter((x, i) => all.indexOf(x) !== i);

it('ledger ids are unique and kebab-case', () => {
  const ids = LEDGERS.map((l) => l.id);
  expect(twice(ids)).toEqual([]);
  expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
  expect(ids.map((id) => ledgerById(id)?.id)).toEqual(ids);
  expect(ledgerById('no-such-ledger')).toBeUndefined();
});

describe.each(LEDGERS.map((l) => [l.id, l] as const))('%s', (id, ledger) => {
  const columns = ledger.columns.map((c) => c.id);

  it('has unique snake_case ids of columns and measures', () => {
    const measures = ledger.measures.map((m) => m.id);
    expect(twice(columns)).toEqual([]);
    expect(twice(measures)).toEqual([]);
    expect([...columns, ...measures].filter((x) => !/^[a-z]+(_[a-z]+)*$/.test(x))).toEqual([]);
  });

  it('has no name that two columns share, and no name twice', () => {
    expect(twice(ledger.columns.flatMap((c) => [c.name.zh, ...(c.names ?? [])]).map(spelled))).toEqual([]);
  });

  it('has no value name that two values of one column share', () => {
    for (const c of ledger.columns)
      expect(twice((c.values ?? []).flatMap((v) => [v.id, v.name.zh, ...(v.names ?? [])]).map(spelled))).toEqual([]);
  });

  it('gives every list its values and every count its basis', () => {
    expect(ledger.columns.filter((c) => (c.type === 'list') !== (c.values !== undefined)).map((c) => c.id)).toEqual([]);
    expect(ledger.columns.filter((c) => c.unit === '人' && !c.basis).map((c) => c.id)).toEqual([]);
    expect(ledger.columns.filter((c) => c.range && !(c.range[0] < c.range[1])).map((c) => c.id)).toEqual([]);
  });

  it('names declared columns in its key, its checks, its measures and its named figures', () => {
    const named = ledger.named?.figures.flatMap((f) => [f.value, f.numerator, f.denominator]) ?? [];
    const used = [
      ...ledger.key,
      ...ledger.checks.flatMap((c) =>
        c.check === 'atMost' ? [c.part, c.whole] : c.check === 'sum' ? [...c.parts, c.whole] : [c.first, c.second],
      ),
      ...ledger.measures.flatMap((m) => [
        ...aggregateColumns(m.numerator),
        ...(m.denominator ? aggregateColumns(m.denominator) : []),
        ...(m.by ? [m.by] : []),
      ]),
      ...(ledger.named ? [ledger.named.name] : []),
      ...named.filter((n) => n !== undefined),
    ];
    expect(used.filter((c) => !columns.includes(c))).toEqual([]);
    expect(ledger.key.length).toBeGreaterThan(0);
  });

  it('has a key that begins with the unit column, and a period column, unless it is the roster', () => {
    if (ledger.rowPer === 'roster') expect(unitColumn(ledger)).toBeUndefined();
    else {
      expect(ledger.key[0]).toBe(unitColumn(ledger)?.id);
      expect(ledger.columns.filter((c) => c.type === 'period').map((c) => c.id)).toEqual(['period']);
    }
  });

  it('has words in both languages wherever it has words', () => {
    const empty = texts(ledger).filter((t) => !/\p{Script=Han}|^市$/u.test(t.zh) || !/^[^\p{Script=Han}]+$/u.test(t.en));
    expect(empty).toEqual([]);
  });

  it('asks for no person: no names, contacts or telephones', () => {
    const names = ledger.columns.flatMap((c) => [c.name.zh, ...(c.names ?? [])]);
    expect(names.filter((n) => /姓名|联系人|电话|手机|身份证|填报人|负责人/.test(n))).toEqual([]);
  });

  it('is known by its measures’ full ids', () => {
    for (const m of measuresOf(ledger)) expect(MEASURES.get(m.id)).toBe(m.measure);
    expect(measuresOf(ledger).map((m) => m.id)).toEqual(ledger.measures.map((m) => `${id}.${m.id}`));
  });
});

describe('measures that rows name', () => {
  it('any name of indicators and targets is declared, its figures by their suffix', () => {
    expect(MEASURES.get('indicators.群众满意率')).toMatchObject({ name: { zh: '群众满意率' }, unit: 'share', scored: true });
    expect(MEASURES.get('indicators.群众满意率/target')?.numerator).toMatchObject({ agg: 'sum', of: { col: 'target' } });
    expect(MEASURES.get('targets.志愿服务时长/provincial')).toMatchObject({
      name: { zh: '志愿服务时长·全省平均' },
      unit: 'number',
      numerator: { of: { col: 'provincial' } },
    });
  });

  it('a slash that begins no declared figure belongs to the name', () => {
    expect(MEASURES.get('indicators.党支部/党小组数')?.name.zh).toBe('党支部/党小组数');
  });

  it('an empty name, an unknown measure and an unknown ledger are not declared', () => {
    for (const id of ['indicators.', 'indicators./target', 'rectification.nonsense', 'nowhere.total', 'rectification', ''])
      expect(MEASURES.get(id)).toBeUndefined();
  });
});

it('what must never be scored is not: identified organisations, single stars, moves of stars', () => {
  const shown = LEDGERS.flatMap(measuresOf).filter((m) => !m.measure.scored);
  expect(shown.map((m) => m.id)).toEqual([
    'branch-rating.five_star_share',
    'branch-rating.four_star_share',
    'branch-rating.exactly_three_star_share',
    'branch-rating.two_star_share',
    'branch-rating.one_star_share',
    'branch-rating.unrated_star_share',
    'branch-rating.upgraded',
    'branch-rating.downgraded',
    'rectification.relapse_all',
    'rectification.identified',
    'talent-intake.flexible',
    'talent-intake.intake',
  ]);
  expect(shown.filter((m) => m.measure.better !== 'neither')).toEqual([]);
});
