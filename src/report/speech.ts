/** The language a paper is written in: what the page's language offers, so that a test may hand in its own. */
import type { LocaleState } from '../i18n/locale.svelte';
import { papers, type PaperWords } from '../i18n/papers';

export type Speech = Pick<LocaleState, 'current' | 'f' | 'text' | 'problem'>;

/** The words of papers in that language. */
export const paperWords = (speech: Speech): PaperWords => papers[speech.current];
