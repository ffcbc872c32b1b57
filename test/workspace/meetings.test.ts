/** What the journal says of the meeting papers, gathered: the last word holds, and a step taken back is as if it had not been. */
import { describe, expect, test } from 'vitest';
import { USUAL, type PackChoice } from '../../src/model/meeting';
import type { CalendarDate, Period } from '../../src/model/period';
import type { Entry, EntryBody } from '../../src/workspace/journal';
import { meetingsOf } from '../../src/workspace/meetings';
import { redoable, replay } from '../../src/workspace/replay';

const Q2 = '2026Q2' as Period;
const Q3 = '2026Q3' as Period;
const journal = (...bodies: EntryBody[]): Entry[] =>
  bodies.map((b, i) => ({ ...b, v: 1, seq: i + 1, at: '2026-10-01T00:00:00Z' }));
const record = (...bodies: EntryBody[]) => meetingsOf(replay(journal(...bodies)).steps);

const chosen = (more: Partial<PackChoice>, period = Q3): EntryBody => ({
  kind: 'pack.chosen',
  period,
  choice: { ...USUAL, ...more },
});
const said = (id: string, text: string | null, facts = '1', period = Q3): EntryBody => ({
  ...{ kind: 'sentences.said', period },
  said: [{ id, text, facts }],
});
const decided = (act: 'close' | 'extend' | 'handOver', more: { day?: string; to?: string; period?: Period } = {}): EntryBody => ({
  ...{ kind: 'issue.decided', item: 'a/x/2026Q2', period: more.period ?? Q3, act, to: more.to ?? '', reason: '会议议定' },
  day: (more.day ?? null) as CalendarDate | null,
});
const undone = (entry: number): EntryBody => ({ kind: 'undone', entry });

describe('meetingsOf()', () => {
  test('of an empty journal has nothing', () => {
    expect(record()).toEqual({ choices: new Map(), said: new Map(), issues: new Map() });
  });

  test('the last choice of a period holds, each period its own', () => {
    const { choices } = record(
      chosen({ meeting: 'heads' }),
      chosen({ meeting: 'duty' }, Q2),
      chosen({ meeting: 'duty', place: '三楼会议室' }),
    );
    expect([choices.get(Q3)?.meeting, choices.get(Q3)?.place, choices.get(Q2)?.meeting]).toEqual(['duty', '三楼会议室', 'duty']);
  });

  test('what was said of a sentence last holds; of others what was said before stays', () => {
    const { said: all } = record(said('a', null), said('b', '改写'), said('a', '另写', '2'), said('a', '', '9', Q2));
    expect([...(all.get(Q3)?.values() ?? [])]).toEqual([
      { id: 'a', text: '另写', facts: '2' },
      { id: 'b', text: '改写', facts: '1' },
    ]);
    expect(all.get(Q2)?.get('a')?.text).toBe('');
  });

  test('many sentences said of in one step are one step', () => {
    const both: EntryBody = { kind: 'sentences.said', period: Q3, said: ['a', 'b'].map((id) => ({ id, text: null, facts: id })) };
    expect([...(record(both).said.get(Q3)?.keys() ?? [])]).toEqual(['a', 'b']);
    expect(record(both, undone(1)).said.get(Q3)).toBeUndefined();
  });

  test('decisions about an item stand one after another, oldest first, each with its entry', () => {
    const { issues } = record(decided('extend', { day: '2026-12-31' }), chosen({}), decided('handOver', { to: '城区组织部' }));
    expect(issues.get('a/x/2026Q2')).toEqual([
      { seq: 1, item: 'a/x/2026Q2', period: Q3, act: 'extend', day: '2026-12-31', to: '', reason: '会议议定' },
      { seq: 3, item: 'a/x/2026Q2', period: Q3, act: 'handOver', day: null, to: '城区组织部', reason: '会议议定' },
    ]);
  });

  test('a step taken back is as if it had not been, and done again it is there', () => {
    const steps = [
      chosen({ meeting: 'heads' }),
      chosen({ meeting: 'duty' }),
      said('a', '甲'),
      said('a', '乙'),
      decided('extend', { day: '2026-12-31' }),
    ];
    expect(record(...steps, undone(2)).choices.get(Q3)?.meeting).toBe('heads');
    expect(
      record(...steps, undone(4))
        .said.get(Q3)
        ?.get('a')?.text,
    ).toBe('甲');
    expect(record(...steps, undone(3), undone(4)).said.get(Q3)).toBeUndefined();
    expect(record(...steps, undone(5)).issues.size).toBe(0);
    expect(record(...steps, undone(5), undone(6)).issues.get('a/x/2026Q2')).toHaveLength(1);
    expect(redoable(journal(...steps, undone(5)))).not.toBeNull();
  });

  test('does not write into what it was given, and other steps do not matter to it', () => {
    const steps = Object.freeze(
      journal(said('a', null), said('a', '乙'), { kind: 'period.stated', period: Q3, state: 'checking' }),
    );
    expect(meetingsOf(steps)).toEqual(meetingsOf(steps));
    expect(meetingsOf(steps).choices.size).toBe(0);
  });
});
