/**
 * Persons in a text: identity numbers, mobile numbers, names with a post before or behind. A name is a surname with one
 * or two characters; since organisations, places and plain words begin with surnames too, a name counts only beside a
 * post or a label, where a word can end, and never where one of its characters is that of an organisation.
 */

/** What stands in place of a person. */
export const MASK = '＊＊＊';

const HAN = '\u3400-\u4dbf\u4e00-\u9fff';
const COMPOUND = '欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|司徒|司空|独孤|南宫|呼延|端木|轩辕|申屠|东方';
// prettier-ignore
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂苗谷曲盛冉翁蓝游辛靳管柴蒙鲍华喻祁蒲房滕屈饶牟艾尤穆古吉卓甄缪麦褚娄窦戚岑景宫费卜冷晏席卫米柏宗桂佟臧边卞姬仇栾隋刁沙荣巫寇桑郎丛楼虞敖闵栗苟';
/** Characters of organisations, posts, places and plain grammar, which no given name holds. */
// prettier-ignore
const NO_NAME =
  '的了是在有和与及或等对被把由从到以其这那各每某该此部总副第原兼们位个员干党政委支组织局处科室站所院校厂司会社村镇乡县市区州省街道路巷弄办队班团级职务任书记席同共我你他她它之并且但因老者性度数量率项次期月日年时分章条款表件通报责管理督查庄屯寨堡沟湾坝坪塘店铺集营港段桥';
/** Words that begin with a surname and one more character, and are none. */
// prettier-ignore
const WORDS = new Set(
  '任命 任职 任用 任期 任免 任务 任何 任教 任满 任届 安排 安全 安置 安保 包联 包保 包片 包干 包抓 包含 常态 常务 常规 常驻 单独 单一 高新 高度 高效 高标 高校 高质 方针 方面 方式 方案 方法 关于 关心 关注 关爱 关系 关键 管控 管好 金融 金额 江南 江北 江东 江西 江苏 华东 华南 华北 连续 连任 毛病 于是 文明 文化 文件 文书 文字 严格 严肃 严管 严明 万元 万名 万亩 武装 石油 石化 施工 施行 温度 温暖 白天 白云 平时 平均 易地 易于 宁可 尚未 尚无 尚有 尚需 游客 左右 纪检 纪律 纪委 荣誉 荣获 盛大 景区 农村 曾经 曾获 曾是 曾因 庄严 边远 边疆 古城 童心 梅花 苗木 苗族 冷水 卫生 卫健 房屋 房产 费用 宗教 宗旨 吉祥 蓝图 蓝天 蒙古 祝贺 龙头 牛羊 马上 马路 马列 马克 金牌 银行 黄牌 黄河 长江 东方 顾问 申报 申请 申诉 贺信 侯任 侯选 何时 何种 何地 付款 付出 张贴 张挂 许可 许多 许诺 谢绝 谢谢 余下 余额 余缺 叶片 易发 莫名 乔迁 辛苦 艾草 尤其 尤为 华侨 甘于 甘愿 舒适 符合 康复 康养 宫殿 席位 米面 柏油 万众 万余 程序 程度 钟情 陆续 陆军 范围 范例 范本 石材 金色 夏季 夏令 白色 秦岭 龙舟 雷同 史料 史实 陶瓷 顾及 万事 钱款 钱物 戴帽 孔子 汤圆 齐抓 齐全 齐心 齐备 庞大 颜色 鲁班 翟家 欧式 耿直 焦点 焦虑 柳树 毕业 毕竟 谷物 曲线 翁婿 管网 柴油 喻义 屈从 饶有 穆斯 卓越 卓有 边界 桂花 沙石 楼栋 楼宇 楼道 楼组'.split(' '),
);

const GIVEN = `(?![${NO_NAME}])[${HAN}]`;
const NAME = `(?:(?:${COMPOUND})${GIVEN}(?:${GIVEN})?|[${SURNAMES}](?:[ \\u3000]{1,2}${GIVEN}(?![${HAN}])|${GIVEN}(?:${GIVEN})?))`;
const HEAD =
  '书记(?![录载])|主任(?![务命])|[部县区市镇乡村局处科股所站院校园队组会社行厂]长|经理(?!部)|董事长|理事长|主席(?![团台])|常委(?!会)|委员(?!会)|干事|专干|指导员|联络员|队员';
/** Posts behind a name; with an organisation before the post the name could be that organisation's. */
const BEHIND = `(?:第一|常务副?|专职副?|副|原)?(?:${HEAD}|总经理|同志(?!们)|先生|女士|老师|医生|教授)`;
const LABEL =
  '姓名|联系人|联络人|联络员|填报人|填表人|填报|填表|制表人?|审核人?|复核人?|审签人?|签发人?|经办人|报送人|统计人|负责人|责任人|法定代表人|法人代表|分管领导|主要领导|责任领导|签字|签名';
/** Where a name may begin in running text: behind what ends a word. */
const BEGINS = `(?<![${HAN}])|(?<=[由经与和同向请对为是给被让及或到查有在之的其派选聘任命免谈责系彰扬奖访问助扶联区县市镇乡村街道社局委部院校厂司会组队处科室所站长记员人名即原现对])`;
/** And where it may end. */
const ENDS = `(?![${HAN}])|(?=同志|先生|女士|[等的任为负主带率在对到说作已因被兼和与及牵抓包驻])`;

const BEFORE_POST = new RegExp(`(?:${BEGINS})(${NAME})(?:${BEHIND})`, 'g');
/** 王五（党支部书记）; 王五，党支部书记 */
const BESIDE_POST = new RegExp(`(?<![${HAN}])(${NAME})(?:[（(][${HAN}]{0,10}(?:${HEAD})[）)]|[，, \\u3000]{1,2}[${HAN}]{0,8}(?:${HEAD})(?![${HAN}]))`, 'g'); // prettier-ignore
const BEHIND_POST = new RegExp(`(?:${HEAD})[（( \\u3000]{0,2}(${NAME})(?:${ENDS})`, 'g');
const LABELLED = new RegExp(`(?:${LABEL}|${HEAD})(?:[（(][^）)]{1,6}[）)])?[:：][ \\u3000]*(${NAME}(?:[、,，/ \\u3000]+${NAME})*)(?:${ENDS})`, 'g'); // prettier-ignore
const BARE = new RegExp(`^${NAME}$`);

/** Six figures of a place, eight of a day, three and one to check; or the old form without century and check. */
const IDENTITY = /(?<![0-9A-Za-z])(?:\d{6}[ -]?\d{8}[ -]?\d{3}[0-9Xx]|\d{15})(?![0-9A-Za-z])/g;
const MOBILE = /(?<![0-9A-Za-z.,_-])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![0-9A-Za-z_-]|[.,]\d)/g;
const TELEPHONE = /(?:电话|手机|联系方式|传真)(?:号码?)?[:：]?[ \u3000]*(\(?\+?\d[\d() -]{5,}\d)/g;
const CODE_BEFORE = /(?:代码|编码|编号|信用码|账号|文号)[为是:： ]*$/;

/** A text without any of these needs no closer look. */
const MAYBE =
  /\d[\d -]{6,}|书记|主任|长|经理|主席|常委|委员|干事|专干|指导员|队员|同志|先生|女士|老师|医生|教授|姓名|[人表核报字名员导][（(:：]|制表|审核/;

/** The text in half width, character by character, so that places in it are places in the text. */
const halved = (text: string): string =>
  /[\uff01-\uff5e]/.test(text)
    ? text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff0b\uff0d\uff0e]/g, (c) =>
        String.fromCharCode(c.charCodeAt(0) - 0xfee0),
      )
    : text;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const PLACES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;
const DAY = /^(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

/** Whether a number is an identity number: of a known place, a day that can be, and the check of GB 11643. */
export function isIdentityNumber(text: string): boolean {
  const id = text.replace(/[ -]/g, '').toUpperCase();
  if (!PLACES.test(id)) return false;
  if (id.length === 15) return DAY.test(id.slice(8, 12));
  if (id.length !== 18 || !/^(?:19|20)\d\d$/.test(id.slice(6, 10)) || !DAY.test(id.slice(10, 14))) return false;
  const sum = WEIGHTS.reduce((n, weight, i) => n + weight * Number(id[i]), 0);
  return '10X98765432'[sum % 11] === id[17];
}

const isWord = (name: string): boolean => WORDS.has(name.slice(0, 2));

/** Whether a cell is a name and nothing else. Of use only where a column is known to be of persons or posts. */
export const isBareName = (text: string): boolean => BARE.test(text.trim()) && !isWord(text.trim());

/** Texts looked at and found without persons: names of organisations recur in every quarter. */
const without = [new Set<string>(), new Set<string>()] as const;
const MOST_WITHOUT = 20_000;

/**
 * The text with persons replaced by `＊＊＊`; unchanged when there is none.
 * @param numbers false in a column of codes or of money, where a long number is no person's.
 */
export function maskPersons(text: string, numbers = true): string {
  if (text.length < 4) return text;
  const plain = halved(text);
  const known = without[numbers ? 1 : 0];
  if (known.has(text) || !MAYBE.test(plain)) return text;
  const spans: [number, number][] = [];
  const take = (pattern: RegExp, wanted: (found: string, before: string) => boolean): void => {
    for (const match of plain.matchAll(pattern)) {
      const found = match[1] ?? match[0];
      const from = match.index + match[0].indexOf(found);
      if (wanted(found, plain.slice(0, from))) spans.push([from, from + found.length]);
    }
  };
  if (numbers && /\d[\d() -]{6,}/.test(plain)) {
    take(IDENTITY, (id, before) => isIdentityNumber(id) && !CODE_BEFORE.test(before));
    take(MOBILE, (_, before) => !CODE_BEFORE.test(before));
    take(TELEPHONE, () => true);
  }
  const isName = (name: string) => !isWord(name);
  for (const pattern of [BEFORE_POST, BESIDE_POST, BEHIND_POST, LABELLED]) take(pattern, isName);
  if (spans.length === 0) {
    if (known.size >= MOST_WITHOUT) known.clear();
    known.add(text);
    return text;
  }
  let masked = '';
  let end = 0;
  for (const [from, to] of spans.sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (to <= end) continue;
    masked += (from > end ? text.slice(end, from) : '') + (from >= end ? MASK : '');
    end = to;
  }
  return masked + text.slice(end);
}
