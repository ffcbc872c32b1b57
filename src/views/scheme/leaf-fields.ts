/** The forms of a node beside its rule: what it is called, what it scores, when it counts, how it is prepared and adjusted. */
import type { Adjustment, Figure, Group, Leaf, PrepareStep } from '../../scheme';
import type { ValueUnit } from '../../model/measure';
import type { Json } from '../../state/scheme-draft.svelte';
import type { Field, FormWords, Option } from './field';
import { combiningFields } from './combining-fields';
import { Maker } from './maker';

/** What a leaf is: its name and its figure. */
export const whatFields = (leaf: Leaf, words: FormWords, unit: ValueUnit): Field[] => {
  const m = new Maker(words, unit, []);
  return [m.text('title', ['title'], leaf.title), ...figureFields(leaf.measure, m, 'figure', ['measure'])];
};

/** When it counts, and what stands for a value that is owed. */
export function whenFields(leaf: Leaf, words: FormWords, unit: ValueUnit): Field[] {
  const m = new Maker(words, unit, []);
  const { w, rules } = words;
  const { due, carry = false, missing = 'zero', sectors = [] } = leaf;
  const terms = (['Q', 'H', 'Y4', 'Y1'] as const).map((id): Option => ({ id, text: rules.due(id), value: id }));
  const months = typeof due === 'string' ? null : due;
  const own: Option = { id: 'months', text: w.form.months, value: months ? [...months] : [6, 12] };
  const twelve = Array.from({ length: 12 }, (_, i): Option => ({ id: String(i + 1), text: w.form.month(i + 1), value: i + 1 }));
  const between = (['false', 'true'] as const).map((id): Option => ({ id, text: rules.carry(id === 'true'), value: id === 'true' ? true : undefined })); // prettier-ignore
  const fixed = typeof missing === 'object' && 'fixed' in missing ? missing.fixed : null;
  const ways: Option[] = [
    ...(['zero', 'exclude', 'unranked'] as const).map((id) => ({
      id,
      text: w.missing[id],
      value: id === 'zero' ? undefined : id,
    })),
    { id: 'mean-group', text: w.missing.meanGroup, value: { mean: 'group' } },
    { id: 'mean-city', text: w.missing.meanCity, value: { mean: 'city' } },
    { id: 'fixed', text: w.missing.fixed, value: { fixed: fixed ?? 0 } },
  ];
  const way = typeof missing === 'string' ? missing : 'fixed' in missing ? 'fixed' : `mean-${missing.mean}`;
  const peers = [...new Set([...words.peers, ...sectors])].map((id): Option => ({ id, text: id, value: id }));
  return [
    m.options('due', ['due'], [...terms, own], months ? 'months' : String(due)),
    ...(months ? [m.checks('dueMonths', ['due'], twelve, months.map(String))] : []),
    ...(due === 'Q' ? [] : [m.options('carry', ['carry'], between, String(carry))]),
    m.options('missing', ['missing'], ways, way),
    ...(fixed === null ? [] : [m.number('missingFixed', ['missing', 'fixed'], fixed, 'value')]),
    ...(peers.length > 0 ? [m.checks('onlyPeers', ['sectors'], peers, sectors)] : []),
    m.number('minDenominator', ['minDenominator'], leaf.minDenominator, 'plain', true),
  ];
}

/** How the value is prepared before the rule, and what is added or taken off after it. */
export function beforeAndAfterFields(leaf: Leaf, words: FormWords, unit: ValueUnit): Field[] {
  const m = new Maker(words, unit, []);
  const { form } = words.w;
  const steps = leaf.prepare ?? [];
  const adjustments = leaf.adjustments ?? [];
  return [
    m.list(
      'prepare',
      ['prepare'],
      steps.map((s, i) => ({ label: form.steps[s.do], fields: stepFields(s, m.at(['prepare', i])) })),
      { label: form.add.step, blank: { do: 'change', on: 'previous' }, form: (json) => newStep(json as PrepareStep, m.at([])) },
    ),
    ...(leaf.standardise === undefined && typeof leaf.measure !== 'string'
      ? []
      : [m.options('standardise', ['standardise'], [{ id: 'no', text: form.whole, value: undefined }, { id: 'yes', text: form.bySector, value: 'sector' }], leaf.standardise ? 'yes' : 'no')]), // prettier-ignore
    m.list(
      'adjustments',
      ['adjustments'],
      adjustments.map((a, i) => ({ label: m.label('adjustment', i + 1), fields: adjustmentFields(a, m.at(['adjustments', i])) })),
      {
        label: form.add.adjustment,
        blank: { title: '', measure: '', step: 0.5 },
        form: (json) => adjustmentFields(json as unknown as Adjustment, m.at([])),
      },
    ),
  ];
}

/** For the printed rules. */
export const paperFields = (leaf: Leaf, words: FormWords): Field[] => {
  const m = new Maker(words, 'number', []);
  return (['owner', 'definition', 'source'] as const).map((key) => m.text(key, [key], leaf[key], true));
};

/** A section or indicator: its name, owner, marks, and how its children become its points. */
export const groupFields = (group: Group, words: FormWords): Field[] => {
  const m = new Maker(words, 'number', []);
  return [
    m.text('title', ['title'], group.title),
    m.text('owner', ['owner'], group.owner, true),
    m.number('stated', ['points'], group.points, 'marks', true),
    ...combiningFields(group, m),
  ];
};

/** A measure, or a ratio, difference or sum of some; the kind of one that is made of several can be changed at will. */
function figureFields(f: Figure, m: Maker, name: 'figure' | 'divisor', path: readonly (string | number)[]): Field[] {
  const { form } = m.w;
  if (typeof f === 'string') {
    const made = { label: form.add.figure, blank: { ratio: [f, ''] } as Json, form: (json: Json) => figureFields(json as Figure, m.at([]), name, []) }; // prettier-ignore
    return [m.measure(name, path, f), ...(f === '' ? [] : [m.part('figureOf', path, null, made)])];
  }
  const parts = 'ratio' in f ? f.ratio : 'difference' in f ? f.difference : 'sum' in f ? f.sum : f.weighted.map((x) => x.of);
  const [first = '', second = ''] = parts;
  const kinds = {
    single: first,
    ratio: { ratio: [first, second] },
    difference: { difference: [first, second] },
    sum: { sum: [...parts] },
    weighted: { weighted: parts.map((of) => ({ of, by: 1 })) },
  };
  const kind = 'ratio' in f ? 'ratio' : 'difference' in f ? 'difference' : 'sum' in f ? 'sum' : 'weighted';
  const now = 'weighted' in f ? { ...kinds, weighted: f } : kinds;
  const measureOf = (part: Figure, at: readonly (string | number)[], n: number): Field[] =>
    typeof part === 'string' ? [m.measure('partMeasure', at, part, n)] : figureFields(part, m, name, at);
  const choice = m.choice('figureKind', path, now as unknown as Record<keyof typeof kinds, Json>, kind);
  if ('ratio' in f || 'difference' in f) return [choice, ...parts.flatMap((p, i) => measureOf(p, [...path, kind, i], i + 1))];
  const items = parts.map((p, i) => ({
    label: m.label('partMeasure', i + 1),
    fields:
      'weighted' in f
        ? [...measureOf(p, [...path, kind, i, 'of'], i + 1), m.number('by', [...path, kind, i, 'by'], f.weighted[i]?.by, 'plain')]
        : measureOf(p, [...path, kind, i], i + 1),
  }));
  const add = 'weighted' in f
    ? { label: form.add.part, blank: { of: '', by: 1 }, form: (json: Json) => partFields(json as { of: string; by: number }, m.at([])) }
    : { label: form.add.part, blank: '', form: (json: Json) => [m.at([]).measure('partMeasure', [], typeof json === 'string' ? json : '', parts.length + 1)] }; // prettier-ignore
  return [choice, m.list('figureParts', [...path, kind], items, add, { min: 'sum' in f ? 2 : 1 })];
}
const partFields = (p: { readonly of: string; readonly by: number }, m: Maker): Field[] => [
  m.measure('measure', ['of'], p.of),
  m.number('by', ['by'], p.by, 'plain'),
];

/** A step that is to be added: its kind first, with what each begins with. */
function newStep(s: PrepareStep, m: Maker): Field[] {
  const starts: readonly PrepareStep[] = [
    { do: 'change', on: 'previous' },
    { do: 'over', periods: 'year', take: 'mean' },
    { do: 'per', figure: '' },
    { do: 'clamp', lo: 0 },
    { do: 'winsorise', most: 1 },
    { do: 'log' },
    { do: 'rank', among: 'group', from: 'top' },
  ];
  const options = starts.map((x): Option => ({
    id: x.do,
    text: m.w.form.steps[x.do],
    value: (x.do === s.do ? s : x) as unknown as Json,
  }));
  return [m.pick('stepKind', [], [{ label: '', options }], s.do), ...stepFields(s, m)];
}

function stepFields(s: PrepareStep, m: Maker): Field[] {
  switch (s.do) {
    case 'per':
      return [...figureFields(s.figure, m, 'divisor', ['figure']), m.number('times', ['times'], s.times, 'plain', true)];
    case 'log':
      return [m.choice('base', ['base'], { e: undefined, two: 2, ten: 10 }, s.base === 2 ? 'two' : s.base === 10 ? 'ten' : 'e')];
    case 'clamp':
      return [m.number('clampLo', ['lo'], s.lo, 'value', true), m.number('clampHi', ['hi'], s.hi, 'value', true)];
    case 'change':
      return [
        m.choice('changeOn', ['on'], { previous: 'previous', lastYear: 'lastYear' }, s.on),
        m.choice('changeAs', ['as'], { share: undefined, difference: 'difference' }, s.as ?? 'share'),
      ];
    case 'over':
      return [
        m.choice('span', ['periods'], { year: 'year', last: typeof s.periods === 'number' ? s.periods : 4 }, s.periods === 'year' ? 'year' : 'last'), // prettier-ignore
        ...(s.periods === 'year' ? [] : [m.number('spanCount', ['periods'], s.periods, 'plain')]),
        m.choice('take', ['take'], { sum: 'sum', mean: 'mean', latest: 'latest' }, s.take),
      ];
    case 'winsorise':
      return [
        m.number('mostValues', ['most'], s.most, 'plain'),
        m.number('skew', ['skew'], s.skew, 'plain', true),
        m.number('kurtosis', ['kurtosis'], s.kurtosis, 'plain', true),
      ];
    case 'rank':
      return [
        m.choice('among', ['among'], { group: 'group', city: 'city' }, s.among),
        m.choice('rankFrom', ['from'], { top: 'top', bottom: 'bottom' }, s.from),
      ];
  }
}

function adjustmentFields(a: Adjustment, m: Maker): Field[] {
  const own = m.at(m.base, m.words.unitOf(a.measure));
  return [
    m.text('title', ['title'], a.title),
    m.measure('measure', ['measure'], a.measure),
    m.number('adjustStep', ['step'], a.step, 'marks'),
    ...(a.when ? [] : [own.number('adjustPer', ['per'], a.per, 'gap', true)]),
    m.number('adjustCap', ['cap'], a.cap, 'marks', true),
    m.number('adjustFloor', ['floor'], a.floor, 'marks', true),
    m.part('when', ['when'], a.when ? [own.at([...m.base, 'when']).bounds([], a.when)] : null, {
      label: m.w.form.add.when,
      blank: {},
      form: (json) => [own.at([]).bounds([], json as object)],
    }),
  ];
}
