/** What people decide about the papers of an assessment meeting: which meeting it is, what its sentences say, what becomes of a problem listed. */
import type { CalendarDate, Period } from './period';
import type { UnitId } from './unit';

/** 季度调度会 · 组织部长会议 · 述职评议会. */
export const MEETINGS = ['dispatch', 'heads', 'duty'] as const;
export type Meeting = (typeof MEETINGS)[number];

/** 内部资料·注意保存 · 工作草稿 · no mark. Never a secrecy class. */
export const MARKS = ['internal', 'working', 'none'] as const;
export type Mark = (typeof MARKS)[number];

/** 成绩·问题·责任 or 问题·任务·责任. */
export const LIST_SETS = ['achievements', 'tasks'] as const;
export type ListSet = (typeof LIST_SETS)[number];

/** How the pack of a period is made. What is '' or null is left to be filled in by hand. */
export interface PackChoice {
  readonly meeting: Meeting;
  readonly mark: Mark;
  readonly lists: ListSet;
  /** all: the whole order is named; leaders: the first three. */
  readonly naming: 'all' | 'leaders';
  /** The counties that are spoken of one by one; none: all. */
  readonly units: readonly UnitId[];
  readonly date: CalendarDate | null;
  readonly place: string;
  /** 发文字号. */
  readonly number: string;
  /** 签发单位. */
  readonly signer: string;
}

export const USUAL: PackChoice = {
  ...{ meeting: 'dispatch', mark: 'internal', lists: 'achievements', naming: 'all', units: [] },
  ...{ date: null, place: '', number: '', signer: '' },
};

/** What somebody said of a drafted sentence: yes (text null), otherwise (a text), not at all (''). */
export interface SentenceSaid {
  readonly id: string;
  readonly text: string | null;
  /** The print of the figures it was said of: others make it stale. */
  readonly facts: string;
}

/** close 销号: the figure that closes it is there · extend 延期 · handOver 移交: another body answers for it. */
export const ISSUE_ACTS = ['close', 'extend', 'handOver'] as const;
export type IssueAct = (typeof ISSUE_ACTS)[number];

export interface IssueDecision {
  /** The journal entry. */
  readonly seq: number;
  readonly item: string;
  readonly period: Period;
  readonly act: IssueAct;
  /** The day it was closed on, or the new deadline. */
  readonly day: CalendarDate | null;
  /** 责任单位 from now on; '' where it stays. */
  readonly to: string;
  readonly reason: string;
}

/** All that the journal says of the papers. */
export interface MeetingRecord {
  readonly choices: ReadonlyMap<Period, PackChoice>;
  /** By period and sentence: what was said last. */
  readonly said: ReadonlyMap<Period, ReadonlyMap<string, SentenceSaid>>;
  /** By item, oldest first. */
  readonly issues: ReadonlyMap<string, readonly IssueDecision[]>;
}
