/** Forms that came back: opinions become objections, reviews become cells, and everything that does not is told. */
import type { FilledForm, SheetRow } from '../model/forms';
import { isPeriod, type Period } from '../model/period';
import { problem, type Place, type Problem } from '../model/problem';
import { objectionsAt, standingOf } from '../model/review';
import { HASH_SHORT } from '../model/row-code';
import { normaliseName, type UnitId } from '../model/unit';
import { titleOf } from '../scheme';
import type { EntryBody } from '../workspace/journal';
import type { Desk } from './desk';
import { takeSample } from './sampling';

type Sheet = FilledForm & { readonly kind: 'sheet' };
type Raised = Extract<EntryBody, { kind: 'objection.raised' }>;

/** Takes a form in. Dropped again, nothing is doubled. @returns first what was taken, then what was not and why. */
export function takeForm(desk: Desk, form: FilledForm): Promise<readonly Problem[]> {
  if (form.problems.some((p) => p.code === 'file.classified')) return Promise.resolve(form.problems);
  return form.kind === 'sheet' ? takeSheet(desk, form) : takeSample(desk, form).then((told) => [...told, ...form.problems]);
}

/** Which figure a row speaks of. */
interface Aim {
  readonly period: Period;
  readonly unit: UnitId;
  readonly node: string;
  readonly hash: string;
}

async function takeSheet(desk: Desk, form: Sheet): Promise<readonly Problem[]> {
  const { file } = form;
  const problems: Problem[] = [];
  const opinions = new Map<string, { aim: Aim; rows: SheetRow[] }>();
  const sealed = new Set<Period>();
  let otherScheme = false;
  for (const row of form.rows) {
    const place: Place = { file, row: row.row };
    for (const c of row.changed)
      problems.push(problem('warning', 'sheet.figureChanged', { ...place, header: c.header, value: c.now }, { was: c.was }));
    if (row.opinion === '') continue;
    const aim = aimOf(desk, form, row);
    if (!aim) {
      problems.push(problem('error', 'sheet.codeMissing', { ...place, value: row.opinion }));
      continue;
    }
    const fault = faultOf(desk, aim, { ...place, value: row.opinion });
    if (fault) {
      problems.push(fault);
      continue;
    }
    if (standingOf(desk.workspace().reviews, aim.period).state === 'sealed') {
      sealed.add(aim.period);
      continue;
    }
    otherScheme ||= aim.hash !== hashOf(desk);
    const key = JSON.stringify([aim.period, aim.unit, aim.node]);
    const own = opinions.get(key);
    if (own) own.rows.push(row);
    else opinions.set(key, { aim, rows: [row] });
  }
  if (otherScheme) problems.push(problem('warning', 'sheet.otherScheme', { file }));
  for (const period of sealed) problems.push(problem('error', 'period.isSealed', { file }, { period }));
  const steps: Raised[] = [];
  let known = 0;
  for (const { aim, rows } of opinions.values()) {
    const { text, evidence } = together(rows);
    const [first, ...more] = [...new Set(rows.map((r) => r.opinion))];
    if (first !== undefined && more.length > 0)
      problems.push(problem('notice', 'sheet.merged', { file, row: rows.at(-1)?.row ?? 0 }, { n: more.length + 1 }));
    const before = objectionsAt(desk.workspace().reviews, aim.period, aim.unit, aim.node);
    if (before.some((o) => o.text === text && o.evidence === evidence)) {
      known += 1;
      continue;
    }
    const open = before.filter((o) => o.decision === null && o.via === 'sheet').at(-1);
    const { period, unit, node } = aim;
    const own = { period, unit, node, text, evidence, via: 'sheet' as const, file };
    steps.push({ kind: 'objection.raised', ...own, ...(open ? { replaces: open.id } : {}) });
  }
  if (steps.length > 0) await desk.decide(steps);
  const replaced = steps.filter((s) => s.replaces !== undefined).length;
  const counts = { n: steps.length - replaced, replaced, known, blank: form.blank, agreed: form.agreed };
  const unit =
    form.rows.map((r) => aimOf(desk, form, r)?.unit).find((u) => u !== undefined) ?? (form.head?.parts[1] as UnitId | undefined);
  const name = unit === undefined ? '' : desk.snapshot().roster.name(unit);
  return [problem('notice', 'sheet.taken', { file }, { unit: name, ...counts }), ...problems, ...form.problems];
}

const hashOf = (desk: Desk): string => (desk.snapshot().book?.hash ?? '').slice(0, HASH_SHORT);

/** By the row's own code; where that was deleted, by the sheet's and the indicator's name, if only one bears it. */
function aimOf(desk: Desk, form: Sheet, row: SheetRow): Aim | null {
  const parts = (row.code ?? form.head)?.parts ?? [];
  const [period = '', unit = '', , hash = ''] = parts;
  if (!isPeriod(period)) return null;
  if (row.code) return { period, unit: unit as UnitId, node: parts[2] ?? '', hash };
  const named = (desk.snapshot().book?.nodes ?? []).filter(
    (n) => n.leaf && normaliseName(titleOf(n.title, 'zh-CN')) === normaliseName(row.indicator),
  );
  const [only] = named;
  return only && named.length === 1 ? { period, unit: unit as UnitId, node: only.id, hash } : null;
}

function faultOf(desk: Desk, { period, unit, node }: Aim, place: Place): Problem | null {
  const { book, roster } = desk.snapshot();
  if (!roster.get(unit) || (book && book.at(period).indexOf(unit) < 0))
    return problem('error', 'sheet.unitUnknown', place, { unit });
  const leaf = book?.nodes[book.nodeIndex(node)]?.leaf;
  return leaf ? null : problem('error', 'sheet.nodeUnknown', place, { node });
}

/** Opinions about one figure in several rows are one opinion. */
function together(rows: readonly SheetRow[]): { text: string; evidence: string } {
  const all = (of: (r: SheetRow) => string): string => [...new Set(rows.map(of).filter((t) => t !== ''))].join('\n');
  return { text: all((r) => r.opinion), evidence: all((r) => r.evidence) };
}
