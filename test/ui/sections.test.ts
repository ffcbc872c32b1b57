/** The cut through a scheme's tree that pictures of the total are split by. */
import { describe, expect, it } from 'vitest';
import { flatten, type Scheme } from '../../src/scheme';
import { sectionsOf } from '../../src/findings/sections';

type Tree = Readonly<Record<string, unknown>> & { readonly id: string };
const leaf = (id: string): Tree => ({ id, title: id, points: 1, measure: 'a.b', rule: { type: 'yesNo' }, due: 'Q' });
const group = (id: string, ...children: Tree[]): Tree => ({ id, title: id, children });
const cut = (...children: Tree[]): string[] =>
  sectionsOf(flatten({ title: 't', children } as unknown as Scheme)).map((n) => n.id);

describe('sectionsOf()', () => {
  it('splits a section into its groups where the tree begins with fewer than three', () => {
    const grassroots = group('g', group('g1', leaf('a')), group('g2', leaf('b'), leaf('c')));
    expect(cut(grassroots, group('t', leaf('d'), leaf('e')))).toEqual(['g1', 'g2', 't']);
  });
  it('keeps three or more sections as they are', () => {
    const deep = group('g', group('g1', leaf('a')), group('g2', leaf('b')));
    expect(cut(deep, group('t', leaf('c')), group('u', leaf('d')))).toEqual(['g', 't', 'u']);
  });
  it('never splits into leaves, nor where leaves and groups are mixed, since the parts must add up', () => {
    expect(cut(group('g', leaf('a'), leaf('b')), group('t', group('t1', leaf('c')), leaf('d')))).toEqual(['g', 't']);
  });
  it('goes as deep as it must', () => {
    const two = (id: string) => group(id, leaf(`${id}a`));
    expect(cut(group('g', group('h', two('h1'), two('h2')), two('i')))).toEqual(['h1', 'h2', 'i']);
  });
});
