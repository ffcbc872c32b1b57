/** The scheme screen in words: forms of every leaf, lines of the table, and what changed between two schemes. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formats, type Locale } from '../../src/i18n/format';
import { ruleWords } from '../../src/i18n/rules';
import { schemeWords } from '../../src/i18n/scheme';
import { MEASURES } from '../../src/ledgers';
import { flatten, readScheme, titleOf, type Leaf, type Scheme } from '../../src/scheme';
import { diffSchemes } from '../../src/scheme/diff';
import { SchemeDraft } from '../../src/state/scheme-draft.svelte';
import { changeLines } from '../../src/views/scheme/changes';
import { fieldsOf } from '../../src/views/scheme/fields';
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
const form = (l: Leaf, pen: Pen = zh) =>
  fieldsOf(l, { w: pen.own, rules: pen.words, unit: leafUnit(l, pen), measure: (id) => pen.f.measure(id) });
const edited = (edit: (draft: SchemeDraft) => void): Scheme => {
  const draft = new SchemeDraft();
  edit(draft);
  return draft.edited ?? example;
};
const told = (to: Scheme): string[] => changeLines(diffSchemes(example, to), example, to, zh).map((l) => l.text);

describe('the form of a rule', () => {
  test('asks of step whether a part of a unit counts and whether it is rounded first, as choices; shares as percentages', () => {
    const fields = form(leaf('admission'));
    expect(fields.flatMap((x) => (x.kind === 'choice' ? [`${x.name} ${x.chosen}`] : []))).toEqual([
      'parts exact',
      'roundTo none',
      'due Y4',
      'carry false',
      'missing zero',
    ]);
    const numbers = fields.flatMap((x) => (x.kind === 'number' ? [[x.name, (x.value ?? NaN) * x.times, x.unit]] : []));
    expect(numbers.slice(0, 4)).toEqual([
      ['atLeast', 95, '%'],
      ['atMost', 100, '%'],
      ['per', 1, '个百分点'],
      ['step', 0.2, '分'],
    ]);
  });

  test('of every leaf in both languages: a field’s own value, written back, is taken and changes nothing', () => {
    for (const locale of LOCALES)
      for (const l of leaves)
        for (const field of form(l, penOf(locale))) {
          expect(field.label).not.toBe('');
          if (field.kind === 'fixed') continue;
          const value =
            field.kind === 'number' ? (field.value ?? undefined) : field.options.find((o) => o.id === field.chosen)?.value;
          const draft = new SchemeDraft();
          const before = draft.set(example, l.id, field.path, value);
          // A choice that stands for a default may take the key out that says the same.
          expect([l.id, field.name, before]).toEqual([l.id, field.name, true]);
          if (field.kind === 'number') expect(draft.edited).toBeNull();
        }
  }, 120_000);
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
        'grades',
        'quota',
        'vetoes',
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
