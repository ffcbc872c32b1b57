/** Ingest run in place: what the worker wraps, and what runs where there are no workers. */
import { answer, inspect, masked, maskPersons, persons, readForm, readTable, rememberedFrom, sift, verbatim } from '../ingest';
import { ledgerOf } from '../ledgers';
import { hashOf } from '../workspace/hash';
import type { IngestPort } from './ingest-port';

export function ingestHere(): IngestPort {
  return {
    hash: hashOf,
    inspect: (blob, source, options) => inspect(blob, source, options),
    form: (blob, name) => readForm(blob, name),
    maskTexts: (texts) => Promise.resolve(texts.map((t) => maskPersons(t))),
    answer: (proposal, given) => Promise.resolve(answer(proposal, given)),
    scan: (blob, name, reading, mends, options) => sift(blob, reading, ledgerOf(reading.ledger), name, mends, options),
    read: (blob, name, reading, mends, onBatch, options) =>
      readTable(blob, name, reading, ledgerOf(reading.ledger), onBatch, { ...options, mends }),
    verbatim,
    masked,
    persons: (blob, reading) => persons(blob, reading),
    remembered: (reading) => Promise.resolve(rememberedFrom(reading)),
    close: () => undefined,
  };
}
