/** Every ledger the app knows. A new ledger costs one file and one line here. */
import type { LedgerDef, LedgerId } from '../model/ledger';
import type { MeasureCatalogue, MeasureDef, MeasureId } from '../model/measure';
import { branchRating } from './branch-rating';
import { indicators } from './indicators';
import { namedMeasure } from './named';
import { rectification } from './rectification';
import { roster } from './roster';
import { talentIntake } from './talent-intake';
import { targets } from './targets';

/** The ledgers 台账, in the order of the data screen. */
// prettier-ignore
export const LEDGERS: readonly LedgerDef[] = [
  roster,
  branchRating,
  rectification,
  talentIntake,
  indicators,
  targets,
];

const byId: ReadonlyMap<LedgerId, LedgerDef> = new Map(LEDGERS.map((l) => [l.id, l]));

/** The ledger of an id; undefined when there is none. */
export const ledgerById = (id: LedgerId): LedgerDef | undefined => byId.get(id);

/** A measure with its full id, `ledger.measure`. */
export interface LedgerMeasure {
  readonly id: MeasureId;
  readonly measure: MeasureDef;
}

/** The measures a ledger declares, with their full ids, in declared order; empty for a ledger whose rows name them. */
export const measuresOf = (ledger: LedgerDef): readonly LedgerMeasure[] =>
  ledger.measures.map((measure) => ({ id: `${ledger.id}.${measure.id}`, measure }));

const declared: ReadonlyMap<MeasureId, MeasureDef> = new Map(LEDGERS.flatMap(measuresOf).map((m) => [m.id, m.measure]));

/** What a scheme may name: declared measures, and any name of a ledger whose rows name their measures. */
export const MEASURES: MeasureCatalogue = {
  get(id) {
    const own = declared.get(id);
    if (own) return own;
    const dot = id.indexOf('.');
    const ledger = dot < 0 ? undefined : byId.get(id.slice(0, dot));
    return ledger?.named && namedMeasure(ledger, ledger.named, id.slice(dot + 1));
  },
};

/** The ledger of an id the app itself wrote down. @throws RangeError for an id no ledger has. */
export function ledgerOf(id: LedgerId): LedgerDef {
  const ledger = byId.get(id);
  if (!ledger) throw new RangeError(`unknown ledger: ${id}`);
  return ledger;
}
