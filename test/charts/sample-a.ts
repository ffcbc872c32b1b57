/** Invented figures for slope, small multiples, dot plot, spine and waterfall: normal ones, and every awkward case. */
import type { Dot, DotPlotData, Spot } from '../../src/charts/dot-plot/place';
import { unitStyle } from '../../src/charts/palette';
import type { SlopeData, SlopeEnd } from '../../src/charts/slope/place';
import type { Course, SmallMultiplesData } from '../../src/charts/small-multiples/place';
import type { SpineData, SpineRow } from '../../src/charts/spine/place';
import type { WaterfallData, WaterfallPart } from '../../src/charts/waterfall/place';
import type { UnitId } from '../../src/model/unit';
import { frame, heatTable, noise, periods, units } from './sample';

const { f } = frame();

/** The names of a class of its own length: 18 characters. */
const LONG = '鹭洲高新技术产业开发区管理委员会辖区';

/** n units: the twelve of the sample, then numbered ones. */
export const unitsOf = (n: number, long = false) =>
  Array.from({ length: n }, (_, i) => ({
    unit: units[i]?.id ?? (`u${String(i + 1).padStart(3, '0')}` as UnitId),
    name: long
      ? LONG.slice(0, 17) + '甲乙丙丁戊己庚辛壬癸子丑'.charAt(i)
      : (units[i]?.name ?? `${units[i % 12]!.name.slice(0, 2)}第${i + 1}片区`),
    style: unitStyle(i),
  }));

const round = (v: number) => Math.round(v * 100) / 100;

export function slope(
  measure: SlopeData['measure'],
  n = 12,
  more: { long?: boolean; missing?: boolean; selected?: number[] } = {},
): SlopeData {
  const all = unitsOf(n, more.long);
  const totals = all.map((_, i) => [0, 1].map((t) => round(68 + 24 * noise(i, 3) + 9 * noise(i, t, 4))));
  // One stays where it was.
  if (totals[5]) totals[5][1] = totals[5][0]!;
  const end = (i: number, t: number): SlopeEnd => {
    if (more.missing && ((i % 4 === 1 && t === 0) || (i % 5 === 2 && t === 1)))
      return { value: null, why: t ? '人才引进统计表未报送' : '上期未参加考核' };
    const value = totals[i]![t]!;
    if (measure === 'total') return { value };
    return { value: 1 + totals.filter((x) => x[t]! > value).length };
  };
  return {
    title: measure === 'rank' ? '名次变化' : '总分变化',
    measure,
    periods: [periods[9]!, periods[10]!],
    lines: all.map((u, i) => ({ ...u, before: end(i, 0), now: end(i, 1) })),
    selected: (more.selected ?? []).map((i) => all[i]!.unit),
    words: { change: '变化', unnamed: (k) => `另有 ${k} 个单位只画线，不标名称`, more: (k) => `另有 ${k} 个单位` },
  };
}

export function grid(n: number, measure: SmallMultiplesData['measure'] = 'total', long = false): SmallMultiplesData {
  const all = unitsOf(n, long);
  const totals = all.map((_, i) => periods.map((_, t) => round(70 + 20 * noise(i, 1) + 6 * noise(i, t, 2))));
  const courses = all.map<Course>((_, i) =>
    periods.map((_, t) => {
      if ((i === 1 && t > 3 && t < 6) || (i === 2 && t > 7) || (i === 4 && t === 8) || (i === 4 && t === 10)) return null;
      const v = totals[i]![t]!;
      return measure === 'rank' ? 1 + totals.filter((x) => x[t]! > v).length : measure === 'share' ? v / 100 : v;
    }),
  );
  return {
    title: '各单位走势',
    periods,
    measure,
    panels: all.map((u, i) => ({ ...u, title: u.name, own: courses[i]!, others: courses })),
    words: { others: '灰线为其余单位，各图同一刻度', band: '灰带为全部单位最低至最高，各图同一刻度' },
  };
}

/** A panel per indicator, for one county; one indicator without any figure. */
export function gridOfIndicators(): SmallMultiplesData {
  const { rows } = heatTable('lost');
  return {
    ...grid(3, 'share'),
    title: '云溪县各指标得分率走势',
    panels: rows.map((r, k) => {
      const courses = units.map<Course>((_, i) => periods.map((_, t) => (k === 3 ? null : 0.6 + 0.4 * noise(i, t, k))));
      const why = k === 3 ? { why: '市级抽查年底开展，尚未到考核期' } : {};
      return {
        unit: units[0]!.id,
        indicator: r.indicator,
        title: r.title,
        style: unitStyle(0),
        own: courses[0]!,
        others: courses.slice(1),
        ...why,
      };
    }),
  };
}

const spot = (at: number, text = f.shareBrief(at, 1)): Spot => ({ at, text });

export function dots(
  n: number,
  more: {
    scale?: DotPlotData['scale'];
    long?: boolean;
    missing?: boolean;
    selected?: number[];
    negative?: boolean;
    tie?: boolean;
  } = {},
): DotPlotData {
  const all = unitsOf(n, more.long);
  const scale = more.scale ?? 'marks';
  const rows = heatTable('lost').rows.map((r, k) => {
    const shares = all.map((_, i) => {
      const v = more.tie ? 0.8 : 0.45 + 0.55 * noise(i, k, 5);
      return more.negative && (i + k) % 5 === 0 ? v - 0.7 : more.negative && (i + k) % 5 === 1 ? v + 0.2 : v;
    });
    const dot = (v: number, i: number): Dot =>
      more.missing && (k === 3 || (i + k) % 6 === 2)
        ? { spot: null, why: k === 3 ? '未到考核期' : '缺报' }
        : {
            spot: scale === 'marks' ? spot(v) : spot(v * 30, f.brief(v * 30)),
            note: `${f.points(v * r.full)} / ${f.points(r.full)}`,
          };
    const reference = (v: number) => (scale === 'marks' ? spot(v) : spot(v * 30, f.brief(v * 30)));
    const nothing = more.missing && k === 3;
    return {
      indicator: r.indicator,
      title: more.long ? LONG : r.title,
      section: r.section!,
      dots: shares.map(dot),
      mean: nothing ? null : reference(shares.reduce((a, b) => a + b, 0) / n),
      best: nothing ? null : reference(Math.max(...shares)),
      target: k % 3 === 0 ? reference(0.95) : null,
    };
  });
  return {
    title: '各指标得分率',
    scale,
    units: all,
    selected: (more.selected ?? []).map((i) => all[i]!.unit),
    rows,
    words: {
      axis: scale === 'marks' ? '横轴为得分占分值的百分比' : '各行刻度不同，两端为该行最小值、最大值',
      unnamed: (k) => `空心灰点为其余 ${k} 个单位`,
      absent: (k) => `${k} 个单位无数据`,
    },
  };
}

export function spine(n = 12, more: { long?: boolean; missing?: boolean; negative?: boolean; tie?: boolean } = {}): SpineData {
  const rows = heatTable('lost').rows.map<SpineRow>((r, k) => {
    const lower = k === 7;
    const values = Array.from({ length: n }, (_, i) => {
      if (more.tie) return 0.8;
      const v = lower ? 0.12 * noise(i, k, 6) : 0.5 + 0.5 * noise(i, k, 6);
      return more.negative && k % 2 === 0 ? v - 0.75 : v;
    });
    const sorted = [...values].sort((a, b) => a - b);
    const at = (q: number) => {
      const p = q * (n - 1);
      const low = sorted[Math.floor(p)]!;
      return low + (sorted[Math.ceil(p)]! - low) * (p - Math.floor(p));
    };
    const mean = values.reduce((a, b) => a + b, 0) / n;
    const own = values[0]!;
    const rank = 1 + values.filter((v) => (lower ? v < own : v > own)).length;
    const why = more.missing ? (['', '缺报', '', '未到期', '不适用', '人才引进统计表未报送'][k] ?? '') : '';
    return {
      indicator: r.indicator,
      title: more.long ? LONG : r.title,
      section: r.section!,
      better: lower ? 'lower' : 'higher',
      own: why
        ? { value: null, why }
        : { value: own, text: f.share(own), rank, tied: values.filter((v) => v === own).length > 1, of: n },
      peers:
        why === '未到期' || why === '人才引进统计表未报送'
          ? null
          : {
              min: sorted[0]!,
              q1: at(0.25),
              mean,
              q3: at(0.75),
              max: sorted.at(-1)!,
              note: `${f.share(sorted[0]!)} 至 ${f.share(sorted.at(-1)!)}`,
            },
      meanText: f.share(mean),
    };
  });
  const me = unitsOf(1, more.long)[0]!;
  return {
    title: `${me.name}指标画像`,
    ...me,
    rows,
    words: {
      value: '本单位',
      worse: '落后',
      better: '领先',
      range: '最低至最高',
      quartiles: '中间一半单位',
      strength: '长项（优于上四分位）',
      weakness: '短板（差于下四分位）',
      lower: '（越低越好）',
      mirrored: '向右均为较好；注明“越低越好”的指标已左右翻转。',
    },
  };
}

/** Points as printed, so that they add up as printed; the last is the rounding. */
export function waterfall(
  n = 10,
  more: { long?: boolean; missing?: boolean; behind?: boolean; against?: 'mean' } = {},
): WaterfallData {
  const [a, b] = unitsOf(2, more.long);
  const titles = heatTable('lost').rows.map((r) => r.title);
  const way = more.behind ? -1 : 1;
  const parts: WaterfallPart[] = Array.from({ length: n }, (_, i) => {
    const title = more.long ? LONG : (titles[i] ?? `${titles[i % 10]!}（第 ${i + 1} 项）`);
    if (more.missing && i === 3) return { indicator: `i${i}`, title, points: null, why: '青禾县缺报，两县无从比较' };
    return { indicator: `i${i}`, title, points: (way * Math.round((noise(i, 8) - 0.38) * 600)) / 100 / (i > 11 ? 10 : 1) };
  }).map((p) => (p.points === null ? p : { ...p, points: round(p.points) }));
  parts.push({ indicator: 'rounding', title: '四舍五入差额', points: 0.01 });
  const from = 74.35;
  const to = round(from + parts.reduce((t, p) => t + (p.points ?? 0), 0));
  const end = more.against === 'mean' ? { name: '组均值', style: { colour: '#665f56' } } : b!;
  return {
    title: `${a!.name}与${end.name}的差距`,
    from: { ...end, total: from },
    to: { ...a!, total: to },
    parts,
    words: { rest: (k) => `其余 ${k} 项`, remainder: '未能分解的差额', difference: `与${end.name}相差（分）` },
  };
}
