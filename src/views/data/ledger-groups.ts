/** The ledgers by the field of work they report on: how they are listed where one must be found among all. */
import type { LedgerDef, LedgerId } from '../../model/ledger';
import { LEDGERS } from '../../state/catalogue';

export const LEDGER_GROUPS = ['grassroots', 'members', 'talent', 'duty', 'cadres', 'general'] as const;
export type LedgerGroup = (typeof LEDGER_GROUPS)[number];

const MEMBERS: Readonly<Record<Exclude<LedgerGroup, 'general'>, readonly LedgerId[]>> = {
  grassroots: [
    'branch-rating',
    'branch-rating-summary',
    'rectification',
    'rectification-summary',
    'two-new-coverage',
    'village-heads',
    'first-secretaries',
    'collective-economy',
    'funding',
    'premises',
    'governance',
    'organisation-life',
    'demonstration',
  ],
  members: ['secretary-training', 'member-admission', 'member-management'],
  talent: ['talent-intake', 'talent-platform', 'campus-cooperation', 'talent-service'],
  duty: ['study-dispatch', 'appraisal', 'issue-list', 'theory-education', 'honours'],
  cadres: ['cadre-work', 'own-building'],
};

/** Of a ledger without a field of its own (通用指标表, 名册, 目标): general. */
export const groupOf = (id: LedgerId): LedgerGroup =>
  LEDGER_GROUPS.find((g) => g !== 'general' && MEMBERS[g].includes(id)) ?? 'general';

/** The ledgers whose name in either language, other names, or columns hold the words looked for; all for none. */
export function ledgersLike(text: string): readonly LedgerDef[] {
  const words = plain(text).split(' ').filter(Boolean);
  const saidBy = (l: LedgerDef) =>
    plain([l.id, l.name.zh, l.name.en, ...(l.names ?? []), ...l.columns.map((c) => c.name.zh)].join(' '));
  return LEDGERS.filter((l) => words.length === 0 || words.every((word) => saidBy(l).includes(word)));
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
