/** Everything the app says in Chinese: the source from which the type of all catalogues is taken. */
import { screensZh } from './screens.zh-CN';
import { problems } from './zh/problems';
import { words } from './zh/words';

export const zh = { ...words, screens: screensZh, problems };

/** What a language must say: a missing or surplus entry does not compile. */
export type Messages = typeof zh;
/** The words of controls and flags. */
export type Words = typeof words;
