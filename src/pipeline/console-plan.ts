/** The engine's plan of a query: what it would read. Anything but tables and made-up rows is refused, by whatever name it was called. */

/** The ends of a plan where rows come from without a file, a setting or another engine. */
const SOURCES = new Set([
  ...['SEQ_SCAN', 'TABLE_SCAN', 'COLUMN_DATA_SCAN', 'CTE_SCAN', 'REC_CTE_SCAN', 'DELIM_SCAN', 'DUMMY_SCAN', 'EMPTY_RESULT'],
  ...['EXPRESSION_SCAN', 'RANGE', 'GENERATE_SERIES', 'UNNEST', 'REPEAT', 'REPEAT_ROW'],
]);

interface Node {
  readonly name: string;
  readonly children: readonly Node[];
}

const isNode = (x: unknown): x is Node =>
  typeof x === 'object' &&
  x !== null &&
  'name' in x &&
  'children' in x &&
  typeof x.name === 'string' &&
  Array.isArray(x.children);

/**
 * The first source in a plan that is not allowed; null: all are.
 * @param json as the engine writes a plan; what can't be read as one is refused.
 */
export function strangeSource(json: string): string | null {
  const nodes: unknown = JSON.parse(json);
  if (!Array.isArray(nodes)) return '?';
  for (const node of nodes as readonly unknown[]) {
    const found = strange(node);
    if (found !== null) return found;
  }
  return null;
}

function strange(node: unknown): string | null {
  if (!isNode(node)) return '?';
  const name = node.name.trim();
  if (node.children.length === 0) return SOURCES.has(name) ? null : name;
  for (const child of node.children) {
    const found = strange(child);
    if (found !== null) return found;
  }
  return null;
}
