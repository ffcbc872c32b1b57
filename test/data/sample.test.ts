/** The committed sample is what the generator writes, small, well-formed, and tells its stories. */
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { starsOf } from '../../data/generator/branches.mjs';
import { COUNTIES, STORIES } from '../../data/generator/city.mjs';
import { generate } from '../../data/generate.mjs';
import { LEDGERS, MEASURES } from '../../src/ledgers';
import { figure, grouped, periodOfCell, records, sample, type Row } from './reckon';

const QUARTERS = Array.from({ length: 11 }, (_, t) => `${2024 + Math.floor(t / 4)}Q${(t % 4) + 1}`);
const LAST = '2026Q3';
const rosterRows = sample('roster');
const branches = sample('branch-rating');
const weak = sample('rectification');
const talent = sample('talent-intake');
const indicators = sample('indicators');

const inQuarter = (rows: readonly Row[], quarter: string | undefined) => rows.filter((r) => r['period'] === quarter);
const ofCounty = (rows: readonly Row[], name: string) => rows.filter((r) => (r['county'] ?? r['unit']) === name);

/** A declared measure of a county, quarter by quarter; null where it reported nothing. */
function series(id: string, rows: readonly Row[], name: string): (number | null)[] {
  const measure = MEASURES.get(id);
  if (!measure) throw new RangeError(id);
  return QUARTERS.map((q) => {
    const own = ofCounty(inQuarter(rows, q), name);
    return own.length === 0 ? null : figure(measure, own, periodOfCell(q)).value;
  });
}

describe('the files', () => {
  const generated = generate();

  it('generating again gives the committed bytes, and there is no other file', () => {
    for (const [path, bytes] of generated) expect(readFileSync(`data/${path}`).equals(bytes), path).toBe(true);
    const committed = ['sample', 'wild'].flatMap((d) => readdirSync(`data/${d}`).map((f) => `${d}/${f}`));
    expect(committed.filter((f) => f !== 'wild/README.md').sort()).toEqual([...generated.keys()].sort());
  });

  it('all of them are under 6 MB, and under 0.5 MB packed', () => {
    const sizes = [...generated.values()].map((b) => [b.length, gzipSync(b).length] as const);
    expect(sizes.reduce((n, [raw]) => n + raw, 0)).toBeLessThan(6e6);
    expect(sizes.reduce((n, [, packed]) => n + packed, 0)).toBeLessThan(0.5e6);
  });

  it.each(LEDGERS.map((l) => [l.id, l] as const))(
    '%s: UTF-8, LF, no BOM, canonical headers of every column, rows of one width',
    (id, ledger) => {
      const bytes = readFileSync(`data/sample/${id}.csv`);
      expect(bytes.subarray(0, 3).toString('hex')).not.toBe('efbbbf');
      expect(bytes.includes('\r')).toBe(false);
      const [header = [], ...rows] = records(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
      expect([...header].sort()).toEqual(ledger.columns.map((c) => c.name.zh).sort());
      expect(rows.filter((r) => r.length !== header.length)).toEqual([]);
    },
  );

  it('no cell looks like a person: no telephone, no identity number, no name before a post', () => {
    const cells = [...rosterRows, ...branches, ...weak].flatMap((r) => Object.values(r)).filter((c) => typeof c === 'string');
    expect(
      [...new Set(cells)].filter((c) => /(?:^|\D)1[3-9]\d{9}(?:\D|$)|\d{17}[\dXx]|同志|先生|女士|[书记长员]：/.test(c)),
    ).toEqual([]);
  });
});

describe.each(LEDGERS.map((l) => [l.id, l] as const))('%s', (id, ledger) => {
  const rows = sample(id);

  it('gives every required cell, readable and in range', () => {
    const faults = rows.flatMap((r) =>
      ledger.columns.flatMap((c) => {
        const v = r[c.id] ?? null;
        if (v === null) return c.required === true ? [`${c.id} missing`] : [];
        if (typeof v === 'number' && c.range && (v < c.range[0] || v > c.range[1])) return [`${c.id} ${v}`];
        if (typeof v === 'number' && (Number.isNaN(v) || (c.type === 'integer' && !Number.isInteger(v)))) return [`${c.id} ${v}`];
        return c.type === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(String(v)) ? [`${c.id} ${String(v)}`] : [];
      }),
    );
    expect([...new Set(faults)]).toEqual([]);
  });

  it('has no key twice in a period', () => {
    const keys = rows.map((r) => JSON.stringify([r['period'], ...ledger.key.map((k) => r[k])]));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('passes its own checks', () => {
    const failed = rows.filter((r) =>
      ledger.checks.some((c) => {
        if (c.check === 'sum') {
          const [sum, whole] = [c.parts.reduce((n, p) => n + Number(r[p]), 0), Number(r[c.whole])];
          return c.atMost ? sum > whole : sum !== whole;
        }
        const [a, b] = c.check === 'atMost' ? [r[c.part], r[c.whole]] : [r[c.first], r[c.second]];
        return a !== null && a !== undefined && b !== null && b !== undefined && a > b;
      }),
    );
    expect(failed).toEqual([]);
  });
});

describe('the city', () => {
  it('has 12 counties and zones in three peer groups of four', () => {
    const counties = grouped(
      rosterRows.filter((r) => r['level'] === 'county'),
      (r) => r['code'],
    );
    const groups = grouped(
      [...counties.values()].map((names) => names[0] as Row),
      (r) => r['peer_group'],
    );
    expect(counties.size).toBe(12);
    expect([...groups].map(([g, units]) => [g, units.length])).toEqual([['城区组', 4], ['县域组', 4], ['功能区组', 4]]); // prettier-ignore
  });

  it('renamed one county: two dated names under one code, each used in its time', () => {
    const today = COUNTIES.find((c) => c.name === STORIES.renamed);
    const names = rosterRows.filter((r) => r['code'] === today?.code);
    expect(names.map((r) => [r['unit_name'], r['valid_from'], r['valid_to']])).toEqual([
      ['半篙县', null, '2025-03-31'],
      ['半篙市', '2025-04-01', null],
    ]);
    for (const rows of [branches, weak, talent]) {
      expect(ofCounty(rows, '半篙县').every((r) => String(r['period']) <= '2025Q1')).toBe(true);
      expect(ofCounty(rows, '半篙市').every((r) => String(r['period']) > '2025Q1')).toBe(true);
    }
  });

  it('has 1,600 branches in seven sectors and dozens of weak organisations in each of 11 quarters', () => {
    for (const q of QUARTERS) {
      expect(inQuarter(branches, q)).toHaveLength(1600);
      expect(new Set(inQuarter(branches, q).map((r) => r['sector'])).size).toBe(7);
      expect(inQuarter(weak, q).length).toBeGreaterThan(90);
    }
  });

  it('composes every total of base + appraisal + bonus − deduction and gives stars by the lines 90/80/70/60', () => {
    for (const r of branches) {
      const total =
        Number(r['base_score']) + Number(r['appraisal_score']) + Number(r['bonus_score']) - Number(r['deduction_score']);
      expect(r['total_score']).toBe(total);
      expect(Number(r['base_score'])).toBeLessThanOrEqual(70);
      expect(Number(r['appraisal_score'])).toBeLessThanOrEqual(30);
      if (r['final_star'] !== null) expect(r['final_star']).toBe(starsOf(total));
      if (r['review_star'] !== null) expect(r['review_star']).toBe(starsOf(Number(r['review_score'])));
    }
  });
});

describe('the stories', () => {
  it.each(['mean_score', 'three_star_share', 'rated_share'])(
    'the climber’s %s never falls and ends well above its start',
    (m) => {
      const values = series(`branch-rating.${m}`, branches, STORIES.climber).map(Number);
      expect(values.every((v, t) => t === 0 || v >= Number(values[t - 1]))).toBe(true);
      expect(Number(values.at(-1))).toBeGreaterThan(Number(values[0]) * 1.07);
    },
  );

  it('the climber is better at year’s end than a year before in everything else too', () => {
    const ends = (id: string, rows: readonly Row[]) => {
      const s = series(id, rows, STORIES.climber).map(Number);
      return [Number(s[3]), Number(s[7])] as const;
    };
    const ids = ['closed_on_time', 'conversion', 'four_in_place', 'problems_solved', 'look_back'].map(
      (m) => [`rectification.${m}`, weak] as const,
    );
    const more = ['attainment', 'class_weighted', 'arrival', 'retention', 'elite_arrival'].map(
      (m) => [`talent-intake.${m}`, talent] as const,
    );
    for (const [id, rows] of [...ids, ...more, ['branch-rating.review_agreement', branches] as const]) {
      const [before, after] = ends(id, rows);
      expect(after, id).toBeGreaterThan(before);
    }
  });

  it('one county’s converted organisations relapse, by the city’s own check, and nobody else’s do', () => {
    for (const c of COUNTIES) {
      const relapse = series('rectification.relapse', weak, c.name).at(-1);
      if (c.name === STORIES.relapsing) expect(relapse).toBeGreaterThan(0.2);
      else expect(relapse).toBe(0);
    }
    const again = ofCounty(inQuarter(weak, LAST), STORIES.relapsing).filter((r) => r['relisted'] === true);
    expect(again.length).toBeGreaterThan(0);
    expect(again.every((r) => r['first_closed_on'] !== null)).toBe(true);
  });

  it('one county stops reporting talent from 2026Q1 and reports everything else', () => {
    const { county } = STORIES.silent;
    expect(ofCounty(talent, county).map((r) => r['period'])).toEqual(QUARTERS.slice(0, 8));
    for (const rows of [branches, weak, indicators]) expect(ofCounty(inQuarter(rows, LAST), county).length).toBeGreaterThan(0);
    for (const q of QUARTERS) expect(new Set(inQuarter(talent, q).map((r) => r['county'])).size).toBe(q < '2026Q1' ? 12 : 11);
  });

  it('two counties of one group have the same figures in 2025Q4, and in no other quarter', () => {
    const [one, two] = STORIES.twins;
    const own = [
      'period',
      'county',
      'unit',
      'township',
      'branch',
      'branch_code',
      'organisation',
      'look_back_due_on',
      'last_star',
    ];
    const figuresOf = (name: string, q: string) =>
      [branches, weak, talent, indicators].map((rows) =>
        ofCounty(inQuarter(rows, q), name).map((r) => Object.fromEntries(Object.entries(r).filter(([k]) => !own.includes(k)))),
      );
    const tied = QUARTERS.filter((q) => JSON.stringify(figuresOf(one, q)) === JSON.stringify(figuresOf(two, q)));
    expect(tied).toEqual([QUARTERS[STORIES.tie]]);
  });

  it('one talent figure is far off: more than five times the next in its quarter', () => {
    const { county, quarter } = STORIES.outlier;
    const values = COUNTIES.map(
      (c) => [c.name, Number(series('talent-intake.attainment', talent, c.former?.name ?? c.name)[quarter])] as const,
    );
    const [first, second] = [...values].sort((a, b) => b[1] - a[1]);
    expect(first?.[0]).toBe(county);
    expect(first?.[1]).toBeGreaterThan(5 * Number(second?.[1]));
  });

  it('one county alone has more than 30 % five-star branches, and the city’s review disagrees with it', () => {
    const share = COUNTIES.map(
      (c) => [c.name, Number(series('branch-rating.five_star_share', branches, c.name).at(-1))] as const,
    );
    expect(share.filter(([, s]) => s > 0.3).map(([name]) => name)).toEqual([STORIES.overQuota]);
    expect(series('branch-rating.review_agreement', branches, STORIES.overQuota).at(-1)).toBeLessThan(0.75);
  });

  it('no event vetoes a grade', () => {
    const events = indicators.filter((r) => r['indicator'] === '重大责任事故' || r['indicator'] === '统计造假');
    expect(events).toHaveLength(12 * 11 * 2);
    expect(events.every((r) => r['value'] === 0)).toBe(true);
  });
});
