/** The scheme screen in words: forms of every leaf, lines of the table, and what changed between two schemes. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formats, type Locale } from '../../src/i18n/format';
import { ruleWords } from '../../src/i18n/rules';
import { schemeWords } from '../../src/i18n/scheme';
import { MEASURES } from '../../src/ledgers';
import { flatten, readScheme, titleOf, type Leaf, type Scheme } from '../../src/scheme';
import { diffSchemes } from '../../src/scheme/diff';
import { onOwner, put, SchemeDraft, type Json } from '../../src/state/scheme-draft.svelte';
import { changeLines } from '../../src/views/scheme/changes';
import { isBlank, openIn, type Field, type FormWords } from '../../src/views/scheme/field';
import { ruleFields } from '../../src/views/scheme/fields';
import { formWords } from '../../src/views/scheme/form-words';
import { beforeAndAfterFields, groupFields, paperFields, whatFields, whenFields } from '../../src/views/scheme/leaf-fields';
import { Maker } from '../../src/views/scheme/maker';
import { partFields, PARTS } from '../../src/views/scheme/part-fields';
import { RULE_KINDS, ruleStart } from '../../src/views/scheme/rule-starts';
import { dueOf, leafUnit, linesOf, partsOf, scoringOf, sumOf, type Pen } from '../../src/views/scheme/writing';

const TEXT = readFileSync(new URL('../../data/schemes/example.json', import.meta.url), 'utf8');
const example = readScheme(TEXT, MEASURES).scheme as Scheme;
const LOCALES: readonly Locale[] = ['zh-CN', 'en'];
const penOf = (locale: Locale): Pen => ({
  f: formats(locale, { measure: (id) => MEASURES.get(id)?.name[locale === 'en' ? 'en' : 'zh'] ?? id }),
  words: ruleWords[locale],
  own: schemeWords[locale],
  unitOf: (id) => MEASURES.get(id)?.unit ?? 'number',
  title: (text) => titleOf(text, locale),
});
const zh = penOf('zh-CN');
const leaves = flatten(example).flatMap((n) => (n.leaf ? [n.leaf] : []));
const leaf = (id: string): Leaf => leaves.find((l) => l.id === id) as Leaf;
const wordsOf = (pen: Pen, s: Scheme = example): FormWords => formWords(s, pen, [], ['城区组', '县域组']);
const form = (l: Leaf, pen: Pen = zh): Field[] => {
  const [words, unit] = [wordsOf(pen), leafUnit(l, pen)];
  return [
    ...ruleFields(l.rule, new Maker(words, unit, ['rule'])),
    ...whenFields(l, words, unit),
    ...whatFields(l, words, unit),
    ...beforeAndAfterFields(l, words, unit),
    ...paperFields(l, words),
  ];
};
/** Every field of a form, those inside others too. */
const all = (fields: readonly Field[]): Field[] =>
  fields.flatMap((f) => [
    f,
    ...(f.kind === 'group' ? all(f.fields) : []),
    ...(f.kind === 'list' ? f.items.flatMap((i) => all(i.fields)) : []),
    ...(f.kind === 'part' && f.fields ? all(f.fields) : []),
  ]);
/** What a field holds, as it would be written back; null for those that hold others. */
function held(f: Field): { readonly value: Json | undefined } | null {
  if (f.kind === 'number') return { value: f.value ?? undefined };
  if (f.kind === 'text') return { value: isBlank(f.value) ? undefined : (f.value as Json) };
  if (f.kind === 'choice') return { value: f.options.find((o) => o.id === f.chosen)?.value };
  if (f.kind === 'pick') return { value: f.groups.flatMap((g) => g.options).find((o) => o.id === f.chosen)?.value };
  if (f.kind === 'checks') return f.chosen.length === 0 && f.drops ? { value: undefined } : { value: f.options.filter((o) => f.chosen.includes(o.id)).map((o) => o.value ?? o.id) }; // prettier-ignore
  return null;
}
const edited = (edit: (draft: SchemeDraft) => void): Scheme => {
  const draft = new SchemeDraft();
  edit(draft);
  return draft.edited ?? example;
};
const told = (to: Scheme): string[] => changeLines(diffSchemes(example, to), example, to, zh).map((l) => l.text);

describe('the form of a rule', () => {
  test('asks of step whether a part of a unit counts and whether it is rounded first, as choices; shares as percentages', () => {
    const fields = all(ruleFields(leaf('admission').rule, new Maker(wordsOf(zh), 'share', ['rule'])));
    expect(fields.flatMap((x) => (x.kind === 'choice' ? [`${x.name} ${x.chosen}`] : []))).toEqual([
      'parts exact',
      'roundTo none',
    ]);
    const numbers = fields.flatMap((x) => (x.kind === 'number' ? [[x.name, (x.value ?? NaN) * x.times, x.unit]] : []));
    expect(numbers.slice(0, 4)).toEqual([
      ['atLeast', 95, '%'],
      ['atMost', 100, '%'],
      ['per', 1, '个百分点'],
      ['step', 0.2, '分'],
    ]);
  });

  test('of every node and every other part in both languages: what a field holds, written back, changes nothing', () => {
    for (const locale of LOCALES) {
      const pen = penOf(locale);
      const groups = flatten(example).flatMap((n) => (n.leaf || n.id === '' ? [] : [n.id]));
      const nodes = new Map(linesOf(example, pen).map((l) => [l.node.id, l.node]));
      const forms: (readonly [string, Field[]])[] = [
        ...leaves.map((l) => [l.id, form(l, pen)] as const),
        ...groups.map((id) => [id, groupFields(nodes.get(id) as Parameters<typeof groupFields>[0], wordsOf(pen))] as const),
        ...PARTS.map((part) => ['', partFields(part, example, wordsOf(pen), (stem) => stem)] as const),
      ];
      let seen = 0;
      for (const [owner, fields] of forms)
        for (const field of all(fields)) {
          expect(field.label).not.toBe('');
          const own = held(field);
          if (!own) continue;
          seen += 1;
          const to = onOwner(example, owner, (node) => put(node, field.path, own.value));
          const read = readScheme(JSON.stringify(to), MEASURES);
          expect([owner, field.name, read.problems.filter((x) => x.level === 'error')]).toEqual([owner, field.name, []]);
          expect([owner, field.name, diffSchemes(example, read.scheme as Scheme)]).toEqual([owner, field.name, []]);
        }
      expect(seen).toBeGreaterThan(300);
    }
  }, 180_000);

  test('of every leaf changed to every type of rule is a rule that can be saved, once what it asks for is chosen', () => {
    const l = leaf('admission');
    for (const kind of RULE_KINDS) {
      const rule = ruleStart(kind, l, 'share');
      const asked = openIn(ruleFields(rule, new Maker(wordsOf(zh), 'share', [])));
      expect([kind, asked]).toEqual([kind, kind === 'vote' ? ['票数取自'] : []]);
      if (kind === 'vote') continue;
      const draft = new SchemeDraft();
      expect([kind, draft.set(example, 'admission', ['rule'], rule as unknown as Json), draft.faults]).toEqual([kind, true, []]);
    }
  });

  test('takes the number of the old rule over: from 95 % of step to a target of 95 %', () => {
    expect(ruleStart('attainment', leaf('admission'), 'share')).toEqual({ type: 'attainment', target: 0.95 });
  });
});

describe('what is to be added', () => {
  const lists = () => PARTS.flatMap((part) => all(partFields(part, example, wordsOf(zh), (stem) => `${stem}-1`)));
  const blank = (name: string): readonly [Field & { kind: 'list' | 'part' }, Json] => {
    const field = lists().find((f) => f.name === name && (f.kind === 'list' || f.kind === 'part')) as Field & {
      kind: 'list' | 'part';
    };
    return [field, field.add.blank];
  };

  test('a veto asks for its case, its measure, a condition, an effect and its basis, and is not complete without one of them', () => {
    const [field, veto] = blank('vetoes');
    const asked = (json: Json) => openIn(field.add.form?.(json) ?? []);
    expect(asked(veto)).toEqual(['情形', '看哪个指标', '条件（至少填一项）', '后果（至少填一项）', '依据（文件和条款）']);
    const whole = {
      ...(veto as object),
      title: '失实',
      measure: 'rectification.list',
      atLeast: 1,
      disqualify: true,
      basis: '办法第一条',
    };
    expect(asked(whole)).toEqual([]);
    expect(asked({ ...whole, basis: ' ' })).toEqual(['依据（文件和条款）']);
  });

  test('a grade is put between the lines its threshold lies between: 85 after 90 and before 80', () => {
    const [field] = blank('lines');
    expect([95, 85, 75, 10].map((min) => field.add.at?.({ grade: '良', min }))).toEqual([0, 1, 2, 3]);
  });

  test('a band comes before the open last one, its line going on as the lines before it: 0.9, 0.8 → 0.7', () => {
    const rule = { type: 'bands', outOf: 10, bands: [{ atLeast: 0.9, points: 10 }, { atLeast: 0.8, points: 6 }, { points: 0 }] } as const; // prettier-ignore
    const list = ruleFields(rule as unknown as Leaf['rule'], new Maker(wordsOf(zh), 'share', ['rule'])).find(
      (f) => f.kind === 'list',
    );
    expect([list?.add.blank, list?.add.at?.(null)]).toEqual([{ atLeast: 0.7, points: 3 }, 2]);
  });

  test('bands out of order are pointed out, with the order they should have to be chosen', () => {
    const bands = [{ atLeast: 0.8, points: 6 }, { atLeast: 0.9, points: 10 }, { points: 0 }];
    const names = (all: readonly { atLeast?: number; points: number }[]) =>
      ruleFields({ type: 'bands', outOf: 10, bands: [...all] }, new Maker(wordsOf(zh), 'share', ['rule'])).map((f) => f.name);
    expect(names(bands)).toContain('bandOrder');
    expect(names([...bands].sort((a, b) => b.points - a.points))).not.toContain('bandOrder');
  });
});

describe('the table', () => {
  const lines = linesOf(example, zh);

  test('numbers sections 一, indicators （一） and leaves through, and a leaf has the owner of its section', () => {
    const at = (id: string) => lines.find((l) => l.node.id === id);
    expect([at('politics')?.no, at('tested')?.no, at('random-check')?.no]).toEqual(['一', '1', '8']);
    expect([at('grassroots')?.no, at('rating')?.no, at('rectification')?.no]).toEqual(['三', '（一）', '（二）']);
    expect(at('tested')?.owner).toBe('组织科');
  });

  test('sums to the full marks of the example: 12 + 12 + 46 + 20 + 10 = 100', () => expect(sumOf(lines)).toBe(100));

  test('says how a leaf is scored and when it is due apart, and what goes for all leaves not at all', () => {
    expect(scoringOf(leaf('tested'), zh)).toBe('目标值 100%，达到目标得满分，未达到的按“实际 ÷ 目标”的比例得分');
    expect(dueOf(leaf('tested'), zh)).toBe('每半年考核（6月、12月末）');
    expect(dueOf(leaf('appraisal'), zh)).toBe('第一季度末考核，其他各期沿用最近一次考核的数值');
    expect(scoringOf({ ...leaf('tested'), missing: 'unranked' }, zh)).toContain('应报未报的不参加排名');
  });

  test('has below it every other part the scheme has, in both languages', () => {
    for (const locale of LOCALES)
      expect(partsOf(example, penOf(locale)).map(([kind]) => kind)).toEqual([
        'bonus',
        'year',
        'grades',
        'quota',
        'vetoes',
        'lights',
        'cards',
        'rounding',
        'ranking',
        'notes',
      ]);
  });
});

describe('changes in words', () => {
  test('none between a scheme and itself', () => expect(told(example)).toEqual([]));

  test('marks are told of the leaf and of what follows it', () => {
    expect(told(edited((d) => d.weigh(example, 'tested', 3)))).toEqual([
      '“政治建设与理论武装”的分值由 12 分改为 13 分',
      '“应知应会测试覆盖”的分值由 2 分改为 3 分',
    ]);
  });

  test('two numbers of one rule are one line, the rule as it was and as it is', () => {
    const to = edited((d) => {
      d.set(example, 'admission', ['rule', 'per'], 0.02);
      d.set(example, 'admission', ['rule', 'step'], 0.5);
    });
    expect(told(to)).toEqual([
      '“发展党员计划”的规则由“在 95% 至 100% 之间得满分，每低于或高于此范围 1 个百分点扣 0.2 分，扣完为止”改为“在 95% 至 100% 之间得满分，每低于或高于此范围 2 个百分点扣 0.5 分，扣完为止”',
    ]);
  });

  test('a removed indicator is named with where it stood, and another part of the scheme in its own words', () => {
    const to: Scheme = { ...example, children: example.children.slice(1), rounding: { ...example.rounding, decimals: 1 } };
    expect(told(to)).toEqual([
      '“示例考核方案”的取整由“总分保留 2 位小数，四舍五入”改为“总分保留 1 位小数，四舍五入”',
      '删去“政治建设与理论武装”，原在“示例考核方案”下，连同其下 7 项',
    ]);
  });
});
