/** Which stops a drag across a picture chooses. */
import { describe, expect, test } from 'vitest';
import { stopsIn } from '../../src/charts/brush';

const stops = { at: [10, 30, 50, 70].map((x) => ({ value: `p${x}`, x })), top: 0, bottom: 100 };
const of = (from: number, to: number) => stopsIn(stops, { from, to });

describe('stopsIn()', () => {
  test('takes the first and the last stop under the band', () => {
    expect(of(5, 55)).toEqual(['p10', 'p50']);
    expect(of(30, 70)).toEqual(['p30', 'p70']);
    expect(of(-100, 900)).toEqual(['p10', 'p70']);
  });

  test('takes two neighbours where the band has one or none, in their order', () => {
    expect(of(48, 53)).toEqual(['p50', 'p70']);
    expect(of(46, 52)).toEqual(['p30', 'p50']);
    expect(of(33, 36)).toEqual(['p30', 'p50']);
    expect(of(400, 500)).toEqual(['p50', 'p70']);
  });

  test('has nothing to take where there are fewer than two', () => {
    expect(stopsIn({ ...stops, at: stops.at.slice(0, 1) }, { from: 0, to: 100 })).toBeNull();
    expect(stopsIn({ ...stops, at: [] }, { from: 0, to: 100 })).toBeNull();
  });
});
