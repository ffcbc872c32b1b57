/** Every ledger the app knows. A new ledger costs one file and one line here. */
import type { LedgerDef, LedgerId } from '../model/ledger';
import { scalarColumns, type MeasureCatalogue, type MeasureDef, type MeasureId } from '../model/measure';
import { appraisal } from './appraisal';
import { branchRating } from './branch-rating';
import { branchRatingSummary } from './branch-rating-summary';
import { cadreWork } from './cadre-work';
import { campusCooperation } from './campus-cooperation';
import { collectiveEconomy } from './collective-economy';
import { demonstration } from './demonstration';
import { firstSecretaries } from './first-secretaries';
import { funding } from './funding';
import { governance } from './governance';
import { honours } from './honours';
import { indicators } from './indicators';
import { issueList } from './issue-list';
import { memberAdmission } from './member-admission';
import { memberManagement } from './member-management';
import { namedMeasure } from './named';
import { organisationLife } from './organisation-life';
import { ownBuilding } from './own-building';
import { premises } from './premises';
import { receipts } from './receipts';
import { rectification } from './rectification';
import { rectificationSummary } from './rectification-summary';
import { reporting } from './reporting';
import { roster } from './roster';
import { secretaryTraining } from './secretary-training';
import { studyDispatch } from './study-dispatch';
import { talentIntake } from './talent-intake';
import { talentPlatform } from './talent-platform';
import { talentService } from './talent-service';
import { targets } from './targets';
import { theoryEducation } from './theory-education';
import { twoNewCoverage } from './two-new-coverage';
import { villageHeads } from './village-heads';

/** The ledgers 台账, in the order of the data screen. */
// prettier-ignore
export const LEDGERS: readonly LedgerDef[] = [
  roster,
  branchRating,
  branchRatingSummary,
  rectification,
  rectificationSummary,
  talentIntake,
  talentPlatform,
  campusCooperation,
  talentService,
  twoNewCoverage,
  villageHeads,
  secretaryTraining,
  firstSecretaries,
  memberAdmission,
  memberManagement,
  collectiveEconomy,
  funding,
  premises,
  governance,
  studyDispatch,
  appraisal,
  issueList,
  theoryEducation,
  organisationLife,
  cadreWork,
  demonstration,
  ownBuilding,
  honours,
  indicators,
  targets,
  receipts,
];

/** Those and 报送情况, which the app makes itself: it has measures and columns, and no table that anybody sends. */
const known: readonly LedgerDef[] = [...LEDGERS, reporting];

const byId: ReadonlyMap<LedgerId, LedgerDef> = new Map(known.map((l) => [l.id, l]));

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

/** The basis of the columns a numerator adds up, where they are all of one. */
function basisOf(ledger: LedgerDef, { numerator }: MeasureDef): Pick<MeasureDef, 'basis'> {
  const names = numerator.agg === 'sum' ? scalarColumns(numerator.of) : [];
  const [basis, ...others] = new Set(ledger.columns.filter((c) => names.includes(c.id)).map((c) => c.basis));
  return basis !== undefined && others.length === 0 ? { basis } : {};
}

const declared: ReadonlyMap<MeasureId, MeasureDef> = new Map(
  known.flatMap((ledger) => measuresOf(ledger).map((m) => [m.id, { ...m.measure, ...basisOf(ledger, m.measure) }])),
);

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
