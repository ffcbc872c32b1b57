/** The form of a leaf's rule 计分规则: which of its values can be changed, what each is called and counted in, and what there is to choose. */
import type { RuleWords } from '../../i18n/rules';
import type { FieldName, SchemeWords } from '../../i18n/scheme';
import type { ValueUnit } from '../../model/measure';
import type { Leaf, Rule } from '../../scheme';
import type { Json, Path } from '../../state/scheme-draft.svelte';

/** What a number is counted in: a value of the measure, a distance between two, marks, a share of the marks, or nothing. */
type Counted = 'value' | 'gap' | 'marks' | 'part' | 'plain';

interface Named {
  readonly name: FieldName;
  readonly label: string;
}
export interface NumberField extends Named {
  readonly kind: 'number';
  readonly path: Path;
  /** null: not written. */
  readonly value: number | null;
  readonly optional: boolean;
  /** What is written after it; may be ''. */
  readonly unit: string;
  /** What is shown is so many times what the scheme says: 100 for percentages. */
  readonly times: number;
}
export interface ChoiceField extends Named {
  readonly kind: 'choice';
  readonly path: Path;
  readonly chosen: string;
  /** A value of undefined takes the key out. */
  readonly options: readonly { readonly id: string; readonly text: string; readonly value: Json | undefined }[];
}
/** Said, but not changed here. */
export interface FixedField extends Named {
  readonly kind: 'fixed';
  readonly text: string;
}
export type Field = NumberField | ChoiceField | FixedField;

export interface FieldWords {
  readonly w: SchemeWords;
  readonly rules: RuleWords;
  /** Unit of what the rule is given. */
  readonly unit: ValueUnit;
  readonly measure: (id: string) => string;
}

/** All fields of a leaf: its rule's, then when it is due and what a missing value means. */
export const fieldsOf = (leaf: Leaf, words: FieldWords): Field[] => [
  ...new Form(words).rule(leaf.rule),
  ...whenFields(leaf, words),
];

class Form {
  readonly #words: FieldWords;

  constructor(words: FieldWords) {
    this.#words = words;
  }

  /** The fields of a rule, in the order its sentence speaks of them. */
  rule(r: Rule): Field[] {
    switch (r.type) {
      case 'attainment':
        return [
          this.#target(r.target),
          ...this.#pace(r.pace),
          this.#inverse(r.inverse),
          this.#number('cap', ['cap'], r.cap, 'part', true),
          this.#choice('whenZero', ['whenZero'], { na: undefined, full: 'full', none: 'none' }, r.whenZero ?? 'na'),
        ];
      case 'goalposts':
      case 'exponential':
        return [
          this.#post(r.hi, 'hi'),
          this.#post(r.lo, 'lo'),
          this.#number('floorShare', ['floor'], r.floor, 'part', r.type === 'goalposts'),
          this.#choice('bounded', ['bounded'], { held: undefined, open: false }, r.bounded === false ? 'open' : 'held'),
        ];
      case 'zScore':
        return [
          ...this.#others(r),
          this.#inverse(r.inverse),
          this.#number('centre', ['centre'], r.centre, 'part'),
          this.#number('spread', ['spread'], r.spread, 'part'),
          this.#number('least', ['floor'], r.floor, 'part', true),
          this.#number('most', ['cap'], r.cap, 'part', true),
        ];
      case 'percentile':
        return [
          ...this.#others(r),
          this.#inverse(r.inverse),
          this.#choose('equal', 'beaten', ['ties'], { low: undefined, mid: 'mid' }, r.ties ?? 'low'),
        ];
      case 'distanceToBest':
        return [...this.#others(r), this.#inverse(r.inverse), this.#number('reach', ['reach'], r.reach, 'gap', true)];
      case 'distanceToTarget':
        return [
          this.#target(r.target),
          ...this.#pace(r.pace),
          this.#choice('side', ['side'], { below: 'below', above: 'above', both: 'both' }, r.side),
          this.#number('reach', ['reach'], r.reach, 'gap', true),
        ];
      case 'ratioToBest':
        return [...this.#others(r), this.#inverse(r.inverse)];
      case 'rankTable':
        return [
          ...this.#others(r),
          this.#inverse(r.inverse),
          this.#choice('from', ['from'], { top: undefined, bottom: 'bottom' }, r.from ?? 'top'),
          ...this.#places(r),
          this.#choose('equal', 'shared', ['ties'], { best: undefined, mean: 'mean' }, r.ties ?? 'best'),
        ];
      case 'bands':
        return this.#bands(r);
      case 'step':
        return this.#step(r);
      case 'perCase':
        return [
          this.#number('caseStep', ['step'], r.step, 'marks'),
          this.#number('caseCap', ['cap'], r.cap, 'marks', true),
          this.#number('free', ['free'], r.free, 'plain', true),
        ];
      case 'countMet':
        return [
          typeof r.required === 'number'
            ? this.#number('required', ['required'], r.required, 'plain')
            : this.#fixed('required', this.#words.measure(r.required.measure)),
          this.#choice('whole', ['whole'], { part: undefined, whole: true }, r.whole ? 'whole' : 'part'),
        ];
      case 'yesNo':
        return (['atLeast', 'above', 'atMost', 'below'] as const).flatMap((key) =>
          r[key] === undefined ? [] : [this.#number(key, [key], r[key], 'value')],
        );
      case 'vote':
        return r.options.map(({ measure, coefficient }, i) => {
          const field = this.#number('coefficient', ['options', i, 'coefficient'], coefficient, 'plain');
          return { ...field, label: `${this.#words.measure(measure)}: ${field.label}` };
        });
      case 'asGiven':
        return [this.#number('min', ['min'], r.min, 'marks', true), this.#number('max', ['max'], r.max, 'marks', true)];
    }
  }

  #places(r: Extract<Rule, { type: 'rankTable' }>): Field[] {
    if (!('table' in r))
      return [this.#number('placeStep', ['step'], r.step, 'part'), this.#number('floorShare', ['floor'], r.floor, 'part', true)];
    return [
      ...r.table.map((x, i) => this.#number('place', ['table', i], x, 'marks', false, i + 1)),
      this.#number('beyond', ['beyond'], r.beyond, 'marks', true),
      this.#number('outOf', ['outOf'], r.outOf, 'marks'),
    ];
  }

  #bands(r: Extract<Rule, { type: 'bands' }>): Field[] {
    const far = r.against ? 'gap' : 'value';
    const bands = r.bands.flatMap((b, i) => [
      ...(b.atLeast === undefined ? [] : [this.#number('bandFrom', ['bands', i, 'atLeast'], b.atLeast, far, false, i + 1)]),
      ...(b.above === undefined ? [] : [this.#number('bandAbove', ['bands', i, 'above'], b.above, far, false, i + 1)]),
      this.#number('bandPoints', ['bands', i, 'points'], b.points, 'marks', false, i + 1),
    ]);
    return [...bands, this.#number('outOf', ['outOf'], r.outOf, 'marks'), this.#roundTo(r.roundTo)];
  }

  #step(r: Extract<Rule, { type: 'step' }>): Field[] {
    const far = r.against ? 'gap' : 'value';
    const given = (key: 'atLeast' | 'atMost') => (r[key] === undefined ? [] : [this.#number(key, [key], r[key], far)]);
    // Only with one bound is there a good side to gain on.
    const oneSided = (r.atLeast === undefined) !== (r.atMost === undefined);
    return [
      ...given('atLeast'),
      ...given('atMost'),
      this.#number('per', ['per'], r.per, 'gap'),
      this.#number('step', ['step'], r.step, 'marks'),
      this.#choice('parts', ['parts'], { exact: undefined, down: 'down', up: 'up' }, r.parts ?? 'exact'),
      this.#roundTo(r.roundTo),
      this.#number('floorPoints', ['floor'], r.floor, 'marks', true),
      ...(oneSided ? [this.#number('gain', ['gain'], r.gain, 'marks', true)] : []),
      ...(r.gain === undefined ? [] : [this.#number('gainCap', ['gainCap'], r.gainCap, 'marks', true)]),
    ];
  }

  #label(name: FieldName, n = 0): string {
    const label = this.#words.w.fields[name];
    return typeof label === 'string' ? label : label(n);
  }

  #number(name: FieldName, path: Path, value: number | undefined, of: Counted, optional = false, n = 0): NumberField {
    const { units } = this.#words.w;
    const percent = of === 'part' || (this.#words.unit === 'share' && (of === 'value' || of === 'gap'));
    const unit = of === 'marks' ? units.marks : !percent ? '' : of === 'gap' ? units.percentagePoints : units.percent;
    const times = percent ? 100 : 1;
    return {
      ...{ kind: 'number', name, label: this.#label(name, n), path: ['rule', ...path] },
      ...{ value: value ?? null, optional, unit, times },
    };
  }

  #choice<N extends FieldName & keyof SchemeWords['choices']>(
    name: N,
    path: Path,
    values: Readonly<Record<string & keyof SchemeWords['choices'][N], Json | undefined>>,
    chosen: string,
  ): ChoiceField {
    return this.#choose(name, name, path, values, chosen);
  }

  /** A choice whose answers are worded elsewhere than under its own name. */
  #choose<W extends keyof SchemeWords['choices']>(
    name: FieldName,
    words: W,
    path: Path,
    values: Readonly<Record<string & keyof SchemeWords['choices'][W], Json | undefined>>,
    chosen: string,
  ): ChoiceField {
    const texts: Readonly<Record<string, string>> = this.#words.w.choices[words];
    const options = Object.entries<Json | undefined>(values).map(([id, value]) => ({ id, text: texts[id] ?? id, value }));
    return { kind: 'choice', name, label: this.#label(name), path: ['rule', ...path], chosen, options };
  }

  #fixed(name: FieldName, text: string): FixedField {
    return { kind: 'fixed', name, label: this.#label(name), text };
  }

  #target(target: number | { readonly measure: string }): Field {
    return typeof target === 'number'
      ? this.#number('target', ['target'], target, 'value')
      : this.#fixed('target', this.#words.measure(target.measure));
  }

  #post(post: Extract<Rule, { type: 'goalposts' }>['lo'], name: 'lo' | 'hi'): Field {
    if (typeof post === 'number') return this.#number(name, [name], post, 'value');
    if ('measure' in post) return this.#fixed(name, this.#words.measure(post.measure));
    return this.#fixed(name, this.#words.w.extreme[post.is](this.#words.w.choices.among[post.among]));
  }

  #pace(pace: true | readonly [number, number, number, number] | undefined): Field[] {
    const own = pace === undefined || pace === true ? [0.25, 0.5, 0.75, 1] : [...pace];
    const chosen = pace === undefined ? 'none' : pace === true ? 'even' : 'own';
    return [
      this.#choice('pace', ['pace'], { none: undefined, even: true, own }, chosen),
      ...(chosen === 'own' ? own.map((x, i) => this.#number('quarter', ['pace', i], x, 'part', false, i + 1)) : []),
    ];
  }

  #others(r: { readonly among: 'group' | 'city'; readonly fallback?: 'group' | 'city' }): Field[] {
    const among = this.#choice('among', ['among'], { group: 'group', city: 'city' }, r.among);
    if (r.among === 'city') return [among];
    return [among, this.#choice('fallback', ['fallback'], { city: undefined, group: 'group' }, r.fallback ?? 'city')];
  }

  #inverse(inverse = false): ChoiceField {
    return this.#choice('direction', ['inverse'], { more: undefined, less: true }, inverse ? 'less' : 'more');
  }

  /** Of a share the decimals of its percentage are told: 0.950 has 3, 95.0 % has 1. */
  #roundTo(chosen: number | undefined): ChoiceField {
    const { w, unit } = this.#words;
    const off = unit === 'share' ? 2 : 0;
    const decimals = [...new Set([off, off + 1, off + 2, ...(chosen === undefined ? [] : [chosen])])].sort((a, b) => a - b);
    const options = decimals.map((d) => ({
      id: String(d),
      // coarser than a whole percentage: told as of the share
      text: d < off ? w.roundTo(d, false) : w.roundTo(d - off, off > 0),
      value: d,
    }));
    return {
      ...{ kind: 'choice', name: 'roundTo', label: this.#label('roundTo'), path: ['rule', 'roundTo'] },
      chosen: chosen === undefined ? 'none' : String(chosen),
      options: [{ id: 'none', text: w.choices.roundTo.none, value: undefined }, ...options],
    };
  }
}

/** When a leaf counts, and what stands for a value that is owed. */
function whenFields({ due, carry = false, missing = 'zero' }: Leaf, { w, rules }: FieldWords): Field[] {
  const choice = (name: 'due' | 'carry' | 'missing', chosen: string, options: ChoiceField['options']): Field => ({
    ...{ kind: 'choice', name, label: w.fields[name], path: [name], chosen, options },
  });
  const fixed = (name: 'due' | 'missing', text: string): Field => ({ kind: 'fixed', name, label: w.fields[name], text });
  const terms = (['Q', 'H', 'Y4', 'Y1'] as const).map((id) => ({ id, text: rules.due(id), value: id }));
  const ways = (['zero', 'exclude', 'unranked'] as const).map((id) => ({
    ...{ id, text: w.missing[id], value: id === 'zero' ? undefined : id },
  }));
  const between = [
    { id: 'false', text: rules.carry(false), value: undefined },
    { id: 'true', text: rules.carry(true), value: true },
  ];
  return [
    typeof due === 'string' ? choice('due', due, terms) : fixed('due', rules.due(due)),
    ...(due === 'Q' ? [] : [choice('carry', String(carry), between)]),
    typeof missing === 'string' ? choice('missing', missing, ways) : fixed('missing', w.missing.other),
  ];
}
