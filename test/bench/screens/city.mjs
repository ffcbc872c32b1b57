/**
 * Invented records of any number of counties for the screens' benchmark: every county's ledgers are those of counties
 * of the sample, drawn from a seed ledger by ledger, so that figures hang together and totals differ.
 */
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { SAMPLE } from '../../../src/build/paths.mjs';

/** Ledgers of one row per county and period. */
const LEDGERS = [
  ...['appraisal', 'cadre-work', 'campus-cooperation', 'collective-economy', 'demonstration', 'first-secretaries'],
  ...['funding', 'governance', 'member-admission', 'member-management', 'own-building', 'study-dispatch'],
  ...['talent-intake', 'talent-platform', 'talent-service', 'theory-education'],
];
/** The sample ends with the third quarter of 2026; twelve periods need the one after. */
const AFTER = new Map([
  ['2026Q3', '2026Q4'],
  ['2026H1', '2026H2'],
  ['2025', '2026'],
]);
const GROUPS = 12;
const SECTORS = ['农村', '社区', '机关', '非公企业'];
const STARS = ['二星', '三星', '四星', '五星'];

/** A whole number below `most` from two numbers: the same on every machine. @param {number} a @param {number} b @param {number} most */
function drawn(a, b, most) {
  let h = (Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b)) >>> 0;
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) >>> 0;
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39) >>> 0;
  return ((h ^ (h >>> 15)) >>> 0) % most;
}

/** @param {number} i */
const countyName = (i) => `测试${String(i + 1).padStart(4, '0')}县`;

/** @param {number} counties */
function rosterCsv(counties) {
  const rows = Array.from({ length: counties }, (_, i) => {
    const code = String(100000 + i);
    return `${countyName(i)},${code},县,测试省,第${(i % GROUPS) + 1}组,${i + 1},,,`;
  });
  return ['单位名称,单位代码,层级,上级单位,考核分组,排序,别名,起,止', '测试省,99,市,,,0,,,', ...rows, ''].join('\n');
}

/** @param {string} ledger @param {number} k @param {number} counties */
function ledgerCsv(ledger, k, counties) {
  const [head = '', ...lines] = readFileSync(path.join(SAMPLE, `${ledger}.csv`), 'utf8')
    .replace(/^\ufeff/, '')
    .trim()
    .split(/\r?\n/);
  /** @type {Map<string, [period: string, rest: string][]>} */
  const byCounty = new Map();
  for (const line of lines) {
    const [period = '', county = ''] = line.split(',', 2);
    const rest = line.slice(period.length + county.length + 2);
    const rows = byCounty.get(county) ?? [];
    rows.push([period, rest]);
    const after = AFTER.get(period);
    if (after !== undefined && !lines.some((l) => l.startsWith(`${after},${county},`))) rows.push([after, rest]);
    byCounty.set(county, rows);
  }
  const sources = [...byCounty.values()].filter((rows) => rows.length >= (byCounty.values().next().value?.length ?? 0));
  const out = [head];
  for (let i = 0; i < counties; i++)
    for (const [period, rest] of sources[drawn(i, k, sources.length)] ?? []) out.push(`${period},${countyName(i)},${rest}`);
  return `${out.join('\n')}\n`;
}

/** Branch ratings, as many in each period; a branch keeps its name and place. @param {string} file @param {number} counties @param {number} branches @param {readonly string[]} periods */
async function writeBranches(file, counties, branches, periods) {
  const out = createWriteStream(`${file}.part`);
  let chunk = '期间,县(市、区),乡镇(街道),党支部名称,领域,是否应评,基础项得分,加分项得分,减分项得分,总分,审定星级,满意率\n';
  for (const [t, period] of periods.entries())
    for (let i = 0; i < branches; i++) {
      const county = i % counties;
      const base = 60 + drawn(i, t, 35);
      const [plus, minus] = [drawn(i, t + 50, 6), drawn(i, t + 90, 4)];
      const star = STARS[Math.min(3, Math.max(0, Math.floor((base - 60) / 10)))] ?? '';
      chunk += `${period},${countyName(county)},测试${county + 1}乡${drawn(i, 7, 12) + 1},第${i + 1}号支部,${SECTORS[i % 4] ?? ''},是,${base},${plus},${minus},${base + plus - minus},${star},${80 + drawn(i, t, 20)}.5\n`;
      if (chunk.length < 1 << 20) continue;
      if (!out.write(chunk)) await once(out, 'drain');
      chunk = '';
    }
  out.end(chunk);
  await once(out, 'finish');
  renameSync(`${file}.part`, file);
}

/**
 * Writes a record's files once. @returns {Promise<{ roster: string, ledgers: string[], branches: string | null }>} their paths
 * @param {string} cache @param {{ counties: number, branches?: number, branchPeriods?: readonly string[] }} size
 */
export async function writeCity(cache, { counties, branches = 0, branchPeriods = [] }) {
  const dir = path.join(cache, `city-${counties}-${branches * branchPeriods.length}`);
  const done = path.join(dir, 'done');
  const at = (/** @type {string} */ name) => path.join(dir, `${name}.csv`);
  if (!existsSync(done)) {
    rmSync(dir, { recursive: true, force: true });
    mkdirSync(dir, { recursive: true });
    writeFileSync(at('roster'), rosterCsv(counties));
    LEDGERS.forEach((ledger, k) => writeFileSync(at(ledger), ledgerCsv(ledger, k, counties)));
    if (branches > 0) await writeBranches(at('branch-rating'), counties, branches, branchPeriods);
    writeFileSync(done, '');
  }
  return { roster: at('roster'), ledgers: LEDGERS.map(at), branches: branches > 0 ? at('branch-rating') : null };
}
