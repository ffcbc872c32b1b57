/** Measures of the ledgers whose definitions are more than one column over another, reckoned by hand; and figures that two ledgers give, which agree. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine';
import { LEDGERS, ledgerOf } from '../../src/ledgers';
import type { LedgerDef } from '../../src/model/ledger';
import type { Aggregate } from '../../src/model/measure';
import type { Period } from '../../src/model/period';
import { measureEntries, measuresSql } from '../../src/query';
import { openNodeEngine } from '../support/engine';
import { force, load, prepare, type Cells } from '../query/demo';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await prepare(engine, ...LEDGERS);
});
afterAll(() => engine.close());

let imports = 0;
/** The measures of a ledger over these rows of one county, as [numerator, denominator, status]. */
async function reckon(ledger: LedgerDef, rows: readonly Cells[], period = '2026Q3') {
  imports += 1;
  await load(engine, ledger, imports, period, rows.map((r) => ({ county: '墨砚区', ...r }))); // prettier-ignore
  await force(engine, ledger, [[imports, '墨砚区', 'u1', period]]);
  const entries = measureEntries(ledger, await engine.query(measuresSql(ledger) ?? ''));
  return (id: string) => {
    const e = entries.find((x) => x.measure === `${ledger.id}.${id}` && x.period === (period as Period));
    return e && [e.numerator, e.denominator, e.status];
  };
}

it('two new: totals are over private firms and social organisations, the other types are parts of them', async () => {
  const at = await reckon(ledgerOf('two-new-coverage'), [
    { type: 'firm', due: '100', alone: '30', joint: '50', work_due: '200', work_done: '190', instructors_due: '10', instructors_sent: '9' },
    { type: 'social', due: '20', alone: '5', joint: '10', work_due: '40', work_done: '40' },
    { type: 'park', due: '60', alone: '30', joint: '30', work_due: '60', work_done: '60', instructors_due: '5', instructors_sent: '5' },
    { type: 'parcels', due: '9', alone: '0', joint: '1', work_due: '9', work_done: '0' },
  ]); // prettier-ignore
  expect(at('organisation_cover')).toEqual([95, 120, 'ok']);
  expect(at('work_cover')).toEqual([230, 240, 'ok']);
  expect(at('instructors')).toEqual([9, 10, 'ok']);
});

it('vacancies are held against villages and communities, reserves against villages alone', async () => {
  const ledger = ledgerOf('village-heads');
  const at = await reckon(ledger, [
    {
      villages: '180',
      villages_combined: '170',
      communities: '20',
      vacant: '4',
      villages_with_reserve: '90',
      villages_paid: '180',
    },
  ]);
  expect(at('vacancy')).toEqual([4, 200, 'ok']);
  expect(at('combined_posts')).toEqual([170, 180, 'ok']);
  expect(at('villages_with_reserve')).toEqual([90, 180, 'ok']);
  expect(at('filed')?.[2]).toBe('missing');
  // A zone of communities only has no villages: not applicable, not zero.
  const zone = await reckon(ledger, [{ villages: '0', communities: '8', vacant: '1', villages_combined: '0' }]);
  expect(zone('combined_posts')?.[2]).toBe('na');
  expect(zone('vacancy')).toEqual([1, 8, 'ok']);
});

it('platforms are counted per hundred firms; without a firm there is nothing to count them per', async () => {
  const ledger = ledgerOf('talent-platform');
  const row = { new_platforms: '5', funds_due: '200', funds_paid: '150' };
  expect((await reckon(ledger, [{ ...row, firms: '250' }]))('new_per_hundred_firms')).toEqual([5, 2.5, 'ok']);
  expect((await reckon(ledger, [{ ...row, firms: '0' }]))('new_per_hundred_firms')?.[2]).toBe('na');
  expect((await reckon(ledger, [row]))('paid')).toEqual([150, 200, 'ok']);
});

it('stars: no star is a rating, and a county that gives no stars has not rated none', async () => {
  const ledger = ledgerOf('branch-rating-summary');
  const at = await reckon(ledger, [
    { sector: 'rural', due: '20', five_star: '2', four_star: '3', three_star: '5', two_star: '4', one_star: '2', no_star: '1' },
    { sector: 'community', due: '10', five_star: '1', three_star: '7' },
  ]); // prettier-ignore
  expect(at('rated_share')).toEqual([25, 30, 'ok']);
  expect(at('three_star_share')).toEqual([18, 25, 'ok']);
  expect(at('unrated_star_share')).toEqual([1, 25, 'ok']);
  expect((await reckon(ledger, [{ sector: 'rural', due: '20' }]))('three_star_share')?.[2]).toBe('na');
});

it('relapse in figures is of those closed, and is never scored', async () => {
  const at = await reckon(ledgerOf('rectification-summary'), [
    { identified_villages: '12', identified_others: '3', four_in_place: '14', due: '10', closed_on_time: '6', closed_late: '2', overdue: '1', relapsed: '1', relisted: '1' },
  ]); // prettier-ignore
  expect(at('closed_on_time')).toEqual([6, 10, 'ok']);
  expect(at('four_in_place')).toEqual([14, 15, 'ok']);
  expect(at('overdue')).toEqual([1, null, 'ok']);
  expect(at('relapse_all')).toEqual([2, 8, 'ok']);
  expect(at('identified')).toEqual([15, null, 'ok']);
});

describe('figures that two ledgers give', () => {
  /** The values of both sides of every agreement of a summary, by name. */
  async function sides(summary: LedgerDef, here: readonly Cells[], there: readonly Cells[], period: string) {
    const agreements = summary.agreements ?? [];
    const valuesOf = async (ledger: LedgerDef, rows: readonly Cells[], pick: (i: number) => Aggregate) => {
      const measures = agreements.map((a, i) => ({
        ...{ id: `a${i}`, name: a.name, unit: 'count' as const, better: 'neither' as const, scored: false, definition: a.name },
        numerator: pick(i),
      }));
      const at = await reckon({ ...ledger, measures }, rows, period);
      return agreements.map((a, i) => [a.name.zh, at(`a${i}`)?.[0]] as const);
    };
    const [first] = agreements;
    if (!first) throw new RangeError(summary.id);
    return [
      await valuesOf(summary, here, (i) => (agreements[i] ?? first).here),
      await valuesOf(ledgerOf(first.ledger), there, (i) => (agreements[i] ?? first).there),
    ] as const;
  }

  it('the summary of stars and its branches', async () => {
    const branch = (name: string, cells: Cells): Cells => ({ branch: name, sector: 'rural', ...cells });
    const [here, there] = await sides(
      ledgerOf('branch-rating-summary'),
      [{ sector: 'rural', branches: '6', due: '5', five_star: '1', four_star: '0', three_star: '2', two_star: '0', one_star: '0', no_star: '1', upgraded: '1', downgraded: '1' }],
      [
        branch('甲', { final_star: '5', last_star: '4' }),
        branch('乙', { final_star: '3', last_star: '3', due: 'true' }),
        branch('丙', { final_star: '3' }),
        branch('丁', { final_star: '0', last_star: '2' }),
        branch('戊', { due: 'true', last_star: '2' }),
        branch('己', { due: 'false' }),
      ],
      '2026',
    ); // prettier-ignore
    expect(here).toEqual(there);
    expect(Object.fromEntries(here)).toMatchObject({
      支部总数: 6,
      应评数: 5,
      已评定数: 4,
      五星数: 1,
      三星数: 2,
      升星数: 1,
      降星数: 1,
    });
  });

  it('the quarter’s figures of rectification and its organisations', async () => {
    const four = {
      county_leader: '县委常委',
      township_leader: '镇长',
      first_secretary_from: '财政局',
      paired_with: '财政局机关支部',
    };
    const org = (organisation: string, deadline: string, cells: Cells): Cells => ({
      organisation, identified_on: '2025-01-10', deadline, result: 'ongoing', closed: 'false', problems_due: '4', problems_solved: '1', ...cells,
    }); // prettier-ignore
    const [here, there] = await sides(
      ledgerOf('rectification-summary'),
      [{ identified_villages: '4', identified_communities: '1', identified_others: '1', four_in_place: '2', due: '5', closed_on_time: '2', closed_late: '1', overdue: '1', converted: '3', problems_due: '24', problems_solved: '6', look_back_due: '2', look_back_done: '1', make_up_due: '1', make_up_done: '1', relapsed: '1', relisted: '1' }],
      [
        org('甲', '2025-12-31', { ...four, result: 'converted', closed: 'true', closed_on: '2025-12-31', look_back_on: '2026-06-30', look_back_result: 'relapsed' }),
        org('乙', '2025-12-31', { result: 'converted', closed: 'true', closed_on: '2026-03-30', make_up_due: 'true', make_up_done: 'true' }),
        org('丙', '2026-06-30', { ...four, result: 'converted', closed: 'true', closed_on: '2026-06-01', relisted: 'true', first_closed_on: '2024-06-01' }),
        org('丁', '2026-06-30', {}),
        // Due on the period's last day: due, not overdue yet.
        org('戊', '2026-09-30', { result: 'extended' }),
        org('己', '2026-12-31', { result: 'converted' }),
      ],
      '2026Q3',
    ); // prettier-ignore
    expect(here).toEqual(there);
    expect(here).toHaveLength(15);
  });
});
