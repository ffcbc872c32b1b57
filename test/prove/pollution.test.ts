/**
 * Polluted tables come out as they went in, or say so: seeded slices in `npm test`, thousands of files in
 * `npm run prove` (KAOPING_PROVE=full), whose result is written to docs/proof.md.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { LEDGERS } from '../../src/ledgers';
import { judge, type Verdict } from './judge';
import { DAMAGES, filePollutions, rowPollution } from './pollute';
import { Chance } from './random';
import { truthTable } from './truth';

const full = process.env['KAOPING_PROVE'] === 'full';
const SEED = 20261121;
const ROWS = 40;
/** What a county sends; the tables that the city makes itself are short and have no period of their own. */
const reported = LEDGERS.filter((l) => !l.given && !l.named);
const ledgers = full ? reported : reported.filter((_, i) => i % 6 === 0);
const seeds = full ? [0, 1, 2] : [0];

const verdicts: Verdict[] = [];
const held = async (file: Parameters<typeof judge>[0]): Promise<Verdict> => {
  const v = await judge(file);
  verdicts.push(v);
  return v;
};
const said = (v: Verdict): string => `${v.pollution}: ${v.notes.join('; ')}`;

describe.each(ledgers.map((l, i) => [l.id, l, i] as const))('%s', (_, ledger, index) => {
  it.each(seeds)('every pollution of the whole file, seed %i: no cell silently wrong', async (seed) => {
    const chance = new Chance(SEED + 1000 * seed + index);
    const other = reported[(index + 7) % reported.length] as (typeof reported)[number];
    const files = filePollutions(truthTable(ledger, ROWS, chance), truthTable(other === ledger ? (reported[0] as typeof other) : other, 8, chance), chance); // prettier-ignore
    const wrong: string[] = [];
    for (const file of files) {
      const v = await held(file);
      if (v.silent > 0) wrong.push(said(v));
    }
    expect(wrong).toEqual([]);
  });

  it.each(Object.keys(DAMAGES))('%s, at every row: no cell silently wrong', async (name) => {
    const chance = new Chance(SEED + 7 * index);
    const table = truthTable(ledger, ROWS, chance);
    const wrong: string[] = [];
    for (let row = 0; row < table.rows.length; row += full ? 1 : 5) {
      const file = rowPollution(name, table, row, chance);
      if (!file) continue;
      const v = await held(file);
      if (v.silent > 0) wrong.push(`row ${row + 2}: ${said(v)}`);
    }
    expect(wrong).toEqual([]);
  });
});

it('over all files: nothing silently wrong, undamaged rows ≥ 99.9 %, all rows ≥ 99.5 %', () => {
  const sum = (of: (v: Verdict) => number) => verdicts.reduce((n, v) => n + of(v), 0);
  const lost = verdicts.filter((v) => v.recovered < v.rows).map((v) => `${v.recovered}/${v.rows} ${said(v)}`);
  expect(sum((v) => v.silent)).toBe(0);
  expect(sum((v) => v.undamagedRight) / sum((v) => v.undamaged), lost.slice(0, 20).join('\n')).toBeGreaterThanOrEqual(0.999);
  expect(sum((v) => v.recovered) / sum((v) => v.rows)).toBeGreaterThanOrEqual(0.995);
});

afterAll(() => {
  const out = process.env['KAOPING_PROVE_OUT'];
  if (!out) return;
  mkdirSync(path.dirname(out), { recursive: true });
  writeFileSync(out, JSON.stringify({ seed: SEED, ledgers: ledgers.length, verdicts: verdicts.map(({ notes, ...v }) => (v.silent > 0 || v.right < v.rows ? { ...v, notes } : v)) })); // prettier-ignore
});
