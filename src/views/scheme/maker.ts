/** Makes fields: labels, units and options from the words, so that forms list only what they ask. */
import type { FieldName, SchemeWords } from '../../i18n/scheme';
import type { ValueUnit } from '../../model/measure';
import type { Bounds, SchemeText } from '../../scheme';
import type { Json, Path } from '../../state/scheme-draft.svelte';
import type {
  Adding,
  ChecksField,
  ChoiceField,
  Counted,
  Field,
  FormWords,
  GroupField,
  ListField,
  NumberField,
  Option,
  OptionGroup,
  PartField,
  PickField,
  TextField,
} from './field';

type Choices = SchemeWords['choices'];
const BOUNDS = ['atLeast', 'above', 'atMost', 'below'] as const;
/** What stands in a pick for a number of its own. */
const NUMBER = 'number';

export class Maker {
  readonly words: FormWords;
  /** Unit of the values that 'value' and 'gap' are counted in. */
  readonly unit: ValueUnit;
  /** Where the fields stand. */
  readonly base: Path;

  constructor(words: FormWords, unit: ValueUnit, base: Path) {
    [this.words, this.unit, this.base] = [words, unit, base];
  }

  get w(): SchemeWords {
    return this.words.w;
  }

  label(name: FieldName, n = 0): string {
    const label = this.w.fields[name];
    return typeof label === 'string' ? label : label(n);
  }

  #named(name: FieldName, path: Path, n = 0): { name: FieldName; label: string; path: Path } {
    return { name, label: this.label(name, n), path: [...this.base, ...path] };
  }

  number(name: FieldName, path: Path, value: number | undefined, of: Counted, optional = false, n = 0): NumberField {
    const { units } = this.w;
    const percent = of === 'part' || (this.unit === 'share' && (of === 'value' || of === 'gap'));
    const unit = of === 'marks' ? units.marks : !percent ? '' : of === 'gap' ? units.percentagePoints : units.percent;
    return { kind: 'number', ...this.#named(name, path, n), value: value ?? null, optional, unit, times: percent ? 100 : 1 };
  }

  text(name: FieldName, path: Path, value: SchemeText | undefined, optional = false): TextField {
    return { kind: 'text', ...this.#named(name, path), value: value ?? '', optional };
  }

  choice<N extends FieldName & keyof Choices>(
    name: N,
    path: Path,
    values: Readonly<Record<string & keyof Choices[N], Json | undefined>>,
    chosen: string,
  ): ChoiceField {
    return this.choose(name, name, path, values, chosen);
  }

  /** A choice whose answers are worded elsewhere than under its own name. */
  choose<W extends keyof Choices>(
    name: FieldName,
    words: W,
    path: Path,
    values: Readonly<Record<string & keyof Choices[W], Json | undefined>>,
    chosen: string,
  ): ChoiceField {
    const texts: Readonly<Record<string, string>> = this.w.choices[words];
    const options = Object.entries<Json | undefined>(values).map(([id, value]) => ({ id, text: texts[id] ?? id, value }));
    return this.options(name, path, options, chosen);
  }

  options(name: FieldName, path: Path, options: readonly Option[], chosen: string): ChoiceField {
    return { kind: 'choice', ...this.#named(name, path), chosen, options };
  }

  /** Yes or no, where no is what goes without saying. */
  flag(name: 'inside' | 'binding', path: Path, value: boolean | undefined): ChoiceField {
    const { yes, no } = this.w.choices[name];
    return this.options(name, path, [{ id: 'no', text: no, value: undefined }, { id: 'yes', text: yes, value: true }], value ? 'yes' : 'no'); // prettier-ignore
  }

  pick(name: FieldName, path: Path, groups: readonly OptionGroup[], chosen: string, n = 0): PickField {
    return { kind: 'pick', ...this.#named(name, path, n), chosen, groups };
  }

  checks(name: FieldName, path: Path, options: readonly Option[], chosen: readonly string[], drops = true): ChecksField {
    return { kind: 'checks', ...this.#named(name, path), options, chosen, drops };
  }

  group(name: FieldName, fields: readonly Field[], oneOf = false): GroupField {
    return { kind: 'group', ...this.#named(name, []), fields, oneOf };
  }

  list(
    name: FieldName,
    path: Path,
    items: ListField['items'],
    add: Adding,
    more: { min?: number; ordered?: boolean; keep?: boolean } = {},
  ): ListField {
    return {
      kind: 'list',
      ...this.#named(name, path),
      items,
      add,
      min: more.min ?? 0,
      ordered: more.ordered ?? true,
      keep: more.keep ?? false,
    };
  }

  part(name: FieldName, path: Path, fields: readonly Field[] | null, add: Adding): PartField {
    return { kind: 'part', ...this.#named(name, path), fields, add };
  }

  /** The measures by ledger, and one the catalogue does not list where it is chosen. */
  #measures(chosen: string, of: (id: string) => Json): OptionGroup[] {
    const option = (id: string): Option => ({ id, text: this.words.measure(id), value: of(id) });
    const groups = this.words.measures.map(({ label, ids }) => ({ label, options: ids.map(option) }));
    const known = chosen === '' || groups.some((g) => g.options.some((o) => o.id === chosen));
    return known ? groups : [{ label: this.w.form.chosenNow, options: [option(chosen)] }, ...groups];
  }

  measure(name: FieldName, path: Path, chosen: string, n = 0): PickField {
    const named = { ledgers: this.words.named, of: (id: string): Json => id };
    return {
      ...this.pick(
        name,
        path,
        this.#measures(chosen, (id) => id),
        chosen,
        n,
      ),
      named,
    };
  }

  /**
   * A number, or the figure of a measure, or one of `more`: what it is as a pick, and the number where it is one.
   * @param plain the number it becomes when a number is chosen.
   */
  figure(
    name: FieldName,
    path: Path,
    value: Json | undefined,
    plain: number,
    of: Counted,
    more: readonly Option[] = [],
  ): Field[] {
    const measure = typeof value === 'object' && value !== null && !Array.isArray(value) ? value.measure : undefined;
    const own = more.find((o) => JSON.stringify(o.value) === JSON.stringify(value))?.id ?? '';
    const chosen = typeof value === 'number' ? NUMBER : typeof measure === 'string' ? measure : own;
    const named = { ledgers: this.words.named, of: (id: string): Json => ({ measure: id }) };
    const number: Option = { id: NUMBER, text: this.w.form.fixedNumber, value: typeof value === 'number' ? value : plain };
    const groups = [{ label: '', options: [number, ...more] }, ...this.#measures(chosen.includes('.') ? chosen : '', (id) => ({ measure: id }))]; // prettier-ignore
    const pick = { ...this.pick(name, path, groups, chosen), named };
    return typeof value === 'number'
      ? [pick, { ...this.number(name, path, value, of), label: this.w.form.numberOf(this.label(name)) }]
      : [pick];
  }

  /** Bounds of a condition, each a number that may be left open. */
  bounds(path: Path, b: Bounds, name: FieldName = 'bounds', oneOf = true): GroupField {
    return this.group(name, BOUNDS.map((key) => this.number(key, [...path, key], b[key], 'value', true)), oneOf); // prettier-ignore
  }

  /** One of the scheme's grades. */
  grade(name: FieldName, path: Path, chosen: string | undefined, optional = false): PickField {
    const options = this.words.grades.map(([id, text]): Option => ({ id, text, value: id }));
    const none: Option[] = optional ? [{ id: 'none', text: this.w.form.none, value: undefined }] : [];
    return this.pick(name, path, [{ label: '', options: [...none, ...options] }], chosen ?? (optional ? 'none' : ''));
  }

  /** The same words with another unit or place. */
  at(base: Path, unit: ValueUnit = this.unit): Maker {
    return new Maker(this.words, unit, base);
  }
}
