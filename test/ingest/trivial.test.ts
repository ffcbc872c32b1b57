/** The rule by which the engine may read rows itself, held against the row function: rows of trivial cells fare equally. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTrivial, leadingColumn, parseCanonical, readRows } from '../../src/ingest';
import { plainDecimal } from '../../src/ingest/cells/number';
import { LEDGERS } from '../../src/ledgers';
import { STAR_WORDS } from '../../src/model/cell-words';
import type { ColumnDef, LedgerDef } from '../../src/model/ledger';
import type { ColumnMapping, Reading } from '../../src/model/table';
import { SURVEY } from './support';

const CELLS = [
  '',
  '12',
  '-3',
  '0.5',
  '1',
  '99.5',
  '007',
  '2026-01-31',
  '2026-02-30',
  '是',
  '否',
  '三星',
  '★★',
  '3',
  '企业',
  'firm',
  '农村',
  '已转化',
];
const TEXTS = [
  '甲县',
  '某某党支部',
  '无',
  '合计',
  '/',
  '１２',
  '说明：',
  '说明:x',
  '注山村',
  '零报告',
  'N/A',
  "'a",
  ' 甲',
  '甲 ',
  '甲',
  '全 市',
  '2026Q3',
  '2026Q2',
  '2026',
  '附件',
  '甲县小计',
  '甲县合计：',
  '合计（3个）',
  '全市(3)',
  '其中：经开区',
  '其中经开区',
  '以上数据截至季末',
  '第1页共3页',
  '一、人数为季末数',
  '上虞区',
  '2.人数为季末数',
  '县审计',
  'a,"b\nc',
];
const strange = fc.string({ maxLength: 4 });

/** What SQL makes of a trivial cell. */
function cast(column: ColumnDef, text: string, { scale = 1, shareAs }: ColumnMapping, reading: Reading): string | null {
  if (text === '') return column.type === 'period' ? reading.period : null;
  const n = Number(text);
  switch (column.type) {
    case 'number':
    case 'integer':
      return plainDecimal((scale < 1 ? n / Math.round(1 / scale) : n * scale) || 0);
    case 'share':
      return plainDecimal((shareAs === 'percent' ? n / 100 : n) || 0);
    case 'flag':
      return text === '是' ? 'true' : 'false';
    case 'list':
      return column.values?.find((v) => v.name.zh === text || v.id === text)?.id ?? null;
    case 'star':
      return String(STAR_WORDS[text] ?? text);
    default:
      return text;
  }
}

function readingOf(ledger: LedgerDef): Reading {
  return {
    ledger: ledger.id,
    dialect: { encoding: 'utf-8', bom: 0, delimiter: ',', quote: '"' },
    header: { first: 0, count: 1 },
    columns: ledger.columns.map((c, index) => ({
      index,
      header: c.name.zh,
      column: c.id,
      ...(c.type === 'share' ? { shareAs: 'percent' as const } : {}),
      ...(c.unit === '万元' ? { scale: 0.0001 } : {}),
    })),
    period: '2026Q3' as Reading['period'],
    rowPeriods: 'only',
    sender: '',
    ownExport: false,
  };
}

describe('a row whose every cell is trivial', () => {
  it.each([...LEDGERS, SURVEY].map((l) => [l.id, l] as const))(
    'of %s is accepted without a word, with the values that a cast gives',
    (_, ledger) => {
      const reading = readingOf(ledger);
      const trivial = ledger.columns.map((c, i) => {
        const taken = (t: string) =>
          isTrivial(c, t, reading.columns[i] as ColumnMapping, reading, c === leadingColumn(ledger.columns));
        const listed = (c.values ?? []).flatMap((v) => [v.id, v.name.zh]);
        const known = [...CELLS, ...TEXTS, ...listed].filter(taken);
        return fc.oneof(
          fc.constantFrom(...known),
          strange.map((t) => (taken(t) ? t : (known[0] as string))),
        );
      });
      fc.assert(
        fc.property(fc.tuple(...trivial), (cells) => {
          const { batch, report } = readRows([{ row: 2, cells }], reading, ledger, '');
          expect({ ...report, cells }).toMatchObject({
            rows: 1,
            accepted: 1,
            excluded: [],
            rejected: [],
            warnings: [],
            nil: [],
          });
          const values = ledger.columns.map((c, i) => cast(c, cells[i] as string, reading.columns[i] as ColumnMapping, reading));
          const period = ledger.columns.some((c) => c.type === 'period') ? values[0] : reading.period;
          expect(parseCanonical(batch)).toEqual([['2', period, null, ...values]]);
        }),
        { numRuns: 400 },
      );
    },
  );
});
