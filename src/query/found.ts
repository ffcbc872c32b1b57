/** Rows as the engine gives them back, read by name. */

/** A row of a result. `query/` knows no engine, so it takes whatever has named values. */
export type Found = Readonly<Record<string, unknown>>;

/** A number, or null for anything else. */
export const numberIn = (row: Found, name: string): number | null => {
  const value = row[name];
  return typeof value === 'number' ? value : null;
};

/** A text; '' for anything else. */
export const textIn = (row: Found, name: string): string => {
  const value = row[name];
  return typeof value === 'string' ? value : '';
};
