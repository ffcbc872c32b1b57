/** 通用指标表 and 目标与基准: a few indicators that rows name, and what they are held against. */
import { QUARTERS, periodName } from './calendar.mjs';
import { COUNTIES, levelOf, nameIn } from './city.mjs';

/** People asked in the city's survey of each county. */
const ASKED = 500;
/** @param {import('./city.mjs').County} c */
const hoursTarget = (c) => c.branches * 10;

/** Satisfaction, hours of voluntary service, and the two events that veto a grade (none happened). */
export function indicatorTable() {
  const header = ['期间', '单位', '指标', '数值', '目标值', '分子', '分母', '计量单位'];
  const rows = COUNTIES.flatMap((c) =>
    Array.from({ length: QUARTERS }, (_, t) => {
      const level = levelOf(c, t);
      const satisfied = Math.round(ASKED * (0.8 + 0.175 * level));
      const hours = Math.round((hoursTarget(c) * (0.6 + 0.45 * level)) / 5) * 5;
      return [
        ['群众满意率', String(satisfied / ASKED), '0.95', String(satisfied), String(ASKED), ''],
        ['志愿服务时长', String(hours), String(hoursTarget(c)), '', '', '小时'],
        ['重大责任事故', '0', '', '', '', '起'],
        ['统计造假', '0', '', '', '', '起'],
      ].map((row) => [periodName(t), nameIn(c, t), ...row]);
    }).flat(),
  );
  return { header, rows };
}

/** The year's targets, for the whole city where no unit is named, with the province's mean and the city's plan. */
export function targetTable() {
  const header = ['期间', '指标', '单位', '目标值', '全省平均', '全市计划'];
  const rows = [2024, 2025, 2026].flatMap((year, k) => {
    const whole = [
      ['群众满意率', '', '0.95', String((900 + 5 * k) / 1000), ''],
      ['三星以上支部占比', '', '', String((780 + 10 * k) / 1000), '0.85'],
      ['两新组织覆盖率', '', '', String((820 + 10 * k) / 1000), ''],
      ['支部平均得分', '', '', String(76 + k / 2), ''],
    ];
    const own = COUNTIES.flatMap((c) => {
      const name = nameIn(c, k * 4 + 3);
      return [
        ['志愿服务时长', name, String(hoursTarget(c)), '', ''],
        ['年度引才目标', name, String(c.target), '', ''],
      ];
    });
    return [...whole, ...own].map((row) => [String(year), ...row]);
  });
  return { header, rows };
}
