/** The pack 会议材料 from a period's figures and from what people said of its sentences. Pure: the same input gives the same pack. */
import { draftCity } from '../../findings/draft-city';
import { draftUnit } from '../../findings/draft-unit';
import { ranked } from '../../findings/leaders';
import { briefingsOf, speechOf } from './briefings';
import { bulletinOf, coverOf, digestOf, noticeOf, rulesOf } from './city-papers';
import type { Desk } from './desk';
import type { PackInput } from './input';
import { listsOf } from './lists';
import { sentencesOf, type Imprint, type Pack, type Paper } from './paper';
import { Reader } from './reader';
import { slidesOf } from './slides';

/** Digits of a hash that people compare by eye. */
const SHORT = 12;

export { sentencesOf } from './paper';

export function packOf(input: PackInput): Pack {
  const { book, period, group, choice, pen, words: w } = input;
  const scores = book.at(period);
  const mine = scores.units.filter((_, u) => group === null || scores.groups[u] === group);
  const order = ranked(scores, group).map(({ u }) => scores.units[u]!);
  const desk: Desk = {
    ...input,
    reader: new Reader(input.said, group),
    city: draftCity(book, period, group, choice.naming, pen),
    units: [...order, ...mine.filter((u) => !order.includes(u))]
      .filter((unit) => choice.units.length === 0 || choice.units.includes(unit))
      .map((unit) => draftUnit(book, period, unit, group, pen)),
  };
  const body: Paper[] = [
    bulletinOf(desk),
    briefingsOf(desk),
    speechOf(desk),
    digestOf(desk),
    listsOf(desk),
    rulesOf(desk),
    ...(input.notice ? [noticeOf(input.notice, desk)] : []),
  ];
  const papers = [coverOf(desk, body), ...body];
  const slides = slidesOf(desk);
  const pending = sentencesOf({ papers, slides }).filter((s) => s.state !== 'accepted').length;
  return {
    period,
    title: w.cover.title(pen.f.period(period), w.meetings[choice.meeting]),
    imprint: imprintOf(input, pending),
    ...{ papers, slides, pending },
    out: desk.reader.out,
    facts: desk.reader.facts,
  };
}

function imprintOf({ book, choice, words: w, schemeTitle, seal, at }: PackInput, pending: number): Imprint {
  const short = (hash: string): string => hash.slice(0, SHORT);
  return {
    mark: w.marks[choice.mark],
    draft: pending > 0 ? w.draft : '',
    foot: w.foot(schemeTitle, book.scheme.version, short(book.hash), seal ? short(seal.hash) : ''),
    at: seal?.at ?? at,
  };
}
