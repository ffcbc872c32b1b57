/** Puts the meanings of keys into the JSON Schema, each at the place its path names. Used where the docs are made. */
import { MEANINGS } from './meanings';
import { RULE_MEANINGS, STEP_MEANINGS } from './rule-meanings';

/** As much of a JSON Schema as is walked here. */
export interface Shape {
  readonly const?: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape | readonly Shape[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly $defs?: Readonly<Record<string, Shape>>;
}
type Sentences = Readonly<Record<string, string | undefined>>;

/** @throws where a meaning stands at no key of the format: it would be told nowhere. */
export function withMeanings<S extends Shape>(schema: S): S {
  const told = new Set<string>();
  /** A shape with what is meant by it and by all within; a list or an alternative adds nothing to the path. */
  function describe<T extends Shape>(shape: T, sentences: Sentences, name: string, path: string): T {
    const inside = (s: Shape): Shape => describe(s, sentences, name, path);
    const { properties, items, anyOf } = shape;
    return {
      ...shape,
      ...(properties && {
        properties: Object.fromEntries(
          Object.entries(properties).map(([key, at]) => {
            const to = path ? `${path}.${key}` : key;
            const description = sentences[to];
            told.add(`${name} ${to}`);
            return [key, { ...describe(at, sentences, name, to), ...(description === undefined ? {} : { description }) }];
          }),
        ),
      }),
      ...(items && { items: 'length' in items ? items.map(inside) : inside(items) }),
      ...(anyOf && { anyOf: anyOf.map(inside) }),
    };
  }
  /** A part that is one of several, told apart by a key of theirs. */
  const variant = (shape: Shape | undefined, by: string, all: Readonly<Record<string, Sentences>>): Shape => ({
    ...shape,
    oneOf: (shape?.oneOf ?? []).map((option) => {
      const which = String(option.properties?.[by]?.const);
      return describe(option, all[which] ?? {}, which, '');
    }),
  });

  const { scheme, ...parts } = MEANINGS;
  const $defs: Record<string, Shape> = {
    ...schema.$defs,
    rule: variant(schema.$defs?.['rule'], 'type', RULE_MEANINGS),
    prepare: variant(schema.$defs?.['prepare'], 'do', STEP_MEANINGS),
  };
  for (const [name, sentences] of Object.entries(parts)) $defs[name] = describe($defs[name] ?? {}, sentences, name, '');
  const whole = { ...describe(schema, scheme, 'scheme', ''), $defs };

  for (const [name, sentences] of Object.entries({ ...MEANINGS, ...RULE_MEANINGS, ...STEP_MEANINGS }))
    for (const path of Object.keys(sentences))
      if (!told.has(`${name} ${path}`)) throw new Error(`no key of ${name} is at ${path}`);
  return whole;
}
