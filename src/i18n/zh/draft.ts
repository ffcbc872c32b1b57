/**
 * Sentences of the meeting papers in Chinese, as a clerk of an organisation department would sign them. Of what is said of
 * every county there are several ways, so that twelve pages do not read alike; all of them hold the same figures.
 */

/** Where a unit stands: name, period, total, rank, number ranked, and how that changed (`since`, which may be ''). */
export interface StandingSaid {
  readonly name: string;
  readonly period: string;
  readonly total: string;
  readonly rank: string;
  readonly of: string;
  readonly since: string;
}

/** One indicator of one unit. */
export interface LeafSaid {
  readonly title: string;
  readonly value: string;
  /** 高于均值 3.2 个百分点 · 与均值持平. */
  readonly mean: string;
  /** 居第2名 · 居末位. */
  readonly place: string;
  /** 较上期提高 1.2 个百分点, with its comma before it; ''. */
  readonly change: string;
  readonly points: string;
  readonly full: string;
  readonly lost: string;
}

export interface TaskSaid {
  readonly title: string;
  readonly value: string;
  /** The peers' mean, as printed. */
  readonly mean: string;
  /** How far the value is from it. */
  readonly gap: string;
  readonly lost: string;
  readonly by: string;
}

type Ways<T> = readonly [(s: T) => string, ...((s: T) => string)[]];
const ways = <T>(...all: Ways<T>): Ways<T> => all;

export const draftZh = {
  standing: ways<StandingSaid>(
    (s) => `${s.name}${s.period}总分 ${s.total} 分，在 ${s.of} 个单位中居${s.rank}${s.since}。`,
    (s) => `${s.period}，${s.name}得 ${s.total} 分，居${s.rank}（共 ${s.of} 个单位）${s.since}。`,
    (s) => `${s.name}本期居${s.rank}，总分 ${s.total} 分，参加排名的单位 ${s.of} 个${s.since}。`,
    (s) => `从${s.period}考核结果看，${s.name}总分 ${s.total} 分，居 ${s.of} 个单位${s.rank}${s.since}。`,
  ),
  rose: (places: string, change: string) => `，较上期上升 ${places} 位，总分变动 ${change} 分`,
  fell: (places: string, change: string) => `，较上期下降 ${places} 位，总分变动 ${change} 分`,
  held: (change: string) => `，名次与上期持平，总分变动 ${change} 分`,
  unranked: (name: string, period: string) => `${name}${period}未参加排名。`,
  strength: ways<LeafSaid>(
    (s) => `“${s.title}”为 ${s.value}，${s.mean}，${s.place}。`,
    (s) => `“${s.title}”做得较好，为 ${s.value}，${s.place}，${s.mean}。`,
    (s) => `“${s.title}”得 ${s.points} 分（满分 ${s.full} 分），为 ${s.value}，${s.mean}。`,
    (s) => `${s.place}的是“${s.title}”，为 ${s.value}，${s.mean}。`,
    (s) => `“${s.title}”优势明显，${s.mean}，为 ${s.value}，${s.place}。`,
  ),
  /** Full marks, level with the mean. */
  full: ways<LeafSaid>(
    (s) => `“${s.title}”为 ${s.value}，得满分 ${s.full} 分，${s.mean}。`,
    (s) => `“${s.title}”得满分（${s.full} 分），为 ${s.value}，${s.mean}。`,
    (s) => `得满分的还有“${s.title}”（${s.full} 分），为 ${s.value}，${s.mean}。`,
  ),
  weakness: ways<LeafSaid>(
    (s) => `“${s.title}”为 ${s.value}，${s.mean}，${s.place}${s.change}，失 ${s.lost} 分。`,
    (s) => `“${s.title}”差距较大，${s.mean}，为 ${s.value}，${s.place}${s.change}，失 ${s.lost} 分。`,
    (s) => `失分较多的是“${s.title}”，失 ${s.lost} 分，为 ${s.value}，${s.mean}，${s.place}${s.change}。`,
    (s) => `“${s.title}”仅得 ${s.points} 分（满分 ${s.full} 分），为 ${s.value}，${s.mean}，${s.place}${s.change}。`,
    (s) => `“${s.title}”推进偏慢，为 ${s.value}，${s.place}，${s.mean}${s.change}，失 ${s.lost} 分。`,
  ),
  /** Not behind the mean, and points were lost all the same. */
  short: ways<LeafSaid>(
    (s) => `“${s.title}”仍失 ${s.lost} 分，为 ${s.value}，${s.mean}${s.change}。`,
    (s) => `“${s.title}”还有提升空间，为 ${s.value}，${s.mean}，满分 ${s.full} 分得 ${s.points} 分${s.change}。`,
    (s) => `“${s.title}”得 ${s.points} 分，离满分差 ${s.lost} 分，为 ${s.value}，${s.mean}${s.change}。`,
  ),
  /** A figure that was due and did not come. */
  unreported: [
    (title: string, lost: string) => `“${title}”应报未报，${lost} 分未得。`,
    (title: string, lost: string) => `“${title}”的数据到期未报，失 ${lost} 分。`,
    (title: string, lost: string) => `未报“${title}”的数据，该项失 ${lost} 分。`,
  ] as const,
  up: ways<TaskSaid>(
    (s) => `${s.by}前，把“${s.title}”由 ${s.value} 提高到 ${s.mean} 以上。`,
    (s) => `“${s.title}”逐项列出差距，${s.by}前补上与均值相差的 ${s.gap}。`,
    (s) => `对“${s.title}”定人定责，${s.by}前由 ${s.value} 达到均值 ${s.mean}。`,
    (s) => `盯住“${s.title}”（现为 ${s.value}），每月调度一次，${s.by}前不低于 ${s.mean}。`,
  ),
  down: ways<TaskSaid>(
    (s) => `${s.by}前，把“${s.title}”由 ${s.value} 降到 ${s.mean} 以下。`,
    (s) => `“${s.title}”逐项销号，${s.by}前减少 ${s.gap}。`,
    (s) => `对“${s.title}”定人定责，${s.by}前由 ${s.value} 控制到均值 ${s.mean} 以内。`,
    (s) => `盯住“${s.title}”（现为 ${s.value}），每月调度一次，${s.by}前不高于 ${s.mean}。`,
  ),
  /** Where the value is level with the mean and points were lost all the same. */
  regain: ways<TaskSaid>(
    (s) => `${s.by}前，对照计分办法查清“${s.title}”失 ${s.lost} 分的原因并整改。`,
    (s) => `“${s.title}”所失 ${s.lost} 分，${s.by}前逐项整改到位。`,
    (s) => `围绕“${s.title}”补短板，${s.by}前把失去的 ${s.lost} 分补回来。`,
  ),
  report: [
    (title: string, full: string, by: string) => `${by}前补报“${title}”（${full} 分）的数据。`,
    (title: string, full: string, by: string) => `“${title}”（${full} 分）所缺数据，${by}前报齐。`,
    (title: string, full: string, by: string) => `查清“${title}”（${full} 分）未报原因，${by}前补报到位。`,
  ] as const,
  /** The place among the peers. */
  at: (rank: string) => `居${rank}`,
  last: '居末位',
  increased: (by: string) => `，较上期增加 ${by}`,
  decreased: (by: string) => `，较上期减少 ${by}`,
  unchanged: '，与上期持平',

  city: {
    overall: (period: string, of: string, mean: string, best: string, last: string) =>
      `${period}，参加排名的单位 ${of} 个，平均 ${mean} 分，最高 ${best} 分，最低 ${last} 分。`,
    /** `n`: how many they are. */
    first: (names: string, n: number) => (n < 3 ? `依次为${names}。` : `${names}列前三位。`),
    /** A name with its total. */
    scored: (name: string, total: string) => `${name}（${total} 分）`,
    others: (names: string) => `其余依次为${names}。`,
    grades: (grade: string, n: string, names: string) => `评为“${grade}”等次的 ${n} 个：${names}。`,
    notRanked: (names: string) => `${names}未参加排名。`,
    /** A section: its mean share of the marks, who leads it, who is last. */
    section: (title: string, mean: string, full: string, best: string, bestPoints: string, last: string, lastPoints: string) =>
      `“${title}”平均得 ${mean} 分（满分 ${full} 分），${best}最高，得 ${bestPoints} 分，${last}最低，得 ${lastPoints} 分。`,
    /** Where only leaders are named. */
    sectionLeader: (title: string, mean: string, full: string, best: string, bestPoints: string) =>
      `“${title}”平均得 ${mean} 分（满分 ${full} 分），${best}最高，得 ${bestPoints} 分。`,
    level: (title: string, each: string, full: string) => `“${title}”各单位均得 ${each} 分（满分 ${full} 分）。`,
    /** More than can be named lead with the same value. */
    leafMany: (title: string, n: string, value: string, mean: string) => `“${title}”有 ${n} 个单位为 ${value}，平均 ${mean}。`,
    leaf: (title: string, leaders: string, mean: string) => `“${title}”${leaders}居前，平均 ${mean}。`,
    /** A leader of an indicator with its value. */
    valued: (name: string, value: string) => `${name}（${value}）`,
    problem: (name: string, title: string, value: string, mean: string, lost: string) =>
      `${name}“${title}”为 ${value}，低于均值 ${mean}，失 ${lost} 分。`,
    problemAbove: (name: string, title: string, value: string, mean: string, lost: string) =>
      `${name}“${title}”为 ${value}，高于均值 ${mean}，失 ${lost} 分。`,
    up: (title: string, names: string, by: string, mean: string) =>
      `${names}要围绕“${title}”列出整改清单，${by}前达到均值 ${mean}。`,
    down: (title: string, names: string, by: string, mean: string) =>
      `${names}要围绕“${title}”列出整改清单，${by}前降到均值 ${mean} 以下。`,
    regain: (title: string, names: string, by: string, lost: string) =>
      `${names}要对照计分办法查清“${title}”失分原因（平均失 ${lost} 分），${by}前整改到位。`,
    missing: (n: string, names: string) => `应报未报的数据 ${n} 项，涉及${names}。`,
    report: (n: string, names: string, by: string) => `${names}要在${by}前补报所缺的 ${n} 项数据。`,
  },
};

export type DraftWords = typeof draftZh;
