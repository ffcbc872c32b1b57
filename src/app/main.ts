/** Where the app begins: the engine's boot is started first, since everything else is done before it is. */
import { mount } from 'svelte';
import { assets } from '#assets';
import defaultScheme from '../../data/schemes/example.json?raw';
import { locale } from '../i18n/locale.svelte';
import { ingestWorker } from '../pipeline/ingest-client';
import { Board } from '../state/board.svelte';
import { Route } from '../state/route.svelte';
import { SCORE_WORKER } from '../state/score-worker';
import { Session } from '../state/session.svelte';
import App from './App.svelte';
import './app.css';

const session = new Session(
  {
    // The engine's page code is a chunk of its own: it loads while this one runs.
    engine: async () => (await import('../engine/duckdb/browser')).openDuckDB(assets),
    ingest: ingestWorker(() => assets.ingest()),
    defaultScheme,
  },
  () => assets.sample(),
);
const route = new Route();

// Below the floor `floor.js` has put one sentence in the page's place, and there is nothing to mount into.
const target = document.getElementById('app');
if (target) {
  await locale.restore();
  target.replaceChildren();
  mount(App, {
    target,
    props: { session, route, board: new Board(session, route) },
    context: new Map([[SCORE_WORKER, () => assets.score()]]),
  });
}
