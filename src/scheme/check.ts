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
  checkGrades(json, nodes, report);
  checkYear(json, report);
  checkLights(json, nodes, report);
  return problems;
}

/** Every measure that the file names, wherever it stands, is one and may be scored. */
function checkMeasures(json: Json, path: Path, catalogue: MeasureCatalogue, report: Report): void {
  if (Array.isArray(json)) return json.forEach((j, i) => checkMeasures(j, [...path, i], catalogue, report));
  if (!isObject(json)) return;
  for (const [key, value] of Object.entries(json)) {
    if (key === 'measure' || key === 'figure') checkFigure(value, [...path, key], catalogue, report);
    checkMeasures(value, [...path, key], catalogue, report);
  }
  const { measure } = json;
  if (typeof measure !== 'string') return;
  const def = catalogue.get(measure);
  if (json.standardise === 'sector' && def?.scored && !def.by && !measure.startsWith('indicators.'))
    report('scheme.invalid', [...path, 'standardise'], { expected: 'a measure by sector', received: measure });
  // What is counted since 1 January, or stands at a day, is not added up over periods.
  itemsOf(json.prepare).forEach((step, i) => {
    if (isObject(step) && step.do === 'over' && step.take === 'sum' && (def?.basis === 'y' || def?.basis === 's'))
      report('scheme.basis', [...path, 'prepare', i, 'take'], { measure, basis: def.basis });
  });
}

/** A measure, or the measures a figure is made of. */
function checkFigure(figure: Json, path: Path, catalogue: MeasureCatalogue, report: Report): void {
  if (typeof figure === 'string') {
    const def = catalogue.get(figure);
    if (!def) report('scheme.unknownMeasure', path, { measure: figure });
    else if (!def.scored) report('scheme.notScored', path, { measure: figure });
  }
  if (!isObject(figure)) return;
  for (const how of ['ratio', 'difference', 'sum'])
    itemsOf(figure[how]).forEach((part, i) => checkFigure(part, [...path, how, i], catalogue, report));
  itemsOf(figure.weighted).forEach(
    (part, i) => isObject(part) && checkFigure(part.of ?? null, [...path, 'weighted', i, 'of'], catalogue, report),
  );
}

/** Ids below this node are unique, and its leaves add up to the marks it states. Returns the sum; null where a leaf has none. */
function checkNode(node: Json, path: Path, seen: Set<string>, report: Report): number | null {
  if (!isObject(node)) return null;
  if (path.length > 0) checkUnique(node.id, [...path, 'id'], seen, report);
  const stated = typeof node.points === 'number' ? node.points : null;
  if (!('children' in node)) return stated;
  const children = itemsOf(node.children);
  const sums = children.map((c, i) => checkNode(c, [...path, 'children', i], seen, report));
  checkWeights(node, path, children, report);
  // Of a mean the marks are the node's own: its children's only say what they weigh.
  if (typeof node.aggregate === 'string' && node.aggregate !== 'sum' && stated !== null) return stated;
  if (sums.some((s) => s === null)) return null;
  const sum = snap(sums.reduce<number>((a, b) => a + (b ?? 0), 0));
  if (stated !== null && stated !== sum) report('scheme.weightSum', [...path, 'points'], { stated, sum }, 'notice');
  return sum;
}

/** Weights are for means, and name every child and nothing else. */
function checkWeights(node: { [key: string]: Json }, path: Path, children: readonly Json[], report: Report): void {
  if (!isObject(node.weights)) return;
  const { weights } = node;
  if (node.aggregate === undefined || node.aggregate === 'sum')
    report('scheme.invalid', [...path, 'weights'], { expected: 'aggregate: mean | geometric | harmonic', received: 'sum' });
  const ids = children.flatMap((c) => (isObject(c) && typeof c.id === 'string' ? [c.id] : []));
  for (const id of Object.keys(weights)) if (!ids.includes(id)) report('scheme.unknownId', [...path, 'weights', id], { id });
  for (const id of ids.filter((i) => !(i in weights)))
    report('scheme.invalid', [...path, 'weights'], { expected: `"${id}"`, received: 'undefined' });
}

/** As many weights as the year has periods. */
function checkYear(scheme: { [key: string]: Json }, report: Report): void {
  if (!isObject(scheme.year) || !Array.isArray(scheme.year.weights)) return;
  const count = scheme.periods === 'H' ? 2 : scheme.periods === 'Y' ? 1 : 4;
  const { weights } = scheme.year;
  if (weights.length !== count)
    report('scheme.invalid', ['year', 'weights'], { expected: `${count} numbers`, received: String(weights.length) });
}

/** What lights may be on besides a node. */
const ALL_OF = ['total', 'sections', 'leaves'];

/** Lights are of nodes there are, and only a last line may ask for nothing; ids of lights and cards are unique. */
function checkLights(scheme: { [key: string]: Json }, nodes: ReadonlySet<string>, report: Report): void {
  const seen = new Set<string>();
  itemsOf(scheme.lights).forEach((l, i) => {
    if (!isObject(l)) return;
    checkUnique(l.id, ['lights', i, 'id'], seen, report);
    if (typeof l.on === 'string' && !ALL_OF.includes(l.on)) checkKnown([l.on], ['lights', i, 'on'], nodes, report);
    itemsOf(l.lines).forEach((line, k, lines) => {
      if (isObject(line) && line.when === undefined && k < lines.length - 1)
        report('scheme.invalid', ['lights', i, 'lines', k], { expected: '"when"', received: 'undefined' });
    });
  });
  itemsOf(scheme.cards).forEach((c, i) => isObject(c) && checkUnique(c.id, ['cards', i, 'id'], seen, report));
}

function checkGrades(scheme: { [key: string]: Json }, nodes: ReadonlySet<string>, report: Report): void {
  const grades = isObject(scheme.grades) ? scheme.grades : {};
  checkKnown([grades.of], ['grades', 'of'], nodes, report);
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
  const direct = new Set<string>();
  itemsOf(grades.direct).forEach((d, i) => {
    if (!isObject(d)) return;
    checkUnique(d.id, ['grades', 'direct', i, 'id'], direct, report);
    checkKnown([d.grade], ['grades', 'direct', i, 'grade'], known, report);
  });
  const vetoes = new Set<string>();
  itemsOf(scheme.vetoes).forEach((veto, i) => {
    if (!isObject(veto)) return;
    checkUnique(veto.id, ['vetoes', i, 'id'], vetoes, report);
    checkKnown([veto.cap], ['vetoes', i, 'cap'], known, report);
    if (!['cap', 'capScore', 'disqualify'].some((effect) => effect in veto))
      report('scheme.invalid', ['vetoes', i], { expected: '"cap" | "capScore" | "disqualify"', received: 'undefined' });
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
