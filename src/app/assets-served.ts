/** The heavy parts of the served app: fetched from its own origin. */
import type { Assets } from '../engine/assets';
import { servedEngineWorker, trustedWorker } from '../engine/duckdb/served-worker';
import branchUrl from '../pipeline/branch.worker?worker&url';
import ingestUrl from '../pipeline/ingest.worker?worker&url';
import scoreUrl from '../pipeline/score.worker?worker&url';

/** The sample city's tables, each an address of the build. */
const SAMPLE = import.meta.glob<string>('../../data/sample/*.csv', { query: '?url', import: 'default', eager: true });

export const assets: Assets = {
  engine: servedEngineWorker,
  ingest: () => Promise.resolve(trustedWorker(ingestUrl)),
  branches: () => Promise.resolve(trustedWorker(branchUrl)),
  score: () => Promise.resolve().then(() => trustedWorker(scoreUrl)),
  sample: () =>
    Promise.all(
      Object.entries(SAMPLE).map(async ([path, url]) => {
        const response = await fetch(url);
        if (!response.ok) throw new Error(`${response.status} ${url}`);
        return new File([await response.blob()], path.replace(/^.*\//, ''));
      }),
    ),
};
