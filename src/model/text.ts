/** Words that belong to a declaration (a ledger, a column, a measure) and so live beside it, in both languages of the app. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}
