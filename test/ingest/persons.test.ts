/** Persons in tables: found and masked wherever they stand, and nothing else taken for one. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isPersonHeader, maskPersons, personsFound } from '../../src/ingest';
import { tokenise } from '../../src/ingest/tokenise';
import { LEDGERS } from '../../src/ledgers';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** An identity number of nobody: a place and day that can be, with the right check. */
const identity = (first17: string): string =>
  first17 + '10X98765432'[[...first17].reduce((n, d, i) => n + Number(d) * (WEIGHTS[i] as number), 0) % 11];
const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** A credit code with the right check (GB 32100). */
const credit = (first17: string): string =>
  first17 + SIGNS[(31 - ([...first17].reduce((n, c, i) => n + SIGNS.indexOf(c) * (3 ** i % 31), 0) % 31)) % 31];

const ID = identity('36010119800229123');

describe('identity numbers', () => {
  it('are masked by place, day and check, in half and full width, old ones of 15 figures too', () => {
    expect(maskPersons(ID)).toBe('＊＊＊');
    expect(maskPersons(`证件${ID}，已核`)).toBe('证件＊＊＊，已核');
    expect(maskPersons([...ID].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join(''))).toBe('＊＊＊');
    expect(maskPersons(identity('11010119900307002').toLowerCase())).toBe('＊＊＊');
    expect(maskPersons('360101800229123')).toBe('＊＊＊');
  });

  it('with a wrong check, an impossible day or more figures around are none', () => {
    const wrong = ID.slice(0, 17) + (ID.endsWith('1') ? '2' : '1');
    for (const t of [wrong, identity('36010119801329123'), identity('99010119800229123'), `9${ID}`, `${ID}0`, `A${ID}`])
      expect(maskPersons(t), t).toBe(t);
  });

  it('credit codes and branch codes are none', () => {
    const codes = ['91360100MA35A1B2C', '12360100158300123', '52360100MJ0123456', '11360100014567890', '51360100500123456'];
    for (const c of codes.map(credit)) expect(maskPersons(c), c).toBe(c);
    for (const c of ['001002003004005006', '360101001001', '36010120210701', '0130001']) expect(maskPersons(c), c).toBe(c);
    expect(maskPersons(`统一社会信用代码：${ID}`)).toBe(`统一社会信用代码：${ID}`);
  });

  it('in a column of codes none is looked for, unless most of them are identity numbers', () => {
    const built = [ID, '360101198002291230', '360101198002291231', '360101198002291232', '360101198002291233'];
    const table = (codes: readonly string[]) => [['单位', '支部代码'], ...codes.map((c) => ['甲县', c])];
    expect(personsFound(table(built), { first: 0, count: 1 }, ['单位', '支部代码'])).toBeNull();
    const people = Array.from({ length: 4 }, (_, i) => identity(`3601011980022912${i}`));
    expect(personsFound(table(people), { first: 0, count: 1 }, ['单位', '支部代码'])?.columns).toEqual([
      { index: 1, header: '支部代码' },
    ]);
  });
});

describe('telephones', () => {
  it.each([
    ['13800000000', '＊＊＊'],
    ['138 0000 0000', '＊＊＊'],
    ['+86-138-0000-0000', '＊＊＊'],
    ['手机：19912345678（微信同号）', '手机：＊＊＊（微信同号）'],
    ['联系电话：0799-1234567', '联系电话：＊＊＊'],
  ])('%s is masked', (text, masked) => expect(maskPersons(text)).toBe(masked));

  it.each([
    '12800000000',
    '138000000001',
    '1380000000',
    '13800000000.5',
    '2026-10-08',
    '13,800,000,000',
    '编号13800000000',
    'AB13800000000',
  ])('%s is none', (text) => expect(maskPersons(text)).toBe(text));

  it('a sum of money as long as a mobile number is none', () => {
    const records = [
      ['单位', '到位资金(元)'],
      ['甲县', '13800000000'],
      ['乙县', '15100000000'],
    ];
    expect(personsFound(records, { first: 0, count: 1 }, records[0] as string[])).toBeNull();
  });
});

describe('names with a post', () => {
  it.each([
    ['张三书记', '＊＊＊书记'],
    ['由李四同志负责', '由＊＊＊同志负责'],
    ['党支部书记王五', '党支部书记＊＊＊'],
    ['书记：赵六', '书记：＊＊＊'],
    ['书记:赵小六，副书记:钱七', '书记:＊＊＊，副书记:＊＊＊'],
    ['第一书记王小明驻村帮扶', '第一书记＊＊＊驻村帮扶'],
    ['约谈欧阳明镇长', '约谈＊＊＊镇长'],
    ['王建国（党支部书记）空缺', '＊＊＊（党支部书记）空缺'],
    ['孙丽华，副主任', '＊＊＊，副主任'],
    ['填报人：张　三', '填报人：＊＊＊'],
    ['联系人：张三、李四', '联系人：＊＊＊'],
    ['负责人（签字）：王建国', '负责人（签字）：＊＊＊'],
    ['经调整，高新区张三书记包联', '经调整，高新区＊＊＊书记包联'],
    ['审核人：周红 填报时间：2026.10.8', '审核人：＊＊＊ 填报时间：2026.10.8'],
    ['县委副书记李建华带队督导', '县委副书记＊＊＊带队督导'],
    ['表彰任小明同志', '表彰＊＊＊同志'],
  ])('%s', (text, masked) => expect(maskPersons(text)).toBe(masked));

  it.each([
    '高新区书记', '支部书记', '镇党委书记', '第一书记派出单位', '方针', '于是书记负责', '党支部书记任期届满', '安排书记讲党课', '书记项目进展',
    '任党支部书记', '任命为书记', '现任村书记', '时任支部书记', '马家庄村党支部书记', '县委副书记', '县委常委、组织部部长', '区政府副区长', '政法委书记',
    '石门镇书记', '金山街道党工委书记', '江北新区管委会主任', '高新党工委书记', '白云区委书记', '村党支部书记、村委会主任', '书记高度重视，全面落实',
    '应建书记联系点', '全体党员同志', '关心老同志', '走访慰问老同志', '村民委员会主任', '办公室主任科员', '会议由书记主持', '书记、副书记空缺', '填报人：某职务',
    '填报人：组织科科长', '联系人：县委组织部', '负责人：县委常委', '书记长期空缺', '书记空缺，班子不团结', '主任兼任书记', '连续两年书记未述职', '李家湾社区居委会主任',
    '严格书记选任', '书记管理不严', '方便同志们办事', '配齐书记、主任', '村长不在岗', '常委会委员', '单位负责人：', '书记和主任一肩挑', '督促书记认真履职', '书记因病离职',
    '队员轮换不及时', '干事创业劲头不足', '选优配强书记队伍', '班长作用不明显', '向书记汇报', '副书记主持工作', '书记（空缺）', '主任：无', '党小组组长会议', '老书记工作室',
  ])('%s holds no name', (text) => expect(maskPersons(text)).toBe(text)); // prettier-ignore
});

describe('columns', () => {
  it.each([
    '姓名',
    '书记姓名',
    '联系人',
    '联系电话',
    '手机',
    '手机号码',
    '身份证号',
    '身份证号码',
    '填报人',
    '负责人',
    '联系人及电话',
    '第一书记/姓名',
    '姓　名',
    '负责人（签字）',
    '联系方式',
  ])('%s is a header of persons', (header) => expect(isPersonHeader(header)).toBe(true));

  it.each([
    '负责人(职务)',
    '包联县级领导(职务)',
    '应定主要负责人数',
    '支部代码',
    '统一社会信用代码',
    '单位',
    '党组织名称',
    '第一书记派出单位',
    '联系人数',
    '一肩挑',
    '编号',
    '应建书记联系点',
    '负责人数',
    '电话抽查数',
  ])('%s is none', (header) => expect(isPersonHeader(header)).toBe(false));

  it('no name of a ledger’s column is one, but for those that say 负责人 or 责任人 without a post', () => {
    for (const { id, columns } of LEDGERS)
      for (const c of columns)
        for (const n of [c.name.zh, ...(c.names ?? [])]) if (isPersonHeader(n)) expect(n, id).toMatch(/[负责]责人$|责任人$/);
  });

  const find = (headers: readonly string[], ...rows: string[][]) =>
    personsFound([['某县台账'], [...headers], ...rows], { first: 1, count: 1 }, headers);

  it('are found by their header where anything stands in them, and by what they hold where the header names a post', () => {
    expect(find(['单位', '书记姓名', '联系电话'], ['甲县', '张三', '8123456'], ['乙县', '—', ''])).toEqual({
      columns: [{ index: 1, header: '书记姓名' }, { index: 2, header: '联系电话' }],
      cells: 0,
      samples: [],
    }); // prettier-ignore
    expect(find(['单位', '姓名'], ['甲县', ''], ['乙县', '/'])).toBeNull();
    expect(find(['单位', '责任领导'], ['甲县', '县委副书记'], ['乙县', '组织部部长'])).toBeNull();
    expect(find(['单位', '责任领导'], ['甲县', '张三'], ['乙县', '李建国'])?.columns).toEqual([{ index: 1, header: '责任领导' }]);
    expect(find(['县市区', '人数'], ['高县', '1'], ['江县', '2'], ['白县', '3'])).toBeNull();
  });

  it('cells elsewhere are counted and shown masked, above the header and below the rows too', () => {
    const records = [
      ['填报单位：甲县', '填报人：张三', ''],
      ['联系人：', '李四', '13800000000'],
      ['单位', '数值', '备注'],
      ['甲县', '1', '由王五同志负责'],
      ['审核人：', '赵六', ''],
    ];
    expect(personsFound(records, { first: 2, count: 1 }, records[2] as string[])).toEqual({
      columns: [],
      cells: 5,
      samples: ['填报人：＊＊＊', '＊＊＊', '由＊＊＊同志负责'],
    });
  });
});

describe('nothing is found', () => {
  const text = (path: string): string => {
    const bytes = readFileSync(path);
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    }
  };
  const files = ['data/sample', 'data/wild']
    .flatMap((d) => readdirSync(d).map((f) => `${d}/${f}`))
    .filter((f) => f.endsWith('.csv'));

  it.each(files)('in %s', (path) => {
    const content = text(path);
    const { records } = tokenise(content, { delimiter: content.includes('\t') ? '\t' : ',', quote: '"' });
    const first = records.findIndex((r) => r.filter((c) => c !== '').length > 2 && !r.some((c) => c.includes('：')));
    expect(personsFound(records, { first, count: 1 }, records[first] as string[])).toBeNull();
  });

  it('in the example rows and the declarations of the ledgers', () => {
    for (const { columns, example } of LEDGERS) {
      const headers = columns.map((c) => c.name.zh);
      const row = columns.map((c) => example[c.id] ?? '');
      expect(personsFound([headers, row], { first: 0, count: 1 }, headers)).toBeNull();
      for (const c of columns) for (const n of [c.name.zh, ...(c.names ?? [])]) expect(maskPersons(n)).toBe(n);
    }
  });
});
