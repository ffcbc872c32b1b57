/** The tables that the console offers: every ledger's rows in force, and units, measures and scores; each under a Chinese and an English name. */
import { LEDGERS } from '../ledgers';
import { unitColumn, type ColumnDef, type LedgerDef, type LedgerId } from '../model/ledger';
import type { Text } from '../model/text';

export type ColumnKind = 'text' | 'number' | 'date' | 'flag';

export interface ConsoleColumn {
  /** Its names in SQL. */
  readonly name: Text;
  readonly meaning: Text;
  readonly kind: ColumnKind;
  /** 计量单位 */
  readonly unit?: string;
  /** The words it may hold. */
  readonly values?: readonly Text[];
  /** The engine's column it is read from, by language; of a ledger's it may be none of the ledger's own. */
  readonly from: Text;
}

export interface ConsoleTable {
  readonly name: Text;
  readonly meaning: Text;
  readonly columns: readonly ConsoleColumn[];
  /** Whose rows in force these are; null: made by the console. */
  readonly ledger: LedgerId | null;
}

const both = (text: string): Text => ({ zh: text, en: text });

const KINDS: Readonly<Record<ColumnDef['type'], ColumnKind>> = {
  unit: 'text',
  text: 'text',
  number: 'number',
  integer: 'number',
  share: 'number',
  date: 'date',
  flag: 'flag',
  list: 'text',
  star: 'number',
  period: 'text',
};

/** A header as a name that needs no quotes: without punctuation, and without its unit in brackets. */
const bare = (header: string, unit = ''): string =>
  header
    .normalize('NFKC')
    .replace(`(${unit})`, '')
    .replace(/[^\p{L}\p{N}_]/gu, '');

/** A name not yet taken; the engine does not tell capitals from small letters. */
function untaken(name: string, taken: Set<string>): string {
  for (let n = 1; ; n++) {
    const tried = n === 1 ? name : `${name}_${n}`;
    if (taken.has(tried.toLowerCase())) continue;
    taken.add(tried.toLowerCase());
    return tried;
  }
}

const PERIOD: ConsoleColumn = {
  name: { zh: '期间', en: 'period' },
  meaning: { zh: '如 2026Q3、2026H1、2026', en: 'as 2026Q3, 2026H1, 2026' },
  kind: 'text',
  from: both('_period'),
};
const UNIT: ConsoleColumn = {
  name: { zh: '单位', en: 'unit' },
  meaning: { zh: '名册中的单位名称', en: 'Name of the unit in the roster' },
  kind: 'text',
  from: both('_unit'),
};

/** Period and unit first, then the ledger's columns; sensitive ones are left out, since a sum or a condition would tell what ＜3 hides. */
function ledgerTable(ledger: LedgerDef): ConsoleTable {
  const zh = new Set([PERIOD.name.zh, UNIT.name.zh]);
  const en = new Set([PERIOD.name.en, UNIT.name.en]);
  const own = ledger.columns.filter((c) => c.type !== 'period' && c !== unitColumn(ledger) && !c.sensitive);
  return {
    name: { zh: bare(ledger.name.zh), en: ledger.id.replaceAll('-', '_') },
    meaning: ledger.name,
    ledger: ledger.id,
    columns: [
      PERIOD,
      UNIT,
      ...own.map((c): ConsoleColumn => ({
        name: { zh: untaken(bare(c.name.zh, c.unit), zh), en: untaken(c.id, en) },
        meaning: c.name,
        kind: KINDS[c.type],
        from: both(c.id),
        ...(c.unit === undefined ? {} : { unit: c.unit }),
        ...(c.type === 'list' && c.values ? { values: c.values.map((v) => v.name) } : {}),
      })),
    ],
  };
}

const column = (zh: string, en: string, kind: ColumnKind, from: string | Text, meaning: Text): ConsoleColumn => ({
  name: { zh, en },
  meaning,
  kind,
  from: typeof from === 'string' ? both(from) : from,
});
const period = { ...PERIOD, from: both('period') };
const unit = { ...UNIT, from: both('unit') };
const inBoth = (name: string): Text => ({ zh: `${name}_zh`, en: `${name}_en` });
const group = column('考核分组', 'peer_group', 'text', 'peer_group', { zh: '考核分组', en: 'Peer group' });

/** A table that the console fills: its table in the engine, and columns of it that are not shown. */
export interface MadeTable extends ConsoleTable {
  readonly base: 'console_totals' | 'console_scores' | 'console_measures' | 'console_units';
  readonly hidden?: readonly string[];
}

/** The tables that the console makes itself, from `console_…` tables of these columns. */
export const MADE: readonly MadeTable[] = [
  {
    base: 'console_totals',
    name: { zh: '总分名次', en: 'totals' },
    meaning: { zh: '各期各单位总分、名次和等次', en: 'Total, rank and grade of every unit and period' },
    ledger: null,
    columns: [
      period,
      unit,
      group,
      column('总分', 'total', 'number', 'total', { zh: '按方案小数位修约', en: 'Rounded as the scheme says' }),
      column('名次', 'rank', 'number', 'rank', { zh: '全市名次，未排名为空', en: 'In the whole city; empty where not ranked' }),
      column('组内名次', 'group_rank', 'number', 'group_rank', { zh: '考核分组内名次', en: 'In the peer group' }),
      column('等次', 'grade', 'text', inBoth('grade'), { zh: '等次', en: 'Grade' }),
    ],
  },
  {
    base: 'console_scores',
    name: { zh: '指标得分', en: 'scores' },
    meaning: { zh: '各期各单位每项指标的得分', en: 'Points of every indicator, unit and period' },
    ledger: null,
    columns: [
      period,
      unit,
      column('指标编码', 'indicator', 'text', 'indicator', { zh: '方案中的编码', en: 'Its id in the scheme' }),
      column('指标', 'title', 'text', inBoth('title'), { zh: '方案中的名称', en: 'Its title in the scheme' }),
      column('指标值', 'value', 'number', 'value', {
        zh: '原始值，率为 0 到 1',
        en: 'The measure’s own value; a share is 0 to 1',
      }),
      column('得分', 'points', 'number', 'points', { zh: '未计分为空', en: 'Empty where there are none' }),
      column('分值', 'full_marks', 'number', 'full_marks', { zh: '方案规定的满分', en: 'Full marks in the scheme' }),
      column('折算分值', 'effective_marks', 'number', 'effective', {
        zh: '有指标不考核时，折算后的满分',
        en: 'Full marks in force, where other indicators are not scored',
      }),
      column('名次', 'rank', 'number', 'rank', {
        zh: '本项指标得分的名次，同分同名次',
        en: 'By points of this indicator; equal points, equal rank',
      }),
    ],
  },
  {
    base: 'console_measures',
    name: { zh: '指标值', en: 'measures' },
    meaning: { zh: '由台账算出的全部指标值', en: 'All measures worked out from the ledgers' },
    ledger: null,
    columns: [
      period,
      unit,
      column('台账', 'ledger', 'text', inBoth('ledger'), { zh: '来自哪张台账', en: 'The ledger it comes from' }),
      column('指标', 'measure', 'text', inBoth('name'), { zh: '指标名称', en: 'Name of the measure' }),
      column('值', 'value', 'number', 'value', { zh: '率为 0 到 1，缺报为空', en: 'A share is 0 to 1; empty where missing' }),
      column('分子', 'numerator', 'number', 'numerator', { zh: '分子', en: 'Numerator' }),
      column('分母', 'denominator', 'number', 'denominator', { zh: '分母', en: 'Denominator' }),
    ],
  },
  {
    base: 'console_units',
    // Rows in force know their unit by it.
    hidden: ['id'],
    name: { zh: '单位名册', en: 'units' },
    meaning: { zh: '名册中的单位', en: 'The units of the roster' },
    ledger: null,
    columns: [
      column('顺序', 'sort_order', 'number', 'place', { zh: '名册顺序', en: 'Order of the roster' }),
      column('单位', 'unit', 'text', 'unit', { zh: '最新名称', en: 'Newest name' }),
      column('单位代码', 'code', 'text', 'code', { zh: '名册没有代码的为空', en: 'Empty where the roster gives none' }),
      column('层级', 'level', 'text', inBoth('level'), { zh: '市、县、乡镇、支部', en: 'City, county, township, branch' }),
      column('上级单位', 'parent', 'text', 'parent', { zh: '上级单位名称', en: 'Name of the unit above it' }),
      group,
    ],
  },
];

/** All of them; those the console makes first. The roster's rows belong to no period, and are offered as units. */
export const CONSOLE_TABLES: readonly ConsoleTable[] = [...MADE, ...LEDGERS.filter((l) => l.id !== 'roster').map(ledgerTable)];
