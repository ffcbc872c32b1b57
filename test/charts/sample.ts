/** Invented figures for the pictures: twelve counties that do not exist, eleven quarters, the same on every run. */
import type { Frame } from '../../src/charts/frame';
import { estimateText } from '../../src/charts/measure-text';
import { unitStyles } from '../../src/charts/palette';
import type { BarRow, BarSection, StackedBarsData } from '../../src/charts/stacked-bars/place';
import type { HeatCell, HeatTableData } from '../../src/charts/heat-table/place';
import type { TrendData, TrendPoint } from '../../src/charts/trend/place';
import { formats, type Locale } from '../../src/i18n/format';
import { periodOf, shift, type Period } from '../../src/model/period';
import type { UnitId } from '../../src/model/unit';

export const frame = (width = 960, size = 13, locale: Locale = 'zh-CN'): Frame => ({
  width,
  size,
  measure: estimateText,
  f: formats(locale),
});

const NAMES = [
  '云溪县',
  '青禾县',
  '临岚市',
  '望川区',
  '石泓县',
  '松岭自治县',
  '东湾区',
  '沧源县',
  '平湖县',
  '鹭洲经开区',
  '金陂县',
  '白榆县',
];

export const units = NAMES.map((name, i) => ({ id: `u${String(i + 1).padStart(2, '0')}` as UnitId, name }));

/** 0 ≤ x < 1, by a place in the sample: the same for the same place. */
export function noise(...place: number[]): number {
  let h = 2166136261;
  for (const n of place) {
    h = Math.imul(h ^ (n + 17), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35);
    h ^= h >>> 16;
  }
  return (h >>> 0) / 4294967296;
}

export const sections: BarSection[] = [
  { id: 'branches', title: '党支部星级', full: 30 },
  { id: 'rectification', title: '软弱涣散整顿', full: 35 },
  { id: 'talent', title: '人才引进', full: 25 },
  { id: 'duty', title: '责任落实', full: 10 },
];

/** Rows in rank order, the third and fourth tied, the last without a rank. */
export function stackedBars(layout: StackedBarsData['layout'] = 'stacked'): StackedBarsData {
  const rows = units.map((u, i) => {
    const parts = sections.map((s, k) => ({
      points: Math.round(s.full * (0.55 + 0.45 * noise(i === 3 ? 2 : i, k)) * 100) / 100,
      full: s.full,
    }));
    return { unit: u.id, name: u.name, parts, total: parts.reduce((t, p) => t + p.points, 0) };
  });
  const ranked = rows.slice(0, -1).sort((a, b) => b.total - a.total);
  const out: BarRow[] = ranked.map((r, i) => {
    const rank = 1 + ranked.filter((o) => o.total > r.total).length;
    return {
      ...r,
      rank,
      tied: ranked.filter((o) => o.total === r.total).length > 1,
      gained: i === 4 ? null : Math.round(noise(i, 9) * 6) - 3,
    };
  });
  const last = rows.at(-1)!;
  out.push({
    ...last,
    rank: null,
    tied: false,
    total: null,
    parts: sections.map((s) => ({ points: null, full: s.full })),
    note: '人才引进统计表未报送',
  });
  return { title: '2026年第三季度各县（市、区）得分', sections, rows: out, layout };
}

export const periods: Period[] = Array.from({ length: 11 }, (_, i) => shift(periodOf(2024, 'Q', 1), i));

/** One county climbs, one has a gap, one stops. */
export function trend(measure: TrendData['measure'], selected: UnitId[] = []): TrendData {
  const style = unitStyles(units);
  const totals = units.map((_, i) =>
    periods.map((_, t) => 70 + 20 * noise(i, 1) + 6 * noise(i, t, 2) + (i === 2 ? t * 1.2 - 8 : 0)),
  );
  const lines = units.map((u, i) => ({
    unit: u.id,
    name: u.name,
    style: style(u.id),
    points: periods.map<TrendPoint | null>((_, t) => {
      if ((i === 7 && t > 3 && t < 6) || (i === 10 && t > 8)) return null;
      const total = totals[i]![t]!;
      return { value: measure === 'total' ? total : 1 + totals.filter((x) => x[t]! > total).length };
    }),
  }));
  return { title: measure === 'total' ? '总分走势' : '名次走势', periods, measure, lines, selected, at: periods[10]! };
}

const INDICATORS = [
  ['支部平均得分', '党支部星级', 9],
  ['三星以上支部占比', '党支部星级', 6],
  ['星级评定覆盖率', '党支部星级', 6],
  ['市级抽查复核一致率', '党支部星级', 9],
  ['软弱涣散按期销号率', '软弱涣散整顿', 9],
  ['软弱涣散转化率', '软弱涣散整顿', 5],
  ['回头看覆盖率', '软弱涣散整顿', 5],
  ['反弹率（市级抽查发现）', '软弱涣散整顿', 4],
  ['引进目标完成率（按时序进度）', '人才引进', 12],
  ['全职到岗率', '人才引进', 8],
] as const;

export function heatTable(by: HeatTableData['by'], count = 5): HeatTableData {
  const f = frame().f;
  const shown = units.slice(0, count);
  const rows = INDICATORS.map(([title, section, full], r) => {
    const lower = r === 7;
    const values = shown.map((_, i) => (lower ? noise(r, i) * 0.12 : 0.6 + 0.4 * noise(r, i)));
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    const cells = values.map<HeatCell>((value, i) => {
      if (r === 6 && i === 1) return { text: '', value: null, points: 0, none: 'missing' };
      if (r === 4 && i === 2) return { text: '', value: null, points: null, none: 'na' };
      if (r === 3) return { text: '', value: null, points: null, none: 'notDue' };
      const points = full * (lower ? 1 - value / 0.12 : value);
      return { text: f.share(value), value, points, note: `${Math.round(value * 90)} ÷ 90` };
    });
    const best = lower ? Math.min(...values) : Math.max(...values);
    const extras = r === 3 ? ['', '', ''] : [f.share(mean), f.share(best), lower ? '0%' : '100%'];
    return {
      indicator: `i${r}`,
      title,
      section,
      full,
      better: lower ? ('lower' as const) : ('higher' as const),
      mean: r === 3 ? null : mean,
      cells,
      extras,
    };
  });
  const titles = { lost: '各指标失分', mean: '各指标与组均值之比' };
  return {
    title: titles[by],
    units: shown.map((u) => ({ unit: u.id, name: u.name })),
    rows,
    extras: ['组均值', '最优', '目标'],
    by,
  };
}
