/** Places in parsed JSON: pointers (RFC 6901) and careful ways to look at values whose shape is not known yet. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export const isObject = (j: Json | undefined): j is { [key: string]: Json } =>
  typeof j === 'object' && j !== null && !Array.isArray(j);

/** The elements of an array; none of anything else. */
export const itemsOf = (j: Json | undefined): Json[] => (Array.isArray(j) ? j : []);

/** `['children', '0', 'a/b']` → `/children/0/a~1b`; '' is the whole file. */
export const pointerOf = (path: readonly (string | number)[]): string =>
  path.map((k) => `/${String(k).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The value at a path; undefined where it leads nowhere. */
export function at(json: Json, path: readonly string[]): Json | undefined {
  let here: Json | undefined = json;
  for (const key of path) here = Array.isArray(here) ? here[Number(key)] : isObject(here) ? here[key] : undefined;
  return here;
}
