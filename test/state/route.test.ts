/** The address: what is written is read back, and what it cannot hold falls back to the start. */
import { describe, expect, test } from 'vitest';
import { readPlace, writePlace, type Place, type Route } from '../../src/state/route.svelte';
import { switchOf } from '../../src/state/switch';

const start = readPlace('');
const again = (place: Place): Place => readPlace(writePlace(place));

describe('an address', () => {
  test('holds the span of periods and the switches of the screen', () => {
    const place = readPlace('#/ranking?span=2025Q1-2026Q2&show=view.table&show=top.5');
    expect(place.span).toEqual(['2025Q1', '2026Q2']);
    expect([...place.switches]).toEqual([['view', 'table'], ['top', '5']]); // prettier-ignore
    expect(again(place)).toEqual(place);
  });

  test.each(['span=2025Q1', 'span=2025Q1-soon', 'span=-', 'show=view', 'show=.table', 'show=View.x'])('drops %s', (query) => {
    expect(readPlace(`#/overview?${query}`)).toEqual(start);
  });

  test('names of counties and groups go through whatever is in them', () => {
    const place = { ...start, group: '城区 & 组=~', pin: '甲,乙' as Place['pin'] };
    expect(again(place)).toEqual(place);
  });
});

test('a switch is at its first position unless the address says another that it has', () => {
  const at = (hash: string) => switchOf(() => ({ place: readPlace(hash) }) as unknown as Route, 'view', ['stacked', 'table']).at;
  expect([at('#/ranking'), at('#/ranking?show=view.table'), at('#/ranking?show=view.nothing')]).toEqual([
    'stacked',
    'table',
    'stacked',
  ]);
});
