/** How the children of a section, an indicator or the scheme become its points 合成. */
import type { Aggregate, Node } from '../../scheme';
import type { Field } from './field';
import type { Maker } from './maker';

interface Holder {
  readonly aggregate?: Aggregate;
  readonly weights?: Readonly<Record<string, number>>;
  readonly minPresent?: number;
  readonly children: readonly Node[];
}

export function combiningFields(h: Holder, m: Maker): Field[] {
  const aggregate = h.aggregate ?? 'sum';
  const titles = new Map(m.words.nodes);
  const marks = (n: Node): number => ('children' in n ? (n.points ?? n.children.reduce((s, c) => s + marks(c), 0)) : n.points);
  const blank = Object.fromEntries(h.children.map((c) => [c.id, marks(c)]));
  const own = h.weights
    ? h.children.map((c) => ({ ...m.number('weight', ['weights', c.id], h.weights?.[c.id], 'plain'), label: titles.get(c.id) ?? c.id })) // prettier-ignore
    : null;
  return [
    m.choice(
      'aggregate',
      ['aggregate'],
      { sum: undefined, mean: 'mean', geometric: 'geometric', harmonic: 'harmonic' },
      aggregate,
    ),
    ...(aggregate === 'sum' && !own
      ? []
      : [m.part('weights', ['weights'], own, { label: m.w.form.add.weights, blank, form: null })]),
    m.number('minPresent', ['minPresent'], h.minPresent, 'part', true),
  ];
}
