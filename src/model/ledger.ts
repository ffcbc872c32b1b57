/**
 * A ledger 台账: one kind of table that counties report, declared as data. Everything that depends on what a
 * table holds (recognising it, reading its cells, its engine table, its measures) is read off this declaration,
 * so that a new ledger costs one file and one line.
 */
import type { Aggregate, Condition, MeasureDef } from './measure';
import type { Text } from './text';

/**
 * What a column's cells are read as, and so the engine's type:
 * unit (a county's name, VARCHAR), text, number, integer, share (DOUBLE, 0.953 = 95.3 %), date (DATE),
 * flag (是/否, BOOLEAN), list (one of `values`, VARCHAR of the value's id), star (0–5, DOUBLE), period (VARCHAR).
 */
export type ColumnType = 'unit' | 'text' | 'number' | 'integer' | 'share' | 'date' | 'flag' | 'list' | 'star' | 'period';

/** s at the end of the period · y since 1 January · f in the period. Arithmetic on the wrong basis is refused. */
export type Basis = 's' | 'y' | 'f';

/** A value of a `list` column: its id in the engine and the words it is written as. */
export interface ListValue {
  readonly id: string;
  readonly name: Text;
  readonly names?: readonly string[];
}

export interface ColumnDef {
  /** ASCII, unique in its ledger; the engine's column name. */
  readonly id: string;
  readonly name: Text;
  /** Other names in the wild (Chinese), besides `name.zh`. */
  readonly names?: readonly string[];
  readonly type: ColumnType;
  /** 计量单位: 人, 个, 万元, 分 … */
  readonly unit?: string;
  readonly basis?: Basis;
  /** column: the table must have it, and a row may leave it blank (销号时间 of an organisation that is still open). */
  readonly required?: boolean | 'column';
  /** Inclusive range of a number. */
  readonly range?: readonly [number, number];
  readonly values?: readonly ListValue[];
  /** A day up to which something runs or is due: a month without a day is its last. */
  readonly until?: true;
  /** Shown in a table only, never scored, ranked, lit or projected; values under 3 are printed as ＜3. */
  readonly sensitive?: boolean;
  /** 填报说明: what a clerk must know to fill it in, where name, unit and basis do not say it. */
  readonly note?: Text;
}

/** A check between columns of one row; a warning, never a block. */
export type RowCheck =
  /** part ≤ whole, e.g. 已解决 ≤ 应解决. */
  | { readonly check: 'atMost'; readonly part: string; readonly whole: string }
  /** parts add up to whole, or with `atMost` to no more than it; `parts` missing count as nothing only when at least one is given. */
  | { readonly check: 'sum'; readonly parts: readonly string[]; readonly whole: string; readonly atMost?: true }
  /** the first date is not after the second. */
  | { readonly check: 'order'; readonly first: string; readonly second: string };

/**
 * A figure that two ledgers report: the same aggregate over the rows of one unit and period. They are held against each
 * other where both have rows; a warning, never a block. Declared in the summary, which names the detailed ledger.
 */
export interface Agreement {
  readonly name: Text;
  readonly here: Aggregate;
  readonly ledger: LedgerId;
  readonly there: Aggregate;
}

export type Frequency = 'Q' | 'H' | 'Y' | 'any';

export interface LedgerDef {
  /** kebab-case; the engine's table is `t_` + id with `_` for `-`. */
  readonly id: LedgerId;
  readonly name: Text;
  /** Words by which a title row or a file name gives the table away, besides `name.zh`. */
  readonly names?: readonly string[];
  readonly frequency: Frequency;
  /** What a row is: a county has one row, a branch or organisation one each, … */
  readonly rowPer:
    'unit' | 'branch' | 'organisation' | 'sector' | 'type' | 'issue' | 'honour' | 'indicator' | 'roster' | 'receipt';
  readonly columns: readonly ColumnDef[];
  /** Columns that tell one row of a period from another; the unit column first. */
  readonly key: readonly string[];
  /** 报送截止: days after the period's last day. */
  readonly deadlineDays: number;
  /** Quarters at whose end it is asked for; from the frequency unless told (Q all four, H 2 and 4, Y 4). */
  readonly dueQuarters?: readonly number[];
  readonly checks: readonly RowCheck[];
  readonly agreements?: readonly Agreement[];
  /** Which rows a total row adds up, where some rows are parts of others (其中); all unless told. */
  readonly totalled?: Condition;
  /** The example row of the template, by column, as a clerk would write it; it must read back without a problem. */
  readonly example: Readonly<Record<string, string>>;
  readonly measures: readonly MeasureDef[];
  /** Not reported by counties but given to them (名册, 目标与基准): its periods alone are no periods to score. */
  readonly given?: true;
  /** For a table whose rows name their measure (通用指标表, 目标与基准): its measures are whatever the table names. */
  readonly named?: NamedMeasures;
}

/** Which column names the measure, and the figures a row gives of it: `indicators.满意率`, `indicators.满意率/target`. */
export interface NamedMeasures {
  readonly name: string;
  readonly figures: readonly {
    /** '' for the measure itself; else appended to its name after a slash. */
    readonly suffix: string;
    readonly value: string;
    readonly numerator?: string;
    readonly denominator?: string;
  }[];
}

export type LedgerId = string;

/** The quarters at whose end a ledger is asked for; none for tables that come when they come. */
export function dueQuartersOf({ frequency, dueQuarters }: LedgerDef): readonly number[] {
  return dueQuarters ?? { Q: [1, 2, 3, 4], H: [2, 4], Y: [4], any: [] }[frequency];
}

/** The engine's table of a ledger's rows. */
export const tableName = (ledger: LedgerId): string => `t_${ledger.replaceAll('-', '_')}`;

/** The column that names the unit a row belongs to: the first `unit` column. Every ledger has one except rosters. */
export function unitColumn(ledger: LedgerDef): ColumnDef | undefined {
  return ledger.columns.find((c) => c.type === 'unit');
}
