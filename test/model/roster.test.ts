import { describe, expect, test } from 'vitest';
import type { CalendarDate, Period } from '../../src/model/period';
import { Roster } from '../../src/model/roster';
import { normaliseName, type Unit, type UnitId } from '../../src/model/unit';

const unit = (id: string, name: string, more: Partial<Unit> = {}): Unit => ({
  id: id as UnitId,
  names: [{ name, from: null, to: null }],
  code: null,
  level: 'county',
  parent: null,
  group: null,
  aliases: [],
  from: null,
  to: null,
  ...more,
});

test('normaliseName() holds spellings equal that differ in width and white space', () => {
  expect(normaliseName('甲　县 ')).toBe(normaliseName('甲县'));
  expect(normaliseName('\u00a0甲县（盖章）')).toBe('甲县');
  expect(normaliseName('△甲县')).toBe('甲县');
});

describe('Roster', () => {
  const roster = new Roster([
    unit('a', '云上县', { aliases: ['云上'], group: '一组' }),
    unit('b', '云下区', { group: '二组', to: '2025-12-31' as CalendarDate }),
    unit('c', '星河经济技术开发区', { aliases: ['经开区'], group: '一组' }),
  ]);

  test('find() matches name, alias and spelling; nothing else', () => {
    expect(roster.find('云 上 县')?.id).toBe('a');
    expect(roster.find('经开区')?.id).toBe('c');
    expect(roster.find('云中县')).toBeUndefined();
  });

  test('find() knows no unit by a name that two bear', () => {
    const twins = new Roster([unit('x', '东区'), unit('y', '西区', { aliases: ['东区'] })]);
    expect(twins.find('东区')).toBeUndefined();
    expect(twins.find('西区')?.id).toBe('y');
  });

  test('propose() puts the same stem first', () => {
    expect(roster.propose('云上区').map((u) => u.id)[0]).toBe('a');
    expect(roster.propose('毫不相干')).toEqual([]);
  });

  test('expected() leaves out units that had ended', () => {
    expect(roster.expected('2025Q4' as Period).map((u) => u.id)).toEqual(['a', 'b', 'c']);
    expect(roster.expected('2026Q1' as Period).map((u) => u.id)).toEqual(['a', 'c']);
  });

  test('nameOn() gives the name of the day', () => {
    const renamed = new Roster([
      unit('r', '', {
        names: [
          { name: '旧名县', from: null, to: '2024-12-31' as CalendarDate },
          { name: '新名区', from: '2025-01-01' as CalendarDate, to: null },
        ],
      }),
    ]);
    expect(renamed.nameOn('r' as UnitId, '2024-06-30' as CalendarDate)).toBe('旧名县');
    expect(renamed.nameOn('r' as UnitId, '2025-06-30' as CalendarDate)).toBe('新名区');
    expect(renamed.name('r' as UnitId)).toBe('新名区');
  });

  test('groups() are in roster order', () => {
    expect(roster.groups()).toEqual(['一组', '二组']);
  });
});
