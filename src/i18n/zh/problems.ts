/** Problems in Chinese: what, where (file, row, column, value), and what to do, in one sentence each. */
import { isPeriod } from '../../model/period';
import type { Place, ProblemParams } from '../../model/problem';
import { param, type ProblemWords } from '../catalogue';
import { formats } from '../format';

const file = (p: Place): string => (p.file ? `“${p.file}”` : '文件');

/** `“人才.csv”第 12 行“到岗数”列“abc”`, of it what is known. */
function at(p: Place): string {
  const row = p.row === undefined ? '' : `第 ${p.row} 行`;
  const column = p.header ? `“${p.header}”列` : p.column === undefined ? '' : `第 ${p.column} 列`;
  const value = p.value ? `“${p.value}”` : '';
  return `${p.file ? `“${p.file}”` : ''}${row}${column}${value}` || '文件';
}

/** What is masked is not said either. */
const withoutValue = ({ value: _, ...rest }: Place): Place => rest;

const periodName = (text: string): string => (isPeriod(text) ? formats('zh-CN').period(text) : text);

const STATES: Readonly<Record<string, string>> = { draft: '草稿', checking: '核对中', approved: '已核定', sealed: '封存' };
const stateName = (state: string): string => STATES[state] ?? state;

const TYPES: Readonly<Record<string, string>> = {
  number: '数字',
  integer: '整数',
  share: '百分数（如 95.3%）',
  date: '日期（如 2026-09-30）',
  flag: '是或否',
  star: '星级（0 至 5 星）',
  period: '期间（如 2026年第三季度）',
  list: '规定的选项',
};
const expected = (name: string): string => TYPES[name] ?? (name || '规定的内容');
const quoted = (text: string): string => (text ? `“${text}”` : '');
/** `：detail` in brackets where there is one: what the machine said, for whoever mends it. */
const detail = (text: string): string => (text ? `（${text}）` : '');

function range(min: string, max: string): string {
  if (min && min !== '-Infinity' && max && max !== 'Infinity') return `应在 ${min} 至 ${max} 之间`;
  return max && max !== 'Infinity' ? `应不大于 ${max}` : `应不小于 ${min || '0'}`;
}

/** What a file is that holds a table in a form that is not read. */
const WORKBOOKS: Readonly<Record<string, string>> = {
  xls: '旧版 Excel 97–2003 工作簿（.xls）',
  et: 'WPS 表格（.et）',
  xlsb: '二进制工作簿（.xlsb）',
  ods: 'OpenDocument 表格（.ods）',
  html: '网页表格（HTML）',
  xml: 'XML 表格',
  encrypted: '加了密码的工作簿',
};

export const problems: ProblemWords = {
  'file.empty': (_, p) => `${file(p)}是空文件，没有读取；请检查是否导出完整后重新放入。`,
  'file.binary': (_, p) => `${file(p)}不是表格文件，没有读取；请用 Excel 或 WPS 打开，另存为 .xlsx 或 CSV 后再放入。`,
  'file.workbook': (q, p) =>
    `${file(p)}是${WORKBOOKS[param(q, 'kind')] ?? '其他格式的表格'}，没有读取；请用 Excel 或 WPS 打开，“另存为”.xlsx 或 CSV 后再放入。`,
  'file.undecodable': (q, p) =>
    param(q, 'byte') !== '' || p.row === undefined
      ? `${file(p)}的文字编码无法识别${detail(param(q, 'byte') && `第 ${param(q, 'offset')} 字节 ${param(q, 'byte')}`)}，没有读取；请另存为“CSV UTF-8”后再放入。`
      : `${at(p)}有无法解码的文字${detail(param(q, 'offset') && `第 ${param(q, 'offset')} 字节`)}，这一行拒收；请改正这一行，或另存为“CSV UTF-8”后再放入。`,
  'file.classified': (q, p) =>
    `${file(p)}带有密级标志${quoted(param(q, 'mark'))}，疑似涉密文件，不得在非涉密设备处理；没有读取，也没有保存，请立即移出本机。`,
  'file.noHeader': (_, p) => `${file(p)}没有找到表头行，没有读取；请保留写有各列名称的一行。`,
  'file.noRows': (_, p) => `${file(p)}只有表头，没有数据行；如确无数据，请按零报告填写一行。`,
  'file.unknownTable': (_, p) => `${file(p)}的表头与任何台账都不相符，没有读取；请确认是否选对文件，或对照模板修改列名。`,
  'file.duplicate': (_, p) => `${file(p)}与已载入的文件内容完全相同，不再重复载入。`,
  'file.tooLarge': (q, p) => `${file(p)}超过可处理的大小${detail(param(q, 'limit'))}，没有读取；请拆分后分次放入。`,
  'file.columnMissing': (q, p) =>
    `${file(p)}缺少必需的列${quoted(param(q, 'columns'))}，没有读取；${param(q, 'ask') === 'map' ? '如果它在表中叫别的名字，请按列手工对应，否则请补上该列后重新放入' : '请在表头中补上该列（或改成台账中的列名）后重新放入'}。`,
  'file.columnTwice': (q, p) =>
    `${file(p)}有两列都像${quoted(param(q, 'column') || (p.header ?? ''))}；只采用前一列，请核对并改名。`,
  'file.columnUnknown': (_, p) => `${file(p)}的列${quoted(p.header ?? '')}不认识，没有使用；如需使用，请指明它对应哪一列。`,
  'file.periodUnknown': (_, p) => `${file(p)}没有写明期间；请选择这张表属于哪一期。`,
  'file.periodConflict': (q, p) => `${file(p)}中的期间互相矛盾${detail(param(q, 'periods'))}；请选择这张表属于哪一期。`,
  'file.periodsMixed': (q, p) => `${file(p)}含有多个期间的行${detail(param(q, 'periods'))}；请选择只取一期，还是各归各期。`,
  'file.personData': (_, p) => `${file(p)}的列${quoted(p.header ?? '')}像是个人信息，不读取也不保存；请从表中删去。`,
  'row.total': (_, p) => `${at(p)}是合计行，不作为单位计入，只用于核对。`,
  'row.repeatedHeader': (_, p) => `${at(p)}是重复的表头，不计入。`,
  'row.footer': (_, p) => `${at(p)}是表后的说明或落款，不计入。`,
  'row.columnNumbers': (_, p) => `${at(p)}是列序号行，不计入。`,
  'row.blank': (_, p) => `${at(p)}是空行，不计入。`,
  'row.nil': (_, p) => `${at(p)}是零报告：该单位已报送，本期没有内容。`,
  'row.otherPeriod': (q, p) =>
    `${at(p)}属于${periodName(param(q, 'period')) || '另一期'}，不是本表的期间，不计入；如应计入，请改正期间，或选择“各归各期”。`,
  'row.keyMissing': (q, p) =>
    `${at(p)}没有填写${quoted(param(q, 'column') || (p.header ?? '')) || '必需的内容'}，这一行拒收；请补填。`,
  'row.keyTwice': (q, p) => {
    const first = param(q, 'first');
    return `${at(p)}与${first ? `第 ${first} 行` : '前面一行'}是同一项，两行都已计入；请核对，重复的一行应剔除。`;
  },
  'row.quotes': (_, p) => `${at(p)}的引号不成对，各格按原样读取；请核对这一行，或在源表中改正引号。`,
  'row.ragged': (q, p) => {
    const [found, wanted] = [param(q, 'cells'), param(q, 'expected')];
    return `${at(p)}的格数${found && wanted ? `（${found}）与表头（${wanted}）` : '与表头'}不一致，这一行拒收；请检查是否漏格、多格，或有多余的逗号、引号，并改正这一行。`;
  },
  'row.short': (q, p) => {
    const [found, wanted] = [param(q, 'cells'), param(q, 'expected')];
    return `${at(p)}${found && wanted ? `只有 ${found} 格，表头有 ${wanted} 列` : '的格数少于表头'}；后面的列按未填处理，请核对中间有没有漏格。`;
  },
  'row.unitUnknown': (q, p) =>
    `${at(p)}不是考核单位，${param(q, 'rows') ? `${param(q, 'rows')} 行` : '这一行'}不计入；如需计入，请在操作记录中撤回，或补入单位名册。`,
  'cell.unreadable': (q, p) => `${at(p)}读不出${expected(param(q, 'expects'))}；请改正。`,
  'cell.notInRange': (q, p) => `${at(p)}超出范围，${range(param(q, 'min'), param(q, 'max'))}；请核对。`,
  'cell.notInList': (q, p) => `${at(p)}不是规定的选项，应为${param(q, 'values') || '表中规定的写法'}之一；请改正。`,
  'cell.dateImpossible': (_, p) => `${at(p)}不是存在的日期；请改为如 2026-09-30 的写法。`,
  'cell.missing': (_, p) => `${at(p)}没有填写；请补填，确实没有的写“不涉及”。`,
  'cell.approximate': (q, p) => {
    const taken = param(q, 'taken');
    return taken ? `${at(p)}不是确数，按 ${taken} 计；请核对。` : `${at(p)}只是一个界限，不是确数，按未填处理；请填确数。`;
  },
  'cell.person': (_, p) => `${at(withoutValue(p))}像是个人信息，已遮盖，不保存；请从表中删去。`,
  'check.partExceedsWhole': (q, p) =>
    `${at(p)}：${quoted(param(q, 'part'))}${numberIn(q, 'partValue')}大于${quoted(param(q, 'whole'))}${numberIn(q, 'wholeValue')}；数据照用，请核对。`,
  'check.partsUnequal': (q, p) =>
    `${at(p)}：${quoted(param(q, 'parts'))}之和${numberIn(q, 'sum')}不等于${quoted(param(q, 'whole'))}${numberIn(q, 'wholeValue')}；数据照用，请核对。`,
  'check.partsExceedWhole': (q, p) =>
    `${at(p)}：${quoted(param(q, 'parts'))}之和${numberIn(q, 'sum')}大于${quoted(param(q, 'whole'))}${numberIn(q, 'wholeValue')}；数据照用，请核对。`,
  'check.totalUnequal': (q, p) =>
    `${at(p)}：${quoted(param(q, 'column'))}合计行写的是${numberIn(q, 'stated')}，各行之和是${numberIn(q, 'sum')}${leftOut(q, (n) => `（有 ${n} 行未计入）`)}；以各行为准，请核对。`,
  'check.order': (q, p) =>
    `${at(p)}：${quoted(param(q, 'first'))}${numberIn(q, 'firstValue')}晚于${quoted(param(q, 'second'))}${numberIn(q, 'secondValue')}；数据照用，请核对。`,
  'check.yearToDateFell': (q, p) =>
    `${at(p)}：${param(q, 'unit')}${quoted(param(q, 'column'))}本年累计${numberIn(q, 'now')}，少于${periodName(param(q, 'since')) || '上一期'}的${numberIn(q, 'before')}；数据照用，请核对。`,
  'map.taken': (q, p) =>
    `${file(p)}已作为边界图启用：${param(q, 'areas')}个区域，对上${param(q, 'matched')}个县区（名册共${param(q, 'counties')}个）；请到“排名”页的“地图”查看。`,
  'map.tooLarge': (q, p) =>
    `${file(p)}过大：${{ areas: '区域', points: '坐标点', characters: '字符', bytes: '字节' }[param(q, 'what')] ?? ''}数不得超过${param(q, 'limit')}，实有${param(q, 'found')}；没有启用，请简化边界后再试。`,
  'map.notJson': (_, p) => `${file(p)}不是有效的 JSON；没有启用，请重新导出 GeoJSON 后再试。`,
  'map.topoJson': (_, p) => `${file(p)}是 TopoJSON；没有启用，请转换为 GeoJSON 后再试。`,
  'map.noAreas': (_, p) => `${file(p)}中没有可用的区域（面）；没有启用，请导出县区边界的 GeoJSON 后再试。`,
  'map.noneMatched': (q, p) =>
    `${file(p)}的${param(q, 'areas')}个区域（${param(q, 'examples') || '均无名称'}）与名册中的县区都对不上；没有启用，请核对文件或在名册中补充别名、代码。`,
  'scheme.notJson': (q) => `方案文件不是有效的 JSON${detail(param(q, 'detail'))}；原方案继续使用，请改正后再试。`,
  'scheme.invalid': (q) =>
    `方案“${param(q, 'pointer') || '/'}”处应为 ${param(q, 'expected') || '规定的内容'}，实为 ${param(q, 'received') || '其他内容'}；请改正后再试。`,
  'scheme.unknownKey': (q) => `方案“${param(q, 'pointer')}”处有不认识的键“${param(q, 'key')}”；请检查拼写，或删去它。`,
  'scheme.unknownMeasure': (q) =>
    `方案“${param(q, 'pointer')}”处引用的指标“${param(q, 'measure')}”不存在；请改为台账中已有的指标编码。`,
  'scheme.basis': (q) =>
    `方案“${param(q, 'pointer')}”处把指标“${param(q, 'measure')}”各期相加，而它${param(q, 'basis') === 'y' ? '本身就是1月1日起的累计数' : '是期末数'}；请改取最近一期或平均。`,
  'scheme.notScored': (q) => `方案“${param(q, 'pointer')}”处的指标“${param(q, 'measure')}”只供查看，不得计分；请从方案中删去。`,
  'scheme.duplicateId': (q) => `方案“${param(q, 'pointer')}”处的编码“${param(q, 'id')}”重复；请改为唯一的编码。`,
  'scheme.unknownId': (q) => `方案“${param(q, 'pointer')}”处的“${param(q, 'id')}”在方案中不存在；请改为已有的编码。`,
  'scheme.weightSum': (q) =>
    `方案“${param(q, 'pointer')}”处写明 ${param(q, 'stated')} 分，下级分值之和是 ${param(q, 'sum')} 分；按各项分值计分，请核对。`,
  'scheme.version': (q) =>
    `方案格式版本是 ${param(q, 'found')}，本程序只认识版本 ${param(q, 'expected')}；请换用相应版本的方案文件或程序。`,
  'scheme.cycle': (q) => `方案“${param(q, 'pointer')}”处的引用首尾相接，无法计算；请改为不互相引用。`,
  'sheet.taken': (q, p) => {
    const [n, replaced, known, agreed] = ['n', 'replaced', 'known', 'agreed'].map((k) => param(q, k));
    const more = [
      replaced && replaced !== '0' ? `更新 ${replaced} 条` : '',
      known && known !== '0' ? `已登记过 ${known} 条` : '',
      agreed && agreed !== '0' ? `确认无意见 ${agreed} 项` : '',
    ].filter(Boolean);
    return `${file(p)}是${param(q, 'unit')}核对单，新增意见 ${n || '0'} 条${more.map((m) => `，${m}`).join('')}。`;
  },
  'sheet.noOpinions': (_, p) => `${file(p)}没有“县区意见”列，意见没有读取；请把写意见的一列的列名改回“县区意见”后重新放入。`,
  'sheet.columnUnused': (q, p) =>
    `${at(p)}不是核对单的列，${param(q, 'cells') ? `其中 ${param(q, 'cells')} 格` : '其中的内容'}没有读取；如是意见，请移到“县区意见”列后重新放入。`,
  'sheet.codeBroken': (_, p) => `${at(p)}的识别码被改动，这一行没有读取；请从原表复制识别码后重新放入。`,
  'sheet.codeMissing': (_, p) =>
    `${at(p)}没有识别码，不知针对哪一项，没有登记；请移到相应指标的“县区意见”格后重新放入，或手工登记。`,
  'sheet.onlyEvidence': (_, p) => `${at(p)}只有佐证材料、没有意见，没有登记；如有异议，请填写意见后重新放入。`,
  'sheet.figureChanged': (q, p) =>
    `${at(p)}与发出时${param(q, 'was') ? `的“${param(q, 'was')}”` : ''}不同；核对单上改数不改变数据，请在意见中说明，或报送更正后的台账。`,
  'sheet.merged': (q, p) => `${at(p)}等 ${param(q, 'n') || '几'} 行说的是同一项，已并为一条意见；请核对。`,
  'sheet.unitUnknown': (q, p) =>
    `${at(p)}：单位${quoted(param(q, 'unit'))}不是本市本期的考核单位，没有登记；请确认核对单是否发错。`,
  'sheet.nodeUnknown': (q, p) =>
    `${at(p)}：现行方案中没有指标${quoted(param(q, 'node'))}，没有登记；如仍需处理，请手工登记到相应指标。`,
  'sheet.otherScheme': (_, p) => `${file(p)}是按另一版方案印发的，意见已登记到同一指标；请核对分值和计分办法是否已变。`,
  'sample.taken': (q, p) => {
    const blank = param(q, 'blank');
    return `${file(p)}是抽查名单，读取复核结果 ${param(q, 'n') || '0'} 个支部${blank && blank !== '0' ? `，尚有 ${blank} 个没有填写` : ''}。`;
  },
  'sample.noStars': (_, p) => `${file(p)}没有“市级复核星级”列，复核结果没有读取；请改回列名后重新放入。`,
  'sample.branchUnknown': (_, p) => `${at(p)}在现用的星级评定明细中找不到，复核结果没有登记；请核对支部名称是否已更改。`,
  'sample.none': (q) => `${periodName(param(q, 'period')) || '这一期'}没有已评定星级的党支部，无从抽取；请先载入星级评定明细。`,
  'period.moveRefused': (q) =>
    `${periodName(param(q, 'period')) || '这一期'}${quoted(stateName(param(q, 'from')))}不能直接改为${quoted(stateName(param(q, 'to'))) || '该状态'}；请按草稿、核对中、已核定、封存逐步进行。`,
  'period.reasonMissing': (q) => `${periodName(param(q, 'period')) || '这一期'}退回上一步需要说明原因；请填写后再试。`,
  'period.isSealed': (q, p) =>
    `${p.file ? `“${p.file}”：` : ''}${periodName(param(q, 'period')) || '这一期'}已封存，不再变动；确需变动的，请先说明原因解除封存。`,
  'period.notSealed': (q) => `${periodName(param(q, 'period')) || '这一期'}没有封存，不需要解除。`,
  'objection.textMissing': () => '没有写明意见；请填写后再登记。',
  'objection.noSuchFigure': (q) =>
    `${periodName(param(q, 'period')) || '这一期'}没有该单位的这项指标，没有登记；请重新选择单位和指标。`,
  'objection.gone': () => '这条意见已撤回或已被替换，没有处理；请刷新后再看。',
  'objection.reasonMissing': () => '没有写明处理理由；请填写后再提交。',
  'seal.noFigures': (q) => `${periodName(param(q, 'period')) || '这一期'}没有得分结果，不能封存；请先载入数据。`,
  'seal.openObjections': (q) =>
    `${periodName(param(q, 'period')) || '这一期'}还有 ${param(q, 'n') || '若干'} 条县区意见没有处理；建议处理完再封存。`,
  'seal.figuresMissing': (q) =>
    `${periodName(param(q, 'period')) || '这一期'}有 ${param(q, 'n') || '若干'} 项数据应报未报${param(q, 'units') ? `，涉及${param(q, 'units')}${Number(param(q, 'of')) > 5 ? `等 ${param(q, 'of')} 个单位` : ''}` : ''}；建议催报后再封存。`,
  'seal.broken': (q) =>
    `${periodName(param(q, 'period')) || '这一期'}的封存内容与校验码不符，可能被改动过；请以盖章的纸质结果为准，并查明原因。`,
  'engine.failed': (q, p) =>
    `计算引擎出错${p.file ? `，${file(p)}没有载入` : ''}${detail(param(q, 'message'))}；已载入的数据没有变化，请重新载入页面后再试。`,
  'engine.outOfMemory': (_, p) => `内存不足${p.file ? `，${file(p)}没有载入` : ''}；请关闭其他网页，或把表拆小后再试。`,
  'engine.query': (q, p) =>
    `查询没有成功${p.file ? `，${file(p)}没有载入` : ''}${detail(param(q, 'message'))}；已载入的数据没有变化，请重试。`,
  'storage.failed': (q) =>
    `无法保存到这台电脑${detail(param(q, 'message'))}，刚才的操作没有生效；请检查磁盘空间或浏览器的存储设置。`,
  'storage.sourceMissing': (_, p) => `找不到${file(p)}的原始内容，无法显示原文；请重新放入这个文件。`,
  'file.sheetUnused': (q, p) =>
    `${file(p)}的工作表${quoted(param(q, 'sheet'))}${param(q, 'why') === 'hidden' ? '是隐藏表' : '不像任何台账'}，没有读取；如需载入，请单独另存后再放入。`,
  'file.partUnused': (_, p) => `${at(p)}起的一段不像任何台账，没有读取；如需载入，请单独另存后再放入。`,
  'file.workbookDamaged': (q, p) =>
    `${file(p)}是工作簿，但已损坏或加了密${detail(param(q, 'message'))}，没有读取；请用 Excel 或 WPS 打开，另存为 .xlsx 或 CSV 后再放入。`,
  'file.remembered': (q, p) =>
    `${file(p)}按${quoted(param(q, 'sender'))}以前确认过的列对应读取；如有不对，可在“列对应记忆”中删除后重新放入。`,
  'row.ofWhich': (_, p) => `${at(p)}是“其中”行，已含在它上面的数中，不重复计入。`,
  'cell.cutShort': (q, p) =>
    `${at(p)}可能被换行截断，余下的文字落在${param(q, 'row') ? `第 ${param(q, 'row')} 行` : '下一行'}（该行已拒收）；请核对后补全。`,
  'row.excludedByHand': (q, p) => `${at(p)}由人工剔除${detail(param(q, 'reason'))}，可撤回。`,
  'check.ledgersDisagree': (q, p) =>
    `${at(p)}${param(q, 'unit')}的${quoted(param(q, 'figure'))}为 ${param(q, 'here')}，${quoted(param(q, 'other'))}中为 ${param(q, 'there')}，两处不一致；请核对后更正其中一份。`,
};

/** ` 12` where the parameter is given. */
function numberIn(q: ProblemParams, name: string): string {
  const text = param(q, name);
  return text ? ` ${text} ` : '';
}

/** Words for the rows a sum lacks; '' where it lacks none. */
function leftOut(q: ProblemParams, words: (n: string) => string): string {
  const n = param(q, 'left');
  return n === '' || n === '0' ? '' : words(n);
}
