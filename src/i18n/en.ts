/** Everything the app says in English. */
import { problems } from './en/problems';
import { reasons } from './en/reasons';
import { words } from './en/words';
import type { Messages } from './zh-CN';

export const en: Messages = { ...words, problems, reasons };
