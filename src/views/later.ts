/** The screens that are not shown first: each is loaded when it is first asked for, and shows the board as the address says. */
import type { Component } from 'svelte';
import type { Board } from '../state/board.svelte';
import type { Route, Screen } from '../state/route.svelte';

type View = Promise<{ readonly default: Component<{ board: Board; route: Route }> }>;

/** Overview is in the page; branches, scheme and data work on more than the board. */
export const LATER: Readonly<Record<Exclude<Screen, 'overview' | 'branches' | 'scheme' | 'data'>, () => View>> = {
  ranking: () => import('./ranking/Ranking.svelte'),
  compare: () => import('./compare/Compare.svelte'),
  profile: () => import('./profile/Profile.svelte'),
  rectification: () => import('./rectification/Rectification.svelte'),
  talent: () => import('./talent/Talent.svelte'),
  indicators: () => import('./indicators/Indicators.svelte'),
  meeting: () => import('./meeting/Meeting.svelte'),
};
