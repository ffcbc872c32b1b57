/** Lists of cases: 问题·责任清单, 表彰奖励, 收表登记; and the two summaries that must agree with their detailed ledgers. */
import { QUARTERS, dateIn, lastMonth, monthNumber, periodName, quarterIndex, yearOf } from './calendar.mjs';
import { COUNTIES, levelOf, nameIn } from './city.mjs';
import { reports } from './reports.mjs';
import { draw, pick, spread } from './random.mjs';

const PROBLEMS = ['村级活动阵地未达标', '党员发展材料不规范', '两新组织应建未建', '组织生活记录不全', '后备人才储备不足'];
const STEPS = ['制定整改方案，按月调度', '明确责任人，限期补齐', '开展专项培训，逐一验收'];
const HONOURS = ['先进基层党组织', '党建工作示范点', '人才工作创新奖', '基层治理优秀案例'];

/** 问题·责任清单: what the city assigned and what counties listed themselves; open ones stand in every quarter until closed. */
export function issueTable() {
  const header = ['期间', '编号', '县(市、区)', '问题', '来源', '交办层级', '数据依据', '整改措施', '责任单位', '责任领导(职务)', '时限', '首次列入期', '延期次数', '进展', '是否销号', '销号时间']; // prettier-ignore
  const rows = COUNTIES.flatMap((c) =>
    Array.from({ length: QUARTERS * 2 }, (_, i) => {
      const born = Math.floor(i / 2);
      const listed = monthNumber(yearOf(born), quarterIndex(born) * 3 + 1);
      const due = listed + 4;
      const onTime = spread(i, draw('issue', c.stream)) < 0.55 + 0.45 * levelOf(c, born);
      const closed = onTime ? due - 1 : due + 2;
      const city = i % 2 === 0;
      return Array.from({ length: 4 }, (_, k) => born + k)
        .filter((t) => t < QUARTERS && reports(c, t) && (t === born || closed > lastMonth(t - 1)))
        .map((t) => {
          const done = closed <= lastMonth(t);
          return [
            periodName(t), `WT${c.code.slice(2)}${String(i + 1).padStart(3, '0')}`, nameIn(c, t), pick(PROBLEMS, i + c.code.charCodeAt(5)), city ? '市级督查' : '自查', city ? '市级' : '县级',
            '现场核查记录', pick(STEPS, i), `${c.committee}组织部`, '副部长', dateIn(due, 25), periodName(born), onTime ? '0' : '1', done ? '已完成' : '推进中', done ? '是' : '否', done ? dateIn(closed, 18) : '',
          ]; // prettier-ignore
        });
    }).flat(),
  );
  return { header, rows };
}

/** 表彰奖励 of each year: the better the county, the more; one work honoured twice counts once. */
export function honourTable() {
  const header = ['期间', '县(市、区)', '荣誉名称', '授予层级', '授予单位', '授予时间', '文号', '对应工作'];
  const rows = COUNTIES.flatMap((c) =>
    [3, 7].flatMap((t) => {
      if (!reports(c, t)) return [];
      const n = Math.round(levelOf(c, t) * 4);
      return Array.from({ length: n }, (_, i) => {
        const high = i === 0 && levelOf(c, t) > 0.6;
        const work = i === 1 ? pick(HONOURS, 0) : pick(HONOURS, i);
        const own = pick(HONOURS, i);
        return [String(yearOf(t)), nameIn(c, t), own, high ? '省' : '市', high ? '省委组织部' : '市委组织部', dateIn(monthNumber(yearOf(t), 6 + i), 20), `示组发〔${yearOf(t)}〕${10 + i}号`, work]; // prettier-ignore
      });
    }),
  );
  return { header, rows };
}

/** How many days after the period's end a table came. @param {string} stream @param {number} level @param {string} ledger @param {number} t */
const delay = (stream, level, ledger, t) => Math.round(3 + 8 * (1 - level) + 5 * draw('receipt', stream, ledger, t));

/** The tables that counties are asked for, by how often. */
const ASKED = {
  Q: [
    '党支部星级评定明细', '软弱涣散基层党组织整顿台账', '软弱涣散整顿季报', '人才引进统计表', '人才平台与政策兑现', '两新组织党建覆盖', '村(社区)带头人', '第一书记和驻村工作队',
    '发展党员计划完成', '专题研究与调度', '问题·责任清单', '理论武装与整改', '组织生活',
  ],
  H: [
    '校地合作统计表', '人才服务与重点项目', '党组织书记轮训', '党员教育管理', '村级集体经济', '基层党建经费保障', '阵地与远程教育站点', '基层治理', '干部工作', '组织部门自身建设',
  ],
  Y: ['星级评定汇总表', '述职评议结果', '示范创建与机关国企学校医院党建', '表彰奖励'],
}; // prettier-ignore

/** 收表登记: when each table came, and how often it was sent back. */
export function receiptTable() {
  const ledgers = /** @type {const} */ (['Q', 'H', 'Y']).flatMap((every) => ASKED[every].map((name) => ({ name, every })));
  const header = ['期间', '县(市、区)', '台账', '收到日期', '退回次数', '退回原因'];
  const rows = Array.from({ length: QUARTERS }, (_, t) => t).flatMap((t) =>
    ledgers.flatMap(({ name, every }) => {
      const q = quarterIndex(t);
      if ((every === 'H' && q % 2 === 0) || (every === 'Y' && q !== 3)) return [];
      const period = every === 'Q' ? periodName(t) : every === 'H' ? `${yearOf(t)}H${(q + 1) / 2}` : String(yearOf(t));
      return COUNTIES.flatMap((c) => {
        if (!reports(c, t)) return [];
        const days = delay(c.stream, levelOf(c, t), name, t);
        const back = draw('back', c.stream, name, t) < 0.08 * (1 - levelOf(c, t));
        return [
          [
            period,
            nameIn(c, t),
            name,
            dateIn(lastMonth(t) + 1, Math.max(1, Math.min(28, days))),
            back ? '1' : '0',
            back ? '合计与分项不符' : '',
          ],
        ];
      });
    }),
  );
  return { header, rows };
}

/** @param {{ header: readonly string[], rows: readonly (readonly string[])[] }} table @returns {Record<string, string>[]} */
const named = ({ header, rows }) => rows.map((r) => Object.fromEntries(header.map((h, i) => [h, r[i] ?? ''])));

/** @param {readonly Record<string, string>[]} rows @param {(r: Record<string, string>) => boolean} test */
const count = (rows, test) => rows.filter(test).length;

const STARS = ['五星', '四星', '三星', '二星', '一星', '不定级'];

/**
 * 星级评定汇总表 of each year's end, counted from the branches.
 * @param {{ header: readonly string[], rows: readonly (readonly string[])[] }} branches
 */
export function ratingSummary(branches) {
  const all = named(branches);
  const header = ['期间', '县(市、区)', '领域', '支部总数', '应评数', ...STARS, '升星数', '降星数'];
  const rank = (/** @type {string | undefined} */ s) => (s ? STARS.length - STARS.indexOf(s) : 0);
  const rows = [3, 7].flatMap((t) =>
    COUNTIES.flatMap((c) => {
      const own = all.filter((r) => r['期间'] === periodName(t) && r['县(市、区)'] === nameIn(c, t));
      return [...new Set(own.map((r) => r['领域'] ?? ''))].map((sector) => {
        const here = own.filter((r) => r['领域'] === sector);
        const both = here.filter((r) => r['审定星级'] !== '' && r['上年星级'] !== '');
        return [
          String(yearOf(t)), nameIn(c, t), sector, here.length, count(here, (r) => r['是否应评'] === '是'), ...STARS.map((s) => count(here, (r) => r['审定星级'] === s)),
          count(both, (r) => rank(r['审定星级']) > rank(r['上年星级'])), count(both, (r) => rank(r['审定星级']) < rank(r['上年星级'])),
        ].map(String); // prettier-ignore
      });
    }),
  );
  return { header, rows };
}

/** The day six months later: when a look-back falls due unless the row says otherwise. @param {string} day */
function halfYearLater(day) {
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number);
  return dateIn(monthNumber(y, m) + 6, d);
}

/**
 * 软弱涣散整顿季报, counted from the organisations as of each quarter's last day.
 * @param {{ header: readonly string[], rows: readonly (readonly string[])[] }} organisations
 */
export function rectificationSummary(organisations) {
  const all = named(organisations);
  const header = ['期间', '县(市、区)', '认定数(村)', '认定数(社区)', '认定数(其他)', '四个一配齐数', '到期应销号', '按期销号', '逾期销号', '逾期未销号', '已转化数', '应解决问题数', '已解决问题数', '应回头看', '已回头看', '应补课', '已补课', '反弹数', '再次列入']; // prettier-ignore
  const FOUR = ['包联县级领导(职务)', '包村(社区)乡镇(街道)领导(职务)', '第一书记派出单位', '结对单位'];
  const rows = Array.from({ length: QUARTERS }, (_, t) => t).flatMap((t) =>
    COUNTIES.flatMap((c) => {
      const own = all.filter((r) => r['期间'] === periodName(t) && r['县(市、区)'] === nameIn(c, t));
      if (own.length === 0) return [];
      const today = dateIn(lastMonth(t), 28);
      const due = own.filter((r) => (r['整顿时限'] ?? '') <= today);
      const closed = (/** @type {Record<string, string>} */ r) => r['是否销号'] === '是' && (r['销号时间'] ?? '') <= today;
      const look = own.filter((r) => closed(r) && (r['应回头看时间'] || halfYearLater(r['销号时间'] ?? '')) <= today);
      const sum = (/** @type {string} */ h) => own.reduce((n, r) => n + Number(r[h] || 0), 0);
      return [[
        periodName(t), nameIn(c, t), count(own, (r) => r['领域'] === '农村'), count(own, (r) => r['领域'] === '社区'), count(own, (r) => r['领域'] !== '农村' && r['领域'] !== '社区'),
        count(own, (r) => FOUR.every((h) => r[h] !== '')), due.length, count(due, (r) => closed(r) && (r['销号时间'] ?? '') <= (r['整顿时限'] ?? '')),
        count(due, (r) => closed(r) && (r['销号时间'] ?? '') > (r['整顿时限'] ?? '')), count(due, (r) => !closed(r)), count(due, (r) => r['整顿结果'] === '已转化'),
        sum('应解决问题数'), sum('已解决问题数'), look.length, count(look, (r) => r['回头看时间'] !== ''), count(own, (r) => r['应补课'] === '是'), count(own, (r) => r['已补课'] === '是'),
        count(own, (r) => r['回头看结论'] === '反弹'), count(own, (r) => r['再次列入'] === '是'),
      ].map(String)]; // prettier-ignore
    }),
  );
  return { header, rows };
}
