/** Ingest in its worker, started again after it died. */
import { ProblemError, type Problem } from '../model/problem';
import type { Inspection, TableProposal } from '../model/table';
import type { ScanResult, TableResult } from '../ingest';
import type { IngestPort, WorkOptions } from './ingest-port';
import { Caller, type CallOptions } from './rpc';

type Event = { readonly bytes: number } | { readonly batch: Uint8Array };

export function ingestWorker(start: () => Promise<Worker>): IngestPort {
  const begin = () => start().then((worker) => new Caller(worker));
  // At once, so that the first file does not wait for it.
  let caller: Promise<Caller> | null = begin();
  caller.catch(() => undefined); // told by whoever calls

  async function call(method: keyof IngestPort, args: readonly unknown[], options: CallOptions = {}): Promise<unknown> {
    if (caller && (await caller).closed) caller = null;
    caller ??= begin();
    try {
      return await (await caller).call(method, args, options);
    } catch (error) {
      // a class does not survive the boundary; what it carried does
      if (error instanceof Error && 'problem' in error) throw new ProblemError(error.problem as Problem);
      throw error;
    }
  }

  const progress = ({ signal, onProgress }: WorkOptions, onBatch?: (batch: Uint8Array) => Promise<void>): CallOptions => ({
    signal,
    onEvent: (event) => {
      const e = event as Event;
      if ('batch' in e) return onBatch?.(e.batch);
      onProgress?.(e.bytes);
    },
  });

  return {
    hash: (blob) => call('hash', [blob]) as Promise<string>,
    inspect: (blob, source, options) => call('inspect', [blob, source, options]) as Promise<Inspection>,
    form: (blob, name) => call('form', [blob, name]) as ReturnType<IngestPort['form']>,
    maskTexts: (texts) => call('maskTexts', [texts]) as Promise<string[]>,
    answer: (proposal, answer) => call('answer', [proposal, answer]) as Promise<TableProposal>,
    scan: (blob, name, reading, mends, options) =>
      call('scan', [blob, name, reading, mends], progress(options)) as Promise<ScanResult>,
    read: (blob, name, reading, mends, onBatch, options) =>
      call('read', [blob, name, reading, mends], progress(options, onBatch)) as Promise<TableResult>,
    verbatim: (blob, reading, rows, index) => call('verbatim', [blob, reading, rows, index]) as Promise<Map<number, string[]>>,
    masked: (blob, reading) => call('masked', [blob, reading]) as ReturnType<IngestPort['masked']>,
    persons: (blob, reading) => call('persons', [blob, reading]) as ReturnType<IngestPort['persons']>,
    remembered: (reading) => call('remembered', [reading]) as ReturnType<IngestPort['remembered']>,
    close: () => void caller?.then((c) => c.close()),
  };
}
