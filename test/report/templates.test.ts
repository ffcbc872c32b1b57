/** Templates: what is handed out reads back, whichever ledger, as workbook or CSV, the example row left in or taken out. */
import { beforeAll, describe, expect, it } from 'vitest';
import { LEDGERS, ledgerOf } from '../../src/ledgers';
import { unitColumn, type LedgerDef } from '../../src/model/ledger';
import type { Period } from '../../src/model/period';
import type { TableProposal } from '../../src/model/table';
import { isTitled, templateColumns } from '../../src/report/template-columns';
import { allTemplates, template, templateCsv, templateName, type TemplateOptions } from '../../src/report/templates';
import { rowsOf } from '../ingest/support';
import { filledIn, partsOf, seen, speech } from './support';

const Q3: TemplateOptions = { quarter: '2026Q3' as Period, deadline: (id) => ledgerOf(id).deadlineDays };

/** Two rows as counties fill them in, by the template's columns: the example's cells under two names. */
function rows(ledger: LedgerDef, titled: boolean): string[][] {
  const name = unitColumn(ledger)?.id ?? 'unit_name';
  return ['墨砚区', '漱玉区'].map((unit) =>
    templateColumns(ledger, titled).map((c) => (c.id === name ? unit : (ledger.example[c.id] ?? ''))),
  );
}

async function read(blob: Blob, name: string): Promise<TableProposal> {
  const found = await seen(blob, name);
  if (!found.ok) throw new Error(JSON.stringify(found.problem));
  expect(found.tables).toHaveLength(1);
  return found.tables[0] as TableProposal;
}

/** What must be so of every template read back. */
async function expectRead(blob: Blob, name: string, ledger: LedgerDef, excluded: readonly string[]): Promise<TableProposal> {
  const table = await read(blob, name);
  expect(table.reading.ledger).toBe(ledger.id);
  expect(table.questions).toEqual([]);
  expect(table.problems).toEqual([]);
  expect(table.reading.columns.filter((c) => c.column === null)).toEqual([]);
  expect(table.reading.columns.filter((c) => c.scale !== undefined)).toEqual([]);
  const { rows: found, report } = await rowsOf(blob, table.reading);
  expect(report.excluded.map((p) => p.code)).toEqual(excluded);
  expect([report.rejected, report.warnings.filter((p) => p.code !== 'row.keyTwice')]).toEqual([[], []]);
  expect(found).toHaveLength(2);
  // Every cell that was written was read.
  const written = templateColumns(ledger, true).filter((c) => (ledger.example[c.id] ?? '') !== '');
  expect(found.flatMap((r) => written.filter((c) => (r[c.id] ?? null) === null).map((c) => c.id))).toEqual([]);
  return table;
}

describe.each(LEDGERS.map((l) => [l.id, l] as const))('%s', (_, ledger) => {
  let blob: Blob;
  beforeAll(async () => {
    blob = await template(ledger, LEDGERS, speech(), Q3);
  });

  it('filled in below the example row it reads back without a question', async () => {
    const full = await filledIn(blob, 1, rows(ledger, isTitled(ledger)));
    const table = await expectRead(full, `${templateName(ledger)}.xlsx`, ledger, ['row.footer']);
    if (isTitled(ledger)) expect(table.reading.period).toBe({ Q: '2026Q3', H: '2026H2', Y: '2026', any: '' }[ledger.frequency]);
  });

  it('filled in over the example row it reads the same', async () => {
    const full = await filledIn(blob, 1, rows(ledger, isTitled(ledger)), { over: true });
    await expectRead(full, '表.xlsx', ledger, []);
  });

  it('as CSV it reads back with the example row and without', async () => {
    const lines = templateCsv(ledger).split('\r\n').filter(Boolean);
    const own = rows(ledger, false).map((r) => r.map((c) => (/[",]/.test(c) ? `"${c}"` : c)).join(','));
    expect(lines[0]?.startsWith('\ufeff')).toBe(true);
    for (const [kept, excluded] of [
      [lines, ['row.footer']],
      [lines.slice(0, 1), []],
    ] as const)
      await expectRead(new Blob([[...kept, ...own, ''].join('\r\n')]), '表.csv', ledger, excluded);
  });

  it('explains every column', async () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const text = (await partsOf(await template(ledger, LEDGERS, speech(language), Q3)))['xl/sharedStrings.xml'] ?? '';
      expect(text).not.toMatch(/undefined|null|NaN|\[object/);
      for (const c of ledger.columns) expect(text).toContain(c.name.zh.replaceAll('&', '&amp;'));
    }
  });
});

describe('a template', () => {
  const intake = ledgerOf('talent-intake');

  it('without a period has blanks for it, which the clerk fills in', async () => {
    const blank = await template(intake, LEDGERS, speech(), { ...Q3, quarter: null });
    const asked = await read(await filledIn(blank, 1, rows(intake, true)), '表.xlsx');
    expect(asked.questions.map((q) => q.ask)).toEqual(['period']);
    const instead = (text: string): string => text.replace(/（　+年第　+季度）/, '（2026年第一季度）');
    const told = await read(await filledIn(blank, 1, rows(intake, true), { instead }), '表.xlsx');
    expect([told.questions, told.reading.period]).toEqual([[], '2026Q1']);
  });

  it('takes the sender from 填报单位', async () => {
    const blob = await template(intake, LEDGERS, speech(), Q3);
    const instead = (text: string): string => text.replace('填报单位：', '填报单位：墨砚区');
    const table = await read(await filledIn(blob, 1, rows(intake, true).slice(0, 1), { instead }), '表.xlsx');
    expect(table.reading.sender).toBe('墨砚区');
  });

  it('shows unit and basis in its headers, marks what is required, and says nothing twice', async () => {
    const text = (await partsOf(await template(intake, LEDGERS, speech(), Q3)))['xl/sharedStrings.xml'] ?? '';
    for (const head of ['*县(市、区)', '*年度目标(人)', 'A类(人)(本年累计)', '*本年累计引进(人)', '*全职到岗数(人)(本年累计)'])
      expect(text).toContain(`>${head}<`);
  });

  it('keeps its header in view and offers the values of lists', async () => {
    const files = await partsOf(await template(ledgerOf('branch-rating'), LEDGERS, speech(), Q3));
    const sheet = files['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).toMatch(/<pane [^>]*ySplit="4"[^>]*state="frozen"/);
    expect(sheet).toContain('<formula1>"是,否"</formula1>');
    expect(sheet).toContain('农村,社区,机关');
    expect(sheet.indexOf('<dataValidations')).toBeGreaterThan(sheet.indexOf('</sheetData>'));
  });
});

describe('the workbook of all templates', () => {
  it('has a sheet for each ledger; those filled in are read, the others are no tables', async () => {
    const blob = await allTemplates(LEDGERS, speech(), Q3);
    const book = (await partsOf(blob))['xl/workbook.xml'] ?? '';
    expect([...book.matchAll(/<sheet /g)]).toHaveLength(LEDGERS.length + 2);
    const two = [ledgerOf('talent-intake'), ledgerOf('two-new-coverage')];
    let full = blob;
    for (const l of two) full = await filledIn(full, LEDGERS.indexOf(l) + 2, rows(l, true));
    const found = await seen(full, '全部模板.xlsx');
    if (!found.ok) throw new Error(JSON.stringify(found.problem));
    expect(found.tables.map((t) => t.reading.ledger)).toEqual(two.map((l) => l.id));
    expect(found.tables.flatMap((t) => [...t.questions, ...t.problems])).toEqual([]);
    expect(new Set(found.rest.map((p) => p.code))).toEqual(new Set(['file.sheetUnused']));
  });
});
