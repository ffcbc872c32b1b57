/** The files of 2026Q3 as they arrive: each shows what its README line says, and they hold the sample's rows and two more. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { records, sample, sampleRoster, type Row } from './reckon';

const NAMES = readdirSync('data/wild').filter((f) => f.endsWith('.csv')).sort(); // prettier-ignore
const bytesOf = (n: number) => readFileSync(`data/wild/${String(NAMES[n])}`);
const GB = [1, 3, 6, 7];
const text = (n: number) => new TextDecoder(GB.includes(n) ? 'gb18030' : 'utf-8', { fatal: true }).decode(bytesOf(n));
const table = (n: number) => records(text(n), n === 2 ? '\t' : ',');
const sampleOf = (id: string) => sample(id).filter((r) => r['period'] === '2026Q3');

const roster = sampleRoster();

/** Digits in any width and grouping as a number; NaN for words. */
const number = (cell: string | undefined) => Number((cell ?? '').normalize('NFKC').replace(/[,%个\s]/g, '') || NaN);

describe('bytes', () => {
  it('01, 03, 06 and 07 are GB18030 and no UTF-8; 00, 04, 05 and 08 begin with a byte order mark; 02 and 09 do not', () => {
    for (const n of GB) expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(n)), NAMES[n]).toThrow();
    const marked = NAMES.map((_, n) => n).filter((n) => bytesOf(n).subarray(0, 3).toString('hex') === 'efbbbf');
    expect(marked).toEqual([0, 4, 5, 8]);
  });

  it('02 ends its lines with LF, all others with CRLF', () => {
    const bare = NAMES.map((_, n) => n).filter((n) => /[^\r]\n/.test(text(n)));
    expect(bare).toEqual([2]);
  });

  it('every record of a file has one width', () => {
    for (const [n, name] of NAMES.entries()) expect(new Set(table(n).map((r) => r.length)).size, name).toBe(1);
  });
});

describe('around the data', () => {
  it('titles carry the period, fragments and footers stand about, and the date of filling in is of the next quarter', () => {
    for (const n of [1, 3, 4, 5, 6, 7]) {
      const rows = table(n);
      expect(rows[0]?.[0], NAMES[n]).toBe('附件1');
      expect(rows[1]?.[0]).toMatch(/2026年(?:第)?三季度/);
      expect(rows[2]?.join('')).toMatch(/填报单位（盖章）：.*填报人：单位：[个人分]填报时间：2026\.10\.8/);
    }
    for (const n of [1, 2, 3, 4, 5, 6, 7]) expect(text(n)).toMatch(/^(?:说明|注)：/m);
  });

  it('01 has a merged header, column numbers, a subtotal for each county and a total that equals their sum', () => {
    const rows = table(1);
    expect(rows[3]?.slice(9, 15)).toEqual(['得分情况', '', '', '', '', '评定星级']);
    expect(rows[4]?.slice(9, 14)).toEqual(['基础分', '加分', '减分', '评议分', '总得分']);
    expect(rows[5]?.slice(0, 3)).toEqual(['1', '2', '3']);
    const subtotals = rows.filter((r) => r[1] === '小　计');
    expect(subtotals).toHaveLength(8);
    const total = rows.find((r) => r[0] === '合　计');
    expect(subtotals.reduce((sum, r) => sum + number(r[13]), 0)).toBe(number(total?.[13]));
  });

  it('02 repeats its header at a page break and names the period in every row', () => {
    const rows = table(2);
    expect(rows.filter((r) => r[0] === '考核期')).toHaveLength(2);
    expect(rows.filter((r) => r[0] === '2026年三季度')).toHaveLength(380);
  });

  it('cells hold full-width digits, grouped thousands, percentages, stars and dates of four spellings', () => {
    expect(text(1)).toMatch(/[０-９]{2}．?[０-９]?/);
    expect(text(5)).toMatch(/"1,\d{3}"/);
    expect(text(1)).toMatch(/\d%/);
    expect(text(1)).toMatch(/\d％/);
    for (const star of ['★★★', '四星级', '4星']) expect(text(1)).toContain(star);
    for (const date of [/,2025\.\d/, /,2025年\d/, /,2025\/\d/, /,2025-\d/]) expect(text(3)).toMatch(date);
  });

  it('counties go by aliases, former names and names with ideographic spaces, all known to the roster', () => {
    const cells = [1, 2, 3, 4, 5].flatMap((n) => table(n).flatMap((r) => r.slice(0, 3)));
    const used = new Set(cells.filter((c) => roster.find(c)?.level === 'county'));
    for (const name of ['枕霞', '高新区', '半篙县', '墨　砚　区']) expect(used).toContain(name);
    expect(new Set([...used].map((c) => roster.find(c)?.id)).size).toBe(12);
  });
});

describe('the data', () => {
  it('01 and 02 hold the sample’s branches with their totals, and one whose total is in words', () => {
    const found = new Map([...table(1), ...table(2)].flatMap((r) => {
      const at = r.findIndex((c) => /^ZB\d{10}$/.test(c));
      return at < 0 ? [] : [[String(r[at]), String(r[13])] as const];
    })); // prettier-ignore
    const expected = new Map(sampleOf('branch-rating').map((r) => [String(r['branch_code']), r['total_score']]));
    expect([...found].filter(([code]) => !expected.has(code))).toEqual([['ZB9901049999', '九十五分半']]);
    expect([...expected].filter(([code, total]) => number(found.get(code)) !== total)).toEqual([]);
  });

  it('03 and 04 hold the sample’s organisations with their problems, and one identified nobody can say when', () => {
    const rows = [...table(3), ...table(4)].filter((r) => r[3]?.endsWith('党支部'));
    const key = (county: string, ...rest: unknown[]) => JSON.stringify([roster.find(county)?.id, ...rest]);
    const of = (r: Row) =>
      key(String(r['county']), r['township'], r['organisation'], r['problems_due'], r['problems_solved'], r['remarks']);
    const found = rows.map((r) => key(String(r[1]), r[2], r[3], number(r[13]), number(r[14]), r[30] || null));
    const expected = sampleOf('rectification').map(of);
    expect(found.filter((k) => !expected.includes(k))).toEqual([key('墨砚区', '试填街道', '试填社区党支部', 3, 1, null)]);
    expect(rows.find((r) => r[3] === '试填社区党支部')?.[7]).toBe('年初认定');
    expect(expected.filter((k) => !found.includes(k))).toEqual([]);
    expect(found).toHaveLength(expected.length + 1);
  });

  it('05 and 07 hold the sample’s talent figures; 06 says 40 too many of the county that 07 corrects', () => {
    const intakes = (n: number) => table(n).filter((r) => /^\d+$/.test(String(r[0]))).map((r) => [roster.find(String(r[1]))?.id, ...r.slice(2).map(number)] as const); // prettier-ignore
    const columns = ['year_target', 'class_a', 'class_b', 'class_c', 'class_d', 'class_e', 'class_f', 'total_intake', 'full_time', 'flexible', 'full_time_arrived', 'retention_batch', 'batch_intake', 'batch_on_post', 'elite_posts', 'elite_arrived']; // prettier-ignore
    const expected = sampleOf('talent-intake').map((r) => [roster.find(String(r['county']))?.id, ...columns.map((c) => r[c])]);
    const found = [...intakes(5), ...intakes(7)];
    expect(found).toHaveLength(expected.length);
    expect(found).toEqual(expect.arrayContaining(expected));
    expect(Number(intakes(6)[0]?.[8]) - Number(intakes(7)[0]?.[8])).toBe(40);
  });

  it('08 holds the sample’s indicators and 09 its targets of the year', () => {
    const share = (cell: string | undefined) =>
      /[%％]$/.test(cell ?? '') ? Number((number(cell) / 100).toFixed(4)) : number(cell);
    const indicators = table(8).slice(2).map((r) => [roster.find(String(r[0]))?.id, r[1], share(r[4])]); // prettier-ignore
    expect(indicators).toEqual(
      sampleOf('indicators').map((r) => [roster.find(String(r['unit']))?.id, r['indicator'], r['value']]),
    );
    const targets = table(9).slice(2).map((r) => [r[1], roster.find(String(r[2]))?.id, r[3] === '' ? null : number(r[3])]); // prettier-ignore
    const year = sample('targets').filter((r) => r['period'] === '2026');
    expect(targets).toEqual(
      year.map((r) => [r['indicator'], r['unit'] === null ? undefined : roster.find(String(r['unit']))?.id, r['target']]),
    );
  });
});
