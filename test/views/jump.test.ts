/** Jumping to a county while presenting: by characters, pinyin or initials, without taking one county for another. */
import { describe, expect, test } from 'vitest';
import type { UnitId } from '../../src/model/unit';
import { found } from '../../src/views/meeting/jump';

const targets = ['墨砚区', '漱玉区', '枕霞县', '聆松县', '拾月县'].map((name, i) => ({
  slide: i + 10,
  name,
  unit: name as UnitId,
}));
const names = (text: string): string[] => found(text, targets).map((t) => t.name);

describe('found()', () => {
  test('one character that only one name begins with means that county', () => {
    expect(names('漱')).toEqual(['漱玉区']);
  });
  test('initials and pinyin mean it too', () => {
    expect(names('zx')).toEqual(['枕霞县']);
    expect(names('lingsong')).toEqual(['聆松县']);
    expect(names('SY')).toEqual(expect.arrayContaining(['漱玉区', '拾月县']));
  });
  test('what stands inside a name counts only where no name begins so', () => {
    expect(names('玉')).toEqual(['漱玉区']);
    expect(names('区')).toEqual(['墨砚区', '漱玉区']);
  });
  test('nothing typed, and what no name has, mean nobody', () => {
    expect(names('')).toEqual([]);
    expect(names('q')).toEqual([]);
    expect(names('鹤')).toEqual([]);
  });
});
