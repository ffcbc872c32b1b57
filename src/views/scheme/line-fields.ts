/** The forms of the rules that hold a value against lines: bands 分档, and so much off for each unit short. */
import type { Rule } from '../../scheme';
import type { Json } from '../../state/scheme-draft.svelte';
import type { ChoiceField, Field, Option } from './field';
import type { Maker } from './maker';

/** What comes after numbers that go down by steps: as far below the last as that is below the one before. */
export function goOn(all: readonly number[]): number {
  const [last = 0, before = last] = [...all].reverse();
  return Number((2 * last - before).toFixed(9));
}

export function bands(r: Extract<Rule, { type: 'bands' }>, m: Maker): Field[] {
  const far = r.against ? 'gap' : 'value';
  const open = r.bands.at(-1);
  const isOpen = open !== undefined && open.atLeast === undefined && open.above === undefined;
  const closed = isOpen ? r.bands.slice(0, -1) : r.bands;
  const of = (b: (typeof r.bands)[number], i: number): Field[] => {
    const path = ['bands', i];
    const line = b.atLeast ?? b.above;
    const points = m.number('bandPoints', [...path, 'points'], b.points, 'marks', false, i + 1);
    if (line === undefined) return [points];
    const key = b.atLeast === undefined ? 'above' : 'atLeast';
    const kinds = [
      { id: 'atLeast', text: m.w.choices.bandLine.atLeast, value: { atLeast: line, points: b.points } },
      { id: 'above', text: m.w.choices.bandLine.above, value: { above: line, points: b.points } },
    ];
    return [
      m.number(key === 'above' ? 'bandAbove' : 'bandFrom', [...path, key], line, far, false, i + 1),
      points,
      m.pick('bandLine', path, [{ label: '', options: kinds }], key),
    ];
  };
  const lines = closed.flatMap((b) => b.atLeast ?? b.above ?? []);
  // a band of its own line, half a step on, so that it is one that can be reached
  const next = lines.length === 0 ? 0 : lines.length === 1 ? (lines[0] ?? 0) / 2 : goOn(lines);
  const least = closed.at(-1)?.points ?? r.outOf;
  const blank = { atLeast: next, points: isOpen ? Number(((least + open.points) / 2).toFixed(2)) : Math.max(0, goOn(closed.map((b) => b.points))) }; // prettier-ignore
  return [
    against(r.against, m),
    m.list(
      'bands',
      ['bands'],
      r.bands.map((b, i) => ({ label: b === open && isOpen ? m.w.form.restBand : m.label('band', i + 1), fields: of(b, i) })),
      { label: m.w.form.add.band, blank, form: null, at: () => closed.length },
      { min: 1 },
    ),
    ...unreached(r, m),
    m.number('outOf', ['outOf'], r.outOf, 'marks'),
    roundTo(r.roundTo, m),
    ...(r.against
      ? [
          m.part('without', ['without'], r.without ? fixedPosts(r.without, m.at([...m.base, 'without'])) : null, {
            label: m.w.form.add.without,
            blank: { type: 'goalposts', lo: 0, hi: 1 },
            form: null,
          }),
        ]
      : []),
  ];
}

/** A band whose line is not below the one before it is never reached: offered to be put in order. */
function unreached(r: Extract<Rule, { type: 'bands' }>, m: Maker): Field[] {
  const line = (b: (typeof r.bands)[number]): number => b.atLeast ?? b.above ?? -Infinity;
  if (r.bands.every((b, i) => i === 0 || line(b) < line(r.bands[i - 1] ?? b) || (line(b) === line(r.bands[i - 1] ?? b) && b.atLeast !== undefined))) return []; // prettier-ignore
  const sorted = [...r.bands].sort((a, b) => line(b) - line(a)).map((b) => ({ ...b }));
  const options: Option[] = [
    { id: 'as-is', text: m.w.choices.bandOrder.asIs, value: r.bands.map((b) => ({ ...b })) },
    { id: 'sorted', text: m.w.choices.bandOrder.sorted, value: sorted },
  ];
  return [m.options('bandOrder', ['bands'], options, 'as-is')];
}

export function step(r: Extract<Rule, { type: 'step' }>, m: Maker): Field[] {
  const far = r.against ? 'gap' : 'value';
  // Only with one bound is there a good side to gain on.
  const oneSided = (r.atLeast === undefined) !== (r.atMost === undefined);
  const exempt = (e: NonNullable<typeof r.exempt>, to: Maker): Field[] => [
    to.measure('measure', ['measure'], e.measure),
    to.at(to.base, m.words.unitOf(e.measure)).bounds([], e),
  ];
  return [
    against(r.against, m),
    m.group(
      'fullWithin',
      (['atLeast', 'atMost'] as const).map((key) => m.number(key, [key], r[key], far, true)),
      true,
    ),
    m.number('per', ['per'], r.per, 'gap'),
    m.number('step', ['step'], r.step, 'marks'),
    m.choice('parts', ['parts'], { exact: undefined, down: 'down', up: 'up' }, r.parts ?? 'exact'),
    roundTo(r.roundTo, m),
    m.number('floorPoints', ['floor'], r.floor, 'marks', true),
    ...(oneSided || r.gain !== undefined ? [m.number('gain', ['gain'], r.gain, 'marks', true)] : []),
    ...(r.gain === undefined ? [] : [m.number('gainCap', ['gainCap'], r.gainCap, 'marks', true)]),
    m.part('exempt', ['exempt'], r.exempt ? exempt(r.exempt, m.at([...m.base, 'exempt'])) : null, {
      label: m.w.form.add.exempt,
      blank: { measure: '' },
      form: (json) => exempt(json as { measure: string }, m.at([])),
    }),
  ];
}

/** What values are compared with: nothing, the mean of the others, or a figure. */
function against(a: Extract<Rule, { type: 'bands' }>['against'], m: Maker): Field {
  const texts = m.w.choices.against;
  const mean = (of: 'group' | 'city', fallback?: 'group'): Json => ({ mean: of, ...(fallback ? { fallback } : {}) });
  const more: Option[] = [
    { id: 'none', text: texts.none, value: undefined },
    { id: 'group', text: texts.group, value: mean('group') },
    { id: 'group-own', text: texts.groupOwn, value: mean('group', 'group') },
    { id: 'city', text: texts.city, value: mean('city') },
  ];
  const chosen =
    a === undefined ? 'none' : 'measure' in a ? a.measure : a.mean === 'city' ? 'city' : a.fallback === 'group' ? 'group-own' : 'group'; // prettier-ignore
  const measure = m.measure('against', ['against'], chosen.includes('.') ? chosen : '');
  const figures = measure.groups.map((g) => ({ ...g, options: g.options.map((o) => ({ ...o, value: { measure: o.id } })) }));
  const named = { ledgers: m.words.named, of: (id: string): Json => ({ measure: id }) };
  return { ...m.pick('against', ['against'], [{ label: '', options: more }, ...figures], chosen), named };
}

const fixedPosts = (
  r: { readonly lo: number; readonly hi: number; readonly floor?: number; readonly bounded?: boolean },
  m: Maker,
): Field[] => [
  // prettier-ignore
  m.number('hi', ['hi'], r.hi, 'value'),
  m.number('lo', ['lo'], r.lo, 'value'),
  m.number('floorShare', ['floor'], r.floor, 'part', true),
  m.choice('bounded', ['bounded'], { held: undefined, open: false }, r.bounded === false ? 'open' : 'held'),
];

/** Of a share the decimals of its percentage are told: 0.950 has 3, 95.0 % has 1. */
function roundTo(chosen: number | undefined, m: Maker): ChoiceField {
  const off = m.unit === 'share' ? 2 : 0;
  const decimals = [...new Set([off, off + 1, off + 2, ...(chosen === undefined ? [] : [chosen])])].sort((a, b) => a - b);
  const options = decimals.map((d) => ({
    id: String(d),
    // coarser than a whole percentage: told as of the share
    text: d < off ? m.w.roundTo(d, false) : m.w.roundTo(d - off, off > 0),
    value: d,
  }));
  const none = { id: 'none', text: m.w.choices.roundTo.none, value: undefined };
  return m.options('roundTo', ['roundTo'], [none, ...options], chosen === undefined ? 'none' : String(chosen));
}
