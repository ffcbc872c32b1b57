/** The forms of lights 亮灯 and cards 红黄牌: what is looked at, and the line and words of each colour. */
import type { Card, Clause, Colour, Lights } from '../../scheme';
import type { Field, Option } from './field';
import type { Maker } from './maker';

const LOOKED = ['share', 'points', 'value', 'reported', 'behind', 'aboveMean', 'change', 'rank', 'fromLast'] as const;
const COLOURS: readonly Colour[] = ['red', 'orange', 'yellow', 'green', 'blue', 'black', 'grey'];

/** What a clause looks at that is a share, and so is written in percent. */
const isShare = (of: Clause['of']): boolean => of === 'share' || of === 'behind' || of === 'change';

function clauseFields(c: Clause, m: Maker): Field[] {
  const options = LOOKED.map((id): Option => ({ id, text: m.w.form.looked[id], value: id }));
  return [
    m.pick('looked', ['of'], [{ label: '', options }], c.of),
    m.at(m.base, isShare(c.of) ? 'share' : 'number').bounds([], c, 'clauseBounds'),
  ];
}

const clauses = (when: readonly Clause[] | undefined, m: Maker, min: number): Field =>
  m.list(
    'clauses',
    ['when'],
    (when ?? []).map((c, i) => ({ label: m.w.form.nth(i + 1), fields: clauseFields(c, m.at([...m.base, 'when', i])) })),
    { label: m.w.form.add.clause, blank: { of: 'share' }, form: (json) => clauseFields(json as Clause, m.at([])) },
    { min, ordered: false },
  );

const colour = (name: 'light' | 'card', chosen: string, m: Maker): Field =>
  m.pick(name, [name], [{ label: '', options: COLOURS.map((id): Option => ({ id, text: m.w.form.colours[id], value: id })) }], chosen); // prettier-ignore

const among = (chosen: 'group' | 'city' | undefined, m: Maker): Field =>
  m.choice('lightAmong', ['among'], { city: undefined, group: 'group' }, chosen ?? 'city');

type Line = Lights['lines'][number];
const lineFields = (l: Line, m: Maker): Field[] => [
  colour('light', l.light, m),
  m.text('legend', ['title'], l.title),
  clauses(l.when, m, 0),
];

function oneLight(l: Lights, m: Maker): Field[] {
  const nodes = m.words.nodes.map(([id, text]): Option => ({ id, text, value: id }));
  const all = (['total', 'sections', 'leaves'] as const).map((id): Option => ({ id, text: m.w.form.lightOn[id], value: id }));
  return [
    m.text('title', ['title'], l.title),
    m.pick('lightOn', ['on'], [{ label: '', options: [...all, ...nodes] }], l.on),
    among(l.among, m),
    m.list(
      'lightLines',
      ['lines'],
      l.lines.map((line, i) => ({ label: m.w.form.nth(i + 1), fields: lineFields(line, m.at([...m.base, 'lines', i])) })),
      {
        label: m.w.form.add.lightLine,
        blank: { light: 'yellow', title: '', when: [{ of: 'share', below: 0.8 }] },
        form: (json) => lineFields(json as unknown as Line, m.at([])),
        // before the line that is everything else
        at: () => (l.lines.at(-1)?.when === undefined ? l.lines.length - 1 : l.lines.length),
      },
      { min: 1 },
    ),
  ];
}

export function lightFields(lights: readonly Lights[], m: Maker, fresh: (stem: string) => string): Field {
  const words = m.w.form.usualLights;
  const blank = {
    ...{ id: fresh('light'), title: words.title, on: 'leaves' },
    lines: [
      { light: 'red', title: words.red, when: [{ of: 'share', below: 0.6 }] },
      { light: 'yellow', title: words.yellow, when: [{ of: 'share', below: 0.8 }] },
      { light: 'green', title: words.green },
    ],
  };
  return m.list(
    'lights',
    ['lights'],
    lights.map((l, i) => ({ label: m.label('lightSet', i + 1), fields: oneLight(l, m.at(['lights', i])) })),
    { label: m.w.form.add.lights, blank, form: (json) => oneLight(json as unknown as Lights, m.at([])) },
  );
}

const oneCard = (c: Card, m: Maker): Field[] => [
  m.text('title', ['title'], c.title),
  colour('card', c.card, m),
  m.choice('cardOn', ['on'], { shown: true, kept: false }, c.on ? 'shown' : 'kept'),
  clauses(c.when, m, 1),
  m.number('running', ['periods'], c.periods, 'plain'),
  among(c.among, m),
  m.text('basis', ['basis'], c.basis),
];

export function cardFields(cards: readonly Card[], m: Maker, fresh: (stem: string) => string): Field {
  return m.list(
    'cards',
    ['cards'],
    cards.map((c, i) => ({ label: m.label('cardOne', i + 1), fields: oneCard(c, m.at(['cards', i])) })),
    {
      label: m.w.form.add.card,
      blank: {
        id: fresh('card'),
        title: '',
        card: 'yellow',
        on: true,
        when: [{ of: 'fromLast', atMost: 1 }],
        periods: 1,
        basis: '',
      },
      form: (json) => oneCard(json as unknown as Card, m.at([])),
    },
  );
}
