/**
 * Checking a period 核对: its states from draft to sealed, what counties object to 县区意见, and how it was decided. Everything
 * here is read off the journal; none of it changes a figure.
 */
import type { CalendarDate, Period } from './period';
import type { UnitId } from './unit';

/** 草稿 → 核对中 → 已核定 → 封存, in this order. */
export const PERIOD_STATES = ['draft', 'checking', 'approved', 'sealed'] as const;
export type PeriodState = (typeof PERIOD_STATES)[number];

export interface PeriodMove {
  /** The journal entry; undoing it takes the move back. */
  readonly seq: number;
  readonly at: string;
  readonly from: PeriodState;
  readonly to: PeriodState;
  readonly reason: string | null;
}

/** A period's state and how it came to it. */
export interface PeriodStanding {
  readonly state: PeriodState;
  /** Since when, ISO 8601; null of a draft that was never anything else. */
  readonly since: string | null;
  /** Oldest first. */
  readonly moves: readonly PeriodMove[];
}

/** A seal as the journal holds it; its text is read when it is asked about. */
export interface SealEntry {
  readonly seq: number;
  readonly at: string;
  readonly period: Period;
  /** The seal, as JSON. */
  readonly text: string;
  readonly hash: string;
  /** Objections that were open when it was made, and figures that were missing. */
  readonly open: number;
  readonly missing: number;
}

export const OUTCOMES = ['accepted', 'partly', 'rejected'] as const;
/** 采纳 · 部分采纳 · 不采纳. */
export type Outcome = (typeof OUTCOMES)[number];

export interface Decision {
  readonly seq: number;
  readonly at: string;
  readonly outcome: Outcome;
  readonly reason: string;
  readonly day: CalendarDate;
}

/** What a county says against one figure of its. */
export interface Objection {
  /** The journal entry it was raised by. */
  readonly id: number;
  readonly at: string;
  readonly period: Period;
  readonly unit: UnitId;
  /** Id of the leaf in the scheme it was raised under. */
  readonly node: string;
  readonly text: string;
  /** 佐证材料名称; '' where none is named. */
  readonly evidence: string;
  /** From a check sheet, or typed in. */
  readonly via: 'sheet' | 'typed';
  /** The sheet's file; null where it was typed in. */
  readonly file: string | null;
  /** null: open. */
  readonly decision: Decision | null;
}

/** 意见 of the city's review beside a branch's stars. */
export interface ReviewNote {
  readonly seq: number;
  readonly period: Period;
  readonly unit: UnitId;
  readonly branch: string;
  readonly text: string;
}

/** All that the journal says of the checking of periods. */
export interface Reviews {
  /** Periods that are, or were, something else than a draft. */
  readonly periods: ReadonlyMap<Period, PeriodStanding>;
  /** Oldest first; of one that was put in another's place only the later. */
  readonly objections: readonly Objection[];
  /** The seals of each period, oldest first. One of a period that was opened again stays. */
  readonly seals: ReadonlyMap<Period, readonly SealEntry[]>;
  readonly notes: readonly ReviewNote[];
}

export const NO_REVIEWS: Reviews = { periods: new Map(), objections: [], seals: new Map(), notes: [] };

const DRAFT: PeriodStanding = { state: 'draft', since: null, moves: [] };

/** A period's standing; a draft where nothing was ever said of it. */
export const standingOf = (reviews: Reviews, period: Period): PeriodStanding => reviews.periods.get(period) ?? DRAFT;

/** A period's objections, of one unit and of one leaf where these are given. What stands beside a number. */
export const objectionsAt = (reviews: Reviews, period: Period, unit?: UnitId, node?: string): Objection[] =>
  reviews.objections.filter(
    (o) => o.period === period && (unit === undefined || o.unit === unit) && (node === undefined || o.node === node),
  );

/** The objections of a period that nobody has decided yet. */
export const openAt = (reviews: Reviews, period: Period): Objection[] =>
  objectionsAt(reviews, period).filter((o) => o.decision === null);

/** The seal that holds; null where the period is not sealed. */
export const sealOn = (reviews: Reviews, period: Period): SealEntry | null =>
  standingOf(reviews, period).state === 'sealed' ? (reviews.seals.get(period)?.at(-1) ?? null) : null;

/**
 * Whether a period may go from one state to another: forward by one step, back to any earlier one with a reason. Out of
 * 封存 there is no such way: it is opened again, or its sealing undone.
 * @returns null where it may.
 */
export function moveFault(from: PeriodState, to: PeriodState, reason: string): 'refused' | 'sealed' | 'reason' | null {
  if (from === 'sealed') return 'sealed';
  const [a, b] = [PERIOD_STATES.indexOf(from), PERIOD_STATES.indexOf(to)];
  if (a === b || b > a + 1) return 'refused';
  return b < a && reason.trim() === '' ? 'reason' : null;
}
