import { test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { formats } from '../../../src/i18n/format';
import { plannedWorkbook, packWorkbook } from '../../../src/report/pack/xlsx';
import { workbookContent } from './xlsx-content';
import { everyRule, everyRuleBook, NOW } from './xlsx-every-rule';
import { scoreAll } from '../../../src/score';
import { leaf, measures, p, roster, scheme, section } from '../../score/city';
import type { Period } from '../../../src/model/period';
test('x', async () => {
  const out: string[] = [];
  for (const [b, per] of [[everyRuleBook(), NOW], [everyRuleBook(everyRule({ year: { weights: [15, 25, 25, 35] } })), '2025' as Period]] as const) {
    const c = workbookContent(b, per, { seal: null, sources: [], nameOf: (u) => u });
    const { lines, counts } = plannedWorkbook(c, formats('zh-CN'));
    out.push(JSON.stringify(counts));
    const by = new Map<string, number>();
    for (const l of lines) { const k = l.step.reason.op + ' ' + l.value.kind; by.set(k, (by.get(k) ?? 0) + 1); }
    out.push([...by].sort().map(([k, v]) => `${k} ${v}`).join('; '));
    if (per === NOW) {
      const seen = new Set<string>();
      for (const l of lines) if (l.step.unit.name === 'c' && l.value.formula) { const k = l.step.reason.op + (l.step.leaf?.id ?? ''); if (!seen.has(k) && l.step.reason.op !== 'leaf' && l.step.reason.op !== 'figure' && l.step.reason.op !== 'measure') { seen.add(k); out.push(`${l.step.row + 1} ${l.step.leaf?.id} ${l.step.reason.op} = ${l.value.formula}  [${l.value.value}]`); } }
      for (const l of lines) if (l.exact?.formula && l.step.unit.name === 'c' && l.step.reason.op !== 'leaf') out.push(`${l.step.reason.op} ${l.exact.formula}`);
      writeFileSync('/tmp/h-every.xlsx', await packWorkbook(c, '2026-10-08T09:00:00', formats('zh-CN')));
    }
  }
  // 100 × 25
  const names = Array.from({ length: 100 }, (_, i) => `u${i}`);
  const leaves = Array.from({ length: 25 }, (_, i) => leaf(`l${i}`, 4, i % 5 === 0 ? { rule: { type: 'rankTable', among: 'group', step: 0.02 } } : i % 5 === 1 ? { rule: { type: 'ratioToBest', among: 'city' } } : i % 5 === 2 ? { rule: { type: 'goalposts', lo: { is: 'min', among: 'group' }, hi: { is: 'max', among: 'group' } } } : {}));
  const t: Record<string, Record<string, Record<string, [number, number]>>> = {};
  leaves.forEach((l, i) => { t[l.measure as string] = { '2026Q2': Object.fromEntries(names.map((n, k) => [n, [(k * 7 + i * 13) % 90 + 5, 100]])) }; });
  const big = scoreAll(scheme([section('s', leaves.slice(0, 12)), section('t', leaves.slice(12))]), measures(t), roster(Object.fromEntries(names.map((n, i) => [n, `g${i % 8}`]))), [p('2026Q2')]);
  big.at(NOW);
  const t0 = performance.now();
  const c = workbookContent(big, NOW, { seal: null, sources: [], nameOf: (u) => u });
  const t1 = performance.now();
  const plan = plannedWorkbook(c, formats('zh-CN'));
  const t2 = performance.now();
  const bytes = await packWorkbook(c, '2026-10-08T09:00:00', formats('zh-CN'));
  const t3 = performance.now();
  writeFileSync('/tmp/h-big.xlsx', bytes);
  out.push(JSON.stringify({ explain: t1 - t0, plan: t2 - t1, pack: t3 - t2, bytes: bytes.length, counts: plan.counts, lines: plan.lines.length }));
  writeFileSync('/tmp/h-every.txt', out.join('\n'));
});
