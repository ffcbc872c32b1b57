/** data/schemes/example.json worked by hand for one county: every leaf that is due at the half-year, and the bonus at the year's end. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MEASURES } from '../../src/ledgers';
import { readScheme, type Scheme } from '../../src/scheme';
import { scoreAll } from '../../src/score';
import { explain } from '../../src/score/explain';
import { id, measures, p, roster, type CellSpec } from './city';

const Q = '2026Q2';
const groups = { a: 'one', b: 'one', c: 'one', d: 'one', e: 'two' };
const { scheme, problems } = readScheme(readFileSync('data/schemes/example.json', 'utf8'), MEASURES) as {
  scheme: Scheme;
  problems: readonly object[];
};

/** By measure: where it stands, what county a has, and others where they matter. */
const carried: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, CellSpec>>>>>> = {
  // Sectors: 60 branches in villages, 40 in schools, in the city → 0.6 × 80 + 0.4 × 90 = 84.
  'branch-rating.mean_score': {
    '2025': { a: { village: [4320, 54], school: [540, 6] }, b: { village: [420, 6], school: [3400, 34] } },
  },
  'branch-rating.three_star_share': { '2025': { a: 0.8 } },
  'branch-rating.rated_share': { '2025': { a: [54, 60] } },
  'branch-rating.review_agreement': { '2025Q4': { a: 0.85 } },
  'talent-intake.retention': { '2025Q4': { a: 0.95 } },
  'appraisal.vote_index': { '2025': { a: 0.9 } },
  'talent-intake.class_weighted': { [Q]: { a: 1.2, b: 1.6, c: 0.4, e: 9 } },
  'talent-platform.new_per_hundred_firms': { [Q]: { a: 3, b: 4, e: 8 } },
  'targets.两新组织覆盖率/provincial': { '2026': { '*': 0.84 } },
  'collective-economy.hollow_weak_share': { '2026H1': { a: 0.05 } },
};
const now: Readonly<Record<string, CellSpec>> = {
  'theory-education.tested': 0.9, 'organisation-life.theme_days': 0.95, 'organisation-life.three_meetings': 0.8, 'theory-education.trained': 0.4,
  'theory-education.rectified': 0.9, 'theory-education.rectify_overdue': 2, 'theory-education.inspection_closed': 0.5, 'theory-education.inspection_overdue': 3,
  'theory-education.digital_cover': 0.6,
  'cadre-work.four_musts': 1, 'cadre-work.units_assessed': 0.75, 'cadre-work.teams_at_standard': 0.9, 'cadre-work.young_placed': 0.5,
  'cadre-work.files_checked': 0.4, 'cadre-work.paper_burden': 1.25,
  'rectification.closed_on_time': [7, 9], 'rectification.conversion': 0.5, 'rectification.problems_solved': 0.75, 'rectification.look_back': 'na',
  'rectification.make_up': 'na', 'rectification.relapse': 0.04, 'rectification.four_in_place': 1,
  'two-new-coverage.organisation_cover': 0.86, 'two-new-coverage.work_cover': 0.9,
  'village-heads.combined_posts': 0.8, 'village-heads.vacancy': 0.02, 'village-heads.villages_with_reserve': 0.7, 'secretary-training.trained': 0.45,
  'first-secretaries.on_post': 1, 'member-management.floating_filed': 0.9, 'member-management.lost_settled': 0.5, 'member-management.reported_in': 0.8,
  'funding.villages_at_standard': 0.95, 'premises.at_standard': 0.9, 'premises.sites_working': 0.97,
  'governance.satisfaction': 0.89, 'governance.petitions_on_time': 0.8, 'governance.whistles_on_time': 0.9,
  'talent-intake.attainment': 0.27, 'talent-intake.arrival': 0.5, 'talent-platform.paid': 0.6, 'campus-cooperation.landed': [1, 1],
  'talent-service.leaders_with_project': 1, 'talent-service.expert_contact': 0.8, 'talent-service.service_on_time': 0.9,
  'study-dispatch.county_studies': 1, 'study-dispatch.bodies_met': 0.9, 'reporting.on_time': 0.95, 'issue-list.closed_on_time': 0.8, 'issue-list.overdue': 1,
  'own-building.supervised_on_time': 0.85,
}; // prettier-ignore

const table = { ...carried, ...Object.fromEntries(Object.entries(now).map(([m, cell]) => [m, { [Q]: { a: cell } }])) };

/** Points under a leaf's own marks; under each heading the marks present, of the heading's. */
const BY_HAND: Readonly<Record<string, readonly [factor: number, Readonly<Record<string, number>>]>> = {
  politics: [1, { tested: 1.8, 'theme-days': 1.9, 'regular-life': 0.8, 'cadres-trained': 2 * (0.4 / 0.5), 'special-rectified': 1.8 - 2 * 0.2, 'inspection-closed': 1 - 3 * 0.3, 'smart-building': 0.6 }],
  // random checks and retired cadres wait for the year's end: 9 of 12 present
  cadres: [12 / 9, { 'promotion-checks': 2, 'routine-assessed': 1.5, teams: 1.8, 'young-cadres': 0.5, 'files-reviewed': 0.4 / 0.5, 'paper-burden': 1 / 1.25 }],
  rating: [1, { 'mean-score': (3 * (84 - 60)) / (95 - 60), 'three-star': (0.8 - 0.5) / (0.95 - 0.5), rated: 1.8, review: (4 * (0.85 - 0.7)) / (1 - 0.7) }],
  // nobody had a look-back or anything to make up: 8 of 11 present
  rectification: [11 / 8, { 'closed-on-time': (3 * 7) / 9, conversion: 0.5, 'problems-solved': 1.5, relapse: 0.6, 'four-in-place': 1 }],
  // two points above the province
  'two-new': [1, { 'organisation-cover': 2.5, 'work-cover': 0.9 }],
  // admissions wait for the year's end: 9 of 11 present; half of the training is due by the half-year
  secretaries: [11 / 9, { 'combined-posts': 2 * 0.5, vacancy: 0.6, reserve: 0.7, 'secretaries-trained': 2 * (0.45 / 0.5), 'first-secretaries': 1, 'floating-filed': 0.45, 'lost-settled': 0.25, 'reported-in': 0.8 }],
  // sites: three points below 100 % at 0.1 each
  basis: [1, { 'weak-villages': 1.5, funding: 1.9, premises: 0.9, sites: 0.7 }],
  governance: [4 / 3, { satisfaction: 0.5, petitions: 0.8, calls: 0.9 }],
  // one project of cooperation is too few to count: 18 of 20 present
  talent: [20 / 18, { intake: (5 * 0.27) / 0.5, 'class-weighted': (3 * 1.2) / 1.6, arrival: 1, retention: 2, platforms: (2 * 3) / 4, paid: 1.2, 'leaders-project': 1, experts: 0.4, service: 0.45 }],
  responsibility: [10 / 9, { 'county-study': 1, 'bodies-study': 0.9, 'on-time': 0.95, 'issues-closed': 2.4 - 0.2, appraisal: 1.8, supervised: 0.85 }],
}; // prettier-ignore

const close = (x: number): number => expect.closeTo(x, 9) as number;

test('the example scheme is whole: 100 points, every leaf of a measure that is declared', () => {
  expect(problems).toEqual([]);
  expect(scheme.children.map((c) => ('points' in c ? c.points : null))).toEqual([12, 12, 46, 20, 10]);
});

test('the example scheme gives what working it by hand gives', () => {
  const book = scoreAll(scheme, measures(table), roster(groups), [p(Q)], MEASURES);
  const scores = book.at(p(Q));
  const leaves = book.nodes.filter((n) => n.leaf);
  const points = Object.fromEntries(
    leaves.flatMap((n) => (Number.isNaN(scores.exact(n.index)[0]) ? [] : [[n.id, scores.exact(n.index)[0]]])),
  );
  const expected = Object.values(BY_HAND).flatMap(([factor, own]) =>
    Object.entries(own).map(([leaf, x]) => [leaf, close(x * factor)]),
  );
  expect(points).toEqual(Object.fromEntries(expected));
  const sums = Object.entries(BY_HAND).map(
    ([heading, [factor, own]]) => [heading, factor * Object.values(own).reduce((a, b) => a + b, 0)] as const,
  );
  for (const [heading, sum] of sums) expect(scores.exact(book.nodeIndex(heading))[0], heading).toEqual(close(sum));
  // 8.2 + 9.866… + 34.082142… + 13.888… + 8.555…
  expect(scores.total[0]).toBe(74.59);
  expect(scores.grades[0]).toBe('average');
  // Published leaves of the heading: 3.21 + 0.69 + 2.06 + 0.83 + 1.38 = 8.17; published, it has 8.16.
  const gap = explain(book, p(Q), id('a'), book.nodeIndex('rectification')).args.at(-1);
  expect(gap).toMatchObject({ op: 'roundingGap', value: -0.01 });
});

test('honours of the year come on top at its end: each work 0.5, those of the province or above another 0.5, 3 in all', () => {
  const honours = { 'honours.works': { '2026': { a: 2, b: 9 } }, 'honours.works_provincial': { '2026': { a: 1, b: 3 } } };
  const base = { 'first-secretaries.on_post': { '2026Q3': { a: 1, b: 1 }, '2026Q4': { a: 1, b: 1 } } };
  const book = scoreAll(
    scheme,
    measures({ ...base, ...honours }),
    roster({ a: null, b: null }),
    [p('2026Q3'), p('2026Q4')],
    MEASURES,
  );
  const sections = (q: string, u: number) =>
    scheme.children.reduce((n, c) => n + (book.at(p(q)).exact(book.nodeIndex(c.id))[u] || 0), 0);
  const onTop = (q: string) => [0, 1].map((u) => book.at(p(q)).exact(0)[u]! - sections(q, u));
  expect(onTop('2026Q3')).toEqual([0, 0].map(close));
  expect(onTop('2026Q4')).toEqual([1.5, 3].map(close));
});
