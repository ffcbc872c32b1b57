/** What a seal keeps of the papers, and how a later pack differs from it. */
import { describe, expect, test } from 'vitest';
import { contentDifferences, type PackContent } from '../../src/model/pack-content';
import type { CalendarDate } from '../../src/model/period';
import { packOf, sentencesOf } from '../../src/report/pack/compose';
import { contentOf } from '../../src/report/pack/content';
import { bookOf, figures, inputOf, Q1, Q2, tableOf, type Wanted } from '../report/pack/papers-city';

const day = '2026-07-10' as CalendarDate;
const contentBy = (more: Wanted = {}): PackContent => contentOf(packOf(inputOf(more)), day);
const sealed = contentBy();
/** One county’s intake is another. */
const other = (): PackContent => {
  const cells = figures(4);
  return contentBy({
    book: bookOf(tableOf({ [Q1]: figures(), [Q2]: { ...cells, 'm.intake': { ...cells['m.intake'], u05: 0.99 } } })),
  });
};

describe('contentOf()', () => {
  test('has every sentence by its id, every paper and every slide, with the day it speaks of', () => {
    const pack = packOf(inputOf());
    expect(sealed.sentences).toEqual(Object.fromEntries(sentencesOf(pack).map((s) => [s.id, s.text])));
    expect(sealed.papers.map((p) => p.kind)).toEqual(pack.papers.map((p) => p.kind));
    expect(sealed.slides).toHaveLength(pack.slides.length);
    expect([sealed.day, sealed.title, sealed.mark]).toEqual([day, pack.title, pack.imprint.mark]);
  });

  test('is plain JSON: the same after a way through text', () => {
    expect(JSON.parse(JSON.stringify(sealed))).toEqual(sealed);
  });

  test('holds neither marks of pictures nor who accepted what', () => {
    const text = JSON.stringify(sealed);
    expect(text).not.toContain('"marks"');
    expect(text).not.toMatch(/"(pending|accepted|stale)"/);
  });
});

describe('contentDifferences()', () => {
  test('of the same content are none, also after a way through text', () => {
    expect(contentDifferences(sealed, contentBy())).toEqual({ sentences: [], papers: [] });
    expect(contentDifferences(JSON.parse(JSON.stringify(sealed)) as PackContent, sealed)).toEqual({ sentences: [], papers: [] });
  });

  test('tell a sentence that reads otherwise, by both texts', () => {
    // As long as it was, so that the page holds the same sentences.
    const text = sealed.sentences['u05/standing']!.replace(/。$/, '！');
    const own = contentBy({ said: new Map([['u05/standing', { id: 'u05/standing', text, facts: '' }]]) });
    expect(contentDifferences(sealed, own)).toEqual({
      sentences: [{ id: 'u05/standing', sealed: sealed.sentences['u05/standing'], now: text }],
      papers: [],
    });
  });

  test('tell a sentence that is gone, and one that is new', () => {
    const own = contentBy({ said: new Map([['u05/standing', { id: 'u05/standing', text: '', facts: '' }]]) });
    const { sentences } = contentDifferences(sealed, own);
    expect(sentences.find((s) => s.id === 'u05/standing')).toEqual({
      ...{ id: 'u05/standing', sealed: sealed.sentences['u05/standing'], now: null },
    });
    expect(contentDifferences(own, sealed).sentences.find((s) => s.id === 'u05/standing')?.sealed).toBeNull();
  });

  test('tell tables that have other figures, by their papers', () => {
    const now = contentDifferences(sealed, other());
    expect(now.papers).toEqual(expect.arrayContaining(['bulletin']));
    expect(now.papers).not.toContain('rules');
    expect(now.sentences.map((s) => s.id)).toContain('u05/standing');
  });

  test('tell a paper that was not there: the notice', () => {
    const notice = {
      ...{ title: '催报', number: '', to: '', body: '', points: [], contact: '', signature: '', date: '' },
      ...{ annex: '', annexTitle: '', head: [], lines: [] },
    };
    const now = contentDifferences(sealed, contentBy({ notice }));
    expect(now.papers).toEqual(['cover', 'notice']);
    expect(contentDifferences(contentBy({ notice }), sealed).papers).toEqual(['cover', 'notice']);
  });

  test('tell another place or meeting on the cover', () => {
    expect(contentDifferences(sealed, contentBy({ choice: { place: '三楼会议室' } })).papers).toEqual(['cover']);
  });
});
