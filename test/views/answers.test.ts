/** The pure parts of the panels of answers: sums that hold when lines are folded, sentences, long work in steps. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerWords } from '../../src/i18n/answers';
import { formats } from '../../src/i18n/format';
import { scoreAll, type ScoreBook } from '../../src/score';
import { whyMoved } from '../../src/score/attribution';
import { whyAbove } from '../../src/score/gap';
import { liftOnePlace } from '../../src/score/lift';
import { Job, liftJob, liftSteps, periodBefore, surenessSteps, type Lift, type Step } from '../../src/state/answers.svelte';
import { aboveText, pairOf } from '../../src/views/answers/above';
import { ANSWERS, answerIn, nodeOf } from '../../src/views/answers/kinds';
import { byReason, liftWords, nextAhead } from '../../src/views/answers/lift';
import { barOf, folded, scaleOf, sumsOf } from '../../src/views/answers/lines';
import { causesOf, headline, numbersOf, rankCauses, sameBook } from '../../src/views/answers/moved';
import { onScale, placesText, runsShare, runsText, sureText } from '../../src/views/answers/sure';
import { id, leaf, measures, p, roster, scheme } from '../score/city';

const [Q1, Q2] = [p('2026Q1'), p('2026Q2')];
const zh = formats('zh-CN');
const en = formats('en');
const w = answerWords['zh-CN'];

/** Four counties, two leaves of 50 marks, shares under a target of 1: points are 50 × the share. */
const book: ScoreBook = scoreAll(
  scheme([leaf('x', 50), leaf('y', 50)]),
  measures({
    'm.x': {
      [Q1]: { a: [9, 10], b: [8, 10], c: [7, 10], d: [1, 10] },
      [Q2]: { a: [9, 10], b: [8, 10], c: [10, 10], d: [1, 10] },
    },
    'm.y': {
      [Q1]: { a: [9, 10], b: [9, 10], c: [6, 10], d: [1, 10] },
      [Q2]: { a: [9, 10], b: [8, 10], c: [7, 10], d: [1, 10] },
    },
  }),
  roster({ a: 'one', b: 'one', c: 'one', d: 'one' }),
  [Q1, Q2],
);

describe('the address', () => {
  test('a question is written in the place of a node and read back; no node of a scheme is a question', () => {
    expect(ANSWERS.map((a) => answerIn(nodeOf(a)))).toEqual([...ANSWERS]);
    expect(['.', 'moved', 'x', '', '.x'].map(answerIn)).toEqual([null, null, null, null, null]);
  });
});

describe('folded lines', () => {
  test('what is shown and the rest add up to all lines exactly, whatever the numbers and however many are shown', () => {
    const cents = fc.integer({ min: -10_000, max: 10_000 }).map((n) => n / 100);
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 40 }), fc.nat({ max: 20 }), (all, most) => {
        const { shown, rest } = folded(all, most, (x) => [x], 2);
        expect(shown.length + (rest?.count ?? 0)).toBe(all.length);
        const whole = (x: number | undefined): number => Math.round((x ?? 0) * 100) + 0;
        expect(whole(sumsOf(shown, (x) => [x], 2)[0]) + whole(rest?.sums[0])).toBe(whole(sumsOf(all, (x) => [x], 2)[0]));
      }),
    );
  });

  test('a single line too many is shown rather than folded', () => {
    expect(folded([1, 2, 3], 2, (x) => [x], 0).rest).toBeNull();
    expect(folded([1, 2, 3, 4], 2, (x) => [x], 0)).toEqual({ shown: [1, 2], rest: { count: 2, sums: [7] } });
  });

  test('0.1 + 0.2 is 0.3', () => expect(sumsOf([0.1, 0.2], (x) => [x], 2)).toEqual([0.3]));

  test('of −1 … 3 zero lies at a quarter; a bar of −1 ends there, one of 3 begins there; of zeros there is no bar', () => {
    const scale = scaleOf([3, -1]);
    expect(barOf(-1, scale)).toEqual({ zero: 25, from: 0, width: 25 });
    expect(barOf(3, scale)).toEqual({ zero: 25, from: 25, width: 75 });
    expect(barOf(0, scaleOf([0]))).toEqual({ zero: 0, from: 0, width: 0 });
  });
});

describe('why it moved', () => {
  test('the period before is the one of the same kind just before, where the book has it', () => {
    expect(periodBefore(book, Q2)).toBe(Q1);
    expect(periodBefore(book, Q1)).toBeNull();
  });

  // c: 50 × 0.7 + 50 × 0.6 = 65 → 50 + 35 = 85, third → second, since b fell from 85 to 80 (second → third).
  const of = (unit: string) => whyMoved(book, book, id(unit), Q1, Q2);

  test('c went from 65 to 85 by its own figures, third to second', () => {
    expect(headline(of('c'), false, zh, w.moved)).toBe(
      '与2026年第一季度相比，总分由 65.00 变为 85.00（+20.00），第3名 → 第2名，升 1 位。',
    );
    expect(rankCauses(of('c'), zh, w.moved).join()).toContain('使名次上升的：');
  });

  test('d stayed at 10 and fourth: nothing raised or lowered it', () => {
    expect(headline(of('d'), false, zh, w.moved)).toBe('与2026年第一季度相比，总分仍是 10.00，仍是第4名。');
    expect(rankCauses(of('d'), zh, w.moved)).toEqual([]);
  });

  test('its own and the others’ causes always have a column; with one book, rules and corrections have none', () => {
    for (const unit of 'abcd') {
      expect(causesOf(of(unit)).slice(0, 2)).toEqual(['own', 'others']);
      expect(sameBook(of(unit))).toBe(true);
    }
  });

  test('every table adds up: causes to the total’s and the rank’s change, lines to each cause', () => {
    for (const unit of 'abcd') {
      const m = of(unit);
      const causes = causesOf(m);
      const [change, ...parts] = numbersOf(causes)(m.total);
      expect(sumsOf(parts, (x) => [x], 2)[0] ?? 0).toBe(change);
      const [moved, ...places] = numbersOf(causes)(m.rank);
      expect(sumsOf(places, (x) => [x], 1)[0] ?? 0).toBe(moved);
      const columns = sumsOf(m.lines, numbersOf(causes), 2);
      expect(m.lines.length === 0 ? [0, ...causes.map(() => 0)] : columns).toEqual([change, ...parts]);
    }
  });
});

describe('why one is above another', () => {
  const order = [id('a'), id('c'), id('b'), id('d')];

  test('the pair is the two best placed of the choice, or those asked for, the better one first', () => {
    expect(pairOf(order, [id('d'), id('b'), id('c')], [null, null])).toEqual(['c', 'b']);
    expect(pairOf(order, [id('d'), id('b'), id('c')], [id('d'), id('b')])).toEqual(['b', 'd']);
    expect(pairOf(order, [id('d'), id('b'), id('c')], [id('d'), null])).toEqual(['c', 'd']);
    expect(pairOf(order, [id('b'), id('c')], [id('a'), id('b')])).toEqual(['c', 'b']);
    expect(pairOf(order, [id('b')], [null, null])).toBeNull();
  });

  test('c (50 + 35 = 85) is 5 above b (40 + 40 = 80): 10 ahead in x, 5 behind in y', () => {
    const gap = whyAbove(book, Q2, id('c'), id('b'));
    expect(aboveText(gap, [85, 80], String, (l) => l.id, zh, w.above)).toEqual([
      'c 85.00 分，b 80.00 分，相差 5.00 分。',
      '主要多在：x +10.00。',
      '少在：y −5.00。',
    ]);
  });

  test('equal totals are said to be equal', () => {
    const gap = whyAbove(book, Q2, id('a'), id('a'));
    expect(aboveText(gap, [90, 90], String, (l) => l.id, zh, w.above)).toEqual(['a与a总分相同，都是 90.00 分。']);
  });
});

describe('how sure', () => {
  const unit = { unit: id('a'), rank: 4, low: 3, high: 6, best: 2, worst: 7, same: 0.62, next: id('b'), ahead: 0.88, level: 0 };

  test('the range in a line, in both languages', () => {
    expect(sureText(unit, false, 0.1, zh, w.sure)).toBe('第4名；权重小幅变动（±10%）时在第3–6名。');
    expect(sureText(unit, false, 0.1, en, answerWords.en.sure)).toBe(
      '4th; with slightly different weights (±10%), places 3rd to 6th.',
    );
    expect(runsText(unit, 1000, String, zh, w.sure)).toEqual([
      '试算 1,000 次，62% 名次与公布的相同。',
      '88% 排在紧随其后的b之前。',
    ]);
  });

  test('a rank that holds in nine runs of ten has no range', () => {
    const firm = { ...unit, low: 4, high: 4, same: 1 };
    expect(sureText(firm, true, 0.1, zh, w.sure)).toBe('并列第4名；权重小幅变动（±10%）时名次不变。');
    expect(placesText(firm, zh, w.sure)).toBe('第4名');
    expect(runsText(firm, 1000, String, zh, w.sure)).toEqual(['试算 1,000 次，名次每次都与公布的相同。']);
  });

  test('100% is said of all runs only, 0% of none', () => {
    expect([0, 0.001, 0.5, 0.999, 1].map((x) => runsShare(x, zh))).toEqual(['0%', '<1%', '50%', '>99%', '100%']);
  });

  test('of 4 places the first lies at 12.5, the last at 87.5', () =>
    expect([onScale(1, 4), onScale(4, 4)]).toEqual([12.5, 87.5]));
});

describe('what would lift it', () => {
  const lift: Lift = {
    ...{ node: 1, leaf: 'x', measure: 'm.x', reach: 'lifts', kind: 'numerator', steps: 2, direction: 'up', effort: 1 },
    ...{ from: 7 / 9, to: 1, numerator: 9, denominator: 9, rank: 3, total: 86 },
  };

  test('counts are said as counts: two more, 7/9 → 9/9; two fewer, 2/9 → 0/9', () => {
    expect(liftWords(lift, 'share', zh, w.lift)).toEqual({ change: '再多 2 个', fromTo: '7/9 → 9/9' });
    const fewer: Lift = { ...lift, direction: 'down', numerator: 0 };
    expect(liftWords(fewer, 'share', zh, w.lift)).toEqual({ change: '减少 2 个', fromTo: '2/9 → 0/9' });
  });

  test('a count without a whole is said from what to what, a share by the value to reach', () => {
    const count: Lift = { ...lift, kind: 'count', from: 3, to: 5, numerator: 5, denominator: null };
    expect(liftWords(count, 'count', zh, w.lift)).toEqual({ change: '再多 2 个', fromTo: '3 → 5' });
    const share: Lift = { ...lift, kind: 'percent', from: 0.8, to: 0.84, numerator: 0.84, denominator: null };
    expect(liftWords(share, 'share', zh, w.lift)).toEqual({ change: '提到 84%', fromTo: '80% → 84%' });
  });

  test('out of reach is grouped by reason, each figure once', () => {
    const out = { node: 1, leaf: 'x', measure: 'm.x', reach: 'outOfReach' } as const;
    const groups = byReason([
      { ...out, why: 'notDue' },
      { ...out, why: 'tooLittle' },
      { ...out, node: 2, why: 'notDue' },
    ]);
    expect(groups.map((g) => [g.why, g.of.map((o) => o.node)])).toEqual([['tooLittle', [1]], ['notDue', [1, 2]]]); // prettier-ignore
  });

  test('next ahead of rank 3 in 1, 3, 2, 2, not ranked is the first of the 2s; of rank 1 nobody', () => {
    expect(nextAhead([1, 3, 2, 2, NaN], 3)).toBe(2);
    expect(nextAhead([1, 3, 2, 2, NaN], 1)).toBeNull();
  });

  test('indicator by indicator it finds what it finds for all at once, for every unit', () => {
    for (const unit of 'abcd') {
      const steps = [...liftSteps(book, Q2, id(unit))];
      expect(steps.map((s) => [s.done, s.of])).toEqual([[1, 2], [2, 2]]); // prettier-ignore
      expect(steps.at(-1)?.value).toEqual(liftOnePlace(book, Q2, id(unit)));
    }
  });
});

describe('long work', () => {
  const settled = async (job: Job<unknown>, state: Job<unknown>['state']): Promise<void> => {
    for (let i = 0; i < 1000 && job.state !== state; i++) await new Promise((go) => setTimeout(go, 1));
    expect(job.state).toBe(state);
  };
  const soon = (): Promise<void> => new Promise((go) => setTimeout(go, 1));
  function* count(): Generator<Step<number>, void> {
    for (let i = 1; i <= 5; i++) yield { done: i, of: 5, value: i };
  }

  test('it runs to its end, and running it again does nothing', async () => {
    let begun = 0;
    const job = new Job(() => (begun++, count()), soon);
    void job.run();
    await settled(job, 'done');
    await job.run();
    expect([job.step.value, begun]).toEqual([5, 1]);
  });

  test('stopped, it keeps what it has and goes on from there', async () => {
    const job = new Job(count, soon);
    const running = job.run();
    job.stop();
    await running;
    expect([job.state, job.step.value]).toEqual(['stopped', null]);
    await job.run();
    expect([job.state, job.step.value]).toEqual(['done', 5]);
  });

  test('stopped and begun again at once, no step is taken twice', async () => {
    const taken: number[] = [];
    const job = new Job(function* () {
      for (const s of count()) {
        taken.push(s.done);
        yield s;
      }
    }, soon);
    void job.run();
    job.stop();
    void job.run();
    await settled(job, 'done');
    expect(taken).toEqual([1, 2, 3, 4, 5]);
  });

  test('what fails says so and can be tried again', async () => {
    let tries = 0;
    const job = new Job(() => {
      if (tries++ === 0) throw new Error('invented');
      return count();
    }, soon);
    await job.run();
    expect(job.state).toBe('failed');
    await job.run();
    expect(job.state).toBe('done');
  });

  test('a question about a book is one job, however often it is asked', () => {
    expect(liftJob(book, Q2, id('c'))).toBe(liftJob(book, Q2, id('c')));
    expect(liftJob(book, Q2, id('c'))).not.toBe(liftJob(book, Q2, id('b')));
  });

  test('rank intervals are the same each time they are worked out', () => {
    const [one, other] = [[...surenessSteps(book, Q2)], [...surenessSteps(book, Q2)]];
    expect(one.at(-1)).toEqual(other.at(-1));
    expect(one.at(-1)?.value?.units.map((u) => u.unit)).toEqual(['a', 'b', 'c', 'd']);
  });
});
