/** Identification codes: back to the same parts whatever they hold, and none that was changed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRowCode, rowCode } from '../../src/model/row-code';

test('any parts come back, also inside other text and in full width', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 6 }), (parts) => {
      const code = rowCode('sample', parts);
      expect(readRowCode(`识别码：${code}`)).toEqual({ kind: 'sample', parts });
      expect(code).not.toMatch(/[\s"',;]/);
    }),
  );
  const code = rowCode('sheet', ['2026Q3', 'A1']);
  const wide = code.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  expect(readRowCode(wide)).toEqual({ kind: 'sheet', parts: ['2026Q3', 'A1'] });
});

test('does not end in a digit, which dragging a cell down would count up', () => {
  for (let i = 0; i < 50; i++) expect(rowCode('sheet', ['2026Q3', `A${i}`])).toMatch(/[a-z]$/);
});

test('is broken by any other character in it, and none at all without its mark', () => {
  const code = rowCode('sheet', ['2026Q3', 'A1', 'arrival']);
  for (let i = 6; i < code.length; i++) {
    const c = code[i] === 'x' ? 'z' : 'x';
    expect(readRowCode(code.slice(0, i) + c + code.slice(i + 1)), `${i}`).toBe('broken');
  }
  expect(readRowCode(code.slice(0, -1))).toBe('broken');
  expect(readRowCode('2026Q3')).toBeNull();
});
