/**
 * Tables of which the truth is known: made from a ledger's declaration, every cell with the text a careful clerk would
 * write and the value it means. Nothing here is read by, or taken from, the code that reads tables.
 */
import type { ColumnDef, LedgerDef } from '../../src/model/ledger';
import type { Chance } from './random';

export interface TruthCell {
  readonly text: string;
  /** null: none. Numbers as numbers, flags as booleans, dates as YYYY-MM-DD, list values by id, all else as text. */
  readonly value: string | number | boolean | null;
}

export interface TruthTable {
  readonly ledger: LedgerDef;
  /** What the title and the file name call the period, and its canonical form. */
  readonly period: { readonly words: string; readonly id: string };
  readonly columns: readonly ColumnDef[];
  readonly rows: readonly (readonly TruthCell[])[];
}

const STEMS = '云岫 墨砚 漱玉 鹤汀 棠梨 枕霞 聆松 拾月 半篙 听澜 抱朴 临溪 望舒 扶摇 沉璧 采薇 负暄 归雁 含章 怀瑾'.split(' ');
const ENDS = ['县', '区', '市'];
const COUNTIES = STEMS.flatMap((s, i) => [`${s}${ENDS[i % 3] as string}`, `东${s}${ENDS[(i + 1) % 3] as string}`]);
const PLACES = ['青石桥', '白露洲', '长风渡', '双槐', '柳荫', '石榴园', '云台', '南浦', '杏花坞', '竹溪'];
const WORDS = [
  '制度不健全',
  '活动开展少',
  '阵地未达标',
  '台账不全',
  '作用发挥不够',
  '配合整改',
  '按期推进',
  '加强指导',
  '集中攻坚',
  '分类施策',
];
const STARS = ['不定级', '一星', '二星', '三星', '四星', '五星'];

const PERIODS: Readonly<Record<LedgerDef['frequency'], TruthTable['period']>> = {
  Q: { words: '2026年第三季度', id: '2026Q3' },
  H: { words: '2026年上半年', id: '2026H1' },
  Y: { words: '2025年度', id: '2025' },
  any: { words: '2026年第三季度', id: '2026Q3' },
};

const two = (n: number): string => String(n).padStart(2, '0');

function cell(column: ColumnDef, row: number, key: boolean, chance: Chance): TruthCell {
  if (!column.required && !key && chance.is(0.1)) return { text: '', value: null };
  const [min, max] = column.range ?? [0, 1000];
  switch (column.type) {
    case 'unit': {
      const name = COUNTIES[row % COUNTIES.length] as string;
      return { text: name, value: name };
    }
    case 'text': {
      const text = key
        ? `${chance.pick(PLACES)}${row + 1}号党支部`
        : `${chance.pick(PLACES)}${chance.pick(WORDS)}${chance.whole(1, 99)}`;
      return { text, value: text };
    }
    case 'integer': {
      const n = chance.whole(Math.max(0, Math.ceil(min)), Math.min(Math.floor(max), Math.max(0, Math.ceil(min)) + 400));
      return { text: String(n), value: n };
    }
    case 'number': {
      const top = Math.min(max, Math.max(min, 0) + 900);
      const n = Math.round((Math.max(min, 0) + chance.next() * (top - Math.max(min, 0))) * 10) / 10;
      return { text: String(n), value: n };
    }
    case 'share': {
      const tenths = chance.whole(0, 1000);
      return { text: `${tenths / 10}%`, value: tenths / 1000 };
    }
    case 'date': {
      const [y, m, d] = [chance.whole(2024, 2026), chance.whole(1, 12), chance.whole(1, 28)];
      const text = `${y}-${two(m)}-${two(d)}`;
      return { text, value: text };
    }
    case 'flag': {
      const yes = chance.is(0.5);
      return { text: yes ? '是' : '否', value: yes };
    }
    case 'list': {
      const one = chance.pick(column.values ?? []);
      return { text: one.name.zh, value: one.id };
    }
    case 'star': {
      const n = chance.whole(0, 5);
      return { text: STARS[n] as string, value: n };
    }
    case 'period':
      throw new RangeError('the period is the table’s');
  }
}

/** Columns in the declared order, all required ones and most of the others; rows told apart by the ledger's key. */
export function truthTable(ledger: LedgerDef, rows: number, chance: Chance): TruthTable {
  const columns = ledger.columns.filter(
    (c) => c.type !== 'period' && (c.required || ledger.key.includes(c.id) || chance.is(0.8)),
  );
  const keys = columns.filter((c) => ledger.key.includes(c.id));
  // A key of lists and units has only so many values.
  const free = keys.some((c) => c.type === 'text' || c.type === 'date');
  const lists = keys.filter((c) => c.type === 'list');
  const units = keys.some((c) => c.type === 'unit') ? COUNTIES.length : 1;
  const most = free ? rows : lists.reduce((n, c) => n * (c.values?.length ?? 1), units);
  return {
    ledger,
    period: PERIODS[ledger.frequency],
    columns,
    rows: Array.from({ length: Math.min(rows, most) }, (_, i) =>
      columns.map((c) => {
        const key = ledger.key.includes(c.id);
        if (!key || c.type !== 'list') return cell(c, i, key, chance);
        let turn = Math.floor(i / units);
        for (const l of lists) {
          if (l === c) break;
          turn = Math.floor(turn / (l.values?.length ?? 1));
        }
        const one = (c.values ?? [])[turn % (c.values?.length ?? 1)];
        return { text: one?.name.zh ?? '', value: one?.id ?? null };
      }),
    ),
  };
}
