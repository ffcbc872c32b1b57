/**
 * Reasons: why a published number is what it is, rebuilt on demand by the code that made it. A node's value is
 * the book's number; a sum's arguments are published numbers too, and where rounding keeps them from adding up,
 * the difference is a line of its own (舍入差).
 */
import type { Period } from '../model/period';
import type { Reason } from '../model/reason';
import type { UnitId } from '../model/unit';
import { firstMeasure, round, type Grades, type NodeInfo } from '../scheme';
import { adjustReason } from './adjust';
import { itemsPoints, itemsReason } from './bonus';
import type { PeriodScores, ScoreBook } from './book';
import type { PreparedLeaf } from './prepared';
import { boundsParams } from './bounds';
import { dueMonths } from './due';
import { gradeByTotal } from './grade';
import { isPresent, nominalPoints } from './points';
import { codeOf } from './rules';
import { inBoth, reason } from './rules/rule';
import { measureReason, valueReason } from './value-reason';

/** Why a node has its points. Node 0 is the total. Throws RangeError for a unit that is not expected in the period. */
export function explain(book: ScoreBook, period: Period, unit: UnitId, nodeIndex: number): Reason {
  const scores = book.at(period);
  const u = scores.indexOf(unit);
  const node = book.nodes[nodeIndex];
  if (u < 0 || !node) throw new RangeError(`nothing to explain: ${unit} ${period} ${nodeIndex}`);
  return explainNode(book, scores, u, node);
}

function explainNode(book: ScoreBook, scores: PeriodScores, u: number, node: NodeInfo): Reason {
  return node.leaf ? explainLeaf(book, scores, u, node) : explainSum(book, scores, u, node);
}

/** What every node of the tree is called and weighs. */
const nodeParams = (scores: PeriodScores, u: number, node: NodeInfo): Record<string, string | number | boolean | null> => ({
  node: node.id,
  ...inBoth('title', node.title),
  fullMarks: node.full,
  effective: scores.effective(node.index)[u] ?? 0,
});

function explainSum(book: ScoreBook, scores: PeriodScores, u: number, node: NodeInfo): Reason {
  const value = scores.points(node.index)[u] ?? NaN;
  const ofTotals = node.index === 0 && scores.yearOf.length > 0;
  const args = ofTotals ? [explainTotals(scores, u)] : node.children.map((c) => explainNode(book, scores, u, book.nodes[c]!));
  if (node.index === 0 && !ofTotals) args.push(...explainOnTop(book, scores, u, args));
  const { at, decimals, mode } = book.scheme.rounding;
  const gap = round(value - args.reduce((s, a) => s + (a.value ?? 0), 0), decimals, mode);
  // A unit that is not ranked has no value, and so nothing that could be missing from a sum.
  const adds = node.aggregate === 'sum' || node.aggregate === 'mean';
  if (adds && !Number.isNaN(gap) && gap !== 0) args.push(reason('roundingGap', gap, 'points', [], { decimals, mode, at }));
  const params = {
    ...nodeParams(scores, u, node),
    decimals,
    mode,
    at,
    ranked: !Number.isNaN(scores.rank[u] ?? NaN),
    aggregate: node.aggregate,
    ...whyNot(book, scores, u),
  };
  return reason(node.index === 0 ? 'total' : 'section', value, 'points', args, params);
}

/** A year's total as the mean of its periods' totals. */
function explainTotals(scores: PeriodScores, u: number): Reason {
  const unit = scores.units[u]!;
  const args = scores.yearOf.flatMap((part) => {
    const total = part.scores.total[part.scores.indexOf(unit)] ?? NaN;
    return Number.isNaN(total)
      ? []
      : [reason('yearPart', total, 'points', [], { period: part.scores.period, weight: part.weight })];
  });
  return reason('year', scores.exact(0)[u] ?? NaN, 'points', args, { period: scores.period });
}

/** Why a unit is not ranked: the kind, and the title of what it is for. */
function whyNot(book: ScoreBook, scores: PeriodScores, u: number): Record<string, string> {
  const barred = scores.notRanked.find((n) => n.unit === scores.units[u]);
  if (!barred) return {};
  const veto = book.scheme.vetoes?.find((v) => v.id === barred.veto);
  const title = veto?.title ?? book.nodes[barred.node ?? -1]?.title;
  return { why: barred.reason, ...(title === undefined ? {} : inBoth('whyTitle', title)) };
}

/** What happens to the total after its sections: deductions, bonus, and where it was held. Nothing for a unit that is not ranked. */
function explainOnTop(book: ScoreBook, scores: PeriodScores, u: number, sections: readonly Reason[]): Reason[] {
  const { bonus, deductions } = book.scheme;
  if (Number.isNaN(scores.total[u] ?? NaN)) return [];
  const unit = scores.units[u]!;
  const lines: Reason[] = [];
  const measureOf = (m: string) => measureReason(book, m, unit, scores.period);
  for (const [op, given, counts, sign] of [
    ['deduction', deductions, scores.prepared.deductions[u] ?? [], -1],
    ['bonus', bonus, scores.prepared.bonus[u] ?? [], 1],
  ] as const)
    if (given && counts.some((n) => !Number.isNaN(n)))
      lines.push(itemsReason(op, given, sign * itemsPoints(given, counts), counts, measureOf));
  // Where sections are no sum, or published points do not add up, what was held cannot be told by a difference of them.
  const free = scores.unheld(u);
  const held = scores.exact(0)[u]! - free;
  if (Math.abs(held) > 1e-9 && sections.length > 0) lines.push(reason(held < 0 ? 'cap' : 'floor', held, 'points'));
  return lines;
}

function explainLeaf(book: ScoreBook, scores: PeriodScores, u: number, node: NodeInfo): Reason {
  const state = scores.state(node.index, u);
  const params = { ...nodeParams(scores, u, node), state, period: scores.period, carriedFrom: scores.carriedFrom(node.index) };
  const value = scores.points(node.index)[u] ?? NaN;
  return reason('leaf', value, 'points', [lastStep(book, scores, u, node)], params);
}

/** The last step of a leaf, holding the step before it, down to the rows: rounding ← re-weighting ← adjustments ← rule ← value. */
function lastStep(book: ScoreBook, scores: PeriodScores, u: number, node: NodeInfo): Reason {
  const prepared = scores.leaf(node.index);
  const value = prepared.over ? yearReason(book, prepared, node, u) : valueReason(book, prepared, scores.period, u);
  if (!isPresent(prepared, u)) return prepared.states[u] === 'notDue' ? notDue(book, scores, u, node) : value;
  let step = prepared.over ? value : ruled(book, prepared, node, u, value);
  const exact = scores.exact(node.index)[u] ?? NaN;
  const effective = scores.effective(node.index)[u] ?? 0;
  // A unit without any figure is not ranked and has no points: its leaves end with "missing".
  if (Number.isNaN(exact)) return reason(step.op, null, step.unit, step.args, step.params);
  if (exact !== step.value || effective !== node.full)
    step = reason('reweight', exact, 'points', [step], {
      from: node.full,
      to: effective,
      factor: node.full > 0 ? effective / node.full : 1,
    });
  const published = scores.points(node.index)[u] ?? NaN;
  const { decimals, mode, at } = book.scheme.rounding;
  return published === step.value ? step : reason('rounding', published, 'points', [step], { decimals, mode, at });
}

/** The rule and the adjustments, told under the leaf's own full marks. */
function ruled(book: ScoreBook, prepared: PreparedLeaf, node: NodeInfo, u: number, value: Reason): Reason {
  const { leaf, field } = prepared;
  if (Number.isNaN(prepared.x[u] ?? NaN)) return value;
  let step = codeOf(leaf.rule).reason(leaf.rule, node.full, value, field, u, book.unitOf);
  if (prepared.states[u] !== 'missing')
    for (const a of leaf.adjustments ?? [])
      step = adjustReason(a, step, measureReason(book, a.measure, field.units[u]!, field.period));
  return step;
}

/** A year's leaf: its points in each period it counted in, with the period's weight. */
function yearReason(book: ScoreBook, prepared: PreparedLeaf, node: NodeInfo, u: number): Reason {
  const args = (prepared.over ?? []).flatMap(({ leaf, weight, at }) => {
    const here = at[u] ?? -1;
    if (!isPresent(leaf, here)) return [];
    const told = ruled(book, leaf, node, here, valueReason(book, leaf, leaf.field.period, here));
    return [reason('yearPart', told.value, 'points', [told], { period: leaf.field.period, weight })];
  });
  if (args.length === 0) return valueReason(book, prepared, prepared.field.period, u);
  return reason('year', nominalPoints(prepared, node.full, u), 'points', args, { period: prepared.source });
}

function notDue(book: ScoreBook, scores: PeriodScores, u: number, node: NodeInfo): Reason {
  const { leaf } = scores.leaf(node.index);
  const params = { period: scores.period, months: dueMonths(leaf.due).join(','), carry: leaf.carry ?? false };
  return reason('notDue', null, book.unitOf(firstMeasure(leaf.measure)), [], {
    ...params,
    effective: scores.effective(node.index)[u] ?? 0,
  });
}

/** Why a unit has its grade: the total (or the part that is graded), the line it reaches, and the vetoes that apply. Null where the scheme has no grades. */
export function explainGrade(book: ScoreBook, period: Period, unit: UnitId): Reason | null {
  const grades = book.scheme.grades;
  if (!grades) return null;
  const scores = book.at(period);
  const u = scores.indexOf(unit);
  if (u < 0) throw new RangeError(`nothing to explain: ${unit} ${period}`);
  const points = scores.graded[u] ?? NaN;
  const line = Number.isNaN(points) ? undefined : grades.lines[gradeByTotal(grades, points)];
  const part = book.nodes[grades.of === undefined ? -1 : book.nodeIndex(grades.of)];
  const vetoes = (scores.vetoes[u] ?? []).map((veto) => {
    const measure = measureReason(book, veto.measure, unit, period);
    return reason('veto', measure.value, measure.unit, [measure], {
      veto: veto.id,
      ...inBoth('title', veto.title),
      ...inBoth('basis', veto.basis),
      ...boundsParams(veto),
      ...gradeParams(grades, 'cap', veto.cap ?? null),
      capScore: veto.capScore ?? null,
      disqualify: veto.disqualify ?? false,
    });
  });
  const params = {
    ...gradeParams(grades, 'grade', scores.grades[u] ?? null),
    ...gradeParams(grades, 'byTotal', line?.grade ?? null),
    min: line?.min ?? null,
    ...(part ? inBoth('part', part.title) : {}),
  };
  return reason('grade', points, 'points', vetoes, params);
}

/** A grade's id under `name`, and its title in both languages (`gradeZh`, `gradeEn`); the id where it has none. */
function gradeParams(grades: Grades, name: string, id: string | null): Record<string, string | null> {
  const title = grades.lines.find((l) => l.grade === id)?.title ?? id;
  return { [name]: id, ...(title === null ? {} : inBoth(name, title)) };
}

/** Why a unit has its rank: the total and breakers that were compared, how many were ranked, and how ties are counted. */
export function explainRank(book: ScoreBook, period: Period, unit: UnitId): Reason {
  const scores = book.at(period);
  const u = scores.indexOf(unit);
  if (u < 0) throw new RangeError(`nothing to explain: ${unit} ${period}`);
  const { on, ties, breakers } = book.scheme.ranking;
  const compared = [0, ...breakers.map((id) => book.nodeIndex(id))].map((index) => {
    const node = book.nodes[index]!;
    const value = (on === 'rounded' ? scores.points(index) : scores.exact(index))[u] ?? NaN;
    return reason(index === 0 ? 'total' : node.leaf ? 'leaf' : 'section', value, 'points', [], nodeParams(scores, u, node));
  });
  const rank = scores.rank[u] ?? NaN;
  const group = {
    group: scores.groups[u] ?? null,
    groupRank: Number.isNaN(scores.groupRank[u] ?? NaN) ? null : scores.groupRank[u]!,
  };
  const of = scores.units.length - scores.notRanked.length;
  return reason('rank', rank, 'count', compared, {
    of,
    on,
    ties,
    tied: scores.tied[u] === 1,
    notRanked: Number.isNaN(rank),
    ...whyNot(book, scores, u),
    ...group,
  });
}
