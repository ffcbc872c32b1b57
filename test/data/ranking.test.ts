/** What the sample comes to under the example scheme: the stories that only a ranking tells. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { STORIES } from '../../data/generator/city.mjs';
import { MEASURES } from '../../src/ledgers';
import { readScheme } from '../../src/scheme';
import { scoreAll } from '../../src/score';
import { periodOfCell, sampleMeasures, sampleRoster } from './reckon';

const roster = sampleRoster();
const { scheme, problems } = readScheme(readFileSync('data/schemes/example.json', 'utf8'), MEASURES);
if (!scheme) throw new RangeError(JSON.stringify(problems));
const book = scoreAll(scheme, sampleMeasures(roster), roster);

/** [rank, total, tied] of a county. */
function standing(name: string, quarter: string): readonly [number, number, boolean] {
  const scores = book.at(periodOfCell(quarter));
  const unit = roster.find(name);
  if (!unit) throw new RangeError(name);
  const u = scores.indexOf(unit.id);
  return [scores.rank[u] ?? NaN, scores.total[u] ?? NaN, scores.tied[u] === 1];
}

describe('the sample under the example scheme', () => {
  it('the climber rises from 9th to 2nd', () => {
    const ranks = ['2024Q1', '2024Q4', '2025Q2', '2025Q4', '2026Q3'].map((q) => standing(STORIES.climber, q)[0]);
    expect(ranks[0]).toBe(9);
    expect(ranks.at(-1)).toBe(2);
    expect([...ranks].sort((a, b) => b - a)).toEqual(ranks);
  });

  it('the twins tie in 2025Q4', () => {
    const [one, two] = STORIES.twins.map((name) => standing(name, '2025Q4'));
    expect(one).toEqual(two);
    expect(one?.[2]).toBe(true);
  });

  it('the county that fell silent drops to the last place', () => {
    expect(standing(STORIES.silent.county, '2025Q4')[0]).toBe(9);
    expect(standing(STORIES.silent.county, '2026Q1')[0]).toBe(12);
  });
});
