/** The app's own table of scores, read back in: its header, and the apostrophe that keeps spreadsheets from calculating. */
import type { LedgerDef } from '../model/ledger';
import type { Layout, Match } from './layout';
import { headersAt } from './headers';

const HEADER = ['期间', '单位', '考核分组', '指标编码', '指标', '原始值', '分子', '分母', '分值', '得分', '说明'];
/** By header: the column of the indicators ledger. */
const COLUMNS: Readonly<Record<string, string>> = {
  期间: 'period',
  单位: 'unit',
  指标: 'indicator',
  原始值: 'value',
  分子: 'numerator',
  分母: 'denominator',
};

/** The layout of an own export; null for any other table. */
export function ownExportLayout(records: readonly (readonly string[])[], ledgers: readonly LedgerDef[]): Layout | null {
  const header = records[0]?.map((c) => c.trim()) ?? [];
  const ledger = ledgers.find((l) => l.id === 'indicators');
  if (!ledger || header.length !== HEADER.length || header.some((c, i) => c !== HEADER[i])) return null;
  const matches = header.flatMap((name, index): Match[] => {
    const column = ledger.columns.find((c) => c.id === COLUMNS[name]);
    return column ? [{ index, column, grade: 'exact' }] : [];
  });
  return {
    ledger,
    first: 0,
    count: 1,
    headers: headersAt(records, 0, 1),
    matches,
    twice: [],
    hints: 0,
    missing: [],
    score: matches.length,
  };
}

/** Takes off the apostrophe that the export puts before characters that start a formula. */
export const unguarded = (text: string): string => (/^'[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text);
