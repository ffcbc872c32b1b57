/**
 * SQL text, glued in one place. A fragment can only be made by the `sql` tag and the functions here; whatever is
 * put into one is quoted unless it is a fragment itself, so no text from outside can become SQL.
 */

const made: unique symbol = Symbol('sql');

/** A fragment of SQL. */
export interface Sql {
  readonly text: string;
  readonly [made]: true;
}

/** What a fragment may hold: fragments as they are, other values as literals, arrays separated by commas. */
export type Part = Sql | string | number | boolean | null | readonly Part[];

const raw = (text: string): Sql => ({ text, [made]: true });

/** sql`a = ${value}`: a fragment. Strings put into it become literals, never SQL. @throws RangeError for a number that is not finite or a text with NUL. */
export function sql(texts: TemplateStringsArray, ...parts: readonly Part[]): Sql {
  return raw(texts.map((t, i) => t + (i < parts.length ? render(parts[i] as Part) : '')).join(''));
}

/** The quoted name of a table or column. @throws RangeError for an empty name or one with NUL. */
export function id(name: string): Sql {
  if (name === '' || name.includes('\0')) throw new RangeError(`invalid name: ${JSON.stringify(name)}`);
  return raw(`"${name.replaceAll('"', '""')}"`);
}

/** Parts one after the other, with a fragment between them. */
export function join(parts: readonly Part[], between: Sql): Sql {
  return raw(parts.map(render).join(between.text));
}

/**
 * A literal that is SQL text already, as the engine hands out the paths of its inputs.
 * @throws RangeError for anything but exactly one string literal.
 */
export function quoted(literal: string): Sql {
  if (!/^'(?:[^'\0]|'')*'$/.test(literal)) throw new RangeError(`not a string literal: ${literal}`);
  return raw(literal);
}

/** All of the conditions; true where there is none. */
export const all = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? raw('true') : raw(`(${conditions.map((c) => c.text).join(' AND ')})`);

/** Any of the conditions; false where there is none. */
export const any = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? raw('false') : raw(`(${conditions.map((c) => c.text).join(' OR ')})`);

function render(part: Part): string {
  if (part === null) return 'NULL';
  if (typeof part === 'string') return literal(part);
  if (typeof part === 'boolean') return part ? 'true' : 'false';
  if (typeof part === 'number') {
    if (!Number.isFinite(part)) throw new RangeError(`invalid number: ${part}`);
    // A minus sign after another would begin a comment.
    return part < 0 ? `(${part})` : String(part);
  }
  if (made in part) return part.text;
  return part.map(render).join(', ');
}

function literal(text: string): string {
  if (text.includes('\0')) throw new RangeError('a text literal cannot hold NUL');
  return `'${text.replaceAll("'", "''")}'`;
}
