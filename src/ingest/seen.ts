/** What is known of a table before its columns are: its records, where they came from, and what was confirmed of others. */
import type { Form, Reading, RememberedMapping } from '../model/table';
import type { Stated } from './period-choice';

export interface Seen {
  readonly file: string;
  /** The table's records: those of its area, turned where it is transposed. Layouts count from the first of them. */
  readonly records: readonly (readonly string[])[];
  /** Whether these are all records of the table. */
  readonly complete: boolean;
  readonly dialect: Form;
  readonly ownExport: boolean;
  readonly area?: NonNullable<Reading['area']>;
  readonly transposed?: true;
  /** What stands above the table, where that is not among its records: the titles of a transposed one. */
  readonly above?: readonly (readonly string[])[];
  /** What was confirmed of earlier tables. */
  readonly remembered?: readonly RememberedMapping[];
  /** What the table as a whole claims, where it is known already; else it is read from the title and the file name. */
  readonly stated?: readonly Stated[];
  /** Who sent it, where it is known already. */
  readonly sender?: string;
}

/** Records of a proposal's preview; a preview of fewer holds the whole table. */
export const PREVIEW_RECORDS = 40;

/** The index in the source of a table's first record, from which headers and places are counted. */
export const startOfTable = ({ area, transposed }: Pick<Reading, 'area' | 'transposed'>): number =>
  transposed ? 0 : (area?.first ?? 0);

/** The records above a table's header. @param first of the header within the records seen. */
export const titlesOf = ({ records, above }: Pick<Seen, 'records' | 'above'>, first: number): readonly (readonly string[])[] =>
  above ?? records.slice(0, first);
