/**
 * What the shape of a scheme file cannot say: measures exist and may be scored, ids are unique and known, grades
 * descend, marks add up. Looks at raw JSON, so that these are reported together with faults of shape.
 */
import type { MeasureCatalogue } from '../model/measure';
import { problem, type Problem, type ProblemCode, type ProblemParams } from '../model/problem';
import { isObject, itemsOf, pointerOf, type Json } from './pointer';
import { snap } from './round';

type Path = readonly (string | number)[];
type Report = (code: ProblemCode, path: Path, params: ProblemParams, level?: 'error' | 'notice') => void;

export function checkMeaning(json: Json, catalogue: MeasureCatalogue): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (code, path, params, level = 'error') =>
    problems.push(problem(level, code, {}, { pointer: pointerOf(path), ...params }));
  if (!isObject(json)) return problems;
  checkMeasures(json, [], catalogue, report);
  const nodes = new Set<string>();
  checkNode(json, [], nodes, report);
  const ranking = isObject(json.ranking) ? json.ranking : {};
  checkKnown(itemsOf(ranking.breakers), ['ranking', 'breakers'], nodes, report);
  checkGrades(json, report);
  return problems;
}

/** Every `measure` key of the file, wherever it stands, names a measure. */
function checkMeasures(json: Json, path: Path, catalogue: MeasureCatalogue, report: Report): void {
  if (Array.isArray(json)) return json.forEach((j, i) => checkMeasures(j, [...path, i], catalogue, report));
  if (!isObject(json)) return;
  if (typeof json.measure === 'string') {
    const measure = json.measure;
    const def = catalogue.get(measure);
    const place = [...path, 'measure'];
    if (!def) report('scheme.unknownMeasure', place, { measure });
    else if (!def.scored) report('scheme.notScored', place, { measure });
    else if (json.standardise === 'sector' && !def.by && !measure.startsWith('indicators.'))
      report('scheme.invalid', [...path, 'standardise'], { expected: 'a measure by sector', received: measure });
  }
  for (const [key, value] of Object.entries(json)) checkMeasures(value, [...path, key], catalogue, report);
}

/** Ids below this node are unique, and its leaves add up to the marks it states. Returns the sum; null where a leaf has none. */
function checkNode(node: Json, path: Path, seen: Set<string>, report: Report): number | null {
  if (!isObject(node)) return null;
  if (path.length > 0) checkUnique(node.id, [...path, 'id'], seen, report);
  const stated = typeof node.points === 'number' ? node.points : null;
  if (!('children' in node)) return stated;
  const sums = itemsOf(node.children).map((c, i) => checkNode(c, [...path, 'children', i], seen, report));
  if (sums.some((s) => s === null)) return null;
  const sum = snap(sums.reduce<number>((a, b) => a + (b ?? 0), 0));
  if (stated !== null && stated !== sum) report('scheme.weightSum', [...path, 'points'], { stated, sum }, 'notice');
  return sum;
}

function checkGrades(scheme: { [key: string]: Json }, report: Report): void {
  const grades = isObject(scheme.grades) ? scheme.grades : {};
  const known = new Set<string>();
  let last = Infinity;
  itemsOf(grades.lines).forEach((line, i, lines) => {
    if (!isObject(line)) return;
    checkUnique(line.grade, ['grades', 'lines', i, 'grade'], known, report);
    if (line.min === undefined && i < lines.length - 1)
      report('scheme.invalid', ['grades', 'lines', i], { expected: '"min"', received: 'undefined' });
    if (typeof line.min !== 'number') return;
    if (line.min >= last)
      report('scheme.invalid', ['grades', 'lines', i, 'min'], { expected: `<${last}`, received: String(line.min) });
    last = line.min;
  });
  itemsOf(grades.quotas).forEach((q, i) => isObject(q) && checkKnown([q.grade], ['grades', 'quotas', i, 'grade'], known, report));
  const vetoes = new Set<string>();
  itemsOf(scheme.vetoes).forEach((veto, i) => {
    if (!isObject(veto)) return;
    checkUnique(veto.id, ['vetoes', i, 'id'], vetoes, report);
    checkKnown([veto.cap], ['vetoes', i, 'cap'], known, report);
    if (!['atLeast', 'above', 'atMost', 'below'].some((bound) => bound in veto))
      report('scheme.invalid', ['vetoes', i], { expected: '"atLeast" | "above" | "atMost" | "below"', received: 'undefined' });
  });
}

function checkUnique(id: Json | undefined, path: Path, seen: Set<string>, report: Report): void {
  if (typeof id !== 'string') return;
  if (seen.has(id)) report('scheme.duplicateId', path, { id });
  seen.add(id);
}

/** Reports ids that are not known; of a list, each with its index. */
function checkKnown(ids: readonly (Json | undefined)[], path: Path, known: ReadonlySet<string>, report: Report): void {
  ids.forEach((id, i) => {
    const place = path.at(-1) === 'breakers' ? [...path, i] : path;
    if (typeof id === 'string' && !known.has(id)) report('scheme.unknownId', place, { id });
  });
}
