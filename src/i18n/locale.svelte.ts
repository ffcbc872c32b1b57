/** Which language the page speaks: a rune that every component reads, remembered on this machine. */
import type { Problem } from '../model/problem';
import type { Text } from '../model/text';
import { en } from './en';
import { formats, type FormatOptions, type Formats, type Locale } from './format';
import { zh, type Messages } from './zh-CN';

const KEY = 'kaoping.locale';
export const MESSAGES: Readonly<Record<Locale, Messages>> = { 'zh-CN': zh, en };

export class LocaleState {
  current = $state<Locale>('zh-CN');
  /** What formats are bound to besides the language; the app sets it with the scheme. */
  options = $state.raw<FormatOptions>({});
  readonly t: Messages = $derived(MESSAGES[this.current]);
  readonly f: Formats = $derived(formats(this.current, this.options));

  constructor() {
    this.current = remembered();
  }

  /** A declaration's words in the language of the page. */
  text(t: Text): string {
    return this.current === 'en' ? t.en : t.zh;
  }

  /** A problem as one sentence: what, where, what to do. */
  problem({ code, params, place }: Problem): string {
    return this.t.problems[code](params, place);
  }

  toggle(): void {
    this.set(this.current === 'en' ? 'zh-CN' : 'en');
  }

  /** Changes the language and remembers it. */
  set(locale: Locale): void {
    this.current = locale;
    try {
      localStorage.setItem(KEY, locale);
    } catch {
      // Storage may be refused (private window, file://): the choice then lasts as long as the page.
    }
  }
}

/** The language chosen before; Chinese when there is none or storage is refused. */
function remembered(): Locale {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh-CN';
  } catch {
    return 'zh-CN';
  }
}

/** The page's language. Components read `locale.t` and `locale.f`; everything else is handed its messages and formats. */
export const locale = new LocaleState();
