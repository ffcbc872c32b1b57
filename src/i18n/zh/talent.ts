/** The words of the talent screen 人才, in Chinese. */
export const talentZh = {
  title: '人才引进与服务',
  none: (period: string) => `${period}没有人才引进统计表。`,
  headline: (period: string, done: string, target: string, share: string, behind: number, of: number) =>
    behind > 0
      ? `${period}计入目标的引进 ${done} 人，完成年度目标 ${target} 人的 ${share}；${of} 个单位中 ${behind} 个落后于时序进度`
      : `${period}计入目标的引进 ${done} 人，完成年度目标 ${target} 人的 ${share}；${of} 个单位都达到时序进度`,
  lines: '本年引进进度',
  bullets: '各单位与时序进度',
  by: '看法',
  byLines: '走势',
  byBullets: '现状',
  paceNote: (pace: string) => `完成率＝计入目标的引进人数÷年度目标；时序进度：${pace}`,
  words: {
    pace: '时序进度',
    target: '全年目标 100%',
    yearStart: '年初',
    value: '完成率',
    distance: '比时序（百分点）',
    behind: '▼ 落后于时序进度',
    onPace: '● 达到时序进度',
    missing: '未报送',
    rest: (n: number) => `其余 ${n} 个单位见表`,
  },
  classes: '引进结构',
  classesNote: '本年累计人数；占比为该类占本年累计引进的比例',
  platforms: '平台与政策兑现',
  platformsNote: '兑现率＝已兑现资金÷应兑现资金',
  unit: '县(市、区)',
  target: '年度目标',
  intake: '本年引进',
  fullTime: '全职',
  flexible: '柔性',
  arrival: '到岗率',
  retention: '留存率',
  elite: '名校优生到岗率',
  classOf: (letter: string) => `${letter}类`,
  newPlatforms: '新增平台',
  per100: '每百家规上企业新增',
  due: '应兑现（万元）',
  paid: '已兑现（万元）',
  paidShare: '兑现率',
  missing: '未报送',
  city: '全市',
};

export type TalentWords = typeof talentZh;
