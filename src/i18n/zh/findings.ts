/** Findings as sentences in Chinese, in the manner of an assessment bulletin. */

/** What a sentence may ask for besides formatted figures is decided where it is made (`findings/sentence.ts`). */
export const findingsZh = {
  leads: (period: string, name: string, total: string, ahead: string | null) =>
    `${period}${name}以 ${total} 分居首${ahead ? `，领先第二位 ${ahead} 分` : ''}。`,
  leadTogether: (period: string, names: string, total: string) => `${period}${names}并列第一，均为 ${total} 分。`,
  rose: (name: string, places: string, rank: string) => `${name}上升 ${places} 位，居${rank}`,
  fell: (name: string, places: string, rank: string) => `${name}下降 ${places} 位，居${rank}`,
  kept: (name: string, rank: string, change: string) => `${name}仍居${rank}，总分变动 ${change} 分`,
  because: (section: string, by: string, more: boolean) => `，主要是“${section}”${more ? '增' : '减'} ${by} 分。`,
  byOthers: (rose: boolean, change: string) =>
    rose ? `，本身总分变动 ${change} 分，系其他单位失分更多。` : `，本身总分变动 ${change} 分，系其他单位增分更多。`,
  noCause: (change: string, calendar: boolean) => `，总分变动 ${change} 分${calendar ? '，两期到期的内容不同' : ''}。`,
  byCalendar: '，两期到期的内容不同。',
  widest: (section: string, best: string, bestPoints: string, last: string, lastPoints: string, gap: string) =>
    `差距最大的是“${section}”：${best} ${bestPoints} 分，${last} ${lastPoints} 分，相差 ${gap} 分。`,
  strength: (indicator: string, value: string, mean: string, rank: string) => `“${indicator}”${value}，${mean}，${rank}。`,
  weakness: (indicator: string, value: string, mean: string, rank: string, lost: string) =>
    `“${indicator}”${value}，${mean}，${rank}，失 ${lost} 分。`,
  meanAbove: (by: string) => `高于均值 ${by}`,
  meanBelow: (by: string) => `低于均值 ${by}`,
  meanEqual: '与均值持平',
  among: (rank: string, of: string) => `在 ${of} 个单位中居${rank}`,
  last: (of: string) => `在 ${of} 个单位中居末位`,
  standing: (name: string, period: string, total: string, rank: string, of: string) =>
    `${name}${period}总分 ${total} 分，在 ${of} 个单位中居${rank}`,
  movedUp: (places: string, change: string) => `，较上期上升 ${places} 位，总分变动 ${change} 分。`,
  movedDown: (places: string, change: string) => `，较上期下降 ${places} 位，总分变动 ${change} 分。`,
  held: (change: string) => `，名次与上期持平，总分变动 ${change} 分。`,
  stop: '。',
  why: '为什么',
  unranked: (name: string, period: string) => `${name}${period}未参加排名。`,
};

export type FindingWords = typeof findingsZh;
