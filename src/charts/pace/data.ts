/** What pace charts are placed from: shares of the year's target reached, by period, and the pace they are held against. */
import type { Period } from '../../model/period';
import type { UnitId } from '../../model/unit';
import type { UnitStyle } from '../palette';

export interface PaceLine {
  readonly unit: UnitId;
  readonly name: string;
  readonly style: UnitStyle;
  /** Cumulative share of the year's target by the end of each period, 1 = 100 %; null: no figure. Periods to come are absent. */
  readonly values: readonly (number | null)[];
  /** Why there is no figure, or a further line of the tooltip. */
  readonly note?: string;
}

export interface PaceWords {
  /** `时序进度`. */
  readonly pace: string;
  /** `全年目标 100%`. */
  readonly target: string;
  /** Where the year begins on the axis: `年初`. */
  readonly yearStart: string;
  /** Head of the figures: `完成率`. */
  readonly value: string;
  /** Head of the distance to the pace in percentage points: `比时序（百分点）`. */
  readonly distance: string;
  /** How the signs are read: `▼ 落后于时序进度`. */
  readonly behind: string;
  /** `● 达到时序进度`. */
  readonly onPace: string;
  /** In place of a figure: `未报送`. */
  readonly missing: string;
  /** How many lines are not named: `其余 30 个单位见表`. */
  rest(n: number): string;
}

export interface PaceData {
  readonly title: string;
  /** The periods of the year, the ones to come too. */
  readonly periods: readonly Period[];
  /** The share due by the end of each period: 0.25, 0.5, 0.75, 1. */
  readonly pace: readonly number[];
  /** The period the screen is at: figures after it are not looked at. */
  readonly at: Period;
  readonly lines: readonly PaceLine[];
  /** Drawn in colour; none: all are. */
  readonly selected: readonly UnitId[];
  /** lines: the way through the year. bullets: where each stands now, sorted. */
  readonly layout: 'lines' | 'bullets';
  readonly words: PaceWords;
}

/** Where a unit stands: its newest figure up to `at`, and how far that is from the pace of its own period. */
export interface PaceStanding {
  readonly line: PaceLine;
  /** Index of the period of the newest figure. */
  readonly index: number;
  readonly value: number;
  /** value − pace, in shares: 0.05 is five percentage points ahead. */
  readonly distance: number;
}

/** null where no figure is there up to `at`. */
export function standingOf(line: PaceLine, data: PaceData): PaceStanding | null {
  const end = data.periods.indexOf(data.at);
  for (let index = end; index >= 0; index--) {
    const value = line.values[index];
    if (value === null || value === undefined || !Number.isFinite(value)) continue;
    return { line, index, value, distance: value - (data.pace[index] ?? 0) };
  }
  return null;
}

/** Differences below a ten-thousandth of a point are none: shares are quotients. */
export const isBehind = (s: PaceStanding): boolean => s.distance < -1e-6;
