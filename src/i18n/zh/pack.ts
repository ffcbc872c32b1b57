/** The wording of the meeting papers in Chinese that holds no figure: titles, headings, table heads, set phrases. */
import type { Meeting } from '../../model/meeting';

export const packZh = {
  product: '党建考评看板',
  meetings: {
    dispatch: '工作调度会',
    heads: '组织部长会议',
    duty: '抓基层党建工作述职评议会',
  } satisfies Record<Meeting, string>,
  marks: { internal: '内部资料·注意保存', working: '工作草稿', none: '' },
  draft: '草稿',
  /** Foot of every page: scheme, version, its hash, and the seal. */
  foot: (scheme: string, version: string, hash: string, seal: string) =>
    `方案：${scheme}（版本${version}，校验码${hash}）　${seal ? `封存校验码${seal}` : '数据未封存'}`,
  file: (name: string, period: string) => `${name}（${period}）`,
  names: {
    cover: '封面和议程',
    bulletin: '通报',
    briefings: '县（市、区）点评',
    speech: '主持词和讲话要点',
    digest: '领导参阅件',
    lists: '清单',
    rules: '考核细则',
    notice: '催报通知',
    workbook: '考核数据和计分表',
    slides: '会议演示',
    checkSheets: '核对单',
    issues: '问题·责任清单（台账格式）',
    title: '标题和页首标识',
  },
  /** A heading's number by level: 一、 （一） 1. （1）. */
  numbered: (level: 1 | 2 | 3 | 4, n: number, text: string) =>
    [`${han(n)}、${text}`, `（${han(n)}）${text}`, `${n}.${text}`, `（${n}）${text}`][level - 1] ?? text,
  /** 一是 二是, before the sentences of a list. */
  point: (n: number) => `${han(n)}是`,
  /** A heading that the paragraph goes on after. */
  runIn: (heading: string) => `${heading}。`,
  annex: (n: number) => `附件${n}`,
  attachments: '附件：',

  cover: {
    title: (period: string, meeting: string) => `${period}${meeting}材料`,
    when: (day: string) => `时间：${day || '　　　　年　　月　　日'}`,
    where: (place: string) => `地点：${place || '　　　　　　　　'}`,
    chair: '主持：　　　　　　　　',
    agenda: '议程',
    contents: '材料目录',
    items: {
      dispatch: [
        '通报本季度考核情况',
        '县（市、区）逐一点评',
        '后进县（市、区）作表态发言',
        '宣读问题清单和责任清单',
        '领导讲话',
      ],
      heads: ['通报本季度考核情况', '重点工作交流', '县（市、区）逐一点评', '部署下步工作', '领导讲话'],
      duty: ['县（市、区）党组织书记述职', '逐一点评', '现场提问', '民主测评', '领导讲话'],
    } satisfies Record<Meeting, readonly string[]>,
  },
  bulletin: {
    title: (period: string) => `${period}基层党建考核情况通报`,
    number: '　　〔　　　　〕　　号',
    to: '各县（市、区）委组织部：',
    intro: (period: string) => `现将${period}基层党建考核情况通报如下。`,
    overall: '总体情况',
    sections: '各项指标',
    problems: '主要问题',
    tasks: '下步要求',
    noProblems: '本期未发现明显低于均值的指标。',
    closing: '各县（市、区）要对照问题清单逐项整改，按时限销号，整改情况随下期报表报送。',
    signer: '（签发单位）',
    day: '　　　　年　　月　　日',
  },
  briefing: {
    title: (name: string, period: string) => `${name}${period}工作点评`,
    strengths: '主要成绩',
    problems: '存在问题',
    tasks: '下步任务',
    none: '本期没有明显高于均值的指标。',
    noProblems: '本期没有明显的失分。',
    picture: (name: string) => `${name}历期名次`,
    compared: (name: string) => `${name}各部分得分率与均值`,
    own: '本单位',
    mean: '均值',
  },
  speech: {
    title: (period: string, meeting: string) => `${period}${meeting}主持词和讲话要点`,
    opening: '主持词',
    open: '同志们，现在开会。今天会议的主要任务是通报本期考核情况，点评各县（市、区）工作，部署下步任务。',
    agenda: '会议议程：',
    points: '逐一点评',
    close: '讲话要点',
    end: '请各县（市、区）会后抓紧研究，把问题清单逐条落实到单位、到岗位、到时限。散会。',
  },
  digest: {
    title: (period: string) => `${period}基层党建考核情况参阅`,
    overall: '总体情况',
    attention: '需要关注的问题',
    advice: '建议',
  },
  lists: {
    achievements: (period: string) => `${period}成绩清单`,
    problems: (period: string) => `${period}问题清单`,
    duties: (period: string) => `${period}责任清单`,
    tasks: (period: string) => `${period}任务清单`,
    no: '序号',
    number: '编号',
    unit: '县（市、区）',
    achievement: '成绩',
    problem: '问题',
    source: '来源',
    evidence: '数据依据',
    steps: '整改措施',
    responsible: '责任单位',
    post: '责任领导（职务）',
    deadline: '时限',
    progress: '进展',
    closed: '是否销号',
    task: '任务',
    causes: { red: '亮红灯', overdue: '逾期', missed: '未达目标', last: '居末位' },
    /** What the list is about: an indicator with its value and its peers' mean. */
    said: (title: string, value: string, mean: string) => `“${title}”为${value}（均值${mean}）`,
    figure: (points: string, full: string) => `得${points}分（满分${full}分）`,
    first: (period: string) => `${period}首次列入`,
    open: '未销号',
    overdue: (days: string) => `逾期${days}天`,
    closedBy: (value: string) => `现为${value}，已销号`,
    extended: (n: string) => `延期${n}次`,
    handedOver: (to: string) => `移交${to}`,
    yes: '是',
    noClosed: '否',
    body: (name: string) => `${name}组织部门`,
    rest: (n: string) => `本表每个单位列失分最多的几项，其余${n}项见“问题·责任清单（台账格式）”。`,
    none: '本期没有列入清单的问题。',
    from: '考核规则',
    assigned: '市级',
  },
  ranking: {
    course: (period: string) => `截至${period}各单位总分走势`,
    title: (period: string) => `${period}考核得分和名次表`,
    rank: '名次',
    unit: '单位',
    group: '分组',
    total: '总分',
    change: '较上期',
    grade: '等次',
    unranked: '未排名',
    full: (title: string, full: string) => `${title}（${full}分）`,
    note: '各部分得分为四舍五入后的公布值；“—”为未到考核时点或不适用，不作零分。',
  },
  indicators: {
    /** Of a table that goes on: which of how many. */
    part: (n: number, of: number) => `，${n}/${of}`,
    title: (period: string, section: string) => `${period}指标值一览表（${section}）`,
    mean: '均值',
    note: '“缺”为应报未报，“—”为未到考核时点或不适用。',
    missing: '缺',
  },
  rules: {
    title: (scheme: string) => `${scheme}考核细则`,
    columns: {
      no: '序号',
      first: '一级指标',
      indicator: '指标',
      points: '分值',
      rule: '计分办法',
      definition: '口径',
      source: '数据来源',
      owner: '责任科室',
      due: '考核频次',
    },
    more: '其他规定',
  },
  slides: {
    /** The first three, as the headline of a slide. */
    lead: (names: string) => `${names}列前三位`,
    agenda: '议程',
    moves: '名次和总分变动',
    overall: '总体情况',
    problems: '主要问题',
    tasks: '下步要求',
    end: '谢谢',
    unit: (name: string, rank: string) => `${name}　${rank}`,
  },
};

const HAN = '零一二三四五六七八九十';
/** 1 → 一, 12 → 十二, 30 → 三十. */
function han(n: number): string {
  if (n <= 10) return HAN[n] ?? String(n);
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens > 1 ? HAN[tens] : ''}十${ones > 0 ? HAN[ones] : ''}`;
}

export type PackWords = typeof packZh;
