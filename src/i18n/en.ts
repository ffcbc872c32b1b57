/** Everything the app says in English. */
import { problems } from './en/problems';
import { words } from './en/words';
import { screensEn } from './screens.en';
import type { Messages } from './zh-CN';

export const en: Messages = { ...words, screens: screensEn, problems };
