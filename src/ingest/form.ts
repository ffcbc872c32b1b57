/**
 * Forms that come back: a check sheet with the county's opinions, a sampling list with what the review found. Rows are
 * known by their codes, so sorting, moving columns and saving anew change nothing; whatever can't be placed is told.
 */
import { ledgerOf } from '../ledgers';
import type { FilledForm, SampleRow, SheetRow } from '../model/forms';
import { problem, type Place, type Problem } from '../model/problem';
import { STRATA_SHEET, type RowCode } from '../model/row-code';
import { cellReader } from './cells';
import * as fault from './faults';
import { FormRecords, formTables, plainHeader, type CodedRecord } from './form-table';
import { maskPersons } from './person-text';

/** Headers of the check sheet: as written, and as clerks write them over. */
const SHEET: Readonly<Record<string, readonly string[]>> = {
  number: ['序号'],
  first: ['一级指标'],
  second: ['二级指标'],
  indicator: ['指标', '三级指标', '指标名称'],
  full: ['分值'],
  value: ['数值'],
  numerator: ['分子'],
  denominator: ['分母'],
  unit: ['单位', '计量单位'],
  points: ['得分'],
  lost: ['扣分'],
  reason: ['计分说明'],
  source: ['数据来源'],
  earlier: ['前次意见及处理'],
  opinion: [
    '县区意见',
    '县(市、区)意见',
    '县市区意见',
    '意见',
    '核对意见',
    '反馈意见',
    '县区核对意见',
    '县区反馈意见',
    '修改意见',
    '异议',
  ],
  evidence: ['佐证材料名称', '佐证材料', '佐证', '证明材料', '证明材料名称', '附件名称'],
  code: ['识别码(勿改)', '识别码'],
};
/** Whose printed figures stand in the code, in this order. */
const PRINTED = ['value', 'numerator', 'denominator', 'points'] as const;

const SAMPLE: Readonly<Record<string, readonly string[]>> = {
  number: ['序号'],
  county: ['县(市、区)'],
  township: ['乡镇(街道)'],
  branch: ['党支部名称'],
  branchCode: ['支部代码'],
  sector: ['领域'],
  star: ['审定星级'],
  total: ['总分'],
  review_score: named('review_score'),
  review_star: named('review_star'),
  note: ['意见', '复核意见', '备注', '复核情况', '问题'],
  code: ['识别码(勿改)', '识别码'],
};

function column(id: string) {
  const found = ledgerOf('branch-rating').columns.find((c) => c.id === id);
  if (!found) throw new RangeError(`no column ${id}`);
  return found;
}
function named(id: string): readonly string[] {
  const { name, names = [] } = column(id);
  return [name.zh, ...names];
}

/** What an opinion says that is none. */
const NONE =
  /^(?:[/\\—–\-－_.。]+|无|没有|无意见|没有意见|无异议|没有异议|同意|认可|确认|属实|数据属实|准确|无误|核对无误|数据无误|已核对|已核|无修改)[。.！!]*$/;

/** A file as a form that came back; null where it is none. @throws nothing for what it holds: problems are in the form. */
export async function readForm(blob: Blob, file: string): Promise<FilledForm | null> {
  const found = await formTables(blob, file);
  if (!found) return null;
  const { tables, others, mark } = found;
  if (mark !== null)
    return { kind: 'sheet', file, head: null, rows: [], blank: 0, agreed: 0, problems: [fault.file.classified({ file }, mark)] };
  const unused = others.filter((sheet) => sheet !== STRATA_SHEET).map((sheet) => fault.file.sheetUnused(file, sheet, 'unknown'));
  const isSample = tables.some(({ records }) =>
    new FormRecords(records, SAMPLE).records.some((r) => r.code !== null && r.code !== 'broken' && r.code.kind === 'sample'),
  );
  const read = tables.map(({ records }) => (isSample ? sampleOf(records, file) : sheetOf(records, file)));
  const problems = [...read.flatMap((r) => r.problems), ...unused];
  const blank = read.reduce((n, r) => n + r.blank, 0);
  if (isSample) return { kind: 'sample', file, problems, blank, rows: read.flatMap((r) => r.rows as readonly SampleRow[]) };
  const sheets = read as readonly ReturnType<typeof sheetOf>[];
  return {
    ...{ kind: 'sheet', file, problems, blank },
    head: sheets.find((s) => s.head)?.head ?? null,
    rows: sheets.flatMap((s) => s.rows),
    agreed: sheets.reduce((n, s) => n + s.agreed, 0),
  };
}

/** Free text as it may be kept; where a person was masked, that is told. */
function masker(problems: Problem[]): (text: string, place: Place) => string {
  return (text, place) => {
    const masked = maskPersons(text);
    if (masked !== text) problems.push(problem('warning', 'cell.person', place));
    return masked;
  };
}

/** The sheet's own code names no leaf. */
const isHead = (code: RowCode): boolean => code.kind === 'sheet' && (code.parts[2] ?? '') === '';

function sheetOf(given: readonly (readonly string[])[], file: string) {
  const form = new FormRecords(given, SHEET);
  const problems: Problem[] = [];
  const mask = masker(problems);
  const rows: SheetRow[] = [];
  let head: RowCode | null = null;
  let blank = 0;
  let agreed = 0;
  const { opinion, evidence, unused } = opinionColumns(form);
  if (opinion === null) problems.push(problem('error', 'sheet.noOpinions', { file }));
  for (const s of unused)
    problems.push(problem('warning', 'sheet.columnUnused', { file, column: s.index + 1, header: s.header }, { cells: s.filled }));
  const begun = form.records.findIndex((r) => r.code && r.code !== 'broken' && !isHead(r.code));
  for (const r of form.records) {
    const { row, code } = r;
    if (code && code !== 'broken' && isHead(code)) {
      head ??= code;
      continue;
    }
    if (r === form.header) continue;
    const text = (opinion === null ? '' : (r.cells[opinion] ?? '')).replace(/\r\n?/g, '\n');
    const says = text !== '' && !NONE.test(text);
    const place: Place = { file, row, ...(opinion === null ? {} : { column: opinion + 1 }) };
    if (code === 'broken') {
      problems.push(problem('error', 'sheet.codeBroken', { file, row, value: maskPersons(text) }));
      continue;
    }
    const indicator = form.cell(r, 'indicator');
    const other = evidence === null ? '' : (r.cells[evidence] ?? '');
    if (code === null) {
      if (says && indicator !== '')
        rows.push({ row, code, indicator, opinion: mask(text, place), evidence: mask(other, place), changed: [] });
      else if (begun >= 0 && row > begun && r.cells.some((c) => c !== '') && !isRepeated(r, form.header))
        problems.push(
          problem('warning', 'sheet.codeMissing', {
            file,
            row,
            value: maskPersons(r.cells.filter(Boolean).join(' ')).slice(0, 80),
          }),
        );
      continue;
    }
    const changed = changedIn(form, r, code);
    if (!says && other !== '' && !NONE.test(other))
      problems.push(problem('warning', 'sheet.onlyEvidence', { file, row, value: maskPersons(other) }));
    if (text === '') blank += 1;
    else if (!says) agreed += 1;
    if (says || changed.length > 0)
      rows.push({ row, code, indicator, opinion: says ? mask(text, place) : '', evidence: mask(other, place), changed });
  }
  return { head, rows, blank, agreed, problems };
}

const isRepeated = (r: CodedRecord, header: CodedRecord | null): boolean =>
  header !== null && r.cells.every((c, i) => c === '' || plainHeader(c) === plainHeader(header.cells[i] ?? ''));

/** Where the opinions stand: under their headers, or, where these were written over, in the columns that are none of ours. */
function opinionColumns(form: FormRecords) {
  const strangers = form.strangers();
  const opinion = form.column('opinion') ?? null;
  const evidence = form.column('evidence') ?? null;
  if (opinion !== null) return { opinion, evidence, unused: strangers };
  const [first, second] = strangers;
  if (first && !second) return { opinion: first.index, evidence, unused: [] };
  if (first && second && strangers.length === 2 && evidence === null)
    return { opinion: first.index, evidence: second.index, unused: [] };
  return { opinion: null, evidence, unused: strangers };
}

/** Figures of a row that are not what was printed. */
function changedIn(form: FormRecords, r: CodedRecord, code: RowCode): SheetRow['changed'] {
  const printed = code.parts.slice(4);
  // A row that was added for another opinion repeats the code and no figures.
  if (PRINTED.every((id) => form.cell(r, id) === '')) return [];
  return PRINTED.flatMap((id, i) => {
    const was = printed[i];
    if (was === undefined || form.column(id) === undefined) return [];
    const now = form.cell(r, id);
    return sameFigure(was, now) ? [] : [{ header: SHEET[id]?.[0] ?? id, was, now }];
  });
}

/** 95.30% is 95.3 % and 0.953 under another format; 1,234 is 1234. */
function sameFigure(a: string, b: string): boolean {
  const [x, y] = [a, b].map((t) => t.normalize('NFKC').replace(/[\s,]/g, '').replace('\u2212', '-'));
  if (x === y) return true;
  const number = (t: string | undefined): number =>
    t === undefined || t === '' ? NaN : t.endsWith('%') ? Number(t.slice(0, -1)) / 100 : Number(t);
  const [m, n] = [number(x), number(y)];
  return Math.abs(m - n) <= 5e-5 * Math.max(Math.abs(m), 1e-9) + 1e-9;
}

function sampleOf(given: readonly (readonly string[])[], file: string) {
  const form = new FormRecords(given, SAMPLE);
  const problems: Problem[] = [];
  const mask = masker(problems);
  const rows: SampleRow[] = [];
  let blank = 0;
  const star = form.column('review_star');
  if (star === undefined) problems.push(problem('error', 'sample.noStars', { file }));
  for (const s of form.strangers())
    problems.push(problem('warning', 'sheet.columnUnused', { file, column: s.index + 1, header: s.header }, { cells: s.filled }));
  for (const r of form.records) {
    const { row, code } = r;
    if (r === form.header || code === null) continue;
    const value = r.cells[star ?? -1] ?? '';
    if (code === 'broken') problems.push(problem('error', 'sheet.codeBroken', { file, row, value }));
    if (code === 'broken' || code.kind !== 'sample' || star === undefined) continue;
    const place = (id: string): Place => ({
      file,
      row,
      column: (form.column(id) ?? 0) + 1,
      header: column(id).name.zh,
      value: form.cell(r, id),
    });
    const read = (id: string): string | null => {
      const cell = cellReader(column(id))(form.cell(r, id));
      if (cell.fault) problems.push(fault.cell('error', place(id), column(id), cell.fault, null));
      return cell.state === 'bad' ? null : (cell.value ?? '');
    };
    const [stars, score] = [read('review_star'), read('review_score')];
    const note = mask(form.cell(r, 'note'), { file, row });
    if (stars === null || score === null) continue;
    // Without stars the branch would count as one where the review disagreed.
    if (stars === '' && score !== '')
      problems.push(
        problem('error', 'cell.missing', { ...place('review_star'), value: '' }, { column: column('review_star').name.zh }),
      );
    if (stars === '' && note === '' && score === '') blank += 1;
    else if (stars !== '' || score === '') rows.push({ row, code, star: stars, score: stars === '' ? '' : score, note });
  }
  return { rows, blank, problems };
}
