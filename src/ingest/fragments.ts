/** What stands above a header: titles, and the fragments 填报单位：…, 单位：…, 填报时间：…. */
import { dateReader } from './cells/date';

export interface Above {
  /** Texts without the fragments: titles, `附件1`, remarks. */
  readonly titles: readonly string[];
  /** 填报单位, without its seal remark; '' when not given. */
  readonly sender: string;
  /** 填报时间 as a date; null when not given or not readable. */
  readonly filledOn: string | null;
  /** 单位：万元、个 */
  readonly units: readonly string[];
}

const SENDER = '填报单位|报送单位|上报单位|填表单位|单位名称';
const DATE = '填报时间|填报日期|报送时间|报送日期|上报时间|上报日期|填表时间|填表日期|制表时间|制表日期|日期';
const OTHER = '填报人|填表人|制表人|审核人|审签人|负责人|单位负责人|分管领导|联系人|联系电话|电话|表号|制表机关';
const FRAGMENT = new RegExp(
  `(${SENDER}|计量单位|单位|${DATE}|${OTHER})(?:\\((?:盖章|公章|章|签字|签章)\\))?:\\s*(.*?)(?=\\s*(?:${SENDER}|计量单位|${DATE}|${OTHER})(?:\\([^)]*\\))?:|\\s+单位:|$)`,
  'g',
);
const UNIT_WORD = /^(?:[百千万]?(?:人|个|家|户|人次)|名|项|次|场|期|分|件|卷|处|所|条|起|篇|亩|(?:千|万|百万|千万|亿)?元|%|‰)$/;

const FILLED_ON = new RegExp(`^(?:${DATE.replace('|日期', '')})$`);

/** Whether a column's header says when its rows were filled in. */
export const isFilledOn = (header: string): boolean => FILLED_ON.test(header.normalize('NFKC').replace(/[\s:]+/g, ''));

/** Reads the records above a header. A value may stand in the cell after its label. */
export function readAbove(records: readonly (readonly string[])[]): Above {
  const titles: string[] = [];
  const units: string[] = [];
  let sender = '';
  let filledOn: string | null = null;
  const take = (label: string, value: string): void => {
    const parts = value.split(/[、,;\s]+/).filter((p) => p !== '');
    if (new RegExp(`^(?:${DATE})$`).test(label)) filledOn ??= dateReader(value.trim()).value;
    else if (label.endsWith('单位') && parts.length > 0 && parts.every((p) => UNIT_WORD.test(p))) units.push(...parts);
    else if (new RegExp(`^(?:${SENDER}|单位)$`).test(label)) sender ||= value.replace(/\((?:盖章|公章|章)\)$/, '').trim();
  };
  for (const record of records) {
    const cells = record.map((c) => c.normalize('NFKC').trim());
    let label = '';
    for (const cell of cells) {
      if (cell === '') continue;
      if (label !== '' && !cell.includes(':')) {
        take(label, cell);
        label = '';
        continue;
      }
      label = '';
      const rest = cell.replace(FRAGMENT, (_, name: string, value: string) => {
        if (value === '') label = name;
        else take(name, value);
        return ' ';
      });
      if (rest.trim() !== '') titles.push(rest.trim());
    }
  }
  return { titles, sender, filledOn, units };
}
