/** The forms of what a scheme says beside its indicators: bonus, deductions, grades, vetoes, totals, rounding, ties. Paths begin at the scheme. */
import type { Bonus, Deductions, Grades, Quota, Scheme, Veto } from '../../scheme';
import { combiningFields } from './combining-fields';
import type { Adding, Field, FormWords, Option } from './field';
import { cardFields, lightFields } from './light-fields';
import { Maker } from './maker';

/** The parts in the order of the printed rules. */
export const PARTS = ['basics', 'deductions', 'bonus', 'total', 'year', 'grades', 'vetoes', 'lights', 'cards', 'rounding', 'ranking'] as const; // prettier-ignore
export type Part = (typeof PARTS)[number];

/** @param fresh an id nothing in the scheme has, from a stem. */
export function partFields(part: Part, s: Scheme, words: FormWords, fresh: (stem: string) => string): Field[] {
  const m = new Maker(words, 'number', []);
  switch (part) {
    case 'basics':
      return [
        m.text('title', ['title'], s.title),
        m.number('points', ['points'], s.points, 'marks'),
        m.text('notes', ['notes'], s.notes, true),
        m.choice('periods', ['periods'], { Q: undefined, H: 'H', Y: 'Y' }, s.periods ?? 'Q'),
        ...combiningFields(s, m),
      ];
    case 'bonus':
    case 'deductions':
      return [onTop(part, s[part], m)];
    case 'total':
      return [
        m.part('total', ['total'], s.total ? [m.number('floor', ['total', 'floor'], s.total.floor, 'marks', true), m.number('totalCap', ['total', 'cap'], s.total.cap, 'marks', true)] : null, { label: m.w.form.add.total, blank: { floor: 0 }, form: null }), // prettier-ignore
      ];
    case 'year':
      return [yearPart(s, m)];
    case 'grades':
      return [gradesPart(s.grades, m, fresh)];
    case 'vetoes':
      return [
        m.list('vetoes', ['vetoes'], (s.vetoes ?? []).map((v, i) => ({ label: m.label('veto', i + 1), fields: vetoFields(v, m.at(['vetoes', i])) })), { label: m.w.form.add.veto, blank: { id: fresh('veto'), title: '', measure: '', basis: '' }, form: (json) => vetoFields(json as unknown as Veto, m.at([])) }), // prettier-ignore
      ];
    case 'lights':
      return [lightFields(s.lights ?? [], m, fresh)];
    case 'cards':
      return [cardFields(s.cards ?? [], m, fresh)];
    case 'rounding':
      return [
        m.choice('roundAt', ['rounding', 'at'], { leaf: 'leaf', total: 'total' }, s.rounding.at),
        m.number('decimals', ['rounding', 'decimals'], s.rounding.decimals, 'plain'),
        m.choice('mode', ['rounding', 'mode'], { 'half-up': 'half-up', 'half-even': 'half-even' }, s.rounding.mode),
      ];
    case 'ranking':
      return rankingFields(s, m);
  }
}

function rankingFields({ ranking }: Scheme, m: Maker): Field[] {
  const nodes = m.words.nodes.map(([id, text]): Option => ({ id, text, value: id }));
  const one = (chosen: string, to: Maker, path: readonly (string | number)[]) =>
    to.pick('breaker', path, [{ label: '', options: nodes }], chosen);
  const { breakers } = ranking;
  return [
    m.choice('rankOn', ['ranking', 'on'], { rounded: 'rounded', unrounded: 'unrounded' }, ranking.on),
    m.choice('ties', ['ranking', 'ties'], { '1224': '1224', '1223': '1223', mean: 'mean' }, ranking.ties),
    m.list(
      'breakers',
      ['ranking', 'breakers'],
      breakers.map((id, i) => ({ label: m.w.form.nth(i + 1), fields: [one(id, m, ['ranking', 'breakers', i])] })),
      { label: m.w.form.add.breaker, blank: '', form: (json) => [one(typeof json === 'string' ? json : '', m.at([]), [])] },
      { keep: true },
    ),
  ];
}

type Item = Bonus['items'][number];
function itemFields(item: Item, m: Maker, kind: 'bonus' | 'deductions'): Field[] {
  return [
    m.text('title', ['title'], item.title),
    m.measure('measure', ['measure'], item.measure),
    m.number(kind === 'bonus' ? 'bonusStep' : 'deductionStep', ['step'], item.step, 'marks'),
    m.number('itemCap', ['cap'], item.cap, 'marks', true),
  ];
}

function onTop(kind: 'bonus' | 'deductions', x: Bonus | Deductions | undefined, m: Maker): Field {
  const blankItem = { title: '', measure: '', step: kind === 'bonus' ? 0.5 : 1 };
  const add: Adding = { label: m.w.form.add.item[kind], blank: blankItem, form: (json) => itemFields(json as unknown as Item, m.at([]), kind) }; // prettier-ignore
  const fields = (b: Bonus | Deductions, to: Maker): Field[] => [
    to.text('title', ['title'], b.title),
    to.number(kind === 'bonus' ? 'bonusCap' : 'deductionCap', ['cap'], b.cap, 'marks', kind === 'deductions'),
    ...(kind === 'bonus' ? [to.flag('inside', ['inside'], 'inside' in b ? b.inside : undefined)] : []),
    to.list('items', ['items'], b.items.map((item, i) => ({ label: to.label('item', i + 1), fields: itemFields(item, to.at([...to.base, 'items', i]), kind) })), add, { min: 1 }), // prettier-ignore
  ];
  const title = m.w.kinds[kind];
  const blank = kind === 'bonus' ? { title, cap: 3, items: [blankItem] } : { title, items: [blankItem] };
  return m.part(kind, [kind], x ? fields(x, m.at([kind])) : null, {
    label: m.w.form.add[kind],
    blank,
    form: (json) => fields(json as unknown as Bonus, m.at([])),
  });
}

function yearPart(s: Scheme, m: Maker): Field {
  const count = s.periods === 'H' ? 2 : s.periods === 'Y' ? 1 : 4;
  const blank = { weights: { 1: [100], 2: [50, 50], 4: [15, 25, 25, 35] }[count] ?? [] };
  const fields = s.year
    ? [
        ...s.year.weights.map((x, i) => m.number('periodWeight', ['year', 'weights', i], x, 'plain', false, i + 1)),
        m.choice('yearOf', ['year', 'of'], { leaves: undefined, totals: 'totals' }, s.year.of ?? 'leaves'),
      ]
    : null;
  return m.part('year', ['year'], fields, { label: m.w.form.add.year, blank, form: null });
}

type GradeLine = Grades['lines'][number];
type Condition = NonNullable<GradeLine['requires']>[number];
type Direct = NonNullable<Grades['direct']>[number];

const conditionFields = (c: Condition, m: Maker): Field[] => [
  m.text('conditionTitle', ['title'], c.title),
  m.measure('measure', ['measure'], c.measure),
  m.at(m.base, m.words.unitOf(c.measure)).bounds([], c),
];

function lineFields(line: GradeLine, isNew: boolean, isLast: boolean, m: Maker): Field[] {
  const asked: Adding = { label: m.w.form.add.requires, blank: { title: '', measure: '' }, form: (json) => conditionFields(json as unknown as Condition, m.at([])) }; // prettier-ignore
  return [
    isNew ? m.text('gradeName', ['grade'], line.grade) : m.text('gradeName', ['title'], line.title ?? line.grade),
    m.number('gradeMin', ['min'], line.min, 'marks', isLast),
    m.list('requires', ['requires'], (line.requires ?? []).map((c, i) => ({ label: m.w.form.nth(i + 1), fields: conditionFields(c, m.at([...m.base, 'requires', i])) })), asked, { ordered: false }), // prettier-ignore
  ];
}

function quotaFields(q: Quota, m: Maker): Field[] {
  return [
    m.grade('grade', ['grade'], q.grade),
    m.number('share', ['share'], q.share, 'part'),
    m.choice('scope', ['scope'], { group: 'group', city: 'city', parent: 'parent' }, q.scope),
    m.choice('quotaRounding', ['rounding'], { 'half-up': 'half-up', down: 'down', up: 'up' }, q.rounding),
    m.number('atLeastUnits', ['atLeast'], q.atLeast, 'plain', true),
    m.flag('binding', ['binding'], q.binding),
  ];
}

const directFields = (d: Direct, m: Maker): Field[] => [
  ...conditionFields(d, m),
  m.grade('directGrade', ['grade'], d.grade),
  m.text('basis', ['basis'], d.basis),
];

function gradesPart(g: Grades | undefined, m: Maker, fresh: (stem: string) => string): Field {
  const lines = g?.lines ?? [];
  const last = lines.at(-1);
  // between the last two lines that state a threshold, so that it is one that can be reached
  const mins = lines.flatMap((l) => l.min ?? []);
  const [low = 60, before = low + 10] = [...mins].reverse();
  const blank = { grade: '', min: Number(((low + before) / 2).toFixed(2)) };
  const at = (json: unknown): number => {
    const { min = 0 } = json as GradeLine;
    const place = lines.findIndex((l) => l.min === undefined || l.min < min);
    return place < 0 ? lines.length : place;
  };
  const nodes = m.words.nodes.map(([id, text]): Option => ({ id, text, value: id }));
  const by: Option = { id: 'total', text: m.w.form.lightOn.total, value: undefined };
  const fields = (x: Grades, to: Maker): Field[] => [
    to.pick('gradesOf', ['of'], [{ label: '', options: [by, ...nodes] }], x.of ?? 'total'),
    to.list('lines', ['lines'], x.lines.map((l, i) => ({ label: to.label('gradeLine', i + 1), fields: lineFields(l, false, l === last, to.at([...to.base, 'lines', i])) })), { label: m.w.form.add.gradeLine, blank, form: (json) => lineFields(json as unknown as GradeLine, true, false, m.at([])), at }, { min: 1, ordered: false }), // prettier-ignore
    to.list('quotas', ['quotas'], (x.quotas ?? []).map((q, i) => ({ label: to.label('quota', i + 1), fields: quotaFields(q, to.at([...to.base, 'quotas', i])) })), { label: m.w.form.add.quota, blank: { grade: x.lines[0]?.grade ?? '', share: 0.3, scope: 'group', rounding: 'half-up' }, form: (json) => quotaFields(json as unknown as Quota, m.at([])) }), // prettier-ignore
    to.list('direct', ['direct'], (x.direct ?? []).map((d, i) => ({ label: to.label('directOne', i + 1), fields: directFields(d, to.at([...to.base, 'direct', i])) })), { label: m.w.form.add.direct, blank: { id: fresh('direct'), title: '', measure: '', grade: '', basis: '' }, form: (json) => directFields(json as unknown as Direct, m.at([])) }), // prettier-ignore
  ];
  const names = m.w.form.usualGrades;
  const start = names.map((grade, i) => ({ grade, ...(i < names.length - 1 ? { min: 90 - 10 * i } : {}) }));
  return m.part('grades', ['grades'], g ? fields(g, m.at(['grades'])) : null, {
    label: m.w.form.add.grades,
    blank: { lines: start },
    form: null,
  });
}

const vetoFields = (v: Veto, m: Maker): Field[] => [
  m.text('vetoTitle', ['title'], v.title),
  m.measure('measure', ['measure'], v.measure),
  m.at(m.base, m.words.unitOf(v.measure)).bounds([], v),
  m.group(
    'effect',
    [
      ...(m.words.grades.length > 0 ? [m.grade('capGrade', ['cap'], v.cap, true)] : []),
      m.number('capScore', ['capScore'], v.capScore, 'marks', true),
      m.options('disqualify', ['disqualify'], [{ id: 'none', text: m.w.choices.yesNo.no, value: undefined }, { id: 'yes', text: m.w.choices.yesNo.yes, value: true }], v.disqualify ? 'yes' : 'none'), // prettier-ignore
    ],
    true,
  ),
  m.text('basis', ['basis'], v.basis),
];
