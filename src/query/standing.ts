/** What checks over the rows in force need to name them: their units, and the files they came in with. */
export interface StandingNames {
  unit(id: string): string;
  /** The file of an import, by the engine's number of its rows. */
  file(table: number): string;
}
