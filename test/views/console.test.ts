/** The console's pure parts: what is drawn, what goes into a file, what completes a word, what is kept. */
import { describe, expect, test } from 'vitest';
import { placePlainBars } from '../../src/charts/plain-bars/place';
import { placePlainLines } from '../../src/charts/plain-lines/place';
import { estimateText } from '../../src/charts/measure-text';
import { consoleWords } from '../../src/i18n/console';
import { formats } from '../../src/i18n/format';
import { completionsAt, writtenName } from '../../src/pipeline/console-complete';
import { readSaved, withSaved, writeSaved } from '../../src/pipeline/console-saved';
import type { Result } from '../../src/pipeline/console';
import { chartOf } from '../../src/views/console/chart';
import { resultCsv, shownCell, widthsOf } from '../../src/views/console/cells';

const w = consoleWords['zh-CN'];
const f = formats('zh-CN');
const frame = { width: 600, size: 14, measure: estimateText, f };
const result = (columns: readonly (readonly [string, Result['columns'][number]['kind']])[], rows: Result['rows']): Result => ({
  columns: columns.map(([name, kind]) => ({ name, kind })),
  rows,
  total: rows.length,
});

describe('chartOf()', () => {
  test('one text and one figure are bars, the largest on top, what has no figure last', () => {
    const chart = chartOf(result([['单位', 'text'], ['数', 'number']], [['甲', 1], ['乙', null], ['丙', 3]]), w); // prettier-ignore
    if (chart?.kind !== 'bars') throw new Error(String(chart?.kind));
    const scene = placePlainBars(chart.data, frame);
    expect(scene.table).toEqual({ columns: ['单位', '数'], rows: [['丙', '3'], ['甲', '1'], ['乙', '—']] }); // prettier-ignore
  });

  test('bars of figures below zero go left of the zero line and stay within the picture', () => {
    const rows = [['甲', -4], ['乙', 2]] as const; // prettier-ignore
    const chart = chartOf(result([['单位', 'text'], ['增减', 'number']], rows), w); // prettier-ignore
    if (chart?.kind !== 'bars') throw new Error('no bars');
    const bars = placePlainBars(chart.data, frame).marks.flatMap((m) => (m.kind === 'rect' && !m.hit ? [m] : []));
    const [up, down] = bars;
    expect((down?.x ?? 0) + (down?.width ?? 0)).toBeCloseTo(up?.x ?? -1);
    expect(down?.width).toBeCloseTo(2 * (up?.width ?? 0));
    for (const b of bars) expect(b.x >= 0 && b.x + b.width <= 600).toBe(true);
  });

  test('a period, a name and a figure are lines in the order of the periods, broken where there is no figure', () => {
    const chart = chartOf(
      result([['期间', 'text'], ['单位', 'text'], ['总分', 'number']], [['2026Q2', '甲', 2], ['2026Q1', '甲', 1], ['2026Q1', '乙', 5]]),
      w,
    ); // prettier-ignore
    if (chart?.kind !== 'lines') throw new Error(String(chart?.kind));
    expect(chart.data.lines).toEqual([{ name: '甲', values: [1, 2] }, { name: '乙', values: [5, null] }]); // prettier-ignore
    expect(placePlainLines(chart.data, frame).table.rows).toEqual([['甲', '1', '2'], ['乙', '5', '—']]); // prettier-ignore
  });

  test('two figures, no figure, no row, or two figures of one period make no chart', () => {
    expect(chartOf(result([['a', 'number'], ['b', 'number']], [[1, 2]]), w)).toBeNull(); // prettier-ignore
    expect(chartOf(result([['a', 'text'], ['b', 'text']], [['x', 'y']]), w)).toBeNull(); // prettier-ignore
    expect(chartOf(result([['a', 'text'], ['b', 'number']], []), w)).toBeNull(); // prettier-ignore
    expect(chartOf(result([['期间', 'text'], ['b', 'number']], [['2026Q1', 1], ['2026Q1', 2]]), w)).toBeNull(); // prettier-ignore
  });
});

describe('cells', () => {
  test('a file has figures in full, flags in words, nothing for none, and text that would be a formula made harmless', () => {
    const r = result(
      [['名,称', 'text'], ['数', 'number'], ['是否', 'flag']],
      [['=1+1', 0.123456789, true], [null, null, false]],
    ); // prettier-ignore
    expect(resultCsv(r, w)).toBe('\ufeff"名,称",数,是否\r\n\'=1+1,0.123456789,是\r\n,,否\r\n');
  });

  test('a figure is shown with thousands and at most six decimals, an empty cell as nothing', () => {
    expect(shownCell(12345.12345678, f, w)).toBe('12,345.123457');
    expect(shownCell(null, f, w)).toBe('');
  });

  test('a column is as wide as its widest text, a Chinese character counting two, within 5 and 40', () => {
    const r = result([['a', 'text'], ['b', 'text'], ['c', 'text']], [['x', '一二三四', '长'.repeat(100)]]); // prettier-ignore
    expect(widthsOf(r, (c) => shownCell(c, f, w))).toEqual([5, 9, 40]);
  });
});

describe('completionsAt()', () => {
  const at = (text: string, language: 'zh' | 'en' = 'zh') => {
    const caret = text.indexOf('|');
    return completionsAt(text.replace('|', ''), caret, language);
  };
  test('columns of the tables in the text come before tables and words', () => {
    const { from, to, options } = at('SELECT 总| FROM 总分名次');
    expect([from, to, options[0]?.insert, options[1]?.insert]).toEqual([7, 8, '总分', '总分名次']);
  });
  test('columns follow the language the table was named in', () => {
    expect(at('SELECT ra| FROM totals').options[0]?.insert).toBe('rank');
  });
  test('words of SQL complete from their beginning only; inside a string, a comment or quotes nothing does', () => {
    expect(at('sel|').options.map((o) => o.insert)).toContain('SELECT');
    for (const text of ["SELECT 'sel|'", "SELECT 'sel|", '-- sel|', '/* sel| */', 'SELECT "sel|"'])
      expect(at(text).options, text).toEqual([]);
  });
  test('a name that SQL would read otherwise is quoted', () => {
    expect(['60岁以上', 'order', '总分', 'a"b'].map(writtenName)).toEqual(['"60岁以上"', '"order"', '总分', '"a""b"']);
  });
});

describe('saved queries', () => {
  const shelf = () => {
    const kept = new Map<string, string>();
    return { getItem: (k: string) => kept.get(k) ?? null, setItem: (k: string, v: string) => void kept.set(k, v) };
  };
  test('what was written is read back, one list per key', () => {
    const s = shelf();
    expect(writeSaved(s, 'a', [{ name: '名', text: 'SELECT 1' }])).toBe(true);
    expect([readSaved(s, 'a'), readSaved(s, 'b')]).toEqual([[{ name: '名', text: 'SELECT 1' }], []]);
  });
  test('a name already there is replaced in its place', () => {
    const saved = [{ name: 'a', text: '1' }, { name: 'b', text: '2' }]; // prettier-ignore
    expect(withSaved(saved, { name: 'a', text: '3' }).map((s) => s.text)).toEqual(['3', '2']);
  });
  test('refused storage keeps nothing and does not throw; anything else under the key is not taken for queries', () => {
    const refusing = { getItem: () => { throw new Error('no'); }, setItem: () => { throw new Error('no'); } }; // prettier-ignore
    expect([readSaved(refusing, 'a'), writeSaved(refusing, 'a', []), readSaved(null, 'a'), writeSaved(null, 'a', [])]).toEqual([
      [],
      false,
      [],
      false,
    ]);
    const s = shelf();
    for (const odd of ['{', '{"a":1}', '[1, {"name": 2, "text": "x"}]']) {
      s.setItem('a', odd);
      expect(readSaved(s, 'a')).toEqual([]);
    }
  });
});
