/** 软弱涣散基层党组织整顿台账: at the end of each quarter every organisation ever identified, and how far it is. */
import { QUARTERS, dateIn, lastMonth, monthNumber, periodName, quarterOf } from './calendar.mjs';
import { COUNTIES, STORIES, levelOf, nameIn, places, townships } from './city.mjs';
import { pick, spread } from './random.mjs';

/** @typedef {import('./city.mjs').County} County */

const SITUATIONS = /** @type {const} */ ([
  ['班子配备不齐', '两委委员缺额半年以上，分工不落实', '配齐班子，明确分工，落实坐班值班'],
  ['组织生活不正常', '连续两个季度未按期开展主题党日', '排定年度计划，每月由包联单位督促开展'],
  ['党务村务公开不到位', '公开内容更新不及时，群众意见较多', '按月公开，设置意见箱并逐条答复'],
  ['集体经济薄弱', '无稳定经营性收入，服务群众能力弱', '盘活闲置房屋，引入结对单位产业项目'],
  ['矛盾纠纷较多', '历史遗留问题长期未化解', '逐户走访，建立问题台账，限期销号'],
]);
const HELPERS = ['农业农村局', '财政局', '民政局', '水利局', '文化和旅游局', '司法局', '市场监管局'];

const START = monthNumber(2022, 7);
const SPAN = 48;
const TERM = 9;
const LOOK_BACK = 6;

/**
 * When everything happens to an organisation: months, and a share of the quarter's level decides what is late.
 * The same places in the even sequence are used in every county, so that a better level never gives a worse figure.
 * @param {County} c
 * @param {number} i
 */
function courseOf(c, i) {
  const identified = START + Math.floor((i * SPAN) / c.weak);
  const deadline = identified + TERM;
  const then = levelOf(c, quarterOf(deadline));
  const onTime = spread(i) < 0.5 + 0.46 * then;
  const closed = onTime ? deadline - (i % 3) : deadline + 3 + Math.round(9 * (1 - then));
  const due = closed + LOOK_BACK;
  const care = levelOf(c, quarterOf(due));
  const lookedBack = spread(i, 0.3) < 0.5 + 0.48 * care ? due - (i % 2) : due + 3 + Math.round(6 * (1 - care));
  const relapsed = c.name === STORIES.relapsing ? i % 2 === 1 && lookedBack >= monthNumber(2025, 1) : i % 11 === 5;
  const makeUp = !relapsed && i % 4 === 2;
  const madeUp = lookedBack + (spread(i, 0.6) < 0.5 + 0.5 * care ? 2 : 8);
  return { identified, deadline, closed, due, lookedBack, relapsed, makeUp, madeUp };
}

const HEADER = [
  '期间', '县(市、区)', '乡镇(街道)', '党组织名称', '领域', '情形类别', '主要表现', '认定时间', '包联县级领导(职务)', '包村(社区)乡镇(街道)领导(职务)',
  '第一书记派出单位', '结对单位', '整顿措施', '应解决问题数', '已解决问题数', '整顿时限', '验收时间', '验收得分', '满意率', '整顿结果', '是否销号', '销号时间',
  '应回头看时间', '回头看时间', '回头看结论', '应补课', '已补课', '是否市级抽查发现', '首次销号时间', '再次列入', '备注',
]; // prettier-ignore

/**
 * What the ledger says of an organisation at the end of a quarter.
 * @param {County} c @param {number} i @param {number} t @param {string} name @param {string} town
 */
function rowOf(c, i, t, name, town) {
  const e = courseOf(c, i);
  const now = lastMonth(t);
  const level = levelOf(c, t);
  const [situation, shown, steps] = pick(SITUATIONS, i);
  const isClosed = e.closed <= now;
  const looked = e.lookedBack <= now;
  const four = spread(i, 0.8) < 0.45 + 0.54 * level;
  const problems = 3 + (i % 5);
  const under = Math.floor(problems * Math.min(1, (now - e.identified) / TERM) * (0.55 + 0.4 * level));
  const solved = isClosed ? problems - (spread(i, 0.1) < 0.35 + 0.65 * level ? 0 : 1) : Math.min(under, problems - 1);
  const place = c.committee.slice(0, 1);
  const result = isClosed ? '已转化' : now < e.deadline ? '整顿中' : i % 3 === 0 ? '延期' : '未转化';
  // Half of the counties leave the day of the look-back to the rule: six months after closing.
  const dueGiven = Number(c.code) % 2 === 0 && isClosed;
  return [
    periodName(t), nameIn(c, t), town, name, i % 3 === 2 && c.group !== '县域组' ? '社区' : '农村', situation, shown, dateIn(e.identified, 10),
    pick([`${c.committee}副书记`, `${c.committee}常委、组织部部长`, `${c.committee}常委、统战部部长`], i), pick(['镇党委副书记', '镇党委组织委员', '街道党工委副书记'], i),
    four || i % 2 === 0 ? `${place === '党' ? '管委会' : place}${pick(HELPERS, i)}` : '', four || i % 2 === 1 ? `${place === '党' ? '管委会' : place}${pick(HELPERS, i + 3)}` : '',
    steps, String(problems), String(solved), dateIn(e.deadline, 25),
    isClosed ? dateIn(e.closed, 12) : '', isClosed ? String(76 + (i % 5) * 4) : '', isClosed ? (0.82 + (i % 4) * 0.04).toFixed(2) : '',
    result, isClosed ? '是' : '否', isClosed ? dateIn(e.closed, 20) : '',
    dueGiven ? dateIn(e.due, 20) : '', looked ? dateIn(e.lookedBack, e.lookedBack === e.due ? 18 : 22) : '',
    looked ? (e.relapsed ? '反弹' : e.makeUp ? '补课' : '巩固') : '',
    looked ? (e.makeUp ? '是' : '否') : '', looked && e.makeUp ? (e.madeUp <= now ? '是' : '否') : '',
    looked ? (e.relapsed && c.name === STORIES.relapsing ? '是' : '否') : '', '', '否', '',
  ]; // prettier-ignore
}

/**
 * The second row of an organisation that relapsed and was listed again, seven months after its look-back.
 * @param {string[]} first its first row @param {number} t @param {number} again the month it was listed again
 */
function againRow(first, t, again) {
  /** @type {Record<string, string>} */
  const own = Object.fromEntries(HEADER.map((h, k) => [h, first[k] ?? '']));
  const solved = Math.min(3, Math.max(0, lastMonth(t) - again));
  const blank = ['验收时间', '验收得分', '满意率', '销号时间', '应回头看时间', '回头看时间', '回头看结论', '应补课', '已补课'];
  Object.assign(own, Object.fromEntries(blank.map((h) => [h, ''])), {
    认定时间: dateIn(again, 10),
    整顿时限: dateIn(again + TERM, 25),
    应解决问题数: '4',
    已解决问题数: String(solved),
    整顿结果: '整顿中',
    是否销号: '否',
    是否市级抽查发现: '是',
    首次销号时间: own['销号时间'],
    再次列入: '是',
    备注: '市级抽查发现反弹，再次列入整顿',
  });
  return HEADER.map((h) => own[h] ?? '');
}

/** All organisations of all quarters, an organisation's quarters together. */
export function rectificationTable() {
  const rows = COUNTIES.flatMap((c) => {
    const names = places(c, 'weak', c.weak);
    const towns = townships(c);
    return names.flatMap((place, i) => {
      const e = courseOf(c, i);
      const again = c.name === STORIES.relapsing && e.relapsed && i % 4 === 1 ? e.lookedBack + 7 : Infinity;
      const quarters = Array.from({ length: QUARTERS }, (_, t) => t).filter((t) => e.identified <= lastMonth(t));
      return quarters.flatMap((t) => {
        const first = rowOf(c, i, t, `${place}${i % 3 === 2 && c.group !== '县域组' ? '社区' : '村'}党支部`, pick(towns, i));
        return again <= lastMonth(t) ? [first, againRow(first, t, again)] : [first];
      });
    });
  });
  return { header: HEADER, rows };
}
