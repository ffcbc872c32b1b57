/** 阵地与远程教育站点: places of activity and stations of distance learning, one row per county and sector. */
import type { LedgerDef } from '../model/ledger';
import { PERIOD, REQUIRED, county, money, noted, sector } from './columns';
import { atMost } from './duties';
import { assembled, counted, dutyBySector, under } from './pairs';

const PLACES = '阵地|活动阵地|活动场所|党组织活动场所|党群服务中心|阵地建设';
const SITES = '站点|远教站点|远程教育站点|远程教育终端站点|终端站点|党员远程教育站点|党员干部现代远程教育站点';

// prettier-ignore
const places = counted('places_due', '应有阵地数', 'Places of activity due', '个', 's', ['应有阵地|应建阵地|阵地总数|阵地数|活动场所总数|活动场所数|应有活动场所|应建活动场所', ...under(PLACES, '应有|应建|应建数|应有数')], REQUIRED);
// prettier-ignore
const threeRooms = counted('three_rooms', '三室两栏达标社区', 'Communities with all rooms and boards', '个', 's', ['三室两栏|“三室两栏”达标社区|三室两栏达标|社区三室两栏达标', ...under(PLACES, '三室两栏达标社区|三室两栏达标')], noted('只在社区一行填报', 'Only in the row of communities'));

// prettier-ignore
const duties = assembled([
  dutyBySector('at_standard', '阵地达标率', 'Places of activity at standard', places,
    counted('at_standard', '达标数', 'At standard', '个', 's', ['达标|已达标|达标阵地|达标活动场所|阵地达标|活动场所达标|达标个数', ...under(PLACES, '达标|已达标')], REQUIRED)),
  dutyBySector('sites_working', '远教站点畅通率', 'Stations in working order',
    counted('sites', '站点数', 'Stations of distance learning', '个', 's', ['站点|远教站点|远程教育站点|终端站点', ...under(SITES, '总数|数|应有|个数')], REQUIRED),
    counted('sites_working', '畅通数', 'Stations in working order', '个', 's', ['畅通|畅通站点|运行正常|正常运行|运行畅通|正常使用', ...under(SITES, '畅通|运行正常|正常运行|正常使用|正常')], REQUIRED)),
]);

export const premises: LedgerDef = {
  id: 'premises',
  name: { zh: '阵地与远程教育站点', en: 'Premises and stations of distance learning' },
  // prettier-ignore
  names: ['阵地建设', '活动场所建设', '阵地建设情况', '远程教育站点', '远教站点', '党组织活动场所', '阵地和远教站点', '阵地与远教站点', '党群服务中心建设'],
  frequency: 'H',
  rowPer: 'sector',
  // prettier-ignore
  columns: [
    PERIOD,
    county(),
    sector(true),
    ...duties.columns.slice(0, 2),
    threeRooms,
    counted('rebuilt', '改造数', 'Rebuilt', '个', 'y', ['改造|改造阵地|新建改造|新建改扩建|改扩建|新建和改造|提升改造', ...under(PLACES, '改造|新建改造|改扩建')]),
    money('invested', '投入', 'Invested', 'y', ['投入资金', '投资', '改造投入', '改造投入资金', '建设投入', '投入经费', ...under(PLACES, '投入|投入资金')]),
    ...duties.columns.slice(2),
  ],
  key: ['county', 'sector'],
  deadlineDays: 10,
  // prettier-ignore
  example: {
    period: '2026年上半年', county: '示例县', sector: '社区', places_due: '28', at_standard: '26', three_rooms: '25', rebuilt: '3',
    invested: '120.5', sites: '28', sites_working: '28',
  },
  checks: [...duties.checks, atMost(threeRooms, places)],
  measures: duties.measures,
};
