/**
 * The words by which cells say yes, no, nothing and not applicable. Both reading paths (TypeScript in ingest, SQL
 * in query) are made from these lists, so they cannot drift apart. All in NFKC form, upper case, without white space.
 */

/** Blank or a mark of nothing. */
export const BLANK_WORDS: readonly string[] = ['', '-', '--', '---', '—', '——', '———', '–', '…', '......', '...'];

/** Blank or one of these: the value is missing. Missing is not zero. */
export const MISSING_WORDS: readonly string[] = [...BLANK_WORDS, '缺考', '未报', '待报', '空', 'N/A', '#N/A', 'NULL'];

export const SLASH_WORDS: readonly string[] = ['/', '\\'];

/** Not applicable (不适用): the figure cannot exist for this unit. */
export const NOT_APPLICABLE_WORDS: readonly string[] = [...SLASH_WORDS, '不涉及', '不适用', '不需要', '免'];

/** 无: zero in a column of counts, missing in any other. */
export const NONE_WORDS: readonly string[] = ['无', '没有', '零'];

export const YES_WORDS: readonly string[] = ['是', '有', '√', '✓', '✔', '●', 'Y', 'YES', 'TRUE', '1', '已', '对'];
export const NO_WORDS: readonly string[] = ['否', '无', '×', '✗', '✘', '○', 'N', 'NO', 'FALSE', '0', '未', '没有'];

/** First cells by which a row is a total, not a unit. */
export const TOTAL_WORDS: readonly string[] = [
  '小计',
  '合计',
  '总计',
  '全市',
  '全市合计',
  '全县',
  '全区',
  '累计',
  '平均',
  '全市平均',
  '平均值',
  '平均数',
  '均值',
  '合计数',
  '小计数',
  '总数',
  '总合计',
  '共计',
  '汇总',
  '全市汇总',
  '全市均值',
];

/** Words with which a note below a table begins, where it stands alone in its row. */
// prettier-ignore
export const NOTE_STARTS: readonly string[] = [
  '以上', '截至', '截止', '本表', '此表', '上述', '表中', '表内', '数据截', '数据为', '数据来', '统计口径', '填报要求', '填报口径', '逻辑关系', '校验关系',
];

/** Stars as they are written → 0–5; digits `0`–`5` are read as numbers. */
export const STAR_WORDS: Readonly<Record<string, number>> = {
  不定级: 0, 未定级: 0, 无星: 0, 未评星: 0, 未评定: 0,
  一星: 1, 一星级: 1, '1星': 1, '1星级': 1, '★': 1,
  二星: 2, 二星级: 2, 两星: 2, '2星': 2, '2星级': 2, '★★': 2,
  三星: 3, 三星级: 3, '3星': 3, '3星级': 3, '★★★': 3,
  四星: 4, 四星级: 4, '4星': 4, '4星级': 4, '★★★★': 4,
  五星: 5, 五星级: 5, '5星': 5, '5星级': 5, '★★★★★': 5,
}; // prettier-ignore
