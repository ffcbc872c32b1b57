/**
 * The ledgers that are tables of counts: one row per county and period, some by sector or type. What falls due grows
 * with the county and the year, what is done of it hangs on how well the county does.
 */
import { periodName, quarterIndex, yearOf, QUARTERS } from './calendar.mjs';
import { COUNTIES, STORIES, levelOf, nameIn } from './city.mjs';
import { draw, pick } from './random.mjs';

/** @typedef {import('./city.mjs').County} County */
/** @typedef {{ header: string[], rows: string[][] }} Table */

const SECTORS = ['农村', '社区', '机关', '国有企业', '事业单位', '两新组织', '学校'];

/** One county in one period: its figures, each by a name of its own so that one can change without the others. */
class Figures {
  /** @param {string} ledger @param {County} c @param {number} t the quarter at whose end it is reported */
  constructor(ledger, c, t) {
    this.c = c;
    this.t = t;
    this.level = levelOf(c, t);
    this.year = yearOf(t);
    /** The part of the year that is over. */
    this.pace = (quarterIndex(t) + 1) / 4;
    this.key = `${ledger}|${c.stream}`;
  }

  /** A size that stays with the county: about `base` for a county of 140 branches. @param {string} name @param {number} base */
  size(name, base) {
    return Math.max(1, Math.round(base * (this.c.branches / 140) * (0.85 + 0.3 * draw(this.key, name))));
  }

  /** What fell due since 1 January of a year's `base`. @param {string} name @param {number} base */
  soFar(name, base) {
    return Math.max(1, Math.round(this.size(name, base) * this.pace));
  }

  /** What was done of `whole`: from `low` for who does worst to all of it. @param {string} name @param {number} whole @param {number} [low] */
  of(name, whole, low = 0.6) {
    return this.#share(whole, low, draw(this.key, name, this.year, quarterIndex(this.t)));
  }

  /** The same of what is counted since 1 January, which never falls within a year. @param {string} name @param {number} whole @param {number} [low] */
  sinceJanuary(name, whole, low = 0.6) {
    return this.#share(whole, low, draw(this.key, name, this.year));
  }

  /** @param {number} whole @param {number} low @param {number} luck */
  #share(whole, low, luck) {
    const wobble = (luck - 0.5) * 0.04;
    return Math.max(0, Math.min(whole, Math.round(whole * Math.min(1, low + (1.02 - low) * this.level + wobble))));
  }

  /** What should not be: none for who does best. @param {string} name @param {number} whole @param {number} most */
  bad(name, whole, most) {
    return whole - this.of(name, whole, 1 - most);
  }
}

/**
 * @typedef {object} Report
 * @property {'Q' | 'H' | 'Y'} every
 * @property {string} [by] the header of the second key
 * @property {readonly string[]} [each] its values
 * @property {(f: Figures, which: string) => Readonly<Record<string, number | string>>} row by header
 */

/** @type {Readonly<Record<string, Report>>} */
const REPORTS = {
  'talent-platform': {
    every: 'Q',
    row: (f) => {
      const kinds = ['院士专家工作站', '创新中心', '工匠工作室', '孵化室', '人才工作站', '其他平台'];
      const have = kinds.map((k, i) => f.size(k, 2 + i));
      const fresh = Math.round(f.pace * 12 * (0.2 + 0.8 * f.level));
      const money = f.size('应兑现', 600);
      return {
        ...Object.fromEntries(kinds.map((k, i) => [k, have[i] ?? 0])),
        新增平台: fresh,
        累计平台: have.reduce((a, b) => a + b, 0),
        规上企业数: f.size('规上企业', 160),
        '成果转化(项)': Math.round(f.pace * f.size('转化', 14)),
        '应兑现资金(万元)': Math.round(money * f.pace),
        '已兑现资金(万元)': f.of('兑现', Math.round(money * f.pace), 0.5),
        引才大使: f.size('大使', 12),
      };
    },
  },
  'campus-cooperation': {
    every: 'H',
    row: (f) => {
      const ripe = f.size('满12个月', 9) + 2;
      const pool = f.size('域外人才', 60);
      return {
        '签约高校(所)': f.size('高校', 6),
        '合作项目(项)': ripe + f.size('新签', 4),
        签约满12个月项目: ripe,
        其中已落地: f.of('落地', ripe, 0.35),
        '到位资金(万元)': f.size('资金', 320),
        '对接活动(场)': f.soFar('对接', 8),
        '政策宣讲(场)': f.soFar('宣讲', 10),
        域外人才入库数: pool,
        其中已对接: f.of('对接人才', pool, 0.4),
      };
    },
  },
  'talent-service': {
    every: 'H',
    row: (f) => {
      const [leaders, projects, experts, items, firms] = [f.size('负责人', 8), f.size('项目', 10), f.size('专家', 40), f.soFar('事项', 90), f.size('规上', 160)]; // prettier-ignore
      return {
        应定主要负责人数: leaders,
        已定主要负责人数: f.of('已定', leaders, 0.7),
        重点项目数: projects,
        完成数: f.of('完成', Math.round(projects * f.pace), 0.5),
        '常委会专题报告(次)': Math.round(2 * f.pace),
        '联席会议(次)': Math.round(4 * f.pace),
        '专家服务团(人次)': f.soFar('服务团', 120),
        '解决难题(个)': f.soFar('难题', 30),
        应联系专家: experts,
        已联系专家: f.of('联系', experts, 0.6),
        到期服务事项: items,
        按期办结事项: f.of('办结', items, 0.7),
        规上企业数: firms,
        政策覆盖企业: f.of('覆盖', firms, 0.6),
      };
    },
  },
  'two-new-coverage': {
    every: 'Q',
    by: '类型',
    each: ['非公企业', '社会组织', '园区', '商圈', '网约车'],
    row: (f, type) => {
      const base = { 非公企业: 240, 社会组织: 90, 园区: 40, 商圈: 16, 网约车: 6 }[type] ?? 10;
      const due = f.size(`应建${type}`, base);
      const covered = f.of(`覆盖${type}`, due, 0.62);
      const able = Math.round(due * 0.45);
      const own = Math.min(able, Math.round(covered * 0.4));
      return {
        实体运营数: due + f.size(`小${type}`, base / 2),
        应建数: due,
        符合单独组建条件数: able,
        单独组建: own,
        '联合组建覆盖组织数(家)': covered - own,
        应有工作覆盖数: due,
        已工作覆盖数: f.of(`工作${type}`, due, 0.75),
        应派指导员: Math.max(1, due - own),
        已派指导员: f.of(`指导员${type}`, Math.max(1, due - own), 0.7),
      };
    },
  },
  'village-heads': {
    every: 'Q',
    row: (f) => {
      const zone = f.c.group === '功能区组';
      const [villages, communities] = [f.size('村', zone ? 30 : 95), f.size('社区', zone ? 12 : 28)];
      const all = villages + communities;
      const found = f.size('问题', 6);
      return {
        村总数: villages,
        村一肩挑数: f.of('一肩挑', villages, 0.62),
        社区总数: communities,
        社区一肩挑数: f.of('社区一肩挑', communities, 0.7),
        书记空缺数: f.bad('空缺', all, 0.06),
        '60岁以上书记': f.bad('年长', all, 0.08),
        应备案: all,
        已备案: f.of('备案', all, 0.85),
        应建档: all,
        已建档: f.of('建档', all, 0.85),
        储备后备人才: f.of('后备', villages * 2, 0.6),
        有后备村数: f.of('有后备', villages, 0.6),
        报酬按时足额村数: f.of('报酬', villages, 0.85),
        养老医疗补助村数: f.of('补助', villages, 0.7),
        '应换届村(社区)数': 0,
        已换届数: 0,
        '应排查村(社区)数': all,
        已排查数: f.of('排查', all, 0.8),
        发现问题数: found,
        已化解数: f.of('化解', found, 0.5),
      };
    },
  },
  'secretary-training': {
    every: 'H',
    by: '领域',
    each: SECTORS,
    row: (f, sector) => {
      const due = f.size(`应训${sector}`, sector === '农村' ? 60 : 16);
      return {
        书记应训数: due,
        书记已训数: f.of(`已训${sector}`, Math.round(due * f.pace), 0.7),
        '县级以上班次(期)': Math.round(f.pace * 2),
      };
    },
  },
  'first-secretaries': {
    every: 'Q',
    row: (f) => {
      const due = f.size('应派', 40);
      return {
        应派数: due,
        在岗数: f.of('在岗', due, 0.85),
        表彰: f.soFar('表彰', 2),
        约谈: f.bad('约谈', 10, 0.3),
        召回: f.bad('召回', 10, 0.1),
      };
    },
  },
  'member-admission': {
    every: 'Q',
    row: (f) => {
      const plan = f.size('计划', 110);
      const done = f.of('发展', Math.round(plan * f.pace), 0.9);
      return {
        年度计划数: plan,
        本年累计发展: done,
        '其中:35岁以下': Math.round(done * 0.7),
        大专以上: Math.round(done * 0.6),
        女: Math.round(done * 0.45),
        生产一线: Math.round(done * 0.55),
        应双审人数: done,
        已双审人数: f.of('双审', done, 0.85),
        违规发展应排查: f.size('排查', 300),
        已排查: f.of('已排查', f.size('排查', 300), 0.8),
        发现问题: 2,
        已处理: f.of('处理', 2, 0.5),
      };
    },
  },
  'member-management': {
    every: 'H',
    row: (f) => {
      const [floating, lost, retired, serving, promised, visit] = [f.size('流动', 400), f.size('失联', 12), f.size('退休', 150), f.size('在职', 900), f.soFar('承诺', 700), f.soFar('慰问', 260)]; // prettier-ignore
      return {
        流动党员数: floating,
        已建档: f.of('建档', floating, 0.75),
        已持证: f.of('持证', floating, 0.6),
        一年一评: f.of('一评', Math.round(floating * f.pace), 0.6),
        失联党员数: lost,
        已规范处置: f.of('处置', lost, 0.6),
        国企退休应转入: retired,
        已转入: f.of('转入', retired, 0.8),
        在职党员应报到: serving,
        已报到: f.of('报到', serving, 0.75),
        应承诺事项: promised,
        已兑现事项: f.of('兑现', promised, 0.6),
        应慰问: visit,
        已慰问: f.of('慰问', visit, 0.8),
      };
    },
  },
  'collective-economy': {
    every: 'H',
    row: (f) => {
      const villages = f.size('村', f.c.group === '功能区组' ? 30 : 95);
      const poor = f.bad('薄弱', villages, 0.22);
      const hollow = Math.round(poor * 0.3);
      const steps = [0.75, 0.4, 0.12].map((s, i) => Math.min(villages - poor, f.of(`收入${i}`, Math.round(villages * s), 0.5)));
      const [five = 0, ten = 0, fifty = 0] = steps;
      return {
        村总数: villages,
        空壳村: hollow,
        薄弱村: poor - hollow,
        年经营性收入5万元以上村数: five,
        年经营性收入10万元以上村数: Math.min(five, ten),
        年经营性收入50万元以上村数: Math.min(five, ten, fifty),
        本年消除: f.soFar('消除', 6),
        扶持项目村: f.size('扶持', 10),
      };
    },
  },
  funding: {
    every: 'H',
    row: (f) => {
      const villages = f.size('村', f.c.group === '功能区组' ? 30 : 95);
      const money = ['党建工作经费', '村级运转经费', '服务群众专项经费'].flatMap((name, i) => {
        const due = f.soFar(name, 300 + 250 * i);
        return [
          /** @type {const} */ ([`${name}应拨(万元)`, due]),
          /** @type {const} */ ([`${name}到位(万元)`, f.of(name, due, 0.75)]),
        ];
      });
      const communities = f.size('社区', 20);
      return {
        村数: villages,
        两项经费均达标村数: f.of('达标', villages, 0.75),
        ...Object.fromEntries(money),
        社区经费应列预算社区: communities,
        已列预算社区: f.of('预算', communities, 0.8),
      };
    },
  },
  premises: {
    every: 'H',
    by: '领域',
    each: ['农村', '社区', '两新组织'],
    row: (f, sector) => {
      const due = f.size(`阵地${sector}`, sector === '农村' ? 95 : 24);
      const sites = f.size(`站点${sector}`, sector === '农村' ? 95 : 20);
      return {
        应有阵地数: due,
        达标数: f.of(`达标${sector}`, due, 0.7),
        三室两栏达标社区: sector === '社区' ? f.of('三室两栏', due, 0.7) : '',
        改造数: f.soFar(`改造${sector}`, 6),
        '投入(万元)': f.soFar(`投入${sector}`, 120),
        站点数: sites,
        畅通数: f.of(`畅通${sector}`, sites, 0.92),
      };
    },
  },
  governance: {
    every: 'H',
    row: (f) => {
      const duties = [
        ['街道大工委应建', '已建大工委', 8], ['社区大党委应建', '已建大党委', 24], ['小区党支部应建', '已建小区党支部', 120],
        ['楼道党小组应建', '已建楼道党小组', 400], ['党员中心户应建', '已建党员中心户', 500], ['五级联保应建村', '五级联保已建村', 90],
        ['到期吹哨件数', '按期办结件数', 160], ['抽查村数', '决策程序规范村数', 12], ['物业党建联建应建', '已建物业联建', 80],
        ['三无社区应纳管', '已纳管', 18], ['信访事项到期应办结', '按期办结信访事项', 60],
      ]; // prettier-ignore
      const pairs = duties.flatMap(([due, done, base]) => {
        const whole = f.size(String(due), Number(base));
        const share = f.sinceJanuary(String(done), whole, 0.7);
        return [/** @type {const} */ ([String(due), whole]), /** @type {const} */ ([String(done), share])];
      });
      return {
        ...Object.fromEntries(pairs),
        满意率: `${(Math.round(820 + 155 * f.level) / 10).toFixed(1)}%`,
        调查主体: '第三方',
        样本数: 500,
        '上访率(‰)': (Math.round(30 - 20 * f.level) / 10).toFixed(1),
      };
    },
  },
  'study-dispatch': {
    every: 'Q',
    row: (f) => {
      const [bodies, branch, pledges, posts, topics] = [f.size('党委', 36), f.size('支部建设', 36), f.size('责任书', 40), f.size('联系点', 44), f.size('第一议题', 60)]; // prettier-ignore
      const last = quarterIndex(f.t) === 3;
      return {
        '县委本季研究基层党建(次)': f.level < 0.1 && quarterIndex(f.t) === 2 ? 0 : 1 + Math.round(f.level),
        '应研究党委(党组)数': bodies,
        本季已研究数: f.of('已研究', bodies, 0.7),
        应研究支部建设数: branch,
        本年已研究支部建设数: f.of('支部建设已研究', Math.round(branch * f.pace), 0.7),
        应签责任书: pledges,
        已签责任书: f.of('已签', pledges, 0.9),
        半年检查: quarterIndex(f.t) >= 1 ? '是' : '否',
        年度考核: last ? '是' : '否',
        应建书记联系点: posts,
        已建联系点: f.of('联系点', posts, 0.85),
        第一议题应学: topics,
        已学: f.of('已学', topics, 0.85),
      };
    },
  },
  appraisal: {
    every: 'Y',
    row: (f) => {
      const due = f.size('应述职', 20);
      const votes = 40;
      const good = Math.round(votes * (0.45 + 0.5 * f.level));
      const fair = Math.round((votes - good) * 0.7);
      const plain = votes - good - fair - (f.level < 0.3 ? 2 : 0);
      const score = Math.round(780 + 190 * f.level) / 10;
      return {
        应述职数: due,
        已述职数: f.of('述职', due, 0.95),
        日常考核得分: score.toFixed(1),
        好票: good,
        较好票: fair,
        一般票: plain,
        差票: votes - good - fair - plain,
        领导评价: (Math.round(800 + 180 * f.level) / 10).toFixed(1),
        综合得分: score.toFixed(1),
        等次: f.level > 0.6 ? '好' : f.level > 0.3 ? '较好' : '一般',
      };
    },
  },
  'theory-education': {
    every: 'Q',
    row: (f) => {
      const [tested, trained, fix, closed, smart] = [f.size('应测', 400), f.size('应调训', 160), f.soFar('整改', 40), f.soFar('巡视', 30), f.size('智慧', 140)]; // prettier-ignore
      const done = f.sinceJanuary('已测', tested, 0.75);
      const fixed = f.of('已改', fix, 0.8);
      const gone = f.of('已销', closed, 0.8);
      return {
        应测: tested,
        已测: done,
        合格: f.sinceJanuary('合格', done, 0.8),
        干部应调训: trained,
        干部已调训: f.of('调训', Math.round(trained * f.pace), 0.75),
        整改到期应改: fix,
        整改到期已改: fixed,
        整改逾期: fix - fixed,
        巡视到期应销号: closed,
        巡视到期已销号: gone,
        巡视逾期: closed - gone,
        智慧党建应覆盖: smart,
        智慧党建已覆盖: f.of('智慧', smart, 0.7),
      };
    },
  },
  'organisation-life': {
    every: 'Q',
    by: '领域',
    each: SECTORS,
    row: (f, sector) => {
      const n = f.size(`支部${sector}`, sector === '农村' ? 50 : 14);
      const months = 3 * (quarterIndex(f.t) + 1);
      const [lectures, meetings, people] = [n * (quarterIndex(f.t) + 1), quarterIndex(f.t) === 3 ? n : Math.round(n / 4), f.size(`双重${sector}`, 30)]; // prettier-ignore
      return {
        支部总数: n,
        '主题党日应开展(支部·月)': n * months,
        已开展: f.of(`党日${sector}`, n * months, 0.8),
        党课应开展: lectures,
        党课已开展: f.of(`党课${sector}`, lectures, 0.8),
        三会一课规范支部数: f.of(`三会${sector}`, n, 0.7),
        组织生活会应开: meetings,
        组织生活会已开: f.sinceJanuary(`生活会${sector}`, meetings, 0.85),
        民主评议应开展支部: meetings,
        民主评议已开展支部: f.sinceJanuary(`评议${sector}`, meetings, 0.85),
        班子民主生活会应开: 2,
        班子民主生活会已开: f.sinceJanuary(`民主${sector}`, 2, 0.7),
        双重组织生活应参加人数: people,
        已参加人数: f.of(`参加${sector}`, people, 0.8),
      };
    },
  },
  'cadre-work': {
    every: 'H',
    row: (f) => {
      const [reported, promoted, units, special, teams, young, three, audit, two, civil, files, old, branches] = [
        f.size('应报告', 300), f.soFar('凡提', 30), f.size('平时', 60), f.soFar('专项', 12), f.size('班子', 45), f.size('年轻', 45),
        f.size('三类', 45), f.soFar('审计', 10), f.size('两评议', 40), f.size('公务员', 600), f.size('档案', 900), f.size('老干部', 80), f.size('老支部', 24),
      ]; // prettier-ignore
      const before = f.size('文件', 90);
      return {
        应报告人数: reported,
        随机抽查人数: Math.max(1, Math.round(reported * f.pace * (0.085 + 0.03 * f.level))),
        凡提人数: promoted,
        四必齐全人数: f.level > 0.3 ? promoted : promoted - 1,
        平时考核应考单位: units,
        平时考核已考单位: f.of('已考', units, 0.8),
        专项考核项目应完成: special,
        专项考核项目已完成: f.of('专项', special, 0.7),
        应配班子: teams,
        达标班子: f.of('达标', teams, 0.8),
        年轻干部应配班子: young,
        年轻干部已配班子: f.of('年轻', young, 0.6),
        三类干部应配班子: three,
        三类干部达标班子: f.of('三类', three, 0.7),
        审计应谈话: audit,
        审计已谈话: f.of('谈话', audit, 0.8),
        一报告两评议应开展单位: two,
        一报告两评议已开展单位: f.sinceJanuary('评议', two, 0.85),
        公务员平时考核应考: civil,
        公务员平时考核已考: f.of('公务员', civil, 0.9),
        '应审档案(卷)': files,
        '已审档案(卷)': f.of('已审', Math.round(files * f.pace), 0.7),
        老干部政策应落实: old,
        老干部政策已落实: f.sinceJanuary('落实', old, 0.85),
        老干部支部数: branches,
        老干部规范化支部数: f.of('规范', branches, 0.75),
        文件会议数: Math.round(before * f.pace * (1.12 - 0.2 * f.level)),
        文件会议上年同期: Math.round(before * f.pace),
        交流轮岗人次: f.soFar('轮岗', 20),
        挂职人次: f.soFar('挂职', 8),
      };
    },
  },
  demonstration: {
    every: 'Y',
    row: (f) => {
      const towns = f.c.group === '功能区组' ? 4 : 8;
      const [double, hospitals, problems, branches] = [
        f.size('双带头人', 12),
        f.size('医院', 3),
        f.size('机关', 20),
        f.size('换届', 40),
      ];
      return {
        '乡镇(街道)数': towns,
        整乡推进命名数: Math.round(towns * 0.5 * f.level),
        示范点数: Math.round(towns * (0.5 + f.level)),
        红旗社区数: Math.round(towns * 0.6 * f.level),
        双带头人应配支部: double,
        双带头人已配: f.of('双', double, 0.7),
        章程应修订医院: hospitals,
        章程已写入医院: f.of('章程', hospitals, 0.7),
        机关党建问题数: problems,
        机关党建已整改: f.of('整改', problems, 0.7),
        应换届支部: branches,
        已换届支部: f.of('换届', branches, 0.9),
      };
    },
  },
  'own-building': {
    every: 'H',
    row: (f) => {
      const [items, missions] = [f.soFar('督办', 40), f.soFar('使命', 30)];
      return {
        督办到期事项: items,
        按期办结事项: f.of('督办', items, 0.75),
        使命清单到期事项: missions,
        已完成事项: f.of('使命', missions, 0.75),
        课题: f.soFar('课题', 6),
        讲堂: f.soFar('讲堂', 12),
        信息: f.soFar('信息', 60),
      };
    },
  },
};

const HALF = ['H1', 'H2'];

/** The period a report of quarter t is of; null where none falls due. @param {Report['every']} every @param {number} t */
function periodOf(every, t) {
  const q = quarterIndex(t);
  if (every === 'Q') return periodName(t);
  if (every === 'H') return q % 2 === 1 ? `${yearOf(t)}${pick(HALF, q >> 1)}` : null;
  return q === 3 ? String(yearOf(t)) : null;
}

/** Whether a county reports in a quarter: one fell silent. @param {County} c @param {number} t */
export const reports = (c, t) => c.name !== STORIES.silent.county || t < STORIES.silent.from;

/** Every table of counts, by its ledger. @returns {Record<string, Table>} */
export function reportTables() {
  return Object.fromEntries(
    Object.entries(REPORTS).map(([ledger, { every, by, each = [''], row }]) => {
      const rows = COUNTIES.flatMap((c) =>
        Array.from({ length: QUARTERS }, (_, t) => t).flatMap((t) => {
          const period = periodOf(every, t);
          if (period === null || !reports(c, t)) return [];
          return each.map((which) => ({ period, name: nameIn(c, t), which, figures: row(new Figures(ledger, c, t), which) }));
        }),
      );
      const figures = Object.keys(rows[0]?.figures ?? {});
      return [
        ledger,
        {
          header: ['期间', '县(市、区)', ...(by ? [by] : []), ...figures],
          rows: rows.map((r) => [r.period, r.name, ...(by ? [r.which] : []), ...figures.map((k) => String(r.figures[k] ?? ''))]),
        },
      ];
    }),
  );
}
