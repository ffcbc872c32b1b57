import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { pinyinNamesOf, soundAlike, spellings } from '../../src/ingest/pinyin';
import { LEDGERS } from '../../src/ledgers';
import { readingsOf } from '../../src/ledgers/pinyin';
import { csv, proposalOf, SURVEY, SURVEY_HEADER } from './support';

describe('the table of pinyin', () => {
  it('reads every character of every declared name as it is read in that name', () => {
    const lacking = new Set<string>();
    const names = LEDGERS.flatMap((l) => [l, ...l.columns]).flatMap((d) => [d.name.zh, ...(d.names ?? [])]);
    for (const name of names) {
      const characters = [...name.normalize('NFKC').replace(/[^\u4e00-\u9fff]/g, '')];
      const read = pinyin(characters.join(''), { toneType: 'none', type: 'array', v: true });
      for (const [i, c] of characters.entries()) if (!readingsOf(c).includes(read[i] as string)) lacking.add(`${read[i]}${c}`);
    }
    // To be added to TABLE.
    expect([...lacking].sort().join(' ')).toBe('');
  });
});

describe('spellings()', () => {
  it('of a name are all ways to read it, ü as v and u, letters and digits kept', () => {
    expect(spellings('党支部名称', 'full')).toContain('dangzhibumingcheng');
    expect(spellings('满意率', 'full')).toEqual(expect.arrayContaining(['manyilv', 'manyilu']));
    expect(spellings('35岁以下', 'full')).toContain('35suiyixia');
    expect(spellings('党支部名称', 'initials')).toContain('dzbmc');
  });

  it('of one character, or of one that no declared name has, are none', () => {
    expect([spellings('起', 'full'), spellings('鼍鼍鼍', 'full')]).toEqual([[], []]);
  });
});

describe('a header in pinyin', () => {
  const names = pinyinNamesOf(SURVEY);

  it('spelt out is its column, whatever separates it and in either case', () => {
    for (const h of ['zuzhimingcheng', 'ZUZHIMINGCHENG', 'zu_zhi_ming_cheng', 'ZuZhi MingCheng', 'zu-zhi-ming-cheng'])
      expect([h, names.match(h)?.id]).toEqual([h, 'name']);
  });

  it('in initials is only proposed, and one of no name is nothing', () => {
    expect([names.match('zzmc'), names.propose('ZZMC').map((c) => c.id)]).toEqual([null, ['name']]);
    expect([names.match('zuzhi'), names.propose('xyz'), names.match('组织名称')]).toEqual([null, [], null]);
  });

  it('that two columns share is proposed for both', () => {
    const twin = pinyinNamesOf({
      ...SURVEY,
      columns: ['应建', '映剑'].map((zh, i) => ({
        id: `c${i}`,
        name: { zh: zh === '映剑' ? '应件' : zh, en: zh },
        type: 'integer',
      })),
    });
    expect([twin.match('yingjian'), twin.propose('yingjian').map((c) => c.id)]).toEqual([null, ['c0', 'c1']]);
  });

  it('makes a table of pinyin headers one of its ledger, and asks once about each initial', async () => {
    const rows = ['甲县,一社,12', '甲县,二社,13'];
    const full = await proposalOf(csv('XianShiQu,zu_zhi_ming_cheng,RENSHU', ...rows), '2026Q3.csv', [SURVEY]);
    expect([full.questions, full.reading.columns.map((c) => c.column)]).toEqual([[], ['county', 'name', 'people']]);
    const short = await proposalOf(csv('xsq,zzmc,RENSHU', ...rows), '2026Q3.csv', [SURVEY]);
    expect(short.questions).toEqual([
      { ask: 'column', index: 0, header: 'xsq', candidates: ['county'] },
      { ask: 'column', index: 1, header: 'zzmc', candidates: ['name'] },
    ]);
  });
});

describe('a slip of an input method', () => {
  it('is a character that sounds alike; it is proposed and never taken', async () => {
    expect([soundAlike('织', '支'), soundAlike('应', '已')]).toEqual([true, false]);
    const text = csv(SURVEY_HEADER.replace('组织名称', '组支名称'), '甲县,一社,12,3.5,95,2020-01-02,是,企业,三星,');
    expect((await proposalOf(text, '调查表2026Q3.csv', [SURVEY])).questions).toEqual([
      { ask: 'column', index: 1, header: '组支名称', candidates: ['name'] },
    ]);
  });
});
