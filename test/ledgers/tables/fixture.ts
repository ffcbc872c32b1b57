/** What a fixture of test/ledgers/tables is: three tables of one ledger, and what must become of their rows. */
import type { ProblemCode } from '../../../src/model/problem';
import type { Question } from '../../../src/model/table';

/** A row by its column ids: canonical texts, null for no value; columns that are not named may be anything. */
export type Row = Readonly<Record<string, string | null>>;

export interface TableFixture {
  /** The ledger's id. */
  readonly ledger: string;
  /** The file's name; without a period in it unless the test is of that. Default: `表.csv`. */
  readonly name?: string;
  /** As the template has it: the declared names, two or three rows, every one accepted. */
  readonly clean: string;
  /** As it arrives: 附件1, a title with the period, 填报单位, merged headers, other names, units in cells, totals, notes. */
  readonly wild: string;
  /** What cannot be a table of the ledger, or not without an answer. */
  readonly hopeless: string;
  readonly expect: {
    readonly clean: readonly Row[];
    /** The accepted rows, in file order. */
    readonly wild: readonly Row[];
    /** Rows kept out for a stated reason, by their codes in file order. */
    readonly wildExcluded: readonly ProblemCode[];
    /** Problems of rows rejected, in file order; absent: none. */
    readonly wildRejected?: readonly ProblemCode[];
    /** One clear problem, or the questions asked. */
    readonly hopeless: { readonly problem: ProblemCode } | { readonly asks: readonly Question['ask'][] };
  };
}
