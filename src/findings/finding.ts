/**
 * Findings 要点: facts drawn from the score book by rules, each with the numbers it names and the numbers it links to. Words
 * are made of them in i18n; nothing is said that is not here.
 */
import type { Period } from '../model/period';
import type { UnitId } from '../model/unit';
import type { NodeInfo } from '../scheme';
import type { LeafStanding } from './leaf-standing';

export type Finding =
  /** Who is first; `ahead`: points before the next in rank, null where there is none. */
  | {
      readonly kind: 'leads';
      readonly period: Period;
      readonly units: readonly UnitId[];
      readonly total: number;
      readonly ahead: number | null;
      readonly of: number;
    }
  /** Places gained or lost since the period before, or points where it kept its rank. `cause`: the part of the scheme that moved most the same way; null: none did. `calendar`: another part counted for it than in the period before. */
  | {
      readonly kind: 'moved';
      readonly unit: UnitId;
      readonly places: number;
      readonly rank: number;
      readonly tied: boolean;
      readonly change: number;
      readonly cause: { readonly node: NodeInfo; readonly change: number } | null;
      readonly calendar: boolean;
    }
  /** The section in which best and last are furthest apart. */
  | {
      readonly kind: 'widest';
      readonly node: NodeInfo;
      readonly best: { readonly unit: UnitId; readonly points: number };
      readonly last: { readonly unit: UnitId; readonly points: number };
    }
  /** Where a unit is before or behind its peers. */
  | { readonly kind: 'strength' | 'weakness'; readonly at: LeafStanding }
  /** The rank and total of a unit; `places` gained since the period before, null where it had no rank. */
  | {
      readonly kind: 'standing';
      readonly unit: UnitId;
      readonly period: Period;
      readonly rank: number;
      readonly tied: boolean;
      readonly of: number;
      readonly total: number;
      readonly places: number | null;
      readonly change: number | null;
    }
  /** Not ranked this period. */
  | { readonly kind: 'unranked'; readonly unit: UnitId; readonly period: Period };

export type FindingKind = Finding['kind'];

/** The number a finding is about: a unit and a node of the scheme ('' the total); null where it is about several. */
export function linkOf(finding: Finding): { readonly unit: UnitId; readonly node: string } | null {
  switch (finding.kind) {
    case 'leads':
      return finding.units.length === 1 && finding.units[0] !== undefined ? { unit: finding.units[0], node: '' } : null;
    case 'moved':
      return { unit: finding.unit, node: finding.cause?.node.id ?? '' };
    case 'widest':
      return { unit: finding.last.unit, node: finding.node.id };
    case 'strength':
    case 'weakness':
      return { unit: finding.at.unit, node: finding.at.node.id };
    case 'standing':
    case 'unranked':
      return { unit: finding.unit, node: '' };
  }
}
