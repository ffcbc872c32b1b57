/** What a form of the scheme screen is made of: fields, each with its label, its place in the scheme and what it may be. */
import type { FieldName, SchemeWords } from '../../i18n/scheme';
import type { RuleWords } from '../../i18n/rules';
import type { ValueUnit } from '../../model/measure';
import type { SchemeText } from '../../scheme';
import type { Json, Path } from '../../state/scheme-draft.svelte';

/** What a number is counted in: a value of the measure, a distance between two, marks, a share of the marks, or nothing. */
export type Counted = 'value' | 'gap' | 'marks' | 'part' | 'plain';

interface Named {
  readonly name: FieldName;
  readonly label: string;
  readonly path: Path;
}
export interface NumberField extends Named {
  readonly kind: 'number';
  /** null: not written. */
  readonly value: number | null;
  readonly optional: boolean;
  /** What is written after it; may be ''. */
  readonly unit: string;
  /** What is shown is so many times what the scheme says: 100 for percentages. */
  readonly times: number;
}
/** A text in one language, or in both as the scheme has it; '' is still to be written. */
export interface TextField extends Named {
  readonly kind: 'text';
  readonly value: SchemeText;
  readonly optional: boolean;
}
/** A few ways to read something, all in view. A value of undefined takes the key out. */
export interface ChoiceField extends Named {
  readonly kind: 'choice';
  readonly chosen: string;
  readonly options: readonly Option[];
}
/** One of many. */
export interface PickField extends Named {
  readonly kind: 'pick';
  /** '' is still to be chosen. */
  readonly chosen: string;
  readonly groups: readonly OptionGroup[];
  /** Tables whose rows name their measure, so that a name of one's own can be written: id and name of the ledger. */
  readonly named?: { readonly ledgers: readonly (readonly [string, string])[]; of(measure: string): Json };
}
/** Any of a few, in the order of the options. */
export interface ChecksField extends Named {
  readonly kind: 'checks';
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  /** Whether nothing chosen takes the key out; else it is an empty list. */
  readonly drops: boolean;
}
/** Fields that belong together. `oneOf`: at least one of them must be given. */
export interface GroupField extends Named {
  readonly kind: 'group';
  readonly fields: readonly Field[];
  readonly oneOf: boolean;
}
/** A list that can grow and shrink. */
export interface ListField extends Named {
  readonly kind: 'list';
  readonly items: readonly { readonly label: string; readonly fields: readonly Field[] }[];
  /** The fewest there must be. */
  readonly min: number;
  /** Whether the order of its items is the user's; else it follows from them. */
  readonly ordered: boolean;
  /** Whether the scheme wants the list even where it is empty. */
  readonly keep: boolean;
  readonly add: Adding;
}
/** A part that may be there or not, such as the bonus. */
export interface PartField extends Named {
  readonly kind: 'part';
  /** null: it is not there. */
  readonly fields: readonly Field[] | null;
  readonly add: Adding;
}
/** Something to add: put in at once where nothing is open, else asked for in a form first. */
export interface Adding {
  readonly label: string;
  readonly blank: Json;
  /** The form of what is to be added, its paths beginning at itself; null: put in as it is. */
  readonly form: ((json: Json) => Field[]) | null;
  /** Where in the list it belongs; default last. */
  readonly at?: (json: Json) => number;
}

export interface Option {
  readonly id: string;
  readonly text: string;
  readonly value: Json | undefined;
}
export interface OptionGroup {
  /** '' stands apart from the groups. */
  readonly label: string;
  readonly options: readonly Option[];
}
export type Field = NumberField | TextField | ChoiceField | PickField | ChecksField | GroupField | ListField | PartField;

/** What forms are worded with, and what there is to choose from. */
export interface FormWords {
  readonly w: SchemeWords;
  readonly rules: RuleWords;
  unitOf(measure: string): ValueUnit;
  measure(id: string): string;
  /** Measures that may be scored, by their ledgers. */
  readonly measures: readonly { readonly label: string; readonly ids: readonly string[] }[];
  /** Ledgers whose rows name their measures: id and name. */
  readonly named: readonly (readonly [string, string])[];
  /** Nodes of the scheme: id and title; grades likewise; peer groups of the roster. */
  readonly nodes: readonly (readonly [string, string])[];
  readonly grades: readonly (readonly [string, string])[];
  readonly peers: readonly string[];
}

/** Whether a text is still to be written. */
export const isBlank = (t: SchemeText): boolean =>
  typeof t === 'string' ? t.trim() === '' : [t.zh, t.en].some((x) => x.trim() === '');

/** Labels of what a form still asks for: texts and choices left open, and groups of which one must be given. */
export function openIn(fields: readonly Field[]): string[] {
  return fields.flatMap((f): string[] => {
    if (f.kind === 'text') return !f.optional && isBlank(f.value) ? [f.label] : [];
    if (f.kind === 'number') return !f.optional && f.value === null ? [f.label] : [];
    if (f.kind === 'pick') return f.chosen === '' ? [f.label] : [];
    if (f.kind === 'group') return f.oneOf && !f.fields.some(isGiven) ? [f.label] : openIn(f.fields);
    if (f.kind === 'list') return f.items.flatMap((i) => openIn(i.fields));
    return f.kind === 'part' && f.fields ? openIn(f.fields) : [];
  });
}

const isGiven = (f: Field): boolean =>
  f.kind === 'number'
    ? f.value !== null
    : f.kind === 'choice'
      ? f.chosen !== 'none'
      : f.kind === 'pick' && f.chosen !== 'none' && f.chosen !== '';
