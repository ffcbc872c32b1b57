/** Steps of the record in words, and taking one back with a word about it. */
import { dataWords } from '../../i18n/data';
import { locale } from '../../i18n/locale.svelte';
import { mapWords } from '../../i18n/map';
import { meetingWords } from '../../i18n/meeting';
import { reviewWords } from '../../i18n/review';
import type { Snapshot } from '../../pipeline/snapshot';
import { ledgerOf } from '../../state/catalogue';
import type { Session } from '../../state/session.svelte';

/** A step of the record that counts. */
export type Step = Snapshot['steps'][number];

/** Steps by which a table is mended; what Ctrl+Z takes back where problems are worked on. */
const MENDS: ReadonlySet<Step['kind']> = new Set(['cells.mended', 'rows.excluded', 'table.reread']);

export const isMend = (e: Step): boolean => MENDS.has(e.kind);

/** What a step did, in one phrase. */
export function stepWords(e: Step, { steps, roster }: Snapshot): string {
  const w = dataWords[locale.current].step;
  const file = (seq: number): string => {
    const table = steps.find((s) => s.seq === seq);
    return table?.kind === 'table.accepted' ? table.source.name : w.table;
  };
  const r = reviewWords[locale.current];
  const m = meetingWords[locale.current];
  const ledger = (id: string) => locale.text(ledgerOf(id).name);
  switch (e.kind) {
    case 'table.accepted':
      return w.accepted(e.source.name, ledger(e.reading.ledger));
    case 'table.reread':
      return w.reread(file(e.table));
    case 'table.restored':
      return w.restored(file(e.table));
    case 'cells.mended': {
      const [first] = e.cells;
      if (e.cells.length === 1 && first) return w.mendedOne(file(e.table), first.row, first.column + 1, first.text);
      return w.mended(file(e.table), e.cells.length, w.how[e.how]);
    }
    case 'rows.excluded':
      return w.excluded(file(e.table), locale.f.list(e.rows.slice(0, 5).map(String)), e.rows.length, e.reason);
    case 'mapping.remembered':
      return w.remembered(ledger(e.ledger), e.sender);
    case 'table.returned':
      return w.returned(roster.name(e.unit), ledger(e.ledger), locale.f.period(e.period), e.reason);
    case 'receipt.stated':
      return w.receipt(roster.name(e.unit), ledger(e.ledger), locale.f.period(e.period), e.day ? locale.f.date(e.day) : null);
    case 'deadline.stated':
      return w.deadline(ledger(e.ledger), e.days);
    case 'period.stated':
      return r.step.stated(locale.f.period(e.period), r.states[e.state], e.reason ?? null);
    case 'period.sealed':
      return r.step.sealed(locale.f.period(e.period));
    case 'objection.raised':
      return r.step.raised(roster.name(e.unit), locale.f.period(e.period), e.text);
    case 'objection.decided':
      return r.step.decided(r.objections.outcomes[e.outcome], e.reason);
    case 'review.recorded':
      return r.step.recorded(e.file, new Set(e.cells.map((c) => c.row)).size);
    case 'unit.named':
      return w.named(e.name, e.unit === null ? null : roster.name(e.unit));
    case 'roster.drafted':
      return w.drafted(e.units.length);
    case 'scheme.adopted':
      return w.scheme;
    case 'map.adopted':
      return mapWords[locale.current].step.adopted(e.source.name);
    case 'tiles.arranged':
      return mapWords[locale.current].step.arranged(e.places.length);
    case 'pack.chosen':
      return m.step.chosen(locale.f.period(e.period));
    case 'sentences.said': {
      const text = e.said.find((x) => x.text)?.text ?? null;
      const of = locale.f.period(e.period);
      return text === null ? m.step.accepted(of, e.said.length) : m.step.said(of, e.said.length, text);
    }
    case 'issue.decided':
      return m.step.issue(m.list.act[e.act], e.reason);
    case 'undone':
      return w.undone;
  }
}

/** Takes a step back and says which, with a way to have it again. */
export async function takeBack(session: Session, seq: number): Promise<void> {
  const step = session.snapshot.steps.find((s) => s.seq === seq);
  if (!step) return;
  const { step: w } = dataWords[locale.current];
  const words = stepWords(step, session.snapshot);
  await session.pipeline.undo(seq);
  session.said = { text: w.tookBack(words), action: { label: w.again, run: () => void bringBack(session) } };
}

/** Brings back what was taken back last. */
export async function bringBack(session: Session): Promise<void> {
  const before = new Set(session.snapshot.steps.map((s) => s.seq));
  await session.pipeline.redo();
  const back = session.snapshot.steps.find((s) => !before.has(s.seq));
  const { step: w } = dataWords[locale.current];
  session.said = back ? { text: w.broughtBack(stepWords(back, session.snapshot)) } : null;
}
