/** The words of the console 查询 in Chinese; their keys are the type the English ones must have. */
/** Why a query was not run; the same codes as the pipeline's. */
export type FaultSort =
  'empty' | 'fullWidth' | 'unclosed' | 'several' | 'notAQuestion' | 'inner' | 'function' | 'escape' | 'engine';

/** A ready-made query; every one gives rows on the sample. */
export interface ReadyQuery {
  readonly name: string;
  readonly text: string;
}

const ready: readonly ReadyQuery[] = [
  {
    name: '最近一期总分名次',
    text: `SELECT 名次, 单位, 考核分组, 总分, 等次
FROM 总分名次
WHERE 期间 = (SELECT max(期间) FROM 总分名次 WHERE 期间 LIKE '%Q%')
ORDER BY 名次`,
  },
  {
    name: '各单位总分走势',
    text: `SELECT 期间, 单位, 总分
FROM 总分名次
WHERE 期间 LIKE '%Q%'
ORDER BY 期间, 单位`,
  },
  {
    name: '全市失分最多的指标',
    text: `-- 最近一季度各单位平均失分，从多到少
SELECT 指标, round(avg(折算分值 - 得分), 2) AS 平均失分
FROM 指标得分
WHERE 期间 = (SELECT max(期间) FROM 指标得分 WHERE 期间 LIKE '%Q%')
GROUP BY 指标
ORDER BY 平均失分 DESC
LIMIT 15`,
  },
  {
    name: '比上季度得分下降的指标',
    text: `WITH 各季 AS (
  SELECT *, lag(得分) OVER (PARTITION BY 单位, 指标编码 ORDER BY 期间) AS 上季得分
  FROM 指标得分
  WHERE 期间 LIKE '%Q%'
)
SELECT 单位, 指标, 上季得分, 得分, round(得分 - 上季得分, 2) AS 增减
FROM 各季
WHERE 期间 = (SELECT max(期间) FROM 各季) AND 得分 < 上季得分
ORDER BY 增减
LIMIT 50`,
  },
  {
    name: '尚未销号的软弱涣散党组织',
    text: `SELECT 单位, count(*) AS 未销号数
FROM 软弱涣散基层党组织整顿台账
WHERE 期间 = (SELECT max(期间) FROM 软弱涣散基层党组织整顿台账)
  AND 是否销号 = false
GROUP BY 单位
ORDER BY 未销号数 DESC`,
  },
];

export const consoleZh = {
  intro: '用 SQL 查询在用的台账、指标值和得分。只能查询，不能改动任何数据；不读取文件，不访问网络。涉敏感人数的栏目不列入。',
  ready: '现成查询',
  readyQueries: ready,
  saved: '已存查询',
  noneSaved: '还没有存过查询。',
  notKept: '浏览器不允许保存：所存查询关闭页面后即失。',
  saveAs: '查询名称',
  save: '保存',
  savedAs: (name: string) => `已存为“${name}”。`,
  replaced: (name: string) => `已替换原来的“${name}”。`,
  removed: (name: string) => `已删除查询“${name}”。`,
  takeBack: '撤销',
  remove: (name: string) => `删除查询“${name}”`,
  editor: 'SQL 查询语句',
  placeholder: 'SELECT 单位, 总分, 名次 FROM 总分名次 ORDER BY 名次',
  run: '执行',
  cancel: '停止',
  keys: 'Ctrl+Enter 执行 · Tab 或 Ctrl+空格 补全 · Esc 停止',
  completions: '可补全的内容',
  kinds: { column: '列', table: '表', keyword: '关键字' },
  waiting: '数据正在载入，载入后即查询 …',
  running: '正在查询 …',
  cancelled: '查询已停止。',
  failed: (message: string) => `查询没有完成：${message}。可再执行一次。`,
  rows: (total: string, ms: string) => `共 ${total} 行，用时 ${ms} 毫秒`,
  firstRows: (shown: string, total: string, ms: string) => `共 ${total} 行，只取前 ${shown} 行，用时 ${ms} 毫秒`,
  noRows: '没有符合条件的行。',
  result: '查询结果',
  as: '显示方式',
  table: '表格',
  chart: '图',
  csv: '导出 CSV',
  csvName: '查询结果',
  csvPart: (rows: string) => `只导出前 ${rows} 行`,
  yes: '是',
  no: '否',
  chartTitle: (figure: string, of: string) => `${figure}（按${of}）`,
  chartPart: (shown: number, all: number) => `图中为前 ${shown} 项，共 ${all} 项。`,
  listKeys: '方向键、Page Up、Page Down、Home、End 可移动当前行。',
  tables: '表和列',
  filter: '筛选表名、列名',
  noneFound: '没有名称相符的表或列。',
  insert: '点击名称即插入光标处',
  noRowsYet: '暂无数据',
  measuredIn: (unit: string) => `计量单位：${unit}`,
  valuesAre: (values: string) => `取值：${values}`,
  columnKinds: { text: '文本', number: '数值', date: '日期', flag: '是否' },
  goThere: '定位到出错处',
  engineSays: '数据库提示：',
  faults: {
    empty: () => '还没有写查询语句。',
    fullWidth: (mark: string) => `语句中有全角符号“${mark}”，请改用半角符号。全角符号只能出现在引号之内。`,
    unclosed: (start: string) => `从“${start}”起的引号或注释没有结束，请补上结束符号。`,
    several: () => '一次只能执行一条语句，请删去分号之后的内容。',
    notAQuestion: (word: string) =>
      `${word === '' ? '这条语句' : `“${word}”开头的语句`}不能执行：这里只能查询，语句须以 SELECT、WITH、FROM、DESCRIBE、SUMMARIZE 等开头。`,
    inner: (word: string) => `“${word}”是内部表，不能直接查询，请用右侧列出的表。`,
    function: (word: string) => `不能使用“${word}”：这里只能查询右侧列出的表，不能读取文件、设置或其他来源。`,
    escape: () => "不支持带反斜杠转义的字符串（E'…'），请用普通引号。",
    engine: () => '这条语句有误，没有执行。',
  } satisfies Readonly<Record<FaultSort, (word: string) => string>>,
};

export type ConsoleWords = typeof consoleZh;
