/** A leaf or a section that is to be added: what it begins with, and what must be said of it first. */
import type { Leaf } from '../../scheme';
import type { Json } from '../../state/scheme-draft.svelte';
import type { Field, FormWords } from './field';
import { Maker } from './maker';
import { ruleStart } from './rule-starts';

/** An indicator without a name or figure yet, scored by its attainment of a target. */
export const blankLeaf = (id: string): { [key: string]: Json } => ({
  ...{ id, title: '', points: 5, measure: '' },
  ...{ rule: { type: 'attainment', target: 1 }, due: 'Q' },
});

/** A section needs an indicator below it. */
export const blankGroup = (id: string, leaf: string): Json => ({ id, title: '', children: [blankLeaf(leaf)] });

export const newLeafFields = (
  leaf: { readonly title: string; readonly points: number; readonly measure: string },
  words: FormWords,
  base: readonly (string | number)[] = [],
): Field[] => {
  // prettier-ignore
  const m = new Maker(words, 'number', base);
  return [
    m.text('title', ['title'], leaf.title),
    m.measure('figure', ['measure'], leaf.measure),
    { ...m.number('stated', ['points'], leaf.points, 'marks'), label: words.w.form.node.points },
  ];
};

export function newGroupFields(
  group: { readonly title: string; readonly children: readonly unknown[] },
  words: FormWords,
): Field[] {
  const m = new Maker(words, 'number', []);
  const leaf = group.children[0] as Parameters<typeof newLeafFields>[0];
  const below = newLeafFields(leaf, words, ['children', 0]);
  return [m.text('title', ['title'], group.title), { ...m.group('title', below), label: words.w.form.node.newLeaf }];
}

/** The leaf as it goes into the scheme: its target one that its figure's unit can reach. */
export function begun(json: Json, words: FormWords): Json {
  const leaf = json as unknown as Leaf;
  const unit = words.unitOf(typeof leaf.measure === 'string' ? leaf.measure : '');
  return {
    ...(json as { [key: string]: Json }),
    rule: ruleStart('attainment', { ...leaf, rule: { type: 'asGiven' } }, unit) as unknown as Json,
  };
}
