/** The one file that reads the clock. What it says is shown beside a decision, never used in a calculation. */

/** Now, as ISO 8601 in UTC. */
export function now(): string {
  return new Date().toISOString();
}
