/** 填报说明: the sheet beside a template that explains how often, by when and what is to be written in every column. */
import { dueQuartersOf, type ColumnDef, type LedgerDef, type LedgerId, type RowCheck } from '../model/ledger';
import type { PaperWords } from '../i18n/papers';
import { paperWords, type Speech } from './speech';
import { isTitled, placed } from './template-columns';
import type { Cell, Sheet } from './workbook';

type Words = PaperWords['template'];
type Guide = Omit<Sheet, 'name'>;
interface Options {
  readonly deadline: (ledger: LedgerId) => number;
}

const lead = (value: string, span = 1): Cell => ({ value, look: 'lead', span });
const line = (values: readonly string[], look?: Cell['look']): Cell[] =>
  values.map((value) => (look ? { value, look } : { value }));

/** What a column's cells are, in words or by their values. */
function typeWords(c: ColumnDef, w: Words, speech: Speech): string {
  if (c.type !== 'list') return w.types[c.type];
  const said = (v: { readonly name: { readonly zh: string; readonly en: string } }) =>
    speech.current === 'en' ? `${v.name.zh} (${v.name.en})` : v.name.zh;
  return speech.f.list((c.values ?? []).map(said));
}

/** From a million on a limit only stops slips of the pen, and is none to a clerk. */
const ENDLESS = 1_000_000;

function rangeWords({ range, type }: ColumnDef, w: Words, { f }: Speech): string {
  if (!range) return '';
  const [min, max] = range;
  // A year is not grouped in thousands.
  const say = (n: number): string => (type === 'share' ? f.shareBrief(n) : min >= 1000 ? String(n) : f.brief(n));
  return max >= ENDLESS ? w.atLeast(say(min)) : w.between(say(min), say(max));
}

const columnHead = (w: Words): string[] => [w.column, w.required, w.type, w.unit, w.basis, w.range, w.note, w.example];

function columnLine(c: ColumnDef, ledger: LedgerDef, w: Words, speech: Speech): string[] {
  const notes = [
    c.type === 'period' && isTitled(ledger) ? w.inTitle : '',
    c.note ? speech.text(c.note) : '',
    c.sensitive ? w.sensitive : '',
    speech.current === 'en' ? c.name.en : '',
  ];
  return [
    placed(ledger, c, w.title),
    w.requiredAs[c.required === true ? 'yes' : c.required === 'column' ? 'column' : 'no'],
    typeWords(c, w, speech),
    c.type === 'share' ? '%' : (c.unit ?? ''),
    c.basis ? w.bases[c.basis] : '',
    rangeWords(c, w, speech),
    notes.filter(Boolean).join(speech.current === 'en' ? '; ' : '；'),
    ledger.example[c.id] ?? '',
  ];
}

function checkWords(check: RowCheck, ledger: LedgerDef, w: Words): string {
  const name = (id: string): string => ledger.columns.find((c) => c.id === id)?.name.zh ?? id;
  const joined = (ids: readonly string[]): string => ids.map(name).join('＋');
  switch (check.check) {
    case 'atMost':
      return w.atMost(name(check.part), name(check.whole));
    case 'sum':
      return (check.atMost ? w.sumAtMost : w.sum)(joined(check.parts), name(check.whole));
    case 'order':
      return w.order(name(check.first), name(check.second));
  }
}

/** The checks of a ledger in words, those against other ledgers with their names. */
function checksOf(ledger: LedgerDef, all: readonly LedgerDef[], w: Words, speech: Speech): string[] {
  const nameOf = (id: LedgerId): string => {
    const other = all.find((l) => l.id === id);
    return other ? speech.text(other.name) : id;
  };
  return [
    ...ledger.checks.map((c) => checkWords(c, ledger, w)),
    ...(ledger.agreements ?? []).map((a) => w.agreement(speech.text(a.name), nameOf(a.ledger))),
    ...(ledger.columns.some((c) => c.basis === 'y') ? [w.cumulative] : []),
  ];
}

function factsOf(ledger: LedgerDef, w: Words, { deadline }: Options): [string, string][] {
  const key = ledger.columns.filter((c) => ledger.key.includes(c.id)).map((c) => c.name.zh);
  const due = ledger.frequency === 'any' || dueQuartersOf(ledger).length === 0;
  return [
    [w.frequency, w.frequencies[ledger.frequency]],
    [w.deadline, due ? w.noDeadline : w.deadlineDays(deadline(ledger.id))],
    [w.rows, w.rowPer[ledger.rowPer]],
    ...(key.length > 0 ? [[w.key, key.join('＋')] as [string, string]] : []),
  ];
}

const WIDTHS = [30, 12, 34, 10, 16, 14, 34, 22];

/** The guide to one ledger. */
export function guideOf(ledger: LedgerDef, all: readonly LedgerDef[], speech: Speech, options: Options): Guide {
  const w = paperWords(speech).template;
  const span = WIDTHS.length;
  const checks = checksOf(ledger, all, w, speech);
  return {
    widths: WIDTHS,
    landscape: true,
    rows: [
      [{ value: w.guideOf(speech.text(ledger.name)), look: 'title', span }],
      ...factsOf(ledger, w, options).map(([what, text]) => [lead(`${what}：${text}`, span)]),
      ...w.howTo.map((text, i) => [lead(`${i === 0 ? `${w.how}：` : ''}${i + 1}. ${text}`, span)]),
      [null],
      line(columnHead(w), 'head'),
      ...ledger.columns.map((c) => line(columnLine(c, ledger, w, speech))),
      ...(checks.length > 0 ? [[null], [lead(`${w.checks}：`, span)], ...checks.map((text) => [lead(text, span)])] : []),
    ],
  };
}

/** The guides to several ledgers in one sheet, one below the other. */
export function guideOfAll(ledgers: readonly LedgerDef[], speech: Speech, options: Options): Guide {
  const w = paperWords(speech).template;
  const widths = [26, ...WIDTHS];
  const span = widths.length;
  return {
    widths,
    landscape: true,
    frozen: 1,
    rows: [
      line([w.ledger, ...columnHead(w)], 'head'),
      ...w.howTo.map((text, i) => [lead(`${i === 0 ? `${w.how}：` : ''}${i + 1}. ${text}`, span)]),
      ...ledgers.flatMap((ledger) => {
        const name = speech.text(ledger.name);
        const facts = factsOf(ledger, w, options).map(([what, text]) => `${what}：${text}`);
        const checks = checksOf(ledger, ledgers, w, speech);
        return [
          [lead([name, ...facts].join('　'), span)],
          ...ledger.columns.map((c) => line([name, ...columnLine(c, ledger, w, speech)])),
          ...checks.map((text) => [lead(`${w.checks}：${text}`, span)]),
        ];
      }),
    ],
  };
}
