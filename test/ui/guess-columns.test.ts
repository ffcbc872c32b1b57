/** The first mapping offered for a table that is mapped by hand. */
import { describe, expect, it } from 'vitest';
import type { LedgerDef } from '../../src/model/ledger';
import { guessColumns, headersOf } from '../../src/views/data/guess-columns';

const column = (id: string, zh: string, ...names: string[]) => ({ id, name: { zh, en: id }, names, type: 'number' as const });
const ledger = { columns: [column('target', '年度目标(人)'), column('arrived', '全职到岗数', '到岗数')] } as unknown as LedgerDef;

describe('guessColumns()', () => {
  it('maps a header that is a name of a column, with or without its unit, whatever its spaces and width', () => {
    expect(guessColumns(ledger, ['年度目标', '到 岗 数'])).toEqual(['target', 'arrived']);
    expect(guessColumns(ledger, ['年度目标（人）', '备注'])).toEqual(['target', null]);
  });
  it('maps the last part of a merged header, and a column only once', () => {
    expect(guessColumns(ledger, ['引进/到岗数', '到岗数', ''])).toEqual(['arrived', null, null]);
  });
});

describe('headersOf()', () => {
  it('joins merged parents to each child and says nothing twice', () => {
    expect(
      headersOf(
        [
          ['县区', '人才', ''],
          ['', '引进', '到岗'],
        ],
        3,
      ),
    ).toEqual(['县区', '人才/引进', '人才/到岗']);
    expect(headersOf([['县区', '县区']], 2)).toEqual(['县区', '县区']);
  });
});
