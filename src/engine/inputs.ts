/** Names under which inputs are registered: all below `in/`, the only place that SQL may read from. */

let given = 0;

/**
 * A path no other input has had, so that nothing kept of an earlier one is read in its place. Only letters, digits,
 * dots and dashes stay of the name: `*?[` would be a pattern, and `..` a way out.
 */
export function inputPath(name: string): string {
  given += 1;
  return `in/${given}-${name.replace(/[^\p{L}\p{N}.-]/gu, '_').replace(/\.{2,}/g, '.')}`;
}
