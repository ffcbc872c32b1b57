/** Reading a star scheme: dynamics and least shares beside what every scheme has. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { STAR_COLUMNS } from '../../src/pipeline/branch-rate';
import { readStarScheme } from '../../src/scheme/stars';
import { starCatalogue } from '../../src/score/stars';

const TEXT = readFileSync('data/schemes/branches.json', 'utf8');
const catalogue = starCatalogue(STAR_COLUMNS.keys());
/** The file with other values at the top and among the grades. */
const changed = (top: object, grades: object = {}): string => {
  const file = JSON.parse(TEXT) as { grades: object };
  return JSON.stringify({ ...file, grades: { ...file.grades, ...grades }, ...top });
};
const faults = (text: string) => readStarScheme(text, catalogue).problems.map((p) => `${p.code} ${String(p.params['pointer'])}`);

describe('readStarScheme()', () => {
  test('gives the scheme, its dynamics and its least shares; the scheme itself knows nothing of them', () => {
    const least = [{ grade: '1', share: 0.1, scope: 'group', rounding: 'up' }];
    const { stars, problems } = readStarScheme(changed({}, { least }), catalogue);
    expect(problems).toEqual([]);
    expect(stars?.dynamics).toEqual({ up: 1, warn: { below: '3', periods: 2 } });
    expect(stars?.least).toEqual(least);
    expect(Object.keys(stars?.scheme ?? {})).not.toContain('dynamics');
  });
  test('a file without them has no dynamics and no least share', () => {
    const { stars } = readStarScheme(changed({ dynamics: undefined }), catalogue);
    expect([stars?.dynamics, stars?.least]).toEqual([null, []]);
  });
  test('says where a step, a share or a grade is wrong', () => {
    expect(faults(changed({ dynamics: { up: -1 } }))).toEqual(['scheme.invalid /dynamics/up']);
    expect(faults(changed({ dynamics: { fast: 1 } }))).toEqual(['scheme.invalid /dynamics/fast']);
    expect(faults(changed({ dynamics: { warn: { below: '9', periods: 2 } } }))).toEqual([
      'scheme.unknownId /dynamics/warn/below',
    ]);
    expect(faults(changed({}, { least: [{ grade: '5', share: 2, scope: 'city', rounding: 'up' }] }))).toEqual([
      'scheme.invalid /grades/least/0/share',
    ]);
    expect(faults(changed({}, { least: [{ grade: 'x', share: 0.1, scope: 'city', rounding: 'up' }] }))).toEqual([
      'scheme.unknownId /grades/least/0/grade',
    ]);
  });
  test('a scheme of counties is no star scheme; a text that is no JSON, a column nobody has are faults of their own', () => {
    expect(faults(changed({ level: 'county' }))).toContain('scheme.invalid /level');
    expect(faults('{')).toEqual(['scheme.notJson ']);
    expect(faults(TEXT.replaceAll('branch.base', 'branch.nothing'))).toEqual(['scheme.unknownMeasure /children/0/measure']);
  });
});
