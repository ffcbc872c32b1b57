/** Scores as tables and as CSV that a spreadsheet opens safely: full precision for values, the scheme's decimals for points. */
import { csv, numberField, textField } from '../model/csv';
import type { Period } from '../model/period';
import type { UnitId } from '../model/unit';
import type { SchemeText } from '../scheme';
import type { ScoreBook } from './book';
import { findFigure } from './figure';
import { placesOf } from './find';
import type { LeafState } from './prepared';

/** One unit × period × leaf. Numbers are null where there is none. */
export interface LeafRow {
  readonly period: Period;
  readonly unit: UnitId;
  readonly group: string | null;
  readonly leaf: string;
  readonly title: SchemeText;
  /** The measure's own value, before standardising. */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Full marks in the scheme, and in force after re-weighting. */
  readonly full: number;
  readonly effective: number;
  readonly points: number | null;
  readonly state: LeafState;
  readonly carriedFrom: Period | null;
}

export interface SummaryRow {
  readonly period: Period;
  readonly unit: UnitId;
  readonly group: string | null;
  readonly total: number | null;
  readonly rank: number | null;
  readonly groupRank: number | null;
  readonly grade: string | null;
}

const orNull = (x: number | undefined): number | null => (x === undefined || Number.isNaN(x) ? null : x);

/** Every row of the book, in the order of periods, units and leaves. */
export function exportRows(book: ScoreBook): { readonly leaves: LeafRow[]; readonly summary: SummaryRow[] } {
  const leaves: LeafRow[] = [];
  const summary: SummaryRow[] = [];
  for (const period of book.periods) {
    const scores = book.at(period);
    scores.units.forEach((unit, u) => {
      const group = scores.groups[u] ?? null;
      for (const node of book.nodes) {
        if (!node.leaf) continue;
        const { source } = scores.leaf(node.index);
        const cell = source
          ? findFigure(book.measures, node.leaf.measure, unit, placesOf(node.leaf.due, source))?.cell
          : undefined;
        leaves.push({
          ...{ period, unit, group, leaf: node.id, title: node.title },
          value: cell?.value ?? null,
          numerator: cell?.numerator ?? null,
          denominator: cell?.denominator ?? null,
          full: node.full,
          effective: scores.effective(node.index)[u] ?? 0,
          points: orNull(scores.points(node.index)[u]),
          state: scores.state(node.index, u),
          carriedFrom: scores.carriedFrom(node.index),
        });
      }
      const [total, rank, groupRank] = [scores.total[u], scores.rank[u], scores.groupRank[u]].map(orNull);
      summary.push({
        period,
        unit,
        group,
        total: total ?? null,
        rank: rank ?? null,
        groupRank: groupRank ?? null,
        grade: scores.grades[u] ?? null,
      });
    });
  }
  return { leaves, summary };
}

/** The words of the two tables, from i18n. Each list has one header per column, in the order they are written. */
export interface ExportWords {
  /** 期间, 单位, 考核分组, 指标编码, 指标, 原始值, 分子, 分母, 分值, 得分, 说明 */
  readonly leafHeader: readonly string[];
  /** 期间, 单位, 考核分组, 总分, 名次, 组内名次, 等次 */
  readonly summaryHeader: readonly string[];
  title(t: SchemeText): string;
  unit(id: UnitId, period: Period): string;
  grade(id: string): string;
  /** 说明: the state in words, with the period a value is carried from and marks that re-weighting changed. */
  note(row: LeafRow): string;
}

/** One row per unit × period × leaf. 分值 is the full marks in the scheme. */
export function scoresCsv(book: ScoreBook, words: ExportWords): string {
  const { decimals } = book.scheme.rounding;
  const rows = exportRows(book).leaves.map((r) => [
    ...[r.period, words.unit(r.unit, r.period), r.group, r.leaf, words.title(r.title)].map(textField),
    ...[r.value, r.numerator, r.denominator, r.full].map((x) => numberField(x)),
    numberField(r.points, decimals),
    textField(words.note(r)),
  ]);
  return csv([words.leafHeader.map(textField), ...rows]);
}

/** One row per unit × period. */
export function summaryCsv(book: ScoreBook, words: ExportWords): string {
  const { decimals } = book.scheme.rounding;
  const rows = exportRows(book).summary.map((r) => [
    ...[r.period, words.unit(r.unit, r.period), r.group].map(textField),
    ...[numberField(r.total, decimals), numberField(r.rank), numberField(r.groupRank)],
    textField(r.grade === null ? null : words.grade(r.grade)),
  ]);
  return csv([words.summaryHeader.map(textField), ...rows]);
}
