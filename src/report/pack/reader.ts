/** Drafted sentences as they are read: what somebody said of them laid over what the rules write from today's figures. */
import type { Drafted } from '../../findings/draft';
import type { SentenceSaid } from '../../model/meeting';
import type { Sentence } from './paper';

/** A sentence's id in the record: within a group other figures stand behind it than within the city. */
export const saidId = (id: string, group: string | null): string => (group === null ? id : `${group}/${id}`);

export class Reader {
  readonly #said: ReadonlyMap<string, SentenceSaid>;
  readonly #group: string | null;
  readonly #all = new Map<string, Sentence>();
  readonly #facts = new Map<string, string>();
  readonly #out = new Map<string, Sentence>();

  constructor(said: ReadonlyMap<string, SentenceSaid>, group: string | null = null) {
    this.#said = said;
    this.#group = group;
  }

  /** The sentences that are to be read, in their order; those left out are kept aside. */
  read(drafts: readonly Drafted[]): Sentence[] {
    return drafts.flatMap((d) => {
      const id = saidId(d.id, this.#group);
      const said = this.#said.get(id);
      this.#facts.set(id, d.facts);
      const sentence: Sentence = {
        ...{ id, drafted: d.text, links: d.links },
        text: said?.text || d.text,
        edited: Boolean(said?.text),
        state: said === undefined ? 'pending' : said.facts === d.facts ? 'accepted' : 'stale',
      };
      const into = said?.text === '' ? this.#out : this.#all;
      into.set(id, sentence);
      return into === this.#all ? [sentence] : [];
    });
  }

  /** Left out by somebody. */
  get out(): readonly Sentence[] {
    return [...this.#out.values()];
  }

  /** By sentence: the print of today's figures, which is kept with whatever is said of it. */
  get facts(): ReadonlyMap<string, string> {
    return this.#facts;
  }
}
