/** Pinyin by the collation's order, held against a dictionary of readings. */
import { pinyin } from 'pinyin-pro';
import { describe, expect, test } from 'vitest';
import { knowsPinyin, spell } from '../../src/pipeline/branch-pinyin';
import { readFileSync } from 'node:fs';

const readings = (c: string): string[] =>
  pinyin(c, { toneType: 'none', multiple: true, v: true, type: 'array' }).map((s) => s.replace('ü', 'v'));

describe('spell()', () => {
  test('spells a name whole and by initials, blanks and marks left out, line ends kept', () => {
    expect(spell('苇湾村党支部\n女子中学（一）')).toEqual({
      full: 'weiwancundangzhibu\nnvzizhongxueyi',
      initials: 'wwcdzb\nnzzxy',
    });
  });
  test('keeps letters and figures as they are, in lower case', () => {
    expect(spell('A1 园区')).toEqual({ full: 'a1yuanqu', initials: 'a1yq' });
  });
  test('gives every character of the sample’s branch names one of its readings', () => {
    const names = readFileSync('data/sample/branch-rating.csv', 'utf8')
      .split('\n')
      .slice(1)
      .map((l) => l.split(',').slice(1, 4).join(''));
    const characters = [...new Set(names.join(''))].filter((c) => /[\u4e00-\u9fa5]/.test(c));
    expect(characters.length).toBeGreaterThan(80);
    expect(characters.filter((c) => !readings(c).includes(spell(c).full))).toEqual([]);
  });
  test('gives 97 of 100 of all 20,902 common characters one of their readings', () => {
    let [all, right] = [0, 0];
    for (let code = 0x4e00; code <= 0x9fa5; code++) {
      const c = String.fromCharCode(code);
      all += 1;
      if (readings(c).includes(spell(c).full)) right += 1;
    }
    expect(right / all).toBeGreaterThan(0.97);
  });
  test('a machine that sorts Chinese by pinyin is known', () => {
    expect(knowsPinyin()).toBe(true);
  });
});
