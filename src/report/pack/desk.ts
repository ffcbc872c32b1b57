/** What every paper is written from: what the pack is made of, with its sentences drafted and read. */
import type { CityDraft } from '../../findings/draft-city';
import type { UnitDraft } from '../../findings/draft-unit';
import type { PackInput } from './input';
import type { Reader } from './reader';

export interface Desk extends PackInput {
  readonly reader: Reader;
  readonly city: CityDraft;
  /** Best first, those not ranked last, in roster order. */
  readonly units: readonly UnitDraft[];
}
