/** Which language the page speaks: a rune that every component reads, remembered on this machine. */
import type { Problem } from '../model/problem';
import type { Text } from '../model/text';
import { formats, type FormatOptions, type Formats, type Locale } from './format';
import { zh, type Messages } from './zh-CN';

const KEY = 'kaoping.locale';

export class LocaleState {
  current = $state<Locale>('zh-CN');
  /** What formats are bound to besides the language; the app sets it with the scheme. */
  options = $state.raw<FormatOptions>({});
  /** English is a chunk of its own: most pages never ask for it. */
  #en = $state.raw<Messages | null>(null);
  readonly t: Messages = $derived(this.current === 'en' && this.#en ? this.#en : zh);
  readonly f: Formats = $derived(formats(this.current, this.options));

  /** Takes up the language chosen before; to be awaited before the page is drawn, so that it is not drawn twice. */
  async restore(): Promise<void> {
    await this.#use(remembered());
  }

  /** A declaration's words in the language of the page. */
  text(t: Text): string {
    return this.current === 'en' ? t.en : t.zh;
  }

  /** A problem as one sentence: what, where, what to do. */
  problem({ code, params, place }: Problem): string {
    return this.t.problems[code](params, place);
  }

  toggle(): Promise<void> {
    return this.set(this.current === 'en' ? 'zh-CN' : 'en');
  }

  /** Changes the language and remembers it. */
  async set(locale: Locale): Promise<void> {
    await this.#use(locale);
    try {
      localStorage.setItem(KEY, locale);
    } catch {
      // Storage may be refused (private window, file://): the choice then lasts as long as the page.
    }
  }

  async #use(locale: Locale): Promise<void> {
    if (locale === 'en') this.#en ??= (await import('./en')).en;
    this.current = locale;
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
