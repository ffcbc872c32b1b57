/** The form of a rule 计分规则: which of its values can be changed, and what could be read in two ways as choices. */
import type { Rule } from '../../scheme';
import type { Json } from '../../state/scheme-draft.svelte';
import type { ChoiceField, Field, Option } from './field';
import { bands, goOn, step } from './line-fields';
import type { Maker } from './maker';

type Others = { readonly among: 'group' | 'city'; readonly fallback?: 'group' | 'city' };
type Post = Extract<Rule, { type: 'goalposts' }>['lo'];

/** The fields of a rule, in the order its sentence speaks of them; the maker's base is the rule. */
export function ruleFields(r: Rule, m: Maker): Field[] {
  switch (r.type) {
    case 'attainment':
      return [
        ...target(r.target, m),
        ...pace(r.pace, m),
        inverse(r.inverse, m),
        m.number('cap', ['cap'], r.cap, 'part', true),
        m.choice('whenZero', ['whenZero'], { na: undefined, full: 'full', none: 'none' }, r.whenZero ?? 'na'),
      ];
    case 'goalposts':
    case 'exponential':
      return posts(r, r.type === 'goalposts', m);
    case 'zScore':
      return [
        ...others(r, m),
        inverse(r.inverse, m),
        m.number('centre', ['centre'], r.centre, 'part'),
        m.number('spread', ['spread'], r.spread, 'part'),
        m.number('least', ['floor'], r.floor, 'part', true),
        m.number('most', ['cap'], r.cap, 'part', true),
      ];
    case 'percentile':
      return [
        ...others(r, m),
        inverse(r.inverse, m),
        m.choose('equal', 'beaten', ['ties'], { low: undefined, mid: 'mid' }, r.ties ?? 'low'),
      ];
    case 'distanceToBest':
      return [...others(r, m), inverse(r.inverse, m), m.number('reach', ['reach'], r.reach, 'gap', true)];
    case 'distanceToTarget':
      return [
        ...target(r.target, m),
        ...pace(r.pace, m),
        m.choice('side', ['side'], { below: 'below', above: 'above', both: 'both' }, r.side),
        m.number('reach', ['reach'], r.reach, 'gap', true),
      ];
    case 'ratioToBest':
      return [...others(r, m), inverse(r.inverse, m)];
    case 'rankTable':
      return [
        ...others(r, m),
        inverse(r.inverse, m),
        m.choice('from', ['from'], { top: undefined, bottom: 'bottom' }, r.from ?? 'top'),
        ...places(r, m),
        m.choose('equal', 'shared', ['ties'], { best: undefined, mean: 'mean' }, r.ties ?? 'best'),
      ];
    case 'bands':
      return bands(r, m);
    case 'step':
      return step(r, m);
    case 'perCase':
      return [
        m.number('caseStep', ['step'], r.step, 'marks'),
        m.number('caseCap', ['cap'], r.cap, 'marks', true),
        m.number('free', ['free'], r.free, 'plain', true),
      ];
    case 'countMet':
      return [
        ...m.figure('required', ['required'], r.required, 1, 'plain'),
        m.choice('whole', ['whole'], { part: undefined, whole: true }, r.whole ? 'whole' : 'part'),
      ];
    case 'yesNo':
      return [m.bounds([], r)];
    case 'vote':
      return [
        m.list(
          'votes',
          ['options'],
          r.options.map((o, i) => ({ label: m.label('vote', i + 1), fields: vote(o, m.at([...m.base, 'options', i])) })),
          {
            label: m.w.form.add.vote,
            blank: { measure: '', coefficient: 1 },
            form: (json) => vote(json as { measure: string; coefficient: number }, m.at([])),
          },
          { min: 1 },
        ),
      ];
    case 'asGiven':
      return [m.number('min', ['min'], r.min, 'marks', true), m.number('max', ['max'], r.max, 'marks', true)];
  }
}

const vote = (o: { readonly measure: string; readonly coefficient: number }, m: Maker): Field[] => [
  m.measure('voteMeasure', ['measure'], o.measure),
  m.number('coefficient', ['coefficient'], o.coefficient, 'plain'),
];

function places(r: Extract<Rule, { type: 'rankTable' }>, m: Maker): Field[] {
  if (!('table' in r))
    return [m.number('placeStep', ['step'], r.step, 'part'), m.number('floorShare', ['floor'], r.floor, 'part', true)];
  const points = (i: number) => m.number('place', ['table', i], r.table[i], 'marks', false, i + 1);
  return [
    m.list(
      'table',
      ['table'],
      r.table.map((_, i) => ({ label: m.label('place', i + 1), fields: [points(i)] })),
      // one place more goes on as the last ones went
      { label: m.w.form.add.place, blank: Math.max(0, goOn(r.table)), form: null },
      { min: 1 },
    ),
    m.number('beyond', ['beyond'], r.beyond, 'marks', true),
    m.number('outOf', ['outOf'], r.outOf, 'marks'),
  ];
}

function posts(
  r: { readonly lo: Post; readonly hi: Post; readonly floor?: number; readonly bounded?: boolean },
  free: boolean,
  m: Maker,
): Field[] {
  // prettier-ignore
  return [
    ...post(r.hi, 'hi', m),
    ...post(r.lo, 'lo', m),
    m.number('floorShare', ['floor'], r.floor, 'part', free),
    m.choice('bounded', ['bounded'], { held: undefined, open: false }, r.bounded === false ? 'open' : 'held'),
  ];
}

/** A goalpost: a number, a figure, or where the field stands; of the last, over which periods and what of small groups. */
function post(p: Post, name: 'lo' | 'hi', m: Maker): Field[] {
  const field = typeof p === 'object' && 'is' in p ? p : null;
  const words = m.w.choices.among;
  const stands = (is: 'min' | 'max', among: 'group' | 'city'): Option => {
    const over = field?.over ? { over: field.over } : {};
    const fallback = among === 'group' && field?.fallback ? { fallback: field.fallback } : {};
    return { id: `${is}-${among}`, text: m.w.extreme[is](words[among]), value: { is, among, ...fallback, ...over } };
  };
  const more = [stands('max', 'group'), stands('min', 'group'), stands('max', 'city'), stands('min', 'city')];
  const picked = m.figure(name, [name], field ? null : p, name === 'hi' ? 1 : 0, 'value', more);
  const chosen = field ? `${field.is}-${field.among}` : null;
  const fields = picked.map((f): Field => (f.kind === 'pick' && chosen ? { ...f, chosen } : f));
  if (!field) return fields;
  const over = m.choice('over', [name, 'over'], { period: undefined, all: 'all', yearStart: 'yearStart' }, field.over ?? 'period'); // prettier-ignore
  return [...fields, over, ...(field.among === 'city' ? [] : [fallback(field.fallback, [name, 'fallback'], m)])];
}

/** A target: one number, a figure, or one for each peer group. */
function target(t: Extract<Rule, { type: 'attainment' }>['target'], m: Maker): Field[] {
  const of = typeof t === 'object' && 'groups' in t ? t : null;
  const plain = typeof t === 'number' ? t : (of?.others ?? 1);
  const names = [...new Set([...Object.keys(of?.groups ?? {}), ...m.words.peers])];
  const each: Json = of ? { ...of } : { groups: Object.fromEntries(names.map((g) => [g, plain])) };
  const more = names.length > 0 ? [{ id: 'groups', text: m.w.form.byGroup, value: each }] : [];
  const fields = m.figure('target', ['target'], t, plain, 'value', more);
  if (!of) return fields;
  return [
    ...fields,
    ...names.map((g) => ({
      ...m.number('target', ['target', 'groups', g], of.groups[g], 'value', true),
      label: m.w.form.targetOf(g),
    })),
    { ...m.number('target', ['target', 'others'], of.others, 'value', true), label: m.w.form.targetOf(m.w.form.otherGroups) },
  ];
}

function pace(p: true | readonly [number, number, number, number] | undefined, m: Maker): Field[] {
  const own = p === undefined || p === true ? [0.25, 0.5, 0.75, 1] : [...p];
  const chosen = p === undefined ? 'none' : p === true ? 'even' : 'own';
  return [
    m.choice('pace', ['pace'], { none: undefined, even: true, own }, chosen),
    ...(chosen === 'own' ? own.map((x, i) => m.number('quarter', ['pace', i], x, 'part', false, i + 1)) : []),
  ];
}

function others(r: Others, m: Maker): Field[] {
  const among = m.choice('among', ['among'], { group: 'group', city: 'city' }, r.among);
  return r.among === 'city' ? [among] : [among, fallback(r.fallback, ['fallback'], m)];
}

const fallback = (chosen: 'group' | 'city' | undefined, path: readonly string[], m: Maker): ChoiceField =>
  m.choice('fallback', path, { city: undefined, group: 'group' }, chosen ?? 'city');

const inverse = (is: boolean | undefined, m: Maker): ChoiceField =>
  m.choice('direction', ['inverse'], { more: undefined, less: true }, is ? 'less' : 'more');
