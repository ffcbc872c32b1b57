/** How the panels of answers come by the score worker: the app hands its start down as a component context. */
export const SCORE_WORKER = 'score-worker';

export type StartScoreWorker = () => Promise<Worker>;
