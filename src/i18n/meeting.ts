/** The words of the meeting screen, in both languages. */
import { meetingEn } from './en/meeting';
import type { Locale } from './format';
import { meetingZh, type MeetingWords } from './zh/meeting';

export type { MeetingWords } from './zh/meeting';

export const meetingWords: Readonly<Record<Locale, MeetingWords>> = { 'zh-CN': meetingZh, en: meetingEn };
