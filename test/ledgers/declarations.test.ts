/** The ledgers' declarations hold together, what one part names another declares, and they say what the plans say. */
import { describe, expect, it } from 'vitest';
import { LEDGERS, MEASURES, ledgerById, measuresOf } from '../../src/ledgers';
import { unitColumn, type ColumnDef, type LedgerDef } from '../../src/model/ledger';
import { distinctColumns, scalarColumns, type Aggregate, type Condition } from '../../src/model/measure';
import type { Text } from '../../src/model/text';
import { DOMAIN } from './domain';

/** Headers are matched without white space and in NFKC form. */
const spelled = (name: string) => name.normalize('NFKC').replace(/\s+/g, '');
const namesOf = (c: ColumnDef) => [c.name.zh, ...(c.names ?? [])];

/** Every condition of a condition, itself included. */
function conditions(c: Condition): Condition[] {
  if (c.op === 'and' || c.op === 'or') return [c, ...c.of.flatMap(conditions)];
  return c.op === 'not' ? [c, ...conditions(c.of)] : [c];
}

function conditionColumns(c: Condition): string[] {
  if (c.op === 'given') return [c.col];
  if (c.op === 'in') return scalarColumns(c.a);
  if (c.op === 'not') return conditionColumns(c.of);
  if ('of' in c) return c.of.flatMap(conditionColumns);
  return [...scalarColumns(c.a), ...scalarColumns(c.b)];
}

function aggregateColumns(a: Aggregate): string[] {
  const own = a.agg === 'sum' ? scalarColumns(a.of) : a.agg === 'distinct' ? distinctColumns(a) : [];
  return [...own, ...(a.where ? conditionColumns(a.where) : [])];
}

const texts = (l: LedgerDef): Text[] => [
  l.name,
  ...l.columns.flatMap((c) => [c.name, ...(c.note ? [c.note] : []), ...(c.values ?? []).map((v) => v.name)]),
  ...l.measures.flatMap((m) => [m.name, m.definition]),
  ...(l.agreements ?? []).map((a) => a.name),
];

const twice = (all: readonly string[]) => all.filter((x, i) => all.indexOf(x) !== i);

const checkColumns = (l: LedgerDef): string[] =>
  l.checks.flatMap((c) =>
    c.check === 'atMost' ? [c.part, c.whole] : c.check === 'sum' ? [...c.parts, c.whole] : [c.first, c.second],
  );

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
    expect(twice(ledger.columns.flatMap(namesOf).map(spelled))).toEqual([]);
  });

  it('has no value name that two values of one column share', () => {
    for (const c of ledger.columns)
      expect(twice((c.values ?? []).flatMap((v) => [v.id, v.name.zh, ...(v.names ?? [])]).map(spelled))).toEqual([]);
  });

  it('gives every list its values and every range its ends', () => {
    expect(ledger.columns.filter((c) => (c.type === 'list') !== (c.values !== undefined)).map((c) => c.id)).toEqual([]);
    expect(ledger.columns.filter((c) => c.range && !(c.range[0] < c.range[1])).map((c) => c.id)).toEqual([]);
  });

  it('gives every figure that is reported its unit, its basis and a range', () => {
    // What rows name themselves is counted in whatever they say; a year is no count.
    const figures = ledger.columns.filter((c) => c.type === 'number' || c.type === 'integer');
    const reported = ledger.given || ledger.named ? [] : figures.filter((c) => c.unit !== '年');
    expect(reported.filter((c) => !c.unit || !c.basis || !c.range).map((c) => c.id)).toEqual([]);
    expect(ledger.columns.filter((c) => c.basis && !figures.includes(c)).map((c) => c.id)).toEqual([]);
  });

  it('counts since 1 January what says 本年累计, and in the quarter what says 本季', () => {
    const of = (word: RegExp) => ledger.columns.filter((c) => word.test(c.name.zh) && c.type === 'integer');
    expect(of(/本年累计/).filter((c) => c.basis !== 'y')).toEqual([]);
    expect(of(/本季/).filter((c) => c.basis !== 'f')).toEqual([]);
  });

  it('is known by other names than its own, and so is every required column', () => {
    expect(ledger.names?.length ?? 0).toBeGreaterThan(3);
    const required = ledger.columns.filter((c) => c.required);
    expect(required.filter((c) => (c.names?.length ?? 0) < 3).map((c) => c.id)).toEqual([]);
  });

  it('names declared columns in its key, its checks, its measures and its named figures', () => {
    const named = ledger.named?.figures.flatMap((f) => [f.value, f.numerator, f.denominator]) ?? [];
    const used = [
      ...ledger.key,
      ...checkColumns(ledger),
      ...ledger.measures.flatMap((m) => [
        ...aggregateColumns(m.numerator),
        ...(m.denominator ? aggregateColumns(m.denominator) : []),
        ...(m.by ? [m.by] : []),
      ]),
      ...(ledger.agreements ?? []).flatMap((a) => aggregateColumns(a.here)),
      ...(ledger.named ? [ledger.named.name] : []),
      ...Object.keys(ledger.example),
      ...named.filter((n) => n !== undefined),
    ];
    expect(used.filter((c) => !columns.includes(c))).toEqual([]);
    expect(ledger.key.length).toBeGreaterThan(0);
  });

  it('holds every 已… against its 应…', () => {
    const held = (part: string, whole: string) =>
      ledger.checks.some((c) => c.check === 'atMost' && c.part === part && c.whole === whole);
    const figures = ledger.columns.filter((c) => c.type === 'number' || c.type === 'integer');
    const pairs = figures.flatMap((due) => {
      const done = due.name.zh.includes('应') && figures.find((c) => c.name.zh === due.name.zh.replace('应', '已'));
      return done ? [{ due: due.id, done: done.id }] : [];
    });
    expect(pairs.filter(({ due, done }) => !held(done, due))).toEqual([]);
  });

  it('agrees only on figures that the other ledger has too', () => {
    for (const { ledger: other, there } of ledger.agreements ?? []) {
      const known = ledgerById(other)?.columns.map((c) => c.id) ?? [];
      expect(aggregateColumns(there).filter((c) => !known.includes(c))).toEqual([]);
      expect(ledgerById(other)?.rowPer).not.toBe(ledger.rowPer);
    }
  });

  it('has a key that begins with the unit column, and a period column, unless it is the roster', () => {
    if (ledger.rowPer === 'roster') expect(unitColumn(ledger)).toBeUndefined();
    else {
      expect(ledger.key[0]).toBe(unitColumn(ledger)?.id);
      expect(ledger.columns.filter((c) => c.type === 'period').map((c) => c.id)).toEqual(['period']);
    }
  });

  it('has words in both languages wherever it has words', () => {
    const wrong = texts(ledger).filter(
      (t) => !/\p{Script=Han}/u.test(t.zh) || !/^[^\p{Script=Han}]*[a-z][^\p{Script=Han}]*$/iu.test(t.en),
    );
    expect(wrong).toEqual([]);
  });

  it('asks for no person: counts, posts and organisations, no names, contacts or telephones', () => {
    const names = ledger.columns.flatMap((c) => namesOf(c).map((name) => ({ name, counts: c.type === 'integer' })));
    const persons = names.filter(
      ({ name, counts }) =>
        /姓名|联系人|联系方式|电话|手机|身份证|填报人|住址|出生/.test(name) ||
        (/负责人|领导$/.test(name) && !counts && !posts(ledger, name)),
    );
    expect(persons).toEqual([]);
  });

  it('scores nothing that must not be scored', () => {
    for (const m of ledger.measures) {
      const read = [m.numerator, ...(m.denominator ? [m.denominator] : [])];
      const ofColumns = (ids: readonly string[]) => ledger.columns.filter((c) => ids.includes(c.id));
      const all = read.flatMap(aggregateColumns);
      expect(
        ofColumns(all).filter((c) => c.sensitive),
        m.id,
      ).toEqual([]);
      if (!m.scored) {
        expect(m.better, m.id).toBe('neither');
        continue;
      }
      // How many were identified, and how much was held, written and moved: more of it is no merit.
      const counted = ofColumns(aggregateColumns(m.numerator)).filter((c) => NO_MERIT.test(c.name.zh));
      expect(
        counted.map((c) => c.id),
        m.id,
      ).toEqual([]);
      expect(m.denominator === undefined && m.numerator.agg === 'count' && !m.numerator.where, m.id).toBe(false);
      // Single stars and moves between them have a quota, or punish who rates strictly.
      const stars = read.flatMap((a) => (a.where ? conditions(a.where) : [])).filter((c) => starPicked(ledger, c));
      expect(stars, m.id).toEqual([]);
    }
  });

  it('is known by its measures’ full ids', () => {
    for (const m of measuresOf(ledger)) expect(MEASURES.get(m.id)).toMatchObject(m.measure);
    expect(measuresOf(ledger).map((m) => m.id)).toEqual(ledger.measures.map((m) => `${id}.${m.id}`));
  });
});

const NO_MERIT = /^认定数|上访率|信访举报|成果转化|对接活动|政策宣讲|班次|联席会议|专题报告|服务团|课题|讲堂|^信息|交流轮岗|挂职/;

/** A post (职务) is no person. */
const posts = (ledger: LedgerDef, name: string): boolean =>
  ledger.columns.some((c) => c.name.zh.includes('(职务)') && namesOf(c).includes(name));

/** `star = 5`, or one star column against another's: not `star ≥ 3`, and not the review's star = the approved one. */
function starPicked(ledger: LedgerDef, c: Condition): boolean {
  if (!('a' in c) || !('b' in c)) return false;
  const isStar = (s: typeof c.a) => 'col' in s && ledger.columns.some((d) => d.id === s.col && d.type === 'star');
  if (!isStar(c.a)) return false;
  return isStar(c.b) ? c.op !== 'eq' : c.op === 'eq';
}

describe('as the plans say', () => {
  const declared = DOMAIN.flatMap((d) => {
    const ledger = ledgerById(d.ledger);
    return ledger ? [{ ...d, ledger }] : [];
  });

  it('every ledger of the plans is there, and no other but receipts', () => {
    expect(DOMAIN.map((d) => d.ledger).filter((id) => !ledgerById(id))).toEqual([]);
    expect(LEDGERS.filter((l) => l.rowPer !== 'receipt' && !DOMAIN.some((d) => d.ledger === l.id)).map((l) => l.id)).toEqual([]);
  });

  it.each(declared.map((d) => [d.ledger.id, d] as const))(
    '%s has their columns, each as one of its own',
    (_, { ledger, columns }) => {
      const at = columns.map((d) => ledger.columns.findIndex((c) => namesOf(c).map(spelled).includes(spelled(d.name))));
      expect(columns.filter((_, i) => at[i] === -1).map((d) => d.name)).toEqual([]);
      expect(new Set(at.map((i) => ledger.columns[i]?.id)).size).toBe(
        ledger.id === 'talent-intake' ? columns.length - 3 : columns.length,
      );
    },
  );

  it.each(declared.map((d) => [d.ledger.id, d] as const))(
    '%s requires what they require, and nothing else',
    (_, { ledger, columns }) => {
      const asked = columns.filter((d) => d.required).map((d) => d.name);
      const required = ledger.columns.filter((c) => c.required);
      expect(
        required.map((c) => asked.filter((a) => namesOf(c).map(spelled).includes(spelled(a))).length),
        'each by one name',
      ).toEqual(required.map(() => 1));
      expect(required).toHaveLength(asked.length);
    },
  );

  it.each(declared.map((d) => [d.ledger.id, d] as const))('%s is asked for as often as they ask', (_, { ledger, frequency }) => {
    expect(ledger.frequency).toBe(frequency);
    // Within the month after the period; what the city keeps itself is due when it is needed.
    expect(ledger.deadlineDays).toBeGreaterThanOrEqual(ledger.given ? 0 : 5);
    expect(ledger.deadlineDays).toBeLessThanOrEqual(31);
  });

  it('keeps down what is sensitive, and nothing else', () => {
    const named = (l: LedgerDef) => l.columns.filter((c) => SENSITIVE_NAMES.test(c.name.zh)).map((c) => `${l.id}.${c.id}`);
    const kept = (l: LedgerDef) => l.columns.filter((c) => c.sensitive).map((c) => `${l.id}.${c.id}`);
    expect(LEDGERS.flatMap(kept)).toEqual(LEDGERS.flatMap(named));
    expect(LEDGERS.flatMap(kept).length).toBeGreaterThanOrEqual(3);
    // A check prints its values.
    expect(LEDGERS.flatMap((l) => checkColumns(l).filter((c) => l.columns.find((d) => d.id === c)?.sensitive))).toEqual([]);
  });
});

const SENSITIVE_NAMES = /约谈|召回|函询|诫勉|问责|清理问题村干部|信访举报|60岁以上书记/;

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
