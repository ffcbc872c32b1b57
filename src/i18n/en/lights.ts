/** The words of lights and cards in English. */
import type { ValueUnit } from '../../model/measure';
import type { Formats } from '../format';
import { asPoints, bare, boundsOf, type BoundKey, type ClauseShape, type ColourName } from '../light-words';
import type { LightWords } from '../zh/lights';

const NAMES: Readonly<Record<ColourName, string>> = {
  red: 'Red',
  orange: 'Orange',
  yellow: 'Yellow',
  green: 'Green',
  blue: 'Blue',
  black: 'Black',
  grey: 'Grey',
};
const BOUNDS: Readonly<Record<BoundKey, string>> = {
  atLeast: 'at least',
  above: 'above',
  atMost: 'at most',
  below: 'below',
};
const ZERO: Readonly<Record<BoundKey, string>> = {
  atLeast: 'not below',
  above: 'above',
  atMost: 'not above',
  below: 'below',
};

const gapOf = (x: number, unit: ValueUnit, f: Formats): string =>
  unit === 'share' ? `${asPoints(x, f)} points` : unit === 'points' ? `${f.points(x)} pts` : f.brief(x, 4);

function bound(of: ClauseShape['of'], k: BoundKey, x: number, unit: ValueUnit, f: Formats): string {
  const is = BOUNDS[k];
  const n = f.brief(x);
  switch (of) {
    case 'share':
      return `share of the marks ${is} ${f.shareBrief(x)}`;
    case 'points':
      return `points ${is} ${n}`;
    case 'value':
      return `value ${is} ${bare(x, unit, f)}`;
    case 'reported':
      return `reported figure ${is} ${bare(x, unit, f)}`;
    case 'behind':
      return `behind by ${is} ${asPoints(x, f)} points`;
    case 'aboveMean':
      return x === 0 ? `${ZERO[k]} the mean` : `difference from the mean ${is} ${gapOf(x, unit, f)}`;
    case 'change':
      return x === 0
        ? `share of the marks ${ZERO[k]} the period before`
        : `change of the share of the marks ${is} ${asPoints(x, f)} points`;
    case 'rank':
      return k === 'atMost' ? `among the first ${n}` : `place ${is} ${n}`;
    case 'fromLast':
      return k === 'atMost' ? (x === 1 ? 'last' : `among the last ${n}`) : `place from the last ${is} ${n}`;
  }
}

const figure: LightWords['figure'] = ({ of, value, terms: [a = NaN, b = NaN] }, { f, unit, paced, before }) => {
  const far = (more: string, less: string, size: string): string =>
    value === 0 ? 'level' : `${size} ${value > 0 ? more : less}`;
  const points = `${asPoints(Math.abs(value), f)} points`;
  switch (of) {
    case 'share':
      return `${f.shareBrief(value)} of the marks (${f.points(a)} ÷ ${f.brief(b)})`;
    case 'points':
      return `${f.points(value)} pts`;
    case 'value':
      return `value ${bare(value, unit, f)}`;
    case 'reported':
      return `reported ${bare(value, unit, f)}`;
    case 'behind':
      return `${bare(a, unit, f)}, ${paced ? 'due by now' : 'target'} ${bare(b, unit, f)}, ${far('behind', 'ahead', points)}`;
    case 'aboveMean':
      return `own ${bare(a, unit, f)}, mean ${bare(b, unit, f)}, ${far('above', 'below', gapOf(Math.abs(value), unit, f))}`;
    case 'change':
      return `${f.shareBrief(a)} of the marks, ${before} ${f.shareBrief(b)}, ${far('up', 'down', points)}`;
    case 'rank':
      return `place ${f.brief(value)} of ${f.brief(a)}`;
    case 'fromLast':
      return `place ${f.brief(value)} from the last (of ${f.brief(a)})`;
  }
};

export const lightsEn: LightWords = {
  title: 'Lights',
  unit: 'Unit',
  letters: { red: 'R', orange: 'O', yellow: 'Y', green: 'G', blue: 'B', black: 'Bk', grey: 'Gy' },
  light: (c) => NAMES[c],
  unlit: { missing: 'no data', notDue: 'not due', na: 'n/a', noFigure: 'nothing to compare', none: 'no light' },
  why: {
    missing: 'No light: due and not reported.',
    notDue: 'No light: not due.',
    na: 'No light: does not apply to this unit.',
    noFigure: 'No light: nothing to compare with (no period before, or no target).',
    none: 'No light: none of the lines holds.',
  },
  unset: 'no lights set',
  counted: (what, n) => `${what} ${n}`,
  joint: ', ',
  equals: ' = ',
  cell: (unit, column) => `${unit}, ${column}: `,
  never: 'What has no data, is not due or does not apply has no light. Open a cell for its proof.',
  counts:
    'The number is how many indicators have that light. What has no data, is not due or does not apply has no light. Open a cell for its proof.',
  redBest: 'In this scheme red is good.',
  clause: (c, unit, f) =>
    boundsOf(c)
      .map(([k, x]) => bound(c.of, k, x, unit, f))
      .join(' and '),
  figure,
  lit: (set, title, proof) => `${set}: ${title}. ${proof}`,
  unlitOf: (set, why) => `${set}: ${why}`,
  line: (title, n) => `${title} (${n})`,
  proof: (figures, clauses) => `${figures}; the line: ${clauses}.`,
  rest: (figures) => (figures === '' ? 'None of the lines above.' : `${figures}; none of the lines above.`),
  and: '; ',
  cards: 'To watch and to improve',
  cardRule: (clauses, periods, basis) =>
    `${periods === 1 ? 'This period' : `${periods} periods running`} ${clauses}; basis: ${basis}`,
  cardNone: 'No unit this period.',
  cardProof: (period, figures) => `${period}: ${figures}`,
  cardWhy: (title, proof) => `Listed under “${title}”: ${proof}`,
};
