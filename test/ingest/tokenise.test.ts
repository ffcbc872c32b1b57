import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Tokeniser, tokenise, type CellSyntax } from '../../src/ingest/tokenise';
import { writeCsv } from '../support/write-csv';

const DELIMITERS = [',', '\t', ';', '|', '，', '；', ', ', ' '] as const;
const QUOTINGS = [
  { quote: '"' },
  { quote: '"', escape: '\\' },
  { quote: "'" },
  { quote: "'", escape: '\\' },
  { quote: '' },
] as const;
const SYNTAXES = DELIMITERS.flatMap((delimiter) => QUOTINGS.map((q): CellSyntax => ({ delimiter, ...q })));
const RFC: CellSyntax = { delimiter: ',', quote: '"' };

/** Records with everything in their cells that the syntax can hold. */
function recordsOf({ delimiter, quote }: CellSyntax): fc.Arbitrary<string[][]> {
  const unit = quote === '' ? ['县', 'a', '1', '"', "'", '\\'] : ['县', 'a', ' ', '"', "'", '\\', '\n', ...DELIMITERS];
  const cell = fc.string({
    unit: fc.constantFrom(...unit),
    maxLength: 6,
    ...(quote === '' && delimiter === ' ' ? { minLength: 1 } : {}),
  });
  return fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
}

describe('tokenise()', () => {
  it.each(SYNTAXES.map((s) => [`${JSON.stringify(s.delimiter)} ${s.quote || 'no quotes'} ${s.escape ?? ''}`, s] as const))(
    'takes apart what was written with %s',
    (_, syntax) => {
      fc.assert(
        fc.property(recordsOf(syntax), fc.constantFrom('\n', '\r\n', '\r'), (records, newline) => {
          // A line end inside a cell is LF whatever ends the lines.
          expect(tokenise(writeCsv(records, syntax, newline), syntax).records).toEqual(records);
        }),
        { numRuns: 300 },
      );
    },
  );

  it('gives the same records however the text is cut at its lines', () => {
    const texts = fc.string({ unit: fc.constantFrom('"', ',', '\n', 'a', ' ', '""', '",', '\n"'), maxLength: 80 });
    fc.assert(
      fc.property(texts, fc.nat(20), (text, at) => {
        const cut = text.indexOf('\n', at) + 1;
        const pieces = new Tokeniser(RFC);
        const records = [...pieces.push(text.slice(0, cut), false), ...pieces.push(text.slice(cut), true)];
        expect(records).toEqual(tokenise(text, RFC).records);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    [
      'unclosed at the start of a cell',
      'a,b\n"丙,3\n"丁",4\n戊,5\n',
      [
        ['a', 'b'],
        ['"丙', '3'],
        ['丁', '4'],
        ['戊', '5'],
      ],
    ],
    [
      'unclosed, with quoted cells behind it in its own line',
      '"a","b,"c"\n"d","e","f"\n',
      [
        ['a', '"b', 'c'],
        ['d', 'e', 'f'],
      ],
    ],
    [
      'closed and never opened',
      'a,b\n丙",3\n丁,4\n',
      [
        ['a', 'b'],
        ['丙"', '3'],
        ['丁', '4'],
      ],
    ],
    [
      'inside a cell',
      'a,b\n红"旗,3\n"红"旗,4\n',
      [
        ['a', 'b'],
        ['红"旗', '3'],
        ['"红"旗', '4'],
      ],
    ],
    ['followed by blanks', '"a" ,b\n"c"  \n', [['a', 'b'], ['c']]],
  ])('a quote %s costs no other line anything', (_, text, records) => {
    expect(tokenise(text, RFC).records).toEqual(records);
  });

  it('a line break inside quotes is part of its cell, a blank line a record of its own', () => {
    expect(tokenise('"甲\n县",1\r\n\r\n乙,2', RFC).records).toEqual([['甲\n县', '1'], [''], ['乙', '2']]);
  });

  it('tells the records whose quotes do not pair, and those that may be several', () => {
    const suspicious = (text: string) => {
      const tokeniser = new Tokeniser(RFC);
      tokeniser.push(text, true);
      return tokeniser.suspicious;
    };
    expect(suspicious('a,b\n"丙,3\n丁,4\n红"旗,5\n"红旗"社,6\n')).toEqual([1, 3]);
    expect(suspicious('a,b\n"丙,3\n丁,4\n戊",5\n')).toEqual([1]);
    expect(suspicious('a,b,c\n1,"甲\n乙",3\n')).toEqual([]);
  });

  it('a quote opened far before the next one does not swallow what lies between', () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `${i},甲县\n`).join('');
    const { records } = tokenise(`"a,b\n${lines}c",d\n`, RFC);
    expect(records).toHaveLength(20_002);
  });
});
