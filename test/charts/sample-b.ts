/** Invented figures for funnel, timeline, pace and the two maps: the same on every run, of counties that do not exist. */
import type { FunnelData } from '../../src/charts/funnel/data';
import type { GeoMapData, GeoUnit } from '../../src/charts/geo-map/data';
import type { Polygon, Position } from '../../src/model/geo';
import type { PaceData } from '../../src/charts/pace/data';
import { unitStyle } from '../../src/charts/palette';
import type { TileMapData } from '../../src/charts/tile-map/place';
import type { TimelineData } from '../../src/charts/timeline/data';
import { daysBefore } from '../../src/charts/timeline/days';
import type { TimelineItem } from '../../src/charts/timeline/urgency';
import { periodOf, type CalendarDate } from '../../src/model/period';
import type { UnitId } from '../../src/model/unit';
import { noise, units } from './sample';

/** Eighteen Chinese characters. */
export const LONG = '云溪土家族苗族自治县高新技术产业园区';

export interface SampleUnit {
  readonly id: UnitId;
  readonly name: string;
}

/** n units: the twelve counties first, then numbered towns; `long` gives every third eighteen characters. */
export const someUnits = (n: number, long = false): SampleUnit[] =>
  Array.from({ length: n }, (_, i) => ({
    id: `u${String(i + 1).padStart(2, '0')}` as UnitId,
    name: long && i % 3 === 0 ? (i ? `${LONG.slice(0, -1)}${(i % 9) + 1}` : LONG) : (units[i]?.name ?? `青石${i + 1}镇`),
  }));

// Funnel ------------------------------------------------------------------------------------------------------------

const STAGES = ['认定', '四个一配齐', '问题清零', '按期销号', '应回头看', '已回头看'];

export function funnel(n = 0, long = false): FunnelData {
  const counts = [128, 128, 97, 84, 61, 46];
  return {
    title: '2026年第三季度软弱涣散基层党组织整顿进度',
    stages: STAGES.map((title, i) => ({
      id: `s${i}`,
      title: long ? `${LONG.slice(0, 14)}${title}` : title,
      count: counts[i]!,
      note: '单位：个党组织',
    })),
    ...(n && {
      units: someUnits(n, long).map((u, i) => {
        const first = 4 + Math.round(noise(i, 3) * 14);
        let left = first;
        return {
          unit: u.id,
          name: u.name,
          counts: STAGES.map((_, k) => (left = k < 2 ? first : Math.round(left * (0.6 + 0.4 * noise(i, k))))),
        };
      }),
    }),
    words: {
      stage: '环节',
      count: '数量',
      ofBefore: '占上一环节',
      ofFirst: '占首环节',
      missing: '未报送',
      split: '分县（市、区）：条长为数量，括号内为占本单位首环节的比例',
      rest: (k) => `其余 ${k} 个单位见表`,
    },
  };
}

// Timeline ----------------------------------------------------------------------------------------------------------

const FIRST = daysBefore(2026, 1);

export function dateOf(day: number): CalendarDate {
  let month = 0;
  while (daysBefore(2020, month + 2) <= day) month++;
  const rest = day - daysBefore(2020, month + 1) + 1;
  return `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${String(rest).padStart(2, '0')}` as CalendarDate;
}

export const branchName = (i: number, long = false): string =>
  long && i % 2 === 0
    ? `${LONG}党支部${i + 1}`
    : `${['石门', '东塘', '柳林', '河口', '新桥', '白沙'][i % 6]!}村党支部${i >= 6 ? i + 1 : ''}`;

export function timeline(n: number, long = false): TimelineData {
  const items = Array.from({ length: n }, (_, i): TimelineItem => {
    const start = FIRST + Math.round(noise(i, 1) * 200);
    const deadline = start + 60 + Math.round(noise(i, 2) * 120);
    const extended = noise(i, 3) > 0.85 ? deadline + 60 : null;
    const closed = noise(i, 4) > 0.45 ? deadline - 40 + Math.round(noise(i, 5) * 60) : null;
    return {
      id: `o${i}`,
      label: branchName(i, long),
      unit: units[i % 12]!.id,
      start: dateOf(start),
      deadline: dateOf(deadline),
      ...(extended && { extended: dateOf(extended) }),
      ...(closed && { closed: dateOf(closed) }),
      ...(closed && noise(i, 6) > 0.4 && { lookBack: dateOf(closed + 60) }),
    };
  });
  return {
    title: '软弱涣散基层党组织整顿时限',
    asOf: '2026-09-30' as CalendarDate,
    items,
    words: {
      item: '党组织',
      standing: '进展',
      start: '认定时间',
      deadline: '整顿时限',
      extended: '延期后时限',
      original: '原时限',
      closed: '销号',
      lookBack: '回头看',
      late: '逾期',
      asOf: (d) => `截至${d}`,
      overdue: (k) => `逾期 ${k} 天`,
      left: (k) => (k ? `剩 ${k} 天` : '今日到期'),
      closedLate: (k) => `已销号（逾期 ${k} 天）`,
      closedInTime: '已销号',
      noDeadline: '未定时限',
      noStart: '认定时间未填',
      reversed: '时限早于认定时间',
      year: (y) => `${y}年`,
      month: (m) => `${m}月`,
      rest: (k) => `其余 ${k} 项见列表`,
    },
  };
}

/** Every way an item can stand, by hand; as of 30 September. */
export function timelineOfCases(): TimelineData {
  const item = (label: string, days: Partial<Record<keyof TimelineItem, string>>): TimelineItem =>
    ({ id: label, label, ...days }) as TimelineItem;
  return {
    ...timeline(0),
    items: [
      item('按期销号并回头看', { start: '2026-02-10', deadline: '2026-06-30', closed: '2026-06-20', lookBack: '2026-09-10' }),
      item('逾期销号', { start: '2026-02-10', deadline: '2026-06-30', closed: '2026-08-05' }),
      item('剩 31 天', { start: '2026-05-01', deadline: '2026-10-31' }),
      item('今日到期', { start: '2026-05-01', deadline: '2026-09-30' }),
      item('延期后未到期', { start: '2026-03-01', deadline: '2026-08-31', extended: '2026-11-30' }),
      item('延期后又逾期', { start: '2026-01-15', deadline: '2026-06-30', extended: '2026-08-31' }),
      item('逾期 92 天', { start: '2026-01-15', deadline: '2026-06-30' }),
      item('认定时间未填', { deadline: '2026-07-31' }),
      item('未定时限', { start: '2026-04-01' }),
      item('时限早于认定', { start: '2026-08-01', deadline: '2026-03-01' }),
      item('年份填错', { start: '1926-08-01', deadline: '2026-12-15' }),
      item('日期不存在', { start: '2026-02-30', deadline: '2026-11-01' }),
    ],
  };
}

// Pace --------------------------------------------------------------------------------------------------------------

export function pace(layout: PaceData['layout'], n = 5, quarter = 3, long = false): PaceData {
  return {
    title: '2026年人才引进完成年度目标情况',
    periods: [1, 2, 3, 4].map((q) => periodOf(2026, 'Q', q)),
    pace: [0.25, 0.5, 0.75, 1],
    at: periodOf(2026, 'Q', quarter),
    lines: someUnits(n, long).map((u, i) => ({
      unit: u.id,
      name: u.name,
      style: unitStyle(i),
      values: [1, 2, 3, 4].slice(0, quarter).map((q) => Math.round(q * 25 * (0.7 + 0.6 * noise(i, 1)) + noise(i, q) * 8) / 100),
    })),
    selected: [],
    layout,
    words: {
      pace: '时序进度',
      target: '全年目标 100%',
      yearStart: '年初',
      value: '完成率',
      distance: '比时序（百分点）',
      behind: '▼ 落后于时序进度',
      onPace: '● 达到时序进度',
      missing: '未报送',
      rest: (k) => `其余 ${k} 个单位见表`,
    },
  };
}

/** One unit without any figure, one that stopped in the first quarter, one with a gap, one exactly on pace. */
export function paceWithMissing(layout: PaceData['layout']): PaceData {
  const data = pace(layout, 6);
  const values: Record<number, (number | null)[]> = {
    0: [null, null, null],
    1: [0.2, null, null],
    2: [0.2, null, 0.8],
    3: [0.25, 0.5, 0.75],
  };
  return {
    ...data,
    lines: data.lines.map((l, i) => ({
      ...l,
      ...(values[i] && { values: values[i] }),
      ...(i === 0 && { note: '未设年度目标' }),
    })),
  };
}

// Maps --------------------------------------------------------------------------------------------------------------

const toneWords = {
  deeper: '底色越深，得分越高',
  range: (a: string, b: string) => `${a} 至 ${b}`,
  count: (n: number) => `${n} 个`,
  missing: '未报送',
};

const figureOf = (i: number, missing: boolean): { value: number | null; text: string } => {
  if (missing && i % 5 === 2) return { value: null, text: '未报送' };
  const value = Math.round((68 + 28 * noise(i, 4)) * 100) / 100;
  return { value, text: value.toFixed(2) };
};

export function tileMap(n: number, { long = false, missing = false } = {}): TileMapData {
  return {
    title: '2026年第三季度总分',
    units: someUnits(n, long).map((u, i) => ({ unit: u.id, name: u.name, ...figureOf(i, missing) })),
    words: { ...toneWords, value: '总分', moved: (k) => `${k} 个单位的位置重复或越界，已移到空位` },
  };
}

/**
 * A country that does not exist: a net of crooked cells in degrees. The first cell has a hole where the second lies
 * (a city inside its county), the third has an island, and there is one cell more than units.
 */
export function geoMap(n: number, { long = false, missing = false } = {}): GeoMapData {
  const columns = Math.ceil(Math.sqrt(n * 1.3));
  const step = 2.4 / columns;
  const corner = (c: number, r: number): Position => [
    106 + (c + 0.5 * noise(c, r, 1)) * step,
    29 + (r + 0.5 * noise(c, r, 2)) * step * 0.9,
  ];
  /** A crooked edge; the same points from both sides. */
  const edge = (a: readonly [number, number], b: readonly [number, number]): Position[] => {
    const [p, q] = [corner(...a), corner(...b)];
    return Array.from({ length: 8 }, (_, k): Position => {
      const t = k / 8;
      const bend = k ? (noise(a[0] + b[0], a[1] + b[1], k) - 0.5) * step * 0.12 : 0;
      return [p[0] + (q[0] - p[0]) * t + bend, p[1] + (q[1] - p[1]) * t + bend];
    });
  };
  const back = (ring: Position[], to: Position): Position[] => [...ring.slice(1), to].reverse();
  const cell = (i: number): Position[] => {
    const [c, r] = [i % columns, Math.floor(i / columns)];
    return [
      ...edge([c, r], [c + 1, r]),
      ...edge([c + 1, r], [c + 1, r + 1]),
      ...back(edge([c, r + 1], [c + 1, r + 1]), corner(c + 1, r + 1)),
      ...back(edge([c, r], [c, r + 1]), corner(c, r + 1)),
    ];
  };
  const middle = (ring: readonly Position[]): Position => [
    ring.reduce((s, p) => s + p[0], 0) / ring.length,
    ring.reduce((s, p) => s + p[1], 0) / ring.length,
  ];
  const disc = ([x, y]: Position, r: number): Position[] =>
    Array.from({ length: 14 }, (_, k): Position => [
      x + r * Math.cos((k * Math.PI) / 7),
      y + r * 0.9 * Math.sin((k * Math.PI) / 7),
    ]);
  const city = disc(middle(cell(0)), step * 0.2);
  const shapeOf = (i: number): Polygon[] => {
    if (i === 0 && n > 1) return [[cell(0), city]];
    if (i === 1) return [[city]];
    const own: Polygon = [cell(i === 0 ? 0 : i - 1)];
    return i === 2 ? [own, [disc([106 - step * 0.4, 29 + step * 0.3], step * 0.15)]] : [own];
  };
  return {
    title: '2026年第三季度总分',
    plane: 'lonlat',
    units: someUnits(n, long).map((u, i): GeoUnit => ({
      unit: u.id,
      name: u.name,
      ...figureOf(i, missing),
      polygons: shapeOf(i),
    })),
    unmatched: [{ name: '某农场', polygons: [[cell(n > 1 ? n - 1 : 1)]] }],
    words: {
      ...toneWords,
      value: '总分',
      listed: '图上未标注的单位',
      noShape: '边界图中没有的单位',
      unmatched: '没有对应单位',
      rest: (k) => `其余 ${k} 个单位见表`,
    },
  };
}
